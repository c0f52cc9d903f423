"""What a `vildplan.toml` sets -> a Document that shows it, or explains every key; and the same as records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vildplan.errors import Text, areas, plain, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.crew import USUAL_CREW, Crew
from vildplan.model.money_keys import MoneyKey
from vildplan.model.plan_keys import KEYS, PlanKey, Topic
from vildplan.model.value import Value
from vildplan.model.wishes import Language
from vildplan.proposal.crew_settings import crew_blocks, crew_explained, crew_records
from vildplan.proposal.department_settings import department_explained
from vildplan.proposal.document import Block, Column, Document, Grid, Heading, Paragraph, Tone
from vildplan.proposal.meeting_settings import meeting_explained
from vildplan.proposal.money_settings import money_explained, money_record, money_shown
from vildplan.proposal.observe_settings import observe_explained
from vildplan.proposal.site_settings import explained_site, shown_site, site_records
from vildplan.proposal.words import say

OWN, USUAL = "vildplan.toml", "default"
EXAMPLE_KEY = "contractor_rate"
TOPICS = {
    Topic.GOAL: text("Målet", "The goal"),
    Topic.WISHES: text("Det, I holder fast i", "What you insist on"),
    Topic.LAND: text("Jorden og driften i dag", "The land and its care today"),
    Topic.OTHER: text("Andet", "Other"),
}
PLANTS = {
    "avoid": text("Arter, der aldrig plantes", "Species that are never planted"),
    "want": text("Arter, der plantes, hvor de passer", "Species that are planted where they suit"),
}
PLANT_EXAMPLES = {"avoid": '["merian"]', "want": '["blåhat"]'}
KEY, MEANING = Column(text("Nøgle", "Key")), Column(text("Betyder", "Means"))
DEFAULT, NOW = Column(text("Ellers", "Default")), Column(text("Nu", "Now"))


@dataclass(frozen=True, eq=False)
class Settings:
    """A folder's `vildplan.toml`: `file` is its path, `there` tells whether it exists.

    `wishes` are the values by key, as typed; `values` the user's own numbers, each with the catalogue's.
    `catalogue` has the own numbers in it. `tried_on` names the file of areas that the wishes were tried on,
    with `areas` areas. `plants` are the keys of `[plants]` with the names of the species, `site` is what is
    said of places: (where, key, value). `money_keys` are all keys of the tables on money, `money` what is
    set, as (heading, key, value as TOML).
    """

    file: str
    there: bool
    catalogue: Catalogue
    wishes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: tuple[tuple[Value, Value], ...] = ()
    tried_on: str = ""
    areas: int = 0
    plants: tuple[tuple[str, tuple[Text, ...]], ...] = ()
    site: tuple[tuple[str, str, str], ...] = ()
    money_keys: tuple[MoneyKey, ...] = ()
    money: tuple[tuple[str, str, str], ...] = ()
    crew: Crew = USUAL_CREW


def settings_document(settings: Settings) -> Document:
    """Return what is set, and that it can be used."""
    return Document(plain(settings.file), tuple(_shown(settings)))


def explained_document(settings: Settings) -> Document:
    """Return every key with its meaning, its default and what it is now, and how `[values]` works."""
    return Document(plain(settings.file), tuple(_explained(settings)))


def settings_record(settings: Settings, language: Language, *, explained: bool) -> dict[str, Any]:
    """Return the settings as plain values; `explained` with every key, else those that are set."""
    keys = [key for key in KEYS if explained or key.name in settings.wishes]
    return {
        "file": settings.file,
        "there": settings.there,
        "plan": [_record(key, settings, language) for key in keys],
        **({"plants": {key: [say(name, language) for name in names] for key, names in settings.plants}}
           if settings.plants else {}),
        "site": [{"where": where, "key": key, "value": now} for where, key, now in settings.site],
        **({"site_keys": site_records(language)} if explained else {}),
        "money": money_record(settings.money_keys, settings.money, language, explained=explained),
        "values": [
            {"key": own.key, "name": say(own.name, language), "unit": own.unit,
             "value": own.number, "catalogue": usual.number}
            for own, usual in settings.values
        ],
        "crew": crew_records(settings.crew, language, explained=explained),
    }  # fmt: skip


def _shown(settings: Settings) -> Iterator[Block]:
    if not settings.there:
        yield Paragraph(text(
            "Filen findes ikke, så alt er, som vildplan config --explain siger under Ellers.",
            "There is no such file, so all is as vildplan config --explain says under Default.",
        ))  # fmt: skip
        yield Paragraph(text("Skriv vildplan init for at lave en.", "Type vildplan init to make one."))
        return
    yield Paragraph(text("Filen kan bruges.", "The file can be used."), Tone.GOOD)
    if settings.tried_on:
        yield Paragraph(text("Ønskerne er prøvet på {file} ({areas}).",
                             "The wishes were tried on {file} ({areas}).",
                             file=settings.tried_on, areas=areas(settings.areas)))  # fmt: skip
    crew = settings.crew != USUAL_CREW
    if not any((settings.wishes, settings.values, settings.plants, settings.site, settings.money, crew)):
        yield Paragraph(text("Der er ikke sat noget i den.", "Nothing is set in it."))
    if settings.wishes:
        yield Heading(plain("[plan]"))
        rows = tuple((plain(key.name), plain(_now(key, settings)), key.meaning)
                     for key in KEYS if key.name in settings.wishes)  # fmt: skip
        yield Grid((KEY, NOW, MEANING), rows)
    if settings.plants:
        yield Heading(plain("[plants]"))
        rows = tuple((plain(key), text("{names}", "{names}", names=names), PLANTS[key])
                     for key, names in settings.plants)  # fmt: skip
        yield Grid((KEY, NOW, MEANING), rows)
    if settings.site:
        yield from shown_site(settings.site)
    yield from money_shown(settings.money_keys, settings.money)
    if settings.values:
        yield Heading(plain("[values]"))
        yield _own_values(settings)
    yield from crew_blocks(settings.crew)
    yield Paragraph(text("Skriv vildplan config --explain for at se alle nøgler.",
                         "Type vildplan config --explain to see all keys."), Tone.QUIET)  # fmt: skip


def _explained(settings: Settings) -> Iterator[Block]:
    yield Paragraph(text(
        "Filen ligger ved siden af filen med arealer. Under [plan] står det, som vildplan plan ellers skal "
        "have at vide hver gang; det, der skrives i kommandoen, går foran.",
        "The file lies beside the file of areas. Under [plan] stands what vildplan plan must otherwise be "
        "told each time; what is typed in the command goes before it.",
    ))  # fmt: skip
    if settings.wishes:
        yield Paragraph(text("Nu er det, der står i filen; hvor der intet står under Nu, gælder Ellers.",
                             "Now is what the file says; where nothing stands under Now, Default holds."))
    if not settings.there:
        yield Paragraph(text("Den findes ikke nu; skriv vildplan init for at lave den.",
                             "It is not there now; type vildplan init to make it."))  # fmt: skip
    for topic, heading in TOPICS.items():
        yield Heading(heading)
        rows = tuple(_row(key, settings) for key in KEYS if key.topic is topic)
        yield Grid((KEY, MEANING, DEFAULT, *([NOW] if settings.wishes else [])), rows)
    yield Heading(text("[plants]: egne ønsker om planter", "[plants]: plants of your own choice"))
    yield Grid((KEY, MEANING), tuple((plain(f'{key} = ["merian"]'), PLANTS[key]) for key in PLANTS))
    yield from explained_site()
    yield from money_explained(settings.money_keys, settings.money)
    yield from crew_explained(settings.crew)
    yield Heading(text("[values]: egne tal", "[values]: numbers of your own"))
    yield from _values_explained(settings)
    yield from department_explained()
    yield from meeting_explained()
    yield from observe_explained()


def _row(key: PlanKey, settings: Settings) -> tuple[Text, ...]:
    row = (plain(key.name), key.explained, _default(key, settings.catalogue))
    return (*row, plain(_now(key, settings))) if settings.wishes else row


def _values_explained(settings: Settings) -> Iterator[Block]:
    usual = settings.catalogue.prices[EXAMPLE_KEY]
    yield Paragraph(text(
        "Kender I et tal bedre end kataloget, så skriv det under [values], f.eks. {key} = {usual:num}. Så er "
        "det ingen antagelse mere. {count:int} tal kan sættes; vildplan catalogue viser dem med enhed og "
        "kilde.",
        "If you know a number better than the catalogue, put it under [values], such as {key} = {usual:num}. "
        "Then it is no assumption any more. {count:int} numbers can be set; vildplan catalogue shows them "
        "with unit and source.",
        key=usual.key, usual=usual.number, count=sum(1 for _ in settings.catalogue.values()),
    ))  # fmt: skip
    if settings.values:
        yield _own_values(settings)


def _own_values(settings: Settings) -> Grid:
    rows = tuple(
        (plain(own.key), _size(own), _size(usual), own.name) for own, usual in settings.values
    )
    return Grid(
        (KEY, Column(text("Nu", "Now"), right=True),
         Column(text("Katalogets", "Catalogue's"), right=True), MEANING), rows,
    )  # fmt: skip


def _size(value: Value) -> Text:
    return text("{q:quantity}", "{q:quantity}", q=(value.number, value.unit))


def _now(key: PlanKey, settings: Settings) -> str:
    return ", ".join(settings.wishes.get(key.name, ()))


def _default(key: PlanKey, catalogue: Catalogue) -> Text:
    if key.rule:
        return text("{usual:num}", "{usual:num}", usual=catalogue.rule(key.rule))
    return plain(key.default) if key.default else key.usual


def _record(key: PlanKey, settings: Settings, language: Language) -> dict[str, Any]:
    now = settings.wishes.get(key.name)
    default = settings.catalogue.rule(key.rule) if key.rule else key.default or None
    return {
        "key": key.name,
        "option": key.option,
        "meaning": say(key.explained, language),
        "kind": key.kind.value,
        "default": default,
        "otherwise": say(_default(key, settings.catalogue), language),
        "value": default if now is None else (list(now) if key.many else now[0]),
        "from": USUAL if now is None else OWN,
    }
