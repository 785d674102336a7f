"""Reads large tables with chiso, DuckDB and polars in one run: times, memory and ratios.

    python3 Benchmarks/files.py [rows in thousands]

DuckDB and polars come from PyPI (`pip install duckdb polars`); without them this says so and measures chiso alone.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / ".build/release/chiso"
ROUNDS = 3


def table(path, rows):
    """A tidy table: indicators by areas by years."""
    per_indicator = 250 * 120
    with open(path, "w", encoding="utf-8") as file:
        file.write("indicator,area,year,value\n")
        for indicator in range(rows // per_indicator):
            file.write("".join(
                f"ind_{indicator:03d},A{area:03d},{year},{(indicator * 7919 + area * 104729 + year * 1299709) % 1000003 / 1000:.3f}\n"
                for area in range(250) for year in range(1900, 2020)))


def measured(command):
    """The best time of a process and its largest memory."""
    best, memory = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            return None
        best = min(best, time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss * 1024)
    return best, memory


def peers(path):
    duckdb = f"import duckdb; duckdb.connect().execute(\"create table t as select * from read_csv('{path}')\")"
    polars = f"import polars; polars.read_csv('{path}')"
    return [("DuckDB", [sys.executable, "-c", duckdb]), ("polars", [sys.executable, "-c", polars])]


def main():
    rows = int(sys.argv[1]) * 1000 if len(sys.argv) > 1 else 6_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/table.csv"
        table(path, rows)
        size = os.path.getsize(path)
        print(f"{rows:,} figures, {size / 1e6:.0f} MB")
        own = measured([str(PROGRAM), "import", path])
        print(f"chiso   {own[0]:.2f} s, {own[1] / 1e6:.0f} MB, {own[1] / rows:.0f} bytes a figure")
        for name, command in peers(path):
            told = measured(command)
            if told is None:
                print(f"{name} is not here: skipped (pip install {name.lower()})")
                continue
            print(f"{name:7} {told[0]:.2f} s, {told[1] / 1e6:.0f} MB; chiso takes {own[0] / told[0]:.1f} times as long")


main()
