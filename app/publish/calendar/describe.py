"""The words of a calendar event: where, and the description under it."""

from collections.abc import Iterator
from functools import lru_cache

from app.domain.time import Precision, from_utc, offset_minutes, zone_abbreviation
from app.domain.words import Marking, Side
from app.planning.released import AgendaItem, Entry, Participation, ReleasedVisit
from app.wording import _
from app.wording.dates import clock, day, duration, home_difference, travel_time
from app.wording.names import marking_name, word_name

_abbreviation = lru_cache(maxsize=4096)(zone_abbreviation)
_difference = lru_cache(maxsize=4096)(home_difference)


class Describer:
    """Writes locations and descriptions for the entries of one released visit."""

    def __init__(self, visit: ReleasedVisit) -> None:
        self._visit = visit

    def location(self, entry: Entry) -> str:
        """Return where an entry is, on one line: room, place, street, city; for a leg where it starts."""
        place = self._visit.place.get(entry.place_id or "")
        leg = self._visit.leg_of.get(entry.id)
        if place is None:
            parts = [entry.room] if leg is None else [entry.room, _joined(leg.from_name, leg.from_code)]
        else:
            parts = [entry.room, place.name, place.street, place.city]
        return ", ".join(part for part in parts if part)

    def describe(self, entry: Entry) -> str:
        """Return the description: times at both ends and at home, then what the audience may read."""
        return "\n".join(self._lines(entry))

    def _lines(self, entry: Entry) -> Iterator[str]:
        if entry.marking > Marking.PUBLIC:
            yield marking_name(entry.marking, self._visit.marking_names)
        yield from self._times(entry)
        yield from self._leg(entry)
        if entry.summary:
            yield entry.summary
        parties = self._visit.parties_of.get(entry.id, ())
        if parties:
            yield _("For: {names}").format(names=", ".join(party.name for party in parties))
        yield from self._people(entry)
        yield from self._agenda(entry)
        labelled = (
            (_("Entrance: {text}"), self._entrance(entry)),
            (_("Met by: {text}"), entry.met_by),
            (_("Dress: {text}"), entry.dress),
            (_("Press: {text}"), entry.press),
            (_("If it fails: {text}"), entry.fallback),
            (_("Notes: {text}"), entry.notes),
        )
        yield from (label.format(text=text) for label, text in labelled if text)

    def _times(self, entry: Entry) -> Iterator[str]:
        start, end = entry.start_wall, entry.end_wall
        one_zone = entry.start_zone == entry.end_zone
        begins = f"{day(start.date())} {clock(start, entry.start_precision)}"
        if entry.start_precision is not Precision.UNDECIDED:
            begins += f" {_abbreviation(entry.start_utc, entry.start_zone)}"
        if one_zone and start.date() == end.date():
            ends = clock(end, entry.end_precision)
        else:
            ends = f"{day(end.date())} {clock(end, entry.end_precision)}"
            if entry.end_precision is not Precision.UNDECIDED:
                ends += f" {_abbreviation(entry.end_utc, entry.end_zone)}"
        yield f"{begins} – {ends}"
        home = self._visit.visit
        away = offset_minutes(entry.start_utc, home.home_zone) != offset_minutes(
            entry.start_utc, entry.start_zone
        )
        if home.home_city and away and entry.start_precision is not Precision.UNDECIDED:
            there = from_utc(entry.start_utc, home.home_zone).time
            yield _("{city}: {day} {time} ({difference})").format(
                city=home.home_city,
                day=day(there.date()),
                time=clock(there, entry.start_precision),
                difference=_difference(home.home_city, home.home_zone, entry.start_zone, entry.start_utc),
            )

    def _leg(self, entry: Entry) -> Iterator[str]:
        leg = self._visit.leg_of.get(entry.id)
        if leg is None:
            return
        number = " ".join(part for part in (leg.carrier, leg.number) if part)
        yield " · ".join(part for part in (word_name(leg.mode), number) if part)
        ways = (
            (leg.from_name, leg.from_code, leg.from_terminal),
            (leg.to_name, leg.to_code, leg.to_terminal),
        )
        ends = [
            _joined(name, code) + (_(", terminal {name}").format(name=terminal) if terminal else "")
            for name, code, terminal in ways
        ]
        length = int((entry.end_utc - entry.start_utc).total_seconds() // 60)
        if any(ends):
            yield f"{ends[0]} → {ends[1]} · {travel_time(length, estimated=leg.estimated)}"

    def _people(self, entry: Entry) -> Iterator[str]:
        present = self._visit.participations_of.get(entry.id, ())
        for side in (Side.OURS, Side.HOST):
            names = [self._name(row) for row in present if self._side(row) is side]
            if names:
                yield f"{word_name(side)}: {', '.join(name for name in names if name)}"

    def _side(self, row: Participation) -> Side | None:
        member = self._visit.member.get(row.member_id)
        return member.side if member else None

    def _name(self, row: Participation) -> str:
        member = self._visit.member[row.member_id]
        person = self._visit.person.get(member.person_id)
        return person.name if person else member.title

    def _agenda(self, entry: Entry) -> Iterator[str]:
        items = self._visit.agenda_of.get(entry.id, ())
        if items:
            yield _("Agenda:")
        for number, item in enumerate(items, start=1):
            parts = (self._heading(entry, item), duration(item.minutes))
            yield f"{number}. " + " · ".join(part for part in parts if part)

    def _heading(self, entry: Entry, item: AgendaItem) -> str:
        """Return an item's title, or its topic's where it has none; not one marked above the event itself."""
        topic = self._visit.topic.get(item.topic_id or "")
        if item.title or topic is None or topic.marking > entry.marking:
            return item.title
        return topic.title

    def _entrance(self, entry: Entry) -> str:
        place = self._visit.place.get(entry.place_id or "")
        return place.entrance if place else ""


def _joined(name: str, code: str) -> str:
    return f"{name} ({code})" if name and code else name or code
