"""How the board is looked at, by keys and by the bar: clock, lanes, zoom, today."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.board.pane import BoardPane
from app.ui.screens.programme.board.zoom import A_NOTCH
from app.ui.widgets.plain import literal
from app.wording import _


class Looking(QObject):
    """Joins a bar and a board. The keys are letters: they count on the board alone, where nobody types."""

    def __init__(self, bar: ProgrammeBar, board: BoardPane) -> None:
        super().__init__(board)
        self._bar, self._board = bar, board
        verbs: tuple[tuple[str, tuple[str, ...], Callable[[], object]], ...] = (
            (_("Local or home time"), ("H",), self._turn_clock),
            (_("Lanes"), ("L",), self._turn_lanes),
            (_("Go to today, or to the first day"), ("T",), board.show_today),
            (_("Zoom in"), ("Ctrl++", "Ctrl+="), self._zoom_in),
            (_("Zoom out"), ("Ctrl+-",), self._zoom_out),
            (_("Show the whole visit"), ("Ctrl+0",), board.view.zoom.fit),
        )
        for words, keys, slot in verbs:
            action = QAction(literal(words), board)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            board.addAction(action)
        bar.zoom.moved.connect(board.view.zoom.set_share)
        bar.zoom.stepped.connect(self._step)
        bar.zoom.whole.clicked.connect(board.view.zoom.fit)
        bar.zoom.today.clicked.connect(board.show_today)
        board.view.zoom.changed.connect(self.show_zoom)

    @Slot()
    def show_zoom(self) -> None:
        """Show in the bar how near the board is."""
        self._bar.zoom.show_share(self._board.view.zoom.share)

    @Slot(int)
    def _step(self, by: int) -> None:
        self._board.view.zoom.by(A_NOTCH**by)

    @Slot()
    def _zoom_in(self) -> None:
        self._step(1)

    @Slot()
    def _zoom_out(self) -> None:
        self._step(-1)

    @Slot()
    def _turn_clock(self) -> None:
        self._bar.clocks.select("local" if self._bar.clocks.current() == "home" else "home")

    @Slot()
    def _turn_lanes(self) -> None:
        if self._bar.lanes.isVisible():
            self._bar.lanes.toggle()
