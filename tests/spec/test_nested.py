"""Nested outlines: each lies in the next and has its share of the ground; what they come to on the cells."""

from itertools import pairwise

import numpy as np
import pytest
import shapely

from tests.drawing import CATALOGUE, draw, plan_of, wish
from vildplan.core.economy import economy_and_budget
from vildplan.model.nested import NestedGround, OnTheCells
from vildplan.model.plan import Plan
from vildplan.model.problem import Found
from vildplan.planning import nested_of, zone_parts

# 112 m by 64 m: two blocks, a path between lawns, a slope, a hedge and a bed.
LAND = """
HHHH......HHHH
HHHH......HHHH
==============
......//......
......//..hh..
..bb..//......
..............
..............
"""
SHARES = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(draw(LAND, cell_m=8), wish("40%"))


@pytest.fixture(scope="module")
def nested(plan: Plan) -> tuple[NestedGround, tuple[OnTheCells, ...]]:
    return nested_of(plan, SHARES)


def test_each_outline_lies_in_the_next(nested: tuple[NestedGround, object]) -> None:
    for inner, outer in pairwise(nested[0].outlines):
        assert shapely.difference(inner.geometry, outer.geometry).area < 0.1


def test_each_has_its_share_of_the_ground(plan: Plan, nested: tuple[NestedGround, object]) -> None:
    """But for a unit, which is taken whole: no unit here is larger than 128 m2."""
    for one in nested[0].outlines:
        assert one.geometry.area == pytest.approx(one.share * plan.ground.convertible_m2, abs=130)
        assert one.area_m2 == pytest.approx(one.geometry.area, abs=0.01)


def test_all_of_the_ground_is_all_of_it(plan: Plan, nested: tuple[NestedGround, object]) -> None:
    first, last = nested[0].outlines[0], nested[0].outlines[-1]
    assert (first.area_m2, first.patches) == (0.0, 0)
    assert last.area_m2 == pytest.approx(plan.ground.convertible_m2, rel=1e-3)
    assert last.node_share.min() == pytest.approx(1.0)


def test_the_types_divide_the_ground(plan: Plan, nested: tuple[NestedGround, object]) -> None:
    kinds = nested[0].by_type
    assert {"slaaeng", "skraaning"} <= set(kinds) <= set(CATALOGUE.zone_types)
    whole_m2 = sum(ground.area for ground in kinds.values())
    assert whole_m2 == pytest.approx(plan.ground.convertible_m2, rel=5e-3)
    assert shapely.union_all([*kinds.values()]).area == pytest.approx(whole_m2, rel=5e-3)


def test_the_cells_begin_with_todays_care(plan: Plan, nested: tuple[object, tuple[OnTheCells, ...]]) -> None:
    today = nested[1][0]
    mown = [line for line in plan.economy.work if line.key.split("_")[0] in ("mowing", "slope")]
    assert today.hours == pytest.approx(float(sum(line.hours_before for line in mown)))
    lawn_m2 = [one.mown_m2 for one in nested[1]]
    assert np.all(np.diff(lawn_m2) <= 0)


def test_the_parts_of_the_zones_are_the_plans_change(plan: Plan) -> None:
    economy = plan.economy
    parts = zone_parts(plan)
    assert set(parts) == {zone.id for zone in plan.zones}
    change = sum(part.hours_after - part.hours_before for part in parts.values())
    assert change == pytest.approx(float(economy.hours_after - economy.hours_before), abs=1e-6)


def test_a_part_is_what_the_plan_loses_without_the_zone(plan: Plan) -> None:
    """The slow twin: the economy of the other zones, measured anew; a shared frame may differ a little."""
    found = Found(plan.department, plan.wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
    for zone_id, part in zone_parts(plan).items():
        others = tuple(zone for zone in plan.zones if zone.id != zone_id)
        economy, budget = economy_and_budget(others, found)
        less = float(plan.economy.hours_after - economy.hours_after)
        hours, kr = (sum(beside[k] for beside in part.beside) for k in (1, 2))
        assert part.hours_after - hours == pytest.approx(less, abs=0.1), zone_id
        year_kr = float(plan.budget.in_all.year_kr.likely - budget.in_all.year_kr.likely)
        assert part.year_kr - kr == pytest.approx(year_kr, abs=100), zone_id
