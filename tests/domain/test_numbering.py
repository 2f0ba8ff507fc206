"""The number after a number."""

import pytest

from app.domain.numbering import next_number


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("209", "210"),
        ("009", "010"),
        ("99", "100"),
        ("B-7", "B-8"),
        ("12a", "13a"),
        ("3rd 9", "3rd 10"),
        ("Car 1", "Car 2"),
        ("", ""),
        ("Suite", ""),
    ],
)
def test_the_next_one_is_as_wide(text: str, after: str) -> None:
    assert next_number(text) == after
