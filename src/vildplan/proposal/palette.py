"""What each kind of ground looks like on the map: a colour, and a letter where there is no colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue


@dataclass(frozen=True)
class Look:
    """One entry of the legend; `colour` is an RGB hex such as `#4f9d3a`, of the outline where `dashed`.

    `pattern` is what tells a look apart without its colour, one of those that can be drawn, or nothing.
    """

    key: str
    name: Text
    colour: str
    letter: str
    pattern: str = ""
    dashed: bool = False


@dataclass(frozen=True, eq=False)
class Marks:
    """Other looks for a map: of each zone by id, and of ground that is mown."""

    zones: Mapping[str, Look]
    mown: Look


ZONE_LOOKS = {
    "slaaeng": Look("slaaeng", text("slåeng (ny)", "hay meadow (new)"), "#f4c20d", "E", "ticks"),
    "blomstereng": Look(
        "blomstereng", text("blomstereng (ny)", "flower meadow (new)"), "#d81e5b", "B", "dots"
    ),
    "naturgraes": Look("naturgraes", text("naturgræs (nyt)", "rough grass (new)"), "#d9cf7a", "N", "waves"),
    "skraaning": Look(
        "skraaning", text("eng på skråning (ny)", "meadow on a slope (new)"), "#e07b1a", "S", "slant"
    ),
    "krat": Look("krat", text("krat (nyt)", "scrub (new)"), "#8f3f14", "K", "rings"),
    "haek_vild": Look(
        "haek_vild", text("vild hæk (ny)", "free-growing hedge (new)"), "#1d3655", "H", "cross"
    ),
    "staudebed": Look(
        "staudebed", text("vildt staudebed (nyt)", "wild perennial bed (new)"), "#8a60d9", "D", "grid"
    ),
    "doedt_ved": Look(
        "doedt_ved", text("kvas og dødt ved (nyt)", "brushwood and dead wood (new)"), "#5b4a3a", "U", "logs"
    ),
    "sandbanke": Look(
        "sandbanke", text("sandbanke til bier (ny)", "sand bank for bees (new)"), "#fbe58a", "A", "grains"
    ),
    "stenbunke": Look("stenbunke", text("stenbunke (ny)", "stone pile (new)"), "#98a2ad", "G", "stones"),
    "regnbed": Look("regnbed", text("regnbed (nyt)", "rain bed (new)"), "#12a5b0", "R", "drops"),
    "vandhul": Look("vandhul", text("vandhul (nyt)", "pond (new)"), "#1f5fd0", "P", "ripples"),
    "vildt_tag": Look("vildt_tag", text("vildt tag (nyt)", "wild roof (new)"), "#a5c400", "Y", "slant_back"),
    "frugtlund": Look("frugtlund", text("frugtlund (ny)", "orchard (new)"), "#ef7f6d", "F", "trees"),
    "laeringshave": Look(
        "laeringshave", text("læringshave (ny)", "learning garden (new)"), "#b8409c", "C", "chequers"
    ),
}
WILD = Look("wild", text("vildt i dag", "wild today"), "#1f7a3d", "V", "tufts")
GROUND_LOOKS = {
    "lawn": Look("lawn", text("plæne, klippes", "lawn, mown"), "#b9dd92", "."),
    "slope": Look("slope", text("skråning", "slope"), "#8fc069", ","),
    "bed": Look("bed", text("bed", "bed"), "#d295c2", "o"),
    "woody": Look("woody", text("hæk og buske", "hedge and shrubs"), "#5f9e6e", "h"),
    "wood": Look("wood", text("skov og krat", "wood and scrub"), "#3f8250", "w"),
    "crown": Look("crown", text("trækrone", "tree crown"), "#3f6b34", "T", dashed=True),
    "facade": Look("facade", text("bygning", "building"), "#6e6e78", "#"),
    "road": Look("road", text("vej og parkering", "road and parking"), "#a9a9b0", "="),
    "path": Look("path", text("sti og belægning", "path and paving"), "#dcd3c0", "-"),
    "play": Look("play", text("leg", "play"), "#f08a4b", "L"),
    "terrace": Look("terrace", text("terrasse og have", "terrace and garden"), "#d8b39a", "t"),
    "water": Look("water", text("vand", "water"), "#7db9e8", "~"),
    "roof": Look("roof", text("taghave", "roof garden"), "#b8c99a", "r"),
    "rest": Look("rest", text("ikke beskrevet", "not described"), "#e9e9e9", "?"),
}
PLAY_LAWN = Look(
    "play_lawn", text("legeplæne, holdes fri", "play lawn, held free"), "#0f4c81", "p", dashed=True
)  # fmt: skip
KEPT = Look(
    "kept", text("skal blive, som det er", "shall stay as it is"), "#7a1f1f", "k", dashed=True
)  # fmt: skip
INCLUDED = Look("included", text("skal blive vildt", "shall become wild"), "#14452a", "i", dashed=True)
# Places rather than plants: drawn with a firmer line than a crown.
PLACES = (PLAY_LAWN, KEPT, INCLUDED)
# The core of a zone, darker than the zone's own colour.
CORE = text("mørkere: kernen, valgt uanset vægt", "darker: the core, chosen whatever the weight")
DARK = 0.78
REST = "rest"
DARK_INK, LIGHT_INK = "#1a1a1a", "#ffffff"
# Where black and white ink have the same contrast.
GAMMA, EVEN_LIGHT = 2.2, 0.19
OTHER = Look("other", text("andet", "other"), "#cfcfcf", "x")


def ink_on(colour: str) -> str:
    """Return black or white, whichever is read more easily on a colour (relative luminance, WCAG)."""
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    light = 0.2126 * red**GAMMA + 0.7152 * green**GAMMA + 0.0722 * blue**GAMMA
    return DARK_INK if light > EVEN_LIGHT else LIGHT_INK


def darker(look: Look) -> Look:
    """Return what the core of a zone looks like."""
    channels = (int(look.colour[k : k + 2], 16) for k in (1, 3, 5))
    return Look("core", CORE, "#" + "".join(f"{round(c * DARK):02x}" for c in channels), look.letter)


def look_of(surface: str, catalogue: Catalogue, marks: Marks | None = None) -> Look:
    """Return what a surface class looks like today, or with other marks for what is mown."""
    row = catalogue.surfaces[surface]
    if marks is not None and row.mown:
        return marks.mown
    if row.wild_today:
        return WILD
    return GROUND_LOOKS.get(REST if row.key == REST else row.group, OTHER)
