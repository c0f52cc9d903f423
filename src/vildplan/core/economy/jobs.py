"""Lines and items -> the jobs of ten years: which recipe, who does it, and in which years."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vildplan.core.economy.begin import ITEMS, Item
from vildplan.core.economy.book import Prices
from vildplan.core.economy.recipe import Recipe
from vildplan.core.economy.work import LINES, Line
from vildplan.errors import Text, text
from vildplan.model.budget import YEARS, Part
from vildplan.model.money import Accounts, Money, Who
from vildplan.model.wishes import MownBy, Wishes

ALL_YEARS = tuple(range(1, YEARS + 1))
HAY = ("hay", "hay_rich", "slope_hay", "slope_hay_rich", "rough")
CUT, RAKE = "hay_cutting", "hay_raking"
RAKING = "raking_share"
# The lines whose care of today stays that of a zone's ground until the zone begins.
TODAYS = tuple(line.key for line in LINES if line.today is not None and line.of_zones)
# Whose task an item of the beginning is, where it is not bought.
ITEM_TASKS = {
    "sign_posts": "signs", "trial_planting": "plugs", "planting": "plugs", "first_weeding": "bed",
    "deadwood_pile": "deadwood", "fringe_planting": "plugs", "gap_fringe_planting": "plugs",
    "sand_plugs_planting": "plugs", "stone_plugs_planting": "plugs", "bank_plugs_planting": "plugs",
}  # fmt: skip

# How a recipe becomes that of a part of the work.
Partly = Callable[[Recipe], Recipe]


@dataclass(frozen=True)
class Job:
    """One line to be: hours for somebody, or kroner where `in_kr`."""

    key: str
    name: Text
    part: Part
    who: Who | None
    account: str
    years: tuple[int, ...]
    recipe: Recipe
    in_kr: bool

    @property
    def line(self) -> str:
        """The line of care that it is, or is a part of."""
        return self.key.removesuffix("_cutting").removesuffix("_raking")


def who_mows(wishes: Wishes) -> Who:
    """Return who does today's work; a contractor where nobody said, since that is paid in kroner."""
    return Who.STAFF if wishes.mown_by in (MownBy.STAFF, MownBy.ROBOT) else Who.CONTRACTOR


def jobs(prices: Prices, wishes: Wishes) -> Iterator[Job]:
    """Yield all jobs of the ten years, in the order of the budget."""
    for line in LINES:
        yield from _today(line, wishes)
    for line in LINES:
        yield from _with_plan(line, prices, wishes)
    for item in ITEMS:
        yield _begin(item, (1,), Part.BEGIN, wishes.money.accounts.establishment, wishes)
    again = _every(prices, "sign_years", first=1)
    for item in ITEMS[:2]:
        if again:
            yield _begin(item, again, Part.RENEWAL, wishes.money.accounts.running, wishes)


def task_of(line: str) -> str:
    """Return the task that a line of care is, as `[labour]` knows it."""
    return line.partition("_")[0] if line.startswith(("mowing", "slope")) else line


def _today(line: Line, wishes: Wishes) -> Iterator[Job]:
    if line.today is None:
        return
    yield _job((line.key, line.name), Part.TODAY, who_mows(wishes), ALL_YEARS,
               (line.today, line.today_kr), wishes.money)  # fmt: skip


def _with_plan(line: Line, prices: Prices, wishes: Wishes) -> Iterator[Job]:
    if line.plan is None:
        return
    if line.key in HAY:
        yield from _hay(line, wishes)
        return
    who = _chosen(task_of(line.key), who_mows(wishes), wishes.money)
    recipes, years = (line.plan, line.plan_kr), ALL_YEARS
    bound = _bound_years(wishes) if not line.of_zones else ()
    if bound:
        yield _job((line.key, _bound_name(line, wishes.money)), Part.PLAN, who_mows(wishes), bound,
                   (line.today or line.plan, line.today_kr), wishes.money)  # fmt: skip
        years = tuple(year for year in ALL_YEARS if year not in bound)
    if line.key == "pond":
        years = _every(prices, "pond_years")
        recipes = line.plan.whole(), None
    if years:
        yield _job((line.key, line.name), Part.PLAN, who, years, recipes, wishes.money)


def _hay(line: Line, wishes: Wishes) -> Iterator[Job]:
    """Cutting and raking are two jobs: youth and volunteers rake, and do not use a brush cutter."""
    usual, parts = who_mows(wishes), {CUT: _cutting, RAKE: _raking}
    names = {
        CUT: text("{line}: slå", "{line}: cutting", line=line.name),
        RAKE: text("{line}: rive og læsse", "{line}: raking and loading", line=line.name),
    }
    for task, part in parts.items():
        recipes = part(line.plan) if line.plan else None, part(line.plan_kr) if line.plan_kr else None
        who = _chosen(task, usual, wishes.money)
        if recipes[0] is not None:
            yield _job((f"{line.key}_{task[4:]}", names[task]), Part.PLAN, who, ALL_YEARS,
                       (recipes[0], recipes[1]), wishes.money)  # fmt: skip


def _cutting(recipe: Recipe) -> Recipe:
    return recipe.rest_also(RAKING)


def _raking(recipe: Recipe) -> Recipe:
    return recipe.times_also(RAKING)


def _begin(item: Item, years: tuple[int, ...], part: Part, account: str, wishes: Wishes) -> Job:
    if item.bought is not None:
        return Job(item.key, item.name, part, None, account, years, item.bought, in_kr=True)
    who = _chosen(ITEM_TASKS[item.key], Who.CONTRACTOR, wishes.money)
    recipe = item.hours
    if recipe is None:
        raise ValueError(item.key)
    return Job(item.key, item.name, part, who, _account(who, account, wishes.money.accounts), years, recipe,
               in_kr=False)  # fmt: skip


def _job(
    line: tuple[str, Text], part: Part, who: Who, years: tuple[int, ...],
    recipes: tuple[Recipe, Recipe | None], money: Money,
) -> Job:  # fmt: skip
    """A contractor's price per m2 goes before his hours, where there is one."""
    hours, kr = recipes
    account = _account(who, money.accounts.running, money.accounts)
    if who is Who.CONTRACTOR and kr is not None:
        return Job(*line, part, who, account, years, kr, in_kr=True)
    return Job(*line, part, who, account, years, hours, in_kr=False)


def _account(who: Who, usual: str, accounts: Accounts) -> str:
    return accounts.youth if who is Who.YOUTH else usual


def _chosen(task: str, usual: Who, money: Money) -> Who:
    return dict(money.labour).get(task, usual)


def _every(prices: Prices, key: str, first: int = 0) -> tuple[int, ...]:
    """The years that something falls in that is done every so many years."""
    step = prices[key].years_apart
    return tuple(range(first + step, YEARS + 1, step))


def _bound_years(wishes: Wishes) -> tuple[int, ...]:
    """The years in which today's mowing is paid whatever the plan; the year that an agreement ends in too."""
    until, first = wishes.money.contract_until, wishes.money.first_year
    if until is None or first is None or who_mows(wishes) is not Who.CONTRACTOR:
        return ()
    return tuple(year for year in ALL_YEARS if first + year - 1 <= until.year)


def _bound_name(line: Line, money: Money) -> Text:
    """Where mowing is bound there is a day until which it is."""
    until = money.contract_until
    if until is None:
        return line.name
    return text("{line} (aftalen løber til {day:int}. {month:months} {year})",
                "{line} (the agreement runs until {day:int} {month:months} {year})",
                line=line.name, day=until.day, month=(until.month,), year=str(until.year))  # fmt: skip
