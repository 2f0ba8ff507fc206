"""Finding what serves a city by any name of that city: Wien and 빈 find what is kept under Vienna."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.reference.cities import City, cities_called, find_cities
from app.reference.register import Register

_CITIES = 3


def find_serving(
    register: Register, text: str, limit: int, serving: Callable[[Sequence[City]], Iterable[int]]
) -> tuple[int, ...]:
    """Return the numbers of at most ``limit`` rows of a register for what was typed, the likeliest first.

    ``serving`` tells which rows serve any of some cities. Rows with a name that begins as was typed come
    first, then those of a city that is called so, then all others. Where there are none of these, those of
    the cities that may be meant.
    """
    direct = register.find(text, limit)
    begun = [row for row in direct if register.begins(row, text)]
    if len(begun) == limit:
        return direct
    served = serving(cities_called(text, _CITIES) if direct else find_cities(text, _CITIES))
    return tuple(dict.fromkeys((*begun, *served, *direct)))[:limit]
