"""Jobs: long work in another process, its progress, its errors, its end."""

import multiprocessing
import pickle
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.errors import DataError, PlanningError
from app.jobs import Crash, Job, JobState

WORK = "tests.helpers.work"
LONG = 60.0


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def ended(function: str, *args: Any) -> Job:
    job = Job(f"{WORK}:{function}", *args)
    assert job.wait(LONG) is not JobState.RUNNING
    return job


def until_heard(job: Job) -> None:
    end = time.monotonic() + LONG
    while not job.total and time.monotonic() < end:
        job.wait(0.05)
    assert job.total


def test_progress_arrives_and_the_result_at_last() -> None:
    job = ended("counts", 500)
    assert (job.state, job.done, job.total) == (JobState.DONE, 500, 500)
    assert job.result == list(range(500))
    assert job.error is None
    job.cancel()
    assert job.poll() is JobState.DONE


def test_five_megabytes_pass_both_ways() -> None:
    assert ended("makes_bytes", 5_000_000).result == b"\xe2" * 5_000_000
    assert ended("echoes", "글" * 2_000_000).result == "글" * 2_000_000


def test_a_job_that_is_cancelled_ends_at_once() -> None:
    job = Job(f"{WORK}:sleeps")
    until_heard(job)
    begin = time.monotonic()
    job.cancel()
    assert time.monotonic() - begin < 2
    assert job.poll() is JobState.CANCELLED
    assert (job.done, job.total) == (1, 9)
    assert job.result is None
    job.cancel()


def test_a_job_can_be_cancelled_before_it_has_begun() -> None:
    job = Job(f"{WORK}:sleeps")
    job.cancel()
    assert job.wait(1) is JobState.CANCELLED


def test_our_own_errors_come_back_whole() -> None:
    error = ended("refuses").error
    assert isinstance(error, PlanningError)
    assert (error.code, error.field, error.data["word"]) == ("glyph_missing", "title", "𒀀")
    error = ended("finds_no_disk").error
    assert isinstance(error, DataError)
    assert (error.code, error.data) == ("file_missing", {"path": "/nowhere"})


@pytest.mark.parametrize(
    ("function", "summary"),
    [
        ("has_a_bug", "ZeroDivisionError: a bug"),
        ("returns_what_cannot_be_sent", "TypeError: cannot pickle '_thread.lock' object"),
        ("not_there", "AttributeError: module 'tests.helpers.work' has no attribute 'not_there'"),
    ],
)
def test_an_error_that_nobody_foresaw_comes_back_with_its_trace(function: str, summary: str) -> None:
    job = ended(function)
    assert job.state is JobState.FAILED
    assert isinstance(job.error, Crash)
    assert job.error.summary == summary
    assert "Traceback" in job.error.trace


@pytest.mark.parametrize("function", ["dies", "leaves"])
def test_a_process_that_ends_without_a_word_has_failed(function: str) -> None:
    job = ended(function)
    assert job.state is JobState.FAILED
    assert isinstance(job.error, Crash)


def test_arguments_that_cannot_be_sent_are_a_bug_that_leaves_no_process() -> None:
    with pytest.raises((TypeError, pickle.PicklingError)):
        Job(f"{WORK}:echoes", threading.Lock())


def test_polling_never_waits() -> None:
    job = Job(f"{WORK}:sleeps")
    begin = time.monotonic()
    assert job.poll() is JobState.RUNNING
    assert job.wait(0) is JobState.RUNNING
    assert time.monotonic() - begin < 0.5
    job.cancel()
