"""The target as asked -> square metres of this department."""

from dataclasses import dataclass

from vildplan.errors import Text, UnusableInputError, WrongUsageError, text
from vildplan.model.problem import Goal, Inventory
from vildplan.model.wishes import Base, Count, Wishes


@dataclass(frozen=True)
class _Sums:
    """The m2 of a base, and of the wild land in it."""

    base_m2: float
    wild_m2: float
    documented_m2: float


def set_goal(wishes: Wishes, inventory: Inventory, file: str = "") -> Goal:
    """Turn a share or a number of m2 into the m2 that must be new.

    Raises:
        UnusableInputError: when there is no land at all.
        WrongUsageError: when more m2 are asked for than the base has.
    """
    sums = _sums(wishes, inventory)
    if sums.base_m2 <= 0:
        raise _no_base(inventory, file)
    target = wishes.target
    area_m2 = target.area_m2 if target.share is None else target.share * sums.base_m2
    if area_m2 is None or area_m2 > sums.base_m2 * (1 + 1e-9):
        raise WrongUsageError(
            text("--target {asked}: så meget jord er der ikke. Grundlaget er {base:m2}.",
                 "--target {asked}: there is not that much land. The base is {base:m2}.",
                 asked=target.asked, base=sums.base_m2),
            text("Skriv et mindre mål, f.eks. --target 30%.",
                 "Type a smaller target, for example --target 30%."),
        )  # fmt: skip
    counts = wishes.count is Count.ALL
    counted_m2 = sums.wild_m2 if counts else 0.0
    loose_m2 = sums.wild_m2 - sums.documented_m2 if counts else 0.0
    return Goal(target, sums.base_m2, area_m2, counted_m2, loose_m2, max(area_m2 - counted_m2, 0.0))


def _sums(wishes: Wishes, inventory: Inventory) -> _Sums:
    own = inventory.own_base
    if wishes.base is Base.FILE and own is not None:
        return _Sums(own.outdoor_m2, own.wild_m2, own.documented_wild_m2)
    base_m2 = inventory.green_m2 if wishes.base is Base.GREEN else inventory.outdoor_m2
    return _Sums(base_m2, inventory.wild_m2, inventory.documented_wild_m2)


def _no_base(inventory: Inventory, file: str) -> UnusableInputError:
    own = inventory.own_base
    if own is not None:
        return UnusableInputError(
            text("--base {file}: der er intet udeareal inden for den.",
                 "--base {file}: there is no outdoor area within it.", file=own.file),
            _draw_more(),
        )  # fmt: skip
    return UnusableInputError(
        text("{file}: der er intet udeareal, alt er bygning.",
             "{file}: there is no outdoor area, all of it is building.", file=file),
        _draw_more(),
    )  # fmt: skip


def _draw_more() -> Text:
    return text("Tegn plæner, stier og bede med, eller giv afgrænsningen med --boundary.",
                "Draw lawns, paths and beds too, or give the boundary with --boundary.")  # fmt: skip
