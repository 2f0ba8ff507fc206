"""How Qt's own controls are set to the look, in what a style sheet cannot say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateTimeEdit,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QTreeView,
    QWidget,
)

ROW_PX = 30
_SPIN_TEXT_PX = 8


def tune(widget: QWidget) -> None:
    """Set a view, combo box, spin box or calendar to the look; anything else is left alone.

    A view is tuned before rows are put in or chosen: it measures its rows once.
    """
    if isinstance(widget, QAbstractItemView):
        _tune_view(widget)
    elif isinstance(widget, QComboBox):
        # The combo box's own delegate does not read the sheet: its rows would be low.
        widget.setItemDelegate(QStyledItemDelegate(widget))
    elif isinstance(widget, QDateTimeEdit) and widget.calendarPopup():
        _tune_calendar(widget.calendarWidget())
    elif isinstance(widget, QAbstractSpinBox):
        _tune_spin(widget)
    elif isinstance(widget, QCalendarWidget):
        _tune_calendar(widget)


def flat(view: QAbstractItemView) -> None:
    """Take a view's frame and ground away, where it fills a panel that has them."""
    view.setProperty("flat", "true")


def scrolled(widget: QWidget) -> None:
    """Let the ground of a scroll area shine through its inside."""
    widget.setProperty("role", "scrolled")


def _tune_view(view: QAbstractItemView) -> None:
    # Rows measured before the sheet is read stay as low as they were.
    view.ensurePolished()
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    if isinstance(view, QTreeView):
        view.setUniformRowHeights(True)
        _tune_header(view.header())
    elif isinstance(view, QTableView):
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setCornerButtonEnabled(False)
        view.verticalHeader().setDefaultSectionSize(ROW_PX)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().hide()
        _tune_header(view.horizontalHeader())


def _tune_header(header: QHeaderView) -> None:
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStretchLastSection(True)


def _tune_spin(spin: QAbstractSpinBox) -> None:
    # The style puts the line edit of a spin box at the frame, whatever padding the sheet says.
    line = spin.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(_SPIN_TEXT_PX, 0, 0, 0)


def _tune_calendar(calendar: QCalendarWidget) -> None:
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        # Qt's red means an error here.
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
