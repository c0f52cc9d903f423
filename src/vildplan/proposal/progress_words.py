"""The words of a yearly status: why ground is not kept up, how far a forecast reaches, what is behind."""

from vildplan.errors import Text, counted, listed, plain, text
from vildplan.model.progress import Behind, Compared, Forecast, Progress, Why, ZoneStatus

WHY = {
    Why.DONE: text("passet", "kept up"),
    Why.UNKNOWN: text("ukendt: ingen registrering i år", "unknown: nothing registered this year"),
    Why.NO_CUT: text("intet høslet i år", "no hay cut this year"),
    Why.HAY_LEFT: text("slået, men høet er ikke kørt væk", "cut, but the hay was not removed"),
    Why.NOT_DONE: text("plejen er ikke gjort færdig", "the care was not finished"),
    Why.NOT_SAID: text("ikke sagt, om plejen er udført", "not said whether the care was done"),
    Why.NOT_THERE: text("ikke anlagt", "not laid out"),
}
OWN_OUTLINE = text("zonens eget omrids, ikke målt efter", "the zone's own outline, not measured")


def verdict(progress: Progress) -> Text:
    """Return in a sentence whether the department is on track at the end of the year."""
    year = str(progress.year)
    if progress.on_track:
        return text("Ved udgangen af {year} følger afdelingen planen.",
                    "At the end of {year} the department keeps to the plan.", year=year)  # fmt: skip
    reasons = listed(tuple(_reason(one, progress) for one in progress.behind), "; ")
    return text("Ved udgangen af {year} er afdelingen bagud: {reasons}.",
                "At the end of {year} the department is behind: {reasons}.",
                year=year, reasons=reasons)  # fmt: skip


def _reason(behind: Behind, progress: Progress) -> Text:
    figures = progress.figures
    if behind is Behind.LAND:
        return text("{there:m2} er anlagt af de {due:m2}, der efter planen skulle være anlagt nu",
                    "{there:m2} are laid out of the {due:m2} that the plan asks for by now",
                    there=figures.laid_out_m2, due=figures.due_m2)  # fmt: skip
    if behind is Behind.CARE:
        return text("{kept:m2} af de anlagte {there:m2} er passet i år",
                    "{kept:m2} of the {there:m2} laid out were kept up this year",
                    kept=figures.kept_up_m2, there=figures.laid_out_m2)  # fmt: skip
    gone = tuple(zone.id for zone in progress.zones if zone.lapsed_m2)
    return text("bortfaldet: {zones} ({m2:m2})", "lapsed: {zones} ({m2:m2})",
                zones=gone, m2=figures.lapsed_m2)  # fmt: skip


def begins_in(year: int) -> Text:
    """Return that a zone's phase is to come."""
    return text("begynder {year}", "begins {year}", year=str(year))


def measuring(zone: ZoneStatus) -> Text:
    """Return how a zone was measured and by which role."""
    if not zone.measured:
        if zone.by:
            return text("zonens eget omrids, set af {by}", "the zone's own outline, seen by {by}",
                        by=zone.by)  # fmt: skip
        return OWN_OUTLINE
    how = plain(zone.how) if zone.how else text("m² som oplyst", "m² as told")
    return text("{how}, {by}", "{how}, {by}", how=how, by=zone.by) if zone.by else how


def forecast_sentence(forecast: Forecast | None, registered: tuple[int, ...]) -> Text:
    """Return when the target is reached at the pace so far, and how that is reckoned."""
    if forecast is None:
        return _no_forecast(len(registered))
    if forecast.reached:
        return text("Målet er nået.", "The target is reached.")
    if forecast.coming_year is not None:
        return text("Ingen prognose endnu: {coming:m2} begynder efter planen tidligst i {year}, så tempoet "
                    "til nu siger ikke, hvornår målet nås.",
                    "No forecast yet: {coming:m2} begin in {year} at the earliest by the plan, so the pace "
                    "so far does not say when the target is reached.",
                    coming=forecast.coming_m2, year=str(forecast.coming_year))  # fmt: skip
    pace = text("gennemsnittet fra {first} til {last} er {rate:m2} om året, og der mangler {missing:m2}",
                "the mean from {first} to {last} is {rate:m2} a year, and {missing:m2} are missing",
                first=str(forecast.first), last=str(forecast.last), rate=forecast.rate_m2,
                missing=forecast.missing_m2)  # fmt: skip
    if forecast.year is None:
        return text("I det tempo nås målet ikke: {pace}.", "At that pace the target is not reached: {pace}.",
                    pace=pace)  # fmt: skip
    return text("I samme tempo nås målet i {year}: {pace}. Det er en ret linje, ikke et løfte.",
                "At the same pace the target is reached in {year}: {pace}. It is a straight line, "
                "no promise.",
                year=str(forecast.year), pace=pace)  # fmt: skip


def _no_forecast(years: int) -> Text:
    if not years:
        return text("Ingen prognose endnu: intet er registreret.",
                    "No forecast yet: nothing is registered.")  # fmt: skip
    return text("Ingen prognose endnu: der er registreret {years}, og et tempo kan først ses, når der er "
                "flere år at sammenligne.",
                "No forecast yet: {years} registered, and a pace can be seen only when there are more years "
                "to compare.", years=counted(years, ("år", "år"), ("year is", "years are")))  # fmt: skip


def comparison_sentence(compared: Compared, year: int) -> Text:
    """Return what became of the ground since the year before."""
    return text(
        "Fra {before} til {year}: {kept:m2} bevaret, {moved:m2} flyttet, {lost:m2} tabt, {new:m2} nyt"
        "{remeasured}.",
        "From {before} to {year}: {kept:m2} kept, {moved:m2} moved, {lost:m2} lost, {new:m2} new"
        "{remeasured}.",
        before=str(year - 1), year=str(year), kept=compared.kept_m2, moved=compared.moved_m2,
        lost=compared.lost_m2, new=compared.new_m2, remeasured=_remeasured(compared),
    )  # fmt: skip


def _remeasured(compared: Compared) -> Text:
    if abs(compared.remeasured_m2) < 1:
        return plain("")
    return text(", og {m2:plus} m² ved ny måling", ", and {m2:plus} m² by measuring anew",
                m2=compared.remeasured_m2)  # fmt: skip


def base_sentence(before_m2: float, now_m2: float) -> Text | None:
    """Say that the base is another than at the vote; None where it is the same."""
    if abs(before_m2 - now_m2) < 1:
        return None
    return text("Grundlaget er ændret fra {before:m2} til {now:m2}; andelene er af det, der gjaldt ved "
                "beslutningen.",
                "The base changed from {before:m2} to {now:m2}; shares are of what it was at the vote.",
                before=before_m2, now=now_m2)  # fmt: skip
