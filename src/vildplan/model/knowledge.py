"""Everything the catalogue knows, one row a fact: what `vildplan catalogue` lists, whoever brought it."""

from dataclasses import dataclass

from vildplan.errors import Text, text
from vildplan.model.value import Status, Value

# What a row that is no number has for a unit.
LIST, WORDS, MONTHS = "liste", "tekst", "måneder"

Content = float | Text | tuple[Text, ...]


@dataclass(frozen=True)
class CatalogueRow:
    """One fact of the catalogue with where it comes from; `value` is a number, words or a list of names.

    `about` are the keys of the zone types it concerns; none: all of them. `sentence` explains it, and
    `words` are further names that people may look it up by.
    """

    key: str
    group: str
    name: Text
    value: Content
    unit: str
    source: str
    year: int
    status: Status
    low: float | None = None
    high: float | None = None
    sentence: Text | None = None
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    source_en: str = ""


@dataclass(frozen=True)
class Group:
    """Rows that belong together; it is looked up by its key or by its name in either language."""

    key: str
    name: Text
    what: Text


@dataclass(frozen=True)
class Source:
    """Something that was read: what it is called, where it lay, and the `words` that a value cites it by."""

    tag: str
    title: str
    address: str
    words: tuple[str, ...]


# In the order of the page. A group that somebody else brings goes by its key, and stands last.
GROUPS = (
    Group("zone_types", text("zonetyper", "zone types"),
          text("de vilde arealer, en plan kan foreslå", "the wild areas that a plan can propose")),
    Group("establishment", text("anlæg", "establishment"),
          text("hvad en zone laves af og hvordan", "what a zone is made of and how")),
    Group("surfaces", text("arealer", "surfaces"),
          text("jorden i dag, og hvad den kan blive", "what land is today, and what it can become")),
    Group("sizes", text("mindstemål", "least sizes"),
          text("så lille og smal må en zone være", "how small and narrow a zone may be")),
    Group("clearances", text("afstande", "clearances"),
          text("så langt holder en zone sig væk", "how far a zone keeps away")),
    Group("worth", text("naturpoint", "nature points"),
          text("vægtene, der afgør, hvor zonerne ligger", "the weights that decide where zones lie")),
    Group("care", text("pleje", "care"),
          text("tal i plejen: stubhøjde, dage, andele", "numbers of the care: stubble, days, shares")),
    Group("looks", text("udseende", "look"),
          text("sådan ser en zone ud år for år", "how a zone looks year by year")),
    Group("specifications", text("specifikationer", "specifications"),
          text("plejebeskrivelser, der kan skrives af", "care descriptions that can be copied")),
    Group("prices", text("priser", "prices"),
          text("timer og kroner", "hours and kroner")),
    Group("labour", text("arbejdskraft", "labour"),
          text("hvem der gør arbejdet, og hvad det koster", "who does the work, and what it costs")),
    Group("financing", text("finansiering", "financing"),
          text("hvor pengene kommer fra", "where the money comes from")),
    Group("planting", text("plantning", "planting"),
          text("frø og planter pr. m²", "seed and plants per m²")),
    Group("species", text("arter", "species"),
          text("planter, en zone kan få", "plants for a zone")),
    Group("plant_facts", text("plantefakta", "plant facts"),
          text("alt, hvad der vides om hver plante", "all that is known of each plant")),
    Group("avoided", text("undgå", "avoid"),
          text("planter, der undgås ved allergi og leg", "plants kept away for allergy or play")),
    Group("invasives", text("invasive arter", "invasive species"),
          text("planter, der bekæmpes og aldrig plantes", "plants to fight and never to plant")),
    Group("law", text("lov og tilladelser", "law and permits"),
          text("hvad der skal tjekkes", "what has to be checked")),
    Group("advice", text("råd", "advice"),
          text("afstande og mål bag en plans råd", "distances and amounts behind a plan's advice")),
    Group("following", text("opfølgning", "following up"),
          text("tælleflader, prognose og frister",
               "count squares, forecast and terms")),
    Group("insects", text("insekter", "insects"),
          text("hvad de siger, og hvad der gøres", "what they tell, and what to do")),
    Group("rules", text("regler", "rules"),
          text("sådan tegner planlæggeren", "how the planner draws")),
)  # fmt: skip


def row_of(
    value: Value, group: str, about: tuple[str, ...] = (), sentence: Text | None = None
) -> CatalogueRow:
    """Return a number of the catalogue as a row."""
    return CatalogueRow(
        value.key, group, value.name, value.number, value.unit, value.source, value.year, value.status,
        value.low, value.high, sentence, about, source_en=value.source_en,
    )  # fmt: skip
