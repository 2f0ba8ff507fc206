"""The scene: boxes for what there is, and after an edit only what it touched is told, placed and painted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, Marking
from app.ui.screens.programme.board.block import Block
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.board.scene import BoardScene
from app.ui.theme.style import apply_theme
from tests.ui.programme.board.boards import PARIS, SEOUL, STAY, board, line

NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")
LINES = (
    line("a", "2024-03-25T09:00"),
    line("b", "2024-03-25T11:00"),
    line("c", "2024-03-26T09:00"),
    line("flight", "2024-03-27T09:00", 14 * 60, SEOUL, end_zone=PARIS),
)


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[BoardScene]:
    apply_theme(qapp, "light")
    made = BoardScene()
    made.measure(160, 44)
    made.show_board(board(LINES), NAMES)
    yield made
    made.clear()


@pytest.fixture
def touched(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was done to which boxes."""
    found: list[tuple[str, str]] = []
    stand, update = Block.stand, Block.update

    def noting_stand(block: Block, *args: object) -> None:
        found.append(("stand", block.entry_id))
        stand(block, *args)  # type: ignore[arg-type]

    def noting_update(block: Block, *args: object) -> None:
        found.append(("update", block.entry_id))
        update(block, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(Block, "stand", noting_stand)
    monkeypatch.setattr(Block, "update", noting_update)
    return found


def _ids(scene: BoardScene) -> list[str]:
    return [block.entry_id for block in scene.blocks()]


def test_each_piece_of_each_entry_has_a_box(scene: BoardScene) -> None:
    assert _ids(scene) == ["a", "b", "c", "flight", "flight"]
    assert [block.box.piece.part for block in scene.blocks("flight")] == [0, 1]
    assert scene.sceneRect() == QRectF(0, 0, scene.measures.width, scene.measures.height)


def test_another_title_is_painted_in_its_box_alone(scene: BoardScene, touched: list[tuple[str, str]]) -> None:
    scene.take(["a"], [line("a", "2024-03-25T09:00", title="Renamed")])
    assert scene.blocks("a")[0].face.title == "Renamed"
    assert {entry_id for what, entry_id in touched if what == "update"} == {"a"}
    assert {entry_id for _what, entry_id in touched} == {"a"}  # its neighbours stand where they stood


def test_an_entry_that_is_moved_makes_room_and_takes_it(scene: BoardScene) -> None:
    whole = scene.blocks("c")[0].rect().width()
    scene.take(["a"], [line("a", "2024-03-26T09:30")])
    assert scene.blocks("c")[0].rect().width() < whole / 2 + 2
    assert scene.amiss("c").clash == "“a” has the same people"
    assert scene.blocks("c")[0].face.clash == "“a” has the same people"
    scene.take(["a"], LINES[:1])
    assert scene.blocks("c")[0].rect().width() == whole
    assert scene.blocks("c")[0].face.clash == ""


def test_what_is_deleted_is_gone_and_comes_back_in_its_place(scene: BoardScene) -> None:
    before = [(block.box.key, block.rect()) for block in scene.blocks()]
    count = len(scene.items())
    scene.take(["flight", "a"], [])
    assert _ids(scene) == ["b", "c"]
    scene.take(["flight", "a"], [LINES[0], LINES[3]])
    assert [(block.box.key, block.rect()) for block in scene.blocks()] == before
    assert len(scene.items()) == count


def test_a_box_that_the_whole_board_asks_for_again_is_the_same_object(
    scene: BoardScene, touched: list[tuple[str, str]]
) -> None:
    before = scene.blocks()
    scene.show_board(board(LINES), NAMES)
    assert all(one is other for one, other in zip(before, scene.blocks(), strict=True))
    assert not [what for what, _entry_id in touched if what == "update"]


def test_the_clock_at_home_has_other_days_and_the_first_comes_back(scene: BoardScene) -> None:
    before = [(block.box.key, block.rect(), block.face.time) for block in scene.blocks()]
    scene.choose(Choice(home=True))
    assert {len(column.parts) for column in scene.plan.columns} == {1}
    assert scene.blocks("a")[0].face.time == "17:00–18:00"
    scene.choose(Choice())
    assert [(block.box.key, block.rect(), block.face.time) for block in scene.blocks()] == before


def test_a_selected_entry_stays_so_when_its_boxes_are_made_again(scene: BoardScene) -> None:
    scene.select(["a"])
    scene.choose(Choice(parties=frozenset({"x"})))
    scene.take(["a"], [])
    scene.take(["a"], LINES[:1])
    assert scene.blocks("a")[0]._chosen


def test_a_tip_tells_all_there_is(scene: BoardScene) -> None:
    scene.take(["a"], [line("a", "2024-03-25T09:00", title="ESA", status=EntryStatus.TENTATIVE)])
    assert scene.tip("a").split("\n") == [
        "ESA",
        "Mon 25 Mar · 09:00–10:00 · 17:00–18:00 in Seoul",
        "Meeting · Tentative · OFFICIAL USE",
    ]
    assert scene.tip("nobody") == ""


def test_words_stay_in_sight_while_their_box_is(scene: BoardScene) -> None:
    scene.measure(400, 400)
    (block,) = scene.blocks("a")
    rect = block.rect()
    scene.set_seen(QRectF(rect.left() + 30, rect.top() + 120, 800, 600))
    assert block._words_at == pytest.approx((30, 120))
    scene.set_seen(QRectF(0, 0, 800, rect.top() + 10))
    assert block._words_at == pytest.approx((0, 0))


def test_this_moment_lies_on_its_day(scene: BoardScene) -> None:
    scene.set_now(datetime(2024, 3, 26, 12))
    assert scene.now_at() == (1, 13 * 60)


def test_without_a_visit_under_way_there_is_no_moment(scene: BoardScene) -> None:
    scene.set_now(None)
    assert scene.now_at() is None


def _painted(scene: BoardScene) -> QImage:
    size = scene.sceneRect().size().toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter, QRectF(0, 0, size.width(), size.height()), scene.sceneRect())
    painter.end()
    return image


def _differ(one: QImage, other: QImage, at: QRectF) -> bool:
    rect = at.toAlignedRect()
    return one.copy(rect) != other.copy(rect)


def test_how_firm_and_how_exact_an_entry_is_is_told_apart_without_colour(scene: BoardScene) -> None:
    def grey(**fields: Any) -> QImage:
        scene.take(["a"], [line("a", "2024-03-25T09:00", **fields)])
        rect = scene.blocks("a")[0].rect().toAlignedRect()
        return _painted(scene).copy(rect).convertToFormat(QImage.Format.Format_Grayscale8)

    looks = [
        grey(),
        grey(status=EntryStatus.TENTATIVE),
        grey(status=EntryStatus.CANCELLED),
        grey(start_precision=Precision.ABOUT),
        grey(start_precision=Precision.UNDECIDED),
        grey(kind=EntryKind.TRAVEL),
        grey(marking=Marking.CONFIDENTIAL),
    ]
    assert all(one != other for place, one in enumerate(looks) for other in looks[:place])


def test_the_line_of_this_moment_is_painted_on_its_day_alone(scene: BoardScene) -> None:
    before = _painted(scene)
    scene.set_now(datetime(2024, 3, 26, 15))
    after = _painted(scene)
    y = scene.measures.y(16 * 60)
    lefts = [scene.measures.column_left(number) for number in range(3)]
    lines = [QRectF(left, y - 8, 150, 16) for left in lefts]
    assert [_differ(before, after, at) for at in lines] == [False, True, False]


@pytest.mark.parametrize(("day", "shown"), [("2024-03-31", True), ("2024-03-30", False)])
def test_the_hour_that_spring_leaves_out_is_hatched_and_said(
    qapp: QApplication, day: str, *, shown: bool
) -> None:
    apply_theme(qapp, "light")
    wanted = datetime.fromisoformat(day).date()
    scene = BoardScene()
    scene.measure(260, 60)
    scene.show_board(
        board([], first=wanted, last=wanted, stays=[replace(STAY, arrives_on=wanted, leaves_on=wanted)]),
        NAMES,
    )
    image = _painted(scene)
    y = scene.measures.y(2 * 60)
    paper = image.pixelColor(150, int(scene.measures.y(5 * 60)) + 20)
    colors = {image.pixelColor(x, int(y) + 40).name() for x in range(10, 200)}
    assert (colors != {paper.name()}) is shown
    scene.clear()


def test_what_lies_at_a_point_is_found(scene: BoardScene) -> None:
    middle: QPointF = scene.blocks("b")[0].rect().center()
    found = scene.block_at(middle.x(), middle.y())
    assert found is not None
    assert found.entry_id == "b"
    assert scene.block_at(middle.x(), scene.measures.y(20 * 60)) is None
