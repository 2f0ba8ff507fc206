"""LibreOffice, as somebody who opens a .docx file, saves it in a form of its own, and sends it back."""

import shutil
import subprocess
from pathlib import Path

MISSING = "LibreOffice is missing: needs libreoffice-writer"
_SECONDS = 120


def available() -> bool:
    """Tell whether the judge is here."""
    return shutil.which("soffice") is not None


def through(form: str, content: bytes, folder: Path) -> bytes:
    """Return a .docx file as it is after it was saved in a form, ``odt`` or ``docx``, and as .docx again."""
    source = folder / "brief.docx"
    source.write_bytes(content)
    return _saved(_saved(source, form, folder / "there"), "docx", folder / "back").read_bytes()


def _saved(source: Path, kind: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return folder / f"{source.stem}.{kind}"
