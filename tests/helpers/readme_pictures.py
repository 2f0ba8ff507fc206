"""The pictures of the README, taken from the program: ``uv run python -m tests.helpers.readme_pictures``."""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pypdfium2
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.release import Audience
from app.domain.zones import use_shipped_zones
from app.paths import RESOURCES
from app.planning.release import release
from app.planning.sample import create_sample
from app.publish.book.build import build_book
from app.ui.preferences import Preferences
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.theme.style import apply_theme
from app.ui.window.main_window import MainWindow

OUTPUT = RESOURCES / "pictures"
TITLE = "NASA Headquarters — bilateral"
SETTLE_MS = 400


def main() -> int:
    """Take the pictures of both themes and of one page of the book."""
    use_shipped_zones()
    application = QApplication([])
    OUTPUT.mkdir(exist_ok=True)
    for scheme in ("light", "dark"):
        apply_theme(application, scheme)
        with tempfile.TemporaryDirectory() as folder:
            _take(Path(folder), scheme)
    return 0


def _take(folder: Path, scheme: str) -> None:
    planner = folder / "US and Europe.aide"
    create_sample(planner)
    window = MainWindow(Preferences(folder / "window.ini"))
    window.resize(1440, 900)
    window.show()
    _save(window, f"start-{scheme}")
    window.open_planner(planner)
    QTest.qWait(SETTLE_MS)
    frame = window.frame
    assert frame is not None
    screen = frame.findChild(ProgrammeScreen)
    assert screen is not None
    lines = screen.board().scene.lines.values()
    screen.select(next(line.id for line in lines if line.title == TITLE))
    _save(window, f"programme-{scheme}")
    frame.enter("book")
    _save(window, f"export-{scheme}")
    if scheme == "light":
        visit = frame.desk.ask(release, frame.desk.visit_id, Audience.parse("principal"))
        _save_page(build_book(visit, paper="a4"))
    window.close()
    window.deleteLater()


def _save(window: MainWindow, name: str) -> None:
    QTest.qWait(SETTLE_MS)
    window.grab().save(str(OUTPUT / f"{name}.png"))


def _save_page(book: bytes) -> None:
    for page in pypdfium2.PdfDocument(book):
        if (
            page.get_textpage().get_text_range().count(TITLE)
            and "PURPOSE" in page.get_textpage().get_text_range()
        ):
            page.render(scale=1.6).to_pil().save(OUTPUT / "book-meeting.png")
            return


if __name__ == "__main__":
    sys.exit(main())
