"""What would become of each row of a brief when what a desk made of it is taken."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.words import Marking, PointKind


class ChangeKind(StrEnum):
    """What would become of a row."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Ours:
    """One row as it stands here: a paragraph of the brief, an item of the agenda, or a talking point.

    ``section`` is a section of the brief, the agenda, or the name of a point's item; only a point has a
    ``use``. The marking of an item is that of its title.
    """

    id: str
    section: str
    text: str
    marking: Marking
    use: PointKind | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one row of a section.

    ``key`` names the change while the file is looked at. ``ours`` is none for a new one, and tells the
    section that it comes from; text, marking and use are as they would stand, for one that is gone as they
    were. A new one without a marking takes that of what it stands under. ``conflict``: ours was changed, too,
    since it went out. ``unseen`` is how many points that never went out would go with an item.
    """

    key: str
    kind: ChangeKind
    ours: Ours | None
    text: str
    marking: Marking | None
    use: PointKind | None = None
    conflict: bool = False
    unseen: int = 0

    @property
    def lowered(self) -> bool:
        """Whether its words could travel further than ours may now."""
        return self.ours is not None and self.marking is not None and self.marking < self.ours.marking

    @property
    def safe(self) -> bool:
        """Whether it can be taken without a look at what is here."""
        return not (self.conflict or self.lowered or self.unseen)


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What would become of one section: its rows in the order in which they would stand.

    ``gone`` are those that would be deleted; ``reordered`` tells that the desk put ours in another order.
    """

    section: str
    paragraphs: tuple[Change, ...]
    gone: tuple[Change, ...]
    reordered: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        """The rows to which something would happen."""
        return (*(each for each in self.paragraphs if each.kind is not ChangeKind.SAME), *self.gone)

    @property
    def any(self) -> bool:
        """Whether anything would change."""
        return bool(self.changes) or self.reordered

    @property
    def conflicts(self) -> int:
        """How many rows both sides have changed."""
        return sum(each.conflict for each in self.changes)

    @property
    def lowered(self) -> int:
        """How many rows would have a lower marking."""
        return sum(each.lowered for each in self.changes)

    @property
    def unseen(self) -> int:
        """How many points that never went out would go with their items."""
        return sum(each.unseen for each in self.changes)


def order_key(section: str) -> str:
    """Return the key of the change that is the desk's order of a section."""
    return f"order of {section}"
