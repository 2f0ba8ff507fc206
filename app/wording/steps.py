"""What is said of a step of the journal."""

from app.wording.language import _


def step_title(kind: str, label: str) -> str:
    """Return what a step did; for undoing and doing again, of what. ``kind`` is the step's."""
    if kind == "undo":
        return _("Undone: {step}").format(step=label)
    if kind == "redo":
        return _("Redone: {step}").format(step=label)
    return label
