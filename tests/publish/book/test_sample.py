"""The shipped sample, released and printed for each reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.release import Audience
from app.planning.release import release
from app.planning.sample import create_sample, sample_document
from app.planning.workspace import Workspace
from app.publish.book.build import build_book
from tests.publish.book.reading import flat, pages


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path: Path = tmp_path_factory.mktemp("planner") / "sample.planner"
    create_sample(path)
    with Workspace.open(path) as opened:
        yield opened


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("reader", ["principal", "delegation", "host:NASA", "host:ESA", "public"])
def test_sample_prints_for_each_reader(space: Workspace, reader: str, paper: str) -> None:
    visit = space.ask(release, sample_document()["visit_id"], Audience.parse(reader))
    file = build_book(visit, paper=paper)
    text = flat(" ".join(page.text for page in pages(file)))
    assert all(flat(entry.title) in text for entry in visit.entries)
    assert all(flat(member.title) in text for member in visit.members)
    assert all(flat(point.text) in text for point in visit.talking_points)
    assert build_book(visit, paper=paper) == file
