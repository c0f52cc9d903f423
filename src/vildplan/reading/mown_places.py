"""The areas that another machine mows, as people name them -> their ids on the land."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text
from vildplan.model.area import Department
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.money import Machine, Money
from vildplan.model.money_keys import MACHINE_NAMES, PLACE
from vildplan.model.nearness import near_words


def on_the_land(money: Money, department: Department) -> Money:
    """Return the same with the ids of areas for their names; a name may mean several areas.

    Raises:
        UnusableInputError: for names that no area has, all together.
    """
    said = money.care_today.places
    found = [(name, machine, _ids(name, department)) for name, machine in said]
    unknown = (_unknown(name, department) for name, _, ids in found if not ids)
    faults = (*unknown, *_opposite(found, department))
    if faults:
        raise UnusableInputError(
            text("{file}: det, der står under [[care_today.place]], kan ikke bruges.",
                 "{file}: what stands under [[care_today.place]] cannot be used.", file=OWN_VALUES),
            text("Skriv navnet eller id'et, som det står i filen med arealer. Intet er skrevet.",
                 "Write the name or id as it stands in the file of areas. Nothing was written."),
            faults,
        )  # fmt: skip
    places: tuple[tuple[str, Machine], ...] = tuple(
        (one, machine) for _, machine, ids in found for one in ids
    )
    return replace(money, care_today=replace(money.care_today, places=places))


def _ids(name: str, department: Department) -> list[str]:
    word = name.casefold()
    return [area.id for area in department.areas
            if word in (area.id.casefold(), area.name.casefold(), area.source_id.casefold())]  # fmt: skip


def _opposite(
    found: Sequence[tuple[str, Machine, Sequence[str]]], department: Department
) -> Iterator[Finding]:
    """Find the areas that one place says are mown by one machine, and another by another."""
    called = {area.id: area.called for area in department.areas}
    first: dict[str, Machine] = {}
    for name, machine, ids in found:
        for one in ids:
            before = first.setdefault(one, machine)
            if before is not machine:
                yield Finding(
                    plain(f"[[{PLACE}]] {name}"), Severity.ERROR,
                    text("et andet sted i filen står der, at {area} klippes med {other}, her med {machine}.",
                         "elsewhere in the file stands that {area} is mown by {other}, here by {machine}.",
                         area=called[one], other=MACHINE_NAMES[before], machine=MACHINE_NAMES[machine]),
                    text("Lad kun den ene stå.", "Let only one of them stand."),
                )  # fmt: skip


def _unknown(name: str, department: Department) -> Finding:
    names = sorted({area.name for area in department.areas if area.name})
    near = near_words(name, names)
    advice: Text = text("Mente du {near}?", "Did you mean {near}?", near=near) if near else text(
        "Intet areal ligner det.", "No area is like it.")  # fmt: skip
    return Finding(plain(f"[[{PLACE}]] {name}"), Severity.ERROR,
                   text("det areal findes ikke.", "there is no such area."), advice)  # fmt: skip
