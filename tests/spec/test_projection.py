"""Which coordinates a file has, and in which metres a department is measured."""

import numpy as np
import pytest
import shapely

from vildplan.errors import UnusableInputError
from vildplan.proposal.words import Language, say
from vildplan.reading.projection import LON_LAT, metric_crs, metric_crs_of, projector, source_crs


def square(x: float, y: float, side: float = 0.001) -> shapely.Polygon:
    return shapely.box(x, y, x + side, y + side)


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "crs"),
    [
        ("Aarhus", 10.2, 56.15, "EPSG:25832"),
        ("København", 12.57, 55.68, "EPSG:25832"),
        ("Skagen", 10.6, 57.73, "EPSG:25832"),
        ("west of 13.5 E", 13.49, 55.0, "EPSG:25832"),
        ("Rønne, Bornholm", 14.7, 55.1, "EPSG:25833"),
        ("Christiansø", 15.19, 55.32, "EPSG:25833"),
        ("Helsinki", 24.94, 60.17, "EPSG:32635"),
        ("Paris", 2.35, 48.85, "EPSG:32631"),
        ("Cape Town", 18.42, -33.92, "EPSG:32734"),
    ],
)
def test_each_place_has_its_metres(place: str, longitude: float, latitude: float, crs: str) -> None:
    assert metric_crs(longitude, latitude) == crs, place


def test_a_department_is_placed_by_the_middle_of_its_bounds() -> None:
    assert metric_crs_of(LON_LAT, [square(10.2, 56.1), square(10.3, 56.2)]) == "EPSG:25832"
    assert metric_crs_of("EPSG:25832", [square(574_000, 6_225_000, 100)]) == "EPSG:25832"
    assert metric_crs_of("EPSG:3857", [square(1_636_000, 7_378_000, 100)]) == "EPSG:25833"  # Bornholm


def test_projection_takes_x_first_and_metres_are_true() -> None:
    # On the central meridian of zone 32 (9 E) the scale is 0.9996; 0.001 degrees north is 111.32 m
    there = projector(LON_LAT, "EPSG:25832")(np.array([[9.0, 56.0], [9.0, 56.001]]))
    assert there[0, 0] == pytest.approx(500_000, abs=0.01)
    assert there[1, 1] - there[0, 1] == pytest.approx(111.3 * 0.9996, abs=0.1)


def test_small_numbers_without_a_crs_are_longitude_and_latitude() -> None:
    assert source_crs("a.geojson", None, [square(10.2, 56.1)]) == LON_LAT


@pytest.mark.parametrize(
    ("name", "crs"),
    [
        ("urn:ogc:def:crs:EPSG::25832", "EPSG:25832"),
        ("EPSG:25832", "EPSG:25832"),
        ("http://www.opengis.net/def/crs/EPSG/0/25832", "EPSG:25832"),
        ("epsg:25832", "EPSG:25832"),
        ("ETRS89 / UTM zone 32N", "EPSG:25832"),
        ("urn:ogc:def:crs:EPSG::7416", "EPSG:7416"),  # with Danish heights
        ("EPSG:3857", "EPSG:3857"),
    ],
)
def test_a_legacy_crs_member_is_believed(name: str, crs: str) -> None:
    assert source_crs("a.geojson", name, [square(574_000, 6_225_000, 100)]) == crs


@pytest.mark.parametrize(
    ("name", "crs"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", LON_LAT),
        ("urn:ogc:def:crs:OGC::CRS84", LON_LAT),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", LON_LAT),
        ("EPSG:4326", LON_LAT),
        ("EPSG:4258", "EPSG:4258"),
    ],
)
def test_a_crs_in_degrees_is_believed_too(name: str, crs: str) -> None:
    assert source_crs("a.geojson", name, [square(10.2, 56.1)]) == crs


@pytest.mark.parametrize("name", ["EPSG:4978", "EPSG:5799"])  # from the middle of the Earth; heights only
def test_a_crs_that_is_for_no_map_is_refused(name: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", name, [square(10.2, 56.1)])
    assert f"“{name}” er ikke et koordinatsystem for kort" in say(error.value.sentence, Language.DANISH)


def test_metres_without_a_crs_are_refused_with_advice() -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", None, [square(574_000, 6_225_000, 100)])
    assert "574.000, 6.225.000" in say(error.value.sentence, Language.DANISH)
    assert "EPSG:25832" in say(error.value.advice, Language.DANISH)


@pytest.mark.parametrize(
    ("name", "x", "y", "advice"),
    [
        (None, 56.1, 10.2, "længdegrad først"),
        ("EPSG:4326", 56.1, 10.2, "længdegrad først"),  # as some WFS servers write it
        ("EPSG:25832", 6_225_000, 574_000, "øst først"),
        ("EPSG:25833", 6_110_000, 490_000, "øst først"),
    ],
)
def test_swapped_axes_are_refused(name: str | None, x: float, y: float, advice: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", name, [square(x, y)])
    assert "byttet om" in say(error.value.sentence, Language.DANISH)
    assert advice in say(error.value.advice, Language.DANISH)


def test_metres_beyond_the_edge_of_their_zone_are_not_taken_for_swapped() -> None:
    # Copenhagen lies at 12.6 E, where zone 32 ends at 12 E; all of Denmark uses it.
    assert source_crs("a.geojson", "EPSG:25832", [square(724_000, 6_175_000, 100)]) == "EPSG:25832"


@pytest.mark.parametrize(
    ("name", "x", "y", "looks"),
    [("EPSG:25832", 10.2, 56.1, "ligner grader"), ("EPSG:4326", 574_000, 6_225_000, "ligner meter")],
)
def test_numbers_that_cannot_be_of_the_crs_are_refused(name: str, x: float, y: float, looks: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", name, [square(x, y)])
    assert looks in say(error.value.sentence, Language.DANISH)


def test_one_small_area_far_off_moves_no_department_to_another_zone() -> None:
    # A courtyard at 11 E, and a square metre somebody left at 25 E: the middle of both would be 18 E.
    yard, stray = square(11.0, 55.4, 0.003), square(25.0, 55.4, 0.00001)
    assert metric_crs_of(LON_LAT, [yard, stray]) == "EPSG:25832"


def test_an_unknown_crs_is_refused_by_its_name() -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", "EPSG:999999", [square(10.2, 56.1)])
    assert "EPSG:999999" in say(error.value.sentence, Language.DANISH)
