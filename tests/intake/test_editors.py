"""Outside judges: briefs that other programs have opened, edited and saved come back as they should."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from app.domain.returning_rows import ChangeKind, Ours
from app.domain.words import BriefSection, Marking
from app.intake.docx.brief import read_brief
from tests.intake.briefs import changes, known, ours, sent, texts
from tests.judges import libreoffice
from tests.publish.visits import NASTY

PURPOSE, BACKGROUND = BriefSection.PURPOSE, BriefSection.BACKGROUND
HARD = (
    *NASTY,
    "Agree **now** and *gladly*; **협력**을 다진다.",
    "Bring:\n- the *map*\n  - its key\n- the **seal**\nand\n\n  come   early.",
    "- a\n- b",
    "같은 말",
    "같은 말",
    "(RESTRICTED) twice",
    "Background",
    "1. one\n2. two",
)


def briefing() -> list[Ours]:
    hard = [
        Ours(str(number), list(BriefSection)[number % 4], text, list(Marking)[number % 4])
        for number, text in enumerate(HARD)
    ]
    return [*ours("Leave me.", "Mend me.", "Take me away.", section=PURPOSE), *hard]


def by_hand(content: bytes) -> bytes:
    """Return a brief in which somebody has mended a paragraph, taken one away and written two."""
    document = docx.Document(BytesIO(content))
    found = {each.text: each for each in document.paragraphs}
    found["(OFFICIAL USE) Mend me."].runs[-1].text = "Mended."
    gone = found["(OFFICIAL USE) Take me away."]
    new = gone.insert_paragraph_before("(Public) A new one.")
    new.add_run(" Quite").bold = True
    gone._p.getparent().remove(gone._p)
    found["Where and how to get in"].insert_paragraph_before("The last of logistics.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def check(content: bytes) -> None:
    paragraphs = briefing()
    back = read_brief(content)
    assert not back.strays
    found = {section.section: section for section in changes(paragraphs, content)}
    assert set(found) == {PURPOSE, BriefSection.LOGISTICS}
    kinds = [(each.kind, each.text) for each in found[PURPOSE].changes]
    assert kinds == [
        (ChangeKind.CHANGED, "Mended."),
        (ChangeKind.NEW, "A new one. **Quite**"),
        (ChangeKind.GONE, "Take me away."),
    ]
    assert not any(section.conflicts or section.reordered for section in found.values())
    assert [each.marking for each in found[PURPOSE].changes][1] is Marking.PUBLIC
    assert texts(back, BriefSection.LOGISTICS)[-1] == "The last of logistics."
    assert known(back, paragraphs)[:3] == ["Leave me.", "Mend me.", None]


def test_a_brief_edited_by_another_program_comes_back() -> None:
    check(by_hand(sent(briefing())))


@pytest.mark.judge
@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_a_brief_that_libreoffice_saved_in_its_own_form_comes_back(tmp_path: Path) -> None:
    check(libreoffice.through_odt(by_hand(sent(briefing())), tmp_path))
