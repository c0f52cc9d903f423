"""Plants -> documents and records: one plant with all that is known of it, the invasive ones, lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from vildplan.errors import Text, counted, plain, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.flora import Allergy, Avoided, Fact, Flora, Invasive, Mode, Species
from vildplan.model.plants_asked import PlantsAsked
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.document import Block, Column, Document, Grid, Paragraph, Tone
from vildplan.proposal.plant_words import fact_words
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import say

Record = dict[str, Any]
WHAT, IS = Column(text("Hvad", "What")), Column(text("Det er", "It is"))
SOURCE = Column(text("Kilde", "Source"))
PLANT, LATIN = Column(text("Plante", "Plant")), Column(text("Latinsk navn", "Latin name"))
TODO = Column(text("Gør sådan", "What to do"))
NEVER = text("Invasiv: plant den aldrig, og bekæmp den, hvor den står.",
             "Invasive: never plant it, and fight it where it stands.")  # fmt: skip
ASSUMED = "antagelse: "
# What people call what is asked for.
ASKED_NAMES = {
    "zone_type": "--zone-type", "soil": "--soil", "moisture": "--moisture", "light": "--light",
    "month": "--month", "insects": "--insects", "allergy": "--allergy", "play": "--play",
}  # fmt: skip


def titled(name: Text, latin: str) -> Text:
    """Return a plant's name with the Latin one."""
    return text("{name:cap} ({latin})", "{name:cap} ({latin})", name=name, latin=latin)


def species_document(species: Species, flora: Flora, catalogue: Catalogue) -> Document:
    """Return all that is known of one species, with the source of each fact."""
    return Document(titled(species.name, species.latin), tuple(_species(species, flora, catalogue)))


def _species(species: Species, flora: Flora, catalogue: Catalogue) -> Iterator[Block]:
    yield Grid((WHAT, IS, SOURCE), tuple(_row(fact) for fact in species.facts))
    kinds = tuple(_kind(key, catalogue) for key, scheme in flora.schemes.items() if scheme.takes(species))
    yield Paragraph(text("Kan indgå i {kinds}.", "May be part of {kinds}.", kinds=kinds))
    yield from (Paragraph(words, Tone.CAUTION) for words in _left_out(species, flora))


def _kind(key: str, catalogue: Catalogue) -> Text:
    return catalogue.zone_types[key].name if key in catalogue.zone_types else plain(key)


def _left_out(species: Species, flora: Flora) -> Iterator[Text]:
    if flora.excluded(species, Mode.ALLERGY):
        yield text("Udelades med --allergy.", "Left out with --allergy.")
    elif species.allergy is Allergy.SCENT:
        yield text("Udelades med --allergy ved døre og terrasser.",
                   "Left out with --allergy at doors and terraces.")  # fmt: skip
    if flora.excluded(species, Mode.PLAY):
        yield text(
            "Udelades med --play, og altid nær en legeplads og i en læringshave.",
            "Left out with --play, and always near a playground and in a learning garden.",
        )


def _row(fact: Fact) -> tuple[Text, ...]:
    return (text("{name:cap}", "{name:cap}", name=fact.name), fact_words(fact), fact_source(fact))


def fact_source(fact: Fact) -> Text:
    """Return where a fact comes from, or that it is an assumption."""
    if fact.status is Status.ASSUMPTION:
        _, _, why = fact.source.partition(ASSUMED)
        told = text(" ({why})", " ({why})", why=why) if why else plain("")
        return text("{status}{told}", "{status}{told}", status=STATUS_NAMES[fact.status], told=told)
    return text("{source} ({year})", "{source} ({year})", source=fact.source, year=fact.year)


def invasive_document(plant: Invasive) -> Document:
    """Return what to do about one invasive plant."""
    blocks = (Paragraph(NEVER, Tone.CAUTION),
              Grid((WHAT, IS, SOURCE), tuple(_row(fact) for fact in plant.facts)))  # fmt: skip
    return Document(titled(plant.name, plant.latin), blocks)


def avoided_document(plants: Iterable[Avoided]) -> Document:
    """Return why a plant that is no species of ours is left out, by mode."""
    found = tuple(plants)
    rows = tuple((MODE_NAMES[one.mode], one.why, fact_source(one.facts[0])) for one in found)
    return Document(titled(found[0].name, found[0].latin), (Grid((WHAT, IS, SOURCE), rows),))


MODE_NAMES = {
    Mode.ALLERGY: text("Udelades med --allergy", "Left out with --allergy"),
    Mode.PLAY: text("Udelades med --play", "Left out with --play"),
}


def invasives_document(plants: Iterable[Invasive]) -> Document:
    """Return the plants to fight, and how."""
    rows = tuple((plant.name, plain(plant.latin), plant.todo) for plant in plants)
    title = text("Invasive planter: plant dem aldrig", "Invasive plants: never plant them")
    told = text("Skriv vildplan species med et navn for at se kilden.",
                "Type vildplan species with a name to see the source.")  # fmt: skip
    return Document(title, (Grid((PLANT, LATIN, TODO), rows), Paragraph(told, Tone.QUIET)))


def counted_species(count: int, of: int) -> Text:
    """Return how many of the catalogue's species were found."""
    return text("{count:int} af katalogets {of:int} arter", "{count:int} of the catalogue's {of:int} species",
                count=count, of=of)  # fmt: skip


def below_list(found: tuple[Species, ...], flora: Flora, asked: PlantsAsked) -> Iterator[Paragraph]:
    """Yield what is said below a list of species: what the modes leave out, and what rests on assumptions."""
    scented = tuple(species.name for species in found if species.allergy is Allergy.SCENT)
    if asked.allergy and scented:
        yield Paragraph(text("Ikke ved døre og terrasser, da de dufter stærkt: {names}.",
                             "Not at doors and terraces, since their scent is strong: {names}.",
                             names=scented), Tone.CAUTION)  # fmt: skip
    for mode, wished in ((Mode.ALLERGY, asked.allergy), (Mode.PLAY, asked.play)):
        names = tuple(_left_out_names(flora, mode)) if wished else ()
        if names:
            yield Paragraph(text("{mode}: {names}.", "{mode}: {names}.",
                                 mode=MODE_NAMES[mode], names=names))  # fmt: skip
    yield Paragraph(text(
        "Måneder, jord, fugt, lys og værdi for insekter er antagelser (almen floraviden). "
        "Skriv vildplan species med et navn for at se hver oplysning med kilde.",
        "Months, soil, moisture, light and value to insects are assumptions (general knowledge of plants). "
        "Type vildplan species with a name to see every fact with its source.",
    ), Tone.QUIET)  # fmt: skip


def _left_out_names(flora: Flora, mode: Mode) -> Iterator[Text]:
    """All that a mode leaves out: the catalogue's species, and others that people know."""
    listed = [one for one in flora.avoided if one.mode is mode]
    yield from (one.name for one in listed)
    known = {one.latin for one in listed}
    for species in flora.species.values():
        if flora.excluded(species, mode) and species.latin not in known:
            yield species.name


def nothing_document(ways: tuple[tuple[str, int], ...]) -> Document:
    """Return that no species is all that was asked for, and what could be left out of the question."""
    told = tuple(
        Paragraph(text("Uden {option}: {species}.", "Without {option}: {species}.", option=ASKED_NAMES[name],
                       species=counted(count, ("art", "arter"), ("species", "species"))))
        for name, count in ways
    )  # fmt: skip
    title = text("Ingen art er det hele på én gang", "No species is all of that at once")
    none = Paragraph(text("Spørg om mindre ad gangen.", "Ask for less at a time."))
    return Document(title, told or (none,))


def unplanted_document() -> Document:
    """Return that dead wood is planted with nothing."""
    words = text("Dødt ved bliver ikke plantet til: svampe, mosser og biller kommer selv.",
                 "Dead wood is not planted: fungi, mosses and beetles come by themselves.")  # fmt: skip
    return Document(text("Ingen planter", "No plants"), (Paragraph(words),))


def species_record(species: Species, flora: Flora, language: Language) -> Record:
    """Return a species as plain values, with its facts and their sources."""
    return {
        "key": species.key,
        "name": say(species.name, language),
        "latin": species.latin,
        "growth": species.growth.value,
        "habitats": list(species.habitats),
        "soil": [one.value for one in species.soil],
        "moisture": [one.value for one in species.moisture],
        "light": [one.value for one in species.light],
        "months": list(species.months),
        "insects": species.insects.value,
        "groups": [one.value for one in species.groups],
        "allergy": species.allergy.value,
        "poison": species.poison.value,
        "hazards": [one.value for one in species.hazards],
        "zone_types": [key for key, scheme in flora.schemes.items() if scheme.takes(species)],
        "facts": [fact_record(fact, language) for fact in species.facts],
    }


def plant_record(plant: Invasive | Avoided, language: Language) -> Record:
    """Return a plant that is not planted as plain values."""
    told = {"todo": say(plant.todo, language)} if isinstance(plant, Invasive) else {
        "mode": plant.mode.value, "why": say(plant.why, language)
    }  # fmt: skip
    facts = [fact_record(fact, language) for fact in plant.facts]
    return {"key": plant.key, "name": say(plant.name, language), "latin": plant.latin, **told, "facts": facts}


def fact_record(fact: Fact, language: Language) -> Record:
    """Return a fact as a row of the catalogue; terms are those of the catalogue in every language."""
    words = say(fact.words, language) if isinstance(fact.words, Text) else ", ".join(fact.words)
    name = text("{plant}: {name}", "{plant}: {name}", plant=fact.plant, name=fact.name)
    return {
        "key": fact.key,
        "name": say(name, language),
        "value": words,
        "unit": fact.unit,
        "source": fact.source,
        "year": fact.year,
        "status": fact.status.value,
    }


