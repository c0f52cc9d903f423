"""What a map says of places, as the judge reads it."""

import re
from collections.abc import Mapping
from typing import Any

# A word or two for each fact is enough for the judge: it reads maps that were made to be judged.
COLUMNS = {
    "soil": ("jord", "soil"), "moisture": ("fugt", "moisture"), "light": ("lys", "light"),
    "traffic": ("slid", "traffic"), "low": ("lavning", "low"), "roof_water": ("tagvand", "roof_water"),
    "load_checked": ("bæreevne", "load_checked"), "basement": ("kælder", "basement"),
    "wooden_facade": ("træfacade", "wooden_facade"), "slope": ("hældning", "slope"),
    "zone_type": ("zonetype", "zone_type"),
}  # fmt: skip
WORDS = {
    "mager": "poor", "næringsrig": "rich", "rig": "rich", "tør": "dry", "frisk": "fresh", "våd": "wet",
    "sol": "sun", "halvskygge": "half_shade", "skygge": "shade", "lavt": "low", "højt": "high",
    "ja": True, "yes": True, "true": True, "nej": False, "no": False, "false": False,
}  # fmt: skip
STEEP_PERCENT = 33.3

Facts = Mapping[str, Any]


def facts_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a feature says of its place."""
    found = {}
    for fact, columns in COLUMNS.items():
        said = next((properties[c] for c in columns if properties.get(c) not in (None, "")), None)
        if said is not None:
            found[fact] = WORDS.get(str(said).strip().casefold(), said)
    return found


def class_by_facts(key: str, facts: Facts) -> str:
    """Return the class once the facts are known: steep lawn is slope, lawn on poor soil is poor lawn."""
    if key in ("lawn", "poor_lawn") and _percent(str(facts.get("slope", ""))) >= STEEP_PERCENT:
        return "slope"
    return "poor_lawn" if key == "lawn" and facts.get("soil") == "poor" else key


def _percent(word: str) -> float:
    ratio = re.fullmatch(r"1:([\d,]+)", word.replace(" ", ""))
    if ratio:
        return 100 / float(ratio[1].replace(",", "."))
    number = re.fullmatch(r"([\d.,]+)%?", word.replace(" ", ""))
    return float(number[1].replace(",", ".")) if number else 0.0
