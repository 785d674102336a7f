"""What an entry shows before Enter: its first mistake, what it means, what may follow."""

import time

import pytest

from conftest import PROGRAM
from test_stopping import claims
from screen import BACKSPACE, ENTER, HOME, LEFT, RIGHT, UP, ctrl, paste

SHARE = "share(digital_economy, gdp, 2025)"


# The first mistake


def test_an_unknown_name_is_underlined_and_red(screen):
    screen.send("gdpx + 1")
    assert screen.underlined == "gdpx"
    assert screen.colours_of("gdpx") == {"red"}
    assert screen.colours_of("1", screen.cursor[0]) == {"cyan"}
    assert screen.cursor[1] == len(screen.prompt + "gdpx + 1")


def test_only_the_first_mistake_is_underlined(screen):
    screen.send("gdpx + gdpy")
    assert screen.underlined == "gdpx"


def test_a_name_is_no_mistake_while_it_may_become_a_right_one(screen):
    screen.send("digital_eco")
    assert screen.underlined == ""
    screen.send("x")
    assert screen.underlined == "digital_ecox"
    screen.send(BACKSPACE, "nomy")
    assert screen.underlined == ""


def test_a_word_of_the_language_is_no_mistake_while_it_is_typed(screen):
    screen.send("gdp[2024] t")
    assert screen.underlined == ""
    screen.send("o")
    assert screen.underlined == ""


def test_an_unfinished_entry_has_no_mistake_but_a_wrong_name(screen):
    screen.send("share(digital_economy, ")
    assert screen.underlined == ""
    screen.send(ctrl("u"), "share(digital_econmy, ")
    assert screen.underlined == "digital_econmy"


def test_what_does_not_add_up_is_underlined(screen):
    screen.send("gdp + population")
    # It could go on to `population_db_lookups`.
    assert screen.underlined == ""
    screen.send(" ")
    assert screen.underlined == "population"
    screen.send(ctrl("u"), "share(digital_economy, population)")
    assert screen.underlined == "population"


def test_what_is_no_statement_is_underlined(screen):
    screen.send("1 + * 2")
    assert screen.underlined == "*"


def test_an_unknown_command_is_underlined(screen):
    screen.send(":desc")
    assert screen.underlined == ""
    screen.send("x")
    assert screen.underlined == ":descx"
    assert screen.colours_of(":descx") == {"red"}


def test_a_mistake_is_seen_wherever_the_cursor_is(screen):
    screen.send("gdpx + 1", HOME)
    assert screen.underlined == "gdpx"
    screen.send(RIGHT)
    assert screen.underlined == "gdpx"


def test_nothing_is_underlined_without_colours(start):
    screen = start(NO_COLOR="1")
    screen.send("gdpx + 1")
    assert screen.underlined == ""


def test_a_name_of_the_session_is_known(screen):
    screen.send("let de = share(digital_economy, gdp)", ENTER).wait_for_prompt()
    screen.send("de[2025]")
    assert screen.underlined == ""
    assert screen.preview == "⇒ 20.5 % · share of gdp · 2025 · target"


# What it means


def test_a_preview_stands_at_the_right_edge(start):
    screen = start(columns=100)
    screen.send(SHARE)
    preview = "⇒ 20.5 % · share of gdp · 2025 · target"
    assert screen.preview == preview
    assert screen.row_at_cursor == ("chiso> " + SHARE).ljust(99 - len(preview)) + preview
    assert screen.cursor[1] == len(screen.prompt + SHARE)
    row = screen.cursor[0]
    assert screen.colours_of("⇒", row) == {"brightblack"}
    assert screen.colours_of("20.5", row) == {"cyan"}
    assert screen.colours_of("target", row) == {"magenta"}


def test_a_preview_of_a_series_tells_how_far_it_reaches(screen):
    screen.send("digital_economy_share")
    assert screen.preview == "⇒ 6 figures · share of gdp · 2021–2030 · %"


def test_a_preview_is_shorter_where_there_is_less_room(start):
    screen = start(columns=80)
    screen.send(SHARE)
    assert screen.preview == "⇒ 20.5 % · 2025 · target"
    screen.resize(60, 24)
    assert screen.preview == "⇒ 20.5 %"
    screen.resize(50, 24)
    assert screen.preview == ""


@pytest.mark.parametrize("entry, preview", [
    ("2 + 3 * 4", "⇒ 14"),
    ("gdp[2024] to VND given exchange_rate[2024] = 25_000 VND/USD", "⇒ 11_907.5 trillion VND"),
    ("gdp[2024] > gdp[2023]", "⇒ true"),
    ("infer(digital_economy[2024])", "⇒ 85.14 billion USD · 2024 · inferred"),
    ("spread(digital_economy_share[2024])", "⇒ 0 pp · 2024"),
    ("revisions(digital_economy_share[2024])", "⇒ 1 figure · share of gdp · 2024 · %"),
    ("let x = gdp[2024]", "⇒ 476.3 billion USD · 2024"),
])
def test_previews_of_other_entries(start, entry, preview):
    screen = start(columns=110)
    screen.send(entry)
    assert screen.preview == preview


def test_a_preview_leaves_no_trace_behind_enter(screen):
    screen.send(SHARE, ENTER).wait_for_prompt()
    assert "chiso> " + SHARE in screen.lines
    assert "⇒" not in screen.text


def test_a_preview_leaves_no_trace_behind_ctrl_c(screen):
    screen.send(SHARE, HOME, ctrl("c")).wait_for_prompt()
    assert "⇒" not in screen.text
    assert "chiso> " + SHARE + "^C" in screen.lines


def test_a_preview_leaves_the_session_as_it_is(screen):
    screen.send("41 + 1", ENTER).wait_for_prompt()
    screen.send("let x = 7")
    assert screen.preview == "⇒ 7"
    screen.send(ctrl("u"), "_")
    assert screen.preview == "⇒ 42"
    screen.send(ctrl("u"), "x")
    assert screen.preview == ""


def test_a_preview_stays_while_the_cursor_moves(screen):
    screen.send("2 + 3", HOME)
    assert screen.preview == "⇒ 5"
    assert screen.cursor[1] == len(screen.prompt)
    screen.send("1")
    assert screen.preview == "⇒ 15"
    assert screen.line_at_cursor == "chiso> 12 + 3"


def test_a_preview_vanishes_before_what_is_typed_reaches_it(start):
    screen = start(columns=50)
    for count in [*range(1, 12), *range(10, 1, -1)]:
        text = " + ".join(["1"] * count)
        screen.send(ctrl("u"), text)
        # Three columns before it and the last one stay free.
        fits = len(screen.prompt + text) + 3 + len(f"⇒ {count}") + 1 <= 50
        assert screen.preview == (f"⇒ {count}" if fits else "")
        assert screen.line_at_cursor == "chiso> " + text
        assert fits == (count < 10)


def test_a_narrow_terminal_shows_no_preview(start):
    screen = start(columns=39)
    screen.send("1 + 1")
    assert screen.row_at_cursor == "chiso> 1 + 1"


def test_a_mistake_has_no_preview(screen):
    for entry in ["gdp + population", "gdpx", "1 + * 2", "gdp[1900]"]:
        screen.send(entry)
        assert screen.preview == ""
        screen.send(ctrl("u"))


def test_an_open_call_shows_its_arguments_and_which_comes_next(screen):
    screen.send("share(gdp, ")
    assert screen.preview == "share(part, whole)"
    row = screen.cursor[0]
    column = screen.row_at_cursor.rindex("whole")
    assert screen.terminal.buffer[row][column].bold
    assert not screen.terminal.buffer[row][screen.row_at_cursor.rindex("part")].bold


def test_a_preview_stands_in_the_last_row_of_several(screen):
    screen.send(paste("share(digital_economy,\n  gdp, 2025)"))
    row = screen.row_of("chiso>")
    assert screen.preview == "⇒ 20.5 % · share of gdp · 2025 · target"
    screen.send(UP)
    assert screen.cursor[0] == row
    assert "⇒" not in screen.lines[row]
    assert screen.lines[row + 1].endswith("⇒ 20.5 % · share of gdp · 2025 · target")
    screen.send("1")
    assert "⇒" not in screen.text


def test_a_preview_without_colours(start):
    screen = start(columns=100, NO_COLOR="1")
    screen.send(SHARE)
    assert screen.preview == "⇒ 20.5 % · share of gdp · 2025 · target"
    assert screen.colours_of("target", screen.cursor[0]) == {"default"}


def test_a_dumb_terminal_shows_no_preview(start):
    screen = start(TERM="dumb")
    screen.send("1 + 1")
    assert screen.row_at_cursor == "chiso> 1 + 1"


def test_a_preview_of_a_command_says_what_it_does(screen):
    screen.send(":undo")
    assert screen.preview.startswith("⇒ take back the last")


def test_a_resize_moves_the_preview_to_the_new_edge(screen):
    screen.send("1 + 1")
    screen.resize(60, 24)
    assert screen.row_at_cursor == "chiso> 1 + 1".ljust(56) + "⇒ 2"
    screen.resize(39, 24)
    assert screen.row_at_cursor == "chiso> 1 + 1"
    screen.resize(100, 24)
    assert screen.row_at_cursor == "chiso> 1 + 1".ljust(96) + "⇒ 2"


def test_what_takes_longer_is_told_by_its_unit(start, tmp_path):
    screen = start(columns=100, program=[PROGRAM, "--plugin", str(claims(tmp_path))])
    screen.send("infer(a7[2024])")
    screen.wait_until(lambda: "⇒" in screen.row_at_cursor, "no preview")
    assert screen.preview in ("⇒ USD · with Enter", "⇒ 10.5 billion USD · 2024 · inferred")


def test_a_key_is_not_held_up_by_what_takes_longer(start, tmp_path):
    screen = start(columns=100, program=[PROGRAM, "--plugin", str(claims(tmp_path))])
    screen.send("infer(a7[2024]")
    screen.write(")")
    time.sleep(0.01)
    asked = time.monotonic()
    screen.write(" * 2").wait_until(lambda: screen.line_at_cursor == "chiso> infer(a7[2024]) * 2", "no keys")
    # Working all of it out takes more than a second.
    assert time.monotonic() - asked < 0.5


def test_keys_that_come_in_a_burst_are_not_held_up_by_previews(screen):
    shown = screen.output.count("⇒".encode())
    screen.send_at_once("1 + 1 + 1 + 1 + 1 + 1 + 1 + 1")
    assert screen.preview == "⇒ 8"
    assert screen.output.count("⇒".encode()) <= shown + 4


# What may follow


def test_a_name_is_suggested_greyly(screen):
    screen.send("digital_eco")
    assert screen.suggestion == "nomy"
    assert screen.cursor[1] == len(screen.prompt + "digital_eco")
    screen.send(RIGHT)
    assert screen.line_at_cursor == "chiso> digital_economy"
    assert screen.suggestion == ""
    screen.send(ENTER).wait_for_prompt()
    assert screen.last_entry() == "digital_economy"


def test_a_suggested_name_makes_sense_where_it_stands(screen):
    screen.send("digital_economy_share + digital_eco")
    assert screen.suggestion == "nomy_share"
    screen.send(ctrl("u"), "share(gdp, digital_eco")
    assert screen.suggestion == "nomy"


def test_history_is_suggested_before_names(start):
    screen = start(history=["digital_signatures[2023]"])
    screen.send("digital_")
    assert screen.suggestion == "signatures[2023]"
    screen.send(ctrl("f"))
    assert screen.line_at_cursor == "chiso> digital_signatures[2023]"


def test_an_entry_that_failed_is_not_suggested(screen):
    screen.send("4321 + nonsense", ENTER).wait_for_prompt()
    screen.send("4321")
    assert screen.suggestion == ""
    screen.send(ctrl("u"), "4321 + 1", ENTER).wait_for_prompt()
    screen.send("4321")
    assert screen.suggestion == " + 1"


def test_a_suggestion_and_a_preview_share_the_row(start):
    screen = start(history=["2 + 3 + 4"])
    screen.send("2 + 3")
    assert (screen.suggestion, screen.preview) == (" + 4", "⇒ 5")
    screen.send(RIGHT)
    assert (screen.suggestion, screen.preview) == ("", "⇒ 9")
    screen.send(LEFT)
    assert (screen.suggestion, screen.preview) == ("", "⇒ 9")


def test_no_suggestion_without_colours(start):
    screen = start(NO_COLOR="1", history=["2 + 3 + 4"])
    screen.send("2 + ")
    assert screen.row_at_cursor == "chiso> 2 +"
