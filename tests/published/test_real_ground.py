"""Real ground from OpenStreetMap, planned and judged."""

from pathlib import Path

import pytest

from .judge import judge
from .land import Options
from .making import CLIPS, make

NAMES = ("tunoe_1_300m_clip", "helsinki_1_300m_clip", "koebenhavn_noerre_campus_1_300m_clip")
LAWN = Options(rest="lawn")


@pytest.mark.skipif(not CLIPS.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize("name", NAMES)
def test_a_plan_for_real_ground_keeps_every_rule(name: str, tmp_path: Path) -> None:
    source = CLIPS / f"{name}.geojson"
    make(source, "0.3", tmp_path / "plan", LAWN)
    assert [str(breach) for breach in judge(source, tmp_path / "plan", LAWN)] == []
