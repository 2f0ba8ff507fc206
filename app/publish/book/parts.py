"""Small parts that several sections of a book are made of."""

from collections.abc import Iterable

from app.domain.words import Marking
from app.planning.released import Entry
from app.publish.book.blocks import Anchor, Block, Para, para
from app.publish.book.fonts import SEMIBOLD
from app.publish.book.styles import (
    ACCENT,
    HEADING,
    LABEL,
    MARKING_COLOURS,
    POINT,
    SUBTITLE,
    TEXT,
    TITLE,
    Style,
)
from app.publish.book.text import Span
from app.publish.book.view import Book
from app.wording import _


def title(text: str, marking: Marking = Marking.PUBLIC) -> Para:
    """Return the title of a tab."""
    return para(text, style=TITLE, marking=marking)


def subtitle(text: str, marking: Marking) -> list[Block]:
    """Return the line under a tab's title, if there is one."""
    return [para(text, style=SUBTITLE, marking=marking)] if text.strip() else []


def heading(text: str, marking: Marking = Marking.PUBLIC, anchor: Anchor | None = None) -> Para:
    """Return a heading within a tab."""
    return para(text, style=HEADING, marking=marking, anchor=anchor)


def label(text: str) -> Para:
    """Return a small label above what it names; its words are ours, so it bears no marking."""
    return para(text.upper(), style=LABEL)


def under(name: str, blocks: list[Block]) -> list[Block]:
    """Return blocks under a label, or nothing where there are no blocks."""
    return [label(name), *blocks] if blocks else []


def text(words: str, marking: Marking, style: Style = TEXT) -> list[Block]:
    """Return a paragraph, or nothing where its words were not released."""
    return [para(words, style=style, marking=marking)] if words.strip() else []


def points(book: Book, rows: Iterable[tuple[str, Marking]], above: Marking) -> list[Block]:
    """Return sentences with bullets; one marked higher than what it stands in says so."""
    return [
        para(words, *portion(book, marking, above), style=POINT, marking=marking, bullet="•")
        for words, marking in rows
        if words.strip()
    ]


def portion(book: Book, marking: Marking, above: Marking) -> list[Span]:
    """Return the name of a marking to set behind words, where it is higher than what they stand in."""
    if marking <= above:
        return []
    return [Span(f"  ({book.marking_name(marking)})", font=SEMIBOLD, colour=MARKING_COLOURS[marking])]


def tab_link(book: Book, entry: Entry | None) -> list[Span]:
    """Return a reference to the tab of a meeting, if it has one."""
    number = book.meeting_tabs.get(entry.id) if entry else None
    if number is None:
        return []
    words = _("tab {number}").format(number=number)
    return [
        Span(f"→\u00a0{words}".replace(" ", "\u00a0"), colour=ACCENT, font=SEMIBOLD, link=tab_key(number))
    ]


def tab_key(number: int) -> str:
    """Return the key of a tab's first page: a number, never words of the visit."""
    return f"tab-{number}"
