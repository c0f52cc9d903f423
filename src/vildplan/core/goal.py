"""The target as asked -> square metres of this department."""

from vildplan.errors import UnusableInputError, WrongUsageError, text
from vildplan.model.problem import Goal, Inventory
from vildplan.model.wishes import Base, Count, Wishes


def set_goal(wishes: Wishes, inventory: Inventory, file: str = "") -> Goal:
    """Turn a share or a number of m2 into the m2 that must be new.

    Raises:
        UnusableInputError: when there is no land at all.
        WrongUsageError: when more m2 are asked for than the base has.
    """
    base_m2 = inventory.outdoor_m2 if wishes.base is Base.OUTDOOR else inventory.green_m2
    if base_m2 <= 0:
        raise UnusableInputError(
            text("{file}: der er intet udeareal, alt er bygning.",
                 "{file}: there is no outdoor area, all of it is building.", file=file),
            text("Tegn plæner, stier og bede med, eller giv afgrænsningen med --boundary.",
                 "Draw lawns, paths and beds too, or give the boundary with --boundary."),
        )  # fmt: skip
    target = wishes.target
    area_m2 = target.area_m2 if target.share is None else target.share * base_m2
    if area_m2 is None or area_m2 > base_m2 * (1 + 1e-9):
        raise WrongUsageError(
            text("--target {asked}: så meget jord er der ikke. Grundlaget er {base:m2}.",
                 "--target {asked}: there is not that much land. The base is {base:m2}.",
                 asked=target.asked, base=base_m2),
            text("Skriv et mindre mål, f.eks. --target 30%.",
                 "Type a smaller target, for example --target 30%."),
        )  # fmt: skip
    counted_m2 = inventory.wild_m2 if wishes.count is Count.ALL else 0.0
    return Goal(target, base_m2, area_m2, counted_m2, max(area_m2 - counted_m2, 0.0))
