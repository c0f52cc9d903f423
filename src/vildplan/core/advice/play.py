"""What children can reach from a playground: the plan's lists are safe there, what stands may not be."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import PLAYGROUND, Surroundings, each, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

WITHIN = "planting.play_near"
# Types where something is planted or sown, or stands already; of a lawn that only grows nothing is chosen.
PLANTED = ("blomstereng", "krat", "haek_vild", "staudebed", "regnbed", "vandhul", "frugtlund", "laeringshave")


def planting_near_play(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Name zones in reach of a playground: what stands must be checked, what is planted be safe."""
    grounds = [one.geometry for one in around.found.inventory.pieces if one.surface == PLAYGROUND]
    planted = [zone for zone in zones if zone.type in PLANTED]
    rows = [*around.closer(planted, grounds, around.found.catalogue.planting[WITHIN].number)]
    yield from _standing([row for row in rows if _stands(row[0], around)])
    yield from _new([row for row in rows if not _stands(row[0], around)])


def _stands(zone: Zone, around: Surroundings) -> bool:
    """Tell whether its plants are there today: whatever is not mown now."""
    surface = around.found.catalogue.surfaces.get(zone.surface_today)
    return surface is not None and not surface.mown


def _standing(rows: Sequence[tuple[Zone, float]]) -> Iterator[Finding]:
    if rows:
        yield finding(
            [zone for zone, _ in rows], Severity.NOTE,
            text("Hække, buske eller bede tæt på legepladsen ({metres}) får lov at blomstre og sætte bær. "
                 "Kortet siger ikke, hvad der vokser i dem.",
                 "Hedges, shrubs or beds near the playground ({metres}) are left to flower and bear berries. "
                 "The map does not say what grows in them.", metres=each(rows)),
            text("Se efter taks, guldregn, kvalkved, tørst, benved, gedeblad, fingerbøl og liljekonval, og "
                 "fjern det, børn kan nå. Spørg Giftlinjen ved tvivl. Kilder: landbrug-ph.dk og illvid.dk om "
                 "giftige planter.",
                 "Look for yew, laburnum, guelder rose, alder buckthorn, spindle, honeysuckle, foxglove and "
                 "lily of the valley, and remove what children can reach. Ask Giftlinjen (the Danish poison "
                 "line) when in doubt. Sources: landbrug-ph.dk and illvid.dk on poisonous plants."),
        )  # fmt: skip


def _new(rows: Sequence[tuple[Zone, float]]) -> Iterator[Finding]:
    if rows:
        yield finding(
            [zone for zone, _ in rows], Severity.NOTE,
            text("Nye planter tæt på legepladsen ({metres}). Planens planteliste er uden de giftige her.",
                 "New plants near the playground ({metres}). The plan's plant list leaves out the poisonous "
                 "ones here.", metres=each(rows)),
            text("Hold jer til listen, også når der skal plantes efter. Kilder: landbrug-ph.dk og illvid.dk "
                 "om giftige planter.",
                 "Keep to the list, also when plants are replaced. Sources: landbrug-ph.dk and illvid.dk on "
                 "poisonous plants."),
        )  # fmt: skip
