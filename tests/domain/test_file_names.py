"""Names of files from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import PlanningError
from app.domain.file_names import LARGEST_FILE, check_size, clean_file_name, file_suffix, paper_file_name


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Programme v2.pdf", "Programme v2.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\kim\\공식 일정.hwp", "공식 일정.hwp"),
        ("일정.hwp", "일정.hwp"),
        ("a\nb\tc\x00\x7f.txt", "a b c.txt"),
        ("\u202efdp.exe", "fdp.exe"),
        ('what? "now": <a|b>*.doc', "what_ _now__ _a_b__.doc"),
        ("..", ""),
        (" . ", ""),
        ("", ""),
        ("folder/", ""),
        ("trailing. .", "trailing"),
        (".profile", ".profile"),
        ("con.pdf", "con_.pdf"),
        ("Lpt1 .tar.gz", "Lpt1_.tar.gz"),
        ("console.pdf", "console.pdf"),
    ],
)
def test_a_name_is_only_a_name(name: str, cleaned: str) -> None:
    assert clean_file_name(name) == cleaned


def test_a_long_name_keeps_its_ending() -> None:
    long = clean_file_name("가" * 300 + ".docx")
    assert long.endswith("가.docx")
    assert 190 < len(long.encode()) <= 200
    assert file_suffix(long) == ".docx"
    assert file_suffix("a. long sentence") == ""


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_stands_by_itself(name: str) -> None:
    cleaned = clean_file_name(name)
    assert clean_file_name(cleaned) == cleaned
    assert len(cleaned.encode()) <= 200
    assert not set(cleaned) & set('/\\<>:"|?*\n\r\t\0')
    assert cleaned not in {".", ".."}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("US & Europe", "US & Europe, book, public.pdf"),
        ("../../etc/passwd", "etc passwd, book, public.pdf"),
        ('a/b\\c:d*?"<>|\n\x00', "a b c d, book, public.pdf"),
        ("방문 계획", "방문 계획, book, public.pdf"),
        ("CON", "CON_, book, public.pdf"),
        ("...", "book, public.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe, book, public.pdf"),
    ],
)
def test_user_text_is_never_a_path(title: str, name: str) -> None:
    assert paper_file_name(title, "book", "public", ".pdf") == name


def test_long_titles_fit_a_file_system() -> None:
    name = paper_file_name("한" * 500, "book", "public", ".pdf")
    assert len(name.encode()) < 200
    assert name.endswith("public.pdf")


def test_the_size_of_a_file_has_two_ends() -> None:
    check_size("a", 1)
    check_size("a", LARGEST_FILE)
    with pytest.raises(PlanningError, match="attachment_empty"):
        check_size("a", 0)
    with pytest.raises(PlanningError, match="attachment_too_large") as caught:
        check_size("a", LARGEST_FILE + 1)
    assert (caught.value.data["size"], caught.value.data["most"]) == (201, 200)
