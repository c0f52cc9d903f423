"""A share or a number of m2 becomes the m2 that must be new."""

import pytest

from tests.drawing import draw, inventory_of, wish
from vildplan.core.goal import set_goal
from vildplan.errors import WrongUsageError
from vildplan.model.wishes import Base, Count
from vildplan.proposal.words import Language, say

# Squares of 100 m2: outdoor 1,000 (12 less 2 of house), green 600, wild 200.
LAND = inventory_of(
    draw(
        """
        HHQ=
        ~PT.
        VVb.
        """,
        cell_m=10,
    )
)


@pytest.mark.parametrize(
    ("target", "base", "count", "area_m2", "new_m2"),
    [
        ("30%", Base.OUTDOOR, Count.ALL, 300, 100),  # 300 less the 200 that are wild today
        ("30%", Base.OUTDOOR, Count.NEW, 300, 300),
        ("50%", Base.GREEN, Count.ALL, 300, 100),
        ("50%", Base.GREEN, Count.NEW, 300, 300),
        ("250m2", Base.OUTDOOR, Count.ALL, 250, 50),
        ("250m2", Base.GREEN, Count.NEW, 250, 250),
        ("20%", Base.OUTDOOR, Count.ALL, 200, 0),  # reached exactly
        ("10%", Base.OUTDOOR, Count.ALL, 100, 0),  # passed already
        ("100%", Base.OUTDOOR, Count.ALL, 1000, 800),
    ],
)
def test_a_target_is_m2_of_the_base_and_what_is_missing_is_new(
    target: str, base: Base, count: Count, area_m2: float, new_m2: float
) -> None:
    goal = set_goal(wish(target, base=base, count=count), LAND)
    assert goal.base_m2 == pytest.approx(1000 if base is Base.OUTDOOR else 600)
    assert goal.area_m2 == pytest.approx(area_m2)
    assert goal.counted_wild_m2 == pytest.approx(200 if count is Count.ALL else 0)
    assert goal.new_m2 == pytest.approx(new_m2, abs=1e-6)


@pytest.mark.parametrize(("target", "base"), [("1001m2", Base.OUTDOOR), ("601m2", Base.GREEN)])
def test_more_m2_than_the_base_has_is_wrong_usage_and_says_what_there_is(target: str, base: Base) -> None:
    with pytest.raises(WrongUsageError) as error:
        set_goal(wish(target, base=base), LAND)
    assert error.value.exit_code == 2
    said = say(error.value.sentence, Language.DANISH)
    assert target in said
    assert ("1.000 m²" if base is Base.OUTDOOR else "600 m²") in said
