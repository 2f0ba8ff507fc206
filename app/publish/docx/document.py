"""A paper for a word processor while it is written: its body line by line, and the highest marking on it."""

from collections.abc import Iterable, Sequence
from itertools import count

from app.domain import brief_file
from app.domain.prose import Line, Run, lines_of
from app.domain.words import Marking
from app.publish.docx import styles
from app.publish.docx.markup import NOTHING, Xml, field, joined, run, styled, w
from app.publish.docx.package import Paper, pack
from app.wording import _
from app.wording.language import language
from app.wording.names import marking_name

_WIDTH, _HEIGHT, _MARGIN, _EDGE = 11906, 16838, 1304, 624  # A4, in twentieths of a point


class Document:
    """Takes the lines of a paper in order. Bookmarks tell what each line is, if the file is to come back."""

    def __init__(
        self, title: str, marking_names: tuple[str, ...], marking: Marking, *, comes_back: bool = False
    ) -> None:
        """Begin a paper; ``marking`` is that of its title, which stands in its properties, too."""
        self._comes_back = comes_back
        self._title = title
        self._names = marking_names
        self._body: list[Xml] = []
        self._numbers = count(1)
        self._given: dict[str, int] = {}
        self.marking = marking

    def portion(self, marking: Marking) -> Run:
        """Return the marking of a portion as it stands before its words."""
        return Run(f"({marking_name(marking, self._names)}) ")

    def heading(self, words: str, bookmark: str = "", style: str = styles.SECTION) -> None:
        """Add a heading; its bookmark tells what stands under it."""
        self._body.append(self._paragraph(style, self._bookmarked(bookmark, run(words))))

    def given(
        self, words: str, marking: Marking | None = None, *, style: str = styles.FACT, label: str = ""
    ) -> None:
        """Add lines that go along to be read; with a ``marking``, it stands before them."""
        if not words.strip():
            return
        before = joined((self._before(marking), _labelled(label)))
        front = (self.portion(marking).text if marking is not None else "") + (f"{label}: " if label else "")
        for number, line in enumerate(lines_of(words)):
            told = (front if not number else "") + line.words
            inside = joined((before if not number else NOTHING, *map(styled, line.runs)))
            kind = style if line.level is None else styles.LISTED
            marked = self._bookmarked(self._given_mark(told), inside)
            self._body.append(self._paragraph(kind, marked, line.level))

    def paragraph(
        self, words: str, marking: Marking, bookmark: str = "", *, portion: bool = True, label: str = ""
    ) -> None:
        """Add a paragraph with its lines and lists, and its marking before them unless ``portion`` is off.

        The ``label`` stands behind the marking.

        The bookmark stands around what is its first paragraph to a word processor: one that goes over
        several is broken into pieces by some.
        """
        self.marking = max(self.marking, marking)
        for place, (level, lines) in enumerate(_blocks(lines_of(words))):
            inside = joined(_broken(lines))
            if not place:
                before = joined((self._before(marking if portion else None), _labelled(label)))
                inside = self._bookmarked(bookmark, joined((before, inside)))
            style = styles.LISTED if level is not None else styles.MORE if place else styles.TEXT
            self._body.append(self._paragraph(style, inside, level))

    def room(self) -> None:
        """Add an empty line to write on."""
        self._body.append(self._paragraph(styles.TEXT, NOTHING))

    def finish(self, properties: dict[str, str] | None = None) -> bytes:
        """Return the file."""
        return pack(
            Paper(
                title=self._title,
                language=language(),
                body=joined((*self._body, _section())),
                header=self._edge(styles.BANNER, run(self._banner(), *_inked(self.marking))),
                footer=self._edge(styles.FOOT, _page_of_pages()),
                properties=properties or {},
            )
        )

    def _banner(self) -> str:
        return marking_name(self.marking, self._names)

    def _edge(self, style: str, inside: Xml) -> Xml:
        return self._paragraph(style, inside)

    def _before(self, marking: Marking | None) -> Xml:
        if marking is None:
            return NOTHING
        self.marking = max(self.marking, marking)
        look = (w("rStyle", val=styles.PORTION), w("color", val=styles.MARKING_INK[marking]))
        return run(self.portion(marking).text, *look)

    def _given_mark(self, words: str) -> str:
        mark = brief_file.line_mark(words)
        number = self._given[mark] = self._given.get(mark, 0) + 1
        return f"{brief_file.GIVEN}{mark}" + (f"_{number}" if number > 1 else "")

    def _bookmarked(self, name: str, inside: Xml) -> Xml:
        if not self._comes_back:
            return inside
        number = next(self._numbers)
        return joined((w("bookmarkStart", id=number, name=name), inside, w("bookmarkEnd", id=number)))

    @staticmethod
    def _paragraph(style: str, inside: Xml, level: int | None = None) -> Xml:
        listed = NOTHING
        if level is not None:
            listed = w("numPr", w("ilvl", val=level), w("numId", val=styles.BULLETS))
        return w("p", w("pPr", w("pStyle", val=style), listed), inside)


def _labelled(label: str) -> Xml:
    return run(f"{label}: ", w("rStyle", val=styles.LABEL)) if label else NOTHING


def _blocks(lines: Sequence[Line]) -> Iterable[tuple[int | None, list[Line]]]:
    """Gather lines into what are paragraphs to a word processor: each item of a list, and what is between."""
    gathered: list[Line] = []
    for line in lines:
        if line.level is None:
            gathered.append(line)
            continue
        if gathered:
            yield None, gathered
            gathered = []
        yield line.level, [line]
    if gathered:
        yield None, gathered


def _broken(lines: Iterable[Line]) -> Iterable[Xml]:
    for number, line in enumerate(lines):
        if number:
            yield w("r", w("br"))
        yield from map(styled, line.runs)


def _inked(marking: Marking) -> tuple[Xml, ...]:
    return w("b"), w("bCs"), w("color", val=styles.MARKING_INK[marking])


def _page_of_pages() -> Xml:
    """Return “page of pages” in the language of the paper, with fields where the numbers stand."""
    fields = {"{page}": field("PAGE"), "{pages}": field("NUMPAGES")}
    rest, parts = _("{page} of {pages}"), []
    while rest:
        place, hole = min(
            ((rest.find(hole), hole) for hole in fields if hole in rest), default=(len(rest), "")
        )
        parts.append(run(rest[:place]))
        if hole:
            parts.append(fields[hole])
        rest = rest[place + len(hole) :]
    return joined(parts)


def _section() -> Xml:
    edges = (
        Xml('<w:headerReference w:type="default" r:id="header1"/>'),
        Xml('<w:footerReference w:type="default" r:id="footer1"/>'),
    )
    margins = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    size = w("pgSz", w=_WIDTH, h=_HEIGHT)
    return w("sectPr", *edges, size, w("pgMar", **margins, header=_EDGE, footer=_EDGE, gutter=0))
