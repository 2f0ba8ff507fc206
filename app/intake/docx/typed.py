"""A paragraph of a document as the lines that somebody would have typed for it here."""

from collections.abc import Iterator

from app.domain.prose import Line, Run, settled
from app.intake.docx.lines import Found


def typed_lines(found: Found) -> Iterator[Line]:
    """Yield the lines of one paragraph; an item has one, for a line more would leave the list."""
    if found.item is not None:
        before = [Run(f"{found.number} ")] if found.number else []
        runs = [Run(run.text.replace("\n", " "), run.strong, run.slanted) for run in (*before, *found.runs)]
        yield Line(settled(runs), None if found.number else found.item)
        return
    line: list[Run] = []
    for run in found.runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.strong, run.slanted))
        for part in others:
            yield Line(settled(line))
            line = [Run(part, run.strong, run.slanted)]
    yield Line(settled(line))
