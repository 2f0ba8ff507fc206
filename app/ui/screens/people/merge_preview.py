"""Two rows side by side, before they are merged."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QScrollArea, QWidget

from app.planning.duplicates import Pair
from app.planning.views.merge import BothSay, Hanging, MergePreview
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.columns import column_word, table_word, value_words

_SIDE = {"one": 1, "other": 2}


class PreviewGrid(QScrollArea):
    """A column for each row of a pair: what is kept stands in ink, what is lost muted."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pair: Pair | None = None
        self._lines: list[tuple[BothSay, PlainLabel, PlainLabel]] = []
        self._choices = QButtonGroup(self)
        self._choices.idToggled.connect(self._tint)

    def kept(self) -> str:
        """Return the id of the row that is to be kept."""
        assert self._pair is not None
        return self._pair.one_id if self._choices.checkedId() == _SIDE["one"] else self._pair.other_id

    def choice(self, side: str) -> QRadioButton:
        """Return the button that keeps ``one`` or the ``other``."""
        found = self._choices.button(_SIDE[side])
        assert isinstance(found, QRadioButton)
        return found

    def show_preview(self, pair: Pair, preview: MergePreview, why: str) -> None:
        """Show a pair; the row on which more hangs is to be kept, unless somebody says otherwise."""
        same = self._pair is not None and self._pair.id == pair.id
        before = self._choices.checkedId() if same else -1
        self._pair = pair
        for button in self._choices.buttons():
            self._choices.removeButton(button)
        body = QWidget()
        scrolled(body)
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(MutedLabel(why, wrap=True), 0, 0)
        self._heads(grid, pair)
        self._lines = []
        for line in preview.columns:
            self._add_line(grid, pair.table, line)
        self._add_hanging(grid, preview)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(body)
        more = _weight(preview.on_other) > _weight(preview.on_one)
        self._choices.button(before if before > 0 else _SIDE["other" if more else "one"]).setChecked(True)
        self._tint()

    def _heads(self, grid: QGridLayout, pair: Pair) -> None:
        for side, name in (("one", pair.one), ("other", pair.other)):
            choice = QRadioButton(_("Keep this one"))
            choice.setAccessibleName(_("Keep {name}").format(name=name))
            self._choices.addButton(choice, _SIDE[side])
            grid.addWidget(choice, 0, _SIDE[side])

    def _add_line(self, grid: QGridLayout, table: str, line: BothSay) -> None:
        at = grid.rowCount()
        grid.addWidget(_top(MutedLabel(_word(table, line.column), wrap=True)), at, 0)
        labels = []
        for side in ("one", "other"):
            label = PlainLabel(_said(line, getattr(line, side)), wrap=True)
            labels.append(label)
            grid.addWidget(_top(label), at, _SIDE[side])
        self._lines.append((line, labels[0], labels[1]))

    def _add_hanging(self, grid: QGridLayout, preview: MergePreview) -> None:
        at = grid.rowCount()
        grid.addWidget(SectionLabel(_("What comes together")), at, 0, 1, 3)
        for side, hanging in (("one", preview.on_one), ("other", preview.on_other)):
            words = "\n".join(
                _("{count} × {what}").format(count=each.count, what=table_word(each.table))
                for each in hanging
            )
            grid.addWidget(
                _top(PlainLabel(words or _("Nothing hangs on it."), wrap=True)), at + 1, _SIDE[side]
            )

    @Slot()
    def _tint(self) -> None:
        """Mute what is lost: what the row that goes says, where the kept one says something itself."""
        one_kept = self._choices.checkedId() == _SIDE["one"]
        for line, one, other in self._lines:
            kept, gone = (one, other) if one_kept else (other, one)
            said = line.one if one_kept else line.other
            kept.set_tone("")
            gone.set_tone("" if said in {"", None, False} else "muted")


def _word(table: str, column: str) -> str:
    return _("Picture") if column == "picture_sha256" else column_word(table, column)


def _said(line: BothSay, value: Any) -> str:
    if line.restricted:
        return _("(restricted, not shown)") if value else "—"
    return value_words(value) or "—"


def _weight(hanging: tuple[Hanging, ...]) -> int:
    return sum(each.count for each in hanging)


def _top(label: PlainLabel) -> PlainLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
