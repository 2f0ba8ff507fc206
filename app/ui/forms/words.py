"""Fields that are chosen from a few fixed words: vocabularies, and the marking."""

from collections.abc import Iterable, Sequence
from enum import Enum, StrEnum
from typing import Any

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from app.domain.words import Marking
from app.planning.settings import marking_names
from app.planning.workspace import Changed
from app.ui.forms.field import Field
from app.ui.forms.record import Record
from app.ui.widgets.plain import set_tip
from app.wording.names import word_name

_LEAST_LETTERS = 6
_MOST_ROWS = 12


class QuietBox(QComboBox):
    """A combo box that the wheel scrolls past: a list that is scrolled must not change by it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.currentTextChanged.connect(self._tell_whole)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    @Slot()
    def _tell_whole(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        wide = self.fontMetrics().horizontalAdvance(self.currentText())
        set_tip(self, self.currentText() if wide > self._room(option).width() else "")

    def _room(self, option: QStyleOptionComboBox) -> QRect:
        """Return where the name stands."""
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        # Qt cuts a name that does not fit through the letter.
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, self._room(option).width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class WordField(Field):
    """A word of a fixed vocabulary."""

    def __init__(
        self, record: Record, column: str, label: str, words: Sequence[tuple[Enum | None, str]]
    ) -> None:
        self._box = QuietBox()
        self._words = tuple(word for word, _name in words)
        for _word, name in words:
            self._box.addItem(name)
        super().__init__(record, column, label, self._box)
        self._box.activated.connect(self.leave)

    def text(self) -> str:
        at = self._box.currentIndex()
        return _key(self._words[at]) if at >= 0 else ""

    def set_text(self, text: str) -> None:
        keys = [_key(word) for word in self._words]
        self._box.setCurrentIndex(keys.index(text) if text in keys else -1)

    def stored(self, detail: Any) -> str:
        return _key(getattr(detail, self.column))

    def value(self, text: str) -> Any:
        return next(word for word in self._words if _key(word) == text)

    def set_names(self, names: Sequence[str]) -> None:
        """Call the words otherwise."""
        for at, name in enumerate(names):
            self._box.setItemText(at, name)

    def set_read_only(self, *, read_only: bool) -> None:
        self._box.setEnabled(not read_only)


class MarkingField(WordField):
    """How closely a row is held, by the names that this planner gives the markings."""

    def __init__(self, record: Record, column: str, label: str) -> None:
        names = record.desk.ask(marking_names)
        super().__init__(record, column, label, list(zip(Marking, names, strict=True)))
        record.desk.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("setting"):
            self.set_names(self._record.desk.ask(marking_names))


def vocabulary(words: Iterable[StrEnum]) -> list[tuple[StrEnum, str]]:
    """Return the words of a vocabulary with what people read for them."""
    return [(word, word_name(word)) for word in words]


def _key(word: Enum | None) -> str:
    if word is None:
        return ""
    return str(int(word)) if isinstance(word, Marking) else str(word.value)
