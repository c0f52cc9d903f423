"""The options of `vildplan record` -> rows of a registration, as if they stood in a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.money import Who
from vildplan.model.money_keys import WHO
from vildplan.model.nearness import near_words
from vildplan.model.year_keys import HOURS, Part
from vildplan.reading.registration import Entry, at_option

# The option of each key, where it is not the key itself.
OPTIONS = {
    "area_m2": "--m2", "by": "--measured-by", "how": "--measured-how", "cuts": "--cut", "photos": "--photo",
    "standing": "--status", "day": "--on", "sender": "--from", "role": "--trained", "matter": "--complaint",
    "mood": "--complaint", **{f"{HOURS}{who}": "--hours" for who in Who},
}  # fmt: skip
OF_ZONE = {
    "state": "state", "m2": "area_m2", "measured_by": "by", "measured_how": "how", "cut": "cuts",
    "hay_removed": "hay_removed", "care": "care", "cost_kr": "cost_kr", "flowering": "flowering",
    "photo": "photos", "contact": "contact", "note": "note",
}  # fmt: skip
_STAFF = text("\"egne folk\"", "staff")
# What may also be said of the whole department.
OF_ALL = ("cost_kr",)
OF_WORD = {"sender": "sender", "on": "day", "answer": "answer"}


def typed_entries(words: Mapping[str, Any], faults: list[Finding]) -> tuple[Entry, ...]:
    """Return the rows that were typed; what has no place is remembered in `faults`."""
    place = at_option(OPTIONS)
    zone = words.get("zone")
    hours = _hours(words.get("hours", ()), faults)
    of_zone: dict[str, object] = {key: words[name] for name, key in OF_ZONE.items() if name in words}
    of_zone |= hours
    said = _word(words, faults)
    entries = []
    if zone is None:
        of_all = {key: value for key, value in of_zone.items() if key in OF_ALL or key.startswith(HOURS)}
        for key in of_zone.keys() - of_all.keys():
            faults.append(_fault(place(key), text("det står ikke, hvilken zone det er.",
                                                  "it is not said which zone it is."),
                                 text("Skriv --zone Z1.", "Type --zone Z1.")))  # fmt: skip
        if "status" in words:
            of_all["standing"] = words["status"]
        entries += [Entry(Part.DEPARTMENT, of_all, place)] if of_all else []
    else:
        name = {"name": words["name"]} if _is_contact(words) else {}
        entries.append(Entry(Part.ZONES, {"zone": zone, **of_zone, **name}, place))
        if "status" in words:
            entries.append(Entry(Part.DEPARTMENT, {"standing": words["status"]}, place))
    if said:
        entries.append(Entry(Part.WORDS, said, place))
    if "trained" in words:
        name = {"name": words["name"]} if "name" in words and not said else {}
        entries.append(Entry(Part.TRAINED, {"role": words["trained"], **name}, place))
    if "name" in words and not said and not {"trained", "contact"} & words.keys():
        faults.append(_fault(plain("--name"), text("det står ikke, hvem det er.",
                                   "it is not said who it is."),
                             text("Brug det sammen med --complaint, --praise, --trained eller --contact.",
                                  "Use it with --complaint, --praise, --trained or --contact.")))  # fmt: skip
    return tuple(entries)


def _is_contact(words: Mapping[str, Any]) -> bool:
    others = {"complaint", "praise", "trained"} & words.keys()
    return "name" in words and "contact" in words and not others


def _word(words: Mapping[str, Any], faults: list[Finding]) -> dict[str, object]:
    moods = [mood for mood in ("complaint", "praise") if mood in words]
    rest = {key: words[name] for name, key in OF_WORD.items() if name in words}
    if not moods:
        for key in rest:
            faults.append(_fault(at_option(OPTIONS)(key),
                                 text("der er hverken en klage eller ros.",
                                      "there is no complaint or praise."),
                                 text("Skriv --complaint eller --praise med sagen.",
                                      "Type --complaint or --praise with the matter.")))  # fmt: skip
        return {}
    if len(moods) > 1:
        faults.append(_fault(plain("--complaint, --praise"),
                             text("kun én af dem ad gangen.", "only one of them at a time."),
                             text("Registrér dem hver for sig.", "Register them one by one.")))  # fmt: skip
    named = {key: words[key] for key in ("zone", "name") if key in words}
    return {"mood": moods[0], "matter": words[moods[0]], **rest, **named}


def _hours(typed: Sequence[str], faults: list[Finding]) -> dict[str, object]:
    found: dict[str, object] = {}
    for word in typed:
        who, mark, number = word.partition("=")
        key = who.strip().casefold()
        if mark and key in WHO:
            found[f"{HOURS}{WHO[key]}"] = number
            continue
        near = near_words(key, WHO, 1)
        faults.append(_fault(
            plain("--hours"),
            text("{word}: det er ikke hvem=timer.", "{word}: that is not who=hours.", word=word),
            text("Skriv f.eks. --hours {who}=3,5; andre er entreprenør, unge og frivillige.",
                 "Type for example --hours {who}=3.5; others are contractor, youth and volunteers.",
                 who=near[0] if near else _STAFF),
        ))  # fmt: skip
    return found


def _fault(place: Text, sentence: Text, advice: Text) -> Finding:
    return Finding(place, Severity.ERROR, sentence, advice)
