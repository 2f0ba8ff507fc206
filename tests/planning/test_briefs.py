"""The verbs of briefs: made at the first write, cleared as they stand, opened again by any new word."""

from functools import partial
from typing import Any

import pytest

from app.domain.words import BriefSection, Marking
from app.planning.verbs.briefs import (
    add_brief_paragraph,
    clear_brief,
    create_brief,
    delete_brief_paragraph,
    edit_brief_paragraph,
    order_brief_paragraphs,
    reopen_brief,
)
from app.planning.views.brief import BriefAt
from app.planning.views.meeting import meeting
from app.planning.workspace import Workspace
from tests.helpers.planner import contents
from tests.planning.test_agenda import call, refused, space

__all__ = ["space"]  # the fixture


def brief(space: Workspace, entry: str) -> BriefAt:
    return space.ask(meeting, entry).brief


def write(space: Workspace, entry: str, text: str, **more: Any) -> str:
    return space.do("Write", add_brief_paragraph, entry, text=text, **more)


def test_a_brief_is_made_with_the_first_thing_written_into_it(space: Workspace) -> None:
    entry = call(space, marking=Marking.RESTRICTED)
    before = space.ask(contents)
    assert brief(space, entry).brief_id is None
    write(space, entry, "Say hello.")
    (paragraph,) = brief(space, entry).paragraphs
    assert (paragraph.marking, paragraph.section) == (Marking.RESTRICTED, BriefSection.PURPOSE)
    space.undo()
    assert space.ask(contents) == before
    space.do("Draft", partial(create_brief, entry_id=entry, drafter_id="member-1", asked_by="The embassy"))
    write(space, entry, "Say hello.")
    assert len(space.ask(contents)["brief"]) == 1
    assert brief(space, entry).drafter == "Min Kim 1"


def test_paragraphs_stand_in_order_within_their_section(space: Workspace) -> None:
    entry = call(space)
    one, two = (write(space, entry, text) for text in ("a", "b"))
    scene = write(space, entry, "c", section=BriefSection.SCENE)
    own = brief(space, entry).brief_id or ""
    space.do("Order", order_brief_paragraphs, own, BriefSection.PURPOSE, [two, one])
    assert [each.id for each in brief(space, entry).section(BriefSection.PURPOSE)] == [two, one]
    assert refused(space, order_brief_paragraphs, own, BriefSection.PURPOSE, [scene]).code == "row_missing"
    space.do("Section", edit_brief_paragraph, scene, section=BriefSection.PURPOSE)
    assert [each.id for each in brief(space, entry).section(BriefSection.PURPOSE)] == [two, one, scene]


@pytest.mark.parametrize("change", ["add", "edit", "delete", "order"])
def test_any_change_of_words_takes_the_clearance_back(space: Workspace, change: str) -> None:
    entry = call(space)
    one, two = (write(space, entry, text) for text in ("a", "b"))
    space.do("Clear", partial(clear_brief, entry_id=entry, cleared_by="Bae"))
    cleared = brief(space, entry)
    assert cleared.cleared_at is not None
    assert cleared.cleared_by == "Bae"
    state = space.ask(contents)
    acts: dict[str, Any] = {
        "add": partial(add_brief_paragraph, entry_id=entry, text="c"),
        "edit": partial(edit_brief_paragraph, brief_paragraph_id=one, text="A"),
        "delete": partial(delete_brief_paragraph, brief_paragraph_id=one),
        "order": partial(
            order_brief_paragraphs,
            brief_id=cleared.brief_id or "",
            section=BriefSection.PURPOSE,
            brief_paragraph_ids=[two, one],
        ),
    }
    space.do(change, acts[change])
    assert (brief(space, entry).cleared_at, brief(space, entry).cleared_by) == (None, "")
    space.undo()
    assert space.ask(contents) == state


def test_what_changes_no_words_leaves_the_clearance(space: Workspace) -> None:
    entry = call(space)
    one = write(space, entry, "a")
    space.do("Clear", partial(clear_brief, entry_id=entry, cleared_by="Bae"))
    space.do("Draft", partial(create_brief, entry_id=entry, drafter_id="member-1"))
    space.do("Same", edit_brief_paragraph, one, text="a")
    space.do("Same", order_brief_paragraphs, brief(space, entry).brief_id or "", BriefSection.PURPOSE, [one])
    assert brief(space, entry).cleared_at is not None
    space.do("Reopen", reopen_brief, entry)
    assert brief(space, entry).cleared_at is None


def test_somebody_clears_a_brief_and_nothing_empty_is_written(space: Workspace) -> None:
    entry = call(space)
    one = write(space, entry, "a")
    assert refused(space, clear_brief, entry, cleared_by=" ").field == "cleared_by"
    assert refused(space, edit_brief_paragraph, one, text="").field == "text"
    assert refused(space, add_brief_paragraph, "nothing", text="x").code == "entry_missing"
    assert refused(space, create_brief, entry, drafter_id="nobody").code == "reference_missing"
