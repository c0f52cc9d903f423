"""The catalogue's files of plants -> Flora; unknown keys are refused. Read where plants are asked for."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from vildplan.errors import Text, plain, text
from vildplan.model.flora import (
    Allergy,
    Avoided,
    Fact,
    Flora,
    Form,
    Group,
    Growth,
    Hazard,
    Insects,
    Invasive,
    Mode,
    Poison,
    Scheme,
    SchemePart,
    Species,
)
from vildplan.model.site import Light, Moisture, Soil
from vildplan.model.value import Status

# What nobody has given a source for; the year is when it was written down.
GENERAL = "antagelse: almen floraviden"
NO_SOURCE = "antagelse, ingen kilde fundet"
YEAR = 2026
WORDS, MONTHS, LATIN, SENTENCE, LIST = "ord", "måned", "latinsk navn", "sætning", "liste"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Source(_Row):
    key: str
    words: str
    year: int


class _Plant(_Row):
    key: str
    da: str
    en: str
    latin: str

    def name(self) -> Text:
        return text(self.da, self.en)


class _Species(_Plant):
    growth: Growth
    habitats: tuple[str, ...] = Field(min_length=1)
    soil: tuple[Soil, ...] = Field(min_length=1)
    moisture: tuple[Moisture, ...] = Field(min_length=1)
    light: tuple[Light, ...] = Field(min_length=1)
    months: tuple[int, ...] = Field(min_length=1)
    insects: Insects
    groups: tuple[Group, ...] = ()
    allergy: Allergy
    poison: Poison
    hazards: tuple[Hazard, ...] = ()
    lists: tuple[str, ...] = ()
    note_da: str = ""
    note_en: str = ""
    sources: dict[str, str] = Field(default_factory=dict)


class _Invasive(_Plant):
    listed: str
    todo_da: str
    todo_en: str
    todo_source: str = ""


class _Avoided(_Plant):
    mode: Mode
    why_da: str
    why_en: str
    listed: str = ""


class _Part(_Row):
    da: str
    en: str
    form: Form
    habitats: tuple[str, ...]
    growth: tuple[Growth, ...]
    moisture: tuple[Moisture, ...]
    light: tuple[Light, ...]
    most: str
    per_m2: str = ""
    m2_each: str = ""
    on: str = ""
    plot: str = ""
    of: str = ""
    less: str = ""
    only: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    paid: bool = True


class _Scheme(_Row):
    zone_type: str
    note_da: str
    note_en: str
    part: tuple[_Part, ...]
    safe: bool = False
    grass: bool = False
    stands: str = ""
    standing_on: tuple[str, ...] = ()


class _SpeciesFile(_Row):
    source: tuple[_Source, ...]
    species: tuple[_Species, ...]


class _InvasivesFile(_Row):
    source: tuple[_Source, ...]
    invasive: tuple[_Invasive, ...]


class _AvoidedFile(_Row):
    source: tuple[_Source, ...]
    avoided: tuple[_Avoided, ...]


class _SchemesFile(_Row):
    scheme: tuple[_Scheme, ...]


@cache
def read_flora() -> Flora:
    """Read the plants that come with the program."""
    species = _SpeciesFile.model_validate(_document("species"))
    invasives = _InvasivesFile.model_validate(_document("invasives"))
    avoided = _AvoidedFile.model_validate(_document("avoided"))
    schemes = _SchemesFile.model_validate(_document("schemes"))
    by_key = {source.key: source for source in species.source}
    lists = {source.key: source for source in invasives.source}
    reasons = {source.key: source for source in avoided.source}
    return Flora(
        species={row.key: _species(row, by_key) for row in species.species},
        invasives={row.key: _invasive(row, lists[row.listed]) for row in invasives.invasive},
        avoided=tuple(_avoided(row, reasons) for row in avoided.avoided),
        schemes={row.zone_type: _scheme(row) for row in schemes.scheme},
    )


def _document(name: str) -> dict[str, object]:
    return tomllib.loads((files("vildplan") / "catalogue" / f"{name}.toml").read_text(encoding="utf-8"))


def _species(row: _Species, sources: Mapping[str, _Source]) -> Species:
    facts = row.model_dump(exclude={"da", "en", "lists", "note_da", "note_en", "sources"})
    note = text(row.note_da, row.note_en) if row.note_da else None
    return Species(name=row.name(), note=note, facts=tuple(_facts(row, sources)), **facts)


def _facts(row: _Species, sources: Mapping[str, _Source]) -> Iterator[Fact]:
    """Every property of a species; the name is the first."""

    def fact(prop: str, name: Text, words: tuple[str, ...] | Text, unit: str = WORDS) -> Fact:
        key = row.sources.get(prop)
        if key is None:
            where = (GENERAL, YEAR, Status.ASSUMPTION)
        else:
            where = (sources[key].words, sources[key].year, Status.SOURCED)
        return Fact(f"species.{row.key}.{prop}", row.name(), name, words, unit, *where)

    latin = fact("latin", text("latinsk navn", "Latin name"), plain(row.latin), LATIN)
    yield latin
    yield fact("growth", text("vækst", "growth"), (row.growth,))
    yield fact("habitats", text("hører til", "belongs to"), row.habitats)
    yield fact("soil", text("jord", "soil"), row.soil)
    yield fact("moisture", text("fugt", "moisture"), row.moisture)
    yield fact("light", text("lys", "light"), row.light)
    yield fact("months", text("i blomst", "in flower"), tuple(map(str, row.months)), MONTHS)
    yield fact("insects", text("værdi for insekter", "value to insects"), (row.insects,))
    if row.groups:
        yield fact("groups", text("især for", "above all for"), row.groups)
    yield fact("allergy", text("allergi", "allergy"), (row.allergy,))
    yield fact("poison", text("gift", "poison"), (row.poison,))
    if row.hazards:
        yield fact("hazards", text("pas på", "mind the"), row.hazards)
    if row.note_da:
        yield fact("note", text("bemærk", "note"), text(row.note_da, row.note_en), SENTENCE)
    for key in row.lists:
        listed = sources[key]
        yield Fact(f"species.{row.key}.list.{key}", row.name(), text("står på listen", "is on the list"),
                   plain(listed.words), LIST, listed.words, listed.year, Status.SOURCED)  # fmt: skip


def _invasive(row: _Invasive, listed: _Source) -> Invasive:
    source = row.todo_source or NO_SOURCE
    status = Status.SOURCED if row.todo_source else Status.ASSUMPTION
    todo = text(row.todo_da, row.todo_en)
    key = f"invasive.{row.key}"
    facts = (
        Fact(f"{key}.latin", row.name(), text("invasiv plante", "invasive plant"), plain(row.latin), LATIN,
             listed.words, listed.year, Status.SOURCED),
        Fact(f"{key}.todo", row.name(), text("gør sådan", "what to do"), todo, SENTENCE,
             source, YEAR, status),
    )  # fmt: skip
    return Invasive(row.key, row.name(), row.latin, todo, facts)


def _avoided(row: _Avoided, sources: Mapping[str, _Source]) -> Avoided:
    why = text(row.why_da, row.why_en)
    listed = sources.get(row.listed)
    where = (listed.words, listed.year, Status.SOURCED) if listed else (NO_SOURCE, YEAR, Status.ASSUMPTION)
    name = text("udelades", "left out")
    fact = Fact(f"avoided.{row.mode}.{row.key}", row.name(), name, why, SENTENCE, *where)
    return Avoided(row.key, row.mode, row.name(), row.latin, why, (fact,))


def _scheme(row: _Scheme) -> Scheme:
    parts = tuple(
        SchemePart(name=text(part.da, part.en), **part.model_dump(exclude={"da", "en"})) for part in row.part
    )
    facts = row.model_dump(exclude={"note_da", "note_en", "part"})
    return Scheme(note=text(row.note_da, row.note_en), parts=parts, **facts)
