"""A plan as its folder holds it, read back: what it was made from, and what was published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from shapely.geometry.base import BaseGeometry

from vildplan.model.area import Department
from vildplan.model.edited import EditedZone, Version
from vildplan.model.wishes import Drawn, Language, Wishes


@dataclass(frozen=True, eq=False)
class StoredZone:
    """One published zone; `geometry` in metres of the department's CRS, on the 1 mm grid.

    `phase` is the stage of the plan that it begins in, from 1.
    """

    id: str
    name: str
    type: str
    area_m2: float
    geometry: BaseGeometry
    phase: int = 1


@dataclass(frozen=True, eq=False)
class StoredPlan:
    """A plan folder: `folder` as typed, the inputs, the zones, and plan.toml as it stands in `record`.

    `own_values` are the numbers that the user put in place of the catalogue's. `changed_files` names
    the files that are no longer as the plan was written (by their fingerprint), `missing_files` those
    that are gone. `versions` are the adjustments that led to it, the first first.
    """

    folder: str
    department: Department
    wishes: Wishes
    language: Language
    own_values: Mapping[str, float | Mapping[str, float]]
    zones: tuple[StoredZone, ...]
    record: Mapping[str, Any]
    changed_files: tuple[str, ...] = ()
    missing_files: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()

    def wishes_without(self, zones: Sequence[StoredZone]) -> Wishes:
        """Return the plan's wishes with the ground of some of its zones kept as it is."""
        kept = tuple(Drawn(zone.id, zone.geometry) for zone in zones)
        insisted = replace(self.wishes.insisted, keep=(*self.wishes.insisted.keep, *kept))
        return replace(self.wishes, insisted=insisted)


@dataclass(frozen=True, eq=False)
class Edits:
    """What an adjustment starts from: the zones as drawn, and the plan's as they were.

    `highest` is the highest zone number that the plan and its history ever had. `default_type` is given
    to new zones that say no type; None: what fits best.
    """

    zones: tuple[EditedZone, ...]
    before: tuple[StoredZone, ...]
    highest: int = 0
    default_type: str | None = None

    @property
    def types(self) -> set[str]:
        """The types that somebody names."""
        return {zone.type for zone in self.zones} | ({self.default_type} if self.default_type else set())
