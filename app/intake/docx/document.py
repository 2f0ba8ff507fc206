"""A word processor's document opened: its lines, its notes and comments, and its own properties."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from app.domain.errors import PlanningError
from app.intake.archive import Archive
from app.intake.docx.lines import Found, is_tracked, lines
from app.intake.docx.looks import Looks
from app.intake.markup import Node, read_markup

_MAIN = "word/document.xml"
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in a document. ``notes`` are the texts of its footnotes and endnotes.

    ``tracked`` tells that it holds changes that nobody has accepted or refused yet.
    """

    lines: tuple[Found, ...]
    notes: tuple[str, ...]
    comments: tuple[str, ...]
    properties: Mapping[str, str]
    tracked: bool


def open_document(content: bytes) -> Opened:
    """Return what is in the bytes of a .docx file.

    Raises:
        PlanningError: ``document_too_large``, ``document_locked``, ``document_unreadable``,
            ``document_unsafe``.
    """
    archive = Archive(content)
    main = _main_part(archive)
    document = _markup(archive, main)
    body = document.child("w:body") if document and document.name == "w:document" else None
    if body is None:
        raise PlanningError("document_unreadable")
    beside = {
        name: _markup(archive, join(dirname(main), f"{name}.xml"))
        for name in ("styles", "numbering", "footnotes", "endnotes", "comments")
    }
    looks = Looks(beside["styles"], beside["numbering"])
    return Opened(
        lines=tuple(lines(body, looks)),
        notes=(*_texts(beside["footnotes"], looks), *_texts(beside["endnotes"], looks)),
        comments=tuple(_texts(beside["comments"], looks)),
        properties=dict(_properties(_markup(archive, "docProps/custom.xml"))),
        tracked=is_tracked(body),
    )


def _markup(archive: Archive, name: str) -> Node | None:
    content = archive.part(name)
    return None if content is None else read_markup(content)


def _main_part(archive: Archive) -> str:
    links = _markup(archive, "_rels/.rels")
    for link in links.children if links else ():
        if link.attributes.get("Type", "").endswith("/officeDocument"):
            return normpath(link.attributes.get("Target", _MAIN)).lstrip("/")
    return _MAIN


def _texts(part: Node | None, looks: Looks) -> Iterator[str]:
    for note in part.children if part else ():
        if note.attributes.get("type") not in _NO_NOTES:
            text = "\n".join(each.words for each in lines(note, looks)).strip()
            if text:
                yield text


def _properties(part: Node | None) -> Iterator[tuple[str, str]]:
    for each in part.children if part else ():
        value = each.children[0].text if each.children else ""
        yield each.attributes.get("name", ""), value
