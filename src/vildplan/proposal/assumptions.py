"""The values without a source that a plan used -> a few lines by topic, the decisive values first."""

from collections.abc import Iterator

from vildplan.errors import Text, listed, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan
from vildplan.model.value import Value
from vildplan.proposal.document import (
    NOTHING,
    Block,
    Column,
    Folded,
    Grid,
    Heading,
    Paragraph,
    ScreenOnly,
    Tone,
)
from vildplan.proposal.resting import resting_blocks

PRICES = text("Timer og priser", "Hours and prices")
RULES = text("Regler", "Rules")
SIZES = text("Mindstemål", "Least sizes")
DISTANCES = text("Afstande", "Distances")
WEIGHTS = text("Vægte", "Weights")
CARE = text("Pleje", "Care")
TOPICS = (PRICES, RULES, SIZES, DISTANCES, WEIGHTS, CARE)
OF_A_CARE_NOTE = 2
PLAIN_KEY = "contractor_rate"

Kinds = tuple[str, ...]


def assumption_blocks(plan: Plan) -> Iterator[Block]:
    """Yield what hours, kroner and points rest on, how to look values up, and the assumptions by topic."""
    count = len(plan.assumptions)
    yield Heading(text("Hvad hviler tallene på?", "What do the numbers rest on?"))
    yield from resting_blocks(plan)
    yield ScreenOnly(text(
        "I rapport.html står alle {count:int} antagelser, og --json giver dem som JSON.",
        "All {count:int} assumptions stand in rapport.html, and --json gives them as JSON.",
        count=count,
    ))  # fmt: skip
    yield Paragraph(text(
        "Skriv vildplan catalogue for at se alle tal med nøgle og kilde. Kender I et tal bedre, så skriv det "
        "i filen vildplan.toml ved siden af kortet: en linje med [values] og derunder f.eks. "
        "{key} = {usual:num}.",
        "Type vildplan catalogue to see all numbers with key and source. If you know a number better, put it "
        "in the file vildplan.toml beside the map: a line with [values] and below it for example "
        "{key} = {usual:num}.",
        key=PLAIN_KEY, usual=plan.catalogue.prices[PLAIN_KEY].number,
    ), Tone.QUIET)  # fmt: skip
    yield Folded(
        text("Se alle {count:int} antagelser", "See all {count:int} assumptions", count=count),
        (Grid((Column(NOTHING), Column(NOTHING)), assumption_rows(plan)),),
    )


def assumption_rows(plan: Plan) -> tuple[tuple[Text, Text], ...]:
    """Return all assumptions of a plan: the topic, said once, and the values with their sizes."""
    return tuple(row for topic in TOPICS for row in _rows(plan, topic))


def _rows(plan: Plan, topic: Text) -> Iterator[tuple[Text, Text]]:
    """The lines of a topic, one for each set of zone types that shares its values."""
    heading = topic
    for kinds, values in _by_kinds(plan, topic).items():
        entries = listed(tuple(_entry(value) for value in values), "; ")
        names = tuple(plan.catalogue.zone_types[key].name for key in kinds)
        line = text("{kinds:cap}: {entries}", "{kinds:cap}: {entries}",
                    kinds=listed(names), entries=entries)  # fmt: skip
        yield heading, line if kinds else entries
        heading = NOTHING


def _by_kinds(plan: Plan, topic: Text) -> dict[Kinds, list[Value]]:
    """Values that several zone types share, once, under all of their types; rules and prices have none."""
    shared: dict[tuple[str, float, str], list[Value]] = {}
    for value in plan.assumptions:
        if _topic(value, plan.catalogue) is topic:
            shared.setdefault((value.name.da, value.number, value.unit), []).append(value)
    found: dict[Kinds, list[Value]] = {}
    for values in shared.values():
        keys = (value.key.partition(".")[0] for value in values)
        kinds = tuple(dict.fromkeys(key for key in keys if key in plan.catalogue.zone_types))
        found.setdefault(kinds, []).append(values[0])
    return found


def _topic(value: Value, catalogue: Catalogue) -> Text:
    kind, _, rest = value.key.partition(".")
    if kind not in catalogue.zone_types:
        return PRICES if value.key in {**catalogue.prices, **catalogue.planting} else RULES
    if value.key.count(".") == OF_A_CARE_NOTE:
        return CARE
    if rest.startswith("min_"):
        return SIZES
    return DISTANCES if rest.startswith("clearance_") else WEIGHTS


def _entry(value: Value) -> Text:
    return text("{name} {size}", "{name} {size}", name=value.name, size=_size(value))


def _size(value: Value) -> Text:
    return text("{q:quantity}", "{q:quantity}", q=(value.number, value.unit))
