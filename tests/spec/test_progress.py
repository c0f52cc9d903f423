"""From registered years to figures: states carried on, ground compared by where it lies, what is behind."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.progress import progress_of
from vildplan.core.progress.comparing import compare_years
from vildplan.core.progress.states import zones_at
from vildplan.model.decision import Decision, Outcome, VotedZone
from vildplan.model.progress import Behind, Followed, PlannedZone, Why, ZonesFrom, ZoneStatus
from vildplan.model.wishes import Language
from vildplan.model.years import CareDone, State, Year, ZoneYear
from vildplan.proposal.document import Bullets
from vildplan.proposal.progress_next import next_blocks
from vildplan.proposal.progress_words import forecast_sentence
from vildplan.proposal.words import say

RULES = {"lapsed_years": 2, "forecast_years": 2, "behind_share": 0.02}
DAY = (date(2027, 9, 10),)


def square(left: float, bottom: float, side: float = 10) -> BaseGeometry:
    return shapely.box(left, bottom, left + side, bottom + side)


def followed(years: Iterable[Year], *, hay: bool = True, phases: tuple[int, ...] = (1, 1)) -> Followed:
    """Two zones of 100 m2 beside each other; the base is 1,000 m2, of which 20 are wild, the target 220."""
    shapes = (square(0, 0), square(20, 0))
    zones = tuple(
        PlannedZone(f"Z{k}", "", "slaaeng", shape, phase, hay)
        for k, (shape, phase) in enumerate(zip(shapes, phases, strict=True), 1)
    )
    voted = tuple(VotedZone(zone.id, "", zone.type, 100.0, zone.phase, True) for zone in zones)
    decision = Decision(date(2027, 3, 15), "mødet", Outcome.APPROVED, voted, 1, 1000.0, 20.0, 220.0)
    return Followed(decision, (ZonesFrom(2027, zones),), tuple(years), 2027, RULES)


def year(number: int, *zones: ZoneYear) -> Year:
    return Year(number, zones=zones)


def laid(key: str = "Z1", **said: object) -> ZoneYear:
    return ZoneYear(key, State.LAID_OUT, **said)  # type: ignore[arg-type]


def z1(followed: Followed, at: int) -> ZoneStatus:
    return zones_at(followed, at)[0]


def test_no_record_is_unknown_and_unknown_is_not_kept_up() -> None:
    seen = followed([year(2027, laid(cuts=DAY, hay_removed=DAY))])
    assert (z1(seen, 2027).kept_up, z1(seen, 2027).kept_up_m2) == (Why.DONE, 100)
    after = progress_of(seen, 2028)
    assert after.figures.laid_out_m2 == after.figures.unknown_m2 == 100
    assert after.figures.kept_up_m2 == 0
    assert (after.zones[0].kept_up, after.zones[0].seen) == (Why.UNKNOWN, 2027)
    assert after.zones[1].state is None


@pytest.mark.parametrize(("said", "hay", "why"), [
    ({"cuts": DAY, "hay_removed": DAY}, True, Why.DONE),
    ({"cuts": DAY}, True, Why.HAY_LEFT),
    ({"hay_removed": DAY}, True, Why.NO_CUT),
    ({"cuts": DAY, "hay_removed": DAY, "care": CareDone.PARTLY}, True, Why.NOT_DONE),
    ({"care": CareDone.DONE}, True, Why.NO_CUT),
    ({"care": CareDone.DONE}, False, Why.DONE),
    ({}, False, Why.NOT_SAID),
])  # fmt: skip
def test_what_it_takes_to_be_kept_up(said: dict[str, object], hay: bool, why: Why) -> None:
    assert z1(followed([year(2027, laid(**said))], hay=hay), 2027).kept_up is why


def test_two_registered_years_without_a_cut_are_a_lapse() -> None:
    """The year of laying out does not count, nor does one that nobody registered."""
    uncut = [year(number, laid()) for number in (2027, 2028, 2029)]
    assert z1(followed(uncut), 2028).laid_out
    gone = z1(followed(uncut), 2029)
    assert (gone.state, gone.uncut, gone.lapsed_m2, gone.area_m2) == (State.LAPSED, True, 100, 0)
    assert z1(followed([*uncut[:2], year(2029), year(2030)]), 2030).laid_out
    assert z1(followed([*uncut[:2], year(2029, laid(cuts=DAY)), year(2030, laid())]), 2030).laid_out


def test_what_lapsed_for_want_of_a_cut_is_back_when_it_is_cut() -> None:
    """Saying that it is laid out is not enough."""
    uncut = [year(number, laid()) for number in (2027, 2028, 2029)]
    assert z1(followed([*uncut, year(2030, laid())]), 2030).state is State.LAPSED
    assert z1(followed([*uncut, year(2030, laid(cuts=DAY))]), 2030).laid_out
    assert z1(followed([*uncut, year(2030, ZoneYear("Z1", cuts=DAY))]), 2030).laid_out


def test_scrub_does_not_lapse_for_want_of_hay() -> None:
    uncut = [year(number, laid()) for number in range(2027, 2032)]
    assert z1(followed(uncut, hay=False), 2031).laid_out


def test_a_survey_holds_until_somebody_measures_anew() -> None:
    drawn = laid(outline=square(1, 0), by="gartner", how="GPS")
    years = [year(2027, drawn), year(2028, laid(cuts=DAY))]
    status = z1(followed(years), 2028)
    assert (status.area_m2, status.how, status.by, status.measured) == (100, "GPS", "gartner", True)
    assert status.outline is not None
    assert status.outline.bounds == (1, 0, 11, 10)
    told = z1(followed([*years, year(2029, laid(area_m2=80.0, cuts=DAY))]), 2029)
    assert (told.area_m2, told.outline) == (80, None)


def test_phases_say_what_is_due() -> None:
    one = followed([year(2027, laid(cuts=DAY, hay_removed=DAY))], phases=(1, 2))
    assert progress_of(one, 2027).behind == ()
    assert progress_of(one, 2028).behind == (Behind.LAND, Behind.CARE)
    assert [progress_of(one, year).later for year in (2027, 2028)] == [("Z2",), ()]


def test_what_comes_next_is_said_zone_by_zone_and_not_of_later_phases() -> None:
    def told(followed: Followed, at: int) -> list[str]:
        blocks = [*next_blocks(progress_of(followed, at))]
        items = [one for block in blocks if isinstance(block, Bullets) for one in block.items]
        return [say(one, Language.ENGLISH) for one in items]

    kept = year(2027, laid(cuts=DAY, hay_removed=DAY))
    assert told(followed([kept], phases=(1, 2)), 2027) == []
    assert told(followed([kept]), 2027) == ["Lay out, or register if it was done: Z2."]
    left = year(2028, laid(cuts=DAY), ZoneYear("Z2", State.LAPSED))
    assert [words.partition(":")[0] for words in told(followed([kept, left]), 2028)] == [
        "Let grow again", "Take the hay away next time",
    ]  # fmt: skip


def test_a_forecast_is_a_straight_line_and_none_of_one_year() -> None:
    first, second = year(2027, laid(area_m2=50.0)), year(2028, laid(area_m2=80.0))
    assert progress_of(followed([first]), 2027).forecast is None
    forecast = progress_of(followed([first, second]), 2028).forecast
    assert forecast is not None
    # 30 m2 a year; 220 - 20 - 80 = 120 m2 are missing: four years.
    assert (forecast.rate_m2, forecast.missing_m2, forecast.year) == (30, 120, 2032)
    back = progress_of(followed([second, year(2029, laid(area_m2=70.0))]), 2029).forecast
    assert back is not None
    assert (back.year, back.reached) == (None, False)


def test_while_a_phase_is_still_to_come_the_pace_so_far_tells_no_year() -> None:
    """Z1 begins in 2027 and Z2 in 2029: 0 m2 came in 2028, as planned, and that is no pace."""
    kept = [year(2027, laid()), year(2028, laid())]
    seen = replace(followed(kept, phases=(1, 2)), phase_years=(2027, 2029))
    told = progress_of(seen, 2028)
    assert told.forecast is not None
    assert (told.forecast.coming_m2, told.forecast.coming_year, told.forecast.year) == (100, 2029, None)
    assert say(forecast_sentence(told.forecast, told.registered), Language.DANISH) == (
        "Ingen prognose endnu: 100 m² begynder efter planen tidligst i 2029, så tempoet til nu siger ikke, "
        "hvornår målet nås."
    )


def test_ground_under_two_surveys_counts_once_in_the_zone_measured_last() -> None:
    """Z1 is drawn 10 x 10 m in 2027; a year later Z2 is drawn 4 m into it: 60 m2 are left of Z1."""
    first = year(2027, laid(outline=square(0, 0)))
    seen = followed([first, year(2028, laid(), laid("Z2", outline=square(6, 0)))])
    assert [zone.area_m2 for zone in zones_at(seen, 2028)] == [60, 100]
    assert progress_of(seen, 2028).figures.laid_out_m2 == 160
    assert [zone.area_m2 for zone in zones_at(seen, 2027)] == [100, 0]


def test_an_outline_of_the_plan_gives_way_to_a_survey() -> None:
    seen = followed([year(2027, laid(outline=square(12, 0)), laid("Z2"))])
    assert [zone.area_m2 for zone in zones_at(seen, 2027)] == [100, 80]


def test_new_measuring_is_neither_lost_nor_new() -> None:
    compared = progress_of(followed([year(2027, laid(area_m2=90.0)), year(2028, laid(area_m2=97.0))]),
                           2028).compared  # fmt: skip
    assert compared is not None
    assert (compared.kept_m2, compared.lost_m2, compared.new_m2, compared.remeasured_m2) == (90, 0, 0, 7)


def status(key: str, outline: BaseGeometry) -> ZoneStatus:
    return ZoneStatus(key, 2028, State.LAID_OUT, float(outline.area), outline, 2028, Why.DONE)


def test_ids_that_are_swapped_change_nothing() -> None:
    one, other = square(0, 0), square(20, 0)
    swapped = [status("Z2", one), status("Z1", other)]
    compared = compare_years([status("Z1", one), status("Z2", other)], swapped)
    assert (compared.kept_m2, compared.moved_m2, compared.lost_m2, compared.new_m2) == (200, 0, 0, 0)


@pytest.mark.parametrize("seed", range(20))
def test_compared_as_on_squared_paper(seed: int) -> None:
    """The slow twin counts squares of 1 m: each zone is a rectangle on whole metres, none on another."""
    chance = random.Random(seed)  # noqa: S311 - drawings, not secrets

    def drawing() -> dict[str, tuple[int, int, int, int]]:
        found = {}
        for lane in range(3):
            left, bottom = chance.randrange(0, 10), lane * 12 + chance.randrange(0, 4)
            right, top = left + chance.randrange(1, 12), bottom + chance.randrange(1, 8)
            if chance.random() < 0.85:
                found[f"Z{lane}"] = (left, bottom, right, top)
        return found

    def cells(box: tuple[int, int, int, int]) -> set[tuple[int, int]]:
        return {(x, y) for x in range(box[0], box[2]) for y in range(box[1], box[3])}

    before, after = drawing(), drawing()
    old = {cell for box in before.values() for cell in cells(box)}
    new = {cell for box in after.values() for cell in cells(box)}
    moved = sum(
        min(len(cells(before[key]) - new), len(cells(after[key]) - old)) for key in before.keys() & after
    )
    got = compare_years(
        [status(key, shapely.box(*box)) for key, box in before.items()],
        [status(key, shapely.box(*box)) for key, box in after.items()],
    )
    assert [got.kept_m2, got.moved_m2, got.lost_m2, got.new_m2] == pytest.approx(
        [len(old & new), moved, len(old - new) - moved, len(new - old) - moved], abs=1e-6
    )
    assert got.before_m2 == pytest.approx(got.kept_m2 + got.moved_m2 + got.lost_m2)
    assert got.after_m2 == pytest.approx(got.kept_m2 + got.moved_m2 + got.new_m2)
