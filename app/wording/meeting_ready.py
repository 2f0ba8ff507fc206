"""The sentences of what is ready, and what is missing, before a meeting."""

from app.domain.meeting_ready import ReadyPoint, State
from app.domain.words import Side
from app.wording.dates import duration
from app.wording.language import _, ngettext


def ready_words(point: ReadyPoint) -> str:
    """Return the sentence of a point."""
    count = point.count
    return {
        "agenda_empty": _("Nothing is on the agenda"),
        "agenda_over": _("The agenda is {time} over its slot").format(time=duration(count)),
        "agenda_fits": _("The agenda fits the slot"),
        "leads_missing": ngettext(
            "{count} item without a lead", "{count} items without a lead", count
        ).format(count=count),
        "leads_named": _("Each item has a lead"),
        "brief_empty": _("The brief is not written"),
        "brief_draft": _("The brief is not cleared"),
        "brief_cleared": _("The brief is cleared"),
        "heads_missing": _heads_missing(point.sides),
        "heads_named": _("Both heads of side are named"),
        "interpreter_none": _("No interpreter is booked"),
        "interpreter_unbooked": _("The interpreter who is named is not booked"),
        "interpreter_twice": ngettext(
            "{count} interpreter is wanted elsewhere, too",
            "{count} interpreters are wanted elsewhere, too",
            count,
        ).format(count=count),
        "interpreter_unsent": ngettext(
            "{count} interpreter without documents", "{count} interpreters without documents", count
        ).format(count=count),
        "interpreter_booked": ngettext(
            "{count} interpreter is booked", "{count} interpreters are booked", count
        ).format(count=count),
        "gift_none": _("No gift is noted"),
        "gift_noted": ngettext("{count} gift is noted", "{count} gifts are noted", count).format(count=count),
    }[point.code]


def state_words(state: State) -> str:
    """Return what a mark means, for those who hear it."""
    return {State.DONE: _("done"), State.MISSING: _("missing"), State.NONE: _("none")}[state]


def _heads_missing(sides: tuple[Side, ...]) -> str:
    if len(sides) > 1:
        return _("Neither head of side is named")
    return _("Our head of side is not named") if Side.OURS in sides else _("The host’s head is not named")
