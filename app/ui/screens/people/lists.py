"""The two lists of the room: persons, and organisations."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from app.domain.errors import AideError
from app.domain.folding import folded
from app.domain.words import Side
from app.planning.clock import today
from app.planning.ordering import add_all_in_order
from app.planning.verbs.organisations import create_organisation, delete_organisation, edit_organisation
from app.planning.verbs.persons import create_person, delete_person, edit_person
from app.planning.views.organisations import OrganisationRow, organisation_rows
from app.planning.views.persons import PersonRow, person_rows
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.ui.tables.room import ListRoom
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.plain import literal
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _, ngettext
from app.wording.countries import country_name
from app.wording.errors import sentence
from app.wording.language_names import languages_named

_LAST = 1_000_000  # the rank of one who has no post: after all who have
_TWO = 2


class PeopleList(ListRoom):
    """A list with the switch to the other, and the button that leads to possible duplicates.

    ``switched`` carries the list that is wanted; ``duplicates_wanted`` asks for the pairs; ``merge_wanted``
    carries the ids of two rows that were selected to be merged.
    """

    switched = Signal(str)
    duplicates_wanted = Signal()
    merge_wanted = Signal(str, str)

    def __init__(self, desk: Desk, preferences: Preferences, **about: Any) -> None:
        super().__init__(desk, preferences, title=_("People"), **about)
        choices = (("person", _("Persons")), ("organisation", _("Organisations")))
        self.switch = SegmentedControl(choices, _("What is listed"))
        self.duplicates = PlainButton(icon_name="copy", role="quiet")
        self.duplicates.hide()
        self.add_control(self.switch)
        self.add_control(self.duplicates)
        self.switch.select(self.kind)
        self.switch.selected.connect(self.switched)
        self.duplicates.clicked.connect(self.duplicates_wanted)

    def show_duplicates(self, count: int) -> None:
        """Say how many pairs may be one; none hides the button."""
        words = ngettext("{count} possible duplicate", "{count} possible duplicates", count)
        self.duplicates.set_words(words.format(count=count))
        self.duplicates.setVisible(count > 0)

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        if len(ids) != _TWO or self.desk.read_only:
            return ()
        return (self._action(_("Merge …"), partial(self.merge_wanted.emit, *ids)),)

    def _action(self, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(literal(words), self)
        action.triggered.connect(lambda _on=False: act())
        return action


class PersonList(PeopleList):
    """All persons with the posts they hold today. Nothing restricted is ever in it."""

    tables = ("person", "post", "organisation")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(
            desk,
            preferences,
            name="person",
            columns=_person_columns(),
            add_words=_("Add person"),
            empty=(
                _("No persons yet."),
                _("Add those who travel and those you will meet: all visits share them."),
                _("Add person"),
            ),
            icon="users",
        )

    def ask_rows(self) -> Sequence[PersonRow]:
        return self.desk.ask(person_rows, today())

    def ask_some(self, ids: frozenset[str]) -> Sequence[PersonRow]:
        return self.desk.ask(person_rows, today(), ids)

    def add(self) -> str:
        name = _("New person")
        return self.desk.do(_("Add a person"), create_person, family_name=name)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_person, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        orders = (
            (_("Family name first"), partial(edit_person, family_name_first=True)),
            (_("Given name first"), partial(edit_person, family_name_first=False)),
        )
        return ((_("Order of names"), orders),)

    def row_name(self, row: PersonRow) -> str:
        return row.name

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        found = [*super().menu_actions(ids)]
        if self.desk.visit_id and not self.desk.read_only:
            for side, words in (
                (Side.OURS, _("Add to our side of the visit")),
                (Side.HOST, _("Add to the hosts of the visit")),
            ):
                found.append(self._action(words, partial(self.join, ids, side)))
        return found

    def join(self, ids: Sequence[str], side: Side) -> None:
        """Add persons to the delegation of the visit in view, as one step; name who was in it already."""
        count = len(ids)
        label = ngettext("Add {count} person to the visit", "Add {count} persons to the visit", count)
        try:
            known = self.desk.do(
                label.format(count=count), add_all_in_order, self.desk.visit_id, person_ids=ids, side=side
            )
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        count -= len(known)
        said = ngettext("{count} person added to the visit.", "{count} persons added to the visit.", count)
        parts = [said.format(count=count)]
        if known:
            names = ", ".join(self.row_name(self.table.row(person_id)) for person_id in known)
            parts.append(_("In the delegation already: {names}.").format(names=names))
        self.told.emit(" ".join(parts), True)


class OrganisationList(PeopleList):
    """All organisations."""

    tables = ("organisation", "post")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(
            desk,
            preferences,
            name="organisation",
            columns=_organisation_columns(),
            add_words=_("Add organisation"),
            empty=(
                _("No organisations yet."),
                _("Add your own and those you will meet; persons hold posts at them."),
                _("Add organisation"),
            ),
            icon="landmark",
        )

    def ask_rows(self) -> Sequence[OrganisationRow]:
        return self.desk.ask(organisation_rows)

    def add(self) -> str:
        name = _("New organisation")
        return self.desk.do(_("Add an organisation"), create_organisation, name=name)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_organisation, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        above = {row.parent_id: row.parent for row in map(self.table.row, self.table.ids()) if row.parent_id}
        parents: list[tuple[str, Any]] = [(_("Nothing"), partial(edit_organisation, parent_id=None))]
        parents += [
            (name, partial(edit_organisation, parent_id=row_id))
            for row_id, name in sorted(above.items(), key=lambda each: each[1])
        ]
        return ((_("Part of"), parents),)

    def row_name(self, row: OrganisationRow) -> str:
        return row.acronym or row.name


def _person_columns() -> list[Column]:
    return [
        Column(
            "name",
            _("Name"),
            lambda row: row.name,
            sort=lambda row: (folded(row.family_name), folded(row.name)),
            detail=lambda row: row.native_name,
            width=190,
        ),
        Column("title", _("Post"), lambda row: row.title, width=200),
        Column("organisation", _("Organisation"), lambda row: row.organisation, width=110),
        Column("country", _("Country"), lambda row: country_name(row.country_code), width=110),
        Column(
            "rank",
            _("Rank"),
            lambda row: "" if row.rank is None else str(row.rank),
            sort=lambda row: _LAST if row.rank is None else row.rank,
            align_right=True,
            width=56,
            hidden=True,
        ),
        Column("email", _("E-mail"), lambda row: row.email, width=150),
        Column("phone", _("Office phone"), lambda row: row.phone, width=120, hidden=True),
        Column("languages", _("Languages"), _languages, width=120, hidden=True),
    ]


def _languages(row: PersonRow) -> str:
    return languages_named(row.languages)


def _organisation_columns() -> list[Column]:
    return [
        Column(
            "name",
            _("Name"),
            lambda row: row.name,
            detail=lambda row: row.native_name,
            width=260,
        ),
        Column("acronym", _("Acronym"), lambda row: row.acronym, width=90),
        Column("parent", _("Part of"), lambda row: row.parent, width=110),
        Column("country", _("Country"), lambda row: country_name(row.country_code), width=110),
        Column("city", _("City"), lambda row: row.city, width=110),
        Column(
            "people",
            _("People"),
            lambda row: str(row.people) if row.people else "",
            sort=lambda row: -row.people,
            align_right=True,
            width=64,
        ),
    ]
