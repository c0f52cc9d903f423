"""What was typed, or stands in a form -> a registration of one year; all that is wrong is told together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from vildplan.errors import Finding, Severity, Text, UnusableInputError, WrongUsageError, counted, plain, text
from vildplan.model.money import Who
from vildplan.model.stored import StoredPlan
from vildplan.model.year_keys import HOURS, KEYS, Kind, Part
from vildplan.model.years import State, Trained, Word, Year, ZoneYear
from vildplan.reading.year_cells import CellFaultError, cell_value
from vildplan.reading.zone_ids import find_zones

# What a name is kept for.
WORD, TRAINED, CONTACT = "henvendelse", "uddannet", "kontakt"
Told = TypeVar("Told", Word, Trained)
Row = tuple["Entry", dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Entry:
    """One row as written: the part of the form, its cells by key, and where each of them stands."""

    part: Part
    cells: Mapping[str, object]
    place: Callable[[str], Text]


@dataclass(frozen=True)
class Named:
    """A name that was told: its role, what about, and the place of its row among the words or the trained."""

    name: str
    role: str
    about: str
    row: int = -1


@dataclass(frozen=True, eq=False)
class Registration:
    """What is registered, and the names, which go to persons.toml only."""

    year: Year
    names: tuple[Named, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said at all."""
        year = self.year
        told = year.zones or year.words or year.trained or year.hours or year.standing
        return not told and year.cost_kr is None


def read_registration(
    entries: Sequence[Entry], year: int, stored: StoredPlan, source: str | Text
) -> Registration:
    """Understand all rows of a registration.

    Raises:
        UnusableInputError: with all that is wrong, each with its place; nothing is registered then.
    """
    reader = _Reader(year, stored)
    rows = [(entry, reader.row(entry)) for entry in entries]
    registration = reader.registration(rows)
    demand_sound(source, reader.faults)
    return registration


def demand_sound(source: str | Text, faults: Sequence[Finding]) -> None:
    """Stop where anything is wrong.

    Raises:
        UnusableInputError: with all of it.
    """
    if faults:
        raise UnusableInputError(
            text("{source}: {count} kan ikke bruges.", "{source}: {count} cannot be used.", source=source,
                 count=counted(len(faults), ("oplysning", "oplysninger"), ("entry", "entries"))),
            text("Ret dem, og registrér igen. Intet er skrevet.",
                 "Mend them, and register again. Nothing was written."),
            tuple(faults),
        )  # fmt: skip


class _Reader:
    def __init__(self, year: int, stored: StoredPlan) -> None:
        self.year, self.stored = year, stored
        self.faults: list[Finding] = []
        self.names: list[Named] = []

    def row(self, entry: Entry) -> dict[str, Any]:
        """The values of one row; what cannot be read is left out and remembered."""
        known = {key.key: key for key in KEYS[entry.part]}
        values: dict[str, Any] = {}
        for name, given in entry.cells.items():
            if given is None or given == "" or given == ():
                continue
            try:
                value = cell_value(known[name], given, self.year)
                values[name] = self._zone(str(value)) if known[name].kind is Kind.ZONE else value
            except CellFaultError as fault:
                self.fault(entry.place(name), fault.sentence, fault.advice)
        return values

    def _zone(self, typed: str) -> str:
        try:
            found = find_zones((typed,), self.stored)
        except WrongUsageError as error:
            raise CellFaultError(error.sentence, error.advice) from None
        if len(found) > 1:
            raise CellFaultError(
                text("{typed}: det er {count:int} zoner.", "{typed}: those are {count:int} zones.",
                     typed=typed, count=len(found)),
                text("Skriv én zone ad gangen.", "Write one zone at a time."),
            )  # fmt: skip
        return found[0].id

    def fault(self, place: Text, sentence: Text, advice: Text) -> None:
        """Remember what is wrong."""
        self.faults.append(Finding(place, Severity.ERROR, sentence, advice))

    def registration(self, rows: Sequence[Row]) -> Registration:
        """Lay the rows together."""
        year = Year(self.year)
        by_part: dict[Part, list[Row]] = {part: [] for part in Part}
        for entry, values in rows:
            by_part[entry.part].append((entry, values))
        for entry, values in by_part[Part.DEPARTMENT]:
            year = self._department(year, entry, values)
        zones = [zone for row in by_part[Part.ZONES] for zone in self._zone_year(*row)]
        words = self._with_names(by_part[Part.WORDS], self._word, WORD)
        trained = self._with_names(by_part[Part.TRAINED], self._trained, TRAINED)
        year = replace(year, zones=tuple(zones), words=tuple(words), trained=tuple(trained))
        return Registration(year, tuple(self.names))

    def _with_names(
        self, rows: Sequence[Row], reading: Callable[[Entry, dict[str, Any]], Told | None], about: str
    ) -> list[Told]:
        """Read rows that may carry a name, and remember it apart from them."""
        found: list[Told] = []
        for entry, values in rows:
            made = reading(entry, values)
            if made is None:
                continue
            if "name" in values:
                role = str(values.get("role") or values.get("sender") or "")
                self.names.append(Named(values["name"], role, about, len(found)))
            found.append(made)
        return found

    def _department(self, year: Year, entry: Entry, values: dict[str, Any]) -> Year:
        said = values.get("year")
        if said is not None and int(said) != self.year:
            self.fault(
                entry.place("year"),
                text("Skemaet er for {said}, ikke for {year}.", "The form is for {said}, not for {year}.",
                     said=str(int(said)), year=str(self.year)),
                text("Skriv --year {said}.", "Type --year {said}.", said=str(int(said))),
            )  # fmt: skip
        return replace(
            year,
            standing=values.get("standing", year.standing),
            hours={**year.hours, **_hours(values)},
            cost_kr=values.get("cost_kr", year.cost_kr),
        )

    def _zone_year(self, entry: Entry, values: dict[str, Any]) -> Iterator[ZoneYear]:
        told = {name: value for name, value in values.items() if name != "zone"}
        if not told:
            return
        if "zone" not in values:
            if not entry.cells.get("zone"):
                self.fault(entry.place("zone"), text("der står ingen zone.", "there is no zone."),
                           text("Skriv zonen, f.eks. {zone}.", "Write the zone, such as {zone}.",
                                zone=self._first()))  # fmt: skip
            return
        self._check(entry, told)
        if "name" in told:
            about = f"{CONTACT} {values['zone']}"
            self.names.append(Named(told.pop("name"), told.get("contact", ""), about))
        hours = _hours(told)
        told = {name: value for name, value in told.items() if not name.startswith(HOURS)}
        yield ZoneYear(zone=values["zone"], hours=hours, **told)

    def _first(self) -> str:
        return self.stored.zones[0].id if self.stored.zones else "Z1"

    def _check(self, entry: Entry, told: dict[str, Any]) -> None:
        """What the cells of a zone say together."""
        state, area_m2 = told.get("state"), told.get("area_m2")
        if state is State.PARTLY and area_m2 is None:
            self.fault(entry.place("area_m2"),
                       text("det står ikke, hvor meget af zonen der er anlagt.",
                            "it is not said how much of the zone is laid out."),
                       text("Skriv m2.", "Write the m2."))  # fmt: skip
        if state in (State.NOT, State.LAPSED) and area_m2:
            self.fault(entry.place("area_m2"),
                       text("zonen er ikke anlagt, men der står {m2:m2}.",
                            "the zone is not laid out, but {m2:m2} are given.", m2=area_m2),
                       text("Ret tilstanden, eller slet m2.",
                            "Mend the state, or delete the m2."))  # fmt: skip
        cuts, removed = told.get("cuts", ()), told.get("hay_removed", ())
        if removed and cuts and min(removed) < min(cuts):
            self.fault(entry.place("hay_removed"),
                       text("høet er kørt væk {hay}, før der blev slået {cut}.",
                            "the hay was removed {hay}, before the cut {cut}.",
                            hay=min(removed).isoformat(), cut=min(cuts).isoformat()),
                       text("Ret en af datoerne.", "Mend one of the dates."))  # fmt: skip

    def _word(self, entry: Entry, values: dict[str, Any]) -> Word | None:
        if not values:
            return None
        missing = [name for name in ("mood", "matter") if name not in values and not entry.cells.get(name)]
        for name in missing:
            self.fault(entry.place(name), text("det står der ikke.", "it is not there."),
                       text("En klage eller ros skal have en sag.",
                            "A complaint or praise must have a matter."))  # fmt: skip
        if "mood" not in values or "matter" not in values:
            return None
        return Word(
            mood=values["mood"], day=values.get("day"), sender=values.get("sender"), matter=values["matter"],
            zone=values.get("zone", ""), answer=values.get("answer", ""),
        )  # fmt: skip

    def _trained(self, entry: Entry, values: dict[str, Any]) -> Trained | None:
        if "role" in values:
            return Trained(values["role"])
        if values:
            self.fault(entry.place("role"), text("der står ingen rolle.", "there is no role."),
                       text("Skriv f.eks. ejendomsfunktionær.", "Write for example caretaker."))  # fmt: skip
        return None


def _hours(values: Mapping[str, Any]) -> dict[Who, float]:
    return {Who(name.removeprefix(HOURS)): value for name, value in values.items() if name.startswith(HOURS)}


def at_option(names: Mapping[str, str]) -> Callable[[str], Text]:
    """Return how a cell that was typed as an option is named."""
    return lambda key: plain(names.get(key, f"--{key.replace('_', '-')}"))
