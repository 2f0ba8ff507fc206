"""A panel that lies over the programme while one act is made ready; it stops nobody from doing else."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.screens.programme.panels.surroundings import Surroundings
from app.ui.screens.programme.panels.uncovered import uncovered
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.wording import _

_WIDTH_PX = 380
_EDGE_PX = 12
_TOP_PX = 8


class OverPanel(QFrame):
    """Stands under the bar in the middle, or ``low`` above its host's lower edge.

    Escape and Close take it away, and the keys go back. A subclass adds what it asks, and what it does.
    """

    def __init__(self, host: QWidget, title: str, *, low: bool = False) -> None:
        super().__init__(host)
        self._low = low
        self.setProperty("role", "palette")
        self.setAccessibleName(title)
        self.boxes: dict[str, FieldBox] = {}
        self._host = host
        self._under: QWidget | None = None
        self._came_from = QApplication.focusWidget()
        self._error = PlainLabel("", wrap=True, tone="bad")
        self._error.hide()
        self.shut_button = PlainButton(_("Close"))
        self.shut_button.clicked.connect(self.shut)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.shut_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(TitleLabel(title, small=True, wrap=True))
        column.addLayout(self.body)
        column.addWidget(self._error)
        column.addLayout(self.buttons)
        self._around = Surroundings(host, self)
        self._around.moved.connect(self._place_again)
        self._around.changed.connect(self._place_again)

    def add_field(self, name: str, label: str, line: QLineEdit) -> None:
        """Ask for something; ``name`` is what an error calls it."""
        self.boxes[name] = FieldBox(label, line)
        self.body.addWidget(self.boxes[name])

    def open(self, under: QWidget) -> None:
        """Show the panel under a widget of the host, and put the cursor where it begins."""
        self._under = under
        self.show()
        self.place()
        self.raise_()
        self.first_stop().setFocus(Qt.FocusReason.PopupFocusReason)

    def first_stop(self) -> QWidget:
        """Return where the cursor is put first."""
        return next((box.editor for box in self.boxes.values()), self.shut_button)

    def say(self, errors: Mapping[str, str]) -> None:
        """Say at each field what is wrong with it; what is no field's is said beneath."""
        for name, box in self.boxes.items():
            box.set_error(errors.get(name, ""))
        rest = [words for name, words in errors.items() if name not in self.boxes]
        self._error.setText("\n".join(rest))
        self._error.setVisible(bool(rest))

    @Slot()
    def shut(self) -> None:
        """Take the panel away and give the keys back to where they were."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        had_keys = focused is not None and self.isAncestorOf(focused)
        self.hide()
        self._around.end()
        came_from, self._came_from = self._came_from, None
        if had_keys and came_from is not None:
            with suppress(RuntimeError):  # it was deleted meanwhile
                came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent, /) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # other words, or fields that are dressed by now
            self.place()
        return done

    @Slot()
    def _place_again(self) -> None:
        if self.isVisible():
            self.place()

    def place(self) -> None:
        """Stand in the middle of what is seen, as wide and as high as the words need."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self._around.look()
        around, frame = layout.contentsMargins(), self.contentsMargins()
        beside = around.left() + around.right() + frame.left() + frame.right()
        seen = uncovered(self._host)
        wanted = max(_WIDTH_PX, self.buttons.sizeHint().width() + beside)
        width = min(wanted, seen.width() - 2 * _EDGE_PX)
        # The panel's own height, not its layout's: the frame around it takes room too.
        height = self.heightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
        left = seen.left() + (seen.width() - width) // 2
        top = _TOP_PX + (self._under.geometry().bottom() if self._under is not None else 0)
        if self._low:
            top = max(top, seen.bottom() - height - _EDGE_PX)
        self.setGeometry(left, top, width, height)
