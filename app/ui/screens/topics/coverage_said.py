"""What is wrong with how topics and meetings meet, in sentences under the matrix."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.coverage import CoverageFinding, Gap
from app.planning.views.coverage import Coverage
from app.ui.theme.style import restyle
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel
from app.wording import _, ngettext
from app.wording.coverage import coverage_sentence

MOST_SAID: Final = 3
_WORST_FIRST: Final = (Gap.OVER_SLOT, Gap.NOWHERE, Gap.LED_NOWHERE, Gap.LED_TWICE)


class CoverageSaid(QWidget):
    """The worst findings as chips; beyond a few, the heads of rows and columns tell it.

    ``wanted`` carries the finding whose chip was clicked. The chips stay and say something else, since an
    agenda that is written key by key changes what is wrong with each.
    """

    wanted = Signal(object)

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only
        self._found: list[CoverageFinding] = []
        self._flow = FlowLayout(self, gap=8)
        self._chips = [Chip(tone="warn") for _place in range(MOST_SAID)]
        self._more = MutedLabel()
        self._hint = MutedLabel(_("Drag a topic onto a meeting, or press Space on a cell."))
        for widget in (*self._chips, self._more, self._hint):
            self._flow.addWidget(widget)
            widget.hide()
        for chip in self._chips:
            chip.clicked.connect(self._on_clicked)

    def say(self, coverage: Coverage) -> None:
        """Say what is wrong, the worst first, and how the matrix is filled where it can be."""
        order = sorted(coverage.findings, key=lambda each: _WORST_FIRST.index(each.gap))
        self._found = order[:MOST_SAID]
        for chip, finding in zip(self._chips, self._found, strict=False):
            words = coverage_sentence(finding, coverage)
            tone = "bad" if finding.gap is Gap.OVER_SLOT else "warn"
            if words != chip.words():
                chip.set_words(words)
            if tone != chip.property("tone"):
                chip.setProperty("tone", tone)
                restyle(chip)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(self._found))
        more = len(order) - len(self._found)
        self._more.setText(ngettext("and {count} more", "and {count} more", more).format(count=more))
        self._more.setVisible(bool(more))
        self._hint.setVisible(not self._read_only and bool(coverage.topics and coverage.meetings))

    def sentences(self) -> list[str]:
        """Return what is said, as the eye goes."""
        return [chip.words() for chip in self.chips()]

    def chips(self) -> list[Chip]:
        """Return the chips that say something, as the eye goes."""
        return self._chips[: len(self._found)]

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        for each, finding in zip(self._chips, self._found, strict=False):
            if each is chip:
                self.wanted.emit(finding)
