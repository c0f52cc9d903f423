"""Zones have one type each: the better one, where it can keep its own width and area."""

from math import log

import pytest
import shapely

from tests.drawing import area, box, department, draw, only, stages_of, wish
from vildplan.model.wishes import Count


@pytest.mark.parametrize(
    ("letter", "zone_type"), [(".", "slaaeng"), ("m", "blomstereng"), ("/", "skraaning")]
)
def test_each_kind_of_grass_near_houses_becomes_the_meadow_that_suits_it(letter: str, zone_type: str) -> None:
    stages = stages_of(draw("HHHH\n....\n....\n....".replace(".", letter), cell_m=10), wish("60%"))
    assert {shape.zone_type for shape in stages.drawing.shapes} == {zone_type}


def test_far_from_houses_lawn_becomes_rough_grass() -> None:
    stages = stages_of(draw("....\n....\n....", cell_m=10), wish("60%"))
    rough_m2 = sum(s.geometry.area for s in stages.drawing.shapes if s.zone_type == "naturgraes")
    assert rough_m2 > 0.75 * stages.zones_m2


@pytest.mark.parametrize(
    ("surface", "zone_type"), [("bed", "staudebed"), ("hedge", "haek_vild"), ("shrub", "krat")]
)
def test_what_stands_becomes_the_type_it_stands_for(surface: str, zone_type: str) -> None:
    standing = box(8, 8, 32, 18).buffer(3)
    land = department([area(surface, standing), area("path", box(0, 30, 60, 32))])
    stages = stages_of(land, wish("400m2"))
    assert [(s.zone_type, round(s.geometry.area)) for s in stages.drawing.shapes] == [
        (zone_type, round(standing.area))
    ]


def test_along_a_wood_it_becomes_scrub_out_to_where_meadow_is_worth_as_much() -> None:
    stages = stages_of(
        draw(
            """
            WWWWWWWWWWWW
            ............
            ............
            ............
            ............
            ............
            ............
            """,
            cell_m=6,
        ),
        wish("100%", count=Count.NEW),
        only("slaaeng", "krat"),
    )
    scrub = shapely.union_all([s.geometry for s in stages.drawing.shapes if s.zone_type == "krat"])
    # 1.9 + 2.3 e^(-d/9) against 2.2 + 1.5 e^(-d/9): even at d = 9 ln(0.8 / 0.3) = 8.8 m.
    # At the ends of the lawn scrub keeps away from corners where meadow would be left too narrow.
    even_m = 9 * log(0.8 / 0.3)
    lawn = shapely.intersection(stages.ground.open, box(12, 0, 60, 36))
    left, bottom, right, top = lawn.bounds
    near = shapely.intersection(lawn, shapely.box(left, top - even_m + 1.5, right, top))
    far = shapely.intersection(lawn, shapely.box(left, bottom, right, top - even_m - 1.5))
    assert shapely.intersection(scrub, near).area >= 0.97 * near.area
    assert shapely.intersection(scrub, far).area <= 0.01 * far.area


def test_scrub_that_would_be_narrower_than_5_m_stays_meadow() -> None:
    # 7 m of lawn beside a wood, with a path on the other side: scrub has 5 m there, meadow 6 m,
    # and the metre of meadow left between scrub and path would be too narrow.
    stages = stages_of(
        draw(
            """
            WWWWWWWWWWWW
            ............
            ============
            """,
            cell_m=7,
        ),
        wish("100%"),
    )
    for shape in stages.drawing.shapes:
        if shape.zone_type == "slaaeng":
            assert shape.geometry.buffer(-1.45).area > 0


@pytest.mark.parametrize("target", ["15%", "30%", "60%"])
def test_borders_between_types_cost_no_area(target: str) -> None:
    stages = stages_of(
        draw("hhhhhhhh\n........\n........\n........\nVVVVVVVV", cell_m=8), wish(target, play_lawn_m2=0)
    )
    together = shapely.union_all([s.geometry for s in stages.drawing.shapes], grid_size=0.001)
    assert together.area == pytest.approx(stages.zones_m2, abs=0.01)
