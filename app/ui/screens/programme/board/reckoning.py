"""What times a drag means: for the entries that are carried, for an edge that is pulled, for a new entry."""

from collections.abc import Sequence
from datetime import timedelta
from operator import attrgetter

from app.domain.board.pieces import Piece
from app.planning.lanes import Lanes
from app.planning.moving import Start
from app.planning.placing import (
    Shift,
    at_home,
    by_clock_of,
    end_of,
    placed,
    placed_at_home,
    pulled_to,
    start_of,
)
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.measures import DAY_MINUTES, Spot
from app.ui.screens.programme.board.moving import (
    SNAP_MINUTES,
    snapped,
    wall_of,
)
from app.ui.screens.programme.board.scene import BoardScene

_NEW_MINUTES = 60
_QUARTER = 15


def carried(
    scene: BoardScene, chosen: Sequence[BoardLine], piece: Piece, come_from: Spot, to: Spot, *, fine: bool
) -> dict[str, Start]:
    """Return where entries start that are carried from one spot to another.

    The first of ``chosen`` is the one under the hand, which holds it by ``piece``.
    """
    assert scene.board is not None
    edge = piece.top if piece.starts or not piece.ends else piece.bottom
    minutes = _carried_to(edge, come_from, to, fine=fine) - edge
    columns = scene.plan.columns
    days = (columns[to.column].day - columns[piece.column].day).days
    if scene.choice.home:
        return placed_at_home(scene.board.head, chosen, Shift(days, minutes))
    same = (to.column, to.part) == (piece.column, piece.part)
    part, own = columns[to.column].parts[to.part], chosen[0].start_zone
    zone = "" if same else own if own in part.zones else part.zone
    return placed(scene.board.head, chosen, Shift(days, minutes, zone), chosen[0])


def other_lane(scene: BoardScene, come_from: Spot, to: Spot, lines: Sequence[BoardLine]) -> Lanes | None:
    """Return from which party to which entries go; ``None`` where they stay in their lanes.

    What is for everyone stands in all lanes and has none to leave.
    """
    lanes = scene.plan.lanes
    if not lanes:
        return None
    left, entered = lanes[scene.lane_at(come_from)], lanes[scene.lane_at(to)]
    if left == entered or not any(left in line.party_ids for line in lines):
        return None
    return Lanes(left, entered)


def pulled(
    scene: BoardScene,
    line: BoardLine,
    piece: Piece,
    come_from: Spot,
    to: Spot,
    *,
    end: bool,
    fine: bool,
) -> Start:
    """Return where an edge of an entry, pulled from one spot to another, stands: as far as the hand goes."""
    columns = scene.plan.columns
    # Beside its own part the hand still pulls along that part's clock; another day has its own.
    same_day = to.column == piece.column
    part = columns[to.column].parts[piece.part if same_day else to.part]
    edge = piece.bottom if end else piece.top
    minute = _carried_to(edge, come_from, to, fine=fine)
    if same_day and minute == edge:
        return end_of(line) if end else start_of(line)
    least = timedelta(minutes=1 if fine else SNAP_MINUTES)
    return pulled_to(line, wall_of(part, minute), part.zone, end=end, least=least)


def drawn(scene: BoardScene, come_from: Spot, to: Spot, *, fine: bool) -> tuple[Start, Start]:
    """Return from when to when a new entry is that is drawn by the clock where it was begun.

    Drawn on into another day, it runs over midnight.
    """
    if to.column != come_from.column:
        earlier, later = sorted((come_from, to), key=attrgetter("column"))
        first, last = (start_at(scene, spot, snapped(spot.minute, fine=fine)) for spot in (earlier, later))
        zone = (first if earlier is come_from else last).zone
        return by_clock_of(zone, first), by_clock_of(zone, last)
    low, high = sorted((snapped(come_from.minute, fine=fine), snapped(to.minute, fine=fine)))
    high = min(max(high, low + SNAP_MINUTES), DAY_MINUTES)
    low = min(low, high - SNAP_MINUTES)
    return start_at(scene, come_from, low), start_at(scene, come_from, high)


def hour_at(scene: BoardScene, spot: Spot) -> tuple[Start, Start]:
    """Return the hour that begins at the quarter under a spot."""
    first = min(int(spot.minute // _QUARTER) * _QUARTER, DAY_MINUTES - _NEW_MINUTES)
    return start_at(scene, spot, first), start_at(scene, spot, first + _NEW_MINUTES)


def start_at(scene: BoardScene, spot: Spot, minute: int) -> Start:
    """Return the time at a minute of a spot's part, by the clock of the place."""
    part = scene.plan.columns[spot.column].parts[spot.part]
    wall = wall_of(part, minute)
    if scene.choice.home:
        assert scene.board is not None
        return at_home(scene.board.head, wall)
    return Start(wall, part.zone)


def _carried_to(edge: int, come_from: Spot, to: Spot, *, fine: bool) -> int:
    """Return the wall minute on the grid to which a hand carries an edge; one that stays keeps its own."""
    far = to.minute - come_from.minute
    return snapped(edge + far, fine=fine) if snapped(far, fine=fine) else edge
