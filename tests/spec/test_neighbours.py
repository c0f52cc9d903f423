"""What lies round a zone: metres of outline along other zones, along surfaces, along the edge of the land."""

from dataclasses import replace

import pytest
from shapely.geometry.base import BaseGeometry

from tests.drawing import box, draw, inventory_of, plan_of, wish
from vildplan.core.neighbours import neighbours_of
from vildplan.model.plan import Zone

# 60 m by 40 m: a path along the north, a hedge along the west of the lawn.
LAND = draw(
    """
    ======
    h.....
    h.....
    h.....
    """,
    cell_m=10,
)
INVENTORY = inventory_of(LAND)
SOME = plan_of(LAND, wish("20%")).zones[0]


def zone(key: str, shape: BaseGeometry) -> Zone:
    return replace(SOME, id=key, geometry=shape, area_m2=shape.area)


def around(one: Zone, *others: Zone) -> dict[str, float]:
    return {n.zone or n.surface or "edge": n.length_m for n in neighbours_of(one, (one, *others), INVENTORY)}


def test_surfaces_of_today() -> None:
    # 20 m by 30 m in the corner of hedge, path and the southern edge of the land.
    found = around(zone("Z1", box(10, 0, 30, 30)))
    assert found == {
        "hedge": pytest.approx(30, abs=0.3),
        "path": pytest.approx(20, abs=0.3),
        "lawn": pytest.approx(30, abs=0.3),
        "edge": pytest.approx(20, abs=0.3),
    }


def test_another_zone_comes_before_the_lawn_that_it_is_today() -> None:
    found = around(zone("Z1", box(20, 10, 30, 20)), zone("Z2", box(30, 10, 50, 20)))
    assert found == {"Z2": pytest.approx(10, abs=0.2), "lawn": pytest.approx(30, abs=0.5)}


def test_a_hole_has_neighbours_too() -> None:
    ring = box(20, 5, 50, 25) - box(30, 10, 40, 20)
    assert around(zone("Z1", ring)) == {"lawn": pytest.approx(2 * (30 + 20) + 40, abs=0.6)}


def test_what_is_longest_comes_first() -> None:
    found = neighbours_of(zone("Z1", box(10, 0, 30, 30)), (), INVENTORY)
    assert [one.length_m for one in found] == sorted((one.length_m for one in found), reverse=True)
