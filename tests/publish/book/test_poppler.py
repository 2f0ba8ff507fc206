"""An outside judge: poppler reads every word, and finds every font embedded as a subset."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.publish.book.build import build_book
from tests.publish.book.reading import flat
from tests.publish.visits import AUDIENCES, NASTY, nasty_visit, visit_for

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler-utils are not installed"),
]


def judged(tool: str, file: bytes, folder: Path) -> str:
    path = folder / "book.pdf"
    path.write_bytes(file)
    command = [tool, str(path)] if tool == "pdffonts" else [tool, "-raw", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert not done.stderr
    return done.stdout


def test_all_fonts_are_embedded_subsets_with_unicode(tmp_path: Path) -> None:
    for visit in (nasty_visit(), *map(visit_for, AUDIENCES)):
        lines = judged("pdffonts", build_book(visit, paper="a4"), tmp_path).splitlines()[2:]
        assert lines
        for line in lines:
            assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
            assert "Pretendard" in line or "NotoSansKR" in line


def test_poppler_reads_the_words(tmp_path: Path) -> None:
    text = flat(judged("pdftotext", build_book(nasty_visit(), paper="a4"), tmp_path))
    for words in NASTY:
        if "\x00" not in words:
            assert flat(words) in text, words
