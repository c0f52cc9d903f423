"""What each kind of ground looks like on the map: a colour, and a letter where there is no colour."""

from dataclasses import dataclass

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue


@dataclass(frozen=True)
class Look:
    """One entry of the legend; `colour` is an RGB hex such as `#4f9d3a`."""

    key: str
    name: Text
    colour: str
    letter: str


ZONE_LOOKS = {
    "slaaeng": Look("slaaeng", text("slåeng (ny)", "hay meadow (new)"), "#f4c20d", "E"),
    "krat": Look("krat", text("krat (nyt)", "scrub (new)"), "#c05a1c", "K"),
}
WILD = Look("wild", text("vildt i dag", "wild today"), "#1f7a3d", "V")
GROUND_LOOKS = {
    "lawn": Look("lawn", text("plæne, klippes", "lawn, mown"), "#b9dd92", "."),
    "slope": Look("slope", text("skråning", "slope"), "#8fc069", ","),
    "bed": Look("bed", text("bed", "bed"), "#d295c2", "o"),
    "woody": Look("woody", text("hæk og buske", "hedge and shrubs"), "#5f9e6e", "h"),
    "facade": Look("facade", text("bygning", "building"), "#6e6e78", "#"),
    "road": Look("road", text("vej og parkering", "road and parking"), "#a9a9b0", "="),
    "path": Look("path", text("sti og belægning", "path and paving"), "#dcd3c0", "-"),
    "play": Look("play", text("leg", "play"), "#f08a4b", "L"),
    "terrace": Look("terrace", text("terrasse og have", "terrace and garden"), "#d8b39a", "t"),
    "water": Look("water", text("vand", "water"), "#7db9e8", "~"),
    "roof": Look("roof", text("taghave", "roof garden"), "#b8c99a", "r"),
    "rest": Look("rest", text("ikke beskrevet", "not described"), "#e9e9e9", "?"),
}
REST = "rest"
OTHER = Look("other", text("andet", "other"), "#cfcfcf", "x")


def look_of(surface: str, catalogue: Catalogue) -> Look:
    """Return what a surface class looks like today."""
    row = catalogue.surfaces[surface]
    if row.wild_today:
        return WILD
    return GROUND_LOOKS.get(REST if row.key == REST else row.group, OTHER)
