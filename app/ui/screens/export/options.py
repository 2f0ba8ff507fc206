"""The choices of an export, and what they lead to: how far it carries, what goes in, what stays out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.planning.released import ReleasedVisit
from app.ui.screens.export.left_out import goes_in, left_out, total_words
from app.ui.screens.export.readers import Reader
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.wording import _
from app.wording.language import languages
from app.wording.names import marking_name

WIDTH_PX = 348


class Options(QScrollArea):
    """The panel on the right of the export room. ``changed`` tells that a choice was made."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH_PX)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = TitleLabel(small=True, elide=True)
        self.host, self.host_field = self._choice(_("Host organisation"))
        self.paper, self.paper_field = self._choice(_("Paper"))
        self.person, self.person_field = self._choice(_("Only what this person attends"))
        self.language, self.language_field = self._choice(_("Language of the paper"))
        self.badge = MarkingBadge(0, _("Public"))
        self.total = PlainLabel(wrap=True)
        self.total.setFont(ui_font(weight=SEMIBOLD))
        self.sentences = PlainLabel(wrap=True)
        self.advice = PlainLabel(calendar_advice(), wrap=True, tone="muted")
        self._counts = QGridLayout()
        self._lay_out()
        fill(self.paper, [Reader("a4", "A4"), Reader("letter", _("Letter"))])
        fill(self.language, [Reader(tag, words) for tag, words in languages()])
        self.language_field.setVisible(self.language.count() > 1)

    def _choice(self, words: str) -> tuple[QComboBox, FieldBox]:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.activated.connect(self.changed)
        return box, FieldBox(words, box)

    def _lay_out(self) -> None:
        inner = QFrame()
        inner.setProperty("role", "panel")
        notice = QFrame()
        notice.setProperty("role", "notice")
        inside = QVBoxLayout(notice)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(4)
        inside.addWidget(self.total)
        inside.addWidget(self.sentences)
        self._counts.setContentsMargins(0, 0, 0, 0)
        self._counts.setVerticalSpacing(6)
        self._counts.setColumnStretch(0, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        for field in (self.host_field, self.paper_field, self.person_field, self.language_field):
            column.addWidget(field)
        carries = QVBoxLayout()
        carries.setSpacing(6)
        carries.addWidget(MutedLabel(_("Carries up to")))
        carries.addWidget(self.badge)
        column.addLayout(carries)
        column.addWidget(notice)
        column.addWidget(self.advice)
        column.addSpacing(4)
        column.addWidget(MutedLabel(_("Goes in")))
        column.addLayout(self._counts)
        column.addStretch(1)
        self.setWidget(inner)

    def show_paper(self, paper: str) -> None:
        """Show the choices of ``book`` or ``calendar``."""
        self.paper_field.setVisible(paper == "book")
        self.person_field.setVisible(paper == "calendar")
        self.advice.setVisible(paper == "calendar")

    def show_released(self, released: ReleasedVisit, paper: str) -> None:
        """Show what a release carries and what it leaves out."""
        self.badge.set_marking(int(released.ceiling), marking_name(released.ceiling, released.marking_names))
        self.total.setText(total_words(released.withheld))
        sentences = left_out(released)
        self.sentences.setText("\n".join(sentences))
        self.sentences.setVisible(bool(sentences))
        self._show_counts(goes_in(released, paper))

    def _show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        while (item := self._counts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (words, count) in enumerate(counts):
            number = PlainLabel(str(count))
            number.setFont(ui_font(tabular=True))
            self._counts.addWidget(PlainLabel(words), row, 0)
            self._counts.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)


def fill(box: QComboBox, readers: Sequence[Reader]) -> None:
    """Offer these choices; the one that was chosen stays so if it is still there."""
    chosen = box.currentData()
    box.clear()
    for reader in readers:
        box.addItem(reader.name, reader.id)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def calendar_advice() -> str:
    """Return what the import of a calendar file does, in every calendar program that was tried."""
    return _(
        "Import the file into a new calendar. Importing it again updates nothing reliably: delete that "
        "calendar first, then import the new file."
    )
