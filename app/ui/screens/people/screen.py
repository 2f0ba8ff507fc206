"""The room of the people: persons and organisations as lists, an organisation's page, and duplicates."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.duplicates import Likeness, Pair, organisation_duplicates, person_duplicates
from app.planning.views.merge import merge_preview
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.people.lists import OrganisationList, PeopleList, PersonList
from app.ui.screens.people.merge_page import MergePage
from app.ui.screens.people.organisation_page import TABLES, OrganisationView
from app.ui.showing import Showing
from app.ui.stops import give_keys
from app.wording.errors import sentence

_LOOK_AFTER_MS = 400  # duplicates are looked for when the hand rests
_DUPLICATES = {"person": person_duplicates, "organisation": organisation_duplicates}


class PeopleScreen(QWidget):
    """Persons and organisations, which all visits share.

    ``selected`` carries kind and id of what the inspector is to show; ``created`` those of a row whose name
    is to be typed next; ``go`` those of a row to be opened in its own room; ``told`` a sentence for the
    toast, and whether undo takes back what it tells; ``turned``, that a list or a page came into view.
    """

    selected = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)
    turned = Signal()

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        parent: QWidget | None = None,
        chooser: FileChooser | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = "person"
        self._chosen: Pair | None = None
        self.lists: dict[str, PeopleList] = {
            "person": PersonList(desk, preferences),
            "organisation": OrganisationList(desk, preferences),
        }
        self.page = OrganisationView(desk, preferences, chooser or FileChooser())
        self.merging = MergePage(desk)
        self._stack = QStackedWidget()
        self._stack.currentChanged.connect(self._on_turned)
        for part in (*self.lists.values(), self.page, self.merging):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER_MS)
        self._look.timeout.connect(self.look_for_duplicates)
        self._connect()

    def _connect(self) -> None:
        for each in self.lists.values():
            each.selected.connect(self.selected)
            each.created.connect(self.created)
            each.told.connect(self.told)
            each.go.connect(self.go)
            each.opened.connect(self._on_opened)
            each.switched.connect(self.show_list)
            each.duplicates_wanted.connect(self.show_duplicates)
            each.merge_wanted.connect(self._on_merge_wanted)
        for page in (self.page, self.merging):
            page.back.connect(self.show_all)
            page.told.connect(self.told)
        self.page.go.connect(self._on_go)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)
        self._desk.changed.connect(self._on_changed)
        self._showing = Showing(self, self._desk, self._show_page, TABLES)

    # What is shown

    @property
    def is_page(self) -> bool:
        """Whether the page of an organisation is shown."""
        return self._stack.currentWidget() is self.page

    @Slot(int)
    def _on_turned(self, _at: int) -> None:
        self.turned.emit()

    def kind(self) -> str:
        """Return what is listed, or was before a page was opened: ``person`` or ``organisation``."""
        current = self._stack.currentWidget()
        return current.kind if isinstance(current, PeopleList) else self._kind

    def reveal(self, kind: str, row_id: str) -> None:
        """Show a person in their list, or an organisation on its page: the list behind has its row."""
        if kind == "organisation_page":
            self.open_page(row_id)
        elif kind in self.lists:
            self.lists[kind].reveal(kind, row_id)
            if kind != "organisation" or not self.open_page(row_id):
                self.show_list(kind)

    def cancel_jobs(self) -> None:
        """End the paper that is being made; nothing is written."""
        self.page.printer.making.cancel()

    def take_keys(self) -> None:
        """Let the keys go to the list in view."""
        give_keys(self._stack.currentWidget())

    def leave(self) -> None:
        """Nothing is being typed here: the inspector has what is."""

    @Slot(str)
    def show_list(self, kind: str) -> None:
        """List persons or organisations."""
        self._kind = kind
        for each in self.lists.values():
            each.switch.select(each.kind)
        found = self.lists[kind]
        self._stack.setCurrentWidget(found)
        found.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selected.emit(kind, found.table.current_id())

    @Slot()
    def show_all(self) -> None:
        """Go back from a page to the list it was opened from."""
        self._chosen = None
        self.show_list(self._kind)

    def open_page(self, organisation_id: str) -> bool:
        """Open the page of an organisation; return whether there is one."""
        if not self.page.show_organisation(organisation_id):
            return False
        self._kind = "organisation"
        self._stack.setCurrentWidget(self.page)
        self.page.begin()
        self.selected.emit("organisation", organisation_id)
        return True

    @Slot()
    def show_duplicates(self) -> None:
        """Show the pairs that may be one, of what is listed."""
        self._kind = self.kind()
        self._stack.setCurrentWidget(self.merging)
        self.look_for_duplicates()
        self.merging.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def look_for_duplicates(self) -> None:
        """Look for pairs that may be one, and say how many there are."""
        kind = self.kind()
        try:
            pairs = self._desk.ask(_DUPLICATES[kind])
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.lists[kind].show_duplicates(len(pairs))
        if self._stack.currentWidget() is self.merging:
            chosen = () if self._chosen is None else (self._chosen,)
            own = {pair.id for pair in chosen}
            self.merging.show_pairs((*chosen, *(pair for pair in pairs if pair.id not in own)))

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._look.start()

    @Slot(str, str)
    def _on_opened(self, kind: str, row_id: str) -> None:
        if kind == "organisation":
            self.open_page(row_id)
        else:
            self.created.emit(kind, row_id)  # to be typed into, as it is after it was added

    @Slot(str, str)
    def _on_go(self, kind: str, row_id: str) -> None:
        if kind in self.lists:
            self.reveal(kind, row_id)
        else:
            self.go.emit(kind, row_id)

    @Slot(str, str)
    def _on_merge_wanted(self, one_id: str, other_id: str) -> None:
        kind = self.kind()
        found = self.lists[kind]
        one, other = found.table.row(one_id), found.table.row(other_id)
        self._chosen = Pair(kind, one_id, other_id, _called(one), _called(other), Likeness.CHOSEN)
        self.show_duplicates()

    @Slot()
    def _on_escape(self) -> None:
        if not isinstance(self._stack.currentWidget(), PeopleList):
            self.show_all()

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("person", "organisation"):
            if self._chosen is not None and self._gone(self._chosen):
                self._chosen = None
            if self._stack.currentWidget() is self.merging:
                self.look_for_duplicates()
            else:
                self._look.start()

    def _gone(self, pair: Pair) -> bool:
        """Tell whether one of a chosen pair is no more, as after its merge."""
        try:
            self._desk.ask(merge_preview, pair.table, pair.one_id, pair.other_id)
        except PlanningError:
            return True
        return False

    def _show_page(self, _changed: Changed | None) -> None:
        # Opened from the list, it asks by itself.
        if self.is_page and not self.page.refresh():
            self.show_all()


def _called(row: object) -> str:
    return f"{getattr(row, 'name', '')} {getattr(row, 'native_name', '')}".strip()
