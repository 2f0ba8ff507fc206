"""Whom an empty side is offered: those known of the host now, those of the last meeting with it, our own."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import PlanningError
from app.domain.words import Side
from app.planning.verbs.entries import copy_entry, move_entry
from app.planning.verbs.people_at import add_people_at, remove_participant
from app.planning.verbs.records import set_attended
from app.planning.views.entry import entry_detail
from app.planning.views.meetings import meeting_rows
from app.planning.views.side_offers import OfferedGroup, side_offers
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import contents, planner


def test_a_side_is_offered_its_own_and_filled_by_precedence(tmp_path: Path) -> None:
    with Workspace.open(planner(tmp_path, "sample")) as space:
        rows = space.ask(meeting_rows, space.ask(the_visit, None))
        first = next(row.id for row in rows if row.title.startswith("NASA Headquarters"))
        absent, *hosts = space.ask(entry_detail, first).side(Side.HOST)
        space.do("Away", set_attended, [absent.id], attended=False)
        later = space.do("Again", copy_entry, first)
        next_day = space.ask(entry_detail, first).start_wall + timedelta(days=1)
        space.do("Later", move_entry, later, start_wall=next_day)
        assert space.ask(side_offers, later, Side.HOST) == ()  # all are there already
        for person in space.ask(entry_detail, later).people:
            space.do("Out", remove_participant, person.id)
        before = space.ask(contents)
        offers = {offer.group: offer for offer in space.ask(side_offers, later, Side.HOST)}
        last = offers[OfferedGroup.LAST_TIME]
        assert last.name == "NASA"
        assert len(last.person_ids) == len(hosts)
        assert set(last.person_ids) < set(offers[OfferedGroup.KNOWN].person_ids)
        space.do("Hosts", add_people_at, later, person_ids=last.person_ids, side=Side.HOST)
        assert [one.name for one in space.ask(entry_detail, later).people] == [one.name for one in hosts]
        space.do("Again", add_people_at, later, person_ids=last.person_ids, side=Side.HOST)  # nobody twice
        assert len(space.ask(entry_detail, later).people) == len(hosts)
        assert OfferedGroup.LAST_TIME not in {one.group for one in space.ask(side_offers, later, Side.HOST)}
        ours = {offer.group: offer for offer in space.ask(side_offers, later, Side.OURS)}
        space.do(
            "Ours", add_people_at, later, person_ids=ours[OfferedGroup.DELEGATION].person_ids, side=Side.OURS
        )
        assert space.ask(side_offers, later, Side.OURS) == ()
        for _step in range(2):  # what changed nothing was none
            space.undo()
        assert space.ask(contents) == before
        with pytest.raises(PlanningError):
            space.ask(side_offers, "nothing", Side.OURS)
