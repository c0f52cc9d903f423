"""The areas that another machine mows, as people name them -> their ids on the land."""

from dataclasses import replace
from difflib import get_close_matches

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text
from vildplan.model.area import Department
from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.money import Machine, Money

SIMILAR = 0.5


def on_the_land(money: Money, department: Department) -> Money:
    """Return the same with the ids of areas for their names; a name may mean several areas.

    Raises:
        UnusableInputError: for names that no area has, all together.
    """
    said = money.care_today.places
    found = [(name, machine, _ids(name, department)) for name, machine in said]
    faults = tuple(_unknown(name, department) for name, _, ids in found if not ids)
    if faults:
        raise UnusableInputError(
            text("{file}: et areal under [[care_today.place]] findes ikke.",
                 "{file}: there is no such area as under [[care_today.place]].", file=OWN_VALUES),
            text("Skriv navnet eller id'et, som det står i filen med arealer.",
                 "Write the name or id as it stands in the file of areas."),
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


def _unknown(name: str, department: Department) -> Finding:
    names = sorted({area.name for area in department.areas if area.name})
    near = get_close_matches(name, names, n=3, cutoff=SIMILAR)
    advice: Text = text("Mente du {near}?", "Did you mean {near}?", near=tuple(near)) if near else text(
        "Intet areal ligner det.", "No area is like it.")  # fmt: skip
    return Finding(plain(f"[[care_today.place]] {name}"), Severity.ERROR,
                   text("det areal findes ikke.", "there is no such area."), advice)  # fmt: skip
