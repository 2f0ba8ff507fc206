"""The seating plan on paper: no chair over another or off the page, every name in its chair."""

from io import BytesIO
from itertools import combinations

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.domain.release import Audience, AudienceKind
from app.domain.seating import Sitter, TableShape, seated
from app.domain.words import Marking, Role, Side
from app.planning import released as r
from app.publish.book import fonts
from app.publish.book.seating import _GAP, _HIGH, Chair, TablePlan, compose
from app.publish.book.view import Book
from tests.publish.book import reading
from tests.publish.story import NAMES

WIDTH = 473.0


def plan(shape: TableShape, ours: int, host: int, behind: int = 0) -> TablePlan:
    sitters = [
        Sitter(f"{side.value} {number}", side, Role.HEAD if not number else Role.PARTICIPANT)
        for side, count in ((Side.OURS, ours), (Side.HOST, host))
        for number in range(count)
    ]
    sitters += [Sitter(f"watches {number}", Side.OURS, Role.OBSERVER) for number in range(behind)]
    known = {sitter.id: sitter for sitter in sitters}
    rows: dict[str, list[Chair]] = {}
    for chair in sorted(seated(sitters, shape), key=lambda chair: chair.place):
        sitter = known[chair.id]
        made = Chair(chair.id, "Director", sitter.side is Side.OURS, sitter.role is Role.HEAD)
        rows.setdefault(chair.row.value, []).append(made)
    return TablePlan(rows={name: tuple(chairs) for name, chairs in rows.items()})


SIZES = ((1, 0, 0), (1, 1, 0), (2, 1, 1), (4, 4, 2), (5, 5, 6), (9, 3, 0), (9, 9, 9))


@pytest.mark.parametrize("shape", TableShape)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_chair_stands_over_another_nor_off_the_page(shape: TableShape, size: tuple[int, int, int]) -> None:
    fonts.register()
    block = plan(shape, *size)
    height = block.measure(WIDTH)
    assert len(block.placed) == sum(size)
    for one in block.placed:
        assert abs(one.across) + block.wide / 2 <= WIDTH / 2 + 1
        assert -1e-6 <= one.down <= height - _HIGH + 1e-6
    for one, other in combinations(block.placed, 2):
        apart = (
            abs(one.across - other.across) >= block.wide - 1e-6 or abs(one.down - other.down) >= _HIGH - 1e-6
        )
        assert apart, (one, other)
    assert height < 620  # a page has more
    if shape is TableShape.FACING and size[0] and size[1]:
        heads = [one.across for one in block.placed if one.chair.head]
        assert heads[0] == heads[1] == 0
        assert block.wide > _GAP


@pytest.mark.parametrize("shape", TableShape)
def test_the_names_are_words_on_the_page_and_the_same_plan_gives_the_same_bytes(shape: TableShape) -> None:
    fonts.register()

    def drawn() -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=(600, 700), invariant=1, initialFontName=fonts.REGULAR)
        block = plan(shape, 3, 2, 1)
        block.measure(WIDTH)
        block.draw(canvas, 50, 650)
        canvas.showPage()
        canvas.save()
        return file.getvalue()

    text = reading.pages(drawn())[0].text
    for name in ("ours 0", "ours 2", "host 1", "watches 0"):
        assert name in text
    assert "seats" in text
    assert drawn() == drawn()


def test_a_plan_is_made_of_released_seats_alone() -> None:
    entry = r.Entry("talks", title="Talks", marking=Marking.RESTRICTED)
    members = tuple(r.Member(f"m{number}", f"p{number}", title="Director") for number in range(3))
    visit = r.ReleasedVisit(
        Audience(AudienceKind.DELEGATION),
        Marking.RESTRICTED,
        NAMES,
        r.Head("v"),
        entries=(entry,),
        members=members,
        persons=tuple(r.Person(f"p{number}", family_name=f"Kim {number}") for number in range(3)),
        participations=tuple(
            r.Participation(f"a{number}", "talks", f"m{number}", Role.NOTE_TAKER if number else Role.HEAD)
            for number in range(3)
        ),
        seats=(r.Seat("s1", "a1", "ours", 1), r.Seat("s0", "a0", "ours", 0), r.Seat("s9", "gone", "ours", 2)),
    )
    _label, block = compose(Book(visit), entry)
    assert isinstance(block, TablePlan)
    assert block.marking is Marking.RESTRICTED
    assert block.rows == {
        "ours": (
            Chair("Kim 0", "Director", ours=True, head=True),
            Chair("Kim 1", "Note-taker", ours=True, head=False),
        ),
    }
    assert compose(Book(visit), r.Entry("other")) == []
