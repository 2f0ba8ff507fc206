"""The brief of a meeting for a desk that writes it: sections, agenda and talking points, among what helps."""

from app.domain import brief_file
from app.domain.errors import PlanningError
from app.domain.returned import AGENDA, Sent, digest_of, name_of, one_line
from app.domain.words import BriefSection, PointKind, Side
from app.planning.released import AgendaItem, BriefParagraph, Entry, ReleasedVisit, TalkingPoint
from app.publish.book.agenda import name_marking
from app.publish.book.agenda import name_of as item_name
from app.publish.book.lines import address
from app.publish.book.meeting import when_line
from app.publish.book.text import joined
from app.publish.book.view import Book
from app.publish.docx import styles
from app.publish.docx.document import Document
from app.wording import _
from app.wording.names import word_name


def build_brief(visit: ReleasedVisit, entry_id: str) -> bytes:
    """Return the brief of a meeting as .docx, from the visit as it was released.

    The same visit gives the same bytes. What the file bears so that it can be read back: see
    ``app.domain.brief_file``.

    Raises:
        PlanningError: ``entry_missing``, the meeting is not in this release.
    """
    book = Book(visit)
    entry = book.entry.get(entry_id)
    if entry is None:
        raise PlanningError("entry_missing")
    return _Brief(book, entry).build()


class _Brief:
    """One meeting's brief while it is written."""

    def __init__(self, book: Book, entry: Entry) -> None:
        self._book, self._entry = book, entry
        title = entry.title or word_name(entry.kind)
        self._document = Document(title, book.visit.marking_names, entry.marking, comes_back=True)
        self._document.given(title, style=styles.TITLE)
        self._sent: list[Sent] = []

    def build(self) -> bytes:
        document, book, entry = self._document, self._book, self._entry
        document.given(when_line(book, entry), style=styles.SUBTITLE)
        document.given(
            _(
                "Write under Purpose, Scene, Background and Logistics, and the talking points of the agenda; "
                "all else goes along to be read. Leave the marking before each paragraph, or put the name of "
                "another in its place. Before a new talking point, say what it is for: {uses}."
            ).format(uses=", ".join(f"{word_name(use)}:" for use in PointKind))
        )
        self._section(BriefSection.PURPOSE)
        self._section(BriefSection.SCENE)
        self._participants()
        self._agenda()
        self._section(BriefSection.BACKGROUND)
        self._section(BriefSection.LOGISTICS)
        self._place()
        return document.finish(self._properties())

    def _section(self, section: BriefSection) -> None:
        self._document.heading(word_name(section), f"{brief_file.SECTION}{section.value}")
        rows = self._paragraphs(section)
        for row in rows:
            name = name_of(row.id)
            self._document.paragraph(row.text, row.marking, f"{brief_file.PARAGRAPH}{name}")
            self._sent.append(Sent(name, section, row.marking, digest_of(row.text)))
        if not rows:
            self._document.room()

    def _paragraphs(self, section: BriefSection) -> list[BriefParagraph]:
        brief = self._book.brief_of.get(self._entry.id)
        rows = self._book.paragraphs_of.get(brief.id, ()) if brief else ()
        return [row for row in rows if row.section is section and row.text.strip()]

    def _given_heading(self, words: str) -> None:
        self._document.heading(words, f"{brief_file.HEADING}{brief_file.line_mark(words)}")

    def _participants(self) -> None:
        book, entry = self._book, self._entry
        host = book.organisation(entry.host_organisation_id) or word_name(Side.HOST)
        sides = [(book.our_side, Side.OURS), (host, Side.HOST)]
        present = [(name, book.present(entry, side)) for name, side in sides]
        if any(members for _name, members in present):
            self._given_heading(_("Participants, in order of precedence"))
        for name, members in present:
            self._document.given(name if members else "", style=styles.ITEM)
            for member in members:
                title = book.title(member, entry.host_organisation_id)
                self._document.given(joined(book.name(member.id), title, by=", "))

    def _agenda(self) -> None:
        items = self._book.visit.agenda_of.get(self._entry.id, ())
        if items:
            self._given_heading(_("Agenda"))
        for number, item in enumerate(items, 1):
            self._item(number, item)

    def _item(self, number: int, item: AgendaItem) -> None:
        book, document = self._book, self._document
        name, title, marking = name_of(item.id), one_line(item_name(book, item)), name_marking(book, item)
        document.marking = max(document.marking, item.marking, marking)
        document.heading(f"{number}  {title}", f"{brief_file.ITEM}{name}", styles.ITEM)
        self._sent.append(Sent(name, AGENDA, marking, digest_of(title)))
        minutes = _("{minutes} min").format(minutes=item.minutes) if item.minutes else ""
        intent = word_name(item.intent) if book.for_own_side else ""
        document.given(joined(intent, minutes, book.name(item.speaker_id)))
        for point in book.visit.points_of.get(item.id, ()):
            self._point(name, point)

    def _point(self, section: str, point: TalkingPoint) -> None:
        name = name_of(point.id)
        label, bookmark = word_name(point.kind), f"{brief_file.POINT}{name}"
        self._document.paragraph(point.text, point.marking, bookmark, label=label)
        self._sent.append(Sent(name, section, point.marking, digest_of(point.text), point.kind))

    def _place(self) -> None:
        entry, place = self._entry, self._book.place_of(self._entry)
        rows = [
            (_("Place"), joined(place.name, address(place)) if place else ""),
            (_("Room"), entry.room),
            (_("Met by"), entry.met_by),
            (_("Dress"), entry.dress),
            (_("Press"), entry.press),
        ]
        if any(words for _name, words in rows):
            self._given_heading(_("Where and how to get in"))
        for name, words in rows:
            self._document.given(words, label=name)

    def _properties(self) -> dict[str, str]:
        names = self._book.visit.marking_names
        return {
            brief_file.KIND: brief_file.BRIEF,
            brief_file.MEETING: name_of(self._entry.id),
            **{brief_file.MARKING.format(level=level): name for level, name in enumerate(names)},
            **{
                brief_file.SENT.format(number=n): brief_file.sent_words(one)
                for n, one in enumerate(self._sent)
            },
        }
