"""Making the seating plan of one meeting, as large as a sheet takes it."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.errors import PlanningError
from app.planning.released import Entry, ReleasedVisit
from app.publish.book import fonts
from app.publish.book.blocks import Block, para, stack_height
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.loose import Edges, bind_loose
from app.publish.book.meeting import when_line
from app.publish.book.parts import subtitle, title
from app.publish.book.seating import Rows, TablePlan, rows_of
from app.publish.book.styles import SHEETS, SMALL, Sheet
from app.publish.book.view import Book
from app.wording import _, dates
from app.wording.names import word_name

_SCALES = (1.7, 1.5, 1.3, 1.15, 1.0, 0.85)
_LEGEND = replace(SMALL, after=8)
_READABLE = 60.0  # points that a chair of scale 1 has at least, where that can be


def build_seating(visit: ReleasedVisit, entry_id: str, *, paper: str) -> bytes:
    """Return the seating plan of an entry as a PDF; ``paper`` is ``a4`` or ``letter``.

    It lies on its side unless the plan comes out larger upright. The same visit gives the same bytes.

    Raises:
        PlanningError: ``meeting_missing``, the entry is not in this release; ``seating_empty``, no seat of it
            is for this reader; ``glyph_missing``.
    """
    fonts.register()
    book = Book(visit)
    entry = book.meeting(entry_id)
    with naming_glyphs(visit):
        sheet, story = _story(book, entry, SHEETS[paper])
        edges = Edges(
            name=entry.title or word_name(entry.kind),
            foot=visit.visit.title,
            marking=max(entry.marking, book.base),
            subject=_("Seating plan"),
            marking_names=visit.marking_names,
        )
        return bind_loose(story, sheet, edges)


def _story(book: Book, entry: Entry, upright: Sheet) -> tuple[Sheet, list[Block]]:
    """Return the words and the plan, and the sheet on which it comes out largest."""
    rows = rows_of(book, entry)
    if not rows:
        raise PlanningError("seating_empty")
    head = [
        title(entry.title or word_name(entry.kind), entry.marking),
        *subtitle(when_line(book, entry, day=dates.day_long), entry.marking),
        *_legend(book, entry),
    ]
    sheet, plan = upright.turned, TablePlan(rows=rows, marking=entry.marking, scale=_SCALES[-1])
    for sheet, plan in _tries(upright, rows, entry):
        high = stack_height([*head, plan], sheet.text_width)
        if high <= sheet.text_height and plan.wide >= _READABLE * plan.scale:
            return sheet, [*head, plan]
    return sheet, [*head, plan]


def _tries(upright: Sheet, rows: Rows, entry: Entry) -> Iterator[tuple[Sheet, TablePlan]]:
    for scale in _SCALES:
        for sheet in (upright.turned, upright):
            yield sheet, TablePlan(rows=rows, marking=entry.marking, scale=scale)


def _legend(book: Book, entry: Entry) -> list[Block]:
    host = book.organisation(entry.host_organisation_id) or _("Host side")
    words = _("● {ours} · ○ {host}").format(ours=book.our_side, host=host)
    return [para(words, style=_LEGEND, marking=entry.marking)]
