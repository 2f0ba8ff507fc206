"""The days of six weeks around a month, and the actions that are due on them, as Qt asks for them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.planning.views.actions import ActionRow
from app.wording import _, ngettext
from app.wording.actions import days_left
from app.wording.dates import day_long, weekday
from app.wording.names import word_name

WEEKS: Final = 6
DAYS: Final = 7
_ROOT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class MonthModel(QAbstractTableModel):
    """Weeks from Monday as rows, their days as columns: always six, so that a month is never a reset."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.month = today.replace(day=1)
        self._by_day: dict[date, list[ActionRow]] = {}

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else DAYS

    def data(self, index: _Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid() or role not in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return None
        day = self.day(index)
        rows = self.rows_on(day)
        if role == _Role.DisplayRole:
            return " ".join([str(day.day), *(row.text for row in rows)])
        count = ngettext("{count} action", "{count} actions", len(rows)).format(count=len(rows))
        return ", ".join([day_long(day), count, *(spoken(row) for row in rows)])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /) -> Any:
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal and 0 <= section < DAYS:
            return weekday(self._first() + timedelta(days=section))
        return None

    # What is shown

    def show_rows(self, rows: Sequence[ActionRow]) -> None:
        """Show these actions, in this order on each day; those without a day stand nowhere."""
        by_day: dict[date, list[ActionRow]] = {}
        for row in rows:
            if row.due_on is not None:
                by_day.setdefault(row.due_on, []).append(row)
        if by_day != self._by_day:
            self._by_day = by_day
            self._tell()

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        if day.replace(day=1) != self.month:
            self.month = day.replace(day=1)
            self._tell()

    def day(self, index: _Index) -> date:
        """Return the day of a cell."""
        return self._first() + timedelta(days=index.row() * DAYS + index.column())

    def place(self, day: date) -> QModelIndex:
        """Return the cell of a day; none where it is not in view."""
        at = (day - self._first()).days
        return self.index(*divmod(at, DAYS)) if 0 <= at < WEEKS * DAYS else QModelIndex()

    def rows_on(self, day: date) -> Sequence[ActionRow]:
        """Return the actions that are due on a day."""
        return self._by_day.get(day, ())

    def due_days(self) -> list[date]:
        """Return all days on which something is due, the first first."""
        return sorted(self._by_day)

    def _first(self) -> date:
        return self.month - timedelta(days=self.month.weekday())

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))


def spoken(row: ActionRow) -> str:
    """Return an action as a screen reader says it, and as the tip over it does."""
    parts = (" ".join(row.text.split()), row.owner or _("nobody yet"), word_name(row.state))
    return " · ".join(part for part in (*parts, days_left(row.days_left, closed=row.closed)) if part)
