"""One row of finds -> a record to keep, or why it is left out."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from vildplan.errors import Text, text
from vildplan.model.observation import Group, Observation, Placed, Protocol
from vildplan.reading.observations.columns import term_of
from vildplan.reading.observations.dates import day_of
from vildplan.reading.observations.effort import minutes_of, number_of, protocol_of
from vildplan.reading.observations.found import Import, Kept, Left
from vildplan.reading.observations.groups import group_of
from vildplan.reading.observations.keys import fingerprint, key_of
from vildplan.reading.observations.places import Places, Spot

YES = ("true", "yes", "ja", "1", "sand", "x")
HIDDEN = ("obscured", "private")
WITHHELD = re.compile(
    r"obscur|uncertainty increased|generali[sz]|sløret|coordinates? (?:hidden|withheld)", re.IGNORECASE
)
NOT_WILD = ("captive", "cultivated", "managed")
NOT_ALIVE_HERE = ("livingspecimen", "fossilspecimen")
ABSENT = ("absent", "fraværende", "ikke fundet")
NO_SPECIES = ("ingen", "none", "intet", "-", "0")
HALF_CIRCLE, QUARTER = 180, 90
SPECIES = re.compile(r"([A-ZÆØÅ][\w-]+ (?:x )?[a-z][a-z-]+)\b(?!\.)")
NOT_EPITHETS = ("sp", "spp", "cf", "aff", "agg")


class _UnusableRowError(Exception):
    """A row with a fault: the sentence and what to do."""

    def __init__(self, sentence: Text, advice: Text) -> None:
        super().__init__()
        self.sentence, self.advice = sentence, advice


def cannot_use(sentence: Text, advice: Text) -> Exception:
    """Return a fault to raise within `RowReader.attempt`."""
    return _UnusableRowError(sentence, advice)


class _LeftOutError(Exception):
    def __init__(self, why: Left) -> None:
        super().__init__()
        self.why = why


@dataclass(frozen=True)
class Visit:
    """How many were counted; of a count how, how long and which; `group` and `key` are a form's."""

    number: int | None
    protocol: Protocol | None
    minutes: float | None
    event: str
    group: Group | None = None
    key: str = ""


@dataclass
class RowReader:
    """Reads the rows of one file; `year`, where given, is the only one wanted, `today` the last day."""

    places: Places
    found: Import
    today: date
    year: int | None = None
    _seen: Counter[str] = field(default_factory=Counter)

    def read(self, number: int, row: dict[str, str]) -> None:
        """Take one row by term; what it comes to goes into `found`."""

        def taken() -> None:
            kept = self._record(row)
            if kept is not None:
                self.keep(kept)

        self.attempt(number, taken)

    def attempt(self, number: int, taken: Callable[[], None]) -> None:
        """Do what takes a row; a fault is told, a reason to leave it out counted."""
        try:
            taken()
        except _UnusableRowError as fault:
            self.found.fault(number, fault.sentence, fault.advice)
        except _LeftOutError as left:
            self.found.leave(left.why)

    def keep(self, kept: Kept) -> None:
        """Keep a record; the same one again in the same file is counted as repeated."""
        key = kept.observation.key
        self._seen[key] += 1
        if self._seen[key] > 1:
            self.found.leave(Left.REPEATED)
            return
        self.found.absent += not kept.observation.seen
        self.found.kept.append(kept)

    def _record(self, row: dict[str, str]) -> Kept | None:
        protocol = protocol_of(row.get("samplingProtocol", ""))
        minutes = self.minutes(row) if protocol else None
        day = self.day(row, counted=protocol is not None)
        if _not_wild(row):
            raise _LeftOutError(Left.CAPTIVE)
        spot = self.spot(row, day)
        if spot is None:
            return None
        number = _number(row, protocol)
        event = fingerprint(*event_words(row, day, spot)) if protocol and minutes else ""
        return self.made(row, day, spot, Visit(number, protocol, minutes, event))

    def made(self, row: dict[str, str], day: str, spot: Spot, visit: Visit) -> Kept:
        """Return the record of a row whose parts are known."""
        usual = Group.BUTTERFLIES if visit.protocol is Protocol.BUTTERFLIES else None
        name = row.get("recordedByName") or row.get("recordedBy", "")
        off_m = _uncertainty(row)
        observation = Observation(
            key=visit.key or key_of(row),
            year=int(day[:4]),
            date=day,
            zone=spot.zone,
            placed=spot.placed,
            group=visit.group or group_of(row) or usual,
            species="" if visit.group else species_of(row),
            common=row.get("vernacularName", ""),
            order=row.get("order", ""),
            number=visit.number,
            protocol=visit.protocol,
            minutes=visit.minutes,
            event=visit.event,
            square=spot.square,
        )
        kept = {**row, "coordinateUncertaintyInMeters": "" if off_m is None else f"{off_m:g}"}
        return Kept(observation, kept, name)

    def day(self, row: Mapping[str, str], *, counted: bool) -> str:
        """Return the day; a count must be in the year that is asked for, a find is merely passed over."""
        try:
            day = day_of(row)
        except ValueError:
            said = row.get("eventDate") or "-".join(row.get(name, "") for name in ("year", "month", "day"))
            raise _UnusableRowError(
                text("“{said}” er ikke en dato.", "“{said}” is not a date.", said=said[:40]),
                text("Skriv den som 2027-06-15 eller 15.06.2027.", "Write it as 2027-06-15 or 15.06.2027."),
            ) from None
        if day is None:
            if counted:
                raise _UnusableRowError(
                    text("optællingen har ingen dato.", "the count has no date."),
                    text("Skriv datoen.", "Write the date."),
                )
            raise _LeftOutError(Left.NO_DATE)
        if day > self.today.isoformat():
            raise _UnusableRowError(
                text("datoen {day} er ikke kommet endnu.", "the date {day} has not come yet.", day=day),
                text("Ret datoen.", "Mend the date."),
            )
        if self.year is not None and day[:4] != str(self.year):
            if not counted:
                raise _LeftOutError(Left.OTHER_YEAR)
            raise _UnusableRowError(
                text(
                    "datoen {day} ligger ikke i {year}.",
                    "the date {day} is not in {year}.",
                    day=day,
                    year=str(self.year),
                ),
                text("Ret datoen, eller udelad --year.", "Mend the date, or leave --year out."),
            )
        return day

    def minutes(self, row: Mapping[str, str]) -> float:
        """Return the minutes of a count, which must say them."""
        try:
            minutes = minutes_of(row)
        except ValueError:
            minutes = None
        if minutes is None:
            raise _UnusableRowError(
                text(
                    "optællingen siger ikke, hvor mange minutter der blev talt.",
                    "the count does not say how many minutes were counted.",
                ),
                text(
                    "Skriv minutterne; uden dem kan år ikke sammenlignes.",
                    "Write the minutes; without them years cannot be compared.",
                ),
            )
        return minutes

    def spot(self, row: Mapping[str, str], day: str) -> Spot | None:
        """Return the place of a row on its day, None where it lies outside, which is counted."""
        year = int(day[:4])
        point = _point(row)
        word = row.get("locationID", "")
        # In somebody's export a bare number is their own, not one of our zones.
        if word and not (point and word.isdigit()):
            named = self.places.named(word, year)
            if named is not None:
                return named
            if point is None:
                raise _UnusableRowError(
                    text(
                        "der er ikke en zone eller et felt, der hedder “{word}”.",
                        "there is no zone or square called “{word}”.",
                        word=word[:40],
                    ),
                    text(
                        "Zonerne er {zones}; felter uden for dem hedder reference.",
                        "The zones are {zones}; squares outside them are called reference.",
                        zones=tuple(self.places.zones(year)) or ("-",),
                    ),
                )
        if _obscured(row):
            raise _LeftOutError(Left.OBSCURED)
        if point is None:
            raise _LeftOutError(Left.NO_PLACE)
        if self.places.swapped(*point):
            raise _UnusableRowError(
                text("længde- og breddegrad er byttet om.", "longitude and latitude are swapped."),
                text("Byt kolonnerne om.", "Swap the columns."),
            )
        spot = self.places.at(*point, _uncertainty(row), year)
        if spot.placed is Placed.OUTSIDE:
            self.found.leave_outside(spot.distance_m)
            return None
        return spot


def event_words(row: Mapping[str, str], day: str, spot: Spot) -> tuple[str, ...]:
    """Return what tells one count from another: where, when, who, and its own id if it has one."""
    return (
        spot.square or spot.zone,
        day,
        row.get("eventTime", ""),
        row.get("recordedBy", ""),
        row.get("samplingProtocol", ""),
        row.get("eventID", ""),
    )


def species_of(row: Mapping[str, str]) -> str:
    """Return the species, without its author; in whichever language where no scientific name is given."""
    for name in ("species", "scientificName"):
        found = SPECIES.match(row.get(name, ""))
        if found and found[1].split()[-1] not in NOT_EPITHETS:
            return found[1]
    if any(name in row for name in ("scientificName", "species", "genus")):
        return ""
    common = row.get("vernacularName", "")
    return "" if common.casefold() in NO_SPECIES or term_of(common) else common


def _number(row: Mapping[str, str], protocol: Protocol | None) -> int | None:
    if row.get("occurrenceStatus", "").casefold() in ABSENT:
        return 0
    said = row.get("individualCount", "")
    try:
        number = number_of(said) if said else None
    except ValueError:
        if protocol is None:
            # Of a find it matters only that it was found.
            return None
        raise not_a_number(said) from None
    if number is None and protocol is not None:
        raise _UnusableRowError(
            text("optællingen har intet antal.", "the count has no number."),
            text("Skriv 0, hvor der ikke blev set nogen.", "Write 0 where none were seen."),
        )
    return number


def not_a_number(said: str) -> Exception:
    """Return the fault of a word that should be a number."""
    return _UnusableRowError(
        text("“{said}” er ikke et antal.", "“{said}” is not a number.", said=said[:40]),
        text(
            "Skriv et helt tal, 0 hvor der ikke blev set nogen.",
            "Write a whole number, 0 where none were seen.",
        ),
    )


def _point(row: Mapping[str, str]) -> tuple[float, float] | None:
    said = [row.get(name, "").replace(",", ".") for name in ("decimalLongitude", "decimalLatitude")]
    if not all(said):
        return None
    try:
        lon, lat = map(float, said)
    except ValueError:
        raise _UnusableRowError(
            text(
                "“{lat}; {lon}” er ikke koordinater.",
                "“{lat}; {lon}” are no coordinates.",
                lat=said[1][:20],
                lon=said[0][:20],
            ),
            text("Skriv grader, f.eks. 55.67 og 12.56.", "Write degrees, such as 55.67 and 12.56."),
        ) from None
    if abs(lat) > QUARTER and abs(lon) <= QUARTER and abs(lat) <= HALF_CIRCLE:
        raise _UnusableRowError(
            text("længde- og breddegrad er byttet om.", "longitude and latitude are swapped."),
            text("Byt kolonnerne om.", "Swap the columns."),
        )
    if not (abs(lat) <= QUARTER and abs(lon) <= HALF_CIRCLE):
        raise _UnusableRowError(
            text("koordinaterne er ikke grader.", "the coordinates are not degrees."),
            text(
                "Eksportér med længde- og breddegrad (WGS84), ikke UTM.",
                "Export with longitude and latitude (WGS84), not UTM.",
            ),
        )
    return None if (lon, lat) == (0, 0) else (lon, lat)


def _uncertainty(row: Mapping[str, str]) -> float | None:
    """The larger of what is said; a nought says nothing."""
    found = []
    for name in ("coordinateUncertaintyInMeters", "publicUncertainty"):
        try:
            found.append(float(row.get(name, "").replace(",", ".")))
        except ValueError:
            continue
    return max((one for one in found if one > 0), default=None)


def _obscured(row: Mapping[str, str]) -> bool:
    said = {row.get(name, "").casefold() for name in ("geoprivacy", "taxonGeoprivacy")}
    withheld = f"{row.get('dataGeneralizations', '')} {row.get('informationWithheld', '')}"
    return (
        row.get("obscured", "").casefold() in YES or bool(said & {*HIDDEN}) or bool(WITHHELD.search(withheld))
    )


def _not_wild(row: Mapping[str, str]) -> bool:
    means = f"{row.get('establishmentMeans', '')} {row.get('degreeOfEstablishment', '')}".casefold()
    basis = re.sub(r"[\W_]+", "", row.get("basisOfRecord", "").casefold())
    return (
        row.get("captive", "").casefold() in YES
        or any(w in means for w in NOT_WILD)
        or basis in NOT_ALIVE_HERE
    )
