"""The window: the start screen, or an open planner in its frame."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.files import PLANNER_SUFFIX, FileChooser, documents, free_name, planner_kind
from app.ui.preferences import SCHEMES, Preferences
from app.ui.theme.style import theme
from app.ui.window.actions import Actions
from app.ui.window.frame import PlannerFrame
from app.ui.window.opening import make_planner, make_sample, open_desk
from app.ui.window.recent import RecentMenu
from app.wording import _
from app.wording.errors import sentence

if TYPE_CHECKING:
    from app.ui.screens.start.screen import StartScreen

USUAL = QSize(1440, 900)
LEAST = QSize(900, 520)  # a screen of 1920 × 1080 at 200 % has 960 × 540


class MainWindow(QWidget):
    """Opens and closes planners. Everything about the planner that is open stands in ``frame``."""

    def __init__(self, preferences: Preferences, chooser: FileChooser | None = None) -> None:
        super().__init__()
        self._preferences = preferences
        self._chooser = chooser or FileChooser()
        self.frame: PlannerFrame | None = None
        self.start: StartScreen | None = None
        self.actions_ = Actions(self)
        self._menu = QMenu(self)
        self._recent = RecentMenu(preferences, self)
        self.actions_.fill(self._menu, self._recent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        if not preferences.geometry.isEmpty():
            self.restoreGeometry(preferences.geometry)
        self.actions_[f"theme_{preferences.theme}"].setChecked(True)

    def _connect(self) -> None:
        self._recent.file_chosen.connect(self.open_named)
        self.actions_.connect_all(
            {
                "new": self.new_planner,
                "sample": self.new_from_sample,
                "open": self.open_asked,
                "backup": self.save_backup,
                "close": self.close_planner,
                "quit": self.close,
                "shortcuts": self.show_shortcuts,
                "about": self.show_about,
            }
        )
        self._menu.aboutToShow.connect(self._check_theme)
        for scheme in SCHEMES:
            self.actions_[f"theme_{scheme}"].triggered.connect(self._choose_theme)

    # Opening and closing

    @Slot(str)
    def open_named(self, path: str) -> None:
        """Open a planner by the text of its path."""
        self.open_planner(Path(path))

    def open_planner(self, path: Path) -> bool:
        """Open a planner in place of the one that is open; on an error, that one stays and it is told."""
        path = path.resolve()
        if self.frame is not None and self.frame.desk.path == path and not self.frame.desk.read_only:
            return True
        try:
            desk = open_desk(path, self._preferences.backup_folder)
        except AideError as error:
            self._refuse(sentence(error))
            return False
        try:
            self._take(desk)
        except AideError as error:
            desk.close()
            self._refuse(sentence(error))
            return False
        self._preferences.remember_file(path)
        return True

    @Slot()
    def open_asked(self) -> None:
        """Ask for a planner and open it."""
        path = self._chooser.to_open(self, _("Open a planner"), planner_kind())
        if path is not None:
            self.open_planner(path)

    @Slot()
    def new_planner(self) -> None:
        """Ask where a new planner shall stand, make it and open it; it asks for its first visit."""
        self._make(_("Save the new planner as"), _("Visits"), make_planner)

    @Slot()
    def new_from_sample(self) -> None:
        """Ask where the sample visit shall stand, make it there and open it; never over another file."""
        self._make(_("Save the sample visit as"), _("Sample visit"), make_sample)

    def _make(self, title: str, name: str, make: Callable[[Path], None]) -> None:
        suggested = free_name(documents() / f"{name}{PLANNER_SUFFIX}")
        path = self._chooser.to_save(self, title, suggested, planner_kind(), replace=False)
        if path is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            make(path)
        except AideError as error:
            self._refuse(sentence(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.open_planner(path)

    @Slot()
    def reopen(self) -> None:
        """Try again to open a planner for writing that was open to read only."""
        if self.frame is None or not self.open_planner(self.frame.desk.path):
            return
        if self.frame.desk.read_only:
            self.frame.tell(_("It still cannot be written."))

    @Slot()
    def close_planner(self) -> None:
        """Close the planner and show the start screen."""
        if self.frame is not None:
            self._preferences.last_file = None
            self._drop_frame()
            self.show_start()

    def _take(self, desk: Desk) -> None:
        frame = PlannerFrame(desk, self._preferences, self._chooser, self.actions_, self._menu, self)
        frame.try_again.connect(self.reopen)
        self._drop_frame()
        self._drop_start()
        self.frame = frame
        self._column.addWidget(frame)
        frame.panes.set_widths(self._preferences.navigation_width, self._preferences.inspector_width)
        frame.show()
        self.actions_.set_planner_open(is_open=True)
        self.setWindowTitle(f"{desk.path.name} — Aide-Mémoire")

    def _drop_frame(self) -> None:
        if self.frame is None:
            return
        frame, self.frame = self.frame, None
        frame.leave()
        self._column.removeWidget(frame)
        frame.hide()
        frame.desk.close()
        frame.desk.deleteLater()
        frame.deleteLater()

    def show_start(self) -> None:
        """Show the ways in, where no planner is open."""
        from app.ui.screens.start.screen import StartScreen

        if self.frame is not None or self.start is not None:
            return
        self.actions_.set_planner_open(is_open=False)
        self.setWindowTitle("Aide-Mémoire")
        self.start = StartScreen(self._preferences, self)
        self.start.sample_wanted.connect(self.new_from_sample)
        self.start.new_wanted.connect(self.new_planner)
        self.start.open_wanted.connect(self.open_asked)
        self.start.file_chosen.connect(self.open_named)
        self._column.addWidget(self.start)
        self.start.show()

    def _drop_start(self) -> None:
        if self.start is not None:
            start, self.start = self.start, None
            self._column.removeWidget(start)
            start.hide()
            start.deleteLater()

    def _refuse(self, words: str) -> None:
        if self.frame is not None:
            self.frame.tell(words)
            return
        self.show_start()
        assert self.start is not None
        self.start.show_error(words)

    # What the menu offers

    @Slot()
    def save_backup(self) -> None:
        """Ask for a name and write a verified copy of the planner there; never over another file."""
        if self.frame is None:
            return
        desk = self.frame.desk
        suggested = free_name(desk.path.with_stem(_("{name} backup").format(name=desk.path.stem)))
        path = self._chooser.to_save(self, _("Save a backup as"), suggested, planner_kind(), replace=False)
        if path is None:
            return
        try:
            desk.write_backup(path.absolute())
        except AideError as error:
            self._refuse(sentence(error))
            return
        self.frame.tell(_("Backup saved as {name}, and checked.").format(name=path.name))

    @Slot()
    def _check_theme(self) -> None:
        """Tick the theme in force: the settings change it too."""
        self.actions_[f"theme_{self._preferences.theme}"].setChecked(True)

    @Slot()
    def _choose_theme(self) -> None:
        action = self.sender()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for scheme in SCHEMES:
            if action is self.actions_[f"theme_{scheme}"]:
                self._preferences.theme = scheme
                theme().apply(app, scheme)

    @Slot()
    def show_shortcuts(self) -> None:
        """Show the sheet of all keys."""
        from app.ui.window.shortcuts import ShortcutsSheet

        sheet = ShortcutsSheet(self.actions_.all(), self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @Slot()
    def show_about(self) -> None:
        """Show what the program is made of, and under which licences."""
        from app.ui.window.about import AboutDialog

        dialog = AboutDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Qt's events

    def showEvent(self, event: QShowEvent, /) -> None:
        self.show_start()
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if _dragged_planner(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        path = _dragged_planner(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_planner(path)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        self._preferences.geometry = self.saveGeometry()
        self.shut_down()
        super().closeEvent(event)

    def shut_down(self) -> None:
        """End jobs, save what is being typed, and close the planner; it is opened again at the next start."""
        self._drop_frame()
        self._preferences.save()


def _dragged_planner(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == PLANNER_SUFFIX else None
