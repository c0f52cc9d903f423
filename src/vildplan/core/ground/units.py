"""Ground that is taken whole or not at all: beds and hedges as they stand, and plots cut from lawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.ground.land import Land, blocked, left_out
from vildplan.errors import Text, text
from vildplan.geometry.morphology import (
    joined,
    larger_than,
    merged,
    minus,
    on_grid,
    overlap,
    tidied,
    widest_breach_m2,
    without_narrow,
)
from vildplan.geometry.polygons import EMPTY, parts_of
from vildplan.model.catalogue import Catalogue, ZoneType
from vildplan.model.problem import LeftOut, Piece, WholeUnit

CRUMB_M2 = 0.005
NEARLY_WHOLE = 0.95
# Neighbours share an edge: what a centimetre along it comes to holds no bed.
HELD_UNIT_M2 = 0.05


def units_of(beds: list[Piece], land: Land) -> tuple[list[WholeUnit], list[LeftOut]]:
    """Beds, hedges and shrubs as they stand: each part whole, if it is large enough for a type."""
    units, refused, catalogue = [], [], land.catalogue
    for piece in beds:
        for part in parts_of(piece.geometry):
            holder = next((h for h in land.held if _overlaps(part, h.beds)), None)
            if holder is not None:
                refused.append(left_out(piece, holder.key, holder.reason, part))
                continue
            kinds = [catalogue.zone_types[key] for key in land.types(piece)]
            fits = ((kind, _as_zone(part, kind, catalogue)) for kind in kinds)
            kind, shape = next((fit for fit in fits if fit[1] is not None), (kinds[0], None))
            if shape is None:
                refused.append(left_out(piece, "too_small", too_small(kind), part))
                continue
            units.append(WholeUnit(piece.area_id, piece.surface, (kind.key,), shape, piece.site))
            corners = larger_than(minus(part, shape), CRUMB_M2)
            if not corners.is_empty:
                refused.append(left_out(piece, "too_small", too_small(kind), corners))
    return units, refused


def _as_zone(part: BaseGeometry, kind: ZoneType, catalogue: Catalogue) -> BaseGeometry | None:
    """The bed as a zone, its sharpest corners rounded; None where it is too small or too narrow.

    What stands is taken as it stands; its length is half its outline.
    """
    if kind.standing:
        long = kind.min_length_m is None or part.length / 2 >= kind.min_length_m.number
        return part if long and part.area >= kind.min_area_m2.number else None
    corner_m2 = 0.9 * catalogue.width_tolerance_m2(kind)
    if widest_breach_m2(part, kind.min_width_m.number, corner_m2) <= corner_m2:
        return part if part.area >= kind.min_area_m2.number else None
    shapes = parts_of(on_grid(without_narrow(part, kind.min_width_m.number, corner_m2)))
    large = [shape for shape in shapes if shape.area >= kind.min_area_m2.number]
    if len(large) != 1 or large[0].area < NEARLY_WHOLE * part.area:
        return None
    return large[0]


def too_small(kind: ZoneType) -> Text:
    """Say that something is too small or narrow for a type."""
    if kind.min_length_m is not None:
        return text(
            "for kort eller lille til {kind}: mindst {length:m} langt og {area:m2}",
            "too short or small for {kind}: at least {length:m} long and {area:m2}",
            kind=kind.name, length=kind.min_length_m.number, area=kind.min_area_m2.number,
        )  # fmt: skip
    if kind.standing:
        return text(
            "for lille til {kind}: mindst {area:m2}", "too small for {kind}: at least {area:m2}",
            kind=kind.name, area=kind.min_area_m2.number,
        )  # fmt: skip
    return text(
        "for småt eller smalt til {kind}: mindst {area:m2} og {width:m} bredt",
        "too small or narrow for {kind}: at least {area:m2} and {width:m} wide",
        kind=kind.name, area=kind.min_area_m2.number, width=kind.min_width_m.number,
    )  # fmt: skip


def _overlaps(part: BaseGeometry, ground: BaseGeometry) -> bool:
    return bool(shapely.intersects(part, ground)) and overlap(part, ground).area > HELD_UNIT_M2


@dataclass(frozen=True, eq=False)
class Plot:
    """What of a piece of lawn one type may take, whole or not at all: `parts` are zones of their own."""

    piece: Piece
    kind: ZoneType
    parts: tuple[BaseGeometry, ...]

    def less(self, frames: BaseGeometry, catalogue: Catalogue) -> "Plot":
        """Return it without the strips that a mower needs beside it."""
        if frames.is_empty or not any(shapely.intersects(part, frames) for part in self.parts):
            return self
        free = minus(joined(list(self.parts)), frames)
        return replace(self, parts=_sound(free, free, self.kind, catalogue))

    def units(self) -> list[WholeUnit]:
        """Return its parts as units of the choice."""
        return [
            WholeUnit(self.piece.area_id, self.piece.surface, (self.kind.key,), part, self.piece.site, True)
            for part in self.parts
        ]


def plots_of(pieces: Sequence[Piece], land: Land, play_lawn: BaseGeometry) -> list[Plot]:
    """Find on each piece what the first of its types that fits may take, once all distances are kept."""
    return [_plot(piece, land, play_lawn) for piece in pieces]


def _plot(piece: Piece, land: Land, play_lawn: BaseGeometry) -> Plot:
    kinds = [land.catalogue.zone_types[key] for key in land.types(piece)]
    for kind in kinds:
        taken = [play_lawn, *(one.ground for one in land.held), *(b for *_, b in blocked(kind.key, land))]
        near = [ground for ground in taken if shapely.intersects(ground, piece.geometry)]
        free = minus(piece.geometry, merged([part for ground in near for part in parts_of(ground)])) \
            if near else piece.geometry
        parts = _sound(free, piece.geometry, kind, land.catalogue)
        if parts:
            return Plot(piece, kind, parts)
    return Plot(piece, kinds[0], ())


def _sound(
    free: BaseGeometry, within: BaseGeometry, kind: ZoneType, catalogue: Catalogue
) -> tuple[BaseGeometry, ...]:
    """The parts of some ground that are wide and large enough for a type."""
    corner_m2 = 0.9 * catalogue.width_tolerance_m2(kind)
    wide = without_narrow(free, kind.min_width_m.number, corner_m2)
    large = larger_than(on_grid(tidied(wide, within)), kind.min_area_m2.number)
    return tuple(parts_of(large)) if not large.is_empty else ()


def ground_of(plots: Sequence[Plot]) -> BaseGeometry:
    """Return all that plots take."""
    parts = [part for plot in plots for part in plot.parts]
    return joined(parts) if parts else EMPTY
