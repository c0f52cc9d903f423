"""A person taken out of a plan folder: out of persons.toml, and out of every word that was registered."""

import tomllib
from pathlib import Path
from typing import Any

from vildplan.model.years import Person
from vildplan.store.locking import one_writer
from vildplan.store.persons import files_with_words, read_persons, without_names, write_persons
from vildplan.store.sealed import SEAL, sealed
from vildplan.store.state_file import write_state


def forget(folder: Path, name: str) -> tuple[int, int]:
    """Take everybody of that name out; return how many persons, and how many files of years were mended.

    The name goes out of earlier copies in history/ too, and no copy is kept of what it stood in.

    Raises:
        CannotWriteError: when the folder cannot be written.
        UnusableInputError: when persons.toml cannot be read.
    """
    said = " ".join(name.split())
    with one_writer(folder):
        persons = read_persons(folder)
        gone = [one for one in persons if one.name.casefold() == said.casefold()]
        wanted = [*gone, *([] if gone else [Person("", said, "", "")])]
        mended = 0
        for path in files_with_words(folder):
            record = tomllib.loads(path.read_text("utf-8"))
            clean = _clean(record, wanted, {one.key for one in gone})
            if clean != record:
                words = sealed({key: value for key, value in clean.items() if key != SEAL})
                write_state(folder, path.relative_to(folder).as_posix(), words, keep_earlier=False)
                mended += 1
        if gone:
            write_persons(folder, [one for one in persons if one not in gone])
    return len(gone), mended


def _clean(value: Any, persons: list[Person], keys: set[str]) -> Any:
    if isinstance(value, dict):
        return {
            key: "" if key == "person" and one in keys else _clean(one, persons, keys)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_clean(one, persons, keys) for one in value]
    return without_names(value, persons) if isinstance(value, str) else value
