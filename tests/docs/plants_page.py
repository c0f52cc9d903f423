"""docs/plants.md, made of the catalogue: `python -m tests.docs.plants_page` writes it anew."""

from collections.abc import Iterator
from pathlib import Path

from vildplan.errors import Text, text
from vildplan.model.flora import Fact, Mode, Species
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.plant_words import fact_words
from vildplan.proposal.words import say
from vildplan.reading.flora import read_flora

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plants.md"
FLORA = read_flora()
TOLD = ("habitats", "soil", "moisture", "light", "months", "insects", "allergy", "poison", "hazards")
HEAD = text(
    "Alle oplysninger uden kilde i sidste kolonne er antagelser (almen floraviden).",
    "All that has no source in the last column is an assumption (general knowledge of plants).",
)
SPECIES = text("Hjemmehørende arter", "Native species")
INVASIVES = text("Invasive planter: bekæmpes, plantes aldrig", "Invasive plants: fought, never planted")
LEFT_OUT = text("Udelades", "Left out")
MODES = {Mode.ALLERGY: text("Med --allergy", "With --allergy"), Mode.PLAY: text("Med --play", "With --play")}
NAME, LATIN, SOURCES = text("Navn", "Name"), text("Latin", "Latin"), text("Kilder", "Sources")
TODO, WHY = text("Gør sådan", "What to do"), text("Hvorfor", "Why")


def page() -> str:
    """The whole page, Danish first."""
    made = "Made of the catalogue by `python -m tests.docs.plants_page`."
    lines = ["# Planterne / The plants", "", f"[Dansk](#dansk), [English](#english). {made}"]
    for language, heading in ((Language.DANISH, "Dansk"), (Language.ENGLISH, "English")):
        lines += ["", f"## {heading}", "", say(HEAD, language)]
        for part in (_species, _invasives, _avoided):
            lines += ["", *part(language)]
    return "\n".join(lines) + "\n"


def _species(language: Language) -> Iterator[str]:
    yield f"### {say(SPECIES, language)} ({len(FLORA.species)})"
    yield ""
    first = next(one for one in FLORA.species.values() if one.hazards)
    names = {fact.prop: fact.name for fact in first.facts}
    yield from _head((NAME, LATIN, *(names[prop] for prop in TOLD), SOURCES), language)
    for one in FLORA.species.values():
        facts = {fact.prop: fact for fact in one.facts}
        told = (say(fact_words(facts[prop]), language) if prop in facts else "" for prop in TOLD)
        yield _row((say(one.name, language), f"*{one.latin}*", *told, "; ".join(_sources(one, language))))


def _sources(one: Species, language: Language) -> Iterator[str]:
    for fact in one.facts:
        if fact.status is not Status.ASSUMPTION:
            yield f"{say(fact.name, language)}: {fact.source} ({fact.year})"


def _invasives(language: Language) -> Iterator[str]:
    yield f"### {say(INVASIVES, language)} ({len(FLORA.invasives)})"
    yield ""
    yield from _head((NAME, LATIN, TODO, SOURCES), language)
    for one in FLORA.invasives.values():
        sources = dict.fromkeys(_origin(fact) for fact in one.facts)
        yield _row((say(one.name, language), f"*{one.latin}*", say(one.todo, language), "; ".join(sources)))


def _avoided(language: Language) -> Iterator[str]:
    yield f"### {say(LEFT_OUT, language)}"
    for mode, heading in MODES.items():
        yield ""
        yield from _head((heading, LATIN, WHY, SOURCES), language)
        for one in FLORA.avoided:
            if one.mode is mode:
                cells = (say(one.name, language), f"*{one.latin}*", say(one.why, language))
                yield _row((*cells, _origin(one.facts[0])))
        for species in FLORA.species.values():
            known = {one.latin for one in FLORA.avoided if one.mode is mode}
            if FLORA.excluded(species, mode) and species.latin not in known:
                fact = next(f for f in species.facts if f.prop == "poison")
                words = say(fact_words(fact), language)
                yield _row((say(species.name, language), f"*{species.latin}*", words, _origin(fact)))


def _origin(fact: Fact) -> str:
    return fact.source if fact.status is Status.ASSUMPTION else f"{fact.source} ({fact.year})"


def _head(cells: tuple[Text, ...], language: Language) -> Iterator[str]:
    yield _row(tuple(say(cell, language) for cell in cells))
    yield "|" + "---|" * len(cells)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
