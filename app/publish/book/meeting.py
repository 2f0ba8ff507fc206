"""The tab of one meeting: why, when and where, who, what is said."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from app.domain.words import BriefSection, EntryKind, EntryStatus, Role, Side
from app.planning.released import EPOCH, Entry, Member, Place
from app.publish.book import agenda, seating
from app.publish.book.blocks import Block, para
from app.publish.book.clocks import times
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.lines import address, cars, interpreters
from app.publish.book.parts import portion, subtitle, text, title, under
from app.publish.book.prose import prose
from app.publish.book.rows import Row, fact
from app.publish.book.styles import BAD, SMALL, STRONG, SUBTITLE, TEXT, WARN
from app.publish.book.text import Span, joined
from app.publish.book.view import Book, both_scripts, with_native
from app.wording import _, dates
from app.wording.names import word_name

NAME = replace(STRONG, after=0)
TITLE_LINE = replace(SMALL, colour=TEXT.colour, after=0)


def has_tab(book: Book, entry: Entry) -> bool:
    """Tell whether an entry has a tab: a meeting with an agenda or words of a brief."""
    if entry.kind is not EntryKind.MEETING:
        return False
    brief = book.brief_of.get(entry.id)
    words = brief and (brief.asked_by or book.paragraphs_of.get(brief.id))
    return bool(book.visit.agenda_of.get(entry.id) or words)


def compose(book: Book, entry: Entry) -> list[Block]:
    """Return the tab of a meeting."""
    return [
        title(entry.title or word_name(entry.kind), entry.marking),
        *subtitle(when_line(book, entry), entry.marking),
        *_status(entry),
        *under(_("Purpose"), [*_section(book, entry, BriefSection.PURPOSE), *_asked_by(book, entry)]),
        *under(_("Scene"), _section(book, entry, BriefSection.SCENE)),
        *under(_("Where and how to get in"), _place(book, entry)),
        *participants(book, entry),
        *seating.compose(book, entry),
        *agenda.compose(book, entry),
        *under(_("Background"), _section(book, entry, BriefSection.BACKGROUND)),
        *under(_("Logistics"), _section(book, entry, BriefSection.LOGISTICS)),
        *under(_("Attachments"), _attachments(book, entry)),
    ]


def when_line(book: Book, entry: Entry, *, day: Callable[[date], str] = dates.day) -> str:
    """Return day, local and home time, place and room of an entry on one line; ``day`` words the day."""
    place = book.place_of(entry)
    where = joined(place.name if place else "", entry.room)
    if entry.start_wall == EPOCH:
        return where
    when = times(entry, book.visit.visit.home_zone)
    same = when.start.home == when.start.local
    home = "" if same else joined(book.visit.visit.home_city, when.home_span, by=" ")
    return joined(joined(day(entry.start_wall.date()), when.span, by=" "), home, where)


def _status(entry: Entry) -> list[Block]:
    if entry.status is EntryStatus.CONFIRMED:
        return []
    colour = BAD if entry.status is EntryStatus.CANCELLED else WARN
    word = Span(word_name(entry.status).upper(), font=SEMIBOLD, colour=colour)
    return [para(word, style=replace(SUBTITLE, after=4), marking=entry.marking)]


def _section(book: Book, entry: Entry, section: BriefSection) -> list[Block]:
    brief = book.brief_of.get(entry.id)
    rows = book.paragraphs_of.get(brief.id, ()) if brief else ()
    return [
        block
        for row in rows
        if row.section is section and row.text.strip()
        for block in prose(row.text, row.marking, *portion(book, row.marking, entry.marking))
    ]


def _asked_by(book: Book, entry: Entry) -> list[Block]:
    brief = book.brief_of.get(entry.id)
    if brief is None or not brief.asked_by:
        return []
    label = Span(f"{_('Who asked')}  ", font=SEMIBOLD)
    return [para(label, brief.asked_by, style=SMALL, marking=entry.marking)]


def _place(book: Book, entry: Entry) -> list[Block]:
    rows: list[tuple[str, str]] = [
        *_venue(book.place_of(entry), entry),
        (_("Met by"), entry.met_by),
        (_("Dress"), entry.dress),
        (_("Press"), entry.press),
        *interpreters(book, entry),
        *cars(book, entry),
        (_("Fallback"), entry.fallback),
        (_("Summary"), entry.summary),
        (_("Note"), entry.notes),
    ]
    return [block for name, words in rows for block in fact(name, words, entry.marking)]


def _venue(place: Place | None, entry: Entry) -> list[tuple[str, str]]:
    if place is None:
        return [(_("Room"), entry.room)]
    badges = "" if place.badge_minutes is None else dates.duration(place.badge_minutes)
    return [
        (_("Place"), joined(with_native(place.name, place.native_name), address(place))),
        (_("Room"), entry.room),
        (_("Entrance"), place.entrance),
        (_("Holding room"), place.holding_room),
        (_("Badges"), _("{time} before").format(time=badges) if badges else ""),
        (_("Access"), place.access_rule),
        (_("Telephones"), place.phones_policy),
        (_("Hospital"), place.hospital),
    ]


def participants(book: Book, entry: Entry) -> list[Block]:
    """Return who takes part on both sides, each in the order of precedence."""
    ours, hosts = book.present(entry, Side.OURS), book.present(entry, Side.HOST)
    if not ours and not hosts:
        return []
    host = book.organisation(entry.host_organisation_id) or word_name(Side.HOST)
    sides = [(book.our_side, ours), (host, hosts)]
    cells = [_side(book, entry, name, members) for name, members in sides if members]
    columns = (0.5, 0.5) if len(cells) > 1 else (1.0,)
    block = Row(columns=columns, cells=cells, pad=0.0, rule=None)
    return under(_("Participants, in order of precedence"), [block])


def _side(book: Book, entry: Entry, name: str, members: Iterable[Member]) -> list[Block]:
    blocks: list[Block] = [para(name, style=replace(SMALL, font=SEMIBOLD, after=3), marking=entry.marking)]
    for member in members:
        blocks += _person(book, entry, member)
    return blocks


def _person(book: Book, entry: Entry, member: Member) -> list[Block]:
    person = book.person(member)
    name = both_scripts(person) or member.title
    heading = para(name, *_role(book, entry, member), style=NAME, marking=entry.marking)
    heading.keep_next = True
    heading.before = 4.0
    said = person.pronunciation if person else ""
    return [
        heading,
        *text(book.title(member, entry.host_organisation_id), entry.marking, TITLE_LINE),
        *text(_("say: {pronunciation}").format(pronunciation=said) if said else "", entry.marking, SMALL),
    ]


def _role(book: Book, entry: Entry, member: Member) -> list[Span]:
    for row in book.visit.participations_of.get(entry.id, ()):
        if row.member_id == member.id and row.role is not Role.PARTICIPANT:
            return [Span(f"  {word_name(row.role)}", font=TEXT.font, colour=SMALL.colour)]
    return []


def _attachments(book: Book, entry: Entry) -> list[Block]:
    topics = {row.topic_id for row in book.visit.agenda_of.get(entry.id, ()) if row.topic_id}
    rows = [row for row in book.visit.attachments if row.entry_id == entry.id or row.topic_id in topics]
    return [para(row.name, marking=row.marking) for row in rows if row.name]
