"""Whatever was typed, the screen shows it: the same with colours and without, and as if drawn afresh.

Suggestions, which need colours, are left out of the comparison.
"""

import os
import random
import re

import pytest

from screen import BACKSPACE, DELETE, DOWN, END, ENTER, ESCAPE, HOME, LEFT, RIGHT, UP, ctrl, paste

SEEDS = [int(seed) for seed in os.environ.get("CHISO_SCREEN_SEEDS", "1 2").split()]
KEYS = [
    "l", "e", "t", " ", " ", "1", "2", "+", "(", ")", '"', ",", "ế", "ộ", "đ", "e\u0302", "字", "😀", "\u00e9",
    LEFT, LEFT, RIGHT, UP, DOWN, HOME, END, BACKSPACE, DELETE, ctrl("w"), ctrl("k"), ctrl("y"), ctrl("u"),
    ESCAPE + ENTER, ESCAPE + "b", ESCAPE + "f", ctrl("t"), ctrl("l"), ctrl("v") + ctrl("g"), ctrl("c"),
    ctrl("r"), paste("let x = 12\nshare(3, 4)"), paste("\tsố"), paste("growth(digital_economy) "), "abc def ghi ",
]


@pytest.mark.parametrize("seed", SEEDS)
def test_any_keys_leave_a_true_screen(start, seed):
    dice = random.Random(seed)
    columns = dice.choice([14, 20, 33, 80])
    screens = [start(columns, 12), start(columns, 12, NO_COLOR="1")]
    pressed = []
    for screen in screens:
        screen.quiet = 0.02
    for _ in range(120):
        pressed.append(dice.choice(KEYS))
        for screen in screens:
            screen.send(pressed[-1])
        if screens[0].text != screens[1].text:
            for screen in screens:
                screen.quiet = 0.2
                screen.settle()
        report = f"seed {seed}, {columns} columns, keys {pressed!r}\n{screens[0].text}\n--\n{screens[1].text}"
        assert screens[0].lines == screens[1].lines, report
        assert screens[0].cursor == screens[1].cursor, report
    # The last entry as it stands, against the same one drawn on an empty screen.
    for screen in screens:
        screen.quiet = 0.1
        screen.settle()
        before = screen.lines
        prompts = [row for row, line in enumerate(before) if line.startswith(screen.prompt.rstrip())]
        if prompts and not re.search(r"^bck[:?]", screen.text, re.MULTILINE):
            screen.send(ctrl("l"))
            assert screen.lines == before[prompts[-1]:], report
