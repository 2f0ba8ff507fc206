"""The binder: tabs on right-hand pages, numbered within themselves, found by outline, links and labels."""

import re

import pytest

from app.domain.release import Audience
from app.publish.book.build import build_book
from tests.publish.book.reading import ReadPage, flat, metadata, outline, pages
from tests.publish.story import full_visit
from tests.publish.visits import AUDIENCES, HOST, PUBLIC, big_visit, nasty_visit, visit_for

BLANK = "This page is left blank"


def numbers(page: ReadPage) -> tuple[int, int, int] | None:
    found = re.findall(r"(?m)^.*?(\d+)-(\d+) of (\d+)\s*$", page.text)
    return (int(found[0][0]), int(found[0][1]), int(found[0][2])) if found else None


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
def test_each_tab_starts_on_a_right_hand_page_and_is_numbered_within_itself(
    audience: Audience, paper: str
) -> None:
    expected_tab, expected_page = 0, 1
    for place, page in enumerate(pages(build_book(visit_for(audience), paper=paper)), start=1):
        found = numbers(page)
        assert found is not None  # the one left blank has its number too, the last of its tab
        if BLANK in page.text:
            assert place % 2 == 0
            assert found[1] == found[2]
        if found[0] != expected_tab:
            expected_tab, expected_page = expected_tab + 1, 1
            assert place % 2 == 1
        assert found[:2] == (expected_tab, expected_page)
        assert page.label == f"{found[0]}-{found[1]}"
        expected_page += 1


def test_of_n_is_the_number_of_pages_of_the_tab() -> None:
    counted: dict[int, list[int]] = {}
    for page in pages(build_book(big_visit(3), paper="a4")):
        found = numbers(page)
        if found:
            counted.setdefault(found[0], []).append(found[2])
    assert all(of == [len(of)] * len(of) for of in counted.values())
    assert any(len(of) > 2 for of in counted.values())


def test_a_book_never_ends_with_a_blank_page() -> None:
    for audience in AUDIENCES:
        assert BLANK not in pages(build_book(visit_for(audience), paper="a4"))[-1].text


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.3, 841.9)), ("letter", (612.0, 792.0))])
def test_sizes_of_paper(paper: str, size: tuple[float, float]) -> None:
    for page in pages(build_book(full_visit(), paper=paper)):
        assert (page.width, page.height) == pytest.approx(size, abs=0.1)


def test_outline_leads_to_the_page_that_bears_its_title() -> None:
    file = build_book(full_visit(), paper="a4")
    read = pages(file)
    entries = outline(file)
    assert len(entries) > 10
    for level, title, page in entries:
        assert page is not None
        words = title if level else re.sub(r"^\d+\s+", "", title)
        if page and " · " not in words:
            assert flat(words) in flat(read[page].text)


def test_every_link_leads_to_a_page() -> None:
    for visit in (full_visit(), nasty_visit(), *map(visit_for, AUDIENCES)):
        read = pages(build_book(visit, paper="a4"))
        links = [link for page in read for link in page.links]
        assert links
        assert all(0 <= link < len(read) for link in links)


def test_contents_and_programme_link_to_the_meeting() -> None:
    read = pages(build_book(full_visit(), paper="a4"))
    meeting = next(n for n, page in enumerate(read) if (numbers(page) or ())[:2] == (3, 1))
    assert "NASA Headquarters — bilateral" in read[meeting].text
    for number in (1, 4):
        assert meeting in read[number].links


def test_properties_of_the_file_name_the_visit_and_nothing_else() -> None:
    found = metadata(build_book(full_visit(), paper="a4"))
    assert found["Title"] == "US & Europe space visit"
    assert found["Author"] == "Ministry of Science and ICT (MSIT) 과학기술정보통신부"
    assert found["Subject"] == "Briefing book · For the principal"
    assert "anonymous" not in " ".join(found.values())


def test_the_same_visit_gives_the_same_bytes() -> None:
    assert build_book(nasty_visit(), paper="a4") == build_book(nasty_visit(), paper="a4")


def test_a_tab_without_content_is_not_made() -> None:
    titles = [title for level, title, _ in outline(build_book(visit_for(PUBLIC), paper="a4")) if level == 0]
    assert titles == ["Cover and contents", "1  Programme"]
    titles = [title for level, title, _ in outline(build_book(visit_for(HOST), paper="a4")) if level == 0]
    assert titles == [
        "Cover and contents",
        "1  Programme",
        "2  NASA Headquarters — bilateral",
        "3  Delegation and hosts",
    ]


def test_progress_rises_to_its_total() -> None:
    told: list[tuple[int, int, str]] = []
    build_book(full_visit(), paper="a4", progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == list(range(1, len(told) + 1))
    assert {total for _, total, _ in told} == {len(told)}
    assert "Programme" in {what for _, _, what in told}
