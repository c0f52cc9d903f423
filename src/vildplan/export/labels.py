"""Where the zones' ids stand on the map: in the widest part of each zone, and never on each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.proposal.map_drawing import Shown

SIGN_PART = 0.62
ROOM = 1.08
FINE = 0.25
LONGEST_NAME, WITHIN = 24, 0.5


@dataclass(frozen=True)
class Label:
    """The id of a zone, and the middle of where it stands in metres of the CRS."""

    words: str
    x: float
    y: float


def place_labels(zones: Sequence[Shown], height_m: float, *, all_of_them: bool) -> tuple[Label, ...]:
    """Place the ids in letters of `height_m`, those with the least room first, minor zones last.

    Where there is no place left, a label stands on another, or (minor, or not `all_of_them`) is left out.
    """
    taken: list[BaseGeometry] = []
    labels = []
    for zone in sorted(zones, key=lambda shown: (shown.minor, shown.geometry.area, shown.zone_id)):
        width_m = len(zone.label) * SIGN_PART * height_m
        places = _places(zone.geometry, taken, width_m, height_m)
        free = next((p for p in places if not _hits(_box(p, width_m, height_m), taken)), None)
        if free is None and (zone.minor or not all_of_them):
            continue
        point = free or _widest(zone.geometry, height_m)
        taken.append(_box(point, width_m, height_m))
        labels.append(Label(zone.label, *point))
    return tuple(sorted(labels, key=lambda label: label.words))


def place_names(
    shapes: Sequence[Shown], ids: Sequence[Label], id_height_m: float, height_m: float
) -> tuple[Label, ...]:
    """Place the names of ground, each once, off the zones, the ids and each other.

    The largest ground of a name goes first. A name may reach out over the edge of its ground, never with
    more than half of itself; one that fits nowhere is left out.
    """
    taken = [_box((one.x, one.y), len(one.words) * SIGN_PART * id_height_m, id_height_m) for one in ids]
    taken += [one.geometry for one in shapes if one.zone_id]
    named = sorted((one for one in shapes if one.name), key=lambda one: (-one.geometry.area, one.name))
    labels: dict[str, Label] = {}
    for shown in named:
        width_m = len(shown.name) * SIGN_PART * height_m
        if shown.name in labels or len(shown.name) > LONGEST_NAME:
            continue
        point = _widest(shown.geometry, height_m)
        box = _box(point, width_m, height_m)
        if shown.geometry.intersection(box).area > box.area * WITHIN and not _hits(box, taken):
            taken.append(box)
            labels[shown.name] = Label(shown.name, *point)
    return tuple(sorted(labels.values(), key=lambda label: label.words))


def _places(
    zone: BaseGeometry, taken: list[BaseGeometry], width_m: float, height_m: float
) -> Iterator[tuple[float, float]]:
    """Yield points in the order of liking: the widest part, the widest that is free, then beside it."""
    x, y = _widest(zone, height_m)
    yield x, y
    near = [box for box in taken if box.intersects(zone)]
    if near:
        margin_m = width_m / 2
        free = shapely.difference(zone, shapely.union_all([box.buffer(margin_m) for box in near]))
        if not free.is_empty:
            yield _widest(free, height_m)
    for across, up in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        yield x + across * width_m * ROOM * 0.8, y + up * height_m * ROOM


def _widest(ground: BaseGeometry, height_m: float) -> tuple[float, float]:
    """Return the middle of the largest circle within a zone."""
    part = max(shapely.get_parts(ground), key=lambda polygon: polygon.area)
    circle = shapely.maximum_inscribed_circle(part, tolerance=FINE * height_m)
    x, y = shapely.get_coordinates(circle)[0]
    return float(x), float(y)


def _box(point: tuple[float, float], width_m: float, height_m: float) -> BaseGeometry:
    half = np.array([width_m, height_m]) * ROOM / 2
    return shapely.box(*(point - half), *(point + half))


def _hits(box: BaseGeometry, taken: list[BaseGeometry]) -> bool:
    return any(box.intersects(other) for other in taken)
