"""The two times that may be meant where a clock skips an hour, or shows it twice, as buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.errors import AideError
from app.domain.time import WallState, check_wall, zone_abbreviation
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.flow import FlowLayout
from app.wording import _

_GAP = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A wall time to choose, and which of its two passes where there are two."""

    words: str
    wall: datetime
    fold: int | None


def offers_for(error: AideError) -> tuple[Offer, ...]:
    """Return what to choose from after a time was refused; nothing where there is no choice."""
    if error.code == "time_nonexistent":
        before, after = error.data["before"], error.data["after"]
        return tuple(Offer(f"{wall:%H:%M}", wall, None) for wall in (before, after))
    if error.code == "time_ambiguous":
        return passes(error.data["wall"], error.data["zone"])
    return ()


def passes(wall: datetime, zone: str) -> tuple[Offer, ...]:
    """Return both passes of a wall time that a zone's clock shows twice; nothing of any other."""
    check = check_wall(wall, zone)
    if check.state is not WallState.AMBIGUOUS:
        return ()
    at = f"{wall:%H:%M}"
    first, second = (zone_abbreviation(instant, zone) for instant in check.instants)
    return (
        Offer(_("First {time} {zone}").format(time=at, zone=first), wall, 0),
        Offer(_("Second {time} {zone}").format(time=at, zone=second), wall, 1),
    )


class PassRow(QWidget):
    """Hidden while there is nothing to choose. ``taken`` carries the :class:`Offer` that was chosen."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=_GAP)
        for number in (0, 1):
            button = PlainButton()
            button.setCheckable(True)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(self._take)
        self.hide()

    def buttons(self) -> list[PlainButton]:
        """Return the two buttons, the earlier time first."""
        return [button for button in self._group.buttons() if isinstance(button, PlainButton)]

    def show_offers(self, offers: Sequence[Offer], wall: datetime | None, fold: int | None) -> None:
        """Offer these, of which the one of that wall time and fold is in force, if any."""
        self._offers = tuple(offers)
        self._group.setExclusive(False)
        for button, offer in zip(self.buttons(), offers, strict=False):
            if button.words() != offer.words:
                button.set_words(offer.words)
            button.setChecked((offer.wall, offer.fold) == (wall, fold))
        self.setVisible(bool(offers))

    @Slot(int)
    def _take(self, number: int) -> None:
        self.taken.emit(self._offers[number])
