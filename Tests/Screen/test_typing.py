"""Typing an entry: letters, cursor, colours, Vietnamese, wide signs."""

import unicodedata

from screen import BACKSPACE, DELETE, ENTER, HOME, LEFT, RIGHT, ctrl


def test_the_prompt_is_coloured_and_the_cursor_stands_behind_it(screen):
    assert screen.line_at_cursor == "chiso>"
    assert screen.cursor == (screen.row_of("chiso>"), len(screen.prompt))
    assert screen.colours_of("chiso>") == {"cyan"}
    assert screen.terminal.buffer[screen.cursor[0]][0].bold


def test_an_entry_is_read_as_it_was_typed(screen):
    screen.send("1 + 2", ENTER)
    assert screen.last_entry() == "1 + 2"


def test_numbers_and_keywords_get_their_colours_while_typing(screen):
    screen.send("let x = 42")
    assert screen.colours_of("let") == {"magenta"}
    assert screen.colours_of("42") == {"cyan"}
    assert screen.colours_of("x") == {"default"}
    assert screen.cursor[1] == len(screen.prompt + "let x = 42")


def test_colours_follow_when_the_middle_of_an_entry_changes(screen):
    screen.send("let x = 42", HOME, DELETE)
    assert screen.line_at_cursor == "chiso> et x = 42"
    assert screen.colours_of("et") != {"magenta"}
    screen.send("l")
    assert screen.colours_of("let") == {"magenta"}
    assert screen.cursor[1] == len(screen.prompt) + 1


def test_moving_the_cursor_keeps_the_colours(screen):
    screen.send("let x = 42", HOME, *[RIGHT] * 9)
    assert screen.colours_of("let") == {"magenta"}
    assert screen.colours_of("42") == {"cyan"}
    assert screen.cursor[1] == len(screen.prompt) + 9


def test_vietnamese_in_composed_form(screen):
    screen.send('"kinh tế số"', LEFT, LEFT, BACKSPACE, "s")
    assert screen.line_at_cursor == 'chiso> "kinh tế số"'
    screen.send(ENTER)
    assert screen.last_entry() == '"kinh tế số"'


def test_vietnamese_in_decomposed_form_is_composed(screen):
    text = '"kinh tế số Việt"'
    screen.send(*unicodedata.normalize("NFD", text))
    assert screen.line_at_cursor == "chiso> " + text
    assert screen.cursor[1] == len(screen.prompt + text)
    screen.send(ENTER)
    assert screen.last_entry() == text


def test_a_mark_in_the_middle_changes_the_letter_before_the_cursor(screen):
    screen.send('"tes"', LEFT, LEFT, "\u0302", "\u0301")
    assert screen.line_at_cursor == 'chiso> "tếs"'
    assert screen.cursor[1] == len(screen.prompt + '"tế')
    screen.send(BACKSPACE, ENTER)
    assert screen.last_entry() == '"ts"'


def test_an_input_method_that_rewrites_letters(screen):
    screen.send('"te', BACKSPACE, "ê", BACKSPACE, "ế", '"', ENTER)
    assert screen.last_entry() == '"tế"'


def test_wide_signs_take_two_columns(screen):
    screen.send('"数字"')
    assert screen.cursor[1] == len(screen.prompt) + 6
    screen.send(LEFT, LEFT, BACKSPACE, ENTER)
    assert screen.last_entry() == '"字"'


def test_an_entry_wraps_at_the_margin_in_its_colours(start):
    screen = start(columns=30)
    screen.send("let total = 1111 + 2222 + 3333 + 4444")
    row = screen.row_of("chiso>")
    assert screen.lines[row] == "chiso> let total = 1111 + 2222"
    assert screen.lines[row + 1] == " + 3333 + 4444"
    assert screen.colours_of("4444") == {"cyan"}
    assert screen.cursor == (row + 1, 14)
    screen.send(HOME)
    assert screen.cursor == (row, len(screen.prompt))
    assert screen.colours_of("3333") == {"cyan"}


def test_an_entry_that_ends_exactly_at_the_margin(start):
    screen = start(columns=20)
    for _ in range(12):
        screen.send("1 + 2", ENTER)
    screen.wait_for_prompt()
    screen.send("11111 + 22222", LEFT, LEFT, "3")
    assert screen.text.endswith("chiso> 11111 + 22232\n2")
    screen.send(BACKSPACE)
    assert screen.line_at_cursor == "chiso> 11111 + 22222"
    screen.send(HOME, "4")
    assert screen.text.endswith("chiso> 411111 + 2222\n2")


def test_keys_typed_faster_than_they_are_drawn(screen):
    screen.send_at_once("let x = 1\rlet y = 2\r")
    assert screen.last_entry(2) == "let y = 2"
    assert screen.entries() == ["let x = 1", "let y = 2"]
    row = screen.row_of("chiso> let y")
    assert screen.colours_of("let", row) == {"magenta"}


def test_words_are_deleted_and_lines_are_cut(screen):
    screen.send("alpha beta", ctrl("w"))
    assert screen.line_at_cursor == "chiso> alpha"
    screen.send(ctrl("u"))
    assert screen.line_at_cursor == "chiso>"


def test_control_characters_never_reach_the_screen_raw(screen):
    screen.send(ctrl("v"), "\x07", "1")
    assert screen.line_at_cursor == "chiso> ^G1"
    assert screen.cursor[1] == len(screen.prompt) + 3


def test_signs_that_take_several_columns_at_the_margin(start):
    screen = start(columns=12)
    screen.send("1234", ctrl("v"), "\x07", "字")
    assert screen.text.endswith("chiso> 1234^\nG字")
    screen.send(LEFT, BACKSPACE, "5")
    assert screen.text.endswith("chiso> 12345\n字")
    screen.send(HOME, "0")
    assert screen.text.endswith("chiso> 01234\n5字")
    screen.send(DELETE)
    assert screen.text.endswith("chiso> 02345\n字")


def test_a_wide_sign_that_does_not_fit_moves_to_the_next_row(start):
    screen = start(columns=12)
    screen.send("1234字+5")
    assert screen.text.endswith("chiso> 1234\n字+5")
    assert screen.colours_of("5") == {"cyan"}
    screen.send(LEFT, LEFT, LEFT)
    assert screen.cursor == (screen.row_of("字"), 0)


def test_an_entry_higher_than_the_screen_can_still_be_edited(start):
    screen = start(columns=20, rows=5)
    text = "1 + " * 40 + "2"
    screen.send(text, BACKSPACE, "3", HOME, "4", ENTER)
    assert screen.last_entry() == "4" + text[:-1] + "3"
    screen.wait_for_prompt()


def test_ctrl_l_clears_the_screen_and_keeps_the_entry(screen):
    screen.send("1 + 1", ENTER).wait_for_prompt()
    screen.send("let x = 42", ctrl("l"))
    assert screen.typed_lines(0) == ["chiso> let x = 42"]
    assert screen.cursor == (0, len(screen.prompt + "let x = 42"))
    assert screen.colours_of("let") == {"magenta"}


def test_typing_ahead_while_the_program_works(screen):
    screen.send_at_once("1 + 1\r2 + 2\r3 +")
    screen.last_entry(2)
    screen.wait_until(lambda: screen.line_at_cursor == "chiso> 3 +", "what was typed ahead is lost")
    screen.send(" 4", ENTER)
    assert screen.last_entry(3) == "3 + 4"
