"""What the program is made of, and under which licences."""

import re
import tomllib

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.zones import zone_data_version
from app.paths import RESOURCES, ROOT
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.wording import _

_LIBRARIES = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("SQLCipher, sqlcipher3", "BSD-3-Clause, Zlib"),
    ("reportlab", "BSD-3-Clause"),
    ("icalendar", "BSD-2-Clause"),
    ("Babel", "BSD-3-Clause"),
    ("filelock", "MIT"),
    ("platformdirs", "MIT"),
    ("tzdata", "Apache-2.0; IANA: public domain"),
)


class AboutDialog(QDialog):
    """Name, version, time-zone data and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Aide-Mémoire"))
        self.resize(600, 480)
        text = QPlainTextEdit(licences())
        text.setReadOnly(True)
        text.setFont(ui_font(SMALL_PX))
        text.setAccessibleName(_("Licences"))
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(TitleLabel("Aide-Mémoire"))
        column.addWidget(
            PlainLabel(_("Plans a diplomatic visit; makes its calendars and its book."), wrap=True)
        )
        column.addWidget(PlainLabel(version_words(), tone="muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(MutedLabel(_("Licences")))
        column.addWidget(text, 1)
        column.addLayout(bottom)


def version_words() -> str:
    """Return the versions that matter when something is reported."""
    return _("Version {version} · time-zone data {zones} · Qt {qt}").format(
        version=_version(), zones=zone_data_version(), qt=qVersion()
    )


def licences() -> str:
    """Return the licences of the program, its libraries, fonts, icons and data."""
    parts = [(ROOT / "LICENSE").read_text("utf-8").strip()]
    parts.append("\n".join(f"{name}: {licence}" for name, licence in _LIBRARIES))
    parts += [as_text(path.read_text("utf-8")) for path in sorted(RESOURCES.glob("*/CREDITS.md"))]
    return "\n\n—\n\n".join(parts)


def as_text(markdown: str) -> str:
    """Return what a page of credits says, to be read without its marks.

    A paragraph becomes one line, which wraps where it is shown, and so does a row of a table.
    """
    blocks = re.split(r"\n\s*\n", markdown.strip())
    text = "\n\n".join(
        _table(block) if block.startswith("|") else " ".join(block.split()) for block in blocks
    )
    return re.sub(r"^#+ |`|\*\*", "", text, flags=re.MULTILINE)


def _table(block: str) -> str:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
    # The first row names the columns, the second is a rule.
    return "\n".join(f"• {name}: {'; '.join(rest)}" for name, *rest in rows[2:])


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])
