"""What stands before a paragraph: ``(RESTRICTED) Respond: Their budget is voted in December.``."""

import re
from collections.abc import Mapping, Sequence

from app.domain import brief_file
from app.domain.prose import Line, Run, settled
from app.domain.words import Marking, PointKind
from app.wording.language import in_language, languages
from app.wording.names import marking_names, word_name


class Portions:
    """Knows the names of the markings: those that the file was sent out with, and all that we ship."""

    def __init__(self, properties: Mapping[str, str]) -> None:
        self._names: dict[str, Marking] = {}
        for tag, _name in languages():
            with in_language(tag):
                self._names |= dict(zip(marking_names(), Marking, strict=True))
        for marking in Marking:  # last: these are what the names mean in this file
            name = properties.get(brief_file.MARKING.format(level=int(marking)), "").strip()
            if name:
                self._names[name] = marking

    def taken_off(self, lines: Sequence[Line]) -> tuple[Marking | None, list[Line]]:
        """Return the marking that stands before a paragraph, and its lines without it."""
        words = lines[0].words if lines else ""
        start = len(words) - len(words.lstrip())
        for name, marking in self._names.items():
            front = f"({name})"
            if words[start:][: len(front)].casefold() == front.casefold():
                return marking, _cut(lines, start + len(front))
        return None, list(lines)


class Labels:
    """Knows what stands before a talking point, in every language of ours."""

    def __init__(self) -> None:
        names = {kind.value: kind for kind in PointKind}
        for tag, _name in languages():
            with in_language(tag):
                names |= {word_name(kind).casefold(): kind for kind in PointKind}
        self._names = names
        self._pattern = re.compile(rf"\s*({'|'.join(map(re.escape, names))})\s*[:\uff1a]", re.IGNORECASE)

    def taken_off(self, lines: Sequence[Line]) -> tuple[PointKind | None, list[Line]]:
        """Return what a talking point is for, and its lines without the label that says so."""
        found = self._pattern.match(lines[0].words) if lines else None
        if found is None:
            return None, list(lines)
        return self._names[found[1].casefold()], _cut(lines, found.end())

    def begins(self, words: str) -> bool:
        """Tell whether words begin with a label."""
        return self._pattern.match(words) is not None


def _cut(lines: Sequence[Line], letters: int) -> list[Line]:
    """Return lines without so many letters at their beginning."""
    first = lines[0]
    return [Line(settled(_without(first.runs, letters)), first.level), *lines[1:]]


def _without(runs: Sequence[Run], letters: int) -> list[Run]:
    """Return runs without so many letters at their beginning, nor the blank behind those."""
    left: list[Run] = []
    for run in runs:
        cut = run.text[letters:]
        letters = max(0, letters - len(run.text))
        if not left:
            cut = cut.lstrip()
        if cut:
            left.append(Run(cut, run.strong, run.slanted))
    return left
