"""Windows over real planner files, for tests."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.files import FileChooser, FileKind
from app.ui.preferences import Preferences
from app.ui.screens.start.screen import StartScreen
from app.ui.window.frame import PlannerFrame
from app.ui.window.main_window import MainWindow
from tests.helpers.planner import planner


class Answers(FileChooser):
    """Answers in the user's place: each question takes the next answer."""

    def __init__(self, *paths: Path | None) -> None:
        self.paths = list(paths)
        self.suggested: list[Path] = []

    def to_open(self, _parent: QWidget, _title: str, _kind: FileKind) -> Path | None:
        return self.paths.pop(0)

    def to_save(
        self, _parent: QWidget, _title: str, suggested: Path, _kind: FileKind, *, replace: bool
    ) -> Path | None:
        del replace
        self.suggested.append(suggested)
        return self.paths.pop(0)


class Windows:
    """Opens windows and shuts them down again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: list[MainWindow] = []
        self.answers = Answers()

    def planner(self, name: str = "visit.aide") -> Path:
        """Return a fresh planner with the sample visit."""
        return planner(self.folder, "sample", name)

    def preferences(self) -> Preferences:
        """Return this test's preferences, read anew."""
        return Preferences(self.folder / "settings" / "window.ini")

    def window(self, size: tuple[int, int] = (1440, 900)) -> MainWindow:
        """Return a shown window without a planner."""
        window = MainWindow(self.preferences(), self.answers)
        self._open.append(window)
        window.resize(QSize(*size))
        window.show()
        return window

    def frame(self, size: tuple[int, int] = (1440, 900), path: Path | None = None) -> PlannerFrame:
        """Return the frame of a window with a planner."""
        window = self.window(size)
        assert window.open_planner(path or self.planner())
        return frame_of(window)

    def close(self) -> None:
        """Shut every window down."""
        for window in self._open:
            window.close()
            window.deleteLater()
        self._open.clear()


def frame_of(window: MainWindow) -> PlannerFrame:
    """Return the frame of a window that must have a planner."""
    assert window.frame is not None
    return window.frame


def start_of(window: MainWindow) -> StartScreen:
    """Return the start screen of a window that must show it."""
    assert window.start is not None
    return window.start
