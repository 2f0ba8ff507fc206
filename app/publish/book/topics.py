"""Topics that stand on no agenda: nothing that was prepared is missing from the book."""

from app.publish.book.blocks import Block, para
from app.publish.book.parts import heading
from app.publish.book.styles import SMALL
from app.publish.book.topic import ground, guarded, wants
from app.publish.book.view import Book
from app.wording.names import word_name


def compose(book: Book) -> list[Block]:
    """Return each topic that no released agenda takes up, in the depth of its own words."""
    taken_up = {item.topic_id for item in book.visit.agenda_items}
    blocks: list[Block] = []
    for topic in book.visit.topics:
        if topic.id not in taken_up:
            blocks += [
                heading(topic.title, topic.marking),
                para(word_name(topic.area), style=SMALL, marking=topic.marking),
                *wants(topic),
                *guarded(book, topic),
                *ground(book, topic),
            ]
    return blocks
