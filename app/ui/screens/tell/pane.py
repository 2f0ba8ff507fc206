"""The message to one person: seen, changed, and sent on its way."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.planning.views.telling import Affected, ToldRow
from app.ui.forms.field import PAUSE_MS
from app.ui.screens.tell.mail import can_be_mailed
from app.ui.screens.tell.words import by_what, state, when
from app.ui.screens.tell.writing import Writing, Written
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.field import FieldBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.line import Line
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.language import in_language, message_languages
from app.wording.telling import Message, message
from app.wording.tongues import own_name, tongue_of

_SIDE_PX = 16


class MessagePane(QWidget):
    """Shows the message to a person, or one that was sent.

    What is typed is kept, over the end of the program too, until it has left or is started over.
    """

    copy_wanted = Signal()
    mail_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, writing: Writing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Affected | None = None
        self._tags: dict[str, str] = {}
        self._writing = writing
        self._typed: tuple[str, str] | None = None
        self._filling = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.pause)
        self.heading = TitleLabel(small=True, wrap=True)
        self.second = MutedLabel(wrap=True)
        self.language = SegmentedControl(
            [(tag, own_name(tag)) for tag in message_languages()], _("Language of the message")
        )
        self.subject = Line()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.note = MutedLabel(wrap=True)
        self.afresh = PlainButton(_("Start over"), role="link")
        self.copy = PrimaryButton(_("Copy"), icon_name="copy")
        self.mail = PlainButton(_("Open in mail program"), icon_name="external-link")
        self.sheet = PlainButton(_("Save their sheet…"), icon_name="download")
        self.nobody = EmptyState("message-square", _("Choose somebody in the list to see what to tell them."))
        self._stack = QStackedWidget()
        self._lay_out()
        self.language.selected.connect(self._choose_language)
        self.subject.textEdited.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)
        self.afresh.clicked.connect(self._start_over)
        self.copy.clicked.connect(self.copy_wanted)
        self.mail.clicked.connect(self.mail_wanted)
        self.sheet.clicked.connect(self.sheet_wanted)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_SIDE_PX, 12, _SIDE_PX, 12)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.second)
        column.addWidget(self.language)
        column.addWidget(FieldBox(_("Subject"), self.subject))
        field = FieldBox(_("Message"), self.text)
        # The text is as high as there is room for, not as its first lines are.
        inside = field.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.setStretch(1, 1)
        inside.setStretch(inside.count() - 1, 0)
        column.addWidget(field, 1)
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
        below.addWidget(self.afresh)
        column.addLayout(below)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for button in (self.copy, self.mail, self.sheet):
            flow.addWidget(button)
        column.addWidget(self._buttons)
        for widget in (self.nobody, page):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    # What is shown

    @property
    def person(self) -> Affected | None:
        """The person whose message is shown."""
        return self._person

    def tag(self) -> str:
        """Return the language of the message, by its tag."""
        return self.language.current()

    def words(self) -> Message:
        """Return the message as it stands, with what was changed in it."""
        return Message(self.subject.text().strip(), self.text.toPlainText().strip())

    @Slot()
    def pause(self) -> None:
        """Keep what is typed so far."""
        typed, self._typed = self._typed, None
        self._pause.stop()
        if typed is not None:
            self._writing.keep(*typed)

    def forget(self, member_id: str, tag: str) -> None:
        """Forget what was written by hand in a language, for it has left: the next is made of the plan."""
        if self._typed == (member_id, tag):
            self._typed = None
            self._pause.stop()
        self._writing.forget(member_id, tag)
        if self._person is not None and self._key() == (member_id, tag):
            self._fill()

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self.pause()
        self._person = None
        self._stack.setCurrentIndex(0)

    def show_person(self, person: Affected) -> None:
        """Show the message to a person, in their language or the one chosen for them."""
        self.pause()
        self._person = person
        self._stack.setCurrentIndex(1)
        self.heading.setText(person.name or person.native_name)
        address = person.email.strip() or _("no e-mail address")
        self.second.setText(" · ".join((state(person), address)))
        self._set_kept(kept=False)
        self.mail.setEnabled(can_be_mailed(person.email))
        usual = self._writing.tag(person.id) or tongue_of(person.languages, person.native_name)
        tag = self._tags.get(person.id, usual)
        self._filling = True
        self.language.select(tag)
        self._filling = False
        self._fill()

    def show_kept(self, row: ToldRow) -> None:
        """Show a message as it left."""
        self.pause()
        self._person = None
        self._stack.setCurrentIndex(1)
        self.heading.setText(_("Told to {name}").format(name=row.name))
        self.second.setText(" · ".join(part for part in (when(row.told_at), by_what(row), row.about) if part))
        self._set_kept(kept=True)
        self._put(Message(row.subject, row.text))
        self.note.setText(_("This is the message as it left."))

    def set_sheet_busy(self, *, busy: bool) -> None:
        """Tell that a sheet is being made."""
        self.sheet.setEnabled(not busy)
        self.sheet.set_words(_("Making the sheet…") if busy else _("Save their sheet…"))

    def _set_kept(self, *, kept: bool) -> None:
        self.language.setVisible(not kept)
        self._buttons.setVisible(not kept)
        self.afresh.setVisible(False)
        self.subject.setReadOnly(kept)
        self.text.setReadOnly(kept)

    def _put(self, words: Message) -> None:
        self._filling = True
        if self.subject.text() != words.subject:
            self.subject.setText(words.subject)
        if self.text.toPlainText() != words.text:
            self.text.setPlainText(words.text)
        self._filling = False

    def _made(self) -> Message:
        assert self._person is not None
        with in_language(self.tag()):
            return message(self._person)

    def _key(self) -> tuple[str, str]:
        assert self._person is not None
        return self._person.id, self.tag()

    def _fill(self) -> None:
        written = self._writing.of(*self._key())
        made = self._made()
        self._put(written.now if written else made)
        self.afresh.setVisible(written is not None)
        late = written is not None and written.made != made
        self.note.setText(_("The plan has changed since you wrote this.") if late else "")

    # What hands do

    @Slot(str)
    def _choose_language(self, tag: str) -> None:
        if self._person is not None and not self._filling:
            self.pause()
            self._tags[self._person.id] = tag
            self._fill()

    @Slot()
    def _on_typed(self) -> None:
        if self._filling or self._person is None:
            return
        before = self._writing.of(*self._key())
        now = Message(self.subject.text(), self.text.toPlainText())
        self._writing.write(*self._key(), Written(before.made if before else self._made(), now))
        self._typed = self._key()
        self._pause.start()
        self.afresh.setVisible(True)

    @Slot()
    def _start_over(self) -> None:
        self.forget(*self._key())
        self.text.setFocus()
