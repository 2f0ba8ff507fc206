"""Withdrawing or replacing a member: whom, from when, by whom, and all that follows before it is done."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.leaving import NEWCOMER, Consequence, Fate
from app.planning.new_row import with_new_row
from app.planning.typed_name import read_name
from app.planning.verbs.withdrawal import replace_member, withdraw_member
from app.planning.views.visits import Choice
from app.planning.views.withdrawal import Withdrawal, withdrawal
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox
from app.ui.inspector.by_name import new_person
from app.ui.preferences import Preferences
from app.ui.screens.delegation.when_leaving import WhenLeaving
from app.ui.screens.delegation.words import fate_words, kind_word, summary, when_words
from app.ui.tables.bar import HEADER_PX
from app.ui.tables.column import Column
from app.ui.tables.view import Table
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.wording import _
from app.wording.errors import sentence

_PAUSE_MS = 200  # a hand that types is not followed letter by letter


class WithdrawalPage(QWidget):
    """``back`` asks for the list; ``go`` carries a row to be opened; ``told`` a sentence with undo."""

    back = Signal()
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__()
        self._desk = desk
        self._member_id = ""
        self._preview: Withdrawal | None = None
        self.who = PickBox(finders(desk).members, placeholder=_("Find a member"))
        self.by = PickBox(finders(desk).people, _newcomer, _("Nobody: leave the place empty"))
        self.when = WhenLeaving(desk)
        self.boxes = {
            "member_id": FieldBox(_("Who leaves"), self.who),
            "person_id": FieldBox(_("Replaced by"), self.by),
            **self.when.boxes,
        }
        self.words = PlainLabel("", wrap=True)
        self.table = Table("withdrawal", self._columns(), preferences, label=_("What follows"))
        self.act = PrimaryButton(_("Withdraw"))
        self.cancel = PlainButton(_("Close"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 16, 0)
        head.setSpacing(8)
        self.back_button = PlainButton(_("Delegation"), icon_name="chevron-left", role="quiet")
        head.addWidget(self.back_button)
        head.addWidget(TitleLabel(_("Withdraw or replace a member"), elide=True), 1)
        top = QWidget()
        top.setFixedHeight(HEADER_PX)
        top.setLayout(head)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.boxes["member_id"], 3)
        fields.addWidget(self.boxes["person_id"], 3)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.act)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        inside.addLayout(fields)
        inside.addWidget(self.when)
        inside.addWidget(self.when.which)
        inside.addLayout(foot)
        panel = QFrame()
        panel.setProperty("role", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        rule = QFrame()
        rule.setProperty("role", "rule")
        whole.addWidget(rule)
        whole.addWidget(panel, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.cancel.clicked.connect(self.back)
        self.act.clicked.connect(self.submit)
        self.who.picked.connect(self._on_who)
        self.by.picked.connect(self.show_preview)
        self.by.refused.connect(partial(self._refuse, "person_id"))
        self.who.refused.connect(partial(self._refuse, "member_id"))
        self.when.changed.connect(self.show_preview)
        for typed in (self.who.textEdited, self.by.textEdited, self.when.typed):
            typed.connect(self._timer.start)
        self._timer.timeout.connect(self.show_preview)
        self.table.opened.connect(self._open)
        self._desk.changed.connect(self._on_changed)

    # What is asked

    def begin(self, member_id: str) -> None:
        """Ask about a member, or first of all about whom."""
        for line in (self.who, self.by):
            line.show_text("")
        self.when.begin()
        self._member_id = member_id
        self.show_preview()
        if self._preview is not None:
            self.who.show_text(self._preview.name)
        first = self.by if member_id else self.who
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whom(self) -> str:
        """Return the member who leaves: picked, or meant by what is typed.

        Raises:
            PlanningError: nobody, or nobody known.
        """
        text = self.who.text().strip()
        if self._member_id and not self.who.isModified():
            return self._member_id
        found = self.who.meant() if text else None
        if found is None:
            raise PlanningError("choice_unknown" if text else "field_empty", field="member_id")
        return found.id

    def _successor(self) -> str | None:
        """Return the person who takes over, ``NEWCOMER`` for one who is made then, or nobody.

        Raises:
            PlanningError: nobody known.
        """
        if not self.by.text().strip():
            return None
        found = self.by.meant()
        if found is None:
            raise PlanningError("choice_unknown", field="person_id")
        return found.id

    # What is shown

    @Slot()
    def show_preview(self) -> None:
        """Show what follows by what stands in the fields, or say at a field why nothing does."""
        self._timer.stop()
        self.when.tell_elsewhere(None)
        faults: dict[str, str] = {}
        preview: Withdrawal | None = None
        try:
            self._member_id = self._whom()
            moment = self.when.moment()
            self.when.tell_elsewhere(moment)
            person_id = self._successor()
            newcomer = read_name(self.by.text()) if person_id == NEWCOMER else None
            preview = self._desk.ask(withdrawal, self._member_id, moment, person_id, newcomer)
        except PlanningError as error:
            faults[str(error.field or "member_id")] = sentence(error)
        except AideError as error:
            self.told.emit(sentence(error), False)
        if preview is None and not self.who.text() and not self._member_id:
            faults.clear()  # nobody has been asked about yet
        self._preview = preview
        for name, box in self.boxes.items():
            box.set_error(faults.get(name, ""))
        rows = preview.rows if preview else ()
        self.table.show_rows(rows)
        self.words.setText(summary(rows) if preview else _("Say who leaves, and from when."))
        words = _("Replace by {name}").format(name=preview.taker) if preview and preview.taker else ""
        self.act.set_words(words or _("Withdraw"))
        self.act.setEnabled(preview is not None and not self._desk.read_only)

    @Slot()
    def submit(self) -> None:
        """Do what the preview shows, as one step."""
        self.show_preview()
        preview = self._preview
        if preview is None or self._desk.read_only:
            return
        note = _("The list of people has changed: send it again.")
        names = {"name": preview.name, "taker": preview.taker}
        moment, person_id = self.when.moment(), self._successor()
        try:
            if person_id is None:
                label = _("Withdraw {name}").format(**names)
                said = _("{name} withdrawn, with all that follows.").format(**names)
                self._desk.do(label, withdraw_member, preview.member_id, from_utc=moment, note=note)
            else:
                label = _("Replace {name} by {taker}").format(**names)
                said = _("{name} replaced by {taker}, with all that follows.").format(**names)
                replace = partial(replace_member, member_id=preview.member_id, from_utc=moment, note=note)
                if person_id == NEWCOMER:
                    make = new_person(self.by.text())
                    self._desk.do(label, with_new_row, make, partial(_by_new, replace))
                else:
                    self._desk.do(label, partial(replace, person_id=person_id))
        except AideError as error:
            self._refuse("member_id", error)
            return
        self.back.emit()
        self.told.emit(said, True)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & _CONTROL:
            self.submit()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _on_who(self, choice: Choice) -> None:
        self._member_id = choice.id
        self._preview = None
        self.show_preview()

    def _refuse(self, name: str, error: AideError) -> None:
        self.boxes[name].set_error(sentence(error))

    @Slot(str)
    def _open(self, row_id: str) -> None:
        row: Consequence | None = self.table.row(row_id)
        if row is not None and row.entry_id is not None:
            self.go.emit("entry", row.entry_id)

    @Slot(object)
    def _on_changed(self, _changed: Changed) -> None:
        if self.isVisible():
            self._timer.start()

    def _columns(self) -> list[Column]:
        return [
            Column("kind", _("What"), lambda row: kind_word(row.kind), width=120),
            Column("title", _("About"), lambda row: row.title, width=260),
            Column("when", _("When"), when_words, sort=lambda row: str(row.when or ""), width=140),
            Column(
                "fate",
                _("What happens"),
                lambda row: fate_words(row, self._preview.taker if self._preview else ""),
                tone=lambda row: _TONES.get(row.fate, ""),
                width=220,
            ),
        ]


def _newcomer(typed: str) -> Choice:
    """Return a person who is made when they take over, and not before."""
    return Choice(NEWCOMER, typed)


def _by_new(replace: Callable[..., str], session: Any, person_id: str) -> str:
    return replace(session, person_id=person_id)


_CONTROL = Qt.KeyboardModifier.ControlModifier
_TONES = {Fate.REMOVED: "bad", Fate.EMPTIED: "warn", Fate.REOPENED: "warn", Fate.KEPT: "muted"}
