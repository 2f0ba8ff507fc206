"""The tab of a meeting: sides by precedence, the running clock, guarded words under their marking."""

from dataclasses import replace

from app.domain.words import Marking
from app.planning import released as r
from app.publish.book.build import build_book
from tests.publish.book.reading import pages
from tests.publish.story import full_visit
from tests.publish.visits import HOST, visit_for


def tab(visit: r.ReleasedVisit, number: int = 3) -> str:
    read = pages(build_book(visit, paper="a4"))
    return "\n".join(page.text for page in read if page.label.startswith(f"{number}-"))


def order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


def test_sides_stand_in_order_of_precedence_with_both_scripts_and_how_to_say_them() -> None:
    text = tab(full_visit())
    assert order(text, "Kim Min-su 김민수", "Lee Ji-won 이지원", "Park Yuna 박유나")
    assert order(text, "Alexandra", "Karen Feather")
    assert "say: woo-kah-SHEH-vich" in text
    assert "Head of side" in text


def test_agenda_runs_a_clock_and_says_what_is_to_spare() -> None:
    text = tab(full_visit())
    assert order(text, "09:30–09:55", "09:55–10:15", "10:15–10:25")
    assert "55 minutes · 50 min to spare" in text


def test_agenda_longer_than_the_meeting_says_so() -> None:
    visit = full_visit()
    items = tuple(replace(row, minutes=60) for row in visit.agenda_items)
    assert "over by 1 h 15" in tab(replace(visit, agenda_items=items))


def test_guarded_words_bear_their_marking() -> None:
    text = " ".join(tab(full_visit()).split())
    assert "RED LINE · RESTRICTED" in text
    assert "IF RAISED · CONFIDENTIAL" in text
    assert "Numbers of any kind. (CONFIDENTIAL)" in text


def test_brief_and_precedents_are_there() -> None:
    text = tab(full_visit())
    assert order(text, "PURPOSE", "SCENE", "WHERE AND HOW TO GET IN", "PARTICIPANTS", "AGENDA", "LOGISTICS")
    assert "Gateway airlock" in text
    assert "Source: NASA release 24-003" in text


def test_host_reads_titles_only() -> None:
    text = tab(visit_for(HOST), 2)
    assert "Lunar data" in text
    assert "OBJECTIVE" not in text
    assert "INTENT" not in text
    assert "Our side" not in text
    assert "RED LINE" not in text


def test_a_brief_is_printed_with_its_emphasis_and_lists_and_without_their_marks() -> None:
    words = "Agree **now**:\n- the *working* group\n  - its chair\n2 * 3 remain"
    rows = (r.BriefParagraph("1", "b", text=words, marking=Marking.RESTRICTED),)
    visit = replace(full_visit(), briefs=(r.Brief("b", "nasa"),), brief_paragraphs=rows)
    text = tab(visit)
    assert order(text, "Agree now:", "the working group", "its chair", "2 * 3 remain", "(RESTRICTED)")
    assert "**" not in text
    assert text.count("•") >= 2
