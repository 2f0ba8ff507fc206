"""A brief that came back, compared with ours and with what went out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.returned import Back, ReturnedBrief, Sent, digest_of, name_of
from app.domain.returning import ChangeKind, Ours, SectionChange, compare
from app.domain.words import BriefSection, Marking

PURPOSE, SCENE = BriefSection.PURPOSE, BriefSection.SCENE
OURS = tuple(Ours(letter, PURPOSE, f"Text {letter}.", Marking.OFFICIAL_USE) for letter in "abc")


def sent(*ours: Ours) -> tuple[Sent, ...]:
    return tuple(Sent(name_of(each.id), each.section, each.marking, digest_of(each.text)) for each in ours)


def back(ours: Ours, **changes: object) -> Back:
    return replace(Back(ours.section, ours.text, ours.marking, name_of(ours.id)), **changes)  # type: ignore[arg-type]


def returned(*paragraphs: Back, went: tuple[Ours, ...] = OURS) -> ReturnedBrief:
    return ReturnedBrief("m", sent(*went), paragraphs)


def purpose(ours: tuple[Ours, ...], brief: ReturnedBrief) -> SectionChange:
    return compare(ours, brief)[0]


def shown(section: SectionChange) -> list[tuple[str, str, bool]]:
    return [(each.kind.value, each.text, each.conflict) for each in section.paragraphs]


def test_what_was_taken_before_is_not_taken_again() -> None:
    brief = returned(*map(back, OURS), Back(PURPOSE, "New."), Back(PURPOSE, "New."))
    here = (*OURS, Ours("d", PURPOSE, "New.", Marking.RESTRICTED))
    assert [each.text for each in purpose(here, brief).changes] == ["New."]
    assert not purpose((*here, replace(here[-1], id="e")), brief).any


def test_what_came_back_as_it_went_changes_nothing() -> None:
    for section in compare(OURS, returned(*map(back, OURS))):
        assert not section.any


def test_changed_new_and_gone_are_told_apart() -> None:
    a, b, _c = OURS
    section = purpose(OURS, returned(back(a, text="Better."), Back(PURPOSE, "New."), back(b)))
    assert shown(section) == [
        ("changed", "Better.", False),
        ("new", "New.", False),
        ("same", "Text b.", False),
    ]
    assert [each.text for each in section.gone] == ["Text c."]
    assert not section.reordered


def test_what_the_desk_left_stays_as_it_is_here() -> None:
    a, b, c = OURS
    here = (replace(a, text="Mended here."), c)
    section = purpose(here, returned(back(a), back(b), back(c)))
    assert shown(section) == [("same", "Mended here.", False), ("same", "Text c.", False)]
    assert not section.any


def test_what_both_sides_changed_is_a_conflict() -> None:
    a, b, c = OURS
    here = (replace(a, text="Ours."), replace(b, text="Ours too."))
    brief = returned(back(a, text="Theirs."), back(c, text="Theirs again."))
    section = purpose(here, brief)
    assert ("changed", "Theirs.", True) in shown(section)
    assert ("new", "Theirs again.", True) in shown(section)
    assert [(each.kind, each.conflict) for each in section.gone] == [(ChangeKind.GONE, True)]
    assert section.conflicts == 3
    agreed = purpose((replace(a, text="Theirs."), b, c), returned(back(a, text="Theirs."), back(b), back(c)))
    assert not agreed.any


def test_a_changed_text_keeps_a_marking_that_we_changed() -> None:
    a, *rest = OURS
    here = (replace(a, marking=Marking.RESTRICTED), *rest)
    section = purpose(here, returned(back(a, text="Theirs."), *map(back, rest)))
    (change,) = section.changes
    assert (change.marking, change.conflict) == (Marking.RESTRICTED, False)
    lowered = purpose(OURS, returned(back(a, marking=Marking.PUBLIC), *map(back, rest)))
    assert [each.marking for each in lowered.changes] == [Marking.PUBLIC]
    assert (lowered.lowered, section.lowered) == (1, 0)
    unsaid = purpose(OURS, returned(back(a, marking=None), *map(back, rest)))
    assert not unsaid.any


def test_what_never_went_out_is_not_touched_and_keeps_its_place() -> None:
    a, b, c = OURS
    secret = Ours("s", PURPOSE, "Secret.", Marking.CONFIDENTIAL)
    section = purpose((a, secret, b, c), returned(back(c), back(a), back(b)))
    assert [each.text for each in section.paragraphs] == ["Text c.", "Text a.", "Secret.", "Text b."]
    assert section.reordered
    assert not section.gone


def test_a_paragraph_moves_where_the_desk_moved_it_and_stays_where_we_did() -> None:
    a, b, c = OURS
    _purpose, scene, *_ = compare(OURS, returned(back(b), back(c), back(a, section=SCENE)))
    assert [each.ours for each in scene.changes] == [a]
    here = (replace(a, section=SCENE), b, c)
    assert not any(section.any for section in compare(here, returned(*map(back, OURS))))


def test_without_a_word_of_what_went_out_every_difference_wants_a_look() -> None:
    a, b, _c = OURS
    brief = ReturnedBrief(paragraphs=(back(a, text="Theirs."), back(b)))
    section = purpose(OURS, brief)
    assert shown(section) == [
        ("changed", "Theirs.", True),
        ("same", "Text b.", False),
        ("same", "Text c.", False),
    ]
    doubled = ReturnedBrief("m", sent(*OURS), (*map(back, OURS), back(a)))
    assert [each.kind for each in purpose(OURS, doubled).changes] == [ChangeKind.NEW]


SECTIONS = st.sampled_from(BriefSection)
LEVELS = st.sampled_from(Marking)
ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefg"), SECTIONS, st.sampled_from("xyz"), LEVELS), unique_by=lambda r: r[0]
)


@given(ROWS, ROWS, ROWS, st.lists(st.tuples(SECTIONS, st.sampled_from("uvw"))))
def test_each_paragraph_has_one_fate(
    here: list[tuple[str, BriefSection, str, Marking]],
    went: list[tuple[str, BriefSection, str, Marking]],
    came: list[tuple[str, BriefSection, str, Marking]],
    written: list[tuple[BriefSection, str]],
) -> None:
    ours = [Ours(*row) for row in here]
    brief = ReturnedBrief(
        "m",
        sent(*(Ours(*row) for row in went)),
        (
            *(Back(section, text, level, name_of(key)) for key, section, text, level in came),
            *(Back(section, text) for section, text in written),
        ),
    )
    sections = compare(ours, brief)
    fates = [change.ours.id for each in sections for change in (*each.paragraphs, *each.gone) if change.ours]
    assert sorted(fates) == sorted(each.id for each in ours)
    new = [change.text for each in sections for change in each.paragraphs if change.ours is None]
    for _section, text in written:
        assert text in new
    kept = {name_of(each.id) for each in ours} - {each.name for each in brief.sent}
    assert not kept & {name_of(change.ours.id) for each in sections for change in each.gone if change.ours}
