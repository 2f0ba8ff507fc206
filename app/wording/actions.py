"""The words of actions: who owes them, how far off the day is on which they are due, one in a line."""

from app.domain.words import Side
from app.planning.views.actions import ActionRow
from app.wording.dates import day_with_year
from app.wording.language import _, ngettext
from app.wording.names import word_name


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


def action_line(row: ActionRow) -> tuple[str, ...]:
    """Return an action as the cells of a line: when due, how far off, state, whose, who to whom, what."""
    return (
        day_with_year(row.due_on) if row.due_on else _("no day yet"),
        days_left(row.days_left, closed=row.closed),
        word_name(row.state),
        owed(row.owed_by),
        " → ".join(part for part in (row.owner or _("nobody yet"), row.counterpart) if part),
        row.text,
        " · ".join(part for part in (row.visit, row.meeting, row.topic) if part),
    )
