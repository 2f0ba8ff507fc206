"""The sentences of logistics: which car is too full, who has no car, who has no bed."""

from app.domain.nights import Bedless
from app.planning.views.lodgings import LodgingCard, Lodgings
from app.planning.views.motorcade import Car, Motorcade, Way
from app.wording import _, dates, ngettext

_FEW = 4


def names(people: list[str]) -> str:
    """Return names in a row; beyond a few, how many more there are."""
    if len(people) <= _FEW + 1:
        return ", ".join(people)
    more = len(people) - _FEW
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(
        names=", ".join(people[:_FEW]), count=more
    )


def way_name(way: Way | Motorcade) -> str:
    """Return how a way is called where one is chosen: its local start and its title."""
    start = way.start_wall
    day = dates.day_within(start.date(), way.visit_first, way.visit_last)
    return f"{day}  {dates.clock(start)}  {way.title}"


def car_count(car: Car) -> str:
    """Return how full a car is: ``3 of 4``."""
    if not car.seats:
        return ngettext("{count} rider", "{count} riders", len(car.riders)).format(count=len(car.riders))
    return _("{riders} of {seats}").format(riders=len(car.riders), seats=car.seats)


def car_warnings(way: Motorcade) -> list[str]:
    """Return what is wrong on a way: cars that are too full, people of the entry without a car."""
    found = [
        ngettext(
            "{car} has {count} rider more than seats.",
            "{car} has {count} riders more than seats.",
            car.too_many,
        ).format(car=car.name, count=car.too_many)
        for car in way.cars
        if car.too_many
    ]
    standing = [each.name for each in way.people if each.takes_part and not each.car and not each.away]
    if standing and way.cars:
        found.append(_("Without a car: {names}.").format(names=names(standing)))
    return found


def bed_warnings(all_hotels: Lodgings) -> list[str]:
    """Return who has no bed in which nights, one sentence for each run of nights in a city."""
    return [
        _("{city}, {nights}: no bed for {names}.").format(
            city=each.city,
            nights=_nights(each),
            names=names([all_hotels.name(member) for member in each.members]),
        )
        for each in all_hotels.bedless
    ]


def hotel_name(hotel: LodgingCard) -> str:
    """Return how a hotel is called where one is chosen: its name, city and days."""
    row = hotel.row
    days = dates.days(row.starts_on, row.ends_on) if row.starts_on and row.ends_on else ""
    return " · ".join(part for part in (row.name, row.stop, days) if part)


def _nights(each: Bedless) -> str:
    if each.first == each.last:
        return _("night of {day}").format(day=dates.day(each.first))
    return _("nights of {first} to {last}").format(first=dates.day(each.first), last=dates.day(each.last))
