"""The clock that the program reads."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from app.planning.clock import clock, now_utc, today


@pytest.fixture
def seoul(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Seoul")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("seoul")
def test_the_day_is_that_of_the_desk_and_the_instant_is_utc() -> None:
    with clock(lambda: datetime(2026, 3, 20, 15, 30, tzinfo=UTC)):
        assert today() == date(2026, 3, 21)
        assert now_utc() == datetime(2026, 3, 20, 15, 30)
    assert abs(now_utc() - datetime.now(UTC).replace(tzinfo=None)).total_seconds() < 60
