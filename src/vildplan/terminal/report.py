"""The plan report: map, totals, zones, care, what stays, the proof, assumptions and findings."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text as RichText

from vildplan.errors import Finding, Severity, Text, text
from vildplan.model.catalogue import Value
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.sentences import (
    goal_sentence,
    other_base_sentence,
    proof_sentence,
    total_sentence,
    undocumented_sentence,
)
from vildplan.proposal.words import Language, m2, metres, month_span, quantity, say
from vildplan.terminal.economy import economy_section
from vildplan.terminal.map import TerminalMap
from vildplan.terminal.tables import plain_table

WHY_LINES = 2
COMMON_TERM = "nature_lawn"
TOLD_M2 = 0.5
MARKS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "bold yellow"),
    Severity.NOTE: ("·", "dim"),
}


def plan_report(plan: Plan, language: Language) -> RenderableType:
    """Return the whole report as one renderable."""
    return Group(*_sections(plan, language))


def _sections(plan: Plan, language: Language) -> Iterator[RenderableType]:
    yield _heading(text("Plan for {name}", "Plan for {name}", name=plan.department.name), language)
    yield TerminalMap(plan, language)
    yield _heading(text("Målet", "The target"), language)
    yield from _totals(plan, language)
    if plan.zones:
        yield _heading(text("Zonerne", "The zones"), language)
        yield _zones_table(plan, language)
        yield _heading(text("Pleje", "Care"), language)
        yield from _care(plan, language)
    if plan.economy is not None:
        yield _heading(text("Timer og kroner om året", "Hours and kroner per year"), language)
        yield from economy_section(plan.economy, language)
    yield _heading(text("Jorden i dag og med planen", "The land today and with the plan"), language)
    yield _surfaces_table(plan, language)
    if plan.reachable:
        yield from _taken(plan, language)
    yield from _proof(plan, language)
    yield from _assumptions(plan, language)
    if plan.findings:
        yield _heading(text("Fund", "Findings"), language)
        yield from (_finding(finding, language) for finding in plan.findings)


def _heading(words: Text, language: Language) -> RenderableType:
    rule = Rule(RichText(say(words, language), style="bold"), align="left", style="green")
    return Group(RichText(), rule)


def _totals(plan: Plan, language: Language) -> Iterator[RenderableType]:
    style = "bold green" if plan.reachable else "bold yellow"
    yield RichText(say(goal_sentence(plan), language), style=style)
    yield RichText(say(total_sentence(plan), language), style="bold")
    lines = [other_base_sentence(plan), undocumented_sentence(plan), _bases(plan)]
    yield from (RichText(say(line, language)) for line in lines if line is not None)
    if not plan.reachable:
        yield from _taken(plan, language)


def _bases(plan: Plan) -> Text:
    return text(
        "Udearealet er {outdoor:m2}, det grønne areal {green:m2}; {convertible:m2} kan blive vildt.",
        "The outdoor area is {outdoor:m2}, the green area {green:m2}; {convertible:m2} can become wild.",
        outdoor=plan.inventory.outdoor_m2, green=plan.inventory.green_m2,
        convertible=plan.ground.convertible_m2,
    )  # fmt: skip


def _zones_table(plan: Plan, language: Language) -> Table:
    table = plain_table(
        (
            (text("Zone", "Zone"), "left"), (text("Navn", "Name"), "left"),
            (text("Type", "Type"), "left"), (text("Areal", "Area"), "right"),
            (text("I dag", "Today"), "left"), (text("Pleje", "Care"), "left"),
            (text("Hvorfor her", "Why here"), "left"),
        ),
        language,
    )  # fmt: skip
    for zone in plan.zones:
        table.add_row(
            RichText(zone.id, style="bold", no_wrap=True), say(zone.name, language),
            say(plan.catalogue.zone_types[zone.type].name, language), m2(zone.area_m2, language),
            _today(zone, plan, language), _short_care(zone, language), _why(zone, language),
        )  # fmt: skip
    total = RichText(m2(plan.zones_m2, language), style="bold")
    table.add_row("", RichText(say(text("I alt", "In all"), language), style="bold"), "", total)
    return table


def _today(zone: Zone, plan: Plan, language: Language) -> str:
    surfaces = plan.catalogue.surfaces
    told = [key for key, area_m2 in zone.surfaces_m2 if area_m2 >= TOLD_M2]
    return ", ".join(say(surfaces[key].name, language) for key in told)


def _short_care(zone: Zone, language: Language) -> str:
    return "; ".join(say(line.short, language) for line in zone.care if line.short is not None)


def _why(zone: Zone, language: Language) -> str:
    """What speaks for this very place; that any lawn gains is said only where nothing else is."""
    good = [line for line in zone.why if line.points_per_m2 > 0]
    here = [line for line in good if line.key != COMMON_TERM] or good
    return "; ".join(say(line.name, language) for line in here[:WHY_LINES])


def _care(plan: Plan, language: Language) -> Iterator[RenderableType]:
    for kind in plan.catalogue.zone_types.values():
        zones = [zone for zone in plan.zones if zone.type == kind.key]
        if not zones:
            continue
        ids = ", ".join(zone.id for zone in zones)
        yield RichText(f"{say(kind.name, language).capitalize()} ({ids})", style="bold")
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style="dim")
        table.add_column()
        for line in zones[0].care:
            table.add_row(month_span(line.months, language), say(line.sentence, language))
        yield table


def _surfaces_table(plan: Plan, language: Language) -> Table:
    table = plain_table(
        (
            (text("Areal", "Surface"), "left"), (text("I dag", "Today"), "right"),
            (text("Bliver vildt", "Becomes wild"), "right"),
            (text("Bliver, som det er", "Stays as it is"), "right"),
        ),
        language,
    )  # fmt: skip
    taken: dict[str, float] = {}
    for zone in plan.zones:
        for key, area_m2 in zone.surfaces_m2:
            taken[key] = taken.get(key, 0.0) + area_m2
    sums = plan.inventory.area_m2_by_surface
    for key in sorted((k for k in sums if sums[k] >= TOLD_M2), key=lambda key: -sums[key]):
        new = taken.get(key, 0.0)
        table.add_row(
            say(plan.catalogue.surfaces[key].name, language), m2(sums[key], language),
            m2(new, language) if new >= TOLD_M2 else "–", m2(sums[key] - new, language),
        )  # fmt: skip
    return table


def _taken(plan: Plan, language: Language) -> Iterator[RenderableType]:
    if not plan.taken:
        return
    yield RichText()
    words = text("Det kan ikke blive vildt, selv om det er plæne, bed eller hæk:",
                 "Lawn, bed or hedge that cannot become wild:")  # fmt: skip
    yield RichText(say(words, language))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for row in plan.taken:
        table.add_row(m2(row.area_m2, language), say(row.name, language))
    yield table


def _proof(plan: Plan, language: Language) -> Iterator[RenderableType]:
    sentence = proof_sentence(plan)
    if plan.proof is None or sentence is None:
        return
    yield _heading(text("Hvor god er planen?", "How good is the plan?"), language)
    yield RichText(say(sentence, language))
    outside = text(
        "Uden for beviset ligger: {rules}. Zonernes omrids er {edge} langt.",
        "Outside the proof lie: {rules}. The zones have {edge} of outline.",
        rules=plan.proof.outside_bound, edge=metres(round(plan.proof.edge_m), language),
    )  # fmt: skip
    yield RichText(say(outside, language), style="dim")


def _assumptions(plan: Plan, language: Language) -> Iterator[RenderableType]:
    if not plan.assumptions:
        return
    words = text("Antagelser ({count:int})", "Assumptions ({count:int})", count=len(plan.assumptions))
    yield _heading(words, language)
    told = [
        f"{_assumed(value, plan, language)} {quantity(value.number, value.unit, language)}"
        for value in plan.assumptions
    ]
    yield RichText("; ".join(told) + ".", style="dim")


def _assumed(value: Value, plan: Plan, language: Language) -> str:
    """The name of a value, with the zone type that it holds for."""
    name = say(value.name, language)
    kind = plan.catalogue.zone_types.get(value.key.partition(".")[0])
    kind_name = say(kind.name, language) if kind is not None else ""
    return name if not kind_name or kind_name in name else f"{name} ({kind_name})"


def _finding(finding: Finding, language: Language) -> RenderableType:
    mark, style = MARKS[finding.severity]
    line = RichText()
    line.append(f"{mark} ", style=style)
    line.append(f"{say(finding.place, language)}: ", style="bold")
    line.append(say(finding.sentence, language))
    line.append(f" {say(finding.advice, language)}", style="dim")
    return line
