"""Countries by name."""

import pytest

from app.reference.countries import COUNTRY_CODES
from app.wording.countries import country_name, find_countries
from app.wording.language import DEFAULT, install


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("fr", "FR"),
        ("한국", "KR"),
        ("대한", "KR"),
        ("미국", "US"),
        ("ㅍㄹㅅ", "FR"),
        ("usa", "US"),
        ("nether", "NL"),
        ("korea", "KP"),
    ],
)
def test_a_country_is_found(typed: str, code: str) -> None:
    assert find_countries(typed)[0] == code


def test_every_country_has_a_name_and_is_found_by_it() -> None:
    for code in sorted(COUNTRY_CODES):
        assert country_name(code) not in {"", code}
        assert code in find_countries(country_name(code))
    assert country_name("??") == "??"


def test_the_names_follow_the_language() -> None:
    install("ko")
    try:
        assert country_name("DE") == "독일"
        assert find_countries("독일") == find_countries("germany") == ("DE",)
        assert find_countries("zzzz") == ()
    finally:
        install(DEFAULT)
