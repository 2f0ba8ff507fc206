"""Filters that a planner keeps by name."""

from functools import partial
from pathlib import Path

import pytest

from app.domain.errors import PlanningError
from app.planning.filters import delete_filter, rename_filter, save_filter, saved_filters
from app.planning.workspace import Workspace
from tests.helpers.planner import planner


def test_filters_are_kept_by_room_renamed_deleted_and_taken_back(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "small")) as space:
        keep = partial(save_filter, room="actions")
        space.do("a", partial(keep, name="  Ours,  late ", choices={"sides": "ours"}))
        space.do("b", partial(keep, name="émigré", choices={}))
        space.do("c", partial(save_filter, room="other", name="Else", choices={}))
        assert saved_names(space) == ["émigré", "Ours, late"]
        space.do("d", partial(keep, name="émigré", choices={"states": "all"}))
        assert space.ask(saved_filters, "actions")["émigré"] == {"states": "all"}
        rename = partial(rename_filter, room="actions", name="émigré")
        with pytest.raises(PlanningError) as refused:
            space.do("e", partial(rename, to="Ours, late"))
        assert refused.value.code == "name_taken"
        space.do("f", partial(rename, to="Zulu"))
        assert saved_names(space) == ["Ours, late", "Zulu"]
        space.do("g", partial(delete_filter, room="actions", name="Zulu"))
        assert saved_names(space) == ["Ours, late"]
        space.undo()
        assert saved_names(space) == ["Ours, late", "Zulu"]


@pytest.mark.parametrize(("name", "code"), [("  ", "field_empty"), ("x" * 61, "text_too_long")])
def test_a_name_that_does_not_fit_is_refused(tmp_path: Path, name: str, code: str) -> None:
    with Workspace.open(planner(tmp_path, "small")) as space:
        with pytest.raises(PlanningError) as refused:
            space.do("a", partial(save_filter, room="actions", name=name, choices={}))
        assert refused.value.code == code
        assert space.ask(saved_filters, "actions") == {}


def saved_names(space: Workspace) -> list[str]:
    return list(space.ask(saved_filters, "actions"))
