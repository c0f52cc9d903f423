"""A new registration of a year laid over an earlier one: nothing is lost, and what differs is told."""

from dataclasses import fields, replace
from typing import Any

from vildplan.model.years import Altered, Year, ZoneYear

# What is counted for the whole year replaces, days and lists are laid together.
LISTS = ("cuts", "hay_removed", "flowering", "photos")


def laid_together(earlier: Year, later: Year) -> tuple[Year, tuple[Altered, ...]]:
    """Return both as one, and what the later says otherwise; where it says nothing, the earlier holds."""
    altered: list[Altered] = []
    zones = {zone.zone: zone for zone in earlier.zones}
    for zone in later.zones:
        before = zones.get(zone.zone, ZoneYear(zone.zone))
        zones[zone.zone] = _zone(before, zone, altered)
    made = replace(
        earlier,
        standing=_one("", "standing", earlier.standing, later.standing, altered),
        zones=tuple(sorted(zones.values(), key=lambda zone: _order(zone.zone))),
        words=(*earlier.words, *(one for one in later.words if one not in earlier.words)),
        trained=(*earlier.trained, *(one for one in later.trained if one not in earlier.trained)),
        hours={**earlier.hours, **later.hours},
        cost_kr=_one("", "cost_kr", earlier.cost_kr, later.cost_kr, altered),
        base_m2=later.base_m2 if later.base_m2 is not None else earlier.base_m2,
    )
    altered += _hours("", earlier.hours, later.hours)
    return made, tuple(altered)


def _zone(before: ZoneYear, after: ZoneYear, altered: list[Altered]) -> ZoneYear:
    members: dict[str, Any] = {}
    for field in fields(ZoneYear):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name in LISTS:
            members[field.name] = _both(old, new)
        elif field.name == "hours":
            members["hours"] = {**old, **new}
            altered += _hours(before.zone, old, new)
        elif field.name == "outline":
            members["outline"] = _outline(before.zone, old, new, altered)
        else:
            members[field.name] = _one(before.zone, field.name, old, new, altered)
    if after.outline is not None and after.area_m2 is None:
        members["area_m2"] = None
    return ZoneYear(**members)


def _both(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    laid = tuple(dict.fromkeys((*old, *new)))
    return laid if any(isinstance(one, str) for one in laid) else tuple(sorted(laid))


def _one(zone: str, key: str, old: Any, new: Any, altered: list[Altered]) -> Any:
    if new in (None, ""):
        return old
    if old not in (None, "") and old != new:
        altered.append(Altered(zone, key, str(old), str(new)))
    return new


def _outline(zone: str, old: Any, new: Any, altered: list[Altered]) -> Any:
    if new is None or (old is not None and old.equals(new)):
        return old
    if old is not None:
        altered.append(Altered(zone, "outline", f"{old.area:.0f} m2", f"{new.area:.0f} m2"))
    return new


def _hours(zone: str, old: Any, new: Any) -> list[Altered]:
    return [
        Altered(zone, f"hours_{who}", f"{old[who]:g}", f"{hours:g}")
        for who, hours in new.items() if who in old and old[who] != hours
    ]  # fmt: skip


def _order(key: str) -> tuple[int, str]:
    digits = "".join(sign for sign in key if sign.isdigit())
    return int(digits or 0), key
