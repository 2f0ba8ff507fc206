"""The room of the people with its inspectors beside it, as the window puts them together."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.inspector.organisation import OrganisationInspector
from app.ui.inspector.person import PersonInspector, PersonSheet
from app.ui.preferences import Preferences
from app.ui.screens.people.screen import PeopleScreen

INSPECTOR_PX = 348


class Room(QWidget):
    """The screen, and at its right the inspector of what is selected."""

    def __init__(self, desk: Desk, preferences: Preferences, files: FileChooser | None = None) -> None:
        super().__init__()
        self.screen_ = PeopleScreen(desk, preferences, chooser=files)
        self.person = PersonInspector(desk, files=files)
        self.organisation = OrganisationInspector(desk)
        self.told: list[tuple[str, bool]] = []
        self.went: list[tuple[str, str]] = []
        self._stack = QStackedWidget()
        self._stack.setFixedWidth(INSPECTOR_PX)
        self._stack.addWidget(self.person)
        self._stack.addWidget(self.organisation)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.screen_, 1)
        row.addWidget(self._stack)
        self.screen_.selected.connect(self._show)
        self.screen_.go.connect(self._go)
        for part in (self.screen_, self.person, self.organisation):
            part.told.connect(self._tell)
        self.person.go.connect(self.screen_.reveal)
        self.organisation.go.connect(self.screen_.reveal)

    @property
    def sheet(self) -> PersonSheet:
        sheet = self.person.sheet
        assert isinstance(sheet, PersonSheet)
        return sheet

    def _show(self, kind: str, row_id: str) -> None:
        inspector = self.person if kind == "person" else self.organisation
        self._stack.setCurrentWidget(inspector)
        inspector.show_row(row_id)

    def _tell(self, words: str, can_undo: bool) -> None:  # noqa: FBT001 - a signal's
        self.told.append((words, can_undo))

    def _go(self, kind: str, row_id: str) -> None:
        self.went.append((kind, row_id))
