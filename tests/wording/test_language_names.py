"""The names of languages: shown for their tags, and found by what people type."""

import pytest

from app.wording.language import in_language
from app.wording.language_names import find_languages, language_name, languages_named


@pytest.mark.parametrize(
    ("reader", "tag", "name"),
    [
        ("en", "ko", "Korean"),
        ("de", "ko", "Koreanisch"),
        ("ko", "en", "영어"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("en", "ko-KP", "Korean (KP)"),
        ("en", "qq", "qq"),
        ("en", "", ""),
    ],
)
def test_a_language_is_called_by_its_name(reader: str, tag: str, name: str) -> None:
    with in_language(reader):
        assert language_name(tag) == name


def test_tags_among_what_was_typed_are_named_and_all_else_stays() -> None:
    assert languages_named("ko, EN; Deutsch (Muttersprache)") == "Korean, English, Deutsch (Muttersprache)"
    assert languages_named("") == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ko", "ko"),
        ("kor", "ko"),
        ("영어", "en"),
        ("english", "en"),
        ("fran", "fr"),
        ("de", "de"),
        ("dut", "nl"),
    ],
)
def test_a_language_is_found_by_tag_and_by_name(typed: str, first: str) -> None:
    if typed == "fran":
        with in_language("fr"):
            assert find_languages(typed)[0] == first
    else:
        assert find_languages(typed)[0] == first


def test_the_usual_languages_are_offered_before_anything_is_typed() -> None:
    assert find_languages("")[:2] == ("ko", "en")
    assert find_languages("zzzz") == ()
