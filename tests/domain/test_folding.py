"""How texts are folded for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import folded, initials, is_initials


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Łódź   Straße ", "lodz strasse"),
        ("Ørsted Æther é", "orsted aether e"),
        ("ＮＡＳＡ", "nasa"),
        ("한국", "한국"),
        ("\u1112\u1161\u11ab국", "한국"),  # decomposed, as some systems type it
        ("ㅎㄱ", "ㅎㄱ"),
        ("İstanbul", "istanbul"),
        ("L’Étoile", "l'etoile"),
    ],
)
def test_case_accents_and_width_are_gone(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_initial_consonants() -> None:
    assert initials(folded("한국항공우주연구원 KARI")) == "ㅎㄱㅎㄱㅇㅈㅇㄱㅇ kari"
    assert is_initials(folded("ㅎㄱ"))
    assert not is_initials(folded("한국 kari"))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
