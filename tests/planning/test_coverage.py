"""The view of topics over meetings: cells, minutes, findings in sentences, and how often is asked."""

from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, event, select

from app.data.models import AgendaItem
from app.domain.coverage import Gap
from app.domain.words import EntryKind, EntryStatus, Intent
from app.planning.bulk import for_each
from app.planning.verbs.agenda import add_agenda_item, delete_agenda_item, edit_agenda_item, move_agenda_item
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.topics import create_topic
from app.planning.views.coverage import Cell, Coverage, coverage, coverage_after
from app.planning.views.visits import the_visit
from app.planning.workspace import Changed, Workspace
from app.wording.coverage import coverage_sentence
from tests.helpers.planner import VISIT, planner
from tests.planning.test_agenda import call, space
from tests.planning.test_promises import meet

__all__ = ["space"]  # the fixture


def put(
    space: Workspace, entry: str, topic: str | None, intent: Intent = Intent.RAISE, minutes: int = 10
) -> str:
    verb = partial(add_agenda_item, entry_id=entry, topic_id=topic, intent=intent, minutes=minutes)
    return space.do("Put", partial(verb, title="" if topic else "Welcome"))


def sentences(found: Coverage) -> list[str]:
    return [coverage_sentence(finding, found) for finding in found.findings]


def test_cells_tell_intent_and_minutes_and_meetings_what_is_used(space: Workspace) -> None:
    data, probe, moon = (space.do("T", create_topic, VISIT, title=t) for t in ("Data", "Probe", "Moon"))
    first, second = meet(space, 10, "First"), meet(space, 11, "Second")
    lead = put(space, first, data, Intent.LEAD, 40)
    raised, led = put(space, second, probe), put(space, second, probe, Intent.LEAD, 5)
    put(space, second, None, minutes=50)
    found = space.ask(coverage, VISIT)
    assert [topic.id for topic in found.topics] == [data, probe, moon]
    assert found.cell(data, first) == Cell((lead,), Intent.LEAD, 40)
    assert found.cell(probe, second) == Cell((raised, led), Intent.LEAD, 15)
    assert found.cell(data, second) is None
    assert {meeting.title: (meeting.used, meeting.slot) for meeting in found.meetings} == {
        "First": (40, 60),
        "Second": (65, 60),
    }
    assert sentences(found) == ["Moon is on no agenda.", "The agenda of Second is 5 min over its slot."]
    put(space, second, moon)
    put(space, second, data, Intent.LEAD)
    found = space.ask(coverage, VISIT)
    assert sentences(found)[:2] == ["Data is led at First and Second.", "Moon is led nowhere."]
    finding = found.of_topic(data)
    assert finding is not None
    assert finding.gap is Gap.LED_TWICE
    assert found.of_topic(probe) is None


def test_a_meeting_that_is_called_off_covers_nothing(space: Workspace) -> None:
    topic = space.do("T", create_topic, VISIT, title="Data")
    entry = call(space)
    put(space, entry, topic, Intent.LEAD)
    space.do("Off", edit_entry, entry, status=EntryStatus.CANCELLED)
    found = space.ask(coverage, VISIT)
    assert (found.meetings, dict(found.cells), sentences(found)) == ((), {}, ["Data is on no agenda."])


def test_what_is_asked_after_a_change_of_agendas_is_the_whole(space: Workspace) -> None:
    topics = [space.do("T", create_topic, VISIT, title=f"Topic {number}") for number in range(12)]
    entries = [meet(space, 9 + number, f"M{number}") for number in range(4)]
    visit = call(space, "A visit of a site")
    space.do("Kind", edit_entry, visit, kind=EntryKind.SITE_VISIT)
    entries.append(visit)
    random = Random(7)  # noqa: S311 - the same acts each time
    changes: list[Changed] = []
    space.listen(changes.append)
    items: list[str] = []
    before = space.ask(coverage, VISIT)
    for _round in range(60):
        act = random.choice(("put", "put", "edit", "move", "delete", "many", "undo"))
        changes.clear()
        if act == "put" or not items:
            items.append(
                put(
                    space, random.choice(entries), random.choice([*topics, None]), random.choice(list(Intent))
                )
            )
        elif act == "edit":
            fields = {"minutes": random.randrange(90), "intent": random.choice(list(Intent))}
            space.do("Edit", edit_agenda_item, random.choice(items), **fields)
        elif act == "move":
            space.do("Move", move_agenda_item, random.choice(items), entry_id=random.choice(entries))
        elif act == "delete":
            space.do("Delete", delete_agenda_item, items.pop(random.randrange(len(items))))
        elif act == "many":
            space.do("Many", for_each, partial(edit_agenda_item, minutes=random.randrange(30)), items)
        else:
            space.undo()
        ids: set[str] = set().union(*(change.ids.get("agenda_item", frozenset()) for change in changes))
        items = [each for each in items if each in space.ask(item_ids)]
        whole = space.ask(coverage, VISIT)
        after = space.ask(coverage_after, VISIT, before, frozenset(ids))
        assert after == whole
        before = after


def item_ids(connection: Connection) -> set[str]:
    return set(connection.execute(select(AgendaItem.id)).scalars())


def test_what_did_not_change_is_the_same_object_still(space: Workspace) -> None:
    data, probe = (space.do("T", create_topic, VISIT, title=t) for t in ("Data", "Probe"))
    first, second = meet(space, 10, "First"), meet(space, 11, "Second")
    item = put(space, first, data)
    put(space, second, probe)
    before = space.ask(coverage, VISIT)
    space.do("Longer", edit_agenda_item, item, minutes=25)
    after = space.ask(coverage_after, VISIT, before, {item})
    assert after.cells[data, first].minutes == after.meetings[0].used == 25
    assert after.cells[probe, second] is before.cells[probe, second]
    assert after.topics[1] is before.topics[1]
    assert after.meetings[1] is before.meetings[1]


def test_the_sample_is_covered_as_its_story_says(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        found = space.ask(coverage, space.ask(the_visit, None))
        assert len(found.topics) == 9
        twice = [each for each in found.findings if each.gap is Gap.LED_TWICE]
        assert len(twice) == 2
        assert sum(cell.minutes for cell in found.cells.values()) <= sum(one.used for one in found.meetings)


def test_the_number_of_queries_does_not_grow(space: Workspace) -> None:
    def grow(number: int) -> None:
        topic = space.do("T", create_topic, VISIT, title=f"Topic {number}")
        put(space, call(space, f"Call {number}"), topic)

    def count() -> int:
        statements: list[str] = []

        def heard(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        event.listen(space._engine, "before_cursor_execute", heard)
        space.ask(coverage, VISIT)
        event.remove(space._engine, "before_cursor_execute", heard)
        return len(statements)

    grow(0)
    before = count()
    for number in range(1, 12):
        grow(number)
    assert count() == before
