"""Holidays and the sun come to the board when they are known, and nobody waits for them."""

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.planning.views.board import BoardStay
from app.reference.almanac import NOTHING_KNOWN, CityDay, DayFacts
from app.ui.screens.programme.board.almanac import Almanac
from tests.ui.programme.board.boards import FIRST, LAST, PARIS, board

MAY_DAY = (date(2024, 5, 1), "Paris", PARIS)


def test_what_is_wanted_is_looked_up_beside_the_window(qtbot: QtBot) -> None:
    almanac = Almanac()
    assert almanac.facts(*MAY_DAY) == NOTHING_KNOWN
    with qtbot.waitSignal(almanac.changed, timeout=20_000):
        almanac.want([MAY_DAY])
    facts = almanac.facts(*MAY_DAY)
    assert (facts.holiday, facts.country_code) == ("Labor Day", "FR")
    assert facts.sun is not None
    assert facts.sun.sets == datetime(2024, 5, 1, 21, 6)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[CityDay, ...]]:
    """What jobs were started with."""
    found: list[tuple[CityDay, ...]] = []
    monkeypatch.setattr(
        "app.ui.jobs.JobRunner.start", lambda _self, _name, days, _language: found.append(days)
    )
    return found


def test_a_stop_s_own_country_and_place_are_asked_for(asked: list[tuple[CityDay, ...]], qtbot: QtBot) -> None:
    almanac = Almanac()
    stay = BoardStay("Paris", "FR", PARIS, FIRST, LAST, 48.8, 2.3)
    almanac.show_board(board([], stays=[stay]))
    almanac.want([MAY_DAY, MAY_DAY])
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(CityDay(*MAY_DAY, "FR", (48.8, 2.3)),)]


def test_nothing_is_asked_twice_nor_while_nobody_looks(
    asked: list[tuple[CityDay, ...]], qtbot: QtBot
) -> None:
    almanac = Almanac()
    almanac.rest()
    almanac.want([MAY_DAY])
    assert not almanac._later.isActive()
    almanac.go_on()
    qtbot.waitUntil(lambda: bool(asked))
    almanac._take({CityDay(*MAY_DAY): DayFacts("Known")})
    almanac.want([MAY_DAY])
    assert not almanac._later.isActive()
    assert len(asked) == 1
