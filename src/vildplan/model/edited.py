"""Zones as somebody drew them: what an edited file holds, and what became of each zone."""

from dataclasses import dataclass
from enum import StrEnum

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Text


@dataclass(frozen=True, eq=False)
class EditedZone:
    """One polygon of an edited file, in metres of the plan's CRS on the 1 mm grid.

    `place` is how a person finds it in the file. `id`, `name`, `type` (a key of the catalogue) and `note`
    are what its columns say; empty where they say nothing.
    """

    place: Text
    geometry: BaseGeometry
    id: str = ""
    name: str = ""
    type: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False)
class EditedFile:
    """An edited file: its name and fingerprint, the CRS it was in, its zones, and what was found."""

    name: str
    sha256: str
    crs: str
    zones: tuple[EditedZone, ...]
    findings: tuple[Finding, ...]


class Fate(StrEnum):
    """What became of a zone."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    NEW = "new"
    REMOVED = "removed"


@dataclass(frozen=True)
class Change:
    """One zone before and after: `before_m2` is 0 for a new one, `after_m2` for one that is gone.

    `common_m2` lies in both. `origin` is the zone that a split-off part was part of, or the one that has
    taken over most of a removed zone, else empty; `type_before` and `type_after` are keys of the
    catalogue, empty where there is no zone.
    """

    id: str
    fate: Fate
    before_m2: float
    after_m2: float
    common_m2: float
    type_before: str = ""
    type_after: str = ""
    origin: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False)
class AdjustedZone:
    """One zone of the edited plan: its id in the plan, its type and the name somebody gave it, if any."""

    id: str
    type: str
    name: str
    geometry: BaseGeometry


@dataclass(frozen=True, eq=False)
class Adjustment:
    """The zones of an edited plan with their ids, in the order of these, and what changed by zone.

    `findings` tell what was cut off.
    """

    zones: tuple[AdjustedZone, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Figures:
    """What a plan comes to: zones, m2, share (0 to 1), hours and kroner a year, gap in %.

    The kroner are those of whoever mows: a contractor's price where he does or nobody said who, else wages.
    """

    zones: int
    zones_m2: float
    share: float
    hours: float | None = None
    kr: float | None = None
    gap_percent: float | None = None


@dataclass(frozen=True)
class Version:
    """One adjustment of a plan: its number among the plan's versions, its day (ISO), why, from which file.

    `sha256` is the fingerprint of the file; `before` and `after` are what the plan came to. `findings` are
    about the file: how it was read, and what was cut off.
    """

    number: int
    date: str
    reason: str
    file: str
    sha256: str
    before: Figures
    after: Figures
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...] = ()
