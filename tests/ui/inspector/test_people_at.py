"""The people of an entry in the inspector, on a real file: each act is one step that undo takes back."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.data.models import Entry, EntryParty, Member, Organisation, Party, PartyMember, Person, Post
from app.domain.words import EntryKind, Role, Side
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.people_at import add_participant, remove_participant
from app.planning.verbs.records import set_attended
from app.planning.views.entry import PersonAt, entry_detail
from app.ui.desk import Desk
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.people_at import SidePanel
from app.ui.inspector.person_at import PersonChip
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.planner import add, new_desk, open_desk

NINE = datetime(2024, 3, 26, 9)
LONG = "<b>Maximiliane</b> von und zu & Hohenlohe-Waldenburg-Schillingsfürst"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, "light")
    made = new_desk(tmp_path)
    made.do("Members", _plant, made.visit_id)
    yield made
    made.close()


def _plant(session: Session, visit_id: str) -> None:
    ours = (("m1", "Kim", "Min"), ("m2", "Lee", "Ha-na"), ("m3", LONG, ""), ("m4", "Lee", "Ha-na"))
    hosts = (("h1", "Martin", "Claire"), ("h2", "Moreau", "Luc"))
    for side, members in ((Side.OURS, ours), (Side.HOST, hosts)):
        for rank, (key, family, given) in enumerate(members):
            session.add(Person(id=f"p-{key}", family_name=family, given_name=given))
            session.add(Member(id=key, visit_id=visit_id, person_id=f"p-{key}", side=side, precedence=rank))


@pytest.fixture
def entry(desk: Desk) -> str:
    return add(desk, "Call", NINE)


@pytest.fixture
def inspector(desk: Desk, entry: str, qtbot: QtBot) -> EntryInspector:
    made = EntryInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 1600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_entry(entry)
    made.activateWindow()
    return made


@pytest.fixture
def ours(inspector: EntryInspector) -> SidePanel:
    return inspector.form.ours


def _put(desk: Desk, entry: str, *members: str) -> None:
    for member in members:
        desk.do("Add", add_participant, entry, member_id=member)


def _people(desk: Desk, entry: str) -> list[PersonAt]:
    return list(desk.ask(entry_detail, entry).people)


def _there(desk: Desk, entry: str) -> list[str]:
    return [person.member_id for person in _people(desk, entry)]


def _chips(panel: SidePanel) -> list[PersonChip]:
    return [chip for chip in panel.stops() if isinstance(chip, PersonChip)]


def _cursor(panel: SidePanel) -> QWidget | None:
    # Not who has the focus: offscreen, a window does not get it back from a list that shuts.
    return panel.window().focusWidget()


def _label(desk: Desk) -> str:
    step = desk.next_undo()
    assert step is not None
    return step.label


def _menu(open_it: Callable[[], object]) -> dict[str, QAction]:
    open_it()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def _choose(action: QAction) -> None:
    action.trigger()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _enter(chip: QWidget) -> Callable[[], None]:
    return lambda: QTest.keyClick(chip, Qt.Key.Key_Return)


def _type(panel: SidePanel, text: str, key: Qt.Key | None = None) -> None:
    if panel.add.isVisible():
        QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.box, text)
    if key is not None:
        QTest.keyClick(QApplication.activePopupWidget() or panel.box, key)
    QApplication.processEvents()


def test_a_person_is_added_by_a_part_of_the_name(desk: Desk, entry: str, ours: SidePanel) -> None:
    assert ours.isVisible()
    assert not ours.box.isVisible()
    _type(ours, "min", Qt.Key.Key_Return)
    assert _there(desk, entry) == ["m1"]
    assert _label(desk) == "Add Min Kim to “Call”"
    assert [chip.person.name for chip in _chips(ours)] == ["Min Kim"]
    assert (ours.box.text(), ours.box.isVisible(), ours.error()) == ("", True, "")
    assert "m1" not in {choice.id for choice in ours.box.search("")}
    desk.undo()
    assert (_there(desk, entry), _chips(ours)) == ([], [])
    desk.redo()
    assert len(_chips(ours)) == 1


def test_one_of_the_list_is_taken_by_the_arrows(desk: Desk, entry: str, ours: SidePanel) -> None:
    _type(ours, "lee")
    assert [choice.id for choice in ours.box.found()] == ["m2", "m4"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(ours.box, key)
    # Two bear this name: the one that was chosen is meant.
    assert _there(desk, entry) == ["m4"]
    assert ours.box.text() == ""


def test_what_means_nobody_or_many_is_told_and_stays(desk: Desk, entry: str, ours: SidePanel) -> None:
    _type(ours, "nobody", Qt.Key.Key_Escape)  # who shuts the list makes nobody of the name
    QTest.keyClick(ours.box, Qt.Key.Key_Return)
    assert ours.error() == "Choose one from the list."
    assert (ours.box.text(), _there(desk, entry)) == ("nobody", [])
    QTest.keyClick(ours.box, Qt.Key.Key_Escape)
    assert (ours.error(), ours.box.isVisible(), ours.add.isVisible()) == ("", False, True)
    assert _cursor(ours) is ours.add


def test_leaving_with_the_only_one_typed_adds_and_shuts(desk: Desk, entry: str, ours: SidePanel) -> None:
    _type(ours, "min", Qt.Key.Key_Tab)
    if ours.box.isVisible():  # the first Tab went to the list of names
        QTest.keyClick(ours.box, Qt.Key.Key_Tab)
    assert (_there(desk, entry), ours.box.isVisible(), ours.add.isVisible()) == (["m1"], False, True)
    QApplication.processEvents()
    assert _there(desk, entry) == ["m1"]


def test_leaving_the_empty_box_shuts_it(inspector: EntryInspector, ours: SidePanel) -> None:
    _type(ours, "")
    assert (ours.box.isVisible(), ours.add.isVisible()) == (True, False)
    QTest.keyClick(ours.box, Qt.Key.Key_Tab)
    assert (ours.box.isVisible(), ours.add.isVisible()) == (False, True)
    assert _cursor(ours) is inspector.form.hosts.add


def test_the_cross_and_delete_remove(desk: Desk, entry: str, ours: SidePanel) -> None:
    _put(desk, entry, "m1", "m2", "m3")
    first, second, _third = _chips(ours)
    (cross,) = first.findChildren(QToolButton)
    assert cross.accessibleName() == "Remove Min Kim"
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert _there(desk, entry) == ["m2", "m3"]
    assert _label(desk) == "Remove Min Kim from “Call”"
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert _there(desk, entry) == ["m3"]
    assert _cursor(ours) is _chips(ours)[0]
    QTest.keyClick(_chips(ours)[0], Qt.Key.Key_Delete)
    assert (_there(desk, entry), _cursor(ours)) == ([], ours.add)
    for _step in range(3):
        desk.undo()
    assert [chip.person.member_id for chip in _chips(ours)] == ["m1", "m2", "m3"]


def test_the_menu_sets_role_and_confirmation(desk: Desk, entry: str, ours: SidePanel) -> None:
    _put(desk, entry, "m1")
    chip = _chips(ours)[0]
    chip.setFocus()
    offered = _menu(_enter(chip))
    assert [name for name, action in offered.items() if action.isChecked()] == ["Participant"]
    assert len(offered) == len(Role) + 2
    _choose(offered["Interpreter"])
    assert _people(desk, entry)[0].role is Role.INTERPRETER
    assert _label(desk) == "Change the role of Min Kim at “Call”"
    (chip,) = _chips(ours)
    assert (chip.words(), _cursor(ours)) == ("Min Kim · Interpreter", chip)
    offered = _menu(lambda: QTest.mouseClick(chip, Qt.MouseButton.LeftButton))
    _choose(offered["Confirmed"])
    assert _people(desk, entry)[0].confirmed
    assert _label(desk) == "Confirm Min Kim for “Call”"
    (chip,) = _chips(ours)
    assert chip.accessibleName() == "Min Kim, Interpreter, confirmed"
    at = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, chip.mapToGlobal(at))
    offered = _menu(lambda: QApplication.sendEvent(chip, event))
    assert offered["Confirmed"].isChecked()
    _choose(offered["Confirmed"])
    assert not _people(desk, entry)[0].confirmed
    desk.undo()
    assert _chips(ours)[0].person.confirmed
    _choose(_menu(_enter(_chips(ours)[0]))["Remove"])
    assert _there(desk, entry) == []


def test_the_menu_goes_by_keys(desk: Desk, entry: str, ours: SidePanel) -> None:
    _put(desk, entry, "m1")
    for opener, moves in ((Qt.Key.Key_Space, (Qt.Key.Key_Up,)), (Qt.Key.Key_Menu, ())):
        (chip,) = _chips(ours)
        chip.setFocus()
        if opener is Qt.Key.Key_Menu:
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
            QApplication.sendEvent(chip, event)
        else:
            QTest.keyClick(chip, opener)
        for key in (*moves, Qt.Key.Key_Return):
            menu = QApplication.activePopupWidget()
            assert menu is not None
            QTest.keyClick(menu, key)
        QApplication.processEvents()
        assert _people(desk, entry)[0].role is Role.SPEAKER
    assert _label(desk) == "Change the role of Min Kim at “Call”"
    assert ours.findChildren(QMenu) == []


def test_the_same_role_again_is_no_step(desk: Desk, entry: str, ours: SidePanel) -> None:
    _put(desk, entry, "m1")
    _choose(_menu(_enter(_chips(ours)[0]))["Participant"])
    assert _label(desk) == "Add"


def test_a_refusal_is_told_beneath(desk: Desk, entry: str, inspector: EntryInspector) -> None:
    ours = inspector.form.ours
    _put(desk, entry, "m1")
    (chip,) = _chips(ours)
    desk.changed.disconnect(inspector._on_changed)  # the inspector has not heard of it yet
    desk.do("Remove", remove_participant, chip.person.id)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert ours.error() == "This person is no longer at the entry."
    _put(desk, entry, "m2")
    _type(ours, "ha-na")
    found = next(choice for choice in ours.box.found() if choice.id == "m2")
    ours._add(found)
    assert ours.error() == "This person is at the entry already."
    assert ours.box.text() == "Ha-na Lee"
    desk._space.read_only = True  # as if another program had taken the file
    ours._add(next(one for one in ours.box.search("") if one.id == "m3"))
    assert "reading only" in ours.error()
    desk._space.read_only = False
    inspector.show_entry(add(desk, "Other", NINE))
    assert (ours.error(), ours.box.isVisible()) == ("", False)


def test_each_side_offers_its_own(desk: Desk, entry: str, inspector: EntryInspector) -> None:
    hosts = inspector.form.hosts
    assert [choice.id for choice in hosts.box.search("")] == ["h1", "h2"]
    _type(hosts, "mar", Qt.Key.Key_Return)
    assert [choice.id for choice in hosts.box.search("")] == ["h2"]
    _type(hosts, "luc", Qt.Key.Key_Return)
    assert (_there(desk, entry), hosts.box.search("")) == (["h1", "h2"], ())
    QTest.keyClick(hosts.box, Qt.Key.Key_Escape)
    while _chips(hosts):
        _chips(hosts)[-1].setFocus()
        QTest.keyClick(_chips(hosts)[-1], Qt.Key.Key_Backspace)
    assert (_there(desk, entry), hosts.add.isVisible(), _cursor(hosts)) == ([], True, hosts.add)


def test_a_person_of_no_side_joins_the_delegation_and_the_entry_in_one_step(
    desk: Desk, entry: str, inspector: EntryInspector
) -> None:
    desk.do("Person", lambda session: session.add(Person(id="p-new", family_name="Weiß", given_name="Anna")))
    before = desk.ask(contents)
    hosts = inspector.form.hosts
    _type(hosts, "weiss")
    (found,) = hosts.box.found()
    assert (found.id, found.name, found.detail) == ("p-new", "Anna Weiß", "new in the delegation")
    QTest.keyClick(hosts.box, Qt.Key.Key_Return)
    (person,) = _people(desk, entry)
    assert (person.name, person.side) == ("Anna Weiß", Side.HOST)
    assert _label(desk) == "Add Anna Weiß to “Call”"
    desk.undo()
    assert desk.ask(contents) == before


def test_a_person_whom_nobody_knows_is_made_a_host_at_the_entry_in_one_step(
    desk: Desk, entry: str, inspector: EntryInspector
) -> None:
    hosts = inspector.form.hosts
    before = desk.ask(contents)
    _type(hosts, "Iris Neumann")
    picks = hosts.box.picks()
    assert picks is not None
    assert picks.item(picks.count() - 1).text() == "Create “Iris Neumann”"
    QTest.keyClick(hosts.box, Qt.Key.Key_Return)
    (person,) = _people(desk, entry)
    assert (person.name, person.side) == ("Iris Neumann", Side.HOST)
    assert _label(desk) == "Add Iris Neumann to “Call”"
    assert (hosts.box.text(), hosts.error()) == ("", "")
    desk.undo()
    assert desk.ask(contents) == before


def test_tab_goes_through_the_people_as_the_eye_does(
    desk: Desk, entry: str, inspector: EntryInspector
) -> None:
    _put(desk, entry, "m2", "m1", "h1")
    ours, hosts = inspector.form.ours, inspector.form.hosts
    assert [chip.person.member_id for chip in _chips(ours)] == ["m1", "m2"]
    wanted = [*_chips(ours), ours.add, *_chips(hosts), hosts.add]
    wanted[0].setFocus()
    seen: list[QWidget | None] = []
    for _stop in wanted:
        now = QApplication.focusWidget()
        assert now is not None
        assert now.accessibleName()
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert seen == wanted


def test_long_names_stay_plain_and_inside(desk: Desk, entry: str, inspector: EntryInspector) -> None:
    _put(desk, entry, "m3")
    QApplication.processEvents()
    ours = inspector.form.ours
    (chip,) = _chips(ours)
    assert chip.words() == LONG
    assert chip.geometry().right() <= ours.width()
    assert "&lt;b&gt;" in chip.toolTip()
    grab(inspector, "people-long")


def test_a_reader_sees_people_that_cannot_be_changed(
    desk: Desk, entry: str, qtbot: QtBot, tmp_path: Path
) -> None:
    _put(desk, entry, "m1")
    reader = open_desk(tmp_path / "visit.aide")
    made = EntryInspector(reader)
    qtbot.addWidget(made)
    made.show()
    made.show_entry(entry)
    ours = made.form.ours
    (chip,) = ours.findChildren(PersonChip)
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert (chip.findChildren(QToolButton), ours.add.isVisible(), ours.stops()) == ([], False, [])
    assert not made.form.hosts.isVisible()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert QApplication.activePopupWidget() is None
    made.show_entry(None)
    reader.close()


def _plant_posts(session: Session, visit_id: str, entry: str) -> None:
    session.add(Organisation(id="nasa", name="National Aeronautics", acronym="NASA"))
    session.flush()
    for rank, (key, ends) in enumerate(
        (("h2", None), ("new", None), ("old", date(2020, 1, 1)), ("h1", None))
    ):
        if key not in {"h1", "h2"}:
            session.add(Person(id=f"p-{key}", family_name=key.title()))
        session.flush()
        session.add(Post(person_id=f"p-{key}", organisation_id="nasa", rank=rank, ends_on=ends))
    found = session.get(Entry, entry)
    assert found is not None
    found.host_organisation_id = "nasa"
    session.add(Party(id="team", visit_id=visit_id, name="Team"))
    session.flush()
    session.add(PartyMember(visit_id=visit_id, party_id="team", member_id="m2"))
    session.add(EntryParty(visit_id=visit_id, entry_id=entry, party_id="team"))


def test_an_empty_side_is_filled_in_one_step(desk: Desk, entry: str, inspector: EntryInspector) -> None:
    hosts, ours = inspector.form.hosts, inspector.form.ours
    (nobody,) = _menu(hosts.several.click)
    assert nobody == "Say who the host is, and whom you know there."
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    earlier = add(desk, "Before", NINE - timedelta(days=1))
    desk.do("Posts", _plant_posts, desk.visit_id, entry)
    desk.do("Host", edit_entry, earlier, host_organisation_id="nasa", kind=EntryKind.MEETING)
    _put(desk, earlier, "m1", "h1", "h2")
    (away,) = (person.id for person in _people(desk, earlier) if person.member_id == "h2")
    desk.do("Away", set_attended, [away], attended=False)
    before = desk.ask(contents)
    for panel, words, names in (
        (hosts, "Add all 3 known of NASA", ["Claire Martin", "Luc Moreau", "New"]),
        (hosts, "Add the one of the last meeting with NASA", ["Claire Martin"]),
        (ours, "Add the party that the entry is for (1)", ["Ha-na Lee"]),
        (ours, "Add the whole delegation (4)", None),
    ):
        menu = _menu(panel.several.click)
        _choose(menu[words])
        QApplication.processEvents()
        there = [person.name for person in _people(desk, entry) if person.side is panel.side]
        assert len(there) == 4 if names is None else sorted(there) == sorted(names)
        assert [chip.person.name for chip in _chips(panel)] == there  # by precedence, as everywhere
        assert not panel.several.isVisibleTo(panel)
        assert _label(desk).startswith("Add ")
        desk.undo()
        assert desk.ask(contents) == before
        assert panel.several.isVisibleTo(panel)
