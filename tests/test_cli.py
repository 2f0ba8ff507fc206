"""The command line: exit codes, one sentence of trouble, never a traceback, never over a planner."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.cli import COMMANDS, main
from app.data.codec import canonical
from app.paths import ROOT
from app.planning.verbs.records import add_record_point, create_record
from app.planning.verbs.visits import create_visit
from app.planning.views.meetings import meeting_rows
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from tests.helpers.planner import VISIT, planner
from tests.publish.book import reading

ENTRY_KEYS = {
    "id", "title", "kind", "status", "start_wall", "start_zone", "end_wall", "end_zone", "start_utc",
    "end_utc", "marking", "calendar_uid", "calendar_sequence",
}  # fmt: skip


@dataclass(frozen=True)
class Spoken:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence of trouble."""
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


def outside(*words: str | bytes | Path, **environment: str | None) -> Spoken:
    """Run ``main.py`` as people do."""
    wanted = {name: value for name, value in (dict(os.environ) | environment).items() if value is not None}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        capture_output=True,
        check=False,
        timeout=120,
        env=wanted,
    )
    out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
    assert "Traceback" not in err, err
    return Spoken(done.returncode, out, err)


Run = Callable[..., Spoken]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def inside(*words: str | Path) -> Spoken:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        spoken = capsys.readouterr()
        return Spoken(code, spoken.out, spoken.err)

    return inside


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return planner(tmp_path, "sample", "sample visit 방문.aide")


def test_the_whole_round_as_people_do_it(tmp_path: Path) -> None:
    made, copy, new = (tmp_path / name for name in ("s.aide", "copy.aide", "new.aide"))
    for words in (
        ("sample", made),
        ("verify", made),
        ("visits", made),
        ("visits", made, "--json"),
        ("show", made, "--json"),
        ("actions", made),
        ("actions", made, "--json"),
        ("backup", made, copy),
        ("restore", copy, new),
        ("calendar", made, "-o", tmp_path / "visit.ics"),
        ("book", made, "-o", tmp_path / "book.pdf", "--paper", "letter"),
    ):
        spoken = outside(*words)
        assert (spoken.code, spoken.err) == (0, ""), spoken
        assert spoken.out
    assert outside("show", made, "--json").out == outside("show", new, "--json").out
    assert (tmp_path / "visit.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF-")
    assert {path.suffix for path in tmp_path.iterdir()} == {".aide", ".ics", ".pdf"}
    assert sorted(tmp_path.glob("*.lock")) == []


def test_show_is_canonical_and_has_what_other_programs_read(run: Run, sample: Path) -> None:
    spoken = run("show", sample, "--json")
    assert (spoken.code, spoken.err) == (0, "")
    assert run("show", sample, "--json") == spoken
    document = json.loads(spoken.out)
    again = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert spoken.out == again + "\n"
    assert len(document["entries"]) >= 45
    for entry in document["entries"]:
        assert entry.keys() >= ENTRY_KEYS
    assert document["visit"]["id"]
    starts = [entry["start_utc"] for entry in document["entries"]]
    assert starts == sorted(starts)


def test_visits_are_listed_for_people_and_for_programs(run: Run, sample: Path) -> None:
    (card,) = json.loads(run("visits", sample, "--json").out)
    assert card.keys() >= {"id", "title", "starts_on", "ends_on", "home_zone", "entries"}
    assert card["id"] in run("visits", sample).out
    assert run("show", sample, "--json", "--visit", card["id"]) == run("show", sample, "--json")


def test_an_empty_planner_says_so(run: Run, tmp_path: Path) -> None:
    path = planner(tmp_path, "empty")
    assert run("visits", path).code == 0
    assert run("visits", path, "--json").out == "[]\n"
    assert run("show", path, "--json").code == 2
    assert run("show", path, "--json").sentence


def test_actions_are_listed_by_the_day_and_overdue_ones_are_findings(run: Run, sample: Path) -> None:
    listed = json.loads(run("actions", sample, "--json").out)
    assert run("actions", sample, "--json").out == canonical(listed) + "\n"
    days = [row["due_on"] for row in listed if row["state"] in {"open", "in_progress"} and row["due_on"]]
    assert days == sorted(days)
    late = [row for row in listed if row["overdue"]]
    assert late  # the sample's visit was in 2024
    assert listed[: len(late)] == late
    spoken = outside("actions", sample, "--json", "--overdue")
    assert (spoken.code, spoken.err, json.loads(spoken.out)) == (1, "", late)
    lines = run("actions", sample, "--overdue").out.splitlines()
    assert len(lines) == len(late)
    assert all(row["text"] in line and "overdue" in line for row, line in zip(late, lines, strict=True))
    assert run("actions", sample).code == 0
    assert len({line.index(row["text"]) for row, line in zip(late, lines, strict=True)}) == 1


def test_where_nothing_is_promised_or_late_it_is_said(run: Run, tmp_path: Path) -> None:
    path = planner(tmp_path, "small")
    assert run("actions", path) == Spoken(0, "The file holds no action yet.\n", "")
    assert run("actions", path, "--overdue") == Spoken(0, "Nothing is overdue.\n", "")
    assert run("actions", path, "--json", "--overdue") == Spoken(0, "[]\n", "")


def recorded(path: Path) -> str:
    """Write a little record into the sample's first bilateral meeting, and return the meeting's id."""
    with Workspace.open(path) as space:
        rows = space.ask(meeting_rows, space.ask(the_visit, None))
        (entry,) = (row.id for row in rows if row.title == "NASA Headquarters — bilateral")
        space.do("Note", add_record_point, entry, text="They welcomed the draft.")
        space.do("Readout", create_record, entry, readout="Both sides met.")
    return entry


def test_minutes_are_written_for_a_reader_and_refused_where_there_is_nothing(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    entry, paper = recorded(sample), tmp_path / "minutes.pdf"
    spoken = outside("minutes", sample, "--meeting", entry, "-o", paper, "--paper", "letter")
    assert (spoken.code, spoken.err) == (0, "")
    text = " ".join(page.text for page in reading.pages(paper.read_bytes()))
    for words in ("They welcomed the draft.", "Both sides met.", "Send draft terms of reference"):
        assert words in text
    assert run("minutes", sample, "--meeting", entry, "-o", paper, "--audience", "host:NASA").code == 0
    text = " ".join(page.text for page in reading.pages(paper.read_bytes()))
    assert "Both sides met." in text
    assert "welcomed" not in text
    paper.unlink()
    for reader in ("public", "host:ESA"):
        spoken = run("minutes", sample, "--meeting", entry, "-o", paper, "--audience", reader)
        assert spoken.code == 2
        assert spoken.sentence.startswith("There is no meeting")
    spoken = run("minutes", sample, "--meeting", "nothing", "-o", paper)
    assert (spoken.code, spoken.sentence.count("nothing")) == (2, 1)
    other = json.loads(run("show", sample, "--json").out)["entries"][0]["id"]
    spoken = run("minutes", sample, "--meeting", other, "-o", paper)
    assert (spoken.code, spoken.sentence[:16]) == (2, "There is nothing")
    assert not paper.exists()


def test_the_promises_of_an_organisation_are_written_on_one_page(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "promises.pdf"
    spoken = outside("promises", sample, "--organisation", "nasa", "-o", paper)
    assert (spoken.code, spoken.err) == (0, "")
    (page,) = reading.pages(paper.read_bytes())
    for words in ("What they owe us", "Name the American co-chair", "Fri 23 Feb 2024", "days overdue"):
        assert words in " ".join(page.text.split())
    assert "Einstein Probe" not in page.text  # that is ESA's
    paper.unlink()
    for organisation, words in (
        ("nobody", "No organisation"),
        ("", "No organisation"),
        ("MBRSC", "Nothing was promised"),
    ):
        spoken = run("promises", sample, "--organisation", organisation, "-o", paper)
        assert spoken.code == 2
        assert spoken.sentence.startswith(words)
    spoken = run("promises", sample, "--organisation", "NASA", "-o", paper, "--audience", "public")
    assert (spoken.code, spoken.sentence[:20]) == (2, "Nothing was promised")
    empty = planner(tmp_path, "small", "small.aide")
    assert run("promises", empty, "--organisation", "AGY", "-o", paper).sentence.startswith(
        "Nothing was promised"
    )
    assert not paper.exists()


def test_the_dossier_of_a_topic_is_written_by_its_title_or_id(run: Run, sample: Path, tmp_path: Path) -> None:
    paper = tmp_path / "dossier.pdf"
    spoken = outside("dossier", sample, "--topic", "gateway module CONTRIBUTION", "-o", paper)
    assert (spoken.code, spoken.err) == (0, "")
    pages = reading.pages(paper.read_bytes())
    text = " ".join(page.text for page in pages)
    assert "Gateway module contribution" in text
    assert "Goddard Space Flight Center" in text
    paper.unlink()
    topics = json.loads(run("show", sample, "--json").out)["rows"]["topic"]
    assert run("dossier", sample, "--topic", topics[0]["id"], "-o", paper).code == 0
    paper.unlink()
    for topic, audience, words in (
        ("nothing", "delegation", "There is no topic “nothing”"),
        (" ", "delegation", "There is no topic"),
        (topics[0]["id"], "public", "There is nothing on this topic"),
        (topics[0]["id"], "host:NASA", "There is nothing on this topic"),
        (topics[0]["id"], "host:nobody", "No organisation"),
    ):
        spoken = run("dossier", sample, "--topic", topic, "-o", paper, "--audience", audience)
        assert spoken.code == 2
        assert spoken.sentence.startswith(words)
    assert not paper.exists()


def test_what_is_due_is_written_as_a_calendar_for_its_reader(run: Run, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    assert outside("due", sample, "-o", target).code == 0
    text = target.read_bytes().replace(b"\r\n ", b"")
    assert text.count(b"BEGIN:VEVENT") == 10
    assert b"Settle with the finance ministry" not in text
    assert run("due", sample, "-o", target, "--audience", "principal").code == 0
    assert b"Settle with the finance ministry" in target.read_bytes().replace(b"\r\n ", b"")
    target.unlink()
    spoken = run("due", sample, "-o", target, "--audience", "public")
    assert (spoken.code, spoken.sentence[:20]) == (2, "Nothing that is owed")
    assert not target.exists()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_there_for_all(run: Run, command: str) -> None:
    spoken = run(*([command] if command else []), "--help")
    assert (spoken.code, spoken.err) == (0, "")
    assert spoken.out.startswith("usage: main.py")


@pytest.mark.parametrize(
    "words",
    [
        ("verify",),
        ("verify", "a", "b"),
        ("backup", "a"),
        ("restore", "a"),
        ("show", "a"),
        ("calendar", "a"),
        ("book", "a", "-o", "b", "--paper", "a5"),
        ("minutes", "a", "-o", "b"),
        ("promises", "a", "-o", "b"),
        ("dossier", "a", "-o", "b"),
        ("due", "a"),
        ("--nonsense",),
        ("nonsense", "a"),
        ("verify", "--nonsense", "a"),
    ],
)
def test_wrong_usage_is_two(run: Run, words: tuple[str, ...]) -> None:
    spoken = run(*words)
    assert spoken.code == 2
    assert spoken.out == ""
    assert "usage: main.py" in spoken.err


def _bad_files(folder: Path) -> dict[str, Path]:
    (folder / "noise.aide").write_bytes(os.urandom(9000))
    (folder / "empty.aide").touch()
    connection = driver.connect(str(folder / "foreign.db"))
    connection.execute("CREATE TABLE visit (id TEXT)")
    connection.close()
    content = planner(folder, "sample", "cut.aide").read_bytes()
    (folder / "cut.aide").write_bytes(content[: len(content) // 2])
    (folder / "torn.aide").write_bytes(content[:4096] + os.urandom(4096 * 40) + content[4096 * 41 :])
    (folder / "later.aide").write_bytes(content[:60] + b"\x00\x00\x00\x63" + content[64:])
    names = ("noise.aide", "empty.aide", "foreign.db", "cut.aide", "torn.aide", "later.aide")
    return {name: folder / name for name in names} | {
        "missing": folder / "missing.aide",
        "no folder": folder / "no" / "folder" / "x.aide",
        "folder": folder,
        "within a file": folder / "noise.aide" / "x.aide",
        "too long": folder / ("x" * 400),
        "nothing": Path(),
    }


BAD = ("noise.aide", "empty.aide", "foreign.db", "cut.aide", "torn.aide", "later.aide", "missing",
       "no folder", "folder", "within a file", "too long", "nothing")  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_in_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    path = _bad_files(tmp_path)[name]
    before = sorted(tmp_path.rglob("*"))
    for words in (
        ("visits", path),
        ("show", path, "--json"),
        ("actions", path),
        ("verify", path),
        ("backup", path, tmp_path / "out.aide"),
        ("restore", path, tmp_path / "out.aide"),
        ("calendar", path, "-o", tmp_path / "out.ics"),
        ("book", path, "-o", tmp_path / "out.pdf"),
        ("minutes", path, "--meeting", "any", "-o", tmp_path / "out.pdf"),
        ("promises", path, "--organisation", "any", "-o", tmp_path / "out.pdf"),
        ("dossier", path, "--topic", "any", "-o", tmp_path / "out.pdf"),
        ("due", path, "-o", tmp_path / "out.ics"),
    ):
        spoken = run(*words)
        assert spoken.code == 2, words
        assert spoken.sentence.endswith((".", ")")), spoken
        assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["noise.aide", "torn.aide", "folder", "too long"])
def test_a_bad_file_makes_no_traceback_outside_either(tmp_path: Path, name: str) -> None:
    spoken = outside("verify", _bad_files(tmp_path)[name])
    assert spoken.code == 2
    assert spoken.sentence


def test_findings_are_one(run: Run, sample: Path) -> None:
    connection = driver.connect(str(sample), isolation_level=None)
    connection.execute("UPDATE journal SET operation = 'delete' WHERE number = 3")
    connection.execute("UPDATE entry SET start_utc = '2001-01-01 00:00:00.000000' WHERE title LIKE 'Press%'")
    connection.execute("UPDATE entry SET end_zone = 'Mars/Olympus' WHERE title LIKE 'Industry%'")
    connection.execute("UPDATE member SET person_id = 'nobody' WHERE id = (SELECT min(id) FROM member)")
    connection.close()
    spoken = run("verify", sample)
    assert (spoken.code, spoken.err) == (1, "")
    for words in (
        "member: broken reference",
        "at change 3.",
        "“Press availability”",
        "“Industry roundtable”",
    ):
        assert words in spoken.out


def test_nothing_is_ever_written_over_a_planner(run: Run, sample: Path, tmp_path: Path) -> None:
    other = planner(tmp_path, "small", "other.aide")
    plain = planner(tmp_path, "small", "plain.pdf")
    (tmp_path / "letter.txt").write_text("Dear Minister")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for words in (
        ("sample", other),
        ("sample", tmp_path / "letter.txt"),
        ("backup", sample, other),
        ("backup", sample, sample),
        ("backup", sample, tmp_path / "letter.txt"),
        ("restore", sample, other),
        ("restore", sample, sample),
        ("calendar", sample, "-o", other),
        ("calendar", sample, "-o", sample),
        ("book", sample, "-o", sample),
        ("minutes", sample, "--meeting", "any", "-o", sample),
        ("book", sample, "-o", plain),
    ):
        spoken = run(*words)
        assert spoken.code == 2, words
        assert spoken.sentence
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_what_cannot_be_written_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    for words in (
        ("sample", tmp_path / "no" / "x.aide"),
        ("sample", tmp_path),
        ("sample", tmp_path / ("x" * 400)),
        ("backup", sample, tmp_path / "no" / "x.aide"),
        ("restore", sample, tmp_path / "no" / "x.aide"),
        ("calendar", sample, "-o", tmp_path / "no" / "x.ics"),
        ("calendar", sample, "-o", tmp_path),
        ("book", sample, "-o", tmp_path / ("x" * 400)),
    ):
        spoken = run(*words)
        assert spoken.code == 2, words
        assert spoken.sentence


@pytest.mark.parametrize(
    "more",
    [
        ("--visit", "nowhere"),
        ("--audience", "everyone"),
        ("--audience", "host"),
        ("--audience", "host:"),
        ("--audience", "host:NOWHERE"),
        ("--audience", "public:NASA"),
        ("--person", "nobody"),
    ],
)
def test_what_is_asked_wrongly_is_told(run: Run, sample: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    spoken = run("calendar", sample, "-o", tmp_path / "x.ics", *more)
    assert spoken.code == 2
    assert spoken.sentence
    assert not (tmp_path / "x.ics").exists()


@pytest.mark.parametrize("audience", ["principal", "delegation", "host:NASA", "public"])
def test_papers_are_made_for_each_audience(run: Run, sample: Path, tmp_path: Path, audience: str) -> None:
    for _ in range(2):  # a paper of ours may be replaced
        spoken = run("calendar", sample, "-o", tmp_path / "x.ics", "--audience", audience)
        assert (spoken.code, spoken.err) == (0, "")
        assert audience in spoken.out
    assert (tmp_path / "x.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")


def test_a_file_that_somebody_writes_is_read_beside(run: Run, sample: Path, tmp_path: Path) -> None:
    with Workspace.open(sample):
        for words in (
            ("verify", sample),
            ("show", sample, "--json"),
            ("backup", sample, tmp_path / "b.aide"),
        ):
            assert outside(*words).code == 0
    assert run("verify", tmp_path / "b.aide").code == 0


def test_two_visits_must_be_told_apart(run: Run, tmp_path: Path) -> None:
    path = planner(tmp_path, "filled")
    assert run("show", path, "--json").code == 2
    assert run("show", path, "--json", "--visit", "visit-0").code == 0
    assert run("show", planner(tmp_path, "small", "one.aide"), "--json", "--visit", VISIT).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["visits", "FILE"],
        ["show", "FILE", "--json"],
        ["actions", "FILE", "--overdue"],
        ["verify", "FILE"],
        ["sample", "NEW"],
        ["backup", "FILE", "NEW"],
        ["restore", "FILE", "NEW"],
        ["calendar", "FILE", "-o", "OUT"],
        ["book", "FILE", "-o", "OUT"],
    ],
    ids=lambda words: str(words[0]),
)
def test_no_command_loads_qt(tmp_path: Path, words: list[str]) -> None:
    places = {"FILE": planner(tmp_path, "small"), "NEW": tmp_path / "new.aide", "OUT": tmp_path / "out.x"}
    code = (
        "import sys; from app.cli import main; code = main(sys.argv[1:]);"
        "print(code, [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'app.ui'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *(str(places.get(word, word)) for word in words)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "0 []"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so_in_one_sentence(sample: Path) -> None:
    nowhere = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    for words in ((), (sample,)):
        spoken = outside(*words, **nowhere)
        assert spoken.code == 2
        assert re.fullmatch(r"[A-Z][^.]*(\.[^ .][^.]*)*", spoken.sentence), spoken.sentence


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_what_is_said_is_utf8_whatever_the_terminal(sample: Path, encoding: str) -> None:
    spoken = outside("show", sample, "--json", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert spoken.code == 0
    assert "한" in spoken.out or "김" in spoken.out


@pytest.mark.skipif(os.name != "posix", reason="elsewhere, names of files are text")
def test_a_file_name_that_is_no_text_will_do(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.aide"
    assert outside("sample", name).code == 0
    assert outside("verify", name).code == 0
    spoken = outside("verify", name + b"x")
    assert spoken.code == 2
    assert spoken.sentence


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_makes_no_traceback(sample: Path, unbuffered: str) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "show", str(sample), "--json"]
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_cannot_be_written_is_trouble(sample: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "show", str(sample), "--json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("The output cannot be written")
    assert b"Traceback" not in done.stderr


def test_the_id_of_a_meeting_tells_its_visit_where_a_file_holds_several(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    with Workspace.open(sample) as space:
        first, last = date(2028, 1, 10), date(2028, 1, 12)
        another = partial(
            create_visit, home_city="Seoul", home_zone="Asia/Seoul", starts_on=first, ends_on=last
        )
        space.do("Visit", partial(another, title="Another"))
    visits = json.loads(run("visits", sample, "--json").out)
    visit = next(each["id"] for each in visits if each["title"] != "Another")
    entries = json.loads(run("show", sample, "--json", "--visit", visit).out)["entries"]
    meeting = next(entry["id"] for entry in entries if "bilateral" in entry["title"])
    paper = tmp_path / "m.pdf"
    assert run("minutes", sample, "--meeting", meeting, "-o", paper).code == 0
    spoken = run("minutes", sample, "--meeting", "nothing", "-o", tmp_path / "n.pdf")
    assert spoken.code == 2
    assert spoken.sentence.startswith("There is no meeting “nothing”")
