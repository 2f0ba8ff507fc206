"""A brief that came back, read section by section.

A paragraph is known by its bookmark, a section by its heading's; where those are gone, a section is known by
the words of its heading in any language of ours. What belongs to no section is kept as a stray.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain import brief_file
from app.domain.errors import PlanningError
from app.domain.prose import Line, Run, settled, text_of
from app.domain.returned import Back, ReturnedBrief, Sent, Stray
from app.domain.words import BriefSection
from app.intake.docx.document import Opened, open_document
from app.intake.docx.headings import our_headings, section_headings
from app.intake.docx.lines import Found
from app.intake.docx.matching import matched
from app.intake.docx.portions import Portions
from app.wording import _

MOST_PARAGRAPHS = 2_000
_MORE = frozenset({"brief, continued", "briefmore"})
_EDGES = " \t:.–—-"


def read_brief(content: bytes) -> ReturnedBrief:
    """Return what stands in the bytes of a brief's .docx file.

    Raises:
        PlanningError: ``brief_without_sections``, it is no brief of ours; ``brief_too_long``;
            ``document_too_large``, ``document_locked``, ``document_unreadable``, ``document_unsafe``.
    """
    opened = open_document(content)
    reader = _Reader(opened.properties)
    for found in opened.lines:
        reader.take(found)
    if not reader.sections:
        raise PlanningError("brief_without_sections")
    if len(reader.drafts) + len(reader.strays) > MOST_PARAGRAPHS:
        raise PlanningError("brief_too_long", most=MOST_PARAGRAPHS)
    sent = tuple(_sent(opened.properties))
    return ReturnedBrief(
        meeting=opened.properties.get(brief_file.MEETING, ""),
        sent=sent,
        paragraphs=matched(reader.paragraphs(), sent),
        strays=(*reader.strays, *_asides(opened)),
    )


def _sent(properties: Mapping[str, str]) -> Iterator[Sent]:
    for number in range(MOST_PARAGRAPHS):
        words = properties.get(brief_file.SENT.format(number=number))
        sent = None if words is None else brief_file.read_sent(words)
        if words is None:
            return
        if sent is not None:
            yield sent


def _asides(opened: Opened) -> Iterator[Stray]:
    yield from (Stray(_("Comment"), text) for text in opened.comments)
    yield from (Stray(_("Footnote"), text) for text in opened.notes)


@dataclass(slots=True)
class _Draft:
    section: BriefSection
    name: str | None
    lines: list[Line] = field(default_factory=list)


class _Reader:
    """Takes the paragraphs of a document in order and says of each where it belongs."""

    def __init__(self, properties: Mapping[str, str]) -> None:
        self.drafts: list[_Draft] = []
        self.strays: list[Stray] = []
        self.sections: set[BriefSection] = set()
        self._portions = Portions(properties)
        self._headings, self._others = section_headings(), our_headings()
        self._section: BriefSection | None = None
        self._under = ""
        self._draft: _Draft | None = None
        self._seen: set[str] = set()

    def paragraphs(self) -> list[Back]:
        """Return the paragraphs that were taken, without those in which nothing stands."""
        found = []
        for draft in self.drafts:
            marking, lines = self._portions.taken_off(draft.lines)
            text = text_of(lines)
            if text:
                found.append(Back(draft.section, text, marking, draft.name))
        return found

    def take(self, found: Found) -> None:
        """Take the next paragraph."""
        section = self._section_of(found)
        if section is not None:
            self._begin(section, found)
        elif (mark := _mark(found, brief_file.HEADING)) is not None:
            self._leave(found, known=mark == brief_file.line_mark(found.words))
        elif (mark := _mark(found, brief_file.GIVEN)) is not None:
            if mark.partition("_")[0] != brief_file.line_mark(found.words):
                self._keep(found)
        elif self._is_other_heading(found):
            self._leave(found, known=_folded(found.words) in self._others)
        elif self._section is None:
            self._keep(found)
        else:
            self._write(self._section, found)

    def _section_of(self, found: Found) -> BriefSection | None:
        named = _mark(found, brief_file.SECTION)
        if named in set(BriefSection):
            return BriefSection(named)
        if _mark(found, brief_file.PARAGRAPH) is not None or found.item is not None:
            return None
        return self._headings.get(_folded(found.words))

    def _begin(self, section: BriefSection, found: Found) -> None:
        self.sections.add(section)
        self._section, self._under, self._draft = section, found.words.strip(), None
        if _folded(found.words) in self._headings:
            return
        # Somebody wrote on in the line of the heading: what is not the heading is kept.
        names = (name for name, each in self._headings.items() if each is section)
        words = found.words.strip()
        head = next((name for name in names if _folded(words).startswith(name)), "")
        rest = words[len(head) :].lstrip(_EDGES)
        if rest:
            self.drafts.append(_Draft(section, None, [Line((Run(rest),))]))

    def _is_other_heading(self, found: Found) -> bool:
        if _mark(found, brief_file.PARAGRAPH) is not None or not found.words.strip():
            return False
        return found.rank == 0 or _folded(found.words) in self._others

    def _leave(self, found: Found, *, known: bool) -> None:
        if not known:
            self._keep(found)
        self._section, self._under, self._draft = None, found.words.strip(), None

    def _keep(self, found: Found) -> None:
        text = text_of(_lines(found))
        if text:
            self.strays.append(Stray(self._under, text))

    def _write(self, section: BriefSection, found: Found) -> None:
        name = self._name(found)
        more = found.style in _MORE or found.item is not None
        if name is None and self._draft is not None and more:
            self._draft.lines += _lines(found)
        elif name is not None or found.words.strip():
            self._draft = _Draft(section, name, list(_lines(found)))
            self.drafts.append(self._draft)
        else:
            self._draft = None

    def _name(self, found: Found) -> str | None:
        """Return the name of a paragraph; a bookmark that comes again was broken, and says nothing more."""
        name = _mark(found, brief_file.PARAGRAPH)
        if name is None or name in self._seen:
            return None
        self._seen.add(name)
        return name


def _mark(found: Found, kind: str) -> str | None:
    """Return what the first bookmark of a kind says; none where a paragraph bears none of it."""
    return next((name.removeprefix(kind) for name in found.bookmarks if name.startswith(kind)), None)


def _lines(found: Found) -> Iterable[Line]:
    """Return the lines of one paragraph; an item has one, for a line more would leave the list."""
    if found.item is not None:
        before = [Run(f"{found.number} ")] if found.number else []
        runs = [Run(run.text.replace("\n", " "), run.strong, run.slanted) for run in (*before, *found.runs)]
        yield Line(settled(runs), None if found.number else found.item)
        return
    line: list[Run] = []
    for run in found.runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.strong, run.slanted))
        for part in others:
            yield Line(settled(line))
            line = [Run(part, run.strong, run.slanted)]
    yield Line(settled(line))


def _folded(words: str) -> str:
    return " ".join(words.split()).strip(_EDGES).casefold()
