"""Who was there: a box for each person of both sides, ticked, empty, or not noted yet."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.words import Side
from app.planning.verbs.records import set_attended
from app.planning.views.entry import PersonAt
from app.planning.views.record import RecordAt
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.ticks import Tick
from app.ui.screens.meetings.run_words import presence
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _
from app.wording.names import word_name

_STATES = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}
_NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}


class PersonTick(Tick):
    """One person: a click says that they were there, the next that they were not, the third neither."""

    def __init__(self, person: PersonAt, *, read_only: bool) -> None:
        super().__init__(person.name)
        self.person = person
        self.setTristate(True)
        self.setEnabled(not read_only)
        self.show_person(person)

    def show_person(self, person: PersonAt) -> None:
        """Show whether this person was there."""
        self.person = person
        self.setCheckState(_STATES[person.attended])
        self.setAccessibleName(presence(person))

    def next_state(self) -> bool | None:
        """Return what a click says next: was there, was not, not noted any more."""
        return _NEXT[self.person.attended]

    def nextCheckState(self) -> None:
        self.setCheckState(_STATES[self.next_state()])


class PresentCard(QFrame):
    """The people of both sides by precedence; each click is written at once."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._title = ""
        self._ticks: list[PersonTick] = []
        self.all = PlainButton(_("All were there"), icon_name="users")
        self.all.clicked.connect(self._set_all)
        self._legend = MutedLabel(
            _("A dash: not noted yet, and “expected” on paper. Clicks: there, away, not noted."), wrap=True
        )
        self._people = QVBoxLayout()
        self._people.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(TitleLabel(_("Who was there"), small=True))
        column.addLayout(self._people)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._legend)

    def show_people(self, record: RecordAt) -> None:
        """Show who was there."""
        self._title = record.entry.title
        people = [person for side in Side for person in record.entry.side(side)]
        if [(one.person.id, one.person.name) for one in self._ticks] != [
            (one.id, one.name) for one in people
        ]:
            self._remake(record)
        for tick, person in zip(self._ticks, people, strict=True):
            tick.show_person(person)
        unknown = any(person.attended is None for person in people)
        self.all.setVisible(unknown and not self._desk.read_only)
        self._legend.setVisible(unknown)

    def ticks(self) -> list[PersonTick]:
        """Return the boxes in order."""
        return list(self._ticks)

    def _remake(self, record: RecordAt) -> None:
        empty(self._people)
        self._ticks = []
        for side in Side:
            people = record.entry.side(side)
            if people:
                self._people.addWidget(MutedLabel(word_name(side)))
            for person in people:
                tick = PersonTick(person, read_only=self._desk.read_only)
                tick.clicked.connect(partial(self._toggle, tick))
                self._ticks.append(tick)
                self._people.addWidget(tick)
        if not self._ticks:
            self._people.addWidget(MutedLabel(_("Nobody is named for this meeting."), wrap=True))

    def _toggle(self, tick: PersonTick) -> None:
        person = tick.person
        there = tick.next_state()
        label = {
            True: _("{name} was there"),
            False: _("{name} was not there"),
            None: _("It is not noted whether {name} was there"),
        }[there]
        self._set(label.format(name=person.name), [person.id], there=there)
        tick.show_person(tick.person)  # as it stands in the file now, written or refused

    @Slot()
    def _set_all(self) -> None:
        unknown = [tick.person.id for tick in self._ticks if tick.person.attended is None]
        self._set(_("All were at “{title}”").format(title=self._title), unknown, there=True)

    def _set(self, label: str, ids: list[str], *, there: bool | None) -> None:
        done(self._desk, self.told, label, set_attended, ids, attended=there)
