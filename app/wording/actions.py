"""The words of actions: who owes them, and how far off the day is on which they are due."""

from app.domain.words import Side
from app.wording.language import _, ngettext


def owed(side: Side) -> str:
    """Return whose promise it is."""
    return _("Ours") if side is Side.OURS else _("Theirs")


def days_left(days: int | None, *, closed: bool = False) -> str:
    """Return how far off a day is: ``in 3 days``, ``tomorrow``, ``2 days overdue``; nothing once done."""
    if days is None or closed:
        return ""
    if days < 0:
        return ngettext("{count} day overdue", "{count} days overdue", -days).format(count=-days)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return ngettext("in {count} day", "in {count} days", days).format(count=days)
