"""A field of a day, typed as people write one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.errors import PlanningError
from app.ui.forms.clock_text import read_day
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
        found = read_day(text, getattr(self._record.shown, self.column) or self._near())
        if found is None:
            raise PlanningError("day_unreadable", field=self.column)
        return found
