"""The exact area: aim the field, draw, aim again; then move a front a few centimetres."""

from collections.abc import Callable
from math import inf

from shapely.geometry.base import BaseGeometry

CLOSE_M2 = 0.004
NEARLY_M2 = 0.02
SPARE_SHARE = 0.003
MOST_SPARE_M2 = 10.0
FARTHEST_M = 8.0
MOST_DRAWINGS = 8
LEVEL_STEPS = 30
FRONT_STEPS = 40

Draw = Callable[[float], BaseGeometry]


def level_of_area(raw: Draw, area_m2: float) -> float:
    """Return the level at which the field covers an area; `raw(level)` grows with the level."""
    low, high = 0.0, 1.0
    for _ in range(LEVEL_STEPS):
        middle = (low + high) / 2
        found_m2 = raw(middle).area
        if abs(found_m2 - area_m2) <= CLOSE_M2:
            return middle
        low, high = (middle, high) if found_m2 < area_m2 else (low, middle)
    return high


def drawings_near(raw: Draw, finish: Callable[[BaseGeometry], BaseGeometry], area_m2: float) -> list[
    BaseGeometry
]:  # fmt: skip
    """Draw until the finished zones come near the area; return all that were drawn, nearest first.

    Each drawing aims as much higher or lower as the last one missed, between those that were too
    small and too large, and a little too high: a front that moves back by centimetres harms no lawn.
    Those that are too large come first.
    """
    drawn: list[BaseGeometry] = []
    spare_m2 = min(SPARE_SHARE * area_m2, MOST_SPARE_M2)
    aim_m2, low_m2, high_m2 = area_m2 + spare_m2, 0.0, inf
    for _ in range(MOST_DRAWINGS):
        zones = finish(raw(level_of_area(raw, aim_m2)))
        drawn.append(zones)
        if 0 <= zones.area - area_m2 <= 2 * spare_m2:
            break
        if zones.area < area_m2:
            low_m2 = aim_m2
        else:
            high_m2 = aim_m2
        aim_m2 += area_m2 + spare_m2 - zones.area
        if not low_m2 < aim_m2 < high_m2:
            aim_m2 = (low_m2 + min(high_m2, 2 * low_m2 + spare_m2)) / 2
    return sorted(drawn, key=lambda zones: (zones.area < area_m2, abs(zones.area - area_m2)))


def front_at(move: Draw, area_m2: float, direction: int) -> BaseGeometry | None:
    """Move the front until the area fits within 40 cm2; None where 8 m are not enough.

    `move(by_m)` returns the zones with their front moved; `direction` is 1 (out) or -1 (back).
    """
    near, near_m2 = 0.0, move(0.0).area
    far = 0.01
    while direction * ((far_m2 := move(direction * far).area) - area_m2) < 0:
        near, near_m2, far = far, far_m2, far * 2
        if far > FARTHEST_M:
            return None
    zones = move(direction * near)
    for step in range(FRONT_STEPS):
        straight = step % 3 != 0 and far_m2 != near_m2
        part = (area_m2 - near_m2) / (far_m2 - near_m2) if straight else 0.5
        middle = near + (far - near) * min(max(part, 0.01), 0.99)
        zones = move(direction * middle)
        if abs(zones.area - area_m2) <= CLOSE_M2:
            break
        if direction * (zones.area - area_m2) < 0:
            near, near_m2 = middle, zones.area
        else:
            far, far_m2 = middle, zones.area
    return zones if abs(zones.area - area_m2) <= NEARLY_M2 else None
