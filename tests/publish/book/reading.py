"""Reading a book back as a reader's program does: words, places of letters, links, outline, labels."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class ReadPage:
    """One page: its text, size and label, the boxes of its letters, and where its links lead (from 0)."""

    text: str
    width: float
    height: float
    label: str
    boxes: tuple[tuple[str, Box], ...]
    links: tuple[int, ...]


def pages(file: bytes) -> list[ReadPage]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [_page(document, number) for number in range(len(document))]
    finally:
        document.close()


def outline(file: bytes) -> list[tuple[int, str, int | None]]:
    """Return level, title and page (from 0) of each entry of the outline."""
    document = pypdfium2.PdfDocument(file)
    try:
        found = []
        for item in document.get_toc(max_depth=5):
            target = item.get_dest()
            found.append((item.level, item.get_title(), target.get_index() if target else None))
        return found
    finally:
        document.close()


def metadata(file: bytes) -> dict[str, str]:
    document = pypdfium2.PdfDocument(file)
    try:
        return dict(document.get_metadata_dict())
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> ReadPage:
    page = document[number]
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    width, height = page.get_size()
    boxes = tuple(_boxes(text_page))
    links = tuple(_links(document, page))
    return ReadPage(text, width, height, document.get_page_label(number), boxes, links)


def _boxes(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[str, Box]]:
    for index in range(text_page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if not letter.isspace():
            yield letter, text_page.get_charbox(index)


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[int]:
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        target = pdfium.FPDFLink_GetDest(document, link)
        yield pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1


def flat(text: str) -> str:
    """Return text in NFC without any white space: lines may break anywhere."""
    visible = (
        letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter)[0] != "C"
    )
    return re.sub(r"\s+", "", "".join(visible))


def flat_lines(text: str) -> str:
    """Return text without white space, white space of control letters such as tabs included."""
    return flat(text.replace("\t", " ").replace("\n", " "))
