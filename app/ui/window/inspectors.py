"""The inspectors: one for each kind of row, built when a row of its kind is selected for the first time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.forms.inspector import RecordInspector
from app.ui.widgets.labels import PlainLabel
from app.wording import _

if TYPE_CHECKING:
    from app.ui.inspector.inspector import EntryInspector


class Inspectors(QStackedWidget):
    """Shows the inspector of what is selected. Signals as of :class:`RecordInspector`."""

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk, chooser: FileChooser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chooser = chooser
        self._offered = True
        self._built: dict[str, RecordInspector] = {}
        nothing = PlainLabel(_("Select a row to see and change it here."), wrap=True, tone="muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing = self.addWidget(nothing)
        self._makers: dict[str, Callable[[], RecordInspector]] = {
            "entry": self._make_entry,
            "stop": self._make_stop,
            "person": self._make_person,
            "organisation": self._make_organisation,
            "place": self._make_place,
            "topic": self._make_topic,
            "precedent": self._make_precedent,
            "action": self._make_action,
            "member": self._make_member,
            "note": self._make_note,
            "attachment": self._make_attachment,
            "vehicle": self._make_vehicle,
            "lodging": self._make_lodging,
            "room": self._make_room,
            "baggage_piece": self._make_baggage,
            "gift": self._make_gift,
            "interpreter_booking": self._make_interpreter,
            "access_request": self._make_access,
        }

    def shows(self, kind: str) -> bool:
        """Tell whether rows of a kind have an inspector."""
        return kind in self._makers

    def show_row(self, kind: str, row_id: str) -> None:
        """Show a row; no id: nothing of its kind.

        Raises:
            DataError: the inspector cannot be filled, for the file cannot be read now.
        """
        before = self.currentWidget()
        inspector = self.of_kind(kind)
        if isinstance(before, RecordInspector) and before is not inspector:
            before.leave()
        inspector.show_row(row_id or None)
        self.setCurrentWidget(inspector)

    def show_nothing(self) -> None:
        """Show no row; what is being typed in the one shown is saved."""
        shown = self.currentWidget()
        if isinstance(shown, RecordInspector):
            shown.show_row(None)
        self.setCurrentIndex(self._nothing)

    def of_kind(self, kind: str) -> RecordInspector:
        """Return the inspector of a kind; it is built where that was not done yet."""
        if kind not in self._built:
            inspector = self._makers[kind]()
            inspector.offer_page(offered=self._offered)
            inspector.told.connect(self.told)
            inspector.go.connect(self.go)
            self.addWidget(inspector)
            self._built[kind] = inspector
        return self._built[kind]

    def offer_page(self, *, offered: bool) -> None:
        """Offer the page of the row shown, where it has one; not while that page is in view."""
        self._offered = offered
        for inspector in self._built.values():
            inspector.offer_page(offered=offered)

    def entry(self) -> "EntryInspector":
        """Return the inspector of entries."""
        from app.ui.inspector.inspector import EntryInspector

        inspector = self.of_kind("entry")
        assert isinstance(inspector, EntryInspector)
        return inspector

    def begin(self) -> None:
        """Put the first field of the row shown under the cursor, to be typed over."""
        shown = self.currentWidget()
        if isinstance(shown, RecordInspector):
            shown.begin()

    def leave(self) -> None:
        """Save what is being typed."""
        for inspector in self._built.values():
            inspector.leave()

    # How each is made

    def _make_entry(self) -> RecordInspector:
        from app.ui.inspector.inspector import EntryInspector

        return EntryInspector(self._desk, self, self._chooser)

    def _make_stop(self) -> RecordInspector:
        from app.ui.inspector.stop import StopInspector

        return StopInspector(self._desk, self)

    def _make_person(self) -> RecordInspector:
        from app.ui.inspector.person import PersonInspector

        return PersonInspector(self._desk, self, self._chooser)

    def _make_organisation(self) -> RecordInspector:
        from app.ui.inspector.organisation import OrganisationInspector

        return OrganisationInspector(self._desk, self)

    def _make_place(self) -> RecordInspector:
        from app.ui.inspector.place import PlaceInspector

        return PlaceInspector(self._desk, self)

    def _make_vehicle(self) -> RecordInspector:
        from app.ui.inspector.vehicle import VehicleInspector

        return VehicleInspector(self._desk, self)

    def _make_lodging(self) -> RecordInspector:
        from app.ui.inspector.lodging import LodgingInspector

        return LodgingInspector(self._desk, self)

    def _make_room(self) -> RecordInspector:
        from app.ui.inspector.lodging import RoomInspector

        return RoomInspector(self._desk, self)

    def _make_baggage(self) -> RecordInspector:
        from app.ui.inspector.baggage import BaggageInspector

        return BaggageInspector(self._desk, self)

    def _make_gift(self) -> RecordInspector:
        from app.ui.inspector.gift import GiftInspector

        return GiftInspector(self._desk, self)

    def _make_interpreter(self) -> RecordInspector:
        from app.ui.inspector.interpreter import InterpreterInspector

        return InterpreterInspector(self._desk, self)

    def _make_access(self) -> RecordInspector:
        from app.ui.inspector.access import AccessInspector

        return AccessInspector(self._desk, self)

    def _make_topic(self) -> RecordInspector:
        from app.ui.inspector.topic import TopicInspector

        return TopicInspector(self._desk, self, self._chooser)

    def _make_precedent(self) -> RecordInspector:
        from app.ui.inspector.precedent import PrecedentInspector

        return PrecedentInspector(self._desk, self)

    def _make_action(self) -> RecordInspector:
        from app.ui.inspector.action import ActionInspector

        return ActionInspector(self._desk, self)

    def _make_member(self) -> RecordInspector:
        from app.ui.inspector.member import MemberInspector

        return MemberInspector(self._desk, self)

    def _make_note(self) -> RecordInspector:
        from app.ui.inspector.note import NoteInspector

        return NoteInspector(self._desk, self)

    def _make_attachment(self) -> RecordInspector:
        from app.ui.inspector.attachment import AttachmentInspector

        return AttachmentInspector(self._desk, self, self._chooser)
