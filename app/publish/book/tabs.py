"""What a book is bound of: sections, the tabs laid out from them, and what its cover says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.words import Marking
from app.publish.book.blocks import Anchor, Block
from app.publish.book.layout import Page


@dataclass(frozen=True, slots=True)
class Section:
    """What may become a tab. ``compose`` returns no block where the audience has nothing to read there."""

    title: str
    compose: Callable[[], list[Block]]
    marking: Marking = Marking.PUBLIC
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A laid-out tab. It depends on nothing but its own words and the sheet, so it can be kept."""

    number: int
    title: str
    marking: Marking
    hint: str
    pages: list[Page]

    @property
    def highest(self) -> Marking:
        """The highest marking on any of its pages."""
        return max((page.marking for page in self.pages), default=Marking.PUBLIC)

    def anchors(self) -> Iterator[tuple[Anchor, int]]:
        """Walk over the tab's anchors that the outline names, with the page (from 1) each stands on."""
        seen: set[str] = set()
        for number, page in enumerate(self.pages, start=1):
            for anchor, _down in page.anchors:
                if anchor.title and anchor.key not in seen:
                    seen.add(anchor.key)
                    yield anchor, number


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on every page, and in the properties of the file."""

    title: str
    title_marking: Marking
    kind: str
    reader: str
    author: str
    marking_names: tuple[str, str, str, str]
