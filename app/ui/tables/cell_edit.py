"""What can be typed into the cells of a column."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from app.planning.views.visits import Choice


def _always(_row: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class CellEdit:
    """How the cells of a column are edited; each function takes a row.

    ``text`` is what stands in the editor at first. With ``choices`` (value, words) one of these is chosen;
    with a ``finder`` a row is found by its name, and the text taken is its id. ``write`` gets the row and
    what was typed, chosen or found; it raises ``AideError`` where that is refused.
    """

    text: Callable[[Any], str]
    write: Callable[[Any, str], object]
    _: KW_ONLY
    choices: Sequence[tuple[str, str]] = ()
    finder: Callable[[str], Sequence[Choice]] | None = None
    allowed: Callable[[Any], bool] = _always
