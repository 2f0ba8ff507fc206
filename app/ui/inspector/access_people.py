"""Whom an access request names, and what is still missing of each."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.access import (
    add_access_people,
    add_access_person,
    edit_access_person,
    remove_access_person,
)
from app.planning.views.access import AccessRow, NamedPerson
from app.planning.views.visits import Choice
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox
from app.ui.forms.record import Record
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.line import Line
from app.ui.widgets.plain import set_tip
from app.wording import _, ngettext
from app.wording.access import asked_name


class NamedLine(QWidget):
    """One person: the fields that are empty by their names alone, and a note. The values are never shown."""

    noted = Signal(str, str)
    removed = Signal(str)

    def __init__(self, person: NamedPerson, *, read_only: bool) -> None:
        super().__init__()
        self.person = person
        self._name = PlainLabel("", elide=True)
        self._missing = PlainLabel("", wrap=True)
        self.note = Line()
        hint = _("Note, such as: passport is being renewed")
        self.note.setPlaceholderText(hint)
        set_tip(self.note, hint)
        self.note.setReadOnly(read_only)
        self.note.editingFinished.connect(self.leave)
        self.remove = IconButton("x", "", tone="muted")
        self.remove.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._name, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._missing)
        column.addWidget(self.note)
        self.remove.setVisible(not read_only)  # in its place: shown before, it would be a window
        self.show_person(person)

    def show_person(self, person: NamedPerson) -> None:
        """Show what is known now; a note that is being typed stays."""
        typed = self.note.text() != self.person.note
        self.person = person
        self._name.setText(person.name)
        fields = ", ".join(asked_name(field) for field in person.missing)
        self._missing.setText(_("Missing: {fields}").format(fields=fields) if fields else _("Complete"))
        self._missing.set_tone("bad" if fields else "ok")
        self.remove.set_name(_("Take {person} off the request").format(person=person.name))
        self.note.setAccessibleName(_("Note about {person}").format(person=person.name))
        if not typed or not self.note.hasFocus():
            self.note.setText(person.note)

    def missing(self) -> str:
        """Return what is said to be missing."""
        return self._missing.text()

    @Slot()
    def leave(self) -> None:
        """Save the note, if anything was typed."""
        if self.note.text().strip() != self.person.note:
            self.noted.emit(self.person.id, self.note.text())

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.person.id)


class NamedPeople(QWidget):
    """All who are named, and ways to name more; ``refused`` carries the error where an act was refused."""

    refused = Signal(object)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._read_only = record.desk.read_only
        self._lines: list[NamedLine] = []
        self.all = PlainButton(icon_name="users")
        self.all.clicked.connect(self._add_all)
        self.box = PickBox(finders(record.desk).members, placeholder=_("Add a person"), adds=True)
        self.box.setAccessibleName(_("Person to name in the request"))
        self.box.picked.connect(self._add)
        self.box.refused.connect(self.refused)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.box)
        self._column.addWidget(self.all)

    def lines(self) -> list[NamedLine]:
        """Return the lines in order."""
        return list(self._lines)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        lines = [part for line in self._lines for part in (line.remove, line.note)]
        return [self.box, self.all, *lines]

    def show_request(self, request: AccessRow) -> None:
        """Show whom the request names."""
        if [line.person.id for line in self._lines] == [person.id for person in request.people]:
            for line, person in zip(self._lines, request.people, strict=True):
                line.show_person(person)
        else:
            self._remake(request)
        count = len(request.unnamed)
        words = ngettext("Name the other {count} at the entry", "Name the other {count} at the entry", count)
        self.all.set_words(words.format(count=count))
        self.all.setVisible(bool(count) and not self._read_only)
        self.box.setVisible(not self._read_only)

    def set_read_only(self, *, read_only: bool) -> None:
        """Only show who is named, or let it be changed."""
        self._read_only = read_only

    def leave(self) -> None:
        """Save what is being typed."""
        for line in self._lines:
            line.leave()

    def _remake(self, request: AccessRow) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [NamedLine(person, read_only=self._read_only) for person in request.people]
        for line in self._lines:
            line.noted.connect(self._note)
            line.removed.connect(self._remove)
            self._column.addWidget(line)

    @Slot(object)
    def _add(self, choice: Choice) -> None:
        self.box.show_text("")
        self._do(_("Name {person} in the request").format(person=choice.name), add_access_person,
                 member_id=choice.id)  # fmt: skip

    @Slot()
    def _add_all(self) -> None:
        request: AccessRow = self._record.shown
        self._do(_("Name those at the entry in the request"), add_access_people, member_ids=request.unnamed)

    def _do(self, label: str, verb: Callable[..., Any], **fields: object) -> None:
        act = partial(verb, access_request_id=self._record.row_id, **fields)
        try:
            self._record.desk.do(label, act)
        except AideError as error:
            self.refused.emit(error)

    @Slot(str, str)
    def _note(self, person_id: str, text: str) -> None:
        self._on_line(_("Note what is missing"), partial(edit_access_person, missing=text), person_id)

    @Slot(str)
    def _remove(self, person_id: str) -> None:
        self._on_line(_("Take a person off the request"), remove_access_person, person_id)

    def _on_line(self, label: str, verb: Callable[..., Any], person_id: str) -> None:
        try:
            self._record.desk.do(label, partial(verb, access_person_id=person_id))
        except AideError as error:
            self.refused.emit(error)
