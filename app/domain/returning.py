"""What a brief that came back would change in ours: a comparison of three, section by section.

The desk's words count only where the desk changed them since they went out; what it left as it was stays as
it is here, changed or not. Where both sides changed the same row, that is a conflict: somebody must look.
What never went out (it was above the reader, or is new here) is not touched.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from app.domain.prose import canonical
from app.domain.returned import AGENDA, Back, ReturnedBrief, Sent, digest_of, name_of
from app.domain.returning_rows import Change, ChangeKind, Ours, SectionChange, order_key
from app.domain.words import BriefSection


def compare(
    ours: Iterable[Ours], returned: ReturnedBrief, left: Collection[str] = ()
) -> tuple[SectionChange, ...]:
    """Return what taking a brief that came back would change.

    The sections of the brief come first, then the agenda, then the points of each of its items. ``left`` are
    the keys of changes that are not taken: all is as if the desk had not made them. What the desk wrote
    under an item is left with an item that is new and is left.
    """
    three = _Three(tuple(ours), returned)
    three.leave(left)
    agenda = three.section(AGENDA)
    under = (three.section(item.key) for item in agenda.paragraphs)
    return (*(three.section(section) for section in BriefSection), agenda, *under)


class _Three:
    """Ours, what went out, and what came back, each by name."""

    def __init__(self, ours: Sequence[Ours], returned: ReturnedBrief) -> None:
        self._ours: Mapping[str, Ours] = {name_of(each.id): each for each in ours}
        self._sent: dict[str, Sent] = {each.name: each for each in returned.sent}
        self._back: dict[str, Back] = {}
        self._left: Collection[str] = ()
        items: dict[str, str] = {}  # how the file calls an item, and its name
        for number, row in enumerate(returned.paragraphs):
            each = replace(row, section=items.get(row.section, row.section))
            name = self._known(each) or self._taken(each) or f"new {number}"
            if each.section == AGENDA and each.name is not None:
                items.setdefault(each.name, name)
            self._back[name] = each

    def _known(self, back: Back) -> str | None:
        """Return the name of one that went out; one that was doubled is new."""
        free = back.name is not None and back.name not in self._back
        return back.name if free and (back.name in self._ours or back.name in self._sent) else None

    def _taken(self, back: Back) -> str | None:
        """Return the name of ours that says the same as a new one: the file was taken before, perhaps."""
        for name, ours in self._ours.items():
            free = name not in self._sent and name not in self._back
            if free and ours.section == back.section and canonical(ours.text) == canonical(back.text):
                return name
        return None

    def leave(self, keys: Collection[str]) -> None:
        """Forget what the desk did to some rows: they are as if they had never gone out."""
        self._left = keys
        for key in keys:
            if key not in self._back:  # the desk took it away: it stays, with what stands under it
                below = [name for name, sent in self._sent.items() if sent.section == key]
                for name in set(below) - set(self._back):
                    del self._sent[name]
            self._back.pop(key, None)
            self._sent.pop(key, None)

    def section(self, section: str) -> SectionChange:
        theirs = [name for name in self._back if self._belongs(name) == section]
        changes = {name: self._change(name) for name in theirs}
        here = [name for name, each in self._ours.items() if each.section == section]
        gone = [name for name in here if name not in self._back and name in self._sent]
        staying = [name for name in here if name not in gone and (name in changes or name not in self._back)]
        for name in staying:
            changes.setdefault(name, _untouched(name, self._ours[name]))
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

    def _belongs(self, name: str) -> str:
        """Return the section of one that came back: ours may have moved it while the desk did not."""
        back, sent, ours = self._back[name], self._sent.get(name), self._ours.get(name)
        if sent is not None and ours is not None and back.section == sent.section:
            return ours.section
        return back.section

    def _turned(self, names: Sequence[str], section: str) -> bool:
        """Whether the desk put the rows of a section in another order than they went out in."""
        if order_key(section) in self._left:
            return False
        went = [name for name, each in self._sent.items() if each.section == section and name in names]
        return [name for name in names if name in went] != went

    def _change(self, name: str) -> Change | None:
        """Return what becomes of one that came back; none where it was deleted here and not touched there."""
        back, sent, ours = self._back[name], self._sent.get(name), self._ours.get(name)
        if ours is None:
            if sent is None:
                return Change(name, ChangeKind.NEW, None, back.text, back.marking, back.use)
            return self._revived(name, back, sent)
        changed = Change(
            name,
            ChangeKind.CHANGED,
            ours,
            back.text if _said(back, sent) and canonical(back.text) != canonical(ours.text) else ours.text,
            ours.marking if back.marking is None or not _marked(back, sent) else back.marking,
            ours.use if back.use is None or not _used(back, sent) else back.use,
        )
        moved = self._belongs(name) != ours.section
        if (changed.text, changed.marking, changed.use) == (ours.text, ours.marking, ours.use) and not moved:
            return _untouched(name, ours)
        return replace(changed, conflict=_clash(changed, ours, sent, moved=moved))

    def _revived(self, name: str, back: Back, sent: Sent) -> Change | None:
        """Return one that was deleted here, where the desk touched it, what is under it, or what it is under.

        An item that was deleted here and comes back brings all that stands under it in the file.
        """
        below = [key for key, each in self._back.items() if each.section == name]
        above = back.section in self._sent and back.section not in self._ours
        if not (above or any(map(self._touched, (name, *below)))):
            return None
        marking = sent.marking if back.marking is None else back.marking
        use = sent.use if back.use is None else back.use
        return Change(name, ChangeKind.NEW, None, back.text, marking, use, conflict=True)

    def _touched(self, name: str) -> bool:
        """Whether the desk wrote, or changed, one that came back."""
        back, sent = self._back[name], self._sent.get(name)
        moved = sent is not None and back.section != sent.section
        return moved or _said(back, sent) or _marked(back, sent) or _used(back, sent)

    def _gone(self, name: str) -> Change:
        ours, sent = self._ours[name], self._sent[name]
        touched = digest_of(ours.text) != sent.digest or (ours.marking, ours.use) != (sent.marking, sent.use)
        below = {key for key, each in self._ours.items() if each.section == name}
        unseen = len(below - set(self._sent))
        return Change(
            name, ChangeKind.GONE, ours, ours.text, ours.marking, ours.use, conflict=touched, unseen=unseen
        )


def _said(back: Back, sent: Sent | None) -> bool:
    """Whether the words are other ones; an item without any keeps its own."""
    emptied = back.section == AGENDA and not back.text
    return not emptied and (sent is None or digest_of(back.text) != sent.digest)


def _marked(back: Back, sent: Sent | None) -> bool:
    return back.marking is not None and (sent is None or back.marking is not sent.marking)


def _used(back: Back, sent: Sent | None) -> bool:
    return back.use is not None and (sent is None or back.use is not sent.use)


def _untouched(name: str, ours: Ours) -> Change:
    return Change(name, ChangeKind.SAME, ours, ours.text, ours.marking, ours.use)


def _clash(changed: Change, ours: Ours, sent: Sent | None, *, moved: bool) -> bool:
    """Whether ours was changed where the desk changed it, too; what is not known counts as changed."""
    if sent is None:
        return True
    return (
        (changed.text != ours.text and digest_of(ours.text) != sent.digest)
        or (changed.marking is not ours.marking and ours.marking is not sent.marking)
        or (changed.use is not ours.use and ours.use is not sent.use)
        or (moved and ours.section != sent.section)
    )


def _woven(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return ``first`` with what only ``second`` has, each behind the one that it follows there."""
    order, before = list(first), ""
    for name in second:
        if name not in order:
            order.insert(order.index(before) + 1 if before else 0, name)
        before = name
    return order
