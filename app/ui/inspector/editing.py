"""The entry being edited: beside its own columns its moves, its leg, its parties and its people."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.domain.words import Role, Side
from app.planning.verbs.entries import delete_entry, edit_entry, move_entry, set_leg, set_parties
from app.planning.verbs.people_at import (
    add_participant,
    add_people_at,
    add_person_at,
    remove_participant,
    set_participant,
)
from app.planning.views.entry import EntryDetail, PersonAt
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.forms.record import Kind, Record
from app.ui.inspector.acts import act, act_on
from app.ui.inspector.by_name import new_person_at
from app.wording import ngettext

ENTRY = Kind("entry", edit_entry, lambda entry: str(entry.title), act, delete_entry)


class Editing(Record):
    """One entry at a time.

    All that writes raises ``AideError``, as its verb does, or ``write_failed``.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, ENTRY, parent)

    @property
    def entry(self) -> EntryDetail:
        """The entry that is shown."""
        entry: EntryDetail = self.shown
        return entry

    def move(self, column: str, **fields: Any) -> None:
        """Move the entry; it keeps its length."""
        self.act(column, move_entry, **fields)

    def edit_leg(self, column: str, **fields: Any) -> None:
        """Set columns of the entry's leg."""
        self.act(column, set_leg, **fields)

    def set_parties(self, party_ids: frozenset[str]) -> None:
        """Say for which parties the entry is."""
        self.act("parties", set_parties, party_ids=party_ids)

    def add_member(self, member: Choice) -> None:
        """Put a member at the entry."""
        label = self._act_on("add", member.name)
        self.desk.do(label, partial(add_participant, entry_id=self.entry.id, member_id=member.id))

    def add_person(self, person: Choice, side: Side) -> None:
        """Put a person into the delegation, on that side, and at the entry."""
        label = self._act_on("add", person.name)
        self.desk.do(label, partial(add_person_at, entry_id=self.entry.id, person_id=person.id, side=side))

    def add_new_person(self, name: str, side: Side) -> None:
        """Make a person of a name, a member on that side, and put them at the entry."""
        self.desk.do(self._act_on("add", name), new_person_at(self.entry.id, side, name))

    def add_people(self, person_ids: tuple[str, ...], side: Side) -> None:
        """Put several persons at the entry on a side, in one step; who is new joins the delegation."""
        people = ngettext("{count} person", "{count} people", len(person_ids)).format(count=len(person_ids))
        verb = partial(add_people_at, entry_id=self.entry.id, person_ids=person_ids, side=side)
        self.desk.do(self._act_on("add", people), verb)

    def remove_person(self, person: PersonAt) -> None:
        """Take a person from the entry."""
        label = self._act_on("remove", person.name)
        self.desk.do(label, partial(remove_participant, participation_id=person.id))

    def set_role(self, person: PersonAt, role: Role) -> None:
        """Say what a person does at the entry."""
        label = self._act_on("role", person.name)
        self.desk.do(label, partial(set_participant, participation_id=person.id, role=role))

    def set_confirmed(self, person: PersonAt, *, confirmed: bool) -> None:
        """Say whether a person's coming is confirmed."""
        label = self._act_on("confirm" if confirmed else "unconfirm", person.name)
        self.desk.do(label, partial(set_participant, participation_id=person.id, confirmed=confirmed))

    def _act_on(self, deed: str, person: str) -> str:
        return act_on(deed).format(person=person, title=self.entry.title)
