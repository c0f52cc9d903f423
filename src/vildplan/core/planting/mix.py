"""Which species make a mix: as many months in flower as can be, then what insects gain most from.

Every mix of that many species is considered: species are taken up one by one, and of the mixes that are in
flower in the same months only the best is kept, since whatever follows adds the same to each.
"""

from collections.abc import Mapping, Sequence

from vildplan.model.flora import Species
from vildplan.model.planting import SEASON

# The months with one species in flower, and those with two or more, each a bit of a number.
Cover = tuple[int, int]
NO_COVER: Cover = (0, 0)


def with_bloom(cover: Cover, species: Species) -> Cover:
    """Return the cover once a species has joined."""
    return _joined(cover, _months(species))


def _months(species: Species) -> int:
    return sum(1 << k for k, month in enumerate(SEASON) if month in species.months)


def _joined(cover: Cover, months: int) -> Cover:
    one, two = cover
    return one | months, two | (one & months)


def score(cover: Cover, value: int) -> tuple[int, int, int]:
    """Return what a mix is judged by: months with one in flower, months with two, value to insects."""
    return cover[0].bit_count(), cover[1].bit_count(), value


def best_mix(candidates: Sequence[Species], most: int, start: Cover = NO_COVER) -> tuple[Species, ...]:
    """Return the best mix of `most` species, or all where there are no more; in the candidates' order.

    `start` is what is in flower beside them. Where two mixes are as good, the one with earlier candidates
    is taken.
    """
    count = min(most, len(candidates))
    kept: list[dict[Cover, tuple[int, tuple[int, ...]]]] = [{} for _ in range(count + 1)]
    kept[0][start] = (0, ())
    for index, species in enumerate(candidates):
        _take_up(index, species, kept, len(candidates) - index)
    cover = max(kept[count], key=lambda one: _rank(one, kept[count]))
    return tuple(candidates[index] for index in kept[count][cover][1])


def _take_up(
    index: int, species: Species, kept: list[dict[Cover, tuple[int, tuple[int, ...]]]], left: int
) -> None:
    """Let a species join every mix that can still be filled; larger mixes first, so that it joins once."""
    last, months, level = len(kept) - 1, _months(species), species.insects.level
    for size in range(min(index, last - 1), max(last - left, 0) - 1, -1):
        for cover, (value, mix) in kept[size].items():
            joined, worth, longer = _joined(cover, months), value + level, (*mix, index)
            before = kept[size + 1].get(joined)
            if before is None or worth > before[0] or (worth == before[0] and longer < before[1]):
                kept[size + 1][joined] = (worth, longer)


def _rank(
    cover: Cover, kept: Mapping[Cover, tuple[int, tuple[int, ...]]]
) -> tuple[tuple[int, int, int], tuple[int, ...]]:
    value, mix = kept[cover]
    return score(cover, value), tuple(-index for index in mix)
