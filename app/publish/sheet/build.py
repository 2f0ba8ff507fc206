"""Making one person's sheet: laid out like a tab of the book, with a head and foot of its own."""

from app.planning.released import ReleasedVisit
from app.publish.book import fonts
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.loose import Edges, bind_loose
from app.publish.book.styles import SHEETS
from app.publish.book.view import Book
from app.publish.sheet.own import own_part
from app.publish.sheet.story import compose, name_of
from app.wording import _


def build_sheet(visit: ReleasedVisit, member_id: str, *, paper: str) -> bytes:
    """Return the sheet of a member as a PDF, from the visit as it was released for that member's side.

    The same visit gives the same bytes; ``paper`` is ``a4`` or ``letter``.

    Raises:
        PlanningError: ``person_missing``, the member is not in this release; ``glyph_missing``.
    """
    own = own_part(visit, member_id)
    fonts.register()
    with naming_glyphs(own):
        book = Book(own)
        edges = Edges(
            name=name_of(book, member_id),
            foot=own.visit.title,
            marking=book.base,
            subject=_("Programme of one person"),
            marking_names=own.marking_names,
        )
        return bind_loose(compose(book, member_id), SHEETS[paper], edges)
