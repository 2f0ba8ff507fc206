"""The verbs of agendas and talking points: markings, order, minutes, refusals, and that all is undone."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.data.models import AgendaItem, Member, TalkingPoint, Topic
from app.domain.errors import PlanningError
from app.domain.words import Intent, Marking, PointKind
from app.planning.new_topic import put_new_topic
from app.planning.sample import sample_document
from app.planning.soundness import faults
from app.planning.verbs.agenda import (
    add_agenda_item,
    delete_agenda_item,
    edit_agenda_item,
    move_agenda_item,
    order_agenda,
    tick_agenda_item,
)
from app.planning.verbs.entries import create_entry
from app.planning.verbs.exchange import load_visit
from app.planning.verbs.points import (
    add_talking_point,
    delete_talking_point,
    edit_talking_point,
    order_talking_points,
)
from app.planning.verbs.topics import create_topic, delete_topic
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner

PARIS = "Europe/Paris"


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened
        assert opened.ask(faults) == ()


def call(space: Workspace, title: str = "Call", **more: Any) -> str:
    return space.do(
        "New",
        partial(
            create_entry,
            visit_id=VISIT,
            title=title,
            start_wall=at(10, 9),
            start_zone=PARIS,
            end_wall=at(10, 10),
            end_zone=PARIS,
            **more,
        ),
    )


def order(connection: Connection, /, kind: type[Any], **where: str) -> list[str]:
    columns = kind.__table__.c
    query = select(columns.id).where(*(columns[name] == value for name, value in where.items()))
    return list(connection.execute(query.order_by(columns.position, columns.id)).scalars())


def row(space: Workspace, table: str, row_id: str) -> dict[str, Any]:
    return next(each for each in space.ask(contents)[table] if each["id"] == row_id)


def refused(space: Workspace, verb: Any, *args: Any, **more: Any) -> PlanningError:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Refused", verb, *args, **more)
    assert space.ask(contents) == before
    assert sentence(caught.value) != caught.value.code
    return caught.value


def test_an_item_takes_the_marking_of_its_topic_or_of_the_meeting(space: Workspace) -> None:
    entry = call(space, marking=Marking.RESTRICTED)
    topic = space.do("Topic", create_topic, VISIT, title="Lunar data", marking=Marking.PUBLIC)
    about = space.do("Add", add_agenda_item, entry, topic_id=topic, intent=Intent.LEAD)
    heading = space.do("Add", add_agenda_item, entry, title="Any other business")
    assert row(space, "agenda_item", about)["marking"] is Marking.PUBLIC
    assert row(space, "agenda_item", heading)["marking"] is Marking.RESTRICTED
    assert space.ask(order, AgendaItem, entry_id=entry) == [about, heading]


def test_a_topic_that_comes_to_mind_is_made_and_put_there_in_one_step(space: Workspace) -> None:
    entry = call(space)
    before = space.ask(contents)
    item = space.do("New", partial(put_new_topic, entry_id=entry, title="Antenna time"))
    found = row(space, "agenda_item", item)
    assert row(space, "topic", found["topic_id"])["title"] == "Antenna time"
    space.undo()
    assert space.ask(contents) == before


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({}, "field_empty", "title"),
        ({"title": "  "}, "field_empty", "title"),
        ({"title": "x", "minutes": -1}, "number_out_of_range", "minutes"),
        ({"title": "x", "minutes": 601}, "number_out_of_range", "minutes"),
        ({"title": "x", "intent": "shout"}, "choice_unknown", "intent"),
        ({"title": "x", "speaker_id": "nobody"}, "reference_missing", "speaker_id"),
        ({"topic_id": "nothing"}, "reference_missing", "topic_id"),
    ],
)
def test_what_does_not_belong_on_an_agenda_is_refused(
    space: Workspace, fields: dict[str, Any], code: str, field: str
) -> None:
    error = refused(space, add_agenda_item, call(space), **fields)
    assert (error.code, error.field) == (code, field)


def test_the_most_minutes_are_taken(space: Workspace) -> None:
    entry = call(space)
    for minutes in (0, 600):
        item = space.do("Add", add_agenda_item, entry, title="x", minutes=minutes)
        assert row(space, "agenda_item", item)["minutes"] == minutes


def _elsewhere(session: Session) -> str:
    """Load another visit and return one of its members."""
    visit = load_visit(session, sample_document())
    session.flush()
    return str(session.scalars(select(Member.id).where(Member.visit_id == visit)).first())


def test_who_leads_is_a_member_of_the_visit(space: Workspace) -> None:
    entry = call(space)
    item = space.do("Add", add_agenda_item, entry, title="x")
    stranger = space.do("Load", _elsewhere)
    assert refused(space, edit_agenda_item, item, speaker_id=stranger).field == "speaker_id"
    space.do("Lead", edit_agenda_item, item, speaker_id="member-1")
    assert row(space, "agenda_item", item)["speaker_id"] == "member-1"


def test_items_are_put_in_order_and_move_to_another_meeting_with_their_points(space: Workspace) -> None:
    first, second = call(space), call(space, "Lunch talk")
    one, two, three = (space.do("Add", add_agenda_item, first, title=name) for name in "abc")
    other = space.do("Add", add_agenda_item, second, title="d")
    point = space.do("Say", add_talking_point, two, text="We agree.")
    space.do("Order", order_agenda, first, [three, one])
    assert space.ask(order, AgendaItem, entry_id=first) == [three, one, two]
    assert refused(space, order_agenda, first, [other]).code == "row_missing"
    before = space.ask(contents)
    space.do("Move", partial(move_agenda_item, agenda_item_id=two, entry_id=second))
    assert space.ask(order, AgendaItem, entry_id=second) == [other, two]
    assert space.ask(order, TalkingPoint, agenda_item_id=two) == [point]
    assert refused(space, move_agenda_item, two, entry_id="nothing").code == "entry_missing"
    space.undo()
    assert space.ask(contents) == before


def test_an_item_goes_with_its_points_and_comes_back_with_them(space: Workspace) -> None:
    item = space.do("Add", add_agenda_item, call(space), title="a")
    for text in ("One.", "Two."):
        space.do("Say", add_talking_point, item, text=text)
    before = space.ask(contents)
    space.do("Delete", delete_agenda_item, item)
    assert space.ask(contents)["talking_point"] == []
    space.undo()
    assert space.ask(contents) == before
    assert refused(space, delete_agenda_item, "nothing").code == "row_missing"


def test_a_point_is_marked_as_its_item_and_closer_where_we_only_answer(space: Workspace) -> None:
    entry = call(space)
    said = space.do("Add", add_agenda_item, entry, title="a", marking=Marking.PUBLIC)
    asked = space.do("Add", add_agenda_item, entry, title="b", intent=Intent.IF_RAISED)
    secret = space.do(
        "Add", add_agenda_item, entry, title="c", intent=Intent.IF_RAISED, marking=Marking.CONFIDENTIAL
    )
    found = [
        row(space, "talking_point", space.do("Say", add_talking_point, item, text="Yes."))["marking"]
        for item in (said, asked, secret)
    ]
    assert found == [Marking.PUBLIC, Marking.RESTRICTED, Marking.CONFIDENTIAL]


def test_points_are_changed_ordered_and_deleted(space: Workspace) -> None:
    item = space.do("Add", add_agenda_item, call(space), title="a")
    one, two, three = (space.do("Say", add_talking_point, item, text=text) for text in "abc")
    space.do("Order", order_talking_points, item, [two])
    assert space.ask(order, TalkingPoint, agenda_item_id=item) == [two, one, three]
    space.do("Edit", edit_talking_point, one, kind=PointKind.AVOID, text=" Money ")
    found = row(space, "talking_point", one)
    assert (found["kind"], found["text"]) == (PointKind.AVOID, "Money")
    assert refused(space, edit_talking_point, one, text=" ").field == "text"
    space.do("Delete", delete_talking_point, two)
    assert space.ask(order, TalkingPoint, agenda_item_id=item) == [one, three]


def test_an_item_outlives_its_topic_under_its_title_and_as_closely_held(space: Workspace) -> None:
    topic = space.do("Topic", create_topic, VISIT, title="Lunar data", marking=Marking.CONFIDENTIAL)
    item = space.do("Add", add_agenda_item, call(space), topic_id=topic, marking=Marking.PUBLIC)
    before = space.ask(contents)
    space.do("Delete", delete_topic, topic)
    found = row(space, "agenda_item", item)
    assert (found["title"], found["topic_id"]) == ("Lunar data", None)
    assert found["marking"] is Marking.CONFIDENTIAL
    space.undo()
    assert space.ask(contents) == before


def test_a_topic_takes_the_marking_of_the_visit_and_guards_what_is_only_ours(space: Workspace) -> None:
    topic = space.do("Topic", create_topic, VISIT, title="Lunar data")
    found = row(space, "topic", topic)
    assert found["marking"] is Marking.OFFICIAL_USE
    guarded = {found[f"{name}_marking"] for name in ("red_line", "likely_position", "if_raised")}
    assert guarded == {Marking.RESTRICTED}
    assert space.ask(order, Topic, visit_id=VISIT) == [topic]


def test_an_item_is_ticked_off_once_and_unticked(space: Workspace) -> None:
    entry = call(space)
    item = space.do("Item", add_agenda_item, entry, title="Data")
    before = space.ask(contents)
    space.do("Tick", tick_agenda_item, item, ticked=True)
    at_once = row(space, "agenda_item", item)["ticked_at"]
    assert at_once is not None
    space.do("Tick", tick_agenda_item, item, ticked=True)
    assert row(space, "agenda_item", item)["ticked_at"] == at_once
    space.do("Untick", tick_agenda_item, item, ticked=False)
    assert row(space, "agenda_item", item)["ticked_at"] is None
    for _step in range(2):
        space.undo()
    assert space.ask(contents) == before
    with pytest.raises(PlanningError):
        space.do("Tick", tick_agenda_item, "nothing", ticked=True)
