"""The room of the settings: what it keeps in the planner, and what on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.paths import backup_dir
from app.planning.settings import SHIPPED_NAMES, home_zone, marking_names, set_home_zone
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.settings import machine
from app.ui.screens.settings.screen import SettingsScreen
from app.ui.screens.visits.new_visit import NewVisitPanel
from app.ui.theme.style import apply_theme, theme
from app.ui.window.opening import open_desk
from app.wording.language import languages
from tests.helpers.pictures import grab
from tests.helpers.planner import contents, planner
from tests.ui.planner import make_visit
from tests.ui.windows import Answers


class Folders(Answers):
    """Answers with folders too."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[Path | None] = []
        self.asked: list[Path] = []

    def folder(self, _parent: QWidget, _title: str, now: Path) -> Path | None:
        self.asked.append(now)
        return self.folders.pop(0)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def folders() -> Folders:
    return Folders()


@pytest.fixture
def room(
    desk: Desk, preferences: Preferences, folders: Folders, qtbot: QtBot, qapp: QApplication
) -> Iterator[SettingsScreen]:
    preferences.theme = "light"
    made = SettingsScreen(desk, preferences, folders)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    apply_theme(qapp, "light")


def type_over(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(line, text)
    else:
        line.insert(text)


# The zone at home


def test_the_zone_at_home_is_found_by_typing_and_taken_back(room: SettingsScreen, desk: Desk) -> None:
    before = desk.ask(contents)
    type_over(room.home.box, "seoul")
    QTest.keyClick(room.home.box, Qt.Key.Key_Return)
    assert desk.ask(home_zone) == "Asia/Seoul"
    assert room.home.box.text() == "Asia/Seoul"
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Change the home time zone of new visits"
    desk.undo()
    assert (desk.ask(contents), room.home.box.text()) == (before, "")
    desk.redo()
    type_over(room.home.box, "")
    room.leave()
    assert desk.ask(home_zone) == ""


def test_a_zone_that_is_none_stays_with_its_sentence(room: SettingsScreen, desk: Desk) -> None:
    before = desk.ask(contents)
    type_over(room.home.box, "Atlantis")
    room.leave()
    assert room.home.field.error() == "There is no time zone “Atlantis”. Choose one from the list."
    assert room.home.box.text() == "Atlantis"
    assert desk.ask(contents) == before
    grab(room, "settings-refused")
    type_over(room.home.box, "Europe/Paris")
    room.leave()
    assert (room.home.field.error(), desk.ask(home_zone)) == ("", "Europe/Paris")


def test_a_new_visit_starts_with_the_zone_at_home(desk: Desk, qtbot: QtBot) -> None:
    desk.do("Zone", set_home_zone, "Asia/Seoul")
    panel = NewVisitPanel(desk)
    qtbot.addWidget(panel)
    panel.begin()
    assert panel.zone.text() == "Asia/Seoul"
    type_over(panel.city, "Paris")
    panel.city.editingFinished.emit()
    assert panel.zone.text() == "Europe/Paris"  # what is known of the city counts for more
    type_over(panel.city, "Kleinkleckersdorf")
    panel.city.editingFinished.emit()
    assert panel.zone.text() == "Asia/Seoul"


# The markings


def test_the_markings_are_renamed_in_one_step(room: SettingsScreen, desk: Desk, qtbot: QtBot) -> None:
    before = desk.ask(contents)
    assert not room.markings.button.isEnabled()
    for line, name in zip(room.markings.lines, ("공개", "Intern", "Geheim", "Streng geheim"), strict=True):
        type_over(line, name)
    with qtbot.waitSignal(room.told) as told:
        QTest.mouseClick(room.markings.button, Qt.MouseButton.LeftButton)
    assert told.args == ["The markings are renamed.", True]
    assert desk.ask(marking_names) == ("공개", "Intern", "Geheim", "Streng geheim")
    assert not room.markings.button.isEnabled()
    desk.undo()
    assert desk.ask(contents) == before
    assert [line.text() for line in room.markings.lines] == list(SHIPPED_NAMES)


def test_two_names_can_change_places(room: SettingsScreen, desk: Desk) -> None:
    low, high = room.markings.lines[:2]
    type_over(low, SHIPPED_NAMES[1])
    type_over(high, SHIPPED_NAMES[0])
    QTest.keyClick(high, Qt.Key.Key_Return)
    assert desk.ask(marking_names) == (SHIPPED_NAMES[1], SHIPPED_NAMES[0], *SHIPPED_NAMES[2:])


def test_names_that_do_not_fit_are_refused_at_their_fields(room: SettingsScreen, desk: Desk) -> None:
    before = desk.ask(contents)
    type_over(room.markings.lines[1], "  ")
    type_over(room.markings.lines[2], "x" * 25)
    type_over(room.markings.lines[3], "Public")
    QTest.keyClick(room.markings.lines[3], Qt.Key.Key_Return)
    assert [field.error() for field in room.markings.fields] == [
        "",
        "This must not be empty.",
        "That is too long: 24 letters at the most.",
        "The four markings need four different names.",
    ]
    assert room.markings.lines[3].text() == "Public"
    assert desk.ask(contents) == before
    QTest.keyClick(room.markings.lines[3], Qt.Key.Key_Escape)
    assert [line.text() for line in room.markings.lines] == list(SHIPPED_NAMES)
    assert not any(field.error() for field in room.markings.fields)


def test_what_is_being_typed_survives_a_change_from_elsewhere(room: SettingsScreen, desk: Desk) -> None:
    type_over(room.markings.lines[0], "OPEN")
    desk.do("Zone", set_home_zone, "Asia/Seoul")
    assert room.markings.lines[0].text() == "OPEN"
    assert room.home.box.text() == "Asia/Seoul"


# This computer


def test_the_theme_changes_at_once(room: SettingsScreen, preferences: Preferences) -> None:
    QTest.mouseClick(room.screen_.theme.button("dark"), Qt.MouseButton.LeftButton)
    assert (preferences.theme, theme().scheme) == ("dark", "dark")
    grab(room, "settings-dark")
    QTest.mouseClick(room.screen_.theme.button("light"), Qt.MouseButton.LeftButton)
    grab(room, "settings-light")
    assert (preferences.theme, theme().scheme) == ("light", "light")


def test_a_theme_chosen_in_the_menu_is_shown(
    room: SettingsScreen, preferences: Preferences, qapp: QApplication
) -> None:
    preferences.theme = "dark"
    apply_theme(qapp, "dark")
    assert room.screen_.theme.current() == "dark"


def test_the_language_of_papers_is_remembered(
    desk: Desk,
    preferences: Preferences,
    folders: Folders,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine, "languages", lambda: [("en", "English"), ("ko", "한국어")])
    room = SettingsScreen(desk, preferences, folders)
    qtbot.addWidget(room)
    room.resize(1000, 900)
    room.show()
    assert room.paper.field.isVisible()
    assert room.paper.language.currentText() == "English"
    room.paper.language.setFocus()
    QTest.keyClick(room.paper.language, Qt.Key.Key_Down)
    preferences.save()
    assert Preferences(tmp_path / "window.ini").paper_language == "ko"
    grab(room, "settings-paper")
    preferences.paper_language = "tlh"  # of a program that had more languages
    room.paper.refresh()
    assert room.paper.language.currentText() == "English"


def test_with_one_language_papers_are_not_asked_for_it(room: SettingsScreen) -> None:
    assert [tag for tag, _name in languages()] == ["en"]
    assert not room.paper.field.isVisible()


def test_paper_is_remembered(room: SettingsScreen, preferences: Preferences, tmp_path: Path) -> None:
    assert room.paper.paper.current() == "a4"
    QTest.mouseClick(room.paper.paper.button("letter"), Qt.MouseButton.LeftButton)
    preferences.save()
    assert Preferences(tmp_path / "window.ini").paper == "letter"


def test_the_language_is_in_force_at_the_next_start(
    desk: Desk,
    preferences: Preferences,
    folders: Folders,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert languages()[0] == ("en", "English")
    monkeypatch.setattr(machine, "languages", lambda: [("en", "English"), ("ko", "한국어")])
    room = SettingsScreen(desk, preferences, folders)
    qtbot.addWidget(room)
    room.show()
    card = room.screen_
    assert not card.later.isVisible()
    card.language.setFocus()
    QTest.keyClick(card.language, Qt.Key.Key_Down)
    assert preferences.language == "ko"
    assert card.later.text() == "In force when the program is started next."
    assert card.later.isVisible()
    QTest.keyClick(card.language, Qt.Key.Key_Up)
    assert (preferences.language, card.later.isVisible()) == ("en", False)


def test_backups_go_where_they_are_wanted(
    room: SettingsScreen, preferences: Preferences, folders: Folders, tmp_path: Path
) -> None:
    card = room.backups
    assert card.folder.text() == str(backup_dir())
    assert not card.usual.isVisible()
    wanted = tmp_path / "Sicherungen 백업"
    wanted.mkdir()
    folders.folders = [None, wanted]
    QTest.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    assert card.folder.text() == str(backup_dir())  # the user thought better of it
    QTest.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    assert preferences.backup_folder == wanted
    assert card.folder.text() == str(wanted)
    assert "next time a planner is opened" in card.place.remark.text()
    desk = open_desk(planner(tmp_path, name="other.aide"), preferences.backup_folder)
    desk.do("Visit", make_visit)
    desk.close()
    assert [path.suffix for path in wanted.iterdir()] == [".aide"]
    wanted.rename(tmp_path / "elsewhere")
    card.refresh()
    assert card.place.remark.text() == "This folder cannot be found now."
    QTest.mouseClick(card.usual, Qt.MouseButton.LeftButton)
    assert card.folder.text() == str(backup_dir())
    assert Preferences(tmp_path / "window.ini").backup_folder is None


def test_a_planner_that_is_only_read_keeps_its_settings(
    tmp_path: Path, preferences: Preferences, folders: Folders, qtbot: QtBot
) -> None:
    desk = Desk(Workspace.open(planner(tmp_path, name="read.aide"), writable=False))
    room = SettingsScreen(desk, preferences, folders)
    qtbot.addWidget(room)
    room.resize(520, 500)
    with qtbot.waitExposed(room):
        room.show()
    before = desk.ask(contents)
    for line in (room.home.box, *room.markings.lines):
        line.setFocus()
        QTest.keyClicks(line, "Europe/Paris")
        QTest.keyClick(line, Qt.Key.Key_Return)
    room.leave()
    assert not room.markings.button.isEnabled()
    assert desk.ask(contents) == before
    grab(room, "settings-narrow")
    desk.close()
