"""The papers of a table made from the meeting's page, in real jobs, and how the plan looks at every size."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.meetings.rooms import open_page, room, settle
from tests.ui.meetings.seating.tables import call, seating_of
from tests.ui.windows import Answers

_JOB_MS = 20_000
SIZES = {"1440": (884, 830), "1024": (968, 630), "narrow": (520, 700)}
LONG = (
    "Weltraumwettervorhersagezusammenarbeit von Hohenlohe-Langenburg",
    "대한민국우주항공청과유럽우주국사이의심우주통신협력",
    "남궁민수",
    "Dr. Maximiliane Freifrau von Schröter-Westerwald",
    "Kim",
    "Jean-Christophe de la Rochefoucauld",
    "Park",
    "Lee",
    "Bae",
    "Oh",
)


def test_plan_and_cards_are_saved_for_our_own_side(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    answers = Answers()
    with room(tmp_path, chooser=answers) as screen:
        open_page(screen)
        screen.page.parts.select("seating")
        settle()
        plan, cards = screen.page.late.seating.papers.printers
        found = []
        for printer in (plan, cards):
            answers.paths.append(tmp_path / "made.pdf")
            with qtbot.waitSignal(screen.told, timeout=_JOB_MS) as told:
                printer.menu.actions()[0].trigger()
            assert told.args == ["Saved made.pdf", False]
            assert printer.button.isEnabled()
            document = pdfium.PdfDocument(tmp_path / "made.pdf")
            found.append(" ".join(document[0].get_textpage().get_text_bounded().split()))
            document.close()
    assert [path.name for path in answers.suggested] == [
        "NASA Headquarters — bilateral, Seating plan.pdf",
        "NASA Headquarters — bilateral, Place cards.pdf",
    ]
    assert all("Marguerite O’Hallaran" in text for text in found)
    assert "Table, 10 seats" in found[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_plan_fits_every_width_and_no_chair_covers_another(
    qapp: QApplication, tmp_path: Path, scheme: str, size: str
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    with room(tmp_path, size=SIZES[size]) as screen:
        part = seating_of(screen, call(screen, 8, 8, LONG))
        grab(screen, f"seating-waiting-{size}-{scheme}")
        part.rule.seat.click()
        for shape in ("round", "horseshoe", "facing"):
            part.rule.shapes.select(shape)
            settle()
            grab(screen, f"seating-{shape}-{size}-{scheme}")
            _fits(screen)
    apply_theme(qapp, "light")


def _fits(screen: MeetingsScreen) -> None:
    assert screen.page.minimumSizeHint().width() <= screen.width()
    for area in screen.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisibleTo(screen) and inside is not None:
            assert inside.width() <= area.viewport().width()
    table = screen.page.late.seating.board.table
    boxes = [chair.geometry() for chair in table.pool.chairs]
    for number, box in enumerate(boxes):
        assert table.rect().adjusted(-1, 0, 1, 0).contains(box)
        for other in boxes[number + 1 :]:
            shared = box.intersected(other)
            assert shared.width() <= 1 or shared.height() <= 1
