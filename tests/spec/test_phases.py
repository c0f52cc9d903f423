"""A plan in phases: whole zones, each phase with those of the one before, as near as may be to the wish."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing import box, draw, plan_of, wish
from vildplan.core.phasing import demand_phases, into_phases
from vildplan.errors import VildplanError
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import Found
from vildplan.model.wishes import Language, PhaseWish
from vildplan.proposal.words import say
from vildplan.reading.phases import read_phases
from vildplan.reading.wishes import read_target

# 112 m by 64 m with two blocks; 1,000 m2 are wild today.
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


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(draw(LAND, cell_m=8), wish("50%"))


def asked(*words: str) -> tuple[PhaseWish, ...]:
    return read_phases(words, None)


def found_for(plan: Plan, phases: Sequence[PhaseWish], wild_m2: float = 0.0) -> Found:
    """The land with a base of 10,000 m2, of which so much is wild today."""
    goal = replace(plan.goal, base_m2=10_000.0, area_m2=5_000.0, counted_wild_m2=wild_m2)
    wishes = replace(plan.wishes, phases=tuple(phases))
    return Found(plan.department, wishes, plan.catalogue, plan.inventory, plan.ground, goal)


def zones_of(plan: Plan, *sizes: float) -> tuple[Zone, ...]:
    """Zones of some m2 in the order in which the choice takes them, numbered the other way round."""
    count = len(sizes)
    return tuple(
        replace(plan.zones[0], id=f"Z{count - k}", area_m2=m2, rank=(k + 1) / (count + 1))
        for k, m2 in enumerate(sizes)
    )


def members(phases: Sequence[PlanPhase]) -> list[set[str]]:
    return [{*phase.zones} for phase in phases]


def test_zones_come_in_the_order_of_the_choice(plan: Plan) -> None:
    """1,500 m2 are asked for: Z4 and Z3 are 1,000 and 500; Z2 and Z1 come in 2029."""
    found = found_for(plan, asked("2027=15%", "2029=50%"))
    made = into_phases(zones_of(plan, 1000, 500, 2000, 1500), found)
    assert members(made.phases) == [{"Z4", "Z3"}, {"Z2", "Z1"}]
    assert [(zone.id, zone.phase, zone.phase_year) for zone in made.zones] == [
        ("Z4", 1, 2027), ("Z3", 1, 2027), ("Z2", 2, 2029), ("Z1", 2, 2029),
    ]  # fmt: skip
    assert [(one.new_m2, one.reached_m2, one.reached_share) for one in made.phases] == [
        (1500, 1500, 0.15), (3500, 5000, 0.5),
    ]  # fmt: skip
    assert made.findings == ()


def test_what_there_is_no_room_for_waits(plan: Plan) -> None:
    """Z3 (2,000) is no part of 1,500, but Z2 (400) behind it is; then Z1 (90) fits too: 1,490."""
    found = found_for(plan, asked("2027=15%", "2029=50%"))
    made = into_phases(zones_of(plan, 1000, 2000, 400, 90, 1510)[:4], found)
    assert members(made.phases)[0] == {"Z5", "Z3", "Z2"}
    assert [say(one.sentence, Language.ENGLISH) for one in made.findings] == [
        "14.9% of 15% asked for (1,490 m² of 1,500 m²), since zones are not divided."
    ]


def test_one_zone_over_where_that_is_nearer(plan: Plan) -> None:
    """1,000 of 1,500; the smallest zone left has 800, which is 300 over and nearer than 500 under."""
    found = found_for(plan, asked("2027=15%", "2029=50%"))
    made = into_phases(zones_of(plan, 1000, 2000, 800), found)
    assert members(made.phases)[0] == {"Z3", "Z1"}


def test_ground_that_people_insist_on_comes_first(plan: Plan) -> None:
    """Z1 would come last, but somebody has said that it shall be wild: or it was adopted before."""
    found = found_for(plan, asked("2027=15%", "2029=50%"))
    zones = zones_of(plan, 1000, 500, 1500)
    far = [replace(zone, geometry=box(500 * k, 0, 500 * k + 10, 10)) for k, zone in enumerate(zones, 1)]
    ground = replace(found.ground, included=box(1495, 0, 1520, 10))
    made = into_phases(tuple(far), replace(found, ground=ground))
    assert members(made.phases)[0] == {"Z1"}


def test_what_is_wild_today_counts(plan: Plan) -> None:
    found = found_for(plan, asked("2027=15%", "2029=50%"), wild_m2=1000.0)
    made = into_phases(zones_of(plan, 500, 500, 500), found)
    assert members(made.phases)[0] == {"Z3"}
    assert made.phases[0].reached_m2 == 1500


def test_a_phase_that_no_zone_fits_into_is_told(plan: Plan) -> None:
    found = found_for(plan, asked("2027=2%", "2029=50%"))
    made = into_phases(zones_of(plan, 1000, 900), found)
    assert members(made.phases) == [set(), {"Z2", "Z1"}]
    [told] = made.findings
    assert say(told.sentence, Language.ENGLISH).startswith("no zone fits into it: without there are 0%")
    assert "9%" in say(told.advice, Language.ENGLISH)


def test_zones_keep_the_phase_that_they_have_and_new_ones_come_last(plan: Plan) -> None:
    found = found_for(plan, asked("2027=15%", "2029=50%"))
    made = into_phases(zones_of(plan, 1000, 500, 2000), found, {"Z3": 2, "Z2": 1})
    assert members(made.phases) == [{"Z2"}, {"Z3", "Z1"}]
    assert [say(one.place, Language.DANISH) for one in made.findings] == ["Etape 1 (2027)", "Z1"]


@given(sizes=st.lists(st.integers(50, 2000), min_size=1, max_size=12),
       shares=st.lists(st.integers(1, 49), min_size=1, max_size=3, unique=True))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_phases_nest_and_have_every_zone_once(plan: Plan, sizes: list[int], shares: list[int]) -> None:
    wished = asked(*(f"{2027 + k}={share}%" for k, share in enumerate((*sorted(shares), 50))))
    found = found_for(plan, wished)
    zones = zones_of(plan, *map(float, sizes))
    made = into_phases(zones, found)
    begun = [{zone.id for zone in made.zones if zone.phase <= one.number} for one in made.phases]
    assert all(before <= after for before, after in pairwise(begun))
    assert sorted(name for one in made.phases for name in one.zones) == sorted(zone.id for zone in zones)
    assert made.phases[-1].reached_m2 == pytest.approx(sum(sizes))
    for one in made.phases[:-1]:
        # No single zone that waits would bring it nearer.
        off = abs(one.asked_m2 - one.reached_m2)
        later = [zone.area_m2 for zone in made.zones if zone.phase > one.number]
        assert all(abs(one.asked_m2 - one.reached_m2 - m2) >= off - 0.02 for m2 in later)


def test_the_plan_is_the_one_without_phases(plan: Plan) -> None:
    """The same zones and the same proof; every m2 in one phase."""
    phased = plan_of(draw(LAND, cell_m=8), replace(wish("50%"), phases=asked("2027=20%", "2030=50%")))
    assert [(zone.id, zone.type, zone.geometry.wkb) for zone in phased.zones] == [
        (zone.id, zone.type, zone.geometry.wkb) for zone in plan.zones
    ]
    assert phased.proof == plan.proof
    assert sum(one.new_m2 for one in phased.phases) == pytest.approx(phased.zones_m2)
    assert phased.phases[-1].reached_m2 == pytest.approx(phased.reached_m2)


def told(*words: str, target: str | None = None) -> list[str]:
    with pytest.raises(VildplanError) as error:
        read_phases(words, read_target(target) if target else None)
    findings = [one.sentence for one in error.value.findings] or [error.value.sentence]
    return [say(one, Language.ENGLISH) for one in findings]


@pytest.mark.parametrize(("words", "said"), [
    (("2027",), "--phase 2027: there must be a year and a target with = between."),
    (("27=15%",), "--phase 27=15%: 27 is no year."),
    (("2027=half",), "--phase 2027=half: that is not a target."),
    (("2027=15",), "--phase 2027=15: that is more than all the land."),
    (("2029=15%", "2027=30%"), "--phase 2027=30%: 2027 stands after 2029."),
    (("2027=15%", "2027=30%"), "--phase 2027=30%: 2027 stands there twice."),
    (("2027=30%", "2029=30%"), "--phase 2029=30%: it has no more than the phase before (30%)."),
    (("2027=15%", "2040=30%"), "--phase 2040=30%: that is 13 years after the plan's first year (2027)."),
])  # fmt: skip
def test_what_cannot_be_used(words: tuple[str, ...], said: str) -> None:
    assert told(*words) == [said]


def test_all_of_it_is_told_at_once() -> None:
    assert told("x", "2029=40%", "2028=31%", target="30%") == [
        "--phase x: there must be a year and a target with = between.",
        "--phase 2028=31%: 2028 stands after 2029.",
        "--phase 2028=31%: it has no more than the phase before (40%).",
        "--phase 2029=40%: that is more than the target (30%).",
        "--phase 2028=31%: that is more than the target (30%).",
    ]


def test_the_last_phase_is_the_target() -> None:
    assert told("2027=15%", "2029=25%", target="30%") == [
        "--phase 2029=25%: the last phase is not the target (30%)."
    ]
    assert len(read_phases(("2020=15%", "2029=30%"), read_target("0.3"))) == 2


def test_shares_and_m2_are_compared_on_the_land(plan: Plan) -> None:
    """15% of 10,000 m2 are 1,500 m2."""
    demand_phases(found_for(plan, asked("2027=15%", "2029=5000m2")))
    with pytest.raises(VildplanError) as error:
        demand_phases(found_for(plan, asked("2027=15%", "2028=1400m2", "2029=60%")))
    assert [say(one.sentence, Language.ENGLISH) for one in error.value.findings] == [
        "--phase 2028=1400m2: that is 1,400 m², and the phase before is 1,500 m².",
        "--phase 2029=60%: that is 6,000 m², and the target is 5,000 m².",
    ]
