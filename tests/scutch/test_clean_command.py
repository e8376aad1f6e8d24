"""`scutch clean`: the contract of inputs, outputs and exit statuses."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from scutch.emit import Record

Command = Callable[..., subprocess.CompletedProcess[bytes]]
Records = Callable[[Path], list[dict[str, Any]]]
SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = """<html lang="en"><head><title>A bridge | The Example</title><meta property="og:title" content="A bridge"></head>
<body><nav><a href="/">Home</a></nav><article><h1>A bridge</h1>
<p>The council met on Tuesday to decide on the new bridge over the river, closed to lorries since the flood of last year.</p>
<p>It decided nothing, and will meet again in a month, when the report of the engineers is there, the mayor said.</p>
</article></body></html>"""


def test_the_seeds_become_four_records_with_every_field(tmp_path: Path, scutch: Command, records: Records) -> None:
    done = scutch("clean", SEEDS, "--output", tmp_path / "out.jsonl", "--removed", tmp_path / "removed.jsonl")
    assert done.returncode == 0
    assert done.stdout == b""
    assert b"4 documents cleaned" in done.stderr
    found = records(tmp_path / "out.jsonl")
    assert [Path(record["source"]).name[:3] for record in found] == ["000", "001", "002", "003"]
    assert all(tuple(record) == Record.__struct_fields__ for record in found)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "removed.jsonl"]
    counts = [sum(record["removed"].values()) for record in found]
    assert sum(counts) == len(records(tmp_path / "removed.jsonl"))


def test_the_same_documents_give_the_same_bytes_however_they_are_named(
    tmp_path: Path, scutch: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = sorted(path.name for path in SEEDS.glob("*.txt"))
    runs = {"a": ["."], "b": [*names, "."], "c": ["*.txt", "--workers", "3", "--quiet"]}
    for run, inputs in runs.items():
        monkeypatch.setenv("PYTHONHASHSEED", str(ord(run)))
        options = ["--output", tmp_path / f"{run}.jsonl", "--removed", tmp_path / f"{run}.removed.jsonl"]
        assert scutch("clean", *options, *inputs, cwd=SEEDS).returncode == 0
    for ending in ("jsonl", "removed.jsonl"):
        first, *others = [(tmp_path / f"{run}.{ending}").read_bytes().replace(b'"./', b'"') for run in runs]
        assert others == [first, first]


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".jsonl.zst"])
def test_compressed_output_holds_the_same_bytes_whenever_it_is_written(
    tmp_path: Path, suffix: str, scutch: Command
) -> None:
    scutch("clean", SEEDS, "--output", tmp_path / "plain.jsonl")
    for name in ("one", "two"):
        scutch("clean", SEEDS, "--output", tmp_path / f"{name}{suffix}")
    packed = (tmp_path / f"one{suffix}").read_bytes()
    unpacked = (
        gzip.decompress(packed) if suffix.endswith("gz") else zstandard.ZstdDecompressor().stream_reader(packed).read()
    )
    assert unpacked == (tmp_path / "plain.jsonl").read_bytes()
    assert packed == (tmp_path / f"two{suffix}").read_bytes()


def test_what_was_cleaned_once_stays_as_it_is(tmp_path: Path, scutch: Command, records: Records) -> None:
    scutch("clean", SEEDS, "--output", tmp_path / "once.jsonl")
    scutch("clean", tmp_path / "once.jsonl", "--output", tmp_path / "twice.jsonl")
    once, twice = records(tmp_path / "once.jsonl"), records(tmp_path / "twice.jsonl")
    assert [record["text"] for record in once] == [record["text"] for record in twice]
    assert [record["id"] for record in once] == [record["id"] for record in twice]


def test_one_document_to_standard_output_is_its_text(scutch: Command) -> None:
    done = scutch("clean", SEEDS / "003_50cd16d63b8cd570.txt")
    assert done.stdout.startswith(b"Isis-K and the Taliban\nAfghan Foreign Ministry")


def test_several_documents_to_standard_output_are_json_lines(scutch: Command) -> None:
    done = scutch("clean", SEEDS)
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == ["kept"] * 4


def test_the_format_can_be_asked_for(scutch: Command) -> None:
    seed = SEEDS / "003_50cd16d63b8cd570.txt"
    assert scutch("clean", seed, "--format", "md").stdout.startswith(b"---\nid: ")
    assert json.loads(scutch("clean", seed, "--format", "jsonl").stdout)["title"] == "Isis-K and the Taliban"


def test_a_page_comes_through_a_pipe(scutch: Command) -> None:
    done = scutch("clean", "-", stdin=PAGE.encode())
    assert done.returncode == 0
    assert done.stdout.startswith(b"The council met on Tuesday")
    assert b"Home" not in done.stdout


def test_a_table_comes_through_a_pipe_and_its_fields_are_carried(
    tmp_path: Path, scutch: Command, records: Records
) -> None:
    rows = [
        {"id": "a", "text": "Hello, world.", "label": 3},
        {"id": 7, "html": PAGE, "url": "https://example.org/bridge"},
        {"body": "SGVsbG8u", "nested": {"deep": [1, None]}},
    ]
    table = "".join(json.dumps(row) + "\n" for row in rows).encode()
    done = scutch("clean", "-", "--output", tmp_path / "out.jsonl", stdin=table)
    assert done.returncode == 0
    text, page, body = records(tmp_path / "out.jsonl")
    assert (text["id"], text["text"], text["extra"], text["source"]) == ("a", "Hello, world.", {"label": 3}, "-:1")
    assert (page["id"], page["title"], page["url"]) == ("7", "A bridge", "https://example.org/bridge")
    assert (body["text"], body["extra"]) == ("Hello.", {"nested": {"deep": [1, None]}})


def test_the_same_table_packed_gives_the_same_documents(tmp_path: Path, scutch: Command) -> None:
    table = b'{"id":"a","text":"Hello."}\n{"id":"b","text":"World."}\n'
    (tmp_path / "plain.jsonl").write_bytes(table)
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(table))
    (tmp_path / "packed.jsonl.zst").write_bytes(zstandard.compress(table))
    done = scutch("clean", tmp_path)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["Hello.", "World."] * 3


def test_a_folder_gets_a_file_a_document_with_safe_and_unique_names(tmp_path: Path, scutch: Command) -> None:
    sources = tmp_path / "in"
    sources.mkdir()
    (sources / "a.txt").write_text("A text.")
    (sources / "a.html").write_text("<p>A page.</p>")
    (sources / "t.jsonl").write_text(
        '{"id":"../../x","text":"One."}\n{"id":"../../x","text":"Two."}\n{"id":"A","text":"Three."}\n'
    )
    assert scutch("clean", sources, "--output", tmp_path / "out", "--format", "text").returncode == 0
    found = {path.name: path.read_text() for path in (tmp_path / "out").iterdir()}
    assert found == {
        "a.txt": "A page.\n",
        "a-2.txt": "A text.\n",
        "x.txt": "One.\n",
        "x-2.txt": "Two.\n",
        "A-3.txt": "Three.\n",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def test_markdown_carries_the_metadata_and_comes_back(tmp_path: Path, scutch: Command, records: Records) -> None:
    scutch("clean", SEEDS, "--output", tmp_path / "pages")
    back = scutch("clean", tmp_path / "pages", "--format", "jsonl", "--output", tmp_path / "back.jsonl")
    assert back.returncode == 0
    third = next(
        record for record in records(tmp_path / "back.jsonl") if record["title"] == "IS challenges the Taliban"
    )
    assert (third["authors"], third["credits"]) == (["Nguyen Tien"], ["Nikkei"])
    assert len(third["captions"]) == 3
    scutch("clean", SEEDS, "--output", tmp_path / "straight.jsonl")
    texts = [record["text"] for record in records(tmp_path / "straight.jsonl")]
    assert [record["text"] for record in records(tmp_path / "back.jsonl")] == texts
    assert third["provenance"]["authors"] == "front matter"


def test_limit_and_dry_run(tmp_path: Path, scutch: Command, records: Records) -> None:
    done = scutch("clean", SEEDS, "--limit", 2, "--output", tmp_path / "two.jsonl")
    assert len(records(tmp_path / "two.jsonl")) == 2
    assert b"2 documents cleaned" in done.stderr
    done = scutch(
        "clean", SEEDS, "--dry-run", "--output", tmp_path / "none.jsonl", "--removed", tmp_path / "none2.jsonl"
    )
    assert b"4 documents cleaned" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["two.jsonl"]


def test_quiet_says_nothing_and_verbose_names_each_document(tmp_path: Path, scutch: Command) -> None:
    assert scutch("clean", SEEDS, "--quiet", "--output", tmp_path / "a.jsonl").stderr == b""
    told = scutch("clean", SEEDS, "--verbose", "--output", tmp_path / "b.jsonl").stderr.decode()
    assert all(path.name in told for path in SEEDS.glob("*.txt"))


def test_an_output_is_replaced_only_when_asked(tmp_path: Path, scutch: Command, records: Records) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    done = scutch("clean", SEEDS, "--output", out)
    assert (done.returncode, out.read_text()) == (2, "mine")
    assert done.stderr.decode() == f"Error: {out} is there already: give --overwrite to replace it, or another name\n"
    assert scutch("clean", SEEDS, "--output", out, "--overwrite").returncode == 0
    assert len(records(out)) == 4


def test_profiles_are_tables_of_rules(tmp_path: Path, scutch: Command) -> None:
    text = b"The council met on Tuesday to decide on the new bridge over the river, closed since the flood.\nRead more: The bridge in pictures"
    assert b"Read more" in scutch("clean", "-", stdin=text).stdout
    assert b"Read more" not in scutch("clean", "-", "--profile", "strict", stdin=text).stdout


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("scutch")
    table = tmp_path / "many.jsonl"
    table.write_text('{"text":"Hello, world."}\n' * 20_000)
    done = subprocess.run(
        f"{command} clean {table} --language off | head -n 1", shell=True, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["text"] == "Hello, world."
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", [[], ["clean"], ["explain"], ["rules"]])
def test_help_has_an_example(command: list[str], scutch: Command) -> None:
    done = scutch(*command, "--help")
    assert done.returncode == 0
    assert b"Example" in done.stdout


def test_the_version_is_the_packages(scutch: Command) -> None:
    import scutch as package

    assert scutch("--version").stdout.decode() == f"scutch, version {package.__version__}\n"
