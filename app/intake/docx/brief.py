"""A brief that came back, read section by section, and item by item of its agenda."""

from collections.abc import Iterator, Mapping

from app.domain import brief_file
from app.domain.errors import PlanningError
from app.domain.returned import ReturnedBrief, Sent, Stray
from app.intake.docx.document import Opened, open_document
from app.intake.docx.matching import matched
from app.intake.docx.reader import Reader
from app.wording import _

MOST_PARAGRAPHS = 2_000


def read_brief(content: bytes) -> ReturnedBrief:
    """Return what stands in the bytes of a brief's .docx file.

    Raises:
        PlanningError: ``brief_without_sections``, it is no brief of ours; ``brief_too_long``;
            ``document_too_large``, ``document_locked``, ``document_unreadable``, ``document_unsafe``.
    """
    opened = open_document(content)
    sent = tuple(_sent(opened.properties))
    reader = Reader(opened.properties, opened.lines, sent)
    if not reader.sections:
        raise PlanningError("brief_without_sections")
    if len(reader.drafts) + len(reader.strays) > MOST_PARAGRAPHS:
        raise PlanningError("brief_too_long", most=MOST_PARAGRAPHS)
    return ReturnedBrief(
        meeting=opened.properties.get(brief_file.MEETING, ""),
        sent=sent,
        paragraphs=matched(tuple(reader.paragraphs()), sent),
        strays=(*reader.strays, *_asides(opened)),
        tracked=opened.tracked,
    )


def _sent(properties: Mapping[str, str]) -> Iterator[Sent]:
    for number in range(MOST_PARAGRAPHS):
        words = properties.get(brief_file.SENT.format(number=number))
        sent = None if words is None else brief_file.read_sent(words)
        if words is None:
            return
        if sent is not None:
            yield sent


def _asides(opened: Opened) -> Iterator[Stray]:
    yield from (Stray(_("Comment"), text) for text in opened.comments)
    yield from (Stray(_("Footnote"), text) for text in opened.notes)
