"""The terms of plants in words: what is said for `half_shade`, `very_high`, `vaad`, and for each fact."""

from collections.abc import Mapping

from vildplan.errors import Text, plain, text
from vildplan.model.flora import Allergy, Fact, Form, Poison, Species
from vildplan.model.planting import Amount, Left

GROWTH = {
    "perennial": text("staude", "perennial"), "annual": text("enårig", "annual"),
    "shrub": text("busk", "shrub"), "climber": text("klatreplante", "climber"), "tree": text("træ", "tree"),
}  # fmt: skip
HABITATS = {
    "eng": text("eng", "meadow"), "plaene": text("plæne", "lawn"), "bed": text("bed", "bed"),
    "tag": text("tag", "roof"), "krat": text("krat", "scrub"), "haek": text("hæk", "hedge"),
    "bryn": text("skovbryn", "edge of wood"), "lund": text("lund", "grove"), "sand": text("sand", "sand"),
    "vaad": text("våd bund", "wet ground"), "regnbed": text("regnbed", "rain bed"),
    "annual": text("bar jord", "bare soil"),
}  # fmt: skip
SOIL = {"poor": text("mager", "poor"), "rich": text("næringsrig", "rich")}
MOISTURE = {"dry": text("tør", "dry"), "fresh": text("frisk", "fresh"), "wet": text("våd", "wet")}
LIGHT = {"sun": text("sol", "sun"), "half_shade": text("halvskygge", "half-shade")}
INSECTS = {
    "low": text("lav", "low"), "medium": text("middel", "medium"), "high": text("høj", "high"),
    "very_high": text("meget høj", "very high"),
}  # fmt: skip
GROUPS = {
    "bees": text("bier", "bees"), "butterflies": text("sommerfugle", "butterflies"),
    "moths": text("natsværmere", "moths"), "flies": text("fluer", "flies"),
    "beetles": text("biller", "beetles"), "birds": text("fugle", "birds"),
    "mammals": text("pattedyr", "mammals"),
}  # fmt: skip
ALLERGY = {
    "low": text("lav", "low"), "composite": text("kurveblomst", "composite"),
    "partly_wind": text("lidt vindbestøvet", "partly wind-pollinated"),
    "wind": text("vindbestøvet", "wind-pollinated"), "scent": text("stærk duft", "strong scent"),
    "skin": text("hudirriterende", "irritates skin"),
}  # fmt: skip
POISON = {
    "none": text("ingen kendt", "none known"), "mild": text("svagt giftig", "mildly poisonous"),
    "keep_away": text("giftig", "poisonous"),
}  # fmt: skip
HAZARDS = {
    "thorns": text("torne", "thorns"), "stones": text("stenene", "its stones"),
    "seeds": text("frøene", "its seeds"), "berries": text("bærrene", "its berries"),
}  # fmt: skip
TERMS: Mapping[str, Mapping[str, Text]] = {
    "growth": GROWTH, "habitats": HABITATS, "soil": SOIL, "moisture": MOISTURE, "light": LIGHT,
    "insects": INSECTS, "groups": GROUPS, "allergy": ALLERGY, "poison": POISON, "hazards": HAZARDS,
}  # fmt: skip
WHY_LEFT = {
    Left.WIND: text("vindbestøvet (allergi)", "wind-pollinated (allergy)"),
    Left.SCENT: text("stærk duft ved døre og terrasser (allergi)",
                     "strong scent at doors and terraces (allergy)"),
    Left.POISON: text("giftig, hvor børn leger", "poisonous where children play"),
    Left.AVOIDED: text("I vil undgå den", "you want to avoid it"),
}  # fmt: skip
FORMS = {
    Form.SEED: text("g frø", "g of seed"), Form.PLUG: text("plugplanter", "plugs"),
    Form.SHRUB: text("buske", "shrubs"), Form.TREE: text("træer", "trees"),
}  # fmt: skip
ONE_OF = {
    Form.SEED: FORMS[Form.SEED], Form.PLUG: text("plugplante", "plug"), Form.SHRUB: text("busk", "shrub"),
    Form.TREE: text("træ", "tree"),
}  # fmt: skip


def term_names(kind: str, words: tuple[str, ...]) -> tuple[Text, ...]:
    """Return the names of terms of one property."""
    return tuple(TERMS[kind][word] for word in words)


def terms(kind: str, words: tuple[str, ...]) -> Text:
    """Return terms of one property as words with commas between."""
    return text("{words}", "{words}", words=term_names(kind, words))


def months(found: tuple[int, ...]) -> Text:
    """Return months as a span."""
    return text("{m:months}", "{m:months}", m=found)


def fact_words(fact: Fact) -> Text:
    """Return what a fact says."""
    if isinstance(fact.words, Text):
        return fact.words
    if fact.prop == "months":
        return months(tuple(map(int, fact.words)))
    return terms(fact.prop, fact.words)


def cautions(species: Species) -> Text:
    """Return what to mind of a species; nothing where nothing is known."""
    found = [
        *([] if species.allergy is Allergy.LOW else [ALLERGY[species.allergy]]),
        *([] if species.poison is Poison.NONE else [POISON[species.poison]]),
        *(HAZARDS[hazard] for hazard in species.hazards),
    ]
    return text("{words}", "{words}", words=tuple(found)) if found else plain("")


def ordered(amount: Amount, form: Form) -> Text:
    """Return what to order, such as `12 plugplanter`."""
    kind = (ONE_OF if amount.order == 1 else FORMS)[form]
    return text("{number:int} {kind}", "{number:int} {kind}", number=amount.order, kind=kind)
