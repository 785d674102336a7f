"""Earlier entries: walking, searching, suggesting, keeping."""

import os
import stat
import unicodedata
from pathlib import Path

from screen import DOWN, ENTER, HOME, LEFT, RIGHT, UP, ctrl, paste


def test_up_walks_back_and_down_returns_to_what_was_typed(start):
    screen = start(history=["1 + 1", "2 + 2"])
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> 2 + 2"
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> 1 + 1"
    screen.send(DOWN, DOWN)
    assert screen.line_at_cursor == "chiso>"


def test_up_looks_for_entries_that_start_with_what_was_typed(start):
    screen = start(history=["share(1, 2)", "growth(3)", "share(4, 5)", "change(6)"])
    screen.send("sh", UP)
    assert screen.line_at_cursor == "chiso> share(4, 5)"
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> share(1, 2)"
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> share(1, 2)"
    screen.send(DOWN, DOWN)
    assert screen.line_at_cursor.startswith("chiso> sh")
    assert screen.cursor[1] == len(screen.prompt) + 2


def test_a_new_entry_is_found_at_once(screen):
    screen.send("1 + 2", ENTER)
    screen.wait_for_prompt()
    screen.send(UP, HOME, "3 + ", ENTER)
    assert screen.last_entry(2) == "3 + 1 + 2"


def test_ctrl_r_searches_inside_entries(start):
    screen = start(history=['"kinh tế số"', "1 + 1", "2 + 2"])
    screen.send(ctrl("r"), "t", "ế")
    assert 'chiso> "kinh tế số"' in screen.text
    assert "bck:tế" in screen.text
    screen.send(ENTER)
    assert screen.last_entry(4) == '"kinh tế số"'
    assert "bck:" not in screen.text


def test_ctrl_r_again_goes_further_back(start):
    screen = start(history=["1 + 1", "2 + 1", "3 + 3"])
    screen.send(ctrl("r"), "+ 1")
    assert "chiso> 2 + 1" in screen.text
    screen.send(ctrl("r"))
    assert "chiso> 1 + 1" in screen.text


def test_ctrl_r_composes_marks(start):
    screen = start(history=['"kinh tế"', '"kinh te"'])
    screen.send(ctrl("r"), "t", "e", "\u0302", "\u0301")
    assert "bck:tế" in screen.text
    assert 'chiso> "kinh tế"' in screen.text


def test_an_arrow_ends_the_search_and_moves(start):
    screen = start(history=["1 + 2", "3"])
    screen.send(ctrl("r"), "+", RIGHT)
    assert screen.line_at_cursor == "chiso> 1 + 2"
    screen.send(LEFT, LEFT, LEFT, "4", ENTER)
    assert screen.last_entry(3) == "41 + 2"


def test_a_paste_while_searching_is_searched_for(start):
    screen = start(history=["1 + 1", "2 + 2"])
    screen.send(ctrl("r"), paste("1 +"))
    assert "bck:1 +" in screen.text
    assert "chiso> 1 + 1" in screen.text


def test_the_search_can_be_left_with_ctrl_c(start):
    screen = start(history=["1 + 1"])
    screen.send(ctrl("r"), "1", ctrl("c")).wait_for_prompt()
    screen.send("7", ENTER)
    assert screen.last_entry(2) == "7"


def test_a_suggestion_stands_greyly_behind_the_cursor(start):
    screen = start(history=["share(1, 2)"])
    screen.send("sha")
    assert (screen.line_at_cursor, screen.suggestion) == ("chiso> sha", "re(1, 2)")
    assert screen.colours_of("re(1, 2)") == {"brightblack"}
    assert screen.cursor[1] == len(screen.prompt) + 3
    screen.send(RIGHT)
    assert screen.cursor[1] == len(screen.prompt + "share(1, 2)")
    assert screen.colours_of("1") == {"cyan"}
    screen.send(ENTER)
    assert screen.last_entry(2) == "share(1, 2)"


def test_a_suggestion_is_taken_with_ctrl_f_and_only_at_the_end(start):
    screen = start(history=["share(1, 2)"])
    screen.send("sha", LEFT)
    assert screen.line_at_cursor == "chiso> sha"
    assert screen.suggestion == ""
    screen.send(ctrl("f"))
    assert (screen.line_at_cursor, screen.suggestion) == ("chiso> sha", "re(1, 2)")
    screen.send(ctrl("f"))
    assert screen.line_at_cursor == "chiso> share(1, 2)"
    assert screen.cursor[1] == len(screen.prompt + "share(1, 2)")


def test_a_suggestion_that_is_not_taken_leaves_no_trace(start):
    screen = start(history=["12345"])
    screen.send("12", ENTER)
    screen.wait_for_prompt()
    assert screen.last_entry(2) == "12"
    assert "345" not in screen.text


def test_a_suggestion_is_cut_at_the_margin(start):
    screen = start(columns=20, history=["share(1111, 2222, 3333)"])
    screen.send("sha")
    assert screen.row_at_cursor == "chiso> share(1111,…"
    assert screen.cursor[1] == len(screen.prompt) + 3


def test_the_history_is_for_its_owner_alone(screen):
    screen.send("1 + 2", ENTER)
    screen.last_entry()
    path = Path(screen.environment["XDG_STATE_HOME"]) / "chiso" / "history"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_two_sessions_keep_each_others_entries(start):
    first, second = start(), start()
    first.send("1 + 1", ENTER).last_entry(1)
    second.send("2 + 2", ENTER).last_entry(2)
    first.send("3 + 3", ENTER).last_entry(3)
    assert first.entries() == ["1 + 1", "2 + 2", "3 + 3"]


def test_damaged_and_decomposed_lines_do_no_harm(start, tmp_path):
    folder = tmp_path / "state" / "chiso"
    folder.mkdir(parents=True)
    decomposed = unicodedata.normalize("NFD", "tế")
    (folder / "history").write_bytes(
        b'{"text": "1 + 1", "ok": true}\n{"text": "broken\n\xff\xfe\n{}\n'
        + f'{{"time":"x","text":"\\"{decomposed}\\"","ok":false,"more":1}}\n{{"text":"cut of'.encode())
    screen = start()
    screen.send(UP)
    assert screen.line_at_cursor == 'chiso> "tế"'
    screen.send(UP)
    assert screen.line_at_cursor == "chiso> 1 + 1"
    screen.send(ctrl("u"), "5", ENTER).wait_for_prompt()
    assert (folder / "history").read_bytes().splitlines()[-1].endswith(b'"text":"5","ok":true}')
