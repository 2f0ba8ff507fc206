"""Who sits where at a table: rules of protocol (pure).

Sources: two delegations face each other, their heads in the middle (Wood and Serres, *Diplomatic Ceremonial
and Protocol*, 1970, § 695); the place of honour is at the right hand of the host, the next at the left, and
so on outwards (McCaffree, Innis and Sand, *Protocol*, 2002; U.S. Department of State, *Protocol for the
Modern Diplomat*, 2013); interpreters sit at the left of, or behind, whom they speak for: delegations differ.

A plan is drawn as seen from above with the host at the upper edge and ourselves at the lower: the right hand
of the hosts is at the left of the drawing, ours at its right. Places in a row count from 0, from the left of
the drawing; at a round table clockwise from the upper edge; on the arms of a U from its head.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from app.domain.words import Role, Side

LEAST_PLACES = 2


class TableShape(StrEnum):
    """The usual tables: two rows that face each other, a round table, a U with both heads at its head."""

    FACING = "facing"
    ROUND = "round"
    HORSESHOE = "horseshoe"


class TableRow(StrEnum):
    """A row of seats. ``BEHIND`` and ``HOST_BEHIND`` are chairs behind those of us, and of the host."""

    HOST_BEHIND = "host_behind"
    HOST = "host"
    HEAD = "head"
    ROUND = "round"
    LEFT = "left"
    RIGHT = "right"
    OURS = "ours"
    BEHIND = "behind"


#: The rows at each table, as they are drawn from above to below.
ROWS = {
    TableShape.FACING: (TableRow.HOST, TableRow.OURS),
    TableShape.ROUND: (TableRow.ROUND,),
    TableShape.HORSESHOE: (TableRow.HEAD, TableRow.LEFT, TableRow.RIGHT),
}
#: The rows that face each other, each of one side.
SIDE_OF_ROW = {TableRow.OURS: Side.OURS, TableRow.HOST: Side.HOST}
_BEHIND = {Side.OURS: TableRow.BEHIND, Side.HOST: TableRow.HOST_BEHIND}
#: Who has a chair at the table before whom, head and precedence apart.
_AT_TABLE = (Role.SPEAKER, Role.PARTICIPANT, Role.HEAD, Role.NOTE_TAKER)


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody to be seated, by a key. Sitters of a side are given in the order of their precedence."""

    id: str
    side: Side
    role: Role


@dataclass(frozen=True, slots=True)
class Chair:
    """Where a sitter, whose ``id`` it bears, sits: the row, and the place in it from 0."""

    id: str
    row: TableRow
    place: int


def seated(
    sitters: Sequence[Sitter],
    shape: TableShape,
    *,
    places: int | None = None,
    interpreters_beside: bool = False,
) -> tuple[Chair, ...]:
    """Return where everybody sits by the rule of a table.

    ``places`` is how many chairs stand at the table, none if as many as are needed: who is lowest in
    precedence and finds none sits behind. Observers sit behind; interpreters behind their head, or with
    ``interpreters_beside`` at the head's left hand.
    """
    sides = {side: _order(sitters, side, beside=interpreters_beside) for side in Side}
    if shape is TableShape.FACING:
        at_table = list(_facing(sides, places))
    elif shape is TableShape.ROUND:
        at_table = list(_round(sides, places))
    else:
        at_table = list(_horseshoe(sides, places))
    return (*at_table, *_behind(sitters, {chair.id for chair in at_table}))


def head_of(sitters: Iterable[Sitter], side: Side) -> Sitter | None:
    """Return who leads a side: its head, or else the first by precedence who may sit at the table."""
    there = [each for each in sitters if each.side is side and each.role in _AT_TABLE]
    return next((each for each in there if each.role is Role.HEAD), there[0] if there else None)


def shape_of(rows: Collection[str]) -> TableShape:
    """Return the table that rows of seats stand at; two rows facing each other, where none tells."""
    for shape in (TableShape.ROUND, TableShape.HORSESHOE):
        if set(ROWS[shape]) & set(rows):
            return shape
    return TableShape.FACING


def middle(count: int, side: Side) -> int:
    """Return the place of the head in a row of ``count``: of an even row, one more sits at the right hand."""
    return (count - 1) // 2 if side is Side.OURS else count // 2


def next_place(count: int, row: TableRow) -> int:
    """Return the place that the next by precedence takes in a row of ``count``: as the rule fills it."""
    if row is TableRow.ROUND:
        return (count + 1) // 2  # across from the first
    side = SIDE_OF_ROW.get(row)
    if side is None:
        return count
    return count if middle(count + 1, side) == middle(count, side) else 0


def _order(sitters: Sequence[Sitter], side: Side, *, beside: bool) -> list[str]:
    """Return who of a side may sit at the table: the head, the others by precedence, last who takes notes."""
    head = head_of(sitters, side)
    if head is None:
        return []
    others = [each for each in sitters if each.side is side and each.role in _AT_TABLE and each is not head]
    others.sort(key=lambda each: each.role is Role.NOTE_TAKER)
    order = [head.id, *(each.id for each in others)]
    interpreter = next(
        (each for each in sitters if each.side is side and each.role is Role.INTERPRETER), None
    )
    if beside and interpreter is not None:
        order.insert(2, interpreter.id)  # the first goes to the right hand, so the second to the left
    return order


def _facing(sides: dict[Side, list[str]], places: int | None) -> Iterator[Chair]:
    for side, order in sides.items():
        kept = order if places is None else order[: max(places, LEAST_PLACES) // 2]
        row = TableRow.OURS if side is Side.OURS else TableRow.HOST
        at = middle(len(kept), side)
        towards_right = 1 if side is Side.OURS else -1
        for number, sitter in enumerate(kept):
            step = (number + 1) // 2
            yield Chair(sitter, row, at + towards_right * (step if number % 2 else -step))


def _round(sides: dict[Side, list[str]], places: int | None) -> Iterator[Chair]:
    """Yield the host's head above, our head at that right hand, then the two sides in turn outwards.

    With two of a side at a time, ours first, the ranks of both sides fall evenly around the table.
    """
    ours, theirs = sides[Side.OURS], sides[Side.HOST]
    first, rest = (theirs[:1], theirs[1:]) if theirs else (ours[:1], [])
    guests = ours if theirs else ours[1:]
    turns = zip_longest(_pairs(guests), _pairs(rest), fillvalue=())
    order = [*first, *(sitter for pair in turns for group in pair for sitter in group)]
    kept = order if places is None else order[: max(places, LEAST_PLACES)]
    for number, sitter in enumerate(kept):
        step = (number + 1) // 2
        yield Chair(sitter, TableRow.ROUND, -step % len(kept) if number % 2 else step)


def _pairs(order: list[str]) -> list[tuple[str, ...]]:
    return [tuple(order[at : at + 2]) for at in range(0, len(order), 2)]


def _horseshoe(sides: dict[Side, list[str]], places: int | None) -> Iterator[Chair]:
    """Yield both heads at the head of the U, ours at the host's right hand, and each side on its own arm."""
    heads = [order[0] for side in (Side.OURS, Side.HOST) if (order := sides[side])]
    yield from (Chair(sitter, TableRow.HEAD, number) for number, sitter in enumerate(heads))
    most = None if places is None else (max(places, LEAST_PLACES) - LEAST_PLACES) // 2
    for side, row in ((Side.OURS, TableRow.LEFT), (Side.HOST, TableRow.RIGHT)):
        arm = sides[side][1:] if most is None else sides[side][1 : 1 + most]
        yield from (Chair(sitter, row, number) for number, sitter in enumerate(arm))


def _behind(sitters: Sequence[Sitter], at_table: Collection[str]) -> Iterator[Chair]:
    """Yield the chairs behind each side: interpreters first, then the others by precedence."""
    for side, row in _BEHIND.items():
        left = [each for each in sitters if each.side is side and each.id not in at_table]
        left.sort(key=lambda each: (each.role is not Role.INTERPRETER, each.role is Role.OBSERVER))
        yield from (Chair(each.id, row, number) for number, each in enumerate(left))
