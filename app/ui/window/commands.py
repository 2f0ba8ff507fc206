"""What the window can do, as the search offers it."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence

from app.ui.window.actions import Actions
from app.wording import _

_FORM = QKeySequence.SequenceFormat.NativeText
_NO_COMMAND = "search"  # it is where one is


def adding_words() -> Mapping[str, str]:
    """Return by the name of a room what can be added in it."""
    return {
        "programme": _("Add entry"),
        "meetings": _("Add meeting"),
        "topics": _("Add topic"),
        "actions": _("Add action"),
        "delegation": _("Add member"),
        "notes": _("Add note"),
        "people": _("Add person"),
        "places": _("Add place"),
    }


def commands(actions: Actions) -> list[tuple[str, str, Callable[[], object]]]:
    """Return words, keys and callable of each action that can be run now; the ways to rooms come first."""
    in_order = sorted(actions.all(), key=lambda action: not action.property("room"))
    return [
        (str(action.property("words") or action.text()), action.shortcut().toString(_FORM), action.trigger)
        for action in in_order
        if action.isEnabled() and action is not actions[_NO_COMMAND]
    ]
