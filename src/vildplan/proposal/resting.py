"""What a plan's hours, kroner and points rest on: how much on assumptions, and which values matter most."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from vildplan.errors import Text, listed, plain, text
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.plan import Plan
from vildplan.model.value import Status, Value
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Paragraph, Tone

DECISIVE = 3
EDGE_RULE = "compactness"
# As the sentence and as the table call them.
HOURS = text("timerne", "the hours"), text("timer", "hours")
KRONER = text("kronerne", "the kroner"), text("kroner", "kroner")
POINTS = text("naturpointene", "the nature points"), text("point", "points")


@dataclass(frozen=True)
class Resting:
    """One figure of a plan: `assumed_share` (0 to 1) rests on assumptions; `decisive` matter most to it."""

    key: str
    name: Text
    short: Text
    assumed_share: float
    decisive: tuple[Value, ...]


def resting(plan: Plan) -> tuple[Resting, ...]:
    """Return hours, kroner and points, each where the plan has it."""
    return tuple(_figures(plan))


def own_values(plan: Plan) -> tuple[Value, ...]:
    """Return the numbers that people gave themselves in place of the catalogue's."""
    return tuple(value for value in plan.catalogue.values() if value.source == OWN_VALUES)


def resting_blocks(plan: Plan) -> Iterator[Block]:
    """Yield the shares in a sentence, the values that matter most for each, and the user's own."""
    figures = resting(plan)
    if figures:
        yield Paragraph(resting_sentence(figures), Tone.STRONG)
    rows = tuple(row for figure in figures for row in _rows(figure))
    if rows:
        yield Grid(
            (
                Column(text("Mest for", "Most to")), Column(text("Nøgle", "Key")),
                Column(text("Hvad", "What")), Column(text("Regnet med", "Counted with"), right=True),
            ),
            rows,
        )  # fmt: skip
    own = own_values(plan)
    if own:
        yield Paragraph(text("Jeres egne værdier: {values}.", "Your own values: {values}.",
                             values=listed(tuple(_entry(value) for value in own), "; ")))  # fmt: skip


def resting_sentence(figures: tuple[Resting, ...]) -> Text:
    """Say how much of each figure rests on assumptions."""
    parts = tuple(
        text("{share:pct} af {name}", "{share:pct} of {name}", share=_told(figure), name=figure.name)
        for figure in figures
    )
    last = text("{one} og {other}", "{one} and {other}", one=listed(parts[:-1]), other=parts[-1])
    return text("{parts} hviler på antagelser.", "{parts} rest on assumptions.",
                parts=last if len(parts) > 1 else parts[0])  # fmt: skip


def _figures(plan: Plan) -> Iterator[Resting]:
    economy = plan.economy
    if economy is not None and economy.work:
        yield Resting("hours", *HOURS, economy.assumed_hours_share, economy.decisive_hours)
        yield Resting("kr", *KRONER, economy.assumed_kr_share, economy.decisive_kr)
    points = sorted(_points(plan), key=lambda one: (-round(one[1], 6), one[0].key))
    if points:
        whole = sum(size for _, size in points)
        loose = sum(size for value, size in points if value.status is Status.ASSUMPTION)
        yield Resting("points", *POINTS, loose / whole, tuple(value for value, _ in points[:DECISIVE]))


def _points(plan: Plan) -> list[tuple[Value, float]]:
    """Each weight with the points that it brings or costs, and the price of the edge with what it takes."""
    weights = {(term.zone_type, term.key): term.weight for term in plan.catalogue.terms}
    sizes: dict[str, float] = defaultdict(float)
    by_key = {weight.key: weight for weight in weights.values()}
    brought = 0.0
    for zone in plan.zones:
        for line in zone.why:
            points = line.points_per_m2 * zone.area_m2
            sizes[weights[zone.type, line.key].key] += abs(points)
            brought += points
    if plan.proof is not None and brought > plan.proof.objective:
        sizes[EDGE_RULE] += brought - plan.proof.objective
        by_key[EDGE_RULE] = plan.catalogue.rules[EDGE_RULE]
    return [(by_key[key], size) for key, size in sizes.items() if size > 0]


def _told(figure: Resting) -> float:
    return round(figure.assumed_share, 2)


def _rows(figure: Resting) -> Iterator[tuple[Text, ...]]:
    name = figure.short
    for value in figure.decisive:
        yield name, plain(value.key), value.name, _size(value)
        name = NOTHING


def _entry(value: Value) -> Text:
    return text("{name} {size}", "{name} {size}", name=value.name, size=_size(value))


def _size(value: Value) -> Text:
    """The number, and how far it may be off where that is told."""
    if value.low is None or value.high is None:
        return text("{q:quantity}", "{q:quantity}", q=(value.number, value.unit))
    return text("{q:quantity} ({low:num}-{high:num})", "{q:quantity} ({low:num}-{high:num})",
                q=(value.number, value.unit), low=value.low, high=value.high)  # fmt: skip
