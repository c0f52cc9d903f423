"""`[plants]` of `vildplan.toml` -> the species that people want and those that they avoid.

    [plants]
    avoid = ["merian"]
    want = ["blåhat", "Primula veris"]

Plants are named as people name them; the catalogue of plants is read only where the table is there.
"""

from collections.abc import Iterator, Mapping

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.flora import Invasive, Species
from vildplan.model.wishes import PlantWishes
from vildplan.reading.flora import read_flora
from vildplan.reading.own_document import no_table
from vildplan.reading.plants import Plant, all_names, folded, near_plants

TABLE = "plants"
AVOID, WANT = "avoid", "want"
KEYS = (AVOID, WANT)
EXAMPLE = text('Skriv f.eks. avoid = ["merian"].', 'Write for example avoid = ["merian"].')


def read_own_plants(table: object, faults: list[Finding]) -> PlantWishes:
    """Return the species of the table; everything in it that cannot be used goes to `faults`."""
    if table is None:
        return PlantWishes()
    if not isinstance(table, Mapping):
        faults.append(no_table(TABLE))
        return PlantWishes()
    names = all_names(read_flora())
    faults += [*_strange_keys(table)]
    avoid, want = (tuple(_species(table, key, names, faults)) for key in KEYS)
    for key in sorted({*avoid} & {*want}):
        name = read_flora().species[key].name
        faults.append(_fault(f"[{TABLE}]", text("{name} står under både avoid og want.",
                                                "{name} stands under both avoid and want.", name=name),
                             text("Slet den ene.", "Delete one of them.")))  # fmt: skip
    return PlantWishes(avoid=avoid, want=want)


def _strange_keys(table: Mapping[str, object]) -> Iterator[Finding]:
    for name in table:
        if name not in KEYS:
            yield _fault(_place(name), text("den nøgle findes ikke.", "there is no such key."),
                         text("Vælg mellem {keys}.", "Choose between {keys}.", keys=KEYS))  # fmt: skip


def _species(
    table: Mapping[str, object], key: str, names: Mapping[str, Plant], faults: list[Finding]
) -> Iterator[str]:
    """The keys of the species under one key, each once; a list of one may be written without its brackets."""
    given = table.get(key, [])
    found: dict[str, None] = {}
    for word in given if isinstance(given, list) else [given]:
        if not isinstance(word, str):
            faults.append(_fault(_place(key), text("det skal være en liste af tekster.",
                                                   "it must be a list of texts."), EXAMPLE))  # fmt: skip
            continue
        plant = names.get(folded(word))
        if isinstance(plant, Species):
            found[plant.key] = None
        elif key == WANT or plant is None:
            # What is never planted is avoided already.
            faults.append(_not_planted(key, word, plant, near_plants(word, names)))
    yield from found


def _not_planted(key: str, word: str, plant: Plant | None, near: tuple[Text, ...]) -> Finding:
    if isinstance(plant, Invasive):
        why = text("{word} er invasiv og plantes aldrig.", "{word} is invasive and never planted.", word=word)
        return _fault(_place(key), why, text("Slet den.", "Delete it."))
    if plant is not None:
        why = text("{word} er ikke blandt de arter, der plantes.",
                   "{word} is not among the species that are planted.", word=word)  # fmt: skip
        return _fault(_place(key), why, text("Slet den.", "Delete it."))
    advice = text("Mente du {near}?", "Did you mean {near}?", near=near) if near else text(
        "Skriv vildplan species for at se arterne.", "Type vildplan species to see the species."
    )  # fmt: skip
    unknown = text("{word} er ikke i kataloget.", "{word} is not in the catalogue.", word=word)
    return _fault(_place(key), unknown, advice)


def _place(key: str) -> str:
    return f"[{TABLE}] {key}"


def _fault(place: str, sentence: Text, advice: Text) -> Finding:
    return Finding(plain(place), Severity.ERROR, sentence, advice)
