"""What a text is asked for, the facts that its sentences may name, and the sections it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vildplan.errors import Text, counted, plain, text
from vildplan.model.care import CareTask
from vildplan.model.guidance import Guidance, Membership, RuleBook, TextKind
from vildplan.model.plan import CareLine, Plan, Zone
from vildplan.model.site import Soil
from vildplan.model.value import Value
from vildplan.proposal.document import Block
from vildplan.proposal.words import PLACEHOLDER
from vildplan.proposal.zone_table import id_ranges

# Care lines whose months are told: the hay cut, the early one on rich soil, and the frame along a zone.
HAY, EARLY, FRAME = "hoeslet", "early_cut", "frame"
TWO_CUTS = 2
MONTHS = (
    ("januar", "January"), ("februar", "February"), ("marts", "March"), ("april", "April"),
    ("maj", "May"), ("juni", "June"), ("juli", "July"), ("august", "August"),
    ("september", "September"), ("oktober", "October"), ("november", "November"), ("december", "December"),
)  # fmt: skip
RUN = 3
# Something is done in each of the months, or in one of them.
AND, OR = (" og ", " and "), (" eller ", " or ")
STAFF = text("driften", "the grounds staff")
NOT_TOLD = Membership()


@dataclass(frozen=True, eq=False)
class Asked:
    """Which zones of which plan a text is about, and for which document it is proposed."""

    plan: Plan
    zones: tuple[Zone, ...]
    guidance: Guidance
    membership: Membership = NOT_TOLD
    book: RuleBook = RuleBook.MAINTENANCE

    def contact_or(self, other: Text) -> Text:
        """Whom to turn to: as `vildplan.toml` says, else somebody else."""
        return plain(self.membership.contact) if self.membership.contact else other

    def of_types(self, zone_types: Sequence[str]) -> tuple[Zone, ...]:
        """Return the zones of some types, all where none is named."""
        return tuple(zone for zone in self.zones if not zone_types or zone.type in zone_types)

    def by_type(self) -> Iterable[tuple[Zone, ...]]:
        """Yield the zones type by type, in the order of the catalogue."""
        for key in self.plan.catalogue.zone_types:
            zones = tuple(zone for zone in self.zones if zone.type == key)
            if zones:
                yield zones

    def kind_name(self, zone: Zone) -> Text:
        """Return the name of a zone's type."""
        return self.plan.catalogue.zone_types[zone.type].name


@dataclass(frozen=True)
class Section:
    """One text: its kind, the ids of the zones that it is about (none: the plan), and its blocks."""

    kind: TextKind
    zones: tuple[str, ...]
    blocks: tuple[Block, ...]


def facts_of(zones: Sequence[Zone], asked: Asked) -> Mapping[str, object]:
    """Return what a sentence about some zones may name: their m2, the care's own numbers and months."""
    lines = [line for zone in zones for line in lines_of(zone, asked)]
    return {
        **{key: fact for line in lines for key, fact in line.sentence.facts.items()},
        **_months_of(lines),
        "ids": id_ranges(zones),
        "area": sum(zone.area_m2 for zone in zones),
        **_of_all(asked),
    }


def _of_all(asked: Asked) -> Mapping[str, object]:
    all_m2 = sum(zone.area_m2 for zone in asked.zones)
    outdoor_m2 = asked.plan.inventory.outdoor_m2
    return {
        "zones": counted(len(asked.zones), ("vildt areal", "vilde arealer"), ("wild area", "wild areas")),
        "all": all_m2,
        "share": all_m2 / outdoor_m2 if outdoor_m2 else 0.0,
        "all_ids": id_ranges(asked.zones),
        "contact": asked.contact_or(STAFF),
    }


def lines_of(zone: Zone, asked: Asked) -> tuple[CareLine, ...]:
    """Return the care of a zone, and what rich soil asks for besides, where the zone is cut twice."""
    if not _cut_twice(zone, asked.plan.catalogue.prices):
        return zone.care
    told = {line.key for line in zone.care}
    more = [task for task in tasks_of(zone, asked) if task.rich and task.key not in told]
    return (*zone.care, *(CareLine(task.key, task.months, task.sentence, task.short) for task in more))


def tasks_of(zone: Zone, asked: Asked) -> tuple[CareTask, ...]:
    """Return all tasks that the catalogue has for the zone's type."""
    return tuple(task for task in asked.plan.catalogue.care if task.zone_type == zone.type)


def _cut_twice(zone: Zone, prices: Mapping[str, Value]) -> bool:
    """Tell whether it is cut early too, by its soil and the cuts that the prices say, as in the calendar."""
    is_rich = zone.site.soil is Soil.RICH or zone.rich_m2 > zone.area_m2 / 2
    cuts = prices.get("hay_cuts_rich" if is_rich else "hay_cuts")
    return cuts is not None and cuts.number >= TWO_CUTS


def _months_of(lines: Sequence[CareLine]) -> Mapping[str, Text]:
    """The months of the hay cut and of the frame, where there are any."""
    told = {}
    for name, key in (("hay", HAY), ("early", EARLY), ("frame_months", FRAME)):
        months = sorted({month for line in lines if line.key == key for month in line.months})
        if months:
            told[name] = months_in_words(months, between=AND if key == FRAME else OR)
    return told


def months_in_words(months: Sequence[int], between: tuple[str, str] = AND) -> Text:
    """Return months with their whole names: `juni og september`, `april-oktober`."""
    names = [MONTHS[month - 1] for month in months]
    if len(months) >= RUN and months[-1] - months[0] == len(months) - 1:
        return Text(f"{names[0][0]}-{names[-1][0]}", f"{names[0][1]}-{names[-1][1]}")
    danish, english = ([*words] for words in zip(*names, strict=True))
    return Text(_joined(danish, between[0]), _joined(english, between[1]))


def _joined(words: Sequence[str], between: str) -> str:
    return between.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def filled(sentence: Text, facts: Mapping[str, object]) -> Text | None:
    """Return a sentence with its facts; None where it names one that there is none of."""
    named = {name for words in (sentence.da, sentence.en) for name, _ in PLACEHOLDER.findall(words)}
    if not named <= set(facts):
        return None
    return Text(sentence.da, sentence.en, {name: facts[name] for name in named})
