"""Which zone types may lie in a place: by its class, by what is known of it, and by what people ask for.

This is the one place that decides it. What nobody has said is taken the cautious way.
"""

from collections.abc import Sequence
from dataclasses import replace

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue, SurfaceClass, ZoneType
from vildplan.model.needs import Lack, Shortfall
from vildplan.model.site import Site, Soil


def admitted(surface: str, site: Site, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the keys of the types that may lie on ground of a class, the class's first choice first.

    Where people ask for a type it is that one and no other, and none where the ground cannot have it.
    """
    row, kinds = catalogue.surfaces[surface], catalogue.zone_types
    if site.zone_type is not None:
        return () if refused(surface, site, catalogue) else (site.zone_type,)
    known = (key for key in row.convertible_to if key in kinds)
    return tuple(key for key in known if not _short(kinds[key], site, asked=False))


def refused(surface: str, site: Site, catalogue: Catalogue) -> tuple[Shortfall, ...]:
    """Return why the type that people ask for (`site.zone_type`) cannot lie there; nothing where it can."""
    row, key = catalogue.surfaces[surface], site.zone_type or ""
    kind = catalogue.zone_types[key]
    if key not in row.may_become:
        return (_wrong_soil(row, key, site, catalogue) or Shortfall(Lack.AGAINST, _wrong_class(row, kind)),)
    return _short(kind, site, asked=True)


def may_lie(zone_type: str, surface: str, site: Site, catalogue: Catalogue) -> bool:
    """Tell whether a type may lie on ground of a class where somebody has drawn it, and so asked for it."""
    return not refused(surface, replace(site, zone_type=zone_type), catalogue)


def why_none(surface: str, site: Site, catalogue: Catalogue) -> Text:
    """Return why ground of a class becomes nothing at all, as it goes on after "because"."""
    row, kinds = catalogue.surfaces[surface], catalogue.zone_types
    if site.zone_type is not None:
        reasons = _reasons(refused(surface, site, catalogue))
        return text("{kind} ønskes her, men {why}", "{kind} is asked for here, but {why}",
                    kind=kinds[site.zone_type].name, why=reasons)  # fmt: skip
    if row.convertible_to:
        known = [kinds[key] for key in row.convertible_to if key in kinds]
        found = [one for kind in known for one in _short(kind, site, asked=False)]
        against = [one for one in found if one.lack is Lack.AGAINST]
        return text("{surface} bliver, som det er: {why}", "{surface} stays as it is: {why}",
                    surface=row.name, why=_reasons(against or found))  # fmt: skip
    if row.on_request:
        return text("{surface} omlægges kun, hvor I ønsker en bestemt zonetype (zonetype = ...)",
                    "{surface} is only converted where you ask for a zone type (zone_type = ...)",
                    surface=row.name)  # fmt: skip
    return text("{name} omlægges ikke", "{name} is not converted", name=row.name)


def is_plot(surface: str, site: Site, catalogue: Catalogue) -> bool:
    """Tell whether ground cut from lawn is one zone or none.

    So it is where people ask for a type, and where the first type, which all lawns share, may not lie.
    """
    if catalogue.surfaces[surface].whole:
        return False
    found = admitted(surface, site, catalogue)
    return bool(found) and (site.zone_type is not None or next(iter(catalogue.zone_types)) not in found)


def lawn_types(surface: str, site: Site, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the types that share the lawns of a class, cell by cell; none where it is taken whole."""
    if catalogue.surfaces[surface].whole or is_plot(surface, site, catalogue):
        return ()
    return admitted(surface, site, catalogue)


def _short(kind: ZoneType, site: Site, *, asked: bool) -> tuple[Shortfall, ...]:
    return tuple(kind.needs.shortfalls(site, asked=asked))


def _wrong_soil(row: SurfaceClass, key: str, site: Site, catalogue: Catalogue) -> Shortfall | None:
    """Where the same ground on poor soil could have the type, the soil is what stands in the way."""
    poor = (one for one in catalogue.surfaces.values() if one.group == row.group and one.soil is Soil.POOR)
    if not any(key in one.convertible_to for one in poor):
        return None
    if site.soil is Soil.RICH:
        return Shortfall(Lack.AGAINST, text("jorden er næringsrig", "the soil is rich"))
    return Shortfall(Lack.UNSAID, text("ingen har sagt, at jorden er mager (jord = mager)",
                                       "nobody has said that the soil is poor (soil = poor)"))  # fmt: skip


def _wrong_class(row: SurfaceClass, kind: ZoneType) -> Text:
    if kind.suits is None:
        return text("{surface} kan ikke blive det", "{surface} cannot become it", surface=row.name)
    return text("{surface} kan ikke blive det; det hører hjemme her: {suits}",
                "{surface} cannot become it; it belongs here: {suits}",
                surface=row.name, suits=kind.suits.sentence)  # fmt: skip


def _reasons(found: Sequence[Shortfall]) -> Text:
    """Each reason once, one after the other."""
    words = list(dict.fromkeys(one.reason.da for one in found))
    first = {one.reason.da: one.reason for one in found}
    told = first[words[0]]
    for word in words[1:]:
        told = text("{one}; {other}", "{one}; {other}", one=told, other=first[word])
    return told
