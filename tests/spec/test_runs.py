"""Connected parts of a raster: drawn by hand, and against scipy's, which looks at every square."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import find_objects, label

from tests.drawing import rows_of
from vildplan.geometry.runs import parts_of_mask
from vildplan.model.problem import Bools

TWINS = settings(max_examples=60, deadline=None, derandomize=True, database=None)
BESIDE = [[0, 1, 0], [1, 1, 1], [0, 1, 0]]


def mask(text: str) -> Bools:
    """A map of # and . as a raster; its first line is row 0."""
    return np.array([[letter == "#" for letter in row] for row in rows_of(text)])


U_AND_DOT = mask(
    """
    #.#..
    #.#.#
    ###..
    """
)


def test_parts_are_numbered_as_they_are_read_and_0_is_all_the_rest() -> None:
    parts = parts_of_mask(U_AND_DOT)
    # The two arms of the U are joined by its foot; the dot touches it by no side.
    assert parts.labels().tolist() == [[1, 0, 1, 0, 0], [1, 0, 1, 0, 2], [1, 1, 1, 0, 0]]
    assert parts.count.tolist() == [7, 7, 1]


def test_a_box_holds_its_part_and_no_more() -> None:
    assert parts_of_mask(U_AND_DOT).boxes() == [
        (slice(0, 3), slice(0, 3)),
        (slice(1, 2), slice(4, 5)),
    ]


def test_parts_can_be_picked_and_asked_what_they_touch() -> None:
    parts = parts_of_mask(U_AND_DOT)
    right = np.zeros_like(U_AND_DOT)
    right[:, 3:] = True
    assert parts.touching(right).tolist() == [False, False, True]
    assert (parts.where(parts.touching(right)) == (U_AND_DOT & right)).all()
    assert (parts.where(np.array([False, True, True])) == U_AND_DOT).all()
    assert not parts.where(np.array([True, False, False])).any()


def test_rows_end_at_the_frame_and_nothing_has_no_parts() -> None:
    assert parts_of_mask(mask("..#\n#..")).count.tolist() == [4, 1, 1]
    nothing = parts_of_mask(mask("...\n..."))
    assert nothing.count.tolist() == [6]
    assert nothing.boxes() == []
    assert not nothing.labels().any()
    assert nothing.touching(np.ones((2, 3), dtype=bool)).tolist() == [False]


@given(st.integers(0, 999), st.integers(1, 30), st.integers(1, 30), st.sampled_from([0.3, 0.5, 0.6, 0.8]))
@TWINS
def test_parts_are_scipys(seed: int, rows: int, columns: int, full: float) -> None:
    raster = np.random.default_rng(seed).random((rows, columns)) < full
    expected, number = label(raster, structure=BESIDE)
    parts = parts_of_mask(raster)
    assert (parts.labels() == expected).all()
    assert parts.count.tolist() == np.bincount(expected.ravel(), minlength=number + 1).tolist()
    assert parts.boxes() == find_objects(expected)
    odd = np.arange(number + 1) % 2 == 1
    assert (parts.where(odd) == odd[expected]).all()
