"""What a brief that came back would change in ours: a comparison of three, section by section.

The desk's words count only where the desk changed them since they went out; what it left as it was stays as
it is here, changed or not. Where both sides changed the same paragraph, that is a conflict: somebody must
look. What never went out (it was above the reader, or is new here) is not touched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.prose import canonical
from app.domain.returned import Back, ReturnedBrief, Sent, digest_of, name_of
from app.domain.words import BriefSection, Marking


class ChangeKind(StrEnum):
    """What would become of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Ours:
    """One paragraph of the brief as it stands here."""

    id: str
    section: BriefSection
    text: str
    marking: Marking


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one paragraph of a section.

    ``ours`` is none for a new one, and tells the section that it comes from; ``text`` and ``marking`` are as
    it would stand, for one that is gone as it was. A new one without a marking takes the meeting's.
    ``conflict``: ours was changed, too, since it went out.
    """

    kind: ChangeKind
    ours: Ours | None
    text: str
    marking: Marking | None
    conflict: bool = False

    @property
    def lowered(self) -> bool:
        """Whether its words could travel further than ours may now."""
        return self.ours is not None and self.marking is not None and self.marking < self.ours.marking


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What would become of one section: its paragraphs in the order in which they would stand.

    ``gone`` are those that would be deleted; ``reordered`` tells that the desk put ours in another order.
    """

    section: BriefSection
    paragraphs: tuple[Change, ...]
    gone: tuple[Change, ...]
    reordered: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        """The paragraphs to which something would happen."""
        return (*(each for each in self.paragraphs if each.kind is not ChangeKind.SAME), *self.gone)

    @property
    def any(self) -> bool:
        """Whether anything would change."""
        return bool(self.changes) or self.reordered

    @property
    def conflicts(self) -> int:
        """How many paragraphs both sides have changed."""
        return sum(each.conflict for each in self.changes)

    @property
    def lowered(self) -> int:
        """How many paragraphs would have a lower marking."""
        return sum(each.lowered for each in self.changes)


def compare(ours: Iterable[Ours], returned: ReturnedBrief) -> tuple[SectionChange, ...]:
    """Return what taking a brief that came back would change, for every section in order."""
    three = _Three(tuple(ours), returned)
    return tuple(three.section(section) for section in BriefSection)


class _Three:
    """Ours, what went out, and what came back, each by name."""

    def __init__(self, ours: Sequence[Ours], returned: ReturnedBrief) -> None:
        self._ours: Mapping[str, Ours] = {name_of(each.id): each for each in ours}
        self._sent: Mapping[str, Sent] = {each.name: each for each in returned.sent}
        self._back: dict[str, Back] = {}
        for number, each in enumerate(returned.paragraphs):
            known = each.name if each.name not in self._back else None  # one that was doubled is new
            self._back[known or self._taken(each) or f"new {number}"] = each

    def _taken(self, back: Back) -> str | None:
        """Return the name of ours that says the same as a new one: the file was taken before, perhaps."""
        for name, ours in self._ours.items():
            free = name not in self._sent and name not in self._back
            if free and ours.section is back.section and canonical(ours.text) == canonical(back.text):
                return name
        return None

    def section(self, section: BriefSection) -> SectionChange:
        theirs = [name for name in self._back if self._belongs(name) is section]
        changes = {name: self._change(name) for name in theirs}
        here = [name for name, each in self._ours.items() if each.section is section]
        gone = [name for name in here if name not in self._back and name in self._sent]
        staying = [name for name in here if name not in gone and (name in changes or name not in self._back)]
        for name in staying:
            changes.setdefault(name, _untouched(self._ours[name]))
        there = [name for name in theirs if changes[name] is not None]
        reordered = self._turned(there, section)
        order = _woven(there, staying) if reordered else _woven(staying, there)
        placed = [change for name in order if (change := changes[name]) is not None]
        return SectionChange(
            section=section,
            paragraphs=tuple(placed),
            gone=tuple(self._gone(name) for name in gone),
            reordered=reordered and [name for name in order if name in staying] != staying,
        )

    def _belongs(self, name: str) -> BriefSection:
        """Return the section of one that came back: ours may have moved it while the desk did not."""
        back, sent, ours = self._back[name], self._sent.get(name), self._ours.get(name)
        if sent is not None and ours is not None and back.section is sent.section:
            return ours.section
        return back.section

    def _turned(self, names: Sequence[str], section: BriefSection) -> bool:
        """Whether the desk put the paragraphs of a section in another order than they went out in."""
        went = [name for name, each in self._sent.items() if each.section is section and name in names]
        return [name for name in names if name in went] != went

    def _change(self, name: str) -> Change | None:
        """Return what becomes of one that came back; none where it was deleted here and not touched there."""
        back, sent, ours = self._back[name], self._sent.get(name), self._ours.get(name)
        words = sent is None or digest_of(back.text) != sent.digest
        level = back.marking is not None and (sent is None or back.marking is not sent.marking)
        if ours is None:
            if sent is None:
                return Change(ChangeKind.NEW, None, back.text, back.marking)
            marking = sent.marking if back.marking is None else back.marking
            return Change(ChangeKind.NEW, None, back.text, marking, True) if words or level else None
        changed = Change(
            ChangeKind.CHANGED,
            ours,
            back.text if words and canonical(back.text) != canonical(ours.text) else ours.text,
            back.marking if level else ours.marking,
        )
        moved = self._belongs(name) is not ours.section
        if changed.text == ours.text and changed.marking is ours.marking and not moved:
            return _untouched(ours)
        return replace(changed, conflict=_clash(changed, ours, sent, moved=moved))

    def _gone(self, name: str) -> Change:
        ours, sent = self._ours[name], self._sent[name]
        touched = digest_of(ours.text) != sent.digest or ours.marking is not sent.marking
        return Change(ChangeKind.GONE, ours, ours.text, ours.marking, touched)


def _untouched(ours: Ours) -> Change:
    return Change(ChangeKind.SAME, ours, ours.text, ours.marking)


def _clash(changed: Change, ours: Ours, sent: Sent | None, *, moved: bool) -> bool:
    """Whether ours was changed where the desk changed it, too; what is not known counts as changed."""
    if sent is None:
        return True
    return (
        (changed.text != ours.text and digest_of(ours.text) != sent.digest)
        or (changed.marking is not ours.marking and ours.marking is not sent.marking)
        or (moved and ours.section is not sent.section)
    )


def _woven(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return ``first`` with what only ``second`` has, each behind the one that it follows there."""
    order, before = list(first), ""
    for name in second:
        if name not in order:
            order.insert(order.index(before) + 1 if before else 0, name)
        before = name
    return order
