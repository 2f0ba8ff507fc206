"""Outside judges: briefs that other programs have opened, edited and saved come back as they should."""

import base64
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from app.domain.returned import AGENDA, Stray, name_of
from app.domain.returning_rows import ChangeKind, Ours
from app.domain.words import BriefSection, Marking
from app.intake.docx.brief import read_brief
from tests.intake.briefs import agenda, changes, known, ours, sent, texts
from tests.judges import libreoffice
from tests.publish.visits import NASTY

PURPOSE, BACKGROUND = BriefSection.PURPOSE, BriefSection.BACKGROUND
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
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
    check(libreoffice.through("odt", by_hand(sent(briefing())), tmp_path))


WORDML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def tracking() -> list[Ours]:
    rows = [
        *ours("Cut the end.", "And go on.", "Drop me.", "Set in\u00a0stone.", "מצוין תודה", section=PURPOSE),
        *agenda(Moon=("Keep.", "Mend me.", "Take me away."), Data=("말해 둔다.",)),
    ]
    return [*rows, *ours("Behind the table.", section=BACKGROUND)]


def tracked(content: bytes) -> bytes:
    """Return a brief in which a hand has tracked its changes, and put in what else a desk may."""
    document = docx.Document(BytesIO(content))
    found = {each.text: each for each in document.paragraphs}
    author = 'w:author="Desk" w:date="2024-01-02T03:04:05Z"'
    deleted = f'<w:rPr {WORDML}><w:del w:id="901" {author}/></w:rPr>'
    for words in ("(OFFICIAL USE) Cut the end.", "(OFFICIAL USE) Drop me."):
        found[words]._p.get_or_add_pPr().append(parse_xml(deleted))
    for words in ("(OFFICIAL USE) Drop me.", "(OFFICIAL USE) Say: Take me away."):
        for number, run in enumerate(list(found[words].runs)):
            text = run.text
            run._r.getparent().replace(
                run._r,
                parse_xml(
                    f'<w:del {WORDML} w:id="91{number}" {author}><w:r><w:delText xml:space="preserve">{text}'
                    "</w:delText></w:r></w:del>"
                ),
            )
    found["(OFFICIAL USE) Say: Mend me."]._p.append(
        parse_xml(
            f'<w:ins {WORDML} w:id="920" {author}><w:r><w:t xml:space="preserve"> Put in.</w:t></w:r></w:ins>'
        )
    )
    new = found["(OFFICIAL USE) Say: Take me away."].insert_paragraph_before("Respond: ")
    new.add_run("With").bold = True
    new.add_run(" care.")
    document.add_comment(new.runs, text="Is this so?", author="Desk")
    last = found["(OFFICIAL USE) Say: 말해 둔다."]
    last._p.addnext(document.add_paragraph("Debris", style="Heading 2")._p)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "One cell.", "Another."
    found["(OFFICIAL USE) Behind the table."]._p.addprevious(table._tbl)
    document.add_picture(BytesIO(_DOT))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def check_tracked(content: bytes) -> None:
    rows = tracking()
    back = read_brief(content)
    found = {section.section: section for section in changes(rows, content)}
    moon = name_of("Moon")
    assert set(found) == {PURPOSE, BACKGROUND, AGENDA, moon}
    assert back.tracked
    assert back.strays == (Stray("Comment", "Is this so?"),)
    assert [(each.kind, each.text) for each in found[moon].changes] == [
        (ChangeKind.CHANGED, "Mend me. Put in."),
        (ChangeKind.NEW, "**With** care."),
        (ChangeKind.GONE, "Take me away."),
    ]
    assert [(each.kind, each.text) for each in found[AGENDA].changes] == [(ChangeKind.NEW, "Debris")]
    assert [each.text for each in found[BACKGROUND].changes] == ["One cell.", "Another."]
    assert texts(back) == ["Cut the end.(OFFICIAL USE) And go on.", "Set in\u00a0stone.", "מצוין תודה"]


def test_tracked_changes_come_back_as_if_they_were_accepted() -> None:
    check_tracked(tracked(sent(tracking())))


@pytest.mark.judge
@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
@pytest.mark.parametrize("form", ["odt", "docx"])
def test_tracked_changes_that_libreoffice_saved_come_back(tmp_path: Path, form: str) -> None:
    check_tracked(libreoffice.through(form, tracked(sent(tracking())), tmp_path))
