"""Names on a map: each beside its dot, over no other name and no dot, and off the lines where it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from app.domain.mapping import Spot

_REACHES = (8.0, 18.0, 30.0, 44.0, 60.0, 80.0, 104.0, 132.0)
#: Directions in the order in which eyes look for a name, in degrees from the east against the clock.
_DIRECTIONS = (
    0, 180, 90, 270, 30, 330, 150, 210, 60, 300, 120, 240,
    15, 345, 165, 195, 45, 315, 135, 225, 75, 285, 105, 255,
)  # fmt: skip
_NEAR = 10.0
_CLEAR = 2.0  # between names
_DOT = 6.0
_ON_LINE, _PER_DIRECTION, _PER_REACH = 14.0, 0.5, 1.0
_LEADER_PARTS = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, spot: Spot, more: float = 0.0) -> bool:
        """Tell whether a spot lies in it, or ``more`` beside it."""
        return (
            self.x - more <= spot[0] <= self.x + self.width + more
            and self.y - more <= spot[1] <= self.y + self.height + more
        )

    def meets(self, other: Box, more: float = 0.0) -> bool:
        """Tell whether two rectangles share ground, or lie nearer than ``more``."""
        return (
            self.x - more < other.x + other.width
            and other.x < self.x + self.width + more
            and self.y - more < other.y + other.height
            and other.y < self.y + self.height + more
        )

    def nearest(self, spot: Spot) -> Spot:
        """Return the spot of it that is nearest to another."""
        return (
            max(self.x, min(spot[0], self.x + self.width)),
            max(self.y, min(spot[1], self.y + self.height)),
        )


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands, and whether a line has to lead from its dot to it."""

    box: Box
    led: bool


def lettered(
    dots: Sequence[Spot], sizes: Sequence[tuple[float, float]], lines: Sequence[Spot], frame: Box
) -> tuple[Name | None, ...]:
    """Return where the names of these dots stand, in their order; nothing for one that finds no room.

    ``lines`` are spots along the lines drawn on the map, a few units apart.
    """
    placed: list[Name | None] = []
    for dot, size in zip(dots, sizes, strict=True):
        near = [spot for spot in lines if hypot(spot[0] - dot[0], spot[1] - dot[1]) < _REACHES[-1] + size[0]]
        best: tuple[float, Name] | None = None
        for rank, reach in enumerate(_REACHES):
            for order, direction in enumerate(_DIRECTIONS):
                cost = rank * rank * _PER_REACH + order * _PER_DIRECTION
                if best is not None and cost >= best[0]:
                    continue
                box = _beside(dot, size, reach, direction)
                if not _is_free(box, dot, dots, placed, frame):
                    continue
                cost += _ON_LINE * sum(box.holds(spot, 1) for spot in near) ** 0.5
                if best is None or cost < best[0]:
                    best = cost, Name(box, led=reach > _NEAR)
        placed.append(best[1] if best is not None else None)
    return tuple(placed)


def _beside(dot: Spot, size: tuple[float, float], reach: float, direction: int) -> Box:
    """Return the box of a name whose nearest edge lies ``reach`` from its dot in a direction."""
    width, height = size
    right, up = cos(radians(direction)), sin(radians(direction))
    x = dot[0] + right * (reach + width / 2) - width / 2
    y = dot[1] - up * (reach + height / 2) - height / 2
    return Box(x, y, width, height)


def _is_free(box: Box, dot: Spot, dots: Sequence[Spot], placed: Sequence[Name | None], frame: Box) -> bool:
    inside = (
        box.x >= frame.x
        and box.y >= frame.y
        and box.x + box.width <= frame.x + frame.width
        and box.y + box.height <= frame.y + frame.height
    )
    if not inside or any(box.holds(other, _DOT - _CLEAR) for other in dots):
        return False
    end = box.nearest(dot)
    leader = [
        (dot[0] + (end[0] - dot[0]) * part / _LEADER_PARTS, dot[1] + (end[1] - dot[1]) * part / _LEADER_PARTS)
        for part in range(_LEADER_PARTS + 1)
    ]
    return not any(
        name is not None and (box.meets(name.box, _CLEAR) or any(name.box.holds(spot) for spot in leader))
        for name in placed
    )
