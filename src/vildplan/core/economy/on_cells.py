"""What ground that becomes wild comes to by the cells alone, before any zone of it is drawn."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from vildplan.core.economy.loads import limits_of, mown_m2_of_nodes
from vildplan.core.economy.mown import mown_today
from vildplan.model.nested import OnTheCells
from vildplan.model.problem import Floats, Found, Problem

# A limit that nothing reaches: only what nodes add is asked for.
NO_LIMIT = 1e12


def on_the_cells(shares: Sequence[Floats], problem: Problem, found: Found) -> tuple[OnTheCells, ...]:
    """Return hours, kroner and mown lawn left where each node is wild by a share (n), as its best type."""
    free = replace(found.wishes.insisted, most_hours_per_year=NO_LIMIT, most_kr_per_year=NO_LIMIT)
    limits = limits_of(problem, replace(found, wishes=replace(found.wishes, insisted=free)))
    best = np.argmax(problem.score_by_type, axis=0)
    mown_m2, today_m2 = mown_m2_of_nodes(problem, found), sum(mown_today(found).values())
    told = []
    for share in shares:
        own = np.zeros(problem.score_by_type.shape)
        own[best, np.arange(len(share))] = share
        hours, kr = (limit.today + limit.added(problem, own) for limit in limits)
        told.append(OnTheCells(hours, kr, today_m2 - float(mown_m2 @ share)))
    return tuple(told)
