"""One meeting from its preparation to what the next one is told of it, on the real window, mouse and keys."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from app.planning.verbs.entries import create_entry
from app.planning.verbs.visits import create_visit
from app.planning.views.actions import action_detail
from app.planning.views.dossier import dossier
from app.planning.views.meetings import meeting_rows
from app.planning.views.promises import organisation_promises, owed_at
from app.planning.views.record import RecordAt, record_at
from app.planning.views.search import search
from app.ui.window.frame import PlannerFrame
from app.ui.window.main_window import MainWindow
from tests.journeys.hands import CTRL, Flashes, Keys, Mouse, focused, named, write
from tests.ui.windows import Windows
