"""The phases of a meeting, and the keys that bring each into view."""

from app.wording import _

PREPARE, RUN, FOLLOW_UP = "prepare", "run", "follow_up"
PHASE_KEYS = {PREPARE: "Alt+1", RUN: "Alt+2", FOLLOW_UP: "Alt+3"}


def phases() -> list[tuple[str, str]]:
    """Return the phases of a meeting and what they are called."""
    return [(PREPARE, _("Prepare")), (RUN, _("Run")), (FOLLOW_UP, _("Follow up"))]
