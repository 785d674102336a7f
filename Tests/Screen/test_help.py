"""Help: one screen of it, functions with a live example, search in both languages, descriptions."""

import re

from session_steps import below, enter


def test_help_is_one_screen(screen):
    enter(screen, ":help")
    rows = below(screen, ":help")
    assert len(rows) <= 22
    assert "chiso> :help" in screen.lines
    text = "\n".join(rows)
    for command in [":find", ":describe", ":explain", ":check", ":plot", ":import", ":export", ":undo", ":redo",
                    ":save", ":load", ":history", ":set", ":timing", ":quit"]:
        assert command in text
    assert screen.colours_of(":describe") == {"blue"}
    assert screen.colours_of("# a share of GDP") == {"brightblack"}
    assert screen.colours_of("2025", screen.row_of("# a share of GDP")) == {"cyan"}


def test_help_on_a_narrow_terminal_keeps_what_can_be_copied_whole(start):
    screen = start(columns=50, rows=40)
    enter(screen, ":help")
    assert "  gap(digital_economy_share, by: 2030)" in screen.lines
    assert ":help NAME tells about a command, a function or an" in screen.lines
    assert "indicator: :help share" in screen.lines


def test_help_of_a_function_shows_how_it_is_called_and_a_live_example(screen):
    enter(screen, ":help share")
    rows = below(screen, ":help share")
    assert rows[0] == "share  function of standard"
    assert "  call     share(part, whole)" in rows
    row = rows.index("  example  share(digital_economy, gdp, 2025)")
    assert rows[row + 1].strip().startswith("⇒ 20.5 % of gdp · 2025 · target")
    assert screen.colours_of("⇒ ") == {"brightblack"}
    # The figure is worked out: another assumption, another answer.
    enter(screen, 'source plan { title: "Plan"  published: 2025-03-01 }',
          "from plan { target digital_economy_share[2025] = 21 % }", ":help share")
    assert "21 % of gdp" in "\n".join(below(screen, ":help share"))


def test_search_knows_no_accents_and_both_languages(screen):
    enter(screen, ":find KINH TE SO")
    rows = below(screen, ":find KINH TE SO")
    assert rows[1].split()[0] == "digital_economy"
    enter(screen, ":find digital economy share")
    rows = below(screen, ":find digital economy share")
    assert rows[1].split()[0] == "digital_economy_share"


def test_a_search_that_finds_nothing_says_what_to_try(screen):
    enter(screen, ":find fiber household")
    rows = below(screen, ":find fiber household")
    assert rows[0] == "nothing is called anything like “fiber household”"
    assert any(row.startswith("  :find fibre household  finds ") for row in rows)
    assert rows[-1] == "  :list indicators  shows all there are"
    assert screen.colours_of(":find fibre household") == {"blue"}
    enter(screen, ":find fibre household")
    assert len(below(screen, ":find fibre household")) > 1


def test_a_description_has_all_that_is_known(start):
    screen = start(rows=40)
    enter(screen, ":describe digital_economy_share")
    rows = {re.split("  +", line.strip())[0]: line for line in below(screen, ":describe digital_economy_share")}
    for title in ["unit", "kind", "share of", "definition", "figures", "latest", "targets", "sources", "used by"]:
        assert title in rows, title
    assert "▁▃▆█  18.3 %, 2024" in rows["latest"]
    assert "annual: 2021 to 2024" in rows["figures"]
    assert screen.colours_of("▁▃▆█") == {"cyan"}
    lines = below(screen, ":describe digital_economy_share")
    assert lines[1:3] == ["  Digital economy as a share of GDP", "  Tỷ trọng kinh tế số trong GDP"]


def test_help_speaks_vietnamese(screen):
    enter(screen, ":set locale vi", ":help")
    assert "Biểu thức cho giá trị của nó:" in screen.text
    enter(screen, ":describe gdp")
    rows = below(screen, ":describe gdp")
    assert rows[0] == "gdp  chỉ tiêu của economy"
    assert any(row.startswith("  đơn vị") for row in rows)
