"""One minimum cut: the smallest best set, and a bound that holds whatever the rounding."""

import numpy as np
import pytest

from vildplan.core.optimise.cut import Graph, certified_cut, graph_of, smallest_best_set

Border = tuple[int, int, float]


def graph(worth: list[float], *borders: Border) -> Graph:
    """Cells with their worth, and (tail, head, price) between them."""
    return graph_of(
        np.array(worth, dtype=float),
        np.array([tail for tail, _, _ in borders], dtype=np.int64),
        np.array([head for _, head, _ in borders], dtype=np.int64),
        np.array([price for _, _, price in borders], dtype=float),
    )


def best(worth: list[float], *borders: Border, block: list[int] | None = None) -> list[int]:
    """The cells of the smallest best set."""
    blocks = np.array(block or [0] * len(worth), dtype=np.int64)
    return np.flatnonzero(smallest_best_set(graph(worth, *borders), blocks)).tolist()


def test_without_borders_every_cell_that_gains_is_taken() -> None:
    assert best([5, -3, 0.1]) == [0, 2]


def test_a_good_cell_pays_the_border_to_a_bad_one() -> None:
    # Alone 5 - 1 = 4; both 5 - 3 = 2
    assert best([5, -3], (0, 1, 1.0)) == [0]


def test_a_dear_border_takes_the_bad_cell_along() -> None:
    # Alone 5 - 4 = 1; both 5 - 3 = 2
    assert best([5, -3], (0, 1, 4.0)) == [0, 1]


def test_a_border_dearer_than_the_gain_takes_nothing() -> None:
    # Alone 2 - 4 = -2; both 2 - 3 = -1
    assert best([2, -3], (0, 1, 4.0)) == []


def test_of_sets_that_are_equally_good_the_smallest_is_taken() -> None:
    assert best([1, 0]) == [0]
    assert best([1, -1], (0, 1, 1.0)) == []  # alone 1 - 1 = 0, both 0, nothing 0


def test_a_chain_is_cut_where_it_is_cheapest() -> None:
    # 0 - 1 - 2 - 3, all worth 1 but the last, -5: taking 0, 1, 2 costs the border 2-3 of 0.5.
    assert best([1, 1, 1, -5], (0, 1, 2.0), (1, 2, 2.0), (2, 3, 0.5)) == [0, 1, 2]


def test_blocks_are_cut_at_once_each_with_its_own_scale() -> None:
    # Millions of points in one block, thousandths in the other.
    worth = [5e6, -3e6, 5e-3, -3e-3]
    borders = ((0, 1, 1e6), (2, 3, 1e-3))
    assert best(worth, *borders, block=[0, 0, 1, 1]) == [0, 2]


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e6, 3e9, 1e15])
def test_points_of_any_size_are_cut_alike(size: float) -> None:
    # Above 2^31 the flow engine would go wrong silently.
    assert best([5 * size, -3 * size], (0, 1, size)) == [0]
    assert best([5 * size, -3 * size], (0, 1, 4 * size)) == [0, 1]


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e6, 3e9, 1e15])
def test_the_bound_is_the_optimum_and_never_below_it(size: float) -> None:
    cases = [
        (graph([5 * size, -3 * size], (0, 1, size)), 4 * size),
        (graph([5 * size, -3 * size], (0, 1, 4 * size)), 2 * size),
        (graph([2 * size, -3 * size], (0, 1, 4 * size)), 0.0),
        (
            graph([size / 3, size / 7, -size / 11], (0, 1, size / 13), (1, 2, size / 17)),
            size * (1 / 3 + 1 / 7 - 1 / 17),
        ),
    ]
    for problem, optimum in cases:
        bound = certified_cut(problem).upper_bound
        assert bound >= optimum * (1 - 1e-12)
        assert bound <= optimum + 1e-7 * size


def test_many_large_capacities_together_stay_exact() -> None:
    # 1,000 pairs, each worth (5, -3) x 1e9 with a border of 1e9: 4e9 a pair.
    pairs = 1000
    worth = [5e9, -3e9] * pairs
    borders = [(2 * k, 2 * k + 1, 1e9) for k in range(pairs)]
    cut = certified_cut(graph(worth, *borders))
    assert np.flatnonzero(cut.chosen).tolist() == list(range(0, 2 * pairs, 2))
    assert 4e12 <= cut.upper_bound <= 4e12 * (1 + 1e-4)


def test_one_giant_does_not_make_the_bound_of_the_small_ones_wrong() -> None:
    # The small cells round to nothing beside 1e12 points; the bound still covers them.
    worth = [1e12, *[0.4] * 50]
    cut = certified_cut(graph(worth))
    assert cut.upper_bound >= 1e12 + 20
    assert cut.upper_bound <= 1e12 * (1 + 1e-6)


def test_nothing_to_gain_has_a_bound_of_nothing() -> None:
    cut = certified_cut(graph([0.0, 0.0], (0, 1, 0.0)))
    assert cut.upper_bound == 0
    assert not cut.chosen.any()
