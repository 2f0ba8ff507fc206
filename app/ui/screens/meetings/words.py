"""What the pages of meetings say of times, briefs and slots."""

from datetime import datetime

from app.domain.time import Precision, from_utc, zone_abbreviation
from app.planning.views.brief import BriefAt
from app.planning.views.entry import EntryDetail
from app.planning.views.meeting import Item, Meeting, Venue
from app.planning.views.meetings import MeetingRow
from app.wording import _
from app.wording.dates import clock, day_with_year, day_within, days_away, duration


def span(row: EntryDetail | MeetingRow) -> str:
    """Return the local hours: ``09:30–11:15 EST``, or that they are still to be decided."""
    if row.start_precision is Precision.UNDECIDED:
        return clock(row.start_wall, row.start_precision)
    end = clock(row.end_wall, row.end_precision)
    later = _later(row.end_wall, row.start_wall)
    zone = zone_abbreviation(row.start_utc, row.start_zone)
    return f"{clock(row.start_wall, row.start_precision)}–{end}{later} {zone}"


def home_span(row: EntryDetail | MeetingRow, home_zone: str) -> str:
    """Return the hours at home: ``23:30–01:15 +1 KST``; nothing where they are those of the place."""
    if row.start_precision is Precision.UNDECIDED or row.start_zone == home_zone:
        return ""
    start, end = (from_utc(utc, home_zone).time for utc in (row.start_utc, row.end_utc))
    first, last = _later(start, row.start_wall), _later(end, row.start_wall)
    zone = zone_abbreviation(row.start_utc, home_zone)
    return f"{start:%H:%M}{'' if first == last else first}–{end:%H:%M}{last} {zone}"


def time_line(entry: EntryDetail) -> str:
    """Return day, local hours and home hours of a meeting."""
    on = day_within(entry.day, entry.visit_first, entry.visit_last)
    parts = (on, span(entry), home_span(entry, entry.home_zone))
    return " · ".join(part for part in parts if part)


def _later(wall: datetime, than: datetime) -> str:
    return f" {days_away((wall.date() - than.date()).days)}".rstrip()


def balance(spare: int) -> str:
    """Return whether the agenda fits the slot: ``10 min to spare``, ``12 min over the slot``."""
    if not spare:
        return _("fills the slot")
    if spare < 0:
        return _("{time} over the slot").format(time=duration(-spare))
    return _("{time} to spare").format(time=duration(spare))


def running(meeting: Meeting) -> str:
    """Return the clock from the first item to the last, and whether it fits: ``09:30 → 11:05 · …``."""
    rest = balance(meeting.spare)
    entry = meeting.entry
    if entry.start_precision is Precision.UNDECIDED:
        return rest
    later = _later(meeting.ends.time, entry.start_wall)
    return f"{entry.start_wall:%H:%M} → {meeting.ends.time:%H:%M}{later} · {rest}"


def starts(meeting: Meeting, item: Item) -> str:
    """Return when an item begins by the clock at the place; nothing while the meeting's time is open."""
    if meeting.entry.start_precision is Precision.UNDECIDED:
        return ""
    return f"{item.start.time:%H:%M}{_later(item.start.time, meeting.entry.start_wall)}"


def brief_state(row: MeetingRow) -> tuple[str, str]:
    """Return how far the brief of a meeting is, and the tone in which to say it."""
    if row.cleared_at is not None:
        return _("Cleared"), "ok"
    if row.paragraphs:
        return _("Draft"), "warn"
    return (_("To write"), "muted") if row.due_on else (_("None"), "muted")


def clearance(brief: BriefAt, home_zone: str) -> str:
    """Return who cleared a brief and when, by the clock at home."""
    if brief.cleared_at is None:
        return _("Not cleared. Any change of the words takes a clearance back.")
    at = from_utc(brief.cleared_at, home_zone).time
    return _("Cleared by {name} on {day} at {time} ({zone}).").format(
        name=brief.cleared_by,
        day=day_with_year(at.date()),
        time=f"{at:%H:%M}",
        zone=zone_abbreviation(brief.cleared_at, home_zone),
    )


def logistics(entry: EntryDetail, venue: Venue | None) -> tuple[tuple[str, str], ...]:
    """Return what to know to get in: pairs of a name and words, those without words left out."""
    where = (venue.name, venue.street, venue.city, entry.room) if venue else (entry.room,)
    pairs = [(_("Where"), ", ".join(part for part in where if part)), (_("Met by"), entry.met_by)]
    if venue:
        minutes = venue.badge_minutes
        badges = _("{minutes} min before").format(minutes=minutes) if minutes else ""
        pairs += [
            (_("Entrance"), venue.entrance),
            (_("Badges"), badges),
            (_("Access"), venue.access_rule),
            (_("Phones"), venue.phones_policy),
            (_("Holding room"), venue.holding_room),
        ]
    pairs += [(_("Dress"), entry.dress), (_("Press"), entry.press)]
    return tuple((name, text) for name, text in pairs if text)
