"""The shipped sample, released and printed for each reader."""

from collections.abc import Iterator

import pypdfium2
import pytest

from app.domain.release import Audience
from app.planning.release import release
from app.planning.sample import sample_document
from app.planning.workspace import Workspace
from app.publish.book.build import build_book
from app.publish.book.styles import SHEETS
from tests.helpers.planner import planner
from tests.publish.book.reading import flat, pages

BAR = 8  # a kind's bar stands so far out from the words, in points


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.open(planner(tmp_path_factory.mktemp("planner"), "sample")) as opened:
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
    assert all(flat(item.title) in text for item in visit.agenda_items)
    assert all(flat(topic.title) in text for topic in visit.topics)
    assert all(flat(person.family_name) in text for person in visit.persons)
    assert build_book(visit, paper=paper) == file


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_no_ink_stands_beside_the_words(space: Workspace, paper: str) -> None:
    """Pages as pictures: to the left and right of the text, but for the kinds' bars, all is white."""
    visit = space.ask(release, sample_document()["visit_id"], Audience.parse("principal"))
    sheet = SHEETS[paper]
    for number, page in enumerate(pypdfium2.PdfDocument(build_book(visit, paper=paper)), start=1):
        picture = page.render(scale=1, grayscale=True)
        left = int(sheet.left(number)) - BAR
        right = int(sheet.left(number) + sheet.text_width) + 2
        rows = bytes(picture.buffer)
        for top in range(0, picture.height * picture.stride, picture.stride):
            beside = rows[top : top + left] + rows[top + right : top + picture.width]
            assert set(beside) <= {255}, (number, top // picture.stride)
