"""What the next meeting with the same organisation is told: what is continued, what is owed either way."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Entry, Organisation, Precedent, Visit
from app.data.models.base import new_id
from app.domain.words import ActionState, EntryStatus, Intent, Marking, Outcome, Side
from app.planning.verbs.actions import add_action_note, create_action, create_action_at, edit_action
from app.planning.verbs.agenda import add_agenda_item, edit_agenda_item
from app.planning.verbs.continuing import take_over, take_up_promises
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.verbs.people_at import add_person_at
from app.planning.verbs.topics import create_topic, edit_topic, set_topic_organisations, set_topic_precedents
from app.planning.views.continued import continued_items
from app.planning.views.offered import offered_at
from app.planning.views.organisation_page import organisation_page
from app.planning.views.promises import owed_at
from app.planning.views.topics import topic_detail, topic_rows
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, contents
from tests.planning.test_agenda import refused, row, space

__all__ = ["space"]  # the fixture

NOW = datetime(2026, 3, 20, 12)
TODAY = date(2026, 3, 20)


def meet(space: Workspace, day: int, title: str = "Talks", visit: str = VISIT, **more: Any) -> str:
    values: dict[str, Any] = {"start_zone": "Europe/Paris", "end_zone": "Europe/Paris"}
    values |= {"host_organisation_id": "org"} | more
    start = at(1, 9) + timedelta(days=day - 1)
    values |= {"start_wall": start, "end_wall": start + timedelta(hours=1)}
    return space.do("Meet", partial(create_entry, visit_id=visit, title=title, **values))


def next_visit(session: Session) -> str:
    visit = Visit(id=new_id(), title="Next visit", starts_on=date(2026, 9, 1), ends_on=date(2026, 9, 9))
    visit.home_city, visit.home_zone = "Seoul", "Asia/Seoul"
    session.add(visit)
    return visit.id


def more_rows(session: Session) -> None:
    session.add_all(
        [
            Organisation(id="below", name="Centre", acronym="CTR", parent_id="org"),
            Organisation(id="other", name="Other"),
            Precedent(id="precedent", title="Einstein Probe"),
        ]
    )


def discussed(
    space: Workspace, entry: str, outcome: Outcome | None, topic: str | None = None, **more: Any
) -> str:
    item = space.do("Item", partial(add_agenda_item, entry_id=entry, topic_id=topic, **more))
    space.do("Outcome", edit_agenda_item, item, outcome=outcome, outcome_note="Ask again.")
    return item


def offered(space: Workspace, entry: str) -> list[str]:
    return [each.heading for each in space.ask(continued_items, entry)]


def test_what_was_continued_last_is_offered_and_what_was_settled_since_is_not(space: Workspace) -> None:
    data, probe, moon = (
        space.do("T", create_topic, VISIT, title=title) for title in ("Data", "Probe", "Moon")
    )
    first, second = meet(space, 10), meet(space, 12)
    discussed(space, first, Outcome.CONTINUED, data)
    discussed(space, first, Outcome.CONTINUED, probe)
    discussed(space, first, Outcome.DROPPED, moon)
    discussed(space, first, Outcome.CONTINUED, title="Any other  business")
    discussed(space, second, Outcome.AGREED, data)
    discussed(space, second, None, probe)  # it was on the agenda, and nothing was said of what came of it
    third = meet(space, 14)
    assert offered(space, third) == ["Probe", "Any other  business"]
    assert offered(space, first) == []
    space.do("Add", add_agenda_item, third, title="any other business")
    assert offered(space, third) == ["Probe"]
    (found,) = space.ask(continued_items, third)
    assert (found.day, found.meeting, found.outcome_note) == (date(2026, 3, 10), "Talks", "Ask again.")
    space.do("Off", edit_entry, first, status=EntryStatus.CANCELLED)
    assert offered(space, third) == []
    assert refused_view(space, "nothing") == "entry_missing"


def refused_view(space: Workspace, entry: str) -> str:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the code is looked at
        space.ask(continued_items, entry)
    return str(getattr(caught.value, "code", ""))


def test_only_meetings_with_the_same_people_or_those_below_them_count(space: Workspace) -> None:
    space.do("More", more_rows)
    below = meet(space, 10, host_organisation_id="below")
    other = meet(space, 11, host_organisation_id="other")
    discussed(space, below, Outcome.CONTINUED, title="Below")
    discussed(space, other, Outcome.CONTINUED, title="Other")
    assert offered(space, meet(space, 14)) == ["Below"]
    alone = meet(space, 15, host_organisation_id=None)
    assert offered(space, alone) == []
    space.do("Come", partial(add_person_at, entry_id=alone, person_id="person-0", side=Side.OURS))
    assert offered(space, alone) == []


def test_the_next_visit_takes_over_with_a_copy_of_the_topic(space: Workspace) -> None:
    space.do("More", more_rows)
    topic = space.do(
        "T",
        partial(create_topic, visit_id=VISIT, title="Data", ask="All of it", marking=Marking.RESTRICTED),
    )
    space.do("Own", partial(_owned, topic_id=topic))
    space.do("Org", set_topic_organisations, topic, ["org"])
    space.do("Precedent", set_topic_precedents, topic, ["precedent"])
    old = discussed(space, meet(space, 10), Outcome.CONTINUED, topic, minutes=25, intent=Intent.LEAD)
    elsewhere = space.do("Visit", next_visit)
    entry = meet(space, 200, visit=elsewhere)
    before = space.ask(contents)
    (new,) = space.do("Take over", take_over, entry, [old, old])
    (copy,) = space.ask(topic_rows, elsewhere)
    assert (copy.title, copy.ask, copy.marking, copy.owner) == ("Data", "All of it", Marking.RESTRICTED, "")
    detail = space.ask(topic_detail, copy.id)
    assert [each.name for each in detail.organisations] == ["Agency"]
    assert [each.name for each in detail.precedents] == ["Einstein Probe"]
    item = row(space, "agenda_item", new)
    assert (item["minutes"], item["intent"], item["outcome"], item["outcome_note"]) == (
        25,
        Intent.LEAD,
        None,
        "",
    )
    assert row(space, "topic", copy.id)["thread_id"] == row(space, "topic", topic)["thread_id"]
    assert offered(space, entry) == []
    assert space.do("Again", take_over, entry, [old]) == ()
    later = meet(space, 201, visit=elsewhere)
    space.do("Take over", take_over, later, [old])
    assert len(space.ask(topic_rows, elsewhere)) == 1  # the thread is here already
    space.undo()
    space.undo()
    space.undo()
    assert space.ask(contents) == before
    assert refused(space, take_over, entry, ["nothing"]).code == "row_missing"


def _owned(session: Session, topic_id: str) -> None:
    edit_topic(session, topic_id, owner_id="member-1")


def test_on_the_same_visit_the_topic_and_its_speaker_are_the_same(space: Workspace) -> None:
    topic = space.do("T", create_topic, VISIT, title="Data")
    old = discussed(space, meet(space, 10), Outcome.CONTINUED, topic, speaker_id="member-1")
    heading = discussed(space, meet(space, 11), Outcome.CONTINUED, title="AOB")
    new, alone = space.do("Take over", take_over, meet(space, 14), [old, heading])
    assert row(space, "agenda_item", new)["topic_id"] == topic
    assert row(space, "agenda_item", new)["speaker_id"] == "member-1"
    assert row(space, "agenda_item", alone)["title"] == "AOB"


def test_what_is_owed_either_way_and_what_was_promised_last_time(space: Workspace) -> None:
    space.do("More", more_rows)
    elsewhere = space.do("Visit", next_visit)
    first, last, to_come = (
        meet(space, 10),
        meet(space, 12, "Last", host_organisation_id="below"),
        meet(space, 25),
    )

    def promise(text: str, entry: str = first, **more: Any) -> str:
        return space.do("P", partial(create_action_at, entry_id=entry, text=text, **more))

    promise("Theirs, late", owed_by=Side.HOST, due_on=date(2026, 3, 15))
    promise("Theirs, some day", owed_by=Side.HOST)
    kept = promise("Theirs, kept", owed_by=Side.HOST)
    space.do("Kept", edit_action, kept, state=ActionState.DONE)
    ours = promise("Ours", last, due_on=date(2026, 3, 30))
    said = promise("Theirs, said last", last, owed_by=Side.HOST, due_on=date(2026, 3, 14))
    space.do(
        "P", partial(create_action, visit_id=elsewhere, text="From home", counterpart_organisation_id="org")
    )
    space.do(
        "P", partial(create_action, visit_id=VISIT, text="Another’s", counterpart_organisation_id="other")
    )
    for text in ("Began.", "Nearly there."):
        space.do("Note", add_action_note, said, text=text)
    page = space.ask(organisation_page, "org", NOW, TODAY)
    assert [one.text for one in page.promised(Side.HOST, done=False)] == [
        "Theirs, said last",
        "Theirs, late",
        "Theirs, some day",
    ]
    assert [one.text for one in page.promised(Side.OURS, done=False)] == ["Ours", "From home"]
    assert [one.text for one in page.promised(Side.HOST, done=True)] == ["Theirs, kept"]
    assert page.met[0].id == last
    made = {one.id for one in page.promises if one.made_on}
    assert {one.id for one in page.promises if page.of_last_time(one)} == made >= {said, ours}
    assert {one.made_on for one in page.promises} == {date(2026, 3, 10), date(2026, 3, 12), None}
    (line,) = [line for line in space.ask(owed_at, to_come, TODAY) if line.id == said]
    assert (line.progress, line.meeting, line.made_on) == ("Nearly there.", "Last", date(2026, 3, 12))
    assert (line.owner, line.days_left) == ("Centre", -6)
    due = [line.text for line in space.ask(owed_at, to_come, TODAY)]
    assert due == ["Theirs, said last", "Theirs, late", "Theirs, some day"]
    assert "Theirs, late" not in [line.text for line in space.ask(owed_at, first, TODAY)]


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    entry = meet(space, 28)

    def grow(number: int) -> None:
        earlier = meet(space, 2 + number)
        topic = space.do("T", create_topic, VISIT, title=f"Topic {number}")
        discussed(space, earlier, Outcome.CONTINUED, topic)
        promise = partial(create_action_at, entry_id=earlier, text="P", owed_by=Side.HOST)
        space.do("Note", add_action_note, space.do("P", promise), text="Note")

    def counts() -> list[int]:
        statements: list[str] = []

        def heard(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        found = []
        event.listen(space._engine, "before_cursor_execute", heard)
        views: list[Any] = [
            partial(continued_items, entry_id=entry),
            partial(owed_at, entry_id=entry, today=TODAY),
            partial(organisation_page, organisation_id="org", now=NOW, today=TODAY),
        ]
        for view in views:
            statements.clear()
            space.ask(view)
            found.append(len(statements))
        event.remove(space._engine, "before_cursor_execute", heard)
        return found

    grow(0)
    before = counts()
    for number in range(1, 9):
        grow(number)
    assert counts() == before
    assert len(space.ask(owed_at, entry, TODAY)) == 9
    assert len(offered(space, entry)) == 9
    assert space.ask(lambda connection: len(connection.execute(Entry.__table__.select()).all())) == 10


def test_what_was_promised_at_a_later_meeting_is_not_owed_at_an_earlier_one(space: Workspace) -> None:
    first, second, third = (meet(space, day) for day in (10, 12, 14))
    promised = space.do("P", partial(create_action_at, entry_id=second, text="Terms", owed_by=Side.HOST))
    owed = {entry: [line.id for line in space.ask(owed_at, entry, TODAY)] for entry in (first, second, third)}
    assert owed == {first: [], second: [], third: [promised]}


def test_promises_are_taken_up_as_their_topic_or_in_their_own_words(space: Workspace) -> None:
    topic = space.do("T", create_topic, VISIT, title="Data")
    here = meet(space, 10)
    promise = partial(create_action, visit_id=VISIT, owed_by=Side.HOST, owner_organisation_id="org")
    about = space.do("A", partial(promise, text="Send the data", topic_id=topic, marking=Marking.RESTRICTED))
    alone = space.do("B", partial(promise, text="Name a\ncontact"))
    elsewhere = space.do("Visit", next_visit)
    entry = meet(space, 200, visit=elsewhere)
    before = space.ask(contents)
    assert space.ask(offered_at, entry, TODAY).standing == frozenset()
    new, words = space.do("Take", take_up_promises, entry, [about, alone, alone])
    (copy,) = space.ask(topic_rows, elsewhere)
    assert (row(space, "agenda_item", new)["topic_id"], row(space, "agenda_item", new)["title"]) == (
        copy.id,
        "",
    )
    assert row(space, "agenda_item", new)["marking"] is Marking.RESTRICTED
    assert row(space, "agenda_item", words)["title"] == "Name a contact"
    assert space.ask(offered_at, entry, TODAY).standing == {about, alone}
    assert space.ask(offered_at, here, TODAY).standing == frozenset()
    assert space.do("Again", take_up_promises, entry, [about, alone]) == ()
    space.undo()
    assert space.ask(contents) == before
    assert refused(space, take_up_promises, entry, ["nothing"]).code == "row_missing"
