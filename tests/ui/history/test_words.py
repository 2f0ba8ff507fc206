"""What the history says of a change: codes by their names, personal values not at all."""

import pytest

from app.planning.views.history import ColumnChange
from app.ui.screens.history.words import before_and_after

MARKINGS = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (ColumnChange("country_code", "FR", "KR"), ("France", "South Korea")),
        (ColumnChange("to_language", "", "de"), ("", "German")),
        (ColumnChange("languages", "ko, en", "ko"), ("Korean, English", "Korean")),
        (ColumnChange("table_side", None, "host_behind"), ("", "Behind the host")),
        (ColumnChange("table_side", "ours", "a row of later days"), ("Our row", "a row of later days")),
        (ColumnChange("title", "FR", "ko"), ("FR", "ko")),
        (ColumnChange("number", "A1", "A2", restricted=True), ("", "(restricted)")),
    ],
)
def test_values_are_said_as_people_read_them(change: ColumnChange, said: tuple[str, str]) -> None:
    assert before_and_after(change, MARKINGS) == said
