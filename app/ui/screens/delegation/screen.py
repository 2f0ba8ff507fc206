"""The room of the delegation: who travels and whom they meet, in order; who leaves, and who takes over."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.delegation.members import MemberList
from app.ui.screens.delegation.withdrawal import WithdrawalPage
from app.wording.errors import sentence


class DelegationScreen(QWidget):
    """The members of the visit in view, and the page on which one is withdrawn or replaced.

    ``selected`` carries kind and id of what the inspector is to show, ``opened`` of what was opened in the
    list; ``go`` those of a row to be opened in its own room; ``told`` a sentence for the toast, and whether
    undo takes back what it tells.
    """

    selected = Signal(str, str)
    opened = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = MemberList(desk, preferences)
        self.page = WithdrawalPage(desk, preferences)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.selected.connect(self.selected)
        self.list.opened.connect(self.opened)
        self.list.created.connect(self.created)
        self.list.leaving_wanted.connect(self.ask_leaving)
        self.page.back.connect(self.show_list)
        for part in (self.list, self.page):
            part.go.connect(self.go)
            part.told.connect(self.told)
        desk.visit_changed.connect(self._on_visit_changed)

    @property
    def table_in_view(self) -> bool:
        """Whether the list is in view, not the page."""
        return self._stack.currentWidget() is self.list

    def reveal(self, kind: str, row_id: str) -> None:
        """Show the list, and select a member in it."""
        self.show_list()
        self.list.reveal(kind, row_id)

    def leave(self) -> None:
        """Nothing that is typed here belongs to a row: there is nothing to save."""

    @Slot(str)
    def ask_leaving(self, member_id: str) -> None:
        """Ask about the withdrawal or replacement of a member, or of one to be named."""
        if not self._desk.visit_id or self._desk.read_only:
            return
        self._stack.setCurrentWidget(self.page)
        try:
            self.page.begin(member_id)
        except AideError as error:
            self.show_list()
            self.told.emit(sentence(error), False)

    @Slot()
    def show_list(self) -> None:
        """Go back to the list."""
        if not self.table_in_view:
            self._stack.setCurrentWidget(self.list)
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self._stack.setCurrentWidget(self.list)
