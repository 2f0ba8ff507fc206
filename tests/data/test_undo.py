"""Undo and redo over every verb: what was comes back, and what only rises never falls."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from sqlalchemy.orm import Session

from app.data.cascade import delete_row
from app.data.models import EntryParty, Row, Visit
from app.data.models.base import stored_classes
from app.planning.soundness import faults
from app.planning.workspace import Workspace
from tests.helpers.acts import VERBS, Act, acts, perform
from tests.helpers.filling import row_id
from tests.helpers.planner import Contents, contents, planner, risen, row_tables

ROUND = ("undo", "redo", "reopen")


@pytest.mark.parametrize("name", sorted(VERBS))
def test_each_verb_is_undone_and_done_again(tmp_path: Path, name: str) -> None:
    """At least one of its acts changes something: a verb that is never driven would pass unseen."""
    # Where two rows of each table leave a verb nothing to do, the sample visit has something.
    assert _driven(planner(tmp_path, "filled"), name, 60) or _driven(planner(tmp_path, "sample"), name, 40)


def _driven(path: Path, name: str, attempts: int) -> bool:
    draw = Random(name)  # noqa: S311 - repeatable
    with Workspace.open(path) as space:
        before = space.ask(contents)
        for _attempt in range(attempts):
            perform(space, Act(name, *(draw.randrange(1000) for _number in range(3))))
            after = space.ask(contents)
            if after != before:
                assert space.ask(faults) == ()
                assert space.undo() is not None
                assert space.ask(contents) == before
                assert space.redo() is not None
                assert space.ask(contents) == after
                return True
    return False


def _all_back_and_again(space: Workspace, states: list[Contents]) -> None:
    """Undo all steps, then redo them all; ``states`` are the contents before, between and after them."""
    high = space.ask(risen)
    for wanted in states[-2::-1]:
        assert space.undo() is not None
        assert space.ask(contents) == wanted
        _only_risen(high, space.ask(risen))
    assert space.undo() is None
    for wanted in states[1:]:
        assert space.redo() is not None
        assert space.ask(contents) == wanted
        now = space.ask(risen)
        _only_risen(high, now)
        high |= now
    assert space.redo() is None
    assert space.ask(faults) == ()


def _only_risen(before: dict[tuple[str, str, str], int], after: dict[tuple[str, str, str], int]) -> None:
    assert {key: (value, after[key]) for key, value in before.items() if after.get(key, value) < value} == {}


def _do_all(space: Workspace, chosen: list[Act]) -> list[Contents]:
    states = [space.ask(contents)]
    for act in chosen:
        before = space.next_undo()
        perform(space, act)
        now = space.ask(contents)
        if now == states[-1]:
            assert space.next_undo() == before  # a verb that changed nothing left no step
        else:
            states.append(now)
    return states


@settings(max_examples=15)
@given(acts())
def test_all_is_undone_and_done_again_on_a_small_visit(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[Act]
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("undo"))) as space:
        _all_back_and_again(space, _do_all(space, chosen))


@settings(max_examples=2)
@given(acts())
def test_all_is_undone_and_done_again_on_the_sample(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[Act]
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("undo"), "sample")) as space:
        _all_back_and_again(space, _do_all(space, chosen))


def test_a_loaded_visit_is_undone_and_done_again(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        chosen = [Act(verb, 1, 0, 2) for verb in ("create_entry", "load_visit", "cancel_entry")]
        _all_back_and_again(space, _do_all(space, chosen))


@settings(max_examples=25)
@given(acts(*ROUND, *ROUND))
def test_undo_redo_and_new_acts_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[Act]
) -> None:
    path = planner(tmp_path_factory.mktemp("undo"))
    space = Workspace.open(path)
    past, future = [space.ask(contents)], []
    high = space.ask(risen)
    try:
        for act in chosen:
            if act.verb == "reopen":
                space.close()
                space = Workspace.open(path)
            elif act.verb == "undo":
                assert (space.undo() is None) == (len(past) == 1)
                future += [past.pop()] if len(past) > 1 else []
            elif act.verb == "redo":
                assert (space.redo() is None) == (not future)
                past += [future.pop()] if future else []
            else:
                perform(space, act)
                now = space.ask(contents)
                if now != past[-1]:
                    past.append(now)
                    future.clear()  # a new act closes what could be redone
            assert space.ask(contents) == past[-1]
            assert (space.next_undo() is None) == (len(past) == 1)
            assert (space.next_redo() is None) == (not future)
            now_risen = space.ask(risen)
            _only_risen(high, now_risen)
            high |= now_risen
        assert space.ask(faults) == ()
    finally:
        space.close()


def _delete(session: Session, table: str) -> None:
    classes = {each.__tablename__: each for each in stored_classes()}
    row = session.get(classes[table], row_id(table, 0))
    assert isinstance(row, Row)
    delete_row(session, row)


@pytest.mark.parametrize("table", [table.name for table in row_tables()])
def test_a_row_goes_with_what_it_owns_and_all_comes_back(tmp_path: Path, table: str) -> None:
    owned = {
        other.name
        for other in row_tables()
        for column in other.c
        for key in column.foreign_keys
        if key.column.table.name == table and column.info["owner"]
    }
    with Workspace.open(planner(tmp_path, "filled")) as space:
        before = space.ask(contents)
        space.do("Delete", _delete, table)
        after = space.ask(contents)
        assert row_id(table, 0) not in {row["id"] for row in after[table]}
        for name in owned:
            assert row_id(name, 0) not in {row["id"] for row in after[name]}
        assert space.ask(faults) == ()
        _all_back_and_again(space, [before, after])


def _swap(session: Session) -> None:
    """Put one row in the place of another under the same unique names."""
    row = session.get(EntryParty, row_id("entry_party", 0))
    values = {name: getattr(row, name) for name in ("visit_id", "entry_id", "party_id")}
    session.delete(row)
    session.flush()
    session.add(EntryParty(id="zzz", **values))


def test_a_row_that_took_the_unique_place_of_another_is_undone(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "filled")) as space:
        before = space.ask(contents)
        space.do("Swap", _swap)
        _all_back_and_again(space, [before, space.ask(contents)])


def _retitle(session: Session, title: str) -> None:
    visit = session.query(Visit).first()
    assert visit is not None
    visit.title = title


def test_what_undo_must_not_take_back_closes_the_list(tmp_path: Path) -> None:
    """Else undo would bring back, column by column, what was derived from what is no more."""
    with Workspace.open(planner(tmp_path)) as space:
        space.do("Title", _retitle, "One")
        space.do("Title", _retitle, "Two")
        space.undo()
        space.do_for_good("Upkeep", _retitle, "Three")
        assert space.next_undo() is None
        assert space.next_redo() is None


def test_the_stamp_of_a_row_rises_with_each_turn(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        space.do("Title", _retitle, "One")
        version = space.ask(risen)["visit", "00000000-0000-4000-8000-000000000001", "version"]
        space.undo()
        space.redo()
        assert space.ask(risen)["visit", "00000000-0000-4000-8000-000000000001", "version"] == version + 2
