"""Everything the stages found -> the Plan that all later reads: totals, rules, assumptions, findings."""

from collections import defaultdict
from collections.abc import Iterator

from vildplan.errors import Finding, Severity, Text, few, plain, text
from vildplan.geometry.morphology import minus
from vildplan.model.economy import Economy
from vildplan.model.plan import Plan, Proof, TakenGround, Zone
from vildplan.model.problem import Choice, Drawing, Found, Goal
from vildplan.model.value import Status, Value

REACHED_SHARE = 0.9995
TOLD_M2 = 1.0
NEVER = ("class", "wild_today")
# Rules that only hold where a file lacks a width or tells of a gradient.
DRAWING_RULES = ("tree_crown_diameter_m", "hedge_width_m", "steep_percent")


def sum_up(
    found: Found,
    choice: Choice | None,
    drawing: Drawing | None,
    zones: tuple[Zone, ...],
    proof: Proof | None,
    economy: Economy | None,
) -> Plan:
    """Lay the results of all stages together."""
    zones_m2 = sum(zone.area_m2 for zone in zones)
    reached_m2 = found.goal.counted_wild_m2 + zones_m2
    return Plan(
        department=found.department,
        wishes=found.wishes,
        catalogue=found.catalogue,
        inventory=found.inventory,
        ground=found.ground,
        goal=found.goal,
        choice=choice,
        drawing=drawing,
        zones=zones,
        zones_m2=zones_m2,
        reached_m2=reached_m2,
        reached_share=reached_m2 / found.goal.base_m2 if found.goal.base_m2 else 0.0,
        reachable=is_reached(reached_m2, found.goal),
        taken=_taken(found, drawing),
        relaxations=(),
        proof=proof,
        robustness=None,
        economy=economy,
        assumptions=tuple(_assumptions(found, zones, economy)),
        findings=tuple(_findings(found, drawing, zones)),
    )


def is_reached(reached_m2: float, goal: Goal) -> bool:
    """Tell whether so many m2 are the target, less what nobody could measure."""
    return reached_m2 >= REACHED_SHARE * goal.area_m2


def _taken(found: Found, drawing: Drawing | None) -> tuple[TakenGround, ...]:
    """How much of what could be converted by its class each rule takes, the largest first."""
    names = _rule_names(found)
    sums: dict[str, float] = defaultdict(float)
    for left in found.ground.left_out:
        if left.rule not in NEVER:
            sums[left.rule] += left.geometry.area
    if drawing is not None:
        sums["left_lawn"] = max(found.ground.convertible_m2 - drawing.largest_m2, 0.0)
    rows = [TakenGround(rule, names.get(rule, plain(rule)), m2) for rule, m2 in sums.items()]
    told = [row for row in rows if row.area_m2 >= TOLD_M2]
    return tuple(sorted(told, key=lambda row: (-round(row.area_m2, 3), row.rule)))


def _rule_names(found: Found) -> dict[str, Text]:
    names = {
        "outside_base": text("ligger uden for grundlaget (--base)", "lies outside the base (--base)"),
        "kept": text("skal blive, som det er (--keep)", "shall stay as it is (--keep)"),
        "kept_class": text("skal blive, som det er (--keep-class)", "shall stay as it is (--keep-class)"),
        "drawn_clearance": text("jeres egen afstand (--clearance)", "your own clearance (--clearance)"),
        "border_strip": text("stribe til naboen (--border-strip)",
                             "strip to the neighbour (--border-strip)"),
        "play_lawn": text("legeplænen (--play-lawn)", "the play lawn (--play-lawn)"),
        "too_small": text("for smalt eller for småt til en zone", "too narrow or small for a zone"),
        "frame": text("strimler, som klipperen skal bruge for at nå plænen ved siden af",
                      "strips that the mower needs to cover the lawn beside them"),
        "site": text("hvad der er sagt, eller ikke er sagt, om stedet",
                     "what is said, or is not said, of the place"),
        "left_lawn": text("plæne, der skal kunne klippes mellem zonerne",
                          "lawn that must stay mowable between zones"),
    }  # fmt: skip
    first = next(iter(found.catalogue.zone_types))
    for clearance in found.catalogue.clearances_of(first):
        names[clearance.key] = text(
            "afstand på {m:m}: {why}", "clearance of {m:m}: {why}",
            m=clearance.distance_m.number, why=clearance.reason,
        )  # fmt: skip
    return names


def _assumptions(found: Found, zones: tuple[Zone, ...], economy: Economy | None) -> Iterator[Value]:
    """Every value with no source that this plan used, each once."""
    seen = set()
    for value in _values_used(found, zones, economy):
        if value.status is Status.ASSUMPTION and value.key not in seen:
            seen.add(value.key)
            yield value


def _values_used(found: Found, zones: tuple[Zone, ...], economy: Economy | None) -> Iterator[Value]:
    """The rules, and what holds for the zone types of the plan (all, where it has no zone)."""
    catalogue = found.catalogue
    types = {zone.type for zone in zones} or set(catalogue.zone_types)
    pieces = (*found.inventory.pieces, *found.inventory.overlays)
    groups = {catalogue.surfaces[piece.surface].group for piece in pieces}
    today = {key for zone in zones for key, _ in zone.surfaces_m2}
    unused = set(DRAWING_RULES) - set(found.department.assumed)
    yield from (value for key, value in catalogue.rules.items() if key not in unused)
    for kind in catalogue.zone_types.values():
        yield from kind.least if kind.key in types else ()
    near = [c for c in catalogue.clearances if c.zone_type in types and c.group in groups]
    yield from (value for clearance in near for value in clearance.values)
    yield from (
        value for t in catalogue.terms for value in t.values
        if t.zone_type in types and not (groups if t.kind == "near" else today).isdisjoint(t.on)
        and (t.kind != "soil" or any(zone.site.soil is t.soil for zone in zones))
    )  # fmt: skip
    yield from (v for task in catalogue.care if zones and task.zone_type in types for v in task.values)
    yield from (catalogue.costing[key] for key in (economy.prices if economy else ()))


def _to_check(zones: tuple[Zone, ...], found: Found) -> Iterator[Finding]:
    """What must be asked or proved of some types before anybody begins, and for which zones."""
    for kind in found.catalogue.zone_types.values():
        own = [zone.id for zone in zones if zone.type == kind.key]
        if kind.check is not None and own:
            sentence = text("{kind}: {what}", "{kind}: {what}", kind=kind.name, what=kind.check.sentence)
            yield Finding(few(own), Severity.NOTE, sentence, kind.check.advice or kind.check.sentence)


def _findings(
    found: Found, drawing: Drawing | None, zones: tuple[Zone, ...]
) -> Iterator[Finding]:
    yield from found.department.findings
    yield from found.inventory.findings
    yield from found.ground.findings
    if drawing is not None:
        yield from drawing.findings
    yield from _to_check(zones, found)
    yield from _undocumented(found)
    yield from _beside_base(found)


def _undocumented(found: Found) -> Iterator[Finding]:
    """Name the wild land that nothing documents, the largest first."""
    called = {area.id: area.called for area in found.department.areas}
    sums: dict[str, float] = defaultdict(float)
    for piece in found.inventory.pieces:
        if found.catalogue.surfaces[piece.surface].wild_today and not piece.documented:
            sums[piece.area_id] += piece.geometry.area
    told = sorted((key for key in sums if sums[key] >= TOLD_M2), key=lambda key: (-round(sums[key], 3), key))
    if told:
        yield Finding(
            plain(found.department.name), Severity.WARNING,
            text("{m2:m2} er angivet som vildt i dag, men ikke dokumenteret: {names}.",
                 "{m2:m2} is stated as wild today but not documented: {names}.",
                 m2=sum(sums.values()), names=few([called.get(key, key) for key in told])),
            text("Skriv årstallet i kolonnen “vild_siden”, så tæller det uden forbehold.",
                 "Put the year in the column “vild_siden”, and it counts without reservation."),
        )  # fmt: skip


def _beside_base(found: Found) -> Iterator[Finding]:
    """Tell what the user's own base leaves out: wild land beside it, and what of it is no land of ours."""
    own, base = found.inventory.own_base, found.department.base
    if own is None or base is None:
        return
    wild_m2 = found.inventory.wild_m2 - own.wild_m2
    beyond_m2 = minus(base.geometry, found.inventory.outline).area
    if wild_m2 >= TOLD_M2:
        yield Finding(
            plain(own.file), Severity.NOTE,
            text("{m2:m2} vildt i dag ligger uden for grundlaget og tæller ikke med.",
                 "{m2:m2} that is wild today lies outside the base and does not count.", m2=wild_m2),
            text("Zoner foreslås kun inden for grundlaget.", "Zones are proposed inside the base only."),
        )  # fmt: skip
    if beyond_m2 >= TOLD_M2:
        yield Finding(
            plain(own.file), Severity.NOTE,
            text("{m2:m2} af filen ligger uden for afdelingens jord og tæller ikke med.",
                 "{m2:m2} of the file lies outside the department's land and does not count.", m2=beyond_m2),
            text("Tjek filen, hvis det er afdelingens jord.",
                 "Check the file if it is the department's land."),
        )  # fmt: skip
