"""The seating plan and the place cards as papers: every name, one sheet, the same bytes, refusals."""

from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind
from app.domain.seating import Sitter, TableShape, seated
from app.domain.words import Marking, Role, Side
from app.planning import released as r
from app.publish.seating.build import build_seating
from app.publish.seating.cards import build_cards
from tests.publish.book import reading
from tests.publish.story import NAMES, WASHINGTON, entry

LONG = "Weltraumwettervorhersagezusammenarbeit von Hohenlohe-Langenburg"
HANGUL = "대한민국우주항공청"


def visit(shape: TableShape, ours: int, host: int, **more: Any) -> r.ReleasedVisit:
    sides = [(Side.OURS, number) for number in range(ours)] + [(Side.HOST, number) for number in range(host)]
    names = [f"{side.value} {number}" for side, number in sides]
    roles = [Role.PARTICIPANT if number else Role.HEAD for _side, number in sides]
    sitters = [
        Sitter(f"a{name}", side, role)
        for name, (side, _number), role in zip(names, sides, roles, strict=True)
    ]
    rows: dict[str, Any] = {
        "entries": (
            entry("talks", "Talks", "2024-01-23 09:30", 105, WASHINGTON, host_organisation_id="nasa"),
        ),
        "organisations": (r.Organisation("nasa", "National Aeronautics", "NASA"),),
        "persons": tuple(
            r.Person(f"p{name}", family_name=f"{name} {LONG if at % 3 == 1 else 'Kim'}", native_name=HANGUL)
            for at, name in enumerate(names)
        ),
        "members": tuple(
            r.Member(f"m{name}", f"p{name}", "nasa", side, title="Director-General for International Affairs")
            for name, (side, _number) in zip(names, sides, strict=True)
        ),
        "participations": tuple(
            r.Participation(f"a{name}", "talks", f"m{name}", role)
            for name, role in zip(names, roles, strict=True)
        ),
        "seats": tuple(
            r.Seat(f"s{chair.id}", chair.id, chair.row.value, chair.place) for chair in seated(sitters, shape)
        ),
    }
    head = r.Head("v", title="The visit", home_city="Seoul", home_zone="Asia/Seoul")
    audience = Audience(AudienceKind.DELEGATION)
    return r.ReleasedVisit(audience, Marking.RESTRICTED, NAMES, head, **(rows | more))


@pytest.mark.parametrize("shape", TableShape)
@pytest.mark.parametrize("size", [(1, 1), (8, 8), (6, 6), (10, 10)], ids=str)
def test_a_plan_stands_on_one_sheet_with_every_name(shape: TableShape, size: tuple[int, int]) -> None:
    made = build_seating(visit(shape, *size), "talks", paper="a4")
    (page,) = reading.pages(made)
    text = " ".join(page.text.split())
    for side, count in zip(("ours", "host"), size, strict=True):
        for number in range(count):
            assert f"{side} {number}" in text
    assert "● Our side · ○ NASA" in text
    assert "OFFICIAL USE" in text
    assert page.width > page.height or shape is TableShape.HORSESHOE
    for _letter, (left, below, right, above) in page.boxes:
        assert 0 <= left <= right <= page.width
        assert 0 <= below <= above <= page.height
    assert made == build_seating(visit(shape, *size), "talks", paper="a4")


def test_cards_stand_four_to_a_sheet_twice_each_in_the_order_of_seats() -> None:
    made = build_cards(visit(TableShape.FACING, 3, 2), "talks", paper="letter")
    pages = reading.pages(made)
    assert len(pages) == 2
    text = " ".join(" ".join(page.text.split()) for page in pages)
    assert text.count("ours 0 Kim") == 2  # once for each half
    assert text.count(HANGUL) == 10
    assert "National Aeronautics (NASA)" in text
    assert "OFFICIAL USE" not in text
    assert made == build_cards(visit(TableShape.FACING, 3, 2), "talks", paper="letter")


@pytest.mark.parametrize("build", [build_seating, build_cards])
def test_no_seat_and_no_meeting_are_refused(build: Any) -> None:
    with pytest.raises(PlanningError, match="seating_empty"):
        build(visit(TableShape.ROUND, 2, 2, seats=()), "talks", paper="a4")
    with pytest.raises(PlanningError, match="meeting_missing"):
        build(visit(TableShape.ROUND, 2, 2), "nothing", paper="a4")
    people = tuple(r.Person(f"p{side} 0", family_name="𒀀") for side in ("ours", "host"))
    with pytest.raises(PlanningError, match="glyph_missing") as caught:
        build(visit(TableShape.ROUND, 1, 1, persons=people), "talks", paper="a4")
    assert caught.value.data["where"] == "person.family_name"
