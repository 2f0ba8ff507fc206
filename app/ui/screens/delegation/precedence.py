"""What is done to the order of precedence: by rank, or one place up or down, with the reason it needs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AideError, PlanningError
from app.domain.words import Side
from app.planning.ordering import order_sides
from app.planning.verbs.precedence import set_precedence
from app.planning.views.delegation import MemberRow, delegation
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.screens.delegation.bars import ReasonBar
from app.wording import _, ngettext
from app.wording.errors import sentence


class Precedence(QObject):
    """Gives members of the visit in view their places; ``told`` carries a sentence, and whether it is undone.

    ``reason`` asks why somebody stands elsewhere than rank and post would have it.
    """

    told = Signal(str, bool)

    def __init__(self, desk: Desk, reason: ReasonBar) -> None:
        super().__init__(reason)
        self._desk = desk
        self._reason = reason

    def order(self, sides: Sequence[Side], *, drop_reasons: bool = False) -> None:
        """Put sides in the order of the rule, as one step; who has a reason keeps the place."""
        label = _("Order the delegation by rank")
        before = self._places()
        verb = partial(order_sides, visit_id=self._desk.visit_id, sides=sides, drop_reasons=drop_reasons)
        if not done(self._desk, self.told, label, verb):
            return
        moved = sum(before.get(key) != place for key, place in self._places().items())
        if moved:
            said = ngettext("{count} place changed by rank.", "{count} places changed by rank.", moved)
            self.told.emit(said.format(count=moved), True)
        else:
            self.told.emit(_("All stand by rank already."), False)

    def _rows(self) -> Sequence[MemberRow]:
        return self._desk.ask(delegation, self._desk.visit_id)

    def _places(self) -> dict[str, tuple[int, str]]:
        return {row.id: (row.precedence, row.reason) for row in self._rows()}

    def step(self, row: MemberRow, way: int) -> None:
        """Let a member go one place up or down; asks for the reason where it needs one."""
        group = [each for each in self._rows() if each.group == row.group]
        asking = not self._reason.isHidden() and self._reason.member_id == row.id
        at = _place_among(group, row, self._reason.place if asking else row.precedence) + way
        others = [each for each in group if each.id != row.id]
        if not 0 <= at <= len(others):
            return
        place = group[at].precedence
        if place == row.computed:
            self.by_rule(row)
            return
        words = _("{name}: place {place}, by rank {rank}")
        words = words.format(name=row.name, place=place, rank=row.computed)
        self._reason.begin(row.id, place, words, row.reason)

    def place(self, row: MemberRow, place: int, reason: str) -> None:
        """Put a member at a place; why it is refused is said where the reason is asked for."""
        label = _("Move {name} in the order of precedence").format(name=row.name)
        try:
            self._desk.do(label, set_precedence, row.id, precedence=place, reason=reason)
        except PlanningError as error:
            self._reason.field.set_error(sentence(error))
            if self._reason.isHidden():
                self.told.emit(sentence(error), False)
            return
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self._reason.close_bar()
        self.told.emit(_("{name} stands at place {place}.").format(name=row.name, place=place), True)

    def by_rule(self, row: MemberRow) -> None:
        """Put a member at the place of rank and post."""
        self.place(row, row.computed, "")


def _place_among(group: Sequence[MemberRow], row: MemberRow, place: int) -> int:
    """Return the index in a group at which a member stands, or is to stand by a place asked for."""
    if place == row.precedence:
        return next(at for at, each in enumerate(group) if each.id == row.id)
    return next((at for at, each in enumerate(group) if each.precedence == place), 0)
