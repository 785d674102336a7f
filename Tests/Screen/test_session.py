"""The session: taking back and doing again, saving and loading, settings, the start file, Ctrl-C, progress, pages."""

import re
import time

from screen import ENTER, TAB, ctrl
from session_steps import below, enter


def test_the_last_values_have_names(screen):
    enter(screen, "3 + 4", "_ * 2", "_1 + _2")
    assert below(screen, "_ * 2") == ["14"]
    assert below(screen, "_1 + _2") == ["21"]


def test_undo_and_redo(screen):
    enter(screen, "let rate = 3", ":undo", "rate")
    assert below(screen, ":undo") == ["taken back: let rate = 3"]
    assert screen.colours_of("taken back: let rate = 3") == {"brightblack"}
    assert "error: There is no indicator or name `rate`." in screen.lines
    enter(screen, ":redo", "rate * 2")
    assert below(screen, ":redo") == ["done again: let rate = 3"]
    assert below(screen, "rate * 2") == ["6"]
    enter(screen, ":redo")
    assert below(screen, ":redo")[0] == "error: There is nothing to do again."


def test_what_is_saved_runs_again_and_tells_what_changed(start, tmp_path):
    file = tmp_path / "session.chiso"
    screen = start()
    enter(screen, "let growth_rate = 7 %", "nothing_of_the_sort", "growth_rate * 2", "gdp[2024]", f":save {file}")
    assert "3 statements in" in screen.text
    text = file.read_text("utf-8")
    assert text == (
        "let growth_rate = 7 %\n\ngrowth_rate * 2\n#= 14 percent\n\n"
        "gdp[2024]\n#= 2024: 476.3 billion USD\n")
    file.write_text(text.replace("476.3", "470"), "utf-8")
    again = start()
    enter(again, f":load {file}")
    assert "1 of 2 figures differ from those that were saved:" in again.lines
    assert again.colours_of("1 of 2 figures") == {"brown"}
    row = again.lines[again.row_of("470 billion USD")].split()
    assert row == ["gdp[2024]", "2024", "470", "billion", "USD", "476.3", "billion", "USD"]
    enter(again, "growth_rate")
    assert below(again, "growth_rate") == ["7 %"]


def test_a_session_that_has_not_changed_says_so(start, tmp_path):
    file = tmp_path / "session.chiso"
    screen = start()
    enter(screen, "gdp[2023..2024]", f":save {file}", f":load {file}")
    assert screen.lines[-2] == "all 2 figures are as they were saved"


def words(screen):
    """The text of the screen, wherever its lines are broken."""
    return re.sub(r"\s+", " ", screen.text)


def test_a_file_is_not_overwritten_unless_that_is_asked_for(start, tmp_path):
    file = tmp_path / "mine.chiso"
    file.write_text("# my own\n", "utf-8")
    screen = start(columns=160)
    enter(screen, "gdp[2024]", f":save {file}")
    assert f"error: There is a file `{file}` already; it is left as it is." in words(screen)
    assert screen.lines[-2] == (
        "help: choose another name, or write `--replace` before it to put the new file in its place")
    assert file.read_text("utf-8") == "# my own\n"
    enter(screen, f":save --replace {file}")
    assert screen.lines[-2] == f"1 statement in {file}"
    # What was written here is written again.
    enter(screen, "1 + 1", f":save {file}")
    assert screen.lines[-2] == f"2 statements in {file}"
    # Unless somebody else has changed it since.
    file.write_text("# my own\n", "utf-8")
    enter(screen, f":save {file}")
    assert file.read_text("utf-8") == "# my own\n"


def test_an_export_does_not_overwrite_either(start, tmp_path):
    file = tmp_path / "gdp.csv"
    file.write_text("mine\n", "utf-8")
    screen = start(columns=160)
    enter(screen, f":export {file} gdp")
    assert f"error: There is a file `{file}` already; it is left as it is." in words(screen)
    assert file.read_text("utf-8") == "mine\n"
    enter(screen, f":export --replace {file} gdp")
    assert file.read_text("utf-8").startswith("EXPRESSION,")


def test_history_is_searched_without_accents(start):
    screen = start(history=['x[area: "Hà Nội"]', "gdp[2024]", "let tổng = 1"])
    enter(screen, ":history ha noi")
    assert below(screen, ":history ha noi") == ['1  x[area: "Hà Nội"]']


def test_settings_are_listed_and_completed(screen):
    enter(screen, ":set")
    listing = screen.text
    for name in ["format", "intervals", "colour", "locale", "area", "timing", "pager", "as-of", "prefer"]:
        assert f"\n{name} " in listing
    screen.send(":set loc", TAB)
    assert screen.line_at_cursor == "chiso> :set locale"
    screen.send(" v", TAB, ENTER).wait_for_prompt()
    assert "locale là vi" in screen.text
    enter(screen, ":set")
    assert "một phép tính được phép chạy bao nhiêu giây" in words(screen)


def test_timing(screen):
    enter(screen, ":timing", "1 + 1")
    assert below(screen, "1 + 1")[0] == "2"
    assert below(screen, "1 + 1")[1].startswith("took ")
    assert screen.colours_of("took ") == {"brightblack"}
    enter(screen, ":timing off", "1 + 2")
    assert below(screen, "1 + 2") == ["3"]


def test_the_start_file_runs_before_the_first_prompt(start, tmp_path):
    folder = tmp_path / "config" / "chiso"
    folder.mkdir(parents=True)
    (folder / "rc.chiso").write_text("let usual = 5\n:set intervals off\n", "utf-8")
    screen = start()
    assert "name usual" in screen.lines
    enter(screen, "usual + 1", "gdp[2024]")
    assert below(screen, "usual + 1") == ["6"]
    assert below(screen, "gdp[2024]")[0] == "476.3 billion USD · 2024 · gso, 2025-01-06"


def long_file(tmp_path, count=200_000):
    file = tmp_path / "long.chiso"
    file.write_text("".join(f"gdp[2024] * {number}\n" for number in range(count)), "utf-8")
    return file


def test_what_takes_long_tells_how_far_it_is_and_can_be_stopped(start, tmp_path):
    screen = start()
    enter(screen, "let before = 1")
    screen.write(f":load {long_file(tmp_path)}{ENTER}").wait_for(" s left; Ctrl-C stops it")
    line = screen.line_at_cursor
    assert "█" in line or "░" in line
    assert " % · " in line
    asked = time.monotonic()
    screen.write(ctrl("c")).wait_until(lambda: screen.line_at_cursor == "chiso>", "no prompt")
    assert time.monotonic() - asked < 0.5
    assert "error: It was stopped; the session is as it was before." in screen.lines
    assert " left; " not in screen.text
    enter(screen, "before", "_2")
    assert below(screen, "before") == ["1"]
    assert "`_2`" in below(screen, "_2")[0]


def test_what_is_longer_than_the_screen_is_turned_page_by_page(start, tmp_path):
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\ncat > "$HOME/paged"\necho "shown by the pager"\n', "utf-8")
    pager.chmod(0o755)
    screen = start(PAGER=str(pager))
    enter(screen, "gdp[2024]")
    assert "shown by the pager" not in screen.text
    enter(screen, ":list claims")
    assert screen.lines[-2] == "shown by the pager"
    assert (tmp_path / "paged").read_text("utf-8").count("\n") > 24
    enter(screen, ":set pager off", ":list units")
    assert screen.text.count("shown by the pager") == 0


def test_without_a_pager_long_answers_stand_on_the_screen(start):
    screen = start(PAGER="")
    enter(screen, ":list functions")
    assert screen.line_at_cursor == "chiso>"


def test_a_start_file_in_another_encoding_is_told(start, tmp_path):
    folder = tmp_path / "config" / "chiso"
    folder.mkdir(parents=True)
    (folder / "rc.chiso").write_text("let usual = 5\n", "utf-16")
    screen = start(columns=200)
    told = [line for line in screen.lines if "UTF-16" in line]
    assert told[0].endswith("cannot be read: it is UTF-16, and UTF-8 is read here.")
    assert told[1].startswith("help: write it anew: `iconv -f UTF-16 -t UTF-8 ")
    enter(screen, "1 + 1")
    assert below(screen, "1 + 1") == ["2"]
