"""Finding again what went out where a row has lost its bookmark: by its words, then by its place."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.returned import AGENDA, Back, Sent, digest_of
from app.domain.words import BriefSection


def matched(paragraphs: Sequence[Back], sent: Sequence[Sent]) -> tuple[Back, ...]:
    """Return the rows with the names of those that went out, as far as they can be told.

    A row that says the same as one that is missing is that one. Where all bookmarks are gone, and as many
    stand between two that are known as went out between them, they are these in their order, changed.
    """
    known = {each.name for each in sent}
    bare = not any(each.name in known for each in paragraphs)
    found = [each if each.name in known or not known else replace(each, name=None) for each in paragraphs]
    _by_words(found, sent, agenda=True)
    if bare:
        _by_place(found, sent, AGENDA)
    items = dict[str | None, str | None]()  # what an item was called, and what it is found to be
    for number, (before, now) in enumerate(zip(paragraphs, found, strict=True)):
        if now.section == AGENDA:
            items[before.name] = now.name or before.name
            found[number] = replace(now, name=items[before.name])
        else:
            found[number] = replace(now, section=items.get(now.section) or now.section)
    _by_words(found, sent, agenda=False)
    for section in dict.fromkeys(each.section for each in sent if each.section != AGENDA) if bare else ():
        _by_place(found, sent, section)
    return tuple(found)


def _by_words(found: list[Back], sent: Sequence[Sent], *, agenda: bool) -> None:
    """Name those that say the same: either items of the agenda, or all else by what it stands in."""
    names = {each.name for each in found}
    missing = [each for each in sent if each.name not in names and (each.section == AGENDA) is agenda]
    for number, each in enumerate(found):
        if each.name is None and (each.section == AGENDA) is agenda:
            digest, brief = digest_of(each.text), _in_brief(each)
            same = [one for one in missing if one.digest == digest and _in_brief(one) is brief]
            same.sort(key=lambda one: one.section != each.section)
            if same:
                found[number] = replace(each, name=same[0].name)
                missing.remove(same[0])


def _in_brief(row: Back | Sent) -> bool:
    return row.section in set(BriefSection)


def _by_place(found: list[Back], sent: Sequence[Sent], section: str) -> None:
    went = [each.name for each in sent if each.section == section]
    here = [number for number, each in enumerate(found) if each.section == section]
    names = {each.name for each in found}
    runs = _between([found[number].name for number in here], set(went))
    for before, after, gap in runs:
        start = went.index(before) + 1 if before else 0
        end = went.index(after) if after else len(went)
        missing = [name for name in went[start:end] if name not in names]
        if len(missing) == len(gap):
            for place, name in zip(gap, missing, strict=True):
                found[here[place]] = replace(found[here[place]], name=name)


def _between(names: Sequence[str | None], known: set[str]) -> list[tuple[str, str, list[int]]]:
    """Return each run of paragraphs without a name, with the names that stand before and after it."""
    runs: list[tuple[str, str, list[int]]] = []
    before, gap = "", list[int]()
    for place, name in enumerate(names):
        if name is None:
            gap.append(place)
        elif name in known:
            runs.append((before, name, gap))
            before, gap = name, []
    return [run for run in (*runs, (before, "", gap)) if run[2]]
