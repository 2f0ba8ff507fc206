"""The bar over the programme: in which form, by whose clock, for which parties it is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.planning.views.board import BoardParty
from app.ui.screens.programme.zoom_control import ZoomControl
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.plain import set_tip
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _, ngettext


class ProgrammeBar(QFrame):
    """Form, clock, adding, parties, lanes, zoom.

    ``parties_changed`` carries the ids of those that are to be looked at; none means all.
    """

    parties_changed = Signal(frozenset)
    lanes_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "ground")
        self.forms = SegmentedControl(
            [("day", _("Day")), ("visit", _("Visit")), ("list", _("List"))], _("How the programme is shown")
        )
        self.clocks = SegmentedControl(
            [("local", _("Local time")), ("home", _("Home time"))], _("Which clock leads")
        )
        set_tip(self.clocks, _("Which clock leads ({keys})").format(keys="H"))
        self.add = PlainButton(_("Add entry"), icon_name="plus")
        self.more = IconButton("ellipsis", _("More for this programme"))
        self.lanes = Chip(_("Lanes"))
        self.lanes.setCheckable(True)
        set_tip(self.lanes, _("A lane for each party ({keys})").format(keys="L"))
        self.count = MutedLabel()
        self.beyond = PlainButton(icon_name="alert-triangle", role="quiet")
        set_tip(self.beyond, _("Show in the list what is too far from the visit for the board"))
        self.beyond.hide()
        self.zoom = ZoomControl()
        self._everyone = self._chip(_("Everyone"))
        self._everyone.setChecked(True)
        self._chips: dict[str, Chip] = {}
        self._who = QWidget()
        self._row = QHBoxLayout(self._who)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._everyone)
        self._row.addWidget(self.lanes)
        self._lay_out()
        self.lanes.toggled.connect(self.lanes_changed)
        self._everyone.clicked.connect(self.choose_everyone)
        self._who.hide()

    def _lay_out(self) -> None:
        inside = QWidget()
        flow = FlowLayout(inside, gap=8)
        for widget in (
            TitleLabel(_("Programme")),
            self.forms,
            self.clocks,
            self.add,
            self.more,
            self._who,
            self.zoom,
            self.count,
            self.beyond,
        ):
            flow.addWidget(widget)
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.addWidget(inside)

    def show_parties(self, parties: Sequence[BoardParty]) -> None:
        """Offer these parties to look at; what was chosen stays."""
        wanted = {party.id: party.name for party in parties}
        if {key: chip.words() for key, chip in self._chips.items()} == wanted:
            return
        chosen = self.parties()
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for place, (key, name) in enumerate(wanted.items(), 1):
            chip = self._chip(name)
            chip.setChecked(key in chosen)
            chip.clicked.connect(self._tell_parties)
            self._row.insertWidget(place, chip)
            self._chips[key] = chip
        self.show_for_form()
        self._tell_parties()

    def parties(self) -> frozenset[str]:
        """Return the parties that are looked at; none means all."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def show_for_form(self) -> None:
        """Offer what is for a board alone, lanes, parties to look at, zoom; and to turn days for a day."""
        form = self.forms.current()
        board = form != "list"
        self._who.setVisible(board and bool(self._chips))
        self.zoom.setVisible(board)
        self.zoom.show_for_days(one=form == "day")

    def show_count(self, shown: int, total: int, beyond: int = 0) -> None:
        """Say how many entries there are, how many are seen, and how many lie beyond the board's days."""
        if shown == total:
            words = ngettext("{total} entry", "{total} entries", total)
        else:
            words = ngettext("{shown} of {total} entry", "{shown} of {total} entries", total)
        self.count.setText(words.format(shown=shown, total=total))
        told = ngettext("{count} lies outside these days", "{count} lie outside these days", beyond)
        self.beyond.set_words(told.format(count=beyond))
        self.beyond.setVisible(beyond > 0)

    @staticmethod
    def _chip(name: str) -> Chip:
        chip = Chip(name)
        chip.setCheckable(True)
        return chip

    @Slot()
    def choose_everyone(self) -> None:
        """Look at all parties."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self._tell_parties()

    @Slot()
    def _tell_parties(self) -> None:
        parties = self.parties()
        self._everyone.setChecked(not parties)
        self.parties_changed.emit(parties)
