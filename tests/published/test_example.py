"""The example departments, planned and judged."""

from pathlib import Path

import pytest
import shapely

from vildplan.core.proof import own_shares
from vildplan.planning import make_plan
from vildplan.reading.catalogue import read_catalogue
from vildplan.store.plan_reading import read_plan

from .bound import cell_shapes, linear_bound, problem_of, prove_again
from .judge import judge, read_published
from .land import Options
from .making import ROOT, make

EXAMPLE = ROOT / "examples" / "lindeparken.geojson"
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
    # The bound is told at the area that the planner measured, so it is asked for at just that area.
    stored = read_plan(tmp_path / "plan")
    again = make_plan(stored.department, stored.wishes, read_catalogue())
    assert again.drawing is not None
    area_m2 = float((own_shares(problem, again.drawing).sum(axis=0) * problem.cells.area_m2).sum())
    assert area_m2 == pytest.approx(own.area_m2, abs=0.01)
    most = linear_bound(problem, area_m2)
    assert most * (1 - 1e-9) <= proof["upper_bound"] <= most * 1.001
