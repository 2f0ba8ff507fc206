"""Nights: who sleeps somewhere, and who has no bed. A night is named by the day on which it begins."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody, or everybody of a city, from the day of coming to that of leaving: the last is no night."""

    who: str
    first: date
    last: date

    def nights(self) -> list[date]:
        """Return the nights slept there; none where it is left on the day of coming."""
        return [self.first + timedelta(days=day) for day in range(max(0, (self.last - self.first).days))]


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A member with the days on which they travel along; open where nothing is said."""

    id: str
    joins_on: date | None = None
    leaves_on: date | None = None

    def there(self, night: date) -> bool:
        """Tell whether they are with the delegation in that night: not in the one after their last day."""
        return (self.joins_on is None or self.joins_on <= night) and (
            self.leaves_on is None or night < self.leaves_on
        )


@dataclass(frozen=True, slots=True)
class Hotel:
    """A hotel with the days from and until which it is slept in, and who has a room there, by id."""

    id: str
    first: date
    last: date
    guests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bedless:
    """Members without a bed in nights of one city that follow one another, from the first to the last."""

    city: str
    first: date
    last: date
    members: tuple[str, ...]


def hotels_of(people: AbstractSet[str], hotels: Iterable[Hotel], night: date) -> tuple[Hotel, ...]:
    """Return where people sleep in a night, or may: the hotels in which any of them has a room.

    Where none of them has one, every hotel of that night. Those who have none while others of them do are
    taken to sleep where those sleep.
    """
    there = [hotel for hotel in hotels if hotel.first <= night < hotel.last]
    return tuple(hotel for hotel in there if hotel.guests & people) or tuple(there)


def without_bed(
    stops: Sequence[Stay], sleepers: Sequence[Sleeper], beds: Iterable[Stay]
) -> tuple[Bedless, ...]:
    """Return who has no bed in which nights of which city.

    ``stops`` are the cities, whose ``who`` is the name; ``beds`` the members' nights, in whichever city the
    bed stands: who sleeps elsewhere has one. Nights with the same members are told together.
    """
    slept = {(bed.who, night) for bed in beds for night in bed.nights()}
    found: list[Bedless] = []
    for stop in stops:
        start = len(found)
        for night in stop.nights():
            members = tuple(
                each.id for each in sleepers if each.there(night) and (each.id, night) not in slept
            )
            before = found[-1] if len(found) > start else None
            follows = before is not None and before.last + timedelta(days=1) == night
            if before is not None and follows and before.members == members:
                found[-1] = Bedless(stop.who, before.first, night, members)
            elif members:
                found.append(Bedless(stop.who, night, night, members))
    return tuple(found)
