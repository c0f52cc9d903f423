"""The land as the rules see it: pieces by place and by neighbour group, and how a breach is named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, few, text
from vildplan.geometry.morphology import merged, overlap
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.catalogue import SurfaceClass
from vildplan.model.plan import Zone
from vildplan.model.problem import Found, Piece


@dataclass(frozen=True, eq=False)
class Land:
    """What is found of the department, with a search tree over its pieces."""

    found: Found

    @cached_property
    def shapes(self) -> NDArray[np.object_]:
        """The ground of each piece."""
        return np.array([piece.geometry for piece in self.found.inventory.pieces], dtype=object)

    @cached_property
    def tree(self) -> STRtree:
        """The search tree over the pieces."""
        return STRtree(self.shapes)

    @cached_property
    def called(self) -> dict[str, str]:
        """What each area is called."""
        return {area.id: area.called for area in self.found.department.areas}

    def row(self, piece: Piece) -> SurfaceClass:
        """Return the class of a piece."""
        return self.found.catalogue.surfaces[piece.surface]

    def near(self, ground: BaseGeometry, within_m: float = 0.0) -> list[Piece]:
        """Return the pieces no farther than `within_m` from some ground."""
        hits = self.tree.query(ground, predicate="dwithin", distance=within_m)
        return [self.found.inventory.pieces[k] for k in sorted(hits)]

    def where(self, test: Callable[[SurfaceClass], bool]) -> BaseGeometry:
        """Return the ground of all classes that pass a test."""
        own = [piece for piece in self.found.inventory.pieces if test(self.row(piece))]
        return merged([part for piece in own for part in parts_of(piece.geometry)])

    def under(self, ground: BaseGeometry) -> list[tuple[Piece, BaseGeometry]]:
        """Return each piece under some ground, with what of it lies there."""
        pairs = [(piece, overlap(piece.geometry, ground)) for piece in self.near(ground)]
        return [(piece, common) for piece, common in pairs if not common.is_empty]

    def names(self, pieces: Iterable[Piece]) -> Text:
        """Name areas, each once; ground that no area describes is called so."""
        ids = dict.fromkeys(piece.area_id for piece in pieces)
        named = [self.called.get(key, key) for key in ids if key]
        nameless = text("jord, som intet areal beskriver", "ground that no area describes")
        return few(named) if named else nameless


def together(grounds: Sequence[BaseGeometry]) -> BaseGeometry:
    """Lay disjoint grounds together."""
    return as_one([part for ground in grounds for part in parts_of(ground)])


def at(zones: Sequence[Zone], ground: BaseGeometry) -> Text:
    """Name the place of a breach: zones, and the middle of its largest part in metres of the plan's CRS."""
    largest = max(parts_of(ground), key=lambda part: part.area)
    point = shapely.point_on_surface(largest)
    return text(
        "{zones} (øst {x}, nord {y})", "{zones} (east {x}, north {y})",
        zones=", ".join(zone.id for zone in zones), x=f"{point.x:.0f}", y=f"{point.y:.0f}",
    )  # fmt: skip


def warning(place: Text, sentence: Text, advice: Text) -> Finding:
    """Return a finding that a person should act on."""
    return Finding(place, Severity.WARNING, sentence, advice)
