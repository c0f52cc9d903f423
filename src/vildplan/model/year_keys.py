"""What can be registered of a year: the keys, what they are called in a form, and the words that fit them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text, text
from vildplan.model.money import Who
from vildplan.model.years import CareDone, From, Mood, Standing, State

HOURS = "hours_"


class Kind(StrEnum):
    """How a cell is read."""

    WORDS = "words"
    LIST = "list"
    DAY = "day"
    DAYS = "days"
    NUMBER = "number"
    CHOICE = "choice"
    ZONE = "zone"


@dataclass(frozen=True)
class YearKey:
    """One column: its key, its name, how it is read, and the words to choose from."""

    key: str
    name: Text
    kind: Kind
    choices: Mapping[str, StrEnum] | None = None


STATES: Mapping[str, StrEnum] = {
    "anlagt": State.LAID_OUT, "delvis": State.PARTLY, "ikke": State.NOT, "bortfaldet": State.LAPSED,
    "laid-out": State.LAID_OUT, "partly": State.PARTLY, "not": State.NOT, "lapsed": State.LAPSED,
    "delvist": State.PARTLY, "ikke anlagt": State.NOT, "laid out": State.LAID_OUT,
}  # fmt: skip
CARES: Mapping[str, StrEnum] = {
    "udført": CareDone.DONE, "delvis": CareDone.PARTLY, "ikke": CareDone.NOT, "delvist": CareDone.PARTLY,
    "done": CareDone.DONE, "partly": CareDone.PARTLY, "not": CareDone.NOT, "ja": CareDone.DONE,
    "nej": CareDone.NOT,
}  # fmt: skip
STANDINGS: Mapping[str, StrEnum] = {
    "tilmeldt": Standing.SIGNED_UP, "analyseret": Standing.ANALYSED, "besluttet": Standing.DECIDED,
    "udført": Standing.CARRIED_OUT, "signed-up": Standing.SIGNED_UP, "analysed": Standing.ANALYSED,
    "decided": Standing.DECIDED, "carried-out": Standing.CARRIED_OUT,
}  # fmt: skip
MOODS: Mapping[str, StrEnum] = {
    "klage": Mood.COMPLAINT, "ros": Mood.PRAISE, "complaint": Mood.COMPLAINT, "praise": Mood.PRAISE,
}  # fmt: skip
SENDERS: Mapping[str, StrEnum] = {
    "afdelingen": From.DEPARTMENT, "nabo": From.NEIGHBOUR, "department": From.DEPARTMENT,
    "neighbour": From.NEIGHBOUR, "naboer": From.NEIGHBOUR, "beboer": From.DEPARTMENT,
}  # fmt: skip

ZONE_KEYS = (
    YearKey("zone", text("zone", "zone"), Kind.ZONE),
    YearKey("state", text("tilstand", "state"), Kind.CHOICE, STATES),
    YearKey("area_m2", text("m2 anlagt", "m2 laid out"), Kind.NUMBER),
    YearKey("by", text("målt af", "measured by"), Kind.WORDS),
    YearKey("how", text("målt hvordan", "measured how"), Kind.WORDS),
    YearKey("cuts", text("slået", "cut"), Kind.DAYS),
    YearKey("hay_removed", text("hø kørt væk", "hay removed"), Kind.DAYS),
    YearKey("care", text("pleje", "care"), Kind.CHOICE, CARES),
    YearKey(f"{HOURS}{Who.STAFF}", text("timer egne folk", "hours own staff"), Kind.NUMBER),
    YearKey(f"{HOURS}{Who.CONTRACTOR}", text("timer entreprenør", "hours contractor"), Kind.NUMBER),
    YearKey(f"{HOURS}{Who.YOUTH}", text("timer unge", "hours youth"), Kind.NUMBER),
    YearKey(f"{HOURS}{Who.VOLUNTEERS}", text("timer frivillige", "hours volunteers"), Kind.NUMBER),
    YearKey("cost_kr", text("kr", "DKK"), Kind.NUMBER),
    YearKey("flowering", text("i blomst", "in flower"), Kind.LIST),
    YearKey("photos", text("fotos", "photos"), Kind.LIST),
    YearKey("contact", text("kontakt (rolle)", "contact (role)"), Kind.WORDS),
    YearKey("name", text("kontakt (navn)", "contact (name)"), Kind.WORDS),
    YearKey("note", text("note", "note"), Kind.WORDS),
)
WORD_KEYS = (
    YearKey("mood", text("klage eller ros", "complaint or praise"), Kind.CHOICE, MOODS),
    YearKey("day", text("dato", "date"), Kind.DAY),
    YearKey("sender", text("fra", "from"), Kind.CHOICE, SENDERS),
    YearKey("zone", text("zone", "zone"), Kind.ZONE),
    YearKey("matter", text("sag", "matter"), Kind.WORDS),
    YearKey("answer", text("svar", "answer"), Kind.WORDS),
    YearKey("name", text("navn", "name"), Kind.WORDS),
)
TRAINED_KEYS = (
    YearKey("role", text("rolle", "role"), Kind.WORDS),
    YearKey("name", text("navn", "name"), Kind.WORDS),
)
DEPARTMENT_KEYS = (
    YearKey("year", text("år", "year"), Kind.NUMBER),
    YearKey("standing", text("status", "status"), Kind.CHOICE, STANDINGS),
    *(key for key in ZONE_KEYS if key.key.startswith(HOURS) or key.key == "cost_kr"),
)


class Part(StrEnum):
    """The parts of a form: the tables of a file, the sheets of a workbook."""

    DEPARTMENT = "department"
    ZONES = "zone"
    WORDS = "word"
    TRAINED = "trained"


KEYS: Mapping[Part, tuple[YearKey, ...]] = {
    Part.DEPARTMENT: DEPARTMENT_KEYS, Part.ZONES: ZONE_KEYS, Part.WORDS: WORD_KEYS,
    Part.TRAINED: TRAINED_KEYS,
}  # fmt: skip
SHEETS: Mapping[Part, Text] = {
    Part.ZONES: text("Zoner", "Zones"),
    Part.WORDS: text("Klager og ros", "Complaints and praise"),
    Part.TRAINED: text("Uddannede", "Trained"),
    Part.DEPARTMENT: text("Afdelingen", "Department"),
}
