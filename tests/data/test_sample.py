"""The shipped sample visit: what it must show a newcomer, read straight from its file."""

import json
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from app.data.codec import decode_row
from app.data.engine import SCHEMA_HEAD
from app.data.models import Base
from app.data.snapshot import FORMAT, columns_of
from app.domain import zones
from app.domain.time import from_utc, to_utc

zones.use_shipped_zones()

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "visit.json"
Row = dict[str, Any]

#: Plausible length of a leg in minutes, by how it travels.
LENGTHS = {"flight": (60, 15 * 60), "train": (60, 5 * 60), "car": (5, 90), "walk": (2, 15)}
COVERAGE = {
    "Artemis participation": {"NASA": "lead", "OES": "raise"},
    "Gateway module contribution": {"GSFC": "lead"},
    "L4 space-weather mission": {"GSFC": "lead", "ESA": "raise"},
    "Lunar science data sharing": {"NASA": "raise", "GSFC": "lead"},
    "Einstein Probe follow-up": {"ESA": "lead", "CNES": "raise", "MPE": "lead"},
    "Deep-space antenna time": {"NASA": "raise", "ESA": "raise", "ESTEC": "lead"},
    "KASA founding and agency link": {
        "NASA": "raise",
        "GSFC": "raise",
        "OES": "lead",
        "ESA": "lead",
        "CNES": "raise",
    },
    "Optical quantum link": {"CNES": "lead", "ESTEC": "raise"},
    "Export-control streamlining": {"OES": "lead"},
}
MINUTES = {
    "NASA": (95, 105),
    "GSFC": (80, 150),
    "OES": (70, 60),
    "ESA": (75, 90),
    "CNES": (60, 90),
    "ESTEC": (45, 120),
    "MPE": (30, 60),
}


@cache
def document() -> dict[str, Any]:
    return json.loads(SAMPLE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def table(name: str) -> list[Row]:
    return document()["rows"][name]  # type: ignore[no-any-return]


@cache
def by_id(name: str) -> dict[str, Row]:
    return {row["id"]: row for row in table(name)}


def instants(entry: Row) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(entry["start_utc"]), datetime.fromisoformat(entry["end_utc"])


def meetings() -> dict[str, Row]:
    """Meetings by the acronym of their host."""
    acronym = {key: row["acronym"] for key, row in by_id("organisation").items()}
    return {acronym[row["host_organisation_id"]]: row for row in table("entry") if row["kind"] == "meeting"}


def ours_at(entry: Row) -> set[str]:
    """Members of our side at an entry: those named, else its parties, else everyone who travels that day."""
    ours = {key for key, member in by_id("member").items() if member["side"] == "ours"}
    named = {row["member_id"] for row in table("participation") if row["entry_id"] == entry["id"]} & ours
    parties = {row["party_id"] for row in table("entry_party") if row["entry_id"] == entry["id"]}
    if named:
        return named
    if parties:
        return {row["member_id"] for row in table("party_member") if row["party_id"] in parties}
    day = entry["start_wall"][:10]
    return {
        key
        for key in ours
        if (by_id("member")[key]["joins_on"] or day) <= day <= (by_id("member")[key]["leaves_on"] or day)
    }


def test_document_is_written_in_its_one_form() -> None:
    found = document()
    text = json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert SAMPLE.read_text(encoding="utf-8") == text
    assert found["format"] == FORMAT
    assert found["schema"] == SCHEMA_HEAD
    assert [row["id"] for row in table("visit")] == [found["visit_id"]]


@pytest.mark.parametrize("name", sorted(document()["rows"]))
def test_rows_fit_the_schema(name: str) -> None:
    columns = columns_of(Base.metadata.tables[name])
    assert table(name) == sorted(table(name), key=lambda row: row["id"])
    for row in table(name):
        assert row.keys() == {column.name for column in columns}
        decode_row(Base.metadata.tables[name], row)
        for column in columns:
            for key in column.foreign_keys:
                value = row[column.name]
                assert value is None or value in by_id(key.column.table.name), (name, column.name, value)


def test_counts_people_expect() -> None:
    sides = Counter(member["side"] for member in table("member"))
    assert len(table("entry")) >= 45
    assert len(table("topic")) == 9
    assert len(table("action")) == 12
    assert sides == {"ours": 14, "host": 17}
    assert len(table("person")) == 31
    assert len(table("stop")) == 5
    assert {action["owed_by"] for action in table("action")} == {"ours", "host"}
    assert all(action["owner_id"] and action["due_on"] for action in table("action"))


def test_disclaimer_says_that_people_are_invented() -> None:
    assert "people in this sample are invented" in table("visit")[0]["disclaimer"]


def test_five_zones_and_the_date_line() -> None:
    home = {"Asia/Seoul", "America/New_York", "Europe/Paris", "Europe/Amsterdam", "Europe/Berlin"}
    assert {entry[end] for entry in table("entry") for end in ("start_zone", "end_zone")} == home
    assert {stop["zone"] for stop in table("stop")} == home
    flights = {
        leg["number"]: by_id("entry")[leg["entry_id"]] for leg in table("leg") if leg["mode"] == "flight"
    }
    first = flights["KE 093"]
    assert first["end_wall"] < first["start_wall"]
    assert instants(first)[1] - instants(first)[0] == timedelta(hours=13, minutes=40)
    assert {"KE 093", "AF 027", "LH 718"} <= flights.keys()


def test_instants_follow_from_the_walls() -> None:
    for entry in table("entry"):
        start, end = instants(entry)
        for moment, side in ((start, "start"), (end, "end")):
            wall = datetime.fromisoformat(entry[f"{side}_wall"])
            assert to_utc(wall, entry[f"{side}_zone"], entry[f"{side}_fold"]) == moment
            assert from_utc(moment, entry[f"{side}_zone"]).time == wall
        assert start < end, entry["title"]


def test_legs_belong_to_travel_and_take_plausible_time() -> None:
    travel = {entry["id"] for entry in table("entry") if entry["kind"] == "travel"}
    assert {leg["entry_id"] for leg in table("leg")} == travel
    for leg in table("leg"):
        start, end = instants(by_id("entry")[leg["entry_id"]])
        least, most = LENGTHS[leg["mode"]]
        assert least <= (end - start) / timedelta(minutes=1) <= most, leg
        assert leg["from_name"]
        assert leg["to_name"]


def test_nobody_is_in_two_places_but_for_the_intended_clash() -> None:
    firm = [entry for entry in table("entry") if entry["status"] != "cancelled"]
    clashes = []
    for one, other in combinations(firm, 2):
        (a, b), (c, d) = instants(one), instants(other)
        if max(a, c) < min(b, d) and ours_at(one) & ours_at(other):
            clashes.append({one["title"], other["title"]})
    assert clashes == [{"Press availability", "Industry roundtable"}]


def test_cars_hold_their_riders_and_drive_one_way_at_a_time() -> None:
    riders = Counter(row["ride_id"] for row in table("rider"))
    ways = defaultdict(list)
    for ride in table("ride"):
        assert 0 < riders[ride["id"]] <= by_id("vehicle")[ride["vehicle_id"]]["seats"]
        ways[ride["vehicle_id"]].append(instants(by_id("entry")[ride["entry_id"]]))
    for spans in ways.values():
        assert all(max(a, c) >= min(b, d) for (a, b), (c, d) in combinations(spans, 2))


def test_tied_entries_stand_where_the_tie_puts_them() -> None:
    tied = [entry for entry in table("entry") if entry["tied_to_id"]]
    assert sum(entry["tied_minutes"] == 20 for entry in tied) >= 2
    for entry in tied:
        target = instants(by_id("entry")[entry["tied_to_id"]])[0]
        assert target - instants(entry)[0] == timedelta(minutes=entry["tied_minutes"]), entry["title"]


def test_times_and_states_of_every_kind_occur() -> None:
    states = Counter(entry["status"] for entry in table("entry"))
    assert states["tentative"] >= 2
    assert states["cancelled"] == 1
    assert {entry["start_precision"] for entry in table("entry")} == {"exact", "about", "undecided"}
    parties = Counter(by_id("party")[row["party_id"]]["name"] for row in table("entry_party"))
    assert parties["Principal"] >= 1
    assert parties["Technical team"] >= 3


def test_seven_meetings_cover_the_topics_as_planned() -> None:
    host_of = {meeting["id"]: host for host, meeting in meetings().items()}
    coverage: dict[str, dict[str, str]] = defaultdict(dict)
    minutes: Counter[str] = Counter()
    for item in table("agenda_item"):
        assert item["minutes"] > 0
        minutes[host_of[item["entry_id"]]] += item["minutes"]
        if item["topic_id"]:
            coverage[by_id("topic")[item["topic_id"]]["title"]][host_of[item["entry_id"]]] = item["intent"]
    slots = {}
    for host, meeting in meetings().items():
        start, end = instants(meeting)
        slots[host] = (minutes[host], (end - start) // timedelta(minutes=1))
    assert coverage == COVERAGE
    assert slots == MINUTES
    assert sum(entry["kind"] == "meeting" for entry in table("entry")) == 7


def test_points_are_few_enough_to_say() -> None:
    kinds: dict[str, list[str]] = defaultdict(list)
    for point in table("talking_point"):
        kinds[point["agenda_item_id"]].append(point["kind"])
    for item in table("agenda_item"):
        found = kinds[item["id"]]
        least, most = {"lead": (4, 6), "raise": (1, 2), "if_raised": (1, 6)}[item["intent"]]
        assert least <= len(found) <= most, item["title"]
        if item["intent"] == "if_raised":
            assert set(found) <= {"respond", "avoid"}


def test_briefs_have_all_four_sections() -> None:
    sections: dict[str, set[str]] = defaultdict(set)
    for paragraph in table("brief_paragraph"):
        sections[by_id("brief")[paragraph["brief_id"]]["entry_id"]].add(paragraph["section"])
    assert sections.keys() == {meeting["id"] for meeting in meetings().values()}
    assert all(found == {"purpose", "scene", "background", "logistics"} for found in sections.values())


def test_every_level_of_marking_occurs() -> None:
    for name in ("entry", "talking_point", "brief_paragraph", "action"):
        assert {row["marking"] for row in table(name)} == {0, 1, 2, 3}, name
    for entry in table("entry"):
        if entry["marking"] == 0:
            assert entry["summary"], entry["title"]
            assert not entry["notes"], entry["title"]


def test_topics_and_precedents_are_written_out() -> None:
    for topic in table("topic"):
        texts = ("objective", "ask", "offer", "background", "likely_position", "red_line", "if_raised")
        assert all(topic[name] for name in texts), topic["title"]
    assert all(row["source"] and row["lesson"] and row["description"] for row in table("precedent"))


def test_names_stand_in_both_scripts_and_no_letter_is_missing() -> None:
    for member in table("member"):
        person = by_id("person")[member["person_id"]]
        if member["side"] == "ours":
            assert person["family_name_first"]
            assert all("가" <= letter <= "힣" for letter in person["native_name"])
            assert person["pronunciation"]
    folder = ROOT / "resources" / "fonts"
    known: set[int] = set()
    for font in ("Pretendard-Regular", "NotoSansKR-Hanja"):
        known |= TTFont(font, str(folder / f"{font}.ttf")).face.charToGlyph.keys()
    assert {letter for letter in SAMPLE.read_text(encoding="utf-8") if ord(letter) not in known} <= {"\n"}


def test_every_traveller_sleeps_once_in_each_hotel() -> None:
    residents = {row["id"] for row in table("member") if row["side"] == "ours" and not row["leaves_on"]}
    beds: dict[str, list[str]] = defaultdict(list)
    for guest in table("room_guest"):
        beds[by_id("room")[guest["room_id"]]["lodging_id"]].append(guest["member_id"])
    assert len(beds) == 4
    assert all(sorted(found) == sorted(residents) for found in beds.values())
    assert sum(bool(row["missing"]) for row in table("access_person")) == 4
