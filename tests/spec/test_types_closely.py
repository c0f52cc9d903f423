"""Types are sought in every order, and in patches larger than where they are better."""

import numpy as np
import pytest

from tests.drawing import CATALOGUE, Stages, draw, stages_of, wish
from vildplan.core.proof import own_shares
from vildplan.core.zones.draw import DrawingTask, outlined
from vildplan.core.zones.types import split_by_type, type_rules
from vildplan.model.problem import Drawing

LAND = """
WWWWWWWWWWWW
............
............
............
............
............
"""


def points(stages: Stages, drawing: Drawing) -> float:
    """What the zones are worth as the types that they have, without the borders, which are the same."""
    score = np.where(np.isfinite(stages.problem.score_by_type), stages.problem.score_by_type, 0.0)
    return float((own_shares(stages.problem, drawing) * score).sum())


def in_order_of_the_catalogue(stages: Stages) -> float:
    """The twin: each type in turn takes what it gains in, and the next what is left."""
    lying = outlined(stages.problem, stages.ground, stages.choice, stages.inventory, CATALOGUE)
    rules = type_rules(stages.problem, stages.ground, stages.inventory, CATALOGUE)
    typed = [
        (key, zone, -1)
        for draft, zones in lying.outlines
        for key, zone in split_by_type(draft.sheet, zones, draft.zones, rules)
    ]
    task: DrawingTask = lying.task
    return points(stages, task.drawing(typed, (), stages.inventory))


def test_a_type_that_comes_later_in_the_catalogue_is_not_left_without_ground() -> None:
    # Rough grass stands before scrub in the catalogue and is better than meadow in all of the lawn, so it
    # took all of it; along the wood scrub is worth more: 1.9 + 2.3 e^(-d/9) points per m2.
    stages = stages_of(draw(LAND, cell_m=6), wish("70%"))
    kinds = {shape.zone_type for shape in stages.drawing.shapes}
    assert kinds == {"krat", "naturgraes"}
    assert points(stages, stages.drawing) > in_order_of_the_catalogue(stages) + 50


@pytest.mark.parametrize("target", ["20%", "45%", "100%"])
@pytest.mark.parametrize("text", [LAND, "WWWWWWWWW...\nWWWW........\n............\n............"])
def test_zones_are_never_worth_less_than_in_the_order_of_the_catalogue(text: str, target: str) -> None:
    stages = stages_of(draw(text, cell_m=6), wish(target))
    half_a_point_each = 0.5 * len(stages.drawing.shapes)
    assert points(stages, stages.drawing) >= in_order_of_the_catalogue(stages) - half_a_point_each
