"""The rank of a zone: which comes first, which last, and at about which target."""

import pytest

from tests.drawing import CATALOGUE, box, draw, wish
from vildplan.model.stored import StoredZone
from vildplan.model.wishes import Language
from vildplan.planning import measured_plan
from vildplan.proposal.rank import enters_at_share, rank_sentence
from vildplan.proposal.words import say

# A lawn of 100 by 40 m: meadow lies west of it, houses east. The meadow's neighbourhood comes first.
LAND = draw(
    """
    VV....................HH
    VV....................HH
    VV....................HH
    VV....................HH
    VV....................HH
    VV....................HH
    VV....................HH
    VV....................HH
    """,
    cell_m=5,
)


def zone(key: str, left: float, right: float) -> StoredZone:
    shape = box(left, 0, right, 40)
    return StoredZone(key, key, "slaaeng", shape.area, shape)


# Near the meadow, far from it, half of each; the outermost is on no ground at all.
PLAN = measured_plan(
    LAND, wish("45%"), CATALOGUE,
    [zone("Z1", 10, 20), zone("Z2", 80, 90), zone("Z3", 20, 80), zone("Z4", 115, 118)],
)  # fmt: skip
NEAR, FAR, MIXED, NOWHERE = PLAN.zones


def test_what_is_worth_most_comes_first() -> None:
    assert NEAR.rank < MIXED.rank < FAR.rank
    assert NOWHERE.rank == 1.0


def test_the_ranks_of_all_ground_lie_evenly_between_nothing_and_all() -> None:
    # Half of the ground enters before the ground at rank one half: the mean over all of it is a half.
    everything = measured_plan(LAND, wish("45%"), CATALOGUE, [zone("Z1", 10, 107)])
    assert everything.zones[0].rank == pytest.approx(0.5, abs=1e-3)


def test_as_a_target_the_rank_counts_what_is_wild_today() -> None:
    goal, ground_m2 = PLAN.goal, PLAN.ground.convertible_m2
    wanted = (400 + NEAR.rank * ground_m2) / goal.base_m2
    assert goal.counted_wild_m2 == pytest.approx(400)
    assert enters_at_share(NEAR, PLAN) == pytest.approx(wanted)


def test_the_order_is_told_in_words() -> None:
    said = [say(rank_sentence(one, PLAN), Language.DANISH) for one in (NEAR, FAR)]
    assert said[0].startswith("Den er blandt de første at tage og de sidste at opgive.")
    assert said[1].startswith("Den er blandt de sidste at tage og de første at opgive.")
    assert "omkring 1" in said[0]
