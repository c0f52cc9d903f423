"""Names of those who counted: they go to `persons.toml` and nowhere else; the rest of the folder has keys."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from vildplan.errors import UnusableInputError, text
from vildplan.store.state_file import write_state

PERSONS = "persons.toml"
SCHEMA_VERSION = 1
ROLE, ABOUT = "tæller", "observation"
KEY = re.compile(r"p(\d+)")


def observer_names(folder: Path) -> Mapping[str, str]:
    """Return key -> name of everybody whom persons.toml names.

    Raises:
        UnusableInputError: when it cannot be read.
    """
    return {str(row["key"]): str(row["name"]) for row in _read(folder).get("person", ())}


def observer_keys(folder: Path, names: Sequence[str]) -> Mapping[str, str]:
    """Return name -> key, and write down the names that are new; who calls has the lock.

    Raises:
        UnusableInputError: when persons.toml cannot be read.
        CannotWriteError: when it cannot be written.
    """
    record = _read(folder)
    persons = [*record.get("person", ())]
    known = {_plain(row["name"]): row["key"] for row in persons if row.get("about") == ABOUT}
    highest = max((int(found[1]) for row in persons if (found := KEY.fullmatch(row["key"]))), default=0)
    before = len(persons)
    for name in sorted(set(names)):
        if _plain(name) not in known:
            highest += 1
            known[_plain(name)] = f"p{highest}"
            persons.append(
                {"key": f"p{highest}", "name": " ".join(name.split()), "role": ROLE, "about": ABOUT}
            )
    if len(persons) > before:
        words = tomli_w.dumps({**record, "schema_version": SCHEMA_VERSION, "person": persons})
        write_state(folder, PERSONS, words, keep_earlier=False)
    return {name: known[_plain(name)] for name in names}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _read(folder: Path) -> dict[str, Any]:
    path = folder / PERSONS
    try:
        record = tomllib.loads(path.read_text("utf-8"))
        for row in record.get("person", ()):
            row["key"], row["name"]
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnusableInputError(
            text(
                "{file} kan ikke læses: {why}.",
                "{file} cannot be read: {why}.",
                file=str(path),
                why=str(fault),
            ),
            text("Ret linjen. Navne ligger ikke i history/.", "Mend the line. No names lie in history/."),
        ) from None
    return record
