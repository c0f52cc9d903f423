"""A plan folder -> what its progress is worked out from: the zones since the vote, and the years."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from vildplan.errors import UnusableInputError, text
from vildplan.model.decision import Decision, Outcome
from vildplan.model.progress import Followed, PlannedZone, ZonesFrom
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.store.decision import adopted_zones, read_decision
from vildplan.store.folder import HISTORY, MARK, next_version
from vildplan.store.plan_reading import ZONES, read_zones
from vildplan.store.years import read_years


def read_followed(
    stored: StoredPlan, hay: Collection[str], first_year: int, rules: Mapping[str, float]
) -> Followed:
    """Read the vote, the zones since, and all registered years; `hay` are the types that are cut for hay.

    Raises:
        UnusableInputError: when the plan is not adopted, or a file of it cannot be used.
    """
    folder = Path(stored.folder)
    decision = read_decision(folder)
    if decision is None or decision.outcome is Outcome.REJECTED:
        raise UnusableInputError(
            text("Planen i {folder} er ikke vedtaget, og der er intet at følge op på.",
                 "The plan in {folder} is not adopted, and there is nothing to follow up.",
                 folder=stored.folder),
            text("Skriv først vildplan adopt {folder} --date DATO --decided-by afdelingsmøde --outcome "
                 "approved.",
                 "First type vildplan adopt {folder} --date DATE --decided-by afdelingsmøde --outcome "
                 "approved.", folder=stored.folder),
        )  # fmt: skip
    return Followed(
        decision=decision,
        zones=zones_since(stored, decision, hay),
        years=read_years(folder, stored.department.crs),
        first_year=first_year,
        rules=rules,
        phase_years=tuple(phase.year for phase in stored.wishes.phases),
    )


def zones_since(
    stored: StoredPlan, decision: Decision, hay: Collection[str] = ()
) -> tuple[ZonesFrom, ...]:
    """Return the zones as they were adopted, then as each adjustment left them, the first first.

    Raises:
        UnusableInputError: when a file of them cannot be used.
    """
    return tuple(_versions(Path(stored.folder), stored, decision, hay))


def as_in(stored: StoredPlan, decision: Decision, year: int) -> StoredPlan:
    """Return an adopted plan with the zones that held in a year, to register that year late.

    Raises:
        UnusableInputError: when a file of them cannot be used.
    """
    since = zones_since(stored, decision)
    held = [one.zones for one in since if one.year <= year] or [since[0].zones]
    zones = (
        StoredZone(zone.id, zone.name, zone.type, float(zone.geometry.area), zone.geometry)
        for zone in held[-1]
    )
    return replace(stored, zones=tuple(zones))


def _versions(
    folder: Path, stored: StoredPlan, decision: Decision, hay: Collection[str]
) -> Iterator[ZonesFrom]:
    """The zones as adopted, then as each adjustment since has left them."""
    crs = stored.department.crs
    voted = {zone.id: zone.phase for zone in decision.zones}
    yield ZonesFrom(decision.date.year, _planned(adopted_zones(folder, crs), voted, hay))
    now = next_version(folder)
    for version in stored.versions:
        if version.number <= decision.version + 1:
            continue
        year = max(int(version.date[:4]), decision.date.year)
        if version.number >= now:
            zones, record = stored.zones, stored.record
        else:
            place = folder / HISTORY / str(version.number)
            zones, record = read_zones(place, ZONES, crs), _record(place)
        phases = {row["id"]: int(row.get("phase", 1)) for row in record.get("zones", ())}
        yield ZonesFrom(year, _planned(zones, phases, hay), version.reason)


def _record(place: Path) -> Mapping[str, Any]:
    with suppress(OSError, ValueError):
        return tomllib.loads((place / MARK).read_text("utf-8"))
    return {}


def _planned(
    zones: Collection[StoredZone], phases: Mapping[str, int], hay: Collection[str]
) -> tuple[PlannedZone, ...]:
    return tuple(
        PlannedZone(zone.id, zone.name, zone.type, zone.geometry, phases.get(zone.id, 1), zone.type in hay)
        for zone in zones
    )
