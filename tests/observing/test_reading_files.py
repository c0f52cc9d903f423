"""Files of finds as people and programs write them; what is wrong with one is told in a sentence."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from vildplan.errors import UnusableInputError
from vildplan.model.observation import Group, Observation, Placed, Protocol
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.observations.found import Import, Left
from vildplan.reading.observations.opening import open_table
from vildplan.reading.observations.reading import Wanted, read_file, read_files

from .drawn import places_at

LON, LAT = 12.5, 55.7
TODAY = date(2028, 10, 1)
POINT = f"{LON},{LAT}"


def read(tmp_path: Path, words: str | bytes, name: str = "fund.csv", **wanted: object) -> Import:
    path = tmp_path / name
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return read_file(path, Wanted(places_at(LON, LAT), TODAY, **wanted))  # type: ignore[arg-type]


def told(found: Import) -> list[str]:
    return [f"{say(n.place, Language.DANISH)}: {say(n.sentence, Language.DANISH)}" for n in found.notes]


def only(found: Import) -> Observation:
    (kept,) = found.kept
    return kept.observation


def refused(tmp_path: Path, content: bytes, name: str = "fund.csv") -> str:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnusableInputError) as error:
        read_file(tmp_path / name, Wanted(places_at(LON, LAT), TODAY))
    assert say(error.value.advice, Language.DANISH)
    return say(error.value.sentence, Language.DANISH)


# ------------------------------------------------------------------------------ which columns


@pytest.mark.parametrize(
    "words",
    [
        f"scientificName,eventDate,decimalLongitude,decimalLatitude\nAglais io,2028-06-01,{POINT}\n",
        f"decimalLatitude\teventDate\tdecimalLongitude\tscientificName\n{LAT}\t2028-06-01\t{LON}\tAglais io\n",
        "Taxon latinsk navn;Observationsdato;Længdegrad;Breddegrad\nAglais io;01.06.2028;12,5;55,7\n",
        f"Scientific Name,EVENTDATE,lon,lat\nAglais io,2028-06-01T10:00,{POINT}\n",
    ],
    ids=["comma", "tab, other order", "arter.dk", "short names"],
)
def test_columns_are_matched_by_name(tmp_path: Path, words: str) -> None:
    one = only(read(tmp_path, words))
    assert (one.species, one.date, one.zone) == ("Aglais io", "2028-06-01", "Z1")


def test_own_names_of_columns_are_mapped(tmp_path: Path) -> None:
    words = f"hvad,datum,x,y\nAglais io Linnaeus,2028-06-01,{POINT}\n"
    own = {"hvad": "scientificName", "datum": "eventDate", "x": "decimalLongitude", "y": "decimalLatitude"}
    assert only(read(tmp_path, words, columns=own)).species == "Aglais io"
    assert "ingen kolonne siger, hvad der er fundet" in refused(tmp_path, words.encode())


def test_a_workbook_like_that_of_arter(tmp_path: Path) -> None:
    rows = (
        ("Taxon ID", "Taxon latinsk navn", "Taxon dansk navn", "Observationsdato", "Breddegrad", "Længdegrad"),
        (7, "Aglais io", "dagpåfugleøje", date(2028, 6, 1), LAT, LON),
    )
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "dd-mm-yyyy"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    one = only(read(tmp_path, content.getvalue(), "arter.xlsx"))
    assert (one.species, one.common, one.date) == ("Aglais io", "dagpåfugleøje", "2028-06-01")


def test_windows_letters_are_read_and_said(tmp_path: Path) -> None:
    words = f"art;dato;længdegrad;breddegrad\nblåfugl sp;2028-06-01;{LON};{LAT}\n"
    found = read(tmp_path, words.encode("cp1252"))
    assert only(found).common == "blåfugl sp"
    assert "Windows" in told(found)[0]


# ------------------------------------------------------------------------------ where


@pytest.mark.parametrize(
    ("uncertainty", "placed"),
    [("10", Placed.SURE), ("49", Placed.SURE), ("60", Placed.MAYBE), ("", Placed.MAYBE), ("0", Placed.MAYBE)],
)
def test_a_find_is_sure_only_with_its_uncertainty_to_spare(
    tmp_path: Path, uncertainty: str, placed: Placed
) -> None:
    """The point is the middle of a zone 100 m wide."""
    words = (
        "scientificName,date,lon,lat,coordinateUncertaintyInMeters\n"
        f"Aglais io,2028-06-01,{POINT},{uncertainty}\n"
    )
    assert (only(read(tmp_path, words)).zone, only(read(tmp_path, words)).placed) == ("Z1", placed)


def test_a_zone_by_its_id_or_name_and_what_lies_outside(tmp_path: Path) -> None:
    found = read(
        tmp_path, "art,dato,felt\nblåfugl,2028-06-01,z2\nblåfugl,2028-06-02,Øst\nræv,2028-06-02,Z9\n"
    )
    assert [one.observation.zone for one in found.kept] == ["Z2", "Z2"]
    assert told(found) == ["fund.csv, række 4: der er ikke en zone eller et felt, der hedder “Z9”."]


# ------------------------------------------------------------------------------ what is left out


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("captive_cultivated", "true", Left.CAPTIVE),
        ("basisOfRecord", "LIVING_SPECIMEN", Left.CAPTIVE),
        ("coordinates_obscured", "true", Left.OBSCURED),
        ("informationWithheld", "Coordinate uncertainty increased to 28 km", Left.OBSCURED),
    ],
)
def test_what_is_not_wild_or_not_here_is_left_out(tmp_path: Path, column: str, value: str, why: Left) -> None:
    found = read(tmp_path, f"scientificName,date,lon,lat,{column}\nAglais io,2028-06-01,{POINT},{value}\n")
    assert (found.kept, dict(found.left)) == ([], {why: 1})


def test_an_absent_row_is_a_nought_and_no_find(tmp_path: Path) -> None:
    found = read(
        tmp_path, f"scientificName,date,lon,lat,occurrenceStatus\nAglais io,2028-06-01,{POINT},ABSENT\n"
    )
    assert (only(found).number, only(found).seen, found.absent) == (0, False, 1)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (f"Aglais io,2028-06-31,{POINT}", "“2028-06-31” er ikke en dato."),
        (f"Aglais io,2029-06-01,{POINT}", "datoen 2029-06-01 er ikke kommet endnu."),
        (f"Aglais io,2028-06-01,{LAT},{LON}", "længde- og breddegrad er byttet om."),
        ("Aglais io,2028-06-01,530000,6240000", "koordinaterne er ikke grader."),
        ("Aglais io,2028-06-01,øst,nord", "“nord; øst” er ikke koordinater."),
    ],
)
def test_a_row_with_a_fault_is_told_with_its_file_and_number(tmp_path: Path, row: str, sentence: str) -> None:
    found = read(tmp_path, f"scientificName,date,lon,lat\nAglais urticae,2028-05-01,{POINT}\n{row}\n")
    assert told(found) == [f"fund.csv, række 3: {sentence}"]
    assert len(found.kept) == 1


def test_of_many_faults_the_first_ten_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "scientificName,date,lon,lat\n" + "Aglais io,i går,12,55\n" * 25)
    assert (found.left[Left.FAULTY], len(found.notes)) == (25, 11)
    assert told(found)[-1] == "fund.csv: 15 rækker mere kan ikke bruges."


# ------------------------------------------------------------------------------ counts by form

FORM = "felt;dato;start;minutter;humlebier;honningbi;svirrefluer;alle grupper talt\n"


def test_a_form_of_fit_counts_with_noughts(tmp_path: Path) -> None:
    found = read(tmp_path, FORM + "Z1;2028-06-01;10:00;10;3;;1;ja\nreference;2028-06-01;10:20;10;0;0;0;\n")
    assert [(o.zone, o.group, o.number) for o in (k.observation for k in found.kept)] == [
        ("Z1", Group.BUMBLEBEES, 3), ("Z1", Group.HONEYBEES, 0), ("Z1", Group.HOVERFLIES, 1),
        ("reference", Group.BUMBLEBEES, 0), ("reference", Group.HONEYBEES, 0), ("reference", Group.HOVERFLIES, 0),
    ]  # fmt: skip
    assert {(o.protocol, o.minutes) for o in (k.observation for k in found.kept)} == {(Protocol.FIT, 10.0)}


def test_a_form_that_nobody_filled_in_says_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, FORM + "Z1;;;10;;;;\n")
    assert (found.read, found.kept, found.notes) == (0, [], [])


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Z1;2028-06-01;;;3;0;0;ja", "optællingen siger ikke, hvor mange minutter der blev talt."),
        ("Z1;;;10;3;0;0;ja", "optællingen har ingen dato."),
        ("Z1;2028-06-01;;10;mange;0;0;ja", "“mange” er ikke et antal."),
        ("Z1;2027-06-01;;10;3;0;0;ja", "datoen 2027-06-01 ligger ikke i 2028."),
        ("Z1;2028-06-01;;10;;;;ja", "der står ingen antal."),
        ("Z7;2028-06-01;;10;3;0;0;ja", "der er ikke en zone eller et felt, der hedder “Z7”."),
    ],
)
def test_a_count_that_cannot_be_compared_is_told(tmp_path: Path, row: str, sentence: str) -> None:
    found = read(tmp_path, FORM + row + "\n", year=2028)
    assert told(found) == [f"fund.csv, række 2: {sentence}"]


def test_a_form_of_butterfly_counts_has_a_row_for_each_species(tmp_path: Path) -> None:
    rows = ("felt;dato;start;minutter;metode;art;antal", "Z1;2028-07-01;10:00;15;sommerfugletælling;blåfugl;4",
            "Z1;2028-07-01;10:00;15;sommerfugletælling;dagpåfugleøje;1",
            "Z2;2028-07-01;10:30;15;sommerfugletælling;ingen;0", "Z2;;;15;sommerfugletælling;;")  # fmt: skip
    found = read(tmp_path, "\n".join(rows))
    told = [(o.zone, o.species, o.number, o.protocol, o.minutes) for o in (k.observation for k in found.kept)]
    assert told == [
        ("Z1", "blåfugl", 4, Protocol.BUTTERFLIES, 15), ("Z1", "dagpåfugleøje", 1, Protocol.BUTTERFLIES, 15),
        ("Z2", "", 0, Protocol.BUTTERFLIES, 15),
    ]  # fmt: skip
    assert len({k.observation.event for k in found.kept}) == 2
    assert {k.observation.group for k in found.kept} == {Group.BUTTERFLIES}
    assert found.notes == []


# ------------------------------------------------------------------------------ files that cannot be used


def zipped(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(name.replace("_", "."), words)
    return content.getvalue()


META = b"""<archive xmlns="http://rs.tdwg.org/dwc/text/"><core rowType="http://rs.tdwg.org/dwc/terms/Occurrence"
 fieldsTerminatedBy="," ignoreHeaderLines="1" %s><files><location>%s</location></files><id index="0"/>
 <field index="1" term="http://rs.tdwg.org/dwc/terms/scientificName"/></core></archive>"""


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "tom.csv", "tom.csv: filen er tom."),
        (b"\xd0\xcf\x11\xe0gammel", "a.xls", "a.xls: regnearket er i stykker."),
        (b"%PDF-1.7 ...", "a.pdf", "a.pdf: det er ikke en tabel over fund."),
        (b"PK\x03\x04i stykker", "a.zip", "a.zip: zip-filen er i stykker."),
        (b"bare en linje\n", "a.csv", "a.csv: den første linje har ingen kolonner med navne."),
        ("art;dato\nblÃ¥fugl;2028\n".encode(), "a.csv", "a.csv: æ, ø og å er gået i stykker"),
        (zipped(a_txt=b"x", b_txt=b"y"), "a.zip", "a.zip: der er ingen meta.xml, som siger, hvad kolonnerne er."),
        (zipped(meta_xml=b"<archive", a_txt=b"x"), "a.zip", "a.zip: meta.xml kan ikke læses"),
        (zipped(meta_xml=b"<archive/>", a_txt=b"x"), "a.zip", "a.zip: meta.xml mangler noget eller er forkert"),
        (zipped(meta_xml=META % (b"", b"b.txt"), a_txt=b"x"), "a.zip",
         "a.zip: meta.xml nævner b.txt, men den er der ikke."),
        (zipped(meta_xml=META % (b"", b"a.txt"), a_txt=b"id\n1\n"), "a.zip",
         "a.zip: meta.xml nævner 2 kolonner, men a.txt har 1."),
        (zipped(meta_xml=META % (b'encoding="klingon"', b"a.txt"), a_txt=b"x"), "a.zip", "a.zip: meta.xml mangler"),
        (zipped(meta_xml=META % (b"", b"a.txt"), a_txt=b"id,n\n1,bl\xe5\n"), "a.zip", "bogstaver, som ikke er utf-8"),
        (zipped(meta_xml=b'<!DOCTYPE a [<!ENTITY b "bb">]><archive/>'), "a.zip",
         "a.zip: meta.xml er ikke, som den skal være."),
        (zipped(a_csv=b"0" * (40 << 20)), "a.zip", "a.zip: a.csv fylder 40 MB pakket ud, og det er for meget."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_a_sentence(
    tmp_path: Path, content: bytes, name: str, sentence: str
) -> None:
    assert sentence in refused(tmp_path, content, name)


def test_all_files_that_cannot_be_used_are_told_at_once(tmp_path: Path) -> None:
    for name in ("a.csv", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    paths = [tmp_path / name for name in ("a.csv", "b.pdf", "c.csv")]
    with pytest.raises(UnusableInputError) as error:
        read_files(paths, Wanted(places_at(LON, LAT), TODAY))
    assert [say(f.sentence, Language.DANISH).split(":")[0] for f in error.value.findings[:2]] == [
        "a.csv",
        "b.pdf",
    ]
    assert len(error.value.findings) == 3


def test_a_line_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    assert "linje 2 er alt for lang" in refused(tmp_path, b"art;dato\n" + b"x" * 2_000_000)


def test_a_long_file_is_read_row_by_row(tmp_path: Path) -> None:
    """Opening reads no rows; each is made when it is asked for."""
    path = tmp_path / "lang.csv"
    path.write_text("art;dato\n" + "blåfugl;2028-06-01\n" * 1000, encoding="utf-8")
    rows = open_table(path).rows
    assert next(rows)[0] == 2
    assert sum(1 for _ in rows) == 999
