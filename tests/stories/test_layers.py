"""The map layers in the programs that a crew opens: QGIS without a screen, and GDAL's own reader."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

Exported = Callable[..., Path]
# The python that has QGIS is the system's own, not the one that runs these tests.
SYSTEM_PYTHON = "/usr/bin/python3"
OPENING = """
import json, sys
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils
from qgis.PyQt.QtCore import QSize
app = QgsApplication([], False)
app.initQgis()
told = {}
for name in sys.argv[2:]:
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={name}", name, "ogr")
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(400, 400))
    settings.setExtent(layer.extent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    around = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    around.setFeature(next(layer.getFeatures()))
    told[name] = {
        "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
        "headings": [layer.attributeDisplayName(k) for k in range(layer.fields().count())],
        "labels": layer.labelsEnabled(),
        "tip": QgsExpression.replaceExpressionText(layer.mapTipTemplate(), around),
        "colours": sorted({picture.pixelColor(k % 400, k // 400).name() for k in range(0, 160000, 7)}),
        "errors": [error.message for error in job.errors()],
    }
    del layer
print(json.dumps(told))
app.exitQgis()
"""


@pytest.fixture
def exported(run: Run, plan_folder: Path, tmp_path: Path) -> Exported:
    """Return `exported(kind) -> file`."""

    def exporting(kind: str) -> Path:
        out = tmp_path / f"zoner.{kind}"
        assert run("export", plan_folder, "-o", out).code == 0
        return out

    return exporting


def test_qgis_draws_the_layers_as_the_paper_does(exported: Exported, tmp_path: Path) -> None:
    file = exported("gpkg")
    script = tmp_path / "opening.py"
    script.write_text(OPENING, encoding="utf-8")
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    if not Path(SYSTEM_PYTHON).exists():
        pytest.skip("no python of the system, so no QGIS")
    asked = [SYSTEM_PYTHON, script, file, "zoner", "jorden", "bevares", "afstande"]
    done = subprocess.run(asked, capture_output=True, env=environment, timeout=120, check=False)
    if b"No module named 'qgis'" in done.stderr:
        pytest.skip("QGIS is not installed, so the layers were not opened in it")
    told = json.loads(done.stdout.decode().strip().splitlines()[-1])
    assert not any(layer["errors"] for layer in told.values())
    zones = told["zoner"]
    assert set(zones["legend"]) == {"slåeng", "krat"}
    assert zones["headings"][1:6] == ["Zone", "Navn", "Nøgle", "Type", "Areal m2"]
    assert zones["labels"]
    assert {"#f4c20d", "#8f3f14"} <= set(zones["colours"]), "the colours of the paper's legend"
    assert len(zones["colours"]) > 4, "and a pattern on each"
    assert "<b>Zone:</b> Z1<br>" in zones["tip"]
    assert {"plæne", "bygning", "sti"} <= set(told["jorden"]["legend"])
    assert told["afstande"]["headings"][-1] == "Hvorfor"
    assert "1 m: klippet kant langs stien" in told["afstande"]["legend"]


@pytest.mark.parametrize("kind", ["gpkg", "geojson", "kml", "gpx"])
def test_gdal_reads_the_file_without_a_warning(kind: str, exported: Exported) -> None:
    reader = shutil.which("ogrinfo")
    if reader is None:
        pytest.skip("ogrinfo is not installed, so the file was not read with it")
    done = subprocess.run([reader, "-so", "-al", exported(kind)], capture_output=True, check=True)
    assert done.stderr == b""
    words = done.stdout.decode()
    assert "Warning" not in words
    assert "Feature Count" in words
