"""How long a speech takes to be read aloud."""

import pytest

from app.domain.speaking import reading_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 0),
        ("— … !", 0),
        ("**Mr Ambassador,**", 1),
        ("word " * 240, 2),
        ("word " * 241, 3),
        ("가" * 600, 2),
        ("우주 " * 150 + "word " * 120, 2),
        ("- an item\n- another", 1),
    ],
)
def test_words_and_syllables_take_their_time_and_marks_none(text: str, minutes: int) -> None:
    assert reading_minutes(text) == minutes
