"""How the visits room puts it: how far away a visit is, and which clocks a copy has to bend."""

from collections.abc import Sequence

from app.planning.shifting import ShiftNote
from app.planning.views.visit import BentClock
from app.planning.views.visits import VisitCard
from app.wording import _, ngettext
from app.wording.dates import clock, day

_NAMED = 4  # bent clocks that are named one by one


def counts(card: VisitCard) -> str:
    """Return how much stands in a visit's programme."""
    entries = ngettext("{count} entry", "{count} entries", card.entries).format(count=card.entries)
    meetings = ngettext("{count} meeting", "{count} meetings", card.meetings).format(count=card.meetings)
    return f"{entries} · {meetings}"


def bent_words(bent: Sequence[BentClock]) -> str:
    """Return what has to be done to the clocks of a copy, or nothing."""
    if not bent:
        return ""
    head = ngettext(
        "The clocks change on the new days; {count} time is bent:",
        "The clocks change on the new days; {count} times are bent:",
        len(bent),
    ).format(count=len(bent))
    lines = [_bent(each) for each in bent[:_NAMED]]
    if len(bent) > _NAMED:
        rest = len(bent) - _NAMED
        lines.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    return "\n".join([head, *lines])


def _bent(each: BentClock) -> str:
    said = {
        ShiftNote.GAP: _("“{title}”: its time does not exist; it becomes {day}, {time}"),
        ShiftNote.TWICE: _("“{title}”: {day}, {time} comes twice; the first is taken"),
        ShiftNote.LENGTH: _("“{title}”: it keeps its length and ends {day}, {time}"),
    }
    wall = each.clock.wall
    return said[each.note].format(title=each.title, day=day(wall.date()), time=clock(wall))
