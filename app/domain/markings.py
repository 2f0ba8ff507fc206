"""The names of the four markings: what a house may call them."""

import unicodedata
from collections.abc import Sequence

from app.domain.errors import PlanningError
from app.domain.folding import folded
from app.domain.words import Marking

LONGEST_NAME = 24  # letters: a name stands in a badge, and at the head of every page


def name_faults(names: Sequence[str]) -> tuple[PlanningError | None, ...]:
    """Return what is wrong with each name, lowest marking first; ``None`` where nothing is.

    Two names that differ in case, accents or spaces alone would be read as one. The errors are
    ``field_empty``, ``text_too_long``, ``text_unprintable`` and ``marking_names_unfit``, which stands
    at the first name too where there are not as many as there are markings.
    """
    read = [folded(name) for name in names]
    faults = [_fault(name, like=read[:at]) for at, name in enumerate(names)]
    if len(names) != len(Marking):
        faults[:1] = [_unfit()]
    return tuple(faults)


def _fault(name: str, *, like: Sequence[str]) -> PlanningError | None:
    if not name.strip():
        return PlanningError("field_empty")
    if len(name.strip()) > LONGEST_NAME:
        return PlanningError("text_too_long", longest=LONGEST_NAME)
    if any(unicodedata.category(letter).startswith("C") for letter in name.strip()):
        return PlanningError("text_unprintable")
    return _unfit() if folded(name) in like else None


def _unfit() -> PlanningError:
    return PlanningError("marking_names_unfit")
