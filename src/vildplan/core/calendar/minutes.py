"""Hours by zone and line -> whole minutes that add up to the economy's."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

HOUR = 60

Hours = Mapping[str, Mapping[str, Decimal]]


def whole_minutes(hours: Decimal) -> int:
    """Return hours as whole minutes."""
    return int((hours * HOUR).quantize(Decimal(1), ROUND_HALF_UP))


def shared(total: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Share whole minutes by weights; what rounding leaves goes to the largest remainders, in order."""
    whole = sum(weights)
    if not whole:
        return (0,) * len(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(one) for one in exact]
    order = sorted(range(len(parts)), key=lambda k: (parts[k] - exact[k], k))
    for k in order[: total - sum(parts)]:
        parts[k] += 1
    return tuple(parts)


def minutes_by_zone(hours: Hours) -> dict[str, dict[str, int]]:
    """Return zone -> line -> minutes; each line comes to its own hours to the minute."""
    lines = dict.fromkeys(line for by_line in hours.values() for line in by_line)
    found: dict[str, dict[str, int]] = {zone: {} for zone in hours}
    for line in lines:
        zones = [zone for zone in hours if hours[zone].get(line)]
        exact = [hours[zone][line] for zone in zones]
        parts = shared(whole_minutes(sum(exact, Decimal(0))), [Fraction(one) for one in exact])
        for zone, part in zip(zones, parts, strict=True):
            found[zone][line] = part
    return found


def in_rounds(total: int, times: int) -> tuple[int, ...]:
    """Return minutes in so many equal rounds, as near as whole minutes come."""
    ends = [k * total // times for k in range(times + 1)]
    return tuple(end - start for start, end in pairwise(ends))
