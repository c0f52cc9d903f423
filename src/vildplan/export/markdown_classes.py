"""The class table and the zone types as a Markdown page, which `docs/` keeps."""

from collections.abc import Iterable, Iterator, Sequence

from vildplan.errors import Text, plain, text
from vildplan.model.catalogue import Catalogue, Clearance, SurfaceClass, ZoneType
from vildplan.model.value import Status, Told
from vildplan.model.wishes import Language
from vildplan.proposal.needs_words import needs_words
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import say

TITLE = text("Arealtyper og zonetyper", "Classes and zone types")
CLASSES = text("Arealtyper: hvad jorden er i dag", "Classes: what the ground is today")
TYPES = text("Zonetyper: hvad den kan blive", "Zone types: what it can become")
DISTANCES = text("Afstande i meter", "Distances in metres")
CLASS_HEADINGS = (
    text("Nøgle", "Key"), text("Arealtype", "Class"), text("Orden", "Order"), text("Ude", "Outdoor"),
    text("Grønt", "Green"), text("Vildt i dag", "Wild today"), text("Kan blive", "Can become"),
    text("Kun hvis I ønsker det", "Only where you ask"), text("Hvorfor", "Why"),
)  # fmt: skip
TYPE_HEADINGS = (
    text("Nøgle", "Key"), text("Zonetype", "Zone type"), text("Mindst", "At least"),
    text("Hører hjemme", "Belongs"), text("Skal gælde", "Must hold"),
    text("Sådan anlægges den", "How it is laid out"), text("Spørg først", "Ask first"),
)  # fmt: skip
YES, NO = text("ja", "yes"), text("–", "–")


def classes_markdown(catalogue: Catalogue, languages: Sequence[Language]) -> str:
    """Return both tables, and the distances, in each language in turn."""
    lines = [f"# {' / '.join(say(TITLE, language) for language in languages)}", ""]
    for language in languages:
        lines += [say(_begin(), language), "", f"## {say(CLASSES, language)}", ""]
        rows = (_class(row, catalogue) for row in catalogue.surfaces.values())
        lines += _table(CLASS_HEADINGS, rows, language)
        lines += ["", f"## {say(TYPES, language)}", ""]
        lines += _table(TYPE_HEADINGS, (_type(kind) for kind in catalogue.zone_types.values()), language)
        lines += ["", f"## {say(DISTANCES, language)}", ""]
        lines += [*_distances(catalogue, language), ""]
    return "\n".join(lines)


def _begin() -> Text:
    return text(
        "Siden er skrevet ud fra `src/vildplan/catalogue/`. Hvor arealer overlapper, beholder den laveste "
        "orden jorden. Hvad jorden kan blive, følger af arealtypen og af det, I har sagt om stedet, i "
        "kortets kolonner eller under `[site]` i `vildplan.toml` (`vildplan config --explain`); det, ingen "
        "har sagt, tages på den forsigtige måde. Hvor I ønsker en zonetype, bliver arealet den, helt eller "
        "slet ikke. `*`: antagelse.",
        "The page is written from `src/vildplan/catalogue/`. Where areas overlap, the lowest order keeps the "
        "ground. What ground can become follows from its class and from what you have said of the place, in "
        "columns of the map or under `[site]` in `vildplan.toml` (`vildplan config --explain`); what nobody "
        "has said is taken the cautious way. Where you ask for a zone type, the area becomes it, whole or "
        "not at all. `*`: an assumption.",
    )


def _class(row: SurfaceClass, catalogue: Catalogue) -> tuple[Text, ...]:
    flags = (row.in_outdoor, row.in_green, row.wild_today)
    return (
        plain(f"`{row.key}`"), row.name, plain(str(row.order)), *(YES if flag else NO for flag in flags),
        _names(row.convertible_to, catalogue), _names(row.on_request, catalogue), row.why or NO,
    )  # fmt: skip


def _names(keys: Sequence[str], catalogue: Catalogue) -> Text:
    names = tuple(catalogue.zone_types[key].name for key in keys)
    return text("{names}", "{names}", names=names) if names else NO


def _type(kind: ZoneType) -> tuple[Text, ...]:
    return (
        plain(f"`{kind.key}`"), kind.name, _least(kind), _told(kind.suits), needs_words(kind.needs),
        _told(kind.establishment), _told(kind.check),
    )  # fmt: skip


def _least(kind: ZoneType) -> Text:
    found = tuple(text("{q:quantity}", "{q:quantity}", q=(v.number, v.unit)) for v in kind.least)
    return text("{all}", "{all}", all=found)


def _told(told: Told | None) -> Text:
    if told is None:
        return NO
    if told.status is Status.ASSUMPTION:
        return text("{what} *", "{what} *", what=told.sentence)
    return text("{what} ({status}: {source})", "{what} ({status}: {source})",
                what=told.sentence, status=STATUS_NAMES[told.status], source=told.source)  # fmt: skip


def _distances(catalogue: Catalogue, language: Language) -> Iterator[str]:
    groups = tuple(dict.fromkeys(clearance.group for clearance in catalogue.clearances))
    names = {c.group: c.distance_m.name for c in catalogue.clearances}
    headings = (text("Zonetype", "Zone type"), *(names[group] for group in groups))
    rows = []
    for kind in catalogue.zone_types.values():
        own = {clearance.group: clearance for clearance in catalogue.clearances_of(kind.key)}
        if own:
            rows.append((kind.name, *(_metres(own.get(group)) for group in groups)))
    return _table(headings, rows, language)


def _metres(clearance: Clearance | None) -> Text:
    if clearance is None:
        return NO
    mark = "*" if clearance.distance_m.status is Status.ASSUMPTION else ""
    if clearance.without_m is None:
        return text("{m:num}{mark}", "{m:num}{mark}", m=clearance.distance_m.number, mark=mark)
    return text("{m:num}{mark} ({less:num}: {name})", "{m:num}{mark} ({less:num}: {name})",
                m=clearance.distance_m.number, mark=mark, less=clearance.without_m.number,
                name=clearance.without_m.name)  # fmt: skip


def _table(
    headings: tuple[Text, ...], rows: Iterable[tuple[Text, ...]], language: Language
) -> Iterator[str]:
    yield _line(headings, language)
    yield "|" + "---|" * len(headings)
    yield from (_line(row, language) for row in rows)


def _line(cells: Sequence[Text], language: Language) -> str:
    return f"| {' | '.join(say(cell, language).replace('|', '/') for cell in cells)} |"
