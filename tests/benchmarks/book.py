"""A book of 300 pages, from frozen view to bytes, beside the same words through WeasyPrint and Typst.

The others get the same words in the same columns, fonts and sizes, with a running head, page numbers, a
bookmark for each tab and a contents with links; their source text is made beforehand, ours is composed
within the measured time. The three outputs stay in ``build/bench`` to be looked at.
"""

import html
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import typst
import weasyprint

from app.domain.release import Audience
from app.paths import RESOURCES, ROOT
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.sample import create_sample
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.publish.book.blocks import Block, Para
from app.publish.book.build import _numbered, _sections, build_book
from app.publish.book.fonts import BOLD, SEMIBOLD
from app.publish.book.rows import Row as BookRow
from app.publish.book.styles import Style
from app.publish.book.text import Span
from tests.benchmarks.measure import Row, seconds

TIMES, ROUNDS, GOAL_TYPST = 6, 5, 1.5
OUTPUT = ROOT / "build" / "bench"
FONTS = RESOURCES / "fonts"


def run() -> list[Row]:
    """Measure and return the rows."""
    visit = long_visit()
    sections = [(section.title, list(section.compose())) for section in _sections(_numbered(visit))]
    page, source = _html(sections), _typst(sections)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    makers: dict[str, Callable[[], Any]] = {
        "ours": lambda: build_book(visit, paper="a4"),
        "typst": partial(_typeset, source),
        "weasyprint": lambda: weasyprint.HTML(string=page, base_url=str(FONTS)).write_pdf(),
    }
    pages = {}
    for name, make in makers.items():  # the warm-up, kept to be looked at
        data = make()
        (OUTPUT / f"{name}.pdf").write_bytes(data)
        pages[name] = len(pypdfium2.PdfDocument(data))
    times: dict[str, list[float]] = {name: [] for name in makers}
    for number in range(ROUNDS):
        for name, make in makers.items():
            if name != "weasyprint" or number < 2:
                times[name].append(seconds(make))
    ours, other, slow = (statistics.median(times[name]) for name in makers)
    told = f"{pages['ours']} : {pages['typst']} : {pages['weasyprint']} pages"
    return [
        Row(
            "book : Typst, the same words",
            f"{ours:.2f} s : {other:.2f} s = {ours / other:.2f} times ({told})",
            f"{GOAL_TYPST} times",
            ours / other <= GOAL_TYPST,
        ),
        Row(
            "book : WeasyPrint, the same words",
            f"{ours:.2f} s : {slow:.2f} s = {ours / slow:.2f} times",
            "1 times",
            ours < slow,
        ),
    ]


def _typeset(source: str) -> bytes:
    data = typst.compile(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    assert isinstance(data, bytes)
    return data


def long_visit() -> ReleasedVisit:
    """Return the sample as the principal may see it, its programme and meetings repeated."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.aide"
        create_sample(path)
        with Workspace.open(path, writable=False) as space:
            visit = space.ask(release, space.ask(the_visit, None), Audience.parse("principal"))
    return repeated(visit, TIMES)


def repeated(visit: ReleasedVisit, times: int) -> ReleasedVisit:
    """Return the visit with its entries, and all that hangs on them, ``times`` times, ten days apart."""
    hanging: tuple[str, ...] = (
        "entry_parties",
        "legs",
        "participations",
        "agenda_items",
        "talking_points",
        "briefs",
    )
    hanging += ("brief_paragraphs", "rides", "riders", "interpreter_bookings")
    copied = {row.id for name in ("entries", *hanging) for row in getattr(visit, name)}
    found: dict[str, Any] = {}
    for name in ("entries", *hanging):
        found[name] = tuple(_again(row, n, copied) for n in range(times) for row in getattr(visit, name))
    return replace(visit, **found)


def _again(row: Any, number: int, copied: set[str]) -> Any:
    changes: dict[str, Any] = {}
    for name in row.__slots__:
        value = getattr(row, name)
        if (name == "id" or name.endswith("_id")) and value in copied:
            changes[name] = f"{value}-{number}"
        if name in {"start_wall", "end_wall", "start_utc", "end_utc"}:
            changes[name] = value + timedelta(days=10 * number)
    return replace(row, **changes)


Sections = list[tuple[str, list[Block]]]


def _words(block: Para) -> Iterator[tuple[str, bool]]:
    for part in block.parts:
        if isinstance(part, Span):
            yield part.text, part.font in {BOLD, SEMIBOLD} or block.style.font in {BOLD, SEMIBOLD}
        else:
            yield part, block.style.font in {BOLD, SEMIBOLD}


def _html(sections: Sections) -> str:
    css = f"""
    @font-face {{ font-family: P; src: url({(FONTS / "Pretendard-Regular.ttf").as_uri()}) }}
    @font-face {{ font-family: P; font-weight: 600;
                  src: url({(FONTS / "Pretendard-SemiBold.ttf").as_uri()}) }}
    @font-face {{ font-family: K; src: url({(FONTS / "NotoSansKR-Hanja.ttf").as_uri()}) }}
    @page {{ size: A4; margin: 25mm 20mm; @top-left {{ content: "OFFICIAL USE" }}
             @bottom-right {{ content: counter(page) " of " counter(pages) }} }}
    body {{ font-family: P, K; font-size: 9pt; line-height: 1.35 }}
    p {{ margin: 0 0 2pt }} b {{ font-weight: 600 }}
    h1 {{ font-size: 18pt; break-before: right; bookmark-level: 1 }}
    table {{ width: 100%; border-collapse: collapse; table-layout: fixed }}
    td {{ vertical-align: top; padding: 4pt 6pt 4pt 0; border-bottom: 0.6pt solid #ccc }}
    """
    contents = "".join(f'<p><a href="#s{n}">{html.escape(t)}</a></p>' for n, (t, _) in enumerate(sections))
    body = "".join(
        f'<h1 id="s{n}">{html.escape(title)}</h1>' + "".join(map(_html_block, blocks))
        for n, (title, blocks) in enumerate(sections)
    )
    return f"<html><style>{css}</style><body>{contents}{body}</body></html>"


def _html_block(block: Block) -> str:
    if isinstance(block, BookRow):
        cells = zip(block.cells, _shares(block), strict=True)
        inner = "".join(f'<td style="width:{w}%">{"".join(map(_html_block, cell))}</td>' for cell, w in cells)
        return f"<table><tr>{inner}</tr></table>"
    if not isinstance(block, Para):
        return ""
    words = "".join(f"<b>{html.escape(t)}</b>" if bold else html.escape(t) for t, bold in _words(block))
    return f'<p style="{_size(block.style)}">{words}</p>'


def _size(style: Style) -> str:
    return f"font-size:{style.size}pt;line-height:{style.leading}pt"


def _shares(block: BookRow) -> list[int]:
    text_width = 480.0  # points, about an A4 page's text
    fixed = [column / text_width * 100 if column > 1 else 0 for column in block.columns]
    shares = sum(column for column in block.columns if column <= 1) or 1
    free = 100 - sum(fixed)
    return [int(f or c / shares * free) for f, c in zip(fixed, block.columns, strict=True)]


def _typst(sections: Sections) -> str:
    head = """
    #set document(title: "Book")
    #set page("a4", margin: (x: 20mm, y: 25mm), header: text(7.6pt)[OFFICIAL USE], numbering: "1 of 1")
    #set text(font: ("Pretendard", "Noto Sans KR Hanja"), size: 9pt, fallback: false)
    #set par(leading: 4pt, spacing: 5pt)
    #show heading: it => { pagebreak(to: "odd", weak: true); text(18pt, it.body) }
    #outline()
    """
    return head + "\n".join(
        f"#heading({_quoted(title)})\n"
        + "\n".join(f"#{code}" for block in blocks if (code := _typst_block(block)))
        for title, blocks in sections
    )


def _typst_block(block: Block) -> str:
    if isinstance(block, BookRow):
        columns = ", ".join(f"{share}fr" for share in _shares(block))
        cells = ", ".join(
            "{" + "; ".join(code for inner in cell if (code := _typst_block(inner))) + "}"
            for cell in block.cells
        )
        stroke = "(bottom: 0.6pt + gray)"
        return f"grid(columns: ({columns},), inset: (y: 4pt), column-gutter: 6pt, stroke: {stroke}, {cells})"
    if not isinstance(block, Para):
        return ""
    words = " + ".join(
        f"text(weight: {600 if bold else 400}, {_quoted(words)})" for words, bold in _words(block) if words
    )
    return f"par(text({block.style.size}pt, {words}))" if words else ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
