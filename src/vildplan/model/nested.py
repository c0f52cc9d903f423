"""The ground from the first square metre to the last: nested outlines, and what they come to on the cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from vildplan.model.problem import Floats


@dataclass(frozen=True, eq=False)
class Outline:
    """All ground that is wild at one share of the convertible ground; a sketch, not yet zones.

    `geometry` holds the whole units too, `area_m2` of ground in all, in `patches` places that are large
    enough for a zone. `node_share` (n) is how much of each node it takes.
    """

    share: float
    area_m2: float
    patches: int
    geometry: BaseGeometry
    node_share: Floats


@dataclass(frozen=True, eq=False)
class NestedGround:
    """Outlines that each lie in the next, and the ground by the type that suits it best."""

    outlines: tuple[Outline, ...]
    by_type: Mapping[str, BaseGeometry]


@dataclass(frozen=True)
class OnTheCells:
    """What an outline comes to by the cells alone: hours and kroner of care a year, and mown lawn left (m2).

    Kroner are those that whoever mows is paid.
    """

    hours: float
    kr: float
    mown_m2: float


@dataclass(frozen=True)
class ZonePart:
    """What one zone has a part in: the change of the hours a year, kroner to begin, what is paid a year.

    `year_kr` is the mean of ten years; `mown_m2` of the zone is mown today. Worked out line by line, as if
    it were the last zone to come. `beside` are the zones that it shares an edge with on mown ground (id,
    hours, kroner a year): without it, those that stay get a frame there.
    """

    hours_before: float
    hours_after: float
    begin_kr: float
    year_kr: float
    mown_m2: float
    beside: tuple[tuple[str, float, float], ...] = ()
