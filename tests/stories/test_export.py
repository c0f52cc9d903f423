"""`vildplan export`: layers, calendar and workbook say what `--json` says; hostile names stay words."""

import csv
import json
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyogrio
import pytest
import shapely
from icalendar import Calendar

from vildplan.export.zones_csv import harmless

from .conftest import Planned, Run, assert_trouble
from .drawn import department, saved

KINDS = ("geojson", "gpkg", "kml", "ics", "xlsx", "csv", "pdf", "gpx")
HOSTILE = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> & \"' #panic(1) $x$ {{x}} {area:m2} ]]></name> "
    + "#typst ../../etc/passwd gården 🌼 \u202eحديقة\u202c; c, d\\n e\nf\tg "
    + "a" * 5000
)  # fmt: skip
GPX = "{http://www.topografix.com/GPX/1/1}"
PLACEMARK = "{http://www.opengis.net/kml/2.2}Placemark"
Exported = Callable[..., Path]


def xml(words: str) -> ElementTree.Element:
    return ElementTree.fromstring(words)  # noqa: S314 - our own file


@pytest.fixture
def exported(run: Run, plan_folder: Path, tmp_path: Path) -> Exported:
    """Return `exported(kind, *words, plan=...) -> file`."""

    def exporting(kind: str, *words: str, plan: Path = plan_folder, lang: str = "da") -> Path:
        out = tmp_path / f"{plan.stem}{len([*tmp_path.iterdir()])}.{kind}"
        ran = run("export", plan, "-o", out, *words, lang=lang)
        assert (ran.code, ran.out) == (0, ""), ran.err
        assert str(out) in ran.err
        return out

    return exporting


@pytest.fixture
def named(planned: Planned, tmp_path: Path) -> Callable[[str], Path]:
    """Return a plan whose lawn, and so each zone of it, has a given name."""

    def naming(name: str) -> Path:
        land = department()
        for feature in land["features"]:
            if feature["properties"]["arealtype"] == "plæne":
                feature["properties"]["navn"] = name
        return planned(saved(tmp_path, land), "--target", "30%", name="named.plan")

    return naming


def rows_of_csv(file: Path, delimiter: str = ";") -> list[list[str]]:
    return [*csv.reader(StringIO(file.read_text("utf-8-sig"), newline=""), delimiter=delimiter)]


def test_the_zones_are_the_plan_s_in_every_map_format(plan_folder: Path, exported: Exported) -> None:
    told = json.loads((plan_folder / "zones.geojson").read_text("utf-8"))["features"]
    ids = [zone["properties"]["id"] for zone in told]
    found = json.loads(exported("geojson").read_text("utf-8"))["features"]
    assert [zone["properties"]["id"] for zone in found] == ids
    for zone, same in zip(found, told, strict=True):
        shapes = (shapely.from_geojson(json.dumps(one["geometry"])) for one in (zone, same))
        two_mm = 2e-8  # degrees
        assert shapely.equals_exact(*(shapely.normalize(shape) for shape in shapes), tolerance=two_mm)
    info = pyogrio.read_info(exported("gpkg"), layer="zoner")
    assert (info["features"], info["crs"]) == (len(ids), "EPSG:25832")
    marks = xml(exported("kml").read_text("utf-8")).iter(PLACEMARK)
    assert [mark[0].text.split()[0] for mark in marks] == ids


def test_qgis_finds_a_style_for_every_layer(exported: Exported) -> None:
    file = exported("gpkg")
    names = [name for name, kind in pyogrio.list_layers(file) if kind]
    assert names == ["zoner", "jorden", "bevares", "afstande"]
    with sqlite3.connect(file) as database:
        styles = dict(database.execute("SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault"))
    assert [*styles] == names
    zones = xml(styles["zoner"])
    assert {one.get("value") for one in zones.iter("category")} == {"slaaeng", "krat"}
    assert zones.find("renderer-v2").get("attr") == "type"
    whole = pyogrio.raw.read(file, layer="afstande")
    assert whole[3][[*whole[0]["fields"]].index("because")][0] == "1 m: klippet kant langs stien"


def test_m2_and_hours_of_the_table_are_those_of_json(run: Run, plan_folder: Path, exported: Exported) -> None:
    record = run("proposal", plan_folder, "--json").record
    head, *rows = rows_of_csv(exported("csv"))
    assert head[:5] == ["Zone", "Navn", "Nøgle", "Type", "Areal m2"]
    assert sum(float(row[4].replace(",", ".")) for row in rows) == pytest.approx(record["zones_m2"], abs=0.01)
    english = rows_of_csv(exported("csv", lang="en"), ",")
    assert english[0][4] == "Area m2"
    assert float(english[1][4]) == float(rows[0][4].replace(",", "."))


def sheet_values(file: Path, sheet: str, *, formulas: bool = False) -> list[tuple[object, ...]]:
    return [*openpyxl.load_workbook(file, data_only=not formulas)[sheet].iter_rows(values_only=True)]


def test_the_workbook_says_what_json_says(run: Run, plan_folder: Path, exported: Exported) -> None:
    record = run("budget", plan_folder, "--json").record
    file = exported("xlsx")
    years = sheet_values(file, "Budget")[3:13]
    for row, year in zip(years, record["years"], strict=True):
        paid = sum(span["likely"] for span in year["paid_kr"].values())
        told = (year["before_kr"], year["after_kr"], year["establishment_kr"], year["granted_kr"], paid)
        assert (row[2], row[3], row[4], row[8], row[9]) == pytest.approx(told)
    lines = sheet_values(file, "Linjer")[3:]
    assert [row[7] for row in lines] == pytest.approx([line["kr"] for line in record["lines"]])
    assert [row[6] for row in lines] == [
        pytest.approx(line["hours"]) if "hours" in line else None for line in record["lines"]
    ]
    zones = sheet_values(file, "Zoner")
    assert zones[-1][3] == pytest.approx(run("proposal", plan_folder, "--json").record["zones_m2"], abs=0.01)
    months = run("calendar", plan_folder, "--year", "2029", "--json").record["months"]
    assert [row[2] * 60 for row in sheet_values(file, "Timer")[3:15]] == pytest.approx(
        [month["minutes_after"] for month in months]
    )
    shopping = run("species", "--plan", plan_folder, "--json").record["planting"]["shopping"]
    assert [row[3] for row in sheet_values(file, "Planter")[3:-1]] == [row["order"] for row in shopping]


def test_every_sum_of_the_workbook_is_a_formula(exported: Exported) -> None:
    file = exported("xlsx", lang="en")
    years, lines = (sheet_values(file, name, formulas=True) for name in ("Budget", "Lines"))
    assert all(str(cell).startswith("=") for row in years[3:13] for cell in row[2:])
    assert all(str(row[7]).startswith("=") for row in lines[3:])
    assert "'Numbers'!$C$" in str(lines[3][7])


def test_a_spreadsheet_program_works_out_the_same(exported: Exported, tmp_path: Path) -> None:
    """Without the results beside its formulas, the workbook comes to the same numbers."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed, so the formulas were not worked out anew")
    file, bare = exported("xlsx"), tmp_path / "bare.xlsx"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            words = old.read(name).decode() if name.endswith(".xml") else ""
            parts = words.split("</f><v>")
            new.writestr(name, "</f>".join([parts[0], *(part.split("</v>", 1)[1] for part in parts[1:])])
                         if words else old.read(name))  # fmt: skip
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    into = ("--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "done")
    subprocess.run([program, profile, *into, bare], capture_output=True, timeout=120, check=False)
    if not (tmp_path / "done" / "bare.xlsx").exists():
        pytest.skip("LibreOffice has no Calc here")
    for sheet in openpyxl.load_workbook(file).sheetnames:
        for row, again in zip(sheet_values(file, sheet), sheet_values(tmp_path / "done" / "bare.xlsx", sheet),
                              strict=False):  # fmt: skip
            numbers = [(a, b) for a, b in zip(row, again, strict=False) if isinstance(a, int | float)]
            assert all(b == pytest.approx(a, abs=1e-6) for a, b in numbers), (sheet, row, again)


def test_the_calendar_has_the_tasks_of_each_week(run: Run, plan_folder: Path, exported: Exported) -> None:
    calendar = Calendar.from_ical(exported("ics", "--year", "2029").read_bytes())
    events = calendar.walk("VEVENT")
    weeks = {(event["dtstart"].dt.isocalendar().week, event["uid"].split("-")[0]) for event in events}
    tasks = run("calendar", plan_folder, "--year", "2029", "--json").record["tasks"]
    assert weeks == {(task["week"], task["task"]) for task in tasks}
    assert all((event["dtend"].dt - event["dtstart"].dt).days == 5 for event in events)
    assert len({event["uid"] for event in events}) == len(events)
    ten = Calendar.from_ical(exported("ics").read_bytes()).walk("VEVENT")
    assert {event["uid"] for event in events} < {event["uid"] for event in ten}


def test_a_week_that_is_closed_later_moves_its_entries(plan_folder: Path, exported: Exported) -> None:
    """The names of the entries stay, so a calendar that has them moves them and doubles none."""
    first = Calendar.from_ical(exported("ics", "--year", "2029").read_bytes()).walk("VEVENT")
    own = plan_folder.parent / "vildplan.toml"
    cut = next(event["dtstart"].dt for event in first if event["uid"].startswith("hoeslet-"))
    own.write_text(f"[crew]\nclosed_weeks = [{cut.isocalendar().week}]\n", encoding="utf-8")
    later = Calendar.from_ical(exported("ics", "--year", "2029").read_bytes()).walk("VEVENT")
    before, after = ({str(one["uid"]): one["dtstart"].dt for one in events} for events in (first, later))
    hay = [uid for uid in before if uid.startswith("hoeslet-")]
    assert hay
    assert set(hay) <= set(after)
    assert any(before[uid] != after[uid] for uid in hay)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_plan_gives_the_same_bytes(kind: str, exported: Exported) -> None:
    assert exported(kind).read_bytes() == exported(kind).read_bytes()


def test_a_file_is_never_written_over(run: Run, plan_folder: Path, exported: Exported) -> None:
    file = exported("csv")
    assert "uændret" in run("export", plan_folder, "-o", file).err
    file.write_text("mit eget", encoding="utf-8")
    assert_trouble(run("export", plan_folder, "-o", file), 5, "findes allerede", f"{file.stem}-2.csv")
    assert file.read_text("utf-8") == "mit eget"


def test_what_cannot_be_exported(
    run: Run, plan_folder: Path, planned: Planned, yard: Path, tmp_path: Path
) -> None:
    told = [f".{kind}" for kind in KINDS]
    assert_trouble(run("export", plan_folder, "-o", tmp_path / "a.shp"), 2, "a.shp", *told)
    assert_trouble(run("export", plan_folder, "-o", tmp_path / "a"), 2, *told)
    assert_trouble(run("export", plan_folder), 2, "mangler en fil", *told)
    assert_trouble(run("export", plan_folder, "-o", "a.csv", "--format", "word", lang="en"), 2, "word", *told)
    assert_trouble(run("export", plan_folder, "-o", "a.csv", "--year", "2029"), 2, "--year", ".ics")
    assert_trouble(run("export", plan_folder, "-o", tmp_path / "a.ics", "--year", "2050"), 2, "2036")
    reached = planned(yard, "--target", "1%", name="reached.plan")
    assert_trouble(run("export", reached, "-o", tmp_path / "a.csv"), 3, "ingen nye zoner")
    assert not [*tmp_path.glob("a*")]


def test_format_goes_before_the_ending(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "zoner.txt"
    assert run("export", plan_folder, "-o", out, "--format", "GeoJSON").code == 0
    assert json.loads(out.read_text("utf-8"))["type"] == "FeatureCollection"


@pytest.mark.parametrize("begins", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_a_cell_of_words_is_no_formula(begins: str) -> None:
    assert harmless(begins) == f"'{begins}"
    assert harmless("Plænen = bed") == "Plænen = bed"


def test_hostile_names_stay_words_in_every_format(named: Callable[[str], Path], exported: Exported) -> None:
    plan = named(HOSTILE)
    kept, same = (
        json.loads(file.read_text("utf-8"))["features"][0]["properties"]["name"]
        for file in (plan / "zones.geojson", exported("geojson", plan=plan))
    )
    assert same == kept
    meta, _, _, columns = pyogrio.raw.read(exported("gpkg", plan=plan), layer="zoner", read_geometry=False)
    assert columns[[*meta["fields"]].index("name")][0] == kept
    mark = next(xml(exported("kml", plan=plan).read_text("utf-8")).iter(PLACEMARK))
    assert "".join(mark[0].itertext()).split() == f"Z1 {kept}".split()
    cell = rows_of_csv(exported("csv", plan=plan))[1][1]
    assert cell == "'" + kept
    book = openpyxl.load_workbook(exported("xlsx", plan=plan))
    assert (book["Zoner"]["B4"].value, book["Zoner"]["B4"].data_type) == (kept, "s")
    assert book["Zoner"]["B4"].hyperlink is None
    assert exported("pdf", plan=plan).read_bytes().startswith(b"%PDF-")
    xml(exported("gpx", plan=plan).read_text("utf-8"))
    named_so = [path.name for path in plan.parent.rglob("*") if "cmd" in path.name or "passwd" in path.name]
    assert named_so == [], "a name of the data is no name of a file"


def test_entries_say_their_words_whatever_the_department_is_called(
    planned: Planned, exported: Exported, tmp_path: Path
) -> None:
    """A calendar has signs of its own (`;` and `,`) and lines of 75 octets, which no sign is cut by."""
    name = "a;b,c\\n 🌼 \u202eحديقة\u202c {{x}} =cmd() #typst ÆØÅ" + "æ" * 60
    land = saved(tmp_path, department())
    plan = planned(land.rename(land.with_name(f"{name}.geojson")), "--target", "30%", name="named.plan")
    content = exported("ics", "--year", "2029", plan=plan).read_bytes()
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert all(line.decode() for line in lines[:-1])
    calendar = Calendar.from_ical(content)
    assert calendar["x-wr-calname"] == name
    assert calendar.to_ical() == content
    hay = next(one for one in calendar.walk("VEVENT") if one["uid"].startswith("hoeslet-"))
    assert hay["summary"] == "Høslet: Z1"
    assert hay["description"].startswith("Høslet i september med fingerklipper eller le, stubhøjde 7-12 cm.")
    assert {str(one["dtstamp"].dt) for one in calendar.walk("VEVENT")} == {"2000-01-01 00:00:00+00:00"}


def test_an_adjusted_plan_keeps_the_names_of_its_entries(
    run: Run, plan_folder: Path, exported: Exported, tmp_path: Path
) -> None:
    """One zone of two is given up: what is left of each task keeps its `UID`, with a higher `SEQUENCE`."""
    first = Calendar.from_ical(exported("ics", "--year", "2029").read_bytes()).walk("VEVENT")
    zones = json.loads((plan_folder / "zones.geojson").read_text("utf-8"))
    edited = tmp_path / "rettet.geojson"
    edited.write_text(json.dumps({**zones, "features": zones["features"][:1]}), encoding="utf-8")
    assert run("adjust", plan_folder, "--zones", edited, "--reason", "Krattet udgår").code == 0
    later = Calendar.from_ical(exported("ics", "--year", "2029").read_bytes()).walk("VEVENT")
    before, after = ({str(one["uid"]): one["sequence"] for one in events} for events in (first, later))
    assert len(after) == len(later), "no entry twice"
    assert set(after) < set(before)
    assert any(uid.startswith("hoeslet-") for uid in after)
    assert {after[uid] - before[uid] for uid in after} == {1}


def test_pegs_of_a_phone_are_those_of_the_sheet(plan_folder: Path, exported: Exported) -> None:
    """On a phone each peg lies on the outline of its zone, and is no farther than 15 m from the next."""
    file = xml(exported("gpx").read_text("utf-8"))
    told = json.loads((plan_folder / "zones.geojson").read_text("utf-8"))["features"]
    zones = {zone["properties"]["id"]: shapely.from_geojson(json.dumps(zone["geometry"])) for zone in told}
    points = file.iter(f"{GPX}wpt")
    pegs = {point[0].text: (float(point.get("lon")), float(point.get("lat"))) for point in points}
    assert pegs
    two_mm = 2e-8  # degrees
    for name, place in pegs.items():
        assert shapely.distance(zones[name.partition("-")[0]].boundary, shapely.Point(place)) < two_mm
    routes = [*file.iter(f"{GPX}rte")]
    assert {route[0].text for route in routes} == {name.partition("-")[0] for name in pegs}
    assert sum(len(route) - 2 for route in routes) == len(pegs), "a route ends where it began"
