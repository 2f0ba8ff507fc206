"""A word processor's document as plain lines with their looks and bookmarks, in the order of reading.

Tracked insertions are taken, tracked deletions are not, also where a paragraph's end is deleted. Tables,
frames, text boxes and content controls are gone through; pictures, links' targets, macros and whatever else
a file may hold is never looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.domain.prose import Run
from app.intake.docx.looks import Looks
from app.intake.markup import Node

_LEFT_OUT = frozenset(
    {"w:del", "w:moveFrom", "w:instrText", "w:delText", "w:delInstrText", "w:rPr", "w:pPr", "w:sectPr"}
    | {"w:tblPr", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "Fallback", "w:rt", "w:tblGrid"}
)
_BREAKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:ptab": "\t"}
_TRACKED = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
_TURNS = frozenset({"page", "column"})


@dataclass(slots=True)
class Found:
    """One paragraph of a document.

    ``item`` is the level of an item of a list, with ``number`` before it where the list is numbered;
    ``rank`` that of a heading. ``bookmarks`` begin in it, those around words before those around none.
    """

    style: str = ""
    rank: int | None = None
    item: int | None = None
    number: str = ""
    runs: list[Run] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The letters without their looks."""
        return "".join(run.text for run in self.runs)


def lines(part: Node, looks: Looks) -> Iterator[Found]:
    """Yield the paragraphs of a document, or of its notes."""
    walk = _Walk(looks)
    yield from walk.through(part)
    yield from walk.rest()


def is_tracked(part: Node) -> bool:
    """Tell whether changes are tracked in a document."""
    waiting = [part]
    while waiting:
        node = waiting.pop()
        if node.name in _TRACKED:
            return True
        waiting += node.children
    return False


class _Walk:
    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._before: list[str] = []  # bookmarks that begin between two paragraphs
        self._held: Found | None = None  # a paragraph whose end is deleted, so that the next goes on in it

    def through(self, node: Node) -> Iterator[Found]:
        """Yield what is found below an element."""
        for child in node.children:
            if child.name == "w:p":
                yield from self._paragraph(child)
            elif child.name == "w:bookmarkStart":
                self._before.append(child.attributes.get("name", ""))
            elif child.name not in _LEFT_OUT and child.value("w:trPr", "w:del") is None:
                yield from self.through(child)

    def rest(self) -> Iterator[Found]:
        """Yield what waits for a paragraph that did not come."""
        if self._held is not None:
            yield self._held
            self._held = None

    def _paragraph(self, node: Node) -> Iterator[Found]:
        item = self._looks.item(node)
        found = Found(self._looks.name(node), self._looks.rank(node), item[0] if item else None)
        found.number = item[1] if item else ""
        reading = _Reading(self._looks, found)
        reading.read(node)
        full = [name for name in reading.names() if name]
        found.bookmarks, self._before = [*self._before, *full], []
        whole = found if self._held is None else _merged(self._held, found)
        self._held = whole if node.value("w:pPr", "w:rPr", "w:del") is not None else None
        if self._held is None:
            yield whole
        for box in reading.boxes:
            yield from self.through(box)


class _Reading:
    """The words of one paragraph; ``boxes`` are texts that hang on it and stand for themselves."""

    def __init__(self, looks: Looks, found: Found) -> None:
        self._looks, self._found = looks, found
        self._began: dict[str, tuple[str, int]] = {}  # bookmarks by their number: name, letters before
        self._empty: set[str] = set()
        self._letters = 0
        self.boxes: list[Node] = []

    def names(self) -> list[str]:
        """Return the bookmarks that begin here, those around words first."""
        names = [name for name, _letters in self._began.values()]
        return sorted(names, key=lambda name: name in self._empty)

    def read(self, node: Node) -> None:
        """Take in what stands in an element."""
        for child in node.children:
            number = child.attributes.get("id", "")
            if child.name == "w:r":
                self._run(child)
            elif child.name == "w:bookmarkStart":
                self._began[number] = (child.attributes.get("name", ""), self._letters)
            elif child.name == "w:bookmarkEnd":
                name, letters = self._began.get(number, ("", -1))
                if letters == self._letters:
                    self._empty.add(name)
            elif child.name not in _LEFT_OUT:
                self.read(child)

    def _run(self, node: Node) -> None:
        strong, slanted = self._looks.emphasis(node)
        text = "".join(self._pieces(node))
        self._letters += len(text)
        self._found.runs.append(Run(text, strong, slanted))

    def _pieces(self, node: Node) -> Iterator[str]:
        for child in node.children:
            if child.name == "w:t":
                yield child.text
            elif child.name in _BREAKS:
                yield "" if child.attributes.get("type") in _TURNS else _BREAKS[child.name]
            elif child.name == "w:sym":
                yield _symbol(child.attributes.get("char", ""))
            elif child.name == "w:txbxContent":
                self.boxes.append(child)
            elif child.name not in _LEFT_OUT:
                yield from self._pieces(child)


def _merged(first: Found, second: Found) -> Found:
    """Return two paragraphs as one, which is the first if anything is left of its words."""
    one, other = (first, second) if first.words.strip() else (second, first)
    return replace(one, runs=[*first.runs, *second.runs], bookmarks=[*one.bookmarks, *other.bookmarks])


def _symbol(code: str) -> str:
    """Return a letter that is told by its number; those of a font's own are a bullet to us."""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return letter if letter.isprintable() else "•"
