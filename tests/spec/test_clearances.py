"""`--clearance facade=2`: the user's own distances, for all zone types, told as their own."""

from dataclasses import replace

import pytest

from tests.drawing import CATALOGUE, draw, ground_of, plan_of, wish
from vildplan.errors import WrongUsageError
from vildplan.model.value import Status, Value
from vildplan.proposal.words import Language, say
from vildplan.reading.clearances import read_clearances


@pytest.mark.parametrize(("typed", "read"), [
    (["facade=2"], (("facade", 2.0),)),
    (["path=0.5"], (("path", 0.5),)),
    (["path=0,5"], (("path", 0.5),)),
    (["sti=0,5"], (("path", 0.5),)),
    (["bygning=2m"], (("facade", 2.0),)),
    (["p-plads = 1 m"], (("road", 1.0),)),
    (["legeplads=0"], (("play", 0.0),)),
    (["path=1", "facade=2"], (("facade", 2.0), ("path", 1.0))),
    ([], ()),
])  # fmt: skip
def test_what_can_be_typed(typed: list[str], read: tuple[tuple[str, float], ...]) -> None:
    assert read_clearances(typed, CATALOGUE) == read


@pytest.mark.parametrize(("typed", "told", "advised"), [
    ("facde=2", "der er ingen afstand til det", "Mente du facade"),
    ("månen=2", "der er ingen afstand til det", "Vælg mellem facade, terrace, play, road, path."),
    ("græsplæne=2", "der er ingen afstand til det", ""),
    ("=2", "der er ingen afstand til det", "Vælg mellem"),
    ("facade", "der mangler en afstand", "--clearance facade=2"),
    ("facade=", "afstanden skal være 0 eller flere meter", "--clearance facade=2"),
    ("facade=-1", "afstanden skal være 0 eller flere meter", "--clearance facade=2"),
    ("facade=nan", "afstanden skal være 0 eller flere meter", "--clearance facade=2"),
    ("facade=tre", "afstanden skal være 0 eller flere meter", "--clearance facade=2"),
    ("facade=51", "det er for langt; højst 50 m", "--clearance facade=2"),
])  # fmt: skip
def test_what_cannot(typed: str, told: str, advised: str) -> None:
    with pytest.raises(WrongUsageError) as error:
        read_clearances([typed], CATALOGUE)
    assert say(error.value.sentence, Language.DANISH).startswith(f"--clearance {typed}: {told}")
    assert advised in say(error.value.advice, Language.DANISH)


def test_a_group_typed_twice() -> None:
    with pytest.raises(WrongUsageError) as error:
        read_clearances(["facade=2", "bygning=1"], CATALOGUE)
    assert "står der to gange" in say(error.value.sentence, Language.DANISH)


def test_it_holds_for_every_zone_type_and_no_other_group() -> None:
    own = CATALOGUE.with_clearances({"path": 0.5})
    before = {(c.zone_type, c.group): c.distance_m.number for c in CATALOGUE.clearances}
    after = {(c.zone_type, c.group): c.distance_m.number for c in own.clearances}
    # all that is cut from lawn; hedges, beds and roofs keep their place
    cut_from_lawn = {key for key, kind in CATALOGUE.zone_types.items() if not kind.standing}
    assert {key for key in after if after[key] != before[key]} == {(kind, "path") for kind in cut_from_lawn}
    assert {after[kind, "path"] for kind in cut_from_lawn} == {0.5}


def test_what_guards_somebody_is_made_longer_but_never_shorter() -> None:
    # a rain bed lies 5 m from a house that may have a basement, a pond 10 m from play
    def kept(zone_type: str, group: str, metres: float) -> float:
        own = CATALOGUE.with_clearances({group: metres})
        return next(c for c in own.clearances_of(zone_type) if c.group == group).distance_m.number

    assert (kept("regnbed", "facade", 2), kept("regnbed", "facade", 8)) == (5, 8)
    assert (kept("vandhul", "play", 1), kept("vandhul", "play", 12)) == (10, 12)
    assert kept("slaaeng", "facade", 2) == 2


def test_it_is_the_users_own_value() -> None:
    """A value with a source loses it."""
    before, after = (
        next(c.distance_m for c in catalogue.clearances if c.group == "path" and c.zone_type == "slaaeng")
        for catalogue in (CATALOGUE, CATALOGUE.with_clearances({"path": 0.5}))
    )
    assert (before.status, after.status) == (Status.SOURCED, Status.ASSUMPTION)
    assert after.source == "valgt af brugeren"
    assert say(after.name, Language.DANISH).endswith("(jeres egen værdi)")
    assert say(after.name, Language.ENGLISH).endswith("(your own value)")


def test_the_ground_keeps_that_distance() -> None:
    # A house of 20 x 10 m in a lawn: 1 m in place of 3 m gives 2 m along 60 m of walls, and corners.
    land = draw("......\n.HHHH.\n.HHHH.\n......", cell_m=5)
    wide, near = (
        ground_of(land, catalogue=catalogue).convertible_m2
        for catalogue in (CATALOGUE, CATALOGUE.with_clearances({"facade": 1}))
    )
    assert near - wide > 100


def test_it_stands_among_the_assumptions() -> None:
    land = draw("......\n......\n======", cell_m=6)
    plan = plan_of(land, wish("20%"), CATALOGUE.with_clearances({"path": 0.5}))
    told = [say(value.name, Language.DANISH) for value in plan.assumptions if value.number == 0.5]
    assert "afstand til sti (jeres egen værdi)" in told


def test_allergy_keeps_grass_short_at_windows_unless_somebody_chose_a_distance() -> None:
    """Tall grass stays 3 m from a facade; 5 m where allergy counts, by the catalogue's own number."""

    def facade(**own: float) -> Value:
        wished = CATALOGUE.as_wished(own, allergy=True)
        return next(c.distance_m for c in wished.clearances_of("slaaeng") if c.group == "facade")

    short = CATALOGUE.planting["planting.allergy_grass"]
    assert (facade().number, facade().source) == (short.number, short.source) == (5, short.source)
    assert say(facade().name, Language.ENGLISH).endswith("(with --allergy)")
    assert facade(facade=2).number == 2, "--clearance facade=2 goes before it"
    assert facade(terrace=9).number == 5
    mine = replace(CATALOGUE, planting={**CATALOGUE.planting, short.key: replace(short, number=2)})
    assert next(c for c in mine.as_wished({}, allergy=True).clearances_of("slaaeng")).distance_m.number == 3
