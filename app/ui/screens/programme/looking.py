"""How the board is looked at, by keys and by the bar: clock, lanes, zoom, today."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

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
            (_("Lanes"), ("L",), self._turn_lanes),
            (_("Go to today, or to the first day"), ("T",), board.show_today),
            (_("Zoom in"), ("Ctrl++", "Ctrl+="), self._zoom_in),
            (_("Zoom out"), ("Ctrl+-",), self._zoom_out),
            (_("Show the whole visit"), ("Ctrl+0",), board.view.zoom.fit),
        )
        for words, keys, slot in verbs:
            _add(board, words, keys, slot)
        turn_by_key(bar, board)
        self._turns = (
            _add(board, _("The day before"), (Qt.Key.Key_PageUp,), board.days.show_before),
            _add(board, _("The next day"), (Qt.Key.Key_PageDown,), board.days.show_next),
        )
        bar.installEventFilter(self)
        bar.zoom.day_before.clicked.connect(board.days.show_before)
        bar.zoom.next_day.clicked.connect(board.days.show_next)
        bar.forms.selected.connect(self._choose_form)
        self._choose_form(bar.forms.current())
        bar.zoom.moved.connect(board.view.zoom.set_share)
        bar.zoom.stepped.connect(self._step)
        bar.zoom.whole.clicked.connect(board.view.zoom.fit)
        bar.zoom.today.clicked.connect(board.show_today)
        board.view.zoom.changed.connect(self.show_zoom)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Turn the day by the keys that come to the bar: what stands in it has no use for them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for turn in self._turns:
                if turn.isEnabled() and QKeySequence(event.keyCombination()) in turn.shortcuts():
                    turn.trigger()
                    return True
        return super().eventFilter(watched, event)

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

    @Slot(str)
    def _choose_form(self, form: str) -> None:
        for turn in self._turns:
            turn.setEnabled(form == "day")  # the whole visit is scrolled by these keys

    @Slot()
    def _turn_lanes(self) -> None:
        if self._bar.lanes.isVisible():
            self._bar.lanes.toggle()


def turn_by_key(bar: ProgrammeBar, form: QWidget) -> None:
    """Let a key on a form of the programme turn from local time to home time, and back."""

    def turn() -> None:
        bar.clocks.select("local" if bar.clocks.current() == "home" else "home")

    _add(form, _("Local or home time"), ("H",), turn)


def _add(form: QWidget, words: str, keys: Sequence[str | Qt.Key], slot: Callable[[], object]) -> QAction:
    action = QAction(literal(words), form)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(slot)
    form.addAction(action)
    return action
