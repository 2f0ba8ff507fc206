"""Where each paragraph of a brief that came back belongs.

A paragraph is known by its bookmark, a section by its heading's; where those are gone, a section is known by
the words of its heading in any language of ours, an item of the agenda by the rank of its own or by the
number that goes on. What belongs to no section and no item is kept as a stray.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain import brief_file
from app.domain.prose import Line, Run, text_of
from app.domain.returned import AGENDA, Back, Sent, Stray, one_line
from app.domain.words import BriefSection, PointKind
from app.intake.docx.headings import agenda_headings, our_headings, section_headings
from app.intake.docx.lines import Found
from app.intake.docx.portions import Labels, Portions
from app.intake.docx.typed import typed_lines

_MORE = frozenset({"brief, continued", "briefmore"})
_GIVEN = frozenset({"brief, given", "brieffact"})
_EDGES = " \t:.–—-"
_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})[.)]?\s+(?=\S)")
_ITEM_RANK = 1


@dataclass(slots=True)
class _Draft:
    section: str
    name: str | None
    lines: list[Line] = field(default_factory=list)


class Reader:
    """Takes the paragraphs of a document in order and says of each where it belongs.

    One whose heading somebody deleted stays where it went out; so does what is written behind it.
    """

    def __init__(self, properties: Mapping[str, str], lines: Iterable[Found], sent: Iterable[Sent]) -> None:
        """Take the paragraphs of a file with these properties, in which was ``sent`` what it tells of."""
        self.drafts: list[_Draft] = []
        self.strays: list[Stray] = []
        self.sections: set[BriefSection] = set()
        self._portions, self._labels = Portions(properties), Labels()
        self._headings, self._others = section_headings(), our_headings()
        agenda = agenda_headings()
        self._agenda_words = {_folded(words) for words in agenda}
        self._agenda_marks = {brief_file.line_mark(words) for words in agenda}
        self._section: str | None = None
        self._in_agenda = False
        self._items = 0
        self._under = ""
        self._draft: _Draft | None = None
        self._seen: set[str] = set()
        lines = tuple(lines)
        self._homes = {each.name: each.section for each in sent if each.section != AGENDA}
        self._headed = {section for each in lines if (section := self._section_of(each)) is not None}
        self._headed_items = {mark for each in lines if (mark := _mark(each, brief_file.ITEM)) is not None}
        for each in lines:
            self._take(each)

    def paragraphs(self) -> Iterator[Back]:
        """Yield the rows that were taken, without those in which nothing stands."""
        use: PointKind | None = None
        full = {draft.section for draft in self.drafts if text_of(draft.lines)}
        for draft in self.drafts:
            if draft.section == AGENDA:
                use = None
                if draft.name in full or text_of(draft.lines):
                    yield self._item(draft)
                continue
            marking, lines = self._portions.taken_off(draft.lines)
            if draft.section not in set(BriefSection):
                told, lines = self._labels.taken_off(lines)
                use = told or (use if draft.name is None else None)
            text = text_of(lines)
            if text:
                own = None if draft.section in set(BriefSection) else use
                yield Back(draft.section, text, marking, draft.name, own)

    def _item(self, draft: _Draft) -> Back:
        """Return an item as it is called, without its number; only a new one bears a marking."""
        words = draft.lines[0].words if draft.lines else ""
        words = words[found.end() :] if (found := _NUMBER.match(words)) else words
        if draft.name in self._seen:
            return Back(AGENDA, one_line(words), None, draft.name)
        marking, lines = self._portions.taken_off([Line((Run(words),))])
        return Back(AGENDA, one_line(lines[0].words), marking, draft.name)

    def _take(self, found: Found) -> None:
        self._go_home(found)
        section = self._section_of(found)
        if section is not None:
            self._begin(section, found)
        elif self._is_item(found):
            self._begin_item(found)
        elif (mark := _mark(found, brief_file.HEADING)) is not None:
            self._leave(found, known=mark == brief_file.line_mark(found.words))
            self._in_agenda = mark in self._agenda_marks
        elif (mark := _mark(found, brief_file.GIVEN)) is not None:
            if mark.partition("_")[0] != brief_file.line_mark(found.words):
                self._keep(found)
        elif self._is_other_heading(found):
            words = _folded(found.words)
            self._in_agenda = words in self._agenda_words
            self._leave(found, known=self._in_agenda or words in self._others)
        elif self._section is None or self._is_given(found):
            self._keep(found)
        else:
            self._write(self._section, found)

    def _go_home(self, found: Found) -> None:
        """Enter what a paragraph went out under, where its heading is nowhere in the file any more."""
        names = (_mark(found, kind) for kind in (brief_file.PARAGRAPH, brief_file.POINT))
        home = next((self._homes[name] for name in names if name in self._homes), None)
        if home is None or home == self._section or home in self._headed or home in self._headed_items:
            return
        self._in_agenda = home not in set(BriefSection)
        if self._in_agenda and home not in self._seen:
            self._seen.add(home)
            self._items += 1
            self.drafts.append(_Draft(AGENDA, home))
        elif not self._in_agenda:
            self.sections.add(BriefSection(home))
        self._section, self._draft = home, None

    def _section_of(self, found: Found) -> BriefSection | None:
        named = _mark(found, brief_file.SECTION)
        if named in set(BriefSection):
            return BriefSection(named)
        if _is_ours(found) or found.item is not None:
            return None
        return self._headings.get(_folded(found.words))

    def _begin(self, section: BriefSection, found: Found) -> None:
        self.sections.add(section)
        self._in_agenda = False
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

    def _is_item(self, found: Found) -> bool:
        if _mark(found, brief_file.ITEM) is not None:
            return True
        known = _is_ours(found) or _mark(found, brief_file.GIVEN) is not None
        if not self._in_agenda or known or found.item is not None or not found.words.strip():
            return False
        number = _NUMBER.match(found.words)
        goes_on = number is not None and int(number["number"]) == self._items + 1
        return found.rank == _ITEM_RANK or (goes_on and found.style not in _MORE)

    def _begin_item(self, found: Found) -> None:
        self._in_agenda = True
        self._items += 1
        name = self._name(found, brief_file.ITEM) or f"item {self._items}"
        self.drafts.append(_Draft(AGENDA, name, [Line((Run(found.words),))]))
        self._section, self._under, self._draft = name, found.words.strip(), None

    def _is_other_heading(self, found: Found) -> bool:
        if _is_ours(found) or not found.words.strip():
            return False
        words = _folded(found.words)
        return found.rank == 0 or words in self._others or words in self._agenda_words

    def _leave(self, found: Found, *, known: bool) -> None:
        if not known:
            self._keep(found)
        self._section, self._under, self._draft = None, found.words.strip(), None

    def _keep(self, found: Found) -> None:
        text = text_of(typed_lines(found))
        if text:
            self.strays.append(Stray(self._under, text))

    def _write(self, section: str, found: Found) -> None:
        name = self._name(found, brief_file.POINT if self._in_agenda else brief_file.PARAGRAPH)
        if name is None and self._draft is not None and self._goes_on(found):
            self._draft.lines += typed_lines(found)
        elif name is not None or found.words.strip():
            self._draft = _Draft(section, name, list(typed_lines(found)))
            self.drafts.append(self._draft)
        else:
            self._draft = None

    def _goes_on(self, found: Found) -> bool:
        """Whether a paragraph belongs to the one before it: a point that says what it is for does not."""
        if self._in_agenda and found.item is not None and self._is_labelled(found):
            return False
        return found.style in _MORE or found.item is not None

    def _is_given(self, found: Found) -> bool:
        """Whether a line of the agenda, without its bookmark, is the one of an item's minutes and speaker."""
        return self._in_agenda and found.style in _GIVEN and not (_is_ours(found) or self._is_labelled(found))

    def _is_labelled(self, found: Found) -> bool:
        _marking, lines = self._portions.taken_off(list(typed_lines(found)))
        return self._labels.begins(lines[0].words)

    def _name(self, found: Found, kind: str) -> str | None:
        """Return the name of a row; a bookmark that comes again was broken, and says nothing more."""
        name = _mark(found, kind)
        if name is None or name in self._seen:
            return None
        self._seen.add(name)
        return name


def _mark(found: Found, kind: str) -> str | None:
    """Return what the first bookmark of a kind says; none where a paragraph bears none of it."""
    return next((name.removeprefix(kind) for name in found.bookmarks if name.startswith(kind)), None)


def _is_ours(found: Found) -> bool:
    """Whether a paragraph is, or was, one of the brief's or a talking point."""
    return any(_mark(found, kind) is not None for kind in (brief_file.PARAGRAPH, brief_file.POINT))


def _folded(words: str) -> str:
    return " ".join(words.split()).strip(_EDGES).casefold()
