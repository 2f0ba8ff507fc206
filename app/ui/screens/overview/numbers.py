"""How much stands in the rooms of a visit: numbers that lead there."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.fonts import SEMIBOLD, TITLE_PX, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _, ngettext

_GAP_PX = 10


def tile_words(room: str, count: int) -> str:
    """Return what is counted in a room."""
    return {
        "meetings": ngettext("meeting", "meetings", count),
        "topics": ngettext("topic", "topics", count),
        "actions": ngettext("open action", "open actions", count),
        "delegation": _("in the delegation"),
    }[room]


class Tile(PlainButton):
    """A number over the name of what it counts."""

    def __init__(self, room: str) -> None:
        super().__init__(role="tile")
        self.room = room
        self.number = PlainLabel()
        self.number.setFont(ui_font(TITLE_PX, SEMIBOLD, tabular=True))
        self.name = MutedLabel(elide=True)
        for label in (self.number, self.name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.name)

    def sizeHint(self) -> QSize:
        return QSize(110, 48)

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        self.number.setText(str(count))
        self.name.setText(tile_words(self.room, count))
        self.setAccessibleName(f"{count} {tile_words(self.room, count)}")


class Numbers(QWidget):
    """The numbers side by side; ``room_wanted`` carries the room of the one that was clicked."""

    room_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {room: Tile(room) for room in ("meetings", "topics", "actions", "delegation")}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP_PX)
        for column, (room, tile) in enumerate(self.tiles.items()):
            grid.addWidget(tile, 0, column)
            grid.setColumnStretch(column, 1)
            tile.clicked.connect(lambda _on=False, room=room: self.room_wanted.emit(room))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much stands in each room."""
        for room, tile in self.tiles.items():
            tile.show_count(counts.get(room, 0))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.tiles.values()]
