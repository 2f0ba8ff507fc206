"""A pasted text becomes entries in one step: nothing it says is lost, and no clock is accepted in silence."""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.data.models import Entry, Leg, Stop
from app.data.models.base import new_id
from app.domain.board.drafts import draft_of
from app.domain.board.text import Words, as_text
from app.domain.errors import PlanningError
from app.domain.time import Precision, from_utc
from app.domain.words import EntryKind, EntryStatus, LegMode
from app.planning.rows import LONGEST_TEXT
from app.planning.soundness import faults
from app.planning.verbs.entries import create_entry
from app.planning.verbs.pasting import paste_text
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner

PARIS, SEOUL, NEW_YORK = "Europe/Paris", "Asia/Seoul", "America/New_York"
DAY = date(2026, 3, 10)


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened
        assert opened.ask(faults) == ()


def iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def paste(space: Workspace, text: str, day: date = DAY, zone: str = PARIS, **more: Any) -> list[EntryDetail]:
    values: dict[str, Any] = {"untitled": "New", "day_of": iso} | more
    made = space.do("Paste", paste_text, VISIT, day, zone, text, **values)
    return [space.ask(entry_detail, entry) for entry in made]


def test_lines_become_tentative_entries_in_one_step(space: Workspace) -> None:
    before = space.ask(contents)
    text = "Dear all,\n09:30–11:15  Talks · Place 1, Room 9F\n\n"
    text += "2026-03-12\nabout 12:00  Lunch · Embassy\ntbd  Walk"
    talks, lunch, walk = paste(space, text)
    assert (talks.title, talks.place_id, talks.room) == ("Talks", "place-1", "Room 9F")
    assert (talks.start_wall, talks.end_wall, talks.start_zone) == (at(10, 9, 30), at(10, 11, 15), PARIS)
    assert (lunch.start_wall, lunch.end_wall, lunch.room) == (at(12, 12), at(12, 13), "Embassy")
    assert [each.start_precision for each in (talks, lunch, walk)] == [
        Precision.EXACT, Precision.ABOUT, Precision.UNDECIDED,
    ]  # fmt: skip
    assert (walk.title, walk.start_wall) == ("Walk", at(12, 9))
    assert {each.status for each in (talks, lunch, walk)} == {EntryStatus.TENTATIVE}
    after = space.ask(contents)
    assert space.undo() is not None
    assert space.ask(contents) == before
    space.redo()
    assert space.ask(contents) == after


def test_a_text_is_put_on_a_day_where_that_is_asked_for(space: Workspace) -> None:
    text = "2026-03-12\n09:00  One\n2026-03-14\n09:00  Two"
    assert [each.start_wall.day for each in paste(space, text)] == [12, 14]
    assert [each.start_wall.day for each in paste(space, text, onto=True)] == [10, 12]


def test_a_way_has_its_stations_and_its_two_clocks(space: Workspace) -> None:
    new_york: dict[str, Any] = {
        "start_wall": at(1, 9),
        "end_wall": at(1, 10),
        "start_zone": NEW_YORK,
        "end_zone": NEW_YORK,
    }
    space.do("New", create_entry, VISIT, title="x", **new_york)
    (flight,) = paste(space, "17:30 EDT – 06:50 CET +1  AF 027 · IAD → CDG")
    assert (flight.kind, flight.title) == (EntryKind.TRAVEL, "AF 027")
    assert (flight.start_zone, flight.end_zone, flight.end_wall) == (NEW_YORK, PARIS, at(11, 6, 50))
    columns = Leg.__table__.c
    query = select(columns.mode, columns.from_code, columns.to_code)
    (leg,) = space.ask(lambda connection: list(connection.execute(query)))
    assert tuple(leg) == (LegMode.FLIGHT, "IAD", "CDG")


def test_a_zone_that_the_visit_does_not_know_stays_among_the_words(space: Workspace) -> None:
    (lunch,) = paste(space, "14:00–15:00 LUNCH")
    assert (lunch.title, lunch.start_zone) == ("LUNCH", PARIS)
    (call,) = paste(space, "14:00 PST – 15:00 PST  Call")
    assert (call.title, call.start_zone) == ("PST Call", PARIS)


def test_the_short_name_of_a_zone_tells_which_of_two_passes_is_meant(space: Workspace) -> None:
    day = date(2026, 10, 25)
    (late,) = paste(space, "02:30 CEST – 02:15 CET +0  Night", day)
    assert (late.start_fold, late.end_fold, late.minutes) == (0, 1, 45)
    with pytest.raises(PlanningError) as caught:
        paste(space, "02:30–04:00  Night", day)
    assert caught.value.code == "time_ambiguous"
    assert paste(space, "02:30–04:00  Night", day, fold=1)[0].minutes == 90


def test_a_line_without_words_or_end_gets_the_usual(space: Workspace) -> None:
    unnamed, short = paste(space, "09:00–10:00\n01:30  Night", date(2026, 3, 29))
    assert unnamed.title == "New"
    assert (short.end_wall, short.minutes) == (at(29, 3, 30), 60)


def test_words_of_the_language_in_force_are_read(space: Workspace) -> None:
    words = Words(about="gegen {time}", undecided="offen", notes=("vorläufig",))
    about, undecided = paste(space, "gegen 9:00  Gespräch [vorläufig]\noffen  Essen", words=words)
    assert (about.title, about.start_precision) == ("Gespräch", Precision.ABOUT)
    assert undecided.start_precision is Precision.UNDECIDED


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        ("09:00  Fine\n02:30  Gap", {"day": date(2026, 3, 29)}, "time_nonexistent"),
        ("09:00  Fine\n02:30 CET  Gap", {"day": date(2026, 3, 29)}, "time_nonexistent"),
        ("09:00  Fine\n1900-01-01\n09:00  Old", {}, "time_out_of_range"),
        ("09:00  Fine", {"zone": "No/Where"}, "zone_unknown"),
        ("x" * (LONGEST_TEXT + 1), {}, "text_too_long"),
    ],
)
def test_what_cannot_be_is_refused_as_a_whole(
    space: Workspace, text: str, more: dict[str, Any], code: str
) -> None:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        paste(space, text, **more)
    assert caught.value.code == code
    assert sentence(caught.value) != code
    assert space.ask(contents) == before


def test_a_text_without_entries_leaves_no_step(space: Workspace) -> None:
    step = space.next_undo()
    assert paste(space, "Dear all,\nsee you soon.") == []
    assert space.next_undo() == step


LINES = st.lists(
    st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(1, 600), st.text(max_size=20)), max_size=6
)


@settings(max_examples=15)
@given(
    day=st.dates(date(2026, 3, 1), date(2026, 11, 10)), lines=LINES, zone=st.sampled_from([PARIS, NEW_YORK])
)
def test_any_text_is_read_or_refused_and_undone(
    tmp_path_factory: pytest.TempPathFactory,
    day: date,
    lines: list[tuple[int, int, int, str]],
    zone: str,
) -> None:
    text = ""
    for hour, minute, length, words in lines:
        start = datetime(2026, 1, 1, hour, minute)
        text += f"{start:%H:%M}–{start + timedelta(minutes=length):%H:%M}  {words}\n"
    with Workspace.open(planner(tmp_path_factory.mktemp("paste"))) as space:
        before, code = space.ask(contents), None
        try:
            made = paste(space, text, day, zone)
        except PlanningError as error:
            code, made = error.code, []
        assert code in {None, "time_nonexistent", "time_ambiguous", "end_not_after_start"}
        assert space.ask(faults) == ()
        stored = space.ask(
            lambda connection: list(connection.execute(select(Entry.__table__.c.id)).scalars())
        )
        assert sorted(stored) == sorted(each.id for each in made)
        if made:
            space.undo()
        assert space.ask(contents) == before


@settings(max_examples=25)
@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 10)),
    minutes=st.integers(1, 40 * 60),
    zones=st.tuples(*[st.sampled_from([PARIS, NEW_YORK, SEOUL, "Asia/Kathmandu", "Pacific/Honolulu"])] * 2),
)
def test_an_entry_that_is_cut_and_pasted_as_text_keeps_its_instants(
    tmp_path_factory: pytest.TempPathFactory, start: datetime, minutes: int, zones: tuple[str, str]
) -> None:
    start = start.replace(second=0, microsecond=0)
    clocks: dict[str, Any] = {"start_zone": zones[0], "end_zone": zones[1]}
    for end, utc, zone in zip(
        ("start", "end"), (start, start + timedelta(minutes=minutes)), zones, strict=True
    ):
        clocks |= dict(zip((f"{end}_wall", f"{end}_fold"), from_utc(utc, zone), strict=True))
    with Workspace.open(planner(tmp_path_factory.mktemp("cut"))) as space:
        entry = space.do("New", create_entry, VISIT, title="Talks", **clocks)
        found = space.ask(entry_detail, entry)
        text = as_text(
            [draft_of(found, title=found.title, tell_zone=True)], heading=lambda day: [day.isoformat()]
        )
        (pasted,) = paste(space, text, zone="UTC")
        assert (pasted.title, pasted.start_utc, pasted.end_utc) == ("Talks", found.start_utc, found.end_utc)


def test_each_day_is_by_the_clock_of_its_city(space: Workspace) -> None:
    zones = {date(2026, 3, 11): SEOUL, DAY: NEW_YORK}
    text = "09:00 Here\n2026-03-11\n10:00 There\n2026-03-12\n11:00 KST Said"
    here, there, said = paste(space, text, zone_on=lambda day: zones.get(day, NEW_YORK))
    assert [each.start_zone for each in (here, there, said)] == [PARIS, SEOUL, SEOUL]
    assert (said.title, said.start_wall, said.end_zone) == ("Said", at(12, 11), SEOUL)


def test_a_zone_of_the_visit_may_stand_after_a_single_time(space: Workspace) -> None:
    """Home's, one of a stop, one of an entry; a word that is none of them stays a word."""
    space.do("Stop", lambda session: session.add(_stop("Washington", NEW_YORK)))
    tokyo = {"start_zone": "Asia/Tokyo", "end_zone": "Asia/Tokyo"}
    walls = {"start_wall": at(4, 9), "end_wall": at(4, 10)}
    space.do("New", partial(create_entry, title="In Tokyo", **tokyo, **walls), VISIT)  # type: ignore[arg-type]
    text = "11:00 KST Call\n12:00 EDT Talks\n13:00 JST Dinner\n14:00 ESA visit\n15:00 CET, Paris"
    found = paste(space, text)
    assert [(each.title, each.start_zone) for each in found] == [
        *(("Call", SEOUL), ("Talks", NEW_YORK), ("Dinner", "Asia/Tokyo")),
        *(("ESA visit", PARIS), ("CET, Paris", PARIS)),
    ]


def _stop(city: str, zone: str, first: int = 1, last: int = 31) -> Stop:
    return Stop(
        id=new_id(), visit_id=VISIT, city=city, zone=zone,
        arrives_on=date(2026, 3, first), leaves_on=date(2026, 3, last),
    )  # fmt: skip


def test_airports_bring_their_zones_and_names(space: Workspace) -> None:
    """In a visit that knows neither: what is copied of one visit means the same in another."""
    (flight,) = paste(space, "17:30 EDT – 06:50 CET +1  AF 027 · IAD → CDG", zone="Europe/Berlin")
    assert flight.title == "AF 027"
    assert (flight.start_zone, flight.end_zone, flight.minutes) == (NEW_YORK, PARIS, 8 * 60 + 20)
    assert flight.leg is not None
    assert (flight.leg.mode, flight.leg.from_code, flight.leg.to_code) == (LegMode.FLIGHT, "IAD", "CDG")
    assert flight.leg.from_name == "Washington Dulles International Airport"
    assert "Charles de Gaulle" in flight.leg.to_name
    (bare,) = paste(space, "17:30–19:00  KE 1 · ICN → NRT", zone=PARIS)
    assert (bare.start_zone, bare.end_zone, bare.minutes) == (SEOUL, "Asia/Tokyo", 90)


def test_of_two_zones_with_one_short_name_that_of_the_day_of_arrival_is_meant(space: Workspace) -> None:
    space.do("Stop", lambda session: session.add(_stop("Noordwijk", "Europe/Amsterdam", 20, 24)))
    space.do("Stop", lambda session: session.add(_stop("Paris", PARIS, 11, 14)))
    zones = {10: NEW_YORK, 11: PARIS}
    text = "17:30 EDT – 06:50 CET +1  Night train"
    (night,) = paste(space, text, zone=NEW_YORK, zone_on=lambda day: zones.get(day.day, "Europe/Amsterdam"))
    assert (night.start_zone, night.end_zone) == (NEW_YORK, PARIS)
