"""What is wrong with entries of the board: what they clash with, and ways for which there is no time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.board.clashes import Clash, ClashKind
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.gap_marks import late_words
from app.ui.screens.programme.board.plan import Plan
from app.wording import _


@dataclass(frozen=True, slots=True)
class Amiss:
    """What is wrong with an entry, in words; nothing where all is well."""

    clash: str = ""
    late: str = ""


WELL = Amiss()


def found_amiss(plan: Plan, lines: Mapping[str, BoardLine]) -> dict[str, Amiss]:
    """Return what is wrong with the entries with which anything is."""
    late = late_words(plan.gaps)
    clashes = {entry_id: clash_words(entry_id, some, lines) for entry_id, some in plan.clashes.items()}
    return {
        entry_id: Amiss(clashes.get(entry_id, ""), late.get(entry_id, ""))
        for entry_id in clashes.keys() | late.keys()
    }


def clash_words(entry_id: str, found: Sequence[Clash], lines: Mapping[str, BoardLine]) -> str:
    """Return with what an entry clashes: “Press availability” has the same people; "" if nothing."""
    told = []
    for clash in found:
        other = lines.get(clash.other if clash.one == entry_id else clash.one)
        if other is not None:
            told.append(_CLASHES[clash.kind]().format(title=other.title))
    return "; ".join(dict.fromkeys(told))


_CLASHES = {
    ClashKind.PEOPLE: lambda: _("“{title}” has the same people"),
    ClashKind.PLACE: lambda: _("“{title}” is in the same room"),
    ClashKind.VEHICLE: lambda: _("“{title}” has the same car"),
    ClashKind.INTERPRETER: lambda: _("“{title}” has the same interpreter"),
}
