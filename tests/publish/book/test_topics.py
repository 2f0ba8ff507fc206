"""A topic that no agenda takes up is printed all the same."""

from dataclasses import replace

from app.publish.book.build import build_book
from tests.publish.book.reading import flat, pages
from tests.publish.story import full_visit


def test_topics_on_no_agenda_have_a_tab_of_their_own() -> None:
    visit = full_visit()
    left = replace(visit.topics[0], id="left", title="Left on no agenda", objective="Say it somewhere.")
    read = flat("".join(page.text for page in pages(build_book(replace(visit, topics=(left,)), paper="a4"))))
    assert flat("Topics on no agenda") in read
    assert flat("Left on no agenda") in read
    assert flat("Say it somewhere.") in read


def test_no_such_tab_where_each_topic_is_taken_up() -> None:
    visit = full_visit()
    taken_up = {item.topic_id for item in visit.agenda_items}
    kept = tuple(topic for topic in visit.topics if topic.id in taken_up)
    assert kept
    read = flat("".join(page.text for page in pages(build_book(replace(visit, topics=kept), paper="a4"))))
    assert flat("Topics on no agenda") not in read
