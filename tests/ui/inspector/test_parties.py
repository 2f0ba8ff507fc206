"""For whom an entry is: however many parties there are and however long their names, none is cut."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.verbs.parties import create_party
from app.ui.desk import Desk
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.parties import PartiesField
from tests.ui.planner import add

NAMES = ("Erkundungsgruppe für Raumfahrttechnologie", "공보 및 통역 담당", "Spouses", "Advance team")


@pytest.mark.parametrize("width", [280, 348])
def test_parties_added_while_the_entry_is_shown_go_on_in_the_next_line(
    desk: Desk, qtbot: QtBot, width: int
) -> None:
    entry_id = add(desk, "Besuch", datetime(2024, 3, 26, 9))
    inspector = EntryInspector(desk)
    qtbot.addWidget(inspector)
    inspector.resize(width, 700)
    inspector.show()
    inspector.show_row(entry_id)
    for name in NAMES:
        desk.do("Add", create_party, visit_id=desk.visit_id, name=name)
    for _turn in range(3):
        QApplication.processEvents()
    field = inspector.form.parties
    assert isinstance(field, PartiesField)
    chips = field.stops()
    assert len(chips) > len(NAMES)
    for chip in chips:
        assert chip.isVisible()
        assert field._frame.rect().contains(chip.geometry()), chip.accessibleName()
        assert field.rect().contains(field._frame.geometry())
