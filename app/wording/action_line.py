"""An action as a line of a list, for a terminal."""

from app.planning.views.actions import ActionRow
from app.wording.actions import days_left, owed
from app.wording.dates import day_with_year
from app.wording.language import _
from app.wording.names import word_name


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
