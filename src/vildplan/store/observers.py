"""Names of those who counted: they go to `persons.toml` and nowhere else; the rest of the folder has keys."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from vildplan.store.persons import read_persons, with_person, write_persons

ROLE, ABOUT = "tæller", "observation"


def observer_names(folder: Path) -> Mapping[str, str]:
    """Return key -> name of everybody who found or counted.

    Raises:
        UnusableInputError: when persons.toml cannot be read.
    """
    return {one.key: one.name for one in read_persons(folder) if one.about == ABOUT}


def observer_keys(folder: Path, names: Sequence[str]) -> Mapping[str, str]:
    """Return name -> key, and write down the names that are new; who calls has the lock.

    Raises:
        UnusableInputError: when persons.toml cannot be read.
        CannotWriteError: when it cannot be written.
    """
    before = persons = read_persons(folder)
    keys = {}
    for name in sorted(set(names)):
        persons, keys[name] = with_person(persons, name, ROLE, ABOUT)
    if persons != before:
        write_persons(folder, persons)
    return keys
