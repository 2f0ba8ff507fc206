"""The room of telling: the message to each, sent by clipboard or mail program, and kept."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.data.models import Member, Person
from app.domain.telling import Via, What
from app.domain.words import Side
from app.jobs import JobState
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.members import edit_member
from app.planning.verbs.people_at import add_participant
from app.planning.verbs.persons import edit_person
from app.planning.views.drafts import drafts
from app.planning.views.history import steps
from app.planning.views.meetings import meeting_rows
from app.planning.views.organisations import organisation_rows
from app.planning.views.telling import affected, told_rows
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.tell.screen import TellScreen
from app.ui.screens.tell.words import affected_columns, by_what, in_language
from app.ui.tables.column import cell_of
from app.ui.theme.style import apply_theme, theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.planner import add, edit
from tests.ui.windows import Answers, Windows

PEOPLE = (
    ("kim", "Kim", "Min-jun", "김민준", "ko, en", "kim@example.org"),
    ("martin", "Martin", "Léa", "", "français, English", "lea.martin@example.org"),
    ("schmidt", "Schmidt", "Jörg", "", "Deutsch", ""),
    ("jones", "Jones", "Ann", "", "", "not an address"),
)


def _plant(session: Session, visit_id: str) -> None:
    for number, (key, family, given, native, languages, email) in enumerate(PEOPLE):
        session.add(
            Person(
                id=key, family_name=family, given_name=given, native_name=native, languages=languages,
                email=email,
            )
        )  # fmt: skip
        session.add(
            Member(id=f"m-{key}", visit_id=visit_id, person_id=key, side=Side.OURS, precedence=number)
        )


@pytest.fixture
def tea(desk: Desk) -> str:
    desk.do("People", partial(_plant, visit_id=desk.visit_id))
    entry = add(desk, "Tea with the Director", datetime(2024, 3, 26, 9, 30))
    for key, *_rest in PEOPLE:
        desk.do("Seat", partial(add_participant, entry_id=entry, member_id=f"m-{key}"))
    return entry


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def screen(desk: Desk, tea: str, tmp_path: Path, qtbot: QtBot, answers: Answers) -> Iterator[TellScreen]:
    del tea
    theme().set_reduced_motion(still=True)
    made = TellScreen(desk, Preferences(tmp_path / "window.ini"), answers)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    QGuiApplication.clipboard().clear()
    theme().set_reduced_motion(still=None)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    urls: list[QUrl] = []

    def take(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return urls


def _names(screen: TellScreen) -> list[str]:
    return [screen.people.row(key).name for key in screen.people.ids()]


def _later(desk: Desk, entry: str) -> None:
    edit(
        desk, entry, start_wall=datetime(2024, 3, 26, 10), end_wall=datetime(2024, 3, 26, 11), room="Salon B"
    )


def _at_first_told(desk: Desk, screen: TellScreen) -> None:
    """Tell all of what was planned so far, so that only what comes next is new."""
    for key in list(screen.people.ids()):
        screen.people.select(key)
        screen.pane.copy.click()
    assert not desk.ask(affected, desk.visit_id)
    screen._start_over()


def test_a_move_is_told_in_the_language_of_each_and_kept(
    screen: TellScreen, desk: Desk, tea: str, qtbot: QtBot
) -> None:
    _at_first_told(desk, screen)
    assert screen.nothing.isVisible()
    _later(desk, tea)
    assert _names(screen) == ["Min-jun Kim", "Léa Martin", "Jörg Schmidt", "Ann Jones"]
    assert screen.pane.person is not None
    assert screen.pane.person.id == "m-kim"
    assert screen.pane.tag() == "ko"
    assert "김민준님께" in screen.pane.text.toPlainText()
    assert "10:00–11:00 (Paris; Seoul 18:00)" in screen.pane.text.toPlainText()
    before = desk.ask(contents)
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(screen.pane.copy, Qt.MouseButton.LeftButton)
    assert told.args == ["Copied. Kept as told to Min-jun Kim.", True]
    text = QGuiApplication.clipboard().text()
    assert text == screen.pane.text.toPlainText().strip()
    newest = desk.ask(told_rows, desk.visit_id)[0]
    assert (newest.member_id, newest.name, newest.via, newest.language) == (
        "m-kim", "Min-jun Kim", Via.COPIED, "ko",
    )  # fmt: skip
    assert newest.text == text
    assert newest.about == "Tea with the Director: time, room"
    # Whoever was told stays in view, marked; undo makes it open again.
    assert screen.people.row("m-kim").is_told
    assert in_language(screen.people.row("m-kim")) == "in 한국어"
    assert in_language(screen.people.row("m-martin")) == "last in Français"
    assert by_what(newest) == "Copied · 한국어"
    assert screen.count.text() == "3 to tell"
    desk.undo()
    assert desk.ask(contents) == before
    assert not screen.people.row("m-kim").is_told
    assert screen.count.text() == "4 to tell"


def test_without_a_language_a_name_in_hangul_is_written_to_in_korean(
    screen: TellScreen, desk: Desk, tea: str
) -> None:
    desk.do("Languages", edit_person, "kim", languages="")
    _at_first_told(desk, screen)
    _later(desk, tea)
    screen.people.select("m-kim")
    assert screen.pane.tag() == "ko"
    assert cell_of(affected_columns()[1], screen.people.row("m-kim")).text == "한국어"
    screen.pane.language.select("de")
    screen.pane.language.selected.emit("de")
    screen.copy()
    _later(desk, tea)
    edit(desk, tea, room="11")
    row = screen.people.row("m-kim")
    assert (row.is_told, in_language(row)) == (False, "last in Deutsch")
    grab(screen, "tell-languages")


def test_what_was_changed_by_hand_is_what_is_sent_and_survives_looking_elsewhere(
    screen: TellScreen, desk: Desk, tea: str
) -> None:
    screen.people.select("m-jones")
    made = screen.pane.text.toPlainText()
    screen.pane.subject.selectAll()
    QTest.keyClicks(screen.pane.subject, "Your tea")
    screen.pane.text.setFocus()
    QTest.keyClick(screen.pane.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(screen.pane.text, " - Ann's own note")
    screen.people.select("m-schmidt")
    assert "Guten Tag" in screen.pane.text.toPlainText()
    _later(desk, tea)
    screen.people.select("m-jones")
    assert screen.pane.subject.text() == "Your tea"
    assert screen.pane.text.toPlainText().endswith("Ann's own note")
    assert screen.pane.note.text() == "The plan has changed since you wrote this."
    screen.pane.copy.click()
    kept = desk.ask(told_rows, desk.visit_id)[0]
    assert (kept.subject, kept.text[-14:]) == ("Your tea", "Ann's own note")
    # It has left: what stands there now is made of the plan, and tells of the later move too.
    assert screen.pane.person is not None
    assert screen.pane.person.id == "m-jones"
    assert screen.pane.subject.text() != "Your tea"
    assert screen.pane.text.toPlainText() not in {made, kept.text}
    assert not screen.pane.afresh.isVisible()
    edit(desk, tea, room="Salon C")
    assert "Ann's own note" not in screen.pane.text.toPlainText()


@pytest.mark.parametrize("how", ["pause", "leave", "elsewhere"])
def test_what_is_being_written_survives_the_end_of_the_program(
    screen: TellScreen, desk: Desk, tmp_path: Path, qtbot: QtBot, how: str
) -> None:
    screen.people.select("m-martin")
    screen.pane.language.button("en").click()
    QTest.keyClicks(screen.pane.text, "Chere Lea, ")
    screen.pane.subject.end(False)
    QTest.keyClicks(screen.pane.subject, "!")
    if how == "pause":
        qtbot.waitUntil(lambda: screen.pane._typed is None)
    elif how == "leave":
        screen.leave()
    else:
        screen.people.select("m-kim")
    again = TellScreen(desk, Preferences(tmp_path / "window.ini"), Answers())
    qtbot.addWidget(again)
    again.show()
    again.people.select("m-martin")
    assert again.pane.tag() == "en"
    assert again.pane.text.toPlainText().startswith("Chere Lea, ")
    assert again.pane.subject.text().endswith("!")
    assert again.pane.afresh.isVisible()
    again.pane.copy.click()
    assert not again.pane.text.toPlainText().startswith("Chere Lea, ")
    assert desk.ask(drafts, "member", "m-martin") == {}
    assert desk.ask(told_rows, desk.visit_id)[0].text.startswith("Chere Lea, ")


def test_what_is_older_than_the_chosen_step_waits_after_telling(
    screen: TellScreen, desk: Desk, tea: str
) -> None:
    _at_first_told(desk, screen)
    edit(desk, tea, title="Coffee with the Director")
    edit(desk, tea, room="Salon B")
    newest = desk.ask(steps)[0].number
    screen.since.setCurrentIndex(screen.since.findData(newest))
    screen.since.chosen.emit()
    screen.people.select("m-jones")
    assert "Title" not in screen.pane.text.toPlainText()
    screen.pane.copy.click()
    assert screen.people.row("m-jones").is_told
    screen.since.setCurrentIndex(0)
    screen.since.chosen.emit()
    (change,) = screen.people.row("m-jones").entries
    assert change.what == {What.TITLE}


def test_another_language_can_be_chosen_and_is_remembered(screen: TellScreen) -> None:
    screen.people.select("m-jones")
    assert screen.pane.tag() == "en"
    assert screen.pane.text.toPlainText().startswith("Dear Ann Jones,")
    screen.pane.language.button("fr").click()
    assert "Le programme de la visite" in screen.pane.text.toPlainText()
    screen.people.select("m-kim")
    assert screen.pane.tag() == "ko"
    screen.people.select("m-jones")
    assert screen.pane.tag() == "fr"


def test_the_mail_program_gets_the_message_whole_and_escaped(
    screen: TellScreen, desk: Desk, opened: list[QUrl]
) -> None:
    screen.people.select("m-martin")
    screen.pane.language.button("en").click()
    screen.pane.subject.setText("A & B? #1\u2028second\r\nBcc: all@example.org")
    QTest.mouseClick(screen.pane.mail, Qt.MouseButton.LeftButton)
    (url,) = opened
    raw = bytes(url.toEncoded().data()).decode()
    assert raw.startswith("mailto:lea.martin@example.org?subject=")
    assert not set(raw) & set("\r\n \u2028")
    parts = parse_qs(urlsplit(raw).query)
    assert set(parts) == {"subject", "body"}
    assert parts["subject"] == ["A & B? #1 second Bcc: all@example.org"]
    assert parts["body"][0].replace("\r\n", "\n") == screen.pane.words().text
    assert desk.ask(told_rows, desk.visit_id)[0].via is Via.MAIL


def test_without_an_address_there_is_no_mail(screen: TellScreen) -> None:
    for key, can in (("m-kim", True), ("m-schmidt", False), ("m-jones", False)):
        screen.people.select(key)
        assert screen.pane.mail.isEnabled() is can
        assert screen.pane.copy.isEnabled()


def test_a_long_message_is_shortened_for_the_mail_program_and_whole_on_the_clipboard(
    screen: TellScreen, desk: Desk, opened: list[QUrl], qtbot: QtBot
) -> None:
    screen.people.select("m-kim")
    long = "\n".join(f"{number} 한글로 쓴 긴 글의 한 줄" for number in range(60))
    screen.pane.text.setPlainText(long)
    with qtbot.waitSignal(screen.told) as told:
        screen.pane.mail.click()
    assert "shortened" in told.args[0]
    assert len(opened[0].toEncoded().data()) <= 2000
    body = parse_qs(urlsplit(bytes(opened[0].toEncoded().data()).decode()).query)["body"][0]
    assert body.endswith("개인 일정표를 참고해 주십시오.")
    assert QGuiApplication.clipboard().text() == long
    assert desk.ask(told_rows, desk.visit_id)[0].text == long


def test_no_mail_program_keeps_nothing(
    screen: TellScreen, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    screen.people.select("m-kim")
    with qtbot.waitSignal(screen.told) as told:
        screen.pane.mail.click()
    assert told.args == ["No mail program opened. Copy the message instead.", False]
    assert desk.ask(told_rows, desk.visit_id) == ()


def test_a_message_that_left_can_be_read_again(screen: TellScreen, desk: Desk) -> None:
    screen.people.select("m-martin")
    text = screen.pane.text.toPlainText()
    screen.pane.copy.click()
    (row,) = desk.ask(told_rows, desk.visit_id)
    screen.reveal("told", row.id)
    assert screen.pane.heading.text() == "Told to Léa Martin"
    assert screen.pane.text.toPlainText() == text.strip()
    assert screen.pane.text.isReadOnly()
    assert not screen.pane.copy.isVisible()
    screen.people.select("m-kim")
    assert not screen.pane.text.isReadOnly()
    assert screen.pane.copy.isVisible()
    assert screen.history.current_id() == ""


def test_changes_are_counted_from_the_step_that_is_chosen(screen: TellScreen, desk: Desk, tea: str) -> None:
    edit(desk, tea, title="Coffee with the Director")
    _later(desk, tea)
    newest = desk.ask(steps)[0].number
    screen.since.setCurrentIndex(screen.since.findData(newest))
    screen.since.chosen.emit()
    assert {len(screen.people.row(key).entries) for key in screen.people.ids()} == {1}
    assert "Tea" not in screen.pane.text.toPlainText()
    assert "기존" in screen.pane.text.toPlainText()
    screen.since.setCurrentIndex(1)  # today: the entry is new
    screen.since.chosen.emit()
    assert "추가: Coffee with the Director" in screen.pane.text.toPlainText()


def test_the_keyboard_alone_tells(screen: TellScreen, desk: Desk) -> None:
    screen.activateWindow()
    screen.people.setFocus()
    QTest.keyClick(screen.people, Qt.Key.Key_Down)
    person = screen.pane.person
    assert person is not None
    assert person.id == "m-martin"
    reached = QApplication.focusWidget()
    for _step in range(12):
        assert reached is not None
        if reached is screen.pane.copy:
            break
        QTest.keyClick(reached, Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
    assert reached is screen.pane.copy
    QTest.keyClick(reached, Qt.Key.Key_Space)
    assert [row.member_id for row in desk.ask(told_rows, desk.visit_id)] == ["m-martin"]


def test_their_sheet_is_made_in_their_language(
    screen: TellScreen, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    screen.people.select("m-kim")
    answers.paths.append(tmp_path / "sheet.pdf")
    with qtbot.waitSignal(screen.told, timeout=20_000) as told:
        screen.pane.sheet.click()
        assert not screen.pane.sheet.isEnabled()
    assert told.args == ["Saved sheet.pdf", False]
    assert screen.pane.sheet.isEnabled()
    assert answers.suggested[0].name == "Besuch bei der Weltraumbehörde, Min-jun Kim.pdf"
    text = pdfium.PdfDocument(tmp_path / "sheet.pdf")[0].get_textpage().get_text_bounded()
    assert "Tea with the Director" in text
    assert "김민준" in text
    assert "2024년 3월 26일 화요일" in text


def test_closing_the_planner_ends_the_sheet_that_is_made(windows: Windows, qtbot: QtBot) -> None:
    frame = windows.frame()
    meeting = frame.desk.ask(meeting_rows, frame.desk.visit_id)[0].id
    edit(frame.desk, meeting, room="Salon B")
    frame.enter("tell")
    screen = frame.rooms.currentWidget()
    assert isinstance(screen, TellScreen)
    windows.answers.paths = [windows.folder / "sheet.pdf"]
    screen.pane.sheet.click()
    job = screen.sheet.making._runner._job
    assert job is not None
    frame.window().close()
    assert job.state is JobState.CANCELLED
    qtbot.wait(150)  # nothing is written later either
    left = {path.name for path in windows.folder.rglob("*")}
    assert not [name for name in left if name.startswith(("sheet", ".aide-"))]


def test_another_visit_ends_the_sheet_that_is_made(
    screen: TellScreen, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    screen.people.select("m-kim")
    answers.paths.append(tmp_path / "sheet.pdf")
    screen.pane.sheet.click()
    assert not screen.pane.sheet.isEnabled()
    desk.show_visit("")
    assert not screen.sheet.making.running
    assert screen.pane.sheet.isEnabled()
    assert not (tmp_path / "sheet.pdf").exists()


def _host(session: Session, visit_id: str, entry_id: str) -> None:
    session.add(Person(id="host", family_name="Dupont"))
    session.add(Member(id="m-host", visit_id=visit_id, person_id="host", side=Side.HOST))
    session.flush()
    add_participant(session, entry_id, member_id="m-host")


def test_a_hosts_sheet_is_made_as_the_host_may_see_the_visit(
    screen: TellScreen, desk: Desk, tea: str, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.do("Host", partial(_host, visit_id=desk.visit_id, entry_id=tea))
    assert "m-host" not in screen.people.ids()  # nothing is shared with hosts yet
    edit(desk, tea, share_with_host=True)
    assert screen.people.select("m-host")
    with qtbot.waitSignal(screen.told) as told:
        screen.pane.sheet.click()
    assert told.args[0].startswith("Dupont is of no organisation yet")
    organisation = desk.ask(organisation_rows)[0].id
    desk.do("Edit", partial(edit_member, member_id="m-host", organisation_id=organisation))
    add(desk, "Not for hosts", datetime(2024, 3, 27, 9, 30))
    answers.paths.append(tmp_path / "host.pdf")
    screen.people.select("m-host")
    with qtbot.waitSignal(screen.told, timeout=20_000) as told:
        screen.pane.sheet.click()
    assert told.args == ["Saved host.pdf", False]
    text = pdfium.PdfDocument(tmp_path / "host.pdf")[0].get_textpage().get_text_bounded()
    assert "Tea with the Director" in text
    assert "OFFICIAL USE" in text
    assert "Not for hosts" not in text


def test_without_a_visit_there_is_nobody(screen: TellScreen, desk: Desk) -> None:
    assert screen.people.count() == len(PEOPLE)
    desk.show_visit("")
    assert screen.people.count() == 0
    assert screen.nothing.isVisible()
    assert screen.pane.nobody.isVisible()


def test_a_planner_that_is_only_read_can_be_read_from(
    desk: Desk, tea: str, tmp_path: Path, qtbot: QtBot
) -> None:
    del tea
    reader = Desk(Workspace.open(desk.path, writable=False))
    reader.show_visit(desk.visit_id)
    screen = TellScreen(reader, Preferences(tmp_path / "window.ini"), Answers())
    qtbot.addWidget(screen)
    screen.show()
    screen.people.select("m-kim")
    with qtbot.waitSignal(screen.told) as told:
        screen.pane.copy.click()
    assert "only read" in told.args[0]
    assert QGuiApplication.clipboard().text() == screen.pane.words().text
    QGuiApplication.clipboard().clear()
    assert reader.ask(told_rows, reader.visit_id) == ()
    reader.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(
    screen: TellScreen, desk: Desk, tea: str, look: Literal["light", "dark"], qapp: QApplication
) -> None:
    apply_theme(qapp, look)
    screen.people.select("m-kim")
    screen.pane.copy.click()
    desk.do("Edit", partial(edit_entry, entry_id=tea, title="Rindfleischetikettierungsüberwachung & Tee"))
    screen.people.select("m-schmidt")
    grab(screen, f"tell-{look}")
    screen.resize(800, 640)
    grab(screen, f"tell-small-{look}")
    assert screen.pane.copy.isVisible()
    apply_theme(qapp, "light")
