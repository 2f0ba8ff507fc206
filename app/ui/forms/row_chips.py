"""The rows that a row points at, as chips, and a box in which another is found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.views.visits import Choice
from app.ui.forms.pick_box import Finder, PickBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.errors import sentence


class RowChips(QWidget):
    """Chips under a title. ``write`` is called with the ids that are to stand there, in order.

    ``create`` is called with a name that nobody has and the ids of those who stand here: a row is made of it
    and stands after them, in one step. ``told`` carries a sentence for the toast where either is refused;
    what was typed then stays.
    """

    told = Signal(str, bool)

    def __init__(
        self,
        title: str,
        add_words: str,
        finder: Finder,
        write: Callable[[list[str]], object],
        create: Callable[[str, list[str]], object] | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._finder = finder
        self._write = write
        self._create = create
        self._read_only = read_only
        self._shown: tuple[Choice, ...] | None = None
        self._chips: list[Chip] = []
        self._frame = QWidget()
        self._flow = FlowLayout(self._frame)
        self._none = MutedLabel(_("None yet."))
        self._none.hide()
        self.box = PickBox(self._find, None if create is None else self._make, add_words, adds=True)
        self.box.setAccessibleName(add_words)
        self.box.picked.connect(self._on_picked)
        self.box.refused.connect(self._refuse)
        if read_only:
            self.box.hide()
        self._frame.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (MutedLabel(title), self._none, self._frame, self.box):
            column.addWidget(widget)
        column.addStretch(1)

    def show_rows(self, rows: tuple[Choice, ...]) -> bool:
        """Show these; tell whether others stood here before."""
        if rows == self._shown:
            return False
        self._shown = rows
        self._flow.clear()
        self._chips = [self._chip(row) for row in rows]
        self._frame.setVisible(bool(rows))
        self._none.setVisible(self._read_only and not rows)
        return True

    def rows(self) -> tuple[Choice, ...]:
        """Return the rows that stand here."""
        return self._shown or ()

    def chips(self) -> Sequence[Chip]:
        """Return the chips, as the eye goes."""
        return self._chips

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [] if self._read_only else [*self._chips, self.box]

    def _chip(self, row: Choice) -> Chip:
        words = f"{row.name} · {row.detail}" if row.detail else row.name
        chip = Chip(words, remove_name="" if self._read_only else _("Remove {name}").format(name=row.name))
        chip.setProperty("row", row.id)
        if self._read_only:
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            chip.setAccessibleDescription(_("Delete removes."))
        chip.removed.connect(self._on_removed)
        set_tip(chip, words)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _find(self, text: str) -> Sequence[Choice]:
        there = {row.id for row in self.rows()}
        return [choice for choice in self._finder(text) if choice.id not in there]

    def _make(self, name: str) -> None:
        assert self._create is not None
        self._create(name, self._ids())
        self.box.show_text("")

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        if self._set([*self._ids(), choice.id]):
            self.box.show_text("")

    @Slot()
    def _on_removed(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        gone = chip.property("row")
        self._set([row_id for row_id in self._ids() if row_id != gone])
        self.box.setFocus()

    def _ids(self) -> list[str]:
        return [row.id for row in self.rows()]

    def _set(self, ids: list[str]) -> bool:
        try:
            self._write(ids)
        except AideError as error:
            self._refuse(error)
            return False
        return True

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)
