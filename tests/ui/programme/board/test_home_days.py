"""Under home time the days of the board are those at home: what goes onto one stands on it as it is drawn."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.time import WallState, check_wall, from_utc, to_utc
from app.planning.moving import Start
from app.planning.placing import Shift, placed_at_home
from app.planning.views.board import Board, BoardLine, BoardStay
from app.planning.views.programme import Base
from app.ui.screens.programme.board.measures import Spot
from app.ui.screens.programme.board.moving import length_of
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.board.reckoning import carried, drawn
from app.ui.screens.programme.board.scene import BoardScene
from tests.ui.programme.board.boards import FIRST, LAST, PARIS, SEOUL, WASHINGTON, board, line

_ZONES = st.sampled_from((SEOUL, PARIS, WASHINGTON, "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu"))
_DAY = timedelta(days=1)

pytestmark = pytest.mark.usefixtures("qapp")  # fonts are measured


@st.composite
def _boards(draw: st.DrawFn) -> Board:
    """Boards of a few entries in cities of any zone, with a home in any, over a night of the switch."""
    first = FIRST + _DAY * draw(st.sampled_from((0, 5, 12)))
    stays, bases, at = [], [], first
    for zone in draw(st.lists(_ZONES, min_size=1, max_size=3)):
        until = at + _DAY
        stays.append(BoardStay(zone, "", zone, at, until, None, None))
        bases.append(Base(zone, zone, at, until))
        at = until
    lines: list[BoardLine] = []
    for name in "ab":
        zone, end_zone = draw(_ZONES), draw(_ZONES)
        wall = datetime.combine(first, datetime.min.time()) + timedelta(
            minutes=draw(st.integers(0, 3 * 1440))
        )
        assume(check_wall(wall, zone).state is WallState.OK)
        length = draw(st.integers(5, 1800))
        end_zone = end_zone if draw(st.booleans()) else zone
        lines.append(line(name, wall.isoformat(), length, zone, end_zone=end_zone))
    return board(
        lines,
        stays=stays,
        first=first,
        last=max(at, first + (LAST - FIRST)),
        home_zone=draw(_ZONES),
        bases=tuple(bases),
    )


def _scene(shown: Board) -> BoardScene:
    scene = BoardScene()
    scene.show_board(shown, ("", "", "", ""))
    scene.choose(Choice(home=True))
    return scene


def _at_home(shown: Board, start: Start) -> datetime | None:
    """Return what the clock at home shows at a start; nothing for a time that is skipped there."""
    if check_wall(start.wall, start.zone).state is WallState.NONEXISTENT:
        assert start.zone == shown.head.home_zone
        return None
    return from_utc(to_utc(start.wall, start.zone, start.fold or 0), shown.head.home_zone).time


def _check_drawn(shown: Board, starts: Mapping[str, Start], entry: BoardLine, column: int) -> None:
    """See that an entry at its new start begins in a column, once it is drawn there."""
    start = starts[entry.id]
    utc = to_utc(start.wall, start.zone, start.fold or 0)
    moved = line(entry.id, start.wall.isoformat(), int(length_of(entry).total_seconds()) // 60, start.zone)
    assume(moved.start_utc == utc)  # else it is the second pass, which a line of these tests does not know
    scene = _scene(shown)
    day = scene.plan.columns[column].day
    scene.take([entry.id], [moved])
    pieces = [box.piece for box in scene.plan.boxes.values() if box.entry_id == entry.id and box.piece.starts]
    assert [scene.plan.columns[piece.column].day for piece in pieces] == [day]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(shown=_boards(), data=st.data())
def test_what_is_dragged_onto_a_day_at_home_stands_on_it(shown: Board, data: st.DataObject) -> None:
    scene = _scene(shown)
    entry = data.draw(st.sampled_from(shown.lines))
    others = [each for each in shown.lines if each is not entry]
    pieces = [box.piece for box in scene.plan.boxes.values() if box.entry_id == entry.id and box.piece.starts]
    assume(pieces)
    (piece,) = pieces
    column = data.draw(st.integers(0, len(scene.plan.columns) - 1))
    held = data.draw(st.integers(piece.top, piece.bottom))
    down = data.draw(st.integers(-piece.top, 1439 - piece.top))
    come_from, to = Spot(piece.column, 0, held, 0.5), Spot(column, 0, held + down, 0.5)
    starts = carried(scene, [entry, *others], piece, come_from, to, fine=True)
    wall = _at_home(shown, starts[entry.id])
    if wall is None:
        return
    expected = datetime.combine(scene.plan.columns[column].day, datetime.min.time())
    assert wall == expected + timedelta(minutes=piece.top + down)
    _check_drawn(shown, starts, entry, column)
    # What is carried along goes as far by the clock at home.
    home = shown.head.home_zone
    gone = wall - from_utc(entry.start_utc, home).time
    for other in others:
        there = _at_home(shown, starts[other.id])
        assert there is None or there - from_utc(other.start_utc, home).time == gone


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(shown=_boards(), days=st.integers(-2, 2))
def test_an_arrow_to_the_side_goes_to_the_next_day_at_home(shown: Board, days: int) -> None:
    home = shown.head.home_zone
    starts = placed_at_home(shown.head, shown.lines, Shift(days))
    for entry in shown.lines:
        there = _at_home(shown, starts[entry.id])
        assert there is None or there == from_utc(entry.start_utc, home).time + days * _DAY


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(shown=_boards(), minutes=st.lists(st.integers(0, 1440), min_size=2, max_size=2, unique=True))
def test_what_is_drawn_on_a_day_at_home_stands_on_it(shown: Board, minutes: list[int]) -> None:
    scene = _scene(shown)
    for number, column in enumerate(scene.plan.columns):
        spots = (Spot(number, 0, minute, 0.5) for minute in minutes)
        ends = [_at_home(shown, each) for each in drawn(scene, *spots, fine=True)]
        first = datetime.combine(column.day, datetime.min.time())
        for there in ends:
            assert there is None or first <= there <= first + _DAY
        for one, other in pairwise(ends):
            assert one is None or other is None or one < other
