"""A brief out to a desk and back, by the menu of its pane, on real files and real jobs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.domain.words import BriefSection, Marking
from app.planning.verbs.briefs import add_brief_paragraph, clear_brief, edit_brief_paragraph
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.points import edit_talking_point
from app.ui.screens.meetings.exchange import Exchange
from app.ui.screens.meetings.returned_panel import ReturnedPanel
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.intake.editing import edited
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room, settle
from tests.ui.windows import Answers

_JOB_MS = 20_000


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path, chooser=answers) as made:
        open_page(made)
        made.page.parts.select("brief")
        settle()
        yield made


@pytest.fixture
def exchange(screen: MeetingsScreen) -> Exchange:
    return screen.page.late.brief.exchange


def choose(exchange: Exchange, words: str) -> None:
    QTest.mouseClick(exchange.button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == words)
    menu.close()
    action.trigger()


def answered(exchange: Exchange, path: Path) -> Path:
    """Have the next question for a file answered, and return the path."""
    chooser = exchange._chooser
    assert isinstance(chooser, Answers)
    chooser.paths.append(path)
    return path


def beside(exchange: Exchange) -> Path:
    return exchange._desk.path.with_name("brief.docx")


def send(qtbot: QtBot, exchange: Exchange) -> bytes:
    path = answered(exchange, beside(exchange))
    with qtbot.waitSignal(exchange.making.saved, timeout=_JOB_MS):
        choose(exchange, "Send out as Word…")
    return path.read_bytes()


def read(qtbot: QtBot, exchange: Exchange, content: bytes) -> None:
    answered(exchange, beside(exchange)).write_bytes(content)
    with qtbot.waitSignal(exchange.reading.finished, timeout=_JOB_MS):
        choose(exchange, "Read back…")
    settle()


def texts(screen: MeetingsScreen, section: BriefSection) -> list[str]:
    return [paragraph.text for paragraph in meeting_of(screen).brief.section(section)]


def shown(exchange: Exchange) -> str:
    settle()
    labels = exchange.panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(exchange.panel))


def write(screen: MeetingsScreen, text: str, section: BriefSection, **more: object) -> str:
    entry = screen.page.entry_id
    return desk_of(screen).do("Write", add_brief_paragraph, entry, text=text, section=section, **more)


def ticked(panel: ReturnedPanel) -> list[bool]:
    return [section.tick.isChecked() for section in panel.sections.values()]


def test_a_brief_goes_out_and_what_the_desk_wrote_is_taken(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange, answers: Answers
) -> None:
    write(screen, "Change me.", BriefSection.SCENE)
    write(screen, "Only for the minister.", BriefSection.SCENE, marking=Marking.CONFIDENTIAL)
    content = send(qtbot, exchange)
    assert [path.name for path in answers.suggested] == ["NASA Headquarters — bilateral, brief.docx"]
    assert "2 passages above RESTRICTED stay here." in exchange.outcome.words.text()
    desk_of(screen).do("Clear", clear_brief, screen.page.entry_id, cleared_by="Bae")
    before = {section: texts(screen, section) for section in BriefSection}
    read(
        qtbot,
        exchange,
        edited(content, ("Change me.", "Changed."), after=("Agenda", "Who speaks first?")),
    )
    assert list(exchange.panel.sections) == [BriefSection.SCENE]
    assert "Changed." in shown(exchange)
    assert "Who speaks first?" in shown(exchange)
    QTest.mouseClick(exchange.panel.take, Qt.MouseButton.LeftButton)
    assert texts(screen, BriefSection.SCENE) == [
        {"Change me.": "Changed."}.get(text, text) for text in before[BriefSection.SCENE]
    ]
    assert meeting_of(screen).brief.cleared_at is None
    assert not exchange.panel.sections
    assert not exchange.panel.take.isVisibleTo(exchange.panel)
    assert "Nothing in it differs from the brief as it is here." in shown(exchange)
    desk_of(screen).undo()
    assert texts(screen, BriefSection.SCENE) == before[BriefSection.SCENE]
    assert meeting_of(screen).brief.cleared_by == "Bae"
    assert list(exchange.panel.sections) == [BriefSection.SCENE]
    QTest.mouseClick(exchange.panel.leave, Qt.MouseButton.LeftButton)
    assert exchange.isHidden()


def test_a_section_that_both_sides_changed_is_not_ticked(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange
) -> None:
    scene = write(screen, "Change me.", BriefSection.SCENE)
    write(screen, "And me.", BriefSection.LOGISTICS)
    content = edited(send(qtbot, exchange), ("Change me.", "Theirs."), ("And me.", "Theirs, too."))
    read(qtbot, exchange, content)
    panel = exchange.panel
    assert all(ticked(panel))
    panel.sections[BriefSection.LOGISTICS].tick.click()
    desk_of(screen).do("Edit", edit_brief_paragraph, scene, text="Ours.")
    assert "1 passage was changed here, too, since the brief went out." in shown(exchange)
    assert ticked(panel) == [True, False]
    read(qtbot, exchange, content)
    assert ticked(panel) == [False, True]
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert texts(screen, BriefSection.SCENE)[-1] == "Ours."
    assert texts(screen, BriefSection.LOGISTICS)[-1] == "Theirs, too."
    assert list(panel.sections) == [BriefSection.SCENE]
    assert not panel.take.isEnabled()


def test_a_section_in_which_a_marking_is_lowered_is_not_ticked(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange
) -> None:
    write(screen, "Held close.", BriefSection.SCENE, marking=Marking.RESTRICTED)
    content = send(qtbot, exchange)
    read(qtbot, exchange, edited(content, ("(RESTRICTED) ", "(PUBLIC) ")))
    tick = exchange.panel.sections[BriefSection.SCENE].tick
    assert exchange.panel.cross.nextInFocusChain() is tick
    assert not tick.isChecked()
    assert "lower marking than here" in shown(exchange)
    assert not exchange.panel.take.isEnabled()
    tick.click()
    QTest.mouseClick(exchange.panel.take, Qt.MouseButton.LeftButton)
    assert meeting_of(screen).brief.section(BriefSection.SCENE)[-1].marking is Marking.PUBLIC


def test_talking_points_come_back_and_each_change_is_taken_or_left(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange
) -> None:
    item = meeting_of(screen).items[0]
    first, second, *_ = item.points
    content = edited(
        send(qtbot, exchange),
        (first.text, "Theirs."),
        (second.text, "Theirs, too."),
        after=("Theirs.", "Avoid: Launch dates."),
    )
    desk_of(screen).do("Edit", edit_talking_point, second.id, text="Ours.")
    read(qtbot, exchange, content)
    (section,) = exchange.panel.sections.values()
    assert section.tick.text() == f"Talking points: {item.heading}"
    assert [tick.isChecked() for tick in section.ticks.values()] == [True, True, False]
    assert section.tick.checkState() is Qt.CheckState.PartiallyChecked
    words = shown(exchange)
    assert "Say: Ours." in words
    assert "Say: Theirs, too." in words
    QTest.mouseClick(exchange.panel.take, Qt.MouseButton.LeftButton)
    points = [(point.kind.value, point.text) for point in meeting_of(screen).items[0].points]
    assert points[:3] == [("say", "Theirs."), ("avoid", "Launch dates."), ("say", "Ours.")]
    (section,) = exchange.panel.sections.values()
    assert not section.tick.isChecked()
    assert not exchange.panel.take.isEnabled()
    section.tick.click()
    assert all(tick.isChecked() for tick in section.ticks.values())
    QTest.mouseClick(exchange.panel.take, Qt.MouseButton.LeftButton)
    assert meeting_of(screen).items[0].points[2].text == "Theirs, too."
    assert exchange.isHidden()


def test_what_stands_under_an_item_that_is_left_is_left_with_it(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange
) -> None:
    items = meeting_of(screen).items
    last = items[-1].points[0].text
    content = edited(send(qtbot, exchange), after=(last, f"{len(items) + 1}. Mars"))
    content = edited(content, after=(f"{len(items) + 1}. Mars", "Say: We go."))
    read(qtbot, exchange, content)
    agenda, points = exchange.panel.sections.values()
    assert (agenda.tick.text(), points.tick.text()) == ("Agenda", "Talking points: Mars")
    agenda.tick.click()
    assert not points.isEnabled()
    assert not exchange.panel.take.isEnabled()
    agenda.tick.click()
    QTest.mouseClick(exchange.panel.take, Qt.MouseButton.LeftButton)
    mars = meeting_of(screen).items[-1]
    assert (mars.title, [point.text for point in mars.points]) == ("Mars", ["We go."])


def test_what_cannot_be_read_is_said_at_the_place(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange
) -> None:
    answered(exchange, beside(exchange)).write_bytes(b"no document")
    with qtbot.waitSignal(exchange.reading.failed, timeout=_JOB_MS):
        choose(exchange, "Read back…")
    assert exchange.outcome.words.text() == "That is not a Word document (.docx), or it is damaged."
    answered(exchange, desk_of(screen).path)
    choose(exchange, "Read back…")
    assert exchange.outcome.words.text() == "That is not a Word document (.docx), or it is damaged."
    answered(exchange, beside(exchange).with_name("nothing.docx"))
    choose(exchange, "Read back…")
    assert "nothing.docx" in exchange.outcome.words.text()


def test_the_brief_of_another_meeting_is_refused_and_a_file_goes_with_its_meeting(
    qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange
) -> None:
    content = send(qtbot, exchange)
    open_page(screen, "CNES — President")
    screen.page.parts.select("brief")
    assert exchange.isHidden()
    read(qtbot, exchange, content)
    assert exchange.outcome.words.text().startswith("That is the brief of another meeting.")
    assert exchange.panel.isHidden()


def test_a_meeting_above_the_delegation_does_not_go_out(
    screen: MeetingsScreen, exchange: Exchange, answers: Answers
) -> None:
    desk_of(screen).do("Mark", edit_entry, screen.page.entry_id, marking=Marking.CONFIDENTIAL)
    choose(exchange, "Send out as Word…")
    assert exchange.outcome.words.text().startswith("This meeting is marked higher")
    assert not exchange.making.running
    assert not answers.suggested


def test_who_may_not_write_sends_but_does_not_read_back(qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, read_only=True) as made:
        open_page(made)
        menu = made.page.late.brief.exchange.menu()
        assert [action.isEnabled() for action in menu.actions()] == [True, False]


def test_a_job_is_cancelled_with_the_room(qtbot: QtBot, screen: MeetingsScreen, exchange: Exchange) -> None:
    path = answered(exchange, beside(exchange))
    choose(exchange, "Send out as Word…")
    with qtbot.waitSignal(exchange.making.cancelled, timeout=_JOB_MS):
        screen.cancel_jobs()
    assert exchange.outcome.words.text() == "Cancelled; nothing was written."
    assert not path.exists()
