"""The talking points of an agenda item, and the paragraphs of a section of a brief."""

from functools import partial

from app.domain.words import BriefSection, PointKind
from app.planning.verbs.briefs import add_brief_paragraph, delete_brief_paragraph, order_brief_paragraphs
from app.planning.verbs.points import add_talking_point, delete_talking_point, order_talking_points
from app.ui.desk import Desk
from app.ui.screens.meetings.kinds import brief_kind, item_kind, paragraph_kind, point_kind
from app.ui.screens.meetings.line_row import LineRow
from app.ui.screens.meetings.lines import Lines
from app.wording import _
from app.wording.names import word_name
from app.wording.short import short


class PointLines(Lines):
    """The talking points of one agenda item."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            point_kind(),
            _("Talking point"),
            _("Add a talking point"),
            tuple(PointKind),
            own=item_kind(),
            part="new_point",
        )

    def add(self, owner: str, text: str) -> None:
        rows = self.rows()
        kind = rows[-1].shown.kind if rows else PointKind.SAY
        self.desk.do(
            _("Add the talking point “{name}”").format(name=short(text)),
            partial(add_talking_point, agenda_item_id=owner, text=text, kind=kind),
        )

    def order(self, owner: str, ids: list[str], moved: LineRow) -> None:
        label = point_kind().act("position").format(name=short(moved.shown.text))
        self.desk.do(label, partial(order_talking_points, agenda_item_id=owner, talking_point_ids=ids))

    def delete(self, row: LineRow) -> str:
        row.record.act("deleted", delete_talking_point)
        return _("Talking point deleted.")


class ParagraphLines(Lines):
    """The paragraphs of one section of a brief, whose entry owns it."""

    tagged = "section"

    def __init__(self, desk: Desk, section: BriefSection) -> None:
        name = word_name(section)
        adding = _("{section}: add a paragraph").format(section=name)
        super().__init__(
            desk,
            paragraph_kind(),
            name,
            adding,
            tuple(BriefSection),
            own=brief_kind(),
            part=f"new_{section.value}",
        )
        self._section = section
        self.brief_id = ""

    def add(self, owner: str, text: str) -> None:
        self.desk.do(
            _("Add the paragraph “{name}”").format(name=short(text)),
            partial(add_brief_paragraph, entry_id=owner, text=text, section=self._section),
        )

    def order(self, owner: str, ids: list[str], moved: LineRow) -> None:
        del owner
        label = paragraph_kind().act("position").format(name=short(moved.shown.text))
        verb = partial(
            order_brief_paragraphs, brief_id=self.brief_id, section=self._section, brief_paragraph_ids=ids
        )
        self.desk.do(label, verb)

    def delete(self, row: LineRow) -> str:
        row.record.act("deleted", delete_brief_paragraph)
        return _("Paragraph deleted.")
