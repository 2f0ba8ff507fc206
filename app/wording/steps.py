"""What is said of a step of the journal."""

from app.wording.language import _


def step_title(kind: str, label: str) -> str:
    """Return what a step did; for undoing and doing again, of what. ``kind`` is the step's."""
    words = step_label(label)
    if kind == "undo":
        return _("Undone: {step}").format(step=words)
    if kind == "redo":
        return _("Redone: {step}").format(step=words)
    return words


def step_label(label: str) -> str:
    """Return what a step did, by the label that it was kept under.

    What the window does is kept in the words of its language. What the program does by itself is kept in
    English, for no language is in force below the window, and is said in the one that is in force now.
    """
    return {"Sample visit": _("Sample visit"), "Zone data": _("Zone data")}.get(label, label)
