"""Rooms of one hotel: who sleeps in which; who has no bed at all is told above."""

from dataclasses import dataclass

from PySide6.QtCore import Slot

from app.domain.numbering import next_number
from app.planning.bulk import for_each
from app.planning.verbs.lodgings import (
    create_lodging,
    create_room,
    delete_lodging,
    delete_room,
    order_rooms,
    put_all_in_room,
    take_from_room,
)
from app.planning.views.lodgings import LodgingCard, Lodgings, RoomCard, lodgings
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.words import QuietBox
from app.ui.preferences import Preferences
from app.ui.screens.logistics.acting import Part
from app.ui.screens.logistics.board import Board
from app.ui.screens.logistics.card import CardText
from app.ui.screens.logistics.words import bed_warnings, hotel_name
from app.ui.tables.column import Column
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.empty import EmptyState
from app.wording import _, ngettext
from app.wording.names import word_name


@dataclass(frozen=True, slots=True)
class Line:
    """A member and their room in the hotel shown; ``away`` if they travel along in none of its nights."""

    id: str
    name: str
    title: str
    room: str
    away: bool


class RoomsPart(Part):
    """One hotel at a time."""

    tables = ("lodging", "member", "person", "place", "room", "room_guest", "stop", "visit")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(desk)
        self._all: Lodgings | None = None
        self._lodging_id = ""
        self.choice = QuietBox()
        self.choice.setAccessibleName(_("Hotel"))
        self.choice.activated.connect(self._choose)
        self.details = IconButton("pencil", _("Show the hotel’s details"))
        self.details.clicked.connect(self._show_details)
        self.delete = IconButton("trash", _("Delete the hotel"))
        self.delete.clicked.connect(self._delete_hotel)
        self.add_room = PlainButton(_("Add room"), icon_name="plus")
        self.add_room.clicked.connect(self._add_room)
        self.add_hotel = PlainButton(_("Add hotel"), icon_name="plus")
        self.add_hotel.clicked.connect(self._add_hotel)
        self.board = Board(
            "logistics.guests",
            [
                Column("name", _("Person"), _name, detail=_second_line, tone=_tone, width=170),
                Column("room", _("Room"), _room, width=70),
            ],
            preferences,
            finders(desk).members,
            adding=_("Add guest"),
            putting=_("Put in room…"),
            read_only=desk.read_only,
        )
        self.board.put.connect(self._put)
        self.board.out.connect(self._take_out)
        self.board.opened.connect(self._open_member)
        self.board.chosen.connect(self._choose_room)
        self.board.acted.connect(self._act_on)
        self._lay_out()

    def _lay_out(self) -> None:
        no_hotel = EmptyState(
            "bed", _("No hotel yet. Add the first, then its rooms, and put people in them.")
        )
        self.first = no_hotel.add_button(_("Add hotel"), icon_name="plus", primary=True)
        self.first.clicked.connect(self._add_hotel)
        no_room = EmptyState("bed", _("This hotel has no rooms yet. Add one, then drag people into it."))
        self.first_room = no_room.add_button(_("Add room"), icon_name="plus", primary=True)
        self.first_room.clicked.connect(self._add_room)
        buttons = (self.details, self.delete, self.add_room, self.add_hotel)
        bar = [(self.choice, 1), *((button, 0) for button in buttons)]
        self._stack = self.lay_out(bar, (self.board, no_room, no_hotel))

    # What is shown

    def show_all(self) -> None:
        self._all = self.desk.ask(lodgings, self.desk.visit_id)
        hotel = self._hotel()
        self._fill_choice(hotel)
        writable = not self.desk.read_only
        for button in (self.add_hotel, self.first, self.first_room):
            button.setEnabled(writable)
        self.add_room.setEnabled(writable and hotel is not None)
        self.delete.setEnabled(writable and hotel is not None)
        self.details.setEnabled(hotel is not None)
        if hotel is None:
            self._stack.setCurrentIndex(2)
            return
        self.board.people.show_rows(_lines(self._all, hotel))
        self.board.show_warnings(bed_warnings(self._all))
        self.board.show_cards(
            [
                (
                    room.id,
                    CardText(_title(room), word_name(room.use), _guests(room)),
                    [(each.id, each.member_id, each.name) for each in room.guests],
                )
                for room in hotel.rooms
            ]
        )
        for place, room in enumerate(hotel.rooms):
            self.board.card(room.id).set_acts(_acts(place, len(hotel.rooms)))
        self._stack.setCurrentIndex(0 if hotel.rooms else 1)

    def forget(self) -> None:
        self._lodging_id = ""

    def reveal(self, kind: str, row_id: str) -> None:
        """Show a hotel, or the hotel of a room with the cursor on that room."""
        self.refresh()
        hotels = self._all.hotels if self._all else ()
        for hotel in hotels:
            if kind == "lodging" and hotel.row.id == row_id:
                self.show_hotel(row_id)
            elif kind == "room" and any(room.id == row_id for room in hotel.rooms):
                self.show_hotel(hotel.row.id)
                self.board.reveal(row_id)

    def show_hotel(self, lodging_id: str) -> None:
        """Show the rooms of a hotel."""
        self._lodging_id = lodging_id
        self.show_anew()

    def hotel(self) -> str:
        """Return the id of the hotel shown, or nothing."""
        found = self._hotel()
        return "" if found is None else found.row.id

    def _hotel(self) -> LodgingCard | None:
        hotels = self._all.hotels if self._all else ()
        found = next((hotel for hotel in hotels if hotel.row.id == self._lodging_id), None)
        return found or (hotels[0] if hotels else None)

    def _fill_choice(self, shown: LodgingCard | None) -> None:
        self.choice.clear()
        for hotel in self._all.hotels if self._all else ():
            self.choice.addItem(hotel_name(hotel), hotel.row.id)
        self.choice.setCurrentIndex(self.choice.findData(shown.row.id if shown else ""))
        self.choice.setEnabled(self.choice.count() > 0)

    # What is done

    @Slot(str, str)
    def _act_on(self, room_id: str, key: str) -> None:
        hotel = self._hotel()
        room = next((room for room in hotel.rooms if room.id == room_id), None) if hotel else None
        if room is None:
            return
        if key == "show":
            self._choose_room(room_id)
        elif key == "delete":
            self._delete_room(room)
        else:
            self._shift(room_id, -1 if key == "earlier" else 1)

    @Slot(int)
    def _choose(self, _at: int) -> None:
        self.show_hotel(str(self.choice.currentData() or ""))

    @Slot()
    def _show_details(self) -> None:
        self.selected.emit("lodging", self.hotel())

    @Slot()
    def _add_hotel(self) -> None:
        made = self.act(_("Add a hotel"), create_lodging, visit_id=self.desk.visit_id, name=_("New hotel"))
        if isinstance(made, str):
            self.show_hotel(made)
            self.selected.emit("lodging", made)
            self.created.emit("lodging", made)

    @Slot()
    def _add_room(self) -> None:
        hotel = self._hotel()
        if hotel is None:
            return
        number = next_number(hotel.rooms[-1].number) if hotel.rooms else ""
        made = self.act(_("Add a room"), create_room, lodging_id=hotel.row.id, number=number)
        if isinstance(made, str):
            self.selected.emit("room", made)
            self.created.emit("room", made)

    @Slot()
    def _delete_hotel(self) -> None:
        hotel = self._hotel()
        if hotel is not None:
            self.act(
                _("Delete the hotel “{name}”").format(name=hotel.row.name),
                delete_lodging,
                said=_("“{name}” deleted with its rooms.").format(name=hotel.row.name),
                lodging_id=hotel.row.id,
            )

    def _delete_room(self, room: RoomCard) -> None:
        title = _title(room)
        said = _("{room} deleted.").format(room=title)
        self.act(_("Delete {room}").format(room=title), delete_room, said=said, room_id=room.id)

    def _shift(self, room_id: str, by: int) -> None:
        hotel = self._hotel()
        order = [room.id for room in hotel.rooms] if hotel else []
        at = order.index(room_id)
        order.insert(at + by, order.pop(at))
        self.act(_("Change the order of the rooms"), order_rooms, lodging_id=self.hotel(), room_ids=order)

    @Slot(str, list)
    def _put(self, room_id: str, member_ids: list[str]) -> None:
        if member_ids:
            self.act(_("Put people in a room"), put_all_in_room, room_id=room_id, member_ids=member_ids)

    @Slot(list)
    def _take_out(self, guest_ids: list[str]) -> None:
        self.act(_("Take guests out of rooms"), for_each, take_from_room, guest_ids)

    @Slot(str)
    def _open_member(self, member_id: str) -> None:
        self.selected.emit("member", member_id)

    @Slot(str)
    def _choose_room(self, room_id: str) -> None:
        self.selected.emit("room", room_id)


def _acts(place: int, count: int) -> list[tuple[str, str, bool]]:
    return [
        ("earlier", _("Earlier in the list"), place > 0),
        ("later", _("Later in the list"), place < count - 1),
        ("show", _("Show the room"), True),
        ("delete", _("Delete the room"), True),
    ]


def _title(room: RoomCard) -> str:
    return _("Room {number}").format(number=room.number) if room.number else _("Room without number")


def _guests(room: RoomCard) -> str:
    count = len(room.guests)
    return ngettext("{count} guest", "{count} guests", count).format(count=count) if count else ""


def _lines(everything: Lodgings, hotel: LodgingCard) -> list[Line]:
    """Return the people with their rooms in this hotel: those without one first."""
    beds, row = hotel.beds, hotel.row
    lines = [
        Line(
            each.id,
            each.name,
            each.title,
            (beds[each.id] or _("yes")) if each.id in beds else "",
            not each.along(row.starts_on, row.ends_on),
        )
        for each in everything.people
    ]
    return sorted(lines, key=lambda line: (bool(line.room), line.away))


def _name(line: Line) -> str:
    return line.name


def _second_line(line: Line) -> str:
    return _("not travelling those nights") if line.away else line.title


def _tone(line: Line) -> str:
    return "muted" if line.away else ""


def _room(line: Line) -> str:
    return line.room
