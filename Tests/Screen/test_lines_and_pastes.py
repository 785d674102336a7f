"""Entries of several lines, and pastes."""

import unicodedata

from screen import BACKSPACE, DOWN, END, ENTER, ESCAPE, HOME, UP, ctrl, paste


def test_enter_opens_a_line_while_something_is_missing(screen):
    screen.send("share(1,", ENTER)
    row = screen.row_of("chiso>")
    assert screen.cursor == (row + 1, 2)
    screen.send("2)", ENTER)
    assert screen.last_entry() == "share(1,\n  2)"


def test_home_and_end_move_in_the_row_first(screen):
    screen.send("share(1,", ENTER, "2,", ENTER, "3", UP, HOME)
    row = screen.row_of("chiso>")
    assert screen.cursor == (row + 1, 0)
    screen.send(END)
    assert screen.cursor == (row + 1, len("  2,"))
    screen.send(END)
    assert screen.cursor == (row + 2, len("  3"))
    screen.send(HOME, HOME)
    assert screen.cursor == (row, len("chiso> "))
    screen.send(ctrl("e"))
    assert screen.cursor == (row, len("chiso> share(1,"))


def test_up_and_down_move_inside_an_entry(screen):
    screen.send("share(1,", ENTER, "2,", ENTER, "3")
    row = screen.row_of("chiso>")
    assert screen.cursor == (row + 2, 3)
    screen.send(UP, UP)
    assert screen.cursor[0] == row
    screen.send(DOWN)
    assert screen.cursor[0] == row + 1
    assert screen.colours_of("2", row + 1) == {"cyan"}


def test_enter_in_the_first_row_of_a_complete_entry_ends_it_below_the_last(screen):
    screen.send("share(1,", ENTER, "2)", UP, ENTER)
    screen.wait_for_prompt()
    assert screen.last_entry() == "share(1,\n  2)"
    assert screen.lines[screen.row_of("chiso> share(1,") + 1] == "  2)"


def test_an_entry_of_two_lines_comes_back_whole(start):
    screen = start(history=["share(1,\n  2)"])
    screen.send(UP)
    row = screen.row_of("chiso>")
    assert screen.typed_lines(row) == ["chiso> share(1,", "  2)"]
    assert screen.cursor == (row + 1, 4)
    screen.send(UP)
    assert screen.cursor[0] == row
    screen.send(ENTER)
    assert screen.last_entry(2) == "share(1,\n  2)"


def test_alt_enter_opens_a_line_anywhere(screen):
    screen.send("1 +", ESCAPE + ENTER, "2", ENTER)
    assert screen.last_entry() == "1 +\n  2"


def test_backspace_joins_lines(screen):
    screen.send("share(1,", ENTER, BACKSPACE, BACKSPACE, BACKSPACE, "2)", ENTER)
    assert screen.last_entry() == "share(1,2)"


def test_a_paste_of_several_lines_is_one_entry(screen):
    screen.send(paste("share(1,\r\n      2)\r\n"))
    row = screen.row_of("chiso>")
    assert screen.typed_lines(row) == ["chiso> share(1,", "      2)"]
    assert screen.entries() == []
    screen.send(ENTER)
    assert screen.last_entry() == "share(1,\n      2)"


def test_a_paste_of_two_statements_waits_for_enter(screen):
    screen.send(paste("let x = 1\nlet y = 2"))
    assert screen.entries() == []
    assert screen.colours_of("let y") == {"magenta", "default"}
    screen.send(ENTER)
    assert screen.last_entry() == "let x = 1\nlet y = 2"


def test_a_decomposed_paste_is_composed(screen):
    screen.send(paste(unicodedata.normalize("NFD", '"kinh tế số"')))
    assert screen.line_at_cursor == 'chiso> "kinh tế số"'
    screen.send(ENTER)
    assert screen.last_entry() == '"kinh tế số"'


def test_a_paste_cannot_steer_the_terminal(screen):
    screen.send(paste("1\x1b[31m2\x07"))
    assert screen.line_at_cursor == "chiso> 1[31m2"


def test_a_long_paste_is_read_whole(screen):
    text = '"' + "số liệu " * 4000 + '"'
    screen.send(paste(text), ENTER)
    assert screen.last_entry() == text


def test_the_terminal_is_asked_for_brackets_only_at_the_prompt(screen):
    screen.send(ctrl("d"))
    assert screen.wait_for_end() == 0
    assert screen.output.count(b"\x1b[?2004h") == screen.output.count(b"\x1b[?2004l")
