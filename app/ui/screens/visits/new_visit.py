"""The least that a new visit asks for; the rest is filled in later."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.folding import folded
from app.planning.clock import today
from app.planning.finding import find_people, find_zones
from app.planning.sample import sample_document
from app.planning.settings import home_zone
from app.planning.verbs.exchange import load_visit
from app.planning.verbs.visits import create_visit
from app.planning.views.visits import Choice
from app.reference.spots import Spot, SpotKind, find_spots
from app.ui.desk import Desk
from app.ui.forms.city import CityBox
from app.ui.forms.pick_box import PickBox
from app.ui.screens.visits.asking import AskPanel, day_fault, empty_faults, typed_day
from app.ui.widgets.buttons import PlainButton
from app.wording import _

_KINDS = (SpotKind.CITY,)


class NewVisitPanel(AskPanel):
    """Title, principal, home city, first and last day.

    With ``first``, for a planner that holds no visit, it cannot be closed and offers the sample visit too.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, first: bool = False) -> None:
        title = _("Your first visit in this planner") if first else _("New visit")
        super().__init__(desk, title, _("Create the visit"), parent)
        self.title = QLineEdit()
        self.principal = PickBox(self._find_people, placeholder=_("Who leads the delegation"))
        self.city = CityBox(_KINDS)
        self.zone = PickBox(find_zones)
        self.starts = QLineEdit()
        self.ends = QLineEdit()
        for line in (self.starts, self.ends):
            line.setPlaceholderText(_("for example 23 Jan 2027"))
        self.add_row(("title", _("Title"), self.title))
        self.add_row(("principal_id", _("Principal"), self.principal))
        self.add_row(("home_city", _("Home city"), self.city), ("home_zone", _("Home time zone"), self.zone))
        self.add_row(("starts_on", _("First day"), self.starts), ("ends_on", _("Last day"), self.ends))
        self.city.spotted.connect(self._take_zone)
        self.city.textEdited.connect(self.zone.clear)
        self.city.editingFinished.connect(self._find_zone)
        self.cancel.setVisible(not first)
        self.sample = PlainButton(_("Add the sample visit"), icon_name="briefcase")
        self.sample.clicked.connect(self.add_sample)
        self.buttons.insertWidget(self.buttons.count() - 1, self.sample)
        self.sample.setVisible(first)  # in its place: shown before, it would be a window
        for control in (self.done, self.sample):
            control.setEnabled(not desk.read_only)

    def begin(self) -> None:
        super().begin()
        if not self.city.text().strip() and not self.zone.text().strip():
            self._take_usual_zone()

    def stops(self) -> list[QWidget]:
        return [*super().stops(), self.sample]

    def _find_people(self, text: str) -> Sequence[Choice]:
        return self.desk.ask(find_people, text)

    @Slot()
    def submit(self) -> None:
        """Make the visit; a city that was just typed has its zone."""
        self._find_zone()
        super().submit()

    def faults(self) -> dict[str, PlanningError]:
        found = empty_faults(title=self.title, home_city=self.city, home_zone=self.zone)
        found |= day_fault(self.starts, "starts_on", today())
        near = today() if "starts_on" in found else self._first_day()
        found |= day_fault(self.ends, "ends_on", near)
        if not {"starts_on", "ends_on"} & found.keys() and typed_day(self.ends, "ends_on", near) < near:
            found["ends_on"] = PlanningError("day_order", field="ends_on")
        return found

    def _first_day(self) -> date:
        return typed_day(self.starts, "starts_on", today())

    def act(self) -> str:
        starts_on = self._first_day()
        principal = self.principal.choice()
        verb = partial(
            create_visit,
            title=self.title.text(),
            principal_id=principal.id if principal else None,
            principal_name="" if principal else self.principal.text(),
            home_city=self.city.text(),
            home_zone=self._zone_name(),
            starts_on=starts_on,
            ends_on=typed_day(self.ends, "ends_on", starts_on),
        )
        return self.desk.do(_("Create “{title}”").format(title=self.title.text().strip()), verb)

    @Slot()
    def add_sample(self) -> None:
        """Put the sample visit into the file."""
        self.run(partial(self.desk.do, _("Add the sample visit"), load_visit, sample_document()))

    def _zone_name(self) -> str:
        found: Choice | None = self.zone.meant()
        return found.id if found else self.zone.text().strip()

    @Slot(object)
    def _take_zone(self, spot: Spot) -> None:
        self.zone.show_text(spot.zone)

    @Slot()
    def _find_zone(self) -> None:
        """Take the zone of the city that is typed in full, where none was picked."""
        if self.zone.text().strip():
            return
        typed = folded(self.city.text())
        for spot in find_spots(self.city.text(), _KINDS):
            if folded(spot.name) == typed or spot.native_name == self.city.text().strip():
                self._take_zone(spot)
                return
        self._take_usual_zone()

    def _take_usual_zone(self) -> None:
        """Take the zone that the planner's settings have for new visits, where one was chosen."""
        with suppress(AideError):
            self.zone.show_text(self.desk.ask(home_zone))
