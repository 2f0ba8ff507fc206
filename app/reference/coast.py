"""The coast lines of the world for a small map, from Natural Earth (1:110 million, public domain)."""

import lzma
from functools import cache

from app.reference.register import FOLDER

CoastLine = tuple[tuple[float, float], ...]


@cache
def coast_lines() -> tuple[CoastLine, ...]:
    """Return the outlines of all land as closed rings of (longitude, latitude) in degrees, WGS 84.

    Land that lies across the date line is cut there, so each ring can be filled on a flat map.
    """
    text = lzma.decompress((FOLDER / "coast.xz").read_bytes()).decode()
    return tuple(_ring([float(degrees) for degrees in line.split(" ")]) for line in text.split("\n"))


def _ring(degrees: list[float]) -> CoastLine:
    return tuple(zip(degrees[::2], degrees[1::2], strict=True))
