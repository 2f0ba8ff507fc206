"""The entry being edited: what its fields show, how they write, and the texts that are not finished."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.domain.words import Role
from app.planning.verbs.entries import edit_entry, move_entry, set_leg, set_parties
from app.planning.verbs.people_at import add_participant, remove_participant, set_participant
from app.planning.views.entry import EntryDetail, PersonAt, entry_drafts
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.inspector.acts import act, act_on


class Editing(QObject):
    """One entry at a time. Fields write through it and leave their unfinished texts with it.

    An unfinished text is kept in memory too: when the file cannot be written, neither can a draft.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._detail: EntryDetail | None = None
        self._texts: dict[str, dict[str, str]] = {}

    @property
    def idle(self) -> bool:
        """Whether no entry is shown: it may have gone while the cursor stood in a field."""
        return self._detail is None

    @property
    def entry(self) -> EntryDetail:
        """The entry that is shown."""
        assert self._detail is not None
        return self._detail

    def take(self, detail: EntryDetail | None) -> None:
        """Edit this entry from now on, or none."""
        self._detail = detail

    # Writing

    def edit(self, column: str, **fields: Any) -> None:
        """Set columns of the entry.

        Raises:
            AideError: as :func:`app.planning.verbs.entries.edit_entry`, or ``write_failed``.
        """
        self._do(column, edit_entry, **fields)

    def move(self, column: str, **fields: Any) -> None:
        """Move the entry; it keeps its length."""
        self._do(column, move_entry, **fields)

    def edit_leg(self, column: str, **fields: Any) -> None:
        """Set columns of the entry's leg."""
        self._do(column, set_leg, **fields)

    def set_parties(self, party_ids: frozenset[str]) -> None:
        """Say for which parties the entry is."""
        self._do("parties", set_parties, party_ids=party_ids)

    def add_person(self, member: Choice) -> None:
        """Put a member at the entry.

        Raises:
            AideError: as :func:`app.planning.verbs.people_at.add_participant`, or ``write_failed``.
        """
        label = self._act_on("add", member.name)
        self.desk.do(label, partial(add_participant, entry_id=self.entry.id, member_id=member.id))

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

    def _do(self, column: str, verb: Callable[..., None], **fields: Any) -> None:
        label = act(column).format(title=self.entry.title)
        # Bound here: a column may bear the name of one of the desk's own parameters.
        self.desk.do(label, partial(verb, entry_id=self.entry.id, **fields))

    # Unfinished texts

    def unfinished(self, entry_id: str) -> Mapping[str, str]:
        """Return the unfinished texts of an entry by field; those of this session count for more."""
        stored = {} if self.desk.read_only else self.desk.ask(entry_drafts, entry_id)
        return stored | self._texts.get(entry_id, {})

    def keep(self, column: str, text: str) -> None:
        """Keep the unfinished text of a field."""
        texts = self._texts.setdefault(self.entry.id, {})
        if texts.get(column) != text:
            texts[column] = text
            self.desk.keep_draft(self._key(column), text)

    def drop(self, column: str) -> None:
        """Forget the unfinished text of a field."""
        self._texts.get(self.entry.id, {}).pop(column, None)
        self.desk.drop_draft(self._key(column))

    def _key(self, column: str) -> str:
        return f"entry/{self.entry.id}/{column}"
