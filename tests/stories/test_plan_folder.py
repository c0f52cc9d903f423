"""The plan folder: all of it or nothing, the same bytes for the same plan, and nothing of the user's lost."""

import json
import tomllib
from pathlib import Path

import pytest

from vildplan.store import folder as store

from ..remembering import forget
from .conftest import EXAMPLE, Run, assert_trouble
from .drawn import department, saved, shuffled

FILES = {"plan.toml", "zones.geojson", "areas.geojson", "baseline.geojson", "curve.toml"}
CANNOT_WRITE = 5


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in [folder, *folder.rglob("*")]}


def assert_no_litter(folder: Path, *files: Path) -> None:
    assert sorted(folder.iterdir()) == sorted(files)


def test_the_files_are_there_and_say_the_same(plan_folder: Path, tmp_path: Path, yard: Path) -> None:
    assert set(contents(plan_folder)) >= FILES
    plan = tomllib.loads((plan_folder / "plan.toml").read_text("utf-8"))
    assert plan["wishes"]["target"] == "30%"
    assert len(plan["inputs"]["department_sha256"]) == 64
    assert plan["zones"]
    assert plan["proof"]["gap_percent"] >= 0
    assert_no_litter(tmp_path, yard, plan_folder)


def test_own_numbers_are_used_and_kept_beside_the_plan(run: Run, tmp_path: Path) -> None:
    yard = saved(tmp_path, department(), "egne.geojson")
    (tmp_path / "vildplan.toml").write_text("[values]\nmowings = 14\n", encoding="utf-8")
    record = run("plan", yard, "--target", "30%", "--json").record
    assert "mowings" not in [value["key"] for value in record["assumptions"]]
    plan = tomllib.loads((tmp_path / "egne.plan" / "plan.toml").read_text("utf-8"))
    assert plan["inputs"]["own_values"] == {"mowings": 14}


def test_a_mistake_in_the_own_numbers_stops_the_plan(run: Run, tmp_path: Path) -> None:
    yard = saved(tmp_path, department(), "egne.geojson")
    (tmp_path / "vildplan.toml").write_text("[values]\nmowing = 14\n", encoding="utf-8")
    ran = run("plan", yard, "--target", "30%")
    assert_trouble(ran, 3, "1 linje under [values]", "Mente du mowings")


def test_others_may_read_it_as_the_system_lets_them(plan_folder: Path, tmp_path: Path) -> None:
    usual = tmp_path / "almindelig"
    usual.mkdir()
    assert plan_folder.stat().st_mode == usual.stat().st_mode


def test_a_second_run_touches_nothing(run: Run, yard: Path, plan_folder: Path) -> None:
    before, when = contents(plan_folder), times(plan_folder)
    ran = run("plan", yard, "--target", "30%")
    assert ran.code == 0
    assert f"Planen i {plan_folder} er uændret." in ran.err
    assert (contents(plan_folder), times(plan_folder)) == (before, when)


def test_shuffled_features_are_the_same_bytes(
    run: Run, yard: Path, plan_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget(monkeypatch)
    before, when = contents(plan_folder), times(plan_folder)
    for seed in range(3):
        ran = run("plan", saved(yard.parent, shuffled(department(), seed)), "--target", "30%")
        assert "er uændret" in ran.err
        assert (contents(plan_folder), times(plan_folder)) == (before, when)


def test_shuffled_features_of_the_example_are_the_same_bytes(run: Run, program: Run, tmp_path: Path) -> None:
    land = json.loads(EXAMPLE.read_text("utf-8"))
    other = saved(tmp_path, shuffled(land, 7), EXAMPLE.name)
    run("plan", EXAMPLE, "--target", "0.3", "--out", tmp_path / "first")
    assert program("plan", other.name, "--target", "0.3", "--out", "second", "--lang", "da").code == 0
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_another_target_keeps_the_earlier_version(run: Run, yard: Path, plan_folder: Path) -> None:
    first = contents(plan_folder)
    run("plan", yard, "--target", "20%")
    second = {name: data for name, data in contents(plan_folder).items() if not name.startswith("history")}
    run("plan", yard, "--target", "25%")
    found = contents(plan_folder)
    assert {name: found[f"history/1/{name}"] for name in first} == first
    assert {name: found[f"history/2/{name}"] for name in second} == second
    assert tomllib.loads(found["plan.toml"].decode())["wishes"]["target"] == "25%"


def test_an_edited_zones_file_goes_to_history(run: Run, yard: Path, plan_folder: Path) -> None:
    edited = plan_folder / "zones.geojson"
    edited.write_text("rettet i QGIS", encoding="utf-8")
    run("plan", yard, "--target", "30%")
    assert (plan_folder / "history" / "1" / "zones.geojson").read_text("utf-8") == "rettet i QGIS"
    assert "FeatureCollection" in edited.read_text("utf-8")


def test_what_the_user_put_there_survives(run: Run, yard: Path, plan_folder: Path) -> None:
    own = saved(plan_folder, "husk møde 3. maj", "noter.txt")
    (plan_folder / "fotos").mkdir()
    photo = saved(plan_folder / "fotos", b"\x00\xff", "a.jpg")
    when = own.stat().st_mtime_ns
    for target in ("20%", "25%"):
        assert run("plan", yard, "--target", target).code == 0
    assert own.read_text("utf-8") == "husk møde 3. maj"
    assert own.stat().st_mtime_ns == when
    assert photo.read_bytes() == b"\x00\xff"


def test_a_folder_behind_a_link_is_written_through_the_link(run: Run, tmp_path: Path, yard: Path) -> None:
    real, link = tmp_path / "delt", tmp_path / "planen"
    real.mkdir()
    link.symlink_to(real)
    assert run("plan", yard, "--target", "30%", "--out", link).code == 0
    assert_no_litter(tmp_path, yard, real, link)
    assert link.is_symlink()
    assert set(contents(real)) >= FILES


def test_an_empty_folder_is_taken(run: Run, tmp_path: Path, yard: Path) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    assert run("plan", yard, "--target", "30%", "--out", empty).code == 0
    assert set(contents(empty)) >= FILES
    assert_no_litter(tmp_path, yard, empty)


def test_folders_on_the_way_are_made(run: Run, tmp_path: Path, yard: Path) -> None:
    assert run("plan", yard, "--target", "30%", "--out", tmp_path / "a" / "b" / "c").code == 0
    assert set(contents(tmp_path / "a" / "b" / "c")) >= FILES


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def stopped(*_: object) -> None:
    raise KeyboardInterrupt


class TestStopped:
    """Whatever happens half-way, the earlier plan is whole and nothing else lies about."""

    @pytest.mark.parametrize("spot", ["_write", "_swap"])
    def test_by_a_full_disk(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path, plan_folder: Path, spot: str
    ) -> None:
        before = contents(plan_folder)
        monkeypatch.setattr(store, spot, full)
        ran = run("plan", yard, "--target", "20%")
        assert ran.code == CANNOT_WRITE
        assert ran.out == ""
        assert str(plan_folder) in ran.err
        assert "disken er fuld" in ran.err
        assert "Gør plads" in ran.err
        assert contents(plan_folder) == before
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_at_the_third_file(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path, plan_folder: Path
    ) -> None:
        before, real, written = contents(plan_folder), store._write, []

        def third(path: Path, words: str) -> None:
            written.append(path)
            if len(written) == 3:
                full()
            real(path, words)

        monkeypatch.setattr(store, "_write", third)
        assert run("plan", yard, "--target", "20%").code == CANNOT_WRITE
        assert contents(plan_folder) == before
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_before_there_was_a_plan(self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path) -> None:
        monkeypatch.setattr(store, "_write", full)
        assert run("plan", yard, "--target", "20%").code == CANNOT_WRITE
        assert_no_litter(yard.parent, yard)

    @pytest.mark.parametrize(("fault", "code"), [(full, CANNOT_WRITE), (stopped, 130)])
    def test_at_the_moment_of_the_swap(
        self,
        run: Run,
        monkeypatch: pytest.MonkeyPatch,
        yard: Path,
        plan_folder: Path,
        fault: object,
        code: int,
    ) -> None:
        """The new folder cannot take the old one's place: a full disk, or Ctrl-C."""
        before, real = contents(plan_folder), Path.rename

        def rename(self: Path, target: Path) -> Path:
            if Path(target) == plan_folder and not self.name.endswith(".old"):
                fault()  # type: ignore[operator]
            return real(self, target)

        monkeypatch.setattr(Path, "rename", rename)
        assert run("plan", yard, "--target", "20%").code == code
        monkeypatch.undo()
        assert contents(plan_folder) == before
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_while_planning(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, yard: Path, plan_folder: Path
    ) -> None:
        before = contents(plan_folder)
        monkeypatch.setattr("vildplan.cli.plan_story.make_plan", stopped)
        ran = run("plan", yard, "--target", "20%")
        assert (ran.code, ran.out) == (130, "")
        assert contents(plan_folder) == before
        assert_no_litter(yard.parent, yard, plan_folder)

    def test_a_killed_swap_is_found_again(self, run: Run, yard: Path, plan_folder: Path) -> None:
        """A kill between the two renames leaves only the old folder, set aside; its plan must not be lost."""
        run("plan", yard, "--target", "20%")
        old = contents(plan_folder)
        plan_folder.rename(plan_folder.with_name(f".{plan_folder.name}.old"))
        assert run("plan", yard, "--target", "25%").code == 0
        kept = {name.rpartition("/")[2] + str(len(data)) for name, data in contents(yard.parent).items()}
        assert {name.rpartition("/")[2] + str(len(data)) for name, data in old.items()} <= kept
        assert_no_litter(yard.parent, yard, plan_folder)


def test_dry_run_leaves_a_plan_alone(run: Run, yard: Path, plan_folder: Path) -> None:
    before, when = contents(plan_folder), times(plan_folder)
    assert run("plan", yard, "--target", "20%", "--dry-run").code == 0
    assert (contents(plan_folder), times(plan_folder)) == (before, when)


def test_no_file_has_a_clock_or_a_path_in_it(plan_folder: Path, tmp_path: Path) -> None:
    for name, data in contents(plan_folder).items():
        assert str(tmp_path).encode() not in data, name


def test_the_report_is_opened_only_when_asked(
    run: Run, yard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    run("plan", yard, "--target", "30%")
    run("plan", yard, "--target", "30%", "--open", "--dry-run")
    assert opened == []
    run("plan", yard, "--target", "30%", "--open")
    assert opened == [(tmp_path / "gaarden.plan" / "rapport.html").as_uri()]


def test_a_number_far_too_large_stops_the_plan(run: Run, tmp_path: Path) -> None:
    yard = saved(tmp_path, department(), "egne.geojson")
    (tmp_path / "vildplan.toml").write_text("[values]\nmowings = 1e300\n", encoding="utf-8")
    assert_trouble(run("plan", yard, "--target", "30%"), 3, "mowings: tallet er for stort.")
