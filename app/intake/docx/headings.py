"""The headings of a brief in every language of ours: by their words, a section is known without a mark."""

from collections.abc import Mapping

from app.domain.words import BriefSection
from app.wording import _
from app.wording.language import in_language, languages
from app.wording.names import word_name


def section_headings() -> Mapping[str, BriefSection]:
    """Return the sections by the words of their headings, in small letters."""
    found: dict[str, BriefSection] = {section.value: section for section in BriefSection}
    for tag, _name in languages():
        with in_language(tag):
            found |= {word_name(section).casefold(): section for section in BriefSection}
    return found


def our_headings() -> frozenset[str]:
    """Return the words of the other headings of a brief but for the agenda's, in small letters."""
    found: set[str] = set()
    for tag, _name in languages():
        with in_language(tag):
            names = (_("Participants, in order of precedence"), _("Where and how to get in"))
            found.update(name.casefold() for name in names)
    return frozenset(found)


def agenda_headings() -> frozenset[str]:
    """Return what the agenda is called, as it is written there."""
    found: set[str] = set()
    for tag, _name in languages():
        with in_language(tag):
            found.add(_("Agenda"))
    return frozenset(found)
