"""Topics of other visits, taken up by find-as-you-type."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.planning.verbs.taking_up import take_up_topic
from app.planning.verbs.topics import create_topic, delete_topic
from app.planning.verbs.visits import create_visit
from app.planning.views.dossier import topic_dossier
from app.planning.views.topics import topic_detail, topic_rows
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.screens.topics.earlier import EarlierTopics
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.topics.rooms import desk_of, room, rows_of


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def next_visit(desk: Desk, title: str = "Second visit", year: int = 2025) -> str:
    """Add a visit without topics, and bring it into view."""
    at = partial(create_visit, home_city="Seoul", home_zone="Asia/Seoul")
    days = {"starts_on": date(year, 1, 6), "ends_on": date(year, 1, 9)}
    visit = desk.do("Add", partial(at, title=title, **days))
    desk.show_visit(visit)
    return visit


def take(box: EarlierTopics, text: str) -> None:
    box.setFocus()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("part", ["coverage", "topic"])
def test_a_topic_goes_on_with_what_was_written_of_it(tmp_path: Path, part: str) -> None:
    with room(tmp_path, part=part) as screen:
        desk = desk_of(screen)
        box = screen.coverage.earlier if part == "coverage" else screen.list.earlier
        assert not box.isVisible()  # there is one visit only
        first = next(row for row in rows_of(screen) if row.title == "Gateway module contribution")
        there = desk.ask(topic_detail, first.id)
        next_visit(desk)
        assert box.isVisible()
        before = desk.ask(contents)
        take(box, "gateway 2024")
        (row,) = rows_of(screen)
        here = desk.ask(topic_detail, row.id)
        assert (here.title, here.ask, here.red_line) == (there.title, there.ask, there.red_line)
        assert (here.organisations, here.precedents) == (there.organisations, there.precedents)
        assert (here.owner_id, box.text()) == (None, "")
        assert [each.visit for each in desk.ask(topic_dossier, row.id).taken_up][-1] == "Second visit"
        # It is here now: it is offered no more.
        assert "Gateway module contribution" not in [one.name for one in box.search("gateway")]
        desk.undo()
        assert desk.ask(contents) == before
        assert [one.name for one in box.search("gateway mod")] == ["Gateway module contribution"]


def test_of_a_thread_the_latest_is_offered_and_none_twice(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        first = rows_of(screen)[0]
        second = next_visit(desk)
        here = desk.do("Take", take_up_topic, second, topic_id=first.id)
        assert desk.do("Again", take_up_topic, second, topic_id=first.id) == here
        assert desk.do("Itself", take_up_topic, second, topic_id=here) == here
        assert [row.id for row in desk.ask(topic_rows, second)] == [here]
        third = next_visit(desk, "Third visit", 2026)
        (found,) = finders(desk).earlier_topics(first.title)
        assert (found.id, found.detail) == (here, "Second visit · 2025")
        desk.do("Add", create_topic, third, title=first.title)  # a namesake of another thread
        assert len(finders(desk).earlier_topics(first.title)) == 1
        desk.do("Delete", delete_topic, here)
        (found,) = finders(desk).earlier_topics(first.title)
        assert found.id == first.id
