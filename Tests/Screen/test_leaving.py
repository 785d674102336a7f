"""Leaving: giving up an entry, stopping, ending, and what the terminal is left like."""

import os
import signal

import pytest

from conftest import PROGRAM, PROMPT
from screen import DOWN, ENTER, LEFT, UP, ctrl


def test_ctrl_c_gives_the_entry_up_and_the_program_lives(screen):
    screen.send("1 + 2", ctrl("c")).wait_for_prompt()
    assert "chiso> 1 + 2^C" in screen.lines
    assert screen.line_at_cursor == "chiso>"
    screen.send("3", ENTER)
    assert screen.last_entry() == "3"
    assert screen.entries() == ["3"]


def test_ctrl_c_in_the_first_row_of_several_leaves_them_readable(screen):
    screen.send("share(1,", ENTER, "2", UP, ctrl("c")).wait_for_prompt()
    row = screen.row_of("share(1,")
    assert screen.lines[row:row + 3] == ["chiso> share(1,", "  2^C", "chiso>"]


def test_ctrl_d_on_an_empty_line_ends_the_program(screen):
    modes = screen.initial_modes[:4]
    screen.send(ctrl("d"))
    assert screen.wait_for_end() == 0
    assert screen.modes == modes


def test_ctrl_d_elsewhere_deletes(screen):
    screen.send("123", LEFT, LEFT, ctrl("d"))
    assert screen.line_at_cursor == "chiso> 13"
    screen.send(ctrl("e"), ctrl("d"), ENTER)
    assert screen.last_entry() == "13"


def test_an_empty_entry_is_no_end(screen):
    screen.send(ENTER, ENTER).wait_for_prompt()
    assert screen.lines[-3:] == ["chiso>"] * 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_the_program_leaves_the_terminal_as_it_was(screen, number):
    modes = screen.initial_modes[:4]
    screen.send("1 + ")
    assert screen.modes != modes
    os.kill(screen.process.pid, number)
    screen.wait_for_end()
    assert screen.modes == modes
    assert screen.output.rstrip().endswith(b"\x1b[?2004l")


def test_ctrl_z_and_fg_bring_the_entry_back(screen):
    screen.send("let x = 42", LEFT)
    os.kill(screen.process.pid, signal.SIGTSTP)
    # Without a shell above it the system may refuse to stop it; what counts is that it comes back.
    screen.settle()
    os.kill(screen.process.pid, signal.SIGCONT)
    screen.settle()
    assert screen.line_at_cursor == "chiso> let x = 42"
    assert screen.colours_of("let", screen.cursor[0]) == {"magenta"}
    screen.send("5", ENTER)
    assert screen.last_entry() == "let x = 452"


def test_ctrl_z_under_a_shell(start):
    shell = start(program=["bash", "--norc", "--noediting", "-i"], prompt="$ ", PS1="$ ")
    shell.send(f"{PROGRAM}", ENTER).wait_until(lambda: shell.line_at_cursor == PROMPT.rstrip(), "no prompt")
    shell.send("1 + 1", ENTER, "share(1,", ENTER, "2")
    shell.send(ctrl("z")).wait_for_prompt()
    assert "  2^Z" in shell.lines
    assert shell.output.count(b"\x1b[?2004h") == shell.output.count(b"\x1b[?2004l")
    shell.send("echo in the shell", ENTER).wait_for_prompt()
    assert "in the shell" in shell.lines
    shell.send("fg", ENTER).wait_until(lambda: shell.line_at_cursor == "  2", "the entry did not come back")
    shell.settle()
    row = shell.cursor[0]
    assert shell.lines[row - 1] == "chiso> share(1,"
    assert shell.colours_of("1", row - 1) == {"cyan"}
    assert "in the shell" in shell.lines
    shell.send(")", ENTER)
    assert shell.last_entry(2) == "share(1,\n  2)"


def test_stopping_inside_several_rows_wipes_nothing_above(screen):
    screen.send("1 + 1", ENTER).wait_for_prompt()
    screen.send("share(1,", ENTER, "2")
    os.kill(screen.process.pid, signal.SIGSTOP)
    screen.settle()
    os.kill(screen.process.pid, signal.SIGCONT)
    screen.settle()
    assert "chiso> 1 + 1" in screen.lines
    row = screen.row_of("chiso>")
    assert screen.typed_lines(row) == ["chiso> share(1,", "  2"]
    screen.send(")", ENTER)
    assert screen.last_entry(2) == "share(1,\n  2)"


def test_a_wider_and_a_narrower_terminal(screen):
    screen.send("1 + 1", ENTER).wait_for_prompt()
    screen.send("let x = 42")
    screen.resize(40, 24)
    assert screen.line_at_cursor == "chiso> let x = 42"
    screen.resize(100, 30)
    assert screen.line_at_cursor == "chiso> let x = 42"
    assert screen.text.count("let x = 42") == 1
    assert "chiso> 1 + 1" in screen.lines
    assert screen.colours_of("let") == {"magenta"}
    screen.send(" + 1", ENTER)
    assert screen.last_entry(2) == "let x = 42 + 1"


def test_a_resize_keeps_what_stands_above_the_entry(start):
    for before, after, count in [(44, 43, 71), (44, 50, 71), (60, 43, 71), (44, 43, 40), (50, 44, 200)]:
        screen = start(columns=before)
        screen.send("40 + 2", ENTER).wait_for_prompt()
        screen.send("1" * count)
        # What is written for the old size must not be read in the new one.
        screen.settle(4 * screen.quiet)
        screen.resize(after, 24)
        assert "42" in screen.lines
        row = screen.row_of("42") + 1
        shown = "".join(screen.lines[row:row + 10])
        assert shown.startswith("chiso> " + "1" * count)
        assert screen.cursor == (row + (7 + count) // after, (7 + count) % after)


def test_a_resize_while_a_long_entry_is_wrapped(start):
    screen = start(columns=30)
    text = "let total = 1111 + 2222 + 3333 + 4444"
    screen.send(text)
    screen.resize(60, 24)
    assert screen.line_at_cursor == "chiso> " + text
    screen.send(ENTER)
    assert screen.last_entry() == text


def test_ctrl_backslash_does_nothing(screen):
    screen.send("1 + 1", "\x1c", " + 1", ENTER).wait_for_prompt()
    assert "3" in screen.lines
