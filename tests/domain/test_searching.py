"""What is kept of a text, and what a search looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.searching import LONGEST, MOST_WORDS, start, tokens, wanted


def _matches(kept: str, sought: str) -> bool:
    found = tokens(kept, by_initials=True)
    words = wanted(sought)
    return bool(words) and all(any(token.startswith(word) for token in found) for word in words)


@pytest.mark.parametrize(
    ("kept", "sought", "found"),
    [
        ("한국항공우주연구원", "우주", True),
        ("한국항공우주연구원", "ㅇㅈㅇ", True),
        ("한국항공우주연구원", "우ㅈ", True),  # the next syllable has only begun
        ("한국항공우주연구원", "우즈", False),
        ("제12차 회의", "12차", True),
        ("제12차 회의", "회의 제12", True),
        ("NASA한국", "한국", True),
        ("NASA한국", "nasa", True),
        ("Élodie Łódź", "elo lodz", True),
        ("research", "search", False),  # inside a Latin word, nobody looks
        ("L’Étoile", "etoile", True),
        ("a-b_c", "b c", True),
        ("anything", "\U0001f680", False),
        ("anything", "", False),
    ],
)
def test_what_is_found_by_what(kept: str, sought: str, found: bool) -> None:  # noqa: FBT001
    assert _matches(kept, sought) is found


def test_initials_are_kept_only_where_they_are_asked_for() -> None:
    assert "ㅎㄱ" not in tokens("한국", by_initials=False)
    assert "ㅎㄱ" in tokens("한국", by_initials=True)


@given(st.text(max_size=200))
def test_tokens_hold_nothing_that_a_query_could_stumble_over(text: str) -> None:
    for token in (*tokens(text, by_initials=True), *wanted(text)):
        assert token
        assert all(letter.isalnum() or not letter.isascii() for letter in token)
        assert len(token) <= 3 * LONGEST
    assert len(wanted(text)) <= MOST_WORDS


@given(st.text(alphabet="한국항공 abc", max_size=30), st.integers(0, 30))
def test_a_title_begins_with_each_of_its_beginnings(text: str, length: int) -> None:
    assert start(text).startswith(start(text[:length]))
