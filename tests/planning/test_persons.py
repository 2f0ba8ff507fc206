"""Persons, their posts and documents, members, pictures: what is kept, what is refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from app.data.models import AttachmentBlob, Base
from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.finding import find_people
from app.planning.verbs.documents import (
    create_travel_document,
    create_visa,
    delete_travel_document,
    delete_visa,
    edit_travel_document,
    edit_visa,
)
from app.planning.verbs.members import create_member, delete_member, edit_member
from app.planning.verbs.persons import create_person, delete_person, edit_person
from app.planning.verbs.pictures import LARGEST_PICTURE, clear_picture, set_picture
from app.planning.verbs.posts import create_post, delete_post, edit_post
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, contents, planner

PNG = b"\x89PNG\r\n\x1a\n" + b"dots"


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path)) as opened:
        yield opened


def row(space: Workspace, table: str, row_id: str) -> dict[str, Any]:
    def read(connection: Connection) -> dict[str, Any]:
        columns = Base.metadata.tables[table]
        return dict(connection.execute(select(columns).where(columns.c.id == row_id)).mappings().one())

    return space.ask(read)


def refused(space: Workspace, verb: Any, *args: Any, **fields: Any) -> tuple[str, str | None]:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Refused", verb, *args, **fields)
    assert space.ask(contents) == before
    return caught.value.code, caught.value.field


def test_the_family_is_named_first_where_the_names_say_so(space: Workspace) -> None:
    key = space.do("Add", create_person, family_name="New person")
    space.do("Edit", edit_person, key, family_name="남궁")
    assert row(space, "person", key)["family_name_first"] is False
    before = space.ask(contents)
    space.do("Edit", edit_person, key, given_name="도현")
    assert row(space, "person", key)["family_name_first"] is True
    space.undo()
    assert space.ask(contents) == before
    space.do("Edit", edit_person, key, given_name="도현")
    space.do("Edit", edit_person, key, family_name_first=False)
    space.do("Edit", edit_person, key, given_name="도윤", native_name="남궁도윤")
    assert row(space, "person", key)["family_name_first"] is False  # staff said otherwise
    assert space.ask(find_people, "남궁")[0].name == "도윤 남궁"


@pytest.mark.parametrize(
    ("family", "given", "said", "first"),
    [
        ("남궁", "도현", {}, True),
        ("山田", "太郎", {}, True),
        ("남궁", "도현", {"family_name_first": False}, False),
        ("Park", "Ji-ho", {"native_name": "박지호"}, False),
        ("남궁", "", {}, False),
    ],
)
def test_a_new_person_is_named_in_the_order_of_the_names(
    space: Workspace, family: str, given: str, said: dict[str, Any], *, first: bool
) -> None:
    key = space.do("Add", create_person, family_name=family, given_name=given, **said)
    assert row(space, "person", key)["family_name_first"] is first


def test_a_person_is_made_mended_and_deleted_with_what_belongs_to_them(space: Workspace) -> None:
    before = space.ask(contents)
    kim = space.do("Add", create_person, family_name=" Kim ", native_name="김민수")
    space.do("Edit", edit_person, kim, born_on=date(1970, 2, 3), languages="ko, en")
    shown = row(space, "person", kim)
    assert (shown["family_name"], shown["native_name"]) == ("Kim", "김민수")
    assert (shown["born_on"], shown["languages"]) == (date(1970, 2, 3), "ko, en")
    post = space.do("Post", create_post, kim, organisation_id="org", title="Director")
    document = space.do("Passport", create_travel_document, kim, number="M1")
    visa = space.do("Visa", create_visa, document, visa_class="A-2")
    member = space.do("Member", create_member, VISIT, person_id=kim, side=Side.OURS)
    assert row(space, "visa", visa)["visa_class"] == "A-2"
    assert row(space, "post", post)["rank"] == 100
    assert row(space, "member", member)["title"] == "Director"
    space.do("Delete", delete_person, kim)
    assert space.ask(contents) == before


def test_a_person_needs_a_family_name_and_a_picture_needs_its_bytes(space: Workspace) -> None:
    assert refused(space, create_person, family_name="  ") == ("field_empty", "family_name")
    assert refused(space, edit_person, "person-0", family_name="") == ("field_empty", "family_name")
    assert refused(space, edit_person, "gone", sex="f") == ("row_missing", None)
    with pytest.raises(TypeError, match="picture_sha256"):
        space.do("Picture", edit_person, "person-0", picture_sha256="0" * 64)


def test_a_post_has_a_rank_from_one_and_days_in_order(space: Workspace) -> None:
    post = space.do("Post", create_post, "person-0", organisation_id="org", rank=1)
    assert refused(space, edit_post, post, rank=0) == ("rank_too_low", "rank")
    space.do("From", edit_post, post, starts_on=date(2026, 5, 1))
    space.do("One day", edit_post, post, ends_on=date(2026, 5, 1))
    assert refused(space, edit_post, post, ends_on=date(2026, 4, 30)) == ("day_order", "ends_on")
    assert refused(space, edit_post, post, starts_on=date(2026, 5, 2)) == ("day_order", "starts_on")
    assert refused(space, create_post, "person-0", organisation_id="none") == (
        "reference_missing",
        "organisation_id",
    )
    assert refused(space, create_post, "gone", organisation_id="org") == ("row_missing", None)
    space.do("Delete", delete_post, post)
    assert space.ask(contents)["post"] == []


def test_documents_and_visas_keep_their_days_in_order(space: Workspace) -> None:
    days = {"issued_on": date(2020, 1, 1), "expires_on": date(2030, 1, 1)}
    passport = space.do("Passport", create_travel_document, "person-0", **days)
    assert refused(space, edit_travel_document, passport, expires_on=date(2019, 1, 1)) == (
        "day_order",
        "expires_on",
    )
    visa = space.do("Visa", create_visa, passport, valid_from=date(2026, 1, 2))
    assert refused(space, edit_visa, visa, valid_until=date(2026, 1, 1)) == ("day_order", "valid_until")
    assert refused(space, create_visa, "gone") == ("row_missing", None)
    space.do("Number", edit_visa, visa, number="V 7")
    assert row(space, "visa", visa)["number"] == "V 7"
    space.do("Delete visa", delete_visa, visa)
    space.do("Visa", create_visa, passport)
    space.do("Delete passport", delete_travel_document, passport)
    after = space.ask(contents)
    assert (after["travel_document"], after["visa"]) == ([], [])


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "wanted"),
    [
        (None, None, ("org", "Vice Minister")),
        (date(2026, 3, 1), None, ("org", "Vice Minister")),
        (None, date(2026, 2, 28), (None, "")),
        (date(2026, 3, 2), None, (None, "")),
    ],
)
def test_a_member_takes_the_post_held_on_the_first_day(
    space: Workspace, starts_on: date | None, ends_on: date | None, wanted: tuple[str | None, str]
) -> None:
    person = space.do("Add", create_person, family_name="Choi")
    for rank, title in ((9, "Adviser"), (2, "Vice Minister")):
        days = {"starts_on": starts_on, "ends_on": ends_on}
        space.do("Post", create_post, person, organisation_id="org", title=title, rank=rank, **days)
    member = space.do("Member", create_member, VISIT, person_id=person, side=Side.HOST)
    shown = row(space, "member", member)
    assert shown["side"] is Side.HOST
    assert (shown["organisation_id"], shown["title"]) == wanted


def test_a_title_that_is_given_is_not_looked_up(space: Workspace) -> None:
    person = space.do("Add", create_person, family_name="Choi")
    space.do("Post", create_post, person, organisation_id="org", title="Adviser")
    shown = row(
        space,
        "member",
        space.do("Member", create_member, VISIT, person_id=person, side=Side.OURS, title="Envoy"),
    )
    assert (shown["organisation_id"], shown["title"]) == (None, "Envoy")


def test_members_are_refused_twice_and_leave_after_they_join(space: Workspace) -> None:
    assert refused(space, create_member, VISIT, person_id="person-0", side=Side.HOST) == (
        "already_member",
        "person_id",
    )
    assert refused(space, create_member, VISIT, person_id="gone", side=Side.OURS) == (
        "reference_missing",
        "person_id",
    )
    assert refused(space, create_member, "gone", person_id="person-0", side=Side.OURS) == (
        "visit_missing",
        None,
    )
    space.do("Joins", edit_member, "member-0", joins_on=date(2026, 3, 3))
    assert refused(space, edit_member, "member-0", leaves_on=date(2026, 3, 2)) == ("day_order", "leaves_on")
    space.do("Delete", delete_member, "member-0")
    assert [one["id"] for one in space.ask(contents)["member"]] == ["member-1", "member-2"]


def _blobs(connection: Connection) -> list[int]:
    return list(connection.execute(select(AttachmentBlob.__table__.c.size)).scalars())


def test_a_picture_is_kept_once_and_undone(space: Workspace) -> None:
    before = space.ask(contents)
    for person in ("person-0", "person-1"):
        space.do("Picture", set_picture, person, data=PNG, media_type="image/png")
    kept = row(space, "person", "person-0")["picture_sha256"]
    assert kept == row(space, "person", "person-1")["picture_sha256"] != ""
    assert space.ask(_blobs) == [len(PNG)]
    after = space.ask(contents)
    space.do("No picture", clear_picture, "person-0")
    assert row(space, "person", "person-0")["picture_sha256"] == ""
    for _step in range(3):
        space.undo()
    assert space.ask(contents) == before
    space.redo()
    space.redo()
    assert space.ask(contents) == after


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"GIF89a", "image/gif", "picture_unknown"),
        (PNG, "image/jpeg", "picture_unknown"),
        (b"<svg/>", "image/png", "picture_unknown"),
        (b"", "image/png", "picture_unknown"),
        (PNG + bytes(LARGEST_PICTURE), "image/png", "picture_too_large"),
    ],
)
def test_what_is_no_picture_is_refused(space: Workspace, data: bytes, media_type: str, code: str) -> None:
    assert refused(space, set_picture, "person-0", data=data, media_type=media_type) == (
        code,
        "picture_sha256",
    )
