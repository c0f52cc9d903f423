"""What must be known of a place before a zone type may lie there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text, text
from vildplan.model.site import Light, Moisture, Site, Soil, Traffic


class Lack(StrEnum):
    """Whether what stands in the way is that nobody has said something, or what somebody has said."""

    UNSAID = "unsaid"
    AGAINST = "against"


@dataclass(frozen=True)
class Shortfall:
    """One reason why a type may not lie in a place."""

    lack: Lack
    reason: Text


@dataclass(frozen=True)
class Needs:
    """The facts that a zone type rests on.

    `roof_water`, `wet` (wet or low) and `load_checked` must be said; `light` must be one of these where
    nobody asks for the type, and never another. What stands in a `not_` list rules the type out.
    """

    roof_water: bool = False
    wet: bool = False
    load_checked: bool = False
    light: tuple[Light, ...] = ()
    not_soil: tuple[Soil, ...] = ()
    not_moisture: tuple[Moisture, ...] = ()
    not_light: tuple[Light, ...] = ()
    not_traffic: tuple[Traffic, ...] = ()

    def shortfalls(self, site: Site, *, asked: bool) -> Iterator[Shortfall]:
        """Yield what stands in the way of the type; nothing where it may lie."""
        yield from self._ruled_out(site)
        if self.load_checked and not site.load_checked:
            yield _missing(site.load_checked, _LOAD, _NO_LOAD)
        if self.roof_water and not site.roof_water:
            yield _missing(site.roof_water, _ROOF_WATER, _NO_ROOF_WATER)
        if self.wet and not (site.moisture is Moisture.WET or site.low):
            dry = site.moisture in (Moisture.DRY, Moisture.FRESH)
            yield _missing(False if dry else site.low, _WET, _DRY)
        if self.light and site.light not in self.light:
            if site.light is not Light.UNKNOWN:
                yield Shortfall(Lack.AGAINST, _NO_SUN)
            elif not asked:
                yield Shortfall(Lack.UNSAID, _SUN)

    def _ruled_out(self, site: Site) -> Iterator[Shortfall]:
        if site.soil in self.not_soil:
            yield Shortfall(Lack.AGAINST, text("jorden er næringsrig", "the soil is rich"))
        if site.moisture in self.not_moisture:
            yield Shortfall(Lack.AGAINST, text("der er vådt", "it is wet"))
        if site.light in self.not_light:
            yield Shortfall(Lack.AGAINST, text("der er skygge", "it lies in shade"))
        if site.traffic in self.not_traffic:
            yield Shortfall(Lack.AGAINST, text("der går og leger mange", "many walk and play there"))


def _missing(said: bool | None, unsaid: Text, against: Text) -> Shortfall:
    return Shortfall(Lack.UNSAID, unsaid) if said is None else Shortfall(Lack.AGAINST, against)


NO_NEEDS = Needs()
_LOAD = text(
    "ingen har sagt, at taget kan bære det (bæreevne = ja, når det er regnet efter)",
    "nobody has said that the roof can bear it (load_checked = yes, once it is calculated)",
)
_NO_LOAD = text("taget kan ikke bære det", "the roof cannot bear it")
_ROOF_WATER = text(
    "ingen har sagt, at tagvand ledes hertil (tagvand = ja)",
    "nobody has said that roof water is led here (roof_water = yes)",
)
_NO_ROOF_WATER = text("her kommer intet tagvand", "no roof water comes here")
_WET = text(
    "ingen har sagt, at her er vådt eller lavt (fugt = våd, eller lavning = ja)",
    "nobody has said that it is wet or low here (moisture = wet, or low = yes)",
)
_DRY = text("her er hverken vådt eller lavt", "it is neither wet nor low here")
_SUN = text("ingen har sagt, at her er sol (lys = sol)", "nobody has said that it is sunny (light = sun)")
_NO_SUN = text("her er ikke sol nok", "there is not enough sun here")
