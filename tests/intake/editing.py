"""What a hand or a program does to a .docx file, done to its parts."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

MAIN = "word/document.xml"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_main(content: bytes, change: Callable[[str], str]) -> bytes:
    """Return a file whose document is changed."""
    found = parts(content)
    found[MAIN] = change(found[MAIN].decode()).encode()
    return packed(found)


def edited(content: bytes, *texts: tuple[str, str], after: tuple[str, str] | None = None) -> bytes:
    """Return a file in which texts are replaced, and a paragraph is put behind the one that ends in a text.

    Where nothing is to stand, the text begins with the marking, and the whole paragraph is emptied.
    """

    def change(main: str) -> str:
        for old, new in texts:
            if not new:
                mark, rest = old.split(") ", 1)
                whole = re.compile(
                    rf"<w:r>(?:(?!<w:r>).)*{re.escape(mark)}\) </w:t></w:r><w:r><w:t[^>]*>{rest}</w:t></w:r>"
                )
                assert whole.search(main), old
                main = whole.sub("", main)
            else:
                assert f">{old}</w:t>" in main, old
                main = main.replace(f">{old}</w:t>", f">{new}</w:t>")
        if after is not None:
            at = main.index("</w:p>", main.index(f">{after[0]}</w:t>")) + len("</w:p>")
            main = f"{main[:at]}{paragraph(after[1])}{main[at:]}"
        return main

    return with_main(content, change)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def without_bookmarks(content: bytes) -> bytes:
    return with_main(content, lambda main: re.sub(r"<w:bookmark(Start|End)[^>]*>", "", main))


def without_properties(content: bytes) -> bytes:
    found = parts(content)
    del found["docProps/custom.xml"]
    return packed(found)
