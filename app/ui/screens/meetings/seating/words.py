"""What is said of chairs and of those who sit on them."""

from collections.abc import Iterator

from app.domain.seating import Chair, TableRow
from app.planning.views.seating import Seated, SeatingPlan
from app.ui.screens.meetings.seating.seats import SeatAt
from app.wording import _, ngettext
from app.wording.names import word_name

_ROWS = {row.value for row in TableRow}


def row_words(row: str) -> str:
    """Return what a row is called; one that came from elsewhere has its own name."""
    return word_name(TableRow(row)) if row in _ROWS else row


def person_words(sitter: Seated) -> str:
    """Return all that is told of somebody: name, title, side and role."""
    parts = (sitter.name, sitter.title, word_name(sitter.side), word_name(sitter.role))
    return ", ".join(part for part in parts if part)


def seat_words(row: str, place: int) -> str:
    """Return which chair it is, as people count."""
    return _("{row}, seat {number}").format(row=row_words(row), number=place + 1)


def seat_at_words(seat: SeatAt) -> str:
    """Return what a screen reader says of a chair, and its tip."""
    where = seat_words(seat.row, seat.place)
    if seat.sitter is None:
        return _("{seat}: free").format(seat=where)
    person = person_words(seat.sitter)
    return _("{seat}: {person}").format(seat=where, person=person) if seat.row else without_seat(person)


def without_seat(person: str) -> str:
    """Return that somebody has no seat."""
    return _("{person}: no seat").format(person=person)


def by_rule_words(chair: Chair) -> str:
    """Return where protocol would seat somebody."""
    return _("By protocol: {seat}").format(seat=seat_words(chair.row, chair.place))


def landing_words(carried: SeatAt, target: SeatAt | None) -> str:
    """Return what letting go does: over a chair, or with none where seats are taken away."""
    if target is None:
        return _("Seat taken away") if carried.row else _("No seat")
    if target.sitter is None:
        return seat_words(target.row, target.place)
    if carried.row:
        return _("Changes places with {name}").format(name=target.sitter.name)
    return _("Takes the seat of {name}").format(name=target.sitter.name)


def order_words(plan: SeatingPlan) -> str:
    """Return whether the seating is that of protocol, and how far it departs."""
    count = len(plan.departures)
    if not count:
        return _("Seated by protocol.")
    return ngettext(
        "{count} seat departs from the protocol order.",
        "{count} seats depart from the protocol order.",
        count,
    ).format(count=count)


def order_details(plan: SeatingPlan) -> str:
    """Return who sits otherwise than protocol would have it, one a line."""
    return "\n".join(_departures(plan))


def _departures(plan: SeatingPlan) -> Iterator[str]:
    sits = {sitter.id: sitter for row in plan.rows.values() for sitter in row}
    for chair in plan.departures:
        sitter = sits[chair.id]
        yield _("{name}: {seat}. By protocol: {rule}.").format(
            name=sitter.name,
            seat=seat_words(sitter.row, sitter.place),
            rule=seat_words(chair.row, chair.place),
        )
