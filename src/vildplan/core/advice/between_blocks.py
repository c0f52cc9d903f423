"""Long grass between blocks: it looks forgotten without a frame, a path, a sign and hay that goes away."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from vildplan.core.advice.surroundings import PATH, Surroundings, each, finding, measured, told_m
from vildplan.errors import Finding, Severity, Text, text
from vildplan.model.plan import Zone

LONG_GRASS = ("slaaeng", "blomstereng", "skraaning", "naturgraes")
ROUGH = "naturgraes"
# Two facades stand on either side where the ways to them are turned 120 degrees or more.
OPPOSITE = -0.5

# Zones, with the metres to the nearer and the farther facade.
Rows = Sequence[tuple[Zone, tuple[float, float]]]


def long_grass_between_blocks(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Tell what long grass between blocks needs, and warn where the plan or the land lacks it."""
    between = [
        (zone, sides)
        for zone in zones
        if zone.type in LONG_GRASS and (sides := _facades_m(zone, around)) is not None
    ]
    with_path = _with_path([zone for zone, _ in between], around)
    rough = [row for row in between if row[0].type == ROUGH]
    no_path = [row for row in between if row[0].type != ROUGH and row[0].id not in with_path]
    fine = [row for row in between if row[0].type != ROUGH and row[0].id in with_path]
    if rough:
        yield _rough_grass(rough, around)
    if no_path:
        yield _without_path(no_path, around)
    if fine:
        yield _keep_all(fine, around)


def _source(around: Surroundings) -> Text:
    return text(
        "Kilde: AlmenNet 2023, hvor uklippede plæner mellem blokke i Nordjylland lignede forsømte plæner; at "
        "{m:m} er tæt på, er en antagelse.",
        "Source: AlmenNet 2023, where unmown lawns between blocks in Nordjylland looked like neglected "
        "lawns; that {m:m} is near is an assumption.", m=around.value("between_blocks_m").number,
    )  # fmt: skip


def _facades_m(zone: Zone, around: Surroundings) -> tuple[float, float] | None:
    """The metres to the nearest two facades on either side of a zone; None where it lies open."""
    within_m = around.value("between_blocks_m").number
    blocks = around.near(zone, around.blocks, within_m)
    if not blocks:
        return None
    walls = [wall for block in blocks for wall in _walls(block)]
    ways = shapely.shortest_line(zone.geometry, np.array(walls, dtype=object))
    length = shapely.length(ways)
    ways, length = ways[(length > 0) & (length <= within_m)], length[(length > 0) & (length <= within_m)]
    if not len(ways):
        return None
    ends = shapely.get_coordinates(ways).reshape(-1, 2, 2)
    aim = (ends[:, 1] - ends[:, 0]) / length[:, None]
    pairs = np.argwhere(np.triu(aim @ aim.T <= OPPOSITE))
    if not len(pairs):
        return None
    best = min(pairs, key=lambda pair: (round(float(length[pair].max()), 3), float(length[pair].sum())))
    near, far = sorted(told_m(float(length[k])) for k in best)
    return near, far


def _walls(block: shapely.Polygon) -> list[shapely.LineString]:
    """The straight walls of a block, outer ones and those of its courtyards."""
    corners = [shapely.get_coordinates(ring)[:-1] for ring in (block.exterior, *block.interiors)]
    ends = np.concatenate([np.stack([ring, np.roll(ring, -1, axis=0)], axis=1) for ring in corners])
    return [*shapely.linestrings(ends)]


def _with_path(zones: Sequence[Zone], around: Surroundings) -> set[str]:
    near = around.closer(zones, around.grounds(PATH), around.value("path_near_m").number)
    return {zone.id for zone, _ in near}


def _sides(rows: Rows) -> Text:
    return measured([
        (zone, text("{near:m} og {far:m}", "{near:m} and {far:m}", near=near, far=far))
        for zone, (near, far) in rows
    ])  # fmt: skip


def _rough_grass(rows: Rows, around: Surroundings) -> Finding:
    return finding(
        [zone for zone, _ in rows], Severity.WARNING,
        text("Naturgræs mellem blokke, med facader på to sider ({sides}). Det får få blomster og ligner let "
             "en plæne, som ingen passer; det hører hjemme i udkanten.",
             "Rough grass between blocks, with facades on two sides ({sides}). It has few flowers and easily "
             "looks like a lawn that nobody looks after; it belongs at the outskirts.", sides=_sides(rows)),
        text("Gør det til slåeng: ramme, sti, skilt, og høet køres væk. {source}",
             "Make it a hay meadow: frame, path, sign, and the hay is taken away. {source}",
             source=_source(around)),
    )  # fmt: skip


def _without_path(rows: Rows, around: Surroundings) -> Finding:
    zones = [zone for zone, _ in rows]
    paths = shapely.union_all(around.grounds(PATH))
    away = [(zone, told_m(float(shapely.distance(zone.geometry, paths)))) for zone in zones]
    nearest = (
        text("Der er ingen sti på kortet.", "There is no path on the map.") if paths.is_empty
        else text("Nærmeste sti: {away}.", "Nearest path: {away}.", away=each(away))
    )  # fmt: skip
    return finding(
        zones, Severity.WARNING,
        text("Langt græs mellem blokke, med facader på to sider ({sides}), og ingen sti ved. {nearest}",
             "Long grass between blocks, with facades on two sides ({sides}), and no path beside it. "
             "{nearest}",
             sides=_sides(rows), nearest=nearest),
        text("Klip en sti igennem eller langs med. Rammen, skiltet og høslettet er med i planen; "
             "spar dem ikke væk. {source}",
             "Mow a path through it or along it. The frame, the sign and the hay cut are in the plan; "
             "do not save on them. {source}", source=_source(around)),
    )  # fmt: skip


def _keep_all(rows: Rows, around: Surroundings) -> Finding:
    return finding(
        [zone for zone, _ in rows], Severity.NOTE,
        text("Langt græs mellem blokke, med facader på to sider ({sides}). Det ser kun passet ud med klippet "
             "ramme, sti, skilt og hø, der køres væk.",
             "Long grass between blocks, with facades on two sides ({sides}). It looks cared for only with a "
             "mown frame, a path, a sign, and hay that is taken away.", sides=_sides(rows)),
        text("Stien er der, og resten er med i planens timer og kroner; spar det ikke væk. {source}",
             "The path is there, and the rest is in the plan's hours and kroner; do not save on it. {source}",
             source=_source(around)),
    )  # fmt: skip
