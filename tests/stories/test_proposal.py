"""`vildplan proposal`: the paper in four formats that say the same, and what cannot be written."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx as word_library
import pytest
from docx.oxml.ns import qn

from .conftest import EXAMPLE, Planned, Run, assert_trouble
from .paper_words import assert_as_it_was

FORMATS = ("docx", "pdf", "html", "md")


@pytest.fixture
def example(planned: Planned) -> Path:
    """The example at 30 %, already written."""
    return planned(EXAMPLE, "--target", "0.3", "--dwellings", "81")


def strings(value: Any) -> Iterator[str]:
    """Every text in the blocks of a record, in their order; numbers of tables stand in their captions."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (part for member in value.values() for part in strings(member))
    elif isinstance(value, list):
        yield from (part for member in value for part in strings(member))


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0]+", "", words)


def words_of_docx(file: Path) -> str:
    word = word_library.Document(str(file))
    said = [node.text or "" for node in word.element.body.iter(qn("w:t"))]
    return squeezed(
        "".join([*said, *(node.get("descr", "") for node in word.element.body.iter(qn("wp:docPr")))])
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.fetched = "", []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.fetched += [
            value for name, value in attrs if name in ("src", "href") and value and value[0] != "#"
        ]
        self.words += dict(attrs).get("aria-label") or ""

    def handle_data(self, data: str) -> None:
        self.words += data


def words_of_page(file: Path) -> str:
    page = _Page()
    page.feed(file.read_text("utf-8"))
    assert page.fetched == []
    return squeezed(page.words)


def words_of_markdown(file: Path) -> str:
    return squeezed(re.sub(r"\\(.)", r"\1", file.read_text("utf-8")))


def test_every_word_and_number_is_that_of_json(run: Run, example: Path, tmp_path: Path) -> None:
    """All that `--json` says stands in the Word file, the page and the text, tables cell by cell."""
    record = run("proposal", example, "--json").record
    said = {words for words in strings(record["blocks"]) if re.search(r"\d", words)}
    assert len(said) > 150
    for kind, read in (("docx", words_of_docx), ("html", words_of_page), ("md", words_of_markdown)):
        file = tmp_path / f"oplaeg.{kind}"
        ran = run("proposal", example, "-o", file)
        assert (ran.code, ran.out) == (0, ""), ran.err
        found = read(file)
        assert [words for words in said if squeezed(words) not in found] == [], kind
        begin = record["budget"]["establishment_kr"]["likely"]
        for figure in (f"{record['zones_m2']:,.0f} m²", f"{begin:,.0f} kr.",
                       f"{record['care_kr_per_year']['after']:,.0f} kr."):  # fmt: skip
            assert squeezed(figure.replace(",", ".")) in found, kind


@pytest.mark.parametrize("kind", FORMATS)
def test_two_runs_give_the_same_bytes(run: Run, plan_folder: Path, kind: str) -> None:
    first, again = (plan_folder.parent / f"{name}.{kind}" for name in ("a", "b"))
    assert run("proposal", plan_folder, "-o", first).code == 0
    assert run("proposal", plan_folder, "-o", again).code == 0
    assert first.read_bytes() == again.read_bytes()
    assert first.stat().st_size < 2_000_000


@pytest.mark.parametrize("name", [f"oplaeg.{lang}.{kind}" for lang in ("da", "en") for kind in FORMATS])
def test_the_paper_is_as_it_was(
    run: Run, example: Path, name: str, request: pytest.FixtureRequest
) -> None:
    file = example.parent / name
    assert run("proposal", example, "-o", file, lang=name.split(".")[1]).code == 0
    assert_as_it_was(file, request)


def test_the_curves_are_those_of_json_and_of_whole_plans(run: Run, example: Path) -> None:
    """Each point is a plan of its own: the one at 35 % is what `vildplan plan` makes for 35 %."""
    points = run("proposal", example, "--json").record["less_or_more"]
    shares = [round(point["share"], 3) for point in points]
    assert shares == sorted(shares)
    assert 0.3 in shares
    assert points[0]["new_m2"] == points[0]["hours_change"] == 0
    plan = run("plan", EXAMPLE, "--target", "0.35", "--dwellings", "81", "--dry-run", "--json").record
    point = next(point for point in points if round(point["share"], 3) == 0.35)
    assert point["new_m2"] == pytest.approx(plan["zones_m2"], abs=0.01)
    hours = plan["economy"]["hours_per_year"]
    assert point["hours_change"] == pytest.approx(hours["after"] - hours["before"], abs=0.1)


def test_on_the_screen(run: Run, plan_folder: Path) -> None:
    ran = run("proposal", plan_folder, COLUMNS="100")
    assert ran.code == 0
    for words in ("1 Indstilling", "☐ JA    ☐ NEJ", "15 Antagelser og kilder", "Bilag B."):
        assert words in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_another_file_is_never_written_over(run: Run, plan_folder: Path) -> None:
    file = plan_folder.parent / "oplaeg.md"
    assert "Oplægget ligger i" in run("proposal", plan_folder, "-o", file).err
    assert "er uændret" in run("proposal", plan_folder, "-o", file).err
    before = file.read_bytes()
    ran = run("proposal", plan_folder, "-o", file, "--decided-by", "board")
    assert_trouble(ran, 5, "findes allerede", "oplaeg-2.md")
    assert file.read_bytes() == before


def test_a_file_that_is_held_gets_another_name(
    run: Run, plan_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("vildplan.store.text_file._write_aside_and_rename", held)
    ran = run("proposal", plan_folder, "-o", plan_folder.parent / "oplaeg.md")
    assert_trouble(ran, 5, "Luk den i Word", "oplaeg-2.md")


def test_the_format_goes_before_the_ending(run: Run, plan_folder: Path) -> None:
    file = plan_folder.parent / "oplaeg.txt"
    assert_trouble(run("proposal", plan_folder, "-o", file), 2, ".docx, .pdf, .html, .md", "--format")
    assert run("proposal", plan_folder, "-o", file, "--format", "md").code == 0
    assert file.read_text("utf-8").startswith("# Forslag: vilde arealer i gaarden")
    assert_trouble(run("proposal", plan_folder, "-o", file, "--format", "odt"), 2, "docx, pdf, html, md")
    assert_trouble(run("proposal", plan_folder, "--format", "pdf"), 2, "ingen -o FIL")


def test_a_template_is_a_word_file(run: Run, plan_folder: Path) -> None:
    near = plan_folder.parent
    (near / "brev.docx").write_text("no", encoding="utf-8")
    out = near / "a.docx"
    ran = run("proposal", plan_folder, "-o", out, "--template", near / "brev.docx")
    assert_trouble(ran, 3, "ikke en Word-fil", "gem den som .docx")
    assert_trouble(
        run("proposal", plan_folder, "-o", out, "--template", near / "x.docx"), 3, "kan ikke læses"
    )
    ran = run("proposal", plan_folder, "-o", near / "a.pdf", "--template", near / "brev.docx")
    assert_trouble(ran, 2, "--template er til Word")
    assert not out.exists()
    word_library.Document().save(str(near / "skabelon.docx"))
    assert run("proposal", plan_folder, "-o", out, "--template", near / "skabelon.docx").code == 0


def test_the_meeting_stands_in_the_file(run: Run, plan_folder: Path) -> None:
    own = plan_folder.parent / "vildplan.toml"
    own.write_text('[meeting]\ndate = 2027-03-18\nnotice_weeks = 6\nmap_source = "GeoDanmark"\n'
                   'decided_by = "organisationsbestyrelse"\n', "utf-8")  # fmt: skip
    told = run("proposal", plan_folder, "--json", lang="en").record
    assert told["decided_by"] == "organisationsbestyrelse"
    assert told["meeting"] == {
        "date": "2027-03-18", "notice_weeks": 6, "proposals_weeks": 3, "sent_out_weeks": 1
    }  # fmt: skip
    page = plan_folder.parent / "a.html"
    ran = run("proposal", plan_folder, "-o", page, "--decided-by", "afdelingsmøde")
    assert "map_source" not in ran.err
    words = page.read_text("utf-8").replace("\u00a0", " ")
    # Six weeks before 18 March is 4 February.
    for said in ("Afdelingsmødet godkender", "senest 4. februar 2027", "Kort: GeoDanmark.",
                 "Til mødet 18. marts 2027."):  # fmt: skip
        assert said in words


def test_faults_of_the_meeting_are_told_together(run: Run, plan_folder: Path, yard: Path) -> None:
    own = plan_folder.parent / "vildplan.toml"
    own.write_text('[meeting]\ndate = "i morgen"\nnotice = 4\nproposals_weeks = -1\ndecided_by = "mig"\n'
                   "map_source = 3\n", "utf-8")  # fmt: skip
    for ran in (run("proposal", plan_folder), run("plan", yard, "--target", "20%")):
        assert_trouble(ran, 3, "[meeting] date", "date = 2027-03-18", "[meeting] notice:", "notice_weeks",
                       "[meeting] proposals_weeks", "fra 0 til 52", "[meeting] decided_by",
                       "[meeting] map_source")  # fmt: skip


def test_what_cannot_be_asked_for(run: Run, plan_folder: Path, planned: Planned, yard: Path) -> None:
    assert_trouble(
        run("proposal", plan_folder, "--decided-by", "afdelingsmodet"), 2, "Mente du afdelingsmøde?"
    )
    assert_trouble(
        run("proposal", plan_folder, "--decided-by", "x", lang="en"), 2, "Choose between afdelingsmøde"
    )
    assert_trouble(run("proposal", plan_folder.parent / "x.plan"), 3, "x.plan")
    reached = planned(yard, "--target", "1%", name="reached.plan")
    assert_trouble(run("proposal", reached), 3, "ingen nye zoner at stemme om", "Sæt det højere")


def test_config_explains_the_meeting(run: Run, yard: Path) -> None:
    said = run("config", yard, "--explain").out
    assert "[meeting]" in said
    assert "proposals_weeks = 2" in said
    assert json.loads(run("config", yard, "--json").out)["there"] is False
