"""The chairs that a seating plan shows: those that are taken, and in each row one that is free."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.seating import ROWS, SIDE_OF_ROW, TableRow, TableShape, middle, next_place
from app.domain.words import Side
from app.planning.views.seating import Seated, SeatingPlan

_HEADS = 2
_OWN_ROWS = {
    Side.OURS: (TableRow.OURS, TableRow.ROUND, TableRow.HEAD, TableRow.LEFT),
    Side.HOST: (TableRow.HOST, TableRow.ROUND, TableRow.HEAD, TableRow.RIGHT),
}


@dataclass(frozen=True, slots=True)
class SeatAt:
    """A chair: its row, the place in it that somebody who is put here takes, and who sits there.

    ``row`` is empty for somebody without a seat.
    """

    row: str
    place: int
    sitter: Seated | None = None


def seats_of(plan: SeatingPlan, shape: TableShape, *, free: bool) -> dict[str, list[SeatAt]]:
    """Return the chairs by row, from above to below; without ``free``, only those that are taken."""
    found = {}
    rows = (TableRow.HOST_BEHIND, *ROWS[shape], TableRow.BEHIND)
    for row in rows:
        taken = [SeatAt(str(row), place, sitter) for place, sitter in enumerate(plan.row(row))]
        if free and not (row is TableRow.HEAD and len(taken) >= _HEADS):
            place = next_place(len(taken), row)
            taken.insert(place, SeatAt(str(row), place))
        if taken:
            found[str(row)] = taken
    for name, sitters in plan.rows.items():
        if name not in found:
            found[name] = [SeatAt(name, place, sitter) for place, sitter in enumerate(sitters)]
    return found


def middles(rows: Mapping[str, list[SeatAt]]) -> dict[str, float]:
    """Return which chair of the rows that face each other stands in the middle: that of the head."""
    return {str(row): middle(len(rows[row]), side) for row, side in SIDE_OF_ROW.items() if rows.get(row)}


def is_offered(seat: SeatAt, side: Side) -> bool:
    """Tell whether a seat is one at the table that somebody of a side would be given."""
    return seat.sitter is None and seat.row in _OWN_ROWS[side]
