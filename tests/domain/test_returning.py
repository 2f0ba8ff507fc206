"""A brief that came back, compared with ours and with what went out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.returned import AGENDA, Back, ReturnedBrief, Sent, digest_of, name_of
from app.domain.returning import compare
from app.domain.returning_rows import ChangeKind, Ours, SectionChange, order_key
from app.domain.words import BriefSection, Marking, PointKind

PURPOSE, SCENE = BriefSection.PURPOSE, BriefSection.SCENE
OURS = tuple(Ours(letter, PURPOSE, f"Text {letter}.", Marking.OFFICIAL_USE) for letter in "abc")


def sent(*ours: Ours) -> tuple[Sent, ...]:
    return tuple(
        Sent(name_of(each.id), each.section, each.marking, digest_of(each.text), each.use) for each in ours
    )


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


MOON, DATA = (Ours(letter, AGENDA, f"Item {letter}", Marking.OFFICIAL_USE) for letter in "md")
POINTS = tuple(
    Ours(f"{item.id}{n}", name_of(item.id), f"Point {item.id}{n}.", Marking.OFFICIAL_USE, PointKind.SAY)
    for item in (MOON, DATA)
    for n in "12"
)
AGENDA_ROWS = (MOON, *POINTS[:2], DATA, *POINTS[2:])


def point(ours: Ours, **changes: object) -> Back:
    return replace(back(ours), **({"use": ours.use} | changes))  # type: ignore[arg-type]


def sections(ours: tuple[Ours, ...], *rows: Back, left: tuple[str, ...] = ()) -> dict[str, SectionChange]:
    brief = returned(*rows, went=AGENDA_ROWS)
    return {each.section: each for each in compare(ours, brief, left) if each.any}


def test_an_item_that_is_deleted_takes_its_points_with_it_and_says_which_were_never_seen() -> None:
    secret = Ours("s", name_of("d"), "Secret.", Marking.CONFIDENTIAL, PointKind.AVOID)
    there = [point(each) for each in AGENDA_ROWS[:3]]
    found = sections((*AGENDA_ROWS, secret), *there)
    assert set(found) == {AGENDA}
    (gone,) = found[AGENDA].gone
    assert (gone.ours, gone.unseen, gone.safe) == (DATA, 1, False)
    assert not sections((*AGENDA_ROWS, secret), *there, left=(gone.key,))


def test_a_point_follows_the_item_under_which_the_desk_put_it() -> None:
    first, *others = POINTS
    there = [
        point(MOON),
        point(POINTS[1]),
        point(DATA),
        point(first, section=name_of("d")),
        *map(point, others[1:]),
    ]
    found = sections(AGENDA_ROWS, *there)
    assert {name: [each.ours for each in section.changes] for name, section in found.items()} == {
        name_of("d"): [first]
    }
    assert not sections(AGENDA_ROWS, *there, left=(name_of(first.id),))


def test_an_item_that_was_deleted_here_comes_back_whole_where_the_desk_wrote_under_it() -> None:
    here = AGENDA_ROWS[:3]
    untouched = list(map(point, AGENDA_ROWS))
    assert not sections(here, *untouched)
    touched = [*untouched[:-1], point(POINTS[-1], text="More.")]
    found = sections(here, *touched)
    assert [(each.text, each.conflict) for each in found[AGENDA].changes] == [("Item d", True)]
    assert [each.text for each in found[name_of("d")].changes] == ["Point d1.", "More."]
    written = sections(here, *untouched, Back(name_of("d"), "New."))
    assert [each.text for each in written[name_of("d")].changes] == ["Point d1.", "Point d2.", "New."]


def test_what_is_left_is_as_if_the_desk_had_not_done_it() -> None:
    new, under = Back(AGENDA, "Mars", name="item 3"), Back("item 3", "Go.")
    there = [point(DATA), point(POINTS[3]), point(MOON, text="The Moon"), point(POINTS[0]), new, under]
    found = sections(AGENDA_ROWS, *there)
    assert found[AGENDA].reordered
    keys = [change.key for section in found.values() for change in section.changes]
    assert len(set(keys)) == len(keys) == 5
    everything = (*keys, *(order_key(name) for name, each in found.items() if each.reordered))
    assert not sections(AGENDA_ROWS, *there, left=everything)
    unordered = sections(AGENDA_ROWS, *there, left=(order_key(AGENDA),))[AGENDA]
    assert [each.text for each in unordered.paragraphs] == ["The Moon", "Mars", "Item d"]


@given(st.data())
def test_any_changes_may_be_left_and_the_others_are_the_same(data: st.DataObject) -> None:
    there = []
    for each in data.draw(st.permutations(AGENDA_ROWS)):
        if data.draw(st.booleans()):
            text = data.draw(st.sampled_from([each.text, "x", "y"]))
            section = each.section if each.section == AGENDA else data.draw(st.sampled_from(["m", "d"]))
            there.append(point(each, text=text, section=section if section == AGENDA else name_of(section)))
    held = {each.name for each in there}
    there = [each for each in there if each.section == AGENDA or each.section in held]
    there.sort(key=lambda each: each.section != AGENDA)
    here = tuple(each for each in AGENDA_ROWS if data.draw(st.integers(0, 4)))
    held = {name_of(each.id) for each in here}
    here = tuple(each for each in here if each.section == AGENDA or each.section in held)
    found = sections(here, *there)
    keys = [change.key for section in found.values() for change in section.changes]
    keys += [order_key(name) for name, each in found.items() if each.reordered]
    assert len(set(keys)) == len(keys)
    assert not sections(here, *there, left=tuple(keys))
