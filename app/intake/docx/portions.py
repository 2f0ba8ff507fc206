"""The marking before a paragraph: ``(RESTRICTED) Their budget is voted in December.``."""

from collections.abc import Mapping, Sequence

from app.domain import brief_file
from app.domain.prose import Line, Run, settled
from app.domain.words import Marking
from app.wording.language import in_language, languages
from app.wording.names import marking_names


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
        if not lines:
            return None, []
        first = lines[0]
        words = first.words.lstrip()
        start = len(first.words) - len(words)
        for name, marking in self._names.items():
            front = f"({name})"
            if words[: len(front)].casefold() == front.casefold():
                runs = _without(first.runs, start + len(front))
                return marking, [Line(settled(runs), first.level), *lines[1:]]
        return None, list(lines)


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
