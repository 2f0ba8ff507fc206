"""The text of a glossary word: the word in other languages, and what it means."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.glossary import Meaning, Term, meaning


def test_lines_of_languages_come_first_and_the_rest_is_the_definition() -> None:
    found = meaning("\nKO: 달 궤도선 \nzh_hant:月球軌道器\nA craft: it circles.\n\nfr: no term here")
    terms = (Term("ko", "달 궤도선"), Term("zh-Hant", "月球軌道器"))
    assert found == Meaning(terms, "A craft: it circles.\n\nfr: no term here")


def test_a_text_without_languages_is_all_definition() -> None:
    for text in ("에어록", "use: with care", "ko:", "ko: ", ": word", "a note: so"):
        assert meaning(text) == Meaning((), text.strip())
    assert meaning(" \n ") == Meaning((), "")


@given(st.text())
def test_no_letter_of_the_definition_is_lost_whatever_is_typed(text: str) -> None:
    found = meaning(text)
    assert text.strip().endswith(found.definition.splitlines()[-1] if found.definition else "")
    assert all(term.word in text for term in found.terms)
