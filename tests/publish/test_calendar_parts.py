"""Parts of a calendar: the entries of one person, and those of one week."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app import wording
from app.domain.errors import PlanningError
from app.domain.release import Audience
from app.domain.words import Marking, Side
from app.planning import released as r
from app.planning.release import release
from app.planning.sample import sample_document
from app.planning.workspace import Workspace
from app.publish.calendar.build import build_calendar
from app.publish.calendar.describe import Describer
from app.publish.calendar.people import entries_of
from app.publish.calendar.weeks import SPLIT_ABOVE, split_by_week
from tests.helpers.planner import planner
from tests.publish.ics import bare_visit, check_form, entry_at


@pytest.fixture(autouse=True)
def _in_english() -> None:
    wording.install("en")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("sample"), "sample")) as space:
        yield space


# Whose entries


def member(key: str, side: Side = Side.OURS, **days: Any) -> r.Member:
    return r.Member(key, f"person {key}", side=side, title=key, **days)


def test_entries_of_a_person() -> None:
    ours, theirs = member("ours"), member("theirs", Side.HOST)
    late = member("late", joins_on=datetime(2026, 1, 3).date(), leaves_on=datetime(2026, 1, 3).date())
    team = member("team")
    names = ("everyone", "named", "hosts", "party", "party and named", "third day")
    entries = tuple(
        replace(
            entry_at(
                number, datetime(2026, 1, 3 if name == "third day" else 2), datetime(2026, 1, 4), "UTC", "UTC"
            ),
            id=name,
        )
        for number, name in enumerate(names)
    )
    seats = [("named", "ours"), ("hosts", "theirs"), ("party and named", "ours")]
    visit = replace(
        bare_visit(entries),
        members=(ours, theirs, late, team),
        participations=tuple(r.Participation(f"{e} {m}", e, m) for e, m in seats),
        parties=(r.Party("t", 1, "Technical team"),),
        party_members=(r.PartyMember("tm", "t", "team"),),
        entry_parties=(r.EntryParty("1", "party", "t"), r.EntryParty("2", "party and named", "t")),
    )

    def attended(key: str) -> list[str]:
        return [entry.id for entry in entries_of(visit, key)]

    assert attended("ours") == ["everyone", "named", "hosts", "party and named", "third day"]
    assert attended("team") == ["everyone", "hosts", "party", "third day"]
    assert attended("theirs") == ["hosts"]
    assert attended("late") == ["third day"]
    assert attended("person late") == ["third day"]
    with pytest.raises(PlanningError, match="person_missing"):
        entries_of(visit, "nobody")
    assert build_calendar(visit, person_id="late").count(b"BEGIN:VEVENT") == 1


# Size


def test_weeks_are_those_of_the_local_start(sample: Workspace) -> None:
    visit = sample.ask(release, sample_document()["visit_id"], Audience.parse("principal"), paper="calendar")
    weeks = split_by_week(visit)
    assert [name for name, _ in weeks] == ["2024-W04", "2024-W05"]
    assert [entry.id for _, part in weeks for entry in part.entries] == [entry.id for entry in visit.entries]
    for name, part in weeks:
        assert all(f"{entry.start_wall:%G-W%V}" == name for entry in part.entries)
        check_form(build_calendar(part))
    turn = (
        entry_at(1, datetime(2024, 12, 29, 20), datetime(2024, 12, 29, 22), "Asia/Seoul", "Asia/Seoul"),
        entry_at(2, datetime(2024, 12, 29, 20), datetime(2024, 12, 29, 22), "America/New_York", "UTC"),
    )
    assert [name for name, _ in split_by_week(bare_visit(turn))] == ["2024-W52", "2025-W01"]
    assert split_by_week(bare_visit(())) == []


def test_a_calendar_too_big_for_google_fits_by_the_week() -> None:
    start = datetime(2026, 1, 5, 9)
    entries = tuple(
        replace(
            entry_at(n, start + timedelta(hours=n), start + timedelta(hours=n, minutes=50), "UTC", "UTC"),
            notes="회담 " * 100,
        )
        for n in range(1800)
    )
    visit = bare_visit(entries)
    assert len(build_calendar(visit)) > SPLIT_ABOVE
    parts = [build_calendar(part) for _, part in split_by_week(visit)]
    assert all(len(part) < SPLIT_ABOVE for part in parts)
    assert sum(part.count(b"BEGIN:VEVENT") for part in parts) == len(entries)


# What its agenda is called


def test_an_item_without_a_title_is_called_by_its_topic_unless_that_is_marked_above_the_event() -> None:
    entry = entry_at(1, datetime(2026, 1, 2), datetime(2026, 1, 3), "UTC", "UTC")
    items = (
        r.AgendaItem("own", entry.id, None, 1, "Opening", 5),
        r.AgendaItem("topic", entry.id, "plain", 2, "", 10),
        r.AgendaItem("shut", entry.id, "close", 3, "", 15),
    )
    topics = (
        r.Topic("plain", 1, "Alliance", marking=entry.marking),
        r.Topic("close", 2, "Missiles", marking=Marking.RESTRICTED),
    )
    visit = replace(bare_visit((entry,)), agenda_items=items, topics=topics)
    words = Describer(visit).describe(entry)
    assert "1. Opening · 5 min\n2. Alliance · 10 min\n3. 15 min" in words
    assert "Missiles" not in words
