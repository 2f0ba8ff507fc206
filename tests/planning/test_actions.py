"""The verbs and views of actions and topics: markings, refusals, undo, order, and how often is asked."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from app.data.models import Action, Precedent, Visit
from app.data.models.base import new_id
from app.domain.errors import PlanningError
from app.domain.words import ActionState, Intent, Marking, Side
from app.planning.soundness import faults
from app.planning.verbs.actions import (
    add_action_note,
    create_action,
    delete_action,
    delete_action_note,
    edit_action,
    edit_action_note,
)
from app.planning.verbs.agenda import add_agenda_item
from app.planning.verbs.entries import create_entry, delete_entry
from app.planning.verbs.topics import (
    create_topic,
    delete_topic,
    edit_topic,
    order_topics,
    set_topic_organisations,
    set_topic_precedents,
)
from app.planning.views.actions import action_detail, action_rows
from app.planning.views.topics import topic_detail, topic_rows
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner

PARIS = "Europe/Paris"
TODAY = date(2026, 3, 20)


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened
        assert opened.ask(faults) == ()


def call(space: Workspace, title: str = "Call", day: int = 10, **more: Any) -> str:
    values = {"title": title, "start_zone": PARIS, "end_zone": PARIS, **more}
    verb = partial(create_entry, visit_id=VISIT, start_wall=at(day, 9), end_wall=at(day, 10), **values)
    return space.do("New", verb)


def promise(space: Workspace, text: str = "Send the annex", **fields: Any) -> str:
    return space.do("Promise", partial(create_action, visit_id=VISIT, text=text, **fields))


def refused(space: Workspace, verb: Any, *args: Any, **more: Any) -> PlanningError:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Refused", verb, *args, **more)
    assert space.ask(contents) == before
    assert sentence(caught.value) != caught.value.code
    return caught.value


def other_visit(session: Session) -> str:
    visit = Visit(id=new_id(), title="Another", starts_on=date(2027, 1, 1), ends_on=date(2027, 1, 2))
    visit.home_city, visit.home_zone = "Seoul", "Asia/Seoul"
    session.add(visit)
    return visit.id


def test_an_action_is_marked_as_its_entry_else_its_topic_else_its_visit(space: Workspace) -> None:
    entry = call(space, marking=Marking.CONFIDENTIAL)
    topic = space.do("Topic", partial(create_topic, visit_id=VISIT, title="T", marking=Marking.PUBLIC))
    made = [
        promise(space),
        promise(space, topic_id=topic),
        promise(space, topic_id=topic, entry_id=entry),
        promise(space, entry_id=entry, marking=Marking.RESTRICTED),
    ]
    assert [space.ask(action_detail, each).marking for each in made] == [
        Marking.OFFICIAL_USE, Marking.PUBLIC, Marking.CONFIDENTIAL, Marking.RESTRICTED,
    ]  # fmt: skip
    assert [row.id for row in space.ask(action_rows, TODAY, VISIT)] == made


def test_each_verb_is_undone_to_the_same_contents(space: Workspace) -> None:
    action = promise(space, due_on=TODAY)
    note = space.do("Note", add_action_note, action, text="Drafted.")
    acts: list[Any] = [
        partial(create_action, visit_id=VISIT, text="Another"),
        partial(edit_action, action_id=action, state=ActionState.DONE, due_on=None, evidence="Letter"),
        partial(add_action_note, action_id=action, text="Sent."),
        partial(edit_action_note, action_note_id=note, text="Drafted again."),
        partial(delete_action_note, action_note_id=note),
        partial(delete_action, action_id=action),
    ]
    for act in acts:
        before = space.ask(contents)
        space.do("Act", act)
        after = space.ask(contents)
        assert after != before
        space.undo()
        assert space.ask(contents) == before
        space.redo()
        assert space.ask(contents) == after
        space.undo()


def test_what_cannot_be_is_refused(space: Workspace) -> None:
    elsewhere = space.do("Visit", other_visit)
    foreign = space.do("T", partial(create_topic, visit_id=elsewhere, title="Theirs"))
    action = promise(space)
    note = space.do("Note", add_action_note, action, text="Drafted.")
    assert refused(space, create_action, VISIT, text="  ").field == "text"
    assert refused(space, create_action, "nothing", text="x").code == "visit_missing"
    assert refused(space, create_action, VISIT, text="x", topic_id=foreign).code == "reference_missing"
    assert refused(space, create_action, VISIT, text="x", entry_id="nothing").field == "entry_id"
    assert refused(space, edit_action, action, text="").code == "field_empty"
    assert refused(space, edit_action, action, topic_id=foreign).field == "topic_id"
    assert refused(space, edit_action, action, owner_id="nobody").field == "owner_id"
    assert refused(space, edit_action, action, due_on=datetime(2026, 1, 1)).code == "day_unreadable"
    assert refused(space, edit_action, action, state="late").code == "choice_unknown"
    assert refused(space, add_action_note, action, text=" ").code == "field_empty"
    assert refused(space, edit_action_note, note, text=" ").code == "field_empty"
    for verb in (delete_action, delete_action_note):
        assert refused(space, verb, "nothing").code == "row_missing"
    with pytest.raises(TypeError):
        space.do("No", partial(edit_action, action_id=action, position=3))


def test_a_note_bears_the_time_at_which_it_was_made(space: Workspace) -> None:
    action = promise(space)
    before = datetime.now(UTC).replace(tzinfo=None)
    first = space.do("Note", add_action_note, action, text=" Drafted. ")
    second = space.do("Note", add_action_note, action, text="Sent.")
    found = space.ask(action_detail, action).notes
    assert [(note.id, note.text) for note in found] == [(first, "Drafted."), (second, "Sent.")]
    for note in found:
        assert note.noted_at is not None
        assert before - timedelta(seconds=1) <= note.noted_at <= before + timedelta(minutes=1)
    space.do("Edit", edit_action_note, first, text="Written.")
    edited = space.ask(action_detail, action).notes[0]
    assert (edited.text, edited.noted_at) == ("Written.", found[0].noted_at)


def test_an_action_outlives_its_meeting_and_its_topic(space: Workspace) -> None:
    entry = call(space)
    topic = space.do("Topic", create_topic, VISIT, title="Data")
    action = promise(space, entry_id=entry, topic_id=topic)
    before = space.ask(contents)
    assert space.ask(topic_detail, topic).actions[0].text == "Send the annex"
    space.do("Gone", delete_entry, entry)
    space.do("Gone", delete_topic, topic)
    found = space.ask(action_detail, action)
    assert (found.entry_id, found.topic_id, found.meeting, found.topic) == (None, None, "", "")
    space.undo()
    space.undo()
    assert space.ask(contents) == before


def test_rows_tell_what_is_late_and_stand_by_the_day(space: Workspace) -> None:
    entry = call(space, "Talks")
    done = promise(space, "Done", due_on=date(2026, 3, 1), state=ActionState.DONE)
    someday = promise(space, "Some day", owner_organisation_id="org")
    soon = promise(space, "Soon", due_on=date(2026, 3, 25), owner_id="member-1", entry_id=entry)
    late = promise(
        space, "Late", due_on=date(2026, 3, 18), owed_by=Side.HOST, counterpart_organisation_id="org"
    )
    rows = {row.id: row for row in space.ask(action_rows, TODAY, VISIT)}
    assert list(rows) == [late, soon, someday, done]
    assert [(row.days_left, row.overdue, row.closed) for row in rows.values()] == [
        (-2, True, False), (5, False, False), (None, False, False), (-19, False, True),
    ]  # fmt: skip
    assert (rows[late].owed_by, rows[late].counterpart) == (Side.HOST, "AGY")
    assert (rows[soon].owner, rows[soon].meeting) == ("Min Kim 1", "Talks")
    assert (rows[someday].owner, rows[someday].visit) == ("Agency", "Small visit")
    assert [row.id for row in space.ask(action_rows, date(2026, 3, 26), VISIT) if row.overdue] == [late, soon]


def test_actions_of_all_visits_are_those_of_each(space: Workspace) -> None:
    elsewhere = space.do("Visit", other_visit)
    here = promise(space, due_on=date(2026, 5, 1))
    there = space.do("P", partial(create_action, visit_id=elsewhere, text="There", due_on=date(2026, 4, 1)))
    assert [row.id for row in space.ask(action_rows, TODAY)] == [there, here]
    assert [row.id for row in space.ask(action_rows, TODAY, VISIT)] == [here]
    assert space.ask(action_detail, there).visit == "Another"
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(action_detail, "nothing")


def test_topics_stand_in_their_order_with_the_meetings_that_raise_them(space: Workspace) -> None:
    first = space.do("T", partial(create_topic, visit_id=VISIT, title="First", ask="A partner"))
    second = space.do("T", partial(create_topic, visit_id=VISIT, title="Second", owner_id="member-2"))
    late, early = call(space, "Late", 12), call(space, "Early", 11)
    for entry, intent, minutes in ((late, Intent.LEAD, 20), (early, Intent.RAISE, 10)):
        verb = partial(add_agenda_item, entry_id=entry, topic_id=first, intent=intent, minutes=minutes)
        space.do("Add", partial(verb, speaker_id="member-0"))
    space.do("Order", order_topics, VISIT, [second, first])
    rows = space.ask(topic_rows, VISIT)
    assert [(row.title, row.owner, row.ask) for row in rows] == [
        ("Second", "Min Kim 2", ""), ("First", "", "A partner"),
    ]  # fmt: skip
    assert [(each.meeting, each.intent, each.minutes, each.speaker) for each in rows[1].raised] == [
        ("Early", Intent.RAISE, 10, "Min Kim 0"), ("Late", Intent.LEAD, 20, "Min Kim 0"),
    ]  # fmt: skip
    assert (rows[1].minutes, rows[0].raised) == (30, ())


def test_a_topic_tells_all_of_itself(space: Workspace) -> None:
    def precedent(session: Session) -> str:
        session.add(Precedent(id="precedent", title="Einstein Probe", years="2024"))
        return "precedent"

    topic = space.do("T", create_topic, VISIT, title="Data")
    space.do("Edit", partial(edit_topic, topic_id=topic, red_line="No money.", background="Long."))
    space.do("Edit", partial(edit_topic, topic_id=topic, red_line_marking=Marking.CONFIDENTIAL))
    space.do("Org", set_topic_organisations, topic, ["org"])
    space.do("Precedent", set_topic_precedents, topic, [space.do("P", precedent)])
    entry = call(space)
    space.do("Add", partial(add_agenda_item, entry_id=entry, topic_id=topic))
    promise(space, topic_id=topic, owner_organisation_id="org")
    found = space.ask(topic_detail, topic)
    assert (found.red_line, found.red_line_marking) == ("No money.", Marking.CONFIDENTIAL)
    assert (found.background, found.likely_position_marking) == ("Long.", Marking.RESTRICTED)
    assert [(each.name, each.detail) for each in found.organisations] == [("Agency", "AGY")]
    assert [(each.name, each.detail) for each in found.precedents] == [("Einstein Probe", "2024")]
    assert [each.entry_id for each in found.raised] == [entry]
    assert [(each.text, each.owner) for each in found.actions] == [("Send the annex", "Agency")]
    space.do("Gone", delete_topic, topic)
    with pytest.raises(PlanningError, match="row_missing"):
        space.ask(topic_detail, topic)


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    topic = space.do("T", create_topic, VISIT, title="Data")
    action = promise(space, topic_id=topic)
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    def counts() -> list[int]:
        found = []
        event.listen(space._engine, "before_cursor_execute", note)
        views: list[Any] = [
            partial(topic_rows, visit_id=VISIT),
            partial(topic_detail, topic_id=topic),
            partial(action_rows, today=TODAY),
            partial(action_detail, action_id=action),
        ]
        for view in views:
            statements.clear()
            space.ask(view)
            found.append(len(statements))
        event.remove(space._engine, "before_cursor_execute", note)
        return found

    before = counts()
    for number in range(12):
        entry = call(space, f"Call {number}")
        space.do("Add", partial(add_agenda_item, entry_id=entry, topic_id=topic))
        space.do("T", create_topic, VISIT, title=f"Topic {number}")
        promise(space, f"Promise {number}", topic_id=topic, entry_id=entry)
        space.do("Note", add_action_note, action, text=f"Note {number}")
    assert counts() == before


def test_five_thousand_actions_are_read_in_a_blink(tmp_path: Path) -> None:
    common = {"visit_id": VISIT, "due_on": TODAY, "owner_id": "member-0"}
    common |= {"created_at": at(1, 9), "updated_at": at(1, 9), "version": 1}
    rows = [common | {"id": new_id(), "position": n, "text": f"Promise {n}"} for n in range(5_000)]
    with Workspace.open(planner(tmp_path)) as space:
        with space._engine.begin() as connection:  # past the journal: what is measured is the reading
            connection.execute(insert(Action.__table__), rows)
        space.ask(action_rows, TODAY)
        start = process_time()
        assert len(space.ask(action_rows, TODAY)) == 5_000
        assert process_time() - start < 1.0
