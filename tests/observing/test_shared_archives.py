"""Archives that others made, read again here by the plainest means: the same rows, and the same places."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from math import hypot
from pathlib import Path

import pytest
from pyproj import Transformer

from vildplan.model.observation import Placed
from vildplan.reading.observations.found import Left
from vildplan.reading.observations.reading import Wanted, read_file

from .drawn import places_at

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "observations"
ARCHIVES = sorted((SHARED / "dwca-reader").glob("*"))
FARSUND, INATURALIST = SHARED / "dwca-lepidoptera-farsund.zip", SHARED / "inaturalist_ccby_subset.csv"
TODAY = date(2026, 6, 1)
DENMARK = (12.5, 55.7)
# The point that most of the finds of Einarsneset have.
EINARSNESET = (6.78061, 58.07026)

needs_data = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared test data is not beside the project")


def data_lines(path: Path) -> int:
    """Lines of the one data file that are no heading, as a person would count them."""

    def of_folder(name: str) -> bytes:
        return (path / name).read_bytes()

    def of_zip(name: str) -> bytes:
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)

    names = [p.name for p in path.iterdir()] if path.is_dir() else zipfile.ZipFile(path).namelist()
    opened: Callable[[str], bytes] = of_folder if path.is_dir() else of_zip
    names = [name for name in names if not name.startswith("__MACOSX")]
    (data,) = [n for n in names if n.endswith((".csv", "occurrence.txt", "taxon.txt"))]
    lines = [line for line in opened(data).split(b"\n") if line.strip()]
    with_heading = lines[0].lower().lstrip(b'"').startswith((b"id\t", b"gbifid"))
    return len(lines) - with_heading


@needs_data
@pytest.mark.parametrize("path", [*ARCHIVES, FARSUND], ids=lambda path: path.name)
def test_every_row_of_an_archive_is_read_and_accounted_for(path: Path) -> None:
    found = read_file(path, Wanted(places_at(*DENMARK), TODAY))
    assert found.read == data_lines(path) > 0
    assert found.read == sum(found.left.values()) + len(found.kept)
    assert found.kept == []


def test_the_archives_are_there() -> None:
    if not ARCHIVES:
        pytest.skip("the shared test data is not beside the project")
    assert len(ARCHIVES) == 11


@needs_data
def test_a_default_of_meta_xml_fills_empty_cells() -> None:
    from vildplan.reading.observations.opening import open_table

    table = open_table(SHARED / "dwca-reader" / "dwca-partial-default.zip")
    assert [row["country"] for _, row in table.rows] == ["France", "Belgium"]


def farsund_rows() -> list[dict[str, str]]:
    with zipfile.ZipFile(FARSUND) as archive:
        words = archive.read("occurrence.txt").decode("utf-8")
    return [*csv.DictReader(io.StringIO(words, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)]


@needs_data
def test_from_afar_none_lies_inside_and_the_nearest_is_told() -> None:
    found = read_file(FARSUND, Wanted(places_at(*DENMARK), TODAY))
    dated = [r for r in farsund_rows() if r["year"] and r["decimalLatitude"]]
    assert (found.kept, found.left[Left.OUTSIDE]) == ([], len(dated))
    east = min((DENMARK[0] - float(r["decimalLongitude"])) * 61_000 for r in dated)
    north = DENMARK[1] - 58.1
    assert found.nearest_m == pytest.approx(hypot(east, north * 111_000), rel=0.05)


@needs_data
def test_in_a_department_at_einarsneset_each_find_lies_where_arithmetic_puts_it() -> None:
    """Zones of 400 m by 800 m: a find is sure with its uncertainty to spare to every side."""
    half = 400.0
    found = read_file(FARSUND, Wanted(places_at(*EINARSNESET, "EPSG:25832", half), TODAY))
    to_metres = Transformer.from_crs("EPSG:4326", "EPSG:25832", always_xy=True).transform
    x0, y0 = to_metres(*EINARSNESET)
    sure = maybe = 0
    for row in farsund_rows():
        if not (row["year"] and row["decimalLatitude"]):
            continue
        x, y = to_metres(float(row["decimalLongitude"]), float(row["decimalLatitude"]))
        radius = float(row["coordinateUncertaintyInMeters"] or 0)
        to_edges = [min(x - x0 - left, left + half - (x - x0), y - y0 + half, half - (y - y0))
                    for left in (-half / 2, half / 2)]  # fmt: skip
        sure += any(edge >= radius > 0 for edge in to_edges)
        outside = hypot(max(-half / 2 - (x - x0), 0, x - x0 - 1.5 * half), max(abs(y - y0) - half, 0))
        maybe += outside <= (radius or 30) and not any(edge >= radius > 0 for edge in to_edges)
    placed = [kept.observation.placed for kept in found.kept]
    assert (placed.count(Placed.SURE), placed.count(Placed.MAYBE)) == (sure, maybe)
    assert sure > 15


@needs_data
def test_a_persons_name_is_in_no_key() -> None:
    found = read_file(FARSUND, Wanted(places_at(*EINARSNESET, "EPSG:25832", 400.0), TODAY))
    assert not any("berggren" in kept.observation.key.casefold() for kept in found.kept)
    assert {kept.name for kept in found.kept} >= {"Kai Berggren"}


@needs_data
def test_inaturalist_by_its_columns_with_obscured_places_left_out() -> None:
    with INATURALIST.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    hidden = [r for r in rows if r["coordinates_obscured"] == "True" or r["taxon_geoprivacy"] == "obscured"]
    found = read_file(INATURALIST, Wanted(places_at(*DENMARK), TODAY))
    assert (found.read, found.left[Left.OBSCURED]) == (len(rows), len(hidden))
    seen = next(r for r in rows if r not in hidden)
    where = (float(seen["longitude"]), float(seen["latitude"]))
    near = read_file(INATURALIST, Wanted(places_at(*where, "EPSG:32611", 400.0), TODAY))
    kept = {one.observation.key for one in near.kept}
    assert seen["url"].replace("http://", "https://") in kept
