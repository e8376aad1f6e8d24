"""What each rule costs and what it gains, on lines that people labelled.

    python -m benchmarks.rules [--examples] LABELLED.jsonl[.zst] ...

Every rule is asked, as in the strict profile.

A record: `lines`, `labels` ("keep", "drop", "unsure", "blank"), optionally `suspect_gold` (skipped). For each rule: the
lines it took, how many of them belong to the text (per 10,000 lines of the text: law 4 allows 1), how many are noise.
"""

import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scutch import Configuration, RawDocument
from scutch.clean import clean_document
from scutch.clean.rules import RULES

SHOWN = 5
"""Lines of the text that a rule took, shown as examples with `--examples`."""

_CONFIGURATION = Configuration(rules=RULES, language=None)


def main(arguments: list[str]) -> None:
    examples = "--examples" in arguments
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    lost: dict[str, list[str]] = defaultdict(list)
    lines: Counter[str] = Counter()
    for path in arguments:
        if path != "--examples":
            for record in _records(Path(path)):
                lines.update(record["labels"])
                for rule, label, text in _fates(record):
                    taken[rule][label] += 1
                    if label == "keep":
                        lost[rule].append(text)
    print(f"{lines['keep']:,} lines of the text, {lines['drop']:,} of noise")
    print(f"{'rule':32} {'lines':>8} {'of text':>8} {'per 10,000':>11} {'of noise':>9} {'% of noise':>11}")
    for rule, counts in sorted(taken.items()):
        share = 10_000 * counts["keep"] / max(lines["keep"], 1)
        noise = 100 * counts["drop"] / max(lines["drop"], 1)
        print(f"{rule:32} {counts.total():8} {counts['keep']:8} {share:11.2f} {counts['drop']:9} {noise:11.2f}")
        for text in lost[rule][:SHOWN] if examples else ():
            print(f"    {text[:110]}")


def _records(path: Path) -> Iterator[dict[str, Any]]:
    import zstandard

    with path.open("rb") as file:
        stream = zstandard.ZstdDecompressor().stream_reader(file) if path.suffix == ".zst" else file
        for line in io.TextIOWrapper(stream, encoding="utf-8"):
            record = json.loads(line)
            if not record.get("suspect_gold"):
                yield record


def _fates(record: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Rule, label and text of each line that a rule took."""
    body = "\n".join(" ".join(line.split()) for line in record["lines"]).encode("utf-8", "surrogatepass")
    raw = RawDocument(body, source=record["id"], url=record.get("url"), media_type="text/plain", charset="utf-8")
    for removal in clean_document(raw, _CONFIGURATION).removals:
        if removal.action != "changed" and removal.line:
            yield removal.rule, record["labels"][removal.line - 1], removal.text


if __name__ == "__main__":
    main(sys.argv[1:])
