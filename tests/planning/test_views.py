"""Views ask a fixed number of questions, however many rows there are."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import AgendaItem, Entry, EntryParty, Member, Participation, Party, Person, Topic, Visit
from app.domain.errors import PlanningError
from app.domain.release import Audience
from app.domain.words import Side
from app.planning.release import release
from app.planning.views.board import board, board_lines
from app.planning.views.entry import entry_detail
from app.planning.views.programme import programme
from app.planning.views.visits import choices, the_visit, visit_cards
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, at, planner


def _more(session: Session, number: int) -> None:
    """Add one more of everything that views list."""
    key = f"n{number}"
    start = at(2, 0) + timedelta(hours=number)
    session.add_all(
        [
            Visit(
                id=f"visit-{key}", title=key, home_zone="UTC", starts_on=date(2026, 1, 1),
                ends_on=date(2026, 1, 2),
            ),
            Person(id=f"person-{key}", family_name=key),
            Member(id=f"member-{key}", visit_id=VISIT, person_id=f"person-{key}", side=Side.HOST),
            Party(id=f"party-{key}", visit_id=VISIT, name=key),
            Topic(id=f"topic-{key}", visit_id=VISIT, title=key),
            Entry(
                id=f"entry-{key}", visit_id=VISIT, title=key, start_wall=start, start_zone="UTC",
                end_wall=start, end_zone="UTC", start_utc=start, end_utc=start, place_id="place-0",
            ),
            EntryParty(visit_id=VISIT, entry_id=f"entry-{key}", party_id=f"party-{key}"),
            *(
                Participation(visit_id=VISIT, entry_id=entry, member_id=f"member-{key}")
                for entry in {"entry-n0", f"entry-{key}"}
            ),
            *(
                AgendaItem(visit_id=VISIT, entry_id=entry, topic_id=f"topic-{key}")
                for entry in {"entry-n0", f"entry-{key}"}
            ),
        ]
    )  # fmt: skip


Asked = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
PLAIN: dict[str, Asked] = {
    "visit_cards": (visit_cards, (), {}),
    "the_visit": (the_visit, (VISIT,), {}),
    "choices": (choices, (VISIT,), {}),
    "programme": (programme, (VISIT,), {}),
    "board": (board, (VISIT,), {}),
    "board_lines": (board_lines, (VISIT, [f"entry-n{number}" for number in range(30)]), {}),
    "entry_detail": (entry_detail, ("entry-n0",), {}),
}
VIEWS: dict[str, Asked] = PLAIN | {
    f"release {audience} {paper}": (release, (VISIT, Audience.parse(audience)), {"paper": paper})
    for audience in ("principal", "delegation", "host:AGY", "public")
    for paper in ("book", "calendar")
}


def _count(space: Workspace, name: str) -> int:
    view, args, more = VIEWS[name]
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(space._engine, "before_cursor_execute", note)
    space.ask(view, *args, **more)
    event.remove(space._engine, "before_cursor_execute", note)
    return len(statements)


@pytest.mark.parametrize("name", VIEWS)
def test_the_number_of_queries_does_not_grow(tmp_path: Path, name: str) -> None:
    with Workspace.open(planner(tmp_path)) as space:
        space.do("One", _more, 0)
        one = _count(space, name)
        for number in range(1, 30):
            space.do("More", _more, number)
        assert _count(space, name) == one


def test_a_visit_is_found_or_asked_for(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "empty")) as space:
        with pytest.raises(PlanningError, match="no_visits"):
            space.ask(the_visit, None)
        assert space.ask(visit_cards) == ()
    with Workspace.open(planner(tmp_path)) as space:
        assert space.ask(the_visit, None) == VISIT
        for view in (the_visit, programme, board):
            with pytest.raises(PlanningError, match="visit_missing"):
                space.ask(view, "nowhere")
        space.do("More", _more, 0)
        with pytest.raises(PlanningError, match="visit_unnamed"):
            space.ask(the_visit, None)
        assert [card.entries for card in space.ask(visit_cards)] == [1, 0]
