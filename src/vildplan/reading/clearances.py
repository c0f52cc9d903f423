"""`--clearance facade=2` -> the user's own distances; every way of typing it wrong has its own hint."""

import re
from collections.abc import Sequence

from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.nearness import near_words
from vildplan.reading.classes import class_index
from vildplan.reading.json_file import means_a_file

METRES = re.compile(r"^\d{1,6}(?:[.,]\d{1,6})?$")
MOST_M = 50.0


def read_clearances(typed: Sequence[str], catalogue: Catalogue) -> tuple[tuple[str, float], ...]:
    """Read (group, metres) of each typed `group=metres`; a Danish word such as `sti` names its group.

    What draws a place in a file, `terraces.geojson=5`, is left to `read_drawn_clearance`.

    Raises:
        WrongUsageError: for an unknown group, metres that make no sense, or a group typed twice.
    """
    found: dict[str, float] = {}
    for words in typed:
        name, metres = _parted(words)
        if means_a_file(name):
            continue
        group = _group(name, words, catalogue)
        if group in found:
            raise _refused(words, text("afstanden til {group} står der to gange.",
                                       "the clearance to {group} stands there twice.",
                                       group=group))  # fmt: skip
        found[group] = _metres(metres, words)
    return tuple(sorted(found.items()))


def read_drawn_clearance(words: str) -> tuple[str, float] | None:
    """Read (file, metres) of `terraces.geojson=5`; None where no file is meant.

    Raises:
        WrongUsageError: for metres that make no sense.
    """
    name, metres = _parted(words)
    return (name, _metres(metres, words)) if means_a_file(name) else None


def _parted(words: str) -> tuple[str, str]:
    name, is_there, metres = words.rpartition("=")
    if not is_there:
        raise _refused(words, text("der mangler en afstand.", "the distance is missing."))
    return name, metres


def _group(name: str, words: str, catalogue: Catalogue) -> str:
    groups = list(dict.fromkeys(clearance.group for clearance in catalogue.clearances))
    word = name.strip().casefold()
    if word in groups:
        return word
    index = class_index(catalogue)
    key = index.word(word)
    if key is not None and catalogue.surfaces[key].group in groups:
        return catalogue.surfaces[key].group
    known = {row: row for row in groups} | {
        other: catalogue.surfaces[own].group
        for other, own in index.by_word.items()
        if catalogue.surfaces[own].group in groups
    }
    near = near_words(word, known)
    unknown = text("der er ingen afstand til det.", "there is no clearance to that.")
    if near:
        raise _refused(words, unknown, text("Mente du {near}?", "Did you mean {near}?", near=near))
    raise _refused(words, unknown, text("Vælg mellem {groups}.", "Choose between {groups}.",
                                        groups=tuple(groups)))  # fmt: skip


def _metres(typed: str, words: str) -> float:
    word = typed.strip().lower().removesuffix("m").strip()
    if not METRES.match(word):
        raise _refused(words, text("afstanden skal være 0 eller flere meter.",
                                   "the distance must be 0 metres or more."))  # fmt: skip
    metres = float(word.replace(",", "."))
    if metres > MOST_M:
        raise _refused(words, text("det er for langt; højst {most:m}.",
                                   "that is too far; at most {most:m}.", most=MOST_M))  # fmt: skip
    return metres


def _refused(words: str, why: Text, hint: Text | None = None) -> WrongUsageError:
    example = text("Skriv f.eks. --clearance facade=2 eller --clearance terrasser.geojson=8.",
                   "Type for example --clearance facade=2 or --clearance terraces.geojson=8.")  # fmt: skip
    return WrongUsageError(
        text("--clearance {words}: {why}", "--clearance {words}: {why}", words=words, why=why),
        hint or example,
    )
