"""Compares what Chiso reads with what independent readers read, number by number, and prints a table."""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from readers import READERS

PROGRAM = os.environ["CHISO_PROGRAM"]
ROOT = Path(sys.argv[1])
# Folders of published files, with the format of what is in them, and what is said of files that nobody can guess.
FOLDERS = [
    ("official/sdmx-ml", "sdmx-ml"), ("sdmx/ml", "sdmx-ml"), ("vietnam-nsdp", "sdmx-ml"), ("official/sdmx-csv", "sdmx-csv"),
    ("sdmx/csv", "sdmx-csv"), ("official/sdmx-json", "sdmx-json"), ("sdmx/json", "sdmx-json"),
    ("official/json-stat", "json-stat"), ("jsonstat", "json-stat"), ("official/px", "px"), ("official/xlsx", "xlsx"),
    ("official/eurostat-tsv", "csv"), ("official/fred", "csv"), ("official/gov-csv", "csv"), ("official/open-sdg", "csv"),
    ("official/owid", "csv"), ("official/data-commons", "csv"), ("worldbank", "csv"), ("egdi", "csv"),
]
OPTIONS = {
    "egdi-2014.csv": ["--period", "2014"], "egdi-2016.csv": ["--period", "2016"], "egdi-2018.csv": ["--period", "2018"],
    "pyaxis__test__data__01001.px": ["--period", "2014"], "pyaxis__test__data__01002.px": ["--period", "2014"],
    "order.json": ["--period", "2014"],
}


def published():
    folder = ROOT
    while folder != folder.parent:
        folder = folder.parent
        if (folder / "shared/data").is_dir():
            return folder / "shared/data"
    return None


def chiso(*arguments, **others):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=300, **others)


def rounded(numbers, power=0):
    return Counter(f"{number * 10.0**power:.11g}" for number in numbers)


def read(path):
    """The counts that Chiso tells of a file, and its numbers; None for both where it refuses the file."""
    options = OPTIONS.get(path.name, [])
    answer = chiso("import", "--format", "json", *options, str(path))
    told = [line for line in answer.stdout.splitlines() if '"figures"' in line or '"structures"' in line]
    record = next((json.loads(line) for line in told), None)
    if record is None:
        return None, []
    with tempfile.TemporaryDirectory() as folder:
        quoted = " ".join(f'"{word}"' if i % 2 else word for i, word in enumerate(options))
        script = f':import "{path}" {quoted}\n'
        for place, name in enumerate(record.get("indicators", [])):
            script += f":export {folder}/{place}.csv {name}\n"
        chiso(input=script)
        found = []
        for file in Path(folder).glob("*.csv"):
            with open(file, encoding="utf-8", newline="") as lines:
                found += [float(row["OBS_VALUE"]) for row in csv.DictReader(lines) if row["OBS_VALUE"]]
    return record, found


def agreeing(own, others):
    """How many numbers of one reader are among those of the other, whatever power of ten both are told in."""
    left = others.copy()
    same = 0
    for power in (0, -3, 3, -6, 6, -9, 9, -2, 2, -12, 12):
        found = rounded(own, power) & left
        same += sum(found.values())
        left -= found
    return min(same, len(own))


def expected(data):
    """How many figures an independent reader counted in tables of which a reader of cells does not know what is a figure."""
    counts = {}
    for line in (data / "official/EXPECTED.tsv").read_text("utf-8").splitlines()[1:]:
        name, _, _, told = line.split("\t")
        found = re.search(r"(?:pandas|csv numeric cells)=(\d+)", told)
        if found:
            counts[name.split("/")[-1]] = int(found.group(1))
    return counts


def compare(data):
    rows = []
    counted = expected(data)
    for folder, form in FOLDERS:
        for path in sorted((data / folder).iterdir()):
            if path.suffix in {".md", ".tmcf"} or (form == "sdmx-ml" and path.suffix != ".xml"):
                continue
            record, own = read(path)
            best = None
            for name, reader in READERS[form]:
                try:
                    theirs = reader(path)
                except BaseException:  # noqa: BLE001 what others refuse is told as such
                    continue
                if theirs and (best is None or len(theirs) > len(best[1])):
                    best = (name, theirs)
            if form == "csv" and best:
                # Of the numbers in all cells those are figures that were counted; years and codes are none.
                best = (best[0], best[1], counted.get(path.name))
            counts = record and [record.get(key, 0) for key in ("read", "mended", "missing", "skipped")]
            theirs = best and (best[2] if len(best) > 2 and best[2] else len(own) if form == "csv" else len(best[1]))
            same = min(theirs, agreeing(own, rounded(best[1]))) if best else None
            rows.append((form, path.name, counts, best and best[0], theirs, same))
    return rows


def table(rows):
    forms = {}
    for form, _, counts, reader, theirs, same in rows:
        sums = forms.setdefault(form, Counter())
        sums["files"] += 1
        if counts:
            for key, count in zip(("read", "mended", "missing", "skipped"), counts):
                sums[key] += count
        if reader:
            sums["compared"] += 1
            sums["theirs"] += theirs
            sums["same"] += same
    lines = ["| Format | files | read | mended | missing | skipped | compared files | numbers of the other reader | agreeing |",
             "|---|---|---|---|---|---|---|---|---|"]
    for form, sums in forms.items():
        keys = ("files", "read", "mended", "missing", "skipped", "compared", "theirs", "same")
        lines.append(f"| {form} | " + " | ".join(f"{sums[key]}" for key in keys) + " |")
    return "\n".join(lines)


def write_and_read():
    """Lets independent readers read what Chiso writes; the faults."""
    import openpyxl
    import sdmx
    from pyjstat import pyjstat
    from pysdmx.io import read_sdmx

    own = """INDICATOR,TIME_PERIOD,REF_AREA,OBS_VALUE,LOWER,UPPER,UNIT_MEASURE,OBS_STATUS
trade,2023,VN-HN,10.5,10.45,10.55,billion USD,P
trade,2024,VN-HN,12.25,12.245,12.255,billion USD,A
trade,2023,VN-SG,-7,-7.5,-6.5,billion USD,E
trade,2024-Q1,VN-SG,3,2.5,3.5,billion USD,A
"""
    wanted = sorted([10.5, 12.25, -7.0, 3.0])
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "own.csv").write_text(own, "utf-8")
        script = 'indicator trade { label: "Trade" unit: billion USD kind: flow }\n:import own.csv\n'
        for form, name in [("sdmx-csv", "d.csv"), ("sdmx-json", "d.json"), ("sdmx-structure", "d.xml"), ("json-stat", "s.json"),
                           ("xlsx", "w.xlsx")]:
            script += f":export --as {form} {name} trade\n"
        answer = chiso(input=script, cwd=folder)
        if answer.returncode:
            return [answer.stdout + answer.stderr]

        def hold(name, found):
            found = [float(value) for value in found if value not in ("", None)]
            if sorted(found) != wanted:
                faults.append(f"{name}: {sorted(found)} and not {wanted}")

        frame = read_sdmx(f"{folder}/d.csv", validate=False).get_datasets()[0].data
        hold("pysdmx, SDMX-CSV", list(frame["OBS_VALUE"]))
        message = sdmx.read_sdmx(f"{folder}/d.xml")
        structure = list(message.structure.values())[0]
        dimensions = [dimension.id for dimension in structure.dimensions]
        if dimensions != ["FREQ", "REF_AREA", "TIME_PERIOD"]:
            faults.append(f"sdmx1, structure: {dimensions}")
        codes = sorted(message.codelist["CL_REF_AREA"].items)
        if codes != ["VN-HN", "VN-SG"]:
            faults.append(f"sdmx1, codelist: {codes}")
        told = read_sdmx(f"{folder}/d.xml", validate=True).get_data_structure_definitions()[0]
        if told.id != "TRADE":
            faults.append(f"pysdmx, structure: {told.id}")
        frame = pyjstat.Dataset.read(Path(folder, "s.json").read_text("utf-8")).write("dataframe")
        hold("pyjstat", list(frame["value"].dropna()))
        sheet = openpyxl.load_workbook(f"{folder}/w.xlsx").active
        header = [cell.value for cell in sheet[1]]
        place = header.index("OBS_VALUE")
        hold("openpyxl", [row[place].value for row in sheet.iter_rows(min_row=2)])
        whole = json.loads(Path(folder, "d.json").read_text("utf-8"))
        hold("json, SDMX-JSON", [cells[0] for cells in whole["data"]["dataSets"][0]["observations"].values()])
    return faults


def main():
    faults = write_and_read()
    print(f"{7 - len(faults)} passed, {len(faults)} failed: what Chiso writes, read by others")
    for fault in faults:
        print(fault)
    data = published()
    if data is None:
        print("Comparison of what is read skipped: files of statistical offices are not here.")
        sys.exit(bool(faults))
    rows = compare(data)
    for form, name, counts, reader, theirs, same in rows:
        if counts is None or (theirs is not None and same < theirs):
            print(f"{form} {name}: {counts or 'refused'}; {reader} {theirs}, agreeing {same}")
    print(table(rows))
    if "--record" in sys.argv:
        page = ROOT / "docs/FORMATS.md"
        text = page.read_text("utf-8")
        start, end = text.index("<!-- compared -->") + len("<!-- compared -->"), text.index("<!-- end -->")
        page.write_text(text[:start] + "\n" + table(rows) + "\n" + text[end:], "utf-8")
    sys.exit(bool(faults))


main()
