"""What a planner keeps about itself: the names of the markings."""

from pathlib import Path

import pytest

from app.domain.errors import PlanningError
from app.planning.settings import (
    SHIPPED_NAMES,
    home_zone,
    marking_names,
    rename_markings,
    set_home_zone,
)
from app.planning.workspace import Workspace
from tests.helpers.planner import contents, planner

NAMES = ["open", "ours", "공개 불가", "secret"]


def test_markings_can_be_called_otherwise_for_good(tmp_path: Path) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        assert space.ask(marking_names) == SHIPPED_NAMES
        space.do("Names", rename_markings, [f" {name} " for name in NAMES])
        assert space.ask(marking_names) == tuple(NAMES)
    with Workspace.open(path) as space:
        assert space.ask(marking_names) == tuple(NAMES)
        space.undo()
        assert space.ask(marking_names) == SHIPPED_NAMES


@pytest.mark.parametrize(
    ("unfit", "code"),
    [
        (NAMES[:3], "marking_names_unfit"),
        ([*NAMES, "more"], "marking_names_unfit"),
        ([], "marking_names_unfit"),
        (["a", "a", "b", "c"], "marking_names_unfit"),
        (["a", "a ", "b", "c"], "marking_names_unfit"),
        (["Secret", "b", "SECRET", "c"], "marking_names_unfit"),
        (["Confidentiel", "b", "Confidentiel", "c"], "marking_names_unfit"),
        (["Official use", "Official  use", "b", "c"], "marking_names_unfit"),
        (["a", "b", "c", " "], "field_empty"),
        (["a", "b", "c", "x" * 25], "text_too_long"),
        (["a", "b\nc", "d", "e"], "text_unprintable"),
        (["a", "b\u202e", "d", "e"], "text_unprintable"),
    ],
)
def test_four_different_names_are_needed(tmp_path: Path, unfit: list[str], code: str) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        with pytest.raises(PlanningError) as caught:
            space.do("Names", rename_markings, unfit)
        assert (caught.value.code, caught.value.field) == (code, "marking_names")
        assert space.ask(marking_names) == SHIPPED_NAMES


def test_the_zone_at_home_is_kept_and_taken_back(tmp_path: Path) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        assert space.ask(home_zone) == ""
        before = space.ask(contents)
        space.do("Zone", set_home_zone, " Asia/Seoul ")
    with Workspace.open(path) as space:
        assert space.ask(home_zone) == "Asia/Seoul"
        space.do("Zone", set_home_zone, "")
        assert space.ask(home_zone) == ""
        space.undo()
        space.undo()
        assert space.ask(contents) == before
        with pytest.raises(PlanningError, match="zone_unknown"):
            space.do("Zone", set_home_zone, "Asia/Soul")
        assert space.ask(home_zone) == ""
