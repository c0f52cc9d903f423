"""What may become wild, type by type, once clearances, the play lawn and frames are taken."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.ground.explained import Taken, explained, explained_plots, never
from vildplan.core.ground.land import Land, blocked, for_few_zones, groups_of, held_back
from vildplan.core.ground.units import ground_of, plots_of, units_of
from vildplan.errors import Finding
from vildplan.geometry.frames import Lawns, mown_with_the_frame
from vildplan.geometry.morphology import (
    joined,
    kept_clear,
    larger_than,
    minus,
    on_grid,
    overlap,
    tidied,
    without_narrow,
)
from vildplan.geometry.playlawn import find_play_lawn
from vildplan.geometry.pointing import pointed_out
from vildplan.geometry.polygons import EMPTY, as_one, parts_of
from vildplan.model.admission import is_plot, lawn_types
from vildplan.model.catalogue import Catalogue, ZoneType
from vildplan.model.problem import Ground, Inventory, Piece
from vildplan.model.wishes import Wishes

LAWN = "lawn"
# Some of what may be trimmed by hand is left for the outlines, which are not drawn yet.
NOOK_SHARE = 0.7


def find_ground(
    inventory: Inventory, wishes: Wishes, catalogue: Catalogue, given_up: Sequence[BaseGeometry] = ()
) -> Ground:
    """Take clearances, the play lawn and what is too narrow from all that could be converted.

    What is `given_up` is held back so that the zones are not too many.
    """
    held = [*held_back(inventory, wishes, catalogue), *for_few_zones(given_up)]
    held = [one for one in held if not one.ground.is_empty]
    land = Land(inventory.pieces, groups_of(inventory, catalogue), catalogue, tuple(held))
    lawns = [p for p in land.pieces if lawn_types(p.surface, p.site, catalogue)]
    beds = [p for p in land.pieces if land.row(p).whole and land.types(p)]
    plots = [p for p in land.pieces if is_plot(p.surface, p.site, catalogue)]
    play_lawn, findings = _play_lawn(land, wishes)
    cut = plots_of(plots, land, play_lawn)
    by_type, frames = _less_frames(_by_type(lawns, land, play_lawn), ground_of(cut), land)
    cut = [plot.less(frames, catalogue) for plot in cut]
    # The first type keeps least distance; the ground of all others lies in its own.
    open_ground = next(iter(by_type.values()), EMPTY)
    units, refused = units_of(beds, land)
    units += [unit for plot in cut for unit in plot.units()]
    wild = joined([pointed_out(one, inventory) for one in wishes.insisted.include])
    taken = Taken(play_lawn, frames)
    left = [*never(land), *refused, *explained(lawns, land, taken, open_ground)]
    left += explained_plots(cut, land, taken)
    return Ground(
        by_type=by_type,
        open=open_ground,
        units=tuple(units),
        left_out=tuple(left),
        mown=land.union(p for p in land.pieces if land.row(p).mown),
        play_lawn=play_lawn,
        convertible_m2=open_ground.area + sum(unit.geometry.area for unit in units),
        findings=tuple(findings),
        included=overlap(open_ground, wild) if not wild.is_empty else EMPTY,
        included_units=tuple(k for k, unit in enumerate(units) if _mostly(unit.geometry, wild)),
    )


def _mostly(unit: BaseGeometry, ground: BaseGeometry) -> bool:
    if ground.is_empty or not shapely.intersects(unit, ground):
        return False
    return bool(overlap(unit, ground).area >= unit.area / 2)


def _by_type(
    lawns: list[Piece], land: Land, play_lawn: BaseGeometry
) -> dict[str, BaseGeometry]:
    """The ground of each type: types that keep the same distances share one, with the first one's sizes."""
    families: dict[tuple[tuple[str, float], ...], list[ZoneType]] = {}
    wanted = {key for piece in lawns for key in land.types(piece)}
    for kind in land.catalogue.zone_types.values():
        if kind.key in wanted:
            kept = ((c.group, c.distance_m.number) for c in land.catalogue.clearances_of(kind.key))
            families.setdefault(tuple(sorted(kept)), []).append(kind)
    out = dict.fromkeys(land.catalogue.zone_types, EMPTY)
    known: list[BaseGeometry] = []
    joined_lawns: dict[tuple[int, ...], BaseGeometry] = {}
    for kinds in families.values():
        keys = {kind.key for kind in kinds}
        may = tuple(k for k, p in enumerate(lawns) if not keys.isdisjoint(land.types(p)))
        if may not in joined_lawns:
            # On the grid, where hairs between neighbours close: an opening would make slits of them.
            joined_lawns[may] = on_grid(land.union(lawns[k] for k in may))
        ground = _ground_of(kinds, joined_lawns[may], land, play_lawn, known[0] if known else None)
        known.append(ground)
        out |= {kind.key: ground for kind in kinds}
    return out


def _ground_of(
    kinds: list[ZoneType], lawn: BaseGeometry, land: Land, play_lawn: BaseGeometry,
    widest: BaseGeometry | None,
) -> BaseGeometry:  # fmt: skip
    """The lawn where a family of types may stand: wide and large enough once all clearances are kept."""
    held = [kept_clear(play_lawn, 0.0), *(one.ground for one in land.held)]
    taken = [*held, *(b for _, _, b in blocked(kinds[0].key, land))]
    free = minus(lawn, joined(taken))
    if widest is not None:
        free = overlap(free, widest)
    corner_m2 = 0.9 * land.catalogue.width_tolerance_m2(kinds[0])
    wide = without_narrow(free, kinds[0].min_width_m.number, corner_m2)
    return larger_than(on_grid(tidied(wide, lawn)), kinds[0].min_area_m2.number)


def _less_frames(
    by_type: Mapping[str, BaseGeometry], plots: BaseGeometry, land: Land
) -> tuple[dict[str, BaseGeometry], BaseGeometry]:
    """Take what a mower must cross to cover the lawn beside the ground; also return all of that."""
    catalogue = land.catalogue
    rows = [(piece.geometry, land.row(piece), piece.area_id) for piece in land.pieces]
    lawns = Lawns(
        [shape for shape, row, _ in rows if row.mown],
        [shape for shape, row, _ in rows if row.drivable],
        [shape for shape, row, known in rows if known and not row.mown and not row.drivable],
    )
    open_ground = next(iter(by_type.values()), EMPTY)
    wild = open_ground if plots.is_empty else joined([open_ground, plots])
    frames = mown_with_the_frame(
        wild, lawns, catalogue.rule("mower_width_m"), NOOK_SHARE * catalogue.rule("hand_trim_m2")
    )
    known: dict[int, BaseGeometry] = {}
    for key, ground in by_type.items():
        if id(ground) not in known:
            widest = next(iter(known.values()), None)
            known[id(ground)] = _less(ground, frames, widest, catalogue.zone_types[key], catalogue)
    return {key: known[id(ground)] for key, ground in by_type.items()}, frames


def _less(
    ground: BaseGeometry, frames: BaseGeometry, widest: BaseGeometry | None, kind: ZoneType,
    catalogue: Catalogue,
) -> BaseGeometry:  # fmt: skip
    """Take frames from the ground of a type; what is left is wide and large enough again."""
    parts = np.array(parts_of(ground), dtype=object)
    near = shapely.intersects(parts, frames)
    if not near.any():
        return ground
    free = minus(as_one(list(parts[near])), frames)
    if widest is not None:
        free = overlap(free, widest)
    corner_m2 = 0.9 * catalogue.width_tolerance_m2(kind)
    wide = tidied(without_narrow(free, kind.min_width_m.number, corner_m2), free)
    large = larger_than(on_grid(wide), kind.min_area_m2.number)
    return as_one([*parts[~near], *parts_of(large)])


def _play_lawn(land: Land, wishes: Wishes) -> tuple[BaseGeometry, list[Finding]]:
    """Hold one lawn for play, as near to a playground (else to the houses) as it can lie."""
    if wishes.play_lawn_m2 <= 0:
        return EMPTY, []
    lawns = land.union(
        p for p in land.pieces
        if land.row(p).mown and land.row(p).group == LAWN and p.site.zone_type is None
    )  # fmt: skip
    drawn = wishes.insisted.play_lawn
    if drawn is not None:
        return overlap(lawns, drawn.geometry), []
    width_m = land.catalogue.rule("play_lawn_width_m")
    wish = land.groups.get("play") or land.groups.get("facade") or as_one([])
    found = find_play_lawn(lawns, wishes.play_lawn_m2, width_m, wish)
    return found.ground, list(found.findings)
