"""What is said of zones as drawn, where their area is not what was asked for."""

import pytest
import shapely

from tests.drawing import draw, inventory_of
from vildplan.core.zones.outline import drawn
from vildplan.core.zones.remarks import remarks
from vildplan.model.wishes import Language
from vildplan.proposal.words import say

from .test_sketch import Ground

LAND = "\n".join(["HHHHHHHHHHHH", *["............"] * 8, "============"])


def said(wanted_m2: float) -> list[str]:
    """The sentences on one zone of 20 x 20 m in a lawn of 60 x 40 m."""
    land = Ground(LAND)
    draft = drawn(land.sheet, land.box(15, 15, 35, 35))
    corner = (574_015.0, 6_225_015.0)
    zone = shapely.box(*corner, corner[0] + 20, corner[1] + 20)
    found = remarks([(draft, [zone])], wanted_m2, inventory_of(draw(LAND, cell_m=5)))
    return [say(one.sentence, Language.ENGLISH) for one in found]


@pytest.mark.parametrize(
    ("wanted_m2", "words"),
    [
        (380.0, "The plan gives 20 m² more than asked for: a smaller zone cannot be kept."),
        (405.0, "The plan gives 5 m² less than asked for: zones that can be kept do not come to just that."),
        (500.0, "The plan gives 100 m² less than asked for: there is no room for another zone."),
    ],
)
def test_an_area_that_is_not_met_is_told_with_its_reason(wanted_m2: float, words: str) -> None:
    assert said(wanted_m2) == [words]


def test_an_area_that_is_met_to_200_cm2_needs_no_words() -> None:
    assert said(400.015) == []
