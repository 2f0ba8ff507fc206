"""“What did they promise last time?” answered on paper, from the page of an organisation."""

from pathlib import Path

import pypdfium2 as pdfium
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from tests.ui.people.asking import organisation
from tests.ui.people.conftest import MakeRoom
from tests.ui.windows import Answers


def test_the_page_of_an_organisation_is_saved_for_one_of_our_readers(
    people_desk: Desk, make_room: MakeRoom, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = make_room().screen_
    screen.open_page(organisation(people_desk, "GSFC"))
    printer = screen.page.printer
    texts = []
    for action in printer.menu.actions():
        answers.paths.append(tmp_path / "gsfc.pdf")
        with qtbot.waitSignal(screen.told, timeout=20_000) as told:
            action.trigger()
            assert not printer.button.isEnabled()
        assert told.args == ["Saved gsfc.pdf", False]
        assert printer.button.isEnabled()
        document = pdfium.PdfDocument(tmp_path / "gsfc.pdf")
        texts.append(document[0].get_textpage().get_text_bounded())
        document.close()
    assert answers.suggested[0].name == "GSFC, Promises.pdf"
    delegation, principal = texts
    assert "Comment on the list of instrument interfaces" in delegation
    assert "Last met on" in delegation
    assert "Settle with the finance ministry" in principal
    assert "Settle with the finance ministry" not in delegation  # it is held closer


def test_without_promises_it_is_said_and_nothing_is_written(
    people_desk: Desk, make_room: MakeRoom, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = make_room().screen_
    screen.open_page(organisation(people_desk, "MBRSC"))
    answers.paths.append(tmp_path / "none.pdf")
    with qtbot.waitSignal(screen.told, timeout=20_000) as told:
        screen.page.printer.menu.actions()[0].trigger()
    assert told.args[0].startswith("Nothing was promised")
    assert screen.page.printer.button.isEnabled()
    assert not (tmp_path / "none.pdf").exists()
