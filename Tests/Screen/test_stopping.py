"""Ctrl-C stops whatever takes long, at once and to its last thread, and the session is as it was before."""

import gzip
import os
import time

import pytest

from conftest import PROGRAM
from screen import ENTER, ctrl
from session_steps import below, enter

STOPPED = "error: It was stopped; the session is as it was before."


def claims(tmp_path, groups=15_000):
    """A file of indicators in groups of three, a third of which contradict each other."""
    lines = ["source s { published: 2025-01-01 }"]
    for i in range(groups):
        lines += [f"indicator a{i} {{ unit: USD kind: flow }}", f"indicator b{i} {{ unit: USD kind: flow }}",
                  f"indicator c{i} {{ unit: USD kind: flow definition: a{i} + b{i} }}"]
    lines.append("from s {")
    for i in range(groups):
        lines += [f"  a{i}[2024] = 10.5 billion USD", f"  b{i}[2024] = 20.5 billion USD",
                  f"  c{i}[2024] = {31 if i % 3 else 40} billion USD", f"  growth(a{i})[2024] = 5 %"]
    return write(tmp_path / "claims.chiso", lines + ["}"])


def chain(tmp_path, length=3_000):
    """A file of sums, each of the one before, that cannot all be true: one contradiction of many claims."""
    lines = ["source s { published: 2025-01-01 }", "indicator c0 { unit: USD kind: flow }"]
    for i in range(1, length + 1):
        lines += [f"indicator d{i} {{ unit: USD kind: flow }}",
                  f"indicator c{i} {{ unit: USD kind: flow definition: c{i - 1} + d{i} }}"]
    claimed = ["  c0[2024] = 1 USD"] + [f"  d{i}[2024] = 1 USD" for i in range(1, length + 1)]
    return write(tmp_path / "chain.chiso", lines + ["from s {"] + claimed + [f"  c{length}[2024] = 1 USD", "}"])


def table(tmp_path, rows=400_000):
    """A table of figures that is long to read."""
    lines = ["INDICATOR,TIME_PERIOD,OBS_VALUE,REF_AREA"]
    lines += [f"gdp,{1900 + i % 100},{i},A{i // 100}" for i in range(rows)]
    return write(tmp_path / "table.csv", lines)


def packed_table(tmp_path):
    """The same, as gzip packs it."""
    path = tmp_path / "table.csv.gz"
    path.write_bytes(gzip.compress(table(tmp_path).read_bytes()))
    return path


def panel(tmp_path, areas=10_000, years=100):
    """A table of figures of many areas, as a plugin."""
    lines = ["INDICATOR,TIME_PERIOD,OBS_VALUE,REF_AREA,SOURCE"]
    lines += [f"gdp,{1900 + i % years},{i},A{i // years},gso" for i in range(areas * years)]
    return write(tmp_path / "panel.csv", lines)


def script(tmp_path, count=200_000):
    """A script that is long to run."""
    return write(tmp_path / "script.chiso", [f"gdp[2024] * {i}" for i in range(count)])


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def threads(screen):
    return len(os.listdir(f"/proc/{screen.process.pid}/task"))


def stop(screen):
    """Presses Ctrl-C once the entry runs, and waits for the prompt behind what was stopped."""
    screen.wait_until(lambda: screen.line_at_cursor != "chiso>", "nothing was begun")
    screen.write(ctrl("c")).wait_until(lambda: screen.line_at_cursor == "chiso>", "no prompt")


#: What is made before the start, the arguments that load it, and what is typed.
LONG = {
    ":check": (claims, ["--plugin", "{file}"], ":check"),
    ":check of one large contradiction": (chain, ["--plugin", "{file}"], ":check"),
    "infer": (chain, ["--plugin", "{file}"], "infer(c7[2024])"),
    ":load": (script, [], ":load {file}"),
    ":import": (table, [], ":import {file}"),
    ":import of what is packed": (packed_table, [], ":import {file}"),
    ":export": (panel, ["--plugin", "{file}"], ":export {file}.exported.csv gdp"),
    ":plot": (panel, ["--plugin", "{file}"], ":plot gdp"),
    ":describe": (panel, ["--plugin", "{file}"], ":describe gdp"),
    ":find": (claims, ["--plugin", "{file}"], ":find nothing of the sort"),
}


def begin(start, tmp_path, name):
    """The program at its prompt, and a line that takes long."""
    make, arguments, line = LONG[name]
    file = make(tmp_path)
    screen = start(program=[PROGRAM, *[argument.format(file=file) for argument in arguments]], columns=120)
    enter(screen, "let before = 1").send(ctrl("l"))
    return screen, line.format(file=file)


@pytest.mark.parametrize("name", LONG)
def test_ctrl_c_stops_what_takes_long(start, tmp_path, name):
    screen, line = begin(start, tmp_path, name)
    alone = threads(screen)
    screen.write(line + ENTER).wait_until(lambda: threads(screen) > alone, "nothing was begun")
    time.sleep(0.25)
    assert threads(screen) > alone, "it did not take long"
    asked = time.monotonic()
    stop(screen)
    assert time.monotonic() - asked < 0.5
    assert STOPPED in screen.lines
    # Nothing goes on behind the prompt.
    screen.wait_until(lambda: threads(screen) == alone, "it goes on behind the prompt")
    assert time.monotonic() - asked < 5
    # Nor is half of a file written.
    assert not list(tmp_path.glob("*.exported.csv"))
    enter(screen, "before", "_2")
    assert below(screen, "before") == ["1"]
    assert "`_2`" in below(screen, "_2")[0]


@pytest.mark.parametrize("name", [":check", ":check of one large contradiction", "infer", ":load"])
def test_what_takes_longer_than_half_a_second_tells_how_much_is_left(start, tmp_path, name):
    screen, line = begin(start, tmp_path, name)
    begun = time.monotonic()
    screen.write(line + ENTER).wait_for(" s left; Ctrl-C stops it")
    assert time.monotonic() - begun >= 0.5
    progress = screen.line_at_cursor
    assert "█" in progress or "░" in progress
    assert " % · " in progress
    stop(screen)
    # The line is wiped before anything else is written.
    assert " left; " not in screen.text


def test_the_line_that_tells_how_far_it_is_never_wraps(start, tmp_path):
    screen, line = begin(start, tmp_path, ":load")
    screen.resize(40, 24)
    screen.write(line + ENTER).wait_for(" s left; Ctrl-C stops it")
    screen.resize(20, 24)
    time.sleep(0.5)
    screen.settle()
    assert " % · " in screen.lines[-1] and screen.cursor[0] == len(screen.lines) - 1
    assert sum(" % · " in line for line in screen.lines) <= 2
    stop(screen)
    assert " % · " not in screen.text


def test_ctrl_c_cuts_what_is_long_to_print(start, tmp_path):
    screen = start(program=[PROGRAM, "--plugin", str(claims(tmp_path))])
    screen.write(":list indicators" + ENTER).wait_for("USD")
    stop(screen)
    screen.settle()
    assert screen.lines[-2] == "the rest was cut off"
    enter(screen, "1 + 1")
    assert below(screen, "1 + 1") == ["2"]


def test_ctrl_c_stops_the_start_file(start, tmp_path):
    folder = tmp_path / "config" / "chiso"
    folder.mkdir(parents=True)
    script(folder).rename(folder / "rc.chiso")
    screen = start(wait=False)
    screen.wait_for(" s left; Ctrl-C stops it").write(ctrl("c")).wait_for_prompt()
    assert STOPPED in screen.text
    enter(screen, "1 + 1")
    assert below(screen, "1 + 1") == ["2"]
