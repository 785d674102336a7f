"""Tab offers what makes sense where the cursor is, and lists it page by page."""

import re

import pytest

from screen import ENTER, LEFT, TAB, UP, ctrl


def listed(screen):
    """The names of the list that stands between the last two prompts, or above the last one."""
    rows = [row for row, line in enumerate(screen.lines) if line.startswith("chiso>")]
    start = rows[-2] + 1 if len(rows) > 1 else 0
    lines = screen.lines[start:rows[-1]]
    return [re.split(r" {2,}", line)[0].strip() for line in lines if " · Tab for more" not in line]


def descriptions(screen):
    """What the list says of each name."""
    rows = [row for row, line in enumerate(screen.lines) if line.startswith("chiso>")]
    lines = [re.split(r" {2,}", line, maxsplit=1) for line in screen.lines[rows[-2] + 1:rows[-1]]]
    return {line[0]: line[1] for line in lines if len(line) > 1}


def test_only_series_stand_in_a_share(start):
    screen = start(rows=120, columns=120)
    screen.send("share(", TAB, TAB)
    names = listed(screen)
    assert {"digital_economy", "gdp", "population"} <= set(names)
    # Ranks are no parts, functions no series.
    assert not {"egdi_rank", "mean", "share", "abs("} & set(names)
    assert not any(name.endswith("(") for name in names)


def test_behind_the_part_only_what_can_be_its_whole(start):
    screen = start(rows=40, columns=120)
    screen.send("share(digital_economy, ", TAB, TAB)
    assert listed(screen) == ["digital_economy", "ecommerce_revenue", "gdp", "ict_revenue", "software_revenue"]
    screen.send("gd", TAB)
    assert screen.line_at_cursor == "chiso> share(digital_economy, gdp"


def test_behind_a_plus_only_what_adds_up(start):
    screen = start(rows=40, columns=120)
    screen.send("gdp + ec", TAB)
    assert screen.line_at_cursor.startswith("chiso> gdp + ecommerce_revenue")


def test_only_periods_that_exist_stand_in_brackets_with_their_figures(start):
    screen = start(rows=40, columns=100)
    screen.send("digital_economy_share[", TAB, TAB)
    assert listed(screen) == ["2021..2030", "2021", "2022", "2023", "2024", "2025", "2030", "2024-S1"]
    told = descriptions(screen)
    assert told["2021..2030"] == "2021–2030, 4 gaps"
    assert told["2024"] == "18.3 %"
    assert told["2025"] == "20.5 % · target"
    assert told["2030"] == "at least 30 % · target"
    row = screen.row_of("20.5 %")
    assert screen.colours_of("2025", row) == {"cyan"}
    assert screen.colours_of("target", row) == {"magenta"}
    assert screen.colours_of("4 gaps") == {"brightblack"}


def test_a_range_ends_behind_its_beginning(start):
    screen = start(rows=40)
    screen.send("digital_economy_share[2023..", TAB, TAB)
    assert listed(screen) == ["2023", "2024", "2025", "2030"]


def test_periods_of_what_is_computed(start):
    screen = start(rows=40)
    screen.send("(digital_economy / gdp)[", TAB)
    assert screen.line_at_cursor.startswith("chiso> (digital_economy / gdp)[2024")


def test_units_behind_to_are_those_it_can_be_converted_to(start):
    screen = start(rows=40)
    screen.send("gdp to ", TAB, TAB)
    names = listed(screen)
    assert names[:2] == ["USD", "VND"]
    assert "billion" in names and "person" not in names and "percent" not in names
    assert screen.colours_of("USD") == {"green"}
    screen.send("billion V", TAB)
    assert screen.line_at_cursor == "chiso> gdp to billion VND"


def test_arguments_are_offered_by_what_they_may_be(start):
    screen = start(rows=60, columns=120)
    screen.send("rolling(gdp, 2, f: ", TAB, TAB)
    assert listed(screen) == ["count", "max", "mean", "median", "min", "sum"]
    screen.send(ctrl("u"), "project(gdp, to: 2030, by: ", TAB, TAB)
    assert screen.lines[screen.cursor[0] - 1] == "cagr    linear  trend"
    screen.send(ctrl("u"), "growth(gdp, ", TAB, TAB)
    assert listed(screen) == ["on:", "from:", "to:", "2024"]
    assert descriptions(screen)["2024"] == "10.7674 %"


@pytest.mark.parametrize("typed, entry", [
    ("kinh te so", "digital_economy"),
    ("1 % + ty trong kinh te so", "1 % + digital_economy_share"),
    ("chu ky so", "digital_signatures"),
])
def test_words_of_a_label_without_accents(start, typed, entry):
    screen = start(columns=120)
    screen.send(typed, TAB)
    assert screen.line_at_cursor.startswith("chiso> " + entry)


AREAS = """INDICATOR,TIME_PERIOD,OBS_VALUE,REF_AREA
beds,2021,1000,VN-HN
beds,2022,1100,VN-HN
beds,2024,1300,VN-HN
beds,2023,2200,VN-SG
beds,2024,2300,VN-SG
beds,2024,300,VN-DN
"""


def areas(start, tmp_path, **options):
    """A prompt at which a series of three areas is known."""
    (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
    screen = start(rows=40, columns=100, **options)
    screen.send("indicator beds { unit: USD kind: flow }", ENTER).wait_for_prompt()
    screen.send(f":import {tmp_path}/areas.csv", ENTER).wait_for_prompt()
    return screen.send(ctrl("l"))


def test_areas_stand_behind_their_label_with_how_far_they_reach(start, tmp_path):
    screen = areas(start, tmp_path)
    screen.send("beds[area: ", TAB, TAB)
    assert listed(screen) == ['"VN-HN"', '"VN-SG"', '"VN-DN"']
    told = descriptions(screen)
    assert told['"VN-HN"'].startswith("2021–2024, 1 gap · 1_300")
    assert told['"VN-SG"'].startswith("2023–2024, no gap · 2_300")
    assert told['"VN-DN"'].startswith("2024 · 300")
    assert screen.colours_of("1 gap") == {"brightblack"}
    assert screen.colours_of("1_300") == {"cyan"}
    assert screen.line_at_cursor == 'chiso> beds[area: "VN-'
    screen.send("s", TAB)
    assert screen.line_at_cursor == 'chiso> beds[area: "VN-SG"'
    assert screen.cursor[1] == len('chiso> beds[area: "VN-SG"')


def test_areas_behind_a_period_are_those_that_have_a_figure_there(start, tmp_path):
    screen = areas(start, tmp_path)
    screen.send('beds[2024][area: "VN-D', TAB, "]")
    assert screen.line_at_cursor == 'chiso> beds[2024][area: "VN-DN"]'
    assert screen.preview.startswith("⇒ 300")
    screen.send(ctrl("u"), "beds[2023, area: ", TAB, TAB)
    assert descriptions(screen)['"VN-SG"'].startswith("2023 · 2_200")
    assert '"VN-DN"' not in descriptions(screen)


def test_dimensions_stand_behind_the_periods(start, tmp_path):
    screen = areas(start, tmp_path)
    screen.send("beds[", TAB, TAB)
    assert listed(screen) == ["2021..2024", "2021", "2022", "2023", "2024", "area:"]
    told = descriptions(screen)
    # Of several areas none speaks for all.
    assert (told["2021"], told["2024"]) == ("1 figure", "3 figures")
    assert told["area:"] == "3 codes: VN-HN, VN-SG, VN-DN"
    screen.send("a", TAB)
    assert screen.line_at_cursor == "chiso> beds[area:"


def test_functions_stand_where_their_result_makes_sense(start):
    screen = start(rows=60, columns=120)
    screen.send("share(s", TAB, TAB)
    names = listed(screen)
    assert {"software_revenue", "sum(", "spread("} <= set(names)
    # A root is a plain number, and a status is a letter.
    assert not {"sqrt(", "status("} & set(names)
    screen.send(ctrl("u"), ctrl("l"), "gdp + m", TAB, TAB)
    assert {"max(", "mean(", "median("} <= set(listed(screen))
    screen.send(ctrl("u"), ctrl("l"), "1 + s", TAB, TAB)
    assert "sqrt(" in listed(screen)


def test_days_of_publications_stand_behind_as_of(start):
    screen = start(rows=40, columns=100)
    screen.send("gdp[2024] as of ", TAB, TAB)
    assert descriptions(screen)["2025-01-06"] == "gso"
    screen.send("5-0", TAB, "1", TAB)
    assert screen.line_at_cursor == "chiso> gdp[2024] as of 2025-01-06"


def test_a_list_in_vietnamese(start):
    screen = start(rows=12, columns=100)
    screen.send(":set locale vi", ENTER).wait_for_prompt()
    screen.send("share(", TAB)
    assert re.search(r"^1 đến \d+ trong \d+ · Tab để xem tiếp$", screen.text, re.MULTILINE)


def test_names_are_whole_in_a_narrow_list(start):
    screen = start(rows=10, columns=40)
    screen.send("share(digital_e", TAB)
    assert "digital_economy" in [name.rstrip("…") for name in listed(screen)]
    assert "digital_enterprises" in listed(screen)


def test_names_of_the_session_without_accents(screen):
    screen.send("let tỷ_trọng = 42", ENTER).wait_for_prompt()
    screen.send("1 + ty_", TAB)
    assert screen.line_at_cursor == "chiso> 1 + tỷ_trọng"
    assert screen.preview == "⇒ 43"


def test_commands_behind_a_colon(start):
    screen = start(rows=60)
    screen.send(":", TAB, TAB)
    assert {":help", ":list", ":find", ":load", ":set"} <= set(listed(screen))
    assert screen.colours_of(":list") == {"blue"}


def test_files_behind_load(start, tmp_path):
    folder = tmp_path / "số liệu"
    folder.mkdir()
    (folder / "mine.chiso").write_text("let from_file = 42\n", "utf-8")
    screen = start(columns=200)
    screen.send(f":load {tmp_path}/số", TAB)
    assert screen.line_at_cursor == f"chiso> :load {folder}/"
    screen.send(TAB, ENTER).wait_for_prompt()
    screen.send("from_file")
    assert screen.preview == "⇒ 42"


def test_expressions_behind_the_commands_that_take_one(start):
    screen = start(rows=40, columns=120)
    screen.send(":explain share(digital_economy, gd", TAB)
    assert screen.line_at_cursor == "chiso> :explain share(digital_economy, gdp"
    screen.send(ctrl("u"), ":plot digital_economy_share[2021..20", TAB, TAB)
    assert listed(screen) == ["2021", "2022", "2023", "2024", "2025", "2030"]
    screen.send(ctrl("u"), ":export 'my file.csv' gdp to U", TAB)
    assert screen.line_at_cursor == "chiso> :export 'my file.csv' gdp to USD"


def test_files_behind_options_and_words(start, tmp_path):
    (tmp_path / "mine.chiso").write_text("1\n", "utf-8")
    screen = start(columns=200)
    screen.send(":save --r", TAB, f"{tmp_path}/mi", TAB)
    assert screen.line_at_cursor == f"chiso> :save --replace {tmp_path}/mine.chiso"
    screen.send(ctrl("u"), f":export --replace {tmp_path}/mi", TAB)
    assert screen.line_at_cursor == f"chiso> :export --replace {tmp_path}/mine.chiso"
    screen.send(ctrl("u"), f":plugin load {tmp_path}/mi", TAB)
    assert screen.line_at_cursor == f"chiso> :plugin load {tmp_path}/mine.chiso"


def test_settings_behind_set_with_their_values(start):
    screen = start(rows=60, columns=120)
    screen.send(":set ", TAB, TAB)
    assert {"format", "locale", "timing"} <= set(listed(screen))
    assert descriptions(screen)["locale"].endswith("· en")
    screen.send("loc", TAB, " ", TAB, TAB)
    assert listed(screen) == ["en", "vi"]


def test_tab_turns_the_page_and_begins_again(start):
    screen = start(rows=14, columns=100)
    screen.send("share(", TAB)
    first = listed(screen)
    assert re.search(r"^1 to 10 of \d+ · Tab for more$", screen.text, re.MULTILINE)
    assert screen.colours_of("Tab for more") == {"brightblack"}
    screen.send(TAB)
    second = listed(screen)
    assert not set(first) & set(second)
    # A page takes the place of the one before: nothing of it is left on the screen.
    assert first[0] not in [line.split("  ")[0] for line in screen.lines]
    assert screen.line_at_cursor == "chiso> share("
    assert screen.cursor[1] == len("chiso> share(")
    total = int(re.search(r"of (\d+) ·", screen.text)[1])
    for _ in range((total + 9) // 10 - 1):
        screen.send(TAB)
    assert listed(screen) == first


def test_any_other_key_ends_the_list(start):
    screen = start(rows=14, columns=100)
    screen.send("share(", TAB, TAB, LEFT, TAB)
    assert screen.line_at_cursor == "chiso> share("
    screen.send(ctrl("e"), "gd", TAB)
    assert screen.line_at_cursor.startswith("chiso> share(gdp")


def test_pages_inside_an_entry_of_several_lines(start):
    screen = start(rows=16, columns=100)
    screen.send("share(", ENTER, TAB, TAB)
    assert screen.lines[screen.cursor[0] - 1] == "chiso> share("
    first = listed(screen)
    screen.send(TAB)
    assert set(first) & set(listed(screen)) <= {""}
    assert screen.typed_lines(screen.cursor[0] - 1) == ["chiso> share(", ""]
    screen.send("1", UP)
    assert screen.line_at_cursor == "chiso> share("


def test_a_list_without_colours(start):
    screen = start(rows=40, NO_COLOR="1")
    screen.send("gdp to ", TAB, TAB)
    assert listed(screen)[:2] == ["USD", "VND"]
    assert screen.colours_of("USD") == {"default"}


def test_a_list_on_a_dumb_terminal(start):
    screen = start(rows=40, TERM="dumb")
    screen.send("gdp to ", TAB, TAB)
    assert "VND" in screen.text
    assert b"\x1b" not in screen.output
