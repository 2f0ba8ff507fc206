"""The search index: what is found, that odd input harms nothing, and that it says what the rows say."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.data import migrate, search
from app.data.backup import restore
from app.data.find import Found, find
from app.data.models import Base, Entry, Note, Organisation, Person, Post, Topic, Visit
from app.data.search import SEARCHED, all_indexed, held, is_current, rebuild
from app.domain.release import Carry
from app.domain.searching import tokens, wanted
from app.planning.soundness import faults
from app.planning.verbs.entries import delete_entry, edit_entry
from app.planning.workspace import Workspace
from tests.helpers.acts import Act, acts, perform
from tests.helpers.planner import VISIT, at, planner


def _agrees(connection: Connection) -> None:
    assert set(held(connection)) == set(all_indexed(connection))


def _whole(space: Workspace) -> None:
    """Hold the index against the rows, and FTS5's own part against the tokens."""
    space.ask(_agrees)
    with space._engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def _plant(session: Session) -> None:
    other = Visit(
        id="other", title="Second visit", home_zone="UTC", starts_on=at(1, 1).date(), ends_on=at(1, 1).date()
    )
    session.add(other)
    session.add_all(
        [
            Organisation(
                id="kari", name="Korea Aerospace Research Institute", native_name="한국항공우주연구원"
            ),
            Person(id="lodz", family_name="Łódź", given_name="Ève", native_name="김한국", diet="pescatarian"),
            Post(id="post", person_id="lodz", organisation_id="kari", title="Deputy Head"),
            Topic(
                id="here", visit_id=VISIT, title="Lunar gateway", red_line="No transfer of ground stations"
            ),
            Topic(id="there", visit_id="other", title="Lunar gateway"),
            Note(id="note", visit_id="other", title="Country note", text="The lunar programme in brief"),
        ]
    )


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    made = Workspace.open(planner(tmp_path))
    made.do("Plant", _plant)
    return made


def _ids(space: Workspace, text: str, visit_id: str = VISIT) -> list[str]:
    return [found.row_id for found in space.ask(find, text, visit_id)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("korea", "kari"),
        ("INSTITUTE aero", "kari"),  # in any order, in any case, by beginnings
        ("한국", "kari"),
        ("우주", "kari"),  # inside a word
        ("연구원", "kari"),
        ("ㅎㄱㅎㄱ", "kari"),
        ("ㅇㄱㅇ", "kari"),  # initials inside a word
        ("한국하", "kari"),  # a syllable half typed
        ("한국항ㄱ", "kari"),
        ("항고", "kari"),
        ("lodz", "lodz"),
        ("ÈVE łod", "lodz"),
        ("ㄱㅎㄱ", "lodz"),
        ("deputy", "post"),
        ("ground stat", "here"),
        ("programme", "note"),
    ],
)
def test_what_is_found(space: Workspace, text: str, row: str) -> None:
    assert row in _ids(space, text)


@pytest.mark.parametrize(
    "text", ["orea", "korea mars", "국한", "ㅎㅎㅎ", "dz", "pescatarian", "*", '"', "", " "]
)
def test_what_is_not_found(space: Workspace, text: str) -> None:
    assert _ids(space, text) == []


def test_an_acronym_typed_whole_comes_first(space: Workspace) -> None:
    def plant(session: Session) -> None:
        session.add(
            Organisation(id="hq", name="National Aeronautics and Space Administration", acronym="NASA")
        )
        session.add(Organisation(id="centre", name="NASA Goddard", acronym="GSFC"))
        session.add(Topic(id="talk", visit_id=VISIT, title="NASA and we"))
        session.add(Organisation(id="korean", name="A ministry", acronym="과기정통부"))

    space.do("Plant", plant)
    assert _ids(space, "nasa")[0] == _ids(space, "NASA")[0] == "hq"
    assert set(_ids(space, "nasa")) == {"hq", "centre", "talk"}
    assert _ids(space, "nas")[0] != "hq"
    assert _ids(space, "과기정통부")[0] == "korean"
    _whole(space)


def test_titles_and_the_visit_in_view_come_first(space: Workspace) -> None:
    assert _ids(space, "lunar") == ["here", "there", "note"]
    assert _ids(space, "lunar", "other") == ["there", "here", "note"]
    assert _ids(space, "gateway")[0] == "here"
    assert _ids(space, "lunar gateway")[0] == "here"


def test_no_kind_crowds_out_the_others(space: Workspace) -> None:
    def many(session: Session) -> None:
        session.add_all(Person(id=f"p{number}", family_name=f"Lunar {number}") for number in range(80))

    space.do("Many", many)
    found = _ids(space, "lunar")
    assert {"here", "there", "note"} <= set(found)
    assert len(found) == 30


@given(
    st.text(max_size=40)
    | st.sampled_from(["NEAR(a b)", "a AND", '"a"b', "^a", "title:a", "-a", "\ud800", "\x00"])
)
@settings(max_examples=60)
def test_odd_input_raises_nothing(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("odd")), writable=False) as space:
        space.ask(find, text, VISIT)


@given(st.text(max_size=60))
def test_what_stands_in_a_title_is_found_by_its_words(text: str) -> None:
    kept = tokens(text, by_initials=True)
    assert all(any(token.startswith(word) for token in kept) for word in wanted(text))


def test_personal_columns_are_never_indexed() -> None:
    for name, searched in SEARCHED.items():
        for column in (*searched.titles, *searched.words):
            assert Base.metadata.tables[name].c[column].info["carry"] is not Carry.PERSONAL


@pytest.mark.parametrize("kind", ["empty", "small", "filled", "sample"])
def test_a_planner_is_indexed_whole_from_the_first(tmp_path: Path, kind: str) -> None:
    with Workspace.open(planner(tmp_path, kind)) as space:
        assert space.ask(is_current)
        _whole(space)


@settings(max_examples=8)
@given(acts("undo", "redo", "back"))
def test_the_index_says_what_the_rows_say_after_any_acts(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[Act]
) -> None:
    with Workspace.open(planner(tmp_path_factory.mktemp("acts"))) as space:
        for act in chosen:
            if act.verb == "undo":
                space.undo()
            elif act.verb == "redo":
                space.redo()
            elif act.verb == "back":
                step = space.next_undo()
                if step is not None:
                    space.undo_to(step.number)
            else:
                perform(space, act)
            space.ask(_agrees)
        _whole(space)


def test_an_edit_is_found_at_once_and_undo_takes_it_out(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        entry = space.ask(lambda c: c.execute(Entry.__table__.select()).first())
        assert entry is not None
        space.do("Edit", edit_entry, entry.id, title="Zeppelinflug")
        space.do("Edit", edit_entry, entry.id, title="Ballonfahrt")
        assert space.ask(find, "ballonf") == [Found("entry", entry.id)]
        assert space.ask(find, "zeppelinf") == []
        step = space.next_undo()
        assert step is not None
        space.undo_to(step.number - 1)
        assert space.ask(find, "ballonf") == space.ask(find, "zeppelinf") == []
        space.redo()
        assert space.ask(find, "zeppelinf") == [Found("entry", entry.id)]
        space.do("Delete", delete_entry, entry.id)
        assert space.ask(find, "zeppelinf") == []
        _whole(space)


def test_a_file_of_the_first_schema_is_brought_up_and_indexed(tmp_path: Path) -> None:
    path = planner(tmp_path, "sample")
    with Workspace.open(path) as space:
        wanted_rows = space.ask(lambda connection: set(held(connection)))
        with space._engine.connect() as connection:
            driven: Any = connection.connection.dbapi_connection
            driven.execute("PRAGMA foreign_keys=OFF")  # within a transaction it would do nothing
            migrate.downgrade(connection, "0001")
            connection.commit()
    with Workspace.open(path, backups=tmp_path / "backups") as space:
        assert space.ask(lambda connection: set(held(connection))) == wanted_rows
        assert space.ask(find, "nasa")
        _whole(space)


def test_an_index_of_another_version_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = planner(tmp_path, "sample")
    with Workspace.open(path) as space, space._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM search_row")
    monkeypatch.setattr(search, "VERSION", search.VERSION + 1)
    with Workspace.open(path) as space:
        assert space.next_undo() is None
        _whole(space)


def test_nothing_of_what_was_stays_in_an_index_built_anew(tmp_path: Path) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        space.do("Rename", _rename, "Zxqvtop")
        space.do("Rename", _rename, "Plain")
        with space._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM journal")
            rebuild(connection)
    assert b"zxqvtop" not in path.read_bytes().lower()


def _rename(session: Session, title: str) -> None:
    visit = session.get(Visit, VISIT)
    assert visit is not None
    visit.title = title


def test_an_index_that_says_something_else_is_a_fault_and_restoring_mends_it(tmp_path: Path) -> None:
    path = planner(tmp_path)
    with Workspace.open(path) as space:
        assert space.ask(faults) == ()
        with space._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM search_row WHERE row_id = 'place-1'")
        assert [(fault.code, fault.detail) for fault in space.ask(faults)] == [
            ("fault_search", "place place-1")
        ]
        space.write_backup(tmp_path / "copy.aide")
    restore(tmp_path / "copy.aide", tmp_path / "restored.aide")
    with Workspace.open(tmp_path / "restored.aide") as space:
        assert space.ask(faults) == ()
        _whole(space)
