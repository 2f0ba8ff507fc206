"""The file around a paper for a word processor: a zip of parts. The same paper gives the same bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.domain.prose import fit
from app.publish.docx.markup import Xml, letters, tag, w
from app.publish.docx.styles import NAMESPACE, numbering, styles

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS = f"{_OFFICE}/relationships"
#: The set of properties that people may name themselves; the first two numbers in it are taken.
_CUSTOM_SET, _FIRST_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", 2
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the zero of a zip's clock
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PARTS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_BESIDE = ("styles", "numbering", "settings", "header1", "footer1")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before it is packed: its title, its body with the section's properties, its edges."""

    title: str
    language: str
    body: Xml
    header: Xml
    footer: Xml
    properties: Mapping[str, str] = field(default_factory=dict)


def pack(paper: Paper) -> bytes:
    """Return the bytes of a paper's file."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", f"{_RELATIONSHIPS}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("custom", f"{_RELATIONSHIPS}/custom-properties", "docProps/custom.xml"),
        ),
        "word/_rels/document.xml.rels": _relationships(
            *((name, f"{_RELATIONSHIPS}/{name.rstrip('1')}", f"{name}.xml") for name in _BESIDE)
        ),
        "word/document.xml": _word("document", tag("w:body", paper.body)),
        "word/styles.xml": styles(paper.language),
        "word/numbering.xml": numbering(),
        "word/settings.xml": _word("settings", w("compat", _modern())),
        "word/header1.xml": _word("hdr", paper.header),
        "word/footer1.xml": _word("ftr", paper.footer),
        "docProps/core.xml": _core(paper),
        "docProps/custom.xml": _custom(paper.properties),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _MOMENT)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, (_HEAD + content).encode())
    return file.getvalue()


def _word(name: str, *inside: Xml) -> Xml:
    return tag(f"w:{name}", *inside, **{"xmlns:w": NAMESPACE, "xmlns:r": _RELATIONSHIPS})


def _modern() -> Xml:
    """Return what keeps a word processor from treating the file as one of twenty years ago."""
    return w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )


def _content_types() -> Xml:
    defaults = (
        tag(
            "Default",
            Extension="rels",
            ContentType="application/vnd.openxmlformats-package.relationships+xml",
        ),
        tag("Default", Extension="xml", ContentType="application/xml"),
    )
    overrides = (tag("Override", PartName=f"/{name}", ContentType=kind) for name, kind in _PARTS.items())
    return tag("Types", *defaults, *overrides, xmlns=f"{_PACKAGE}/content-types")


def _relationships(*found: tuple[str, str, str]) -> Xml:
    rows = (tag("Relationship", Id=key, Type=kind, Target=target) for key, kind, target in found)
    return tag("Relationships", *rows, xmlns=f"{_PACKAGE}/relationships")


def _core(paper: Paper) -> Xml:
    title = tag("dc:title", letters(paper.title))
    creator, language = (
        tag("dc:creator", letters("Aide-Mémoire")),
        tag("dc:language", letters(paper.language)),
    )
    spaces = {
        "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    }
    return tag("cp:coreProperties", title, creator, language, **spaces)


def _custom(properties: Mapping[str, str]) -> Xml:
    rows = (
        tag("property", tag("vt:lpwstr", letters(value)), fmtid=_CUSTOM_SET, pid=number, name=fit(name))
        for number, (name, value) in enumerate(properties.items(), _FIRST_PROPERTY)
    )
    spaces = {"xmlns": f"{_OFFICE}/custom-properties", "xmlns:vt": f"{_OFFICE}/docPropsVTypes"}
    return tag("Properties", *rows, **spaces)
