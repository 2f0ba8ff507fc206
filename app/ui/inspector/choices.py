"""Fields that are chosen from a list: short ones by their words, long ones by typing a part of a name."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from app.domain.errors import AideError, PlanningError
from app.domain.words import Marking
from app.planning.views.entry import EntryDetail
from app.planning.views.visits import Choice
from app.ui.inspector.editing import Editing
from app.ui.inspector.field import Field
from app.ui.widgets.plain import set_tip
from app.ui.widgets.tuning import tune

Source = Callable[[], Iterable[Choice]]
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

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        # Qt cuts a name that does not fit through the letter.
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class WordField(Field):
    """A word of a fixed vocabulary."""

    def __init__(
        self,
        editing: Editing,
        column: str,
        label: str,
        words: Sequence[tuple[Enum, str]],
        *,
        leg: bool = False,
    ) -> None:
        self._box = QuietBox()
        self.leg = leg
        self._words = tuple(word for word, _name in words)
        for _word, name in words:
            self._box.addItem(name)
        super().__init__(editing, column, label, self._box)
        self._box.activated.connect(self.leave)

    def text(self) -> str:
        at = self._box.currentIndex()
        return _key(self._words[at]) if at >= 0 else ""

    def set_text(self, text: str) -> None:
        keys = [_key(word) for word in self._words]
        self._box.setCurrentIndex(keys.index(text) if text in keys else -1)

    def stored(self, entry: EntryDetail) -> str:
        source: object = entry.leg if self.leg else entry
        return "" if source is None else _key(getattr(source, self.column))

    def value(self, text: str) -> Any:
        return next(word for word in self._words if _key(word) == text)

    def set_names(self, names: Sequence[str]) -> None:
        """Call the words otherwise."""
        for at, name in enumerate(names):
            self._box.setItemText(at, name)

    def set_read_only(self, *, read_only: bool) -> None:
        self._box.setEnabled(not read_only)


def _key(word: Enum) -> str:
    return str(int(word)) if isinstance(word, Marking) else str(word.value)


class SearchBox(QuietBox):
    """A list in which one finds by typing any part of a name. It is filled when it is first needed."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._filled = False
        self.choices: tuple[Choice, ...] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(_MOST_ROWS)
        self.setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            tune(popup)
        self.line.setTextMargins(-2, 0, 0, 0)  # in line with the words of the other fields
        self.line.textEdited.connect(self.load)

    @property
    def line(self) -> QLineEdit:
        """Where one types."""
        line = self.lineEdit()
        assert line is not None
        return line

    def forget(self) -> None:
        """Ask for the choices again when they are next needed."""
        self._filled = False

    @Slot()
    def load(self) -> None:
        """Fill the list if that was not done yet; what was typed stays."""
        if self._filled:
            return
        self._filled = True
        text, at = self.line.text(), self.line.cursorPosition()
        self.choices = tuple(self._source())
        self.blockSignals(True)
        self.clear()
        self.addItems([label(choice) for choice in self.choices])
        self.setCurrentIndex(-1)
        self.setEditText(text)
        self.line.setCursorPosition(at)
        self.blockSignals(False)

    def showPopup(self) -> None:
        self.load()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self.load()
        super().focusInEvent(event)


def label(choice: Choice) -> str:
    """Return how a choice reads in the list."""
    return f"{choice.name} · {choice.detail}" if choice.detail else choice.name


class ChoiceField(Field):
    """A reference to another row: empty, or one of the choices. ``named`` is where the view has its name."""

    def __init__(self, editing: Editing, column: str, label: str, source: Source, *, named: str) -> None:
        self.box = SearchBox(source)
        self._named = named
        super().__init__(editing, column, label, self.box)
        self.box.line.setAccessibleName(label)
        self.box.activated.connect(self.leave)
        self.box.line.editingFinished.connect(self.leave)
        self.box.line.textEdited.connect(self.typed)

    def text(self) -> str:
        return self.box.currentText()

    def set_text(self, text: str) -> None:
        self.box.setCurrentIndex(-1)
        self.box.setEditText(text)
        self.box.line.setCursorPosition(0)
        set_tip(self.box, text)

    def stored(self, entry: EntryDetail) -> str:
        return getattr(entry, self._named) or ""

    def value(self, text: str) -> str | None:
        if not text.strip():
            return None
        self.box.load()
        found = meant(text, self.box.choices)
        if found is None:
            raise PlanningError("choice_unknown", field=self.column)
        return found.id

    def fault(self, text: str) -> AideError | None:
        found = super().fault(text)
        # Who has typed a part of a name that there is has made no mistake yet.
        begun = found is not None and any(
            _has(choice, text.strip().casefold()) for choice in self.box.choices
        )
        return None if begun else found

    def set_read_only(self, *, read_only: bool) -> None:
        self.box.setEnabled(not read_only)


class ZoneField(ChoiceField):
    """A time zone by its IANA name."""

    def value(self, text: str) -> str | None:
        self.box.load()
        found = meant(text.strip().replace(" ", "_"), self.box.choices)
        if found is None:
            raise PlanningError("zone_unknown", field=self.column, zone=text)
        return found.id

    def write(self, value: Any) -> None:
        entry = self._editing.entry
        if self.column == "start_zone":
            self._editing.move(
                self.column, start_wall=entry.start_wall, start_zone=value, start_fold=entry.start_fold
            )
        else:
            self._editing.edit(self.column, end_zone=value, end_fold=entry.end_fold)


def meant(text: str, choices: Sequence[Choice]) -> Choice | None:
    """Return the choice that a text means: by its label, by its name, or as the only one like it."""
    wanted = text.strip().casefold()
    for test in (_is_label, _is_name, _has):
        found = [choice for choice in choices if test(choice, wanted)]
        if len(found) == 1 or (found and test is _is_label):
            return found[0]
        if found:
            return None
    return None


def _is_label(choice: Choice, wanted: str) -> bool:
    return label(choice).casefold() == wanted


def _is_name(choice: Choice, wanted: str) -> bool:
    return choice.name.casefold() == wanted


def _has(choice: Choice, wanted: str) -> bool:
    return wanted in label(choice).casefold()
