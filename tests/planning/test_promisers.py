"""Whom a promise at a meeting can name, and where one goes on talking."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.views.meetings import meeting_rows
from app.planning.views.next_meetings import next_meetings
from app.planning.views.promisers import promisers
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import planner


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path, "sample")) as opened:
        yield opened


def meetings(space: Workspace) -> dict[str, str]:
    """Return the ids of the meetings of the sample by their titles."""
    return {row.title: row.id for row in space.ask(meeting_rows, space.ask(the_visit, None))}


def test_people_of_both_sides_and_their_organisations_can_be_named(space: Workspace) -> None:
    found = space.ask(promisers, meetings(space)["MPE — Einstein Probe"])
    theirs = [(one.name, one.short) for one in found if one.side is Side.HOST]
    assert theirs == [
        ("Jürgen Müßig-Öztürk", ""),
        ("Şebnem Şahin", ""),
        ("Max Planck Institute for Extraterrestrial Physics", "MPE"),
    ]
    ours = found[len(theirs) :]
    assert {one.side for one in ours} == {Side.OURS}
    assert (ours[0].name, ours[0].short, ours[0].member_id) == ("Yoon Se-ryeong", "윤세령", ours[0].id)
    assert next(one.short for one in ours if one.member_id is None) == "MSIT"
    assert space.ask(promisers, "nothing") == ()


def test_the_next_meetings_are_later_ones_with_the_same_organisation(space: Workspace) -> None:
    by_title = meetings(space)

    def after(title: str) -> list[str]:
        return [each.title for each in space.ask(next_meetings, by_title[title])]

    assert after("NASA Headquarters — bilateral") == ["Goddard Space Flight Center"]
    assert after("ESA HQ — Director General") == ["ESTEC — ground stations and Test Centre"]
    assert after("MPE — Einstein Probe") == []
    with pytest.raises(PlanningError):
        space.ask(next_meetings, "nothing")
