"""What is said while a meeting runs: its clock, who was there, and what a promise was read as."""

from datetime import date, datetime

from app.domain.pace import Pace
from app.domain.promise_line import PromiseLine
from app.domain.time import from_utc, zone_abbreviation
from app.domain.words import Side
from app.planning.clock import today
from app.planning.views.entry import EntryDetail, PersonAt
from app.planning.views.promised import CLOSED, Promised
from app.planning.views.promisers import Promiser
from app.planning.views.record import Taken
from app.wording import _
from app.wording.actions import days_left, owed
from app.wording.dates import day, day_with_year, duration

_CLOSE_MINUTES = 5


def here(entry: EntryDetail, now: datetime) -> str:
    """Return the clock of the place: ``10:12 EST``."""
    return f"{from_utc(now, entry.start_zone).time:%H:%M} {zone_abbreviation(now, entry.start_zone)}"


def course(entry: EntryDetail, pace: Pace | None) -> tuple[str, str]:
    """Return how far a meeting has got against its slot, and the tone in which to say it."""
    when = day(entry.day)  # the hours stand in the head of the page
    if pace is None:
        return when, "muted"
    if pace.passed < 0:
        return (_("begins in {time}").format(time=duration(-pace.passed)) if _soon(pace) else when), "muted"
    if pace.left < 0:
        return _("{time} over the slot").format(time=duration(-pace.left)), "bad"
    said = _("{passed} of {slot} min").format(passed=pace.passed, slot=pace.slot)
    return said, "warn" if pace.left <= _CLOSE_MINUTES else "muted"


def _soon(pace: Pace) -> bool:
    return pace.passed > -24 * 60


def item_course(item: Taken, pace: Pace | None, *, in_hand: bool) -> tuple[str, str]:
    """Return what stands under an item's heading: its minutes, run or planned, and who leads."""
    planned = _("{minutes} min").format(minutes=item.minutes)
    tone = "muted"
    if in_hand and pace is not None and pace.passed >= 0:
        planned = _("{passed} of {slot} min").format(passed=pace.in_hand, slot=item.minutes)
        tone = "bad" if pace.in_hand > item.minutes else "accent"
    return " · ".join(part for part in (planned, item.speaker) if part), tone


def presence(person: PersonAt) -> str:
    """Return a person with whether they were there, as it is read aloud."""
    state = {True: _("was there"), False: _("was not there"), None: _("not noted yet")}[person.attended]
    return ", ".join(part for part in (person.name, person.native_name, person.title, state) if part)


def promised(promise: Promised) -> str:
    """Return who owes what to whom by when: ``Theirs · NASA → MSIT · due Fri 12 Apr · in 3 days``."""
    who = " → ".join(part for part in (promise.owner, promise.counterpart) if part)
    due = _("due {day}").format(day=day(promise.due_on)) if promise.due_on else ""
    left = "" if promise.state in CLOSED else _left(promise.due_on)
    return " · ".join(part for part in (owed(promise.owed_by), who, due, left) if part)


def read_as(line: PromiseLine, named: list[Promiser]) -> str:
    """Return what a line that is being typed was read as; nothing while it says nothing yet."""
    side = named[0].side if named else Side.OURS
    who = " → ".join(one.name for one in named[:2])
    due = _("due {day}").format(day=day_with_year(line.due_on)) if line.due_on else ""
    if not (who or due):
        return ""
    whose = "" if line.unknown and not named else owed(side)  # nobody knows yet whose it is
    return " · ".join(part for part in (whose, who, due, _left(line.due_on)) if part)


def _left(due_on: date | None) -> str:
    return days_left(None if due_on is None else (due_on - today()).days)
