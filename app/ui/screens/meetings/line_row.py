"""One marked line: a sentence edited in place, with what it is for, its marking, and a menu of what else."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.prose import with_mark
from app.domain.words import Marking
from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Record
from app.ui.theme.fonts import ui_font
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import ChoiceButton, IconButton
from app.ui.widgets.plain import literal, set_tip
from app.wording import _
from app.wording.names import word_name

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
SIDE_PX = 96
GAP_PX = 4
MORE_PX = 28
_BADGE_DROP_PX = 6
_TAG_SIDES_PX = 32  # the frame and padding of a button of choices, with its arrow


def side_px(tags: Sequence[StrEnum]) -> int:
    """Return how wide stands what is beside the words of lines: as wide as the longest tag needs."""
    metrics = QFontMetrics(ui_font())
    return max([SIDE_PX, *(metrics.horizontalAdvance(word_name(tag)) + _TAG_SIDES_PX for tag in tags)])


class LineText(PlainText):
    """The words of a line: Enter is ``entered``, Alt with an arrow ``stepped``, Backspace ``erased``.

    Shift+Enter begins a new line of the same paragraph, an item of a list for one; Ctrl+B and Ctrl+I put the
    marks of strong and slanted words around what is chosen, or take them off.
    """

    entered = Signal()
    stepped = Signal(int)
    erased = Signal()

    def __init__(self) -> None:
        super().__init__(least_lines=1)

    def event(self, event: QEvent, /) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _mark_of(event):
            event.accept()  # here it is no key of the window's
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        mark = _mark_of(event)
        if mark and not self.isReadOnly():
            self._toggle(mark)
            return
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            return
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(_STEPS[key])
            return
        if key == Qt.Key.Key_Backspace and not self.toPlainText() and not self.isReadOnly():
            self.erased.emit()
            return
        if key in _ENTER:
            self.left.emit()
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _toggle(self, mark: str) -> None:
        """Put a mark around the chosen words, or the word at the cursor, or take it off."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        line = cursor.document().findBlock(cursor.selectionStart())
        first = line.position()
        end = min(cursor.selectionEnd() - first, line.length() - 1)  # a mark ends with its line
        text, start, end = with_mark(line.text(), cursor.selectionStart() - first, end, mark)
        cursor.setPosition(first)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.setPosition(first + start)
        cursor.setPosition(first + end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def _mark_of(event: QKeyEvent) -> str:
    """Return the mark that a key puts around words, if it does."""
    if event.matches(QKeySequence.StandardKey.Bold):
        return "**"
    return "*" if event.matches(QKeySequence.StandardKey.Italic) else ""


class LineField(LongField):
    """The text of a line, without a name above it: the row says what it is."""

    words: LineText

    def __init__(self, record: Record, name: str) -> None:
        self.words = LineText()
        super().__init__(record, "text", name, self.words)
        self._label.hide()


class LineRow(QWidget):
    """One line. ``tags`` are what it can be for, kept in the column ``tagged``; without it, for one thing.

    ``entered`` when it is finished with Enter; ``stepped`` to move it among its like; ``move_wanted`` with
    the key of one of the ``places`` where it could stand; ``delete_wanted``; ``refused`` with an error that
    belongs to no field.
    """

    entered = Signal()
    stepped = Signal(int)
    delete_wanted = Signal()
    move_wanted = Signal(str)
    refused = Signal(object)

    def __init__(self, record: Record, name: str, tagged: str, tags: Sequence[StrEnum]) -> None:
        super().__init__()
        record.setParent(self)
        self.record = record
        self.field = LineField(self.record, name)
        self._tagged = tagged
        self._tags = tuple(tags)
        self._markings: tuple[str, ...] = ()
        self._read_only = False
        self.places: Sequence[tuple[str, str]] = ()
        self.tag = ChoiceButton()
        self.tag.clicked.connect(self._ask_tag)
        self.badge = MarkingBadge(0, "-")
        self.more = IconButton("ellipsis", _("More about this line"), tone="muted")
        self.more.setFixedSize(MORE_PX, MORE_PX)
        self.more.clicked.connect(self._ask_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.field, 1)
        # Before the words stands what they are for; a marking alone stands behind them.
        self._beside = self._aside()
        row.insertWidget(0 if self._tagged == "kind" else 1, self._beside)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.field.words.entered.connect(self.entered)
        self.field.words.stepped.connect(self.stepped)
        self.field.words.erased.connect(self.delete_wanted)

    def _aside(self) -> QWidget:
        """Return what stands beside the words: what the line is for, and below it its marking."""
        aside = QWidget()
        aside.setFixedWidth(side_px(self._tags if self._tagged == "kind" else ()))
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.tag)
        column.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.tag.setVisible(self._tagged == "kind")
        if self._tagged != "kind":
            column.insertSpacing(0, _BADGE_DROP_PX)
        return aside

    @property
    def shown(self) -> Any:
        """What is shown."""
        return self.record.shown

    def show_line(self, line: Any, usual: Marking, markings: tuple[str, ...]) -> None:
        """Show a line; its marking is written where it is not the ``usual`` one."""
        first = self.record.row_id != line.id
        self.record.take(line)
        self._markings = markings
        if first:
            self.field.open(line, self.record.unfinished(line.id))
        else:
            self.field.fill(line)
        if self._tagged:
            tag = getattr(line, self._tagged)
            self.tag.set_words(word_name(tag))
            self.tag.setAccessibleName(_("{tag}: change what it is for").format(tag=word_name(tag)))
        self.badge.set_marking(int(line.marking), markings[line.marking])
        self.badge.setVisible(line.marking is not usual)
        self._beside.setVisible(bool(self._tagged) or line.marking is not usual)

    def set_read_only(self, *, read_only: bool) -> None:
        """Only show the line, or let it be changed."""
        self._read_only = read_only
        self.field.set_read_only(read_only=read_only)
        self.more.setVisible(not read_only)
        self.tag.setEnabled(not read_only)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        tags: list[QWidget] = [self.tag] if self._tagged == "kind" else []
        return [*tags, *self.field.stops(), self.more]

    # Its menus

    @Slot()
    def _ask_tag(self) -> None:
        menu = self._menu()
        self._add_tags(menu)
        menu.popup(self.tag.mapToGlobal(QPoint(0, self.tag.height())))

    @Slot()
    def _ask_more(self) -> None:
        menu = self._menu()
        if self._tagged:
            self._add_tags(menu)
            menu.addSeparator()
        for marking, name in zip(Marking, self._markings, strict=True):
            self._add(menu, name, f"marking/{int(marking)}", checked=marking is self.shown.marking)
        menu.addSeparator()
        self._add(menu, _("Move up"), "step/-1")
        self._add(menu, _("Move down"), "step/1")
        self._add_places(menu)
        self._add(menu, _("Delete"), "delete/")
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.triggered.connect(self._on_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_tags(self, menu: QMenu) -> None:
        for tag in self._tags:
            checked = getattr(self.shown, self._tagged) is tag
            self._add(menu, word_name(tag), f"tag/{tag.value}", checked=checked)

    def _add_places(self, menu: QMenu) -> None:
        if self.places:
            elsewhere = menu.addMenu(_("Move to"))  # what is chosen in it is told by the menu above, too
            for key, words in self.places:
                self._add(elsewhere, words, f"move/{key}")

    @staticmethod
    def _add(menu: QMenu, words: str, key: str, *, checked: bool | None = None) -> None:
        action = QAction(literal(words), menu)
        action.setData(key)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        menu.addAction(action)

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        if self.record.idle:
            return
        what, _slash, value = str(action.data()).partition("/")
        if what == "delete":
            self.delete_wanted.emit()
        elif what == "move":
            self.move_wanted.emit(value)
        elif what == "step":
            self.stepped.emit(int(value))
        elif what == "marking":
            self._set("marking", Marking(int(value)))
        else:
            self._set(self._tagged, value)

    def _set(self, column: str, value: object) -> None:
        self.field.leave()  # what is typed is a step of its own
        try:
            self.record.edit(column, **{column: value})
        except AideError as error:
            self.refused.emit(error)

    def enterEvent(self, event: Any, /) -> None:
        super().enterEvent(event)
        set_tip(self.more, self.more.accessibleName())
