"""Fields of running text: they grow with it, and keep it at each pause."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from app.domain.errors import PlanningError
from app.ui.forms.field import Field
from app.ui.forms.record import Record
from app.ui.theme.fonts import INSPECTOR_PX, SEMIBOLD, ui_font

_FRAME_PX = 10  # the sheet's border and padding above and below the words
_SIDE_PX = 3  # so that words stand as far in as those of a line edit
_MARGIN_PX = 1
_MOST_LINES = 12
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PlainText(QPlainTextEdit):
    """Plain text as high as its lines; ``left`` when the focus goes. Tab goes to the next field."""

    left = Signal()

    def __init__(
        self, *, least_lines: int = 2, most_lines: int = _MOST_LINES, one_line: bool = False
    ) -> None:
        super().__init__()
        self._least = least_lines
        self._most = most_lines
        self._one_line = one_line
        self._lines = least_lines
        self._row: tuple[PlainText, ...] = (self,)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.setViewportMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        self.textChanged.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the height of the lines there are, within reason."""
        before, self._lines = self._lines, max(self._least, self._laid_out())
        for text in self._row if self._lines != before else (self,):
            text.take_height()

    def take_height(self) -> None:
        """Take the height of the longest text of the row."""
        lines = max(text.lines for text in self._row)
        shown = min(lines, self._most)
        height = round(shown * self._line_px() + 2 * self.document().documentMargin()) + _FRAME_PX
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            if self.maximumHeight() != self.minimumHeight():  # being resized, it was fitted anew meanwhile
                self.setFixedHeight(self.minimumHeight())
        needed = self._lines > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    @property
    def lines(self) -> int:
        """How many lines the text needs, or may always have."""
        return self._lines

    def share_height(self, row: "tuple[PlainText, ...]") -> None:
        """Be as high as the highest of these, which stand beside each other."""
        self._row = row
        self.take_height()

    def _laid_out(self) -> int:
        """Return how many lines the text takes: each paragraph is laid out for it, seen or not.

        What the document says of its size may be of another width, until it is painted.
        """
        layout, block, lines = self.document().documentLayout(), self.document().firstBlock(), 0
        while block.isValid():
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def _line_px(self) -> float:
        """Return how high a line is laid out: the metrics' spacing is rounded, and may be a pixel short."""
        layout = self.document().firstBlock().layout()
        laid_out = layout.lineAt(0).height() if layout.lineCount() else 0.0
        return max(laid_out, float(self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and (
            self._one_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        text = source.text()
        self.insertPlainText(" ".join(text.split()) if self._one_line else text)


class LongField(Field):
    """Running text."""

    drafted = True

    def __init__(self, record: Record, column: str, label: str, editor: PlainText | None = None) -> None:
        self.words = editor or PlainText()
        super().__init__(record, column, label, self.words)
        self.words.left.connect(self.leave)
        self.words.textChanged.connect(self._changed)

    def text(self) -> str:
        return self.words.toPlainText()

    def set_text(self, text: str) -> None:
        self.words.setPlainText(text)

    def set_read_only(self, *, read_only: bool) -> None:
        self.words.setReadOnly(read_only)

    def share_height(self, *others: "LongField") -> None:
        """Stand in a row with other fields, all of one height."""
        row = (self.words, *(other.words for other in others))
        for text in row:
            text.share_height(row)

    @Slot()
    def _changed(self) -> None:
        if self.dirty and self.words.hasFocus():
            self.typed()


class WordsField(LongField):
    """A few words without line breaks, shown whole on as many lines as they need."""

    def __init__(self, record: Record, column: str, label: str) -> None:
        super().__init__(record, column, label, PlainText(least_lines=1, one_line=True))


class TitleField(LongField):
    """What the row is called: one line of words, shown whole, on as many lines as it needs.

    ``empty`` is the code of the error where nothing is typed.
    """

    drafted = False

    def __init__(self, record: Record, column: str, label: str, *, empty: str = "field_empty") -> None:
        editor = PlainText(least_lines=1, one_line=True)
        editor.setFont(ui_font(INSPECTOR_PX, SEMIBOLD))
        self._empty = empty
        super().__init__(record, column, label, editor)

    def value(self, text: str) -> str:
        if not text.strip():
            raise PlanningError(self._empty, field=self.column)
        return text

    def begin(self) -> None:
        """Put the whole title under the cursor, to be typed over."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.Start)
        self.words.selectAll()
