"""Tab 0: the cover on one page, and the contents."""

from dataclasses import replace

from app.domain.words import Marking, VisitState
from app.planning.released import Head
from app.publish.book.blocks import Anchor, Block, PageBreak, Spacer, para
from app.publish.book.fonts import BOLD, SEMIBOLD
from app.publish.book.parts import label, tab_key, text
from app.publish.book.rows import head_row, row
from app.publish.book.styles import (
    BAD,
    COLUMN,
    LABEL,
    MARKING_COLOURS,
    NUMBER,
    SMALL,
    SMALL_RIGHT,
    TEXT,
    Align,
    Style,
)
from app.publish.book.tabs import Tab
from app.publish.book.text import Span
from app.publish.book.view import Book, both_scripts, released_day
from app.wording import _, dates, ngettext
from app.wording.names import word_name

NAME = Style(size=27, leading=33, font=BOLD, after=8)
LONG_NAME = Style(size=17, leading=22, font=BOLD, after=8)
WHEN = Style(size=13, leading=18, after=4)
DISCLAIMER = replace(SMALL, before=24)
LONG = 70  # letters of a title that no longer fits three lines of the cover
MOST = 600  # letters of a title or disclaimer that a cover of one page can carry

CONTENTS = (22.0, 1.0, 62.0)


def compose(book: Book, tabs: list[Tab]) -> list[Block]:
    """Return the cover, and the contents of the tabs that follow."""
    rest = book.visit.visit.disclaimer
    whole = [label(_("Disclaimer")), *text(rest, book.base)] if len(rest) > MOST else []
    return [*_cover(book, tabs), *_contents(tabs), *whole]


def _cover(book: Book, tabs: list[Tab]) -> list[Block]:
    head, base = book.visit.visit, book.base
    name = head.title if len(head.title) <= MOST else f"{head.title[:MOST]}…"
    highest = max((tab.highest for tab in tabs), default=Marking.PUBLIC)
    highest = max(highest, base if head.title else Marking.PUBLIC)
    return [
        Spacer(height=96),
        para(book.kind_of_paper.upper(), style=replace(LABEL, size=9, after=8)),
        *text(name, base, NAME if len(name) <= LONG else LONG_NAME),
        *text(_when(head), base, WHEN),
        *text(" – ".join(_cities(book)), base, replace(WHEN, size=10.5, leading=15, after=22)),
        *_principal(book),
        *_facts(book, highest),
        *text(_within(head.disclaimer), base, DISCLAIMER),
    ]


def _within(words: str) -> str:
    return words if len(words) <= MOST else f"{words[:MOST]}…"


def _when(head: Head) -> str:
    first, last = released_day(head.starts_on), released_day(head.ends_on)
    return dates.days(first, last) if first and last else ""


def _cities(book: Book) -> list[str]:
    cities: list[str] = []
    for stop in book.visit.stops[:12]:
        if stop.city and stop.city not in cities[-1:]:
            cities.append(stop.city)
    return cities


def _principal(book: Book) -> list[Block]:
    principal_id = book.visit.visit.principal_id
    person = book.visit.person.get(principal_id or "")
    member = next((row for row in book.visit.members if row.person_id == principal_id), None)
    name = both_scripts(person)
    big = replace(TEXT, size=11.5, leading=16, font=SEMIBOLD, after=0)
    words = [*text(name, book.base, big), *text(book.title(member) if member else "", book.base)]
    return [label(_("Principal")), *words] if words else []


def _facts(book: Book, highest: Marking) -> list[Block]:
    name = Span(book.marking_name(highest), font=SEMIBOLD, colour=MARKING_COLOURS[highest])
    blocks: list[Block] = [
        label(_("Reader")),
        para(book.reader),
        label(_("Highest marking in this book")),
        para(name),
    ]
    if book.for_own_side and book.visit.visit.state in {VisitState.DRAFT, VisitState.CANCELLED}:
        state = word_name(book.visit.visit.state)
        blocks += [label(_("State of the visit")), para(Span(state, font=SEMIBOLD, colour=BAD))]
    return blocks


def _contents(tabs: list[Tab]) -> list[Block]:
    if not tabs:
        return []
    head = head_row(
        CONTENTS,
        _("Tab"),
        _("Contents"),
        _("Pages"),
        styles=(COLUMN, COLUMN, replace(COLUMN, align=Align.RIGHT)),
    )
    lines: list[Block] = [PageBreak(), para(_("Contents"), style=replace(NAME, size=18, leading=23)), head]
    for tab in tabs:
        places = list(tab.anchors())
        lines.append(_line(tab, head, rule=not places))
        lines.extend(_place(tab, head, *place, rule=place is places[-1]) for place in places)
    return lines


def _place(tab: Tab, head: Block, anchor: Anchor, page: int, *, rule: bool) -> Block:
    words = para(Span(anchor.title, link=anchor.key), style=SMALL, marking=anchor.marking)
    number = para(f"{tab.number}-{page}", style=SMALL_RIGHT)
    return row(CONTENTS, [], [words], [number], head=head, pad=1.0, rule=rule)


def _line(tab: Tab, head: Block, *, rule: bool) -> Block:
    pages = ngettext("{count} page", "{count} pages", len(tab.pages)).format(count=len(tab.pages))
    link = tab_key(tab.number)
    title = Span(tab.title or _("Meeting"), font=SEMIBOLD, link=link)
    words: list[Block] = [para(title, marking=tab.marking)]
    words += [para(tab.hint, style=SMALL, marking=tab.marking)] if tab.hint else []
    number = para(Span(str(tab.number), font=SEMIBOLD, link=link))
    return row(CONTENTS, [number], words, [para(pages, style=NUMBER)], head=head, pad=2.6, rule=rule)
