"""The vote and the registered years of a plan folder, checked: seals, sums, and zones that exist."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from vildplan.errors import text
from vildplan.model.checked import Check, Difference
from vildplan.model.decision import Decision, Outcome
from vildplan.model.stored import StoredPlan
from vildplan.store.decision import ADOPTED, DECISION, adopted_zones, decision_record, read_decision
from vildplan.store.followed import zones_since
from vildplan.store.plan_reading import ZONES
from vildplan.store.sealed import SEAL, seal_of
from vildplan.store.years import YEARS, read_year, year_files, year_record

NEAR_M2 = 0.1


def followed_checks(stored: StoredPlan) -> Iterator[Check]:
    """Yield a check of the decision, and one of all registered years, where there are any.

    Raises:
        UnusableInputError: when a file cannot be read at all.
    """
    folder = Path(stored.folder)
    decision = read_decision(folder)
    if decision is not None:
        found = tuple(_decision(folder, stored, decision))
        name = text("Beslutningen: fingeraftryk, zoner og m², som de blev vedtaget",
                    "The decision: fingerprints, zones and m² as they were adopted")  # fmt: skip
        yield Check("decision", name, 3 + len(decision.zones), 2, found)
    files = tuple(year_files(folder))
    if files:
        known = {zone.id for zone in stored.zones} | _voted(decision) | _since(stored, decision)
        found = tuple(one for path in files for one in _year(folder, path, stored.department.crs, known))
        name = text("Registreringerne: fingeraftryk, zoner og m², år for år",
                    "The registrations: fingerprints, zones and m², year by year")  # fmt: skip
        yield Check("years", name, len(files), len(files), found)


def _voted(decision: Decision | None) -> set[str]:
    return set() if decision is None else {zone.id for zone in decision.zones}


def _since(stored: StoredPlan, decision: Decision | None) -> set[str]:
    """The zones of every version since the vote."""
    adopted = Path(stored.folder) / ADOPTED
    if decision is None or decision.outcome is Outcome.REJECTED or not adopted.is_file():
        return set()
    return {zone.id for one in zones_since(stored, decision) for zone in one.zones}


def _decision(folder: Path, stored: StoredPlan, decision: Decision) -> Iterator[Difference]:
    record = decision_record(folder) or {}
    if record.get(SEAL) != seal_of(record):
        yield Difference(DECISION, SEAL, record.get(SEAL), seal_of(record))
    if decision.outcome is Outcome.REJECTED:
        return
    path = folder / ADOPTED
    now = sha256(path.read_bytes()).hexdigest() if path.is_file() else None
    if now != record.get("adopted_sha256"):
        yield Difference(ADOPTED, "sha256", record.get("adopted_sha256"), now)
    if now is None:
        return
    zones = {zone.id: float(zone.geometry.area) for zone in adopted_zones(folder, stored.department.crs)}
    for voted in decision.adopted:
        if abs(zones.get(voted.id, 0.0) - voted.area_m2) > NEAR_M2:
            yield Difference(DECISION, f"zone.{voted.id}.area_m2", voted.area_m2, zones.get(voted.id))
    if abs(float(record["adopted_m2"]) - sum(zones.values())) > NEAR_M2:
        yield Difference(DECISION, "adopted_m2", record["adopted_m2"], sum(zones.values()))
    adjusted = any(version.number > decision.version + 1 for version in stored.versions)
    lying = {zone.id for zone in stored.zones}
    if not adjusted and lying != zones.keys():
        yield Difference(ZONES, "ids", ", ".join(sorted(zones)), ", ".join(sorted(lying)))


def _year(folder: Path, path: Path, crs: str, known: set[str]) -> Iterator[Difference]:
    name, record = f"{YEARS}/{path.name}", year_record(path)
    if record.get(SEAL) != seal_of(record):
        yield Difference(name, SEAL, record.get(SEAL), seal_of(record))
    year = read_year(folder, int(path.stem), crs)
    if str(year.year) != path.stem:
        yield Difference(name, "year", year.year, int(path.stem))
    for zone in year.zones:
        if zone.zone not in known:
            yield Difference(name, f"zone.{zone.zone}", zone.zone, None)
        if zone.outline is not None and zone.area_m2 is not None:
            drawn_m2 = float(zone.outline.area)
            if abs(drawn_m2 - zone.area_m2) > NEAR_M2:
                yield Difference(name, f"zone.{zone.zone}.area_m2", zone.area_m2, drawn_m2)
