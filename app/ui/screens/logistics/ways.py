"""Cars on one way: who rides in which, in the order of the motorcade."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import PlanningError
from app.planning.bulk import for_each
from app.planning.verbs.vehicles import (
    add_ride,
    copy_rides,
    create_vehicle_on_way,
    delete_ride,
    order_rides,
    seat_riders,
    unseat_rider,
)
from app.planning.views.motorcade import Car, Motorcade, Traveller, Way, motorcade, ways
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox
from app.ui.preferences import Preferences
from app.ui.screens.logistics.acting import Part
from app.ui.screens.logistics.board import Board
from app.ui.screens.logistics.card import CardText
from app.ui.screens.logistics.way_choice import WayChoice
from app.ui.screens.logistics.words import car_count, car_warnings, way_name
from app.ui.tables.column import Column
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import literal
from app.wording import _

_OTHER_PX = 130


class WaysPart(Part):
    """One way at a time, chosen from those that are driven; any other entry can be given cars too.

    ``room_wanted`` asks for the programme, where there is no entry yet.
    """

    tables = (
        "entry", "leg", "member", "participation", "person", "ride", "rider", "stop", "vehicle", "visit",
    )  # fmt: skip

    room_wanted = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(desk)
        self._ways: tuple[Way, ...] = ()
        self._entry_id = ""
        self._shown: Motorcade | None = None
        self.choice = WayChoice(self)
        self.choice.chosen.connect(self.show_way)
        self.add = PlainButton(_("Add car"), icon_name="plus")
        self.add.clicked.connect(self._offer_cars)
        self.copy = PlainButton(_("Copy to…"), icon_name="copy")
        self.copy.clicked.connect(self._offer_ways)
        self.other = PickBox(finders(desk).entries, placeholder=_("Other entry"), adds=True)
        self.other.setAccessibleName(_("Another entry to give cars to"))
        self.other.setMinimumWidth(_OTHER_PX)
        self.other.picked.connect(self._take_other)
        self.board = Board(
            "logistics.riders",
            _columns(),
            preferences,
            finders(desk).members,
            adding=_("Add rider"),
            putting=_("Put in car…"),
            read_only=desk.read_only,
        )
        self.board.put.connect(self._seat)
        self.board.out.connect(self._unseat)
        self.board.opened.connect(self._open_member)
        self.board.chosen.connect(self._choose_car)
        self.board.acted.connect(self._act_on)
        self._lay_out()

    def _lay_out(self) -> None:
        no_way = EmptyState(
            "car", _("No entry is driven yet. Add travel by car to the programme, or choose any entry above.")
        )
        self.choose_entry = no_way.add_button(_("Choose an entry"), icon_name="list", primary=True)
        self.choose_entry.clicked.connect(self._ask_entry)
        self.to_programme = no_way.add_button(_("Go to the programme"), icon_name="list", primary=True)
        self.to_programme.clicked.connect(partial(self.room_wanted.emit, "programme"))
        no_car = EmptyState("car", _("No car drives this way yet. Add one, then drag people into it."))
        self.first = no_car.add_button(_("Add car"), icon_name="plus", primary=True)
        self.first.clicked.connect(self._offer_cars_there)
        bar = [
            (self.choice.before, 0),
            (self.choice.box, 3),
            (self.choice.after, 0),
            (self.other, 1),
            (self.add, 0),
            (self.copy, 0),
        ]
        self._stack = self.lay_out(bar, (self.board, no_car, no_way))
        for (one, _stretch), (next_one, _next) in pairwise(bar):
            self.setTabOrder(one, next_one)

    # What is shown

    def show_all(self) -> None:
        self._ways = self.desk.ask(ways, self.desk.visit_id)
        self._shown = self._ask()
        self.choice.fill(self._ways, self._shown)
        writable = not self.desk.read_only and self._shown is not None
        self.add.setEnabled(writable)
        self.first.setEnabled(writable)
        if self._shown is None:
            self.copy.setEnabled(False)
            self._stack.setCurrentIndex(2)
            some = bool(self.other.search(""))  # else there is no entry to give cars to
            self.choose_entry.setVisible(some and not self.desk.read_only)
            self.to_programme.setVisible(not some)
            return
        self.copy.setEnabled(writable and bool(self._shown.cars))
        self.board.people.show_rows(self._shown.people)
        self.board.show_warnings(car_warnings(self._shown))
        self.board.show_cards(
            [
                (
                    car.id,
                    CardText(car.name, _line(car), car_count(car), bad=bool(car.too_many)),
                    [(each.id, each.member_id, each.name) for each in car.riders],
                )
                for car in self._shown.cars
            ]
        )
        for place, car in enumerate(self._shown.cars):
            self.board.card(car.id).set_acts(self._acts(place))
        self._stack.setCurrentIndex(0 if self._shown.cars else 1)

    def forget(self) -> None:
        self._entry_id = ""

    def reveal(self, kind: str, row_id: str) -> None:
        """Show the way of an entry, or the first on which a car drives."""
        self.refresh()
        if kind == "entry":
            self.show_way(row_id)

    @Slot(str)
    def show_way(self, entry_id: str) -> None:
        """Show the cars of an entry."""
        self._entry_id = entry_id
        self.show_anew()

    def way(self) -> str:
        """Return the id of the entry shown, or nothing."""
        return "" if self._shown is None else self._shown.entry_id

    def _ask(self) -> Motorcade | None:
        if self._entry_id:
            try:
                return self.desk.ask(motorcade, self._entry_id)
            except PlanningError:  # it was deleted: the first way there is takes its place
                self._entry_id = ""
        if not self._ways:
            return None
        self._entry_id = self._ways[0].id
        return self.desk.ask(motorcade, self._entry_id)

    def _acts(self, place: int) -> list[tuple[str, str, bool]]:
        last = len(self._shown.cars) - 1 if self._shown else 0
        return [
            ("earlier", _("Earlier in the motorcade"), place > 0),
            ("later", _("Later in the motorcade"), place < last),
            ("show", _("Show the car"), True),
            ("off", _("Take off this way"), True),
        ]

    # What is done

    @Slot()
    def _ask_entry(self) -> None:
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.other.offer()

    @Slot(object)
    def _take_other(self, choice: Choice) -> None:
        self.other.show_text("")
        self.show_way(choice.id)

    @Slot(str, list)
    def _seat(self, ride_id: str, member_ids: list[str]) -> None:
        car = self._car(ride_id)
        if car is not None and member_ids:
            label = _("Put people into {car}").format(car=car.name)
            self.act(label, seat_riders, ride_id=ride_id, member_ids=member_ids)

    @Slot(list)
    def _unseat(self, rider_ids: list[str]) -> None:
        self.act(_("Take riders out"), for_each, unseat_rider, rider_ids)

    @Slot(str)
    def _open_member(self, member_id: str) -> None:
        self.selected.emit("member", member_id)

    @Slot(str)
    def _choose_car(self, ride_id: str) -> None:
        car = self._car(ride_id)
        if car is not None:
            self.selected.emit("vehicle", car.vehicle_id)

    @Slot(str, str)
    def _act_on(self, ride_id: str, key: str) -> None:
        car = self._car(ride_id)
        if car is None:
            return
        if key == "show":
            self._choose_car(ride_id)
        elif key == "off":
            self._take_off(car)
        else:
            self._shift(ride_id, -1 if key == "earlier" else 1)

    def _shift(self, ride_id: str, by: int) -> None:
        order = [car.id for car in self._shown.cars] if self._shown else []
        at = order.index(ride_id)
        order.insert(at + by, order.pop(at))
        self.act(_("Change the order of the cars"), order_rides, entry_id=self.way(), ride_ids=order)

    def _take_off(self, car: Car) -> None:
        said = _("{car} no longer drives this way.").format(car=car.name)
        self.act(_("Take {car} off a way").format(car=car.name), delete_ride, said=said, ride_id=car.id)

    def _car(self, ride_id: str) -> Car | None:
        cars = self._shown.cars if self._shown else ()
        return next((car for car in cars if car.id == ride_id), None)

    @Slot()
    def _offer_cars(self) -> None:
        self._popup(self.cars_menu(), self.add)

    @Slot()
    def _offer_cars_there(self) -> None:
        self._popup(self.cars_menu(), self.first)

    @Slot()
    def _offer_ways(self) -> None:
        self._popup(self.ways_menu(), self.copy)

    def _popup(self, menu: QMenu, under: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    def cars_menu(self) -> QMenu:
        """Return the menu of the cars that can be added: those of the city first, and a new one."""
        menu = QMenu(self)
        here = True
        for car in self._shown.spare if self._shown else ():
            if here and not car.here and menu.actions():
                menu.addSeparator()
            here = car.here
            words = car.name if car.here or not car.city else f"{car.name} · {car.city}"
            menu.addAction(literal(words)).setData(car.id)
        if menu.actions():
            menu.addSeparator()
        menu.addAction(_("New car")).setData("")
        menu.triggered.connect(self._add_car)
        return menu

    @Slot(QAction)
    def _add_car(self, action: QAction) -> None:
        vehicle_id, entry_id = str(action.data()), self.way()
        if vehicle_id:
            self.act(_("Add a car to a way"), add_ride, vehicle_id=vehicle_id, entry_id=entry_id)
            return
        number = len(self._shown.cars) + 1 if self._shown else 1
        made = self.act(
            _("Add a car"),
            create_vehicle_on_way,
            name=_("Car {number}").format(number=number),
            stop_id=self._shown.stop_id if self._shown else None,
            entry_id=entry_id,
        )
        if isinstance(made, str):
            self.selected.emit("vehicle", made)
            self.created.emit("vehicle", made)

    def ways_menu(self) -> QMenu:
        """Return the menu of the ways that cars and riders can be copied to: the next ones first."""
        menu = QMenu(self)
        at = next((at for at, way in enumerate(self._ways) if way.id == self.way()), -1)
        later, earlier = self._ways[at + 1 :], self._ways[: max(0, at)]
        for way in (*later, *earlier):
            menu.addAction(literal(way_name(way))).setData(way.id)
        if not menu.actions():
            menu.addAction(_("There is no other way")).setEnabled(False)
        menu.triggered.connect(self._copy_to)
        return menu

    @Slot(QAction)
    def _copy_to(self, action: QAction) -> None:
        entry_id = str(action.data())
        way = next(way for way in self._ways if way.id == entry_id)
        said = _("Cars and riders copied to “{way}”.").format(way=way.title)
        self.act(_("Copy cars and riders"), copy_rides, said=said, entry_id=self.way(), entry_ids=[entry_id])


def _line(car: Car) -> str:
    return " · ".join(part for part in (car.kind, car.driver) if part)


def _columns() -> list[Column]:
    return [
        Column("name", _("Person"), _name, detail=_title, tone=_tone, width=170),
        Column("car", _("Car"), _in_car, width=70),
    ]


def _name(row: Traveller) -> str:
    return row.name


def _title(row: Traveller) -> str:
    if row.away:
        return _("not travelling that day")
    return row.title if row.takes_part else _("not at this entry")


def _tone(row: Traveller) -> str:
    return "muted" if row.away or not row.takes_part else ""


def _in_car(row: Traveller) -> str:
    return row.car
