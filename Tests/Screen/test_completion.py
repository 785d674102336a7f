"""Tab."""

import re

from screen import ENTER, HOME, LEFT, RIGHT, TAB, ctrl


def test_tab_inserts_what_all_candidates_share(screen):
    screen.send("digital_ec", TAB)
    assert screen.line_at_cursor.startswith("chiso> digital_economy")


def test_a_second_tab_lists_and_the_entry_stays(screen):
    screen.send("1 % + digital_eco", TAB, TAB)
    entry = screen.line_at_cursor
    assert entry.startswith("chiso> 1 % + digital_economy")
    above = screen.lines[:screen.cursor[0]]
    assert any(line.startswith("digital_economy_share") for line in above)
    assert screen.cursor[1] == len(entry)
    assert not re.search(r"\?|\(y/n\)", screen.text)
    assert screen.colours_of("1", screen.cursor[0]) == {"cyan"}


def test_a_second_tab_inside_an_entry_of_several_lines(screen):
    screen.send("1 + 2", ENTER).wait_for_prompt()
    screen.send("coalesce(1 %,", ENTER, "digital_eco", TAB, TAB)
    row = screen.cursor[0]
    assert screen.lines[row - 1] == "chiso> coalesce(1 %,"
    assert screen.lines[row].startswith("  digital_economy")
    assert "chiso> 1 + 2" in screen.text
    listed = [line for line in screen.lines if line.startswith("digital_economy_share")]
    assert listed
    assert screen.lines[screen.row_of("chiso>") - 1].startswith("digital_")


def test_tab_completes_before_the_rest_of_an_entry(screen):
    screen.send("digital_ec + 1", HOME, *[RIGHT] * 10, TAB)
    assert re.match(r"chiso> digital_economy\w* \+ 1", screen.line_at_cursor)


def test_tab_without_candidates_changes_nothing(screen):
    screen.send("zzzzqq", TAB, TAB)
    assert screen.line_at_cursor == "chiso> zzzzqq"


def test_a_list_is_never_wider_than_the_terminal(start):
    screen = start(columns=24)
    screen.send("digital_", TAB, TAB)
    assert screen.line_at_cursor.startswith("chiso> digital_")
    assert any("…" in line for line in screen.lines)


def test_a_list_is_never_higher_than_the_terminal(start):
    screen = start(rows=6)
    screen.send("digital_", TAB)
    assert screen.line_at_cursor.startswith("chiso> digital_")
    assert re.search(r"^1 to 2 of \d+ · Tab for more$", screen.text, re.MULTILINE)


def test_tab_inside_a_word_repeats_nothing(start):
    screen = start()
    screen.send("gdp[2024]", LEFT, LEFT, LEFT, TAB)
    assert screen.line_at_cursor.startswith("chiso> gdp[2024]")
    assert screen.cursor[1] == len("chiso> gdp[202")
    screen.send(ctrl("c"))
    screen.send("share(digital_economy, gdp, 2024)", *[LEFT] * 13, TAB)
    assert screen.line_at_cursor.startswith("chiso> share(digital_economy, gdp, 2024)")
