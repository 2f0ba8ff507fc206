"""Files that are no brief, or worse: each is refused in a sentence, and nothing in it is done."""

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import PlanningError
from app.domain.returned import Stray
from app.intake import archive
from app.intake.docx.brief import read_brief
from app.intake.docx.job import run_brief
from app.wording.errors import sentence
from tests.intake.briefs import ours, sent, texts
from tests.intake.editing import MAIN, packed, paragraph, parts, with_main

BRIEF = sent(ours("One.", "Two."))
ENTITIES = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&a;&b;</w:body>
</w:document>"""


def refused(content: bytes) -> str:
    with pytest.raises(PlanningError) as raised:
        read_brief(content)
    assert sentence(raised.value) != raised.value.code
    return raised.value.code


def with_part(name: str, content: bytes) -> bytes:
    return packed(parts(BRIEF) | {name: content})


def after_one(markup: str) -> bytes:
    """Return the brief with markup behind its first paragraph."""

    def change(main: str) -> str:
        at = main.index("</w:p>", main.index(">One.<")) + len("</w:p>")
        return main[:at] + markup + main[at:]

    return with_main(BRIEF, change)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document_unreadable"),
        (b"hello", "document_unreadable"),
        (b"%PDF-1.7", "document_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "document_locked"),
        (packed({"xl/workbook.xml": b"<workbook/>"}), "document_unreadable"),
        (packed({MAIN: b"<html/>"}), "document_unreadable"),
        (with_part(MAIN, b"<w:document"), "document_unreadable"),
        (with_part(MAIN, ENTITIES.encode()), "document_unsafe"),
        (with_part(MAIN, ENTITIES.replace("?>", ' encoding="UTF-16"?>').encode("utf-16")), "document_unsafe"),
        (with_part("docProps/custom.xml", ENTITIES.encode()), "document_unsafe"),
        (with_part(MAIN, b"<a>" * 5_000), "document_unsafe"),
        (BRIEF[: len(BRIEF) // 2], "document_unreadable"),
    ],
)
def test_what_is_no_document_is_refused(content: bytes, code: str) -> None:
    assert refused(content) == code


def test_a_bomb_is_refused_when_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_PART", 100_000)
    assert refused(with_part("word/styles.xml", b" " * 200_000)) == "document_unsafe"
    monkeypatch.setattr(archive, "MOST_PARTS", 12)
    assert refused(packed(parts(BRIEF) | {f"word/{n}.xml": b"" for n in range(9)})) == "document_unsafe"
    monkeypatch.setattr(archive, "LARGEST_FILE", 10)
    assert refused(BRIEF) == "document_too_large"


def test_a_document_of_another_kind_is_refused() -> None:
    other = with_main(
        BRIEF,
        lambda main: (
            main[: main.index("<w:body>")] + f"<w:body>{paragraph('Dear Sir')}</w:body></w:document>"
        ),
    )
    assert refused(other) == "brief_without_sections"


def test_macros_links_and_what_else_a_file_holds_are_not_looked_at() -> None:
    link = '<Relationships xmlns="x"><Relationship Id="a" Type="t/image" TargetMode="External" Target="http://x.invalid/a.png"/></Relationships>'
    content = packed(
        parts(BRIEF)
        | {
            "word/vbaProject.bin": b"\0" * 100,
            "word/_rels/document.xml.rels": link.encode(),
            "../../evil.xml": b"<a/>",
            "word/embeddings/ole.bin": b"\0",
        }
    )
    assert texts(read_brief(content)) == ["One.", "Two."]


def test_tracked_changes_tables_boxes_and_fields_are_read_as_they_show() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>'
        "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(paragraph("In a box."))
    content = after_one(
        f"<w:p><w:ins>{run('Put in')}</w:ins><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del>"
        f"<w:hyperlink>{run(', linked')}</w:hyperlink>{run('.')}{box}</w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('Cell one.')}</w:tc><w:tc>{paragraph('Cell two.')}</w:tc></w:tr>"
        "</w:tbl>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('In a control.')}</w:sdtContent></w:sdt>"
    )
    assert texts(read_brief(content)) == [
        *("One.", "Put in, linked.", "In a box.", "Cell one.", "Cell two.", "In a control.", "Two."),
    ]


def test_emphasis_and_lists_of_a_word_processor_become_plain_ones() -> None:
    def item(text: str, level: int, number: int = 1, look: str = "") -> str:
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"

    content = after_one(
        item("bold", 0, look="<w:b/>")
        + item("deep", 1, look='<w:b w:val="0"/><w:i/>')
        + item("first", 0, 7)
        + item("second", 0, 7)
        + '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>by style</w:t></w:r></w:p>'
    )
    numbered = (
        b'<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        b"</w:abstractNum>"
        b'<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )
    found = parts(content)
    found["word/numbering.xml"] = found["word/numbering.xml"].replace(b"</w:numbering>", numbered)
    assert texts(read_brief(packed(found))) == [
        "One.\n- **bold**\n  - *deep*\n1. first\n2. second\n- by style",
        "Two.",
    ]


def test_comments_and_notes_are_kept_aside() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comments = f"<w:comments {space}><w:comment>{paragraph('Is this so?')}</w:comment></w:comments>"
    notes = (
        f'<w:footnotes {space}><w:footnote w:type="separator">{paragraph("-")}</w:footnote>'
        f"<w:footnote>{paragraph('See there.')}</w:footnote></w:footnotes>"
    )
    content = packed(
        parts(BRIEF) | {"word/comments.xml": comments.encode(), "word/footnotes.xml": notes.encode()}
    )
    assert read_brief(content).strays == (Stray("Comment", "Is this so?"), Stray("Footnote", "See there."))


def test_a_zip_whose_directory_points_before_its_beginning_is_refused() -> None:
    whole = bytearray(BRIEF)
    whole[-22 + 18] ^= 1  # where the directory begins, in the record that ends a zip
    with pytest.raises(PlanningError, match="document_unreadable"):
        read_brief(bytes(whole))


@given(st.data())
def test_a_file_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    found = parts(BRIEF)
    name = data.draw(st.sampled_from(sorted(found)))
    content = bytearray(found[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    whole = bytearray(BRIEF)
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for broken in (packed(found | {name: bytes(content)}), bytes(whole)):
        with suppress(PlanningError):
            read_brief(broken)


def test_a_job_reads_a_brief() -> None:
    told: list[tuple[int, int]] = []
    assert texts(run_brief(BRIEF, "ko", lambda *steps: told.append(steps))) == ["One.", "Two."]
    with zipfile.ZipFile(BytesIO(BRIEF)) as whole:
        assert whole.testzip() is None
    assert told == [(1, 1)]
