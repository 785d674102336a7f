"""What README.md says is tested is tested."""

import re
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def rows():
    """What each row of the tables promises, with the names behind it."""
    for line in (HERE / "README.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] != "What it does" and set(cells[0]) != {"-"}:
            yield cells[0], re.findall(r"`([^`]+)`", cells[-1])


def known_tests():
    """Every screen test."""
    text = "".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))
    return set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))


def test_every_promise_has_tests_that_exist():
    promises = dict(rows())
    assert len(promises) > 50
    assert [promise for promise, names in promises.items() if not names] == []
    known = known_tests()
    missing = [name for names in promises.values() for name in names
               if name not in known and not (ROOT / name).is_file()]
    assert missing == []
