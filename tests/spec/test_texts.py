"""The texts of a plan: the plan's own figures, our own words, and hostile names as the text that they are."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from pydantic import ValidationError
from shapely.geometry.base import BaseGeometry

from tests.drawing import box, draw, plan_of, wish
from vildplan.errors import Text, plain, text
from vildplan.export.html import report_html
from vildplan.export.markdown import markdown
from vildplan.export.plain_text import plain_text
from vildplan.model.guidance import Membership, RuleBook, TextKind
from vildplan.model.plan import CareLine, Plan, Zone
from vildplan.model.site import Site, Soil
from vildplan.model.wishes import Language
from vildplan.proposal.document import Document, Heading, Paragraph
from vildplan.proposal.texts import Asked, texts_document, texts_of, texts_record
from vildplan.proposal.texts.asked import months_in_words
from vildplan.proposal.words import PLACEHOLDER, say
from vildplan.reading import guidance as reading
from vildplan.reading.guidance import read_guidance

DA, EN = Language.DANISH, Language.ENGLISH
ALL_TYPES = (
    "slaaeng", "blomstereng", "naturgraes", "skraaning", "haek_vild", "krat", "staudebed", "doedt_ved",
    "sandbanke", "stenbunke", "regnbed", "vandhul", "vildt_tag", "frugtlund", "laeringshave",
)  # fmt: skip
# 100 m x 50 m of lawn, all of it outdoor area: 5,000 m2.
LAWN = plan_of(draw("\n".join(["." * 20] * 10)), wish("10%"))
CARE = (
    CareLine("hoeslet", (6, 9), text("Slå den.", "Cut it."), None),
    CareLine("hay_away", (9,), text("{days_low:int}-{days_high:int} dage.", "{days_low:int}-{days_high:int} "
                                                                            "days.",
                                    days_low=5, days_high=9), None),
    CareLine("left_uncut", (9,), text("Lad {left:int} % stå.", "Leave {left:int}%.", left=25), None),
    CareLine("frame", (4, 5, 6), text("Ramme {frame:num} m, hver {weeks:int}. uge.",
                                      "Frame {frame:num} m, every {weeks:int} weeks.", frame=1.5, weeks=3),
             None),
)  # fmt: skip


def zone(
    name: str, geometry: BaseGeometry, kind: str = "slaaeng", called: str = "Gården",
    care: tuple[CareLine, ...] = CARE,
) -> Zone:  # fmt: skip
    return Zone(name, plain(called), kind, geometry.area, "lawn", (), 1, 0.5, (), care, geometry)


# 300 m2 and 100 m2 of hay meadow, 250 m2 of rough grass.
MEADOWS = (zone("Z1", box(0, 0, 30, 10)), zone("Z2", box(40, 0, 50, 10)))
ROUGH = zone("Z3", box(60, 0, 85, 10), "naturgraes", care=())


def asked(*zones: Zone, book: RuleBook = RuleBook.MAINTENANCE, member: Membership | None = None) -> Asked:
    plan: Plan = replace(LAWN, zones=zones)
    return Asked(plan, zones, read_guidance(), member or Membership(), book)


def sentences(about: Asked, kind: TextKind, language: Language = EN) -> list[str]:
    """Every heading, paragraph and table cell, said out."""
    out = []
    for part in texts_record(texts_of(about, [kind]), language):
        for block in part["blocks"]:
            out += [block.get("heading", ""), block.get("text", "")]
            out += [cell for row in block.get("rows", []) for cell in row]
    return [words for words in out if words]


# ----------------------------------------------------------------------------------- the paragraph


def test_the_paragraph_has_the_plans_own_figures() -> None:
    said = sentences(asked(*MEADOWS, ROUGH), TextKind.RULES)
    assert said[0] == "Proposal for the maintenance rules"
    # 650 of 5,000 m2 is 13%
    assert any("3 wild areas of 650 m² in all, 13% of the outdoor area" in one for one in said)
    assert any("Hay cut in June or September: Z1, Z2 (400 m²)" in one for one in said)
    assert any("at least 5 and at most 9 days" in one for one in said)
    assert any("about 25% is left standing" in one for one in said)
    assert any("Rough grass: Z3 (250 m²)" in one for one in said)
    assert any("a frame of 1.5 m is mown every 3 weeks in April-June" in one for one in said)


def test_the_paragraph_in_danish() -> None:
    said = sentences(asked(*MEADOWS, ROUGH), TextKind.RULES, DA)
    assert any("har 3 vilde arealer på i alt 650 m², 13 % af udearealet" in one for one in said)
    assert any(one.startswith("2. Høslet i juni eller september: Z1, Z2 (400 m²).") for one in said)
    assert any("klippes en ramme på 1,5 m hver 3. uge i april-juni" in one for one in said)


@pytest.mark.parametrize("book", RuleBook)
def test_each_document_writes_the_hay_cut_in_and_asks_for_a_vote(book: RuleBook) -> None:
    said = sentences(asked(*MEADOWS, book=book), TextKind.RULES, DA)
    assert any("i juni eller september" in one for one in said)
    assert any("Der kan stemmes ja eller nej." in one for one in said)
    assert any(book.value in one.casefold() for one in said)


def test_what_the_care_does_not_say_the_paragraph_does_not_either() -> None:
    bare = replace(MEADOWS[0], care=())
    said = " ".join(sentences(asked(bare), TextKind.RULES))
    assert "Hay cut in" not in said
    assert "{" not in said


def test_rich_soil_has_an_early_cut_in_the_texts_too() -> None:
    rich = replace(MEADOWS[0], site=Site(soil=Soil.RICH))
    about = asked(rich, MEADOWS[1])
    said = sentences(about, TextKind.RULES)
    assert any("an early cut as well, in May or June: Z1 (300 m²)." in one for one in said)
    assert any("Hay cut in June or September: Z1, Z2 (400 m²)" in one for one in said)
    assert "We also cut once in May or June" in " ".join(
        sentences(asked(rich), TextKind.SIGN)
    )
    assert "early cut" not in " ".join(sentences(asked(MEADOWS[1]), TextKind.RULES))


def test_months_are_written_out() -> None:
    assert say(months_in_words([9]), DA) == "september"
    assert say(months_in_words([6, 9]), DA) == "juni og september"
    assert say(months_in_words([1, 3, 12]), DA) == "januar, marts og december"
    assert say(months_in_words([4, 5, 6, 7]), EN) == "April-July"


# --------------------------------------------------------------------------------------- the others


def test_a_sign_names_an_association_only_for_its_members() -> None:
    told = " ".join(sentences(asked(MEADOWS[0]), TextKind.SIGN, DA))
    assert "medlem" not in told
    member = Membership(member_of="Vild Med Vilje", contact="driftskontoret")
    said = sentences(asked(MEADOWS[0], member=member), TextKind.SIGN, DA)
    assert said[-2:] == ["Afdelingen er medlem af Vild Med Vilje.", "Spørgsmål? driftskontoret"]


def test_a_care_sheet_says_what_when_with_what_and_what_not() -> None:
    said = sentences(asked(MEADOWS[0]), TextKind.CARE_SHEET, DA)
    assert said[0] == "Z1: Gården, slåeng, 300 m²"
    assert said.index("April-juni") < said.index("Juni og september")  # through the year
    for heading in ("Gør det her hvert år", "Tag det her med", "Gør ikke det her"):
        assert heading in said
    assert any(one.startswith("✗ Brug ikke plæneklipper") for one in said)
    assert said[-1] == "I tvivl? Spørg først: driftslederen."


def test_the_look_marks_what_is_an_assumption() -> None:
    said = sentences(asked(*MEADOWS), TextKind.LOOK, DA)
    assert said[:2] == ["Slåeng (Z1, Z2)", "År 1"]
    assert said[said.index("År 2") + 1].endswith("*")
    assert not said[said.index("År 1") + 1].endswith("*")


def test_the_check_list_is_that_of_the_zones() -> None:
    said = " ".join(sentences(asked(*MEADOWS), TextKind.CHECKLIST))
    assert "Must the department meeting approve" in said
    assert "pond" not in said
    assert "Does soil leave?" not in said


def test_soil_is_asked_about_above_a_cubic_metre() -> None:
    small, large = zone("Z1", box(0, 0, 11, 3), "blomstereng"), zone("Z1", box(0, 0, 8, 5), "blomstereng")
    assert "Does soil leave?" not in " ".join(sentences(asked(small), TextKind.CHECKLIST))  # 0.99 m3
    assert "More than 1 m³" in " ".join(sentences(asked(large), TextKind.CHECKLIST))  # 1.2 m3


def test_a_specification_names_its_zones_and_its_source() -> None:
    said = sentences(asked(*MEADOWS), TextKind.SPECIFICATION)
    assert "Flower grass with hay cut (Odense 2r, 2019): Z1, Z2" in said
    assert any("height 7-12 cm" in one and "10% of the area" in one for one in said)
    assert not any("Common grass" in one for one in said)  # that is for rough grass


# ------------------------------------------------------------------------------------ hostile names

HOSTILE = "<script>alert(1)</script> {{x}} {area:m2} | *a* [b](c) # " + "lang" * 500


def test_names_come_out_as_text() -> None:
    about = asked(zone("Z1", box(0, 0, 30, 10), called=HOSTILE))
    document = texts_document(texts_of(about, list(TextKind)), list(TextKind), HOSTILE)
    page = report_html(document, None, DA)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{x}} {area:m2}" in page
    marked = markdown(document, DA)
    assert "<script>" not in marked.replace("\\<", "")
    assert "\\<script\\>alert(1)\\</script\\> {{x}} {area:m2} \\| \\*a\\* \\[b\\](c)" in marked
    assert "langlang" in plain_text(document, DA)


def test_a_name_of_several_lines_stays_on_its_own() -> None:
    document = Document(plain("A"), (Heading(plain("Z1\n\n# Nyt afsnit")), Paragraph(plain("- et\n1. to"))))
    assert markdown(document, DA) == "# A\n\n## Z1 # Nyt afsnit\n\n\\- et 1. to\n"
    assert plain_text(document, DA) == "A\n=\n\n\nZ1 # Nyt afsnit\n---------------\n\n- et 1. to\n"


# ------------------------------------------------------------------------------------ the catalogue


@pytest.mark.parametrize("kind", ALL_TYPES)
def test_every_zone_type_has_its_words(kind: str) -> None:
    words = read_guidance()
    assert [look.age for look in words.looks if look.zone_type == kind] == [1, 2, 3]
    assert len([sign for sign in words.signs if sign.zone_type == kind]) == 1
    assert len([sheet for sheet in words.sheets if sheet.zone_type == kind]) == 1
    for book in (RuleBook.MAINTENANCE, RuleBook.HOUSE, RuleBook.CARE_PLAN):
        assert any(clause.document is book and (kind in clause.zone_types or not clause.zone_types)
                   for clause in words.clauses)  # fmt: skip


def test_no_words_name_a_type_that_there_is_none_of() -> None:
    words = read_guidance()
    named = {key for rows in (words.specifications, words.checks, words.concerns, words.clauses)
             for row in rows for key in row.zone_types}  # fmt: skip
    assert named <= set(ALL_TYPES)


def test_our_signs_do_not_borrow_a_name() -> None:
    for sign in read_guidance().signs:
        for words in (sign.title, *sign.lines):
            assert "med vilje" not in f"{words.da} {words.en}".casefold()


def test_every_fact_that_is_named_is_one_that_a_plan_may_have() -> None:
    known = {"zones", "all", "share", "all_ids", "ids", "area", "contact", "hay", "frame_months", "frame",
             "weeks", "left", "days_low", "days_high", "early"}  # fmt: skip
    words = read_guidance()
    lines = [clause.sentence for clause in words.clauses]
    lines += [line for sign in words.signs for line in sign.lines]
    assert {name for line in lines for name, _ in PLACEHOLDER.findall(line.da + line.en)} <= known


def test_every_sentence_with_numbers_carries_them() -> None:
    words = read_guidance()
    rows: list[Text] = [row.sentence for row in (*words.looks, *words.specifications)]
    rows += [row.sentence for row in (*words.checks, *words.concerns)]
    for sentence in rows:
        for language in (DA, EN):
            assert "{" not in say(sentence, language)
    keys = [value.key for value in words.values()]
    assert len(keys) == len(set(keys)) > 30


def test_a_key_that_is_not_known_is_refused() -> None:
    folder = files("vildplan") / "catalogue"
    rows: dict[str, list[dict[str, object]]] = {}
    for name in reading.FILES:
        rows |= tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    rows["look"][0]["colour"] = "green"
    with pytest.raises(ValidationError, match="colour"):
        reading._Files.model_validate(rows)
