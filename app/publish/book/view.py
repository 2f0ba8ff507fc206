"""A released visit as the sections of a book read it: names, places, clocks, all from released rows.

Rows that bear no marking take that of the row they belong to: the visit's, as far as it was released.
What an audience may not see is an empty text here, so every helper leaves out what is empty.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from babel import Locale

from app.domain.errors import PlanningError
from app.domain.names import other_name
from app.domain.release import AudienceKind
from app.domain.withdrawn import is_withdrawn
from app.domain.words import Marking, Side
from app.planning.released import (
    NO_DAY,
    Brief,
    BriefParagraph,
    Entry,
    InterpreterBooking,
    Leg,
    Member,
    Person,
    Place,
    Precedent,
    PrecedentParty,
    ReleasedVisit,
    Ride,
    Rider,
    Stop,
    Vehicle,
    grouped,
)
from app.publish.book.text import joined
from app.wording import _, dates, language
from app.wording.language_names import language_name
from app.wording.names import word_name


@dataclass(frozen=True)
class Book:
    """The visit, and the number of the tab of each meeting that has one, by the id of its entry."""

    visit: ReleasedVisit
    meeting_tabs: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def base(self) -> Marking:
        """The marking of rows that have none of their own: the visit's, never above the audience."""
        return min(self.visit.visit.marking, self.visit.ceiling)

    def meeting(self, entry_id: str) -> Entry:
        """Return the entry that a paper is about.

        Raises:
            PlanningError: ``meeting_missing``, it is not in this release.
        """
        entry = self.entry.get(entry_id)
        if entry is None:
            raise PlanningError("meeting_missing", meeting=entry_id)
        return entry

    @cached_property
    def for_own_side(self) -> bool:
        """Whether the reader is one of us.

        Others do not get some words of fixed vocabularies, which hold their default then: those are not
        printed, as if they were known.
        """
        return self.visit.audience.kind in {AudienceKind.PRINCIPAL, AudienceKind.DELEGATION}

    def day(self, day: date | None) -> str:
        """Return a day that need not be one of the visit's: with its year, unless that is all the visit's.

        Nothing where it was not released.
        """
        day = released_day(day)
        if day is None:
            return ""
        head = self.visit.visit
        same = day.year == head.starts_on.year == head.ends_on.year
        return dates.day(day) if same else dates.day_with_year(day)

    @cached_property
    def kind_of_paper(self) -> str:
        """What the book is called: hosts and the public are given a programme, not a briefing."""
        return _("Briefing book") if self.for_own_side else _("Programme of the visit")

    @cached_property
    def our_side(self) -> str:
        """What our side is called, which is not "our" side to its hosts."""
        return word_name(Side.OURS) if self.for_own_side else _("Delegation")

    @cached_property
    def reader(self) -> str:
        """Whom the book is for, in words."""
        kind = self.visit.audience.kind
        if kind is AudienceKind.HOST:
            host = self.organisation(self.visit.organisation_id)
            return _("For {host}").format(host=host) if host else _("For the host")
        return {
            AudienceKind.PRINCIPAL: _("For the principal"),
            AudienceKind.DELEGATION: _("For the delegation"),
        }.get(kind, _("For the public"))

    @cached_property
    def entry(self) -> Mapping[str, Entry]:
        """Entries by id."""
        return {row.id: row for row in self.visit.entries}

    @cached_property
    def brief_of(self) -> Mapping[str, Brief]:
        """Briefs by the id of their entry."""
        return {row.entry_id: row for row in self.visit.briefs}

    @cached_property
    def paragraphs_of(self) -> Mapping[str, tuple[BriefParagraph, ...]]:
        """Paragraphs by the id of their brief."""
        return grouped(self.visit.brief_paragraphs, lambda row: row.brief_id)

    @cached_property
    def vehicle(self) -> Mapping[str, Vehicle]:
        """Vehicles by id."""
        return {row.id: row for row in self.visit.vehicles}

    @cached_property
    def rides_of(self) -> Mapping[str, tuple[Ride, ...]]:
        """Rides by the id of their entry."""
        return grouped(self.visit.rides, lambda row: row.entry_id)

    @cached_property
    def riders_of(self) -> Mapping[str, tuple[Rider, ...]]:
        """Riders by the id of their ride."""
        return grouped(self.visit.riders, lambda row: row.ride_id)

    @cached_property
    def interpreters_of(self) -> Mapping[str, tuple[InterpreterBooking, ...]]:
        """Bookings of interpreters by the id of their entry."""
        return grouped(self.visit.interpreter_bookings, lambda row: row.entry_id)

    @cached_property
    def precedents_of(self) -> Mapping[str, tuple[Precedent, ...]]:
        """Precedents by the id of the topic that points at them."""
        known = {row.id: row for row in self.visit.precedents}
        links = grouped(self.visit.topic_precedents, lambda row: row.topic_id)
        return {
            topic: tuple(known[link.precedent_id] for link in rows if link.precedent_id in known)
            for topic, rows in links.items()
        }

    @cached_property
    def precedent_parties_of(self) -> Mapping[str, tuple[PrecedentParty, ...]]:
        """Parties by the id of their precedent."""
        return grouped(self.visit.precedent_parties, lambda row: row.precedent_id)

    @cached_property
    def members_by_precedence(self) -> tuple[Member, ...]:
        """Members of both sides in order of precedence."""
        return tuple(sorted(self.visit.members, key=lambda row: row.precedence))

    @cached_property
    def delegates(self) -> tuple[Member, ...]:
        """Members of both sides in order of precedence, but for those who left before the visit began."""
        there = {link.member_id for link in self.visit.participations}
        there |= {link.member_id for link in self.visit.party_members}
        begins = self.visit.visit.starts_on
        return tuple(
            row
            for row in self.members_by_precedence
            if not is_withdrawn(row.leaves_on, begins, takes_part=row.id in there)
        )

    def organisation(self, organisation_id: str | None) -> str:
        """Return the short name of an organisation, or nothing."""
        row = self.visit.organisation.get(organisation_id or "")
        return (row.acronym or row.name) if row else ""

    def organisation_in_full(self, organisation_id: str | None) -> str:
        """Return the name of an organisation with its acronym and its name in its own script."""
        row = self.visit.organisation.get(organisation_id or "")
        if row is None:
            return ""
        acronym = f"({row.acronym})" if row.acronym and row.name and row.acronym != row.name else ""
        name = row.name or row.acronym
        return joined(name, acronym, other_name(name, row.native_name), by=" ")

    def person(self, member: Member | None) -> Person | None:
        """Return the person behind a member, where it was released."""
        return self.visit.person.get(member.person_id) if member else None

    def name(self, member_id: str | None) -> str:
        """Return the name of a member in Latin letters, or in its own where that is all there is."""
        member = self.visit.member.get(member_id or "")
        person = self.person(member)
        if person is None:
            return member.title if member else ""
        return person.name or person.native_name

    def names(self, member_ids: Iterable[str | None]) -> str:
        """Return the names of members, parted by commas."""
        return joined(*(self.name(one) for one in member_ids), by=", ")

    def title(self, member: Member, under: str | None = None) -> str:
        """Return a member's title in both scripts, with the organisation unless it stands ``under`` it."""
        if under is not None and member.organisation_id == under:
            return with_native(member.title, member.native_title)
        return joined(
            with_native(member.title, member.native_title), self.organisation(member.organisation_id)
        )

    def place_of(self, entry: Entry) -> Place | None:
        """Return the place of an entry, where it was released."""
        return self.visit.place.get(entry.place_id or "")

    def leg_of(self, entry: Entry) -> Leg | None:
        """Return the leg of a travel entry, where it was released."""
        return self.visit.leg_of.get(entry.id)

    def present(self, entry: Entry, side: Side) -> list[Member]:
        """Return those who take part on one side, in order of precedence."""
        ids = {row.member_id for row in self.visit.participations_of.get(entry.id, ())}
        return [row for row in self.members_by_precedence if row.id in ids and row.side is side]

    def came(self, entry: Entry, side: Side) -> list[tuple[Member, str]]:
        """Return those of one side who came, by precedence, with a word where nobody noted that they did.

        Of whom it was noted that they were not there is left out.
        """
        noted = {row.member_id: row.attended for row in self.visit.participations_of.get(entry.id, ())}
        return [
            (member, "" if noted[member.id] else _("expected"))
            for member in self.present(entry, side)
            if noted[member.id] is not False
        ]

    def travelling(self, day: date) -> list[Member]:
        """Return our own side on a day, by precedence: those who have joined and have not left."""
        return [
            row
            for row in self.delegates
            if row.side is Side.OURS
            and (row.joins_on is None or row.joins_on <= day)
            and (row.leaves_on is None or day <= row.leaves_on)
        ]

    def marking_name(self, marking: Marking) -> str:
        """Return the planner's own name of a marking."""
        return self.visit.marking_names[marking]

    def stops_on(self, day: date, zone: str) -> list[Stop]:
        """Return the stops in a zone that a day belongs to."""
        return [
            row for row in self.visit.stops if row.zone == zone and row.arrives_on <= day <= row.leaves_on
        ]


def both_scripts(person: Person | None) -> str:
    """Return a name in both scripts; once where it is the same words in both."""
    return with_native(person.name, person.native_name, by="  ") if person else ""


def with_native(name: str, native: str, *, by: str = " ") -> str:
    """Return a name with what it is called in its own script, unless that is the same words."""
    return joined(name, other_name(name, native), by=by)


def country(code: str) -> str:
    """Return the name of a country in the language in force."""
    return str(Locale.parse(language()).territories.get(code, code)) if code else ""


def tongue(tag: str) -> str:
    """Return the name of a language (by its BCP 47 tag) in the language in force."""
    return language_name(tag)


def released_day(day: date | None) -> date | None:
    """Return a day, or ``None`` where it was not released."""
    return None if day is None or day == NO_DAY else day
