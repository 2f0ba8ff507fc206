"""The list of the delegation: ours and the hosts', in the order of precedence."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import AideError
from app.domain.words import Side
from app.planning.new_row import with_new_row
from app.planning.ordering import add_in_order
from app.planning.verbs.members import delete_member, edit_member
from app.planning.views.delegation import MemberRow, delegation
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.inspector.by_name import new_person
from app.ui.preferences import Preferences
from app.ui.screens.delegation.bars import AddBar, ReasonBar
from app.ui.screens.delegation.columns import member_columns
from app.ui.screens.delegation.precedence import Precedence
from app.ui.tables.bulk import BulkField
from app.ui.tables.room import ListRoom
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.plain import literal, set_tip
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name

_BELOW_BAR = 1  # the place in the room's column under its title bar


class MemberList(ListRoom):
    """The members of the visit in view; ``leaving_wanted`` carries the id of one who leaves, or nothing."""

    tables = (
        "member",
        "person",
        "post",
        "organisation",
        "participation",
        "party_member",
        "party",
        "visit",
    )
    leaving_wanted = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self._actions: list[QAction] = []
        super().__init__(
            desk,
            preferences,
            name="delegation",
            kind="member",
            title=_("Delegation"),
            columns=member_columns(),
            add_words=_("Add member"),
            icon="users",
            empty=(
                _("Nobody is in the delegation yet."),
                _("Add those who travel, and those you will meet."),
                _("Add member"),
            ),
        )
        self.sides = SegmentedControl(
            (("all", _("All")), (Side.OURS.value, _("Our side")), (Side.HOST.value, _("Hosts"))),
            _("Which side"),
        )
        self.sides.selected.connect(self._on_side)
        self.order = PlainButton(_("Order by rank"))
        self.order.clicked.connect(self._on_order)
        self.leave_button = PlainButton(_("Withdraw …"))
        self.leave_button.setAccessibleName(_("Withdraw or replace …"))
        self.leave_button.clicked.connect(self._want_leaving)
        self.adding = AddBar(desk, self._join_new)
        self.adding.picked.connect(self._join)
        self.adding.box.refused.connect(self._refuse_person)
        self.reason = ReasonBar()
        self.precedence = Precedence(desk, self.reason)
        self.precedence.told.connect(self.told)
        self.reason.given.connect(self._give_reason)
        for bar in (self.adding, self.reason):
            bar.closed.connect(self.table.setFocus)
        self._put_in_place()

    def _put_in_place(self) -> None:
        for control in (self.sides, self.order, self.leave_button):
            self.add_control(control)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(_BELOW_BAR, self.adding)
        column.insertWidget(_BELOW_BAR, self.reason)
        set_tip(self.leave_button, _("Withdraw or replace a member from a moment on (Ctrl+Shift+W)"))
        set_tip(self.order, _("Give all without a reason the place of rank and post"))
        keys: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("Alt+Up", _("Move up in precedence"), partial(self.step, -1)),
            ("Alt+Down", _("Move down in precedence"), partial(self.step, 1)),
            ("Ctrl+Shift+W", _("Withdraw or replace …"), self._want_leaving),
        )
        for key, words, act in keys:
            action = self._action(words, act)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setEnabled(not self.desk.read_only)
            self.addAction(action)
        for button in (self.order, self.leave_button):
            button.setEnabled(not self.desk.read_only)

    # What is listed

    def ask_rows(self) -> Sequence[MemberRow]:
        rows = self.desk.ask(delegation, self.desk.visit_id) if self.desk.visit_id else ()
        side = self.sides.current()
        return [row for row in rows if side in {"all", row.side.value}]

    def row_name(self, row: MemberRow) -> str:
        return row.name

    def reveal(self, kind: str, row_id: str) -> None:
        """Select a member, of whichever side."""
        super().reveal(kind, row_id)
        if kind == self.kind and self.table.row(row_id) is None:
            self.sides.select("all")
            super().reveal(kind, row_id)

    def bulk_fields(self) -> Sequence[BulkField]:
        sides = [(word_name(side), partial(edit_member, side=side)) for side in Side]
        return ((_("Side"), sides),)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_member, ids)

    @Slot(str)
    def _on_side(self, _side: str) -> None:
        self.reason.close_bar()
        self.ask_again()

    # Adding

    def add(self) -> None:
        words = _("Find a person for the host sides") if self._new_side() is Side.HOST else ""
        self.adding.begin(words or _("Find a person for our side"))

    def _new_side(self) -> Side:
        """Return the side in view, or that of the member who is selected."""
        chosen = self.sides.current()
        if chosen != "all":
            return Side(chosen)
        row: MemberRow | None = self.table.row(self.table.current_id())
        return Side.OURS if row is None else row.side

    @Slot(object)
    def _join(self, choice: Choice) -> None:
        self._do_join(choice.name, self._joining(), choice.id)

    def _join_new(self, typed: str) -> None:
        """Make a person of a typed name and add them, in one step."""
        self._do_join(typed, with_new_row, new_person(typed), self._joining())

    def _joining(self) -> Callable[..., str]:
        visit_id, side = self.desk.visit_id, self._new_side()

        def join(session: Any, person_id: str) -> str:
            return add_in_order(session, visit_id, person_id=person_id, side=side)

        return join

    def _do_join(self, name: str, verb: Callable[..., str], *about: Any) -> None:
        label = _("Add {name} to the delegation").format(name=name)
        try:
            member_id = self.desk.do(label, verb, *about)
        except AideError as error:
            self._refuse_person(error)
            return
        self.reveal(self.kind, member_id)
        self.told.emit(_("{name} added to the delegation.").format(name=name), True)
        self.adding.box.show_text("")
        self.adding.begin(self.adding.box.placeholderText())

    @Slot(object)
    def _refuse_person(self, error: AideError) -> None:
        self.adding.field.set_error(sentence(error))

    # The order

    @Slot()
    def _on_order(self) -> None:
        self._order_by_rank()

    def _order_by_rank(self, *, drop_reasons: bool = False) -> None:
        """Put the sides in view in the order of the rule."""
        chosen = self.sides.current()
        self.precedence.order(tuple(Side) if chosen == "all" else (Side(chosen),), drop_reasons=drop_reasons)

    def step(self, way: int) -> None:
        """Let the member selected go one place up or down."""
        row: MemberRow | None = self.table.row(self.table.current_id())
        if row is not None and not self.desk.read_only:
            self.precedence.step(row, way)

    @Slot(str)
    def _give_reason(self, reason: str) -> None:
        row: MemberRow | None = self.table.row(self.reason.member_id)
        if row is None:
            self.reason.close_bar()
        else:
            self.precedence.place(row, self.reason.place, reason)

    # The menu

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        rows: list[MemberRow] = [row for row in map(self.table.row, ids[:1]) if row is not None]
        if len(ids) != 1 or not rows:
            return ()
        row = rows[0]
        person = self._action(_("Go to the person"), partial(self.go.emit, "person", row.person_id))
        self._actions = [person]  # kept here, since a menu does not own its actions
        if not self.desk.read_only:
            self._actions += [
                self._action(_("Move up"), partial(self.step, -1)),
                self._action(_("Move down"), partial(self.step, 1)),
                self._action(_("Withdraw or replace …"), self._want_leaving),
            ]
            if row.reason:
                by_rank = partial(self._order_by_rank, drop_reasons=True)
                self._actions += [
                    self._action(_("Back to the place by rank"), partial(self.precedence.by_rule, row)),
                    self._action(_("Order by rank, without any reasons"), by_rank),
                ]
        return self._actions

    def _action(self, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(literal(words), self)
        action.triggered.connect(lambda _on=False: act())
        return action

    @Slot()
    def _want_leaving(self) -> None:
        if not self.desk.read_only:
            self.leaving_wanted.emit(self.table.current_id())
