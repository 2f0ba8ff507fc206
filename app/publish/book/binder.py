"""A book as a binder: tabs laid out alone, each on its own sheets, bound into one file."""

from io import BytesIO
from typing import Any

from app.publish.book import fonts, pages
from app.publish.book.layout import lay_out
from app.publish.book.paper import blank_paper
from app.publish.book.parts import tab_key
from app.publish.book.styles import Sheet
from app.publish.book.tabs import Cover, Section, Tab
from app.publish.book.text import clean


def lay_out_tab(number: int, section: Section, sheet: Sheet) -> Tab | None:
    """Lay out one section as a tab, or return None where it has no content."""
    story = section.compose()
    if not story:
        return None
    laid = lay_out(story, sheet.text_width, sheet.text_height)
    return Tab(number, section.title, section.marking, section.hint, laid)


def bind(tabs: list[Tab], sheet: Sheet, cover: Cover) -> bytes:
    """Return the file of a book. The same tabs give the same bytes."""
    fonts.register()
    file = BytesIO()
    canvas = blank_paper(file, sheet)
    _describe(canvas, cover)
    seen: set[str] = set()
    for tab in tabs:
        # The next tab starts on a right-hand page; a page left blank for it is a page of this one.
        count = len(tab.pages) + (len(tab.pages) % 2 if tab is not tabs[-1] else 0)
        _draw_tab(canvas, tab, sheet, cover, seen, count)
        if count > len(tab.pages):
            _draw_blank(canvas, tab, sheet, cover, count)
    canvas.showOutline()
    canvas.save()
    return file.getvalue()


def _describe(canvas: Any, cover: Cover) -> None:
    canvas.setTitle(clean(cover.title) or cover.kind)
    canvas.setAuthor(clean(cover.author))
    canvas.setSubject(clean(f"{cover.kind} · {cover.reader}"))
    canvas.setCreator("Aide-Mémoire")
    canvas.setProducer("Aide-Mémoire")


def _draw_tab(canvas: Any, tab: Tab, sheet: Sheet, cover: Cover, seen: set[str], count: int) -> None:
    for number, page in enumerate(tab.pages, start=1):
        left = sheet.left(number)
        top = sheet.height - sheet.top
        if number == 1:
            canvas.bookmarkPage(tab_key(tab.number))
            canvas.addOutlineEntry(_outline(tab), tab_key(tab.number), level=0, closed=True)
        for anchor, down in page.anchors:
            if anchor.key not in seen:
                seen.add(anchor.key)
                canvas.bookmarkPage(anchor.key, fit="XYZ", left=0, top=top - down + 12, zoom=0)
                if anchor.title:
                    canvas.addOutlineEntry(_plain(anchor.title), anchor.key, level=1)
        pages.draw_furniture(canvas, sheet, cover, tab, number, count)
        for placed in page.placed:
            placed.block.draw(canvas, left, top - placed.down)
        canvas.addPageLabel(canvas.getPageNumber() - 1, prefix=f"{tab.number}-{number}")
        canvas.showPage()


def _outline(tab: Tab) -> str:
    return _plain(f"{tab.number}  {tab.title}" if tab.number else tab.title)


def _plain(title: str) -> str:
    """Return a title as the outline carries it, which has no lines to break."""
    return " ".join(clean(title).replace("\u00a0", " ").split("\n"))


def _draw_blank(canvas: Any, tab: Tab, sheet: Sheet, cover: Cover, count: int) -> None:
    pages.draw_furniture(canvas, sheet, cover, tab, count, count)
    pages.draw_blank(canvas, sheet)
    canvas.addPageLabel(canvas.getPageNumber() - 1, prefix=f"{tab.number}-{count}")
    canvas.showPage()
