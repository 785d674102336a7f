"""Answers: a figure in a line, a series as a table with its course, a panel as a matrix, notes, two languages."""

import pytest

from screen import ENTER, ctrl
from session_steps import below, enter

TABLE = """INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,UNIT_MEASURE,OBS_STATUS
households_with_pc,2021,VN-HN,41.5,percent,A
households_with_pc,2022,VN-HN,44.5,percent,A
households_with_pc,2023,VN-HN,47.25,percent,E
households_with_pc,2022,VN-SG,50,percent,A
households_with_pc,2023,VN-SG,52.5,percent,A
"""
INDICATOR = "indicator households_with_pc { unit: percent  kind: ratio  timing: period }"


@pytest.fixture
def table(tmp_path):
    """A table of shares by area and year."""
    file = tmp_path / "table.csv"
    file.write_text(TABLE, "utf-8")
    return file


def panel(screen, table):
    """A session that has read the table."""
    return enter(screen, INDICATOR, f":import {table}")


def test_a_figure_is_one_line_in_which_each_part_has_its_colour(screen):
    enter(screen, ":set intervals off", "digital_economy_share[2025]")
    assert below(screen, "digital_economy_share[2025]") == [
        "20.5 % of gdp · 2025 · target · session_10, 2025-02-06"]
    row = screen.row_of("20.5 %")
    assert screen.colours_of("20.5", row) == {"cyan"}
    assert screen.colours_of("%", row) == {"green"}
    assert screen.colours_of("gdp", row) == {"brightblack"}
    assert screen.colours_of("target", row) == {"magenta"}
    assert screen.colours_of("session_10, 2025-02-06", row) == {"brightblack"}
    assert screen.cursor == (row + 1, len("chiso> "))


def test_an_estimate_is_marked(screen):
    enter(screen, "digital_economy_share[2023]")
    assert "estimate" in below(screen, "digital_economy_share[2023]")[0]
    assert screen.colours_of("estimate") == {"brown"}


@pytest.mark.parametrize("setting, gloss", [("en", "476.3 billion USD"), ("vi", "476,3 tỷ USD")])
def test_big_numbers_are_put_into_words(screen, setting, gloss):
    enter(screen, f":set locale {setting}", "gdp[2024]", "gdp[2024] to billion USD")
    assert below(screen, "gdp[2024]")[0].startswith(f"{gloss} · 2024")


def test_a_series_is_a_table_with_its_course_and_its_targets_apart(screen):
    enter(screen, "digital_economy_share")
    rows = below(screen, "digital_economy_share")
    assert rows[0].split() == ["period", "%", "range", "source"]
    assert [row.split()[0] for row in rows[1:5]] == ["2021", "2022", "2023", "2024"]
    assert rows[5] == "▁▃▆█  2021 to 2024"
    assert rows[6] == "targets"
    assert [row.split()[0] for row in rows[7:9]] == ["2025", "2030"]
    heading = screen.row_of("targets")
    assert screen.terminal.buffer[heading][0].bold
    assert screen.colours_of("▁▃▆█") == {"cyan"}
    assert screen.colours_of("target", heading + 1) == {"magenta"}
    # The decimal marks stand under one another, across the headline.
    column = rows[1].index(".")
    assert rows[7].index(".") == column


def test_a_note_stands_below_in_a_quiet_colour(screen):
    enter(screen, "digital_economy_share[2024]")
    rows = below(screen, "digital_economy_share[2024]")
    assert rows[1].startswith("  note: computed from its definition")
    assert screen.colours_of("note: computed from its definition") == {"brightblack"}


def test_a_panel_is_a_matrix(screen, table):
    panel(screen, table)
    enter(screen, "households_with_pc")
    assert below(screen, "households_with_pc") == [
        "%      2021  2022     2023",
        "VN-HN  41.5  44.5  47.25 E  ▁▅█",
        "VN-SG   –    50    52.5      ▁█",
        "E estimate"]
    assert screen.colours_of("E", screen.row_of("47.25 E")) == {"brown"}
    assert screen.colours_of("E estimate") == {"brightblack"}


def test_a_panel_that_is_too_wide_shows_the_latest_and_how_to_see_the_rest(start, table):
    screen = start(columns=30)
    panel(screen, table)
    enter(screen, "households_with_pc")
    rows = below(screen, "households_with_pc")
    assert rows[0].split() == ["%", "2022", "2023"]
    left_out = "left out for want of room: households_with_pc[2021]"
    assert " ".join(row.strip() for row in rows[4:]).replace("_ ", "_") == left_out
    assert screen.colours_of("left out") == {"brightblack"}


def test_one_area_can_be_set(screen, table):
    panel(screen, table)
    enter(screen, ":set area VN-SG", "households_with_pc[2023]")
    rows = below(screen, "households_with_pc[2023]")
    assert rows[0].startswith("52.5 % · 2023")
    assert rows[-1] == "  note: of VN-SG alone, as `area` is set"
    enter(screen, "households_with_pc")
    assert [row.split()[:3] for row in below(screen, "households_with_pc")[1:3]] == [
        ["2021", "–", "missing"], ["2022", "50", "49.5"]]
    enter(screen, ":set area all", "households_with_pc[2023]")
    assert len(below(screen, "households_with_pc[2023]")) == 3


def test_vietnamese_speaks_in_answers_notes_and_errors(screen):
    enter(screen, ":set locale vi", "digital_economy_share[2024]", "gdp[2024] + population[2024]")
    rows = below(screen, "digital_economy_share[2024]")
    assert rows[0].startswith("18,3 % của gdp · 2024 · 18,25 đến 18,35")
    assert rows[1].startswith("  lưu ý: tính theo định nghĩa, digital_economy_share[2024] sẽ là 31,91 %")
    rows = below(screen, "gdp[2024] + population[2024]")
    assert rows[0] == "lỗi: `USD` và số đếm theo `person` không cộng được với nhau."
    assert rows[-1].startswith("gợi ý: ")
    assert screen.colours_of("lỗi") == {"red"}
    # What is typed stays what it is in every language, and so does what programs read.
    enter(screen, "gdp[2024] / 2.5", ":set format json", "gdp[2024]", "1 kg + 1")
    assert below(screen, "gdp[2024] / 2.5")[0].startswith("190,52 tỷ USD")
    assert '"value": 476300000000' in "".join(screen.lines)
    assert '"message": "`kg` and a plain number do not add up."' in "".join(screen.lines)


def test_a_chart_has_an_axis_units_and_marks(screen):
    enter(screen, ":plot digital_economy_share")
    rows = below(screen, ":plot digital_economy_share")
    assert rows[0] == "digital_economy_share, %"
    assert rows[1].startswith("30 ┤") and rows[1].endswith("◆")
    assert any(row.startswith("10 ┤") for row in rows)
    assert rows[-3].lstrip().startswith("└┬")
    assert rows[-2].split() == ["2021", "2022", "2023", "2024", "2025", "2030"]
    assert rows[-1] == "● reported  ○ estimate, forecast or inferred  ◆ target"
    assert screen.colours_of("◆") == {"magenta"}
    assert screen.colours_of("○") == {"brown"}
    assert screen.colours_of("●") == {"cyan"}
    assert len(rows) < 24


def test_a_chart_without_time_is_made_of_bars(screen, table):
    panel(screen, table)
    enter(screen, ":plot households_with_pc[2023]")
    rows = below(screen, ":plot households_with_pc[2023]")
    assert [row.split()[0] for row in rows[1:]] == ["VN-SG", "VN-HN"]
    assert rows[1].count("█") > rows[2].count("█") > 20
    assert rows[1].endswith(" 52.5")


def test_each_wrong_line_of_a_table_is_told(screen, table):
    table.write_text(
        TABLE.replace("44.5", "forty").replace("2022,VN-SG", "22-13,VN-SG") + "gpd,2023,VN,3,percent,A\n", "utf-8")
    before = INDICATOR
    enter(screen, before, f":import {table}")
    text = screen.text
    assert "error: `forty` in OBS_VALUE is no number." in text
    assert "error: `22-13` is no period." in text
    assert "error: No indicator `gpd` is declared." in text
    assert "table.csv:3:31" in "".join(text.split())
    assert "did you mean `gdp`?" in text
    row = screen.row_of("households_with_pc,2022,VN-HN,forty,percent,A")
    assert screen.lines[row + 1].index("^") == screen.lines[row].index("forty")
    enter(screen, "households_with_pc")
    assert "error: " in below(screen, "households_with_pc")[0]


def test_tables_and_claims_that_differ_are_told_under_the_answer(start, tmp_path):
    screen = start(columns=120)
    header = "INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
    for name, year, value in [("one.csv", 2024, 480), ("two.csv", 2020, 350), ("three.csv", 2020, 346.6)]:
        (tmp_path / name).write_text(header + f"gdp,{year},{value},billion USD\n", "utf-8")
        enter(screen, f":import {tmp_path}/{name}")
    enter(screen, "gdp[2024]", "gdp[2020]")
    said = " ".join(" ".join(below(screen, "gdp[2024]")).split())
    assert said.startswith("476.3 billion USD · 2024 · 476.25 to 476.35 · gso, 2025-01-06")
    assert f"one ({tmp_path}/one.csv) says 480 billion USD" in said and "of gso" in said
    said = " ".join(" ".join(below(screen, "gdp[2020]")).split())
    assert said.startswith("346.6 billion USD · 2020") and "says 350 billion USD" in said
    (tmp_path / "two.csv").write_text(header + "gdp,2020,351,billion USD\n", "utf-8")
    enter(screen, f":import {tmp_path}/two.csv", "gdp[2020]")
    assert "in place of what was read from it before: 1 changed, 0 gone" in screen.text
    assert below(screen, "gdp[2020]")[0].startswith("351 billion USD")


def test_what_is_exported_can_be_imported(start, table, tmp_path):
    screen = start(columns=120)
    panel(screen, table)
    enter(screen, f":export {tmp_path}/out.csv households_with_pc", f":export {tmp_path}/out.md gdp")
    assert "5 figures in" in screen.text and "without one: 1" in screen.text
    assert (tmp_path / "out.csv").read_bytes().startswith(b"EXPRESSION,TIME_PERIOD,REF_AREA,OBS_VALUE,")
    assert "| 2024 | 476.3 |" in (tmp_path / "out.md").read_text("utf-8")
    again = start(columns=120)
    enter(again, 'source table { title: "The table" }', INDICATOR, f":import {tmp_path}/out.csv", "households_with_pc")
    assert below(again, "households_with_pc")[1].split() == ["VN-HN", "41.5", "44.5", "47.25", "E", "▁▅█"]
    enter(again, f":export {tmp_path}/out.xyz gdp")
    assert below(again, f":export {tmp_path}/out.xyz gdp")[0].startswith("error: The name ")


def test_narrow_terminals_break_lines_where_words_end(start):
    screen = start(columns=40, rows=60)
    enter(screen, ":list sources")
    assert "  Conference for the National Digital" in below(screen, ":list sources")
    enter(screen, "digital_economy_share")
    rows = below(screen, "digital_economy_share")
    assert rows[0].split() == ["period", "%", "range"] and rows[1] == "  source"
    assert "  session_10, 2025-02-06" in rows
    enter(screen, ":describe session_10")
    assert "    on Digital Transformation: review of" in below(screen, ":describe session_10")


def test_a_long_path_is_broken_behind_a_slash(start, tmp_path):
    screen = start(columns=40, rows=40)
    folder = tmp_path / "a-folder-of-figures" / "and-one-within-it"
    folder.mkdir(parents=True)
    (folder / "gdp.csv").write_text("INDICATOR,TIME_PERIOD,OBS_VALUE\ngdp,2020,346.6\n")
    enter(screen, f":import {folder}/gdp.csv")
    screen.send(ctrl("l"))
    enter(screen, ":undo")
    rows = below(screen, ":undo")
    assert rows[0] == "taken back: :import" and len(rows) > 2
    assert "".join(row.strip() for row in rows[1:]) == f"{folder}/gdp.csv"
    assert all(row.endswith(("/", "-", "_")) for row in rows[1:-1])
