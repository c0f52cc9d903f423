"""Zones that lie there already are measured as the plan that drew them measured them, wherever they lie."""

from dataclasses import replace

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, box, draw, plan_of, wish
from vildplan.errors import Finding
from vildplan.model.area import Department
from vildplan.model.plan import Plan
from vildplan.model.stored import StoredZone
from vildplan.model.wishes import Language
from vildplan.planning import measured_plan
from vildplan.proposal.words import say

DA = Language.DANISH

# Two lawns with a path between them, a hedge and some meadow.
LAND = draw(
    """
    HHHHH=.......V
    HHHHH=.......V
    .....=.......V
    .....=.......V
    .....=........
    .....=........
    .....=........
    hhhhh=........
    """,
    cell_m=6,
)


def stored(made: Plan) -> tuple[StoredZone, ...]:
    zones = made.zones
    return tuple(StoredZone(z.id, say(z.name, DA), z.type, z.area_m2, z.geometry) for z in zones)


def told(found: Finding) -> tuple[str, ...]:
    return tuple(say(words, DA) for words in (found.place, found.sentence, found.advice))


def by_hand(key: str, kind: str, geometry: BaseGeometry) -> StoredZone:
    return StoredZone(key, "tegnet i hånden", kind, geometry.area, geometry)


def measured(*zones: StoredZone, land: Department = LAND, target: str = "30%") -> Plan:
    return measured_plan(land, wish(target), CATALOGUE, zones)


@pytest.mark.parametrize("target", ["3%", "12%", "30%", "45%", "90%"])
def test_the_zones_of_a_plan_measure_what_the_plan_says(target: str) -> None:
    made = plan_of(LAND, wish(target))
    again = measured(*stored(made), target=target)
    assert again.zones_m2 == pytest.approx(made.zones_m2)
    assert again.proof == made.proof or again.proof.objective == pytest.approx(made.proof.objective)
    assert again.proof is None or vars(again.proof.parts) == pytest.approx(vars(made.proof.parts))
    assert again.economy is None or again.economy.hours_after == pytest.approx(made.economy.hours_after)
    assert again.taken == made.taken
    assert [told(found) for found in again.findings] == [told(found) for found in made.findings]
    assert [zone.why for zone in again.zones] == [
        tuple(replace(line, points_per_m2=pytest.approx(line.points_per_m2)) for line in zone.why)
        for zone in made.zones
    ]


def test_ids_names_and_order_stay_as_they_are() -> None:
    north, south = box(40, 30, 60, 40), box(40, 2, 60, 12)
    again = measured(by_hand("Z7", "slaaeng", south), by_hand("Z2", "slaaeng", north))
    assert [(zone.id, zone.name.facts["words"]) for zone in again.zones] == [
        ("Z7", "tegnet i hånden"),
        ("Z2", "tegnet i hånden"),
    ]
    assert again.zones_m2 == pytest.approx(400)
    assert dict(again.zones[0].surfaces_m2) == {"lawn": pytest.approx(200)}


def test_a_zone_across_a_path_has_the_points_of_its_two_sides() -> None:
    # The path lies from 30 to 36 m east; both sides keep their metre to it.
    west, east = box(10, 8, 29, 28), box(37, 8, 56, 28)
    across = measured(by_hand("Z1", "slaaeng", box(10, 8, 56, 28)))
    apart = measured(by_hand("Z1", "slaaeng", west), by_hand("Z2", "slaaeng", east))
    assert across.proof.objective == pytest.approx(apart.proof.objective, rel=0.02)
    assert across.proof.edge_m == pytest.approx(2 * (46 + 20))


def test_half_a_hedge_has_no_points() -> None:
    whole = measured(by_hand("Z1", "haek_vild", box(0, 0, 30, 6)))
    half = measured(by_hand("Z1", "haek_vild", box(0, 0, 15, 6)))
    assert whole.proof.objective > 0
    assert half.proof.objective == 0


def test_no_zone_at_all_is_a_plan_that_misses_its_target() -> None:
    nothing = measured()
    assert not nothing.reachable
    assert nothing.zones_m2 == 0
    assert nothing.proof.gap_points == pytest.approx(
        nothing.proof.upper_bound - nothing.proof.objective, abs=1e-9
    )


def test_the_bound_holds_for_zones_that_somebody_drew() -> None:
    for side in (8, 12, 18):
        drawn = measured(by_hand("Z1", "slaaeng", box(38, 4, 38 + side, 4 + side)))
        assert drawn.proof.upper_bound >= drawn.proof.objective
        assert shapely.area(drawn.zones[0].geometry) == side * side
