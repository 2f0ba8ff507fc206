"""The banner of a page is the highest marking of the words really on it."""

import re
from dataclasses import fields, replace
from typing import Any

from app.domain.words import Marking
from app.planning import released as r
from app.publish.book.build import build_book
from tests.publish.book.reading import pages
from tests.publish.story import NAMES, full_visit
from tests.publish.visits import AUDIENCES, visit_for

GUARDED = {"red_line", "if_raised", "likely_position"}


def banner(text: str) -> Marking:
    """Return what the first words of a page say; "OFFICIAL USE" is not mistaken for another's beginning."""
    return next(Marking(level) for level, name in enumerate(NAMES) if text.startswith(name))


def tell_tale(row: Any) -> Any:
    """Put a word that tells its marking into every field of a row that has one."""
    words = {}
    for one in fields(row):
        text = getattr(row, one.name)
        if one.type in (str, "str") and text and not one.name.endswith(("id", "zone", "uid")):
            marking = getattr(row, f"{one.name}_marking" if one.name in GUARDED else "marking")
            words[one.name] = f"tell{int(marking)}tale {text}"
    return replace(row, **words)


def told_visit() -> r.ReleasedVisit:
    whole = full_visit()
    marked: dict[str, Any] = {
        name: tuple(tell_tale(row) for row in getattr(whole, name))
        for table, (kind, name) in r.TABLES.items()
        if table != "visit" and "marking" in {one.name for one in fields(kind)}
    }
    return replace(whole, visit=tell_tale(replace(whole.visit, marking=Marking.PUBLIC)), **marked)


def test_banner_is_the_highest_marking_of_the_words_on_the_page() -> None:
    seen = set()
    for page in pages(build_book(told_visit(), paper="a4")):
        told = [int(level) for level in re.findall(r"tell(\d)tale", page.text)]
        assert banner(page.text) == max(told)
        seen.add(banner(page.text))
    assert seen == set(Marking)


def test_title_in_the_footer_counts() -> None:
    visit = full_visit()
    visit = replace(visit, visit=replace(visit.visit, marking=Marking.RESTRICTED))
    for page in pages(build_book(visit, paper="a4")):
        assert banner(page.text) >= Marking.RESTRICTED


def test_no_banner_is_above_the_audience() -> None:
    for audience in AUDIENCES:
        visit = visit_for(audience)
        for page in pages(build_book(visit, paper="a4")):
            assert banner(page.text) <= visit.ceiling


def test_cover_names_the_highest_marking_of_the_book() -> None:
    assert "CONFIDENTIAL" in pages(build_book(full_visit(), paper="a4"))[0].text


def test_renamed_markings_are_the_planners_own() -> None:
    visit = replace(
        full_visit(), marking_names=("offen", "nur für den Dienstgebrauch", "vertraulich", "geheim")
    )
    text = " ".join(page.text for page in pages(build_book(visit, paper="a4")))
    assert "nur für den Dienstgebrauch" in text
    assert "OFFICIAL USE" not in text
