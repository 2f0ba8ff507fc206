"""From one order of rows to another in the fewest steps, so that a view keeps its selection and place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out the rows ``first`` to ``last``, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Put in a row, which becomes row ``at``."""

    at: int
    key: str


@dataclass(frozen=True, slots=True)
class Move:
    """Take the row ``source`` and put it before what is row ``before`` now, as Qt counts a move."""

    source: int
    before: int


Step = Remove | Insert | Move


def steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Step]:
    """Yield what turns ``old`` into ``new``, each step counted on what those before it have left.

    Keys are unique. Only what must move moves: the longest run of rows already in order stays.
    """
    rows = list(old)
    wanted = set(new)
    yield from _removals(rows, wanted)
    place = {key: number for number, key in enumerate(new)}
    staying = {rows[number] for number in _longest_rise([place[key] for key in rows])}
    present = set(rows)
    for number, key in enumerate(new):
        if key in staying:
            continue
        before = rows.index(new[number - 1]) + 1 if number else 0
        if key not in present:
            rows.insert(before, key)
            yield Insert(before, key)
            continue
        source = rows.index(key)
        if source in {before, before - 1}:
            continue
        rows.insert(before, key)
        del rows[source if source < before else source + 1]
        yield Move(source, before)


def _removals(rows: list[str], wanted: set[str]) -> Iterator[Remove]:
    last = len(rows) - 1
    while last >= 0:
        first = last
        if rows[last] not in wanted:
            while first > 0 and rows[first - 1] not in wanted:
                first -= 1
            del rows[first : last + 1]
            yield Remove(first, last)
        last = first - 1


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return the indices of a longest rising run (not necessarily of neighbours)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(numbers)
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        tails[at:] = [number, *tails[at + 1 :]]
        ends[at:] = [index, *ends[at + 1 :]]
        before[index] = ends[at - 1] if at else -1
    run: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run
