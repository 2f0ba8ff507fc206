"""Snapshots: a visit goes out whole and comes back equal; a broken one is refused in words."""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.data.codec import canonical
from app.data.models import Base, Organisation
from app.data.snapshot import FORMAT, columns_of, take
from app.domain.errors import PlanningError
from app.domain.release import Carry
from app.planning.sample import sample_document
from app.planning.soundness import faults
from app.planning.verbs.exchange import load_visit
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.filling import row_id
from tests.helpers.planner import contents, planner

Document = dict[str, Any]
NEVER = {"travel_document", "visa", "setting"}
EDITIONS = {"edition", "edition_master", "edition_copy", "finding"}


def _taken(path: Path, visit_id: str) -> Document:
    with Workspace.open(path) as space:
        return space.ask(take, visit_id)


@cache
def _filled_text(folder: Path) -> str:
    return canonical(_taken(planner(folder, "filled", "filled.aide"), row_id("visit", 0)))


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory) -> Document:
    document: Document = json.loads(_filled_text(tmp_path_factory.getbasetemp()))
    return document


def _loaded_and_taken(folder: Path, document: Document) -> Document:
    with Workspace.open(planner(folder, "empty", "other.aide")) as space:
        visit_id = space.do("Load", load_visit, document)
        assert space.ask(faults) == ()
        return space.ask(take, visit_id)


def test_the_sample_comes_back_equal_in_another_file(tmp_path: Path) -> None:
    document = sample_document()
    out = _taken(planner(tmp_path, "sample"), document["visit_id"])
    assert out == document
    assert canonical(_loaded_and_taken(tmp_path, out)) == canonical(out)


def test_a_visit_with_every_column_filled_comes_back_equal(tmp_path: Path, filled: Document) -> None:
    assert filled["format"] == FORMAT
    assert filled["rows"].keys() == Base.metadata.tables.keys() - NEVER - EDITIONS - {
        "alembic_version",
        "attachment_blob",
        "draft",
        "journal",
        "step",
    }
    assert len(filled["rows"]["visit"]) == 1
    for name, rows in filled["rows"].items():
        for row in rows:
            assert row.keys() == {column.name for column in columns_of(Base.metadata.tables[name])}
    assert canonical(_loaded_and_taken(tmp_path, json.loads(canonical(filled)))) == canonical(filled)


def test_equal_visits_give_equal_bytes_wherever_they_stand(tmp_path: Path) -> None:
    one = _taken(planner(tmp_path, "sample", "one.aide"), sample_document()["visit_id"])
    with Workspace.open(planner(tmp_path, "filled", "two.aide")) as space:
        space.do("Load", load_visit, sample_document())
        two = space.ask(take, sample_document()["visit_id"])
    assert canonical(one) == canonical(two)


def test_what_is_personal_stays_at_home(tmp_path: Path, filled: Document) -> None:
    text = canonical(filled)
    assert not NEVER & filled["rows"].keys()
    with Workspace.open(planner(tmp_path, "filled")) as space:
        everything = space.ask(contents)
    told = 0
    for table in Base.metadata.sorted_tables:
        shared = table.name in everything and "visit_id" not in table.c and table.name != "visit"
        for column in table.c:
            private = column.info["carry"] is Carry.PERSONAL or (
                shared and column.info["carry"] is Carry.INTERNAL
            )
            if not private or table.name not in everything or table.name == "setting":
                continue
            for row in everything[table.name]:
                value = row.get(column.name)
                if isinstance(value, str) and len(value) > 8:
                    assert value not in text
                    told += 1
            assert all(column.name not in row for row in filled["rows"].get(table.name, []))
    assert told > 10


def test_shared_rows_that_are_there_already_stay_as_they_are(tmp_path: Path, filled: Document) -> None:
    known = filled["rows"]["organisation"][0]["id"]

    def own(session: Session) -> None:
        session.add(Organisation(id=known, name="Our own, newer words"))

    with Workspace.open(planner(tmp_path, "empty")) as space:
        space.do("Own", own)
        space.do("Load", load_visit, filled)
        rows = space.ask(contents)["organisation"]
        assert [row["name"] for row in rows if row["id"] == known] == ["Our own, newer words"]


def test_instants_are_derived_anew_when_a_visit_comes_in(tmp_path: Path) -> None:
    document = sample_document()
    for entry in document["rows"]["entry"]:
        entry["start_utc"] = entry["end_utc"] = "2001-01-01T00:00:00"
    with Workspace.open(planner(tmp_path, "empty")) as space:
        space.do("Load", load_visit, document)
        assert space.ask(faults) == ()


# What is refused


def _code(path: Path, document: Any) -> str:
    with Workspace.open(path) as space:
        before = space.ask(contents)
        try:
            space.do("Load", load_visit, document)
        except PlanningError as error:
            untouched = space.ask(contents) == before and sentence(error) != error.code
            return error.code if untouched else "something was left behind"
        assert space.ask(faults) == ()
        return ""


def _row(document: Document, table: str = "entry") -> dict[str, Any]:
    row: dict[str, Any] = document["rows"][table][1 if len(document["rows"][table]) > 1 else 0]
    return row


def _set(table: str, **values: Any) -> Callable[[Document], None]:
    return lambda document: _row(document, table).update(values)


BROKEN: dict[str, Callable[[Document], Any]] = {
    "text for a number": _set("entry", tied_minutes="5"),
    "number for text": _set("entry", title=5),
    "bool for a number": _set("entry", tied_minutes=True),
    "bool for a marking": _set("entry", marking=True),
    "number for a bool": _set("entry", share_with_host=1),
    "list for text": _set("entry", title=[]),
    "unknown word": _set("entry", kind="party"),
    "unknown marking": _set("entry", marking=9),
    "no date": _set("entry", start_wall="yesterday"),
    "a time with an offset": _set("entry", start_wall="2026-05-01T09:00:00+09:00"),
    "number too large": _set("entry", tied_minutes=2**63),
    "not a number": _set("stop", latitude=float("nan")),
    "half a letter": _set("entry", title="\ud800"),
    "half a letter in the id": _set("agenda_item", id="\ud800"),
    "null where none may be": _set("entry", title=None),
    "unknown column": _set("entry", colour="red"),
    "personal column": _set("person", born_on="1970-01-01"),
    "version": _set("entry", version=1),
    "missing id": lambda document: _row(document).pop("id"),
    "id no text": _set("entry", id=7),
    "missing required": lambda document: _row(document).pop("start_wall"),
    "another visit": _set("entry", visit_id="visit-1"),
    "nothing to belong to": _set("leg", entry_id="nowhere"),
    "no place": _set("entry", place_id="nowhere"),
    "no person": _set("member", person_id="nowhere"),
    "end before start": _set("entry", end_wall="2026-04-01T09:00:00"),
    "id twice": lambda document: document["rows"]["entry"].append(dict(_row(document))),
    "unique twice": lambda document: document["rows"]["leg"].append(_row(document, "leg") | {"id": "x"}),
    "unknown table": lambda document: document["rows"].update(vehicles=[]),
    "table of passports": lambda document: document["rows"].update(visa=[]),
    "rows no list": lambda document: document["rows"].update(entry={}),
    "row no object": lambda document: document["rows"]["entry"].append("x"),
    "no rows": lambda document: document.pop("rows"),
    "no visit": lambda document: document["rows"].pop("visit"),
    "two visits": lambda document: document["rows"]["visit"].append({"id": "v"}),
    "visit no list": lambda document: document["rows"].update(visit=7),
    "other visit": lambda document: document.update(visit_id="other"),
    "visit id no text": lambda document: document.update(visit_id=7),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_is_refused(tmp_path: Path, filled: Document, name: str) -> None:
    BROKEN[name](filled)
    assert _code(planner(tmp_path, "empty"), filled) == "snapshot_broken"


@pytest.mark.parametrize("document", [None, [], "x", {}, {"format": "text"}, {"format": ["x"]}])
def test_what_is_no_visit_is_refused(tmp_path: Path, document: Any) -> None:
    assert _code(planner(tmp_path, "empty"), document) == "snapshot_foreign"


@pytest.mark.parametrize("schema", ["0001", "0002"])
def test_what_an_older_version_wrote_has_no_estimates(tmp_path: Path, schema: str) -> None:
    document = sample_document()
    for leg in document["rows"]["leg"]:
        del leg["estimated"]
    assert _loaded_and_taken(tmp_path, document | {"schema": schema}) == sample_document()


@pytest.mark.parametrize("schema", ["9999", None, 1, ["0001"]])
def test_what_another_version_wrote_is_refused(tmp_path: Path, filled: Document, schema: Any) -> None:
    assert _code(planner(tmp_path, "empty"), filled | {"schema": schema}) == "snapshot_newer"


def test_an_unknown_zone_and_an_impossible_year_are_refused(tmp_path: Path, filled: Document) -> None:
    _row(filled)["start_zone"] = "Mars/Olympus"
    path = planner(tmp_path, "empty")
    assert _code(path, filled) == "zone_unknown"
    _row(filled).update(start_zone="UTC", start_wall="0001-01-01T00:00:00")
    assert _code(path, filled) == "time_out_of_range"


def test_a_visit_that_is_there_is_refused_and_so_is_one_that_took_its_rows(tmp_path: Path) -> None:
    path = planner(tmp_path, "filled")
    document = _taken(path, row_id("visit", 0))
    assert _code(path, document) == "visit_exists"
    text = canonical(document).replace('"visit-0"', '"visit-9"')
    assert _code(path, json.loads(text)) == "snapshot_broken"


def _places(document: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [so_far] if so_far else []
    children: Any = document.items() if isinstance(document, dict) else ()
    children = enumerate(document) if isinstance(document, list) else children
    for key, child in children:
        found += _places(child, (*so_far, key))
    return found


JSON = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.just("nowhere"),
    st.sampled_from(["2026-05-01", "9999-12-31T23:59:59", "0001-01-01T00:00:00", "entry-0", "UTC"]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_document_raises_anything_but_our_own_words(
    tmp_path_factory: pytest.TempPathFactory, filled: Document, data: st.DataObject
) -> None:
    document: Any = copy.deepcopy(filled)
    places = _places(document)
    for _ in range(data.draw(st.integers(1, 2))):
        *path, last = data.draw(st.sampled_from(places))
        parent = document
        try:
            for key in path:
                parent = parent[key]
            if data.draw(st.booleans()):
                del parent[last]
            else:
                parent[last] = data.draw(JSON)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # the first change took the place of the second away
    with (
        Workspace.open(_shared_empty(tmp_path_factory.getbasetemp())) as space,
        pytest.raises((_EnoughError, PlanningError)) as caught,
    ):
        space.do("Load", _load_and_stop, document)
    if isinstance(caught.value, PlanningError):
        assert sentence(caught.value) != caught.value.code


class _EnoughError(Exception):
    """Raised so that the file stays empty for the next document."""


@cache
def _shared_empty(folder: Path) -> Path:
    return planner(folder, "empty", "shared.aide")


def _load_and_stop(session: Session, document: Any) -> None:
    load_visit(session, document)
    session.flush()
    broken = session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    assert broken == []
    raise _EnoughError
