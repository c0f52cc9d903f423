"""Our own form of FIT counts: one row a count, one column a group."""

from collections import Counter
from dataclasses import dataclass, field

from vildplan.errors import Text, text
from vildplan.model.observation import Group, Protocol
from vildplan.reading.observations.effort import number_of
from vildplan.reading.observations.groups import TAXA
from vildplan.reading.observations.keys import fingerprint
from vildplan.reading.observations.rows import RowReader, Visit, cannot_use, event_words, not_a_number

NO = ("nej", "no", "false", "0", "falsk")
FIT = "FIT"


@dataclass
class FormReader:
    """Reads rows of a form with `reader`'s eyes; `groups` are those that have a column."""

    reader: RowReader
    groups: tuple[Group, ...]
    _events: Counter[str] = field(default_factory=Counter)

    def read(self, number: int, row: dict[str, str]) -> None:
        """Take one count."""
        said = {group: row[group.value] for group in self.groups if group.value in row}
        self.reader.attempt(number, lambda: self._count(row, said))

    def _count(self, row: dict[str, str], said: dict[Group, str]) -> None:
        row = {**row, "samplingProtocol": row.get("samplingProtocol", FIT)}
        if not said:
            raise cannot_use(*_nothing_counted())
        day = self.reader.day(row, counted=True)
        minutes = self.reader.minutes(row)
        spot = self.reader.spot(row, day)
        if spot is None:
            return
        event = fingerprint(*event_words(row, day, spot))
        self._events[event] += 1
        if self._events[event] > 1:
            # The same place and hour twice in a form is two counts.
            event = fingerprint(event, str(self._events[event]))
        for group, number in self._numbers(row, said).items():
            name, order = TAXA[group]
            named = {
                **row,
                "scientificName": name,
                "order": order,
                "class": "Insecta",
                "individualCount": str(number),
                "taxonRemarks": group.value,
            }
            visit = Visit(number, Protocol.FIT, minutes, event, group, fingerprint(event, group.value))
            self.reader.keep(self.reader.made(named, day, spot, visit))

    def _numbers(self, row: dict[str, str], said: dict[Group, str]) -> dict[Group, int]:
        """How many of each group: an empty cell is none, unless the count was not of all groups."""
        whole = row.get("complete", "").casefold() not in NO
        found = {}
        for group in self.groups if whole else said:
            try:
                found[group] = number_of(said.get(group, "0"))
            except ValueError:
                raise not_a_number(said[group]) from None
        return found


def _nothing_counted() -> tuple[Text, Text]:
    return (
        text("der står ingen antal.", "there are no numbers."),
        text("Skriv 0, hvor der ikke blev set nogen.", "Write 0 where none were seen."),
    )
