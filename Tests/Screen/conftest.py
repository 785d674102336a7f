"""The program under test, fresh for each test, with a state folder of its own."""

import json
import os
from pathlib import Path

import pytest

from screen import Screen

PROGRAM = os.environ.get("CHISO_SCREEN_PROGRAM", "chiso")
PROMPT = os.environ.get("CHISO_SCREEN_PROMPT", "chiso> ")


@pytest.fixture
def start(tmp_path):
    """Starts the program: `start(columns=40, history=["share(a, b)"], TERM="dumb")`."""
    screens = []

    def start(columns=80, rows=24, history=(), editrc=None, program=None, prompt=PROMPT, wait=True, **environment):
        state = tmp_path / "state"
        (state / "chiso").mkdir(parents=True, exist_ok=True)
        if history:
            write_history(state / "chiso" / "history", history)
        if editrc is not None:
            (tmp_path / ".editrc").write_text(editrc)
        values = {
            "HOME": str(tmp_path), "XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "PAGER": "",
        } | environment
        screen = Screen(
            program or [PROGRAM], columns, rows,
            {key: value for key, value in values.items() if value is not None}, prompt)
        screens.append(screen)
        return screen.wait_for_prompt() if wait else screen

    yield start
    for screen in screens:
        screen.close()


def write_history(path: Path, texts):
    """A history as an earlier session would have left it."""
    records = [{"time": "2025-02-06T09:30:00Z", "text": text, "ok": True} for text in texts]
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")


@pytest.fixture
def screen(start):
    """The program on a terminal of 80 by 24."""
    return start()
