"""The bar that tells which entries moved with newer zone data."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.zones import zone_data_version
from app.planning.instants import Moved
from app.ui.window.notice import NoticeBar
from app.wording import _, ngettext

NAMED = 5  # titles in the bar; the count tells of the others


class MovedBar(NoticeBar):
    """Stands above the work after newer zone data moved entries, until it is put away."""

    def __init__(self, moved: Sequence[Moved], parent: QWidget | None = None) -> None:
        super().__init__(moved_sentence(moved), _("Put away"), parent)
        self.step.clicked.connect(self.hide)


def moved_sentence(moved: Sequence[Moved]) -> str:
    """Return what people read of the entries that moved; their local clocks stand as they were."""
    sentence = ngettext(
        "With the time zone data {version}, {count} entry stands at another instant: {titles}. "
        "Its local clock is as it was; send its calendar again.",
        "With the time zone data {version}, {count} entries stand at other instants: {titles}. "
        "Their local clocks are as they were; send their calendars again.",
        len(moved),
    )
    titles = ", ".join(f"“{entry.title}”" for entry in moved[:NAMED])
    more = ", …" if len(moved) > NAMED else ""
    return sentence.format(version=zone_data_version(), count=len(moved), titles=titles + more)
