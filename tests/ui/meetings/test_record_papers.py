"""The papers of a meeting that is over, by the menu of its record, on real files and real jobs."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import Marking
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.records import add_record_point, create_record
from app.planning.views.record import record_at
from app.ui.screens.meetings.phases import FOLLOW_UP
from app.ui.screens.meetings.record_papers import RecordPapers
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.publish.docx.reading import banner, texts
from tests.ui.meetings.rooms import desk_of, open_page, room, settle
from tests.ui.windows import Answers

_JOB_MS = 20_000


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path, chooser=answers, size=(1200, 800)) as made:
        open_page(made)
        for marking, text in ((Marking.OFFICIAL_USE, "They like it."), (Marking.CONFIDENTIAL, "They pay.")):
            verb = partial(add_record_point, entry_id=made.page.entry_id, text=text, marking=marking)
            desk_of(made).do("Note", verb)
        made.page.phases.select(FOLLOW_UP)
        settle()
        yield made


@pytest.fixture
def papers(screen: MeetingsScreen) -> RecordPapers:
    return screen.page.late.record.follow_up.record.papers


def choose(papers: RecordPapers, words: str) -> None:
    papers.fill_menu()
    next(each for each in papers.menu.actions() if each.text() == words).trigger()


def made(qtbot: QtBot, papers: RecordPapers, answers: Answers, words: str, path: Path) -> bytes:
    answers.paths.append(path)
    with qtbot.waitSignal(papers.making.saved, timeout=_JOB_MS):
        choose(papers, words)
        assert not papers.button.isEnabled()
    assert papers.button.isEnabled()
    return path.read_bytes()


def refused(papers: RecordPapers, words: str) -> str:
    choose(papers, words)
    assert not papers.making.running
    return papers.outcome.words.text()


def publish(screen: MeetingsScreen, marking: Marking, readout: str = "") -> None:
    """Give the meeting a marking, and its record a readout that is public."""
    entry = screen.page.entry_id
    desk_of(screen).do("Mark", partial(edit_entry, entry_id=entry, marking=marking))
    if readout:
        public = {"readout": readout, "readout_marking": Marking.PUBLIC}
        desk_of(screen).do("Write", partial(create_record, entry_id=entry, **public))


def host_of(screen: MeetingsScreen) -> str:
    """Return what the host of the meeting is called."""
    return str(desk_of(screen).ask(record_at, screen.page.entry_id).entry.host)


def test_the_record_is_saved_for_one_of_our_readers(
    papers: RecordPapers, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    record = partial(made, qtbot, papers, answers)
    ours = texts(record("Record as Word for the delegation …", tmp_path / "ours.docx"))
    assert "(OFFICIAL USE) They like it." in ours
    assert not any("They pay" in text for text in ours)
    assert papers.outcome.words.text() == "Saved ours.docx. 1 passage above RESTRICTED stays here."
    assert papers.outcome.show_folder.isVisible()
    whole = record("Record as Word for the principal …", tmp_path / "whole.docx")
    assert "(CONFIDENTIAL) They pay." in texts(whole)
    assert banner(whole) == "CONFIDENTIAL"
    assert papers.outcome.words.text() == "Saved whole.docx"
    assert answers.suggested[0].name == "NASA Headquarters — bilateral, Record.docx"


def test_the_minutes_are_saved_as_pdf(
    papers: RecordPapers, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    data = made(qtbot, papers, answers, "Minutes as PDF for the delegation …", tmp_path / "minutes.pdf")
    document = pdfium.PdfDocument(data)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "They like it." in text
    assert "They pay." not in text


def test_a_readout_goes_to_all_only_where_all_may_read_it(
    screen: MeetingsScreen, papers: RecordPapers, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    public = "Readout as Word for the public …"
    assert refused(papers, public).startswith("This meeting is marked higher than the public reads.")
    publish(screen, Marking.PUBLIC)
    answers.paths.append(tmp_path / "none.docx")
    with qtbot.waitSignal(papers.making.failed, timeout=_JOB_MS):
        choose(papers, public)
    assert papers.outcome.words.text() == "This meeting has no readout yet that goes to this reader."
    assert not (tmp_path / "none.docx").exists()
    publish(screen, Marking.PUBLIC, "The two sides met.")
    content = made(qtbot, papers, answers, public, tmp_path / "readout.docx")
    assert texts(content)[2:] == ["The two sides met."]
    assert banner(content) == "PUBLIC"


def test_a_host_gets_the_readout_of_a_meeting_that_is_shared_with_it(
    screen: MeetingsScreen, papers: RecordPapers, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    publish(screen, Marking.OFFICIAL_USE, "The two sides met.")
    entry, words = screen.page.entry_id, f"Readout as Word for {host_of(screen)} …"
    desk_of(screen).do("Keep", partial(edit_entry, entry_id=entry, share_with_host=False))
    assert refused(papers, words) == "This meeting is not shared with its host. Share it with the host first."
    desk_of(screen).do("Share", partial(edit_entry, entry_id=entry, share_with_host=True))
    found = texts(made(qtbot, papers, answers, words, tmp_path / "host.docx"))
    assert found[2:] == ["The two sides met."]


def test_what_is_being_typed_goes_into_the_paper(
    screen: MeetingsScreen, papers: RecordPapers, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    words = screen.page.late.record.follow_up.record.memorandum.words
    words.setFocus()
    QTest.keyClicks(words, "Said at last.")
    content = made(qtbot, papers, answers, "Record as Word for the principal …", tmp_path / "typed.docx")
    assert any("Said at last." in text for text in texts(content))


def test_another_meeting_cancels_what_is_made(papers: RecordPapers, answers: Answers, tmp_path: Path) -> None:
    answers.paths.append(tmp_path / "gone.pdf")
    choose(papers, "Minutes as PDF for the principal …")
    assert not papers.button.isEnabled()
    papers.clear()
    assert papers.button.isEnabled()
    assert not papers.isVisible()
    assert not (tmp_path / "gone.pdf").exists()
