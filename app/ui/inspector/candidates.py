"""Whom a delegation has, and whom it can have: members found by name, and persons whom choosing brings in."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from app.domain.matching import FEW
from app.domain.words import Side
from app.planning.finding import delegates, find_members
from app.planning.ordering import add_in_order
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick import PickField
from app.ui.forms.record import Record
from app.ui.inspector.by_name import new_member
from app.wording import _

_NOBODY: frozenset[str] = frozenset()


class Candidates:
    """Finds members of a visit, of one side or both, and by their names also persons of no side yet.

    ``outside`` are the ids of the persons among what was found last.
    """

    def __init__(self, desk: Desk, side: Side | None = None) -> None:
        self._desk = desk
        self._side = side
        self.outside = _NOBODY

    def find(self, text: str, visit_id: str, without: Collection[str] = _NOBODY) -> list[Choice]:
        """Find who can be chosen, without these members.

        Raises:
            DataError: the planner cannot be read.
        """
        most = FEW + len(without)
        if visit_id == self._desk.visit_id:  # kept ready for the visit in view, else read
            members: Sequence[Choice] = finders(self._desk).members(text, self._side, most)
        else:
            members = self._desk.ask(find_members, visit_id, text, self._side, most)
        found = [one for one in members if one.id not in without][:FEW]
        others: list[Choice] = []
        if text.strip() and len(found) < FEW:
            known = self._desk.ask(delegates, visit_id)
            people = finders(self._desk).people(text, FEW + len(known))
            others = [one for one in people if one.id not in known][: FEW - len(found)]
        self.outside = frozenset(one.id for one in others)
        return found + [replace(one, detail=_new(one)) for one in others]


class MemberField(PickField):
    """A reference to a member of a visit; who is not in its delegation yet joins it, in the same step.

    ``joins`` says on which side, ``among`` on which side members are looked for, if not on both. The visit
    is the one in view, or what ``visit`` says.
    """

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        named: str,
        joins: Callable[[], Side],
        *,
        among: Side | None = None,
        visit: Callable[[], str] | None = None,
        placeholder: str = "",
    ) -> None:
        self._candidates = Candidates(record.desk, among)
        self._joins = joins
        self._visit = visit
        super().__init__(record, column, label, self._find, named, self._new_member, placeholder=placeholder)

    def write(self, value: str | None) -> None:
        if value is None or value not in self._candidates.outside:
            super().write(value)
            return
        join = partial(add_in_order, visit_id=self._visit_id(), person_id=value, side=self._joins())
        self._record.act_on_new(self.column, join, lambda new_id: {self.column: new_id})

    def _visit_id(self) -> str:
        return self._record.desk.visit_id if self._visit is None or self._record.idle else self._visit()

    def _find(self, text: str) -> list[Choice]:
        return self._candidates.find(text, self._visit_id())

    def _new_member(self, typed: str) -> Callable[..., str]:
        return new_member(self._visit_id(), self._joins(), typed)


def ours() -> Side:
    """Return our side: where a newcomer joins who does something for the visit."""
    return Side.OURS


def _new(person: Choice) -> str:
    """Return the detail of a person whom choosing puts into the delegation."""
    new = _("new in the delegation")
    return f"{person.detail} · {new}" if person.detail else new
