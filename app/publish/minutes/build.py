"""Making the minutes of one meeting from the visit as it was released for its reader."""

from app.domain.errors import PlanningError
from app.planning.released import ReleasedVisit
from app.publish.book import fonts
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.loose import Edges, bind_loose
from app.publish.book.styles import SHEETS
from app.publish.book.view import Book
from app.publish.minutes.story import compose, has_record
from app.wording import _
from app.wording.names import word_name


def build_minutes(visit: ReleasedVisit, entry_id: str, *, paper: str) -> bytes:
    """Return the minutes of an entry as a PDF; ``paper`` is ``a4`` or ``letter``.

    Our own side reads the record whole, as far as it may; a host and the public read the readout. The same
    visit gives the same bytes.

    Raises:
        PlanningError: ``meeting_missing``, the entry is not in this release; ``record_empty``, nothing of its
            record is for this reader; ``glyph_missing``.
    """
    fonts.register()
    book = Book(visit)
    entry = book.meeting(entry_id)
    if not has_record(book, entry):
        raise PlanningError("record_empty")
    with naming_glyphs(visit):
        edges = Edges(
            name=entry.title or word_name(entry.kind),
            foot=visit.visit.title,
            marking=max(entry.marking, book.base),
            subject=_("Record of a meeting") if book.for_own_side else _("Readout of a meeting"),
            marking_names=visit.marking_names,
        )
        return bind_loose(compose(book, entry), SHEETS[paper], edges)
