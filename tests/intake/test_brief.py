"""A brief goes out as .docx and comes back: whole, edited, and with its marks destroyed."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.prose import canonical
from app.domain.returned import Stray
from app.domain.returning_rows import Ours
from app.domain.words import BriefSection, Marking
from app.intake.docx.brief import read_brief
from tests.intake.briefs import agenda, changes, known, ours, sent, texts
from tests.intake.editing import edited, without_bookmarks, without_properties
from tests.publish.visits import NASTY

SCENE = BriefSection.SCENE
WORDS = st.text(max_size=60) | st.text(alphabet="가a* -•\n\t.()1", max_size=40) | st.sampled_from(NASTY)
PARAGRAPHS = st.lists(st.tuples(st.sampled_from(BriefSection), WORDS, st.sampled_from(Marking)), max_size=6)


@settings(max_examples=60)
@given(PARAGRAPHS)
@example([(BriefSection.PURPOSE, "x" * 100_000, Marking.PUBLIC)])
@example([(SCENE, "First\n- one\n  - two\n\nlast", Marking.RESTRICTED), (SCENE, "- a\n- b", Marking.PUBLIC)])
@example([(SCENE, "(RESTRICTED) twice", Marking.PUBLIC), (SCENE, "Background", Marking.PUBLIC)])
@example([(SCENE, "- b\n\n- c", Marking.PUBLIC), (SCENE, " \t", Marking.PUBLIC)])
@example([(SCENE, "같은 말", Marking.PUBLIC), (SCENE, "같은 말", Marking.CONFIDENTIAL)])
def test_any_brief_comes_back_as_it_went(rows: list[tuple[BriefSection, str, Marking]]) -> None:
    paragraphs = [Ours(str(number), *row) for number, row in enumerate(rows)]
    content = sent(paragraphs)
    back = read_brief(content)
    assert [(each.section, each.text, each.marking) for each in back.paragraphs] == [
        (each.section, canonical(each.text), each.marking)
        for section in BriefSection
        for each in paragraphs
        if each.section is section and canonical(each.text)
    ]
    assert not back.strays
    assert not changes([each for each in paragraphs if canonical(each.text)], content)


def test_the_same_brief_gives_the_same_bytes() -> None:
    paragraphs = ours("One.", "Two.")
    assert sent(paragraphs) == sent(paragraphs)


def test_what_is_edited_is_told_apart() -> None:
    paragraphs = ours("Keep me.", "Change me.", "Delete me.")
    content = edited(
        sent(paragraphs),
        ("Change me.", "Changed."),
        ("(OFFICIAL USE) Delete me.", ""),
        after=("Changed.", "(restricted) Brand new."),
    )
    back = read_brief(content)
    assert texts(back) == ["Keep me.", "Changed.", "Brand new."]
    assert known(back, paragraphs) == ["Keep me.", "Change me.", None]
    assert back.paragraphs[-1].marking is Marking.RESTRICTED
    (section,) = changes(paragraphs, content)
    assert [each.kind.value for each in section.changes] == ["changed", "new", "gone"]
    assert not section.conflicts


def test_without_bookmarks_headings_words_and_places_tell() -> None:
    paragraphs = [*ours("Keep me.", "Change me.", "Keep me, too."), *ours("A scene.", section=SCENE)]
    content = edited(without_bookmarks(sent(paragraphs)), ("Change me.", "Changed."), ("Scene", "SCENE:"))
    back = read_brief(content)
    assert known(back, paragraphs) == ["Keep me.", "Change me.", "Keep me, too.", "A scene."]
    assert texts(back, SCENE) == ["A scene."]
    (section,) = changes(paragraphs, content)
    assert [each.text for each in section.changes] == ["Changed."]


def test_without_properties_bookmarks_tell_and_every_change_wants_a_look() -> None:
    paragraphs = ours("Keep me.", "Change me.")
    content = edited(without_properties(sent(paragraphs)), ("Change me.", "Changed."))
    (section,) = changes(paragraphs, content)
    assert [(each.kind.value, each.text, each.conflict) for each in section.changes] == [
        ("changed", "Changed.", True)
    ]


def test_what_belongs_nowhere_is_kept() -> None:
    content = edited(
        sent([*ours("One."), *agenda(Moon=())]),
        ("Business", "Uniform"),
        after=("Agenda", "Do we need an agenda?"),
    )
    back = read_brief(content)
    assert back.strays == (
        Stray("Agenda", "Do we need an agenda?"),
        Stray("Where and how to get in", "Dress: Uniform"),
    )
    assert texts(back) == ["One."]


def test_words_written_into_the_line_of_a_heading_are_kept() -> None:
    back = read_brief(edited(sent(ours("One.")), ("Purpose", "Purpose: meet them.")))
    assert texts(back) == ["meet them.", "One."]
