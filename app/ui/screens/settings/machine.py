"""What this computer remembers for this user: language, theme, paper, and where backups go."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout

from app.paths import backup_dir
from app.ui.files import FileChooser
from app.ui.forms.words import QuietBox
from app.ui.preferences import PAPERS, SCHEMES, Preferences
from app.ui.screens.settings.parts import Named, SettingsCard
from app.ui.theme.style import theme
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.language import language, languages


class ScreenCard(SettingsCard):
    """The theme, in force at once, and the language of the screen, in force at the next start."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("Screen"), _("Movement on the screen follows the settings of your system."))
        self._preferences = preferences
        words = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        self.theme = SegmentedControl([(scheme, words[scheme]) for scheme in SCHEMES], _("Theme"))
        self.language = QuietBox()
        self._tags = [tag for tag, _name in languages()]
        for _tag, name in languages():
            self.language.addItem(name)
        self.field = FieldBox(_("Language of the screen"), self.language)
        self.later = PlainLabel(wrap=True, tone="warn")
        self.column.addWidget(Named(_("Theme"), self.theme))
        self.column.addWidget(self.field)
        self.column.addWidget(self.later)
        self.refresh()
        self.theme.selected.connect(self._choose_theme)
        self.language.activated.connect(self._choose_language)
        theme().changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show what was chosen, here or in the menu."""
        self.theme.select(self._preferences.theme)
        chosen = self._preferences.language
        self.language.setCurrentIndex(self._tags.index(chosen) if chosen in self._tags else 0)
        self._say_when()

    @Slot(str)
    def _choose_theme(self, scheme: str) -> None:
        chosen = next(each for each in SCHEMES if each == scheme)
        if chosen == self._preferences.theme:
            return
        self._preferences.theme = chosen
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme().apply(app, chosen)

    @Slot(int)
    def _choose_language(self, at: int) -> None:
        self._preferences.language = self._tags[at]
        self._say_when()

    def _say_when(self) -> None:
        waits = self._tags[self.language.currentIndex()] != language()
        self.later.setText(_("In force when the program is started next.") if waits else "")
        self.later.setVisible(waits)


class PaperCard(SettingsCard):
    """The size of paper that books begin with, and the language that all papers do."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("Paper"), _("Papers begin with these; they can be changed for each."))
        self._preferences = preferences
        self._tags = [tag for tag, _name in languages()]
        words = {"a4": "A4", "letter": _("Letter")}
        self.paper = SegmentedControl([(paper, words[paper]) for paper in PAPERS], _("Paper"))
        self.language = QuietBox()
        for _tag, name in languages():
            self.language.addItem(name)
        self.field = FieldBox(_("Language of the papers"), self.language)
        self.column.addWidget(Named(_("Size of books"), self.paper))
        self.column.addWidget(self.field)
        self.field.setVisible(len(self._tags) > 1)  # as where a paper is made
        self.refresh()
        self.paper.selected.connect(self._choose)
        self.language.activated.connect(self._choose_language)

    def refresh(self) -> None:
        """Show what was chosen, here or, of the size, with the last book."""
        self.paper.select(self._preferences.paper)
        chosen = self._preferences.paper_language
        self.language.setCurrentIndex(self._tags.index(chosen) if chosen in self._tags else 0)

    @Slot(str)
    def _choose(self, paper: str) -> None:
        self._preferences.paper = paper

    @Slot(int)
    def _choose_language(self, at: int) -> None:
        self._preferences.paper_language = self._tags[at]


class BackupsCard(SettingsCard):
    """The folder of the automatic backups."""

    def __init__(self, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__(
            _("Backups"),
            _("A checked copy is kept every half hour while you work, and when the planner is closed."),
        )
        self._preferences = preferences
        self._chooser = chooser
        self.folder = PlainLabel(elide=True)
        self.place = Named(_("Folder of the backups"), self.folder)
        self.choose = PlainButton(_("Choose a folder…"), icon_name="folder-open")
        self.usual = PlainButton(_("Back to the usual folder"), role="quiet")
        self.choose.clicked.connect(self._on_choose)
        self.usual.clicked.connect(self._on_usual)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.usual)
        buttons.addStretch(1)
        self.column.addWidget(self.place)
        self.column.addLayout(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Show the folder in use."""
        chosen = self._preferences.backup_folder
        folder = chosen or backup_dir()
        self.folder.setText(str(folder))
        self.usual.setVisible(chosen is not None)
        gone = chosen is not None and not chosen.is_dir()
        self.folder.set_tone("bad" if gone else "")
        self.place.say(_("This folder cannot be found now.") if gone else "")

    @Slot()
    def _on_choose(self) -> None:
        now = Path(self.folder.text())
        found = self._chooser.folder(self, _("Folder for the backups"), now if now.is_dir() else Path.home())
        if found is not None:
            self._take(found.absolute())

    @Slot()
    def _on_usual(self) -> None:
        self._take(None)

    def _take(self, folder: Path | None) -> None:
        if folder == self._preferences.backup_folder:
            return
        self._preferences.backup_folder = folder
        self.refresh()
        if not self.place.remark.text():
            self.place.say(_("From the next time a planner is opened; earlier backups stay where they are."))
