"""What a document's styles and lists say of a paragraph: its list, its rank as a heading, its emphasis."""

from collections import defaultdict
from collections.abc import Iterator

from app.domain.prose import DEEPEST
from app.intake.markup import Node

_OFF = frozenset({"0", "false", "off", "none"})
_MOST_ANCESTORS = 20
_BULLETS = frozenset({"bullet", "none"})


class Looks:
    """The styles and the lists of a document."""

    def __init__(self, styles: Node | None, numbering: Node | None) -> None:
        self._styles = {
            each.attributes.get("styleId", ""): each for each in (styles.all("w:style") if styles else ())
        }
        self._formats = dict(_formats(numbering)) if numbering else {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 10)

    def name(self, paragraph: Node) -> str:
        """Return the name of a paragraph's style, in small letters."""
        key = paragraph.value("w:pPr", "w:pStyle") or ""
        style = self._styles.get(key)
        return ((style.value("w:name") if style else None) or key).casefold()

    def rank(self, paragraph: Node) -> int | None:
        """Return the rank of a heading, from 0; none of what is no heading."""
        for properties in self._properties(paragraph):
            rank = properties.value("w:outlineLvl")
            if rank is not None:
                return int(rank) if rank in set("012345678") else None
        return None

    def item(self, paragraph: Node) -> tuple[int, str] | None:
        """Return the level of an item of a list and its number, empty for a bullet; it is counted."""
        for properties in self._properties(paragraph):
            listed = properties.child("w:numPr")
            if listed is None:
                continue
            key, level = listed.value("w:numId") or "0", _level(listed.value("w:ilvl"))
            if key == "0":  # a list taken away by hand
                return None
            if self._formats.get((key, level), "bullet") in _BULLETS:
                return min(level, DEEPEST), ""
            counts = self._counts[key]
            counts[level] += 1
            counts[level + 1 :] = [0] * (len(counts) - level - 1)
            return min(level, DEEPEST), f"{counts[level]}."
        return None

    def emphasis(self, run: Node) -> tuple[bool, bool]:
        """Return whether a run is strong, and whether it is slanted."""
        looks = [each for each in (run.child("w:rPr"),) if each is not None]
        key = looks[0].value("w:rStyle") if looks else None
        looks += [found for style in self._line(key) if (found := style.child("w:rPr")) is not None]
        return _is_on(looks, "w:b"), _is_on(looks, "w:i")

    def _properties(self, paragraph: Node) -> Iterator[Node]:
        """Yield what is said of a paragraph: in itself first, then in its style and those above that."""
        own = paragraph.child("w:pPr")
        if own is not None:
            yield own
        for style in self._line(own.value("w:pStyle") if own else None):
            found = style.child("w:pPr")
            if found is not None:
                yield found

    def _line(self, key: str | None) -> Iterator[Node]:
        for _ in range(_MOST_ANCESTORS):  # styles that stand above one another go round for ever
            style = self._styles.get(key or "")
            if style is None:
                return
            yield style
            key = style.value("w:basedOn")


def _is_on(looks: list[Node], name: str) -> bool:
    for each in looks:
        value = each.value(name)
        if value is not None:
            return value not in _OFF
    return False


def _level(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) == 1 else 0


def _formats(numbering: Node) -> Iterator[tuple[tuple[str, int], str]]:
    kinds = {each.attributes.get("abstractNumId"): each for each in numbering.all("w:abstractNum")}
    for number in numbering.all("w:num"):
        kind = kinds.get(number.value("w:abstractNumId"))
        for level in kind.all("w:lvl") if kind else ():
            place = (number.attributes.get("numId", ""), _level(level.attributes.get("ilvl")))
            yield place, level.value("w:numFmt") or "bullet"
