"""Shrubs close to paths: after dark people want to see who is there.

A file says neither which paths are lit nor where the entrances are, so every path is taken to be lit.
"""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import PATH, Surroundings, each, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

WOODY = ("krat", "haek_vild")


def shrubs_at_paths(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Name the woody zones that stand close to a path."""
    reach, height = around.value("lit_path_m"), around.value("lit_path_height_m")
    woody = [zone for zone in zones if zone.type in WOODY]
    rows = [*around.closer(woody, around.grounds(PATH), reach.number)]
    if rows:
        yield finding(
            [zone for zone, _ in rows], Severity.NOTE,
            text("Buske eller hæk tæt på en sti ({metres}). Kortet siger ikke, om stien er oplyst eller "
                 "fører til en indgang.",
                 "Shrubs or a hedge close to a path ({metres}). The map does not say whether the path is "
                 "lit or leads to an entrance.", metres=each(rows)),
            text("Er den det, så hold dem under {height:m} inden for {reach:m} fra stien, så folk er trygge "
                 "efter mørkets frembrud. Begge tal er antagelser.",
                 "If it is, keep them under {height:m} within {reach:m} of the path, so that people feel "
                 "safe after dark. Both numbers are assumptions.", height=height.number, reach=reach.number),
        )  # fmt: skip
