"""A word of the user's, or an OSM tag, becomes a class of the class table."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.drawing import CATALOGUE, draw, geojson
from vildplan.errors import Severity, UnusableInputError, WrongUsageError
from vildplan.proposal.words import Language, say
from vildplan.reading.classes import class_index, is_underground
from vildplan.reading.department import ReadingChoices, read_department

INDEX = class_index(CATALOGUE)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("græsplæne", "lawn"),
        ("brugsplæne", "lawn"),
        ("plæne", "lawn"),
        ("skråning", "slope"),
        ("busket", "shrub"),
        ("hæk", "hedge"),
        ("bed", "bed"),
        ("legeplads", "playground"),
        ("boldbane", "pitch"),
        ("sti", "path"),
        ("fortov", "path"),
        ("vej", "road"),
        ("p-plads", "parking"),
        ("bygning", "building"),
        ("tag", "building"),
        ("taghave", "roof_garden"),
        ("terrasse", "terrace"),
        ("have", "private_garden"),
        ("sø", "water"),
        ("vandhul", "pond"),
        ("eng", "meadow"),
        ("krat", "scrub"),
        ("skov", "wood"),
        ("matrikel", "container"),
        ("trækrone", "tree_crown"),
        ("lawn", "lawn"),  # the class's own key is a word too
        ("  Græsplæne ", "lawn"),  # spaces and capitals do not matter
        ("HÆK", "hedge"),
    ],
)
def test_a_danish_word_in_arealtype_is_a_class(word: str, key: str) -> None:
    assert INDEX.of({"arealtype": word}).key == key


@pytest.mark.parametrize("column", ["arealtype", "surface", "type"])
def test_the_word_may_stand_in_any_of_three_columns(column: str) -> None:
    assert INDEX.of({column: "sti"}).key == "path"


@pytest.mark.parametrize(
    ("tags", "key"),
    [
        ({"landuse": "grass"}, "lawn"),
        ({"leisure": "playground"}, "playground"),
        ({"leisure": "pitch"}, "pitch"),
        ({"highway": "footway"}, "path"),
        ({"highway": "residential"}, "road"),
        ({"amenity": "parking"}, "parking"),
        ({"building": "yes"}, "building"),
        ({"building": "apartments"}, "building"),
        ({"natural": "water"}, "water"),
        ({"natural": "scrub"}, "scrub"),
        ({"natural": "wood"}, "wood"),
        ({"natural": "wetland"}, "wetland"),
        ({"landuse": "meadow"}, "meadow"),
        ({"barrier": "hedge"}, "hedge"),
        ({"landuse": "flowerbed"}, "bed"),
        ({"landuse": "residential"}, "container"),
        ({"amenity": "university"}, "container"),
        ({"place": "square"}, "path"),  # a named value goes before `place=*`, an outline
        ({"place": "suburb"}, "container"),
    ],
)
def test_an_osm_tag_is_a_class(tags: dict[str, str], key: str) -> None:
    assert INDEX.of(tags).key == key


def test_of_two_tags_the_one_that_keeps_the_ground_decides() -> None:
    # A park (outline only) with grass is lawn; a school building is a building.
    assert INDEX.of({"leisure": "park", "landuse": "grass"}).key == "lawn"
    assert INDEX.of({"amenity": "school", "building": "yes"}).key == "building"


def test_the_users_own_word_goes_before_osm_tags() -> None:
    assert INDEX.of({"landuse": "grass", "arealtype": "eng"}).key == "meadow"


def test_a_tag_that_says_no_is_no_tag() -> None:
    assert INDEX.of({"building": "no", "landuse": "grass"}).key == "lawn"


def test_an_unknown_word_has_no_class_and_is_kept_as_typed() -> None:
    found = INDEX.of({"arealtype": "græsplene"})
    assert (found.key, found.unknown_word) == (None, "græsplene")


def test_an_unknown_word_gets_the_nearest_words_as_suggestions() -> None:
    assert "græsplæne" in INDEX.suggestions("græsplene")
    assert "legeplads" in INDEX.suggestions("lejeplads")
    assert INDEX.suggestions("xyzzy") == ()


def test_no_word_and_no_tag_means_two_things() -> None:
    words = Counter(w.casefold() for row in CATALOGUE.surfaces.values() for w in {row.key, *row.words})
    tags = Counter(tag for row in CATALOGUE.surfaces.values() for tag in row.osm)
    assert [word for word, count in words.items() if count > 1] == []
    assert [tag for tag, count in tags.items() if count > 1] == []


@pytest.mark.parametrize(
    ("tags", "below"),
    [
        ({"tunnel": "yes"}, True),
        ({"location": "underground"}, True),
        ({"layer": "-1"}, True),
        ({"layer": "1"}, False),
        ({"tunnel": "no"}, False),
        ({"amenity": "parking", "parking": "underground"}, True),  # OSM rarely adds a layer
        ({"building": "garage", "parking": "underground"}, True),
        ({"building": "apartments", "parking": "underground"}, False),  # a block with a cellar stands
        ({"amenity": "parking", "parking": "surface"}, False),
        ({"arealtype": "Parkeringskælder"}, True),
        ({}, False),
    ],
)
def test_what_lies_below_the_ground_is_known_by_its_tags(tags: dict[str, str], below: bool) -> None:
    assert is_underground(tags) is below


# ------------------------------------------------------------------------------- in a whole file


def written(tmp_path: Path, words: list[str | None]) -> Path:
    """A file of squares beside each other, one word each."""
    land = geojson(draw(" ".join("." for _ in words)))
    for feature, word in zip(land["features"], words, strict=True):  # type: ignore[call-overload]
        feature["properties"] = {} if word is None else {"arealtype": word}
    file = tmp_path / "arealer.geojson"
    file.write_text(json.dumps(land), encoding="utf-8")
    return file


def test_an_unknown_word_is_a_warning_with_a_suggestion_and_the_ground_stays(tmp_path: Path) -> None:
    land = read_department(written(tmp_path, ["sti", "græsplene"]), ReadingChoices(), CATALOGUE)
    (finding,) = land.findings
    assert finding.severity is Severity.WARNING
    assert "“græsplene” kendes ikke" in say(finding.sentence, Language.DANISH)
    assert "græsplæne" in say(finding.advice, Language.DANISH)
    assert [area.surface for area in land.areas] == ["path", "unknown"]  # never a silent default


def test_areas_are_named_the_first_five_and_the_rest_counted(tmp_path: Path) -> None:
    file = written(tmp_path, ["sti", *["græsplene"] * 7, None, *["parkeringskælder"] * 2])
    document = json.loads(file.read_text("utf-8"))
    for number, feature in enumerate(document["features"]):
        feature["properties"]["navn"] = f"areal {number}"
    file.write_text(json.dumps(document), encoding="utf-8")
    land = read_department(file, ReadingChoices(), CATALOGUE)
    assert {say(f.place, Language.DANISH) for f in land.findings} == {
        "arealer.geojson: areal 1, areal 2, areal 3, areal 4, areal 5 og 2 til",  # misspelt
        "arealer.geojson: areal 8",  # without a class
        "arealer.geojson: areal 10, areal 9",  # below the ground
    }


@pytest.mark.parametrize(
    ("properties", "named"),
    [
        ({"navn": "Plænen", "id": 7}, "Plænen"),
        ({"name": "Plænen"}, "Plænen"),
        ({"id": 7}, "7"),
        ({"@id": "way/93"}, "way/93"),
        ({"full_id": "w93", "osm_id": "93"}, "w93"),
        ({}, "(574000, 6225000)"),  # in the file's own coordinates, here metres
        ({"navn": "\x1b[31m "}, "[31m"),  # no signs that a screen would obey
    ],
)
def test_an_area_is_called_by_its_name_else_its_id_else_where_it_is(
    tmp_path: Path, properties: dict[str, object], named: str
) -> None:
    file = written(tmp_path, [None, "sti"])
    document = json.loads(file.read_text("utf-8"))
    (feature,) = [f for f in document["features"] if not f["properties"]]
    feature["properties"] = properties
    file.write_text(json.dumps(document), encoding="utf-8")
    land = read_department(file, ReadingChoices(), CATALOGUE)
    (area,) = [area for area in land.areas if area.surface == "rest"]
    assert area.called == named
    (finding,) = land.findings
    assert say(finding.place, Language.DANISH) == f"arealer.geojson: {named}"


def test_an_area_drawn_twice_is_told_with_both_names_and_which_holds(tmp_path: Path) -> None:
    file = written(tmp_path, ["plæne", "sti"])
    document = json.loads(file.read_text("utf-8"))
    lawn = next(f for f in document["features"] if f["properties"]["arealtype"] == "plæne")
    ring = lawn["geometry"]["coordinates"][0]
    turned = [*ring[1:], ring[1]]  # the same square, begun at another corner
    lawn["properties"]["navn"] = "Plænen"
    copy = {"type": "Polygon", "coordinates": [turned]}
    document["features"].append(
        {"type": "Feature", "properties": {"arealtype": "bed", "navn": "Bedet"}, "geometry": copy}
    )
    file.write_text(json.dumps(document), encoding="utf-8")
    (finding,) = read_department(file, ReadingChoices(), CATALOGUE).findings
    assert say(finding.sentence, Language.DANISH) == (
        "“Bedet” (bed) og “Plænen” (plæne) har nøjagtig samme omrids; "
        "den første gælder, resten er skåret væk."
    )


def test_a_parcel_as_large_as_a_lawn_is_no_copy_of_it(tmp_path: Path) -> None:
    file = written(tmp_path, ["plæne"])
    document = json.loads(file.read_text("utf-8"))
    parcel = {**document["features"][0], "properties": {"arealtype": "matrikel"}}
    document["features"].append(parcel)
    file.write_text(json.dumps(document), encoding="utf-8")
    assert read_department(file, ReadingChoices(), CATALOGUE).findings == ()


def test_areas_far_apart_are_told(tmp_path: Path) -> None:
    file = written(tmp_path, ["plæne"])
    document = json.loads(file.read_text("utf-8"))
    ring = [[x + 30_000, y] for x, y in document["features"][0]["geometry"]["coordinates"][0]]
    document["features"].append(
        {"type": "Feature", "properties": {"arealtype": "sti"},
         "geometry": {"type": "Polygon", "coordinates": [ring]}}
    )  # fmt: skip
    file.write_text(json.dumps(document), encoding="utf-8")
    (finding,) = read_department(file, ReadingChoices(), CATALOGUE).findings
    assert say(finding.sentence, Language.DANISH) == "Arealerne ligger op til 30 km fra hinanden."


def test_a_whole_layer_can_be_declared_and_says_so_of_words_it_did_not_know(tmp_path: Path) -> None:
    file = written(tmp_path, [None, "græsplene", "sti"])
    land = read_department(file, ReadingChoices(surface="plæne"), CATALOGUE)
    assert [area.surface for area in land.areas] == ["lawn", "lawn", "path"]
    (finding,) = land.findings  # the area with no word at all was declared: no finding
    assert "“græsplene”" in say(finding.sentence, Language.ENGLISH)


def test_a_declared_class_that_does_not_exist_is_wrong_usage_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(WrongUsageError) as error:
        read_department(written(tmp_path, [None]), ReadingChoices(surface="plene"), CATALOGUE)
    assert "plæne" in say(error.value.advice, Language.DANISH)


def test_a_file_without_a_single_class_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError) as error:
        read_department(written(tmp_path, [None, None]), ReadingChoices(), CATALOGUE)
    assert "--surface lawn" in say(error.value.advice, Language.DANISH)


def test_land_as_wide_as_a_country_is_refused_before_any_work(tmp_path: Path) -> None:
    """Two lawns side by side and one 100 km off: the one that lies off is named."""
    places = [("Vest", 9.0, 55.5), ("Øst", 9.001, 55.5), ("Forkert", 10.0, 56.4)]
    features = [
        {"type": "Feature", "properties": {"surface": "lawn", "name": name},
         "geometry": {"type": "Polygon", "coordinates": [
             [[x, y], [x + 6e-4, y], [x + 6e-4, y + 6e-4], [x, y + 6e-4], [x, y]]]}}
        for name, x, y in places
    ]  # fmt: skip
    path = tmp_path / "land.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    with pytest.raises(UnusableInputError) as trouble:
        read_department(path, ReadingChoices(), CATALOGUE)
    assert say(trouble.value.sentence, Language.DANISH) == (
        "land.geojson: arealerne ligger op til 101 km fra hinanden; det er ikke én afdeling."
    )
    assert say(trouble.value.advice, Language.DANISH).startswith("Langt fra de andre: Forkert.")
