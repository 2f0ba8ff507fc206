"""What came of a meeting.

As released: each class mirrors one table; what was not released holds its default.
"""

from dataclasses import dataclass

from app.domain.words import Marking


@dataclass(frozen=True, slots=True)
class Record:
    """What happened at a meeting. ``marking`` is that of the memorandum and of who was present."""

    id: str
    entry_id: str = ""
    present: str = ""
    memorandum: str = ""
    marking: Marking = Marking.OFFICIAL_USE
    readout: str = ""
    readout_marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class RecordPoint:
    """A point of a record, under an agenda item or on its own."""

    id: str
    record_id: str = ""
    agenda_item_id: str | None = None
    position: int = 0
    text: str = ""
    marking: Marking = Marking.OFFICIAL_USE


@dataclass(frozen=True, slots=True)
class Decision:
    """Something agreed at a meeting."""

    id: str
    entry_id: str = ""
    agenda_item_id: str | None = None
    position: int = 0
    text: str = ""
    marking: Marking = Marking.OFFICIAL_USE
