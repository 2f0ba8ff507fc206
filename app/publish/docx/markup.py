"""The only way in which words reach a word processor's file: as letters, never as markup.

``Xml`` is markup that is finished. A plain string becomes one by :func:`letters` alone, and the type
checker sees to it.
"""

from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from app.domain.prose import Run, fit

Xml = NewType("Xml", str)
NOTHING = Xml("")


def letters(text: str) -> Xml:
    """Return text as markup that reads as just this text."""
    return Xml(escape(fit(text)))


def joined(parts: Iterable[Xml]) -> Xml:
    """Return parts behind one another."""
    return Xml("".join(parts))


def tag(name: str, /, *inside: Xml, **attributes: object) -> Xml:
    """Return an element with attributes as they are named."""
    named = "".join(f" {key}={quoteattr(fit(str(value)))}" for key, value in attributes.items())
    content = "".join(inside)
    return Xml(f"<{name}{named}>{content}</{name}>" if content else f"<{name}{named}/>")


def w(name: str, /, *inside: Xml, **attributes: object) -> Xml:
    """Return an element of the word processor's own, whose attributes are its own, too."""
    return tag(f"w:{name}", *inside, **{f"w:{key}": value for key, value in attributes.items()})


def run(text: str, *looks: Xml) -> Xml:
    """Return letters in some looks; new lines and tabs are what they are."""
    dressed = w("rPr", *looks) if looks else NOTHING
    return w("r", dressed, *_pieces(text)) if text else NOTHING


def styled(run_: Run) -> Xml:
    """Return a run of a brief with its emphasis."""
    looks = [w("b"), w("bCs")] if run_.strong else []
    looks += [w("i"), w("iCs")] if run_.slanted else []
    return run(run_.text, *looks)


def field(code: str) -> Xml:
    """Return a field that the word processor fills in, such as ``PAGE``."""
    begin, middle, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    instruction = w("r", Xml(f'<w:instrText xml:space="preserve"> {code} </w:instrText>'))
    return joined((begin, instruction, middle, run("1"), end))


def _pieces(text: str) -> Iterable[Xml]:
    for number, line in enumerate(fit(text).split("\n")):
        if number:
            yield w("br")
        for count, piece in enumerate(line.split("\t")):
            if count:
                yield w("tab")
            if piece:
                yield Xml(f'<w:t xml:space="preserve">{letters(piece)}</w:t>')
