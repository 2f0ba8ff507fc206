"""The days on which promises are due, as a calendar."""

from datetime import date, datetime
from typing import Any

import icalendar
import pytest

from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind
from app.domain.words import ActionState, Marking, Side
from app.planning import released as r
from app.publish.calendar.due import build_due
from tests.publish.story import NAMES

NOW = datetime(2024, 3, 1, 12)
DUE = date(2024, 4, 2)


def visit(*actions: r.Action) -> r.ReleasedVisit:
    head = r.Head("v", "Visit", home_city="Seoul", home_zone="Asia/Seoul")
    organisations = (
        r.Organisation("esa", "European Space Agency", "ESA"),
        r.Organisation("home", "Ministry"),
    )
    return r.ReleasedVisit(
        Audience(AudienceKind.DELEGATION),
        Marking.RESTRICTED,
        NAMES,
        head,
        organisations=organisations,
        actions=actions,
    )


def events(data: bytes) -> list[Any]:
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_what_is_still_owed_stands_on_its_day_the_first_first() -> None:
    late = r.Action(
        "b", text="Send,\nthe terms; now", owed_by=Side.HOST, owner_organisation_id="esa", due_on=DUE
    )
    first = r.Action("a", text="Draft", due_on=date(2024, 3, 5), marking=Marking.RESTRICTED)
    done = r.Action("c", text="Done", due_on=DUE, state=ActionState.DONE)
    someday = r.Action("d", text="Some day")
    data = build_due([visit(late, done), visit(someday, first)], now=NOW)
    one, other = events(data)
    assert (str(one["SUMMARY"]), one["DTSTART"].dt) == ("Draft", date(2024, 3, 5))
    assert str(one["DESCRIPTION"]).startswith("RESTRICTED\nOurs")
    assert (str(other["SUMMARY"]), other["DTSTART"].dt, other["DTEND"].dt) == (
        "Send, the terms; now",
        DUE,
        date(2024, 4, 3),
    )
    assert "Theirs · European Space Agency · Open" in str(other["DESCRIPTION"])
    assert (str(other["UID"]), str(other["TRANSP"])) == ("action-b@aide-memoire", "TRANSPARENT")
    assert build_due([visit(late, done), visit(someday, first)], now=NOW) == data


def test_where_nothing_has_a_day_it_is_said() -> None:
    for visits in ([], [visit()], [visit(r.Action("d", text="Some day"))]):
        with pytest.raises(PlanningError) as refused:
            build_due(visits, now=NOW)
        assert refused.value.code == "due_empty"
