"""How far away a visit is, in words: for its card, its overview and its papers alike."""

from datetime import date, timedelta

from app.domain.words import VisitState
from app.wording.language import _, ngettext

_HOUR = 60


def countdown(state: VisitState, starts_on: date, ends_on: date, today: date) -> str:
    """Return how far away a visit is on a day of its home zone; nothing where it is cancelled.

    ``begins in 12 days``, ``day 3 of 9``, ``ended 5 days ago``.
    """
    if state is VisitState.CANCELLED:
        return ""
    if today < starts_on:
        left = (starts_on - today).days
        return ngettext("begins tomorrow", "begins in {count} days", left).format(count=left)
    if today <= ends_on:
        whole = (ends_on - starts_on).days + 1
        return _("day {number} of {whole}").format(number=(today - starts_on).days + 1, whole=whole)
    past = (today - ends_on).days
    return ngettext("ended yesterday", "ended {count} days ago", past).format(count=past)


def until(left: timedelta) -> str:
    """Return how long something is away: ``in 45 min``, ``in 3 h 20``, ``in 5 days``."""
    minutes = max(0, -int(-left.total_seconds() // _HOUR))
    days = left.days
    if days >= 2:  # noqa: PLR2004 - up to two days, hours say more
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("in {minutes} min").format(minutes=rest)
    if not rest:
        return _("in {hours} h").format(hours=hours)
    return _("in {hours} h {minutes:02d}").format(hours=hours, minutes=rest)
