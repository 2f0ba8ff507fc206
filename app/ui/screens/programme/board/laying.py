"""Which share of the width of its part of a day each box has: side by side, in the lanes of its parties."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, groupby

from app.domain.board.days import DAY
from app.domain.board.pieces import Piece
from app.domain.board.sharing import Slot, groups, share
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.plan import Box

_SHORT = 30  # minutes
_ASIDE = 0.5  # of a strip: for what stands in other lanes too
LEAST_OF_LANE = 1 / (1 + _ASIDE)  # for what stands in one lane alone, beside something that does not
_Key = tuple[str, int]
_Placed = tuple[_Key, float, float]
_Slots = Mapping[_Key, Slot]
_Run = tuple[int, int, list[_Placed]]  # the first lane, how many, what stands there


def laid_out(
    part: Collection[tuple[str, int, Piece]], lines: Mapping[str, BoardLine], lanes: tuple[str, ...]
) -> tuple[Box, ...]:
    """Return the boxes of a part of a day, in which these pieces of entries stand: entry, number, piece.

    What overlaps within a lane shares the lane's width; what has other lanes too leaves the larger share to
    what stands in this one alone. Short boxes know how far the ground below is free.
    """
    boxes = tuple(_boxes(part, lines, lanes))
    return tuple(
        box if box.piece.bottom - box.piece.top >= _SHORT else replace(box, free=_free_to(box, boxes))
        for box in boxes
    )


def _boxes(
    part: Collection[tuple[str, int, Piece]], lines: Mapping[str, BoardLine], lanes: tuple[str, ...]
) -> Iterable[Box]:
    """Yield the boxes of a part of a day; what overlaps within a lane shares the lane's width."""
    part = sorted(part, key=lambda one: (lines[one[0]].order, one[1]))
    count = max(len(lanes), 1)
    spans: dict[tuple[str, int], list[tuple[float, float]]] = {}
    placed: list[_Placed] = [
        ((entry_id, number), piece.top, piece.bottom) for entry_id, number, piece in part
    ]
    for group in groups(placed):
        runs = list(_runs(group, lines, lanes))
        in_runs = Counter(key for _first, _wide, some in runs for key, _top, _bottom in some)
        roomy = {key for key, often in in_runs.items() if often > 1}
        for (first, wide, some), slots in zip(runs, _shared(runs), strict=True):
            for key, (left, right) in _edges(some, slots, roomy):
                spans.setdefault(key, []).append((first + wide * left, first + wide * right))
    for entry_id, number, piece in part:
        for left, right in _joined(spans.get((entry_id, number), ())):
            yield Box((entry_id, number, int(left)), piece, left / count, right / count)


def _edges(
    some: Sequence[_Placed], slots: _Slots, roomy: Collection[_Key]
) -> Iterable[tuple[_Key, tuple[float, float]]]:
    """Yield where what stands in a run of lanes begins and ends, from 0 to 1 of its width.

    A strip in which all have room elsewhere is half as wide as the others.
    """
    for group in groups(some):
        keys = [key for key, _top, _bottom in group]
        weights = [_ASIDE] * slots[keys[0]].of
        for key in keys:
            if key not in roomy:
                weights[slots[key].index] = 1.0
        ends = [0.0, *accumulate(weights)]
        for key in keys:
            slot = slots[key]
            yield key, (ends[slot.index] / ends[-1], ends[slot.index + slot.span] / ends[-1])


def _shared(runs: Sequence[_Run]) -> Iterable[_Slots]:
    """Yield for each run of lanes the shares of what stands there.

    What stands in several runs stands on the sides on which they meet, as far as that can be: it is one box
    then, in which there is room for words, and not a narrow one in each.
    """
    touching: set[_Key] = set()  # what reaches the right edge of the run before
    for number, (_first, _wide, some) in enumerate(runs):
        coming = {key for key, _top, _bottom in runs[number + 1][2]} if number + 1 < len(runs) else set()
        slots = share(some)
        turned = {
            key: Slot(slot.of - slot.index - slot.span, slot.of, slot.span) for key, slot in slots.items()
        }
        slots = max((slots, turned), key=partial(_joins, touching, coming))
        touching = _at_right(slots)
        yield slots


def _joins(before: set[_Key], coming: set[_Key], slots: _Slots) -> tuple[int, int]:
    """Return how much stands on the side where it goes on: from the run before, and into the next."""
    at_left = {key for key, slot in slots.items() if not slot.index}
    return len(at_left & before), len(_at_right(slots) & coming)


def _at_right(slots: _Slots) -> set[_Key]:
    return {key for key, slot in slots.items() if slot.index + slot.span == slot.of}


def _runs(group: Sequence[_Placed], lines: Mapping[str, BoardLine], lanes: tuple[str, ...]) -> Iterable[_Run]:
    """Yield neighbouring lanes in which the same entries overlap: the first, how many, and what stands there.

    What overlaps in several lanes shares them all, not each of them: there is more room for words.
    """
    in_lanes = [
        [placed for placed in group if _is_in_lane(lines[placed[0][0]], lanes, lane)]
        for lane in range(max(len(lanes), 1))
    ]
    for some, run in groupby(range(len(in_lanes)), in_lanes.__getitem__):
        numbers = list(run)
        yield numbers[0], len(numbers), some


def _free_to(box: Box, boxes: Iterable[Box]) -> int:
    below = (
        other.piece.top
        for other in boxes
        if other.piece.top >= box.piece.bottom and other.left < box.right and box.left < other.right
    )
    return min(below, default=DAY)


def _is_in_lane(line: BoardLine, lanes: tuple[str, ...], lane: int) -> bool:
    return not lanes or not line.party_ids or lanes[lane] in line.party_ids


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join the spans that touch: an entry that has neighbouring lanes for itself is one box."""
    joined: list[tuple[float, float]] = []
    for left, right in spans:
        if joined and joined[-1][1] == left:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined
