"""A plugin that does not return holds no key up, and ends no conversation."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from conftest import PROGRAM
from screen import ENTER, ctrl

BUILD = Path(PROGRAM).resolve().parent
SOURCE = Path(__file__).parent.parent / "ChisoPluginLoadingTests" / "Libraries" / "Unruly.swift"

pytestmark = pytest.mark.skipif(
    shutil.which("swiftc") is None or not (BUILD / "Modules").is_dir(), reason="no Swift beside the program")


@pytest.fixture(scope="module")
def unruly(tmp_path_factory):
    """The unruly plugin as a library."""
    library = tmp_path_factory.mktemp("unruly") / "libUnruly.so"
    maps = [f"-Xcc=-fmodule-map-file={BUILD}/{name}.build/module.modulemap" for name in ("CChisoHandshake", "CChisoDefinitions")]
    words = [word for one in maps for word in one.split("=", 1)]
    subprocess.run(
        ["swiftc", "-O", "-parse-as-library", "-emit-library", "-module-name", "Unruly", "-I", BUILD / "Modules", *words,
         "-o", library, SOURCE],
        check=True)
    return library


def test_what_does_not_return_can_be_typed(start, unruly):
    screen = start(columns=100, program=[PROGRAM, "--plugin", str(unruly)])
    screen.send(":set deadline 1", ENTER)
    screen.send(*"sleeps(things)")
    screen.wait_for("sleeps(things)")
    screen.write(ENTER)
    screen.wait_for("did not return")
    screen.send("1 + 1", ENTER)
    assert "\n2\n" in screen.text


def test_what_does_not_return_can_be_stopped(start, unruly):
    screen = start(columns=100, program=[PROGRAM, "--plugin", str(unruly)])
    screen.send(*"sleeps(things)")
    screen.write(ENTER)
    time.sleep(0.5)
    screen.write(ctrl("c"))
    screen.wait_for("was stopped")
    screen.send("1 + 1", ENTER)
    assert "\n2\n" in screen.text
