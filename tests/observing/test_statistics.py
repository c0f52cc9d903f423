"""What may be said of counts, worked out by hand; and a small simulation that the large one stands behind."""

from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from tests.simulating import Effort, World, share_told
from vildplan.core.insects import insect_status
from vildplan.core.insects.rates import interval
from vildplan.core.insects.species import expected_species
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import ALL_ZONES, InsectStatus, NoTrend, Verdict
from vildplan.model.observation import Group, Observation, Placed, Protocol
from vildplan.reading.insects import read_insect_rules, read_measures

RULES = read_insect_rules()
ZONES = {"Z1": "slaaeng", "Z2": "krat"}


def count(zone: str, year: int, visit: int, number: int, **other: object) -> Observation:
    facts = {"group": Group.BUMBLEBEES, "minutes": 10.0, "protocol": Protocol.FIT, **other}
    event = f"{zone}-{year}-{visit}"
    key, day = f"{event}-{facts['group']}", f"{year}-06-{visit + 1:02d}"
    return Observation(key, year, day, zone, Placed.SURE, number=number, event=event, **facts)  # type: ignore[arg-type]  # fmt: skip


def status(*found: Observation, year: int = 2031) -> InsectStatus:
    return insect_status(found, ZONES, year, rules=RULES, measures=read_measures())


def years(zone: str, *numbers: int, visits: int = 3) -> list[Observation]:
    """`numbers` insects at each of the visits of the years from 2027."""
    return [count(zone, 2027 + step, v, n) for step, n in enumerate(numbers) for v in range(visits)]


def test_a_rate_is_insects_per_ten_minutes_with_its_counts() -> None:
    """3 + 5 + 0 insects in 10 + 15 + 5 minutes: 8 in 30, so 2.67 in 10."""
    found = status(
        count("Z1", 2027, 0, 3), count("Z1", 2027, 1, 5, minutes=15.0), count("Z1", 2027, 2, 0, minutes=5.0)
    )
    (rate,) = [r for r in found.rates if (r.zone, r.group) == ("Z1", None)]
    assert (rate.insects, rate.minutes, rate.counts) == (8, 30, 3)
    assert rate.per_10 == pytest.approx(8 / 3)
    assert rate.low < rate.per_10 < rate.high


@pytest.mark.parametrize(("total", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)])
def test_without_clumps_the_interval_is_that_of_every_table_of_poisson(
    total: int, low: float, high: float
) -> None:
    assert interval(total, 1.0, 0.05) == pytest.approx((low, high), abs=1e-3)


def test_clumps_widen_it() -> None:
    plain, clumped = interval(10, 1.0, 0.05), interval(10, 4.0, 0.05)
    assert clumped[0] < plain[0] < plain[1] < clumped[1]


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ([], NoTrend.NO_COUNTS),
        (years("Z1", 5), NoTrend.FIRST_YEAR),
        (years("Z1", 5, 20), NoTrend.FEW_YEARS),
        (years("Z1", 5, 20, 30, visits=2), NoTrend.FEW_COUNTS),
        (years("Z1", 0, 0, 0), NoTrend.NO_INSECTS),
    ],
)
def test_a_trend_is_told_only_of_enough_counts_and_years(found: list[Observation], why: NoTrend) -> None:
    made = status(*found)
    assert (made.trends, made.no_trend[Protocol.FIT]) == ((), why)


def test_four_times_as_many_after_a_year_is_no_trend() -> None:
    """Hjørring's lesson."""
    assert status(*years("Z1", 10, 40, visits=10), year=2028).no_trend[Protocol.FIT] is NoTrend.FEW_YEARS


def test_other_protocols_are_not_mixed() -> None:
    butterflies = [
        count("Z1", 2029, v, 30, protocol=Protocol.BUTTERFLIES, group=Group.BUTTERFLIES) for v in range(3)
    ]
    made = status(*years("Z1", 5, 20), *butterflies)
    assert made.no_trend == {Protocol.FIT: NoTrend.FEW_YEARS, Protocol.BUTTERFLIES: NoTrend.FIRST_YEAR}


def test_the_line_is_that_of_the_textbook() -> None:
    """One zone, five years: the rates over their mean, a straight line, Student's t with three degrees."""
    numbers = (10, 16, 12, 25, 22)
    (trend,) = [t for t in status(*years("Z1", *numbers, visits=6)).trends if t.zone == ALL_ZONES]
    line = stats.linregress(range(5), np.array(numbers) / np.mean(numbers))
    assert (trend.per_year, trend.p) == pytest.approx((line.slope, line.pvalue), rel=1e-6)
    assert trend.verdict is Verdict.NONE  # p = 0.06: twice as many, and not sure


def test_a_rise_that_every_year_agrees_on_is_told() -> None:
    (trend, *_) = status(*years("Z1", 10, 13, 15, 21, 22, visits=6)).trends
    assert (trend.verdict, trend.zone, trend.group) == (Verdict.RISE, ALL_ZONES, None)


def test_what_happens_in_the_reference_too_is_the_weather() -> None:
    rising = (10, 13, 15, 21, 22)
    both = [*years("Z1", *rising, visits=6), *years(REFERENCE, *rising, visits=6)]
    (trend,) = [t for t in status(*both).trends if t.zone == ALL_ZONES]
    assert trend.against_reference
    assert (trend.per_year, trend.verdict) == (pytest.approx(0), Verdict.NONE)


def test_three_years_in_line_by_chance_are_no_trend() -> None:
    (trend,) = [t for t in status(*years("Z1", 1, 2, 3)).trends if t.zone == ALL_ZONES]
    assert trend.verdict is Verdict.NONE


def test_the_zones_are_told_against_the_reference() -> None:
    """30 insects in 30 minutes against 15: twice as many."""
    made = status(*years("Z1", 10), *years(REFERENCE, 5), year=2027)
    (one,) = made.against_reference
    assert one.times == pytest.approx(2)
    assert one.low < 1 < 2 < one.high


def find(species: str, year: int, placed: Placed = Placed.SURE, **other: object) -> Observation:
    facts = {"group": Group.BUTTERFLIES, "zone": "Z1", **other}
    return Observation(f"{species}{year}", year, f"{year}-06-01", placed=placed, species=species, **facts)  # type: ignore[arg-type]


def test_lists_of_species_are_never_a_trend() -> None:
    found = [find("Aglais io", 2027), find("Vanessa atalanta", 2028), find("Aglais io", 2028),
             find("Pieris rapae", 2027), find("Lycaena phlaeas", 2028, Placed.MAYBE),
             find("Turdus merula", 2028, group=None)]  # fmt: skip
    made = status(*found, year=2028)
    assert made.species.found == ("Aglais io", "Vanessa atalanta")
    assert made.species.new == ("Vanessa atalanta",)
    assert made.species.not_again == ("Pieris rapae",)
    assert made.species.others == 1
    assert made.trends == ()


def test_rarefaction_is_the_mean_over_every_way_to_pick_the_counts() -> None:
    lists = [frozenset("ab"), frozenset("a"), frozenset(), frozenset("bcd"), frozenset("d")]
    slow = np.mean([len(frozenset().union(*picked)) for picked in combinations(lists, 2)])
    assert expected_species(lists, 2) == pytest.approx(slow)


def test_what_was_found_or_is_missing_gives_the_next_measure() -> None:
    bees = [count("Z1", 2031, v, 2, group=Group.SOLITARY_BEES) for v in range(3)]
    none = [count("Z2", 2031, v, 0, group=Group.BEETLES) for v in range(3)]
    made = {(one.zone, one.measure.key) for one in status(*bees, *none).proposed}
    assert made >= {("Z1", "bare_sand"), ("Z1", "uncut"), ("Z2", "dead_wood")}
    assert ("Z1", "first_bees") not in made
    assert (
        status(*bees[:2]).proposed[0].measure.key == "bare_sand"
    )  # found counts at once, missing takes looking
    assert len(status(*bees[:2]).proposed) == 1


def test_every_measure_has_a_source_and_a_status() -> None:
    for measure in read_measures():
        assert measure.origin.source
        assert measure.groups or measure.orders or measure.when == "few_late"


def test_where_nothing_changes_hardly_any_change_is_told() -> None:
    """60 departments here; benchmarks/insects.py asks 1,000 of each kind: at most 6 in a hundred."""
    assert share_told(60, 4, World(), Effort(zones=2, most=6), RULES) <= 0.10


def test_a_tenfold_rise_is_found() -> None:
    effort = Effort(zones=2, least=8, most=8)
    assert share_told(20, 5, World(year=0.1, day=0.1, observer=0.1, k=5), effort, RULES, growth=10.0) >= 0.8
