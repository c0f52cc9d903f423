"""Plan -> the report as a Document: totals, zones, care, economy, what stays, proof, assumptions."""

from collections.abc import Iterator

from vildplan.errors import Text, plain, text
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.assumptions import assumption_blocks
from vildplan.proposal.budget import budget_blocks
from vildplan.proposal.calendar_summary import calendar_blocks
from vildplan.proposal.document import (
    NONE,
    NOTHING,
    Block,
    Column,
    Document,
    FindingBlock,
    Grid,
    Heading,
    MapBlock,
    Paragraph,
    Tone,
    m2,
)
from vildplan.proposal.economy import economy_blocks
from vildplan.proposal.insisted import insisted_blocks
from vildplan.proposal.phases import phase_blocks
from vildplan.proposal.planting import planting_blocks
from vildplan.proposal.robustness import robustness_blocks
from vildplan.proposal.sentences import (
    bases_sentence,
    goal_sentence,
    other_base_sentence,
    outside_sentence,
    proof_sentence,
    total_sentence,
    undocumented_sentence,
)
from vildplan.proposal.versions import version_blocks
from vildplan.proposal.zone_table import id_ranges, zone_table

LEAST_MISSING_M2 = 0.5
TOLD_M2 = 0.5


def plan_document(plan: Plan) -> Document:
    """Return the report of one plan."""
    title = text("Plan for {name}", "Plan for {name}", name=plan.department.name)
    return Document(title, tuple(_blocks(plan)))


def _blocks(plan: Plan) -> Iterator[Block]:
    yield MapBlock()
    yield Heading(text("Målet", "The target"))
    yield from _totals(plan)
    yield from version_blocks(plan)
    yield from insisted_blocks(plan)
    if plan.zones:
        yield Heading(text("Zonerne", "The zones"))
        yield zone_table(plan)
        yield from phase_blocks(plan)
        yield Heading(text("Pleje", "Care"))
        yield from _care(plan)
        yield from planting_blocks(plan)
    if plan.economy is not None:
        yield Heading(text("Timer og kroner om året", "Hours and kroner per year"))
        yield from economy_blocks(plan.economy)
    if plan.budget is not None:
        yield from budget_blocks(plan.budget)
        yield from calendar_blocks(plan)
    yield Heading(text("Jorden i dag og med planen", "The land today and with the plan"))
    yield surfaces_grid(plan)
    if plan.reachable or plan.amended:
        yield from _taken(plan)
    yield from _proof(plan)
    yield from robustness_blocks(plan)
    if plan.assumptions:
        yield from assumption_blocks(plan)
    if plan.findings:
        yield Heading(text("Fund", "Findings"))
        yield from (FindingBlock(finding) for finding in plan.findings)


def _totals(plan: Plan) -> Iterator[Block]:
    yield Paragraph(goal_sentence(plan), Tone.GOOD if plan.reachable else Tone.CAUTION)
    yield Paragraph(total_sentence(plan), Tone.STRONG)
    lines = [other_base_sentence(plan), undocumented_sentence(plan), bases_sentence(plan)]
    yield from (Paragraph(line) for line in lines if line is not None)
    if plan.wishes.from_file:
        yield Paragraph(text("Ønsker fra vildplan.toml: {keys}.", "Wishes from vildplan.toml: {keys}.",
                             keys=plan.wishes.from_file), Tone.QUIET)  # fmt: skip
    if plan.reachable or plan.amended:
        return
    limited = any(limit.least is not None for limit in plan.limits)
    if not limited:
        yield from _taken(plan)
    if plan.relaxations and not plan.versions:
        yield from _ways_out(plan)


def _ways_out(plan: Plan) -> Iterator[Block]:
    """What could be typed instead, the least given up first; several at once in a line of their own."""
    missing_m2 = max(plan.goal.area_m2 - plan.reached_m2, 0.0)
    if missing_m2 < LEAST_MISSING_M2:
        yield Paragraph(text("Det her kan skrives i stedet:", "This can be typed instead:"))
        yield from _options(plan)
        return
    yield Paragraph(text(
        "Der mangler {m2:m2}. Det her kan skrives i stedet, det mindste indgreb først:",
        "{m2:m2} are missing. This can be typed instead, what gives up least first:", m2=missing_m2,
    ))  # fmt: skip
    yield from _options(plan)


def _options(plan: Plan) -> Iterator[Block]:
    several = [way for way in plan.relaxations if " --" in way.option]
    singles = [way for way in plan.relaxations if " --" not in way.option]
    yield Grid(
        (Column(NOTHING), Column(NOTHING)), tuple((plain(way.option), way.sentence) for way in singles)
    )
    for way in several:
        yield Paragraph(text("{sentence:cap}: {option}", "{sentence:cap}: {option}",
                             sentence=way.sentence, option=way.option))  # fmt: skip


def _care(plan: Plan) -> Iterator[Block]:
    for kind in plan.catalogue.zone_types.values():
        zones = [zone for zone in plan.zones if zone.type == kind.key]
        # Zones on rich soil are cut once more than the others of their type.
        for keys in dict.fromkeys(_care_keys(zone) for zone in zones):
            same = [zone for zone in zones if _care_keys(zone) == keys]
            heading = text("{kind:cap} ({ids})", "{kind:cap} ({ids})",
                           kind=kind.name, ids=id_ranges(same))  # fmt: skip
            yield Paragraph(heading, Tone.STRONG)
            rows = tuple(
                (text("{m:months}", "{m:months}", m=line.months), line.sentence)
                for line in same[0].care
            )
            yield Grid((Column(NOTHING), Column(NOTHING)), rows)


def _care_keys(zone: Zone) -> tuple[str, ...]:
    return tuple(line.key for line in zone.care)


def surfaces_grid(plan: Plan) -> Grid:
    """Return the m2 of each class today, and how much of it becomes wild."""
    taken: dict[str, float] = {}
    for zone in plan.zones:
        for key, area_m2 in zone.surfaces_m2:
            taken[key] = taken.get(key, 0.0) + area_m2
    sums = plan.inventory.area_m2_by_surface
    told = sorted((key for key in sums if sums[key] >= TOLD_M2), key=lambda key: (-sums[key], key))
    rows = tuple(
        (
            plan.catalogue.surfaces[key].name, m2(sums[key]),
            _some(taken.get(key, 0.0)), _some(sums[key] - taken.get(key, 0.0)),
        )
        for key in told
    )  # fmt: skip
    return Grid(
        (
            Column(text("Areal", "Surface")), Column(text("I dag", "Today"), right=True),
            Column(text("Bliver vildt", "Becomes wild"), right=True),
            Column(text("Bliver, som det er", "Stays as it is"), right=True),
        ),
        rows,
    )  # fmt: skip


def _some(area_m2: float) -> Text:
    return m2(area_m2) if area_m2 >= TOLD_M2 else NONE


def _taken(plan: Plan) -> Iterator[Block]:
    if plan.taken:
        yield Paragraph(text("Det kan ikke blive vildt, selv om det er plæne, bed eller hæk:",
                             "Lawn, bed or hedge that cannot become wild:"))  # fmt: skip
        rows = tuple((m2(row.area_m2), row.name) for row in plan.taken)
        yield Grid((Column(NOTHING, right=True), Column(NOTHING)), rows)


def _proof(plan: Plan) -> Iterator[Block]:
    sentence = proof_sentence(plan)
    if plan.proof is not None and sentence is not None:
        yield Heading(text("Hvor god er planen?", "How good is the plan?"))
        yield Paragraph(sentence)
        yield Paragraph(outside_sentence(plan.proof), Tone.QUIET)
