"""When newer zone data moved entries, the window says which."""

from pathlib import Path

import sqlcipher3.dbapi2 as driver

from tests.helpers.pictures import grab
from tests.ui.windows import Windows

TITLE = "NASA Headquarters — bilateral"


def made_by_older_zone_data(path: Path) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("UPDATE setting SET value = '\"1999a\"' WHERE name = 'zone_data_version'")
    connection.execute("UPDATE entry SET start_utc = '2024-01-23 13:30:00.000000' WHERE title = ?", (TITLE,))
    connection.close()


def test_the_entries_that_moved_are_named_until_it_is_put_away(windows: Windows) -> None:
    path = windows.planner()
    made_by_older_zone_data(path)
    frame = windows.frame(path=path)
    assert frame.moved is not None
    assert frame.moved.isVisible()
    assert f"1 entry stands at another instant: “{TITLE}”" in frame.moved.words.text()
    grab(frame.window(), "window-moved")
    frame.moved.step.click()
    assert not frame.moved.isVisible()


def test_without_newer_zone_data_there_is_no_bar(windows: Windows) -> None:
    assert windows.frame().moved is None
