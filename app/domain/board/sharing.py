"""How entries at one time share the width of a day: side by side, each as wide as the others let it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Placed = tuple[Key, float, float]  # a key with its top and its bottom


@dataclass(frozen=True, slots=True)
class Slot:
    """A share of the width: ``span`` strips from the ``index``-th on, of ``of`` equal strips."""

    index: int
    of: int
    span: int


def share(pieces: Sequence[Placed[Key]]) -> dict[Key, Slot]:
    """Return each piece's share of the width of the one part of a day that all of them stand in.

    Pieces are (key, top, bottom). Those that overlap stand side by side, the earlier and then the longer
    one to the left; those that only touch do not share. A piece takes all strips to its right that are free
    for as long as it lasts.
    """
    slots: dict[Key, Slot] = {}
    for group in groups(pieces):
        strips = _strips(group)
        for index, strip in enumerate(strips):
            for piece in strip:
                slots[piece[0]] = Slot(index, len(strips), _span(piece, index, strips))
    return slots


def groups(pieces: Sequence[Placed[Key]]) -> Iterator[list[Placed[Key]]]:
    """Yield the pieces in groups, none of which overlaps with anything of another.

    In a group the earlier and then the longer piece comes first.
    """
    group: list[Placed[Key]] = []
    reach = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece[1], -piece[2])):
        if group and piece[1] >= reach:
            yield group
            group = []
        reach = max(reach, piece[2]) if group else piece[2]
        group.append(piece)
    if group:
        yield group


def _strips(group: Sequence[Placed[Key]]) -> list[list[Placed[Key]]]:
    """Deal pieces in order into as few strips as they can stand in."""
    strips: list[list[Placed[Key]]] = []
    for piece in group:
        free = next((strip for strip in strips if strip[-1][2] <= piece[1]), None)
        if free is None:
            strips.append([piece])
        else:
            free.append(piece)
    return strips


def _span(piece: Placed[Key], index: int, strips: Sequence[Sequence[Placed[Key]]]) -> int:
    _, top, bottom = piece
    span = 1
    for strip in strips[index + 1 :]:
        if any(other[1] < bottom and top < other[2] for other in strip):
            break
        span += 1
    return span
