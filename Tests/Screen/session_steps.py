"""What tests of answers share: typing whole lines, and reading what stands below them."""

from screen import ENTER


def enter(screen, *lines):
    """Types lines, each answered before the next."""
    for line in lines:
        screen.send(line, ENTER).wait_for_prompt()
    return screen


def below(screen, entry):
    """The rows between an entry, where it stands last, and the prompt behind it."""
    row = screen.row_of(f"chiso> {entry}")
    rows = []
    for line in screen.lines[row + 1:]:
        if line.startswith("chiso>"):
            break
        rows.append(line)
    return rows
