"""A book made in a process of its own, in the language of the paper."""

from app.publish.book.job import run
from tests.publish.book.reading import pages
from tests.publish.story import full_visit


def test_job_returns_the_book_and_reports() -> None:
    told: list[tuple[int, int]] = []
    file = run(full_visit(), "letter", "en", lambda done, total: told.append((done, total)))
    assert pages(file)[0].width == 612
    assert told[-1][0] == told[-1][1]


def test_another_language_leaves_no_word_out() -> None:
    file = run(full_visit(), "a4", "ko", lambda _done, _total: None)
    assert "김민수" in pages(file)[0].text
