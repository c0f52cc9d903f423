"""The story of `vildplan species`: one plant, a list of plants, or what a plan is planted with."""

import json as notation
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.planted import plan_with_planting
from vildplan.core.species import find_species, ways_to_find
from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.flora import Flora, Invasive, Species
from vildplan.model.plants_asked import PlantsAsked
from vildplan.model.wishes import Language
from vildplan.proposal import species as told
from vildplan.proposal.planting import planting_document, planting_record
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.reading import plants as reading
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.faults import all_together, tried
from vildplan.reading.flora import read_flora
from vildplan.terminal.report import document_report
from vildplan.terminal.species import species_page

DONE = 0


@dataclass(frozen=True)
class Typed:
    """What was typed, by the names of the options."""

    name: str | None
    zone_type: str | None
    soil: str | None
    moisture: str | None
    light: str | None
    month: str | None
    insects: str | None
    allergy: bool
    play: bool
    invasive: bool
    plan: Path | None
    json: bool
    lang: Language | None

    @property
    def filters(self) -> tuple[str, ...]:
        """The options that choose species, as typed."""
        return tuple(option for name, option in told.ASKED_NAMES.items() if getattr(self, name))


def tell(typed: Typed) -> int:
    """Show what was asked for; return the exit code.

    Raises:
        WrongUsageError: for words that are not known, all together; for questions that do not go together.
    """
    language = spoken(typed.lang)
    _demand_one_question(typed)
    if typed.plan is not None:
        _plan(typed.plan, language, json=typed.json)
    elif typed.invasive:
        plants = _invasives(typed.name)
        records = [told.plant_record(plant, language) for plant in plants]
        _shown({"invasives": records}, told.invasives_document(plants), language, json=typed.json)
    elif typed.name is not None:
        _plant(typed.name, language, json=typed.json)
    else:
        _listed(typed, language)
    return DONE


def _demand_one_question(typed: Typed) -> None:
    asked = {
        **({"--plan": True} if typed.plan is not None else {}),
        **({"--invasive": True} if typed.invasive else {}),
        **({typed.name: True} if typed.name is not None and not typed.invasive else {}),
        **(dict.fromkeys(typed.filters[:1], True)),
    }
    if len(asked) > 1:
        raise WrongUsageError(
            text("{both} kan ikke bruges sammen.", "{both} cannot be used together.", both=tuple(asked)),
            text("Spørg om én ting ad gangen.", "Ask for one thing at a time."),
        )


def _plan(folder: Path, language: Language, *, json: bool) -> None:
    plan = plan_with_planting(folder, language)
    assert plan.planting is not None  # noqa: S101 - it was just put there
    record = {"plan": str(folder), "planting": planting_record(plan.planting, language)}
    _shown(record, planting_document(plan), language, json=json)


def _invasives(name: str | None) -> tuple[Invasive, ...]:
    """All of them, or those that a name means: key, Danish, English or Latin, or a part of it.

    Raises:
        WrongUsageError: for a plant that is not among them.
    """
    plants = tuple(read_flora().invasives.values())
    if name is None:
        return plants
    names, word = reading.plant_names(plants), reading.folded(name)
    meant = [plant for known, plant in names.items() if word == known] or [
        plant for known, plant in names.items() if word in known]  # fmt: skip
    keys = {plant.key for plant in meant}
    if keys:
        return tuple(plant for plant in plants if plant.key in keys)
    near = reading.near_plants(word, names)
    raise WrongUsageError(
        text("{name} er ikke blandt de invasive planter.", "{name} is not among the invasive plants.",
             name=name),
        text("Mente du {near}?", "Did you mean {near}?", near=near) if near
        else text("Skriv vildplan species --invasive for at se dem alle.",
                  "Type vildplan species --invasive to see them all."),
    )  # fmt: skip


def _plant(name: str, language: Language, *, json: bool) -> None:
    """One plant, whichever kind it is, or all whose name holds the word, such as `knopurt`."""
    flora, word = read_flora(), reading.folded(name)
    names = reading.all_names(flora)
    holding = {plant.key: plant for known, plant in names.items() if word and word in known}
    found = [names[word]] if word in names else [*holding.values()]
    species = tuple(plant for plant in found if isinstance(plant, Species))
    if len(found) == 1:
        _one(found[0], flora, language, json=json)
    elif species:
        _list(species, flora, PlantsAsked(), language, json=json)
    elif found:
        records = [told.plant_record(plant, language) for plant in found if not isinstance(plant, Species)]
        invasives = [plant for plant in found if isinstance(plant, Invasive)]
        _shown({"invasives": records}, told.invasives_document(invasives), language, json=json)
    else:
        raise _unknown(name, reading.near_plants(word, names))


def _one(plant: reading.Plant, flora: Flora, language: Language, *, json: bool) -> None:
    if isinstance(plant, Species):
        record = {"species": [told.species_record(plant, flora, language)]}
        document = told.species_document(plant, flora, read_catalogue())
    elif isinstance(plant, Invasive):
        record = {"invasives": [told.plant_record(plant, language)]}
        document = told.invasive_document(plant)
    else:
        same = [one for one in flora.avoided if one.latin == plant.latin]
        record = {"avoided": [told.plant_record(one, language) for one in same]}
        document = told.avoided_document(same)
    _shown(record, document, language, json=json)


def _unknown(name: str, near: tuple[Text, ...]) -> WrongUsageError:
    return WrongUsageError(
        text("{name}: den plante er ikke i kataloget.", "{name}: that plant is not in the catalogue.",
             name=name),
        text("Mente du {near}?", "Did you mean {near}?", near=near) if near
        else text("Skriv vildplan species for at se alle.", "Type vildplan species to see them all."),
    )  # fmt: skip


def _listed(typed: Typed, language: Language) -> None:
    flora = read_flora()
    asked = _asked(typed, flora)
    found = find_species(flora, asked)
    if found or typed.json:
        _list(found, flora, asked, language, json=typed.json)
    elif asked.zone_type == reading.UNPLANTED:
        put_page(document_report(told.unplanted_document(), language))
    else:
        put_page(document_report(told.nothing_document(ways_to_find(flora, asked)), language))


def _asked(typed: Typed, flora: Flora) -> PlantsAsked:
    """What was typed, understood; all that is not is told together."""
    faults: list[Any] = []
    catalogue = read_catalogue()

    def read(typed_word: str | None, reader: Any) -> Any:
        return None if typed_word is None else tried(lambda: reader(typed_word), faults)

    asked = PlantsAsked(
        zone_type=read(typed.zone_type, partial(reading.read_zone_type_of, flora=flora, catalogue=catalogue)),
        soil=read(typed.soil, reading.read_soil),
        moisture=read(typed.moisture, reading.read_moisture),
        light=read(typed.light, reading.read_light),
        month=read(typed.month, reading.read_month),
        insects=read(typed.insects, reading.read_insects),
        allergy=typed.allergy,
        play=typed.play,
    )
    if faults:
        raise all_together(faults)
    return asked


def _list(
    found: tuple[Species, ...], flora: Flora, asked: PlantsAsked, language: Language, *, json: bool
) -> None:
    if json:
        records = [told.species_record(species, flora, language) for species in found]
        _shown({"species": records}, None, language, json=True)
        return
    title = told.counted_species(len(found), len(flora.species))
    put_page(species_page(found, title, told.below_list(found, flora, asked), language))


def _shown(record: Mapping[str, Any], document: Any, language: Language, *, json: bool) -> None:
    if json:
        put(notation.dumps({"schema_version": SCHEMA_VERSION, **record}, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(document, language))
