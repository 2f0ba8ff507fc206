"""Calendars, read back by the libraries of other programs, and held against the planner's own instants."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import wording
from app.domain import zones
from app.domain.release import Audience, AudienceKind
from app.domain.time import Precision
from app.domain.words import EntryStatus
from app.planning import released as r
from app.planning.release import release
from app.planning.sample import sample_document
from app.planning.verbs.entries import cancel_entry, edit_entry, move_entry
from app.planning.views.document import visit_document
from app.planning.workspace import Workspace
from app.publish.calendar.build import build_calendar
from tests.helpers.planner import planner
from tests.judges import ical_js, libical
from tests.planning.visits import VISIT_ID, create_journey
from tests.publish.ics import UNFIT, bare_visit, check_form, entry_at, properties, unfolded, values
from tests.publish.visits import nasty_visit

zones.use_shipped_zones()

ALL_ZONES = sorted(zones.known_zones())
READERS = ("principal", "delegation", "host:NASA", "host:ESA", "public")
#: How many events a random calendar holds: one run of a judge reads them all.
MANY = 40
NASTY = (
    'a, b; c\\d: "e"\r\nf\rg\nh\x00\x07\x85\ud800 \u1112\u1161\u11ab e\x0b\u0301 한국어'
    + "긴" * 60
    + "\u200b"
)


@pytest.fixture(autouse=True)
def _in_english() -> None:
    wording.install("en")


@pytest.fixture(params=[ical_js, libical], ids=["ical_js", "libical"])
def judge(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    if not module.available():
        pytest.skip(module.MISSING)
    return module


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("sample"), "sample")) as space:
        yield space


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[tuple[Workspace, dict[str, str]]]:
    path = tmp_path / "journey.planner"
    ids = create_journey(path)
    with Workspace.open(path) as space:
        yield space, ids


# Read back by others


@pytest.mark.judge
@pytest.mark.parametrize("reader", READERS)
def test_sample_is_read_back_as_the_planner_shows_it(
    sample: Workspace, judge: ModuleType, reader: str
) -> None:
    visit_id = sample_document()["visit_id"]
    shown = {row["calendar_uid"]: row for row in sample.ask(visit_document, visit_id)["entries"]}
    visit = sample.ask(release, visit_id, Audience.parse(reader), paper="calendar")
    events = judge.read(build_calendar(visit))
    assert [event.uid for event in events] == [entry.calendar_uid for entry in visit.entries]
    assert {event.uid for event in events} == may_see(shown, visit)
    assert [fault for event in events if (fault := misread(event, shown[event.uid]))] == []


@pytest.mark.judge
def test_journey_is_read_back_as_the_planner_shows_it(
    journey: tuple[Workspace, dict[str, str]], judge: ModuleType
) -> None:
    space, ids = journey
    shown = {row["calendar_uid"]: row for row in space.ask(visit_document, VISIT_ID)["entries"]}
    visit = space.ask(release, VISIT_ID, Audience.parse("principal"), paper="calendar")
    events = judge.read(build_calendar(visit))
    assert len(events) == len(ids) == len(shown)
    assert [fault for event in events if (fault := misread(event, shown[event.uid]))] == []


@st.composite
def random_entries(draw: st.DrawFn) -> tuple[r.Entry, ...]:
    """Entries anywhere, many of them around changes of clocks: gaps cannot be, both passes of an hour can."""
    year = draw(st.integers(1975, 2035))
    names = draw(st.lists(st.sampled_from(ALL_ZONES), min_size=2, max_size=8, unique=True))
    first, last = datetime(year, 1, 2), datetime(year + 2, 12, 30)
    near = [change.at for name in names for change in zones.changes(first, last, name)] or [first]
    entries = []
    for number in range(MANY):
        around = draw(st.sampled_from(near)) + timedelta(minutes=draw(st.integers(-180, 180)))
        start = draw(st.one_of(st.just(around), st.datetimes(first, last))).replace(microsecond=0)
        end = start + timedelta(minutes=draw(st.integers(1, 2000)))
        entries.append(entry_at(number, start, end, *(draw(st.sampled_from(names)) for _ in range(2))))
    return tuple(entries)


@pytest.mark.judge
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=random_entries())
def test_any_entry_is_read_back_at_its_instants(judge: ModuleType, entries: tuple[r.Entry, ...]) -> None:
    events = judge.read(build_calendar(bare_visit(entries)))
    read = [(event.start_utc, event.end_utc) for event in events]
    assert read == [(entry.start_utc.isoformat(), entry.end_utc.isoformat()) for entry in entries]


# The form of the file


@pytest.mark.parametrize("reader", READERS)
def test_file_is_as_every_client_wants_it(sample: Workspace, reader: str) -> None:
    visit = sample.ask(release, sample_document()["visit_id"], Audience.parse(reader), paper="calendar")
    check_form(build_calendar(visit))


def test_file_keeps_its_form_whatever_is_typed() -> None:
    visit = nasty_visit()
    soiled = tuple(
        replace(entry, calendar_uid=f"{entry.id}{NASTY}", title=NASTY + entry.title, summary=NASTY)
        for entry in visit.entries
    )
    visit = replace(visit, entries=soiled, visit=replace(visit.visit, title=NASTY))
    content = build_calendar(visit)
    check_form(content)
    written = 'a\\, b\\; c\\\\d: "e"\\nf\\ng\\nh \ud55c é 한국어'.encode().decode()
    for name in ("NAME", "X-WR-CALNAME", "SUMMARY"):
        assert any(value.startswith(written) for value in values(content, name)), name
    assert any(written in value for value in values(content, "DESCRIPTION"))


@settings(max_examples=80)
@given(text=st.text(max_size=120), more=st.text(max_size=120))
def test_any_text_is_written_and_read_back(text: str, more: str) -> None:
    entry = replace(
        entry_at(1, datetime(2026, 1, 1), datetime(2026, 1, 2), "UTC", "UTC"), title=text, notes=more
    )
    content = build_calendar(bare_visit((replace(entry, calendar_uid=f"uid{text}"),)))
    check_form(content)
    assert len(values(content, "SUMMARY")) == 1
    (value,) = values(content, "SUMMARY")
    unescaped = re.sub(r"\\([\\,;nN])", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value)
    assert unescaped == unicodedata.normalize(
        "NFC", re.sub(UNFIT, "", text.replace("\r\n", "\n").replace("\r", "\n"))
    )


def test_each_zone_used_is_defined_once_and_no_other(journey: tuple[Workspace, dict[str, str]]) -> None:
    space, _ = journey
    visit = space.ask(release, VISIT_ID, Audience.parse("principal"), paper="calendar")
    content = build_calendar(visit)
    used = set(re.findall(r"TZID=([^:;]+)", unfolded(content)))
    assert values(content, "TZID") == sorted(used)
    parts = re.findall("BEGIN:VTIMEZONE.*?END:VTIMEZONE", unfolded(content), re.DOTALL)
    assert len(parts) == len(used)
    assert "Europe/Paris" in used
    undecided = [entry for entry in visit.entries if entry.start_precision is Precision.UNDECIDED]
    assert undecided
    alone = build_calendar(replace(visit, entries=tuple(undecided)))
    assert b"VTIMEZONE" not in alone


def test_place_near_the_equator_is_written_as_a_number() -> None:
    place = r.Place("p", "Ship", latitude=0.00001, longitude=-150.1234567)
    entry = replace(entry_at(1, datetime(2026, 1, 1), datetime(2026, 1, 2), "UTC", "UTC"), place_id="p")
    content = build_calendar(replace(bare_visit((entry,)), places=(place,)))
    assert values(content, "GEO") == ["0.0;-150.123457"]


def test_same_data_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    path = planner(tmp_path, "sample")
    out = []
    for seed in ("1", "4242"):
        target = tmp_path / f"{seed}.ics"
        command: list[str | Path] = [
            sys.executable,
            "main.py",
            "calendar",
            path,
            "--audience",
            "delegation",
            "-o",
            target,
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        out.append(target.read_bytes())
    assert out[0] == out[1]
    assert out[0].count(b"BEGIN:VEVENT") > 80


# What an event tells


def test_undecided_is_an_all_day_event_with_an_exclusive_end(
    journey: tuple[Workspace, dict[str, str]],
) -> None:
    day = event_of(journey, "Some day")
    assert (day["DTSTART;VALUE=DATE"], day["DTEND;VALUE=DATE"]) == ("20260331", "20260401")
    assert day["SUMMARY"] == "Some day (time to be decided)"
    assert "Tue 31 Mar to be decided" in day["DESCRIPTION"]
    assert day["TRANSP"] == "TRANSPARENT"
    night = event_of(journey, "Some night")
    assert (night["DTSTART;VALUE=DATE"], night["DTEND;VALUE=DATE"]) == ("20260404", "20260406")


def test_about_tentative_and_cancelled_are_told(journey: tuple[Workspace, dict[str, str]]) -> None:
    about = event_of(journey, "Towards noon")
    assert about["SUMMARY"] == "Towards noon (time approximate)"
    assert "about 11:50" in about["DESCRIPTION"]
    tentative = event_of(journey, "Perhaps")
    assert (tentative["STATUS"], tentative["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TENTATIVE", "TENTATIVE")
    cancelled = event_of(journey, "Called off")
    assert (cancelled["STATUS"], cancelled["SEQUENCE"]) == ("CANCELLED", "1")
    assert cancelled["SUMMARY"] == "Cancelled: Called off"
    assert cancelled["TRANSP"] == "TRANSPARENT"


def test_leg_has_a_zone_at_each_end_and_says_both_local_times(
    journey: tuple[Workspace, dict[str, str]],
) -> None:
    flight = event_of(journey, "Fly Seoul – Los Angeles")
    assert flight["DTSTART;TZID=Asia/Seoul"] == "20260306T144000"
    assert flight["DTEND;TZID=America/Los_Angeles"] == "20260306T085000"
    assert "Fri 6 Mar 14:40 KST – Fri 6 Mar 08:50 PST" in flight["DESCRIPTION"]
    assert "Seoul → Los Angeles · 11 h 10" in flight["DESCRIPTION"]
    assert flight["LOCATION"] == "Seoul"


def test_leg_that_nobody_has_timed_is_an_estimate(journey: tuple[Workspace, dict[str, str]]) -> None:
    space, _ = journey
    visit = space.ask(release, VISIT_ID, Audience.parse("principal"), paper="calendar")
    (flight,) = (row for row in visit.entries if row.title == "Fly Seoul – Los Angeles")
    legs = tuple(replace(leg, estimated=True) for leg in visit.legs)
    (text,) = values(build_calendar(replace(visit, entries=(flight,), legs=legs)), "DESCRIPTION")
    assert "Seoul → Los Angeles · 11 h 10 (estimate)" in text


def test_hour_that_comes_twice_is_written_in_utc(journey: tuple[Workspace, dict[str, str]]) -> None:
    event = event_of(journey, "From pass to pass")
    assert (event["DTSTART"], event["DTEND"]) == ("20261025T003000Z", "20261025T013000Z")
    into = event_of(journey, "Into the hour that comes twice")
    assert into["DTSTART;TZID=America/New_York"] == "20261101T003000"
    assert into["DTEND"] == "20261101T063000Z"


def test_stamp_is_the_rows_and_not_the_clocks(journey: tuple[Workspace, dict[str, str]]) -> None:
    space, _ = journey
    visit = space.ask(release, VISIT_ID, Audience.parse("principal"), paper="calendar")
    old = datetime(2020, 2, 3, 4, 5, 6)
    entry = replace(visit.entries[0], updated_at=old, created_at=old - timedelta(days=1))
    content = build_calendar(replace(visit, entries=(entry,)))
    assert values(content, "DTSTAMP") == values(content, "LAST-MODIFIED") == ["20200203T040506Z"]
    assert values(content, "CREATED") == ["20200202T040506Z"]


def test_visit_without_a_title_for_this_reader_has_no_name() -> None:
    visit = bare_visit((entry_at(1, datetime(2026, 1, 1), datetime(2026, 1, 2), "UTC", "Asia/Tokyo"),))
    content = build_calendar(replace(visit, visit=r.Head("v")))
    assert not values(content, "NAME")
    assert not values(content, "X-WR-CALNAME")
    assert "+0 h" not in unfolded(content)
    check_form(content)


def test_sequence_rises_with_time_place_and_status_and_never_falls(
    journey: tuple[Workspace, dict[str, str]],
) -> None:
    space, ids = journey
    entry_id = ids["Monday after"]
    uid = event_of(journey, "Monday after")["UID"]

    def sequence() -> int:
        visit = space.ask(release, VISIT_ID, Audience.parse("principal"), paper="calendar")
        entry = next(entry for entry in visit.entries if entry.id == entry_id)
        assert entry.calendar_uid == uid
        event = dict(properties(build_calendar(replace(visit, entries=(entry,)))))
        assert event["UID"] == uid
        return int(event["SEQUENCE"])

    before = sequence()
    changes: tuple[tuple[Callable[..., None], dict[str, Any]], ...] = (
        (move_entry, {"start_wall": datetime(2026, 3, 9, 12)}),
        (edit_entry, {"end_wall": datetime(2026, 3, 9, 15)}),
        (edit_entry, {"start_precision": Precision.ABOUT}),
        (edit_entry, {"room": "9F"}),
        (edit_entry, {"status": EntryStatus.CONFIRMED}),
        (cancel_entry, {}),
    )
    for verb, fields in changes:
        space.do("Change", partial(verb, entry_id=entry_id, **fields))
        assert sequence() > before, fields
        before = sequence()
    space.do("Words", partial(edit_entry, entry_id=entry_id, notes="Only words"))
    assert sequence() == before
    for turn in (*[space.undo] * 7, *[space.redo] * 7):
        assert turn()
        assert sequence() >= before
        before = sequence()


# Helpers


def may_see(shown: dict[str, Any], visit: r.ReleasedVisit) -> set[str]:
    """Return the UIDs of the sample's entries that an audience may see, from the sample's own rows."""
    rows = sample_document()["rows"]
    host = {row["acronym"]: row["id"] for row in rows["organisation"]}.get(visit.audience.organisation or "")
    theirs = {row["id"] for row in rows["member"] if row["organisation_id"] == host}
    seats = {row["entry_id"] for row in rows["participation"] if row["member_id"] in theirs}
    return {
        uid
        for uid, row in shown.items()
        if row["marking"] <= visit.ceiling
        and (
            visit.audience.kind is not AudienceKind.HOST
            or (row["share_with_host"] and (row["host_organisation_id"] == host or row["id"] in seats))
        )
    }


def misread(event: Any, row: dict[str, Any]) -> str:
    """Tell what a judge reads otherwise than ``show --json`` says; nothing where all agrees."""
    if row["start_precision"] == "undecided":
        start, end = (datetime.fromisoformat(row[f"{side}_wall"]).date() for side in ("start", "end"))
        times, all_day = (start.isoformat(), (end + timedelta(days=1)).isoformat()), True
    else:
        times, all_day = (row["start_utc"].removesuffix("Z"), row["end_utc"].removesuffix("Z")), False
    expected = (times, all_day, row["calendar_sequence"], row["status"].upper())
    found = ((event.start_utc, event.end_utc), event.all_day, event.sequence, event.status)
    return "" if found == expected else json.dumps([row["title"], found, expected])


def event_of(journey: tuple[Workspace, dict[str, str]], title: str) -> dict[str, str]:
    space, ids = journey
    visit = space.ask(release, VISIT_ID, Audience.parse("principal"), paper="calendar")
    entries = tuple(entry for entry in visit.entries if entry.id == ids[title])
    return dict(properties(build_calendar(replace(visit, entries=entries))))
