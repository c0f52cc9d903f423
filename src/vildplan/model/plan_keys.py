"""Everything that may be wished of a plan, in one table: the keys of `[plan]` in `vildplan.toml`.

Each key is an option of `vildplan plan` too (`max_zones` is `--max-zones`). The reader of the file, the
options with their help, `vildplan config` and `vildplan init` all go by this table.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text, text
from vildplan.model.site import Soil
from vildplan.model.wishes import Count, Language, MownBy

TABLE = "plan"
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# A number that TOML gives back as it was typed; three decimals might be thousands.
BARE = re.compile(r"-?(0|[1-9]\d{0,8})(\.\d?[1-9])?")


class Topic(StrEnum):
    """What a wish is about."""

    GOAL = "goal"
    WISHES = "wishes"
    LAND = "land"
    OTHER = "other"


class Kind(StrEnum):
    """What stands after the key."""

    GOAL = "goal"
    BASE = "base"
    CHOICE = "choice"
    CLASS = "class"
    CLASSES = "classes"
    FILE = "file"
    FLAG = "flag"
    LAWN = "lawn"
    NUMBER = "number"
    COUNT = "count"
    PLACES = "places"
    DISTANCES = "distances"
    PHASES = "phases"


MANY = (Kind.CLASSES, Kind.PLACES, Kind.DISTANCES, Kind.PHASES)
NUMBERS = (Kind.GOAL, Kind.LAWN, Kind.NUMBER, Kind.COUNT, *MANY)

NO_DEFAULT = text("ingen", "none")
A_CLASS, A_FILE = text("TYPE", "CLASS"), text("FIL", "FILE")
A_NUMBER, A_PLACE = text("ANTAL", "NUMBER"), text("AREAL|FIL", "AREA|FILE")
METRES = text("M", "M")
YES = "true"


@dataclass(frozen=True)
class PlanKey:
    """One wish.

    `meaning` is a phrase without its default, `typed` what stands for the value on a help page. `default`
    is the value that holds where nobody says one, as it would be typed; where it is empty, `usual` says
    in words what happens. `rule` names the number of the catalogue that the default is, which a user may
    have changed there. `example` is a value as it would be typed.
    """

    name: str
    kind: Kind
    topic: Topic
    meaning: Text
    typed: Text
    example: Text
    default: str = ""
    usual: Text = NO_DEFAULT
    choices: type[StrEnum] | None = None
    rule: str = ""

    @property
    def option(self) -> str:
        """The same wish on the command line, such as `--max-zones`."""
        return "--" + self.name.replace("_", "-")

    @property
    def many(self) -> bool:
        """Tell whether the key takes a list."""
        return self.kind in MANY

    @property
    def explained(self) -> Text:
        """The meaning, with the words to choose between where there are only some."""
        if self.kind in (Kind.CHOICE, Kind.BASE):
            return text("{meaning} ({words})", "{meaning} ({words})", meaning=self.meaning, words=self.typed)
        return self.meaning

    def line(self, *values: str) -> str:
        """Return the line of `vildplan.toml` that says so; of several values a list."""
        words = [value if self.kind is Kind.FLAG else toml_value(value) for value in values]
        return f"{self.name} = " + (f"[{', '.join(words)}]" if self.many else words[0])


def toml_value(words: str) -> str:
    """Return a typed value as TOML: a number as it is, other words in quotes."""
    if BARE.fullmatch(words):
        return words
    inside = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", inside) + '"'


def _choice(name: str, topic: Topic, kind: type[StrEnum], meaning: Text, usual: Text | str) -> PlanKey:
    values = [*kind]
    words = text("|".join(values), "|".join(values))
    example = text(values[0], values[0])
    if isinstance(usual, str):
        return PlanKey(name, Kind.CHOICE, topic, meaning, words, example, default=usual, choices=kind)
    return PlanKey(name, Kind.CHOICE, topic, meaning, words, example, usual=usual, choices=kind)


KEYS = (
    PlanKey(
        "target", Kind.GOAL, Topic.GOAL,
        text("Så meget skal være vildt: 0.3, 30% eller 4500m2", "So much shall be wild: 0.3, 30% or 4500m2"),
        text("MÅL", "GOAL"), text("30%", "30%"),
        usual=text("ingen, det skal skrives", "none, it must be given"),
    ),
    PlanKey(
        "phase", Kind.PHASES, Topic.GOAL,
        text("Så meget i alt skal være vildt i det år; den sidste etape er målet",
             "So much in all shall be wild in that year; the last phase is the target"),
        text("ÅR=MÅL", "YEAR=GOAL"), text("2027=15%", "2027=15%"),
        usual=text("alt anlægges det første år", "all is laid out in the first year"),
    ),
    PlanKey(
        "base", Kind.BASE, Topic.GOAL,
        text("Andel af hele udearealet, kun af det grønne, eller af jorden i en fil",
             "A share of all the outdoor area, of the green only, or of the land in a file"),
        text("outdoor|green|FIL", "outdoor|green|FILE"), text("green", "green"), default="outdoor",
    ),
    _choice(
        "count", Topic.GOAL, Count,
        text("Det, der er vildt i dag, tæller med, eller kun det nye",
             "What is wild today counts too, or only what is new"), Count.ALL.value,
    ),
    PlanKey(
        "play_lawn", Kind.LAWN, Topic.WISHES,
        text("Klippet plæne til leg: m2 (0: ingen), eller en fil, der tegner den",
             "Mown lawn for play: m2 (0: none), or a file that draws it"),
        text("M2|FIL", "M2|FILE"), text("600", "600"), default="400", rule="play_lawn_m2",
    ),
    PlanKey(
        "clearance", Kind.DISTANCES, Topic.WISHES,
        text("Egen afstand i m, f.eks. facade=2 eller terrasser.geojson=8",
             "A clearance of your own in m, such as facade=2 or terraces.geojson=8"),
        text("GRUPPE|FIL=M", "GROUP|FILE=M"), text("facade=2", "facade=2"),
        usual=text("katalogets", "the catalogue's"),
    ),
    PlanKey(
        "keep", Kind.PLACES, Topic.WISHES,
        text("Skal blive, som det er: et areals navn, eller en fil, der tegner stedet",
             "Shall stay as it is: an area's name, or a file that draws the place"),
        A_PLACE, text("Boldbanen", "The pitch"),
    ),
    PlanKey(
        "keep_class", Kind.CLASSES, Topic.WISHES,
        text("Alt af den arealtype skal blive, f.eks. hæk", "All of that class shall stay, such as hedge"),
        A_CLASS, text("hæk", "hedge"),
    ),
    PlanKey(
        "include", Kind.PLACES, Topic.WISHES,
        text("Skal blive vildt: et areals navn, eller en fil, der tegner stedet",
             "Shall become wild: an area's name, or a file that draws the place"),
        A_PLACE, text("Skråningen", "The slope"),
    ),
    PlanKey(
        "border_strip", Kind.NUMBER, Topic.WISHES,
        text("Stribe uden zoner langs skellet til naboen",
             "Strip without zones along the boundary to the neighbour"), METRES, text("2", "2"),
    ),
    PlanKey(
        "max_zones", Kind.COUNT, Topic.WISHES,
        text("Højst så mange zoner", "At most so many zones"), A_NUMBER, text("8", "8"),
        usual=text("ingen grænse", "no limit"),
    ),
    PlanKey(
        "max_hours", Kind.NUMBER, Topic.WISHES,
        text("Højst så mange timers pleje om året med planen",
             "At most so many hours of care a year with the plan"),
        text("TIMER", "HOURS"), text("60", "60"), usual=text("ingen grænse", "no limit"),
    ),
    PlanKey(
        "max_cost", Kind.NUMBER, Topic.WISHES,
        text("Højst så mange kroner til pleje om året: egne timer, eller entreprenøren, hvis han slår",
             "At most so many kroner for care a year: own hours, or the contractor where he mows"),
        text("KR", "KR"), text("20000", "20000"), usual=text("ingen grænse", "no limit"),
    ),
    PlanKey(
        "min_area", Kind.NUMBER, Topic.WISHES,
        text("Ingen zone på plæne er mindre", "No zone on lawn is smaller"),
        text("M2", "M2"), text("100", "100"),
        usual=text("zonetypens", "the zone type's"),
    ),
    PlanKey(
        "min_width", Kind.NUMBER, Topic.WISHES,
        text("Ingen zone på plæne er smallere", "No zone on lawn is narrower"), METRES, text("4", "4"),
        usual=text("zonetypens", "the zone type's"),
    ),
    PlanKey(
        "allergy", Kind.FLAG, Topic.WISHES,
        text("Plant intet, der generer ved allergi", "Plant nothing that troubles people with allergy"),
        text("true", "true"), text(YES, YES), usual=text("nej", "no"),
    ),
    PlanKey(
        "play", Kind.FLAG, Topic.WISHES,
        text("Plant intet giftigt, da børn leger overalt",
             "Plant nothing poisonous, since children play everywhere"),
        text("true", "true"), text(YES, YES), usual=text("kun nær legepladser", "only near playgrounds"),
    ),
    PlanKey(
        "surface", Kind.CLASS, Topic.LAND,
        text("Arealtype, hvor filen ikke giver en kendt, f.eks. plæne",
             "Class where the file gives no known one, such as lawn"), A_CLASS, text("plæne", "lawn"),
    ),
    PlanKey(
        "boundary", Kind.FILE, Topic.LAND,
        text("GeoJSON med afdelingens grænse; resten tæller ikke",
             "GeoJSON with the department's boundary; the rest does not count"),
        A_FILE, text("skel.geojson", "boundary.geojson"),
    ),
    PlanKey(
        "rest", Kind.CLASS, Topic.LAND,
        text("Arealtype for jord, som intet areal beskriver", "Class of ground that no area describes"),
        A_CLASS, text("plæne", "lawn"), usual=text("den bliver, som den er", "it stays as it is"),
    ),
    PlanKey(
        "dwellings", Kind.COUNT, Topic.LAND,
        text("Boliger i afdelingen", "Dwellings in the department"), A_NUMBER, text("120", "120"),
        usual=text("ved ikke", "not known"),
    ),
    _choice(
        "mower", Topic.LAND, MownBy,
        text("Hvem slår i dag: egne folk, entreprenør eller robot",
             "Who mows today: own staff, a contractor or a robot"), text("ved ikke", "not known"),
    ),
    _choice(
        "soil", Topic.LAND, Soil,
        text("Jordens næring i hele afdelingen; steder for sig står under [site]",
             "How rich the soil of the whole department is; places by themselves stand under [site]"),
        Soil.UNKNOWN.value,
    ),
    _choice("lang", Topic.OTHER, Language, text("Sprog", "Language"), text("systemets", "the system's")),
)  # fmt: skip
PLAN_KEYS = {key.name: key for key in KEYS}
