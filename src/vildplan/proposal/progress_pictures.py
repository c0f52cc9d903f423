"""The pictures of the yearly status: the share year by year with its table, and what became of the ground."""

from collections.abc import Iterator

from vildplan.errors import Text, plain, text
from vildplan.model.decision import Decision
from vildplan.model.progress import FourFigures, Progress
from vildplan.proposal.charts import Shares, YearShare
from vildplan.proposal.document import Block, Column, Grid, Picture, m2
from vildplan.proposal.map_drawing import MapDrawing

SHARES = text("Vildt areal år for år, mod planen og målet", "Wild land year by year, against plan and target")


def progress_pictures(progress: Progress, decision: Decision, drawing: MapDrawing | None) -> Iterator[Block]:
    """Yield the shares with their table, and the map where one is drawn."""
    if progress.series:
        yield _shares(progress, decision)
        yield _years(progress, decision)
    if drawing is not None:
        yield _map(progress, drawing)


def _share(area_m2: float, decision: Decision) -> float:
    return (decision.counted_wild_m2 + area_m2) / (decision.base_m2 or 1.0)


def _shares(progress: Progress, decision: Decision) -> Picture:
    years = tuple(
        YearShare(str(one.year), *(
            _share(area_m2, decision) for area_m2 in (one.due_m2, one.laid_out_m2, one.kept_up_m2)
        ))
        for one in progress.series
    )  # fmt: skip
    last, target = years[-1], decision.target_m2 / (decision.base_m2 or 1.0)
    alt = text(
        "Søjler for {years}. I {year} er {there:pct} vildt, og {kept:pct} er passet eller vildt fra før; "
        "efter planen skulle det være {wanted:pct}, og målet er {target:pct}. Tallene er i tabellen under.",
        "Columns for {years}. In {year} {there:pct} are wild, and {kept:pct} kept up or wild before; by the "
        "plan it should be {wanted:pct}, and the target is {target:pct}. The figures are in the table below.",
        years=tuple(one.name for one in years), year=last.name, there=last.there, kept=last.kept,
        wanted=last.wanted, target=target,
    )  # fmt: skip
    chart = Shares("shares", SHARES, years, _share(0.0, decision), target)
    return Picture(chart, SHARES, alt, height=0.4)


def _years(progress: Progress, decision: Decision) -> Grid:
    columns = (
        Column(text("År", "Year")), Column(text("Skulle være anlagt", "Should be laid out"), right=True),
        Column(text("Anlagt", "Laid out"), right=True), Column(text("Passet i året", "Kept up"), right=True),
        Column(text("Vildt i alt", "Wild in all"), right=True),
    )  # fmt: skip
    return Grid(columns, tuple(_year(one, decision) for one in progress.series),
                widths=(0.12, 0.26, 0.2, 0.2, 0.22))  # fmt: skip


def _year(one: FourFigures, decision: Decision) -> tuple[Text, ...]:
    share = text("{v:pct}", "{v:pct}", v=_share(one.laid_out_m2, decision))
    return plain(str(one.year)), m2(one.due_m2), m2(one.laid_out_m2), m2(one.kept_up_m2), share


def _map(progress: Progress, drawing: MapDrawing) -> Picture:
    compared, figures = progress.compared, progress.figures
    if compared is None or not compared.before_m2:
        return Picture(
            drawing, text("Kort. Zonerne ved udgangen af {year}", "Map. The zones at the end of {year}",
                          year=str(progress.year)),
            text("Kort over zonerne ved udgangen af {year}: {laid:m2} er anlagt, {new:m2} af dem i år.",
                 "Map of the zones at the end of {year}: {laid:m2} are laid out, {new:m2} of them this year.",
                 year=str(progress.year), laid=figures.laid_out_m2,
                 new=0.0 if compared is None else compared.new_m2),
            height=0.7,
        )  # fmt: skip
    return Picture(
        drawing, text("Kort. Bevaret, nyt og tabt fra {before} til {year}",
                      "Map. Kept, new and lost from {before} to {year}",
                      before=str(progress.year - 1), year=str(progress.year)),
        text("Kort over zonerne: fra {before} til {year} er {kept:m2} bevaret, {new:m2} nyt og {lost:m2} "
             "tabt.",
             "Map of the zones: from {before} to {year} {kept:m2} are kept, {new:m2} new and {lost:m2} lost.",
             before=str(progress.year - 1), year=str(progress.year), kept=compared.kept_m2,
             new=compared.new_m2, lost=compared.lost_m2),
        height=0.7,
    )  # fmt: skip
