"""Ten years of dated tasks: each its number of times, to the minute, when birds and hay allow it."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.drawing import CATALOGUE, box, wish
from vildplan.core.calendar import calendar_year, ten_years
from vildplan.core.calendar.minutes import in_rounds, minutes_by_zone, shared
from vildplan.core.calendar.months import minutes_after, minutes_before
from vildplan.core.calendar.weeks import slots, weeks_in
from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.budget import budget_of
from vildplan.errors import plain
from vildplan.model.budget import Part
from vildplan.model.calendar import CalendarYear, CareEvent, Work
from vildplan.model.care import DEPARTMENT, Window
from vildplan.model.crew import Crew
from vildplan.model.money import Who
from vildplan.model.plan import Zone
from vildplan.model.site import Site, Soil
from vildplan.model.wishes import MownBy
from vildplan.proposal.words import Language, say

FIRST = 2027
TALL, BROAD = box(0, 0, 20, 50), box(0, 0, 50, 20)


def zone(number: int, kind: str, soil: Soil = Soil.UNKNOWN, ground: object = TALL) -> Zone:
    """A zone of 1,000 m2."""
    return Zone(
        f"Z{number}", plain(kind), kind, 1000.0, "lawn", (("lawn", 1000.0),), 1, 0.5, (), (), ground,
        Site(soil=soil), 1000.0 if soil is Soil.RICH else 0.0,
    )  # fmt: skip


def work(*zones: Zone, hours: dict[str, dict[str, str]], rest: str = "0", **more: object) -> Work:
    """The work on some zones with their hours by line; `rest` is the mowing of the lawns left."""
    by_zone = {key: {line: Decimal(one) for line, one in lines.items()} for key, lines in hours.items()}
    mowing = {"mowing": Decimal(rest)} if Decimal(rest) else {}
    return Work(zones, by_zone, mowing, CATALOGUE.care, CATALOGUE.prices, **more)


def meadow(soil: Soil = Soil.UNKNOWN, ground: object = TALL, **more: object) -> Work:
    """One hay meadow of 6 hours of hay (12 on rich soil) and 90 minutes of frame."""
    hay = {"hay_rich": "12"} if soil is Soil.RICH else {"hay": "6"}
    return work(zone(1, "slaaeng", soil, ground), hours={"Z1": {**hay, "frame": "1.5"}}, **more)


def everything(**more: object) -> Work:
    """One zone of each type, each line 10 hours."""
    kinds = list(dict.fromkeys(task.zone_type for task in CATALOGUE.care if task.zone_type != DEPARTMENT))
    lines = {kind: {t.line for t in CATALOGUE.care if t.zone_type == kind and t.line} for kind in kinds}
    zones = [zone(number, kind) for number, kind in enumerate(kinds, 1)]
    hours = {one.id: dict.fromkeys(sorted(lines[one.type]), "10") for one in zones}
    return work(*zones, hours=hours, rest="100", **more)


def tasks(year: CalendarYear, key: str) -> list[CareEvent]:
    return [event for event in year.events if event.task.key == key]


def the_one(year: CalendarYear, key: str) -> CareEvent:
    (event,) = tasks(year, key)
    return event


def monday(year: CalendarYear, event: CareEvent) -> date:
    return date.fromisocalendar(year.year, event.week, 1)


# ---------------------------------------------------------------------------------------- the hours


def test_the_hours_of_hay_are_shared_by_the_catalogues_shares() -> None:
    """6 h of hay, 30, 40 and 30 % of it cut, raked and hauled; of each 80 % in autumn, 20 % in spring.

    86.4, 115.2, 86.4 and 72 minutes; the minute that rounding leaves goes to the first of the largest.
    """
    year = calendar_year(meadow(), FIRST, 3)
    minutes = {key: the_one(year, key).minutes for key in ("hoeslet", "hay_rake", "hay_away", "left_uncut")}
    assert minutes == {"hoeslet": 87, "hay_rake": 115, "hay_away": 86, "left_uncut": 72}


def test_nothing_is_left_from_before_in_the_first_year() -> None:
    """Without the 72 minutes of spring; the sign takes half an hour once."""
    first, third = (calendar_year(meadow(), FIRST, number) for number in (1, 3))
    assert third.minutes == 6 * 60 + 90
    assert first.minutes == third.minutes - 72 + 60 * CATALOGUE.prices["sign_hours"].number
    assert tasks(first, "left_uncut") == []
    assert tasks(third, "sign") == []


def test_signs_are_renewed_in_the_year_in_which_the_budget_buys_them_again() -> None:
    """A sign lasts five years: it is put up in year 1, and a new one in year 6, for the same half hour."""
    renewed = [number for number in range(1, 11) if tasks(calendar_year(meadow(), FIRST, number), "sign_new")]
    budget = budget_of(Amounts(signs=1), CATALOGUE.costing, wish())
    bought = {line.key: line.years for line in budget.lines if line.part is Part.RENEWAL}
    assert bought == {"signs": (6,), "sign_posts": (6,)}
    assert renewed == [6]
    sign = the_one(calendar_year(meadow(), FIRST, 6), "sign_new")
    assert (sign.minutes, sign.who) == (30, Who.CONTRACTOR)


def test_a_steady_year_has_the_hours_of_the_economy_to_the_minute() -> None:
    everything_done = everything(crew=Crew(hours_per_week=Decimal(500)))
    lines: dict[tuple[str, str], int] = defaultdict(int)
    for event in calendar_year(everything_done, FIRST, 4).events:
        lines[event.zone, event.task.line] += event.minutes or 0
    for key, by_line in everything_done.hours.items():
        for line in by_line:
            assert lines[key, line] == 600, (key, line)
    assert lines["", "mowing"] == 6000


@pytest.mark.parametrize("number", [3, 4, 5, 9, 10])
def test_every_steady_year_is_as_long_as_the_next(number: int) -> None:
    roomy = everything(crew=Crew(hours_per_week=Decimal(500)))
    assert calendar_year(roomy, FIRST, number).minutes == calendar_year(roomy, FIRST, 8).minutes


def test_minutes_of_zones_add_up_to_those_of_the_line() -> None:
    """Three zones of a third of an hour and 20 seconds: 61 minutes, of which the first has 21."""
    third = Decimal(61) / Decimal(180)
    found = minutes_by_zone({"Z1": {"hay": third}, "Z2": {"hay": third}, "Z3": {"hay": third}})
    assert [found[key]["hay"] for key in ("Z1", "Z2", "Z3")] == [21, 20, 20]


def test_whole_minutes_are_shared_without_loss() -> None:
    assert shared(10, [1, 1, 1]) == (4, 3, 3)
    assert shared(10, []) == ()
    assert shared(10, [0, 0]) == (0, 0)
    assert in_rounds(10, 4) == (2, 3, 2, 3)


# ------------------------------------------------------------------------------- once, and not twice


@pytest.mark.parametrize("number", range(1, 11))
def test_each_task_is_there_its_number_of_times(number: int) -> None:
    """What was split over weeks is still one time; each time of a task is there once."""
    year = calendar_year(everything(crew=Crew(hours_per_week=Decimal(60))), FIRST, number)
    assert year.missing == ()
    rounds: dict[tuple[str, str, int | None], set[int]] = defaultdict(set)
    times: dict[tuple[str, str, int | None], int] = {}
    for event in year.events:
        follows = None if event.cut_week is None else event.cut_week // 30  # the early cut, or September's
        rounds[event.zone, event.task.key, follows].add(event.number)
        times[event.zone, event.task.key, follows] = event.times
    for key, count in times.items():
        assert rounds[key] == {*range(1, count + 1)}, key
    assert times["", "mowing", None] == CATALOGUE.prices["mowings"].number


def test_the_frame_is_mown_as_often_as_the_price_says() -> None:
    year = calendar_year(meadow(), FIRST, 3)
    rounds = tasks(year, "frame")
    assert [event.number for event in rounds] == [*range(1, 16)]
    assert {event.minutes for event in rounds} == {6}
    assert len({event.week for event in rounds}) == 15


def test_perennials_are_weeded_more_often_in_the_first_year() -> None:
    """2.5 rounds a year as the prices say, and 2.5 more in the first, each as long as the others."""
    bed = work(zone(1, "staudebed"), hours={"Z1": {"bed": "10"}})
    usual, extra = (CATALOGUE.prices[key].number for key in ("wild_weedings", "extra_weedings"))
    first, third = (calendar_year(bed, FIRST, number) for number in (1, 3))
    assert len(tasks(first, "weed")) == int(usual + extra + 0.5)
    assert len(tasks(third, "weed")) == int(usual + 0.5)
    assert sum(e.minutes or 0 for e in tasks(third, "weed")) == 480  # 80 % of 10 hours
    assert sum(e.minutes or 0 for e in tasks(first, "weed")) == 480 * (usual + extra) / usual


# ------------------------------------------------------------------------------------ when it may be


@pytest.mark.parametrize("number", range(1, 11))
def test_birds_have_their_peace(number: int) -> None:
    """Hedges and scrub: nothing from 1 March to 31 July."""
    year = calendar_year(everything(crew=Crew(hours_per_week=Decimal(60))), FIRST, number)
    # what is planted in year 1 is no thicket to thin before year 3
    assert len(tasks(year, "thin")) == (number > 2)
    for key in ("sections", *(("thin",) if number > 2 else ())):
        assert date.fromisocalendar(year.year, the_one(year, key).week, 5) < date(year.year, 3, 1)
    for key in ("no_clip", "keep_off"):
        assert monday(year, the_one(year, key)) >= date(year.year, 8, 1)


@pytest.mark.parametrize("number", range(1, 11))
def test_hay_lies_one_or_two_weeks_and_nothing_happens_in_closed_weeks(number: int) -> None:
    year = calendar_year(everything(crew=Crew(hours_per_week=Decimal(60))), FIRST, number)
    assert not {event.week for event in year.events} & {28, 29, 30}
    for event in year.events:
        if event.cut_week is not None:
            assert event.week - event.cut_week in (1, 2)
            assert event.cut_week in [e.week for e in year.events if e.zone == event.zone and e.task.mows]


def test_on_poor_soil_the_date_varies_between_the_years() -> None:
    weeks = [the_one(year, "hoeslet").week for year in ten_years(meadow(Soil.POOR), FIRST)]
    assert len(set(weeks)) >= 3
    assert all(one != other for one, other in pairwise(weeks))


def test_rich_soil_is_cut_early_and_in_september() -> None:
    """12 hours in all; hay is taken away after each cut, and again what stood over winter."""
    year = calendar_year(meadow(Soil.RICH), FIRST, 3)
    early, late = the_one(year, "early_cut"), the_one(year, "hoeslet")
    assert monday(year, early).month in (5, 6)
    assert monday(year, late).month in (8, 9)
    assert [event.cut_week for event in tasks(year, "hay_away")] == [early.week, late.week]
    assert sum(e.minutes or 0 for e in year.events if e.task.line == "hay") == 720
    assert tasks(calendar_year(meadow(), FIRST, 3), "early_cut") == []


def test_two_cuts_everywhere_where_the_price_says_two() -> None:
    prices = {**CATALOGUE.prices, "hay_cuts": replace(CATALOGUE.prices["hay_cuts"], number=2)}
    assert len(tasks(calendar_year(replace(meadow(), prices=prices), FIRST, 3), "early_cut")) == 1


def test_the_part_that_is_left_moves_on_and_is_the_one_that_is_cut_in_spring() -> None:
    years = [calendar_year(meadow(), FIRST, number) for number in (3, 4, 5, 6)]
    said = [say(the_one(year, "hoeslet").note, Language.DANISH) for year in years]
    assert said[0] == "lad 20 % stå i den sydlige tredjedel"
    assert said[1] == "lad 20 % stå i den nordlige tredjedel"
    assert said[2] == "lad 20 % stå i den midterste tredjedel"
    assert said[3] == said[0]
    assert say(the_one(years[1], "left_uncut").note, Language.DANISH) == "i den sydlige tredjedel"
    broad = calendar_year(meadow(ground=BROAD), FIRST, 3)
    assert "østlige" in say(the_one(broad, "hoeslet").note, Language.DANISH)


def test_rough_grass_is_cut_half_by_half_and_a_hedge_in_thirds() -> None:
    hours = {"Z1": {"rough": "3"}, "Z2": {"hedge": "4"}}
    both = work(zone(1, "naturgraes"), zone(2, "haek_vild"), hours=hours)
    years = [calendar_year(both, FIRST, number) for number in (3, 4, 5)]
    halves = [say(the_one(year, "cut").note, Language.ENGLISH) for year in years]
    assert halves == ["the northern half", "the southern half", "the northern half"]
    thirds = {say(the_one(year, "sections").note, Language.ENGLISH) for year in years}
    assert thirds == {"the northern third", "the middle third", "the southern third"}


def test_hay_is_five_m3_of_1000_m2() -> None:
    """A thousand m2 leave 5 m3: 4 in autumn, and 1 of what was left standing in spring."""
    year = calendar_year(meadow(), FIRST, 3)
    assert the_one(year, "hay_away").hay_m3 == pytest.approx(4)
    assert the_one(year, "left_uncut").hay_m3 == pytest.approx(1)


def test_a_leap_week_does_no_harm() -> None:
    """2032 has 53 weeks, and its 1 September is a Wednesday."""
    year = calendar_year(meadow(), 2032, 3 - 2)
    assert monday(year, the_one(year, "hoeslet")) >= date(2032, 8, 30)


def test_weeks_in_a_window() -> None:
    """September 2027: week 35 has its Wednesday on the 1st, and only three more are whole with week 38."""
    assert weeks_in(Window((9, 1), (9, 30)), 2027) == (35, 36, 37, 38, 39)
    assert weeks_in(Window((9, 1), (9, 30)), 2027, strict=True) == (36, 37, 38)
    assert slots((Window((9, 1), (9, 30)),), 2, 2027, (36,)) == ((35, 37), (38, 39))
    assert slots((Window((9, 1), (9, 30)),), 1, 2027, (35, 36, 37, 38, 39)) == ((),)


# ------------------------------------------------------------------------------------- who does it


def test_the_first_of_the_crew_that_may_do_it() -> None:
    """Youth rake, but never use the finger-bar mower or cut a hedge."""
    youth = meadow(crew=Crew(who=(Who.YOUTH, Who.STAFF)))
    year = calendar_year(youth, FIRST, 3)
    assert the_one(year, "hay_rake").who is Who.YOUTH
    assert the_one(year, "hoeslet").who is Who.STAFF


def test_a_crew_that_may_not_do_it_has_a_contractor_whose_hours_are_not_its_own() -> None:
    year = calendar_year(meadow(crew=Crew(who=(Who.YOUTH,), hours_per_week=Decimal(3))), FIRST, 3)
    cut = the_one(year, "hoeslet")
    assert (cut.who, cut.by_crew) == (Who.CONTRACTOR, False)
    assert the_one(year, "hay_rake").by_crew


def test_the_contractor_who_mows_today_goes_on_mowing() -> None:
    mown = calendar_year(meadow(rest="20", mown_by=MownBy.CONTRACTOR), FIRST, 3)
    assert {event.who for event in tasks(mown, "mowing")} == {Who.CONTRACTOR}
    assert the_one(mown, "hoeslet").who is Who.STAFF


def test_labour_says_who() -> None:
    said = calendar_year(meadow(labour=(("hay_raking", Who.VOLUNTEERS),)), FIRST, 3)
    assert the_one(said, "hay_rake").who is Who.VOLUNTEERS
    assert not the_one(said, "hay_rake").by_crew


@pytest.mark.parametrize("task", [t for t in CATALOGUE.care if Who.YOUTH in t.who], ids=lambda t: t.key)
def test_youth_use_no_machine(task: object) -> None:
    assert task.machine is None or task.machine.youth
    assert task.machine is None or task.machine.key not in ("brush_cutter", "chain_saw")


# -------------------------------------------------------------------------------- what does not fit


def test_what_did_not_fit_is_said_with_its_hours_and_what_to_do() -> None:
    """60 hours of hay by a crew of 2 hours a week: five weeks of September hold little of it."""
    large = work(zone(1, "slaaeng"), hours={"Z1": {"hay": "60"}}, crew=Crew(hours_per_week=Decimal(2)))
    year = calendar_year(large, FIRST, 3)
    left = sum(one.minutes for one in year.missing)
    assert left > 0
    assert year.minutes + left == 3600
    loads: dict[int, int] = defaultdict(int)
    for event in year.events:
        loads[event.week] += event.minutes or 0
    assert max(loads.values()) <= 120
    told = next(f for f in year.findings if say(f.place, Language.DANISH) == "Z1")
    assert "høslet: der mangler" in " ".join(say(f.sentence, Language.DANISH) for f in year.findings)
    assert "hours_per_week" in say(told.advice, Language.DANISH)


def test_a_month_without_open_weeks_is_said() -> None:
    shut = meadow(crew=Crew(closed_weeks=tuple(range(34, 45))))
    year = calendar_year(shut, FIRST, 3)
    assert tasks(year, "hoeslet") == []
    assert "høslet" in " ".join(say(f.sentence, Language.DANISH) for f in year.findings)


# -------------------------------------------------------------------------------- invasives, months


def test_invasives_are_looked_for_and_fought_where_they_stand() -> None:
    """Hogweed three times, the first before June."""
    assert len(tasks(calendar_year(meadow(), FIRST, 3), "invasive_check")) == 1
    assert tasks(calendar_year(meadow(), FIRST, 3), "hogweed") == []
    year = calendar_year(meadow(crew=Crew(invasives=("kaempe_bjoerneklo",))), FIRST, 3)
    first, *_ = found = tasks(year, "hogweed")
    assert len(found) == 3
    assert date.fromisocalendar(year.year, first.week, 5) < date(year.year, 6, 1)


def test_hours_by_month_before_and_after_add_up() -> None:
    """Twenty mowings of today from April to October, two to four in a month."""
    before = minutes_before({"mowing": Decimal(20)}, CATALOGUE.todays_work, CATALOGUE.prices, FIRST)
    assert sum(before) == 1200
    assert before[:3] == (0, 0, 0)
    assert {minutes // 60 for minutes in before[3:10]} <= {2, 3, 4}
    assert before[10:] == (0, 0)
    year = calendar_year(meadow(rest="20"), FIRST, 3)
    assert sum(minutes_after(year)) == year.minutes


def test_a_line_that_nobody_dated_falls_in_the_growing_season() -> None:
    before = minutes_before({"unheard_of": Decimal(1)}, CATALOGUE.todays_work, CATALOGUE.prices, FIRST)
    assert sum(before) == sum(before[3:10]) == 60


# ------------------------------------------------------------------------- what a caretaker would trip over


def test_the_trial_plot_is_planted_in_the_largest_meadow_alone() -> None:
    """The prices pay for one plot, and the shopping list orders for one."""
    small, large = zone(1, "slaaeng"), replace(zone(2, "slaaeng"), area_m2=2000.0)
    found = work(small, large, hours={"Z1": {"hay": "1"}, "Z2": {"hay": "9"}})
    assert [event.zone for event in tasks(calendar_year(found, FIRST, 1), "plugs")] == ["Z2"]


def test_a_cut_that_takes_several_weeks_says_which_part_a_week_is() -> None:
    found = work(zone(1, "slaaeng"), hours={"Z1": {"hay": "60"}}, crew=Crew(hours_per_week=Decimal(12)))
    events = tasks(calendar_year(found, FIRST, 3), "hoeslet")
    notes = [say(event.note, Language.DANISH) for event in events if event.note]
    assert len(events) > 1
    parts = [f"{k}. del af {len(events)}" for k in range(1, len(events) + 1)]
    assert [note.partition(";")[0] for note in notes] == parts


def test_where_the_fringe_is_cut_the_scrub_is_left_alone() -> None:
    """A zone that is marked to be mown on the map must be one that may be."""
    (fringe,) = [task for task in CATALOGUE.care if task.key == "fringe"]
    assert not fringe.mows
