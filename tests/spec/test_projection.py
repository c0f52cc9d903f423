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
        ("urn:ogc:def:crs:OGC:1.3:CRS84", LON_LAT),
        ("EPSG:3857", "EPSG:3857"),
    ],
)
def test_a_legacy_crs_member_is_believed(name: str, crs: str) -> None:
    assert source_crs("a.geojson", name, [square(574_000, 6_225_000, 100)]) == crs


def test_metres_without_a_crs_are_refused_with_advice() -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", None, [square(574_000, 6_225_000, 100)])
    assert "574.000, 6.225.000" in say(error.value.sentence, Language.DANISH)
    assert "EPSG:25832" in say(error.value.advice, Language.DANISH)


def test_swapped_axes_are_refused() -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", None, [square(56.1, 10.2)])
    assert "byttet om" in say(error.value.sentence, Language.DANISH)


def test_an_unknown_crs_is_refused_by_its_name() -> None:
    with pytest.raises(UnusableInputError) as error:
        source_crs("a.geojson", "EPSG:999999", [square(10.2, 56.1)])
    assert "EPSG:999999" in say(error.value.sentence, Language.DANISH)
