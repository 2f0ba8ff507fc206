"""The brief of a meeting for a desk, as another reader of such files finds it."""

from dataclasses import replace

import pytest

from app.domain.errors import PlanningError
from app.domain.words import Marking
from app.planning import released as r
from app.publish.docx.brief import build_brief
from app.publish.docx.job import run_brief
from tests.publish.docx.reading import banner, opened, texts
from tests.publish.story import NAMES, full_visit
from tests.publish.visits import AUDIENCES, NASTY, nasty_visit, visit_for


def test_a_desk_finds_its_sections_among_what_they_need() -> None:
    found = opened(build_brief(full_visit(), "nasa"))
    headings = [each.text for each in found.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings == [
        *("Purpose", "Scene", "Participants, in order of precedence", "Agenda"),
        *("Background", "Logistics", "Where and how to get in"),
    ]
    words = [each.text for each in found.paragraphs]
    assert words[0] == "NASA Headquarters — bilateral"
    assert "(OFFICIAL USE) Confirm participation and agree the working group." in words
    assert "(CONFIDENTIAL) Avoid: Numbers of any kind." in words
    assert words[words.index("Background") + 1] == ""  # room to write in
    assert found.core_properties.title == "NASA Headquarters — bilateral"


def test_each_page_bears_the_highest_marking_and_its_number() -> None:
    for visit, highest in ((full_visit(), "CONFIDENTIAL"), (visit_for(AUDIENCES[1]), "RESTRICTED")):
        content = build_brief(visit, "nasa")
        assert banner(content) == highest
        (section,) = opened(content).sections
        (foot,) = section.footer.paragraphs
        assert foot.text == "1 of 1"
        assert "PAGE" in foot._p.xml
        assert "NUMPAGES" in foot._p.xml


def test_emphasis_and_lists_look_like_it() -> None:
    text = "Agree **now**:\n- the *working* group"
    rows = (r.BriefParagraph("1", "b", text=text, marking=Marking.PUBLIC),)
    visit = replace(full_visit(), briefs=(r.Brief("b", "nasa"),), brief_paragraphs=rows)
    found = {each.text: each for each in opened(build_brief(visit, "nasa")).paragraphs}
    plain, item = found["(PUBLIC) Agree now:"], found["the working group"]
    assert [run.text for run in plain.runs if run.bold] == ["now"]
    assert [run.text for run in item.runs if run.italic] == ["working"]
    assert item.style is not None
    assert item.style.name == "List Bullet"


def test_words_that_look_like_markup_are_words() -> None:
    visit = replace(nasty_visit(), marking_names=("<a>", *NAMES[1:]))
    entry = next(row for row in visit.entries if row.title)
    rows = tuple(r.BriefParagraph(str(n), "b", text=text) for n, text in enumerate(NASTY))
    content = build_brief(replace(visit, briefs=(r.Brief("b", entry.id),), brief_paragraphs=rows), entry.id)
    found = texts(content)
    for words in NASTY:
        if "\x00" not in words:
            assert f"(OFFICIAL USE) {words}" in found


def test_a_meeting_that_was_not_released_has_no_brief() -> None:
    with pytest.raises(PlanningError) as raised:
        build_brief(visit_for(AUDIENCES[1]), "esa")  # confidential
    assert raised.value.code == "entry_missing"


def test_a_job_makes_it_in_the_language_of_the_paper() -> None:
    told: list[tuple[int, int]] = []
    found = opened(run_brief(full_visit(), "nasa", "ko", lambda *steps: told.append(steps)))
    assert found.paragraphs[1].text.startswith("1월 23일")
    assert told == [(1, 1)]
