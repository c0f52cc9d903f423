"""Ways out of a target that cannot be reached: each measured, what gives up least first."""

from dataclasses import replace

import pytest

from tests.drawing import CATALOGUE, draw, ground_of, inventory_of, plan_of, wish
from vildplan.model.area import Department
from vildplan.model.plan import Plan, Relaxation
from vildplan.model.wishes import Base, Count, Language, Wishes
from vildplan.proposal.words import say

# A lawn of 60 x 40 m round a house, a path, and a corner that nobody described.
YARD = """
    ............
    ............
    ....HHHH....
    ....HHHH....
    ............
    ============
    ............
    .........???
"""


def stuck(target: str = "99%", land: Department | None = None, **wishes: object) -> Plan:
    wanted = replace(wish(target, play_lawn_m2=400), **wishes)  # type: ignore[arg-type]
    plan = plan_of(land or draw(YARD, cell_m=5), wanted)
    assert not plan.reachable
    return plan


def ways(plan: Plan) -> dict[str, Relaxation]:
    return {way.option: way for way in plan.relaxations}


def words(way: Relaxation) -> str:
    return say(way.sentence, Language.DANISH)


def test_a_shorter_clearance_gives_what_the_ground_then_has() -> None:
    plan = stuck(play_lawn_m2=0.0)
    way = ways(plan)["--clearance facade=2"]
    freer = ground_of(draw(YARD, cell_m=5), catalogue=CATALOGUE.with_clearances({"facade": 2}))
    assert way.gain_m2 == pytest.approx(freer.convertible_m2 - plan.ground.convertible_m2)
    # A strip 1 m wide, 2 to 3 m from a house of 20 x 10 m, with its corners; south of the house the
    # lawn is too narrow between wall and path, before and after.
    assert 20 + 10 + 10 < way.gain_m2 < 60
    assert words(way).startswith("2 m i stedet for 3 m til facader og vinduer giver")


def test_each_clearance_falls_by_about_a_third() -> None:
    """3 m to 2, 1 m to a half; never to nothing."""
    options = {option for option in ways(stuck()) if option.startswith("--clearance") and " --" not in option}
    assert {"--clearance facade=2", "--clearance path=0.5"} <= options


def test_a_smaller_play_lawn_and_none() -> None:
    plan = stuck()
    for size in (150, 0):
        ground = ground_of(draw(YARD, cell_m=5), play_lawn_m2=size)
        gain_m2 = ground.convertible_m2 - plan.ground.convertible_m2
        assert ways(plan)[f"--play-lawn {size}"].gain_m2 == pytest.approx(gain_m2)
    assert "--play-lawn 150" not in ways(stuck(play_lawn_m2=100.0))
    assert not any(option.startswith("--play-lawn") for option in ways(stuck(play_lawn_m2=0.0)))


def test_ground_that_nobody_described() -> None:
    """A hole in the land is `--rest`, an area without a class `--surface`."""
    land = draw(YARD.replace("?", " ").replace("P", "."), "#" * 12 + ("\n" + "#" * 12) * 7, cell_m=5)
    plan = stuck(land=land)
    lawn = ground_of(replace(land, rest="lawn"), play_lawn_m2=400)
    way = ways(plan)["--rest lawn"]
    assert way.gain_m2 == pytest.approx(lawn.convertible_m2 - plan.ground.convertible_m2)
    assert words(way).startswith("75 m² er ikke beskrevet; er det plæne, giver det")


def test_an_area_without_a_class() -> None:
    plan = stuck()
    assert words(ways(plan)["--surface lawn"]).startswith("75 m² er tegnet, men uden kendt arealtype")


def test_the_green_base_and_what_is_wild_lower_what_is_missing() -> None:
    land = draw(YARD.replace("???", "VVV"), cell_m=5)
    plan = stuck(land=land, count=Count.NEW)
    inventory = inventory_of(land)
    less_m2 = 0.99 * (inventory.outdoor_m2 - inventory.green_m2)
    assert ways(plan)["--base green"].gain_m2 == pytest.approx(less_m2)
    assert ways(plan)["--count all"].gain_m2 == pytest.approx(75)
    assert "--base green" not in ways(stuck(base=Base.GREEN))
    assert "--base green" not in ways(stuck("2000m2")), "square metres are of no base"


def test_what_gives_up_least_stands_first_and_the_lower_target_last() -> None:
    options = [way.option for way in stuck().relaxations if " --" not in way.option]
    kinds = [option.split()[0] for option in options]
    assert list(dict.fromkeys(kinds)) == ["--surface", "--clearance", "--play-lawn", "--base", "--target"]
    assert options.index("--play-lawn 150") < options.index("--play-lawn 0")
    gains = [way.gain_m2 for way in stuck().relaxations if way.option.startswith("--clearance f")]
    assert gains == sorted(gains, reverse=True)


def test_even_all_of_it_is_not_enough() -> None:
    plan = stuck()
    together = next(way for way in plan.relaxations if " --" in way.option)
    assert words(together).startswith("selv det hele på én gang giver kun")
    assert "--play-lawn 150" not in together.option, "of two sizes one holds"
    assert "--base" not in together.option, "it opens no ground"
    missing_m2 = plan.goal.area_m2 - plan.reached_m2
    assert together.gain_m2 < missing_m2


def test_where_it_is_said_that_the_target_can_be_reached_it_is() -> None:
    """Type what is offered, and see."""
    land = draw(YARD, cell_m=5)
    most = stuck()
    little_more = f"{int(most.reached_m2) + 60}m2"
    plan = stuck(little_more)
    promising = [way for way in plan.relaxations if "så kan målet nås" in words(way)]
    assert promising
    for way in promising[:2]:
        wishes, clearances = typed(way.option, little_more)
        relaxed = CATALOGUE.with_clearances(clearances)
        areas = tuple(
            replace(a, surface="lawn") if "--surface" in way.option and a.surface == "rest" else a
            for a in land.areas
        )
        assert plan_of(replace(land, areas=areas), wishes, relaxed).reachable, way.option


def typed(option: str, target: str) -> tuple[Wishes, dict[str, float]]:
    """The wishes of a command with one more option."""
    parts = option.split()
    pairs = dict(zip(parts[::2], parts[1::2], strict=True))
    clearances = {
        value.split("=")[0]: float(value.split("=")[1])
        for name, value in zip(parts[::2], parts[1::2], strict=True) if name == "--clearance"
    }  # fmt: skip
    return wish(target, play_lawn_m2=float(pairs.get("--play-lawn", 400))), clearances


def test_the_lower_target_can_be_reached() -> None:
    plan = stuck()
    lower = plan.relaxations[-1]
    assert lower.option.startswith("--target ")
    assert plan_of(draw(YARD, cell_m=5), wish(lower.option.split()[1], play_lawn_m2=400)).reachable


def test_a_target_of_nothing_is_never_offered() -> None:
    plan = plan_of(draw("HH==\nHH==", cell_m=10), wish("50%"))
    assert not plan.reachable
    assert not [way.option for way in plan.relaxations if way.option.startswith("--target")]
