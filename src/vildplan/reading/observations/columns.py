"""Names of columns, in whichever program's spelling -> Darwin Core's terms."""

import re
from collections.abc import Iterable, Mapping

from vildplan.errors import Text, UnusableInputError, WrongUsageError, few, text
from vildplan.model.nearness import near_words
from vildplan.model.observation import Group
from vildplan.reading.observations.table import Row, Table, unusable

# Term -> further names of the same, as GBIF, iNaturalist, arter.dk and our own forms have them.
TERMS: Mapping[str, tuple[str, ...]] = {
    "occurrenceID": ("url", "fund id", "fundid", "observations id", "observation id"),
    "gbifID": (),
    "id": (),
    "scientificName": (
        "scientific_name",
        "taxon latinsk navn",
        "latinsk navn",
        "videnskabeligt navn",
        "videnskabelig navn",
        "taxon name",
    ),
    "species": ("taxon_species_name",),
    "vernacularName": ("common_name", "taxon dansk navn", "dansk navn", "artsnavn", "art", "species_guess"),
    "class": ("taxon_class_name", "klasse"),
    "order": ("taxon_order_name", "orden"),
    "family": ("taxon_family_name", "familie"),
    "genus": ("taxon_genus_name", "slægt"),
    "iconicTaxon": ("iconic_taxon_name",),
    "eventDate": ("observed_on", "observationsdato", "dato", "date", "funddato"),
    "year": ("år",),
    "month": ("måned",),
    "day": ("dag",),
    "eventTime": ("start", "starttid", "klokken", "tid"),
    "decimalLatitude": ("latitude", "lat", "breddegrad", "bredde"),
    "decimalLongitude": ("longitude", "lon", "lng", "long", "længdegrad", "længde"),
    "coordinateUncertaintyInMeters": ("positional_accuracy", "usikkerhed", "usikkerhed m", "nøjagtighed"),
    "publicUncertainty": ("public_positional_accuracy",),
    "obscured": ("coordinates_obscured", "sløret"),
    "captive": ("captive_cultivated", "dyrket", "fangenskab"),
    "establishmentMeans": (),
    "degreeOfEstablishment": (),
    "basisOfRecord": ("fundtype",),
    "dataGeneralizations": (),
    "informationWithheld": (),
    "geoprivacy": (),
    "taxonGeoprivacy": ("taxon_geoprivacy",),
    "occurrenceStatus": ("status",),
    "individualCount": ("antal", "count", "number"),
    "recordedBy": ("user_login", "observatør", "finder", "tæller", "observer", "counter", "recorded by"),
    "recordedByName": ("user_name",),
    "license": ("licens", "rights"),
    "datasetName": (),
    "eventID": (),
    "samplingProtocol": ("metode", "protocol"),
    "samplingEffort": (),
    "sampleSizeValue": ("minutter", "minutes"),
    "sampleSizeUnit": (),
    "locationID": ("felt", "zone", "square", "tællefelt", "zone id"),
    "complete": ("alle grupper talt", "complete list"),
    "temperature": ("temperatur", "grader"),
    "wind": ("vind",),
    "cloud": ("skydække", "sky"),
    "flower": ("blomst",),
    "flowerUnits": ("blomsterenheder", "flower units"),
    "qualityGrade": ("quality_grade",),
}
GROUPS: Mapping[Group, tuple[str, ...]] = {
    Group.BUMBLEBEES: ("humlebier", "bumblebees"),
    Group.HONEYBEES: ("honningbi", "honningbier", "honeybees", "honey bees"),
    Group.SOLITARY_BEES: ("enlige bier", "solitary bees"),
    Group.HOVERFLIES: ("svirrefluer", "hoverflies"),
    Group.FLIES: ("andre fluer", "other flies"),
    Group.BUTTERFLIES: ("sommerfugle", "butterflies", "butterflies and moths"),
    Group.BEETLES: ("biller", "beetles"),
    Group.WASPS: ("hvepse", "wasps"),
    Group.OTHERS: ("andre", "andre insekter", "other insects", "others"),
}
# A table of finds has one of these; a form of counts has columns of groups instead.
NAMES = ("scientificName", "species", "vernacularName", "genus", "family", "iconicTaxon")
LEAST_GROUPS = 3
# iNaturalist calls its numbers `id`; these of its columns say that a file is its.
OF_INATURALIST = ("observedon", "iconictaxonname", "qualitygrade", "taxonid")
LEAST_OF_INATURALIST = 2
INATURALIST = "https://www.inaturalist.org/observations/"


def folded(name: str) -> str:
    """Return a name of a column without case, spaces and signs, and without what stands before a colon."""
    return re.sub(r"[\W_]+", "", name.rpartition(":")[2].rpartition("/")[2].casefold())


_TERM_OF = {folded(name): term for term, names in TERMS.items() for name in (term, *names)}
_TERM_OF |= {folded(name): group.value for group, names in GROUPS.items() for name in (group.value, *names)}


class Columns:
    """Which column of a table is which term."""

    def __init__(self, table: Table, own: Mapping[str, str]) -> None:
        """Match the columns by name; `own` (column -> term) goes before what we know.

        Raises:
            UnusableInputError: when no column says what was found.
        """
        mine = {folded(column): term for column, term in own.items()}
        self.term: dict[str, str] = {}
        for column in table.columns:
            term = mine.get(folded(column))
            if term is None and ":" not in column:
                term = _TERM_OF.get(folded(column))
            if term is not None and (term not in self.term.values() or folded(column) in mine):
                self.term[column] = term
        terms = {*self.term.values()}
        self.groups = tuple(group for group in Group if group.value in terms)
        keys = {folded(column) for column in table.columns}
        self.inaturalist = len(keys & {*OF_INATURALIST}) >= LEAST_OF_INATURALIST
        self.of_form = len(self.groups) >= LEAST_GROUPS
        if not self.of_form and not terms & {*NAMES}:
            raise _unknown(table)

    def row(self, row: Row) -> dict[str, str]:
        """Return a row by term."""
        found = {self.term[column]: words for column, words in row.items() if column in self.term}
        if self.inaturalist and "occurrenceID" not in found and "id" in found:
            found["occurrenceID"] = INATURALIST + found["id"]
        return found


def _unknown(table: Table) -> UnusableInputError:
    return unusable(
        table.file,
        text(
            "ingen kolonne siger, hvad der er fundet. Kolonnerne er {columns}.",
            "no column says what was found. The columns are {columns}.",
            columns=few(table.columns),
        ),
        text(
            "Skriv, hvilken kolonne der er navnet, datoen og stedet, f.eks. --map navn=scientificName "
            "--map datum=eventDate.",
            "Say which column is the name, the date and the place, such as --map navn=scientificName "
            "--map datum=eventDate.",
        ),
    )


def own_columns(typed: Iterable[str]) -> dict[str, str]:
    """Read `datum=eventDate` as it is typed after --map: column -> term.

    Raises:
        WrongUsageError: when it is none, or names no term.
    """
    found = {}
    for word in typed:
        column, sign, term = (part.strip() for part in word.partition("="))
        known = term_of(term)
        if not sign or not column or known is None:
            raise WrongUsageError(
                text("--map {word} kan ikke bruges.", "--map {word} cannot be used.", word=word),
                near_term(term),
            )
        found[column] = known
    return found


def term_of(word: str) -> str | None:
    """Return the term that a word names, by any of its names."""
    return _TERM_OF.get(folded(word))


def near_term(word: str) -> Text:
    """Return what may have been meant."""
    known = [*TERMS, *(group.value for group in Group)]
    near = near_words(word, known)
    return text(
        "Skriv kolonnens navn, = og et af {terms}, f.eks. datum=eventDate.",
        "Type the name of the column, = and one of {terms}, such as datum=eventDate.",
        terms=tuple(
            near
            or (
                "scientificName",
                "eventDate",
                "decimalLatitude",
                "decimalLongitude",
                "individualCount",
                "locationID",
            )
        ),
    )
