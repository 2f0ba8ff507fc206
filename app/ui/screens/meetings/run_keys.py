"""The keys by which a record is taken, wherever the cursor stands while a meeting runs."""

from PySide6.QtGui import QKeySequence

ACTION_KEY, DECISION_KEY, TICK_KEY = "F7", "F8", "Ctrl+T"
NEXT_KEY, PREVIOUS_KEY = "Ctrl+PgDown", "Ctrl+PgUp"


def spoken(key: str) -> str:
    """Return a key as it is called on this machine."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
