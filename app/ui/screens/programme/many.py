"""What is done with many entries at once: one field of all of them set to a value, in one step."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.bulk import for_each
from app.planning.settings import marking_names
from app.planning.verbs.entries import edit_entry, set_parties
from app.planning.views.visits import choices
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.words import vocabulary
from app.ui.tables.bulk import BulkField, Verb, fill_menu
from app.wording import _, ngettext


class ManyEntries(QObject):
    """Changes selected entries. ``told`` carries a sentence, and whether undo takes back what it tells."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def fill(self, menu: QMenu, ids: Sequence[str]) -> None:
        """Put the fields that these entries may have set together, with their values, into a menu."""
        fill_menu(menu, self._fields(), ids, self._change)

    def _fields(self) -> Sequence[BulkField]:
        def words(column: str, values: Sequence[tuple[object, str]]) -> Sequence[tuple[str, Verb]]:
            return [(name, partial(_set, column=column, value=value)) for value, name in values]

        parties = self._desk.ask(choices, self._desk.visit_id).parties
        whom: list[tuple[str, Verb]] = [(_("Everyone"), partial(set_parties, party_ids=frozenset()))]
        whom += [(party.name, partial(set_parties, party_ids=frozenset({party.id}))) for party in parties]
        names = self._desk.ask(marking_names)
        return (
            (_("Status"), words("status", vocabulary(EntryStatus))),
            (_("Kind"), words("kind", vocabulary(EntryKind))),
            (_("For"), whom),
            (_("Marking"), words("marking", list(zip(Marking, names, strict=True)))),
        )

    def _change(self, label: str, verb: Callable[..., object], ids: Sequence[str]) -> None:
        if done(self._desk, self.told, label, for_each, verb, ids):
            said = ngettext("{count} entry changed.", "{count} entries changed.", len(ids))
            self.told.emit(said.format(count=len(ids)), True)


def _set(session: Any, entry_id: str, *, column: str, value: object) -> None:
    edit_entry(session, entry_id, **{column: value})
