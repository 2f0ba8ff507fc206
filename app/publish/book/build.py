"""Making the book: which sections there are, in which order, and the file they are bound into."""

from collections.abc import Callable
from functools import partial

from app.planning.released import ReleasedVisit
from app.publish.book import (
    actions,
    contacts,
    cover,
    delegation,
    fonts,
    logistics,
    meeting,
    notes,
    programme,
    route,
    topics,
)
from app.publish.book.binder import bind, lay_out_tab
from app.publish.book.glyphs import naming_glyphs
from app.publish.book.styles import SHEETS, Sheet
from app.publish.book.tabs import Cover, Section, Tab
from app.publish.book.view import Book
from app.wording import _
from app.wording.names import word_name

Progress = Callable[[int, int, str], None]


def build_book(visit: ReleasedVisit, *, paper: str, progress: Progress | None = None) -> bytes:
    """Return the briefing book of a released visit as a PDF. The same visit gives the same bytes.

    ``paper`` is ``a4`` or ``letter``. ``progress`` is told how many steps of how many are done, and the
    title of the tab just laid out.

    Raises:
        PlanningError: ``glyph_missing``, no font can draw a word; ``word`` and ``where`` name it.
    """
    with naming_glyphs(visit):
        sheet = SHEETS[paper]
        tabs = lay_out_book(visit, sheet, progress)
        book = Book(visit)
        base, title = book.base, visit.visit.title
        author = book.organisation_in_full(visit.visit.organisation_id)
        cover = Cover(title, base, book.kind_of_paper, book.reader, author, visit.marking_names)
        return bind(tabs, sheet, cover)


def lay_out_book(visit: ReleasedVisit, sheet: Sheet, progress: Progress | None = None) -> list[Tab]:
    """Return the tabs of a book in order, cover and contents first; no tab is made without content."""
    fonts.register()
    book = _numbered(visit)
    sections = _sections(book)
    tabs: list[Tab] = []
    for done, section in enumerate(sections, start=1):
        tab = lay_out_tab(len(tabs) + 1, section, sheet)
        if tab is not None:
            tabs.append(tab)
        if progress:
            progress(done, len(sections) + 1, section.title)
    front = Section(_("Cover and contents"), partial(cover.compose, book, tabs))
    first = lay_out_tab(0, front, sheet)
    if progress:
        progress(len(sections) + 1, len(sections) + 1, front.title)
    return [first, *tabs] if first else tabs


def _numbered(visit: ReleasedVisit) -> Book:
    """Give each meeting the number of its tab: meetings follow the route and the programme."""
    plain = Book(visit)
    before = bool(route.compose(plain)) + any(programme.days(plain))
    meetings = [entry for entry in visit.entries if meeting.has_tab(plain, entry)]
    return Book(visit, {entry.id: number for number, entry in enumerate(meetings, start=before + 1)})


def _sections(book: Book) -> list[Section]:
    return [
        Section(route.name(book), partial(route.compose, book)),
        Section(_("Programme"), partial(programme.compose, book)),
        *(
            Section(
                entry.title or word_name(entry.kind),
                partial(meeting.compose, book, entry),
                entry.marking,
                meeting.when_line(book, entry),
            )
            for entry in book.visit.entries
            if entry.id in book.meeting_tabs
        ),
        Section(_("Topics on no agenda"), partial(topics.compose, book)),
        Section(_("Delegation and hosts"), partial(delegation.compose, book)),
        Section(_("Open actions"), partial(actions.compose, book)),
        Section(_("Press lines and notes"), partial(notes.compose, book)),
        Section(_("Logistics"), partial(logistics.compose, book)),
        Section(_("Contacts"), partial(contacts.compose, book)),
    ]
