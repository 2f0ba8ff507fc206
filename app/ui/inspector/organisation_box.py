"""Where the organisation of a row to be added is asked for: of a post, of a part in a precedent."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from app.domain.errors import AideError
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox


class OrganisationBox(PickBox):
    """Finds or makes an organisation; hidden until it is asked for by ``begin``.

    ``add`` is called with the organisation's name and id, or without an id where it is to be made. Where
    that is refused, what was typed stays. ``name`` is for the screen reader.
    """

    def __init__(self, desk: Desk, add: Callable[[str, str], object], asks: str, *, name: str) -> None:
        super().__init__(finders(desk).organisations, self._make, asks, adds=True)
        self._add = add
        self.setAccessibleName(name)
        self.hide()
        self.picked.connect(self._on_picked)
        self.editingFinished.connect(self._put_away)

    def begin(self) -> None:
        """Ask for the organisation."""
        self.show_text("")
        self.show()
        self.setFocus()

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        try:
            self._add(choice.name, choice.id)
        except AideError as error:
            self.refused.emit(error)
        else:
            self._end()

    def _make(self, name: str) -> None:
        self._add(name, "")
        self._end()

    def _end(self) -> None:
        self.hide()
        self.show_text("")

    @Slot()
    def _put_away(self) -> None:
        if not self.text() and not self.hasFocus():
            self.hide()
