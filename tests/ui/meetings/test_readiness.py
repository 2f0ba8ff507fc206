"""What is ready and what is missing, on a meeting's page: it follows the file, and leads on."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.meeting_ready import Matter, State
from app.domain.words import Role, Side
from app.planning.verbs.agenda import edit_agenda_item
from app.planning.verbs.briefs import clear_brief
from app.planning.verbs.people_at import set_participant
from app.ui.inspector.links import LinkButton
from app.ui.screens.meetings.readiness_card import ReadinessCard
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.ui.meetings.rooms import desk_of, open_page, room, settle

OES = "State Department, OES"


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path) as made:
        yield made


def card_of(screen: MeetingsScreen) -> ReadinessCard:
    return screen.page.prepared.readiness


def missing(screen: MeetingsScreen) -> list[Matter]:
    return [point.matter for point in card_of(screen).points() if point.state is State.MISSING]


def follow(screen: MeetingsScreen, words: str) -> None:
    links = [stop for stop in card_of(screen).stops() if isinstance(stop, LinkButton)]
    QTest.mouseClick(next(link for link in links if link.words() == words), Qt.MouseButton.LeftButton)
    settle()


def test_it_says_what_is_missing_and_follows_what_is_done(screen: MeetingsScreen) -> None:
    open_page(screen)
    assert missing(screen) == []
    entry = open_page(screen, OES).entry
    assert missing(screen) == [Matter.AGENDA, Matter.BRIEF, Matter.INTERPRETER]
    desk = desk_of(screen)
    desk.do("Clear", partial(clear_brief, entry_id=entry.id, cleared_by="Bae Yun-seok"))
    assert missing(screen) == [Matter.AGENDA, Matter.INTERPRETER]
    head = next(person for person in entry.side(Side.HOST) if person.role is Role.HEAD)
    desk.do("Role", partial(set_participant, participation_id=head.id, role=Role.SPEAKER))
    assert missing(screen) == [Matter.AGENDA, Matter.HEADS, Matter.INTERPRETER]
    desk.undo()
    assert missing(screen) == [Matter.AGENDA, Matter.INTERPRETER]


def test_what_is_missing_leads_to_where_it_is_seen_to(screen: MeetingsScreen) -> None:
    shown = open_page(screen, OES)
    page = screen.page
    desk_of(screen).do("Nobody", partial(edit_agenda_item, agenda_item_id=shown.items[2].id, speaker_id=None))
    follow(screen, "1 item without a lead")
    assert page.prepared.agenda.view.current_id() == shown.items[2].id
    assert page.prepared.agenda.view.hasFocus()
    follow(screen, "1 interpreter without documents")
    assert page.prepared.provided.stop_of_interpreters().hasFocus()
    follow(screen, "The brief is not cleared")
    assert (page.parts.current(), page.late.brief.clearer.hasFocus()) == ("brief", True)
