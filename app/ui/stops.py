"""Where the Tab key stops."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def first_stop(within: QWidget) -> QWidget | None:
    """Return the first control in a widget that Tab can reach now; ``None`` where there is none."""
    widget = within.nextInFocusChain()
    while widget is not within and widget is not None:
        if within.isAncestorOf(widget) and _stops(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def give_keys(shown: QWidget | None) -> None:
    """Let the keys go to what is read in a widget: where its ``take_keys`` says, else to its first stop."""
    if shown is None:
        return
    own = getattr(shown, "take_keys", None)
    if own is not None:
        own()
    elif (stop := first_stop(shown)) is not None:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
