"""A program on a pseudo terminal, and the screen that a person would see."""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from itertools import takewhile
from pathlib import Path

import pyte
from wcwidth import wcwidth

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE = "\x1b[H", "\x1b[F", "\x1b[3~"
ENTER, TAB, BACKSPACE, ESCAPE = "\r", "\t", "\x7f", "\x1b"


def begin_session():
    """Makes the terminal that of the program; signals do what they do by themselves, whatever the tests were started by."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def ctrl(letter):
    """The character of Ctrl and a letter."""
    return chr(ord(letter.upper()) & 0x1F)


def paste(text):
    """What a terminal sends for a paste between brackets."""
    return f"\x1b[200~{text}\x1b[201~"


class Screen:
    """Runs `command` on a terminal of `columns` by `rows` and keeps its screen."""

    #: How long a screen must stay as it is to count as settled, and how long that may take.
    quiet, patience = 0.08, 10.0

    def __init__(self, command, columns=80, rows=24, environment=None, prompt="chiso> "):
        self.prompt = prompt
        self.terminal = pyte.HistoryScreen(columns, rows, history=1000)
        self.stream = pyte.ByteStream(self.terminal)
        self.output = b""
        self.environment = environment or {}
        self.primary, secondary = pty.openpty()
        self._set_size(columns, rows)
        self.initial_modes = termios.tcgetattr(secondary)
        self.process = subprocess.Popen(
            command, stdin=secondary, stdout=secondary, stderr=secondary, env=self.environment,
            start_new_session=True, close_fds=True,
            preexec_fn=begin_session)
        self.secondary = secondary

    # Acting

    def send(self, *keys):
        """Types keys and waits until the screen has settled."""
        for key in keys:
            os.write(self.primary, key.encode())
            self.settle()
        return self

    def write(self, keys):
        """Types keys and waits for nothing."""
        os.write(self.primary, keys.encode())
        return self

    def send_at_once(self, keys):
        """Types keys faster than any person."""
        os.write(self.primary, keys.encode())
        return self.settle()

    def resize(self, columns, rows):
        """Gives the terminal another size, as a window manager does."""
        self._set_size(columns, rows)
        self.terminal.resize(rows, columns)
        os.killpg(self.process.pid, signal.SIGWINCH)
        return self.settle()

    def close(self):
        """Ends the program, whatever it is doing."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.secondary)
        os.close(self.primary)

    # Waiting

    def settle(self, quiet=None):
        """Waits until nothing has been written for a moment, or for `quiet` seconds."""
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline and self._read(quiet or self.quiet):
            pass
        return self

    def wait_for(self, text):
        """Waits until `text` can be read on the screen."""
        return self.wait_until(lambda: text in self.text, f"{text!r} did not appear")

    def wait_for_prompt(self):
        """Waits until the program asks for an entry."""
        self.wait_until(lambda: self.line_at_cursor.startswith(self.prompt.rstrip()), "no prompt appeared")
        return self.settle()

    def wait_until(self, condition, complaint):
        """Waits until `condition` holds."""
        deadline = time.monotonic() + self.patience
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"{complaint}; the screen shows:\n{self.text}")
            self._read(0.05)
        return self

    def wait_for_end(self):
        """Waits until the program has ended; returns its status, negative for a signal."""
        self.wait_until(lambda: self.process.poll() is not None, "the program did not end")
        self.settle()
        return self.process.returncode

    # Looking

    @property
    def lines(self):
        """The rows of the screen without trailing spaces, up to the last that shows anything."""
        lines = [line.rstrip() for line in self.terminal.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    @property
    def text(self):
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def cursor(self):
        """Row and column of the cursor, from 0."""
        return self.terminal.cursor.y, self.terminal.cursor.x

    @property
    def row_at_cursor(self):
        """The row in which the cursor stands, with all that it shows."""
        return self.terminal.display[self.terminal.cursor.y].rstrip()

    @property
    def line_at_cursor(self):
        """The row in which the cursor stands, without a suggestion and a preview."""
        return self.typed_line(self.terminal.cursor.y)

    def typed_line(self, row):
        """A row without what stands grey behind the text, and without what stands at the right edge."""
        cells = self._cells(row)
        start = self.terminal.cursor.x if row == self.terminal.cursor.y else 0
        text, spaces, column = "", 0, 0
        for cell in cells:
            # The margin of a line is part of it.
            spaces = spaces + 1 if cell.data == " " and text.strip() else 0
            if column >= start and (cell.fg == "brightblack" or spaces == 3):
                break
            text += cell.data
            column += max(wcwidth(cell.data[0]), 1)
        return text.rstrip()

    def typed_lines(self, row):
        """The rows from one on, each without what stands behind the text."""
        return [self.typed_line(row) for row in range(row, len(self.lines))]

    @property
    def suggestion(self):
        """What is suggested behind the cursor."""
        cells = self._cells(self.terminal.cursor.y)[self.terminal.cursor.x:]
        return "".join(cell.data for cell in takewhile(lambda cell: cell.fg == "brightblack", cells))

    @property
    def preview(self):
        """What stands at the right edge of the row with the cursor, behind at least three free cells."""
        row = self.row_at_cursor
        start = max(self.terminal.cursor.x, len(self.line_at_cursor))
        before, gap, preview = row[start:].rpartition("   ")
        return preview if gap else ""

    @property
    def underlined(self):
        """The text of the underlined cells of the row with the cursor."""
        return "".join(cell.data for cell in self._cells(self.terminal.cursor.y) if cell.underscore)

    def _cells(self, row):
        """The cells of a row; a wide sign takes two, of which the second is left out."""
        cells = [self.terminal.buffer[row][column] for column in range(self.terminal.columns)]
        return [cell for cell in cells if cell.data]

    def row_of(self, text):
        """The last row that shows `text`."""
        rows = [row for row, line in enumerate(self.lines) if text in line]
        assert rows, f"{text!r} is not on the screen:\n{self.text}"
        return rows[-1]

    def colours_of(self, text, row=None):
        """The foreground colours of the cells that show `text` last, as a set."""
        row = self.row_of(text) if row is None else row
        cells = self._cells(row)
        start = "".join(cell.data[0] for cell in cells).rindex(text)
        return {cell.fg for cell in cells[start:start + len(text)]}

    @property
    def modes(self):
        """The terminal's modes without the speed."""
        return termios.tcgetattr(self.secondary)[:4]

    def entries(self):
        """The entries that the program has written into its history."""
        path = Path(self.environment["XDG_STATE_HOME"]) / "chiso" / "history"
        if not path.exists():
            return []
        return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]

    def last_entry(self, count=None):
        """The last entry that was read, waiting until there are `count`."""
        count = count or 1
        self.wait_until(lambda: len(self.entries()) >= count, f"there are no {count} entries")
        return self.entries()[-1]

    # Within

    def _set_size(self, columns, rows):
        fcntl.ioctl(self.primary, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, timeout):
        ready, _, _ = select.select([self.primary], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.primary, 65536)
        except OSError:
            return False
        self.output += data
        self.stream.feed(data)
        return bool(data)
