"""The history as it is read: steps by pages, columns before and after, and nothing personal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from app.data.cascade import delete_row
from app.data.models import JournalRow, Member, Person, Row, Visit
from app.data.models.base import stored_classes
from app.domain.errors import PlanningError
from app.domain.release import Carry
from app.planning.soundness import faults
from app.planning.verbs.entries import create_entry, delete_entry, edit_entry
from app.planning.verbs.people_at import add_participant
from app.planning.views.history import HIDDEN, step_detail, steps
from app.planning.workspace import Changed, Workspace
from tests.helpers.planner import VISIT, at, contents, planner, row_tables

PARIS = "Europe/Paris"


def _add(space: Workspace, title: str = "Tea") -> str:
    return space.do(
        f"Add {title}",
        create_entry,
        VISIT,
        title=title,
        start_wall=at(10, 9),
        start_zone=PARIS,
        end_wall=at(10, 10),
        end_zone=PARIS,
    )


def test_steps_come_in_pages_newest_first(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        for number in range(7):
            _add(space, f"Tea {number}")
        whole = space.ask(steps)
        assert [step.label for step in whole][:2] == ["Add Tea 6", "Add Tea 5"]
        assert [step.number for step in whole] == sorted((step.number for step in whole), reverse=True)
        first = space.ask(steps, limit=3)
        second = space.ask(steps, limit=3, before=first[-1].number)
        assert (*first, *second) == whole[:6]
        assert [step.label for step in space.ask(steps, text="tea 3")] == ["Add Tea 3"]
        assert space.ask(steps, text="%") == ()
        assert whole[0].can_go_back
        assert not whole[-1].can_go_back


def test_a_step_tells_its_columns_before_and_after_by_names(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _add(space)
        space.do("Edit", edit_entry, entry, title="Coffee", place_id="place-1")
        space.do("Invite", add_participant, entry, member_id="member-1")
        newest, edited, *_rest = space.ask(steps)
        (row,) = space.ask(step_detail, edited.number).rows
        assert (row.table, row.name, row.operation, row.opens) == (
            "entry",
            "Coffee",
            "update",
            ("entry", entry),
        )
        told = {column.column: (column.before, column.after) for column in row.columns}
        assert told == {"title": ("Tea", "Coffee"), "place_id": (None, "Place 1")}
        (row,) = space.ask(step_detail, newest.number).rows
        assert (row.name, row.opens) == ("Min Kim 1 · Coffee", ("entry", entry))
        told = {column.column: (column.before, column.after) for column in row.columns}
        assert told["member_id"] == (None, "Min Kim 1")
        assert told["entry_id"] == (None, "Coffee")
        assert not told.keys() & HIDDEN


def test_rows_that_are_gone_keep_their_names(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        entry = _add(space)
        space.do("Invite", add_participant, entry, member_id="member-1")
        space.do("Delete", delete_entry, entry)
        detail = space.ask(step_detail, space.ask(steps)[0].number)
        found = {row.table: row for row in detail.rows}
        assert found["entry"].name == "Tea"
        assert found["participation"].name == "Min Kim 1 · Tea"
        assert {row.opens for row in detail.rows} == {None}


def _personal(session: Session) -> None:
    person = session.get(Person, "person-0")
    assert person is not None
    person.diet = "SECRET-DIET"
    person.family_name = "Lee"


def test_personal_columns_are_masked(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        space.do("Mend", _personal)
        (row,) = space.ask(step_detail, space.ask(steps)[0].number).rows
        (diet,) = (column for column in row.columns if column.column == "diet")
        assert (diet.restricted, diet.before, diet.after) == (True, None, None)
        (name,) = (column for column in row.columns if column.column == "family_name")
        assert (name.restricted, name.before, name.after) == (False, "Kim 0", "Lee")


@pytest.mark.parametrize("table", row_tables(), ids=lambda table: str(table.name))
def test_a_row_of_any_table_can_be_told_and_says_nothing_personal(tmp_path: Path, table: object) -> None:
    name = str(getattr(table, "name", ""))
    kind = next(each for each in stored_classes() if each.__tablename__ == name and issubclass(each, Row))
    with Workspace.open(planner(tmp_path, "filled")) as space:
        space.do("Delete", _delete, kind, f"{name}-1")
        detail = space.ask(step_detail, space.ask(steps)[0].number)
        assert detail.rows
        for row in detail.rows:
            columns = {each.__tablename__: each for each in stored_classes()}[row.table].__table__.c
            for column in columns:
                if column.info["carry"] is Carry.PERSONAL:
                    told = [one for one in row.columns if one.column == column.name]
                    assert all(one.restricted and one.before is None for one in told)


def _delete(session: Session, kind: type[Row], row_id: str) -> None:
    row = session.get(kind, row_id)
    assert row is not None
    delete_row(session, row)


def test_what_was_purged_is_told_as_purged(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        _add(space)
        with space._engine.begin() as connection:
            connection.execute(update(JournalRow.__table__).values(payload=None, salt=None))
        (row,) = space.ask(step_detail, space.ask(steps)[0].number).rows
        assert (row.purged, row.columns) == (True, ())


def test_there_must_be_such_a_step(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space, pytest.raises(PlanningError, match="row_missing"):
        space.ask(step_detail, 999)


def test_a_step_asks_a_fixed_number_of_questions(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        counts = []
        for number in (1, 12):
            space.do("Rename", _rename_many, number)
            step = space.ask(steps)[0].number
            counts.append(_questions(space, step_detail, step))
        assert counts[0] == counts[1]


def _rename_many(session: Session, count: int) -> None:
    for number in range(count):
        session.add(Person(id=f"more-{count}-{number}", family_name="A"))
        session.add(Member(visit_id=VISIT, person_id=f"more-{count}-{number}", title="B"))


# Going back


def test_going_back_is_one_act_and_redo_brings_each_step_again(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        states = [space.ask(contents)]
        entry = _add(space)
        states.append(space.ask(contents))
        for title in ("One", "Two"):
            space.do(title, edit_entry, entry, title=title, place_id="place-0")
            states.append(space.ask(contents))
        told: list[Changed] = []
        space.listen(told.append)
        space.undo_to(space.ask(steps)[2].number)
        assert space.ask(contents) == states[0]
        assert len(told) == 1
        assert told[0].ids["entry"] == {entry}
        for wanted in states[1:]:
            assert space.redo() is not None
            assert space.ask(contents) == wanted
        assert space.redo() is None
        assert space.ask(faults) == ()


def test_going_back_is_refused_where_undo_does_not_reach(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        _add(space)
        before = space.ask(contents)
        newest, oldest = space.ask(steps)[0].number, space.ask(steps)[-1].number
        for number in (oldest, newest + 1):
            with pytest.raises(PlanningError, match="step_closed"):
                space.undo_to(number)
        space.undo()
        with pytest.raises(PlanningError, match="step_closed"):
            space.undo_to(newest)
        space.redo()
        assert space.ask(contents) == before
        space.do_for_good("Upkeep", _retitle)
        with pytest.raises(PlanningError, match="step_closed"):
            space.undo_to(newest)


def _retitle(session: Session) -> None:
    visit = session.get(Visit, VISIT)
    assert visit is not None
    visit.title = "Another"


def _questions(space: Workspace, view: Callable[..., object], *values: object) -> int:
    """Return how many statements a view runs."""
    asked: list[object] = []

    def listener(*of_event: object) -> None:
        asked.append(of_event)

    event.listen(space._engine, "before_cursor_execute", listener)
    try:
        space.ask(view, *values)
    finally:
        event.remove(space._engine, "before_cursor_execute", listener)
    return len(asked)
