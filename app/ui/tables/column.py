"""The columns of a table: what each shows of a row, and by what it is put in order."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Any

from app.domain.words import EntryKind, Marking
from app.ui.tables.cell_edit import CellEdit
from app.wording import _

Tone = str  # "", "warn", "bad", "ok", "muted", "accent"
Look = str  # "", "strong", "slanted", "struck"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; each function takes a row. ``width`` is in pixels, its share where nothing was dragged.

    What ``keeps`` its width, as hours do that nobody may misread, gives none of it where there is little
    room: columns of words do.

    ``text`` is the words; ``detail`` a muted second line (the rows are then higher); ``badge`` a marking or
    none; ``chip`` the words of a pill; ``tick`` whether a box is ticked, or none where there is no box;
    ``tone`` colours the words, and the pill where there are no words: ``warn``, ``bad``, ``ok``,
    ``muted``, ``accent`` or nothing. ``sort`` gives what the rows are ordered by; without it the
    words are, without case and accents. A column that is ``hidden`` is shown when asked for in the header.
    ``look`` is how the words are written: ``strong``, ``slanted``, ``struck`` or plainly; ``edge`` is a kind
    of entry whose colour stands as a bar before them. ``edit`` says how cells are edited in place.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    _: KW_ONLY
    sort: Callable[[Any], Any] | None = None
    width: int = 120
    keeps: bool = False
    detail: Callable[[Any], str] | None = None
    align_right: bool = False
    hidden: bool = False
    badge: Callable[[Any], Marking | None] | None = None
    chip: Callable[[Any], str] | None = None
    tone: Callable[[Any], Tone] | None = None
    tick: Callable[[Any], bool | None] | None = None
    look: Callable[[Any], Look] | None = None
    edge: Callable[[Any], EntryKind | None] | None = None
    edit: CellEdit | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column shows of one row."""

    text: str
    detail: str = ""
    badge: Marking | None = None
    chip: str = ""
    tone: Tone = ""
    tick: bool | None = None
    look: Look = ""
    edge: EntryKind | None = None

    def words(self, markings: tuple[str, ...]) -> list[str]:
        """Return all that is to be read, as a screen reader says it and a copy has it."""
        tick = "" if self.tick is None else _("yes") if self.tick else _("no")
        badge = "" if self.badge is None else markings[self.badge]
        return [" ".join(part.split()) for part in (tick, self.text, self.detail, self.chip, badge) if part]


def cell_of(column: Column, row: object) -> Cell:
    """Return what a column shows of a row."""
    return Cell(
        column.text(row),
        column.detail(row) if column.detail else "",
        column.badge(row) if column.badge else None,
        column.chip(row) if column.chip else "",
        column.tone(row) if column.tone else "",
        column.tick(row) if column.tick else None,
        column.look(row) if column.look else "strong" if column.detail else "",
        column.edge(row) if column.edge else None,
    )
