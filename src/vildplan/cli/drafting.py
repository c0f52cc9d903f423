"""A new plan beside an adopted one: where it goes, and the adopted zones that it must keep."""

from dataclasses import replace
from pathlib import Path

from vildplan.cli.output import put_note
from vildplan.errors import UnusableInputError, text
from vildplan.model.wishes import Drawn, Language, Wishes
from vildplan.store.decision import is_adopted, read_decision
from vildplan.store.plan_reading import read_plan

PLAN, DRAFT = ".plan", ".kladde"


def draft_folder(folder: Path) -> Path:
    """Return where a plan may be written: the folder, or `<stem>.kladde.plan` beside an adopted one."""
    place, number = folder, 1
    while is_adopted(place):
        tail = DRAFT if number == 1 else f"{DRAFT}{number}"
        place = folder.with_name(f"{_stem(folder)}{tail}{PLAN}")
        number += 1
    return place


def adopted_beside(folder: Path) -> Path:
    """Return the adopted plan that a draft was made beside; the folder itself where it is no draft."""
    stem, mark, number = _stem(folder).rpartition(DRAFT)
    beside = folder.with_name(f"{stem}{PLAN}")
    if mark and (not number or number.isdigit()) and beside.is_dir() and is_adopted(beside):
        return beside
    return folder


def with_adopted(wishes: Wishes, folder: Path, crs: str) -> Wishes:
    """Return the wishes with the zones of an adopted plan held as they lie.

    Raises:
        UnusableInputError: when the adopted plan cannot be read.
    """
    stored = read_plan(folder)
    if stored.department.crs != crs:
        return wishes
    held = tuple(Drawn(f"{zone.id} ({zone.name})", zone.geometry, adopted=True) for zone in stored.zones)
    insisted = replace(wishes.insisted, include=(*wishes.insisted.include, *held))
    return replace(wishes, insisted=insisted)


def tell_of_draft(adopted: Path, draft: Path, language: Language) -> None:
    """Say on stderr why the plan went elsewhere, and that the adopted zones are in it."""
    put_note(
        text("{adopted} er vedtaget og er urørt; dens zoner er med i den nye plan. Vedtages den også, så "
             "skriv vildplan adopt {draft} ...",
             "{adopted} is adopted and was left alone; its zones are in the new plan. If that is adopted "
             "too, type vildplan adopt {draft} ...", adopted=str(adopted), draft=str(draft)), language,
    )  # fmt: skip
    zones = _left_out(adopted)
    if zones:
        put_note(
            text("Mødet tog ikke {zones} med; den nye plan kan lægge vildt dér igen. Skal den jord blive, "
                 "som den er, så skriv --keep og arealets navn.",
                 "The meeting left out {zones}; the new plan may put wild land there again. Where that "
                 "ground shall stay as it is, type --keep and the name of the area.", zones=zones), language,
        )  # fmt: skip


def _left_out(adopted: Path) -> str:
    """Return the zones that the meeting did not take; none where its decision cannot be read."""
    try:
        decision = read_decision(adopted)
    except UnusableInputError:
        return ""
    voted = () if decision is None else decision.zones
    return ", ".join(f"{zone.id} ({zone.name})" for zone in voted if not zone.adopted)


def _stem(folder: Path) -> str:
    return folder.name.removesuffix(PLAN)
