"""The verbs and views of records: markings, order, what is refused, what is drafted, how often is asked."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, event, select
from sqlalchemy.orm import Session

from app.data.models import Decision, Organisation, Person, Record, RecordPoint
from app.domain.words import ActionState, Marking, Outcome, Role, Side
from app.planning.verbs.actions import create_action_at, delete_action, edit_action
from app.planning.verbs.agenda import add_agenda_item, delete_agenda_item, edit_agenda_item, tick_agenda_item
from app.planning.verbs.decisions import (
    add_decision,
    delete_decision,
    edit_decision,
    move_decision,
    order_decisions,
)
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.people_at import add_person_at
from app.planning.verbs.records import (
    add_record_point,
    create_record,
    delete_record_point,
    draft_record,
    edit_record_point,
    move_record_point,
    order_record_points,
    set_attended,
)
from app.planning.verbs.topics import create_topic, edit_topic
from app.planning.verbs.visits import edit_visit
from app.planning.views.actions import action_detail
from app.planning.views.promised import Promised
from app.planning.views.record import Noted, RecordAt, Taken, record_at
from app.planning.workspace import Workspace
from app.wording.minutes import draft_memorandum, draft_readout
from tests.helpers.planner import VISIT, contents
from tests.planning.test_agenda import call, refused, row, space

__all__ = ["space"]  # the fixture


def note(
    space: Workspace, entry: str, text: str = "They agree.", item: str | None = None, **more: Any
) -> str:
    return space.do("Note", add_record_point, entry, text=text, agenda_item_id=item, **more)


def agree(space: Workspace, entry: str, text: str = "A group meets.", item: str | None = None) -> str:
    return space.do("Agree", add_decision, entry, text=text, agenda_item_id=item)


def item_at(space: Workspace, entry: str, title: str = "Data", **more: Any) -> str:
    return space.do("Item", add_agenda_item, entry, title=title, **more)


def record(space: Workspace, entry: str) -> RecordAt:
    return space.ask(record_at, entry)


def test_a_record_is_made_with_the_first_point_and_is_marked_as_its_meeting(space: Workspace) -> None:
    entry = call(space, marking=Marking.RESTRICTED)
    before = space.ask(contents)
    assert (record(space, entry).record_id, record(space, entry).marking) == (None, Marking.RESTRICTED)
    note(space, entry)
    found = record(space, entry)
    assert (found.marking, found.readout_marking) == (Marking.RESTRICTED, Marking.OFFICIAL_USE)
    space.undo()
    assert space.ask(contents) == before
    made = space.do("Write", create_record, entry, memorandum=" Both sides spoke. ")
    assert space.do("Write", create_record, entry, readout="They met.") == made
    found = record(space, entry)
    assert (found.record_id, found.memorandum, found.readout) == (made, "Both sides spoke.", "They met.")
    assert refused(space, create_record, entry, marking=9).code == "choice_unknown"
    assert refused(space, create_record, "nothing", readout="x").code == "entry_missing"


def test_a_point_and_a_decision_are_marked_as_their_item_or_their_meeting(space: Workspace) -> None:
    entry = call(space, marking=Marking.PUBLIC)
    item = item_at(space, entry, marking=Marking.CONFIDENTIAL)
    for table, verb in (("record_point", note), ("decision", agree)):
        assert row(space, table, verb(space, entry))["marking"] is Marking.PUBLIC
        assert row(space, table, verb(space, entry, item=item))["marking"] is Marking.CONFIDENTIAL
    chosen = note(space, entry, item=item, marking=Marking.PUBLIC)
    assert row(space, "record_point", chosen)["marking"] is Marking.PUBLIC


def test_points_stand_in_order_under_their_item_and_go_to_another(space: Workspace) -> None:
    entry = call(space)
    one, two = item_at(space, entry), item_at(space, entry, "Probe", marking=Marking.RESTRICTED)
    first, second = (note(space, entry, text, one) for text in "ab")
    alone = note(space, entry, "c")
    own = record(space, entry).record_id or ""
    space.do("Order", order_record_points, own, one, [second])
    assert texts(record(space, entry)) == [["b", "a"], [], ["c"]]
    assert refused(space, order_record_points, own, one, [alone]).code == "row_missing"
    for point in (first, alone):
        space.do("Move", move_record_point, point, agenda_item_id=two)
    assert texts(record(space, entry)) == [["b"], ["a", "c"], []]
    assert row(space, "record_point", first)["marking"] is Marking.RESTRICTED
    space.do("Move", move_record_point, first, agenda_item_id=None)
    assert row(space, "record_point", first)["marking"] is Marking.RESTRICTED
    space.do("Edit", edit_record_point, second, text=" B ", marking=Marking.PUBLIC)
    space.do("Delete", delete_record_point, alone)
    assert texts(record(space, entry)) == [["B"], [], ["a"]]


def texts(found: RecordAt) -> list[list[str]]:
    return [[point.text for point in taken.points] for taken in found.all]


def test_decisions_are_ordered_moved_changed_and_deleted(space: Workspace) -> None:
    entry = call(space)
    item = item_at(space, entry, marking=Marking.RESTRICTED)
    one, two = agree(space, entry, "a"), agree(space, entry, "b")
    space.do("Order", order_decisions, entry, None, [two, one])
    assert [each.text for each in record(space, entry).alone.decisions] == ["b", "a"]
    space.do("Move", move_decision, one, agenda_item_id=item)
    space.do("Edit", edit_decision, one, text="A")
    (taken,) = record(space, entry).items
    assert taken.decisions == (Noted(one, "A", Marking.RESTRICTED),)
    space.do("Delete", delete_decision, two)
    assert record(space, entry).alone.empty
    assert refused(space, edit_decision, one, text=" ").field == "text"


def test_decisions_are_ordered_within_their_item_alone(space: Workspace) -> None:
    entry = call(space)
    one, two = item_at(space, entry), item_at(space, entry, "Probe")
    a1, b1, b2, a2 = (
        agree(space, entry, text, item) for text, item in (("a1", one), ("b1", two), ("b2", two), ("a2", one))
    )
    alone = agree(space, entry, "c")
    before = [row(space, "decision", each)["position"] for each in (a1, a2, alone)]
    space.do("Order", order_decisions, entry, two, [b2, b1])
    assert agreed(space, entry) == [["a1", "a2"], ["b2", "b1"], ["c"]]
    assert [row(space, "decision", each)["position"] for each in (a1, a2, alone)] == before
    assert refused(space, order_decisions, entry, two, [a1]).code == "row_missing"
    assert refused(space, order_decisions, "nothing", two, [b1]).code == "entry_missing"
    space.do("Move", move_decision, a1, agenda_item_id=two)
    assert agreed(space, entry) == [["a2"], ["b2", "b1", "a1"], ["c"]]
    space.do("Move", move_decision, b1, agenda_item_id=two)
    assert agreed(space, entry) == [["a2"], ["b2", "b1", "a1"], ["c"]]


def agreed(space: Workspace, entry: str) -> list[list[str]]:
    return [[each.text for each in taken.decisions] for taken in record(space, entry).all]


def test_what_is_not_on_this_agenda_is_refused(space: Workspace) -> None:
    entry, other = call(space), call(space, "Other")
    foreign = item_at(space, other)
    point, decision = note(space, entry), agree(space, entry)
    for verb in (add_record_point, add_decision, create_action_at):
        found = refused(space, verb, entry, text="x", agenda_item_id=foreign)
        assert (found.code, found.field) == ("reference_missing", "agenda_item_id")
        assert refused(space, verb, entry, text=" ").field == "text"
        assert refused(space, verb, "nothing", text="x").code == "entry_missing"
    assert refused(space, move_record_point, point, agenda_item_id=foreign).code == "reference_missing"
    assert refused(space, move_decision, decision, agenda_item_id="nothing").code == "reference_missing"


def test_what_was_said_outlives_its_item(space: Workspace) -> None:
    entry = call(space)
    item = item_at(space, entry)
    note(space, entry, "a", item)
    agree(space, entry, "b", item)
    space.do("Gone", delete_agenda_item, item)
    alone = record(space, entry).alone
    assert ([each.text for each in alone.points], [each.text for each in alone.decisions]) == (["a"], ["b"])


def test_a_promise_at_a_meeting_knows_who_owes_it_to_whom_and_where_it_was_made(space: Workspace) -> None:
    home = space.do("Home", organisation)
    space.do("Visit", edit_visit, VISIT, organisation_id=home)
    entry = call(space, host_organisation_id="org")
    topic = space.do("T", create_topic, VISIT, title="Data", marking=Marking.PUBLIC)
    item = space.do("Add", add_agenda_item, entry, topic_id=topic, marking=Marking.RESTRICTED)
    made = partial(create_action_at, entry_id=entry, agenda_item_id=item)
    ours = space.do("P", partial(made, text="Send it", owner_id="member-1", due_on=date(2026, 4, 1)))
    theirs = space.do("P", partial(made, text="Answer", owed_by=Side.HOST))
    found = space.ask(action_detail, ours)
    assert (found.owner, found.counterpart, found.topic) == ("Min Kim 1", "Agency", "Data")
    assert (found.entry_id, found.due_on, found.marking) == (entry, date(2026, 4, 1), Marking.RESTRICTED)
    found = space.ask(action_detail, theirs)
    assert (found.owner_organisation, found.counterpart) == ("Agency", "Home")
    bare = space.do("I", partial(add_agenda_item, entry_id=entry, title="Any other business"))
    there = space.do(
        "P", partial(create_action_at, entry_id=entry, agenda_item_id=bare, text="Under no topic")
    )
    taken = next(each for each in space.ask(record_at, entry).items if each.id == bare)
    assert [each.id for each in taken.promises] == [there]  # an item without a topic keeps it, too
    space.do("E", partial(edit_action, action_id=there, entry_id=None))
    space.do("E", partial(edit_action, action_id=there, entry_id=entry))
    assert [each.id for each in record(space, entry).alone.promises] == [there]
    space.do("D", delete_action, there)
    alone = space.do("P", partial(create_action_at, entry_id=entry, text="Call"))
    at = record(space, entry)
    assert [each.id for each in at.items[0].promises] == [ours, theirs]
    assert [each.id for each in at.alone.promises] == [alone]
    assert (at.items[0].promises[1].owner, at.items[0].promises[1].counterpart) == ("Agency", "Home")


def organisation(session: Session) -> str:
    session.add(Organisation(id="home", name="Home"))
    return "home"


def host(session: Session) -> str:
    session.add(Person(id="host", family_name="Lee", given_name="Ann"))
    return "host"


def test_who_was_there_is_noted_of_several_at_once(space: Workspace) -> None:
    entry = call(space)
    there = [
        space.do("Come", partial(add_person_at, entry_id=entry, person_id=f"person-{n}", side=Side.OURS))
        for n in range(3)
    ]
    space.do("There", set_attended, there, attended=True)
    space.do("Away", set_attended, there[1:2], attended=False)
    found = record(space, entry)
    assert [person.attended for person in found.entry.people] == [True, False, True]
    assert [person.id for person in found.there(Side.OURS)] == [there[0], there[2]]
    assert refused(space, set_attended, ["nothing"], attended=True).code == "participant_missing"


def full(space: Workspace) -> str:
    """A meeting with a topic of each marking, and under each a point, a decision and a promise."""
    entry = call(space, "Talks", place_id="place-0")
    for person, side in (("person-0", Side.OURS), (space.do("Host", host), Side.HOST)):
        space.do(
            "Come",
            partial(add_person_at, entry_id=entry, person_id=person, side=side, role=Role.HEAD),
        )
    for marking in Marking:
        topic = space.do("T", create_topic, VISIT, title=f"Topic {marking.name}", marking=marking)
        item = space.do("Add", add_agenda_item, entry, topic_id=topic)
        note(space, entry, f"Point {marking.name}", item)
        agree(space, entry, f"Decision {marking.name}", item)
        space.do(
            "P",
            partial(create_action_at, entry_id=entry, text=f"Promise {marking.name}", agenda_item_id=item),
        )
        space.do("O", edit_agenda_item, item, outcome=Outcome.CONTINUED, outcome_note=f"Note {marking.name}")
    return entry


def test_the_memorandum_is_drafted_from_all_and_marked_as_the_closest_of_it(space: Workspace) -> None:
    found = draft_memorandum(record(space, full(space)))
    assert found.marking is Marking.CONFIDENTIAL
    for marking in Marking:
        for what in ("Topic", "Point", "Decision", "Promise", "Note"):
            assert f"{what} {marking.name}" in found.text
    assert found.text.startswith(
        "Talks, Tuesday 10 March 2026, Place 0.\nOur side: Min Kim 0.\nHost side: Ann Lee."
    )
    assert "Agreed: Decision PUBLIC" in found.text
    assert "Outcome: Continued. Note PUBLIC" in found.text


def test_those_also_present_are_told_under_the_list_and_held_as_close_as_the_record(space: Workspace) -> None:
    entry = call(space, "Talks", marking=Marking.PUBLIC)
    space.do("Come", partial(add_person_at, entry_id=entry, person_id="person-0", side=Side.OURS))
    space.do("Write", create_record, entry, present="Two guests.", marking=Marking.CONFIDENTIAL)
    found = draft_memorandum(record(space, entry))
    assert found.text.splitlines()[1:3] == ["Our side: Min Kim 0.", "Two guests."]
    assert found.marking is Marking.CONFIDENTIAL


@pytest.mark.parametrize("words", [{"present": "Two guests."}, {"memorandum": "By hand."}, {}])
def test_a_draft_never_lowers_the_marking_of_a_record(space: Workspace, words: dict[str, str]) -> None:
    entry = call(space, marking=Marking.PUBLIC)
    space.do("Write", create_record, entry, marking=Marking.CONFIDENTIAL, **words)
    made = space.do("Draft", partial(draft_record, entry_id=entry, memorandum="d", marking=Marking.PUBLIC))
    found = record(space, entry)
    assert (found.record_id, found.memorandum, found.marking) == (made, "d", Marking.CONFIDENTIAL)
    space.do("Lower", create_record, entry, marking=Marking.PUBLIC)
    space.do("Draft", partial(draft_record, entry_id=entry, memorandum="e", marking=Marking.RESTRICTED))
    assert record(space, entry).marking is Marking.RESTRICTED


def test_the_readout_is_drafted_from_public_words_only(space: Workspace) -> None:
    entry = full(space)
    found = draft_readout(record(space, entry))
    assert found.marking is Marking.OFFICIAL_USE  # as the meeting, of which the first line tells
    assert found.left_out == 6  # a topic and a decision of each of three markings
    first, *rest = found.text.splitlines()
    assert first == "Min Kim 0, met Ann Lee, on Tuesday 10 March 2026 at Place 0."
    assert rest == ["", "They talked about:", "- Topic PUBLIC", "", "They agreed:", "- Decision PUBLIC"]
    space.do("Open", edit_entry, entry, marking=Marking.PUBLIC)
    assert draft_readout(record(space, entry)).marking is Marking.PUBLIC
    space.do("Close", edit_entry, entry, marking=Marking.RESTRICTED)
    assert draft_readout(record(space, entry)).text == ""


def test_a_promise_goes_into_a_readout_where_it_is_public_and_agreed(space: Workspace) -> None:
    entry = call(space)
    topic = space.do("T", create_topic, VISIT, title="Data", marking=Marking.PUBLIC)
    item = space.do("Add", add_agenda_item, entry, topic_id=topic)
    made = []
    for text, under, marking in (
        ("Meet in May", item, Marking.PUBLIC),
        ("Ask the ministry", item, Marking.OFFICIAL_USE),
        ("Call them", None, Marking.PUBLIC),
    ):
        made.append(space.do("P", partial(create_action_at, entry_id=entry, text=text, agenda_item_id=under)))
        space.do("Mark", edit_action, made[-1], marking=marking)

    def said() -> list[str]:
        return draft_readout(record(space, entry)).text.splitlines()[1:]

    assert said() == []
    space.do("O", edit_agenda_item, item, outcome=Outcome.AGREED)
    assert said() == ["", "They talked about:", "- Data", "", "Next:", "- Meet in May"]
    space.do("D", edit_action, made[0], state=ActionState.DROPPED)
    assert said() == ["", "They talked about:", "- Data"]


def test_a_readout_tells_only_of_what_was_talked_of(space: Workspace) -> None:
    entry = call(space)
    left, ticked, noted, decided, ended = (
        item_at(space, entry, f"Item {n}", marking=Marking.PUBLIC) for n in range(5)
    )
    assert "They talked about" not in draft_readout(record(space, entry)).text
    space.do("Tick", tick_agenda_item, ticked, ticked=True)
    note(space, entry, item=noted)
    agree(space, entry, item=decided)
    space.do("P", partial(create_action_at, entry_id=entry, text="Promise", agenda_item_id=left))
    space.do("O", edit_agenda_item, ended, outcome=Outcome.DROPPED)
    lines = draft_readout(record(space, entry)).text.splitlines()
    assert [line for line in lines if line.startswith("- Item")] == [f"- Item {n}" for n in range(1, 5)]


def test_a_heading_is_as_close_as_the_topic_whose_title_it_is(space: Workspace) -> None:
    entry = call(space)
    topic = space.do("T", create_topic, VISIT, title="Secret title", marking=Marking.PUBLIC)
    item = space.do("Add", add_agenda_item, entry, topic_id=topic, marking=Marking.PUBLIC)
    note(space, entry, item=item)
    assert "Secret title" in draft_readout(record(space, entry)).text
    space.do("Close", edit_topic, topic, marking=Marking.CONFIDENTIAL)
    assert "Secret title" not in draft_readout(record(space, entry)).text
    assert draft_memorandum(record(space, entry)).marking is Marking.CONFIDENTIAL


MARKED = st.sampled_from(Marking)


@st.composite
def taken(draw: st.DrawFn, number: int) -> Taken:
    """What came of an item; each word names its marking."""

    def words(kind: str) -> tuple[Noted, ...]:
        marks = draw(st.lists(MARKED, max_size=3))
        return tuple(Noted(f"{kind}{n}", f"<{kind} {mark.name}>", mark) for n, mark in enumerate(marks))

    heading, own = draw(MARKED), draw(MARKED)
    promises = tuple(
        Promised("p", f"<promise {mark.name}>", Side.OURS, "", "", None, ActionState.OPEN, mark)
        for mark in draw(st.lists(MARKED, max_size=2))
    )
    return Taken(
        id=f"item-{number}",
        heading=f"<heading {heading.name}>",
        heading_marking=heading,
        marking=own,
        outcome=draw(st.sampled_from([None, *Outcome])),
        outcome_note=draw(st.sampled_from(["", f"<note {own.name}>"])),
        points=words("point"),
        decisions=words("decision"),
        promises=promises,
    )


def test_no_draft_holds_a_word_above_its_marking(space: Workspace) -> None:
    empty = record(space, call(space, marking=Marking.PUBLIC))

    @given(st.lists(taken(0), max_size=4))
    def check(items: list[Taken]) -> None:
        found = replace(empty, items=tuple(items))
        readout, memorandum = draft_readout(found), draft_memorandum(found)
        assert readout.marking is Marking.PUBLIC
        for draft in (readout, memorandum):
            named = [mark for mark in Marking if f" {mark.name}>" in draft.text]
            assert max(named, default=Marking.PUBLIC) <= draft.marking
        for each in items:
            for words in (*each.points, *each.decisions):
                assert words.text in memorandum.text
            for promise in each.promises:
                assert promise.text in memorandum.text

    check()


def rows(connection: Connection) -> int:
    return sum(len(connection.execute(select(kind.id)).all()) for kind in (Record, RecordPoint, Decision))


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    entry = call(space)

    def grow(number: int) -> None:
        item = item_at(space, entry, f"Item {number}")
        note(space, entry, "Point", item)
        agree(space, entry, "Decision", item)
        space.do("P", partial(create_action_at, entry_id=entry, text="Promise"))

    def count() -> int:
        statements: list[str] = []

        def heard(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        event.listen(space._engine, "before_cursor_execute", heard)
        record(space, entry)
        event.remove(space._engine, "before_cursor_execute", heard)
        return len(statements)

    grow(0)
    before = count()
    for number in range(1, 9):
        grow(number)
    assert count() == before
    assert space.ask(rows) == 1 + 9 + 9


def test_a_record_of_nothing_is_refused(space: Workspace) -> None:
    with pytest.raises(Exception, match="entry_missing"):
        record(space, "nothing")
