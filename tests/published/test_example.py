"""The example departments, planned and judged."""

from pathlib import Path

import pytest
import shapely

from .bound import cell_shapes, problem_of, prove_again
from .judge import judge, read_published
from .land import Options
from .making import ROOT, make

EXAMPLE = ROOT / "examples" / "lindeparken.geojson"
HUNDREDTHS = 0.02
MESSY = ROOT / "examples" / "birkehaven.geojson"


def test_cells_are_squares_of_the_grid_cut_by_the_ground() -> None:
    problem, ground = problem_of(EXAMPLE, "0.3", Options())
    assert shapely.area(cell_shapes(problem, ground)) == pytest.approx(problem.cells.area_m2, abs=1e-6)


@pytest.mark.parametrize("target", ["0.1", "0.3"])
def test_a_plan_for_the_messy_example_keeps_every_rule(target: str, tmp_path: Path) -> None:
    make(MESSY, target, tmp_path / "plan", Options())
    assert [str(breach) for breach in judge(MESSY, tmp_path / "plan", Options())] == []


@pytest.mark.parametrize("target", ["0.1", "0.3", "0.45"])
def test_a_plan_for_the_example_keeps_every_rule(target: str, tmp_path: Path) -> None:
    make(EXAMPLE, target, tmp_path / "plan", Options())
    assert [str(breach) for breach in judge(EXAMPLE, tmp_path / "plan", Options())] == []


def test_a_target_beyond_the_ground_is_not_reached_and_keeps_every_other_rule(tmp_path: Path) -> None:
    make(EXAMPLE, "0.9", tmp_path / "plan", Options())
    breaches = judge(EXAMPLE, tmp_path / "plan", Options())
    assert [breach.check for breach in breaches] == ["1 not reached"], list(map(str, breaches))


def test_the_proof_of_the_example_holds_against_highs(tmp_path: Path) -> None:
    make(EXAMPLE, "0.3", tmp_path / "plan", Options())
    made = read_published(EXAMPLE, tmp_path / "plan", Options())
    problem, ground = problem_of(EXAMPLE, "0.3", Options())
    own = prove_again(problem, ground, made.zones)
    proof = made.plan["proof"]
    # Zones are published to a tenth of a millimetre, which is some hundredths of a point along 800 m.
    assert own.objective == pytest.approx(proof["objective"], rel=1e-5)
    # The bound follows the area of the zones as published: as little again.
    assert proof["upper_bound"] >= own.linear_bound - HUNDREDTHS
    assert proof["upper_bound"] <= own.linear_bound * 1.001
