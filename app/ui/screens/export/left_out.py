"""What a paper carries and what it leaves out: counts and sentences, no word of what is left out."""

from collections import Counter
from collections.abc import Sequence

from app.domain.release import Withheld
from app.planning.released import ReleasedVisit
from app.wording import _, ngettext
from app.wording.names import marking_name


def goes_in(released: ReleasedVisit, paper: str) -> list[tuple[str, int]]:
    """Return what there is of each thing in the paper, things of which there is none left out."""
    counts = [
        (_("Entries"), len(released.entries)),
        (_("Travel legs"), len(released.legs)),
        (_("People"), len(released.members)),
        (_("Places"), len(released.places)),
        (_("Agenda items"), len(released.agenda_items)),
    ]
    if paper == "book":
        counts += [
            (_("Topics"), len(released.topics)),
            (_("Talking points"), len(released.talking_points)),
            (_("Precedents"), len(released.precedents)),
            (_("Actions"), len(released.actions)),
            (_("Notes and press lines"), len(released.notes)),
            (_("Cars and rides"), len(released.vehicles) + len(released.rides)),
            (_("Rooms"), len(released.rooms)),
        ]
    return [(words, count) for words, count in counts if count]


def left_out(released: ReleasedVisit) -> list[str]:
    """Return a sentence for each kind of thing left out: ``2 passages left out — above RESTRICTED``."""
    above = _("above {marking}").format(marking=marking_name(released.ceiling, released.marking_names))
    hidden = _("not shared with {host}").format(host=host_name(released))
    counts = Counter(
        (_thing(row), hidden if row.reason == "not_shared" else above) for row in released.withheld
    )
    return [
        _("{things} left out — {why}").format(things=_things(count)[thing], why=why)
        for (thing, why), count in sorted(counts.items(), key=_order)
    ]


def _thing(row: Withheld) -> str:
    return row.table if row.column is None and row.table in _things(1) else "passage"


def _order(item: tuple[tuple[str, str], int]) -> tuple[int, str]:
    (thing, why), _count = item
    return list(_things(1)).index(thing), why


def total_words(withheld: Sequence[Withheld]) -> str:
    """Return how much is left out in all."""
    count = len(withheld)
    if not count:
        return _("Nothing is left out")
    return ngettext("{count} passage left out", "{count} passages left out", count).format(count=count)


def host_name(released: ReleasedVisit) -> str:
    """Return the short name of the host that a release is for."""
    host = released.organisation.get(released.organisation_id or "")
    return (host.acronym or host.name) if host else _("this host")


def _things(count: int) -> dict[str, str]:
    """Return what people read for so many rows of a table, in the order to tell; the rest are passages."""
    words = {
        "entry": ngettext("{count} entry", "{count} entries", count),
        "agenda_item": ngettext("{count} agenda item", "{count} agenda items", count),
        "topic": ngettext("{count} topic", "{count} topics", count),
        "talking_point": ngettext("{count} talking point", "{count} talking points", count),
        "passage": ngettext("{count} passage", "{count} passages", count),
        "action": ngettext("{count} action", "{count} actions", count),
        "note": ngettext("{count} note", "{count} notes", count),
        "gift": ngettext("{count} gift", "{count} gifts", count),
        "attachment": ngettext("{count} attachment", "{count} attachments", count),
    }
    return {table: text.format(count=count) for table, text in words.items()}
