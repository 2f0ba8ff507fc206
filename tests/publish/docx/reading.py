"""What another program reads in a .docx file."""

from io import BytesIO

import docx
from docx.document import Document


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def texts(content: bytes) -> list[str]:
    """Return the words of each paragraph."""
    return [paragraph.text for paragraph in opened(content).paragraphs]


def banner(content: bytes) -> str:
    """Return what stands above each page."""
    (section,) = opened(content).sections
    return "\n".join(paragraph.text for paragraph in section.header.paragraphs)
