"""Marks of gaps and threads of ways: where there is room, over no box, beside the hours at home."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from app.domain.board.gaps import Gap
from app.domain.words import EntryKind
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.gap_marks import (
    GapMark,
    gap_marks,
    gap_words,
    gaps_by_place,
    late_words,
)
from app.ui.screens.programme.board.joins import pairs, thread
from app.ui.screens.programme.board.measures import HOME_PX, Measures
from app.ui.screens.programme.board.plan import Choice
from tests.ui.programme.board.boards import PARIS, SEOUL, board, line, plan

HERE, THERE, FAR = (48.85, 2.35), (48.80, 2.10), (52.2, 4.4)
FLIGHT = line("f", "2024-03-25T09:00", 14 * 60, SEOUL, end_zone=PARIS, kind=EntryKind.TRAVEL)


def _at(key: str, start: str, where: tuple[float, float] | None, minutes: int = 60) -> BoardLine:
    latitude, longitude = where or (None, None)
    return line(key, start, minutes, place_id=str(where), latitude=latitude, longitude=longitude)


def _marks(*lines: BoardLine, hour_px: float = 46, width: float = 166) -> list[GapMark]:
    shown = board(lines)
    found = plan(shown, shown.lines, Choice())
    measures = Measures(found.columns, width, hour_px)
    return [
        mark
        for place, gaps in gaps_by_place(found).items()
        for mark in gap_marks(gaps, found.places[place], measures)
    ]


def test_a_way_that_time_allows_is_marked_between_the_boxes(qapp: QApplication) -> None:
    del qapp
    (mark,) = _marks(_at("a", "2024-03-25T09:00", HERE), _at("b", "2024-03-25T14:00", THERE), width=400)
    assert mark.words.startswith("way about ")
    assert mark.words.endswith(" · 4 h free")


def test_in_a_narrow_day_the_way_alone_is_told(qapp: QApplication) -> None:
    del qapp
    (mark,) = _marks(_at("a", "2024-03-25T09:00", HERE), _at("b", "2024-03-25T14:00", THERE), width=140)
    assert "·" not in mark.words
    assert "…" not in mark.words


def test_where_nobody_knows_the_way_that_is_said() -> None:
    gap = Gap("a", "b", 60, None, 0, None)
    assert gap_words(gap) == "way unknown · 1 h free"


def test_what_is_too_short_is_said_in_the_box_and_not_marked(qapp: QApplication) -> None:
    del qapp
    lines = (_at("a", "2024-03-25T09:00", HERE), _at("b", "2024-03-25T10:30", FAR))
    assert _marks(*lines) == []
    shown = board(lines)
    words = late_words(plan(shown, shown.lines, Choice()).gaps)
    assert words.keys() == {"b"}
    assert words["b"].startswith("too short: way about ")


entries = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 8), st.sampled_from((HERE, THERE, None))), max_size=8
)


@given(entries=entries, hour_px=st.floats(14, 200), width=st.floats(24, 400))
def test_marks_lie_over_no_box_and_over_no_other_mark(
    entries: list[tuple[int, int, tuple[float, float] | None]], hour_px: float, width: float
) -> None:
    lines = [
        _at(
            str(number),
            (datetime(2024, 3, 25, 7) + timedelta(minutes=15 * start)).isoformat(),
            where,
            15 * length,
        )
        for number, (start, length, where) in enumerate(entries)
    ]
    shown = board(lines)
    found = plan(shown, shown.lines, Choice())
    measures = Measures(found.columns, width, hour_px)
    for place, gaps in gaps_by_place(found).items():
        taken = [measures.rect(box) for box in found.places[place]]
        for mark in gap_marks(gaps, found.places[place], measures):
            inner = mark.rect.adjusted(0, 1, 0, -1)
            assert not any(inner.intersects(rect) for rect in taken)
            taken.append(mark.rect)


def test_a_way_in_two_pieces_has_a_thread_and_one_in_a_piece_none() -> None:
    shown = board([FLIGHT, line("day", "2024-03-26T09:00", kind=EntryKind.TRAVEL)])
    found = plan(shown, shown.lines, Choice())
    assert [
        (one.entry_id, other.entry_id) for one, other in pairs(found, {"f": FLIGHT, "day": shown.lines[1]})
    ] == [("f", "f")]


@given(hour=st.integers(1, 24), offset=st.integers(0, 59), hour_px=st.floats(30, 300))
def test_a_thread_crosses_the_hours_at_home_where_none_is_written_and_then_runs_beside_them(
    hour: int, offset: int, hour_px: float
) -> None:
    shown = board([FLIGHT])
    measures = Measures(plan(shown, shown.lines, Choice()).columns, 200, hour_px)
    bottom = min(measures.y(hour * 60 + offset), measures.y(24 * 60))
    start = QRectF(4, 0, measures.inner_width(0), bottom)
    end = QRectF(measures.left(0, 1) + 4, 6, 80, 40)
    points = thread(start, end, measures.left(0, 1), measures)
    across, down = points[0], points[1:3]
    written = [measures.y(60 * each) for each in range(24)]
    assert all(abs(across.y() - y) >= 5 for y in written) or across.y() >= measures.y(24 * 60) - 9
    assert across.y() <= bottom
    assert all(point.x() >= start.right() + HOME_PX - 4 for point in down)
