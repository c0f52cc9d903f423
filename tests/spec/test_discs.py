"""Opening and closing of rasters: drawn by hand, and against scipy with the disc as a structure."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import binary_closing, binary_dilation, binary_erosion, binary_opening

from tests.drawing import rows_of
from vildplan.geometry.discs import closed, components, dilated, eroded, opened, rolled, swept
from vildplan.model.problem import Bools

RADII = [0.5, 1.0, 1.5, 2.0, 2.5, 3.25, 5.9, 6.0]


def mask(text: str) -> Bools:
    """A map of # and . as a raster; its first line is row 0."""
    return np.array([[letter == "#" for letter in row] for row in rows_of(text)])


def drawn(raster: Bools) -> list[str]:
    return ["".join("#" if square else "." for square in row) for row in raster]


def disc(radius: float) -> Bools:
    """All squares whose middle lies within `radius` of the middle one."""
    reach = np.arange(-int(radius), int(radius) + 1)
    return reach[:, None] ** 2 + reach[None, :] ** 2 <= radius**2


# ---------------------------------------------------------------------------------- drawn by hand


def test_a_disc_of_two_squares() -> None:
    one = mask(
        """
        .......
        .......
        .......
        ...#...
        .......
        .......
        .......
        """
    )
    assert drawn(dilated(one, 2.0)) == rows_of(
        """
        .......
        ...#...
        ..###..
        .#####.
        ..###..
        ...#...
        .......
        """
    )


def test_opening_takes_out_a_neck_and_keeps_what_is_wide() -> None:
    dumb_bell = mask(
        """
        ............
        .###....###.
        .##########.
        .###....###.
        ............
        """
    )
    # A disc of radius 1 is a cross of five squares: it stands in the middle of each bell and at its mouth,
    # where it looks one square into the neck. Corners and the rest of the neck go.
    assert drawn(opened(dumb_bell, 1.0)) == rows_of(
        """
        ............
        ..##....##..
        .####..####.
        ..##....##..
        ............
        """
    )


def test_closing_fills_a_slit_but_no_wide_gap() -> None:
    gaps = mask(
        """
        ####.####...####
        ####.####...####
        ####.####...####
        ####.####...####
        ####.####...####
        """
    )
    assert drawn(closed(gaps, 1.0)) == rows_of(
        """
        #########...####
        #########...####
        #########...####
        #########...####
        #########...####
        """
    )


def test_less_than_a_square_changes_nothing() -> None:
    one = mask("..#..")
    assert drawn(dilated(one, 0.9)) == ["..#.."]
    assert drawn(opened(one, 0.9)) == ["..#.."]


def test_what_comes_in_is_left_as_it_was() -> None:
    before = mask("..#..\n.###.\n..#..")
    same = before.copy()
    for change in (dilated, eroded, opened, closed):
        change(before, 1.5)
    rolled(before, 2)
    swept(before, 2)
    assert (before == same).all()


def test_parts_are_connected_by_sides_and_not_by_corners() -> None:
    labels, count = components(mask("##..\n..##\n...#"))
    assert labels.tolist() == [[1, 1, 0, 0], [0, 0, 2, 2], [0, 0, 0, 2]]
    assert count.tolist() == [7, 2, 3]


# -------------------------------------------------------------------- the slow twin: scipy's own


def at_random(seed: int, height: int, width: int, full: float) -> Bools:
    """Blots of a few squares, some of them at the frame's edge."""
    noise = np.random.default_rng(seed).random((height, width)) < full
    return binary_closing(noise, np.ones((2, 3)))


sides = st.integers(13, 40)
rasters = st.builds(at_random, st.integers(0, 999), sides, sides, st.sampled_from([0.05, 0.5, 0.9]))
twins = settings(max_examples=30, deadline=None, derandomize=True, database=None)


@given(rasters, st.sampled_from(RADII))
@twins
def test_dilation_and_erosion_are_scipys(raster: Bools, radius: float) -> None:
    assert (dilated(raster, radius) == binary_dilation(raster, disc(radius))).all()
    assert (eroded(raster, radius) == binary_erosion(raster, disc(radius), border_value=1)).all()


@pytest.mark.parametrize("columns", [63, 64, 65, 127, 128, 130, 200])
@pytest.mark.parametrize("radius", [1.0, 6.0, 40.5, 70.0])
def test_rows_of_many_squares_and_large_discs_are_scipys(columns: int, radius: float) -> None:
    wide = at_random(columns, 9, columns, 0.02)
    wide[3, [0, -1]] = True
    assert (dilated(wide, radius) == binary_dilation(wide, disc(radius))).all()
    assert (eroded(~wide, radius) == binary_erosion(~wide, disc(radius), border_value=1)).all()


@given(rasters, st.sampled_from(RADII))
@twins
def test_opening_and_closing_are_scipys(raster: Bools, radius: float) -> None:
    # Inside a margin, where scipy's frame (outside is empty) and ours (outside is more of the same) agree.
    wide = np.pad(raster, 14)
    assert (opened(wide, radius) == binary_opening(wide, disc(radius))).all()
    assert (closed(wide, radius) == binary_closing(wide, disc(radius))).all()


@given(rasters, st.sampled_from(RADII))
@twins
def test_opening_only_takes_and_closing_only_gives_and_twice_is_once(raster: Bools, radius: float) -> None:
    less, more = opened(raster, radius), closed(raster, radius)
    assert not (less & ~raster).any()
    assert not (raster & ~more).any()
    assert (opened(less, radius) == less).all()
    assert (closed(more, radius) == more).all()


# ------------------------------------------------------------------------- a machine of some width


def strip(width: int) -> Bools:
    """A straight strip of so many squares, open ends left and right, walls above and below."""
    out = np.zeros((width + 6, 30), dtype=bool)
    out[3 : 3 + width] = True
    return out


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 6, 7, 8])
def test_a_strip_as_wide_as_the_machine_is_mown_and_one_square_narrower_is_not(width: int) -> None:
    assert (swept(rolled(strip(width), width), width) == strip(width)).all()
    assert not rolled(strip(width - 1), width).any()


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 6, 7, 8])
def test_an_upright_strip_is_mown_as_a_level_one_is(width: int) -> None:
    assert (swept(rolled(strip(width).T, width), width) == strip(width).T).all()
    assert not rolled(strip(width - 1).T, width).any()


@pytest.mark.parametrize("width", [2, 3, 6])
def test_the_machine_covers_one_place_at_a_time_the_disc_of_its_width(width: int) -> None:
    lone = np.zeros((20, 20), dtype=bool)
    lone[10, 10] = True
    covered = swept(lone, width)
    rows, columns = np.nonzero(covered)
    assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == (width, width)
    assert rolled(covered, width)[10, 10]
    assert rolled(covered, width).sum() == 1


@given(rasters, st.integers(1, 7))
@twins
def test_what_is_mown_lies_on_the_lawn_and_mowing_it_again_mows_the_same(raster: Bools, width: int) -> None:
    mown = swept(rolled(raster, width), width)
    assert not (mown & ~raster).any()
    assert (swept(rolled(mown, width), width) == mown).all()
