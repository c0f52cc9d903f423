"""A request and the user's files -> the land, the wishes and the catalogue of one plan."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

from vildplan.cli.as_in_file import told_as_in_file
from vildplan.cli.request import Request
from vildplan.errors import Finding, VildplanError, WrongUsageError, text
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan_keys import PLAN_KEYS
from vildplan.model.wishes import Count, PhaseWish, PlantWishes, Target, Wishes
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.clearances import read_clearances
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.reading.faults import all_together, tried
from vildplan.reading.insisted import Asked, read_insisted
from vildplan.reading.json_file import means_a_file
from vildplan.reading.mown_places import on_the_land
from vildplan.reading.numbers import read_number
from vildplan.reading.own_department import with_own_name
from vildplan.reading.own_wishes import OwnFile, read_own_file
from vildplan.reading.phases import read_phases
from vildplan.reading.wishes import read_base, read_dwellings, read_target

MOST_M2 = 1e9


@dataclass(frozen=True, eq=False)
class Understood:
    """What a plan is made from; `request` has the wishes of `vildplan.toml` in it, `own` is that file."""

    request: Request
    own: OwnFile
    department: Department
    wishes: Wishes
    catalogue: Catalogue


def nothing_to_demand() -> None:
    """Where nothing is written, no place for it is needed."""


def understand(
    request: Request, demand_place: Callable[[], None] = nothing_to_demand, *, otherwise: str | None = None
) -> Understood:
    """Read the user's files, and find all that is wished on the land.

    `demand_place` is asked once the wishes make sense, before the land is read. `otherwise` is the target
    of who only looks at the land, where neither the request nor the file has a target or phases.

    Raises:
        VildplanError: for files that cannot be used, and wishes that make no sense; several together.
    """
    own = read_own_file(request.file.parent, read_catalogue())
    asked = request.with_own(own.wishes)
    if asked.target is None and not asked.phase:
        asked = replace(asked, target=otherwise)
    with told_as_in_file(asked, own.path):
        return _understood(asked, own, demand_place)


def _understood(asked: Request, own: OwnFile, demand_place: Callable[[], None]) -> Understood:
    wishes, base_file = _wishes(asked, own)
    wishes = replace(wishes, plants=_plants(asked, own))
    catalogue = own.catalogue.as_wished(dict(wishes.clearances), allergy=wishes.plants.allergy)
    demand_place()
    site = own.site.with_soil(asked.soil)
    choices = ReadingChoices(asked.surface, asked.boundary, asked.rest, base_file, site)
    department = with_own_name(read_department(asked.file, choices, catalogue), asked.file.parent)
    notes: list[Finding] = []
    insisted = read_insisted(asked_for(asked), department, catalogue, notes)
    department = replace(department, findings=(*department.findings, *notes))
    catalogue = catalogue.with_least(insisted.least_area_m2, insisted.least_width_m)
    money = on_the_land(own.money, department)
    if wishes.phases and money.first_year is None:
        money = replace(money, first_year=wishes.phases[0].year)
    wishes = replace(wishes, insisted=insisted, money=money)
    return Understood(asked, own, department, wishes, catalogue)


def _plants(asked: Request, own: OwnFile) -> PlantWishes:
    return replace(own.plants, allergy=bool(asked.allergy), play=bool(asked.play))


def _wishes(asked: Request, own: OwnFile) -> tuple[Wishes, Path | None]:
    """What can be understood without the land, and the file that draws the base."""
    faults: list[VildplanError] = []
    aims = _aims(asked, own, faults)
    base = tried(lambda: read_base(asked.base or PLAN_KEYS["base"].default), faults)
    lawn_m2 = tried(lambda: read_play_lawn(asked.play_lawn, own.catalogue.rule("play_lawn_m2")), faults)
    dwellings = None if asked.dwellings is None else tried(partial(read_dwellings, asked.dwellings), faults)
    clearances = tried(lambda: read_clearances(asked.clearance, own.catalogue), faults)
    if faults or aims is None or base is None or lawn_m2 is None or clearances is None:
        raise all_together(faults)
    wishes = Wishes(
        aims[0], base[0], asked.count or Count(PLAN_KEYS["count"].default), lawn_m2, dwellings, asked.mower,
        clearances=clearances, from_file=asked.from_file, crew=own.crew,
        phases=aims[1],
    )  # fmt: skip
    return wishes, base[1]


def _aims(
    asked: Request, own: OwnFile, faults: list[VildplanError]
) -> tuple[Target, tuple[PhaseWish, ...]] | None:
    """The target and the phases; where no target is typed the last phase is it."""
    if asked.target is None and not asked.phase:
        faults.append(_no_target())
    target = None if asked.target is None else tried(partial(read_target, asked.target), faults)
    phases = tried(lambda: read_phases(asked.phase, target, _first_years(own)), faults)
    if phases and target is None:
        target = phases[-1].target
    return None if target is None or phases is None else (target, phases)


def _no_target() -> WrongUsageError:
    return WrongUsageError(
        text("Der mangler --target.", "--target is missing."),
        text("Skriv f.eks. --target 30%, eller target = \"30%\" under [plan] i vildplan.toml.",
             "Type for example --target 30%, or target = \"30%\" under [plan] in vildplan.toml."),
    )  # fmt: skip


def _first_years(own: OwnFile) -> tuple[tuple[str, int | None], ...]:
    return (("[economy] first_year", own.money.first_year), ("[crew] first_year", own.crew.first_year))


def read_play_lawn(typed: str | None, usual_m2: float) -> float:
    """Return how large the play lawn shall be; where a file draws it, that is another matter.

    Raises:
        WrongUsageError: for what is neither a number nor a file.
    """
    if typed is None or means_a_file(typed):
        return usual_m2
    return read_number("--play-lawn", typed, MOST_M2, "400")


def asked_for(asked: Request) -> Asked:
    """Return the wishes that are found on the land, as typed."""
    return Asked(**{one.name: getattr(asked, one.name) for one in fields(Asked)})
