"""The land that zones are found on: its pieces, its neighbours, and what people hold back of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text
from vildplan.geometry.morphology import joined, kept_clear, merged
from vildplan.geometry.pointing import pointed_out
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.model.admission import admitted
from vildplan.model.catalogue import Catalogue, Clearance, SurfaceClass
from vildplan.model.problem import Inventory, LeftOut, Piece
from vildplan.model.wishes import Base, Wishes

OUTSIDE_BASE, KEPT, KEPT_CLASS = "outside_base", "kept", "kept_class"
DRAWN_CLEARANCE, BORDER_STRIP = "drawn_clearance", "border_strip"


@dataclass(frozen=True, eq=False)
class Held:
    """Ground that no zone of any type may take, and why; `beds` is the part where beds stay as well."""

    key: str
    reason: Text
    ground: BaseGeometry
    beds: BaseGeometry = EMPTY


@dataclass(frozen=True, eq=False)
class Land:
    """The pieces with their classes, and the ground of every neighbour group (its polygons, not merged)."""

    pieces: tuple[Piece, ...]
    groups: Mapping[str, BaseGeometry]
    catalogue: Catalogue
    held: tuple[Held, ...]

    def row(self, piece: Piece) -> SurfaceClass:
        """Return the class of a piece."""
        return self.catalogue.surfaces[piece.surface]

    def types(self, piece: Piece) -> tuple[str, ...]:
        """Return the types that may lie on a piece."""
        return admitted(piece.surface, piece.site, self.catalogue)

    def union(self, pieces: Iterable[Piece]) -> BaseGeometry:
        """Return the ground of some pieces."""
        return merged([part for piece in pieces for part in parts_of(piece.geometry)])


def groups_of(inventory: Inventory, catalogue: Catalogue) -> dict[str, BaseGeometry]:
    """Return the ground of every neighbour group."""
    shapes: dict[str, list[BaseGeometry]] = {}
    for piece in inventory.pieces:
        shapes.setdefault(catalogue.surfaces[piece.surface].group, []).extend(parts_of(piece.geometry))
    return {group: as_one(members) for group, members in shapes.items()}


def blocked(zone_type: str, land: Land) -> list[tuple[str, Text, BaseGeometry]]:
    """Return the ground that each clearance of a type takes: (rule, reason, ground)."""
    return [
        (
            clearance.key,
            text("{m:m}: {why}", "{m:m}: {why}", m=clearance.distance_m.number, why=clearance.reason),
            _around(clearance, land),
        )
        for clearance in land.catalogue.clearances_of(zone_type)
        if clearance.group in land.groups
    ]  # fmt: skip


def _around(clearance: Clearance, land: Land) -> BaseGeometry:
    """The ground too near to some neighbours; less round those known to be without what it guards against."""
    metres = clearance.distance_m.number
    own = [piece for piece in land.pieces if land.row(piece).group == clearance.group]
    nearer = [piece for piece in own if clearance.from_neighbour(piece.site) != metres]
    if not nearer:
        return kept_clear(land.groups[clearance.group], metres)
    return joined([
        kept_clear(piece.geometry, clearance.from_neighbour(piece.site)) for piece in own
    ])  # fmt: skip


def held_back(inventory: Inventory, wishes: Wishes, catalogue: Catalogue) -> Iterator[Held]:
    """The land beyond the base, and all that people insist on keeping as it is or clear of zones."""
    wish = wishes.insisted
    if inventory.own_base is not None:
        # A share never counts what lies outside the land that it is a share of.
        outside = kept_clear(inventory.own_base.outside, 0.0)
        beyond = text("ligger uden for grundlaget (--base)", "lies outside the base (--base)")
        yield Held(OUTSIDE_BASE, beyond, outside, outside)
    if wishes.base is Base.GREEN:
        grey = [
            piece.geometry for piece in inventory.pieces
            if not catalogue.surfaces[piece.surface].in_green
            and admitted(piece.surface, piece.site, catalogue)
        ]  # fmt: skip
        paved = text("er ikke grønt areal (--base green)", "is no green area (--base green)")
        yield Held(OUTSIDE_BASE, paved, joined(grey), joined(grey))
    by_class = [piece.geometry for piece in inventory.pieces if piece.surface in wish.keep_classes]
    named = [(KEPT, "--keep", pointed_out(one, inventory)) for one in wish.keep]
    for key, option, ground in (*named, (KEPT_CLASS, "--keep-class", joined(by_class))):
        stays = text("skal blive, som det er ({option})", "shall stay as it is ({option})", option=option)
        yield Held(key, stays, kept_clear(ground, 0.0), ground)
    for one in wish.clear:
        away = text("{m:m} fra {said} (--clearance)", "{m:m} from {said} (--clearance)",
                    m=one.distance_m, said=one.said)  # fmt: skip
        yield Held(DRAWN_CLEARANCE, away, kept_clear(one.geometry, one.distance_m))
    if wish.border_strip_m > 0:
        strip = text("{m:m} til naboen (--border-strip)", "{m:m} to the neighbour (--border-strip)",
                     m=wish.border_strip_m)  # fmt: skip
        rings = [shapely.get_exterior_ring(part) for part in parts_of(inventory.outline)]
        yield Held(BORDER_STRIP, strip, joined([kept_clear(r, wish.border_strip_m) for r in rings]))


def for_few_zones(given_up: Sequence[BaseGeometry]) -> Iterator[Held]:
    """Hold back ground that is given up so that the zones are not too many."""
    few = text("gives op, så zonerne ikke bliver for mange (--max-zones)",
               "is given up so that the zones are not too many (--max-zones)")  # fmt: skip
    for ground in given_up:
        yield Held("most_zones", few, ground, ground)


def left_out(
    piece: Piece, rule: str, reason: Text, ground: BaseGeometry, zone_type: str = ""
) -> LeftOut:
    """Return ground of a piece that a rule takes."""
    return LeftOut(piece.area_id, piece.surface, rule, reason, ground, zone_type)
