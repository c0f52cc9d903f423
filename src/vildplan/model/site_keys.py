"""Everything that may be said of a place, in one table: columns of a map, and keys of `[site]`.

    [site]
    soil = "rich"

    [[site.place]]
    areas = ["Midterplænen", "A7"]
    roof_water = true

The readers of maps and of `vildplan.toml`, `vildplan config --explain` and `vildplan init` go by this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text, text

SITE_TABLE, PLACE = "site", "place"
AREAS = "areas"
YES = ("ja", "yes", "true", "1", "j", "y", "x", "sand")
NO = ("nej", "no", "false", "0", "n", "falsk")
# A word that says as much as no word.
NOTHING = ("", "-", "?", "ukendt", "unknown", "ved ikke", "null", "none", "nan", "n/a", "ingen oplysning")


class About(StrEnum):
    """What kind of ground a fact can be about."""

    GROUND = "ground"
    HOUSE = "house"
    ROOF = "roof"


@dataclass(frozen=True)
class SiteKey:
    """One fact: its name, the columns it is read from, and the words for each value.

    Without `words` it is yes or no; `whole` tells that it may stand in `[site]` for the whole department.
    """

    name: str
    columns: tuple[str, ...]
    about: About
    meaning: Text
    example: str
    words: Mapping[str, tuple[str, ...]] | None = None
    whole: bool = False

    @property
    def called(self) -> Text:
        """What to call it in a sentence: its Danish column, or its key."""
        return text(self.columns[0], self.name)

    @property
    def choices(self) -> Text:
        """What may stand there, as a phrase."""
        if self.words is None:
            return text("ja eller nej", "yes or no")
        told, *others = (text(words[0], words[1]) for words in self.words.values())
        for word in others:
            told = text("{one} | {other}", "{one} | {other}", one=told, other=word)
        return told


SITE_KEYS = (
    SiteKey(
        "soil", ("jord", "jordbund", "soil"), About.GROUND,
        text("Jordens næring; på mager jord kan der sås, på rig jord skal der to slæt til",
             "How rich the soil is; poor soil can be sown, rich soil takes two cuts"), '"rich"',
        {"poor": ("mager", "poor", "næringsfattig", "naeringsfattig", "sandet", "sandy", "sand"),
         "rich": ("næringsrig", "rich", "naeringsrig", "rig", "frodig", "fed", "lush", "muld")},
        whole=True,
    ),
    SiteKey(
        "moisture", ("fugt", "fugtighed", "moisture"), About.GROUND,
        text("Hvor vådt der er", "How wet it is"), '"wet"',
        {"dry": ("tør", "dry", "toer"), "fresh": ("frisk", "fresh"),
         "wet": ("våd", "wet", "vaad", "vådt", "sumpet", "fugtig")},
    ),
    SiteKey(
        "light", ("lys", "light"), About.GROUND, text("Sol eller skygge", "Sun or shade"), '"shade"',
        {"sun": ("sol", "sun", "fuld sol", "sunny"),
         "half_shade": ("halvskygge", "half_shade", "half shade", "halv skygge"),
         "shade": ("skygge", "shade", "skyggefuldt", "nordside")},
    ),
    SiteKey(
        "traffic", ("slid", "færdsel", "faerdsel", "traffic"), About.GROUND,
        text("Hvor meget der bliver gået og leget", "How much people walk and play there"), '"high"',
        {"low": ("lavt", "low", "lidt", "lav", "lille"),
         "high": ("højt", "high", "hoejt", "meget", "høj", "stort")},
    ),
    SiteKey("low", ("lavning", "low"), About.GROUND,
            text("Lavning, hvor vand samles", "A hollow where water gathers"), "true"),
    SiteKey("roof_water", ("tagvand", "roof_water"), About.GROUND,
            text("Et tag leder sit vand hertil", "A roof drains to it"), "true"),
    SiteKey("slope", ("hældning", "haeldning", "slope"), About.GROUND,
            text("Hældning i % eller som 1:3; fra 1:3 er plæne skråning",
                 "Gradient in % or as 1:3; from 1:3 on a lawn is a slope"), '"1:3"', {}),
    SiteKey("zone_type", ("zonetype", "zone_type", "ønsket type", "oensket type"), About.GROUND,
            text("Den zonetype, I ønsker dér, og ingen anden", "The zone type you want there, and no other"),
            '"frugtlund"', {}),
    SiteKey("load_checked", ("bæreevne", "baereevne", "load_checked"), About.ROOF,
            text("Nogen har regnet efter, at taget kan bære jord og planter",
                 "Somebody has calculated that the roof can bear soil and plants"), "true"),
    SiteKey("basement", ("kælder", "kaelder", "basement"), About.HOUSE,
            text("Huset har kælder; siger ingen noget, regnes den med",
                 "The house has a basement; where nobody says, it counts as there"), "false", whole=True),
    SiteKey("wooden_facade", ("træfacade", "traefacade", "wooden_facade"), About.HOUSE,
            text("Facaden er af træ; siger ingen noget, regnes den for træ",
                 "The facade is of wood; where nobody says, it counts as wood"), "false", whole=True),
)  # fmt: skip
BY_NAME = {key.name: key for key in SITE_KEYS}
