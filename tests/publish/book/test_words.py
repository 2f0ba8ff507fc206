"""What was released stands in the book, letter by letter, inside the margins, in glyphs that there are."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import PlanningError
from app.domain.release import Audience
from app.domain.words import ActionState
from app.planning import released as r
from app.publish.book.blocks import Block, Para
from app.publish.book.build import build_book, lay_out_book
from app.publish.book.glyphs import find_missing_glyphs
from app.publish.book.styles import SHEETS
from app.publish.book.text import clean
from tests.publish.book.reading import flat, pages
from tests.publish.story import full_visit
from tests.publish.visits import AUDIENCES, NASTY, nasty_visit, printed_texts, visit_for

BOOK = Path("app/publish/book")

#: Released columns that a book does not print: keys, bookkeeping of calendars, or said in other words.
UNPRINTED = {
    "stop.zone",
    "stop.country_code",
    "entry.start_zone",
    "entry.end_zone",
    "entry.calendar_uid",
    "party.name",  # only where an entry is for it
    "organisation.country_code",
    "person.family_name",  # printed as parts of one name
    "person.given_name",
    "person.languages",
    "person.form_of_address",
    "place.zone",
    "place.country_code",
    "place.access_rule",
    "place.entrance",
    "place.holding_room",
    "place.phones_policy",
    "place.hospital",
    "place.street",
    "attachment.media_type",
    "interpreter_booking.from_language",
    "interpreter_booking.to_language",
    "organisation.city",
    "organisation.website",
    "member.duty",
}


def whole_text(file: bytes) -> str:
    return flat(" ".join(page.text for page in pages(file)))


@pytest.mark.parametrize("make", [full_visit, nasty_visit], ids=["story", "nasty"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_released_text_stands_in_the_book(make: type, paper: str) -> None:
    visit: r.ReleasedVisit = make()
    visit = replace(visit, actions=tuple(row for row in visit.actions if row.state is not ActionState.DONE))
    text = whole_text(build_book(visit, paper=paper))
    missing = [
        (column, words)
        for column, words in printed_texts(visit, unprinted=UNPRINTED)
        if flat(clean(words)) not in text and flat(clean(words)).upper() not in text
    ]
    assert not missing


@pytest.mark.parametrize("nasty", NASTY)
def test_nasty_text_is_printed_as_it_stands(nasty: str) -> None:
    visit = full_visit()
    visit = replace(visit, visit=replace(visit.visit, purpose=nasty))
    assert flat(clean(nasty)) in whole_text(build_book(visit, paper="a4"))


def test_text_cannot_bring_in_files_links_or_actions() -> None:
    file = build_book(nasty_visit(), paper="a4")
    for forbidden in (
        b"/URI",
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/Subtype /Image",
        b"/GoToR",
        b"/EmbeddedFile",
    ):
        assert forbidden not in file


def test_decomposed_hangul_is_printed_composed() -> None:
    visit = full_visit()
    visit = replace(
        visit, visit=replace(visit.visit, purpose=unicodedata.normalize("NFD", "대한민국 항공우주청"))
    )
    text = " ".join(page.text for page in pages(build_book(visit, paper="a4")))
    assert "대한민국 항공우주청" in text


def test_a_very_long_paragraph_runs_over_pages_whole() -> None:
    words = [f"word{number}" for number in range(100_000 // 9)]
    visit = full_visit()
    visit = replace(visit, visit=replace(visit.visit, purpose=" ".join(words)))
    text = " ".join(page.text for page in pages(build_book(visit, paper="a4")))
    assert re.findall(r"\bword\d+\b", text) == words


def test_a_very_long_note_runs_over_pages_inside_its_row() -> None:
    words = [f"word{number}" for number in range(3_000)]
    visit = full_visit()
    entries = tuple(
        replace(row, notes=" ".join(words)) if row.id == "dinner" else row for row in visit.entries
    )
    text = " ".join(page.text for page in pages(build_book(replace(visit, entries=entries), paper="a4")))
    assert re.findall(r"\bword\d+\b", text) == words


def test_a_letter_that_no_font_has_is_an_error_that_names_the_word() -> None:
    visit = full_visit()
    topics = tuple(replace(row, ask="Launch it \N{ROCKET}now please") for row in visit.topics[:1])
    broken = replace(visit, topics=topics)
    assert [(one.word, one.where) for one in find_missing_glyphs(broken)] == [("\N{ROCKET}now", "topic.ask")]
    with pytest.raises(PlanningError) as error:
        build_book(broken, paper="a4")
    assert error.value.code == "glyph_missing"
    assert error.value.data["word"] == "\N{ROCKET}now"
    assert error.value.data["where"] == "topic.ask"


def test_a_very_long_word_that_cannot_be_printed_is_named_whole() -> None:
    visit = full_visit()
    word = "long" * 100 + "\N{ROCKET}" + "tail" * 100
    topics = tuple(replace(row, ask=word) for row in visit.topics[:1])
    with pytest.raises(PlanningError) as error:
        build_book(replace(visit, topics=topics), paper="a4")
    assert (error.value.data["word"], error.value.data["where"]) == (word, "topic.ask")


def test_there_is_nothing_to_find_in_what_can_be_printed() -> None:
    assert find_missing_glyphs(full_visit()) == []
    assert find_missing_glyphs(nasty_visit()) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("make", [full_visit, nasty_visit], ids=["story", "nasty"])
def test_no_letter_leaves_the_margins(make: type, paper: str) -> None:
    sheet = SHEETS[paper]
    for number, page in enumerate(pages(build_book(make(), paper=paper)), start=1):
        left, right = sheet.left(number), sheet.left(number) + sheet.text_width
        for letter, (x0, y0, x1, y1) in page.boxes:
            inside = left - 1.5 <= x0 and x1 <= right + 1.5 and y0 >= 24 and y1 <= sheet.height - 24
            assert inside, (number, letter, (x0, y0, x1, y1))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_words_stand_clear_of_header_and_footer(paper: str) -> None:
    sheet = SHEETS[paper]
    for number, page in enumerate(pages(build_book(nasty_visit(), paper=paper)), start=1):
        between = [box for _, box in page.boxes if 44 < (box[1] + box[3]) / 2 < sheet.height - 44]
        assert between, number
        assert min(box[1] for box in between) >= sheet.bottom - 4
        assert max(box[3] for box in between) <= sheet.height - sheet.top + 4


def test_margins_are_mirrored() -> None:
    sheet = SHEETS["a4"]
    read = pages(build_book(nasty_visit(), paper="a4"))
    for number, page in enumerate(read, start=1):
        if "left blank" not in page.text:
            expected = sheet.binding if number % 2 else sheet.outer  # the rings are left of a right-hand page
            assert min(box[0] for _, box in page.boxes) == pytest.approx(expected, abs=2)


def test_no_glyph_is_a_box() -> None:
    for make in (full_visit, nasty_visit):
        for page in pages(build_book(make(), paper="a4")):
            assert "\ufffd" not in page.text
            assert "\x00" not in page.text
            assert all(letter not in {"\x00", "\ufffe", "\uffff"} for letter, _ in page.boxes)


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
def test_no_label_is_left_without_its_words(audience: Audience) -> None:
    for words in paragraphs(visit_for(audience)):
        assert words, "an empty paragraph"
        assert not re.search(r"(^|\s)[·:–,]$", words), words
        assert not re.match(r"^[·:,]\s", words), words
        assert "None" not in words
        assert "1970" not in words


def paragraphs(visit: r.ReleasedVisit) -> Iterator[str]:
    for tab in lay_out_book(visit, SHEETS["a4"]):
        for page in tab.pages:
            for placed in page.placed:
                yield from words_of(placed.block)


def words_of(block: Block) -> Iterator[str]:
    if isinstance(block, Para):
        yield " ".join("".join(piece.text for piece in line) for line in block.lines).strip()
    for cell in getattr(block, "cells", ()):
        for inner in cell:
            yield from words_of(inner)


def test_no_paragraph_is_made_but_by_para() -> None:
    """Text reaches paper through ``para`` and ``clean`` alone: no module here knows reportlab's own."""
    for file in BOOK.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        assert "platypus" not in source.replace("reportlab's platypus", ""), file
        assert not re.search(r"\bParagraph\(", source), file
        assert not re.search(r"\.draw(Right|Centred)?String\(|linkURL|drawImage|doForm", source), file
        if file.name != "blocks.py":
            assert "beginText" not in source, file
            assert not re.search(r"(?<!class )\bPara\(", source), file
