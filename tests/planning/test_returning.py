"""A brief goes out to a desk, comes back, and is taken section by section in one step."""

from functools import partial

from app.domain.release import Audience, AudienceKind
from app.domain.returned import ReturnedBrief
from app.domain.returning_rows import SectionChange, order_key
from app.domain.words import BriefSection, Marking
from app.intake.docx.brief import read_brief
from app.planning.release import release
from app.planning.returning import brief_changes
from app.planning.verbs.briefs import clear_brief, edit_brief_paragraph
from app.planning.verbs.returning import take_brief
from app.planning.workspace import Workspace
from app.publish.docx.brief import build_brief
from tests.helpers.planner import VISIT, contents
from tests.intake.editing import edited
from tests.planning.test_agenda import call, refused, space
from tests.planning.test_briefs import brief, write

__all__ = ["space"]  # the fixture

PURPOSE, SCENE = BriefSection.PURPOSE, BriefSection.SCENE


def sent(space: Workspace, entry: str) -> bytes:
    return build_brief(space.ask(release, VISIT, Audience(AudienceKind.DELEGATION)), entry)


def written(space: Workspace) -> str:
    """Return the id of an entry with a brief, a paragraph of which no delegation sees."""
    entry = call(space)
    for text in ("Keep.", "Change.", "Delete."):
        write(space, entry, text)
    write(space, entry, "For the minister alone.", marking=Marking.CONFIDENTIAL)
    write(space, entry, "A scene.", section=SCENE)
    return entry


def returned(space: Workspace, entry: str) -> ReturnedBrief:
    content = edited(
        sent(space, entry),
        ("Change.", "Changed."),
        ("(OFFICIAL USE) Delete.", ""),
        ("A scene.", "Another scene."),
        after=("Changed.", "(RESTRICTED) New."),
    )
    return read_brief(content)


def take(space: Workspace, entry: str, back: ReturnedBrief, *sections: BriefSection) -> None:
    others = [each for each in space.ask(brief_changes, entry, back) if each.section not in sections]
    space.do("Take the brief", partial(take_brief, entry_id=entry, returned=back, left=keys(*others)))


def keys(*sections: SectionChange) -> set[str]:
    """Return the keys of whatever would change in sections."""
    found = {change.key for section in sections for change in section.changes}
    return found | {order_key(section.section) for section in sections if section.reordered}


def texts(space: Workspace, entry: str, section: BriefSection = PURPOSE) -> list[str]:
    return [each.text for each in brief(space, entry).section(section)]


def test_the_chosen_sections_are_taken_in_one_step(space: Workspace) -> None:
    entry = written(space)
    before, ids = space.ask(contents), [each.id for each in brief(space, entry).section(PURPOSE)]
    back = returned(space, entry)
    take(space, entry, back, PURPOSE)
    assert texts(space, entry) == ["Keep.", "Changed.", "New.", "For the minister alone."]
    assert texts(space, entry, SCENE) == ["A scene."]
    after = brief(space, entry).section(PURPOSE)
    assert [each.id for each in after[:2]] == ids[:2]
    assert after[2].marking is Marking.RESTRICTED
    space.undo()
    assert space.ask(contents) == before
    take(space, entry, back, *BriefSection)
    assert texts(space, entry, SCENE) == ["Another scene."]
    assert not any(section.any for section in space.ask(brief_changes, entry, back))


def test_what_came_back_takes_a_clearance_back_only_where_it_changes_something(space: Workspace) -> None:
    entry = written(space)
    clear = partial(clear_brief, entry_id=entry, cleared_by="Bae")
    space.do("Clear", clear)
    take(space, entry, read_brief(sent(space, entry)), *BriefSection)
    assert brief(space, entry).cleared_by == "Bae"
    take(space, entry, returned(space, entry), SCENE)
    assert brief(space, entry).cleared_by == ""


def test_what_changed_here_meanwhile_is_a_conflict_and_the_desk_wins_where_it_is_taken(
    space: Workspace,
) -> None:
    entry = written(space)
    back = returned(space, entry)
    keep, change, *_ = brief(space, entry).section(PURPOSE)
    space.do("Edit", edit_brief_paragraph, keep.id, text="Keep, mended here.")
    space.do("Edit", edit_brief_paragraph, change.id, text="Changed here.")
    purpose, *_ = space.ask(brief_changes, entry, back)
    assert [(each.text, each.conflict) for each in purpose.changes] == [
        ("Changed.", True),
        ("New.", False),
        ("Delete.", False),
    ]
    take(space, entry, back, PURPOSE)
    assert texts(space, entry) == ["Keep, mended here.", "Changed.", "New.", "For the minister alone."]


def test_the_brief_of_another_meeting_is_refused(space: Workspace) -> None:
    entry, other = written(space), call(space)
    back = returned(space, entry)
    verb = partial(take_brief, entry_id=other, returned=back)
    assert refused(space, verb).code == "brief_of_another_meeting"
    gone = partial(take_brief, entry_id="nothing", returned=back)
    assert refused(space, gone).code == "entry_missing"


def test_a_brief_can_be_written_at_the_desk_from_nothing(space: Workspace) -> None:
    entry = call(space, marking=Marking.RESTRICTED)
    back = read_brief(edited(sent(space, entry), after=("Purpose", "Written far away.")))
    take(space, entry, back, PURPOSE)
    (paragraph,) = brief(space, entry).paragraphs
    assert (paragraph.text, paragraph.marking) == ("Written far away.", Marking.RESTRICTED)
