"""The parties of a visit: their list in order, and who goes in the one chosen."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.parties import (
    create_party,
    delete_party,
    edit_party,
    order_parties,
    set_party_members,
)
from app.planning.views.visit import PartyRow, party_rows
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.screens.visits.ordered import OrderedList
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.line import Line
from app.ui.widgets.tuning import flat, tune
from app.wording import _
from app.wording.errors import sentence

_LIST_PX = 300
_ID = Qt.ItemDataRole.UserRole


class PartiesPart(QWidget):
    """Parties of the visit in view."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, PartyRow] = {}
        self.fresh = QLineEdit()
        self.fresh.setPlaceholderText(_("A name, to add it with Enter"))
        self._fresh_box = FieldBox(_("Add a party"), self.fresh)
        self.list = OrderedList(_("Parties"), read_only=desk.read_only)
        self.name = Line()
        self.name.setReadOnly(desk.read_only)
        self._name_box = FieldBox(_("Name"), self.name)
        self._who = MutedLabel("", wrap=True)
        self.members = QListWidget()
        self.members.setAccessibleName(_("Members of the party"))
        flat(self.members)
        tune(self.members)
        self.fresh.returnPressed.connect(self.add)
        self.name.editingFinished.connect(self._rename)
        self.list.chosen.connect(self._show_party)
        self.list.ordered.connect(self._order)
        self.list.delete_wanted.connect(self.delete)
        self.remove = PlainButton(_("Delete the party"), icon_name="trash", role="quiet")
        self.remove.clicked.connect(self.list.ask_delete)
        self.members.itemChanged.connect(self._set_members)
        self._lay_out()
        if desk.read_only:
            self._fresh_box.hide()
            self.remove.hide()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_LIST_PX)
        left = QVBoxLayout(side)
        left.setContentsMargins(16, 12, 8, 8)
        left.setSpacing(8)
        left.addWidget(self._fresh_box)
        left.addWidget(self.list, 1)
        left.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 8)
        right.setSpacing(8)
        right.addWidget(self._name_box)
        right.addWidget(self._who)
        right.addWidget(self.members, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)

    def refresh(self) -> None:
        """Ask for the parties and the delegation again.

        Raises:
            AideError: the file cannot be read.
        """
        rows = self._desk.ask(party_rows, self._desk.visit_id)
        self._rows = {row.id: row for row in rows}
        ours = self._desk.ask(choices, self._desk.visit_id).our_members
        self.members.blockSignals(True)
        self.members.clear()
        for member in ours:
            item = QListWidgetItem(f"{member.name} · {member.detail}".strip(" ·"), self.members)
            item.setData(_ID, member.id)
        self.members.blockSignals(False)
        self.list.show_lines([(row.id, row.name) for row in rows])
        self.remove.setEnabled(bool(rows))

    def leave(self) -> None:
        """Save a name that is being typed."""
        self._rename()

    @Slot(str)
    def _show_party(self, party_id: str) -> None:
        row = self._rows.get(party_id)
        self.name.setText("" if row is None else row.name)
        self.name.setEnabled(row is not None)
        self.members.setEnabled(row is not None)
        self.members.blockSignals(True)
        for at in range(self.members.count()):
            item = self.members.item(at)
            there = row is not None and item.data(_ID) in row.member_ids
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if not self._desk.read_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
        self.members.blockSignals(False)

    @Slot()
    def add(self) -> None:
        """Add a party by the name that is typed."""
        name = self.fresh.text().strip()
        verb = partial(create_party, visit_id=self._desk.visit_id, name=name)
        made: list[str] = []
        if self._do(self._fresh_box, _("Add the party “{name}”").format(name=name), verb, made):
            self.fresh.clear()
            self.list.choose(made[0])

    @Slot(str)
    def delete(self, party_id: str) -> None:
        """Delete a party; the toast offers to undo it."""
        name = self._rows[party_id].name
        label = _("Delete the party “{name}”").format(name=name)
        if self._do(self._name_box, label, partial(delete_party, party_id=party_id)):
            self.told.emit(_("Party “{name}” deleted.").format(name=name), True)

    @Slot()
    def _rename(self) -> None:
        row = self._rows.get(self.list.current_id())
        if row is None or self.name.text().strip() == row.name:
            return
        verb = partial(edit_party, party_id=row.id, name=self.name.text())
        self._do(self._name_box, _("Rename the party “{name}”").format(name=row.name), verb)

    @Slot()
    def _set_members(self) -> None:
        row = self._rows.get(self.list.current_id())
        if row is None:
            return
        items = [self.members.item(at) for at in range(self.members.count())]
        shown = {str(item.data(_ID)) for item in items}
        ticked = {str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked}
        wanted = frozenset(ticked | (set(row.member_ids) - shown))  # a host's member stays in it
        if wanted == set(row.member_ids):
            return
        verb = partial(set_party_members, party_id=row.id, member_ids=wanted)
        self._do(self._name_box, _("Change who goes in “{name}”").format(name=row.name), verb)

    @Slot(list)
    def _order(self, ids: list[str]) -> None:
        verb = partial(order_parties, visit_id=self._desk.visit_id, party_ids=ids)
        self._do(self._name_box, _("Put the parties in order"), verb)

    def _do(self, box: FieldBox, label: str, verb: Callable[..., Any], made: list[Any] | None = None) -> bool:
        box.set_error("")
        if self._desk.read_only:
            return False
        try:
            result = self._desk.do(label, verb)
        except AideError as error:
            box.set_error(sentence(error))
            return False
        if made is not None:
            made.append(result)
        return True
