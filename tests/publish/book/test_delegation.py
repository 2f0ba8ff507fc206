"""The tab of delegation and hosts: who is in it and until when, and names that are not said twice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.planning import released as r
from app.publish.book import contacts
from app.publish.book.blocks import Block, Para
from app.publish.book.delegation import compose
from app.publish.book.rows import Row
from app.publish.book.view import Book, both_scripts, with_native
from tests.publish.story import full_visit

BEFORE, FIRST, LATER = date(2024, 1, 10), date(2024, 1, 22), date(2024, 1, 25)


def words(blocks: list[Block]) -> str:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Para):
            found.append("".join(part if isinstance(part, str) else part.text for part in block.parts))
        elif isinstance(block, Row):
            found += [words(list(cell)) for cell in block.cells]
    return "\n".join(found)


def leaving(member_id: str, day: date | None, *, takes_part: bool = True) -> r.ReleasedVisit:
    """Return the full visit where a member leaves on a day."""

    def left(row: r.Member) -> r.Member:
        return replace(row, leaves_on=day) if row.id == member_id else row

    visit = full_visit()
    there = tuple(row for row in visit.participations if takes_part or row.member_id != member_id)
    return replace(visit, members=tuple(map(left, visit.members)), participations=there)


@pytest.mark.parametrize(
    ("day", "takes_part", "there"),
    [
        (None, False, True),
        (BEFORE, True, False),
        (FIRST, False, False),
        (FIRST, True, True),
        (LATER, False, True),
    ],
)
def test_who_withdrew_before_it_began_is_not_in_the_delegation(
    day: date | None, *, takes_part: bool, there: bool
) -> None:
    book = Book(leaving("m-vm", day, takes_part=takes_part))
    said = words(compose(book))
    assert ("Kim Min-su" in said) is there
    assert ("Vice minister since 2023" in said) is there
    assert ("+82 2 000 0001" in words(contacts.compose(book))) is there
    assert "Lee Ji-won" in said
    assert any(row.id == "m-vm" for row in book.travelling(FIRST)) is there


def test_who_leaves_later_is_in_it_until_a_day() -> None:
    assert "until Thu 25 Jan" in words(compose(Book(leaving("m-vm", LATER))))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"family_name": "남궁", "given_name": "도현", "family_name_first": True}, "남궁 도현"),
        ({"family_name": "남궁", "given_name": "도현"}, "도현 남궁"),
        ({"family_name": "Park", "given_name": "Ji-ho"}, "Ji-ho Park  남궁도현"),
        ({}, "남궁도현"),
    ],
)
def test_a_name_in_its_own_script_is_not_said_twice(fields: dict[str, Any], said: str) -> None:
    assert both_scripts(r.Person("p", native_name="남궁도현", **fields)) == said


def test_a_place_with_one_name_is_named_once() -> None:
    assert with_native("국회의사당", "국회의사당") == "국회의사당"
    assert with_native("National Assembly", "국회의사당") == "National Assembly 국회의사당"
    assert with_native("서울 시청", " 서울시청 ") == "서울 시청"
