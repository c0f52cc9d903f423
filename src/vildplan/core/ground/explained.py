"""Why the ground that stays as it is does so: each square metre has the first rule that takes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from vildplan.core.ground.land import Land, blocked, left_out
from vildplan.core.ground.units import CRUMB_M2, Plot, too_small
from vildplan.errors import Text, text
from vildplan.geometry.morphology import kept_clear, larger_than, minus, overlap
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.admission import why_none
from vildplan.model.catalogue import ZoneType
from vildplan.model.problem import LeftOut, Piece

FRAME, SITE = "frame", "site"
# What no other rule takes so near a frame is left over from it.
BESIDE_M = 0.25


@dataclass(frozen=True, eq=False)
class _Rule:
    """A rule that takes ground, as disjoint polygons in a search tree."""

    key: str
    reason: Text
    parts: list[BaseGeometry]
    tree: STRtree

    def near(self, ground: BaseGeometry) -> BaseGeometry:
        """Return what of the rule's ground lies near some other ground."""
        return as_one([self.parts[k] for k in sorted(self.tree.query(ground, predicate="intersects"))])


@dataclass(frozen=True, eq=False)
class Taken:
    """What is taken whatever the type: the play lawn, and the frames that are mown."""

    play_lawn: BaseGeometry
    frames: BaseGeometry


def never(land: Land) -> list[LeftOut]:
    """Ground of a class that is never converted, that is wild already, or where the facts allow no type."""
    out: list[LeftOut] = []
    for piece in land.pieces:
        row = land.row(piece)
        if row.wild_today:
            reason = text("er vildt i dag", "is wild today")
            out.append(left_out(piece, "wild_today", reason, piece.geometry))
        elif not land.types(piece):
            reason = why_none(piece.surface, piece.site, land.catalogue)
            out.append(left_out(piece, SITE if row.convertible_to else "class", reason, piece.geometry))
    return out


def explained(
    lawns: list[Piece], land: Land, taken: Taken, open_ground: BaseGeometry
) -> list[LeftOut]:
    """Give each m2 of lawn that stays the first rule that takes it, by the least strict type."""
    if not lawns:
        return []
    kind = next(iter(land.catalogue.zone_types.values()))
    rules = list(_rules(kind, land, taken))
    convertible = _rule("", text("", ""), open_ground)
    out: list[LeftOut] = []
    for piece in lawns:
        # The convertible part is measured the same way where it is published, so the two fit exactly.
        left = minus(piece.geometry, overlap(piece.geometry, convertible.near(piece.geometry)))
        out += _by_rule(piece, left, rules, kind)
    return out


def explained_plots(plots: Iterable[Plot], land: Land, taken: Taken) -> Iterator[LeftOut]:
    """Give each m2 of a plot that stays the first rule of its own type that takes it."""
    known: dict[str, list[_Rule]] = {}
    for plot in plots:
        key = plot.kind.key
        if key not in known:
            known[key] = list(_rules(plot.kind, land, taken))
        left = minus(plot.piece.geometry, as_one(list(plot.parts)))
        yield from _by_rule(plot.piece, left, known[key], plot.kind, of_type=key)


def _rules(kind: ZoneType, land: Land, taken: Taken) -> Iterator[_Rule]:
    held = text("holdes som klippet plæne til leg", "is kept as a mown play lawn")
    first = [*((one.key, one.reason, one.ground) for one in land.held), ("play_lawn", held, taken.play_lawn)]
    mown = text("klippes, så klipperen kan nå plænen ved siden af",
                "is mown so that the mower can cover the lawn beside it")  # fmt: skip
    last = (FRAME, mown, kept_clear(taken.frames, BESIDE_M))
    for key, reason, ground in (*first, *blocked(kind.key, land), last):
        yield _rule(key, reason, ground)


def _by_rule(
    piece: Piece, left: BaseGeometry, rules: list[_Rule], kind: ZoneType, of_type: str = ""
) -> Iterator[LeftOut]:
    for rule in rules:
        ground = rule.near(left)
        taken = larger_than(overlap(left, ground), CRUMB_M2) if not ground.is_empty else ground
        if not taken.is_empty:
            yield left_out(piece, rule.key, rule.reason, taken, of_type)
            left = minus(left, ground)
    left = larger_than(left, CRUMB_M2)
    if left.area > CRUMB_M2:
        yield left_out(piece, "too_small", too_small(kind), left, of_type)


def _rule(key: str, reason: Text, ground: BaseGeometry) -> _Rule:
    parts = parts_of(ground)
    return _Rule(key, reason, parts, STRtree(parts))
