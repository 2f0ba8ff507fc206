"""The programme as text that reads well in an e-mail, and entries out of lines that somebody pastes.

Both know no language: days, cities and words come in from where the language is known. A line is

    09:30–11:15  NASA Headquarters · Washington, Room 9F
    17:30 EST – 06:50 CET +1  AF 027 · IAD → CDG

under a heading for its day. Reading takes much more than writing makes, and never fails.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice

from app.domain.board.clock_words import Times, has_zone_shape, read_times
from app.domain.board.drafts import BETWEEN, Draft, place_line, title_line

_BULLETS = " \t>*•·-–—"
_AFTER_TIME = " \t:,;-–—|"
_CUT = re.compile(r" [·–—|-] |[,:] | \(|[ \t]{2}|\t")  # after the day in a heading
_MOST_CUTS = 12


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the language in force. ``about`` has ``{time}`` in it, where the times go.

    ``notes`` are the words that may stand in brackets at the end of a line.
    """

    about: str = "about {time}"
    undecided: str = "to be decided"
    notes: tuple[str, ...] = ()


_PLAIN = Words()
#: What else people write, in the languages of the delegations.
_OTHER_ABOUTS = (
    "about {time}",
    "around {time}",
    "approx. {time}",
    "ca. {time}",
    "약 {time}",
    "{time}경",
    "{time}쯤",
)
_OTHER_UNDECIDED = ("to be decided", "tbd", "tbc", "미정")


def as_text(
    drafts: Iterable[Draft], *, heading: Callable[[date], Sequence[str]], words: Words = _PLAIN
) -> str:
    """Return entries as text, in the order given, under a heading for each day.

    ``heading`` gives a day's parts: the date as people write it, the cities, the zones.
    """
    blocks = []
    for day, some in groupby(drafts, key=lambda draft: draft.day):
        head = BETWEEN.join(part for part in map(place_line, heading(day)) if part) if day else ""
        lines = [_line(draft, words) for draft in some]
        blocks.append("\n".join([head, "", *lines] if head else lines))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def read_text(
    text: str,
    *,
    day_of: Callable[[str], date | None],
    words: Words = _PLAIN,
    zones: Collection[str] = (),
) -> tuple[Draft, ...]:
    """Return the entries of a text: each line that begins with a time, or with words for "not decided".

    ``day_of`` reads a day as people write it, and a line that it reads is the heading of those below it.
    ``zones`` are short names of zones that may stand after a time (``15:00 EST Call``); one that stands
    apart, or between two times, is known without. Other lines are left out.
    """
    drafts: list[Draft] = []
    day: date | None = None
    for _raw, draft, heading in _each_line(text, day_of, words, zones):
        if draft is not None:
            drafts.append(replace(draft, day=day))
        else:
            day = heading or day
    return tuple(drafts)


def unread_lines(
    text: str,
    *,
    day_of: Callable[[str], date | None],
    words: Words = _PLAIN,
    zones: Collection[str] = (),
) -> tuple[str, ...]:
    """Return the lines that :func:`read_text` leaves out: neither entries nor headings, nor empty."""
    found = _each_line(text, day_of, words, zones)
    return tuple(raw.strip() for raw, draft, day in found if draft is None and day is None and raw.strip())


def _each_line(
    text: str, day_of: Callable[[str], date | None], words: Words, zones: Collection[str]
) -> Iterator[tuple[str, Draft | None, date | None]]:
    """Yield each line with the entry that it is, else the day of which it is the heading."""
    for raw in text.splitlines():
        line = "".join(" " if letter.isspace() and letter != "\t" else letter for letter in raw)
        line = line.lstrip(_BULLETS)
        draft = _read_line(line, words, zones)
        yield raw, draft, _read_heading(line, day_of) if draft is None else None


def _line(draft: Draft, words: Words) -> str:
    title, place = title_line(draft.title), place_line(draft.place)
    said = BETWEEN.join(part for part in (title, place) if part)
    note = f" [{draft.note}]" if draft.note else ""
    return f"{_times(draft, words)}  {said}{note}".rstrip()


def _times(draft: Draft, words: Words) -> str:
    if draft.start is None:
        return words.undecided
    start_zone, end_zone = (
        f" {zone}" if has_zone_shape(zone) else "" for zone in (draft.start_zone, draft.end_zone)
    )
    start = f"{draft.start:%H:%M}"
    if draft.end is None:
        text = start + start_zone
    elif start_zone and start_zone != end_zone:
        text = f"{start}{start_zone} – {draft.end:%H:%M}{end_zone}"
    else:
        text = f"{start}–{draft.end:%H:%M}{end_zone}"
    text = words.about.format(time=text) if draft.about else text
    return text + _later(draft)


def _later(draft: Draft) -> str:
    """Return the mark for another day: ``+1``, ``−1``; from ten on ``+12d``, for ``+12`` is a zone."""
    if draft.start is None or draft.end is None:
        return ""
    if not draft.end_days:  # an hour that comes twice: say that it is not the next day's
        backwards = draft.end < draft.start and draft.start_zone == draft.end_zone
        return " +0" if backwards else ""
    mark = f"{draft.end_days:+d}".replace("-", "−")
    return f" {mark}" if abs(draft.end_days) < len("0123456789") else f" {mark}d"


def _read_line(line: str, words: Words, zones: Collection[str]) -> Draft | None:
    """Read a line that begins with a time; its day is not known here."""
    for undecided in (words.undecided, *_OTHER_UNDECIDED):
        if line[: len(undecided)].casefold() == undecided.casefold() and undecided:
            rest = line[len(undecided) :]
            if not rest[:1].isalnum():
                return _draft(Times(None, None), rest, words)
    times, rest = read_times(line, (words.about, *_OTHER_ABOUTS), zones)
    return _draft(times, rest, words) if times is not None else None


def _draft(times: Times, rest: str, words: Words) -> Draft | None:
    said, note = _cut_note(rest.strip().lstrip(_AFTER_TIME), words)
    title, _, place = said.rpartition(BETWEEN) if BETWEEN in said else (said, "", "")
    if not said and times.end is None:
        return None
    return Draft(
        day=None,
        start=times.start,
        end=times.end,
        title=title_line(title),
        place=place_line(place),
        end_days=times.end_days,
        start_zone=times.start_zone,
        end_zone=times.end_zone,
        about=times.about,
        note=note,
    )


def _cut_note(said: str, words: Words) -> tuple[str, str]:
    for note in words.notes:
        if said.endswith(f"[{note}]"):
            return said[: -len(note) - 2].rstrip(), note
    return said, ""


def _read_heading(line: str, day_of: Callable[[str], date | None]) -> date | None:
    """Return the day of a heading: what is read of its beginning, the longest first."""
    line = line.strip().rstrip(":")
    cuts = [found.start() for found in islice(_CUT.finditer(line), _MOST_CUTS)]
    for end in (len(line), *reversed(cuts)):
        begin = line[:end].strip(" ,:")
        if any(letter.isdigit() for letter in begin) and not begin.isdigit():
            day = day_of(begin)
            if day is not None:
                return day
    return None
