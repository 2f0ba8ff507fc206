"""The export room: what each audience gets, the file, cancelling, and what is refused."""

from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.verbs.entries import edit_entry
from app.ui.screens.export import options
from app.ui.screens.export.screen import ExportScreen
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.window.frame import PlannerFrame
from tests.helpers.pictures import grab
from tests.ui.windows import Windows

MINUTE_MS = 60_000


@pytest.fixture
def frame(windows: Windows) -> PlannerFrame:
    made = windows.frame()
    made.enter("book")
    return made


@pytest.fixture
def screen(frame: PlannerFrame) -> ExportScreen:
    return frame.rooms.exporting()


def busy(screen: ExportScreen) -> bool:
    return screen.making.running


def make(screen: ExportScreen, qtbot: QtBot, windows: Windows, path: Path) -> None:
    windows.answers.paths = [path]
    with qtbot.waitSignal(screen.making.saved, timeout=MINUTE_MS):
        screen.save.click()


def test_the_delegation_is_meant_unless_one_says_otherwise(screen: ExportScreen) -> None:
    assert screen.audience.current() == "delegation"
    assert screen.options.badge.text() == "RESTRICTED"
    assert screen.options.total.text() == "5 passages left out"
    assert screen.options.sentences.text().splitlines() == [
        "1 entry left out — above RESTRICTED",
        "2 talking points left out — above RESTRICTED",
        "1 passage left out — above RESTRICTED",
        "1 action left out — above RESTRICTED",
    ]


def test_the_principal_gets_everything(screen: ExportScreen) -> None:
    screen.audience.select("principal")
    assert screen.options.total.text() == "Nothing is left out"
    assert screen.options.badge.text() == "CONFIDENTIAL"
    assert not screen.options.sentences.isVisible()


def test_an_empty_listing_says_so(screen: ExportScreen) -> None:
    assert screen._released is not None
    screen.listing.show_entries(screen._released, ())
    picture = screen.listing.viewport().grab().toImage()
    middle = picture.height() // 2
    inks = {picture.pixel(x, y) for x in range(picture.width()) for y in range(middle - 8, middle + 8)}
    assert len(inks) > 1


def test_days_and_times_are_shown_whole(screen: ExportScreen) -> None:
    model = screen.listing.model()
    shown = [[model.index(row, column).data() for row in range(model.rowCount())] for column in (0, 1)]
    assert "Mon 29 Jan" in shown[0]
    assert "15:50 CET → 11:25 +1 KST" in shown[1]
    assert "to be decided" in shown[1]
    for column, font in enumerate((ui_font(weight=SEMIBOLD), ui_font(tabular=True))):
        widest = max(QFontMetrics(font).horizontalAdvance(words) for words in shown[column])
        assert widest + 2 * 12 <= screen.listing.columnWidth(column)


def test_a_host_is_one_of_the_visits_own(screen: ExportScreen) -> None:
    assert not screen.options.host_field.isVisible()
    screen.audience.select("host")
    assert screen.options.host_field.isVisible()
    box = screen.options.host
    names = [box.itemText(number) for number in range(box.count())]
    esa = next(number for number, name in enumerate(names) if name.startswith("ESA"))
    assert not any("Ministry of Science" in name for name in names)
    box.setCurrentIndex(esa)
    box.activated.emit(esa)
    assert screen.options.title.text() == "Book: ESA"
    assert "not shared with ESA" in screen.options.sentences.text()
    released = screen.released()
    assert released is not None
    assert screen.listing.model().rowCount() == len(released.entries) < 10


def test_a_calendar_is_saved(
    screen: ExportScreen, frame: PlannerFrame, qtbot: QtBot, windows: Windows
) -> None:
    frame.enter("calendar")
    assert screen.options.advice.isVisible()
    assert "new calendar" in screen.options.advice.text()
    path = windows.folder / "visit.ics"
    make(screen, qtbot, windows, path)
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert len(events) == screen.listing.model().rowCount()
    assert screen.outcome.words.text() == "Saved visit.ics"
    assert screen.outcome.show_folder.isVisible()
    assert windows.answers.suggested == [
        windows.answers.suggested[0].with_name("US & Europe space visit, calendar, delegation.ics")
    ]
    assert list(windows.folder.glob("*.partial")) == []
    grab(frame, "export-saved")


def test_one_persons_calendar_is_shorter(
    screen: ExportScreen, frame: PlannerFrame, qtbot: QtBot, windows: Windows
) -> None:
    frame.enter("calendar")
    everybody = screen.listing.model().rowCount()
    box = screen.options.person
    assert box.itemText(0) == "Everybody"
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    shown = screen.listing.model().rowCount()
    assert 0 < shown < everybody
    path = windows.folder / "one.ics"
    make(screen, qtbot, windows, path)
    assert len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == shown


def test_a_book_is_saved_with_progress(screen: ExportScreen, qtbot: QtBot, windows: Windows) -> None:
    seen: list[tuple[int, int]] = []
    screen.making.progress.connect(lambda done, total: seen.append((done, total)))
    path = windows.folder / "book.pdf"
    path.write_bytes(b"an older book, which the dialog asked about")
    make(screen, qtbot, windows, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert seen == sorted(seen)
    assert seen
    assert screen.save.isEnabled()


def test_a_cancelled_book_leaves_what_was_there(
    screen: ExportScreen, frame: PlannerFrame, qtbot: QtBot, windows: Windows
) -> None:
    path = windows.folder / "book.pdf"
    path.write_bytes(b"an older book")
    windows.answers.paths = [path]
    screen.save.click()
    assert busy(screen)
    assert screen.outcome.cancel.isVisible()
    assert not screen.save.isEnabled()
    grab(frame, "export-working")
    with qtbot.waitSignal(screen.making.cancelled):
        screen.outcome.cancel.click()
    assert not busy(screen)
    assert path.read_bytes() == b"an older book"
    assert screen.outcome.words.text() == "Cancelled; nothing was written."
    assert screen.save.isEnabled()
    make(screen, qtbot, windows, path)
    assert path.read_bytes().startswith(b"%PDF-")


def test_closing_the_window_ends_the_job(screen: ExportScreen, frame: PlannerFrame, windows: Windows) -> None:
    path = windows.folder / "book.pdf"
    windows.answers.paths = [path]
    screen.save.click()
    frame.window().close()
    assert not busy(screen)
    assert not path.exists()


@pytest.mark.parametrize("name", ["visit.aide", "other.AIDE", "renamed.pdf"])
def test_a_planner_is_never_written_over(screen: ExportScreen, windows: Windows, name: str) -> None:
    path = windows.folder / name
    if name != "visit.aide":
        windows.planner(name)
    before = path.read_bytes()
    windows.answers.paths = [path]
    screen.save.click()
    assert not busy(screen)
    assert "is a planner file" in screen.outcome.words.text()
    assert path.read_bytes() == before


def test_the_open_planner_is_known_under_any_name(
    screen: ExportScreen, frame: PlannerFrame, windows: Windows
) -> None:
    alias = windows.folder / "alias.pdf"
    alias.hardlink_to(frame.desk.path)
    windows.answers.paths = [alias]
    screen.save.click()
    assert "is a planner file" in screen.outcome.words.text()
    assert alias.samefile(frame.desk.path)


def test_a_folder_that_is_not_there_is_told(screen: ExportScreen, qtbot: QtBot, windows: Windows) -> None:
    windows.answers.paths = [windows.folder / "nowhere" / "book.pdf"]
    with qtbot.waitSignal(screen.making.failed, timeout=MINUTE_MS):
        screen.save.click()
    assert "could not be written" in screen.outcome.words.text()
    assert screen.save.isEnabled()


def test_a_letter_no_font_has_is_told(
    screen: ExportScreen, frame: PlannerFrame, qtbot: QtBot, windows: Windows
) -> None:
    released = screen.released()
    assert released is not None
    frame.desk.do("Rename", edit_entry, released.entries[0].id, title="Tea with \U00012000")
    windows.answers.paths = [windows.folder / "book.pdf"]
    with qtbot.waitSignal(screen.making.failed, timeout=MINUTE_MS):
        screen.save.click()
    assert "No font has a letter" in screen.outcome.words.text()
    assert not (windows.folder / "book.pdf").exists()


def test_each_export_begins_with_the_paper_and_the_language_of_the_settings(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(options, "languages", lambda: [("en", "English"), ("ko", "한국어")])
    frame = windows.frame()
    frame.enter("book")
    chosen = frame.rooms.exporting().options
    assert (chosen.paper.currentData(), chosen.language.currentData()) == ("a4", "en")
    preferences = frame._preferences
    preferences.paper, preferences.paper_language = "letter", "ko"  # as the settings do
    frame.enter("settings")
    frame.enter("book")
    assert (chosen.paper.currentData(), chosen.language.currentData()) == ("letter", "ko")
    chosen.language.setCurrentIndex(0)
    chosen.language.activated.emit(0)
    frame.enter("calendar")  # the same sitting
    assert chosen.language.currentData() == "en"
    assert preferences.paper_language == "ko"  # this once, not for good
    frame.enter("overview")
    frame.enter("calendar")
    assert chosen.language.currentData() == "ko"


def test_a_change_in_the_planner_is_in_the_next_paper(screen: ExportScreen, frame: PlannerFrame) -> None:
    released = screen.released()
    assert released is not None
    frame.desk.do("Rename", edit_entry, released.entries[0].id, title="Renamed meanwhile")
    QApplication.processEvents()
    assert screen.listing.model().index(0, 2).data() == "Renamed meanwhile"


class Opened(QObject):
    """Stands where the system's file manager would."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


def test_the_folder_is_shown(screen: ExportScreen, qtbot: QtBot, windows: Windows) -> None:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")  # type: ignore[arg-type]  # the stubs ask for bytes, PySide for str
    try:
        make(screen, qtbot, windows, windows.folder / "book.pdf")
        screen.outcome.show_folder.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [str(windows.folder)]
