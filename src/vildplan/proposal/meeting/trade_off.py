"""What more wild ground costs, at every full plan: the curves, and what a dwelling pays."""

from collections.abc import Sequence

from vildplan.errors import text
from vildplan.proposal.charts import Curve
from vildplan.proposal.meeting.stands import Stand, StandKind, Totals

MONTHS = 12


def trade_off_charts(stands: Sequence[Stand], dwellings: int | None) -> tuple[Curve, ...]:
    """Return what more wild ground costs: hours, kroner and lawn against m2, at every full plan."""
    full = [stand.totals for stand in stands if stand.kind not in (StandKind.SKETCH, StandKind.PHASE)]
    x = tuple(one.area_m2 for one in full)
    paid = text("Kroner om året mod nye vilde m²", "Kroner a year against new wild m²")
    if dwellings:
        paid = text("Kr. pr. bolig og måned mod nye vilde m²",
                    "DKK per dwelling and month against new wild m²")  # fmt: skip
    return (
        Curve("hours", text("Timer om året mere end i dag, mod nye vilde m²",
                            "Hours a year more than today, against new wild m²"),
              x, tuple(one.hours_after - one.hours_before for one in full), "m2", "int"),
        Curve("kr", paid, x, tuple(paid_of(one, dwellings) for one in full), "m2", "kr"),
        Curve("lawn", text("Kortklippet plæne tilbage mod nye vilde m²",
                           "Short lawn left against new wild m²"),
              x, tuple(one.lawn_m2 for one in full), "m2", "m2"),
    )  # fmt: skip


def paid_of(totals: Totals, dwellings: int | None) -> float:
    """Return kroner per dwelling and month, or a year where nobody said how many dwellings there are."""
    return totals.year_kr / (MONTHS * dwellings) if dwellings else totals.year_kr
