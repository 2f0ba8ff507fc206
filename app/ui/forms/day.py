"""Fields of a day, typed as people write one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.errors import PlanningError
from app.ui.forms.clock_text import read_day, read_due_day
from app.ui.forms.record import Record
from app.ui.forms.text import TextField
from app.wording.dates import day_with_year


class DayField(TextField):
    """A day, empty where the column may be.

    Without a year, the nearest to the day stored is meant; where none is, nearest to what ``near`` returns,
    which is today if it is not given.
    """

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        *,
        near: Callable[[], date] = date.today,
        hint: str = "",
    ) -> None:
        super().__init__(record, column, label, hint=hint)
        self._near = near

    def stored(self, detail: Any) -> str:
        value: date | None = getattr(detail, self.column)
        return "" if value is None else day_with_year(value)

    def value(self, text: str) -> date | None:
        if not text.strip():
            return None
        found = self._meant(text, getattr(self._record.shown, self.column))
        if found is None:
            raise PlanningError("day_unreadable", field=self.column)
        return found

    def _meant(self, text: str, stored: date | None) -> date | None:
        return read_day(text, stored or self._near())


class DueField(DayField):
    """A day by which something is due, also in words such as ``in two weeks``: those count from today.

    A day without a year is the next one; where a day is stored, the one nearest to it.
    """

    def _meant(self, text: str, stored: date | None) -> date | None:
        corrected = read_day(text, stored) if stored else None
        return corrected or read_due_day(text, self._near())
