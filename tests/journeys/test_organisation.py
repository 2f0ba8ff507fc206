"""“What did they promise last time?”: asked, answered and printed by keys alone."""

from pathlib import Path

import pypdfium2 as pdfium
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.inspector.page_parts import Block
from app.ui.screens.people.organisation_page import OrganisationView
from app.ui.widgets.labels import PlainLabel
from tests.journeys.hands import Keys
from tests.ui.windows import Windows

NAMED = "Name the American co-chair of the working group on lunar surface communications."


def words(block: Block) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in block.findChildren(PlainLabel) if label.isVisible())


def test_an_organisation_is_asked_what_it_promised_and_the_answer_is_printed(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    window = windows.window()
    assert window.open_planner(windows.planner())
    with qtbot.waitActive(window):
        window.activateWindow()
    hand = Keys(window)
    hand.run("NASA")
    page = window.findChild(OrganisationView)
    assert page is not None
    assert page.isVisible()
    promised = words(page.theirs)
    assert NAMED in promised
    assert "promised last time, Tue 23 Jan 2024" in promised
    windows.answers.paths.append(tmp_path / "nasa.pdf")
    hand.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.told, timeout=20_000):
        hand.choose("For the delegation")
    document = pdfium.PdfDocument(tmp_path / "nasa.pdf")
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    count = len(document)
    document.close()
    assert count == 1
    assert NAMED in text
    assert "promised last time, Tue 23 Jan 2024" in text
