"""Which files are opened from a planner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_kinds import is_program, may_open


@pytest.mark.parametrize(
    "name",
    ["Programme.pdf", "일정.HWP", "Rede.docx", "setup.exe.pdf", "photo.JPEG", "../notes.txt", "a.b.odt"],
)
def test_documents_and_pictures_are_opened(name: str) -> None:
    assert may_open(name)
    assert not is_program(name)


@pytest.mark.parametrize(
    "name",
    [
        *("a.exe", "a.bat", "a.cmd", "a.com", "a.scr", "a.js", "a.vbs", "a.ps1", "a.sh"),
        *("a.desktop", "a.lnk", "a.jar", "a.app", "a.msi"),
        "Programme.pdf.exe",
        "Programme.pdf.EXE",
        "Programme.pdf.exe. .",  # a disk would leave the end out
        "\u202efdp.exe",  # reads as exe.pdf
        "budget.docm",
        "page.html",
    ],
)
def test_programs_and_scripts_are_not(name: str) -> None:
    assert is_program(name)
    assert not may_open(name)


@pytest.mark.parametrize(
    "name", ["", "pdf", ".pdf", "README", "a.zip", "a.pdf\u200b", "a.pdf:stream", "a.ｐｄｆ", "a."]
)
def test_what_is_not_known_is_not_opened(name: str) -> None:
    assert not may_open(name)
    assert not is_program(name)


@given(st.text(max_size=30), st.text(min_size=1, max_size=8))
def test_nothing_is_both(stem: str, ending: str) -> None:
    assert not (may_open(f"{stem}.{ending}") and is_program(f"{stem}.{ending}"))
