"""The same outlines with other types: the best that keeps the limits.

A plan is (outlines, times the price, points, hours). At a higher price outlines take types that need fewer
hours and are worth fewer points.
"""

from dataclasses import replace

from vildplan.core.retyping import Retyping

Plan = tuple[str, float, float, float]
# Points and hours of each outline with its best types; each price more takes 2 points and 1 hour.
BEST_TYPES = {"wide": (100.0, 14.0), "small": (95.0, 10.0), "crooked": (80.0, 5.0)}
MOST_HOURS = 10.5


def typed(plan: Plan, times: float) -> Plan:
    points, hours = BEST_TYPES[plan[0]]
    return (plan[0], times, points - 2 * times, hours - times)


# At the price of the bound an hour is worth half a point.
ASKED = Retyping(
    typed,
    keeps=lambda plan: plan[3] <= MOST_HOURS,
    points=lambda plan: plan[2],
    left=lambda plan: 0.5 * (MOST_HOURS - plan[3]),
)


def drawn(*outlines: str) -> list[Plan]:
    return [typed((one, 0.0, 0.0, 0.0), 1.0) for one in outlines]


def test_outlines_take_cheaper_types_only_as_far_as_the_limit_needs() -> None:
    # 14 hours must become 10.5: at 3.5 times the price, found to a thousandth of the points.
    first = typed(("crooked", 0.0, 0.0, 0.0), 0.0)
    outlines, times, points, hours = ASKED.best(first, drawn("wide"))
    assert outlines == "wide"
    assert 3.5 <= times < 3.6
    assert hours <= MOST_HOURS
    assert points == 100 - 2 * times


def test_outlines_that_keep_the_limit_as_they_are_win_over_dearer_ones_that_lose_more() -> None:
    first = typed(("crooked", 0.0, 0.0, 0.0), 0.0)
    assert ASKED.best(first, drawn("wide", "small"))[0] == "small"


def test_what_is_worth_no_more_even_without_a_limit_is_passed_over() -> None:
    first = ("as drawn", 1.0, 96.0, 10.0)
    assert ASKED.best(first, drawn("small", "crooked")) is first


def test_outlines_that_no_price_makes_cheap_enough_are_left_alone() -> None:
    stubborn = replace(ASKED, typed=lambda plan, _: (plan[0], 0.0, 100.0, 99.0))
    first = ("as drawn", 1.0, 50.0, 10.0)
    assert stubborn.best(first, drawn("wide")) is first


def test_outlines_that_are_not_sound_are_passed_over_however_much_they_are_worth() -> None:
    # Lawn is closed in beside the wide ones: what wins is the next best.
    first = typed(("crooked", 0.0, 0.0, 0.0), 0.0)
    open_only = replace(ASKED, sound=lambda plan: plan[0] != "small")
    assert ASKED.best(first, drawn("wide", "small"))[0] == "small"
    assert open_only.best(first, drawn("wide", "small"))[0] == "wide"
