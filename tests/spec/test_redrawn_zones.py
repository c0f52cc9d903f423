"""Zones drawn anew within limits: without strips that keep them from a better type, with better fronts."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from tests.drawing import area, box, department, ground_of, inventory_of, only, problem_of
from tests.spec.test_sketch import Ground
from vildplan.core.optimise import choose
from vildplan.core.zones import Outlined, outlined
from vildplan.core.zones.draft import shares_of
from vildplan.core.zones.polished import polished
from vildplan.geometry.windows import whole

# Between a wood and a path lie 7.6 m of lawn. Meadow keeps 1 m from the path and scrub 2 m. What scrub leaves
# along the path is too narrow to be meadow.
LAND = department([
    area("wood", box(0, 13.5, 40, 23.5)),
    area("lawn", box(0, 5.9, 40, 13.5)),
    area("path", box(0, 3.9, 40, 5.9)),
])  # fmt: skip
WANTED_M2 = 180.0
GROUND_Y = 6_225_000.0
TYPES = only("slaaeng", "krat")
PROBLEM = problem_of(LAND, catalogue=TYPES)
# An hour has a price, say, and scrub takes fewer: a square metre of it is worth a point more.
DEAR_HOURS = replace(
    PROBLEM, score_by_type=PROBLEM.score_by_type + np.array([[0.0], [1.0]]) * PROBLEM.cells.area_m2
)


@pytest.fixture(scope="module")
def beside_a_wood() -> Outlined:
    ground = ground_of(LAND, catalogue=TYPES)
    return outlined(PROBLEM, ground, choose(PROBLEM, WANTED_M2), inventory_of(LAND, TYPES), TYPES)


def test_a_strip_where_a_better_type_may_not_stand_is_given_up(beside_a_wood: Outlined) -> None:
    (before,) = (shape.geometry for shape in beside_a_wood.typed(DEAR_HOURS).shapes)
    roomy = beside_a_wood.with_room_for_types(DEAR_HOURS)
    assert roomy is not None
    after = [shape.geometry for shape in roomy.typed(DEAR_HOURS).shapes]
    # Of the metre between 1 and 2 m from the path, what the zone held is mown now but for its slanting end.
    left, _, right, _ = before.bounds
    strip = shapely.box(left, 0, right, GROUND_Y + 7.9)
    assert shapely.intersection(before, strip).area > 20
    assert shapely.intersection(shapely.union_all(after), strip).area < 3
    assert sum(zone.area for zone in after) == pytest.approx(WANTED_M2, abs=0.02)


def test_a_bump_in_a_front_is_moved_to_where_the_area_costs_no_edge() -> None:
    land = Ground(
        """
        ........
        ........
        ........
        zzzzzzzz
        ========
        """
    )
    bumpy = land.raw | (land.disc(20, 10, 4) & land.sheet.open)
    area_m2 = bumpy.sum() * land.sheet.sizes.pixel_m**2
    prices = land.at(-1.5)
    (better,) = polished([land.sheet], [bumpy], prices, float(area_m2))

    def worth(zones: np.ndarray) -> float:
        return prices.worth(shares_of(land.sheet, zones, whole(zones)))

    assert worth(better) > worth(bumpy) + 1
    assert better.sum() * land.sheet.sizes.pixel_m**2 == pytest.approx(area_m2, rel=0.1)
