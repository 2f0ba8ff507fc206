"""A word at the bottom of the window: what was done, and perhaps how to undo it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QPropertyAnimation, QRect, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from app.ui.theme.style import theme
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel

FADE_MS = 120
STAY_MS = 6000
_BOTTOM_PX = 40
_SIDE_PX = 24
_LIFT_PX = 8
_MOST_LIFT_PX = 160
_CLEAR = QMargins(8, 8, 8, 8)  # of the buttons around
_WIDEST_PX = 560


class Toast(QFrame):
    """Tells without stopping anybody. It stays while the pointer is on it; a new one takes its place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "toast")
        self._words = PlainLabel("", wrap=True)
        self._button = PlainButton()
        self._button.clicked.connect(self._act)
        self._more = PlainButton()
        self._more.clicked.connect(self._act_more)
        self._more.hide()
        self._slot: Callable[[], object] | None = None
        self._more_slot: Callable[[], object] | None = None
        self._just_told = False
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._more)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.finished.connect(self._faded)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAY_MS)
        self._timer.timeout.connect(self.dismiss)
        window.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, action: str = "", slot: Callable[[], object] | None = None) -> None:
        """Show words, and a button if there is something to call; it goes by itself after six seconds."""
        self._slot = slot
        self._just_told = True
        QTimer.singleShot(0, self, self._end_telling)
        self._words.setText(text)
        self._button.set_words(action)
        self._button.setVisible(bool(action and slot))
        self._more.hide()
        self._more_slot = None
        self._place()
        self.raise_()
        was_hidden = self.isHidden()
        self.show()
        self._run(0.0 if was_hidden else self._effect.opacity(), 1.0)
        if not self.underMouse():
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def shows(self, text: str) -> bool:
        """Tell whether it still shows these words."""
        return not self.isHidden() and self._words.text() == text

    def offer_more(self, action: str, slot: Callable[[], object]) -> None:
        """Offer something else to do about what is told, beside what is offered; it stays a while longer."""
        self._more_slot = slot
        self._more.set_words(action)
        self._more.show()
        self._place()
        if not self.underMouse():
            self._timer.start()

    @Slot()
    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        if not self.isHidden():
            self._run(self._effect.opacity(), 0.0)

    def pass_by(self) -> None:
        """Take it away, since what it tells of is seen no more; what is told in this same act stays."""
        if not self._just_told:
            self.dismiss()

    @Slot()
    def _end_telling(self) -> None:
        self._just_told = False

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        if not self.isHidden():
            self._timer.start()

    @Slot()
    def _act(self) -> None:
        slot, self._slot = self._slot, None
        self.dismiss()
        if slot is not None:
            slot()

    @Slot()
    def _act_more(self) -> None:
        slot, self._more_slot = self._more_slot, None
        self.dismiss()
        if slot is not None:
            slot()

    def _run(self, start: float, end: float) -> None:
        self._fade.stop()
        if theme().reduced_motion:
            self._effect.setOpacity(end)
            self._faded()
            return
        self._effect.setEnabled(True)
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.start()

    @Slot()
    def _faded(self) -> None:
        if self._effect.opacity() <= 0:
            self.hide()
        # An effect costs a second painting: none while nothing fades.
        self._effect.setEnabled(False)

    def _place(self) -> None:
        room = self._window.size()
        widest = max(1, min(_WIDEST_PX, room.width() - 2 * _SIDE_PX))
        self._words.setWordWrap(False)
        self._fit_words(widest)
        left = (room.width() - self.width()) // 2
        lowest = room.height() - self.height() - _BOTTOM_PX
        covered = self._buttons_around(left)
        for top in range(lowest, max(0, lowest - _MOST_LIFT_PX), -_LIFT_PX):
            place = QRect(left, top, self.width(), self.height()).adjusted(
                -_LIFT_PX, -_LIFT_PX, _LIFT_PX, _LIFT_PX
            )
            if not any(place.intersects(button) for button in covered):
                self.move(left, top)
                return
        self.move(left, lowest)

    def _buttons_around(self, left: int) -> list[QRect]:
        """Return where buttons stand that may be wanted while the toast is there."""
        column = QRect(left, 0, self.width(), self._window.height()).marginsAdded(_CLEAR)
        buttons = self._window.findChildren(QAbstractButton)
        places = [
            QRect(button.mapTo(self._window, QPoint()), button.size())
            for button in buttons
            if button.isVisible() and not self.isAncestorOf(button)
        ]
        return [place for place in places if place.intersects(column)]

    def _fit_words(self, widest: int) -> None:
        width = self.sizeHint().width()
        if width > widest:
            self._words.setWordWrap(True)
            width = widest
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self.resize(width, max(height, layout.minimumSize().height()))
