"""Zones as a person names them -> the zones of a stored plan: `Z3`, `z3`, `3`, `Z3-Z6`, or a zone's name."""

import re
from collections.abc import Iterator, Sequence

from vildplan.errors import Finding, Severity, Text, WrongUsageError, plain, text
from vildplan.model.nearness import near_words
from vildplan.model.stored import StoredPlan, StoredZone

NUMBER = re.compile(r"z?(\d+)([a-z]?)")
RANGE = re.compile(r"z?(\d+)\s*-\s*z?(\d+)")


def find_zones(typed: Sequence[str], stored: StoredPlan) -> tuple[StoredZone, ...]:
    """Return the zones that were named, each once, in the order of the plan.

    Raises:
        WrongUsageError: when the plan lacks any of them, with what may have been meant by each.
    """
    words = [word for part in typed for word in _words(part, stored)]
    found: set[str] = set()
    unknown: list[str] = []
    for word in words:
        keys = _keys(word, stored)
        found.update(keys)
        if not keys:
            unknown.append(word)
    if unknown or not found:
        raise _not_there(unknown or [*typed], stored)
    return tuple(zone for zone in stored.zones if zone.id in found)


def _words(typed: str, stored: StoredPlan) -> list[str]:
    """What stands between commas; a name may hold a comma itself."""
    if _keys(typed, stored):
        return [typed]
    return [word.strip() for word in re.split(r"[,;]", typed) if word.strip()]


def _keys(word: str, stored: StoredPlan) -> tuple[str, ...]:
    known = {zone.id.casefold(): zone.id for zone in stored.zones}
    said = word.strip().casefold()
    named = tuple(zone.id for zone in stored.zones if zone.name.casefold() == said)
    number, span = NUMBER.fullmatch(said), RANGE.fullmatch(said)
    if named:
        return named
    if number:
        key = known.get(f"z{int(number[1])}{number[2]}")
        return (key,) if key else ()
    if span:
        keys = [known.get(f"z{n}") for n in range(int(span[1]), min(int(span[2]), 10_000) + 1)]
        return tuple(key for key in keys if key) if all(keys) else ()
    return (known[said],) if said in known else ()


def _not_there(words: Sequence[str], stored: StoredPlan) -> WrongUsageError:
    if not stored.zones:
        return WrongUsageError(
            text("Planen i {folder} har ingen zoner.", "The plan in {folder} has no zones.",
                 folder=stored.folder),
            text("Målet er nået med det, der er vildt i dag.", "The target is met by what is wild today."),
        )  # fmt: skip
    if len(words) == 1:
        return WrongUsageError(_unknown(words[0]), _advice(words[0], stored))
    return WrongUsageError(
        text("{count:int} af zonerne er der ikke i planen.", "{count:int} of the zones are not in the plan.",
             count=len(words)),
        _those_there_are(stored),
        tuple(Finding(plain(""), Severity.ERROR, _unknown(word), _advice(word, stored)) for word in words),
    )  # fmt: skip


def _unknown(word: str) -> Text:
    return text("{word}: den zone er der ikke i planen.", "{word}: there is no such zone in the plan.",
                word=word)  # fmt: skip


def _advice(word: str, stored: StoredPlan) -> Text:
    near = tuple(_near(word, stored))
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=near)
    return _those_there_are(stored)


def _those_there_are(stored: StoredPlan) -> Text:
    return text("Planen har {first} til {last}.", "The plan has {first} to {last}.",
                first=stored.zones[0].id, last=stored.zones[-1].id)  # fmt: skip


def _near(word: str, stored: StoredPlan) -> Iterator[str]:
    """Ids and names that come near; of ids of digits those that share a beginning or an end."""
    said = word.strip().casefold()
    known = {zone.id.casefold(): zone.id for zone in stored.zones}
    known |= {zone.name.casefold(): f"{zone.id} ({zone.name})" for zone in stored.zones}
    for key in near_words(said, known):
        yield known[key]
