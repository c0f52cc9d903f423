"""The assumptions that a plan used: the decisive values first, the rest by topic, none twice."""

from dataclasses import replace
from functools import cache

from tests.drawing import draw, plan_of, wish
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language, MownBy
from vildplan.proposal.assumptions import assumption_blocks
from vildplan.proposal.budget import budget_blocks
from vildplan.proposal.document import Folded, Grid, Paragraph, ScreenOnly
from vildplan.proposal.economy import economy_blocks
from vildplan.proposal.resting import resting, resting_blocks
from vildplan.proposal.sentences import trust_sentence
from vildplan.proposal.words import say
from vildplan.reading.own_values import with_own_numbers

DA = Language.DANISH
LAND = """
    HHHHHH
    ......
    ......
    //////
    ======
"""


@cache
def planned(dwellings: int | None = None, mown_by: MownBy | None = None) -> Plan:
    """A lawn and a slope by a house, all of it asked for: hay meadow and meadow on a slope."""
    return plan_of(draw(LAND, cell_m=10), replace(wish("100%"), dwellings=dwellings, mown_by=mown_by))


def tables(plan: Plan) -> list[list[tuple[str, ...]]]:
    """The tables of the section, row by row in words."""
    blocks = [
        inner for block in assumption_blocks(plan)
        for inner in (block.blocks if isinstance(block, Folded) else (block,))
    ]  # fmt: skip
    grids = [block for block in blocks if isinstance(block, Grid)]
    return [[tuple(say(cell, DA) for cell in row) for row in grid.rows] for grid in grids]


def test_the_three_decisive_values_of_each_figure_come_first_with_their_keys() -> None:
    plan = planned()
    hours, kr, points = resting(plan)
    assert plan.economy is not None
    assert (hours.decisive, kr.decisive) == (plan.economy.decisive_hours, plan.economy.decisive_kr)
    keys = [value.key for figure in (hours, kr, points) for value in figure.decisive]
    assert [row[1] for row in tables(plan)[0]] == keys
    assert [row[0] for row in tables(plan)[0] if row[0]] == ["timer", "kroner", "point"]


def test_points_rest_on_the_weights_that_bring_or_cost_most() -> None:
    plan = planned()
    sizes: dict[str, float] = {}
    for zone in plan.zones:
        for line in zone.why:
            key = f"{zone.type}.{line.key}"
            sizes[key] = sizes.get(key, 0.0) + abs(line.points_per_m2) * zone.area_m2
    *_, points = resting(plan)
    assert points.assumed_share == 1.0
    assert [value.key for value in points.decisive] == sorted(sizes, key=lambda key: -sizes[key])[:3]


def test_points_of_an_own_weight_rest_on_no_assumption() -> None:
    plan = planned()
    *_, before = resting(plan)
    most = before.decisive[0]
    own = with_own_numbers(plan.catalogue, {most.key: most.number}, "vildplan.toml")
    *_, after = resting(replace(plan, catalogue=own))
    assert after.assumed_share < before.assumed_share
    said = "\n".join(say(b.words, DA) for b in resting_blocks(replace(plan, catalogue=own))
                     if isinstance(b, Paragraph))  # fmt: skip
    assert "Jeres egne værdier: mere natur" in said


def test_the_long_list_is_folded_and_the_screen_says_where_it_is() -> None:
    blocks = list(assumption_blocks(planned()))
    assert sum(isinstance(block, Grid) for block in blocks) == 1  # the decisive ones
    (folded,) = [block for block in blocks if isinstance(block, Folded)]
    assert say(folded.summary, DA) == f"Se alle {len(planned().assumptions)} antagelser"
    (words,) = [block.words for block in blocks if isinstance(block, ScreenOnly)]
    assert "rapport.html" in say(words, DA)


def test_values_that_zone_types_share_stand_once_under_both() -> None:
    rows = [line for _, line in tables(planned())[1]]
    assert "Slåeng, eng på skråning: mindste areal 50 m²" in rows
    assert "Slåeng: mindste bredde 3 m" in rows
    assert "Eng på skråning: mindste bredde 2 m" in rows


def test_the_topics_stand_in_one_order() -> None:
    topics = [topic for topic, _ in tables(planned())[1] if topic]
    assert topics == ["Timer og priser", "Regler", "Mindstemål", "Afstande", "Vægte", "Pleje"]


def test_only_what_this_plan_used_is_listed() -> None:
    keys = {value.key for value in planned().assumptions}
    assert {"mowings", "slope_factor", "slaaeng.nature_lawn", "skraaning.clearance_facade"} <= keys
    assert not [key for key in keys if key.startswith(("krat.", "haek_vild.", "staudebed.", "blomstereng."))]
    # no play, so neither its distance nor its weight; no hedge, so no price of clipping it
    assert keys.isdisjoint({"slaaeng.clearance_play", "slaaeng.near_play", "hedge_hours", "robot_hours"})


def test_a_robot_brings_its_own_assumption() -> None:
    keys = {value.key for value in planned(mown_by=MownBy.ROBOT).assumptions}
    assert "robot_hours" in keys


# ------------------------------------------------------------------------------ the report's economy


def said(plan: Plan) -> str:
    """All paragraphs of the economy section."""
    assert plan.economy is not None
    blocks = [block for block in economy_blocks(plan.economy) if isinstance(block, Paragraph)]
    return "\n".join(say(block.words, DA) for block in blocks)


def test_a_dwelling_is_told_what_it_pays_only_where_dwellings_are_known() -> None:
    def told(plan: Plan) -> str:
        assert plan.budget is not None
        blocks = [block for block in budget_blocks(plan.budget) if isinstance(block, Paragraph)]
        return "\n".join(say(block.words, DA) for block in blocks)

    assert "pr. bolig og måned" in told(planned(40))
    assert "bolig og måned" not in told(planned())


def test_where_no_value_matters_most_nothing_is_said_of_it() -> None:
    economy = planned().economy
    assert economy is not None
    assert "Mest betyder: " in say(trust_sentence(economy), DA)
    assert "Mest betyder" not in say(trust_sentence(replace(economy, decisive_hours=(), decisive_kr=())), DA)


def test_wages_correspond_to_kroner_and_are_no_saving() -> None:
    assert "svarer timerne til" in said(planned())
    assert "Det er løn, ikke en besparelse" in said(planned())


def test_the_robot_is_named() -> None:
    assert "klippet af robot, skråningerne ikke" in said(planned(None, MownBy.ROBOT))


def test_every_line_of_the_tables_is_starred_where_it_rests_on_an_assumption() -> None:
    plan = planned()
    assert plan.economy is not None
    hours, kroner = [b for b in economy_blocks(plan.economy) if isinstance(b, Grid)][:2]
    stars = {say(row[0], DA) for row in hours.rows} - {"I alt"}
    assert all(name.endswith(" *") for name in stars)  # all hours rest on assumptions
    assert "høslet, høet fjernes" in {say(row[0], DA) for row in kroner.rows}  # kroner per m2 have a source
