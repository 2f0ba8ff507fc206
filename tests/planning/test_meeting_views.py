"""The views of meetings: the running clock over a night of the switch, counts, and how often is asked."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.domain.words import EntryKind, Role, Side
from app.planning.verbs.agenda import add_agenda_item, edit_agenda_item
from app.planning.verbs.briefs import add_brief_paragraph
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.verbs.people_at import add_participant
from app.planning.verbs.points import add_talking_point
from app.planning.verbs.topics import create_topic
from app.planning.views.meeting import meeting, running_clock
from app.planning.views.meetings import meeting_rows
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, planner

PARIS = "Europe/Paris"


def _new(space: Workspace, start: datetime, end: datetime, **more: Any) -> str:
    values: dict[str, Any] = {
        "title": "Talk",
        "start_wall": start,
        "start_zone": PARIS,
        "end_wall": end,
        "end_zone": PARIS,
    }
    return space.do("New", partial(create_entry, visit_id=VISIT, **(values | more)))


def test_the_clock_runs_over_the_night_in_which_an_hour_is_left_out(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _new(space, at(29, 1, 30), at(29, 4))  # Paris: 02:00 to 03:00 is left out
        for minutes in (20, 15, 30, 40):
            space.do("Add", add_agenda_item, entry, title="x", minutes=minutes)
        found = space.ask(meeting, entry)
        clocks = [f"{item.start.time:%H:%M}" for item in found.items]
        assert clocks == ["01:30", "01:50", "03:05", "03:35"]
        assert f"{found.ends.time:%H:%M}" == "04:15"
        assert (found.entry.minutes, found.used, found.spare) == (90, 105, -15)


def test_the_clock_runs_twice_through_the_hour_that_comes_twice(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _new(space, datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 3), start_fold=0)
        for _number in range(3):
            space.do("Add", add_agenda_item, entry, title="x", minutes=30)
        starts = [item.start for item in space.ask(meeting, entry).items]
        assert [(f"{start.time:%H:%M}", start.fold) for start in starts] == [
            ("02:30", 0), ("02:00", 1), ("02:30", 1),
        ]  # fmt: skip


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
    minutes=st.lists(st.integers(0, 600), max_size=12),
    zone=st.sampled_from([PARIS, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_the_clock_counts_in_real_time_anywhere(start: datetime, minutes: list[int], zone: str) -> None:
    clocks = running_clock(start, zone, minutes)
    assert len(clocks) == len(minutes)
    for number, clock in enumerate(clocks):
        assert clock == from_utc(start + timedelta(minutes=sum(minutes[:number])), zone)


def test_meetings_are_those_of_that_kind_and_those_with_an_agenda(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        late = _new(space, at(12, 9), at(12, 10), title="Late")
        visit = _new(space, at(11, 9), at(11, 10), title="Laboratory", kind=EntryKind.SITE_VISIT)
        _new(space, at(11, 12), at(11, 13), title="Lunch", kind=EntryKind.MEAL)
        assert [row.id for row in space.ask(meeting_rows, VISIT)] == [late]
        space.do("Add", add_agenda_item, visit, title="Tour", minutes=70)
        space.do("Head", partial(add_participant, entry_id=visit, member_id="member-1", role=Role.HEAD))
        space.do("Also", partial(add_participant, entry_id=visit, member_id="member-2"))
        space.do("Place", partial(edit_entry, entry_id=visit, place_id="place-0"))
        space.do("Host", partial(edit_entry, entry_id=visit, host_organisation_id="org"))
        space.do("Brief", add_brief_paragraph, visit, text="Look closely.")
        found, _late = space.ask(meeting_rows, VISIT)
        assert (found.id, found.items, found.used, found.slot, found.over) == (visit, 1, 70, 60, 10)
        assert (found.our_head, found.host_head) == ("Min Kim 1", "")
        assert (found.place, found.host_acronym, found.paragraphs) == ("Place 0", "AGY", 1)


def test_a_page_tells_all_of_a_meeting_and_says_when_it_is_gone(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _new(space, at(12, 9), at(12, 10), place_id="place-1")
        topic = space.do("Topic", create_topic, VISIT, title="Data", objective="Agree.", red_line="No money.")
        item = space.do("Add", add_agenda_item, entry, topic_id=topic)
        space.do("Say", add_talking_point, item, text="We agree.")
        space.do("Lead", edit_agenda_item, item, speaker_id="member-0")
        space.do("Come", partial(add_participant, entry_id=entry, member_id="member-0"))
        found = space.ask(meeting, entry)
        (shown,) = found.items
        assert (shown.heading, shown.speaker, shown.points[0].text) == ("Data", "Min Kim 0", "We agree.")
        assert shown.topic is not None
        assert (shown.topic.objective, shown.topic.red_line) == ("Agree.", "No money.")
        assert found.venue is not None
        assert found.venue.name == "Place 1"
        assert [person.name for person in found.entry.side(Side.OURS)] == ["Min Kim 0"]
        space.do("Rename", edit_agenda_item, item, title="Data, again")
        assert space.ask(meeting, entry).items[0].heading == "Data, again"
        with pytest.raises(PlanningError, match="entry_missing"):
            space.ask(meeting, "nothing")


def _grow(space: Workspace, entry: str, number: int) -> None:
    topic = space.do("Topic", create_topic, VISIT, title=f"Topic {number}")
    item = space.do("Add", add_agenda_item, entry, topic_id=topic)
    space.do("Say", add_talking_point, item, text=f"Point {number}")
    space.do("Write", add_brief_paragraph, entry, text=f"Paragraph {number}")
    _new(space, at(13, 9), at(13, 10), title=f"Meeting {number}")


def test_the_number_of_queries_does_not_grow(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _new(space, at(12, 9), at(12, 10), place_id="place-1")
        statements: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        def counts() -> list[int]:
            found = []
            event.listen(space._engine, "before_cursor_execute", note)
            for view, wanted in ((meeting, entry), (meeting_rows, VISIT)):
                statements.clear()
                space.ask(view, wanted)
                found.append(len(statements))
            event.remove(space._engine, "before_cursor_execute", note)
            return found

        _grow(space, entry, 0)
        before = counts()
        for number in range(1, 12):
            _grow(space, entry, number)
        assert counts() == before
