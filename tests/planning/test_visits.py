"""Visits: made, changed, put away, deleted, and copied as templates over the nights of the switch."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.data.models import Action, Entry, Member, Owned, Person, Topic
from app.data.models.base import stored_classes
from app.data.snapshot import take
from app.domain.errors import PlanningError
from app.domain.words import EntryStatus, Side
from app.planning.shifting import ShiftNote
from app.planning.soundness import faults
from app.planning.template import AFRESH
from app.planning.typed_name import TypedName, read_name
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.verbs.visits import (
    archive_visit,
    create_visit,
    delete_visit,
    duplicate_visit,
    edit_visit,
)
from app.planning.views.visit import clocks_of_copy, left_behind, visit_cities, visit_detail
from app.planning.views.visits import visit_cards
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, contents, planner

LEAST: dict[str, Any] = {
    "title": "Besuch in Paris",
    "home_city": "Seoul",
    "home_zone": "Asia/Seoul",
    "starts_on": date(2027, 3, 1),
    "ends_on": date(2027, 3, 9),
}
#: What stays behind when a visit is copied; a new table must be named here or in ``AFRESH``.
LEFT = {
    "action",
    "action_note",
    "baggage_piece",
    "decision",
    "edition",
    "edition_copy",
    "edition_master",
    "finding",
    "gift",
    "record",
    "record_point",
    "told",
    "waiver",
}


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path, "empty")) as opened:
        yield opened


def test_the_least_makes_a_visit_led_by_its_principal(space: Workspace) -> None:
    made = space.do("New", partial(create_visit, **LEAST, principal_name="KIM Min-su"))
    detail = space.ask(visit_detail, made)
    assert (detail.title, detail.principal, detail.home_zone) == (
        "Besuch in Paris",
        "KIM Min-su",
        "Asia/Seoul",
    )
    found = space.ask(lambda c: c.execute(select(Member.person_id, Member.side, Member.precedence)).all())
    assert found == [(detail.principal_id, Side.OURS, 1)]
    space.undo()
    assert space.ask(lambda c: c.execute(select(Person.id)).all()) == []


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": " "}, "field_empty", "title"),
        ({"home_city": ""}, "field_empty", "home_city"),
        ({"home_zone": "Europe/Atlantis"}, "zone_unknown", "home_zone"),
        ({"ends_on": date(2027, 2, 28)}, "day_order", "ends_on"),
        ({"starts_on": date(1066, 10, 14)}, "time_out_of_range", "starts_on"),
        ({"starts_on": date(2001, 3, 8)}, "visit_too_long", "ends_on"),
        ({"principal_id": "nobody"}, "reference_missing", "principal_id"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    space: Workspace, fields: dict[str, Any], code: str, field: str
) -> None:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("New", partial(create_visit, **(LEAST | fields)))
    assert (caught.value.code, caught.value.field) == (code, field)
    assert space.ask(contents) == before


def test_a_visit_is_changed_archived_and_deleted_and_all_is_undone(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        start = space.ask(contents)
        space.do("Edit", partial(edit_visit, visit_id=VISIT, purpose="Talks", principal_id="person-2"))
        assert space.ask(visit_detail, VISIT).purpose == "Talks"
        space.do("Archive", partial(archive_visit, visit_id=VISIT, archived=True))
        assert space.ask(visit_cards) == ()
        assert [card.archived for card in space.ask(visit_cards, archived=True)] == [True]
        space.do("Delete", partial(delete_visit, visit_id=VISIT))
        assert space.ask(visit_cards, archived=True) == ()
        assert len(space.ask(contents)["person"]) == len(start["person"])
        for _step in range(3):
            space.undo()
        assert space.ask(contents) == start


def test_each_table_of_a_visit_is_copied_or_left() -> None:
    owned = {each.__tablename__ for each in stored_classes() if issubclass(each, Owned)}
    assert {*AFRESH, *LEFT} == owned | {"visit"}
    assert not AFRESH.keys() & LEFT


def _rows(space: Workspace, visit_id: str) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = space.ask(take, visit_id)["rows"]
    return rows


def test_the_sample_is_copied_whole_and_promises_nothing(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        before = space.ask(contents)
        source = space.ask(visit_cards)[0]
        first = source.starts_on + timedelta(days=364)
        verb = partial(duplicate_visit, visit_id=source.id, title="Again", starts_on=first)
        made = space.do("Duplicate", verb)
        old, new = _rows(space, source.id), _rows(space, made)
        off = {row["id"] for row in old["entry"] if row["status"] == "cancelled"}
        for name in AFRESH:
            kept = [row for row in old.get(name, []) if not {row["id"], row.get("entry_id")} & off]
            assert len(new.get(name, [])) == len(kept), name
        for name in LEFT:
            assert name not in new, name
        assert {row["status"] for row in new["entry"]} == {"tentative"}
        assert not {row["calendar_uid"] for row in new["entry"]} & {
            row["calendar_uid"] for row in old["entry"]
        }
        assert not any(row["confirmed"] for row in new["participation"])
        assert sorted(row["thread_id"] for row in new["topic"]) == sorted(
            row["thread_id"] for row in old["topic"]
        )
        assert {row["person_id"] for row in new["member"]} == {row["person_id"] for row in old["member"]}
        assert space.ask(visit_cities)[made] == space.ask(visit_cities)[source.id]
        assert space.ask(faults) == ()
        assert space.ask(lambda c: c.execute(select(Action.id).where(Action.visit_id == made)).all()) == []
        assert space.ask(lambda c: c.execute(select(Topic.id).where(Topic.visit_id == made)).all())
        space.undo()
        assert space.ask(contents) == before


def test_cancelled_entries_stay_behind_with_what_hangs_on_them(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        (source,) = space.ask(visit_cards)
        old = _rows(space, source.id)
        meeting = old["brief"][0]["entry_id"]
        off = [row["id"] for row in old["entry"] if row["status"] == "cancelled"]
        tied = next(
            row["id"]
            for row in old["entry"]
            if row["id"] not in {meeting, *off} and row["tied_to_id"] is None
        )
        space.do("Tie", partial(edit_entry, entry_id=tied, tied_to_id=meeting))
        space.do("Cancel", partial(edit_entry, entry_id=meeting, status=EntryStatus.CANCELLED))
        assert space.ask(left_behind, source.id) == len(off) + 1
        first = source.starts_on + timedelta(days=364)
        made = space.do("Copy", partial(duplicate_visit, visit_id=source.id, title="Again", starts_on=first))
        new = _rows(space, made)
        gone = next(row["title"] for row in old["entry"] if row["id"] == meeting)
        assert len(new["entry"]) == len(old["entry"]) - len(off) - 1
        assert gone not in {row["title"] for row in new["entry"]}
        assert len(new["brief"]) == len(old["brief"]) - 1
        assert len(new["topic"]) == len(old["topic"])
        kept = next(row["title"] for row in old["entry"] if row["id"] == tied)
        loose = [row for row in new["entry"] if row["title"] == kept]
        assert loose
        assert [(row["tied_to_id"], row["tied_minutes"]) for row in loose] == [(None, 0)] * len(loose)
        assert space.ask(faults) == ()


ZONES = ("Europe/Paris", "America/New_York", "Asia/Seoul", "Australia/Lord_Howe")


@settings(max_examples=25, deadline=None)
@given(
    st.integers(-400, 400),
    st.lists(
        st.tuples(
            st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 5)),
            st.sampled_from(ZONES),
            st.sampled_from(ZONES),
            st.integers(5, 900),
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_clocks_stay_on_the_wall_over_every_switch(
    tmp_path_factory: pytest.TempPathFactory, days: int, drawn: list[tuple[datetime, str, str, int]]
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("copy"))) as space:
        for number, (wall, zone, other, minutes) in enumerate(drawn):
            start = wall.replace(second=0, microsecond=0)
            verb = partial(
                create_entry,
                visit_id=VISIT,
                title=f"{number}",
                start_wall=start,
                start_zone=zone,
                start_fold=0,
                end_wall=start + timedelta(minutes=minutes),
                end_zone=other,
                end_fold=0,
            )
            try:
                space.do("Add", verb)
            except PlanningError:
                continue  # in a gap, or ending before it starts
        first = date(2026, 3, 1) + timedelta(days=days)
        bent = {each.entry_id: each for each in space.ask(clocks_of_copy, VISIT, first)}
        made = space.do("Copy", partial(duplicate_visit, visit_id=VISIT, title="T", starts_on=first))
        assert space.ask(faults) == ()
        query = select(*Entry.__table__.c).order_by(
            Entry.title, Entry.start_zone, Entry.end_zone, Entry.end_wall
        )
        old = space.ask(lambda c: c.execute(query.where(Entry.visit_id == VISIT)).all())
        new = {
            row.title: row
            for row in space.ask(lambda c: c.execute(query.where(Entry.visit_id == made)).all())
        }
        for row in old:
            copy = new[row.title]
            assert copy.end_utc > copy.start_utc
            length, before = copy.end_utc - copy.start_utc, row.end_utc - row.start_utc
            assert abs(length - before) <= timedelta(hours=2)
            if row.id not in bent:
                assert copy.start_wall == row.start_wall + timedelta(days=days)
                assert copy.end_wall == row.end_wall + timedelta(days=days)


def test_a_time_that_is_not_there_is_bent_and_told(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        verb = partial(
            create_entry,
            visit_id=VISIT,
            title="Early call",
            start_wall=datetime(2026, 3, 22, 2, 30),
            start_zone="Europe/Paris",
            end_wall=datetime(2026, 3, 22, 4),
            end_zone="Europe/Paris",
        )
        entry = space.do("Add", verb)
        (bent,) = space.ask(clocks_of_copy, VISIT, date(2026, 3, 8))
        assert (bent.entry_id, bent.note, bent.clock.wall) == (entry, ShiftNote.GAP, datetime(2026, 3, 29, 3))
        assert space.ask(clocks_of_copy, VISIT, date(2026, 3, 9)) == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Marie Curie", TypedName("Curie", "Marie", family_first=False, native="")),
        ("KIM Min-su", TypedName("KIM", "Min-su", family_first=True, native="")),
        ("Curie, Marie", TypedName("Curie", "Marie", family_first=False, native="")),
        ("김민수", TypedName("김", "민수", family_first=True, native="김민수")),
        ("KIM Min-su 김민수", TypedName("KIM", "Min-su", family_first=True, native="김민수")),
        ("김민수 Kim, Min-su", TypedName("Kim", "Min-su", family_first=False, native="김민수")),
        ("Jean-Luc J. DUPONT", TypedName("DUPONT", "Jean-Luc J.", family_first=False, native="")),
        ("Pelé", TypedName("Pelé", "", family_first=False, native="")),
        ("  ", TypedName("", "", family_first=False, native="")),
    ],
)
def test_a_typed_name_is_taken_apart(typed: str, name: TypedName) -> None:
    assert read_name(typed) == name
