"""The dossier on the page of a topic: what was said and promised, with links that keys follow."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.verbs.agenda import edit_agenda_item
from app.planning.views.dossier import topic_dossier
from app.ui.inspector.links import LinkButton
from app.ui.inspector.page_parts import Block
from app.ui.screens.topics.screen import TopicsScreen
from app.ui.theme.style import apply_theme
from app.ui.widgets.labels import PlainLabel
from tests.ui.topics.rooms import desk_of, field, room, rows_of, sheet_of, type_into
from tests.ui.windows import Answers


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def words(block: Block) -> str:
    QApplication.processEvents()  # what was put in is seen with the next events
    labels = [label.text() for label in block.findChildren(PlainLabel) if label.isVisible()]
    return "\n".join([*labels, *(link.words() for link in block.findChildren(LinkButton))])


def open_dossier(screen: TopicsScreen, title: str) -> str:
    row = next(row for row in rows_of(screen) if row.title == title)
    screen.open_row(row.id)
    screen.page.show_part("dossier")
    return row.id


def test_all_that_was_said_and_promised_stands_there_and_keeps_up(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk = desk_of(screen)
        topic = open_dossier(screen, "Gateway module contribution")
        page, dossier = screen.page.dossier, desk.ask(topic_dossier, topic)
        assert page.isVisible()
        for occasion in dossier.occasions:
            assert occasion.meeting in words(page.said)
        promised = [*dossier.occasions[0].promises, *dossier.elsewhere]
        assert promised
        assert all(each.text in words(page.ours) + words(page.theirs) for each in promised)
        assert dossier.taken_up[0].visit in words(page.visits)
        desk.do("Note", edit_agenda_item, dossier.occasions[0].id, outcome_note="They will study a monitor")
        assert "They will study a monitor" in words(page.said)
        desk.undo()
        assert "They will study a monitor" not in words(page.said)


def test_enter_follows_a_link_to_the_meeting(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        went: list[tuple[str, str]] = []
        screen.go.connect(lambda kind, row_id: went.append((kind, row_id)))
        topic = open_dossier(screen, "Gateway module contribution")
        link = screen.page.dossier.said.findChildren(LinkButton)[0]
        link.setFocus()
        QTest.keyClick(link, Qt.Key.Key_Return)
        occasion = desk_of(screen).ask(topic_dossier, topic).occasions[0]
        assert went == [("meeting", occasion.entry_id)]


def test_what_is_typed_is_saved_before_the_dossier_is_shown(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        screen.open_row(rows_of(screen)[0].id)
        type_into(field(sheet_of(screen), "ask").editor, "A seat")
        screen.page.show_part("dossier")
        assert screen.page.dossier.isVisible()
        assert rows_of(screen)[0].ask == "A seat"
        screen.page.begin()
        assert screen.page.body.isVisible()


def test_the_dossier_is_saved_for_one_of_our_readers(tmp_path: Path, qtbot: QtBot) -> None:
    answers = Answers(tmp_path / "dossier.pdf")
    with room(tmp_path, files=answers) as screen:
        screen.open_row(rows_of(screen)[0].id)
        printer = screen.page.dossier.printer
        assert not printer.button.isVisible()  # it stands where the dossier is in view
        open_dossier(screen, "Gateway module contribution")
        assert printer.button.isVisible()
        with qtbot.waitSignal(screen.told, timeout=20_000) as told:
            printer.menu.actions()[0].trigger()
        assert told.args == ["Saved dossier.pdf", False]
    assert answers.suggested[0].name == "Gateway module contribution, Dossier.pdf"
    document = pdfium.PdfDocument(tmp_path / "dossier.pdf")
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "All that was said and promised" in text
