"""What phases come to in money, weeks and rules: every figure here is worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest
from shapely.geometry.base import BaseGeometry

from tests.drawing import CATALOGUE, box, draw, inventory_of, wish
from vildplan.core.calendar import calendar_year
from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.budget import budget_in_stretches, budget_of
from vildplan.core.economy.stages import Stretch, stretches_of
from vildplan.core.goal import set_goal
from vildplan.core.ground import find_ground
from vildplan.core.rules import check_phases
from vildplan.errors import plain
from vildplan.model.budget import Budget, Part
from vildplan.model.calendar import Spell, Work
from vildplan.model.money import Financing, Money, PaidFrom, Source, Standing
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Zone
from vildplan.model.problem import Found
from vildplan.model.wishes import Language, MownBy, Target
from vildplan.proposal.words import say

MOWN = {"mowing": 10_000.0}
TODAY = Amounts(mown_m2=MOWN)
# 1,000 m2 of meadow in year 1, 2,000 more in year 3 with a hedge of 100 m; one sign and four.
FIRST = Amounts(mown_m2=MOWN, taken_m2={"mowing": 1_000.0}, m2={"slaaeng": 1_000.0}, frame_m=200.0, signs=1)
LATER = Amounts(m2={"slaaeng": 2_000.0}, hedge_m=100.0, signs=4)
WHOLE = Amounts(
    mown_m2=MOWN, taken_m2={"mowing": 3_000.0}, m2={"slaaeng": 3_000.0}, frame_m=500.0, hedge_m=100.0,
    signs=5,
)  # fmt: skip
STRETCHES = (Stretch((1, 2), 1, FIRST, FIRST), Stretch(tuple(range(3, 11)), 2, WHOLE, LATER))


def budget(*stretches: Stretch, **money: object) -> Budget:
    wishes = replace(wish(), mown_by=MownBy.CONTRACTOR, money=Money(**money))  # type: ignore[arg-type]
    return budget_in_stretches(stretches or STRETCHES, CATALOGUE.prices, wishes)


# ----------------------------------------------------------------------------------------- money


def test_care_is_that_of_the_zones_that_have_begun() -> None:
    found = budget()
    lines = {(one.key, one.part, one.years[0]): one for one in found.lines}
    # 9,000 m2 of lawn left x 20 x 0.11 kr in years 1 and 2, then 7,000 m2.
    assert lines["mowing", Part.PLAN, 1].kr == 19_800
    assert lines["mowing", Part.PLAN, 1].years == (1, 2)
    assert lines["mowing", Part.PLAN, 3].kr == 15_400
    assert lines["mowing", Part.PLAN, 3].years == tuple(range(3, 11))
    # What is mown today is mown all ten years; 1,000 m2 and then 3,000 m2 of hay at 3 kr, half of it raking.
    assert lines["mowing", Part.TODAY, 1].years == tuple(range(1, 11))
    assert (lines["hay_raking", Part.PLAN, 1].kr, lines["hay_raking", Part.PLAN, 3].kr) == (1_500, 4_500)


def test_a_hedge_is_clipped_as_today_until_its_zone_begins() -> None:
    found = budget()
    today, *_ = [one for one in found.lines if one.key == "hedge" and one.part is Part.TODAY]
    waits, free = [one for one in found.lines if one.key == "hedge" and one.part is Part.PLAN]
    if waits.years[0] != 1:
        waits, free = free, waits
    assert (waits.years, free.years) == ((1, 2), tuple(range(3, 11)))
    assert waits.kr == today.kr
    assert free.kr != today.kr


def test_each_phase_is_paid_in_its_own_year() -> None:
    """A sign is 800 kr and half an hour at 450 kr: 1,025 kr; four are 4,100 kr."""
    found = budget()
    assert [int(year.begin_kr) for year in found.years] == [1_025, 0, 4_100, 0, 0, 0, 0, 0, 0, 0]
    assert found.begin_kr.likely == 5_125


def test_the_sums_are_those_without_phases_once_all_have_begun() -> None:
    phased = budget()
    at_once = budget_of(WHOLE, CATALOGUE.prices, replace(wish(), mown_by=MownBy.CONTRACTOR))
    assert phased.begin_kr == at_once.begin_kr
    assert phased.years[9].after_kr - phased.years[2].after_kr == 0
    assert phased.years[3].after_kr == at_once.years[3].after_kr
    assert [year.before_kr for year in phased.years] == [year.before_kr for year in at_once.years]


def test_before_anything_begins_all_is_as_today() -> None:
    nothing = Stretch((1, 2), 0, TODAY, Amounts())
    found = budget(nothing, Stretch(tuple(range(3, 11)), 1, WHOLE, WHOLE))
    one = found.years[0]
    assert one.after_kr == one.before_kr
    assert one.change_kr.low == one.change_kr.high == one.begin_kr == 0


def test_granted_money_goes_to_what_begins_first() -> None:
    """3,000 kr are granted: all of the first 1,025 kr, and 1,975 kr of the 4,100 kr in year 3."""
    grant = Financing(Source.GRANT, Decimal(3_000), Standing.GRANTED)
    found = budget(financing=(grant,), establishment_from=PaidFrom.RESERVES)
    assert [int(year.granted_kr) for year in found.years[:3]] == [1_025, 0, 1_975]
    assert [int(year.paid[PaidFrom.RESERVES].likely) for year in found.years[:3]] == [0, 0, 2_125]
    assert found.granted_once_kr == 3_000


def test_each_phase_is_borrowed_in_its_own_year() -> None:
    """Without interest over five years: 205 kr of the first a year, and 820 kr of the second from year 3."""
    found = budget(establishment_from=PaidFrom.LOAN, loan_years=5, loan_percent=Decimal(0))
    loans = [int(year.paid[PaidFrom.LOAN].likely) for year in found.years]
    assert loans == [205, 205, 1_025, 1_025, 1_025, 820, 820, 0, 0, 0]


def test_a_later_phase_costs_what_prices_have_risen_to() -> None:
    """4,100 kr at 10 % more for two years: 4,961 kr."""
    found = budget(price_growth_percent=Decimal(10))
    assert found.years[2].begin_kr == Decimal(4_961)
    assert sum(year.paid_kr.likely for year in found.years) == sum(
        year.change_kr.likely + year.begin_kr for year in found.years
    )


# ----------------------------------------------------------------------------------- the calendar


def zone(name: str, geometry: BaseGeometry, phase: int, year: int) -> Zone:
    return Zone(name, plain(""), "slaaeng", geometry.area, "lawn", (("lawn", geometry.area),), phase, 0.5, (),
                (), geometry, phase_year=year)  # fmt: skip


def test_a_zone_has_its_years_from_its_own_first() -> None:
    """Z1 begins in 2027, Z2 in 2029: signs go up in each one's first year, hay is cut from then on."""
    zones = zone("Z1", box(0, 0, 40, 20), 1, 2027), zone("Z2", box(50, 0, 90, 20), 2, 2029)
    hours = {"Z1": {"hay": Decimal(6)}, "Z2": {"hay": Decimal(6)}}
    begun = Spell(2029, {"Z1": hours["Z1"]}, {"mowing": Decimal(50)})
    work = Work(zones, hours, {"mowing": Decimal(40)}, CATALOGUE.care, CATALOGUE.prices, spells=(begun,))
    done = {number: calendar_year(work, 2027, number) for number in (1, 2, 3)}

    def where(key: str, number: int) -> set[str]:
        return {event.zone for event in done[number].events if event.task.key == key}

    assert [where("sign", number) for number in (1, 2, 3)] == [{"Z1"}, set(), {"Z2"}]
    assert [where("hoeslet", number) for number in (1, 2, 3)] == [{"Z1"}, {"Z1"}, {"Z1", "Z2"}]
    mown = [sum(event.minutes or 0 for event in done[k].events if event.task.lawn) for k in (1, 2, 3)]
    assert mown == [3000, 3000, 2400]


def test_years_count_from_the_calendar_not_from_the_number_of_the_phase() -> None:
    one = zone("Z1", box(0, 0, 40, 20), 2, 2030)
    assert [one.begins(first) for first in (2027, 2029, 2030)] == [4, 2, 1]
    assert replace(one, phase_year=None).begins(2027) == 1


# -------------------------------------------------------------------------------------- the rules

YARD = draw("""
    ====================
    ....................
    ....................
    ....................
    ....................
    ....................
    ....................
""")


@pytest.fixture(scope="module")
def found() -> Found:
    wishes = replace(wish("10%", play_lawn_m2=0), money=Money(first_year=2027))
    inventory = inventory_of(YARD)
    ground = find_ground(inventory, wishes, CATALOGUE)
    return Found(YARD, wishes, CATALOGUE, inventory, ground, set_goal(wishes, inventory))


def phases(*years: int) -> tuple[PlanPhase, ...]:
    asked = Target("10%", 0.1, None)
    return tuple(PlanPhase(k, year, asked, 0.0, (), 0.0, 0.0, 0.0) for k, year in enumerate(years, 1))


def test_lawn_that_a_later_zone_takes_may_be_closed_in_until_then(found: Found) -> None:
    """A ring of 20 m with 100 m2 in it: a zone in 2029, and until then lawn that no mower gets to."""
    whole, inside = box(40, 3, 60, 23), box(45, 8, 55, 18)
    ring, middle = zone("Z1", whole.difference(inside), 1, 2027), zone("Z2", inside, 2, 2029)
    [told] = check_phases((ring, middle), phases(2027, 2029), found)
    assert say(told.place, Language.ENGLISH).startswith("Phase 1 (2027), Z1")
    assert "100 m² of lawn are closed in" in say(told.sentence, Language.ENGLISH)
    assert check_phases((ring, replace(middle, phase=1)), phases(2027, 2029), found) == ()
    assert check_phases((ring, middle), phases(2027), found) == ()


def test_a_zone_may_lie_alone_until_the_one_beside_it_begins(found: Found) -> None:
    """80 m2 are too few for an island in a lawn; with 200 m2 beside them they are none."""
    small, large = box(40, 8, 48, 18), box(48, 8, 68, 18)
    parts = zone("Z1", small, 1, 2027), zone("Z2", large, 2, 2029)
    [told] = check_phases(parts, phases(2027, 2029), found)
    assert say(told.place, Language.ENGLISH).startswith("Phase 1 (2027), Z1")
    assert "The zone of 80 m² lies free in a lawn" in say(told.sentence, Language.ENGLISH)


def test_the_stretches_of_two_zones(found: Found) -> None:
    zones = zone("Z1", box(0, 5, 20, 25), 1, 2027), zone("Z2", box(50, 5, 90, 25), 2, 2030)
    one, two = stretches_of(zones, found)
    assert (one.years, two.years) == ((1, 2, 3), tuple(range(4, 11)))
    assert (one.amounts.m2, one.new.m2) == ({"slaaeng": 400.0}, {"slaaeng": 400.0})
    assert (two.amounts.m2, two.new.m2) == ({"slaaeng": 1200.0}, {"slaaeng": 800.0})
    # One trial plot, in the first meadows.
    assert (one.new.meadows, two.new.meadows) == (1, 0)
    [whole] = stretches_of(tuple(replace(each, phase_year=None) for each in zones), found)
    assert whole.amounts == two.amounts
