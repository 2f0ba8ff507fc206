"""The journal read backwards: how the rows that messages about changes are made of had been.

No notes, no topics, nothing personal is read.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, case, select

from app.data.codec import decode
from app.data.models import Base, JournalRow

if TYPE_CHECKING:
    from app.planning.workspace import Changed

_ENDS = tuple(
    f"{end}_{part}" for end in ("start", "end") for part in ("wall", "zone", "fold", "precision", "utc")
)
#: The tables that are followed, and their columns.
FOLLOWED: Mapping[str, tuple[str, ...]] = {
    "entry": ("title", "kind", "status", *_ENDS, "marking", "place_id", "room", "share_with_host"),
    "leg": (
        "entry_id", "mode", "carrier", "number", "from_name", "from_code", "from_terminal", "to_name",
        "to_code", "to_terminal",
    ),
    "member": ("side", "joins_on", "leaves_on"),
    "participation": ("entry_id", "member_id", "role"),
    "entry_party": ("entry_id", "party_id"),
    "party_member": ("party_id", "member_id"),
    "vehicle": ("name",),
    "ride": ("entry_id", "vehicle_id"),
    "rider": ("ride_id", "member_id"),
    "lodging": ("name", "place_id"),
    "room": ("lodging_id", "number"),
    "room_guest": ("room_id", "member_id"),
}  # fmt: skip


def bears_on_plans(changed: Changed) -> bool:
    """Tell whether a step changed anything that somebody may have to be told of, or what was told."""
    return changed.touches(*FOLLOWED, "visit", "told")


@dataclass(frozen=True, slots=True)
class Link:
    """A row of the plan that became another; ``before`` is what it had been, nothing where it was not there.

    Of a row that is still there, ``before`` has only what has changed.
    """

    table: str
    row_id: str
    before: Mapping[str, Any] | None


class Point(NamedTuple):
    """What somebody knows of the plan: how it stood with a step, and what happened in spans after it.

    A span is the step it begins after, and its last step.
    """

    step: int
    spans: tuple[tuple[int, int], ...] = ()

    def knows(self, step: int) -> bool:
        """Tell whether what happened in a later step is known."""
        return any(after < step <= last for after, last in self.spans)


class _Row(NamedTuple):
    """A row of the journal; ``before`` and ``after`` are empty of one that is new."""

    step: int
    key: tuple[str, str]
    operation: str
    before: dict[str, Any]
    after: dict[str, Any]


def links_after(connection: Connection, points: Iterable[Point]) -> dict[Point, list[Link]]:
    """Return for each point what leads back from now to the plan as it is known there.

    What happened to one row is one link, however often it changed; points between which nothing happened
    have the same list. A row whose words were purged from the journal stays as it was after them; a deleted
    place is told for its name.
    """
    points = set(points)
    rows = _newest_first(connection, min(point.step for point in points)) if points else []
    steps = sorted({row.step for row in rows})

    def happened(step: int) -> int:
        """Return the last step up to this one in which anything happened: tellings are steps too."""
        place = bisect_right(steps, step)
        return steps[place - 1] if place else 0

    found: dict[Point, list[Link]] = {}
    groups: dict[tuple[tuple[int, int], ...], dict[int, list[Point]]] = {}
    for point in points:
        spans = tuple((happened(after), happened(last)) for after, last in point.spans)
        kept = tuple(span for span in spans if span[0] < span[1])
        groups.setdefault(kept, {}).setdefault(happened(point.step), []).append(point)
    for spans, bases in groups.items():
        for base, links in _walk(rows, Point(0, spans), sorted(bases, reverse=True)):
            found |= dict.fromkeys(bases[base], links)
    return found


def _newest_first(connection: Connection, step: int) -> list[_Row]:
    """Return the journal of the plan after a step."""
    journal = JournalRow.__table__.c
    words = case((journal.operation != "insert", journal.payload))  # nobody needs those of a new row
    columns = (journal.step_number, journal.table, journal.row_id, journal.operation, words)
    wanted = journal.table.in_([*FOLLOWED]) | ((journal.table == "place") & (journal.operation == "delete"))
    query = select(*columns).where(journal.step_number > step, wanted).order_by(journal.number.desc())
    found = []
    for number, table, row_id, operation, payload in connection.execute(query).all():
        images = json.loads(payload) if payload else {}
        row = _Row(number, (table, row_id), operation, images.get("before") or {}, images.get("after") or {})
        found.append(row)
    return found


def _walk(rows: Iterable[_Row], known: Point, bases: Iterable[int]) -> Iterator[tuple[int, list[Link]]]:
    """Go back through the journal and yield what leads to each of the steps, the newest first."""
    back = _Back()
    rest = iter(rows)
    row = next(rest, None)
    for base in bases:
        while row is not None and row.step > base:
            if known.knows(row.step):
                back.keep(row)
            else:
                back.end_span()
                back.take(row)
            row = next(rest, None)
        back.end_span()
        yield base, back.links()


class _Back:
    """What the journal says, read backwards, of how rows had been: the older word holds."""

    def __init__(self) -> None:
        self._images: dict[tuple[str, str], dict[str, Any] | None] = {}
        self._known: dict[tuple[str, str], set[str]] = {}
        self._whole: set[tuple[str, str]] = set()
        self._span: dict[tuple[str, str], list[_Row]] = {}
        self._decoded: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}

    def take(self, row: _Row) -> None:
        """Undo what happened to a row."""
        if row.key in self._whole:
            return
        if row.operation == "insert":
            self._images[row.key] = None
        elif row.before:
            known = self._known.get(row.key, ())
            before = {name: value for name, value in row.before.items() if name not in known}
            self._images[row.key] = (self._images.get(row.key) or {}) | before

    def keep(self, row: _Row) -> None:
        """Leave what happened to a row, which is known."""
        self._span.setdefault(row.key, []).append(row)

    def end_span(self) -> None:
        """Take up what is known of a span: nothing older bears on what the span made another.

        What came and went within the span was told to nobody.
        """
        for key, rows in self._span.items():
            gone, new = rows[0].operation == "delete", rows[-1].operation == "insert"
            if gone != new:
                self._whole.add(key)
            elif not gone:
                before = {name: value for row in rows for name, value in row.before.items()}
                after = {name: value for row in reversed(rows) for name, value in row.after.items()}
                changed = {name for name, value in after.items() if before.get(name) != value}
                self._known.setdefault(key, set()).update(changed)
        self._span.clear()

    def links(self) -> list[Link]:
        """Return what is known by now."""
        return [self._link(*key, image) for key, image in self._images.items() if image != {}]

    def _link(self, table: str, row_id: str, image: dict[str, Any] | None) -> Link:
        if image is None:
            return Link(table, row_id, None)
        if id(image) not in self._decoded:  # kept with the image, so that no other takes its place in memory
            stored = Base.metadata.tables[table].c
            names = {"visit_id", *FOLLOWED.get(table, ("name",))}
            words = {name: decode(stored[name], value) for name, value in image.items() if name in names}
            self._decoded[id(image)] = (image, words)
        return Link(table, row_id, self._decoded[id(image)][1])
