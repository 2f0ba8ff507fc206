"""Make ``coast.xz``.

    python -m resources.reference.making.coast SOURCE

SOURCE is the file ``land-110m.json`` of the npm package ``world-atlas``: Natural Earth's land as TopoJSON,
whose rings are put together from arcs, each stored as steps on a grid.
"""

import json
import lzma
import sys
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from app.reference.register import FOLDER

Arc = list[tuple[float, float]]
EDGE, TURN = 180.0, 360.0
LEAST = 3  # corners; fewer are no land


def main(source: Path) -> None:
    """Read the source and write one line for each ring: longitude, latitude, longitude, ... in degrees."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    lines = []
    for numbers in _rings(topology["objects"]["land"]):
        ring: Arc = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc  # an arc begins where the one before it ended
        lines += [" ".join(f"{axis:.2f}" for point in piece for axis in point) for piece in _on_the_map(ring)]
    (FOLDER / "coast.xz").write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))


def _on_the_map(ring: Arc) -> Iterator[Arc]:
    """Yield the parts of a ring that goes over the date line, each closed at the edge of the map."""
    along: Arc = [ring[0]]  # as if one walked on and on, beyond the edge
    for longitude, latitude in ring[1:]:
        along.append((longitude - round((longitude - along[-1][0]) / TURN) * TURN, latitude))
    if abs(along[-1][0] - along[0][0]) > EDGE:  # Antarctica, which has the pole inside
        along += [(along[-1][0], -90.0), (along[0][0], -90.0), along[0]]
    for shift in (-TURN, 0.0, TURN):
        piece = [(longitude + shift, latitude) for longitude, latitude in along]
        for side in (1.0, -1.0):
            piece = _clipped(piece, side)
        if len(set(piece)) >= LEAST:
            yield piece


def _clipped(ring: Arc, side: float) -> Arc:
    """Return what of a ring lies on the map's side of its eastern (1) or western (-1) edge."""
    kept: Arc = []
    for before, after in pairwise(ring):
        if side * before[0] <= EDGE:
            kept.append(before)
        if (side * before[0] - EDGE) * (side * after[0] - EDGE) < 0:
            part = (side * EDGE - before[0]) / (after[0] - before[0])
            kept.append((side * EDGE, before[1] + part * (after[1] - before[1])))
    return [*kept, kept[0]] if kept else []


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Arc:
    across, up = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    scale, origin = transform["scale"], transform["translate"]
    return [(x * scale[0] + origin[0], y * scale[1] + origin[1]) for x, y in zip(across, up, strict=True)]


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    for part in shape.get("geometries", ()):
        yield from _rings(part)
    for polygon in shape.get("arcs", ()) if shape["type"] == "MultiPolygon" else [shape.get("arcs", ())]:
        yield from polygon


if __name__ == "__main__":
    main(Path(sys.argv[1]))
