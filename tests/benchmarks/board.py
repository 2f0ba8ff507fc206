"""The board of 21 days with 14 entries in each of 3 lanes, beside one of a tenth of it and an empty scene.

A frame while a hand drags an entry, opening, an edit to its repaint, and memory over a thousand drags. All
are measured in the whole window, drawn into memory.
"""

import gc
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.data.models import Entry, EntryParty, Party, Stop, Visit
from app.domain.time import to_utc
from app.planning.verbs.entries import edit_entry
from app.planning.workspace import Workspace
from tests.benchmarks.measure import Row, percentile

if TYPE_CHECKING:
    from app.ui.desk import Desk
    from app.ui.screens.programme.board.pane import BoardPane

DAYS, PER_LANE, LANES, LESS = 21, 14, 3, 10
ZONE, FIRST = "Europe/Paris", date(2026, 5, 4)
FRAMES, EDITS, OPENINGS, DRAGS, FRAMES_A_DRAG = 200, 100, 9, 1_000, 4
FRAME_MS, OPENING_MS, EDIT_MS, GOAL_RATIO, MEMORY_KIB = 8.0, 150.0, 8.0, 2.0, 2_048


def run() -> list[Row]:
    """Measure and return the rows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with _window(DAYS) as (desk, pane):
        opening = statistics.median(_opening(pane) for _ in range(OPENINGS))
        frame, edit = _frames(pane), _edits(desk, pane)
        grown = _memory(pane)
    empty = statistics.median(_empty_frames())
    with _window(DAYS // LESS) as (desk, pane):
        small_frame, small_edit = _frames(pane), _edits(desk, pane)
    entries, machine = DAYS * PER_LANE * LANES, f"{platform.machine()}, {os.cpu_count()} cores"
    return [
        _row(f"board of {entries} entries ({machine}): opening, median", opening, OPENING_MS),
        _row("a frame of a drag over an empty scene's, median", statistics.median(frame) - empty, FRAME_MS),
        _row("the same, p95", percentile(frame, 0.95) - empty, 2 * FRAME_MS),
        _row("hearing of an edit to its repaint, median", statistics.median(edit), EDIT_MS),
        _ratio(f"a frame of a drag : with {LESS} times less", frame, small_frame),
        _ratio(f"an edit : with {LESS} times less", edit, small_edit),
        Row(f"memory over {DRAGS} drags", f"{grown:+} KiB", f"{MEMORY_KIB} KiB", grown <= MEMORY_KIB),
    ]


def _row(what: str, milliseconds: float, goal: float) -> Row:
    return Row(what, f"{milliseconds:.1f} ms", f"{goal:.0f} ms", milliseconds < goal)


def _ratio(what: str, ours: list[float], less: list[float]) -> Row:
    ratio = statistics.median(ours) / statistics.median(less)
    return Row(what, f"{ratio:.2f} times", f"{GOAL_RATIO} times", ratio <= GOAL_RATIO)


def _fill(session: Session, days: int) -> None:
    """Plant a visit with 14 entries of 45 minutes a day for each of three parties."""
    last = FIRST + timedelta(days=days - 1)
    session.add(
        Visit(
            id="visit",
            title="Visit",
            home_city="Seoul",
            home_zone="Asia/Seoul",
            starts_on=FIRST,
            ends_on=last,
        )
    )
    session.add(Stop(visit_id="visit", city="Paris", zone=ZONE, arrives_on=FIRST, leaves_on=last))
    for lane in range(LANES):
        session.add(Party(id=f"party-{lane}", visit_id="visit", position=lane, name=f"Party {lane}"))
    for number in range(days * PER_LANE * LANES):
        lane, slot = number % LANES, number // LANES
        hours = timedelta(days=slot // PER_LANE, hours=7 + slot % PER_LANE, minutes=5 * lane)
        start = datetime.combine(FIRST, datetime.min.time()) + hours
        end = start + timedelta(minutes=45)
        entry = Entry(
            id=f"entry-{number}",
            visit_id="visit",
            title=f"Entry {number} of the programme",
            start_wall=start,
            start_zone=ZONE,
            end_wall=end,
            end_zone=ZONE,
            start_utc=to_utc(start, ZONE),
            end_utc=to_utc(end, ZONE),
        )
        session.add(entry)
        session.add(EntryParty(visit_id="visit", entry_id=entry.id, party_id=f"party-{lane}"))


@contextmanager
def _window(days: int) -> "Iterator[tuple[Desk, BoardPane]]":
    from PySide6.QtWidgets import QApplication

    from app.ui.preferences import Preferences
    from app.ui.screens.programme.bar import ProgrammeBar
    from app.ui.screens.programme.board.pane import BoardPane
    from app.ui.theme.style import apply_theme
    from app.ui.window.main_window import MainWindow

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "board.aide"
        with Workspace.create(path) as space:
            space.do_for_good("Fill", _fill, days)
        window = MainWindow(Preferences(Path(folder) / "window.ini"))
        window.resize(1440, 900)
        window.show()
        window.open_planner(path)
        application.processEvents()
        pane, bar = window.findChild(BoardPane), window.findChild(ProgrammeBar)
        assert pane is not None
        assert bar is not None
        assert window.frame is not None
        bar.lanes.setChecked(True)
        application.processEvents()
        yield window.frame.desk, pane
        window.close()
        window.deleteLater()
        application.processEvents()


def _timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds it takes until all is painted that it asks for."""
    start = time.perf_counter()
    work()
    _paint()
    return (time.perf_counter() - start) * 1000


def _paint() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()


def _opening(pane: "BoardPane") -> float:
    """Return how long it takes from nothing on the board to all of it: asked for, drawn, painted."""
    assert pane.scene.board is not None
    pane.scene.show_board(replace(pane.scene.board, lines=()), pane.scene.names)
    _paint()
    return _timed(partial(pane.show_visit, "visit"))


def _drag(pane: "BoardPane", frames: int) -> list[float]:
    """Carry a box that is seen about, and let go of it with Escape; return what each frame took."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    port = pane.view.viewport()
    middles = (pane.view.mapFromScene(block.rect().center()) for block in pane.scene.blocks())
    at = next(middle for middle in middles if port.rect().contains(middle))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(port, at + QPoint(20, 20))
    _paint()
    assert pane.view.hands.busy
    times = []
    for number in range(frames):
        to = at + QPoint(20 + 7 * (number % 40), 20 + 5 * (number % 50))
        times.append(_timed(partial(QTest.mouseMove, port, to)))
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at)
    _paint()
    return times


def _frames(pane: "BoardPane") -> list[float]:
    _drag(pane, FRAMES // 10)
    return _drag(pane, FRAMES)


def _empty_frames() -> list[float]:
    """Return what a frame takes in a scene with nothing but a box that follows the mouse."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsScene, QGraphicsView

    scene = QGraphicsScene(0, 0, 3000, 1200)
    box = QGraphicsRectItem(0, 0, 40, 34)
    scene.addItem(box)
    view = QGraphicsView(scene)
    view.resize(800, 640)
    view.show()
    _paint()

    def follow(to: QPoint) -> None:
        QTest.mouseMove(view.viewport(), to)
        box.setPos(QPointF(to))

    points = (QPoint(20 + 7 * (number % 40), 20 + 5 * (number % 50)) for number in range(FRAMES))
    times = [_timed(partial(follow, to)) for to in points]
    view.close()
    return times


def _edits(desk: "Desk", pane: "BoardPane") -> list[float]:
    """Return how long it takes from where the board hears of an edit to the end of its repaint.

    What comes before, bringing the edit to the disk, is measured with the list.
    """
    heard: list[float] = []
    show_some = pane.show_some

    def hear(ids: frozenset[str]) -> None:
        heard.append(time.perf_counter())
        show_some(ids)

    pane.show_some = hear  # type: ignore[method-assign, assignment]
    times = []
    for number in range(EDITS):
        desk.do("Rename", edit_entry, f"entry-{number % 12}", title=f"Renamed {number}")
        _paint()
        times.append((time.perf_counter() - heard.pop()) * 1000)
    pane.show_some = show_some  # type: ignore[method-assign]
    return times


def _memory(pane: "BoardPane") -> int:
    """Return by how many KiB the program grew over a thousand drags, after the first fifty."""
    for _ in range(50):
        _drag(pane, FRAMES_A_DRAG)
    gc.collect()
    before = _resident_kib()
    for _ in range(DRAGS):
        _drag(pane, FRAMES_A_DRAG)
    gc.collect()
    return _resident_kib() - before


def _resident_kib() -> int:
    """Return how much memory the program takes: the most it ever took, where nothing tells what it is now."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(
            next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1]
        )
    import resource

    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if platform.system() == "Darwin" else most
