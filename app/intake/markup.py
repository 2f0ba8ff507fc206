"""XML from elsewhere, read without its dangers: no entities, no declarations, a measure for all it holds."""

from dataclasses import dataclass, field
from xml.parsers import expat

from app.domain.errors import PlanningError

MOST_ELEMENTS = 400_000
DEEPEST = 200
_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_APART = "\n"  # cannot stand in the name of a name space


@dataclass(slots=True)
class Node:
    """One element: those of the word processor's own are called ``w:…``, all others by their bare name.

    Attributes go by their bare names. ``text`` is what stands in it before and between its children.
    """

    name: str
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def child(self, name: str) -> "Node | None":
        """Return the first child of a name."""
        return next((each for each in self.children if each.name == name), None)

    def value(self, *path: str) -> str | None:
        """Return the ``val`` of what is found along a path of children; none where there is nothing."""
        node: Node | None = self
        for name in path:
            node = node.child(name) if node else None
        return node.attributes.get("val", "") if node else None

    def all(self, name: str) -> list["Node"]:
        """Return the children of a name."""
        return [each for each in self.children if each.name == name]


def read_markup(content: bytes) -> Node:
    """Return the outermost element of an XML file.

    Raises:
        PlanningError: ``document_unsafe``, it declares entities or is beyond measure;
            ``document_unreadable``, it is no XML.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # LookupError: an unknown encoding
        raise PlanningError("document_unreadable") from error
    return reader.top.children[0]


class _Reader:
    def __init__(self) -> None:
        self.top = Node("", {})
        self._open = [self.top]
        self._elements = 0
        self.parser = expat.ParserCreate(namespace_separator=_APART)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._letters
        # Entities can only be declared in a document type: without one there are none.
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) > DEEPEST:
            raise PlanningError("document_unsafe")
        node = Node(_short(name), {key.rpartition(_APART)[2]: value for key, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _letters(self, text: str) -> None:
        self._open[-1].text += text


def _short(name: str) -> str:
    space, _, bare = name.rpartition(_APART)
    return f"w:{bare}" if space in _WORD else bare


def _refuse(*_declaration: object) -> None:
    raise PlanningError("document_unsafe")
