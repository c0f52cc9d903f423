"""The land as read: areas with a class, in metres, and the department they make up."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding
from vildplan.model.site import UNKNOWN_SITE, Site


@dataclass(frozen=True, eq=False)
class Area:
    """One polygon of the file.

    `geometry` is a Polygon or MultiPolygon in metres of the department's CRS, on a 1 mm grid.
    `id` is given by position (north to south), so the order of features changes nothing.
    `label` is what a person finds it by in the file: its name, else its id there, else a coordinate.
    `documented` says that wild land has a year (`wild_since`) or `evidence` in the file. `site` is what
    people know of the place.
    """

    id: str
    surface: str
    name: str
    source_id: str
    documented: bool
    geometry: BaseGeometry
    label: str = ""
    wild_since: int | None = None
    evidence: str = ""
    site: Site = UNKNOWN_SITE

    @property
    def words(self) -> set[str]:
        """The words that a person may name it by, in small letters."""
        return {word.casefold() for word in (self.id, self.name, self.source_id, self.label) if word}

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return self.label or self.name or self.id


@dataclass(frozen=True, eq=False)
class BaseLand:
    """The land that `--base FILE` draws, in metres of the department's CRS."""

    file: str
    geometry: BaseGeometry


@dataclass(frozen=True, eq=False)
class Department:
    """One housing department's outdoor areas.

    `crs` is a metric EPSG code such as `EPSG:25832`. `boundary`, where given, is the land itself;
    `rest` is the class of ground inside the outline that no area describes. `base`, where given, is
    the land that the share is a share of. `assumed` are the keys of rules that drew areas for want of
    a measure in the file, such as `hedge_width_m`. `site` is what holds of ground that no area describes.
    """

    name: str
    crs: str
    areas: tuple[Area, ...]
    boundary: BaseGeometry | None
    rest: str
    input_hash: str
    findings: tuple[Finding, ...]
    file: str = ""
    base: BaseLand | None = None
    assumed: tuple[str, ...] = ()
    site: Site = UNKNOWN_SITE


def fingerprint(
    areas: Sequence[Area], boundary: BaseGeometry | None, base: BaseLand | None, rest: str,
    site: Site = UNKNOWN_SITE,
) -> str:  # fmt: skip
    """Return the fingerprint of the canonical department: its areas by id, on the 1 mm grid.

    Facts of a place are in it only where there are any.
    """
    digest = sha256(f"rest={rest}\n".encode())
    for area in areas:
        words = (area.surface, area.name, area.source_id, area.documented, area.wild_since, area.evidence)
        digest.update(f"{words}|{area.geometry.normalize().wkb_hex}\n".encode())
        if area.site.known:
            digest.update(f"site|{area.site.known}\n".encode())
    if boundary is not None:
        digest.update(f"boundary|{boundary.normalize().wkb_hex}\n".encode())
    if base is not None:
        digest.update(f"base|{base.geometry.normalize().wkb_hex}\n".encode())
    if site.known:
        digest.update(f"rest site|{site.known}\n".encode())
    return digest.hexdigest()
