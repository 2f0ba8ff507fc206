"""What the room of the delegation says about members and about what follows from a withdrawal."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.words import Side
from app.planning.leaving import Consequence, Fate
from app.planning.views.delegation import MemberRow
from app.wording import _, dates, ngettext
from app.wording.names import word_name


def along(row: MemberRow) -> str:
    """Return from when to when a member travels along; nothing for the whole visit, or none of it."""
    if row.withdrawn:
        return ""
    if row.joins_on and row.leaves_on:
        return dates.days(row.joins_on, row.leaves_on)
    if row.joins_on:
        return _("from {day}").format(day=dates.day(row.joins_on))
    return _("until {day}").format(day=dates.day(row.leaves_on)) if row.leaves_on else ""


def place_words(row: MemberRow) -> str:
    """Return what stands behind a member's place: the reason, that it is tied, or not that of the rule."""
    if row.reason:
        return _("{place}, but: {reason}").format(place=row.computed, reason=row.reason)
    if row.tied:
        return _("tied, by name alone")
    if row.precedence != row.computed:
        return _("place {place}").format(place=row.computed)
    return ""


def side_words(row: MemberRow) -> str:
    """Return whom a member comes with: our side, or a host by name."""
    return _("Our side") if row.side is Side.OURS else row.organisation or _("Host")


def kind_word(kind: str) -> str:
    """Return what kind of thing follows."""
    return {
        "member": _("Delegation"),
        "visit": _("Principal"),
        "participation": _("Entry"),
        "seat": _("Seat at the table"),
        "rider": _("Car"),
        "room_guest": _("Room"),
        "party_member": _("Party"),
        "access_person": _("Access list"),
        "access_request": _("Access request"),
        "agenda_item": _("Speaker"),
        "brief": _("Drafter"),
        "interpreter_booking": _("Interpreter"),
        "entry": _("Entry"),
        "gift": _("Gift"),
        "topic": _("Owner of a topic"),
        "action": _("Owner of an action"),
        "baggage_piece": _("Baggage"),
    }[kind]


def fate_words(row: Consequence, taker: str) -> str:
    """Return what happens to a row; ``taker`` is the name of who takes over, if anybody does."""
    if row.fate is Fate.PASSED:
        open_words = _("passes to {name}, to be confirmed") if row.kind == "participation" else ""
        return (open_words or _("passes to {name}")).format(name=taker)
    if row.fate is Fate.CHANGED:
        return _changed(row)
    return {
        Fate.REMOVED: _("taken off"),
        Fate.EMPTIED: _("names nobody then"),
        Fate.NAMED: _("names who was there, and stays as it was"),
        Fate.REOPENED: _("to be sent again: the list has changed"),
        Fate.KEPT: _("stays with its owner")
        if row.kind == "baggage_piece"
        else _("keeps the room until then"),
    }[row.fate]


def _changed(row: Consequence) -> str:
    said = []
    if "role" in row.values:
        said.append(_("takes over the role: {role}").format(role=word_name(row.values["role"])))
    if row.values.get("joins_on") is not None:
        said.append(_("joins on {day}").format(day=dates.day(row.values["joins_on"])))
    if row.values.get("leaves_on") is not None:
        said.append(_("leaves on {day}").format(day=dates.day(row.values["leaves_on"])))
    elif "leaves_on" in row.values:
        said.append(_("stays to the end"))
    if "precedence" in row.values:
        said.append(_("place {place} by rank").format(place=row.values["precedence"]))
    return ", ".join(said)


def when_words(row: Consequence) -> str:
    """Return the local day, and the clock where there is one."""
    if row.when is None:
        return ""
    if isinstance(row.when, datetime):
        return f"{dates.day(row.when.date())}, {dates.clock(row.when)}"
    return dates.day(row.when)


def summary(rows: Sequence[Consequence]) -> str:
    """Return how much follows."""
    count = sum(row.fate is not Fate.KEPT for row in rows)
    if not count:
        return _("Nothing follows.")
    return ngettext(
        "{count} change follows, in one step:", "{count} changes follow, in one step:", count
    ).format(count=count)
