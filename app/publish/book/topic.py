"""What we know and want of a topic, as it stands under an agenda item or on its own."""

from dataclasses import replace

from app.domain.words import Marking
from app.planning.released import Precedent, Topic
from app.publish.book.blocks import Block, para
from app.publish.book.parts import text
from app.publish.book.rows import labelled
from app.publish.book.styles import BAD, SMALL, STRONG
from app.publish.book.text import joined
from app.publish.book.view import Book
from app.wording import _


def wants(topic: Topic | None) -> list[Block]:
    """Return objective, ask and offer."""
    if topic is None:
        return []
    rows = ((_("Objective"), topic.objective), (_("Ask"), topic.ask), (_("Offer"), topic.offer))
    return [block for name, words in rows for block in side_labelled(name, text(words, topic.marking))]


def guarded(book: Book, topic: Topic | None) -> list[Block]:
    """Return what has a marking of its own: if raised, red line, their likely position."""
    if topic is None:
        return []
    rows = [
        (_("If raised"), topic.if_raised, topic.if_raised_marking, None),
        (_("Red line"), topic.red_line, topic.red_line_marking, BAD),
        (_("Their likely position"), topic.likely_position, topic.likely_position_marking, None),
    ]
    blocks: list[Block] = []
    for name, words, marking, colour in rows:
        if words.strip():
            written = f"{name} · {book.marking_name(marking)}"
            blocks.append(labelled(written, para(words, marking=marking), colour=colour))
    return blocks


def ground(book: Book, topic: Topic | None) -> list[Block]:
    """Return background and precedents."""
    if topic is None:
        return []
    precedents = [block for one in book.precedents_of.get(topic.id, ()) for block in _precedent(book, one)]
    return [
        *side_labelled(_("Background"), text(topic.background, topic.marking)),
        *side_labelled(_("Precedents"), precedents),
    ]


def _precedent(book: Book, precedent: Precedent) -> list[Block]:
    parties = (
        joined(book.organisation(row.organisation_id), row.contribution, by=": ")
        for row in book.precedent_parties_of.get(precedent.id, ())
    )
    head = joined(precedent.title, precedent.years, by=", ")
    name = replace(STRONG, before=5, keep_next=True)
    blocks: list[Block] = [para(head, style=name)] if head else []
    blocks += text(joined(*parties, by="; "), Marking.PUBLIC, SMALL)
    blocks += text(precedent.description, Marking.PUBLIC)
    blocks += text(precedent.lesson, Marking.PUBLIC)
    source = _("Source: {source}").format(source=precedent.source) if precedent.source else ""
    return [*blocks, *text(source, Marking.PUBLIC, SMALL)]


def side_labelled(name: str, blocks: list[Block]) -> list[Block]:
    """Return blocks with their label beside them; nothing where there is no block."""
    return [labelled(name, *blocks)] if blocks else []
