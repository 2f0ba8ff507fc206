"""The board in pixels: points and minutes agree, boxes stand inside their parts."""

from datetime import date
from itertools import pairwise
from math import ceil, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from app.domain.board.pieces import Piece
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.hours import HOURS_PX, HourGutter
from app.ui.screens.programme.board.measures import DAY_MINUTES, HOME_PX, Measures
from app.ui.screens.programme.board.plan import Box, Choice
from app.ui.screens.programme.board.zoom import A_NOTCH, HOUR_LEAST, HOUR_MOST
from app.ui.theme.fonts import BOLD, SMALL_PX, ui_font
from tests.ui.programme.board.boards import PARIS, SEOUL, board, line, plan

FLIGHT = line("flight", "2024-03-26T09:00", 14 * 60, SEOUL, end_zone=PARIS)
SHOWN = board([FLIGHT])
COLUMNS = plan(SHOWN, SHOWN.lines, Choice()).columns
sizes = st.builds(lambda width, hour: Measures(COLUMNS, width, hour), st.floats(24, 900), st.floats(14, 900))


def _box(column: int, part: int, top: int, bottom: int, left: float = 0.0, right: float = 1.0) -> Box:
    piece = Piece("e", column, part, top, bottom, starts=True, ends=True)
    return Box(("e", 0, 0), piece, left, right)


def test_days_stand_beside_each_other_and_one_of_two_parts_is_wider_than_one() -> None:
    measures = Measures(COLUMNS, 100, 40)
    assert [len(column.parts) for column in COLUMNS] == [1, 2, 1]
    assert [measures.column_left(number) for number in range(3)] == [0, 100, 232]
    assert (measures.left(1, 1), measures.width) == (166, 332)
    assert measures.part(1, 0).zone == SEOUL


@given(measures=sizes, column=st.integers(0, 2), minute=st.integers(0, DAY_MINUTES))
def test_a_point_lies_in_the_part_and_at_the_minute_that_are_there(
    measures: Measures, column: int, minute: int
) -> None:
    for part in range(len(COLUMNS[column].parts)):
        at = QPointF(measures.left(column, part) + measures.part_width(column) / 2, measures.y(minute))
        spot = measures.at(at)
        assert spot is not None
        assert (spot.column, spot.part) == (column, part)
        assert spot.minute == pytest.approx(minute, abs=1e-6)
        assert column in measures.days_at(at.x(), at.x())


@given(measures=sizes, top=st.integers(0, DAY_MINUTES - 1), share=st.floats(0, 0.9))
def test_a_box_stands_in_its_part_and_leaves_the_hours_at_home_free(
    measures: Measures, top: int, share: float
) -> None:
    rect = measures.rect(_box(1, 1, top, top + 1, share, 1.0))
    part = measures.part_rect(1, 1)
    assert part.left() <= rect.left()
    assert rect.right() <= part.right() - measures.home_px(1) + 3
    assert rect.height() >= 3
    assert measures.y(top) <= rect.top() <= measures.y(top) + 1


def test_a_narrow_day_gives_the_hours_at_home_to_its_boxes() -> None:
    assert Measures(COLUMNS, 160, 40).home_px(0) == HOME_PX
    assert 0 < Measures(COLUMNS, 60, 40).home_px(0) < HOME_PX
    narrow = Measures(COLUMNS, 50, 40)
    assert narrow.home_px(0) == 0
    assert narrow.rect(_box(0, 0, 0, 60)).width() > 40


def test_a_box_too_low_for_words_borrows_the_free_ground_below_it_and_no_more() -> None:
    def heights(*lines: BoardLine) -> list[float]:
        shown = board(lines)
        found = plan(shown, shown.lines, Choice())
        measures = Measures(found.columns, 160, 46)
        return [round(measures.rect(box).height(), 1) for box in found.boxes.values()]

    short = line("short", "2024-03-25T09:00", 5)
    assert heights(short) == [12.0]
    assert heights(short, line("next", "2024-03-25T09:05", 60))[0] == 3.0
    assert 3.0 < heights(short, line("near", "2024-03-25T09:15", 60))[0] < 12.0


def test_beyond_the_days_the_nearest_is_meant_and_without_days_none() -> None:
    measures = Measures(COLUMNS, 100, 40)
    before, after = measures.at(QPointF(-50, -50)), measures.at(QPointF(9999, 9999))
    assert before is not None
    assert after is not None
    assert (before.column, before.minute) == (0, 0)
    assert (after.column, after.minute) == (2, DAY_MINUTES)
    nothing = Measures((), 100, 40)
    assert nothing.at(QPointF(0, 0)) is None
    assert (nothing.width, list(nothing.days_at(0, 100))) == (0, [])
    assert COLUMNS[0].day == date(2024, 3, 25)


def _steps() -> list[float]:
    """Return how high an hour is at each step from the farthest zoom to the nearest."""
    count = ceil(log(HOUR_MOST / HOUR_LEAST, A_NOTCH))
    return [min(HOUR_LEAST * A_NOTCH**step, HOUR_MOST) for step in range(count + 1)]


@pytest.mark.parametrize("hour_px", _steps())
def test_no_hour_is_cut_where_its_line_is_seen_nor_written_over_another(
    qapp: QApplication, hour_px: float
) -> None:
    del qapp
    gutter, measures = HourGutter(), Measures((), 160.0, hour_px)
    figure = QFontMetricsF(ui_font(SMALL_PX, BOLD, tabular=True)).capHeight()
    for height in (300, 540):
        gutter.resize(HOURS_PX, height)
        gutter.show_hours(measures)
        for offset in range(0, max(int(measures.height) - height, 1), 7 if hour_px < 200 else 61):
            gutter.scroll_to(offset)
            labels = gutter.labels()
            assert labels or hour_px > height
            for minute, at in labels:
                assert gutter.rect().toRectF().contains(at)
                assert abs(at.center().y() - (measures.y(minute) - offset)) <= at.height() / 2
            assert all(lower.top() - upper.top() > figure for (_, upper), (_, lower) in pairwise(labels))
