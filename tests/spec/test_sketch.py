"""Zones as squares of 25 cm: what the plain level set breaks of the rules is mended at the least loss.

    land = Ground('''
        ........
        zzzzzzzz
        ........
        ========
    ''')

One letter is a square of 5 m; z is lawn that the plain level set would make wild. A path leads to the
lawn. What is worth most is not at stake here: a square metre is worth as much everywhere.
"""

import numpy as np
import pytest
from scipy.ndimage import label

from tests.drawing import CATALOGUE, draw, inventory_of, problem_of, rows_of
from vildplan.core.zones.draft import Prices, lost_lawn, prices_of
from vildplan.core.zones.sheet import Sheet, sheets_of
from vildplan.core.zones.sketch import kept, settled, worthwhile
from vildplan.geometry.discs import opened
from vildplan.model.problem import Bools

CELL_M = 5
SQUARE_M2 = 0.25**2
# Points a square metre beside what a lawn is worth: at the one nearly all ground is worth its area,
# at the other none is.
DEAR, CHEAP = 3.0, -9.0


class Ground:
    """A land of one sheet with its prices, and places in metres from its lower left corner."""

    def __init__(self, text: str) -> None:
        land = draw(text.replace("z", "."), cell_m=CELL_M)
        self.rows = rows_of(text)
        self.problem = problem_of(land)
        rank = np.full(len(self.problem.score), 0.5)
        (self.sheet,) = sheets_of(self.problem.cells, rank, inventory_of(land), CATALOGUE)

    def at(self, price: float) -> Prices:
        return prices_of(self.problem, price)

    @property
    def raw(self) -> Bools:
        """The squares of the letters z."""
        raw = np.zeros_like(self.sheet.open)
        for line, letters in enumerate(self.rows):
            for column, letter in enumerate(letters):
                if letter == "z":
                    bottom = (len(self.rows) - 1 - line) * CELL_M
                    raw |= self.box(column * CELL_M, bottom, (column + 1) * CELL_M, bottom + CELL_M)
        return raw

    def box(self, left: float, bottom: float, right: float, top: float) -> Bools:
        """The squares of open ground in a box of metres."""
        x, y = self.sheet.frame.left_m - 574_000.0, self.sheet.frame.bottom_m - 6_225_000.0
        out = np.zeros_like(self.sheet.open)
        rows, columns = (slice(round((a - o) * 4), round((b - o) * 4)) for a, b, o in
                         ((bottom, top, y), (left, right, x)))  # fmt: skip
        out[rows, columns] = True
        return out & self.sheet.open

    def disc(self, x: float, y: float, radius: float) -> Bools:
        """The squares of open ground within a radius of a place (m)."""
        frame = self.sheet.frame
        rows, columns = np.ogrid[: frame.rows, : frame.columns]
        up = frame.bottom_m - 6_225_000.0 + (rows + 0.5) * frame.size_m - y
        right = frame.left_m - 574_000.0 + (columns + 0.5) * frame.size_m - x
        return (up**2 + right**2 < radius**2) & self.sheet.open


def mended(land: Ground, raw: Bools, price: float) -> Bools:
    """The zones near a level set that keep the rules and are worth the price of their area."""
    prices = land.at(price)
    return worthwhile(settled(land.sheet, raw, prices), prices)


def m2(squares: Bools) -> float:
    return float(squares.sum()) * SQUARE_M2


def sizes_m2(squares: Bools) -> list[float]:
    """The m2 of each connected part, the largest first."""
    labels, _ = label(squares)
    return sorted((np.bincount(labels.ravel())[1:] * SQUARE_M2).tolist(), reverse=True)


def breaches(sheet: Sheet, zones: Bools) -> list[str]:
    """What zones do that they must not."""
    found = []
    if (zones & ~sheet.open).any():
        found.append("outside the ground")
    if any(size < 50 for size in sizes_m2(zones)):
        found.append("smaller than 50 m2")
    tips = zones & ~sheet.corner & ~opened(zones, sheet.sizes.width)
    if any(size > 1 for size in sizes_m2(tips)):
        found.append("narrower than 3 m")
    if lost_lawn(sheet, zones).any():
        found.append("lawn out of reach")
    return found


# --------------------------------------------------------------------------------------- lost lawn


NORTH_OF_A_BAND = """
    ........
    ........
    zzzzzzzz
    zzzzzzzz
    ........
    ========
"""


def test_lawn_behind_a_zone_that_reaches_from_side_to_side_is_lost() -> None:
    land = Ground(NORTH_OF_A_BAND)
    # 40 x 10 m, less what a disc of 1.5 m cannot reach of it in its corners
    assert m2(lost_lawn(land.sheet, land.raw)) == pytest.approx(400, abs=3)
    assert m2(lost_lawn(land.sheet, land.box(0, 10, 38, 20))) == 0  # a gate of 2 m in the east


def test_a_lawn_strip_that_a_zone_would_cut_off_is_kept_reachable() -> None:
    land = Ground(NORTH_OF_A_BAND)
    zones = mended(land, land.raw, DEAR)
    assert breaches(land.sheet, zones) == []
    # Most of the band is still there: a way in takes 2 m of 40, or the strip becomes wild as well.
    assert m2(zones & land.raw) > 0.85 * m2(land.raw)


def test_a_lawn_inside_a_zone_is_reached_or_becomes_wild() -> None:
    land = Ground(
        """
        zzzzzzz
        zzz.zzz
        zzzzzzz
        .......
        =======
        """
    )
    zones = mended(land, land.raw, DEAR)
    assert breaches(land.sheet, zones) == []
    # 25 m2 in 500: to fill it is far less of a loss than a way through.
    assert m2(zones) > m2(land.raw) - 10


@pytest.mark.parametrize(("wide_m", "high_m", "lost_m2"), [(1.0, 1.25, 0), (1.5, 2.0, 3)])
def test_a_nook_under_2_m2_is_left_to_be_trimmed_by_hand(
    wide_m: float, high_m: float, lost_m2: float
) -> None:
    land = Ground("......\n......\n......\n======")
    hole = land.box(14, 10, 14 + wide_m, 10 + high_m)
    zones = land.box(3, 7, 27, 17) & ~hole
    assert m2(lost_lawn(land.sheet, zones)) == lost_m2


def test_what_no_mower_reaches_today_is_not_lost() -> None:
    # A lawn behind a house, with a hedge on its other sides: 25 m2 that are cut by hand today.
    land = Ground(
        """
        hhh.....
        h.H.zzz.
        hhh.zzz.
        ........
        ========
        """
    )
    assert not lost_lawn(land.sheet, land.raw).any()


# ------------------------------------------------------------------------------- patches too small


SMALL = """
    ==========
    ....z.....
    ..........
    ..........
    ==========
"""


def test_a_patch_too_small_is_given_up_where_it_is_not_worth_its_area() -> None:
    land = Ground(SMALL)
    assert not mended(land, land.raw, CHEAP).any()


def test_a_patch_too_small_is_grown_where_it_is_worth_its_area() -> None:
    land = Ground(SMALL)
    assert m2(land.raw) == pytest.approx(20, abs=0.5)  # 5 x 5 m less 1 m along the path
    zones = mended(land, land.raw, DEAR)
    assert breaches(land.sheet, zones) == []
    (size,) = sizes_m2(zones)
    assert size >= 50
    assert (zones & land.raw).any()


def test_a_patch_that_lies_free_in_a_lawn_is_no_island_under_100_m2() -> None:
    land = Ground(
        """
        ============
        ............
        ............
        ............
        .....zz.....
        .....zz.....
        ............
        ............
        ............
        ============
        """
    )
    (size,) = sizes_m2(mended(land, land.raw & land.box(26, 21, 34, 29), DEAR))
    assert size >= 100  # 8 x 8 m were drawn
    small = mended(land, land.raw & land.box(26, 21, 34, 29), CHEAP)
    assert not small.any()


def test_a_neck_and_a_tip_under_3_m_are_taken_out() -> None:
    land = Ground("............\n............\n............\n............\n============")
    wide = land.box(2, 8, 22, 20) | land.box(34, 8, 54, 20)
    neck, tip = land.box(22, 13, 34, 15), land.box(54, 13, 58, 15)
    zones = mended(land, wide | neck | tip, 0.0)
    assert breaches(land.sheet, zones) == []
    assert len(sizes_m2(zones)) == 2
    assert m2(zones & land.box(25, 8, 31, 20)) == 0


# -------------------------------------------------------------------------------------- all of them


def blots(ground: Sheet, seed: int) -> Bools:
    """Round blots over the ground, as a level set might be."""
    random = np.random.default_rng(seed)
    rows, columns = ground.open.shape
    raw = np.zeros_like(ground.open)
    y, x = np.ogrid[:rows, :columns]
    for _ in range(int(random.integers(2, 7))):
        middle_y, middle_x, radius = (
            random.uniform(0, rows),
            random.uniform(0, columns),
            random.uniform(8, 40),
        )
        raw |= (y - middle_y) ** 2 + (x - middle_x) ** 2 < radius**2
    return raw & ground.open


YARD = """
    HHHH....hh...HHH
    HHHH....hh...HHH
    ........hh......
    ...PP...........
    ===PP=====......
    .........=......
    ....bbb..=......
    .........=......
"""


@pytest.fixture(scope="module")
def yard() -> Ground:
    return Ground(YARD)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_level_set_the_zones_keep_the_rules(yard: Ground, seed: int) -> None:
    zones = mended(yard, blots(yard.sheet, seed), 0.5)
    assert breaches(yard.sheet, zones) == []


def test_the_same_ground_gives_the_same_zones_and_is_left_as_it_was(yard: Ground) -> None:
    raw = blots(yard.sheet, 5)
    before = raw.copy()
    once, again = (mended(yard, raw, 0.5) for _ in range(2))
    assert once.any()
    assert (once == again).all()
    assert (raw == before).all()
    assert (mended(Ground(YARD), raw, 0.5) == once).all()


def test_what_is_settled_stays_when_it_is_drawn_anew(yard: Ground) -> None:
    zones = mended(yard, blots(yard.sheet, 5), 0.5)
    # The smoothing of one round may still round a corner of the one before.
    assert m2(kept(yard.sheet, zones, yard.at(0.5)) ^ zones) < 0.01 * m2(zones)
