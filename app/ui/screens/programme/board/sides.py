"""What stands beside the board and goes along with it: the days above, the hours at the left."""

from PySide6.QtCore import QObject, Qt, Slot

from app.domain.board.days import Column
from app.planning.views.board import Board
from app.ui.screens.programme.board.almanac import Almanac
from app.ui.screens.programme.board.header import DayHeader
from app.ui.screens.programme.board.headings import DayWords, city_days, day_words, lane_names
from app.ui.screens.programme.board.hours import HOURS_PX, HourGutter
from app.ui.screens.programme.board.view import BoardView
from app.ui.theme.fonts import ui_font
from app.ui.widgets.labels import MutedLabel
from app.wording import _

_CORNER_PX = 9


class Sides(QObject):
    """Keeps header, hours and the corner between them in step with a view of the board."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self.header = DayHeader()
        self.hours = HourGutter()
        self.corner = MutedLabel()
        self.corner.setFont(ui_font(_CORNER_PX))
        self.corner.setFixedWidth(HOURS_PX)
        self.corner.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
        self.almanac = Almanac(self)
        self._words: tuple[DayWords, ...] = ()
        self._read_of: tuple[Board | None, tuple[Column, ...]] = (None, ())
        view.horizontalScrollBar().valueChanged.connect(self.header.scroll_to)
        view.verticalScrollBar().valueChanged.connect(self.hours.scroll_to)
        view.resized.connect(self._end_header)
        self.almanac.changed.connect(self._read_days)

    def draw(self) -> None:
        """Show the days and hours of what the view shows now."""
        scene = self._view.board
        board, columns = self._read_of
        if board is not scene.board or columns is not scene.plan.columns:
            if scene.board is not None:
                self.almanac.show_board(scene.board)
            self.almanac.want(city_days(scene.plan.columns))
            self._read_days()
        self.corner.setText((_("Home") if scene.choice.home else _("Local")).upper())
        now = scene.now_at()
        self.header.show_today(now[0] if now else None)
        self.measure()

    @Slot()
    def _end_header(self) -> None:
        self.header.end_at(self._view.viewport().width())

    @Slot()
    def measure(self) -> None:
        """Measure the days and hours as the board is measured now."""
        scene = self._view.board
        if scene.board is not None:
            names = {party.id: party.name for party in scene.board.parties}
            self.header.show_days(scene.measures, self._words, lane_names(scene.plan.lanes, names))
            self._end_header()
            self.hours.show_hours(scene.measures)
            self.header.scroll_to(self._view.horizontalScrollBar().value())
            self.hours.scroll_to(self._view.verticalScrollBar().value())

    @Slot()
    def _read_days(self) -> None:
        """Find the words over the days."""
        scene = self._view.board
        if scene.board is not None:
            head, columns = scene.board.head, scene.plan.columns
            self._words = tuple(day_words(head, column, self.almanac.facts) for column in columns)
            self._read_of = (scene.board, columns)
            self.measure()
