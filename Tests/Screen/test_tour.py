"""A tour: ten minutes of an analyst's work, typed at speed; its screens are docs/TOUR.md.

`RECORD_SNAPSHOTS=1 Tests/Screen/run -k tour` writes the page anew.
"""

import os
from pathlib import Path

from screen import ENTER, ctrl
from session_steps import below

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "TOUR.md"
TABLE = """INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,UNIT_MEASURE,OBS_STATUS
broadband,2021,VN-HN,71.5,percent,A
broadband,2022,VN-HN,76.1,percent,A
broadband,2023,VN-HN,80.4,percent,A
broadband,2024,VN-HN,84.2,percent,E
broadband,2021,VN-SG,69.8,percent,A
broadband,2022,VN-SG,75.3,percent,A
broadband,2023,VN-SG,81.9,percent,A
broadband,2024,VN-SG,86.6,percent,E
broadband,2022,VN-DN,72.4,percent,A
broadband,2023,VN-DN,78.8,percent,A
broadband,2024,VN-DN,83.1,percent,P
"""
HEAD = """# A tour

What an analyst types in ten minutes, and what stands on the screen, 100 columns wide. A test types it all again and
holds the screens against this page.
"""


def tour():
    """The script in parts: what each is about, and its lines."""
    parts = []
    for line in (HERE / "tour.chiso").read_text("utf-8").splitlines():
        if line.startswith("# "):
            parts.append((line[2:], []))
        elif line:
            parts[-1][1].append(line)
    return parts


def test_the_tour_runs_clean_and_is_the_page(start, tmp_path, monkeypatch):
    (tmp_path / "broadband.csv").write_text(TABLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    screen = start(columns=100, rows=240)
    page = HEAD
    entered = 0
    for title, lines in tour():
        page += f"\n## {title.rstrip('.')}\n\n```\n"
        for line in lines:
            if line == ":quit":
                screen.write(line + ENTER).wait_for_end()
                page += f"chiso> {line}\n"
                screen = start(columns=100, rows=240)
                continue
            screen.write(line + ENTER).wait_until(
                lambda: screen.line_at_cursor == "chiso>" and f"chiso> {line[:60]}" in screen.text,
                f"no answer to {line!r}")
            screen.settle()
            shown = f"chiso> {line}"
            # A long entry takes several rows.
            rows = below(screen, shown[len("chiso> "):80])
            extra = (len(shown) - 1) // screen.terminal.columns
            page += shown + "\n" + "".join(row + "\n" for row in rows[extra:])
            entered += 1
            screen.send(ctrl("l")).wait_for_prompt()
        page += "```\n"
    assert entered > 40
    assert screen.process.poll() is None
    if os.environ.get("RECORD_SNAPSHOTS") == "1":
        PAGE.write_text(page, "utf-8")
    recorded = PAGE.read_text("utf-8").splitlines()
    assert page.splitlines() == recorded, "run with RECORD_SNAPSHOTS=1"
