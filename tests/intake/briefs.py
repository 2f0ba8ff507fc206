"""Briefs to send out: a released visit with one meeting, and whatever paragraphs a test wants."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.returned import ReturnedBrief, name_of
from app.domain.returning import Ours, SectionChange, compare
from app.domain.words import BriefSection, Marking
from app.intake.docx.brief import read_brief
from app.planning import released as r
from app.publish.docx.brief import build_brief
from tests.publish.story import full_visit

MEETING = "nasa"


def visit_with(paragraphs: Iterable[Ours]) -> r.ReleasedVisit:
    """Return the story with these paragraphs as the brief of its meeting."""
    rows = tuple(
        r.BriefParagraph(each.id, "b", each.section, number, each.text, each.marking)
        for number, each in enumerate(paragraphs)
    )
    return replace(full_visit(), briefs=(r.Brief("b", MEETING),), brief_paragraphs=rows)


def sent(paragraphs: Iterable[Ours]) -> bytes:
    """Return the file that goes out."""
    return build_brief(visit_with(paragraphs), MEETING)


def changes(paragraphs: Iterable[Ours], content: bytes) -> list[SectionChange]:
    """Return the sections in which a file would change something."""
    return [each for each in compare(paragraphs, read_brief(content)) if each.any]


def ours(*texts: str, section: BriefSection = BriefSection.PURPOSE) -> list[Ours]:
    """Return paragraphs of one section."""
    return [
        Ours(f"{section} {number}", section, text, Marking.OFFICIAL_USE) for number, text in enumerate(texts)
    ]


def texts(brief: ReturnedBrief, section: BriefSection = BriefSection.PURPOSE) -> list[str]:
    """Return what stands in a section that came back."""
    return [each.text for each in brief.paragraphs if each.section is section]


def known(brief: ReturnedBrief, paragraphs: Iterable[Ours]) -> list[str | None]:
    """Return which of our paragraphs each of those that came back is, by its text."""
    names = {name_of(each.id): each.text for each in paragraphs}
    return [names.get(each.name or "") for each in brief.paragraphs]
