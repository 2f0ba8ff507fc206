"""The dossier of a topic over all visits, and the precedents suggested to it."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Organisation, Precedent, PrecedentParty
from app.domain.words import Area, EntryStatus, Intent, Outcome, Side
from app.planning.verbs.actions import create_action, create_action_at
from app.planning.verbs.agenda import edit_agenda_item
from app.planning.verbs.continuing import take_over
from app.planning.verbs.decisions import add_decision
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.records import add_record_point
from app.planning.verbs.topics import create_topic, set_topic_organisations, set_topic_precedents
from app.planning.views.dossier import topic_dossier
from app.planning.views.suggested import suggested_precedents
from app.planning.views.topics import topic_rows
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.wording.suggested import why
from tests.helpers.planner import VISIT, planner
from tests.planning.test_agenda import space
from tests.planning.test_promises import discussed, meet, next_visit

__all__ = ["space"]  # the fixture


def test_a_dossier_tells_in_order_what_was_said_agreed_and_promised_over_all_visits(space: Workspace) -> None:
    topic = space.do("T", create_topic, VISIT, title="Data")
    other = space.do("T", create_topic, VISIT, title="Other")
    elsewhere = space.do("Visit", next_visit)
    later = meet(space, 200, "Later", visit=elsewhere)
    first = meet(space, 10, "First")
    item = discussed(space, first, Outcome.CONTINUED, topic, intent=Intent.LEAD, speaker_id="member-1")
    beside = discussed(space, first, Outcome.AGREED, other)
    for on, text in ((item, "They want more."), (beside, "Not this.")):
        space.do("Note", add_record_point, first, text=text, agenda_item_id=on)
        space.do("Agree", add_decision, first, text=text, agenda_item_id=on)
    promise = partial(create_action_at, entry_id=first, agenda_item_id=item)
    space.do("P", partial(promise, text="Ours"))
    space.do("P", partial(promise, text="Theirs", owed_by=Side.HOST))
    (new,) = space.do("Take over", take_over, later, [item])
    space.do("P", partial(create_action, visit_id=VISIT, text="Found later", topic_id=topic))
    found = space.ask(topic_dossier, topic)
    assert [(each.visit, each.title) for each in found.taken_up] == [
        ("Small visit", "Data"),
        ("Next visit", "Data"),
    ]
    assert [(each.meeting, each.visit, each.day) for each in found.occasions] == [
        ("First", "Small visit", date(2026, 3, 10)),
        ("Later", "Next visit", date(2026, 9, 16)),
    ]
    said, silent = found.occasions
    assert (said.host, said.speaker, said.intent, said.outcome_note) == (
        "AGY",
        "Min Kim 1",
        Intent.LEAD,
        "Ask again.",
    )
    assert [each.text for each in (*said.points, *said.decisions)] == ["They want more."] * 2
    assert [each.text for each in said.promises] == ["Ours", "Theirs"]
    assert (silent.id, silent.silent, said.silent) == (new, True, False)
    assert [each.text for each in found.elsewhere] == ["Found later"]
    assert [each.text for each in found.promises(Side.OURS)] == ["Ours", "Found later"]
    assert [each.text for each in found.promises(Side.HOST)] == ["Theirs"]
    copy = found.taken_up[1].id
    assert space.ask(topic_dossier, copy).occasions == found.occasions
    space.do("Off", edit_entry, first, status=EntryStatus.CANCELLED)
    assert space.ask(topic_dossier, topic).occasions[0].called_off
    with pytest.raises(Exception, match="row_missing"):
        space.ask(topic_dossier, "nothing")


def test_a_topic_twice_on_one_agenda_has_its_promises_once(space: Workspace) -> None:
    topic = space.do("T", create_topic, VISIT, title="Data")
    entry = meet(space, 10)
    first, second = (discussed(space, entry, None, topic) for _number in range(2))
    space.do("P", partial(create_action_at, entry_id=entry, agenda_item_id=second, text="Ours"))
    found = space.ask(topic_dossier, topic).occasions
    assert [(each.id, len(each.promises)) for each in found] == [(first, 0), (second, 1)]


def precedents(session: Session) -> None:
    session.add(Organisation(id="esa", name="European Space Agency", acronym="ESA"))
    for key, area, years in (
        ("with both", Area.POLICY, "2010"),
        ("with one", Area.TECHNOLOGY, "2020"),
        ("in the area", Area.TECHNOLOGY, "2024"),
        ("nothing", Area.POLICY, "2024"),
        ("known", Area.TECHNOLOGY, "2024"),
    ):
        session.add(Precedent(id=key, title=key, area=area, years=years))
    for key, organisation in (("with both", "org"), ("with both", "esa"), ("with one", "esa")):
        session.add(PrecedentParty(precedent_id=key, organisation_id=organisation))


def test_precedents_are_suggested_with_the_reason(space: Workspace) -> None:
    space.do("Rows", precedents)
    topic = space.do("T", partial(create_topic, visit_id=VISIT, title="Data", area=Area.TECHNOLOGY))
    space.do("Org", set_topic_organisations, topic, ["esa"])
    space.do("Known", set_topic_precedents, topic, ["known"])
    found = space.ask(suggested_precedents, topic)
    assert [each.title for each in found] == ["with one", "with both", "in the area"]
    discussed(space, meet(space, 10), None, topic)  # the host of a meeting is a partner too
    found = space.ask(suggested_precedents, topic)
    assert [(each.title, why(each)) for each in found] == [
        ("with both", "with AGY and ESA"),
        ("with one", "with ESA, in the same area"),
        ("in the area", "in the same area"),
    ]
    with pytest.raises(Exception, match="row_missing"):
        space.ask(suggested_precedents, "nothing")


def test_each_topic_of_the_sample_has_a_dossier(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        rows = space.ask(topic_rows, space.ask(the_visit, None))
        found = [space.ask(topic_dossier, row.id) for row in rows]
        assert [len(each.occasions) for each in found] == [len(row.raised) for row in rows]
        assert sum(len(each.promises(side)) for each in found for side in Side) >= 10
        assert any(space.ask(suggested_precedents, row.id) for row in rows)


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    space.do("Rows", precedents)
    topic = space.do("T", create_topic, VISIT, title="Data")

    def grow(number: int) -> None:
        entry = meet(space, 2 + number)
        item = discussed(space, entry, Outcome.CONTINUED, topic)
        space.do("Note", add_record_point, entry, text="Point", agenda_item_id=item)
        space.do("P", partial(create_action_at, entry_id=entry, agenda_item_id=item, text="P"))
        space.do("Outcome", edit_agenda_item, item, outcome_note="More.")

    def counts() -> list[int]:
        statements: list[str] = []

        def heard(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        found = []
        event.listen(space._engine, "before_cursor_execute", heard)
        for view in (topic_dossier, suggested_precedents):
            statements.clear()
            asked: Any = view
            space.ask(asked, topic)
            found.append(len(statements))
        event.remove(space._engine, "before_cursor_execute", heard)
        return found

    grow(0)
    before = counts()
    for number in range(1, 9):
        grow(number)
    assert counts() == before
