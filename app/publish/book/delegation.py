"""Who travels and whom they meet: both sides by precedence, what organisations are, biographies."""

from dataclasses import replace

from app.domain.words import Marking, Side
from app.planning.released import Member, Organisation, Person
from app.publish.book.blocks import Block, para
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.parts import heading, text, title
from app.publish.book.rows import head_row, row
from app.publish.book.styles import SMALL, STRONG, TEXT
from app.publish.book.text import Span, joined
from app.publish.book.view import Book, both_scripts, tongue
from app.wording import _, dates
from app.wording.names import word_name

COLUMNS = (0.42, 0.58)
NAME = replace(STRONG, after=0)


def compose(book: Book) -> list[Block]:
    """Return the delegation, its hosts by organisation, and biographies; nothing where there is no one."""
    blocks = [*_ours(book), *_hosts(book), *_profiles(book), *_biographies(book)]
    return [title(_("Delegation and hosts")), *blocks] if blocks else []


def _ours(book: Book) -> list[Block]:
    members = [row for row in book.delegates if row.side is Side.OURS]
    return _members(book, book.our_side, members)


def _hosts(book: Book) -> list[Block]:
    groups: dict[str | None, list[Member]] = {}
    for member in book.delegates:
        if member.side is Side.HOST:
            groups.setdefault(member.organisation_id, []).append(member)
    blocks: list[Block] = []
    for organisation_id, members in groups.items():
        name = book.organisation_in_full(organisation_id) or word_name(Side.HOST)
        blocks += _members(book, name, members, organisation_id)
    return blocks


def _members(book: Book, name: str, members: list[Member], under: str | None = None) -> list[Block]:
    rows = [cells for member in members if (cells := _member(book, member, under))]
    if not rows:
        return []
    head = head_row(COLUMNS, _("Name"), _("Title and duty"))
    return [heading(name, book.base), head, *(row(COLUMNS, *cells, head=head) for cells in rows)]


def _member(book: Book, member: Member, under: str | None) -> list[list[Block]]:
    person = book.person(member)
    said = person.pronunciation if person else ""
    words = [
        *text(both_scripts(person), book.base, NAME),
        *text(_("say: {pronunciation}").format(pronunciation=said) if said else "", book.base, SMALL),
    ]
    duty = [
        *text(book.title(member, under), book.base),
        *text(joined(member.duty, _spell(member)), book.base, SMALL),
    ]
    return [words, duty] if words or duty else []


def _spell(member: Member) -> str:
    joins = _("joins {day}").format(day=dates.day(member.joins_on)) if member.joins_on else ""
    leaves = _("until {day}").format(day=dates.day(member.leaves_on)) if member.leaves_on else ""
    return joined(joins, leaves)


def _profiles(book: Book) -> list[Block]:
    """Return what organisations are; those that are headings above are named again only with a profile."""
    named = {row.organisation_id for row in book.delegates if row.side is Side.HOST}
    concerned = {row.organisation_id for row in book.delegates}
    concerned |= {row.host_organisation_id for row in book.visit.entries}
    rows = [row for row in _by_name(book) if row.profile or row.id in concerned - named]
    blocks = [block for row in rows for block in _profile(book, row)]
    return [heading(_("Organisations")), *blocks] if blocks else []


def _by_name(book: Book) -> list[Organisation]:
    return sorted(book.visit.organisations, key=lambda row: (row.name or row.acronym).casefold())


def _profile(book: Book, organisation: Organisation) -> list[Block]:
    words = book.organisation_in_full(organisation.id)
    line = joined(organisation.city, organisation.website)
    if not words:
        return []
    style = replace(STRONG, before=6, keep_next=bool(line or organisation.profile))
    return [
        para(words, style=style),
        *text(line, Marking.PUBLIC, SMALL),
        *text(organisation.profile, Marking.PUBLIC),
    ]


def _biographies(book: Book) -> list[Block]:
    members = sorted(book.delegates, key=lambda row: row.side is Side.HOST)
    order = {row.person_id: number for number, row in enumerate(members)}
    gone = {row.person_id for row in book.members_by_precedence} - order.keys()
    known = (row for row in book.visit.persons if row.id not in gone)
    people = sorted(known, key=lambda row: order.get(row.id, len(order)))
    titles = {row.person_id: row for row in reversed(book.delegates)}
    blocks = [block for person in people for block in _biography(book, person, titles.get(person.id))]
    return [heading(_("Biographies")), *blocks] if blocks else []


def _biography(book: Book, person: Person, member: Member | None) -> list[Block]:
    if not person.biography:
        return []
    name = both_scripts(person) or (member.title if member else "")
    tongues = ", ".join(tongue(tag.strip()) for tag in person.languages.split(",") if tag.strip())
    line = joined(book.title(member) if member else "", person.form_of_address, tongues)
    below = text(line, book.base, replace(SMALL, keep_next=True))
    return [
        para(Span(name, font=SEMIBOLD), style=replace(TEXT, before=8, keep_next=True, after=0)),
        *below,
        *text(person.biography, Marking.PUBLIC),
    ]
