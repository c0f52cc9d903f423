"""A registration into a plan folder: under the lock, laid over what is there, names apart from the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vildplan.core.registering import laid_together
from vildplan.model.years import Altered, Person, Trained, Word, Year, ZoneYear
from vildplan.store.locking import one_writer
from vildplan.store.persons import read_persons, with_person, without_names, write_persons
from vildplan.store.years import read_year, write_year


@dataclass(frozen=True)
class Told:
    """A name that came along: role, what about, and its row among the words or the trained; -1: no row."""

    name: str
    role: str
    about: str
    row: int = -1
    of_word: bool = False


@dataclass(frozen=True, eq=False)
class Recorded:
    """What the folder now holds of the year, whether it was written, and what was altered."""

    year: Year
    written: bool
    altered: tuple[Altered, ...]
    persons: int


def record(folder: Path, year: Year, names: Sequence[Told], crs: str) -> Recorded:
    """Lay a registration over what is stored of its year, and write it.

    Raises:
        CannotWriteError: when the folder cannot be written, or another is writing there for long.
        UnusableInputError: when what is stored cannot be read.
    """
    with one_writer(folder):
        before = read_persons(folder)
        persons, keyed = _with_keys(year, names, before)
        keyed = _without_names(keyed, persons)
        made, altered = laid_together(read_year(folder, year.year, crs), keyed)
        # Persons first: a key that nobody names does no harm, one that names nobody would.
        if persons != before:
            write_persons(folder, persons)
        written = write_year(folder, made, crs)
    return Recorded(made, written, altered, len(persons) - len(before))


def _with_keys(
    year: Year, names: Sequence[Told], persons: tuple[Person, ...]
) -> tuple[tuple[Person, ...], Year]:
    words, trained = [*year.words], [*year.trained]
    for one in names:
        persons, key = with_person(persons, one.name, one.role, one.about)
        if one.row >= 0 and one.of_word:
            words[one.row] = replace(words[one.row], person=key)
        elif one.row >= 0:
            trained[one.row] = replace(trained[one.row], person=key)
    return persons, replace(year, words=tuple(words), trained=tuple(trained))


def _without_names(year: Year, persons: Sequence[Person]) -> Year:
    """Known names that were written into other words are put as roles."""

    def clean(row: Any, *fields: str) -> Any:
        return replace(row, **{name: without_names(getattr(row, name), persons) for name in fields})

    def zone(row: ZoneYear) -> ZoneYear:
        made: ZoneYear = clean(row, "how", "by", "contact", "note")
        photos = tuple(without_names(word, persons) for word in row.photos)
        flowering = tuple(without_names(word, persons) for word in row.flowering)
        return replace(made, photos=photos, flowering=flowering)

    words: list[Word] = [clean(one, "matter", "answer") for one in year.words]
    trained: list[Trained] = [clean(one, "role") for one in year.trained]
    return replace(year, zones=tuple(map(zone, year.zones)), words=tuple(words), trained=tuple(trained))
