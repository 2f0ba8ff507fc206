"""The plan of a board: shares, lanes, and after any change the same as if it were worked out from nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.words import EntryKind, EntryStatus
from app.planning.views.board import BoardLine
from app.ui.preferences import USUAL_ZOOM
from app.ui.screens.programme.board.lane_room import lanes_px
from app.ui.screens.programme.board.measures import Measures
from app.ui.screens.programme.board.plan import Choice, Plan
from app.ui.screens.programme.board.planner import Planner
from app.ui.screens.programme.board.typesetting import timed_px
from tests.ui.programme.board.boards import PARIS, SEOUL, WASHINGTON, board, line, plan

PARTIES = ("Principal", "Team", "Press")


def _shares(found: Plan, entry_id: str) -> list[tuple[float, float]]:
    boxes = sorted(found.boxes.values(), key=lambda box: box.key)
    return [(round(box.left, 3), round(box.right, 3)) for box in boxes if box.entry_id == entry_id]


def test_what_overlaps_shares_the_width_and_the_earlier_stands_left() -> None:
    shown = board(
        [line("a", "2024-03-25T09:00", 90), line("b", "2024-03-25T10:00"), line("c", "2024-03-25T12:00")]
    )
    found = plan(shown, shown.lines, Choice())
    assert [_shares(found, key) for key in "abc"] == [[(0.0, 0.5)], [(0.5, 1.0)], [(0.0, 1.0)]]


def test_lanes_part_the_width_and_an_entry_of_two_neighbours_is_one_box() -> None:
    shown = board(
        [
            line("one", "2024-03-25T09:00", party_ids=frozenset({"Team"})),
            line("two", "2024-03-25T11:00", party_ids=frozenset({"Principal", "Team"})),
            line("apart", "2024-03-25T13:00", party_ids=frozenset({"Principal", "Press"})),
            line("all", "2024-03-25T15:00"),
        ],
        parties=PARTIES,
    )
    found = plan(shown, shown.lines, Choice(lanes=True))
    assert _shares(found, "one") == [(0.333, 0.667)]
    assert _shares(found, "two") == [(0.0, 0.667)]
    assert _shares(found, "apart") == [(0.0, 0.333), (0.667, 1.0)]
    assert _shares(found, "all") == [(0.0, 1.0)]
    assert found.lanes == PARTIES


def test_parties_that_are_not_looked_at_are_not_there_but_make_days_and_clash() -> None:
    shown = board(
        [
            line("team", "2024-03-29T09:00", party_ids=frozenset({"Team"})),
            line(
                "own", "2024-03-29T09:30", party_ids=frozenset({"Principal"}), vehicle_ids=frozenset({"car"})
            ),
            line("theirs", "2024-03-29T09:30", party_ids=frozenset({"Team"}), vehicle_ids=frozenset({"car"})),
        ],
        parties=PARTIES,
    )
    found = plan(shown, shown.lines, Choice(parties=frozenset({"Principal"})))
    assert {box.entry_id for box in found.boxes.values()} == {"own"}
    assert found.columns[-1].day.day == 29
    assert set(found.clashes) == {"own", "theirs", "team"}


def test_what_overlaps_in_all_lanes_shares_them_all() -> None:
    shown = board(
        [line("a", "2024-03-25T09:00"), line("b", "2024-03-25T09:30")], parties=("Principal", "Team", "Press")
    )
    found = plan(shown, shown.lines, Choice(lanes=True))
    assert {(box.entry_id, box.left, box.right) for box in found.boxes.values()} == {
        ("a", 0, 0.5),
        ("b", 0.5, 1),
    }


def test_what_is_for_all_stays_whole_beside_what_is_for_one() -> None:
    own = [line(name, "2024-03-25T10:00", party_ids=frozenset({name})) for name in PARTIES]
    for some, shares in (
        (own[:1], [(0.222, 1.0)]),
        (own[1:2], [(0.0, 0.444), (0.667, 1.0)]),
        (own[2:], [(0.0, 0.778)]),
        (own[:2], [(0.222, 0.444), (0.667, 1.0)]),
        (own, [(0.222, 0.444), (0.667, 0.778)]),
    ):
        shown = board([line("all", "2024-03-25T09:00", 180), *some], parties=PARTIES)
        assert _shares(plan(shown, shown.lines, Choice(lanes=True)), "all") == shares


@given(
    st.lists(
        st.tuples(st.sampled_from(PARTIES), st.integers(0, 40), st.integers(2, 20)),
        unique_by=lambda one: one[0],
    ),
    st.integers(0, 40),
    st.integers(2, 20),
    st.sampled_from((datetime(2024, 3, 25, 7), datetime(2024, 3, 26, 15))),
)
def test_all_have_room_for_their_words_where_each_lane_has_one_entry(
    own: list[tuple[str, int, int]], start: int, length: int, first: datetime
) -> None:
    """Then a box of each has two thirds of a lane at least, and room for its times as days are at first.

    The second day, on which the clock changes, has two parts: there is as much room in each.
    """
    flight = line("flight", "2024-03-26T09:00", 14 * 60, SEOUL, end_zone=PARIS)  # lands at 15:00
    shown = board(
        [
            flight,
            line("all", (first + timedelta(minutes=15 * start)).isoformat(), 15 * length),
            *(
                line(
                    name,
                    (first + timedelta(minutes=15 * at)).isoformat(),
                    15 * long,
                    party_ids=frozenset({name}),
                )
                for name, at, long in own
            ),
        ],
        parties=PARTIES,
    )
    found = plan(shown, shown.lines, Choice(lanes=True))
    assert [len(column.parts) for column in found.columns] == [1, 2, 1]
    measures = Measures(found.columns, *USUAL_ZOOM, lanes_px=lanes_px(len(PARTIES)))
    for entry_id in {box.entry_id for box in found.boxes.values()} - {"flight"}:
        boxes = [box for box in found.boxes.values() if box.entry_id == entry_id]
        assert max(box.right - box.left for box in boxes) >= 2 / 3 / len(PARTIES) - 0.001
        assert max(measures.rect(box).width() for box in boxes) >= timed_px()
    for one in found.boxes.values():
        for other in found.boxes.values():
            beside = one.right <= other.left + 0.001 or other.right <= one.left + 0.001
            apart = one.piece.bottom <= other.piece.top or other.piece.bottom <= one.piece.top
            elsewhere = (one.piece.column, one.piece.part) != (other.piece.column, other.piece.part)
            assert one is other or elsewhere or beside or apart


def test_at_home_all_stand_by_the_clock_at_home() -> None:
    shown = board([line("dinner", "2024-03-25T20:00", 120)])
    found = plan(shown, shown.lines, Choice(home=True))
    (box,) = found.boxes.values()
    assert (found.columns[box.piece.column].day.day, box.piece.top, box.piece.bottom) == (26, 240, 360)


@st.composite
def _line(draw: st.DrawFn) -> BoardLine:
    start = datetime(2024, 3, 24) + timedelta(minutes=30 * draw(st.integers(0, 48 * 5)))
    zone = draw(st.sampled_from((PARIS, PARIS, SEOUL, WASHINGTON, "Europe/Berlin")))
    start = start if start.hour != 2 else start.replace(hour=4)
    return line(
        draw(st.sampled_from("abcdefgh")),
        start.isoformat(),
        draw(st.integers(1, 40)) * 15,
        zone,
        end_zone=draw(st.sampled_from((zone, zone, zone, PARIS))),
        title=draw(st.sampled_from(("x", "y"))),
        kind=draw(st.sampled_from((EntryKind.MEETING, EntryKind.TRAVEL, EntryKind.HOLD))),
        status=draw(st.sampled_from((EntryStatus.CONFIRMED, EntryStatus.CANCELLED))),
        place_id=draw(st.sampled_from((None, "p", "q"))),
        latitude=draw(st.sampled_from((48.8, 48.9))),
        longitude=2.3,
        party_ids=draw(
            st.sampled_from((frozenset[str](), frozenset({"Team"}), frozenset({"Press", "Team"})))
        ),
    )


def _by_id(lines: Iterable[BoardLine]) -> dict[str, BoardLine]:
    return {each.id: each for each in lines}


@given(
    first=st.lists(_line(), max_size=8),
    edits=st.lists(st.lists(_line() | st.sampled_from("abcdefgh"), max_size=3), max_size=5),
    choice=st.builds(
        Choice, st.booleans(), st.booleans(), st.sampled_from((frozenset[str](), frozenset({"Press"})))
    ),
)
def test_a_plan_that_was_brought_up_to_date_is_the_plan_from_nothing(
    first: list[BoardLine], edits: list[list[BoardLine | str]], choice: Choice
) -> None:
    lines = _by_id(first)
    shown = board(list(lines.values()), parties=PARTIES)
    planner = Planner()
    planner.plan(shown, lines, choice)
    for edit in edits:
        for one in edit:
            if isinstance(one, str):
                lines.pop(one, None)
            else:
                lines[one.id] = one
        found, fresh = planner.plan(shown, lines, choice), plan(shown, lines.values(), choice)
        assert found.boxes == fresh.boxes
        assert (found.columns, found.clashes, found.gaps, found.lanes) == (
            fresh.columns,
            fresh.clashes,
            fresh.gaps,
            fresh.lanes,
        )


def test_what_did_not_change_is_the_same_object() -> None:
    lines = _by_id([line("a", "2024-03-25T09:00"), line("b", "2024-03-26T10:00")])
    shown = board(list(lines.values()))
    planner = Planner()
    before = planner.plan(shown, lines, Choice())
    after = planner.plan(shown, lines | {"b": line("b", "2024-03-26T11:00")}, Choice())
    assert after.columns is before.columns
    assert after.places[0, 0] is before.places[0, 0]
    assert after.places[1, 0] != before.places[1, 0]
