"""A card: a car on a way, or a room, with the people in it; people are dropped on it or typed into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.planning.views.visits import Choice
from app.ui.forms.pick_box import PickBox
from app.ui.screens.logistics.dropping import DropFrame
from app.ui.screens.logistics.person_chip import PersonChip
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.plain import literal, set_tip
from app.wording import _

_TITLE_LEAST_PX = 48
_TITLE_SIDES_PX = 3

Inside = Sequence[tuple[str, str, str]]  # row id, member id, name


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card: ``count`` at its right, ``bad`` where the count is too high."""

    title: str
    line: str
    count: str
    bad: bool = False


class CardTitle(PlainButton):
    """The name of a card, cut where there is no room for it, with the whole in its tip."""

    def __init__(self) -> None:
        super().__init__(role="link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str) -> None:
        super().set_words(text)
        self._fit()

    def sizeHint(self) -> QSize:
        whole = self.fontMetrics().horizontalAdvance(self.words())
        return super().sizeHint() + QSize(whole - self.fontMetrics().horizontalAdvance(self.text()), 0)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _TITLE_LEAST_PX), hint.height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _TITLE_SIDES_PX
        shown = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, max(0, room))
        self.setText(literal(shown))
        set_tip(self, "" if shown == self.words() else self.words())


class Card(DropFrame):
    """One card. ``dropped`` carries the card's id and the ids of the members put on it.

    ``out`` carries the id of the line that put a member there, ``opened`` a member's id, ``chosen`` the
    card's own id when its title is pressed, ``acted`` that id and the key of an act under the three dots.
    """

    dropped = Signal(str, list)
    out = Signal(str)
    opened = Signal(str)
    chosen = Signal(str)
    acted = Signal(str, str)

    def __init__(
        self,
        card_id: str,
        finder: Callable[[str], Sequence[Choice]],
        adding: str,
        *,
        read_only: bool,
    ) -> None:
        super().__init__("card", read_only=read_only)
        self.card_id = card_id
        self._read_only = read_only
        self._inside: Inside = ()
        self._chips: list[PersonChip] = []
        self.landed.connect(self._land)
        self.title = CardTitle()
        self.title.clicked.connect(self._choose)
        self._line = MutedLabel("", elide=True)
        self._count = PlainLabel("")
        self.more = IconButton("ellipsis", "", tone="muted")
        if read_only:
            self.more.hide()
        self.more.clicked.connect(self._open_menu)
        self._acts: list[tuple[str, str, bool]] = []
        self._frame = QWidget()
        self._flow = FlowLayout(self._frame)
        self.box = PickBox(finder, placeholder=adding, adds=True)
        if read_only:
            self.box.hide()
        self.box.picked.connect(self._add)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addStretch(0)
        head.addWidget(self._count)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self._frame)
        column.addStretch(1)
        column.addWidget(self.box)

    # What is shown

    def show_card(self, text: CardText, inside: Inside) -> None:
        """Show other words and people; the cursor stays in the card."""
        self.title.set_words(text.title)
        self._line.setText(text.line)
        self._line.setVisible(bool(text.line))
        self._count.setText(text.count)
        self._count.set_tone("bad" if text.bad else "muted")
        self.setAccessibleName(f"{text.title}, {text.count}")
        self.box.setAccessibleName(_("{card}: add a person").format(card=text.title))
        self.more.set_name(_("{card}: more").format(card=text.title))
        if list(inside) != list(self._inside):
            self._inside = tuple(inside)
            self._remake()

    def set_acts(self, acts: Sequence[tuple[str, str, bool]]) -> None:
        """Offer acts under the three dots: key, words, and whether it can be done now."""
        self._acts = list(acts)

    def chips(self) -> list[PersonChip]:
        """Return the chips of the people inside."""
        return list(self._chips)

    def count_text(self) -> str:
        """Return what is said of how many are inside."""
        return self._count.text()

    def _remake(self) -> None:
        cursor = self.window().focusWidget()
        at = next((at for at, chip in enumerate(self._chips) if chip is cursor), None)
        self._flow.clear()
        self._chips = [
            PersonChip(row_id, member_id, name, read_only=self._read_only)
            for row_id, member_id, name in self._inside
        ]
        for chip in self._chips:
            chip.out.connect(self.out)
            chip.opened.connect(self.opened)
            self._flow.addWidget(chip)
            chip.show()
        self._frame.setVisible(bool(self._chips))
        self._frame.updateGeometry()
        before: QWidget = self.more
        for part in (*self._chips, self.box):
            self.setTabOrder(before, part)
            before = part
        if at is not None:
            next_one: QWidget = self._chips[min(at, len(self._chips) - 1)] if self._chips else self.box
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    # What hands do

    @Slot(list)
    def _land(self, member_ids: list[str]) -> None:
        self.dropped.emit(self.card_id, member_ids)

    @Slot(object)
    def _add(self, choice: Choice) -> None:
        self.box.show_text("")
        self.dropped.emit(self.card_id, [choice.id])

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.card_id)

    @Slot()
    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the card."""
        menu = QMenu(self)
        for key, words, possible in self._acts:
            action = menu.addAction(literal(words))
            action.setEnabled(possible)
            action.setData(key)
        menu.triggered.connect(self._act)
        return menu

    @Slot(QAction)
    def _act(self, action: QAction) -> None:
        self.acted.emit(self.card_id, str(action.data()))
