"""`observations/2027.csv` in a plan folder: finds and counts as Darwin Core, no person's name in them."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from vildplan.errors import UnusableInputError, text
from vildplan.model.observation import Group, Observation, Placed, Protocol
from vildplan.store.locking import one_writer
from vildplan.store.observers import observer_keys
from vildplan.store.state_file import write_state

FOLDER = "observations"
# Darwin Core's terms, in the order of the file. `locality` is our zone, `locationRemarks` how sure it is,
# `taxonRemarks` our group, `recordedByID` a key of persons.toml.
COLUMNS = (
    "occurrenceID",
    "basisOfRecord",
    "occurrenceStatus",
    "individualCount",
    "eventID",
    "eventDate",
    "eventTime",
    "samplingProtocol",
    "sampleSizeValue",
    "sampleSizeUnit",
    "locationID",
    "locality",
    "locationRemarks",
    "decimalLatitude",
    "decimalLongitude",
    "coordinateUncertaintyInMeters",
    "scientificName",
    "species",
    "vernacularName",
    "class",
    "order",
    "family",
    "genus",
    "taxonRemarks",
    "recordedByID",
    "license",
    "datasetName",
    "temperature",
    "wind",
    "cloud",
    "flower",
    "flowerUnits",
)
TAKEN_OVER = (
    "basisOfRecord",
    "eventTime",
    "decimalLatitude",
    "decimalLongitude",
    "coordinateUncertaintyInMeters",
    "scientificName",
    "vernacularName",
    "class",
    "order",
    "family",
    "genus",
    "license",
    "datasetName",
    "temperature",
    "wind",
    "cloud",
    "flower",
    "flowerUnits",
)


@dataclass(frozen=True)
class ToStore:
    """A record with the row that it came from and its observer's name, which goes to persons.toml."""

    observation: Observation
    row: Mapping[str, str]
    name: str


@dataclass(frozen=True)
class Stored:
    """A record as it lies in the store; the point as it was given, where it was."""

    observation: Observation
    point: tuple[float, float] | None
    uncertainty_m: float | None


@dataclass(frozen=True)
class Added:
    """What an import added: new records by year, those that lay there already, and counts told otherwise."""

    new: Mapping[int, int]
    already: int
    otherwise: tuple[Observation, ...]


def read_observations(folder: Path) -> tuple[Stored, ...]:
    """Return all records of a plan, by date and key.

    Raises:
        UnusableInputError: when a file of them cannot be read.
    """
    return tuple(_stored(row, path) for path in _files(folder) for row in _rows(path))


def add_observations(folder: Path, found: Sequence[ToStore]) -> Added:
    """Add records that do not lie there already; importing twice adds nothing.

    Raises:
        UnusableInputError: when what lies there cannot be read; then nothing is written.
        CannotWriteError: when it cannot be written; what lay there is as it was.
    """
    with one_writer(folder):
        rows = {path.stem: [*_rows(path)] for path in _files(folder)}
        known = {
            row["occurrenceID"]: row.get("individualCount", "") for lying in rows.values() for row in lying
        }
        new = {one.observation.key: one for one in found if one.observation.key not in known}
        already = [one for one in found if one.observation.key in known]
        if new:
            people = observer_keys(folder, [one.name for one in new.values() if one.name])
            for one in new.values():
                made = _row(one, people.get(one.name, ""))
                rows.setdefault(str(one.observation.year), []).append(made)
            for year in sorted({str(one.observation.year) for one in new.values()}):
                write_state(folder, f"{FOLDER}/{year}.csv", _csv(rows[year]))
    otherwise = (
        one.observation
        for one in already
        if one.observation.protocol is not None and known[one.observation.key] != _number(one.observation)
    )
    return Added(_by_year(new.values()), len(already), tuple(otherwise))


def _by_year(found: Iterable[ToStore]) -> dict[int, int]:
    return dict(sorted(Counter(one.observation.year for one in found).items()))


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted((folder / FOLDER).glob("*.csv")))


def _rows(path: Path) -> Iterable[dict[str, str]]:
    try:
        words = path.read_text("utf-8-sig")
        rows = [*csv.DictReader(StringIO(words, newline=""))]
        if any(row.get("occurrenceID") in (None, "") or None in row for row in rows):
            raise ValueError("occurrenceID")
    except (OSError, ValueError, csv.Error) as fault:
        raise _broken(path, str(fault)) from None
    return rows


def _broken(path: Path, why: str) -> UnusableInputError:
    return UnusableInputError(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=str(path), why=why),
        text(
            "Tidligere udgaver ligger i history/ i planmappen. Intet er skrevet.",
            "Earlier versions lie in history/ in the plan folder. Nothing was written.",
        ),
    )


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    words = StringIO(newline="")
    writer = csv.DictWriter(words, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["eventDate"], row["occurrenceID"])))
    return words.getvalue()


def _number(one: Observation) -> str:
    return "" if one.number is None else str(one.number)


def _row(found: ToStore, observer: str) -> dict[str, str]:
    one = found.observation
    return {
        **{name: found.row[name] for name in TAKEN_OVER if found.row.get(name)},
        "occurrenceID": one.key,
        "occurrenceStatus": "present" if one.seen else "absent",
        "individualCount": _number(one),
        "eventID": one.event,
        "eventDate": one.date,
        "samplingProtocol": one.protocol.value if one.protocol else "",
        "sampleSizeValue": f"{one.minutes:g}" if one.minutes is not None else "",
        "sampleSizeUnit": "minutes" if one.minutes is not None else "",
        "locationID": one.square,
        "locality": one.zone,
        "locationRemarks": one.placed.value,
        "species": one.species,
        "taxonRemarks": one.group.value if one.group else "",
        "recordedByID": observer,
    }


def _stored(row: Mapping[str, str], path: Path) -> Stored:
    try:
        observation = Observation(
            key=row["occurrenceID"],
            year=int(row["eventDate"][:4]),
            date=row["eventDate"],
            zone=row["locality"],
            placed=Placed(row["locationRemarks"]),
            group=Group(row["taxonRemarks"]) if row["taxonRemarks"] else None,
            species=row["species"],
            common=row["vernacularName"],
            order=row["order"],
            number=int(row["individualCount"]) if row["individualCount"] else None,
            protocol=Protocol(row["samplingProtocol"]) if row["samplingProtocol"] else None,
            minutes=float(row["sampleSizeValue"]) if row["sampleSizeValue"] else None,
            event=row["eventID"],
            square=row["locationID"],
            observer=row["recordedByID"],
        )
        lon, lat = (row[name].replace(",", ".") for name in ("decimalLongitude", "decimalLatitude"))
        point = (float(lon), float(lat)) if lon and lat else None
        uncertainty = row["coordinateUncertaintyInMeters"].replace(",", ".")
        return Stored(observation, point, float(uncertainty) if uncertainty else None)
    except (KeyError, ValueError, AttributeError) as fault:
        raise _broken(path, f"{row.get('occurrenceID')}: {fault}") from None
