"""What tests of the people ask of the file."""

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from sqlalchemy import Connection, select

from app.data.models import Base
from app.ui.desk import Desk


def row(desk: Desk, table: str, row_id: str) -> dict[str, Any]:
    def read(connection: Connection) -> dict[str, Any]:
        columns = Base.metadata.tables[table]
        return dict(connection.execute(select(columns).where(columns.c.id == row_id)).mappings().one())

    return desk.ask(read)


def ids(desk: Desk, table: str, **values: Any) -> list[str]:
    def read(connection: Connection) -> list[str]:
        columns = Base.metadata.tables[table].c
        conditions = [columns[name] == value for name, value in values.items()]
        return list(connection.execute(select(columns.id).where(*conditions).order_by(columns.id)).scalars())

    return desk.ask(read)


def organisation(desk: Desk, acronym: str) -> str:
    (found,) = ids(desk, "organisation", acronym=acronym)
    return found


def png(image: QImage, color: QColor) -> bytes:
    """Return a picture of one colour as a PNG file."""
    image.fill(color)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
