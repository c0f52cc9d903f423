"""The plans that we publish break no rule, by the same check that hand-drawn zones get."""

import sys
from functools import cache
from pathlib import Path

import pytest

from vildplan.core.rules import check_goal, check_zones
from vildplan.model.area import Department
from vildplan.model.problem import Found
from vildplan.model.wishes import Base, Count, Language, Wishes
from vildplan.planning import make_plan
from vildplan.proposal.words import say
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.reading.wishes import read_target

from ..remembering import remembering

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
CATALOGUE = read_catalogue()
ESTATES = [1, 3, 5, 7, 8, 9]


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.append(str(ROOT / "benchmarks"))
    from estates.drawn import draw

    folder = tmp_path_factory.mktemp("estates")
    for seed in ESTATES:
        draw(seed).write(folder)
    return folder


@cache
def land(path: Path) -> Department:
    return read_department(path, ReadingChoices(), CATALOGUE)


def broken(path: Path, target: str) -> list[str]:
    wishes = Wishes(read_target(target), Base.OUTDOOR, Count.ALL, CATALOGUE.rule("play_lawn_m2"))
    plan = remembering(make_plan)(land(path), wishes, CATALOGUE)
    found = Found(plan.department, wishes, CATALOGUE, plan.inventory, plan.ground, plan.goal)
    told = [*check_zones(plan.zones, found, plan.economy), *check_goal(plan.zones, found)]
    return [f"{say(one.place, Language.ENGLISH)}: {say(one.sentence, Language.ENGLISH)}" for one in told]


@pytest.mark.parametrize("target", ["10%", "30%", "45%"])
@pytest.mark.parametrize("name", ["lindeparken", "birkehaven"])
def test_the_examples_break_no_rule(name: str, target: str) -> None:
    assert broken(EXAMPLES / f"{name}.geojson", target) == []


@pytest.mark.parametrize("seed", ESTATES)
def test_estates_that_nobody_lives_in_break_no_rule(estates: Path, seed: int) -> None:
    path = next(estates.glob(f"estate-{seed}-*.geojson"))
    assert broken(path, ("10%", "30%", "45%")[seed % 3]) == []
