"""A desk's edits of the agenda and its talking points are taken, as far as somebody wants them."""

from functools import partial
from typing import Any

from app.domain.returned import AGENDA, ReturnedBrief, name_of
from app.domain.words import Intent, Marking, PointKind
from app.intake.docx.brief import read_brief
from app.planning.returning import brief_changes
from app.planning.verbs.agenda import add_agenda_item, delete_agenda_item, edit_agenda_item
from app.planning.verbs.points import (
    add_talking_point,
    delete_talking_point,
    edit_talking_point,
    move_talking_point,
)
from app.planning.verbs.returning import take_brief
from app.planning.verbs.topics import create_topic
from app.planning.views.meeting import Meeting
from app.planning.views.meeting import meeting as meeting_view
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, contents
from tests.intake.editing import edited
from tests.intake.test_agenda import without
from tests.planning.test_agenda import call, refused, space
from tests.planning.test_returning import keys, sent

__all__ = ["space"]  # the fixture


def item(space: Workspace, entry: str, title: str, *points: str, **more: Any) -> str:
    found = space.do("Add", add_agenda_item, entry, title=title, **more)
    for text in points:
        space.do("Say", add_talking_point, found, text=text)
    return found


def agenda(space: Workspace, entry: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (each.heading, [(point.kind.value, point.text) for point in each.points])
        for each in meeting(space, entry).items
    ]


def meeting(space: Workspace, entry: str) -> Meeting:
    return space.ask(meeting_view, entry)


def take(space: Workspace, entry: str, back: ReturnedBrief, *left: str) -> None:
    space.do("Take", partial(take_brief, entry_id=entry, returned=back, left=left))


def test_points_are_taken_in_one_step_and_what_no_desk_saw_stays(space: Workspace) -> None:
    entry = call(space)
    moon = item(space, entry, "Moon", "Keep.", "Change.", "Delete.")
    space.do("Say", add_talking_point, moon, text="Secret.", marking=Marking.CONFIDENTIAL)
    content = edited(sent(space, entry), ("Change.", "Changed."), after=("Changed.", "Respond: New."))
    back = read_brief(without(content, "Delete."))
    before = space.ask(contents)
    take(space, entry, back)
    assert agenda(space, entry) == [
        ("Moon", [("say", "Keep."), ("say", "Changed."), ("respond", "New."), ("say", "Secret.")])
    ]
    assert not any(each.any for each in space.ask(brief_changes, entry, back))
    space.undo()
    assert space.ask(contents) == before


def test_each_change_may_be_left(space: Workspace) -> None:
    entry = call(space)
    item(space, entry, "Moon", "Keep.", "Change.", "Delete.")
    content = edited(sent(space, entry), ("Change.", "Changed."), after=("Changed.", "Respond: New."))
    back = read_brief(without(content, "Delete."))
    changed, new, gone = (
        change.key for each in space.ask(brief_changes, entry, back) for change in each.changes
    )
    take(space, entry, back, new, gone)
    assert agenda(space, entry) == [("Moon", [("say", "Keep."), ("say", "Changed."), ("say", "Delete.")])]
    left = [each for each in space.ask(brief_changes, entry, back) if each.any]
    assert keys(*left) == {new, gone}
    assert changed not in keys(*left)
    take(space, entry, back, gone)
    assert agenda(space, entry)[0][1][2] == ("respond", "New.")


def test_items_are_written_renamed_and_deleted(space: Workspace) -> None:
    entry = call(space)
    moon = item(space, entry, "Moon", "One.")
    item(space, entry, "Data", "Two.")
    content = edited(sent(space, entry), ("1  Moon", "1  The Moon"), after=("Two.", "2. Mars"))
    content = edited(content, after=("2. Mars", "Avoid: The price."))
    back = read_brief(without(without(content, "2  Data"), "Two."))
    before = space.ask(contents)
    take(space, entry, back)
    assert agenda(space, entry) == [("The Moon", [("say", "One.")]), ("Mars", [("avoid", "The price.")])]
    assert meeting(space, entry).items[0].id == moon
    space.undo()
    assert space.ask(contents) == before


def test_what_both_sides_changed_is_shown_and_nothing_is_taken_that_is_left(space: Workspace) -> None:
    entry = call(space)
    moon = item(space, entry, "Moon", "Change.", "Delete.")
    change, delete = meeting(space, entry).items[0].points
    back = read_brief(without(edited(sent(space, entry), ("Change.", "Theirs.")), "Delete."))
    space.do("Edit", edit_talking_point, change.id, text="Ours.")
    space.do("Edit", edit_talking_point, delete.id, kind=PointKind.AVOID)
    (section,) = (each for each in space.ask(brief_changes, entry, back) if each.any)
    assert [(each.ours and each.ours.text, each.text, each.conflict) for each in section.changes] == [
        ("Ours.", "Theirs.", True),
        ("Delete.", "Delete.", True),
    ]
    take(space, entry, back, *keys(section))
    assert agenda(space, entry) == [("Moon", [("say", "Ours."), ("avoid", "Delete.")])]
    space.do("Delete", delete_talking_point, change.id)
    (section,) = (each for each in space.ask(brief_changes, entry, back) if each.any)
    assert next((each.kind.value, each.text, each.conflict) for each in section.changes) == (
        "new",
        "Theirs.",
        True,
    )
    space.do("Delete", delete_agenda_item, moon)
    assert next(each.section for each in space.ask(brief_changes, entry, back) if each.any) == AGENDA
    take(space, entry, back)
    assert agenda(space, entry) == [("Moon", [("say", "Theirs.")])]


def test_words_of_a_topic_that_a_desk_changed_stay_as_close_as_the_topic(space: Workspace) -> None:
    entry = call(space)
    topic = space.do("Topic", create_topic, VISIT, title="Launchers", marking=Marking.RESTRICTED)
    found = item(space, entry, "", topic_id=topic)
    space.do("Mark", edit_agenda_item, found, marking=Marking.OFFICIAL_USE)
    back = read_brief(edited(sent(space, entry), ("1  Launchers", "1  Launchers and engines")))
    take(space, entry, back)
    (taken,) = meeting(space, entry).items
    assert (taken.title, taken.marking, taken.topic_id) == (
        "Launchers and engines",
        Marking.RESTRICTED,
        topic,
    )


def test_a_new_point_shows_the_marking_that_it_gets(space: Workspace) -> None:
    entry = call(space)
    found = item(space, entry, "Moon", "One.", intent=Intent.IF_RAISED)
    back = read_brief(edited(sent(space, entry), after=("One.", "Respond: No.")))
    (section,) = (each for each in space.ask(brief_changes, entry, back) if each.any)
    assert (section.section, section.changes[0].marking) == (name_of(found), Marking.RESTRICTED)
    take(space, entry, back)
    assert meeting(space, entry).items[0].points[1].marking is Marking.RESTRICTED


def test_a_point_moves_only_within_its_meeting(space: Workspace) -> None:
    one, other = call(space), call(space)
    item(space, one, "Moon", "One.")
    elsewhere = item(space, other, "Data")
    (point,) = meeting(space, one).items[0].points
    verb = partial(move_talking_point, talking_point_id=point.id, agenda_item_id=elsewhere)
    assert refused(space, verb).code == "reference_missing"
