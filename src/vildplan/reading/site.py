"""What a map and `vildplan.toml` say of a place -> an area with its facts; what contradicts is dropped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vildplan.errors import Finding, Severity, Text, areas, text
from vildplan.model.admission import refused
from vildplan.model.area import Area
from vildplan.model.catalogue import Catalogue, Role, SurfaceClass
from vildplan.model.needs import Lack
from vildplan.model.site import UNKNOWN_SITE, Moisture, Site, Soil
from vildplan.model.site_keys import SITE_KEYS, About
from vildplan.reading.class_findings import place_of
from vildplan.reading.site_words import Fact, NotUnderstood, Words, as_fact

STEEP_RULE, SLOPE, LAWNS, POOR_LAWN = "steep_percent", "slope", ("lawn", "poor_lawn"), "poor_lawn"
GROUPS = {About.HOUSE: ("facade",), About.ROOF: ("roof",)}
NAMES = {key.name: key for key in SITE_KEYS}


@dataclass(frozen=True)
class Facts:
    """What is said of one place, and how steep it is (%), where that is said."""

    site: Site = UNKNOWN_SITE
    slope_percent: float | None = None

    @property
    def known(self) -> dict[str, str | bool | float]:
        """What has been said, by the names of the facts."""
        steep = {} if self.slope_percent is None else {SLOPE: round(self.slope_percent, 1)}
        return {**self.site.known, **steep}

    def over(self, other: "Facts") -> "Facts":
        """Return these facts put over others."""
        steep = self.slope_percent if self.slope_percent is not None else other.slope_percent
        return Facts(other.site.with_facts(self.site), steep)


NO_FACTS = Facts()


def facts_of(said: Mapping[str, Fact]) -> Facts:
    """Return facts by name as one value."""
    own = {name: as_fact(name, value) for name, value in said.items() if name != SLOPE}
    steep = said.get(SLOPE)
    return Facts(Site(**own), None if steep is None else float(steep))


@dataclass(eq=False)
class ColumnReader:
    """Reads the columns of features about their places, and keeps what it could not understand."""

    file: str
    words: Words
    unknown: dict[tuple[str, str], tuple[Text, list[str]]] = field(default_factory=dict)
    torn: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def read(self, properties: Mapping[str, Any], label: str) -> Facts:
        """Return what the columns of one feature say."""
        columns = {str(name).strip().casefold(): value for name, value in properties.items()}
        said: dict[str, Fact] = {}
        for key in SITE_KEYS:
            found = {self._value(key.name, column, columns[column], label)
                     for column in key.columns if column in columns} - {None}  # fmt: skip
            if len(found) > 1:
                self.torn[key.name].append(label)
            elif found:
                said[key.name] = next(iter(found))  # type: ignore[assignment]
        return facts_of(said)

    def _value(self, name: str, column: str, value: Any, label: str) -> Fact | None:
        try:
            return self.words.read(NAMES[name], value)
        except NotUnderstood as fault:
            _, labels = self.unknown.setdefault((column, str(value)[:40]), (fault.advice, []))
            labels.append(label)
            return None

    def findings(self) -> Iterator[Finding]:
        """Yield what could not be understood: the words, and columns that say different things."""
        for (column, word), (advice, labels) in sorted(self.unknown.items()):
            yield Finding(
                place_of(self.file, labels), Severity.WARNING,
                text("{column} = “{word}” kendes ikke ({count}); det regnes for ukendt.",
                     "{column} = “{word}” is not known ({count}); it counts as unknown.",
                     column=column, word=word, count=areas(len(labels))), advice,
            )  # fmt: skip
        for name, labels in sorted(self.torn.items()):
            yield Finding(
                place_of(self.file, labels), Severity.WARNING,
                text("Kolonnerne {columns} siger hver sit; det regnes for ukendt.",
                     "The columns {columns} disagree; it counts as unknown.",
                     columns=" / ".join(NAMES[name].columns)),
                text("Lad kun den ene stå.", "Let only one of them stand."),
            )  # fmt: skip


@dataclass(frozen=True)
class Contradiction:
    """Facts that cannot all hold of a place; they are dropped."""

    drops: tuple[str, ...]
    sentence: Text
    advice: Text


@dataclass(frozen=True)
class Fault:
    """What is wrong with the facts of a place; `unsaid` where something is only missing."""

    sentence: Text
    advice: Text
    unsaid: bool = False


@dataclass(frozen=True, eq=False)
class Settled:
    """An area with its class and its facts settled, and what was wrong with them."""

    area: Area
    faults: tuple[Fault, ...]
    is_steep: bool = False


def settled(area: Area, said: Facts, usual: Site, catalogue: Catalogue) -> Settled:
    """Give an area its facts: what is `said` of it goes before what is `usual` in the department."""
    row = catalogue.surfaces[area.surface]
    found = list(contradictions(row, said.site))
    site = said.site
    for one in found:
        site = replace(site, **{name: getattr(UNKNOWN_SITE, name) for name in one.drops})
    site = _fitting(usual, row).with_facts(site)
    steep = said.slope_percent is not None and said.slope_percent >= catalogue.rule(STEEP_RULE)
    is_steep = steep and area.surface in LAWNS
    surface = SLOPE if is_steep else area.surface
    if surface == "lawn" and site.soil is Soil.POOR:
        surface = POOR_LAWN
    told = [Fault(one.sentence, one.advice) for one in found]
    if site.zone_type is not None:
        told += _asked(surface, site, catalogue)
    return Settled(replace(area, surface=surface, site=site), tuple(told), is_steep)


def _fitting(usual: Site, row: SurfaceClass) -> Site:
    """What holds of the whole department, as far as it concerns ground of a class."""
    if row.role is not Role.SURFACE:
        return UNKNOWN_SITE
    if row.group in GROUPS[About.HOUSE]:
        return Site(basement=usual.basement, wooden_facade=usual.wooden_facade)
    if row.group in GROUPS[About.ROOF]:
        return UNKNOWN_SITE  # what grows on a roof grows in soil that was carried up there
    return Site(soil=usual.soil) if row.may_become and row.soil is Soil.UNKNOWN else UNKNOWN_SITE


def contradictions(row: SurfaceClass, site: Site) -> Iterator[Contradiction]:
    """Yield what cannot hold of ground of a class, or not together."""
    known = tuple(site.known)
    if known and row.role is not Role.SURFACE:
        yield Contradiction(
            known,
            text("“{facts}” er skrevet ved {surface}, som ingen jord tager.",
                 "“{facts}” is written at {surface}, which takes no ground.",
                 facts=_named(known), surface=row.name),
            text("Skriv det på plænen eller bedet selv.", "Say it of the lawn or the bed itself."),
        )  # fmt: skip
        return
    yield from _in_the_wrong_place(row, known)
    if row.group in (*GROUPS[About.HOUSE], *GROUPS[About.ROOF]):
        yield from _wet_roof(row, site)
    if site.moisture is Moisture.DRY and site.low:
        yield Contradiction(
            ("moisture", "low"),
            text("Det er sagt, at stedet er tørt, og at vand samles der.",
                 "It is said that the place is dry, and that water gathers there."), _ONE_OF_THEM,
        )  # fmt: skip
    if site.soil is not Soil.UNKNOWN and row.soil not in (Soil.UNKNOWN, site.soil):
        yield Contradiction(
            ("soil",),
            text("Arealtypen er {surface}, men jorden er sagt at være næringsrig.",
                 "The class is {surface}, but the soil is said to be rich.", surface=row.name), _ONE_OF_THEM,
        )  # fmt: skip


def _in_the_wrong_place(row: SurfaceClass, known: Sequence[str]) -> Iterator[Contradiction]:
    for about, groups in GROUPS.items():
        wrong = tuple(name for name in known if NAMES[name].about is about)
        if wrong and row.group not in groups:
            house = about is About.HOUSE
            yield Contradiction(
                wrong,
                text("“{facts}” er skrevet ved {surface}.", "“{facts}” is written at {surface}.",
                     facts=_named(wrong), surface=row.name),
                text("Skriv det på bygningen.", "Say it of the building.") if house
                else text("Tegn taget som taghave, og skriv det dér.",
                          "Draw the roof as a roof garden, and say it there."),
            )  # fmt: skip


def _wet_roof(row: SurfaceClass, site: Site) -> Iterator[Contradiction]:
    wet = (("moisture", site.moisture is Moisture.WET), ("low", site.low), ("roof_water", site.roof_water))
    wrong = tuple(name for name, is_said in wet if is_said)
    if wrong:
        yield Contradiction(
            wrong,
            text("“{facts}” er skrevet ved {surface}; et tag er ikke vådt og får ikke vand fra et andet.",
                 "“{facts}” is written at {surface}; a roof is not wet and gets no water from another.",
                 facts=_named(wrong), surface=row.name),
            text("Skriv det på plænen, som vandet ledes til.",
                 "Say it of the lawn that the water is led to."),
        )  # fmt: skip


_ONE_OF_THEM = text("Ret det ene af de to.", "Mend one of the two.")


def _named(names: Iterable[str]) -> Text:
    return text("{names}", "{names}", names=tuple(NAMES[name].called for name in names))


def _asked(surface: str, site: Site, catalogue: Catalogue) -> Iterator[Fault]:
    """Why the type that people ask for cannot lie there."""
    name = catalogue.zone_types[site.zone_type or ""].name
    for one in refused(surface, site, catalogue):
        sentence = text("{kind} ønskes, men {why}. Arealet bliver, som det er.",
                        "{kind} is asked for, but {why}. The area stays as it is.",
                        kind=name, why=one.reason)  # fmt: skip
        unsaid = text("Skriv det, hvis det er sådan.", "Say so, if it is.")
        other = text("Vælg en anden zonetype, eller lad feltet stå tomt.",
                     "Choose another zone type, or leave the field empty.")  # fmt: skip
        is_unsaid = one.lack is Lack.UNSAID
        yield Fault(sentence, unsaid if is_unsaid else other, is_unsaid)


def usual_rest(rest: str, usual: Site, catalogue: Catalogue) -> tuple[str, Site]:
    """Return the class of ground that no area describes, and what is known of it."""
    row = catalogue.surfaces[rest]
    site = _fitting(usual, row)
    return (POOR_LAWN if rest == "lawn" and site.soil is Soil.POOR else rest), site
