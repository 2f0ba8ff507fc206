"""The empty file of a paper that pages are drawn into."""

from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.publish.book import fonts
from app.publish.book.styles import Sheet


def blank_paper(file: BinaryIO, sheet: Sheet) -> Any:
    """Return a canvas of sheets for ``file``; fonts are registered. The same pages give the same bytes."""
    rl_config.useA85 = 0  # text around compressed streams only makes the file larger and slower
    return Canvas(
        file,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.REGULAR,
        initialFontSize=9,
    )
