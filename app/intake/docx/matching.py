"""Finding again what went out where a paragraph has lost its bookmark: by its words, then by its place."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.returned import Back, Sent, digest_of
from app.domain.words import BriefSection


def matched(paragraphs: Sequence[Back], sent: Sequence[Sent]) -> tuple[Back, ...]:
    """Return the paragraphs with the names of those that went out, as far as they can be told.

    A paragraph that says the same as one that is missing is that one. Where all bookmarks are gone, and as
    many stand between two that are known as went out between them, they are these in their order, changed.
    """
    known = {each.name for each in sent}
    found = [each if each.name in known or not known else replace(each, name=None) for each in paragraphs]
    bare = not any(each.name for each in found)
    _by_words(found, sent)
    for section in BriefSection if bare else ():
        _by_place(found, [each.name for each in sent if each.section is section], section)
    return tuple(found)


def _missing(found: Sequence[Back], sent: Sequence[Sent]) -> list[Sent]:
    names = {each.name for each in found}
    return [each for each in sent if each.name not in names]


def _by_words(found: list[Back], sent: Sequence[Sent]) -> None:
    missing = _missing(found, sent)
    for number, each in enumerate(found):
        if each.name is None:
            digest = digest_of(each.text)
            same = [one for one in missing if one.digest == digest]
            same.sort(key=lambda one: one.section is not each.section)
            if same:
                found[number] = replace(each, name=same[0].name)
                missing.remove(same[0])


def _by_place(found: list[Back], went: list[str], section: BriefSection) -> None:
    here = [number for number, each in enumerate(found) if each.section is section]
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
