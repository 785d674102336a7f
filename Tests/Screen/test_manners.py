"""What a guest on somebody's terminal does not do: ask, hold up, overwrite, trust what it is given."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from conftest import PROGRAM
from screen import DOWN, ENTER, HOME, LEFT, RIGHT, TAB, UP, ctrl, paste

#: Device attributes, cursor position, colours, window size, keyboard protocol, name and version.
QUERIES = re.compile(rb"\x1b\[[>=?]?[0-9;]*[cnuq]|\x1b\[(?:1[1-9]|2[0-9])t|\x1b\]1[0-9];\?|\x1bP\+q|\x05")

HOSTILE = 'indicator hostile {{ label: "\x1b[2J\x1b[31mred\x07\u202etxt\x9b5n" unit: {unit} kind: flow }}\n'


def load(screen, tmp_path, text):
    (tmp_path / "hostile.chiso").write_text(text, "utf-8")
    screen.send(f":load {tmp_path}/hostile.chiso", ENTER).wait_for_prompt()
    return screen


def test_the_terminal_is_asked_nothing_whatever_is_done(start):
    screen = start(history=["1 + 1"])
    screen.send("gdp", TAB, TAB, TAB, ctrl("u"), UP, DOWN, "share(", ENTER, TAB, TAB, ctrl("c"))
    screen.send(paste("1 +\n2"), ENTER).wait_for_prompt()
    screen.resize(60, 20)
    screen.send("gdp[2024]", HOME, RIGHT, LEFT, ENTER).wait_for_prompt()
    screen.send(ctrl("r"), "1", ctrl("c"), ctrl("l"), ctrl("d"))
    assert screen.wait_for_end() == 0
    assert not QUERIES.search(screen.output)


def test_no_question_however_long_a_list_is(start):
    screen = start(rows=8)
    screen.send("share(", TAB, TAB)
    assert not re.search(r"\?|\(y/n\)|y or n|--More--", screen.text.replace("share(part", ""))
    screen.send("gdp", ctrl("u"), "2", ENTER)
    assert screen.last_entry() == "2"


def test_a_hostile_label_is_harmless_in_a_list(start, tmp_path):
    screen = load(start(columns=120), tmp_path, HOSTILE.format(unit="USD"))
    before = screen.output
    screen.send("let hostile_too = 1", ENTER).wait_for_prompt()
    screen.send("hostil", TAB, TAB)
    written = screen.output[len(before):]
    assert "␛[2J␛[31mred␇�txt" in screen.text
    assert b"\x1b[2J" not in written and b"\x1b[31mred" not in written and b"\x07\xe2\x80\xae" not in written
    assert "\u202e".encode() not in written and b"\xc2\x9b" not in written
    assert screen.line_at_cursor.startswith("chiso> hostile")


def test_a_hostile_label_is_harmless_in_an_answer(start, tmp_path):
    screen = load(start(columns=120), tmp_path, HOSTILE.format(unit="USD"))
    before = len(screen.output)
    screen.send(":describe hostile", ENTER).wait_for_prompt()
    assert "␛[2J␛[31mred␇" in screen.text
    assert b"\x1b[2J" not in screen.output[before:]


def test_a_hostile_history_is_harmless(start):
    screen = start(history=["1 + \x1b[2J\x1b]0;owned\x07 2", "2 + \x9b5n3"])
    before = len(screen.output)
    screen.send(UP, UP, ctrl("u"), "1 + ")
    written = screen.output[before:]
    assert b"\x1b[2J" not in written and b"\x1b]0;" not in written and b"\xc2\x9b" not in written
    assert not QUERIES.search(written)


def test_a_hostile_file_name_is_harmless_in_a_list(start, tmp_path):
    for name in ["a\x1b[2J.chiso", "ab.chiso"]:
        (tmp_path / name).write_text("1\n")
    screen = start(columns=160)
    screen.send(f":load {tmp_path}/a", TAB, TAB)
    assert "a␛[2J.chiso" in screen.text
    assert b"\x1b[2J" not in screen.output


@pytest.mark.parametrize("columns", [1, 2, 5, 8, 12])
def test_the_narrowest_terminals(start, columns):
    screen = start(columns=80)
    screen.resize(columns, 10)
    screen.send("1 + 1", TAB, TAB, HOME, RIGHT, ENTER)
    assert screen.last_entry() == "1 + 1"
    screen.resize(80, 24)
    screen.send("2", ENTER)
    assert screen.last_entry(2) == "2"


def test_the_greeting_is_broken_between_words(start):
    screen = start(columns=40)
    assert screen.lines[:2] == ["Chiso answers questions about official", "figures."]
    assert screen.lines[2:4] == ["Try share(digital_economy, gdp, 2025),", "or :help for more."]


def test_the_greeting_is_in_the_language_that_is_set(start):
    screen = start(program=[PROGRAM, "--locale", "vi"])
    assert screen.lines[:2] == [
        "Chiso trả lời câu hỏi về số liệu chính thức.",
        "Hãy thử share(digital_economy, gdp, 2025), hoặc :help để xem thêm."]


def test_a_terminal_that_tells_no_size(start):
    screen = start(columns=80)
    screen._set_size(0, 0)
    screen.send("1 + 1", ENTER)
    assert screen.last_entry() == "1 + 1"


def test_the_history_is_made_for_its_owner_alone_in_folders_of_its_own(start, tmp_path):
    screen = start(XDG_STATE_HOME=None)
    screen.send("1 + 2", ENTER).wait_for_prompt()
    path = tmp_path / ".local/state/chiso/history"
    screen.wait_until(path.exists, "there is no history")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(path.parent).st_mode) == 0o700


def test_a_history_that_others_may_read_is_closed(start, tmp_path):
    screen = start(history=["1 + 1"])
    path = Path(screen.environment["XDG_STATE_HOME"]) / "chiso" / "history"
    path.chmod(0o644)
    screen.send("2 + 2", ENTER)
    screen.last_entry(2)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_a_history_that_cannot_be_written_holds_nothing_up(start, tmp_path):
    screen = start(XDG_STATE_HOME="/proc/none")
    screen.send("40 + 2", ENTER).wait_for_prompt()
    screen.wait_for("42")
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> 40 + 2"


@pytest.mark.parametrize("arguments", [["list", "indicators"], ["eval", "gdp"], []])
def test_a_reader_that_goes_away(arguments):
    process = subprocess.Popen(
        [PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    try:
        process.stdin.write(b"1 + 1\n" * 20000)
        process.stdin.close()
    except BrokenPipeError:
        pass
    assert process.wait(20) == 0
    assert process.stderr.read() == b""


def test_no_escape_sequence_reaches_a_pipe():
    done = subprocess.run([PROGRAM], input=b"gdp\ngdpx\n:help\n", capture_output=True, timeout=20)
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"476.3" in done.stdout


def test_a_terminal_that_goes_away_ends_the_program(screen):
    screen.send("1 + 1")
    os.close(screen.secondary)
    os.close(screen.primary)
    screen.process.wait(10)
    # What the screen closes after the test.
    screen.primary, screen.secondary = os.open("/dev/null", os.O_RDWR), os.open("/dev/null", os.O_RDWR)
