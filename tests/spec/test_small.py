"""A small wanted area: one compact zone at the best spot that there is.

One letter is a square of 5 m. A meadow is at least 50 m2, and lies within 4 m of what is not mown.
"""

import numpy as np
import pytest

from vildplan.core.zones.draft import lost_lawn
from vildplan.core.zones.small import best_spot

from .test_sketch import DEAR, Ground, m2, sizes_m2

LAWN = """
    ..........
    ..........
    ..........
    ..........
    ==========
"""


@pytest.mark.parametrize("wanted_m2", [52, 80, 150])
def test_the_zone_is_one_piece_of_hardly_more_than_the_area(wanted_m2: float) -> None:
    land = Ground(LAWN)
    spot = best_spot([land.sheet], land.at(DEAR), wanted_m2)
    assert spot is not None
    (size_m2,) = sizes_m2(spot.mask)
    assert wanted_m2 <= size_m2 <= wanted_m2 * 1.05
    assert m2(lost_lawn(land.sheet, spot.mask)) == 0


def test_of_all_spots_the_one_of_the_lowest_rank_is_tried_first() -> None:
    """Where the east becomes wild before the west, the zone lies in the east."""
    land = Ground(LAWN)
    eastwards = np.linspace(1, 0, land.sheet.rank.shape[1], dtype=np.float32)
    land.sheet.rank[:] = eastwards[None, :]
    spot = best_spot([land.sheet], land.at(DEAR), 60)
    assert spot is not None
    columns = np.nonzero(spot.mask)[1]
    assert columns.mean() > 0.6 * spot.mask.shape[1]


def test_without_ground_there_is_no_spot() -> None:
    assert best_spot([], Ground(LAWN).at(DEAR), 60) is None


def test_more_than_the_ground_holds_has_no_spot() -> None:
    land = Ground(LAWN)
    assert best_spot([land.sheet], land.at(DEAR), 2 * m2(land.sheet.open)) is None
