"""A visit at a glance: what it holds, its next entry, what was done lately, by a fixed number of queries."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Entry, Leg, Organisation, Stop, Topic, Visit
from app.domain.errors import PlanningError
from app.domain.words import EntryKind, EntryStatus, LegMode
from app.planning.verbs.entries import create_entry, delete_entry, edit_entry
from app.planning.verbs.organisations import create_organisation
from app.planning.verbs.visits import edit_visit
from app.planning.views.overview import Overview, overview
from app.planning.views.recent import recent_steps
from app.planning.views.visits import visit_cards
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, planner


def _sample(folder: Path) -> Overview:
    with Workspace.open(planner(folder, "sample")) as space:
        return space.ask(overview, space.ask(visit_cards)[0].id)


def test_the_sample_visit(tmp_path: Path) -> None:
    found = _sample(tmp_path)
    assert found.visit.title == "US & Europe space visit"
    assert [point.city for point in found.route.points] == [
        "Seoul", "Washington", "Paris", "Noordwijk", "Garching", "Seoul",
    ]  # fmt: skip
    assert found.route.modes == (
        LegMode.FLIGHT, LegMode.FLIGHT, LegMode.TRAIN, LegMode.FLIGHT, LegMode.FLIGHT,
    )  # fmt: skip
    assert found.has_stops
    assert [day.day.day for day in found.days] == list(range(22, 32))
    assert found.days[0].cities == ("Seoul", "Washington")
    assert [day.night for day in found.days[:5]] == [
        "Washington", "Washington", "Washington", "", "Paris",
    ]  # fmt: skip
    assert found.days[3].zone == "America/New_York"
    assert found.counts["meetings"] == 7


def test_the_next_entry_and_what_is_going_on(tmp_path: Path) -> None:
    found = _sample(tmp_path)
    utc = datetime(2024, 1, 23, 15, 0)  # 10:00 in Washington
    assert {line.title for line in found.now(utc)} == {
        "NASA Headquarters — bilateral", "Space communications, technical session",
    }  # fmt: skip
    coming = found.next(utc)
    assert coming is not None
    assert coming.title == "Walk to lunch · 6 min"
    assert found.next(datetime(2030, 1, 1)) is None
    assert found.now(datetime(2030, 1, 1)) == ()
    first = found.next(datetime(2020, 1, 1))
    assert first is not None
    assert first.start_wall == datetime(2024, 1, 22, 7, 30)


def _entry(start: datetime, **more: Any) -> Callable[..., str]:
    end = start + timedelta(hours=1)
    values: dict[str, Any] = {"title": "Talk", "start_zone": "UTC", "end_zone": "UTC", "end_wall": end}
    return partial(create_entry, visit_id=VISIT, start_wall=start, **(values | more))


def test_a_cancelled_entry_is_listed_but_never_next(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry_id = space.do("Add", _entry(at(2, 9)))
        space.do("Cancel", partial(edit_entry, entry_id=entry_id, status=EntryStatus.CANCELLED))
        found = space.ask(overview, VISIT)
        assert [line.id for day in found.days for line in day.lines] == [entry_id]
        assert found.next(at(1, 0)) is None


def test_a_visit_without_anything(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        found = space.ask(overview, VISIT)
    assert not found.has_stops
    assert found.route.points == ()
    assert len(found.days) == 31
    assert all(day.cities == ("Seoul",) and not day.lines for day in found.days)
    with Workspace.open(planner(tmp_path, name="b.aide")) as space, pytest.raises(PlanningError) as caught:
        space.ask(overview, "nobody")
    assert caught.value.code == "visit_missing"


def test_days_are_listed_once_each_and_entries_outside_the_visit_too(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        space.do("Add", _entry(datetime(2026, 2, 27, 9)))
        space.do("Months", partial(edit_visit, visit_id=VISIT, ends_on=date(2026, 6, 20)))
        found = space.ask(overview, VISIT)
    assert [day.day for day in found.days] == [date(2026, 2, 27)]


def test_stops_go_by_their_days_and_home_by_the_first_flight(tmp_path: Path) -> None:
    def make(session: Session) -> None:
        visit = session.get(Visit, VISIT)
        assert visit is not None
        visit.home_city = "Nowhere on any list"
        stops = (("Paris", "Europe/Paris", 9), ("Tokyo", "Asia/Tokyo", 3))
        for position, (city, zone, first) in enumerate(stops):
            session.add(
                Stop(
                    visit_id=VISIT, position=position, city=city, zone=zone,
                    arrives_on=date(2026, 3, first), leaves_on=date(2026, 3, first + 2),
                )
            )  # fmt: skip
        start = at(2, 0)
        session.add(
            Entry(
                id="flight", visit_id=VISIT, title="KE", kind=EntryKind.TRAVEL,
                start_wall=start, end_wall=start, start_zone="UTC", end_zone="UTC", start_utc=start,
                end_utc=start,
            )
        )  # fmt: skip
        session.add(
            Leg(visit_id=VISIT, entry_id="flight", mode=LegMode.FLIGHT, from_code="ICN", to_code="HND")
        )

    with Workspace.open(planner(tmp_path)) as space:
        space.do("Make", make)
        route = space.ask(overview, VISIT).route
    assert [point.city for point in route.points] == [
        "Nowhere on any list", "Tokyo", "Paris", "Nowhere on any list",
    ]  # fmt: skip
    assert route.points[0].at == pytest.approx((37.4691, 126.451))
    assert route.points[1].at == pytest.approx((35.69, 139.69), abs=0.1)
    assert route.modes == (LegMode.FLIGHT, None, None)


# What was done lately


def test_steps_of_another_visit_are_not_told_but_shared_rows_are(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        other = partial(edit_visit, visit_id="other", purpose="x")
        space.do("Other visit", _other_visit)
        space.do("Change the other", other)
        space.do("Share", partial(create_organisation, name="ESA"))
        entry_id = space.do("Talk", _entry(at(2, 9)))
        found = space.ask(recent_steps, VISIT)
    assert [each.step.label for each in found[:2]] == ["Talk", "Share"]
    assert not any("ther" in each.step.label for each in found)
    assert found[0].opens == ("entry", entry_id)
    opens = found[1].opens
    assert opens is not None
    assert opens[0] == "organisation"


def _other_visit(session: Session) -> None:
    day = date(2026, 1, 1)
    session.add(Visit(id="other", title="Other", home_city="X", home_zone="UTC", starts_on=day, ends_on=day))


def test_a_row_that_is_gone_is_not_opened_and_comes_back_with_undo(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry_id = space.do("Talk", _entry(at(2, 9)))
        space.do("Delete", partial(delete_entry, entry_id=entry_id))
        assert [each.opens for each in space.ask(recent_steps, VISIT)[:2]] == [None, None]
        space.undo()
        found = space.ask(recent_steps, VISIT)
        assert [each.step.kind for each in found[:3]] == ["undo", "do", "do"]
        assert {each.opens for each in found[:3]} == {("entry", entry_id)}


def test_the_newest_come_first_and_no_more_than_asked_for(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        for number in range(12):
            space.do(f"Purpose {number}", partial(edit_visit, visit_id=VISIT, purpose=str(number)))
        found = space.ask(recent_steps, VISIT, 5)
    assert [each.step.label for each in found] == [f"Purpose {number}" for number in range(11, 6, -1)]
    assert all(each.opens == ("visit", VISIT) for each in found)


# Queries


def _more(session: Session, number: int) -> None:
    key, start = f"n{number}", at(2, 0) + timedelta(hours=number)
    session.add_all(
        [
            Organisation(id=f"org-{key}", name=key),
            Topic(id=f"topic-{key}", visit_id=VISIT, title=key),
            Stop(
                visit_id=VISIT, city=key, zone="UTC", arrives_on=date(2026, 3, 1) + timedelta(days=number),
                leaves_on=date(2026, 3, 2) + timedelta(days=number), latitude=float(number), longitude=1.0,
            ),
            Entry(
                id=f"entry-{key}", visit_id=VISIT, title=key, kind=EntryKind.TRAVEL, start_wall=start,
                start_zone="UTC", end_wall=start, end_zone="UTC", start_utc=start, end_utc=start,
            ),
            Leg(visit_id=VISIT, entry_id=f"entry-{key}", mode=LegMode.FLIGHT, from_code="ICN"),
        ]
    )  # fmt: skip


def test_it_asks_a_fixed_number_of_questions(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        counts = []
        for number in range(30):
            space.do(f"More {number}", _more, number)
            if number in {0, 29}:
                counts.append(_count(space))
    assert counts[0] == counts[1] <= 14


def _count(space: Workspace) -> int:
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(space._engine, "before_cursor_execute", note)
    space.ask(overview, VISIT)
    event.remove(space._engine, "before_cursor_execute", note)
    return len(statements)
