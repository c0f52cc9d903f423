"""`persons.toml` in a plan folder: the only place with names. Nothing else takes them along; no history."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import tomli_w
from pydantic import BaseModel, ConfigDict, ValidationError

from vildplan.errors import UnusableInputError, text
from vildplan.model.years import Person
from vildplan.store.folder import HISTORY
from vildplan.store.state_file import write_state
from vildplan.store.upgrade import Step, upgraded

PERSONS = "persons.toml"
KNOWN_SCHEMA = 1
UPGRADES: dict[int, Step] = {}
TOLD_ELSEWHERE = ("years/*.toml", f"{HISTORY}/years/*.toml")


class _PersonsFile(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)
    person: tuple[Person, ...] = ()


def read_persons(folder: Path) -> tuple[Person, ...]:
    """Return the persons of a plan.

    Raises:
        UnusableInputError: when persons.toml cannot be read.
    """
    path = folder / PERSONS
    if not path.is_file():
        return ()
    try:
        record = upgraded(tomllib.loads(path.read_text("utf-8")), path, KNOWN_SCHEMA, UPGRADES)
        return _PersonsFile.model_validate(record).person
    except (OSError, ValueError, ValidationError) as fault:
        raise UnusableInputError(
            text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.",
                 file=str(path), why=str(fault).splitlines()[0]),
            text("Ret linjen. Navne ligger ikke i history/.", "Mend the line. No names lie in history/."),
        ) from None  # fmt: skip


def write_persons(folder: Path, persons: Sequence[Person]) -> bool:
    """Write the persons; nobody who was taken out stays in history/.

    Raises:
        CannotWriteError: when it cannot be written.
    """
    rows = [asdict(one) for one in persons]
    words = tomli_w.dumps({"schema_version": KNOWN_SCHEMA, "person": rows})
    return write_state(folder, PERSONS, words, keep_earlier=False)


def with_person(
    persons: Sequence[Person], name: str, role: str, about: str
) -> tuple[tuple[Person, ...], str]:
    """Return the persons with one more, unless known, and the key to name them by."""
    said = " ".join(name.split())
    same = (one for one in persons if one.name.casefold() == said.casefold() and one.about == about)
    known = next(same, None)
    if known is not None:
        return tuple(persons), known.key
    numbers = [int(one.key[1:]) for one in persons if one.key[1:].isdigit()]
    key = f"p{max(numbers, default=0) + 1}"
    return (*persons, Person(key, said, role, about)), key


def without_names(words: str, persons: Iterable[Person]) -> str:
    """Return words with every known name put as a role, or as `[navn]` where there is none."""
    for one in sorted(persons, key=lambda person: -len(person.name)):
        pattern = rf"(?<!\w){re.escape(one.name)}(?!\w)"
        words = re.sub(pattern, f"[{one.role or 'navn'}]", words, flags=re.IGNORECASE)
    return words


def files_with_words(folder: Path) -> tuple[Path, ...]:
    """Return the files of registered years, earlier copies too, in which a name may have been written."""
    return tuple(sorted(path for pattern in TOLD_ELSEWHERE for path in folder.glob(pattern)))
