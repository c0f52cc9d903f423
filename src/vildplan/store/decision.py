"""`decision.toml` in a plan folder: what a meeting decided; `adopted.geojson`: the zones it took."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from vildplan.errors import UnusableInputError, text
from vildplan.model.decision import Decision, Outcome, Square, VotedZone, Votes
from vildplan.model.stored import StoredZone
from vildplan.store.folder import recover
from vildplan.store.plan_reading import read_zones
from vildplan.store.sealed import sealed
from vildplan.store.upgrade import Step, upgraded

DECISION, ADOPTED = "decision.toml", "adopted.geojson"
KNOWN_SCHEMA = 1
UPGRADES: dict[int, Step] = {}


class _DecisionFile(BaseModel):
    """The file as it is read back."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    date: date
    decided_by: str
    outcome: Outcome
    zone: tuple[VotedZone, ...] = ()
    version: int
    base_m2: float
    counted_wild_m2: float
    target_m2: float
    votes: Votes | None = None
    point: str = ""
    square: tuple[Square, ...] = ()


def decision_toml(decision: Decision, adopted: str) -> str:
    """Write a decision with the fingerprint of the zones that were adopted, and its own."""
    record = {
        "schema_version": KNOWN_SCHEMA,
        "date": decision.date.isoformat(),
        "decided_by": decision.decided_by,
        "outcome": decision.outcome.value,
        "point": decision.point,
        "version": decision.version,
        "planned_m2": decision.planned_m2,
        "adopted_m2": decision.adopted_m2,
        "base_m2": decision.base_m2,
        "counted_wild_m2": decision.counted_wild_m2,
        "target_m2": decision.target_m2,
        "adopted_sha256": sha256(adopted.encode()).hexdigest() if adopted else "",
        **({} if decision.votes is None else {"votes": asdict(decision.votes)}),
        "zone": [asdict(zone) for zone in decision.zones],
        "square": [asdict(square) for square in decision.squares],
    }
    return sealed(record)


def decision_record(folder: Path) -> Mapping[str, Any] | None:
    """Return `decision.toml` as it stands, None where no meeting has decided.

    Raises:
        UnusableInputError: when it cannot be read.
    """
    path = folder / DECISION
    try:
        return upgraded(tomllib.loads(path.read_text("utf-8")), path, KNOWN_SCHEMA, UPGRADES)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as fault:
        raise _broken(path, fault) from None


def read_decision(folder: Path) -> Decision | None:
    """Return what was decided of the plan in a folder, None where nothing was.

    Raises:
        UnusableInputError: when `decision.toml` cannot be used.
    """
    record = decision_record(folder)
    if record is None:
        return None
    try:
        file = _DecisionFile.model_validate(record)
    except ValidationError as fault:
        raise _broken(folder / DECISION, fault) from None
    members = {name: getattr(file, name) for name in type(file).model_fields}
    return Decision(zones=members.pop("zone"), squares=members.pop("square"), **members)


def is_adopted(folder: Path) -> bool:
    """Tell whether a folder holds a plan that a meeting has adopted, whole or in part.

    A decision that cannot be read counts: nothing shall be written over it.
    """
    recover(folder)
    if not folder.is_dir():
        return False
    with suppress(UnusableInputError):
        decision = read_decision(folder)
        return decision is not None and decision.outcome is not Outcome.REJECTED
    return True


def adopted_zones(folder: Path, crs: str) -> tuple[StoredZone, ...]:
    """Return the zones as they were adopted, in metres of `crs`."""
    return read_zones(folder, ADOPTED, crs)


def _broken(path: Path, fault: Exception) -> UnusableInputError:
    first = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
    return UnusableInputError(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=str(path), why=first),
        text("Tidligere udgaver ligger i history/ i planmappen.",
             "Earlier versions lie in history/ in the plan folder."),
    )  # fmt: skip
