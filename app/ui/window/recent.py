"""The menu of planners opened before."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.preferences import Preferences
from app.ui.widgets.plain import literal
from app.wording import _


class RecentMenu(QMenu):
    """Lists the recent planners whenever it is opened; those that are missing cannot be chosen."""

    file_chosen = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(_("Open recent"), parent)
        self._preferences = preferences
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._choose)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List them anew."""
        self.clear()
        for path in self._preferences.recent_files:
            there = path.exists()
            words = path.name if there else _("{name} — missing").format(name=path.name)
            action = QAction(literal(words), self)
            action.setData(str(path))
            action.setEnabled(there)
            self.addAction(action)
        if self.isEmpty():
            none = self.addAction(_("None yet"))
            none.setEnabled(False)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.file_chosen.emit(str(action.data()))
