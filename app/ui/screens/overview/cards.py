"""The cards of the overview: the route with its map, what comes next, what was done lately."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.words import LegMode, VisitState
from app.planning.route import Route, charted
from app.planning.views.overview import Overview
from app.planning.views.recent import Recent
from app.ui.inspector.links import LinkButton
from app.ui.screens.overview.map_view import RouteMap
from app.ui.screens.overview.words import (
    APART,
    away_words,
    ends_words,
    mode_words,
    route_words,
    step_when,
    when_words,
)
from app.ui.theme.icons import icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.dates import days
from app.wording.steps import step_title

_ICON_PX = 14
_LINK_PX = 4  # the frame and padding of a link
_MODE_ICONS = {
    LegMode.FLIGHT: "plane",
    LegMode.TRAIN: "train",
    LegMode.CAR: "car",
    LegMode.COACH: "bus",
    LegMode.WALK: "footprints",
    LegMode.FERRY: "ship",
}


class Card(QFrame):
    """A titled card; what it holds is laid out in ``column``."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(8)
        self.title = SectionLabel(title)
        self.column.addWidget(self.title)


class LinkCard(Card):
    """A card of links with a muted line under each; ``go`` carries the kind and id of a row to be opened."""

    go = Signal(str, str)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        # The frame of a link reaches out to the left, so that its words stand under the title.
        margins = self.column.contentsMargins()
        self.column.setContentsMargins(
            margins.left() - _LINK_PX, margins.top(), margins.right(), margins.bottom()
        )
        self.title.setContentsMargins(_LINK_PX, 0, 0, 0)
        self._shown: object = None
        self.links: list[LinkButton] = []
        self._inside = QWidget()
        self.column.addWidget(self._inside)
        self.column.addStretch(1)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.links]

    def show_lines(
        self, lines: Sequence[tuple[str, str, Callable[[], object]]], *, none_words: str = ""
    ) -> None:
        """Show these links: words, the line under them, and what a click does."""
        focused = next((number for number, link in enumerate(self.links) if link.hasFocus()), -1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.links = []
        for words, detail, follow in lines:
            link = LinkButton(words)
            link.clicked.connect(lambda _on=False, follow=follow: follow())
            self.links.append(link)
            column.addWidget(link)
            under = MutedLabel(detail, wrap=True)
            under.setContentsMargins(_LINK_PX, 0, 0, 4)
            column.addWidget(under)
        if not lines:
            nothing = MutedLabel(none_words, wrap=True)
            nothing.setContentsMargins(_LINK_PX, 0, 0, 0)
            column.addWidget(nothing)
        self.column.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside
        if 0 <= focused < len(self.links):
            self.links[focused].setFocus(Qt.FocusReason.OtherFocusReason)


class Empty(QWidget):
    """What a card says where it has nothing to show, and the next step."""

    def __init__(self, sentence: str, step: str) -> None:
        super().__init__()
        self.button = PrimaryButton(step)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        column.addWidget(PlainLabel(sentence, wrap=True, tone="muted"))
        column.addLayout(row)


class ModeIcon(QLabel):
    """By what one travels from one city to the next: its icon, or an arrow where nobody planned it yet."""

    def __init__(self, mode: LegMode | None) -> None:
        super().__init__()
        self._name = _MODE_ICONS[mode] if mode is not None else "arrow-right"
        self.setAccessibleName(mode_words(mode))
        set_tip(self, mode_words(mode))
        self.setFixedSize(_ICON_PX + 2, 22)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        color = theme().tokens.muted
        self.setPixmap(icon_pixmap(self._name, color, _ICON_PX, self.devicePixelRatioF()))


class RouteCard(Card):
    """The map, and under it the cities in order: each leads to its stop."""

    go = Signal(str, str)
    room_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Route"))
        self._route: Route | None = None
        self.map = RouteMap()
        self.chips: list[Chip] = []
        self._strip = QWidget()
        self._flow = FlowLayout(self._strip, gap=6)
        self._unknown = MutedLabel(wrap=True)
        self.empty = Empty(
            _("No cities yet. Add the stops of the visit, and its way appears here on a map."),
            _("Add the stops"),
        )
        self.empty.button.clicked.connect(lambda _on=False: self.room_wanted.emit("visit"))
        for widget in (self.map, self._strip, self._unknown, self.empty):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_route(self, route: Route, *, has_stops: bool) -> None:
        """Show a route; without stops, say how to get some."""
        if route == self._route and self.empty.isHidden() == has_stops:
            return
        self._route = route
        chart = charted(route)
        self.empty.setVisible(not has_stops)
        self._strip.setVisible(has_stops)
        self.map.setVisible(has_stops and bool(chart.marks))
        self.map.show_chart(chart, route_words(route))
        self._unknown.setVisible(has_stops and bool(chart.unknown))
        names = ", ".join(name or _("home") for name in chart.unknown)
        self._unknown.setText(_("Not on the map, for want of coordinates: {cities}").format(cities=names))
        self._fill(route)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.chips, self.empty.button]

    def _fill(self, route: Route) -> None:
        self._flow.clear()
        self.chips = []
        for number, point in enumerate(route.points):
            if number:
                self._flow.addWidget(ModeIcon(route.modes[number - 1]))
            name = point.city or _("Home")
            chip = Chip(name, tone="soft" if point.stop_id else "")
            if point.stop_id:
                chip.clicked.connect(partial(self._open, "stop", point.stop_id))
                chip.setAccessibleName(f"{name}, {days(point.arrives_on, point.leaves_on)}")
                set_tip(chip, days(point.arrives_on, point.leaves_on))
            else:
                chip.clicked.connect(lambda _on=False: self.room_wanted.emit("visit"))
                chip.setAccessibleName(_("{city}, home").format(city=name))
            self._flow.addWidget(chip)
            self.chips.append(chip)

    def _open(self, kind: str, row_id: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.go.emit(kind, row_id)


class NextCard(LinkCard):
    """What is going on and what comes next, with the clocks there and at home."""

    def __init__(self) -> None:
        super().__init__(_("Next"))

    def show_next(self, found: Overview, utc: datetime) -> None:
        """Show what is next at an instant (naive UTC); nothing where all is over."""
        off = found.visit.state is VisitState.CANCELLED
        coming = None if off else found.next(utc)
        lines = [] if off else [(line, ends_words(line)) for line in found.now(utc)]
        if coming is not None:
            lines.append((coming, away_words(coming, utc)))
        self.setVisible(bool(lines))
        rows = [
            (line.id, line.title, APART.join(part for part in (when_words(line, found.visit), words) if part))
            for line, words in lines
        ]
        if rows != self._shown:
            self._shown = rows
            self.show_lines(
                [(title, words, partial(self.go.emit, "entry", row_id)) for row_id, title, words in rows]
            )


class RecentCard(LinkCard):
    """What was done lately; each step leads to what it changed, or to the history."""

    room_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Changed lately"))

    def show_recent(self, found: tuple[Recent, ...], utc: datetime) -> None:
        """Show these steps, as seen at an instant (naive UTC)."""
        rows = [
            (each.opens, step_title(each.step.kind, each.step.label), step_when(each.step, utc))
            for each in found
        ]
        if rows != self._shown:
            self._shown = rows
            self.show_lines(
                [(title, when, partial(self._follow, opens)) for opens, title, when in rows],
                none_words=_("Nothing was changed yet: each change is listed here."),
            )

    def _follow(self, opens: tuple[str, str] | None) -> None:
        if opens is None:
            self.room_wanted.emit("history")
        elif opens[0] == "visit":  # this one: its own room, not the list of all
            self.room_wanted.emit("visit")
        else:
            self.go.emit(*opens)
