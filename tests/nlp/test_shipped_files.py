"""A model whose files are missing, cut short, changed or of another version says so and how to get it back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import twosource
from tests.cli.command import FERRY
from tests.nlp.shipped_model import needs_weights
from twosource import api
from twosource.engines import LocalEngine
from twosource.errors import BrokenModel, InputError
from twosource.nlp.shipped import analyzer, network
from twosource.nlp.shipped.analyzer import ShippedAnalyzer
from twosource.nlp.shipped.files import AGAIN, FORMAT, MANIFEST, read_files, shipped_files

pytestmark = needs_weights
FILES = ("model.onnx", "heads.npz", "vocabulary.txt", MANIFEST)
Damage = Callable[[Path], object]


def rewrite(**changed: object) -> Damage:
    """Changes what the manifest says; None takes it out."""

    def damage(folder: Path) -> None:
        manifest = json.loads((folder / MANIFEST).read_text()) | changed
        kept = {key: value for key, value in manifest.items() if value is not None}
        (folder / MANIFEST).write_text(json.dumps(kept))

    return damage


def cut(name: str) -> Damage:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-1000])


def turned(name: str) -> Damage:
    """One bit is another."""

    def damage(folder: Path) -> None:
        content = bytearray((folder / name).read_bytes())
        content[len(content) // 2] ^= 1
        (folder / name).write_bytes(content)

    return damage


def holds(content: bytes) -> Damage:
    return lambda folder: (folder / MANIFEST).write_bytes(content)


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy that the analyzer takes for the shipped files; it has 24 MB and does not stay."""
    folder = Path(shutil.copytree(str(shipped_files()), tmp_path / "weights"))
    monkeypatch.setattr(analyzer, "shipped_files", lambda: folder)
    yield folder
    shutil.rmtree(folder)


def refused(folder: Path) -> str:
    with pytest.raises(BrokenModel) as caught:
        read_files(folder)
    assert str(caught.value).endswith(AGAIN)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(name: str, weights: Path) -> None:
    (weights / name).unlink()
    assert refused(weights).startswith(f"the language model's {name} cannot be read (No such file or directory): ")


def test_a_missing_folder_is_a_missing_file(tmp_path: Path) -> None:
    assert f"{MANIFEST} cannot be read" in refused(tmp_path / "nowhere")


@pytest.mark.parametrize("damage", [cut, turned])
@pytest.mark.parametrize("name", FILES[:3])
def test_a_file_cut_short_or_changed_by_one_bit_is_named(name: str, damage: Callable[[str], Damage],
                                                         weights: Path) -> None:  # fmt: skip
    damage(name)(weights)
    assert refused(weights).startswith(f"the language model's {name} (")


@pytest.mark.parametrize("version", [FORMAT + 1, 0, "1", None, [1]])
def test_another_version_is_said(version: object, weights: Path) -> None:
    rewrite(format=version)(weights)
    message = refused(weights)
    expected = "is damaged" if version is None else f"has form {version!r}, this twosource reads form {FORMAT}"
    assert expected in message


@pytest.mark.parametrize(
    "damage",
    [holds(b""), holds(b"\x80\xff\x00"), holds(b"{"), holds(b"[]"), holds(b"null"), holds(b"7"), holds(b"[" * 100_000),
     holds(b'{"format": %d}' % FORMAT), cut(MANIFEST), rewrite(sha256=None), rewrite(sha256=["x"]),
     rewrite(classes=None), rewrite(classes=[]), rewrite(classes={"upos": ["NOUN"]}), rewrite(classes=7)],
)  # fmt: skip
def test_a_manifest_of_garbage_is_damaged(damage: Damage, weights: Path) -> None:
    damage(weights)
    assert refused(weights).startswith(f"the language model's {MANIFEST} is damaged: ")


def test_classes_of_another_model_are_refused(weights: Path) -> None:
    classes = json.loads((weights / MANIFEST).read_text())["classes"]
    for name in classes:
        rewrite(classes=classes | {name: [*classes[name], "X"]})(weights)
        with pytest.raises(BrokenModel, match="classes are not those of its graph"):
            ShippedAnalyzer()


def test_a_graph_that_cannot_be_run_is_said() -> None:
    with pytest.raises(BrokenModel, match=r"onnxruntime .* cannot read the language model .*install twosource again"):
        network._session(b"no graph", 1)


def test_a_missing_onnxruntime_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(BrokenModel, match=r"onnxruntime cannot be imported .*pip install onnxruntime"):
        ShippedAnalyzer()


def test_all_doors_of_the_api_say_it(weights: Path, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY)
    (weights / "model.onnx").unlink()
    name = "shipped:3"  # analyzers are kept by their name; nobody else loads this one
    options = api.Options(analyzer=name, workers=2)
    for door in (lambda: list(api.read([tmp_path / "ferry.txt"], options)),
                 lambda: api.brief([tmp_path / "ferry.txt"], options),
                 lambda: list(api.annotate(["1\tRain" + "\t_" * 8, ""], name))):  # fmt: skip
        with pytest.raises(BrokenModel, match=r"model\.onnx cannot be read"):
            door()


def load(_: int) -> str:
    return ShippedAnalyzer().name


def test_a_worker_that_loads_the_model_itself_says_it(weights: Path) -> None:
    """Where workers are no forks they load it; so does one whose parent never did."""
    (weights / "heads.npz").write_bytes(b"")
    for answer in LocalEngine(workers=2).map(load, [1, 2, 3]):
        assert isinstance(answer, InputError)
        assert "the language model's heads.npz (0 bytes) is not the one that was shipped: install" in str(answer)
        assert "internal error" not in str(answer)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the whole package in it, its model cut short."""
    folder = tmp_path_factory.mktemp("installed")
    source = Path(twosource.__file__).parent
    shutil.copytree(source, folder / "twosource", ignore=shutil.ignore_patterns("__pycache__"))
    cut("model.onnx")(folder / "twosource" / "nlp" / "shipped" / "weights")
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "rain.conllu").write_text("1\tRain" + "\t_" * 8 + "\n\n")
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "arguments",
    [("read", "ferry.txt", "ferry.txt"), ("read", "ferry.txt", "--workers", "1"), ("brief", "ferry.txt"),
     ("annotate", "rain.conllu")],
)  # fmt: skip
def test_the_command_ends_with_one_line_and_status_1(arguments: tuple[str, ...], package: Path) -> None:
    """And goes on without the model as the line says."""
    ended = command(package, *arguments, "--analyzer", "shipped")
    assert (ended.returncode, ended.stdout) == (1, "")
    (line,) = ended.stderr.splitlines()
    assert line.startswith("twosource: the language model's model.onnx (")
    assert line.endswith(AGAIN)
    without = command(package, *arguments, "--analyzer", "rules")
    assert (without.returncode, without.stderr) == (0, "")
    assert without.stdout


def command(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from twosource.cli import main; main()"
    env = os.environ | {"PYTHONPATH": str(package), "NO_COLOR": "1", "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=package, env=env, capture_output=True, text=True, check=False
    )
