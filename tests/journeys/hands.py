"""Hands at the real window: one that has only a mouse and types where it clicked, one that has only keys."""

from typing import Self

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QScrollArea, QWidget

from app.planning.views.counts import room_counts
from app.ui.window.main_window import MainWindow

MOST_TABS = 40
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    """Return where the keys go."""
    popup = QApplication.activePopupWidget()
    widget = popup or QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def named(widget: QWidget | None) -> str:
    """Return what a screen reader says of a widget first."""
    return "" if widget is None else widget.accessibleName()


def compose(syllable: str) -> None:
    """Type a syllable as an input method does: it is composed, and then committed."""
    QApplication.sendEvent(focused(), QInputMethodEvent(syllable, []))
    done = QInputMethodEvent()
    done.setCommitString(syllable)
    QApplication.sendEvent(focused(), done)


def stroke(key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key, in the window that has the focus."""
    window = focused().window().windowHandle()
    if isinstance(key, str):
        QTest.keyClick(window, key, modifiers)  # type: ignore[call-overload]  # the stub forgets letters
    else:
        QTest.keyClick(window, key, modifiers)


def write(text: str) -> None:
    """Type a text where the focus is; what no key of a keyboard makes comes through the input method."""
    for letter in text:
        if letter.isascii():
            stroke(letter)
        else:
            compose(letter)


class Flashes(QObject):
    """Notes each widget that is shown as a window of its own, but for menus.

    A widget shown before it has a parent is a window for a moment: it takes the keys from whoever types.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def __enter__(self) -> Self:
        instance().installEventFilter(self)
        return self

    def __exit__(self, *_raised: object) -> None:
        instance().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if not isinstance(watched, QWidget) or isinstance(watched, QMenu):
            return False
        if event.type() == QEvent.Type.Show and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {named(watched)!r}")
        return False


def instance() -> QApplication:
    """Return the application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


class Hand:
    """What both hands can do: see what is in the window, and press keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def see(self, name: str, kind: type[QWidget] = QWidget, *, within: QWidget | None = None) -> QWidget:
        """Return the visible control of a name: there is one, or buttons that do the same."""
        QApplication.processEvents()
        inside = within or self.window
        found = [
            widget
            for widget in inside.findChildren(kind)
            if widget.accessibleName() == name and widget.isVisible() and widget.isEnabled()
        ]
        same = all(isinstance(widget, QAbstractButton) for widget in found)
        assert found, f"no control is called {name!r}"
        assert len(found) == 1 or same, f"{len(found)} controls are called {name!r}: {found}"
        return found[0]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key where the focus is."""
        stroke(key, modifiers)
        QApplication.processEvents()


class Mouse(Hand):
    """Clicks what can be seen, where it can be seen, and types only where it clicked."""

    def click(
        self,
        widget: QWidget,
        at: QPoint | None = None,
        modifiers: Qt.KeyboardModifier = NO_KEY,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        """Click a widget, in its middle or at a point, after scrolling to it; nothing may lie over it."""
        bring(widget)
        spot = at or widget.rect().center()
        window = widget.window()
        there = widget.mapTo(window, spot)
        hit = window.childAt(there)
        assert hit is widget or widget.isAncestorOf(hit or window), (
            f"{hit} ({named(hit)}) lies over {named(widget)!r}"
        )
        QTest.mouseClick(window.windowHandle(), button, modifiers, there)
        QApplication.processEvents()

    def push(self, name: str, *, within: QWidget | None = None) -> None:
        """Click the one control of a name."""
        self.click(self.see(name, within=within))

    def fill(self, name: str, text: str, *, within: QWidget | None = None) -> QWidget:
        """Click a field and type a text in place of what stands there."""
        line = self.see(name, within=within)
        self.click(line)
        assert focused() is line, f"a click on {name!r} put the cursor into {named(focused())!r}"
        stroke(Qt.Key.Key_A, CTRL)
        write(text)
        QApplication.processEvents()
        return line

    def ask(self, view: QAbstractItemView, words: str) -> None:
        """Click a line with the right button, which opens its menu."""
        index = line_of(view, words)
        view.scrollTo(index)
        at = view.visualRect(index).center()
        self.click(view.viewport(), at, NO_KEY, Qt.MouseButton.RightButton)

    def choose(self, words: str) -> None:
        """Click a line of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        action = next(each for each in menu.actions() if words in each.text())
        at = menu.actionGeometry(action).center()
        QTest.mouseClick(menu.windowHandle(), Qt.MouseButton.LeftButton, NO_KEY, at)
        QApplication.processEvents()

    def take(self, line: str) -> None:
        """Click a line of the list that dropped from a box, by a part of its words."""
        drop = self.see("Choices", QAbstractItemView)
        assert isinstance(drop, QAbstractItemView)
        self.click_line(drop, line)

    def click_line(
        self,
        view: QAbstractItemView,
        words: str,
        modifiers: Qt.KeyboardModifier = NO_KEY,
        *,
        column: int = 0,
    ) -> None:
        """Click the first line of a list or a table that has these words."""
        index = line_of(view, words, column)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center(), modifiers)


class Keys(Hand):
    """Never touches the mouse: Tab, arrows, Enter, shortcuts and the palette."""

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab, or Shift and Tab, until the control of a name has the focus."""
        passed: list[str] = []
        for _each in range(MOST_TABS):
            widget = focused()
            if widget.accessibleName() == name:
                return widget
            passed.append(f"{type(widget).__name__} {widget.accessibleName()!r}")
            stroke(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab never came to {name!r}; it passed\n" + "\n".join(dict.fromkeys(passed)))

    def fill(self, name: str, text: str, *, back: bool = False) -> None:
        """Tab to a field and type a text in place of what stands there."""
        self.tab_to(name, back=back)
        self.press(Qt.Key.Key_A, CTRL)
        write(text)
        QApplication.processEvents()

    def run(self, words: str) -> None:
        """Run a command through the palette."""
        self.press(Qt.Key.Key_K, CTRL)
        write(words)
        self.press(Qt.Key.Key_Return)

    def choose(self, words: str) -> None:
        """Go down the menu that is open to a line, and press Enter."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        for _each in menu.actions():
            action = menu.activeAction()
            if action is not None and words in action.text():
                break
            stroke(Qt.Key.Key_Down)
        stroke(Qt.Key.Key_Return)
        QApplication.processEvents()


def bring(widget: QWidget) -> None:
    """Scroll to a widget, as the wheel does."""
    QApplication.processEvents()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()


def line_of(view: QAbstractItemView, words: str, column: int = 0) -> QModelIndex:
    """Return the first line of a list or a table that has these words."""
    model = view.model()
    passed: list[str] = []
    for row in range(model.rowCount()):
        index = model.index(row, column)
        passed.append(str(model.data(index, Qt.ItemDataRole.AccessibleTextRole) or model.data(index) or ""))
        if words in passed[-1]:
            return index
    raise AssertionError(f"{words!r} is not among {passed}")


def topics(hand: Hand) -> int:
    """Return how many topics the visit in view has by now."""
    frame = hand.window.frame
    assert frame is not None
    return frame.desk.ask(room_counts, frame.desk.visit_id)["topics"]
