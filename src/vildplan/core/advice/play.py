"""Zones with planting that children can reach from a playground."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import PLAYGROUND, Surroundings, each, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

# Types where something is planted, sown, or stands already; of a lawn that only grows nothing is chosen.
PLANTED = ("blomstereng", "krat", "haek_vild", "staudebed", "regnbed", "vandhul", "frugtlund", "laeringshave")


def planting_near_play(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Name zones whose plants are in reach of a playground, so that nothing poisonous is put there."""
    grounds = [one.geometry for one in around.found.inventory.pieces if one.surface == PLAYGROUND]
    planted = [zone for zone in zones if zone.type in PLANTED]
    rows = [*around.closer(planted, grounds, around.value("near_play_m").number)]
    if rows:
        yield finding(
            [zone for zone, _ in rows], Severity.NOTE,
            text("Planter tæt på legepladsen ({metres}): her må intet giftigt stå i børnehøjde.",
                 "Plants near the playground ({metres}): nothing poisonous may stand within children's "
                 "reach.",
                 metres=each(rows)),
            text("Tjek, hvad der står i dag, og plant ikke kvalkved, tørst, benved, gedeblad, klinte, taks, "
                 "guldregn, fingerbøl eller liljekonval. Spørg Giftlinjen på Bispebjerg Hospital ved tvivl. "
                 "Kilder: landbrug-ph.dk og illvid.dk om giftige planter.",
                 "Check what stands there today, and plant no guelder rose, alder buckthorn, spindle, "
                 "honeysuckle, corncockle, yew, laburnum, foxglove or lily of the valley. Ask Giftlinjen "
                 "(the "
                 "Danish poison line) when in doubt. Sources: landbrug-ph.dk and illvid.dk on poisonous "
                 "plants."),
        )  # fmt: skip
