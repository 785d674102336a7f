"""What independent readers find in a file: its numbers, or None where they do not read it."""

import csv
import io
import json
import math
import re
from pathlib import Path


def numbers(values):
    """The numbers among values."""
    found = []
    for value in values:
        try:
            number = float(value)
        except (TypeError, ValueError):
            continue
        if math.isfinite(number):
            found.append(number)
    return found


def sdmx1(path):
    import sdmx

    message = sdmx.read_sdmx(path)
    values = []
    for data in getattr(message, "data", []):
        for observation in data.obs:
            values.append(observation.value)
    return numbers(values)


def pysdmx(path):
    from pysdmx.io import read_sdmx

    values = []
    for data in read_sdmx(path, validate=False).get_datasets():
        frame = data.data
        column = "OBS_VALUE" if "OBS_VALUE" in frame.columns else frame.columns[-1]
        values += list(frame[column])
    return numbers(values)


def pyjstat(path):
    from pyjstat import pyjstat as reader

    text = Path(path).read_text("utf-8").rstrip("\0 \n")
    whole = json.loads(text)
    if whole.get("class") == "dataset":
        frame = reader.Dataset.read(text).write("dataframe")
        return numbers(frame["value"])
    # pyjstat knows no version 1 without a class; the cells stand in a list or by their places.
    inner = whole.get("dataset", whole)
    values = inner["value"]
    return numbers(values.values() if isinstance(values, dict) else values)


def pyaxis(path):
    from pyaxis import pyaxis as reader

    encoding = "iso-8859-15"
    head = Path(path).read_bytes()[:2000]
    found = re.search(rb'CODEPAGE="([^"]*)"', head)
    if found:
        encoding = found.group(1).decode()
    return numbers(reader.parse(str(path), encoding=encoding)["DATA"]["DATA"])


def cells(path):
    """The numbers of all cells of a delimited text, with flags and marks behind them."""
    data = Path(path).read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    first = text.split("\n", 1)[0]
    separator = max("\t;,", key=first.count)
    found = []
    for row in csv.reader(io.StringIO(text), delimiter=separator):
        found += [re.sub(r"\s*[A-Za-z]{1,2}$", "", cell.strip()).replace(",", "") for cell in row]
    return numbers(found)


def pandas_sheets(path):
    import pandas

    found = []
    for sheet in pandas.read_excel(path, sheet_name=None, header=None).values():
        for column in sheet.columns:
            found += [value for value in sheet[column] if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return numbers(found)


READERS = {
    "sdmx-ml": [("sdmx1", sdmx1), ("pysdmx", pysdmx)],
    "sdmx-csv": [("pysdmx", pysdmx)],
    "sdmx-json": [("sdmx1", sdmx1)],
    "json-stat": [("pyjstat", pyjstat)],
    "px": [("pyaxis", pyaxis)],
    "xlsx": [("pandas", pandas_sheets)],
    "csv": [("csv", cells)],
}
