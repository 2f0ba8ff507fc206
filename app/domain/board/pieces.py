"""Where an entry stands on the board: one piece in each part of a day that it runs through.

A leg is drawn twice where its zones differ: by the clock of the departure up to that day's midnight, and by
the clock of the arrival from that day's midnight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import ceil

from app.domain.board.days import DAY, Column, Part
from app.domain.board.spans import Span, last_day

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry within one part of a column, from ``top`` to ``bottom`` in minutes of the clock face.

    ``starts`` and ``ends`` tell whether it holds the entry's own start and end; else the entry goes on
    elsewhere. ``bottom`` is always below ``top``.
    """

    entry_id: str
    column: int
    part: int
    top: int
    bottom: int
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """A part with its place on the board."""

    column: int
    index: int
    part: Part


def pieces(columns: Sequence[Column], span: Span) -> tuple[Piece, ...]:
    """Return the pieces of an entry, that of its start first.

    By local clocks: its start in the part of the start's zone, its end in that of the end's, and between the
    two each day's part of the end's zone, or the day's first part. Where the board has no part for one of the
    two ends, as in home time, everything is drawn by instants, in those same parts of all days.
    """
    start = _spot(columns, span.start_wall.date(), span.start_zone)
    end = _spot(columns, last_day(span), span.end_zone)
    if start is None or end is None:
        return tuple(_by_instants(columns, span))
    if start.part is end.part:
        return (_whole(start, span),)
    found = [_departure(start, span)]
    for column in range(start.column, end.column):
        spot = _through(columns, column, span.end_zone)
        if column == start.column and (spot.part is start.part or span.end_zone not in spot.part.zones):
            continue  # the day of the start, which does not have the end's clock
        middle = _passed(spot, span)
        if middle is not None:
            found.append(replace(middle, starts=False, ends=False))
    return (*found, _arrival(end, span))


def whole_piece(
    columns: Sequence[Column], entry_id: str, start_wall: datetime, zone: str, length: timedelta
) -> Piece | None:
    """Return the only piece of an entry that has one zone, by its clock alone: no instant is reckoned.

    ``None`` where that is not enough: the day has no such clock, the clock is changed on it, or the entry
    goes on over midnight.
    """
    spot = _spot(columns, start_wall.date(), zone)
    if spot is None or spot.part.ends_utc - spot.part.starts_utc != timedelta(minutes=DAY):
        return None
    end = start_wall + length
    last = ceil((end - datetime.combine(spot.part.day, time())) / _MINUTE)
    if length < _MINUTE or last > DAY:
        return None
    return Piece(
        entry_id, spot.column, spot.index, _face(start_wall, spot.part), last, starts=True, ends=True
    )


def _spot(columns: Sequence[Column], day: date, zone: str) -> _Spot | None:
    """Find the part of a day and a zone; the columns are days without a gap."""
    column = (day - columns[0].day).days if columns else -1
    if not 0 <= column < len(columns):
        return None
    for index, part in enumerate(columns[column].parts):
        if zone in part.zones:
            return _Spot(column, index, part)
    return None


def _through(columns: Sequence[Column], column: int, zone: str) -> _Spot:
    """Return the part that a day between is drawn in: that of a zone if there is one, else the first."""
    parts = columns[column].parts
    index = next((index for index, part in enumerate(parts) if zone in part.zones), 0)
    return _Spot(column, index, parts[index])


def _whole(spot: _Spot, span: Span) -> Piece:
    return _from_top(spot, span, _face(span.start_wall, spot.part), _end_face(span, spot.part), ends=True)


def _departure(spot: _Spot, span: Span) -> Piece:
    """Draw from the local start to midnight, or to the end by this clock, if that comes first."""
    bottom = ceil(spot.part.minute(span.end_utc))
    return _from_top(spot, span, _face(span.start_wall, spot.part), bottom, ends=False)


def _from_top(spot: _Spot, span: Span, top: int, bottom: int, *, ends: bool) -> Piece:
    """Keep the top; where clocks are put back, the bottom lies as far below as the entry is long."""
    if bottom <= top:
        bottom = min(top + _length(span), DAY)
    return Piece(span.id, spot.column, spot.index, top, bottom, starts=True, ends=ends)


def _arrival(spot: _Spot, span: Span) -> Piece:
    """Draw from midnight, or from the start by this clock if that comes later, to the local end."""
    top, bottom = int(spot.part.minute(span.start_utc)), _end_face(span, spot.part)
    if bottom <= top:
        top = max(0, bottom - _length(span))
    return Piece(span.id, spot.column, spot.index, top, max(bottom, 1), starts=False, ends=True)


def _passed(spot: _Spot, span: Span) -> Piece | None:
    """Draw what a day's part holds of an entry by instants, if it holds anything."""
    part = spot.part
    begins, stops = max(part.starts_utc, span.start_utc), min(part.ends_utc, span.end_utc)
    if begins >= stops:
        return None
    top, bottom = min(int(part.minute(begins)), DAY - 1), ceil(part.minute(stops))
    if bottom <= top:
        bottom = min(top + max(1, ceil((stops - begins) / _MINUTE)), DAY)
    return Piece(
        *(span.id, spot.column, spot.index, top, bottom),
        starts=part.starts_utc <= span.start_utc,
        ends=span.end_utc <= part.ends_utc,
    )


def _by_instants(columns: Sequence[Column], span: Span) -> Iterator[Piece]:
    found = [_passed(_through(columns, column, span.end_zone), span) for column in range(len(columns))]
    passed = [piece for piece in found if piece is not None]
    if passed or span.start_utc < span.end_utc:
        yield from passed
        return
    for column, day in enumerate(columns):
        part = day.parts[0]
        if part.starts_utc <= span.start_utc < part.ends_utc:
            top = int(part.minute(span.start_utc))
            yield Piece(span.id, column, 0, top, top + 1, starts=True, ends=True)


def _face(wall: datetime, part: Part) -> int:
    return int((wall - datetime.combine(part.day, time())) / _MINUTE)


def _end_face(span: Span, part: Part) -> int:
    return ceil((span.end_wall - datetime.combine(part.day, time())) / _MINUTE)


def _length(span: Span) -> int:
    return max(1, ceil((span.end_utc - span.start_utc) / _MINUTE))
