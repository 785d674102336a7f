"""Terminals and environments that can do less."""

from screen import ENTER, TAB, UP, ctrl


def test_a_dumb_terminal_gets_no_escape_sequence(start):
    screen = start(TERM="dumb", history=["let x = 42"])
    screen.send("let y = 1", ENTER)
    assert screen.last_entry(2) == "let y = 1"
    assert b"\x1b" not in screen.output


def test_an_unknown_terminal_is_treated_as_a_dumb_one(start):
    screen = start(TERM="no-such-terminal")
    screen.send("1 + 2", ENTER)
    assert screen.last_entry() == "1 + 2"
    assert b"\x1b" not in screen.output


def test_no_color_leaves_colours_out_and_everything_else_in(start):
    screen = start(NO_COLOR="1", history=["share(1, 2)"])
    screen.send("sha")
    assert screen.line_at_cursor == "chiso> sha"
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> share(1, 2)"
    assert screen.colours_of("chiso>") == {"default"}
    assert screen.colours_of("1") == {"default"}


def test_vietnamese_without_a_vietnamese_locale(start):
    for locale in [{"LC_ALL": "C"}, {"LANG": "vi_VN.UTF-8"}, {"LANG": None}]:
        screen = start(**locale)
        screen.send('"kinh tế số"')
        assert screen.line_at_cursor == 'chiso> "kinh tế số"'
        screen.send(ctrl("c"))


def test_the_terminal_is_never_queried(start):
    screen = start()
    for query in [b"\x1b[c", b"\x1b[6n", b"\x1b]10;?", b"\x1b]11;?", b"\x1b[>c"]:
        assert query not in screen.output


def test_editrc_may_bind_keys(start):
    screen = start(editrc="bind ^T ed-move-to-beg\nbind ^X chiso-complete\nbind ^G no-such-command\n")
    screen.send("digital_ec", ctrl("x"))
    assert screen.line_at_cursor.startswith("chiso> digital_economy")
    screen.send(ctrl("u"), "23", ctrl("t"), "1", ENTER)
    assert screen.last_entry() == "123"


def test_editrc_may_choose_vi(start):
    screen = start(editrc="bind -v\n", history=["1 + 1"])
    screen.send("share(1,", ENTER, "2)", ENTER)
    assert screen.last_entry(2) == "share(1,\n  2)"
    screen.wait_for_prompt()
    screen.send("digital_ec", TAB)
    assert screen.line_at_cursor.startswith("chiso> digital_economy")
    screen.send("\x1b")
    screen.send("0", "x")
    assert screen.line_at_cursor.startswith("chiso> igital_economy")
    screen.send(UP)
    assert screen.typed_lines(screen.cursor[0] - 1) == ["chiso> share(1,", "  2)"]


def test_typing_goes_on_after_the_search_key_in_the_middle(start):
    screen = start(history=["1 + 1"])
    screen.send("22", ctrl("r"), "\x1b", "3", ENTER)
    assert screen.last_entry(2)
