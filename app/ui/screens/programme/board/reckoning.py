"""What times a drag means: for the entries that are carried, for an edge that is pulled, for a new entry."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.board.pieces import Piece
from app.domain.errors import AideError
from app.domain.time import from_utc, to_utc
from app.planning.lanes import Lanes
from app.planning.verbs.programme import Start
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.measures import DAY_MINUTES, Spot
from app.ui.screens.programme.board.moving import (
    SNAP_MINUTES,
    Shift,
    at_home,
    home_targets,
    snapped,
    targets,
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
    minutes = snapped(edge + to.minute - come_from.minute, fine=fine) - edge
    columns = scene.plan.columns
    days = (columns[to.column].day - columns[piece.column].day).days
    if scene.choice.home:
        return home_targets(Shift(days, minutes), chosen, scene.board.head)
    same = (to.column, to.part) == (piece.column, piece.part)
    part, own = columns[to.column].parts[to.part], chosen[0].start_zone
    zone = "" if same else own if own in part.zones else part.zone
    return targets(Shift(days, minutes, zone), chosen, columns, chosen[0])


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


def pulled(scene: BoardScene, line: BoardLine, piece: Piece, spot: Spot, *, end: bool, fine: bool) -> Start:
    """Return where a pulled edge of an entry comes to stand, never beyond the other edge.

    It is by the clock of the entry's own zone, but for a time that is skipped by the clock under the hand.
    """
    columns = scene.plan.columns
    # Beside its own part the hand still pulls along that part's clock; another day has its own.
    part = columns[spot.column].parts[piece.part if spot.column == piece.column else spot.part]
    wall = wall_of(part, snapped(spot.minute, fine=fine))
    zone = line.end_zone if end else line.start_zone
    least = timedelta(minutes=1 if fine else SNAP_MINUTES)
    try:
        utc = to_utc(wall, part.zone)
    except AideError:
        return Start(wall, part.zone)
    if end and utc < line.start_utc + least:
        return _at(line.start_utc + least, zone)
    if not end and utc > line.end_utc - least:
        return _at(line.end_utc - least, zone)
    return Start(wall, zone) if part.zone == zone else _at(utc, zone)


def drawn(scene: BoardScene, come_from: Spot, to: Spot, *, fine: bool) -> tuple[Start, Start]:
    """Return from when to when a new entry is that is drawn in the part of the day where it was begun."""
    first, last = sorted((snapped(come_from.minute, fine=fine), snapped(to.minute, fine=fine)))
    last = min(max(last, first + SNAP_MINUTES), DAY_MINUTES)
    first = min(first, last - SNAP_MINUTES)
    return start_at(scene, come_from, first), start_at(scene, come_from, last)


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


def _at(utc: datetime, zone: str) -> Start:
    wall, fold = from_utc(utc, zone)
    return Start(wall, zone, fold)
