"""What the programme's forms show, kept in step with the planner: as little is asked for as has changed."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.planning.views.programme import Head
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.forms import Forms
from app.wording import _

_ASKED_WHOLE = 100  # beyond so many changed entries, asking for all of them is quicker
_FIT_ALL = (
    "entry_party",
    "interpreter_booking",
    "leg",
    "participation",
    "party",
    "party_member",
    "place",
    "ride",
    "stop",
    "visit",
    "setting",
)
_BOTH = frozenset({"board", "list"})
#: The tables whose rows are seen here.
SHOWN = ("entry", *_FIT_ALL)


class Content:
    """Fills the form in view; the other is stale where something has changed, and filled when it is wanted.

    ``empty`` is shown in place of a list without entries.
    """

    def __init__(
        self, desk: Desk, forms: Forms, bar: ProgrammeBar, stack: QStackedWidget, empty: QWidget
    ) -> None:
        self._desk = desk
        self._forms = forms
        self._bar = bar
        self._stack = stack
        self._empty = empty
        self._stale = set(_BOTH)
        self.head: Head | None = None

    def forget(self) -> None:
        """Ask for everything anew when it is wanted next."""
        self._stale = set(_BOTH)

    def show(self, changed: Changed | None) -> None:
        """Show what has changed; ``None`` means that anything may have.

        Raises:
            AideError: what the views raise.
        """
        ids = frozenset() if changed is None else changed.ids.get("entry", frozenset())
        whole = changed is None or changed.touches(*_FIT_ALL) or len(ids) > _ASKED_WHOLE
        name = self._name()
        self._stale |= _BOTH - {name}
        if whole or name in self._stale:
            self._stale.add(name)
            self.show_now()
        else:
            self._forms.shown().show_some(ids)
            self.show_count()

    def show_now(self) -> None:
        """Show the form that is wanted, asked anew where something may have changed since it was in view.

        Raises:
            AideError: what the views raise.
        """
        visit_id = self._desk.visit_id
        if not visit_id:
            return
        name = self._name()
        if name in self._stale:
            self._fill(visit_id)
            self._stale.discard(name)
        if self.head is not None:
            city = self.head.home_city
            words = _("{city} time").format(city=city) if city else _("Home time")
            self._bar.clocks.button("home").set_words(words)
        self.show_count()
        if not self._forms.lists:
            self._forms.board().show_as(self._forms.current)

    def _fill(self, visit_id: str) -> None:
        if self._forms.lists:
            self.head = self._forms.list().show_visit(visit_id)
        else:
            found = self._forms.board().show_visit(visit_id)
            self.head = found.head
            self._bar.show_parties(found.parties)

    def show_count(self) -> None:
        """Say how many entries there are; where there are none to be listed, say so in place of the list."""
        form = self._forms.shown()
        total, beyond, shown = form.count(), 0, form.count()
        if not self._forms.lists:
            scene = self._forms.board().scene
            beyond = len(scene.beyond())
            shown = len(scene.looked_at()) - beyond
        self._bar.show_count(shown, total, beyond)
        self._stack.setCurrentWidget(form if total or not self._forms.lists else self._empty)

    def _name(self) -> str:
        return "list" if self._forms.lists else "board"
