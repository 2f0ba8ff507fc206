"""Briefs to send out: a released visit with one meeting, and whatever rows a test wants."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.returned import AGENDA, Back, ReturnedBrief, name_of
from app.domain.returning import compare
from app.domain.returning_rows import Ours, SectionChange
from app.domain.words import BriefSection, Marking, PointKind
from app.intake.docx.brief import read_brief
from app.planning import released as r
from app.publish.docx.brief import build_brief
from tests.publish.story import full_visit

MEETING = "nasa"
SAY, RESPOND, AVOID = PointKind


def visit_with(rows: Iterable[Ours]) -> r.ReleasedVisit:
    """Return the story with these rows as the brief and the agenda of its meeting."""
    rows = tuple(rows)
    items = [each for each in rows if each.section == AGENDA]
    paragraphs = tuple(
        r.BriefParagraph(each.id, "b", BriefSection(each.section), number, each.text, each.marking)
        for number, each in enumerate(rows)
        if each.section in set(BriefSection)
    )
    return replace(
        full_visit(),
        briefs=(r.Brief("b", MEETING),),
        brief_paragraphs=paragraphs,
        agenda_items=tuple(
            r.AgendaItem(each.id, MEETING, None, number, each.text, marking=each.marking)
            for number, each in enumerate(items)
        ),
        talking_points=tuple(
            r.TalkingPoint(each.id, item.id, number, each.use or SAY, each.text, each.marking)
            for item in items
            for number, each in enumerate(rows)
            if each.section == name_of(item.id)
        ),
    )


def sent(rows: Iterable[Ours]) -> bytes:
    """Return the file that goes out."""
    return build_brief(visit_with(rows), MEETING)


def changes(rows: Iterable[Ours], content: bytes) -> list[SectionChange]:
    """Return the sections in which a file would change something."""
    return [each for each in compare(rows, read_brief(content)) if each.any]


def ours(*texts: str, section: str = BriefSection.PURPOSE, use: PointKind | None = None) -> list[Ours]:
    """Return rows of one section."""
    return [
        Ours(f"{section} {number}", section, text, Marking.OFFICIAL_USE, use)
        for number, text in enumerate(texts)
    ]


def agenda(**points: Sequence[str]) -> list[Ours]:
    """Return items by their titles, each with points to say under it."""
    found: list[Ours] = []
    for title, said in points.items():
        found.append(Ours(title, AGENDA, title, Marking.OFFICIAL_USE))
        found += ours(*said, section=name_of(title), use=SAY)
    return found


def texts(brief: ReturnedBrief, section: str = BriefSection.PURPOSE) -> list[str]:
    """Return what stands in a section that came back."""
    return [each.text for each in brief.paragraphs if each.section == section]


def told(brief: ReturnedBrief) -> list[tuple[str, PointKind | None, str]]:
    """Return the agenda that came back: each item as it is called, and its points with what they are for."""
    called = {each.name or "": each.text for each in brief.paragraphs if each.section == AGENDA}
    return [
        (called.get(each.section, ""), each.use, each.text)
        for each in brief.paragraphs
        if each.section not in set(BriefSection)
    ]


def known(brief: ReturnedBrief, rows: Iterable[Ours]) -> list[str | None]:
    """Return which of our rows each of those that came back is, by its text."""
    names = {name_of(each.id): each.text for each in rows}
    return [names.get(each.name or "") for each in brief.paragraphs]


def looks(rows: Iterable[Ours | Back]) -> list[tuple[str, str, Marking | None, PointKind | None]]:
    """Return rows without what they are known by."""
    return [(each.section, each.text, each.marking, each.use) for each in rows]
