"""The selected item of the agenda: who leads it, what it is for, what is said."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.words import Intent
from app.planning.verbs.agenda import MOST_MINUTES
from app.planning.views.meeting import Item, Meeting
from app.ui.desk import Desk
from app.ui.forms.field import Field
from app.ui.forms.guarded import GuardedField
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.numbers import NumberField
from app.ui.forms.record import Record
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.ui.inspector.candidates import MemberField, ours
from app.ui.inspector.precedents import PrecedentChips
from app.ui.screens.meetings.fitting import FittingLabel
from app.ui.screens.meetings.kinds import item_kind, topic_kind
from app.ui.screens.meetings.point_lines import PointLines
from app.ui.theme.fonts import INSPECTOR_PX, SEMIBOLD, ui_font
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _, ngettext
from app.wording.names import word_name

MOST_POINTS = 6
_MINUTES_PX = 64
_GAP = 12
_SIDE = 14


class ItemCard(QFrame):
    """Shows and edits one item. ``go`` carries kind and id of a row to open elsewhere."""

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("Selected agenda item"))
        self._desk = desk
        self._item: Item | None = None
        self._of_item = Record(desk, item_kind(), self)
        self._of_topic = Record(desk, topic_kind(), self)
        self._heading = FittingLabel(font=ui_font(INSPECTOR_PX, SEMIBOLD))
        self._area = Chip(tone="accent")
        self._area.clicked.connect(self._open_topic)
        self.title = TitleField(self._of_item, "title", _("Heading"))
        self.speaker = MemberField(
            self._of_item,
            "speaker_id",
            _("Lead"),
            "speaker",
            ours,
            placeholder=_("Nobody yet"),
        )
        self.intent = WordField(self._of_item, "intent", _("Intent"), vocabulary(Intent))
        self.minutes = NumberField(self._of_item, "minutes", _("Minutes"), 0, MOST_MINUTES, step=5)
        self.minutes.setFixedWidth(_MINUTES_PX)
        self.marking = MarkingField(self._of_item, "marking", _("Marking"))
        self.objective = LongField(self._of_topic, "objective", _("Objective"))
        self.points = PointLines(desk)
        self._counter = MutedLabel()
        self.if_raised = GuardedField(self._of_topic, "if_raised", _("If raised"))
        self.background = LongField(self._of_topic, "background", _("Background"))
        self.red_line = GuardedField(self._of_topic, "red_line", _("Red line"))
        self.precedents = PrecedentChips(self._of_topic)
        for teller in (self.points, self.precedents):
            teller.told.connect(self.told)
        self.points.reordered.connect(self._order_tabs)
        self._lay_out()
        for field in self.fields():
            field.set_read_only(read_only=desk.read_only)

    def _lay_out(self) -> None:
        inside = QWidget()
        scrolled(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 12, _SIDE, 16)
        column.setSpacing(_GAP)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._area, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.title)
        for pair in (((self.speaker, 3), (self.minutes, 0)), ((self.intent, 1), (self.marking, 1))):
            row = QHBoxLayout()
            row.setSpacing(8)
            for field, stretch in pair:
                row.addWidget(field, stretch)
            column.addLayout(row)
        column.addWidget(self.objective)
        over = QHBoxLayout()
        over.addWidget(MutedLabel(_("Talking points")), 1)
        over.addWidget(self._counter)
        points = QVBoxLayout()
        points.setSpacing(4)
        points.addLayout(over)
        points.addWidget(self.points)
        column.addLayout(points)
        for part in (self.if_raised, self.background, self.red_line, self.precedents):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)

    @property
    def item_id(self) -> str:
        """The id of the item shown, or nothing."""
        return self._item.id if self._item else ""

    def fields(self) -> Sequence[Field]:
        """Return the fields, in order."""
        return (*self._item_fields(), *self._topic_fields())

    def _item_fields(self) -> Sequence[Field]:
        return (self.title, self.speaker, self.minutes, self.intent, self.marking)

    def _topic_fields(self) -> Sequence[Field]:
        return (self.objective, self.if_raised, self.background, self.red_line)

    # What is shown

    def show_item(self, meeting: Meeting, item: Item, markings: tuple[str, ...]) -> None:
        """Show an item of a meeting; what is unfinished in another one is saved first."""
        other = item.id != self.item_id
        if other:
            self.leave()
        topic_before = self._of_topic.row_id
        self._item = item
        self._of_item.take(item)
        self._of_topic.take(item.topic)
        number = meeting.items.index(item) + 1
        self._heading.setText(f"{number} · {item.heading}")
        self._open_or_fill(self._of_item, self._item_fields(), anew=other)
        self.title.setVisible(item.topic is None)
        for part in (*self._topic_fields(), self.precedents, self._area):
            part.setVisible(item.topic is not None)
        if item.topic is not None:
            self._area.set_words(word_name(item.topic.area))
            self._area.setAccessibleName(_("{area}: open the topic").format(area=word_name(item.topic.area)))
            self._area.updateGeometry()
            self._open_or_fill(self._of_topic, self._topic_fields(), anew=item.topic.id != topic_before)
            self.precedents.show_rows(item.topic.precedents)
        self.points.show_lines(item.id, item.points, item.marking, markings)
        self._count(len(item.points))
        self._order_tabs()
        if other:
            self._scroll.verticalScrollBar().setValue(0)

    @staticmethod
    def _open_or_fill(record: Record, fields: Sequence[Field], *, anew: bool) -> None:
        unfinished = record.unfinished(record.row_id) if anew else {}
        for field in fields:
            if anew:
                field.open(record.shown, unfinished)
            else:
                field.fill(record.shown)

    def clear(self) -> None:
        """Show no item."""
        self._item = None
        self._of_item.take(None)
        self._of_topic.take(None)

    def leave(self) -> None:
        """Save what is unfinished."""
        if self._item is None or self._desk.read_only:
            return
        for field in self.fields():
            if field.dirty:
                field.leave()
        self.points.leave()

    def type_minutes(self, text: str) -> None:
        """Take what was typed as minutes in the table; refused, it stands in the field with the reason."""
        self.minutes.set_text(text)
        if not self.minutes.leave():
            self.minutes.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the cursor where one writes first."""
        if self._item is not None and self._item.topic is None:
            self.title.begin()
        else:
            self.objective.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, points: int) -> None:
        said = ngettext("{count} point", "{count} points", points).format(count=points)
        over = points > MOST_POINTS
        if over:
            said = _("{points} – more than {most} are seldom said").format(points=said, most=MOST_POINTS)
        self._counter.setText(said if points else "")
        self._counter.set_tone("warn" if over else "muted")

    @Slot()
    def _open_topic(self) -> None:
        if not self._of_topic.idle:
            self.go.emit("topic", self._of_topic.row_id)

    @Slot()
    def _order_tabs(self) -> None:
        stops: list[QWidget] = [self._area]
        for part in (self.title, self.speaker, self.minutes, self.intent, self.marking, self.objective):
            stops += part.stops()
        stops += self.points.stops()
        for part in (self.if_raised, self.background, self.red_line):
            stops += part.stops()
        stops += self.precedents.stops()
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
