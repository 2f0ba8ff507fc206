"""The words of notes: what each part of one is called by its kind, and what is said of its text."""

from typing import NamedTuple

from app.domain.glossary import Term, meaning
from app.domain.speaking import reading_minutes
from app.domain.words import NoteKind
from app.wording.dates import duration
from app.wording.language import _
from app.wording.language_names import language_name


class NoteWords(NamedTuple):
    """What title, text and entry of a note are called, and how its text is written."""

    title: str
    text: str
    entry: str
    hint: str


def note_words(kind: NoteKind) -> NoteWords:
    """Return the words for a kind of notes."""
    looks = _("**Words** between stars stand out; a line that begins with a hyphen is an item of a list.")
    match kind:
        case NoteKind.PRESS_LINE:
            return NoteWords(_("About"), _("What we say"), _("Occasion"), looks)
        case NoteKind.QUESTION:
            return NoteWords(_("Question"), _("Answer"), _("Occasion"), looks)
        case NoteKind.SPEECH:
            return NoteWords(_("Title"), _("Speech"), _("Occasion"), looks)
        case NoteKind.GLOSSARY:
            hint = _("First a line for each language, such as “ko: 달 궤도선”; then what the word means.")
            return NoteWords(_("Word"), _("In other languages, and its meaning"), _("Entry"), hint)
        case NoteKind.COUNTRY:
            hint = _("Head each section with its name between stars: **Space programme**")
            return NoteWords(_("Country"), _("What to know, in sections"), _("Entry"), hint)


def said_in(term: Term) -> str:
    """Return a word with the name of its language: ``Korean: 달 궤도선``."""
    return _("{language}: {word}").format(language=language_name(term.tag), word=term.word)


def about_text(kind: NoteKind, text: str) -> str:
    """Return what is said under the text of a note: how long a speech is, which languages a word has."""
    if kind is NoteKind.SPEECH and (minutes := reading_minutes(text)):
        return _("About {time} to read aloud").format(time=duration(minutes))
    if kind is NoteKind.GLOSSARY:
        terms = meaning(text).terms
        return " · ".join(said_in(term) for term in terms)
    return ""
