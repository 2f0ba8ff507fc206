"""Every column that history can tell of has a word that people read."""

from datetime import date, datetime

import pytest
from sqlalchemy import Table

from app.data.models import Base
from app.data.models.base import Word
from app.domain.release import Carry
from app.domain.words import EntryKind, Marking
from app.planning.row_names import NAMED_BY, ONE_OF
from app.planning.views.history import HIDDEN, OPENS, SHOWN
from app.wording.columns import column_word, table_word, value_words
from tests.helpers.planner import row_tables

TABLES = row_tables()


def _names(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name not in HIDDEN]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_table_and_column_has_a_word(table: Table) -> None:
    assert table_word(table.name)
    for name in _names(table):
        assert column_word(table.name, name)


def test_no_column_of_one_table_shares_its_word_with_another() -> None:
    for table in TABLES:
        words = [column_word(table.name, name) for name in _names(table)]
        assert sorted(words) == sorted(set(words)), table.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_row_has_a_name_without_a_personal_column(table: Table) -> None:
    for name in NAMED_BY[table.name]:
        assert table.c[name].info["carry"] is not Carry.PERSONAL


def test_what_is_said_of_tables_names_tables_and_columns_there_are() -> None:
    names = {table.name for table in TABLES}
    assert NAMED_BY.keys() == names
    assert names >= ONE_OF
    assert names >= SHOWN
    for table, (_kind, column) in OPENS.items():
        assert Base.metadata.tables[table].c[column].foreign_keys


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("", ""),
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        (2.5, "2.5"),
        ("<b>", "<b>"),
        (Marking.RESTRICTED, "RESTRICTED"),
        (EntryKind.SITE_VISIT, "Site visit"),
        (date(2026, 3, 1), "Sunday 1 March 2026"),
        (datetime(2026, 3, 1, 9, 5), "Sunday 1 March 2026, 09:05"),
    ],
)
def test_values_as_people_read_them(value: object, words: str) -> None:
    assert value_words(value) == words


def test_markings_by_the_names_of_the_planner() -> None:
    assert value_words(Marking.PUBLIC, ("OPEN", "B", "C", "D")) == "OPEN"


def test_every_vocabulary_that_a_column_takes_has_words() -> None:
    for table in TABLES:
        for column in table.c:
            if isinstance(column.type, Word):
                assert all(value_words(word) for word in column.type.words), column
