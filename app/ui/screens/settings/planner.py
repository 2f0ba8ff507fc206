"""What a planner keeps about itself: the zone at home, and what its markings are called."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.errors import AideError, PlanningError
from app.domain.markings import name_faults
from app.domain.words import Marking
from app.planning.finding import find_zones
from app.planning.settings import home_zone, marking_names, rename_markings, set_home_zone
from app.ui.desk import Desk
from app.ui.forms.pick_box import PickBox
from app.ui.screens.settings.parts import SettingsCard
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.line import Line
from app.ui.widgets.retyping import retrievable
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import marking_names as shipped_names

_BADGE_DOWN_PX = 26  # to the middle of the line, below its name


class HomeZoneCard(SettingsCard):
    """The time zone at home that a new visit starts with; saved when the field is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Home"), _("New visits of this planner start with this time zone; each can have its own.")
        )
        self._desk = desk
        self._shown = ""
        self.box = PickBox(find_zones, placeholder=_("City or zone, such as Asia/Seoul"))
        self.field = FieldBox(_("Home time zone of new visits"), self.box)
        self.box.set_read_only(read_only=desk.read_only)
        self.box.picked.connect(self.save)
        self.box.editingFinished.connect(self.save)
        self.column.addWidget(self.field)

    def refresh(self) -> None:
        """Show what is stored; what is being typed stays.

        Raises:
            DataError: the planner cannot be read.
        """
        stored = self._desk.ask(home_zone)
        if self.box.text() == self._shown:
            self.box.show_text(stored)
        self._shown = stored

    @Slot()
    def save(self) -> None:
        """Save what was typed, or say what is wrong with it."""
        typed = self.box.text().strip()
        if self._desk.read_only or typed == self._shown:
            self.field.set_error("")
            return
        meant = self.box.meant() if typed else None
        zone = meant.id if meant else typed
        try:
            self._desk.do(_("Change the home time zone of new visits"), set_home_zone, zone)
        except AideError as error:
            self.field.set_error(sentence(error))
            return
        self.field.set_error("")
        self._shown = zone
        self.box.show_text(zone)


class MarkingsCard(SettingsCard):
    """The names of the four markings, changed together in one step.

    ``told`` carries the sentence that says so.
    """

    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Markings"),
            _("Call the four markings as your house does. Their order stays, the lowest first."),
        )
        self._desk = desk
        self._shown: tuple[str, ...] = ()
        self.fields: list[FieldBox] = []
        self.lines: list[QLineEdit] = []
        self._badges: list[MarkingBadge] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        ordinals = (_("Lowest marking"), _("Second marking"), _("Third marking"), _("Highest marking"))
        for at, (name, usual) in enumerate(zip(ordinals, shipped_names(), strict=True)):
            line = Line()
            line.setReadOnly(desk.read_only)
            line.setPlaceholderText(usual)
            line.returnPressed.connect(self.save)
            line.textChanged.connect(self._on_typed)
            badge = MarkingBadge(at, usual)
            beside = QVBoxLayout()
            beside.setContentsMargins(0, _BADGE_DOWN_PX, 0, 0)
            beside.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
            beside.addStretch(1)
            self.lines.append(line)
            self.fields.append(FieldBox(name, line))
            self._badges.append(badge)
            grid.addWidget(self.fields[-1], at, 0)
            grid.addLayout(beside, at, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.button = PlainButton(_("Rename the markings"))
        self.button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        self.column.addLayout(grid)
        self.column.addLayout(buttons)

    def refresh(self) -> None:
        """Show what is stored; what is being typed stays.

        Raises:
            DataError: the planner cannot be read.
        """
        stored = self._desk.ask(marking_names)
        if self._typed() == self._shown or not self._shown:
            self._shown = stored
            self._show()
        self._shown = stored
        for level, badge in zip(Marking, self._badges, strict=True):
            badge.set_marking(int(level), stored[level])
        self._on_typed()

    @Slot()
    def save(self) -> None:
        """Give the markings the names that were typed, or say at the fields what is wrong."""
        if self._desk.read_only or not self._faults_said() or self._typed() == self._shown:
            return
        try:
            self._desk.do(_("Rename the markings"), rename_markings, self._typed())
        except PlanningError as error:
            self.fields[0].set_error(sentence(error))
            return
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self._shown = self._desk.ask(marking_names)
        self._show()
        self.told.emit(_("The markings are renamed."), True)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._typed() != self._shown:
            with retrievable(*self.lines):
                self._show()
            return
        super().keyPressEvent(event)

    def _typed(self) -> tuple[str, ...]:
        return tuple(line.text().strip() for line in self.lines)

    def _show(self) -> None:
        for line, field, name in zip(self.lines, self.fields, self._shown, strict=True):
            line.setText(name)
            field.set_error("")

    def _faults_said(self) -> bool:
        """Say at each field what is wrong with its name; return whether nothing is."""
        errors = ["" if fault is None else sentence(fault) for fault in name_faults(self._typed())]
        for field, error in zip(self.fields, errors, strict=True):
            field.set_error(error)
        wrong = next((line for line, error in zip(self.lines, errors, strict=True) if error), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is None

    @Slot()
    def _on_typed(self) -> None:
        self.button.setEnabled(not self._desk.read_only and self._typed() != self._shown)
