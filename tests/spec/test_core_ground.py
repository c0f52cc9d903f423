"""The core on the map: inside the zones, as large as is said, and gone where no weight was tried."""

from dataclasses import replace

import pytest
import shapely

from tests.drawing import draw, plan_of, wish
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.core_ground import core_ground, movers
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.robustness import robustness_blocks, robustness_sentence
from vildplan.proposal.words import say

# Wild land to the east, a slope to the west, houses between.
LAND = """
    //......HHH.........VV
    //......HHH.........VV
    //.......=..........VV
    //.......=..........VV
    ==========............
    //....................
    //........P...........
    //....................
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(draw(LAND, cell_m=6), wish("40%"))


def test_the_core_lies_within_the_zones(plan: Plan) -> None:
    core = core_ground(plan)
    zones = shapely.union_all([zone.geometry for zone in plan.zones])
    assert core.area > 0
    assert shapely.difference(core, zones).area < 1e-6


def test_the_core_is_as_large_as_the_report_says(plan: Plan) -> None:
    assert plan.robustness is not None
    assert core_ground(plan).area / plan.zones_m2 == pytest.approx(plan.robustness.share_kept, abs=0.08)


def test_where_all_ground_is_taken_there_is_no_core_to_show() -> None:
    plan = plan_of(draw(LAND, cell_m=6), wish("95%"))
    assert not plan.reachable
    assert core_ground(plan).is_empty
    assert movers(plan) == ()
    sentence = say(robustness_sentence(plan, plan.robustness), Language.DANISH)  # type: ignore[arg-type]
    assert sentence.startswith("Alt, hvad der kan blive vildt, er taget med")


def test_a_plan_without_zones_has_no_section(plan: Plan) -> None:
    assert [*robustness_blocks(replace(plan, robustness=None))] == []


def test_a_hedge_is_core_as_a_whole_or_not_at_all() -> None:
    plan = plan_of(draw("sss.......HH\nsss.......HH\n............", cell_m=8), wish("80%"))
    core = core_ground(plan)
    beds = [zone for zone in plan.zones if zone.surface_today == "shrub"]
    assert beds
    for bed in beds:
        part = core.intersection(bed.geometry).area / bed.area_m2
        assert part < 0.01 or part > 0.99


def test_the_zones_that_move_are_zones_of_the_plan(plan: Plan) -> None:
    assert plan.robustness is not None
    assert len(movers(plan)) <= 2
    assert {zone.id for zone in movers(plan)} <= {zone.id for zone in plan.zones}
    told = say(robustness_sentence(plan, plan.robustness), Language.DANISH)
    for zone in movers(plan):
        assert zone.id in told


def test_the_map_carries_the_core(plan: Plan) -> None:
    assert map_drawing(plan).core.equals(core_ground(plan))
