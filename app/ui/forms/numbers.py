"""Fields of numbers: typed, stepped with the arrows, empty where the column may be."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.errors import PlanningError
from app.ui.forms.number_text import number_text, read_decimal, read_degrees, read_whole
from app.ui.forms.record import Record
from app.ui.forms.text import TextField

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class NumberField(TextField):
    """A whole number from ``least`` to ``most``. Up and Down go by ``step``."""

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        least: int = 0,
        most: int = 1_000_000,
        *,
        step: int = 1,
        hint: str = "",
    ) -> None:
        super().__init__(record, column, label, hint=hint)
        self._least, self._most, self._step = least, most, step

    def value(self, text: str) -> int | None:
        if not text.strip():
            return None
        number = read_whole(text)
        if number is None or not self._least <= number <= self._most:
            raise PlanningError("number_wanted", field=self.column, least=self._least, most=self._most)
        return number

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        way = _STEPS.get(Qt.Key(event.key()))
        if way is not None and not self._line.isReadOnly():
            number = read_whole(self.text() or "0")
            if number is not None:
                self._line.setText(str(min(self._most, max(self._least, number + way * self._step))))
                self._line.end(False)
                self.typed()
            return
        super().keyPressEvent(event)


class DecimalField(TextField):
    """A number with decimals; with ``degrees``, also as ``48° 51′ 30″ N``."""

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        least: float = 0.0,
        most: float = 1_000_000.0,
        *,
        degrees: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(record, column, label, hint=hint)
        self._least, self._most = least, most
        self._read = read_degrees if degrees else read_decimal

    def stored(self, detail: Any) -> str:
        value = getattr(detail, self.column)
        return "" if value is None else number_text(value)

    def value(self, text: str) -> float | None:
        if not text.strip():
            return None
        number = self._read(text)
        if number is None or not self._least <= number <= self._most:
            raise PlanningError(
                "number_wanted",
                field=self.column,
                least=number_text(self._least),
                most=number_text(self._most),
            )
        return number
