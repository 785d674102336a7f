"""Editing as people know it: emacs and vi, indentation, sizes, signs without width."""

import pytest

from screen import BACKSPACE, ENTER, ESCAPE, LEFT, RIGHT, UP, ctrl, paste


def test_a_new_line_keeps_the_margin_of_the_one_before(screen):
    screen.send("share(", ENTER, "  gdp,", ENTER)
    assert screen.cursor[1] == 4
    row = screen.cursor[0]
    assert screen.typed_lines(row - 2)[:2] == ["chiso> share(", "    gdp,"]


@pytest.mark.parametrize("keys, entry", [
    (["b c", ctrl("a"), "a "], "a b c"),
    (["a b", ctrl("a"), ctrl("e"), " c"], "a b c"),
    (["a bc", ESCAPE + "b", "x"], "a xbc"),
    (["abc", ctrl("b"), "x"], "abxc"),
    (["a b c", ctrl("w"), ctrl("y")], "a b c"),
    (["abc", ctrl("a"), ctrl("k"), "x"], "x"),
    (["ab", ctrl("t")], "ba"),
    (["one two", ESCAPE + BACKSPACE], "one"),
])
def test_emacs_keys(screen, keys, entry):
    screen.send(*keys)
    assert screen.line_at_cursor == "chiso> " + entry


def test_emacs_is_chosen_in_editrc_after_vi(start):
    screen = start(editrc="bind -v\nbind -e\n")
    screen.send("b", ctrl("a"), "a")
    assert screen.line_at_cursor == "chiso> ab"


@pytest.mark.parametrize("keys, entry", [
    (["abc", ESCAPE, "x"], "ab"),
    (["abc def", ESCAPE, "b", "D"], "abc"),
    (["abc", ESCAPE, "0", "i", "x"], "xabc"),
    (["abc", ESCAPE, "A", "d"], "abcd"),
    (["abc", ESCAPE, "S", "d"], "d"),
])
def test_vi_keys(start, keys, entry):
    screen = start(editrc="bind -v\n")
    screen.send(*keys)
    assert screen.line_at_cursor == "chiso> " + entry


def test_vi_has_colours_and_previews(start):
    screen = start(editrc="bind -v\n")
    screen.send("let x = 42")
    assert screen.colours_of("let") == {"magenta"}
    assert screen.preview == "⇒ 42"
    screen.send(ESCAPE)
    assert screen.preview == "⇒ 42"
    assert screen.cursor[1] == len("chiso> let x = 4")
    screen.send("r", "3")
    assert screen.preview == "⇒ 43"


def test_vi_takes_a_suggestion(start):
    screen = start(editrc="bind -v\n", history=["share(1, 2)"])
    screen.send("sha", RIGHT)
    screen.wait_until(lambda: screen.line_at_cursor == "chiso> share(1, 2)", "the suggestion was not taken")


@pytest.mark.parametrize("text, width", [
    ("数字", 4), ("ｗ", 2), ("한글", 4), ("👩", 2), ("đồng", 4), ("a\u0301", 1), ("tiếng Việt", 10),
])
def test_the_cursor_stands_behind_signs_of_any_width(screen, text, width):
    screen.send(paste(f'"{text}'))
    assert screen.cursor[1] == len("chiso> ") + 1 + width
    screen.send('" ', LEFT, LEFT, BACKSPACE, "x")
    assert screen.line_at_cursor.endswith('x"')


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\ufeff", "\u00ad"])
def test_signs_without_width_break_nothing(screen, sign):
    screen.send(paste(f'"a{sign}b"'))
    before = screen.cursor
    screen.send("1", BACKSPACE)
    assert screen.cursor == before
    screen.send(ctrl("u"), "7")
    assert screen.line_at_cursor == "chiso> 7"
    assert screen.cursor[1] == len("chiso> 7")


def test_every_vietnamese_letter_is_composed(screen):
    letters = "ăâđêôơư" + "ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự"
    import unicodedata
    screen.send(paste('"' + unicodedata.normalize("NFD", letters) + '"'))
    assert screen.line_at_cursor == f'chiso> "{letters}"'
    assert screen.cursor[1] == len(f'chiso> "{letters}"')
    screen.send(ENTER)
    assert screen.last_entry() == f'"{letters}"'


def test_a_locale_of_c_keeps_letters_previews_and_decimal_points(start):
    screen = start(LC_ALL="C", LANG="C")
    screen.send('"số"', ctrl("u"), "1.5 + 1")
    assert screen.preview == "⇒ 2.5"
    screen.send(ENTER).wait_for_prompt()
    assert "2.5" in screen.lines
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> 1.5 + 1"


def test_a_locale_of_another_charset(start):
    screen = start(LANG="vi_VN.TCVN", LC_ALL=None)
    screen.send('"số"')
    assert screen.line_at_cursor == 'chiso> "số"'


def test_a_resize_keeps_an_entry_of_several_lines(screen):
    screen.send(paste("share(digital_economy,\n  gdp, 2025)"))
    for columns in [30, 18, 90, 60]:
        screen.resize(columns, 24)
    row = screen.row_of("chiso>")
    assert screen.typed_lines(row) == ["chiso> share(digital_economy,", "  gdp, 2025)"]
    assert screen.preview == "⇒ 20.5 % · share of gdp · 2025 · target"
    screen.send(ENTER)
    assert screen.last_entry() == "share(digital_economy,\n  gdp, 2025)"
