"""What the history says of a step: the list and the screen reader say the same."""

import re
from datetime import UTC, datetime

from app.planning.views.history import ColumnChange, RowChange, StepLine
from app.wording import _, ngettext
from app.wording.columns import table_row_name, value_words
from app.wording.countries import country_name
from app.wording.dates import clock, day, day_long
from app.wording.language_names import language_name, languages_named

_LONG_WORD = re.compile(r"\S{10}(?=\S{4})")
#: Columns of codes that are read by their names.
_NAMED = {
    "country_code": country_name,
    "from_language": language_name,
    "to_language": language_name,
    "languages": languages_named,
    "table_side": table_row_name,
}
LONGEST = 1_000  # letters of a text that are shown


def local(at: datetime) -> datetime:
    """Return a stored instant (naive UTC) on the wall clock of this machine."""
    return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)


def when_and_who(step: StepLine) -> str:
    """Return the second line of a step: ``Tue 24 Nov 15:10 · kim · 3 rows``."""
    at = local(step.at)
    rows = ngettext("{count} row", "{count} rows", step.rows).format(count=step.rows)
    return " · ".join(part for part in (f"{day(at)} {clock(at)}", step.who, rows) if part)


def when_in_full(step: StepLine) -> str:
    """Return when a step was done, with its year and seconds: ``Tuesday 24 November 2026, 15:10:42``."""
    at = local(step.at)
    return f"{day_long(at)}, {at:%H:%M:%S}"


def reach(step: StepLine) -> str:
    """Return whether one can go back to before a step, in a sentence; nothing where one can."""
    if step.can_go_back:
        return ""
    if step.state == "undone":
        return _("This step is undone; Redo brings it again.")
    if step.kind in {"undo", "redo"}:
        return _("Undoing and redoing are kept in the history; they are not undone themselves.")
    return _("Undo no longer reaches this step.")


def operation(change: RowChange) -> str:
    """Return what became of a row, in one word."""
    return {"insert": _("added"), "update": _("changed"), "delete": _("deleted")}[change.operation]


def before_and_after(change: ColumnChange, markings: tuple[str, ...]) -> tuple[str, str]:
    """Return both values of a column as people read them; a personal one is not told."""
    if change.restricted:
        return "", _("(restricted)")
    named = _NAMED.get(change.column, str)
    values = (value_words(value, markings) for value in (change.before, change.after))
    before, after = (_short(named(words)) for words in values)
    return before, after


def breakable(text: str) -> str:
    """Return a text whose long words may go on in the next line."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
