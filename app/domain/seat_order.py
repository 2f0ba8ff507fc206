"""Where a seating departs from the rule of its table (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.seating import Chair, Sitter, TableRow, TableShape, seated


def departures(sitters: Sequence[Sitter], chairs: Sequence[Chair], shape: TableShape) -> tuple[Chair, ...]:
    """Return the chairs of the rule for those who sit elsewhere, in the order of the sitters.

    The rule is that for those who have a chair. How many stand at the table, and whether interpreters sit
    there, is not kept with a seating: the rule it is held against is the one that it is nearest to.
    """
    sits = {chair.id: (chair.row, chair.place) for chair in chairs}
    there = [sitter for sitter in sitters if sitter.id in sits]
    found = [
        {
            chair.id: chair
            for chair in seated(there, shape, places=places, interpreters_beside=beside)
            if (chair.row, chair.place) != sits[chair.id]
        }
        for places in _places(chairs, shape)
        for beside in (False, True)
    ]
    nearest = min(found, key=len)
    return tuple(nearest[sitter.id] for sitter in there if sitter.id in nearest)


def _places(chairs: Sequence[Chair], shape: TableShape) -> Iterator[int | None]:
    """Yield how many chairs the table may have had: as many as were needed, or as many as are taken."""
    yield None
    lengths = {row: sum(chair.row == row for chair in chairs) for row in TableRow}
    if shape is TableShape.FACING:
        yield 2 * max(lengths[TableRow.HOST], lengths[TableRow.OURS])
    elif shape is TableShape.ROUND:
        yield lengths[TableRow.ROUND]
    else:
        yield 2 + 2 * max(lengths[TableRow.LEFT], lengths[TableRow.RIGHT])
