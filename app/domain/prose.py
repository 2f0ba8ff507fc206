"""Words with plain emphasis and lists, as they are typed: ``**strong**``, ``*slanted*``, ``- an item``.

The text is what is stored; what stands here says how it looks where there is a pen for it. Two texts that
look alike have one :func:`canonical` form, so that what a word processor did to the marks is no change.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

_NEWLINES = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
#: What XML cannot carry, whatever is done: control letters, halves of pairs, and two that are no letters.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ITEM = re.compile(r"(?P<indent>(?:  ){0,3})[-•][ \t]+(?P<words>\S.*)")
_INSIDE = r"[^\s*](?:[^*]*[^\s*])?"  # no blank beside a mark: “2 * 3 * 4” is arithmetic
_MARKS = re.compile(
    rf"(?<!\*)\*\*(?P<strong>{_INSIDE})\*\*(?!\*)|"
    rf"(?<![A-Za-z0-9*])\*(?P<slanted>{_INSIDE})\*(?![A-Za-z0-9*])"
)
DEEPEST = 3  # levels of lists within lists
_WIDEST = 2  # stars of a mark


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one look."""

    text: str
    strong: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``level`` is that of an item of a list, counted from 0, or none."""

    runs: tuple[Run, ...]
    level: int | None = None

    @property
    def words(self) -> str:
        """The letters without their looks."""
        return "".join(run.text for run in self.runs)


def fit(text: str) -> str:
    """Return text as every file can carry it: one kind of new line, no control letters."""
    return _UNFIT.sub("", _NEWLINES.sub("\n", text))


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text with their looks; there is always one."""
    return tuple(_line(line.rstrip()) for line in fit(text).strip().split("\n"))


def text_of(lines: Iterable[Line]) -> str:
    """Return the text that has these lines, as somebody would have typed it."""
    return "\n".join(map(_typed, lines)).strip()


def canonical(text: str) -> str:
    """Return the one form of all texts that look like this one."""
    return text_of(lines_of(text))


def with_new_lines(text: str, draft: str) -> str:
    """Return a text with those lines of a draft below it that do not stand in it, whatever their blanks."""
    there = {" ".join(line.split()) for line in text.splitlines()}
    new = [line for line in draft.splitlines() if line.strip() and " ".join(line.split()) not in there]
    return "\n".join([text.rstrip(), "", *new]).strip() if new else text


def with_mark(text: str, start: int, end: int, mark: str) -> tuple[str, int, int]:
    """Return a text with a mark put around what is chosen of it, or taken off, and what is chosen then.

    ``mark`` is ``**`` or ``*``. Blanks at the ends of what is chosen stay outside. Where nothing is chosen,
    the marks stand beside each other, and what is typed next goes between them.
    """
    chosen = text[start:end]
    start, end = start + len(chosen) - len(chosen.lstrip()), end - len(chosen) + len(chosen.rstrip())
    start = min(start, end)
    wide = len(mark)
    before, after = text[:start], text[end:]
    stars = len(before) - len(before.rstrip("*")), len(after) - len(after.lstrip("*"))
    there = stars[0] if stars[0] == stars[1] and 0 < stars[0] <= _WIDEST else 0
    if start < end and there:  # they have a look: it goes, and another takes its place
        before, after, start, end = before[:-there], after[there:], start - there, end - there
        text = before + text[start + there : end + there] + after
        if there == wide:
            return text, start, end
    return before + mark + text[start:end] + mark + after, start + wide, end + wide


def settled(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs as marks can say them: neighbours of one look joined, no blank at a mark's inside.

    A run that is strong and slanted is strong; one with a star in it has no look.
    """
    whole = _joined(map(_sayable, runs))
    return tuple(_joined(part for run in whole for part in _parted(run)))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    groups = groupby((run for run in runs if run.text), key=lambda run: (run.strong, run.slanted))
    return (Run("".join(run.text for run in group), *look) for look, group in groups)


def _line(line: str) -> Line:
    item = _ITEM.fullmatch(line)
    if item is None:
        return Line(settled(_runs(line)))
    return Line(settled(_runs(item["words"])), len(item["indent"]) // 2)


def _runs(words: str) -> Iterator[Run]:
    done = 0
    for mark in _MARKS.finditer(words):
        yield Run(words[done : mark.start()])
        strong = mark["strong"] is not None
        yield Run(mark["strong"] or mark["slanted"], strong=strong, slanted=not strong)
        done = mark.end()
    yield Run(words[done:])


def _sayable(run: Run) -> Run:
    if "*" in run.text:
        return Run(run.text)
    return replace(run, slanted=False) if run.strong else run


def _parted(run: Run) -> Iterator[Run]:
    """Part the blanks at the ends of a run that has a look from it."""
    words = run.text.strip()
    if not words or not (run.strong or run.slanted):
        yield Run(run.text)
        return
    before, after = run.text.split(words, 1)
    yield from (part for part in (Run(before), replace(run, text=words), Run(after)) if part.text)


def _typed(line: Line) -> str:
    indent = "" if line.level is None else "  " * min(line.level, DEEPEST) + "- "
    return (indent + "".join(map(_with_marks, line.runs))).rstrip()


def _with_marks(run: Run) -> str:
    mark = "**" if run.strong else "*" if run.slanted else ""
    return f"{mark}{run.text}{mark}"
