"""Amounts and prices -> what is paid once, to begin with."""

from dataclasses import dataclass
from decimal import Decimal

from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.book import Book
from vildplan.core.economy.recipe import Amount, Recipe
from vildplan.core.economy.work import zones
from vildplan.errors import Text, text

# What is planted is ordered by the same numbers (`schemes.toml`).
GAPS, FRINGE = "planting.gap_share", ("planting.fringe_share", "planting.fringe_plugs")


@dataclass(frozen=True)
class Item:
    """One thing to pay for: its words, and the recipe of what is bought, or of the hours it takes."""

    key: str
    name: Text
    bought: Recipe | None = None
    hours: Recipe | None = None

    def kr(self, amounts: Amounts, price: Book) -> Decimal:
        """Work out the kroner; hours at the contractor's rate."""
        if self.bought is not None:
            return self.bought.of(amounts, price)
        return self.hours.of(amounts, price) * price("contractor_rate") if self.hours else Decimal(0)


def _signs(amounts: Amounts) -> float:
    return amounts.signs


def _trial(amounts: Amounts) -> float:
    return 1.0 if amounts.meadows else 0.0


def _shrubs(amounts: Amounts) -> float:
    return amounts.planted_m2


def _standing(amounts: Amounts) -> float:
    """Scrub of shrubs that stand already; rounded like all amounts."""
    return round(zones("krat")(amounts) - amounts.planted_m2, 3)


def _planted(
    key: str, da: str, en: str, ground: tuple[Amount, tuple[str, ...]]
) -> tuple[Item, Item]:
    """Plugs on a part of the ground: what they cost, and their planting."""
    amount, shares = ground
    name = text(da, en)
    return (
        Item(key, name, Recipe(amount, "m2", 1, (*shares, "plug_kr"))),
        Item(f"{key}_planting", text("plantning af {name}", "planting of {name}", name=name),
             hours=Recipe(amount, "m2", 100, (*shares, "plug_hours"))),
    )  # fmt: skip


def _by_m2(key: str, da: str, en: str, kind: str, kr: str) -> Item:
    return Item(key, text(da, en), Recipe(zones(kind), "m2", 1, (kr,)))


ITEMS = (
    Item("signs", text("skilte", "signs"), Recipe(_signs, "stk", 1, ("sign_kr",))),
    Item("sign_posts", text("opsætning af skilte", "putting up signs"),
         hours=Recipe(_signs, "stk", 1, ("sign_hours",))),
    _by_m2("sowing", "jord og såning af blomstereng", "soil work and sowing of flower meadow", "blomstereng",
           "sow_kr"),
    Item("trial", text("stauder til prøvefelt i slåeng", "perennials for a trial plot in hay meadow"),
         Recipe(_trial, "stk", 1, ("trial_m2", "trial_plugs", "plug_kr"))),
    Item("rattle", text("frø af liden skjaller til prøvefelt", "seed of yellow rattle for the trial plot"),
         Recipe(_trial, "stk", 1, ("trial_m2", "planting.rattle_seed", "rattle_kr"))),
    Item("trial_planting", text("plantning i prøvefelt", "planting of the trial plot"),
         hours=Recipe(_trial, "stk", 100, ("trial_m2", "trial_plugs", "plug_hours"))),
    Item("plants", text("buske til nyt krat", "shrubs for new scrub"),
         Recipe(_shrubs, "m2", 1, ("krat_plants", "krat_plant_kr"))),
    Item("hedge_gaps", text("buske i hækkes huller", "shrubs in gaps of hedges"),
         Recipe(zones("haek_vild"), "m2", 1, (GAPS, "planting.hedge_plants", "krat_plant_kr"))),
    Item("scrub_gaps", text("buske i huller i krat, der står", "shrubs in gaps of scrub that stands"),
         Recipe(_standing, "m2", 1, (GAPS, "krat_plants", "krat_plant_kr"))),
    *_planted("fringe", "stauder i bræmmen foran nyt krat", "perennials in the fringe of new scrub",
              (_shrubs, FRINGE)),
    *_planted("gap_fringe", "stauder i bræmmen foran krat, der står",
              "perennials in the fringe of scrub that stands", (_standing, (GAPS, *FRINGE))),
    *_planted("sand_plugs", "stauder på sandbanke", "perennials on sand banks",
              (zones("sandbanke"), ("planting.sand_share", "planting.dry_plugs"))),
    *_planted("stone_plugs", "stauder ved stenbunke", "perennials at stone piles",
              (zones("stenbunke"), ("planting.stone_share", "planting.dry_plugs"))),
    *_planted("bank_plugs", "stauder på vandhullets bred", "perennials on the bank of a pond",
              (zones("vandhul"), ("planting.bank_share", "planting.bank_plugs"))),
    Item("perennials", text("vilde stauder", "wild perennials"),
         Recipe(zones("staudebed"), "m2", 1, ("plugs", "plug_kr"))),
    Item("planting", text("plantning af vilde stauder", "planting of wild perennials"),
         hours=Recipe(zones("staudebed"), "m2", 100, ("plugs", "plug_hours"))),
    Item("first_weeding", text("ekstra lugning det første år", "extra weeding in the first year"),
         hours=Recipe(zones("staudebed"), "m2", 100, ("bed_hours", "extra_weedings"))),
    Item("deadwood_pile", text("stabling af kvas og stammer", "stacking of brushwood and logs"),
         hours=Recipe(zones("doedt_ved"), "m2", 10, ("deadwood_build_hours",))),
    _by_m2("sand_bank", "sand og grus, lagt op", "sand and gravel, laid up", "sandbanke", "sand_kr"),
    _by_m2("stone_pile", "sten, lagt op", "stones, laid up", "stenbunke", "stone_kr"),
    _by_m2("rain_bed", "anlæg af regnbed", "making of rain beds", "regnbed", "rainbed_kr"),
    _by_m2("pond_dug", "gravning af vandhul", "digging of ponds", "vandhul", "pond_kr"),
    _by_m2("wild_roof", "anlæg af vildt tag", "making of wild roofs", "vildt_tag", "roof_kr"),
    Item("trees", text("frugttræer, plantet", "fruit trees, planted"),
         Recipe(zones("frugtlund"), "m2", 1, ("tree_kr",), ("tree_m2",))),
    _by_m2("learning_garden", "anlæg af læringshave", "making of learning gardens", "laeringshave",
           "garden_kr"),
)  # fmt: skip
