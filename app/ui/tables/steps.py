"""From one order of rows to another in few steps, so that a view keeps its selection and place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize
from typing import overload


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out the rows ``first`` to ``last``, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Put in rows, the first of which becomes row ``at``."""

    at: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Take the row ``source`` and put it before what is row ``before`` now, as Qt counts a move."""

    source: int
    before: int


Step = Remove | Insert | Move


@overload
def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]: ...
@overload
def steps(old: Sequence[str], new: Sequence[str], most: int) -> list[Step] | None: ...
def steps(old: Sequence[str], new: Sequence[str], most: int = maxsize) -> list[Step] | None:
    """Return what turns ``old`` into ``new``, each step counted on what those before it have left.

    Keys are unique. Rows that go or come side by side are one step; only what must move moves. ``None``
    where it would take more than ``most`` steps.
    """
    wanted, present = set(new), set(old)
    found: list[Step] = []
    found += _removals(old, wanted)
    kept = [key for key in old if key in wanted]
    for move in _moves(kept, [key for key in new if key in present]):
        found.append(move)
        if len(found) > most:
            return None
    found += _insertions(new, present)
    return found if len(found) <= most else None


def _removals(rows: Sequence[str], wanted: set[str]) -> Iterator[Remove]:
    last = -1
    for at in range(len(rows) - 1, -2, -1):
        goes = at >= 0 and rows[at] not in wanted
        if goes and last < 0:
            last = at
        elif not goes and last >= 0:
            yield Remove(at + 1, last)
            last = -1


def _insertions(rows: Sequence[str], present: set[str]) -> Iterator[Insert]:
    first = -1
    for at in range(len(rows) + 1):
        comes = at < len(rows) and rows[at] not in present
        if comes and first < 0:
            first = at
        elif not comes and first >= 0:
            yield Insert(first, tuple(rows[first:at]))
            first = -1


def _moves(old: list[str], new: list[str]) -> Iterator[Move]:
    if old == new:
        return
    rows = list(old)
    place = {key: number for number, key in enumerate(new)}
    staying = {rows[number] for number in _longest_rise([place[key] for key in rows])}
    for number, key in enumerate(new):
        if key in staying:
            continue
        source = rows.index(key)
        before = rows.index(new[number - 1]) + 1 if number else 0
        if source == before:
            continue
        yield Move(source, before)
        del rows[source]
        rows.insert(before if before < source else before - 1, key)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the indices of a longest rising run (not necessarily of neighbours)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[at], ends[at] = number, index
    run: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run
