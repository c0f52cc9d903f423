"""`vildplan why`: what speaks for a zone, what comes instead, and why a place does not become wild."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from vildplan.store.plan_reading import read_plan

from .conftest import EXAMPLE, Planned, Run, assert_trouble
from .drawn import CORNER, LON_LAT, METRES, department, moved, saved

# 120 m by 80 m; one sign is 4 m. Meadow in the west; the path keeps a metre, the block three.
LAND = """
##########....................
##########....................
##########....................
------------------------------
VV............................
VV............................
VV............................
VV............................
VV............................
VV............................
VV............................
VV............................
VV............................
VV............................
VV...................LLLL.....
VV...................LLLL.....
VV............................
VV............................
VV............................
VV............................
"""


@pytest.fixture
def folder(planned: Planned, tmp_path: Path) -> Path:
    return planned(saved(tmp_path, department(LAND), "gaden.geojson"), "--target", "20%")


def at(east_m: float, north_m: float) -> str:
    """A place in metres from the land's corner, as it is typed."""
    return f"{CORNER[0] + east_m:.2f},{CORNER[1] + north_m:.2f}"


# ------------------------------------------------------------------------------------------ a zone


def test_a_zone_is_explained_in_sentences(run: Run, folder: Path) -> None:
    ran = run("why", folder, "z1")
    assert ran.code == 0
    for words in ("Hvorfor Z1: ", "I dag er det plæne.", "når målet er omkring", "Hvad stedet er værd",
                  "point/m²", "* Vægten er en antagelse.", "Hvad der ligger omkring",
                  "Hvis I siger nej til den", f"vildplan without {folder} Z1"):  # fmt: skip
        assert words in ran.out
    english = run("why", folder, "1", lang="en").out
    for words in ("Why Z1: ", "Today it is lawn.", "What the place is worth", "If you refuse it"):
        assert words in english


def test_the_parts_add_up_and_weights_come_from_the_catalogue(run: Run, folder: Path) -> None:
    told = run("why", folder, "Z1", "--json").record
    assert sum(term["part"] for term in told["terms"]) == pytest.approx(1.0)
    assert sum(term["points_per_m2"] for term in told["terms"]) == pytest.approx(told["points_per_m2"])
    nature = next(term for term in told["terms"] if term["term"] == "nature_lawn")
    values = run("catalogue", "slaaeng", "--json").record
    weight = next(value for value in values if value["key"] == "slaaeng.nature_lawn")
    assert (nature["weight"], nature["status"], nature["source"]) == (
        weight["value"], weight["status"], weight["source"],
    )  # fmt: skip
    assert told["from_share"] <= told["enters_at_share"] <= told["to_share"]
    assert 0 <= told["core_share"] <= 1


def test_what_lies_round_it_is_as_long_as_its_outline(run: Run, folder: Path) -> None:
    told = run("why", folder, "Z1", "--json").record
    outline_m = next(zone for zone in read_plan(folder).zones if zone.id == "Z1").geometry.length
    around = {one["zone"] or one["surface"] or "": one["length_m"] for one in told["neighbours"]}
    assert sum(around.values()) == pytest.approx(outline_m, rel=0.02)
    assert around["lawn"] > 0


def test_what_comes_instead_has_the_area_of_the_zone(run: Run, folder: Path) -> None:
    refused = run("why", folder, "Z1", "--json").record["if_refused"]
    area_m2 = next(zone for zone in read_plan(folder).zones if zone.id == "Z1").area_m2
    assert refused["points"] > 0
    assert refused["missing_m2"] == pytest.approx(0, abs=0.1)
    assert sum(gain["area_m2"] for gain in refused["instead"]) == pytest.approx(area_m2, rel=0.1)


def test_the_price_is_about_that_of_the_plan_without_it(run: Run, planned: Planned) -> None:
    folder = planned(EXAMPLE, "--target", "30%")
    for zone in ("Z6", "Z10"):
        about = run("why", folder, zone, "--json").record["if_refused"]["points"]
        price = run("without", folder, zone, "--json").record["price_points"]
        assert about == pytest.approx(price, rel=0.2)


def test_a_zone_without_which_the_target_is_missed_says_so(run: Run, folder: Path, tmp_path: Path) -> None:
    file = folder.with_suffix(".geojson")
    run("plan", file, "--target", "75%", "--play-lawn", "0", "--out", tmp_path / "p")
    largest = max(read_plan(tmp_path / "p").zones, key=lambda zone: zone.area_m2)
    assert "der er ikke jord nok til at nå målet" in run("why", tmp_path / "p", largest.id).out


# ------------------------------------------------------------------------------------------ a place


@pytest.mark.parametrize(
    ("east_m", "north_m", "verdict", "told"),
    [
        (20, 75, "class", ["Her er bygning (“Blokken”), og den slags omlægges ikke."]),
        (60, 66, "class", ["sti (“Stien”)"]),
        (4, 30, "wild_today", ["Her er det vildt i dag: krat (“Krattet”).", "ikke dokumenteret"]),
        (60, 63.6, "clearance", ["0,4 m fra sti (“Stien”)", "mindst 1 m", "har en kilde i kataloget"]),
        (41.5, 75, "clearance", ["1,5 m fra bygning (“Blokken”)", "mindst 3 m", "--clearance facade=M"]),
        (10, 30, "zone", ["Stedet ligger i Z", "blandt de første at tage"]),
        (115, 10, "not_worth_it", ["anden jord giver mere natur", "Stedet kommer med, når målet er omkring"]),
    ],
)
def test_a_place_is_explained(
    run: Run, folder: Path, east_m: float, north_m: float, verdict: str, told: list[str]
) -> None:
    place = at(east_m, north_m)
    assert run("why", folder, "--at", place, "--json").record["verdict"] == verdict
    danish = run("why", folder, "--at", place)
    assert danish.code == 0
    for words in told:
        assert words in danish.out
    assert f"What holds at {place}" in run("why", folder, "--at", place, lang="en").out


def test_the_play_lawn_what_is_kept_and_distances_of_ones_own(run: Run, folder: Path, tmp_path: Path) -> None:
    """Each wish that holds ground back is told as such."""
    file = tmp_path / "gaden.geojson"
    line = {"type": "LineString", "coordinates": [list(lon_lat(60, 20)[::-1]), list(lon_lat(60, 40)[::-1])]}
    feature = {"type": "Feature", "properties": {}, "geometry": line}
    saved(tmp_path, {"type": "FeatureCollection", "features": [feature]}, "ledning.geojson")
    run("plan", file, "--target", "10%", "--border-strip", "2",
        "--clearance", f"{tmp_path / 'ledning.geojson'}=3", "--out", tmp_path / "p")  # fmt: skip
    border = run("why", tmp_path / "p", "--at", at(119, 30))
    assert "Der skal være 2 m til naboen (--border-strip)." in border.out
    drawn = run("why", tmp_path / "p", "--at", at(62, 30), "--json").record
    assert (drawn["verdict"], "3 m fra ledning.geojson" in drawn["sentences"][0]) == ("clearance", True)
    run("plan", file, "--target", "10%", "--keep", "Plænen", "--out", tmp_path / "q")
    kept = run("why", tmp_path / "q", "--at", at(80, 30), "--json").record
    assert (kept["verdict"], kept["area"]) == ("kept", "Plænen")
    places = ((x, y) for x in range(60, 118, 10) for y in range(4, 60, 10))
    asked = (run("why", folder, "--at", at(x, y), "--json").record["verdict"] for x, y in places)
    assert "play_lawn" in asked


def test_a_plan_that_needs_no_zones_says_that_it_needs_none(run: Run, folder: Path, tmp_path: Path) -> None:
    file = folder.with_suffix(".geojson")
    run("plan", file, "--target", "2%", "--play-lawn", "0", "--out", tmp_path / "p")
    assert "målet er nået uden" in run("why", tmp_path / "p", "--at", at(80, 30)).out


# --------------------------------------------------------------------------------- how it is typed


def lon_lat(east_m: float, north_m: float) -> tuple[float, float]:
    """Latitude and longitude of a place."""
    import shapely

    place = moved(shapely.Point(CORNER[0] + east_m, CORNER[1] + north_m), METRES, LON_LAT)
    return place.y, place.x


def with_point(lat: float, lon: float) -> str:
    return f"{lat:.7f},{lon:.7f}"


def with_space(lat: float, lon: float) -> str:
    return f"{lat:.7f}, {lon:.7f}"


def with_decimal_commas(lat: float, lon: float) -> str:
    return f"{lat:.7f} {lon:.7f}".replace(".", ",")


def with_commas_only(lat: float, lon: float) -> str:
    return f"{lat:.7f},{lon:.7f}".replace(".", ",")


def with_semicolon(lat: float, lon: float) -> str:
    return f"{lat:.7f}; {lon:.7f}"


def with_marks(lat: float, lon: float) -> str:
    return f"{lat:.7f}° N, {lon:.7f}° Ø"


@pytest.mark.parametrize(
    "typed", [with_point, with_space, with_decimal_commas, with_commas_only, with_semicolon, with_marks]
)
def test_degrees_are_understood_as_people_write_them(
    run: Run, folder: Path, typed: Callable[[float, float], str]
) -> None:
    told = run("why", folder, "--at", typed(*lon_lat(20, 75)), "--json").record
    assert told["verdict"] == "class"
    assert told["x_m"] == pytest.approx(CORNER[0] + 20, abs=0.1)


def test_swapped_numbers_are_told_with_the_right_way_round(run: Run, folder: Path) -> None:
    lat, lon = lon_lat(20, 75)
    assert_trouble(
        run("why", folder, "--at", f"{lon:.6f},{lat:.6f}"), 2, "byttet om", f"--at {lat:.6f},{lon:.6f}"
    )
    east, north = CORNER[0] + 20, CORNER[1] + 75
    swapped = run("why", folder, "--at", f"{north},{east}")
    assert_trouble(swapped, 2, "byttet om", f"--at {east:.1f},{north:.1f}")


def test_a_place_off_the_land_is_told_with_the_distance(run: Run, folder: Path) -> None:
    assert_trouble(run("why", folder, "--at", at(-25, 30)), 2, "ligger 25 m uden for afdelingens jord")
    assert_trouble(run("why", folder, "--at", at(-2.5, 30)), 2, "ligger 2,5 m uden for afdelingens jord")
    assert_trouble(run("why", folder, "--at", "55.676,12.568"), 2, "km uden for afdelingens jord")
    assert_trouble(run("why", folder, "--at", "0,0"), 2, "uden for afdelingens jord")


@pytest.mark.parametrize(
    "typed", ["her", "56.3", "1,2,3", "56.3,", "a,b", "56.3;9.5;1", "--5,3", "nan,nan", "1e9,5"]
)
def test_what_is_no_place_is_told(run: Run, folder: Path, typed: str) -> None:
    assert_trouble(run("why", folder, f"--at={typed}"), 2, "det er ikke et sted", "Skriv bredde og længde")


def test_one_zone_or_one_place(run: Run, folder: Path) -> None:
    assert_trouble(run("why", folder), 2, "Spørg om en zone eller et sted.", "Z1")
    assert_trouble(run("why", folder, "Z1", "--at", at(10, 30)), 2, "Spørg om en zone eller et sted.")
    assert_trouble(run("why", folder, "Z77"), 2, "Z77: den zone er der ikke i planen.")
    assert_trouble(run("why", folder.parent / "væk", "Z1"), 3, "Der er ingen mappe")
    assert run("why", folder, "Z77", "--json").record["error"]["exit_code"] == 2


def test_a_plan_that_somebody_adjusted_is_explained_too(run: Run, folder: Path) -> None:
    """What was not tried on it, other weights, is not told; all else is."""
    path = folder / "zones.geojson"
    document = json.loads(path.read_text("utf-8"))
    ring = document["features"][0]["geometry"]["coordinates"][0]
    ring[:] = [[x, y - 5e-6] for x, y in ring]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert run("adjust", folder, "--reason", "beboermøde").code == 0
    zone = run("why", folder, "Z1")
    assert "når målet er omkring" in zone.out
    assert "halveres" not in zone.out
    told = run("why", folder, "Z1", "--json").record
    assert told["core_share"] is None
    assert told["from_share"] < told["to_share"]
    place = run("why", folder, "--at", at(115, 10), "--json").record
    assert place["verdict"] == "not_worth_it"
    without = run("without", folder, "Z1")
    assert "Planen er rettet i hånden." in without.out
    assert "Ønsket koster" not in without.out
