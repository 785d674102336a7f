"""The prompt stands before anything is read that only answers need: no later than the answer of the plain program."""

import os
import re
import shutil
import subprocess

import pytest

from conftest import PROGRAM
from screen import ENTER, UP
from session_steps import below, enter


def test_the_prompt_does_not_wait_for_the_history(start, tmp_path):
    # Who opens a pipe that nobody writes to waits.
    history = tmp_path / "state" / "chiso" / "history"
    history.parent.mkdir(parents=True)
    os.mkfifo(history)
    screen = start()
    assert screen.line_at_cursor == "chiso>"
    os.close(os.open(history, os.O_WRONLY))
    enter(screen, "40 + 2")
    assert below(screen, "40 + 2") == ["42"]


def test_what_is_typed_before_the_prompt_is_answered(start):
    screen = start(history=["gdp[2023]"], wait=False)
    screen.write("2 + 3" + ENTER + UP + UP).wait_for("chiso> gdp[2023]")
    assert below(screen, "2 + 3")[0] == "5"


def traced(tmp_path, name, run):
    """What a program asks of the system until it is killed or has ended."""
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("what happens before the prompt is not counted: strace is not installed")
    path = tmp_path / name
    run([strace, "-o", str(path), "-s", "4096", "-e", "trace=openat,read,write,brk,mmap", PROGRAM])
    lines = path.read_text("utf-8", "replace").splitlines()
    if not lines:
        pytest.skip("what happens before the prompt is not counted: nothing can be traced here")
    return lines


def until(lines, pattern):
    """The calls before the one that writes `pattern`."""
    for index, line in enumerate(lines):
        if line.startswith("write(1") and re.search(pattern, line):
            return lines[:index]
    raise AssertionError(f"{pattern} was not written:\n" + "\n".join(lines[-20:]))


def heap(calls):
    """The bytes that the heap has grown by."""
    ends = [int(match[1], 16) for call in calls if (match := re.match(r"brk\(.*= (0x[0-9a-f]+)", call))]
    return ends[-1] - ends[0] if ends else 0


def test_before_the_prompt_less_is_done_than_before_a_plain_answer(start, tmp_path):
    before = until(traced(tmp_path, "prompt", lambda command: start(
        program=command, history=["1 + 1"]).send("\x04").wait_for_end()), "chiso>")
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    plain = until(traced(tmp_path, "plain", lambda command: subprocess.run(
        [*command, "eval", "gdp[2024]"], env=environment, stdout=subprocess.PIPE, timeout=60)), "476.3")
    # The figures are read behind the prompt: until then the heap stays small.
    assert heap(before) < heap(plain)
    opened = [call for call in before if call.startswith("openat")]
    assert not [call for call in opened if "/history" in call]
    # Nothing is written but what a person reads, and nothing is read from the keyboard.
    assert not [call for call in before if call.startswith("read(0")]
    written = [call for call in before if call.startswith("write(1")]
    assert len(written) <= 2 and "Chiso" in written[0]
