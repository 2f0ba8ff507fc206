"""Press lines, answers, speeches, glossary words and country notes in their tab."""

from dataclasses import replace

from app.domain.words import Marking, NoteKind
from app.planning.released import Note
from app.publish.book.build import build_book
from tests.publish.book.reading import flat, pages
from tests.publish.story import full_visit


def printed(*notes: Note) -> str:
    """Return what is read in a book that has these notes alone."""
    visit = replace(full_visit(), notes=notes)
    return flat("".join(page.text for page in pages(build_book(visit, paper="a4"))))


def test_a_glossary_word_is_printed_in_its_languages_with_its_meaning() -> None:
    text = "ko: 달 궤도선\nfr: orbiteur\nA craft **around** the Moon."
    read = printed(Note("n", NoteKind.GLOSSARY, title="orbiter", text=text))
    for words in ("Glossary", "Korean: 달 궤도선", "French: orbiteur", "A craft around the Moon."):
        assert flat(words) in read
    assert "ko:" not in read


def test_emphasis_and_lists_are_printed_without_their_marks() -> None:
    text = "**Space programme**\nSmall and young.\n- Danuri\n- Nuri"
    read = printed(Note("n", NoteKind.COUNTRY, title="Korea", text=text, marking=Marking.PUBLIC))
    assert flat("Space programme Small and young.") in read
    assert "*" not in read
    assert flat("• Danuri") in read


def test_a_speech_says_how_long_it_is_and_other_notes_do_not() -> None:
    text = "word " * 300
    assert flat("About 3 min to read aloud") in printed(Note("n", NoteKind.SPEECH, title="Toast", text=text))
    assert flat("to read aloud") not in printed(Note("n", NoteKind.QUESTION, title="Why?", text=text))
    assert flat("to read aloud") not in printed(Note("n", NoteKind.SPEECH, title="To come"))
