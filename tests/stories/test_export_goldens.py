"""The files of a crew as they were when somebody last looked at them, in words: the drawn yard at 30 %.

Write them anew with `pytest tests/stories/test_export_goldens.py --update-golden`, and read the difference.
"""

import sqlite3
from base64 import b64decode
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyogrio
import pytest
import shapely

from .conftest import Run
from .test_goldens import GOLDEN, normalised


def of_text(file: Path) -> Iterator[str]:
    yield from file.read_text("utf-8-sig").replace("\r\n ", "").splitlines()


def of_workbook(file: Path) -> Iterator[str]:
    """Each cell with what it comes to, its formula and how it is written."""
    formulas, values = openpyxl.load_workbook(file), openpyxl.load_workbook(file, data_only=True)
    for sheet in formulas:
        yield f"== {sheet.title}"
        widths = {name: round(column.width, 1) for name, column in sheet.column_dimensions.items()}
        yield f"widths {widths}, frozen above {sheet.freeze_panes}, on paper again {sheet.print_title_rows}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                value = values[sheet.title][cell.coordinate].value
                formula = f" {cell.value}" if cell.data_type == "f" else ""
                yield f"{cell.coordinate} [{cell.number_format}] {value!r}{formula}"


def of_layers(file: Path) -> Iterator[str]:
    """Each layer with its columns, its rows and the legend that QGIS shows."""
    with sqlite3.connect(file) as database:
        styles = dict(database.execute("SELECT f_table_name, styleQML FROM layer_styles"))
        told = "SELECT table_name, identifier, data_type, last_change, srs_id FROM gpkg_contents"
        yield from (f"{row}" for row in database.execute(told))
    for name, style in styles.items():
        meta, _, shapes, columns = pyogrio.raw.read(file, layer=name)
        yield f"== {name}: {meta['crs']}, {meta['geometry_type']}, {', '.join(meta['fields'])}"
        for shape, *values in zip(shapely.from_wkb(shapes), *columns, strict=True):
            box = ", ".join(f"{metres:.2f}" for metres in shape.bounds)
            yield f"{' | '.join(map(str, values))} | {box}"
        tree = ElementTree.fromstring(style)  # noqa: S314 - our own file
        yield f"style {tree.find('renderer-v2').get('attr')}, labels {tree.get('labelsEnabled')}"
        yield from (f"legend {one.get('value')}: {one.get('label')}" for one in tree.iter("category"))
        yield from (f"heading {one.get('field')}: {one.get('name')}" for one in tree.iter("alias"))
        for option in tree.iter("Option"):
            if option.get("name") in ("color", "outline_style"):
                yield f"{option.get('name')} {option.get('value')}"
            if option.get("name") == "svgFile":
                yield f"pattern {b64decode(option.get('value').removeprefix('base64:')).decode()}"


READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    "zoner.geojson": of_text, "zoner.kml": of_text, "zoner.csv": of_text, "pleje.ics": of_text,
    "paele.gpx": of_text, "budget.xlsx": of_workbook, "zoner.gpkg": of_layers,
}  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_the_file_is_as_it_was(
    name: str, run: Run, plan_folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file, golden = tmp_path / name, GOLDEN / "eksport" / name
    if name in ("budget.xlsx", "zoner.gpkg"):
        golden = golden.with_name(f"{name}.txt")
    year = ("--year", "2029") if name.endswith(".ics") else ()
    assert run("export", plan_folder, "-o", file, *year).code == 0
    now = normalised(name, "\n".join(READERS[name](file)) + "\n")
    if request.config.getoption("--update-golden", default=False):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8", newline="\n")
    before = golden.read_text("utf-8")
    lines = unified_diff(before.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=0)
    assert now == before, f"{name} has changed (see the top of this file):\n" + "\n".join(lines)[:6000]
