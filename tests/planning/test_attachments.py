"""Files in the planner: added, changed, deleted, given back, and read from the disk."""

import hashlib
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, select
from sqlalchemy.orm import Session

from app.data.models import Attachment, AttachmentBlob, Edition, Entry, Person, Topic
from app.data.models.base import now_utc
from app.domain.errors import AideError, PlanningError
from app.domain.file_names import LARGEST_FILE
from app.domain.words import Marking
from app.planning.attaching import attach_files, weigh
from app.planning.verbs.attachments import (
    add_attachment,
    delete_attachment,
    edit_attachment,
    order_attachments,
)
from app.planning.verbs.entries import create_entry
from app.planning.verbs.persons import edit_person
from app.planning.verbs.pictures import set_picture
from app.planning.verbs.topics import create_topic
from app.planning.views.attachments import (
    attachment_bytes,
    attachment_detail,
    attachment_rows,
    entry_attachments,
)
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner

PDF = b"%PDF-1.7 the programme"
SHA = hashlib.sha256(PDF).hexdigest()
PNG = b"\x89PNG\r\n\x1a\n and a face"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return planner(tmp_path)


@pytest.fixture
def space(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path) as opened:
        yield opened


def add(space: Workspace, name: str = "Programme.pdf", data: bytes = PDF, **where: Any) -> str:
    verb = partial(add_attachment, visit_id=VISIT, name=name, data=data, media_type="application/pdf")
    return space.do("Add", partial(verb, **where))


def add_entry(space: Workspace, marking: Marking = Marking.CONFIDENTIAL) -> str:
    times: dict[str, Any] = {"start_wall": at(2, 9), "end_wall": at(2, 10)}
    verb = partial(create_entry, visit_id=VISIT, title="Call", marking=marking, **times)
    return space.do("Add", partial(verb, start_zone="Europe/Paris", end_zone="Europe/Paris"))


def blobs(connection: Connection) -> list[str]:
    return sorted(connection.execute(select(AttachmentBlob.__table__.c.sha256)).scalars())


def refused(act: Any) -> AideError:
    with pytest.raises(AideError) as caught:
        act()
    return caught.value


# Verbs


def test_a_file_is_kept_once_and_named_as_often_as_it_is_added(space: Workspace) -> None:
    first, second = add(space), add(space, "../Again\n.pdf")
    rows = space.ask(attachment_rows, VISIT)
    assert [(row.id, row.name, row.size, row.sha256) for row in rows] == [
        (first, "Programme.pdf", len(PDF), SHA),
        (second, "Again .pdf", len(PDF), SHA),
    ]
    assert space.ask(blobs) == [SHA]
    assert space.ask(attachment_bytes, second) == PDF
    assert rows[0].marking is Marking.OFFICIAL_USE  # the visit's


def test_a_file_is_marked_as_what_it_belongs_to(space: Workspace) -> None:
    entry = add_entry(space)
    topic = space.do("Add", partial(create_topic, visit_id=VISIT, title="Data", marking=Marking.RESTRICTED))
    with_entry, with_topic, both = (
        add(space, entry_id=entry),
        add(space, topic_id=topic),
        add(space, entry_id=entry, topic_id=topic),
    )
    markings = {row.id: row.marking for row in space.ask(attachment_rows, VISIT)}
    assert markings == {
        with_entry: Marking.CONFIDENTIAL,
        with_topic: Marking.RESTRICTED,
        both: Marking.CONFIDENTIAL,
    }
    assert [row.id for row in space.ask(entry_attachments, entry)] == [with_entry, both]
    assert space.ask(attachment_detail, both).entry == "Call"
    assert space.ask(attachment_detail, both).topic == "Data"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": ".."}, "field_empty"),
        ({"data": b""}, "attachment_empty"),
        ({"entry_id": "gone"}, "reference_missing"),
        ({"topic_id": "gone"}, "reference_missing"),
        ({"visit_id": "gone"}, "visit_missing"),
    ],
)
def test_what_cannot_be_kept_is_refused(space: Workspace, fields: dict[str, Any], code: str) -> None:
    given = {"visit_id": VISIT, "name": "a.pdf", "data": PDF, "media_type": ""} | fields
    assert refused(lambda: space.do("Add", partial(add_attachment, **given))).code == code
    assert space.ask(attachment_rows, VISIT) == ()
    assert space.ask(blobs) == []


def test_bytes_beyond_the_cap_are_refused(space: Workspace) -> None:
    error = refused(lambda: add(space, data=bytes(LARGEST_FILE + 1)))
    assert error.code == "attachment_too_large"
    assert sentence(error).startswith("“Programme.pdf” has 201 MB; a file has 200 MB at the most.")


def test_changing_and_deleting_can_be_undone(space: Workspace) -> None:
    key, entry = add(space), add_entry(space)
    before = space.ask(contents)
    fields: dict[str, Any] = {"name": "x/New.pdf", "marking": Marking.PUBLIC, "entry_id": entry}
    space.do("Edit", partial(edit_attachment, attachment_id=key, **fields))
    detail = space.ask(attachment_detail, key)
    assert (detail.name, detail.marking, detail.entry) == ("New.pdf", Marking.PUBLIC, "Call")
    space.do("Delete", partial(delete_attachment, attachment_id=key))
    assert refused(lambda: space.ask(attachment_bytes, key)).code == "row_missing"
    space.undo()
    assert space.ask(attachment_bytes, key) == PDF
    space.undo()
    assert space.ask(contents) == before
    for verb in (edit_attachment, delete_attachment):
        assert (
            refused(lambda verb=verb: space.do("x", partial(verb, attachment_id="gone"))).code
            == "row_missing"
        )
    assert (
        refused(lambda: space.do("x", partial(edit_attachment, attachment_id=key, name="/"))).code
        == "field_empty"
    )
    with pytest.raises(TypeError):
        space.do("x", partial(edit_attachment, attachment_id=key, sha256="0" * 64))


def test_a_visit_that_came_without_its_files_says_so(space: Workspace) -> None:
    def forget(session: Session) -> None:
        session.add(Attachment(visit_id=VISIT, id="lone", name="Lone.pdf", sha256="0" * 64, size=4))

    space.do("Load", forget)
    error = refused(lambda: space.ask(attachment_bytes, "lone"))
    assert error.code == "attachment_bytes_missing"
    assert "“Lone.pdf”" in sentence(error)


def test_the_views_ask_as_much_of_many_as_of_few(space: Workspace) -> None:
    entry = add_entry(space)

    def queries() -> list[int]:
        found = []
        for view in (partial(attachment_rows, visit_id=VISIT), partial(entry_attachments, entry_id=entry)):
            counted: list[str] = []

            def asked(connection: Any, view: Any = view, counted: list[str] = counted) -> None:
                def count(_c: Any, _cursor: Any, statement: str, *_rest: object) -> None:
                    counted.append(statement)

                event.listen(connection, "before_cursor_execute", count)
                try:
                    view(connection)
                finally:
                    event.remove(connection, "before_cursor_execute", count)

            space.ask(asked)
            found.append(len(counted))
        return found

    few = queries()
    for number in range(12):
        add(space, f"{number}.pdf", bytes([number + 1]), entry_id=entry)
    assert queries() == few


# Giving bytes back


def test_a_deleted_file_comes_back_after_the_planner_was_closed(path: Path) -> None:
    with Workspace.open(path) as space:
        key = add(space)
        before = space.ask(contents)
        space.do("Delete", partial(delete_attachment, attachment_id=key))
    with Workspace.open(path) as space:
        space.undo()
        assert space.ask(contents) == before
        assert space.ask(attachment_bytes, key) == PDF
        space.undo()
    with Workspace.open(path) as space:  # undone, and still within reach of redo
        space.redo()
        assert space.ask(attachment_bytes, key) == PDF
        space.redo()
    with Workspace.open(path) as space:
        space.undo()
        assert space.ask(attachment_bytes, key) == PDF


def test_bytes_out_of_reach_are_given_back_when_the_planner_is_closed(path: Path) -> None:
    with Workspace.open(path) as space:
        add(space)
        kept = add(space, data=b"kept")
        space.undo()
        space.undo()
        space.redo()
        space.do("Edit", partial(edit_person, person_id="person-0", given_name="Other"))  # closes redo
        assert len(space.ask(blobs)) == 2
    with Workspace.open(path) as space:
        assert space.ask(blobs) == [SHA]
        assert refused(lambda: space.ask(attachment_bytes, kept)).code == "row_missing"


def test_what_a_load_closed_is_given_back_and_what_is_in_use_stays(path: Path) -> None:
    with Workspace.open(path) as space:
        key, in_edition, gone = add(space), add(space, data=b"in an edition"), add(space, data=b"gone")
        space.do("Picture", partial(set_picture, person_id="person-1", data=PNG, media_type="image/png"))
        for each in (in_edition, gone):
            space.do("Delete", partial(delete_attachment, attachment_id=each))

        def close_all(session: Session) -> None:
            content = f'{{"sha256":"{hashlib.sha256(b"in an edition").hexdigest()}"}}'
            session.add(Edition(visit_id=VISIT, id="e", issued_at=now_utc(), content=content))

        space.do_for_good("Load", close_all)
    with Workspace.open(path) as space:
        assert space.ask(blobs) == sorted(
            [SHA, hashlib.sha256(b"in an edition").hexdigest(), hashlib.sha256(PNG).hexdigest()]
        )
        assert space.ask(attachment_bytes, key) == PDF


def test_a_picture_that_was_replaced_comes_back_after_closing(path: Path) -> None:
    def picture(connection: Connection) -> str:
        query = select(Person.__table__.c.picture_sha256).where(Person.__table__.c.id == "person-1")
        return str(connection.execute(query).scalar_one())

    with Workspace.open(path) as space:
        for data in (PNG, PNG + b"2"):
            space.do("Picture", partial(set_picture, person_id="person-1", data=data, media_type="image/png"))
    with Workspace.open(path) as space:
        space.undo()
        assert space.ask(picture) in space.ask(blobs)
        space.redo()
        assert space.ask(picture) in space.ask(blobs)


def test_a_reader_gives_nothing_back(path: Path) -> None:
    with Workspace.open(path) as space:
        space.do("Orphan", lambda session: session.add(AttachmentBlob(sha256="0" * 64, size=1, data=b"x")))
        with Workspace.open(path, writable=False) as reader:
            assert reader.read_only
        assert space.ask(blobs) == ["0" * 64]
    with Workspace.open(path) as space:
        assert space.ask(blobs) == []


# From the disk


def attach(space: Workspace, *paths: Path, **where: Any) -> list[str]:
    verb = partial(attach_files, visit_id=VISIT, paths=paths, planner=space.path, **where)
    return space.do("Add files", verb)


def test_files_are_read_and_kept_as_one_step(space: Workspace, tmp_path: Path) -> None:
    entry = add_entry(space, Marking.RESTRICTED)
    before = space.ask(contents)
    names = {"a.pdf": PDF, "한글.hwp": b"hwp", "no ending": PDF}
    for name, data in names.items():
        (tmp_path / name).write_bytes(data)
    ids = attach(space, *(tmp_path / name for name in names), entry_id=entry)
    rows = space.ask(attachment_rows, VISIT)
    assert [(row.id, row.name) for row in rows] == list(zip(ids, names, strict=True))
    assert {row.marking for row in rows} == {Marking.RESTRICTED}
    assert [rows[0].media_type, rows[2].media_type] == ["application/pdf", "application/octet-stream"]
    assert [space.ask(attachment_bytes, key) for key in ids] == list(names.values())
    assert len(space.ask(blobs)) == 2
    space.undo()
    assert space.ask(contents) == before


def test_one_file_that_cannot_be_kept_leaves_all_outside(space: Workspace, tmp_path: Path) -> None:
    good, folder, empty = tmp_path / "good.pdf", tmp_path / "folder", tmp_path / "empty.txt"
    good.write_bytes(PDF)
    folder.mkdir()
    empty.touch()
    os.mkfifo(tmp_path / "pipe")
    other = planner(tmp_path, name="other.aide")
    os.link(space.path, tmp_path / "linked.pdf")
    (tmp_path / "arrow.pdf").symlink_to(space.path)
    codes = {
        folder: "attachment_is_folder",
        empty: "attachment_empty",
        tmp_path / "gone.pdf": "file_unreadable",
        tmp_path / "pipe": "file_unreadable",
        space.path: "attachment_is_planner",
        space.path.with_name("visit.aide.lock"): "attachment_is_planner",
        tmp_path / "linked.pdf": "attachment_is_planner",
        tmp_path / "arrow.pdf": "attachment_is_planner",
        other: "attachment_is_planner",
    }
    for path, code in codes.items():
        error = refused(lambda path=path: attach(space, good, path))
        assert (path.name, error.code) == (path.name, code)
        assert path.name in sentence(error)
    assert space.ask(attachment_rows, VISIT) == ()
    assert space.ask(blobs) == []


def test_a_file_beyond_the_cap_is_refused_before_it_is_read(
    space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large, most = tmp_path / "film.mov", tmp_path / "most.bin"
    for path, size in ((large, LARGEST_FILE + 1), (most, LARGEST_FILE)):
        with path.open("wb") as file:
            file.truncate(size)  # sparse: it takes no room on the disk
    assert weigh([most], space.path) == LARGEST_FILE
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda *_args, **_kwargs: pytest.fail("it was read"))
        error = refused(lambda: attach(space, large))
    assert error.code == "attachment_too_large"
    assert isinstance(error, PlanningError)


def test_a_file_that_grew_after_it_was_weighed_is_refused(
    space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growing = tmp_path / "growing.bin"
    with growing.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    monkeypatch.setattr("app.planning.attaching.weigh", lambda *_args: 1)
    assert refused(lambda: attach(space, growing)).code == "attachment_too_large"
    assert space.ask(blobs) == []


def test_rows_that_hosts_lose_stay(space: Workspace) -> None:
    """Deleting the entry or topic of a file leaves the file with the visit."""
    entry = add_entry(space)
    topic = space.do("Add", partial(create_topic, visit_id=VISIT, title="Data"))
    key = add(space, entry_id=entry, topic_id=topic)

    def drop(session: Session) -> None:
        from app.data.cascade import delete_row

        for kind, row_id in ((Entry, entry), (Topic, topic)):
            row = session.get(kind, row_id)
            assert row is not None
            delete_row(session, row)

    space.do("Delete", drop)
    detail = space.ask(attachment_detail, key)
    assert (detail.entry_id, detail.topic_id, detail.entry) == (None, None, "")


def test_files_are_put_in_order_among_themselves(space: Workspace) -> None:
    ids = [add(space, f"{number}.txt", str(number).encode()) for number in range(5)]
    order = partial(order_attachments, attachment_ids=[ids[3], ids[1]])
    space.do("Order", order)
    assert [row.id for row in space.ask(attachment_rows, VISIT)] == [ids[0], ids[3], ids[2], ids[1], ids[4]]
    space.undo()
    assert [row.id for row in space.ask(attachment_rows, VISIT)] == ids
    space.do("Nothing", partial(order_attachments, attachment_ids=[]))
    for gone in (["gone"], [ids[0], "gone"]):
        with pytest.raises(PlanningError, match="row_missing"):
            space.do("Try", partial(order_attachments, attachment_ids=gone))
