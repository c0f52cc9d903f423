"""`vildplan adjust`: zones that come back from QGIS, whatever became of ids, order, format and CRS."""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import pytest
import shapely
from pyproj import Transformer
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from vildplan.planning import measured_plan
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.store.plan_reading import read_plan

from .conftest import Ran, Run, assert_trouble
from .drawn import CORNER, LON_LAT, METRES
from .test_schema import check

WHY = ("--reason", "Gennemgang med driften")
Zones = dict[str, BaseGeometry]
SAID = ("id", "name", "type")


def zones_of(folder: Path) -> Zones:
    """The zones of a folder in metres."""
    return {zone.id: zone.geometry for zone in read_plan(folder).zones}


def plan_toml(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "plan.toml").read_text("utf-8"))


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def in_crs(shape: BaseGeometry, crs: str) -> BaseGeometry:
    project = Transformer.from_crs(METRES, crs, always_xy=True).transform
    return shapely.transform(shape, project, interleaved=False)


def geopackage(
    path: Path, shapes: Iterable[BaseGeometry], crs: str = METRES, **columns: list[str | None]
) -> Path:
    """Save zones as QGIS would, with no columns but those that are given."""
    rows = [shapely.to_wkb(in_crs(shape, crs)) for shape in shapes]
    pyogrio.raw.write(
        path, geometry=np.array(rows, dtype=object), geometry_type="Polygon", crs=crs, layer="zoner",
        fields=np.array([*columns]), driver="GPKG",
        field_data=[np.array(values, dtype=object) for values in columns.values()],
    )  # fmt: skip
    return path


def geojson(path: Path, features: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def fates(folder: Path) -> dict[str, str]:
    return {change["id"]: change["fate"] for change in plan_toml(folder)["versions"][-1]["changes"]}


def block(left: float, bottom: float, right: float, top: float) -> BaseGeometry:
    """A rectangle in metres from the yard's corner."""
    x, y = CORNER
    return shapely.box(x + left, y + bottom, x + right, y + top)


def halves(shape: BaseGeometry, share: float) -> tuple[BaseGeometry, BaseGeometry]:
    """Cut a zone by a line from south to north."""
    left, bottom, right, top = shape.bounds
    middle = left + share * (right - left)
    west, east = shapely.box(left, bottom, middle, top), shapely.box(middle, bottom, right, top)
    return shapely.intersection(shape, west), shapely.intersection(shape, east)


@pytest.fixture
def adjust(run: Run, plan_folder: Path) -> Run:
    """Return `adjust(file, *words) -> Ran`."""

    def running(file: Path, *words: object, **more: Any) -> Ran:
        return run("adjust", plan_folder, "--zones", file, *WHY, *words, **more)

    return running


# ---------------------------------------------------------------------------------------- the round trip


@pytest.mark.parametrize("crs", [METRES, LON_LAT, "EPSG:3857"])
def test_zones_that_come_back_reordered_and_without_ids_change_nothing(
    adjust: Run, plan_folder: Path, tmp_path: Path, crs: str
) -> None:
    before = all_bytes(plan_folder)
    ran = adjust(geopackage(tmp_path / "rettet.gpkg", reversed(zones_of(plan_folder).values()), crs))
    assert ran.code == 0, ran.err
    assert "Zonerne er, som de var: der er ikke lavet en ny udgave." in ran.out
    assert "er uændret" in ran.err
    assert all_bytes(plan_folder) == before
    assert not (plan_folder / "history").exists()


def test_a_geojson_of_our_own_that_comes_back_as_it_was_changes_nothing(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kopi.geojson"
    copy.write_bytes((plan_folder / "zones.geojson").read_bytes())
    assert "er uændret" in adjust(copy).err


def test_a_moved_edge_makes_a_new_version_beside_the_old_one(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    before, zones = all_bytes(plan_folder), zones_of(plan_folder)
    smaller = shapely.intersection(zones["Z1"], shapely.box(*halves(zones["Z1"], 0.8)[0].bounds))
    ran = adjust(geopackage(tmp_path / "rettet.gpkg", [smaller, zones["Z2"]], type=["slaaeng", "krat"]))
    assert ran.code == 0
    earlier = plan_folder / "history" / "1"
    assert {path.name: path.read_bytes() for path in earlier.iterdir()} == before
    assert fates(plan_folder) == {"Z1": "changed", "Z2": "kept"}
    version = plan_toml(plan_folder)["versions"][0]
    assert (version["number"], version["reason"], version["file"]) == (2, WHY[1], "rettet.gpkg")
    old, new = plan_toml(earlier), plan_toml(plan_folder)
    assert version["before"]["zones_m2"] == old["zones_m2"]
    assert version["after"]["zones_m2"] == new["zones_m2"] == pytest.approx(
        smaller.area + zones["Z2"].area, abs=0.05
    )
    assert new["zones"][0]["name"] == old["zones"][0]["name"]
    assert new["economy"]["hours_per_year"]["after"] != old["economy"]["hours_per_year"]["after"]
    assert "nås ikke: med de rettede zoner er der" in (plan_folder / "rapport.html").read_text("utf-8")
    for words in ("Før", "Nu", "ændret omrids", "1 zone er uændret.", "målet er 720 m² (30 %)"):
        assert words in ran.out


def test_the_gap_is_measured_against_the_bound_of_the_plan(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones, old = zones_of(plan_folder), plan_toml(plan_folder)["proof"]
    # Another type on the same ground: the ground chosen is the same, so is the bound.
    adjust(geopackage(tmp_path / "rettet.gpkg", zones.values(), type=["slaaeng", "slaaeng"]))
    new = plan_toml(plan_folder)["proof"]
    assert new["upper_bound"] == pytest.approx(old["upper_bound"], rel=1e-6)
    assert new["objective"] < old["objective"]
    assert new["gap_points"] == pytest.approx(new["upper_bound"] - new["objective"])


def test_a_plan_of_another_area_is_set_against_the_best_of_just_that_area(
    adjust: Run, run: Run, plan_folder: Path, yard: Path, tmp_path: Path
) -> None:
    smaller = halves(zones_of(plan_folder)["Z1"], 0.6)[1]
    adjust(geopackage(tmp_path / "rettet.gpkg", [smaller]))
    goal = f"{plan_toml(plan_folder)['reached_m2']:.1f}m2"
    asked = run("plan", yard, "--target", goal, "--json", "--dry-run")
    best = asked.record["proof"]["upper_bound"]
    assert plan_toml(plan_folder)["proof"]["upper_bound"] == pytest.approx(best, rel=2e-3)


def test_an_adjusted_plan_can_be_read_back_and_measured_again(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones = zones_of(plan_folder)
    adjust(geopackage(tmp_path / "rettet.gpkg", [*halves(zones["Z1"], 0.4), zones["Z2"]]))
    stored = read_plan(plan_folder)
    assert stored.changed_files == ()
    again = measured_plan(stored.department, stored.wishes, catalogue_of(stored), stored.zones)
    told = plan_toml(plan_folder)
    assert again.zones_m2 == pytest.approx(told["zones_m2"], abs=1e-6)
    assert again.proof is not None
    assert again.proof.gap_percent == pytest.approx(told["proof"]["gap_percent"], abs=1e-6)
    assert [version.number for version in stored.versions] == [2]
    assert stored.versions[0].changes[0].fate == "split"


def test_an_adjusted_plan_can_be_worked_out_again_from_its_own_files(
    adjust: Run, run: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones = zones_of(plan_folder)
    adjust(geopackage(tmp_path / "a.gpkg", [zones["Z1"], block(0, 10, 30, 25)], hoejde=["1", "2"]))
    assert fates(plan_folder) == {"Z1": "split", "Z2": "changed", "Z3": "split"}
    ran = run("verify", plan_folder)
    assert ran.code == 0, ran.out


# ------------------------------------------------------------------------------------ ids, split and moved


def test_split_new_and_removed_zones_get_ids_that_nobody_had(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones = zones_of(plan_folder)
    small, large = halves(zones["Z1"], 0.4)
    ran = adjust(geopackage(tmp_path / "a.gpkg", [small, large], id=["Z1", "Z1"]))
    assert fates(plan_folder) == {"Z1": "split", "Z2": "removed", "Z3": "split"}
    assert zones_of(plan_folder)["Z1"].area == pytest.approx(large.area, abs=0.01)
    assert "udskilt af Z1" in ran.out
    # Z3 goes again, and the next new zone is Z4.
    adjust(geopackage(tmp_path / "b.gpkg", [large, zones["Z2"]]))
    assert fates(plan_folder) == {"Z1": "kept", "Z3": "removed", "Z4": "new"}
    names = [zone["name"] for zone in plan_toml(plan_folder)["zones"]]
    assert names == ["Plænen (1 af 2)", "Plænen (Z4)"]
    assert [version["number"] for version in plan_toml(plan_folder)["versions"]] == [2, 3]


def test_a_zone_that_was_moved_keeps_its_id(adjust: Run, plan_folder: Path, tmp_path: Path) -> None:
    zones = zones_of(plan_folder)
    moved = translate(zones["Z2"], 0.5, 15)
    adjust(geopackage(tmp_path / "rettet.gpkg", [moved, zones["Z1"]], id=["Z2", None]))
    assert fates(plan_folder) == {"Z1": "kept", "Z2": "moved"}


def test_a_name_and_a_note_of_ones_own_stay_with_the_plan(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    shapes = zones_of(plan_folder).values()
    first = geopackage(tmp_path / "a.gpkg", shapes, navn=["Bålengen", None], note=["sol til kl. 18", None])
    ran = adjust(first)
    assert "Bålengen" in (plan_folder / "zones.geojson").read_text("utf-8")
    assert plan_toml(plan_folder)["versions"][0]["changes"][0]["note"] == "sol til kl. 18"
    assert ran.code == 0
    # The next one has no names at all.
    adjust(geopackage(tmp_path / "b.gpkg", shapes, type=["slaaeng", "slaaeng"]))
    assert [zone["name"] for zone in plan_toml(plan_folder)["zones"]] == ["Bålengen", "Plænen (2 af 2)"]


def test_a_new_zone_gets_the_type_that_is_typed_or_fits(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    new = geopackage(tmp_path / "a.gpkg", [*zones_of(plan_folder).values(), block(40, 12, 55, 20)])
    for words, kind in (((), "slaaeng"), (("--type", "Krat"), "krat")):
        ran = adjust(new, *words, "--dry-run", "--json")
        assert ran.record["zones"][2]["type"] == kind
    assert_trouble(adjust(new, "--type", "krad"), 2, "--type krad: den type kendes ikke.", "Mente du krat?")


# ------------------------------------------------------------------------------------------- what is told


def test_every_breach_is_told_and_the_plan_is_written_all_the_same(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones = zones_of(plan_folder)
    over_path = shapely.union(zones["Z1"], block(20, 20, 40, 38.5))  # the path is 36 to 40 m from the south
    ran = adjust(geopackage(tmp_path / "rettet.gpkg", [over_path, zones["Z2"]]))
    assert ran.code == 0
    assert "50 m² ligger på sti (Stien), som ikke omlægges" in ran.out
    assert "ligger nærmere end 1 m ved Stien" in ran.out
    said = " ".join(finding["sentence"] for finding in plan_toml(plan_folder)["findings"])
    assert "50 m² ligger på sti (Stien)" in said


def test_overlaps_count_once_and_what_is_wild_today_does_not_count_again(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones = zones_of(plan_folder)
    inside = shapely.maximum_inscribed_circle(zones["Z1"])
    centre = shapely.Point(inside.coords[0])
    ran = adjust(geopackage(tmp_path / "a.gpkg", [zones["Z1"], zones["Z2"], centre.buffer(4.5)]))
    assert "er også tegnet i en mindre zone (a.gpkg, række 3) og tæller kun med dér" in ran.out
    told = plan_toml(plan_folder)
    assert told["zones_m2"] == pytest.approx(shapely.union_all([*zones.values()]).area, abs=0.05)
    ran = adjust(geopackage(tmp_path / "b.gpkg", [block(0, 10, 20, 25)]))  # the scrub is 4 m wide
    assert "60 m² er skåret fra: det er vildt i dag og tæller i forvejen." in ran.out
    assert plan_toml(plan_folder)["zones_m2"] == pytest.approx(16 * 15, abs=0.05)


def test_a_dry_run_writes_nothing_and_json_fits_the_schema(
    adjust: Run, plan_folder: Path, tmp_path: Path
) -> None:
    before = all_bytes(plan_folder)
    half = geopackage(tmp_path / "a.gpkg", [halves(zones_of(plan_folder)["Z1"], 0.5)[0]])
    ran = adjust(half, "--dry-run", "--json")
    check(ran.record, "plan")
    assert ran.record["versions"][0]["after"]["zones"] == 1
    assert "Intet er skrevet" in ran.err
    assert all_bytes(plan_folder) == before


# -------------------------------------------------------------------------------- the folder's own zones file


def test_zones_edited_in_the_folder_itself_are_news_and_no_damage(run: Run, plan_folder: Path) -> None:
    own = plan_folder / "zones.geojson"
    published = own.read_bytes()
    features = json.loads(published)["features"]
    new = {"type": "Feature", "properties": {"id": None, "type": None},
           "geometry": json.loads(shapely.to_geojson(in_crs(block(40, 12, 55, 20), LON_LAT)))}  # fmt: skip
    geojson(own, [features[0], new])
    assert run("adjust", plan_folder, *WHY).code == 0
    assert fates(plan_folder) == {"Z1": "kept", "Z2": "removed", "Z3": "new"}
    # What was published is what history holds, not what was drawn over it.
    assert (plan_folder / "history" / "1" / "zones.geojson").read_bytes() == published
    # Edited there once more, the outlines before are lost, but not the ids and m2.
    geojson(own, json.loads(own.read_text("utf-8"))["features"][:1])
    assert run("adjust", plan_folder, *WHY).code == 0
    assert fates(plan_folder) == {"Z1": "kept", "Z3": "removed"}
    assert plan_toml(plan_folder)["versions"][1]["changes"][1]["before_m2"] == pytest.approx(120, abs=0.1)


def test_without_an_edited_file_there_is_nothing_to_adjust(run: Run, plan_folder: Path) -> None:
    assert_trouble(run("adjust", plan_folder, *WHY), 2, "Der er ingen rettede zoner", "--zones FIL")


# ------------------------------------------------------------------------------------------ what is refused


def refusals(plan_folder: Path, tmp_path: Path) -> dict[str, tuple[tuple[object, ...], int, str]]:
    zones = zones_of(plan_folder)
    far = geopackage(tmp_path / "far.gpkg", [translate(zones["Z1"], 30_000, 0)])
    good = geopackage(tmp_path / "good.gpkg", zones.values())
    degrees = geojson(tmp_path / "degrees.geojson", json.loads(
        (plan_folder / "zones.geojson").read_text("utf-8"))["features"])  # fmt: skip
    claimed = json.loads(degrees.read_text("utf-8"))
    claimed["crs"] = {"type": "name", "properties": {"name": METRES}}
    degrees.write_text(json.dumps(claimed), encoding="utf-8")
    return {
        "another department": ((plan_folder, "--zones", far, *WHY), 3, "ingen af zonerne ligger på"),
        "no reason": ((plan_folder, "--zones", good, "--reason", "  "), 2, "--reason er tom."),
        "a reason of signs": ((plan_folder, "--zones", good, "--reason", "-"), 2, "--reason er tom."),
        "no such file": ((plan_folder, "--zones", tmp_path / "no.gpkg", *WHY), 3, "findes ikke"),
        "no such layer": ((plan_folder, "--zones", good, *WHY, "--layer", "x"), 3, "Lagene er zoner."),
        "degrees called metres": ((plan_folder, "--zones", degrees, *WHY), 3, "tallene ligner grader"),
        "no plan": ((tmp_path / "no.plan", "--zones", good, *WHY), 3, "Der er ingen mappe"),
        "no zones": ((plan_folder, "--zones", geojson(tmp_path / "e.geojson", []), *WHY), 3, "ingen arealer"),
    }  # fmt: skip


def test_what_cannot_be_used_is_refused_with_a_sentence_and_nothing_is_lost(
    run: Run, plan_folder: Path, tmp_path: Path
) -> None:
    before = all_bytes(plan_folder)
    for words, code, sentence in refusals(plan_folder, tmp_path).values():
        assert_trouble(run("adjust", *words), code, sentence)
    assert all_bytes(plan_folder) == before
    assert not (plan_folder / "history").exists()


def test_a_reason_is_demanded(run: Run, plan_folder: Path) -> None:
    assert_trouble(run("adjust", plan_folder), 2, "--reason")


def test_a_plan_made_over_an_adjusted_one_says_where_that_lies(
    adjust: Run, run: Run, plan_folder: Path, tmp_path: Path
) -> None:
    zones = [*zones_of(plan_folder).values()]
    assert adjust(geopackage(tmp_path / "rettet.gpkg", zones[:1], "EPSG:25832")).code == 0
    ran = run("plan", plan_folder.with_suffix(".geojson"), "--target", "30%")
    assert "var rettet i hånden. Den ligger i" in ran.err
    assert (plan_folder / "history" / "2" / "plan.toml").is_file()
