"""What the boxes of the window find, kept ready so that a search at each keystroke reads nothing.

Each kind of row is read when it is first looked for. What changes is told by the desk: of persons,
organisations and places the changed rows alone are read again, of a visit's rows all, which are few.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from app.domain.matching import FEW
from app.domain.words import Side
from app.planning.finding import (
    earlier_topics_hay,
    entries_hay,
    find_zones,
    members_hay,
    organisations_hay,
    people_hay,
    places_hay,
    topics_hay,
)
from app.planning.hay import Stack
from app.planning.views.visits import Choice
from app.planning.workspace import Changed
from app.ui.desk import Desk

_SHARED: dict[str, Callable[..., Any]] = {
    "person": people_hay,
    "organisation": organisations_hay,
    "place": places_hay,
}
#: Whose words a row is found by, beside its own.
_WORDS_OF = {"person": ("post", "organisation"), "member": ("person",), "topic": ("visit",)}
_MOST_READ_SINGLY = 500


class Finders(QObject):
    """The finders of one desk; :func:`finders` gives them. Members, entries, topics: of the visit in view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._stacks: dict[tuple[str, ...], Stack] = {}
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self._on_visit_changed)

    def people(self, text: str, limit: int = FEW) -> tuple[Choice, ...]:
        """Find persons."""
        return self._stack("person", people_hay).find(text, limit)

    def organisations(self, text: str) -> tuple[Choice, ...]:
        """Find organisations."""
        return self._stack("organisation", organisations_hay).find(text)

    def places(self, text: str) -> tuple[Choice, ...]:
        """Find places."""
        return self._stack("place", places_hay).find(text)

    def zones(self, text: str) -> tuple[Choice, ...]:
        """Find time zones; their ids are their names."""
        return find_zones(text)

    def members(self, text: str, side: Side | None = None, limit: int = FEW) -> tuple[Choice, ...]:
        """Find members of the visit in view, of one side or both."""
        return self._stack("member", members_hay, self._desk.visit_id, side).find(text, limit)

    def entries(self, text: str) -> tuple[Choice, ...]:
        """Find entries of the visit in view."""
        return self._stack("entry", entries_hay, self._desk.visit_id).find(text)

    def topics(self, text: str) -> tuple[Choice, ...]:
        """Find topics of the visit in view."""
        return self._stack("topic", topics_hay, self._desk.visit_id).find(text)

    def earlier_topics(self, text: str) -> tuple[Choice, ...]:
        """Find topics of other visits that the visit in view has not taken up."""
        return self._stack("topic", earlier_topics_hay, self._desk.visit_id).find(text)

    def _stack(self, table: str, hays: Callable[..., Any], *about: Any) -> Stack:
        key = (table, hays.__name__, *map(str, about))
        if key not in self._stacks:
            self._stacks[key] = Stack(self._desk.ask(hays, *about))
        return self._stacks[key]

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        for key in list(self._stacks):
            table = key[0]
            ids = changed.ids.get(table, frozenset())
            borrowed = changed.touches(*_WORDS_OF.get(table, ()))
            few = table in _SHARED and len(ids) <= _MOST_READ_SINGLY
            if changed.everything or borrowed or (ids and not few):
                del self._stacks[key]
            elif ids:
                stack = self._stacks[key]
                stack.drop(ids)
                stack.put(self._desk.ask(_SHARED[table], ids))

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self._stacks = {key: stack for key, stack in self._stacks.items() if key[0] in _SHARED}


def finders(desk: Desk) -> Finders:
    """Return the finders of a desk; all its boxes share them."""
    found = desk.findChild(Finders)
    return found if isinstance(found, Finders) else Finders(desk)
