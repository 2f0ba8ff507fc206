"""A message to one person about what has changed, in the language in force (:func:`in_language`).

It carries what :mod:`app.planning.net_changes` lets through and nothing besides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.scripts import has_hangul
from app.domain.telling import What
from app.domain.time import Precision, from_utc
from app.domain.words import EntryStatus
from app.planning.net_changes import Clock, EntryChange, Occasion, RoomChange, Travel
from app.planning.views.telling import Affected
from app.wording import dates
from app.wording.language import _, language
from app.wording.names import word_name

LONGEST_ABOUT = 160


@dataclass(frozen=True, slots=True)
class Message:
    """The words of a message."""

    subject: str
    text: str


def message(person: Affected) -> Message:
    """Return the message that tells a person what has changed for them."""
    lines = [f"• {line}" for change in person.entries for line in _entry(person, change)]
    lines += [f"• {_room(person, change)}" for change in person.rooms]
    if person.visit:
        subject = _("Changes to the programme: {visit}").format(visit=person.visit)
        opening = _("The programme of the visit “{visit}” has changed for you:").format(visit=person.visit)
    else:
        subject = _("Changes to the programme")
        opening = _("The programme of the visit has changed for you:")
    closing = _("Please tell us if anything is unclear.")
    regards = _("With kind regards")
    return Message(subject, "\n".join([_greeting(person), "", opening, "", *lines, "", closing, "", regards]))


def about(person: Affected) -> str:
    """Return in one line what a message is about: ``Call on the Minister: time, place; Dinner: new``."""
    parts = [f"{_name(change.shown)}: {_whats(change)}" for change in person.entries]
    parts += [_about_room(change) for change in person.rooms]
    line = "; ".join(parts)
    return line if len(line) <= LONGEST_ABOUT else f"{line[: LONGEST_ABOUT - 1]}…"


def _about_room(change: RoomChange) -> str:
    hotel = change.hotel or _("Hotel")
    if change.before != change.after:
        return _("{hotel}: room").format(hotel=hotel)
    return (_("{hotel}: place") if change.places else _("{hotel}: new name")).format(hotel=hotel)


def what_word(what: What) -> str:
    """Return what of an entry changed, in a word."""
    return {
        What.ADDED: _("new"),
        What.REMOVED: _("no longer"),
        What.TIME: _("time"),
        What.PLACE: _("place"),
        What.ROOM: _("room"),
        What.STATUS: _("status"),
        What.TITLE: _("title"),
        What.TRAVEL: _("travel"),
        What.ROLE: _("role"),
        What.CAR: _("car"),
    }[what]


def _whats(change: EntryChange) -> str:
    return ", ".join(what_word(what) for what in What if what in change.what)


def _greeting(person: Affected) -> str:
    name = person.form_of_address or person.name or person.native_name
    if language() == "ko":  # a Korean is addressed by the name in Hangul, others as they are addressed
        name = person.native_name or name
    return _("Dear {name},").format(name=name)


def _entry(person: Affected, change: EntryChange) -> Iterator[str]:
    if What.ADDED in change.what and change.after:
        yield _("New: {entry}").format(entry=_in_full(person, change.after))
        return
    if What.REMOVED in change.what and change.before:
        line = _("No longer on your programme: {entry}")
        yield line.format(entry=_comma(_name(change.before), _when(person, change.before, home=False)))
        return
    before, after = change.before, change.after
    if after is not None and after.status is EntryStatus.CANCELLED:
        yield _("Cancelled: {entry}").format(entry=_comma(_name(after), _when(person, after, home=False)))
        return
    assert before is not None
    assert after is not None
    if What.TIME in change.what:
        head = _("{entry}: was {before}, now {after}").format(
            entry=_name(after),
            before=_when(person, before, home=False),
            after=_when(person, after, home=True),
        )
    else:
        head = _comma(_name(after), _when(person, after, home=True))
    details = [_was_now(label, *pair) for label, pair in _details(person, change, before, after)]
    yield "\n".join([head, *(f"   – {detail}" for detail in details)])


def _details(
    person: Affected, change: EntryChange, before: Occasion, after: Occasion
) -> Iterator[tuple[str, tuple[str, str]]]:
    pairs = {
        What.STATUS: (_("Status"), _word(before.status), _word(after.status)),
        What.TITLE: (_("Title"), before.title, after.title),
        What.PLACE: (_("Place"), _local(person, before.place), _local(person, after.place)),
        What.ROOM: (_("Room"), before.room, after.room),
        What.TRAVEL: (_("Travel"), _travel(person, before.travel), _travel(person, after.travel)),
        What.ROLE: (_("Your role"), _word(before.role), _word(after.role)),
        What.CAR: (_("Your car"), before.car, after.car),
    }
    for what, (label, old, new) in pairs.items():
        if what in change.what:
            yield label, (old, new)


def _was_now(label: str, before: str, after: str) -> str:
    if before and after:
        return _("{what}: was {before}, now {after}").format(what=label, before=before, after=after)
    if after:
        return _("{what}: {now}").format(what=label, now=after)
    if before:
        return _("{what}: no longer {before}").format(what=label, before=before)
    return _("{what}: has changed").format(what=label)


def _in_full(person: Affected, occasion: Occasion) -> str:
    where = _comma(_local(person, occasion.place), occasion.room)
    car = _("car: {car}").format(car=occasion.car) if occasion.car else ""
    travel = _travel(person, occasion.travel)
    return _comma(_name(occasion), _when(person, occasion, home=True), where, travel, car)


def _name(occasion: Occasion) -> str:
    return occasion.title or _word(occasion.kind) or _("an entry")


def _word(word: StrEnum | None) -> str:
    return word_name(word) if word is not None else ""


def _local(person: Affected, name: str) -> str:
    """Return the name of a city or place as one calls it in the language in force, where that is known."""
    native = person.natives.get(name, "")
    return native if language() == "ko" and has_hangul(native) else name


def _travel(person: Affected, travel: Travel | None) -> str:
    if travel is None:
        return ""
    start_name, end_name = _local(person, travel.from_name), _local(person, travel.to_name)
    start = " ".join(part for part in (start_name, travel.from_code, travel.from_terminal) if part)
    end = " ".join(part for part in (end_name, travel.to_code, travel.to_terminal) if part)
    by = " ".join(part for part in (word_name(travel.mode), travel.carrier, travel.number) if part)
    return _comma(by, " → ".join(part for part in (start, end) if part))


def _when(person: Affected, occasion: Occasion, *, home: bool) -> str:
    """Return ``Tue 23 Jan 10:00–11:00 (Washington; Seoul 00:00 +1)``."""
    start, end = occasion.start, occasion.end
    if start.precision is Precision.UNDECIDED:
        undecided = dates.clock(start.wall, start.precision)
        return _in_brackets(f"{dates.day(start.wall.date())}, {undecided}", _local(person, start.city))
    span = f"{dates.day(start.wall.date())} {_span(start, end)}"
    at_home = _home(person, start) if home else ""
    return _in_brackets(span, "; ".join(part for part in (_local(person, start.city), at_home) if part))


def _in_brackets(words: str, aside: str) -> str:
    return f"{words} ({aside})" if aside else words


def _span(start: Clock, end: Clock) -> str:
    begins = dates.clock(start.wall, start.precision)
    if end.zone != start.zone or end.precision is not Precision.EXACT or end.utc == start.utc:
        return begins
    days = dates.days_away((end.wall.date() - start.wall.date()).days)
    return f"{begins}–{dates.clock(end.wall)}{f' {days}' if days else ''}"


def _home(person: Affected, start: Clock) -> str:
    wall = from_utc(start.utc, person.home_zone).time
    if wall == start.wall:
        return ""
    days = dates.days_away((wall.date() - start.wall.date()).days)
    return " ".join(part for part in (_local(person, person.home_city), dates.clock(wall), days) if part)


def _room(person: Affected, change: RoomChange) -> str:
    hotel = _local(person, change.hotel) or _("Hotel")
    if change.after is None:
        return _("No longer your room: {room}").format(room=_comma(hotel, change.before or ""))
    if change.before is not None and (change.hotel_before or change.places):
        return "\n".join([_comma(hotel, change.after), *(f"   – {each}" for each in _hotel(person, change))])
    if change.before:
        line = _("{hotel}: your room was {before}, now {after}")
        return line.format(hotel=hotel, before=change.before, after=change.after or _("to be decided"))
    return _("Your room: {room}").format(room=_comma(hotel, change.after))


def _hotel(person: Affected, change: RoomChange) -> Iterator[str]:
    """Yield what became another of a hotel in which somebody stays."""
    if change.hotel_before:
        yield _was_now(_("Hotel"), _local(person, change.hotel_before), _local(person, change.hotel))
    if change.places:
        before, after = change.places
        yield _was_now(_("Place"), _local(person, before), _local(person, after))
    if change.before != change.after:
        # Not "Room": other languages have another word for where one sleeps than for where one meets.
        yield _was_now(_("Room number"), change.before or "", change.after or "")


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
