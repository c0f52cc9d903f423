"""Areas that are drawn twice, point for point -> findings with the names of both."""

from collections import defaultdict
from collections.abc import Sequence

from vildplan.errors import MOST_NAMED, Finding, Severity, Text, counted, plain, text
from vildplan.model.area import Area
from vildplan.model.catalogue import Catalogue, Role


def duplicate_findings(file: str, areas: Sequence[Area], catalogue: Catalogue) -> list[Finding]:
    """Tell of surfaces with exactly the same outline; the first five with names, the rest counted."""
    same: dict[str, list[Area]] = defaultdict(list)
    for area in areas:
        if catalogue.surfaces[area.surface].role is Role.SURFACE:
            same[area.geometry.normalize().wkb_hex].append(area)
    groups = [_by_rank(group, catalogue) for group in same.values() if len(group) > 1]
    findings = [_finding(file, group, catalogue) for group in groups[:MOST_NAMED]]
    if len(groups) > MOST_NAMED:
        findings.append(_rest(file, len(groups) - MOST_NAMED))
    return findings


def _by_rank(group: list[Area], catalogue: Catalogue) -> list[Area]:
    """The one that keeps the ground first."""
    return sorted(group, key=lambda area: (catalogue.surfaces[area.surface].order, int(area.id[1:])))


def _finding(file: str, group: list[Area], catalogue: Catalogue) -> Finding:
    kept, *cut = (_named(area, catalogue) for area in group)
    return Finding(
        plain(file), Severity.WARNING,
        text("{kept} og {cut} har nøjagtig samme omrids; den første gælder, resten er skåret væk.",
             "{kept} and {cut} have exactly the same outline; the first holds, the rest was cut away.",
             kept=kept, cut=tuple(cut)),
        text("Slet det areal, der er en kopi.", "Delete the area that is a copy."),
    )  # fmt: skip


def _named(area: Area, catalogue: Catalogue) -> Text:
    return text("“{name}” ({kind})", "“{name}” ({kind})",
                name=area.called, kind=catalogue.surfaces[area.surface].name)  # fmt: skip


def _rest(file: str, count: int) -> Finding:
    return Finding(
        plain(file), Severity.WARNING,
        text("{more} med nøjagtig samme omrids.", "{more} with exactly the same outline.",
             more=counted(count, ("andet sæt arealer", "andre sæt arealer"),
                          ("other set of areas", "other sets of areas"))),
        text("Slet de arealer, der er kopier.", "Delete the areas that are copies."),
    )  # fmt: skip
