"""The agenda of a brief comes back item by item, and its talking points with what each is for."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.prose import canonical
from app.domain.returned import AGENDA, Stray, name_of, one_line
from app.domain.returning_rows import ChangeKind, Ours, order_key
from app.domain.words import BriefSection, Marking, PointKind
from app.intake.docx.brief import read_brief
from tests.intake.briefs import AVOID, RESPOND, SAY, agenda, changes, known, looks, ours, sent, told
from tests.intake.editing import edited, paragraph, with_main, without_bookmarks, without_properties
from tests.publish.visits import NASTY

WORDS = st.text(max_size=40) | st.text(alphabet="가a* -•\n\t.():1S", max_size=40) | st.sampled_from(NASTY)
TITLES = WORDS.map(one_line).filter(bool)
POINTS = st.lists(st.tuples(WORDS, st.sampled_from(PointKind), st.sampled_from(Marking)), max_size=4)


def rows(items: list[tuple[str, list[tuple[str, PointKind, Marking]]]]) -> list[Ours]:
    found: list[Ours] = []
    for number, (title, points) in enumerate(items):
        key = f"item {number}"
        found.append(Ours(key, AGENDA, title, Marking.OFFICIAL_USE))
        found += [
            Ours(f"{key} {count}", name_of(key), text, marking, use)
            for count, (text, use, marking) in enumerate(points)
        ]
    return found


@settings(max_examples=60)
@given(st.lists(st.tuples(TITLES, POINTS), max_size=3))
@example([("2026 in view", [("Say: it.", AVOID, Marking.PUBLIC), ("- a\n2 b\n\n- c", SAY, Marking.PUBLIC)])])
@example([("(PUBLIC) Data", [("(RESTRICTED) no", RESPOND, Marking.PUBLIC)]), ("Purpose", [])])
@example([("Agenda", [("2 Moon", SAY, Marking.PUBLIC)]), ("1 1", [("Background", SAY, Marking.PUBLIC)])])
def test_any_agenda_comes_back_as_it_went(
    items: list[tuple[str, list[tuple[str, PointKind, Marking]]]],
) -> None:
    went = [each for each in rows(items) if canonical(each.text)]
    content = sent(went)
    back = read_brief(content)
    assert known(back, went) == [each.text for each in went]
    assert [each[1:] for each in looks(back.paragraphs)] == [
        (each.text, None, None) if each.section == AGENDA else (canonical(each.text), each.marking, each.use)
        for each in went
    ]
    assert not back.strays
    assert not changes(went, content)


def test_points_that_are_changed_written_and_deleted_are_told_apart() -> None:
    went = agenda(Moon=("Keep.", "Change.", "Delete."), Data=())
    content = edited(sent(went), ("Change.", "Changed."), after=("Changed.", "(RESTRICTED) Avoid: Money."))
    content = without(content, "Delete.")
    back = read_brief(content)
    assert told(back) == [
        ("", None, "Moon"),
        ("Moon", SAY, "Keep."),
        ("Moon", SAY, "Changed."),
        ("Moon", AVOID, "Money."),
        ("", None, "Data"),
    ]
    (section,) = changes(went, content)
    assert section.section == name_of("Moon")
    assert [(each.kind, each.text, each.marking) for each in section.changes] == [
        (ChangeKind.CHANGED, "Changed.", Marking.OFFICIAL_USE),
        (ChangeKind.NEW, "Money.", Marking.RESTRICTED),
        (ChangeKind.GONE, "Delete.", Marking.OFFICIAL_USE),
    ]
    assert not section.conflicts


def without(content: bytes, words: str) -> bytes:
    """Return a file without the paragraph in which words stand."""

    def change(main: str) -> str:
        at = main.index(f">{words}<")
        start, end = main.rindex("<w:p>", 0, at), main.index("</w:p>", at) + len("</w:p>")
        return main[:start] + main[end:]

    return with_main(content, change)


def test_what_a_point_is_for_is_changed_by_its_label() -> None:
    went = agenda(Moon=("Nothing of money.",))
    (section,) = changes(went, edited(sent(went), ("Say: ", "AVOID： ")))
    assert [(each.kind, each.text, each.use) for each in section.changes] == [
        (ChangeKind.CHANGED, "Nothing of money.", AVOID)
    ]
    unsaid = edited(sent(went), ("Say: ", " "))
    assert not changes(went, unsaid)


def test_a_new_item_is_known_by_its_rank_or_its_number_and_has_its_points() -> None:
    went = agenda(Moon=("Keep.",))
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Debris</w:t></w:r></w:p>'

    def write(main: str) -> str:
        end = main.index("</w:p>", main.index(">Keep.<")) + len("</w:p>")
        more = (
            heading
            + paragraph("Respond: We agree.")
            + paragraph("And so on.")
            + paragraph("3. (RESTRICTED) Mars")
        )
        return main[:end] + more + main[end:]

    content = with_main(sent(went), write)
    back = read_brief(content)
    assert told(back)[2:] == [
        ("", None, "Debris"),
        ("Debris", RESPOND, "We agree."),
        ("Debris", RESPOND, "And so on."),
        ("", None, "Mars"),
    ]
    items, points = changes(went, content)
    assert [(each.kind, each.text, each.marking) for each in items.changes] == [
        (ChangeKind.NEW, "Debris", None),
        (ChangeKind.NEW, "Mars", Marking.RESTRICTED),
    ]
    assert points.section == items.changes[0].key
    assert [each.use for each in points.changes] == [RESPOND, RESPOND]
    assert not back.strays


def test_a_title_is_changed_and_an_item_is_deleted_and_moved() -> None:
    went = agenda(Moon=("One.",), Data=("Two.",), Debris=())
    content = without(edited(sent(went), ("1  Moon", "1  The Moon")), "3  Debris")
    (section,) = changes(went, content)
    assert [(each.kind, each.text) for each in section.changes] == [
        (ChangeKind.CHANGED, "The Moon"),
        (ChangeKind.GONE, "Debris"),
    ]

    def turn(main: str) -> str:
        first, second = (
            main.rindex("<w:p>", 0, main.index(f">{words}<")) for words in ("1  Moon", "2  Data")
        )
        end = main.rindex("<w:p>", 0, main.index(">3  Debris<"))
        return main[:first] + main[second:end] + main[first:second] + main[end:]

    (section,) = changes(went, with_main(sent(went), turn))
    assert (section.section, section.reordered, section.changes) == (AGENDA, True, ())
    assert order_key(AGENDA) == "order of agenda"


def test_an_item_whose_heading_was_emptied_keeps_its_title_and_its_points() -> None:
    went = agenda(Moon=("One.",), Data=("Two.",))
    content = with_main(sent(went), lambda main: main.replace(">2  Data<", "><"))
    assert not changes(went, content)


def test_without_bookmarks_words_and_places_tell() -> None:
    went = [*ours("Why."), *agenda(Moon=("One.", "Change."), Data=("Two.",))]
    content = edited(without_bookmarks(sent(went)), ("Change.", "Changed."), ("2  Data", "2  The data"))
    back = read_brief(content)
    assert known(back, went) == [each.text for each in went]
    items, points = changes(went, content)
    assert [each.text for each in items.changes] == ["The data"]
    assert [each.text for each in points.changes] == ["Changed."]


def test_without_properties_bookmarks_tell_and_every_change_wants_a_look() -> None:
    went = agenda(Moon=("One.", "Change."), Data=())
    content = edited(without_properties(sent(went)), ("Change.", "Changed."))
    (points,) = changes(went, content)
    assert [(each.kind, each.text, each.conflict) for each in points.changes] == [
        (ChangeKind.CHANGED, "Changed.", True)
    ]


def test_what_stands_under_no_item_is_kept() -> None:
    content = edited(sent(agenda(Moon=())), after=("Agenda", "Who speaks first?"))
    assert read_brief(content).strays == (Stray("Agenda", "Who speaks first?"),)


def test_where_headings_were_deleted_all_stays_where_it_went_out() -> None:
    went = [
        *ours("Why."),
        *ours("A scene.", section=BriefSection.SCENE),
        *agenda(Moon=("One.",), Data=("Two.",)),
        *ours("Long ago.", section=BriefSection.BACKGROUND),
    ]
    content = sent(went)
    for heading in ("Purpose", "Scene", "2  Data", "Background", "Logistics"):
        content = without(content, heading)
    assert not changes(went, content)
    content = edited(content, ("Two.", "Two, mended."), after=("Long ago.", "And now."))
    points, background = sorted(changes(went, content), key=lambda each: each.section in set(BriefSection))
    assert (points.section, [each.text for each in points.changes]) == (name_of("Data"), ["Two, mended."])
    assert (background.section, [each.text for each in background.changes]) == ("background", ["And now."])
    assert not read_brief(content).strays
