"""Rows that may be one, pair by pair: what stands in both, which is kept, what moves; then the merge."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.duplicates import Likeness, Pair
from app.planning.verbs.organisations import merge_organisations
from app.planning.verbs.persons import merge_persons
from app.planning.views.merge import merge_preview
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.edge import Edge
from app.ui.screens.people.merge_preview import PreviewGrid
from app.ui.screens.people.title_bar import PageBar
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.tuning import flat, tune
from app.wording import _, ngettext
from app.wording.errors import sentence

_LIST_PX = 260
_PAIR_PX = 44  # two names, one under the other
_VERBS = {"person": merge_persons, "organisation": merge_organisations}


class MergePage(QWidget):
    """``back`` asks for the lists; ``told`` carries a sentence, and whether undo takes back what it tells."""

    back = Signal()
    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pairs: tuple[Pair, ...] = ()
        self.bar = PageBar(_("Possible duplicates"))
        self.bar.back.connect(self.back)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Possible duplicates"))
        self.list.setFixedWidth(_LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        tune(self.list)
        flat(self.list)
        self.grid = PreviewGrid()
        self.merge = PrimaryButton(_("Merge"))
        self.merge.setEnabled(not desk.read_only)
        self._none = PlainLabel(_("No two of them look like one."), wrap=True, tone="muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_current)
        self.merge.clicked.connect(self._on_merge)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch(1)
        foot.addWidget(self.merge)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.grid, 1)
        side.addWidget(self._none, 1)
        side.addLayout(foot)
        panel = QFrame()
        panel.setProperty("role", "panel")
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(Edge())
        row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(panel, 1)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs; the one that was looked at stays, else the one that took its place."""
        before = self.list.currentRow()
        looked_at = self._pairs[before].id if 0 <= before < len(self._pairs) else ""
        self._pairs = tuple(pairs)
        self.list.blockSignals(True)
        self.list.clear()
        for pair in pairs:
            item = QListWidgetItem(f"{pair.one}\n{pair.other}", self.list)
            item.setSizeHint(QSize(0, _PAIR_PX))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{pair.one}, {pair.other}, {_why(pair.why)}")
        self.list.blockSignals(False)
        count = len(pairs)
        words = ngettext("{count} pair", "{count} pairs", count).format(count=count)
        self.bar.show_words(_("Possible duplicates"), words)
        ids = [pair.id for pair in pairs]
        at = ids.index(looked_at) if looked_at in ids else min(max(before, 0), count - 1)
        self.list.setCurrentRow(at)
        self._on_current(at)

    @Slot(int)
    def _on_current(self, at: int) -> None:
        found = 0 <= at < len(self._pairs)
        self.grid.setVisible(found)
        self._none.setVisible(not found)
        self.merge.setVisible(found)
        if not found:
            return
        pair = self._pairs[at]
        try:
            preview = self._desk.ask(merge_preview, pair.table, pair.one_id, pair.other_id)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.grid.show_preview(pair, preview, _why(pair.why))

    @Slot()
    def _on_merge(self) -> None:
        pair = self._pairs[self.list.currentRow()]
        names = {pair.one_id: pair.one, pair.other_id: pair.other}
        kept = self.grid.kept()
        gone = pair.other_id if kept == pair.one_id else pair.one_id
        label = _("Merge {gone} into {kept}").format(gone=names[gone], kept=names[kept])
        if not done(self._desk, self.told, label, _VERBS[pair.table], gone, into_id=kept):
            return
        self.told.emit(_("{gone} merged into {kept}.").format(gone=names[gone], kept=names[kept]), True)


def _why(why: Likeness) -> str:
    return {
        Likeness.NAME: _("Alike in name"),
        Likeness.NATIVE_NAME: _("Alike in their own script"),
        Likeness.EMAIL: _("The same e-mail address"),
        Likeness.ACRONYM: _("The same acronym"),
        Likeness.CHOSEN: _("Chosen to be merged"),
    }[why]
