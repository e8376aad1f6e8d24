"""From a RawDocument to a Document: the one function that every shell calls."""

from collections import Counter
from typing import Any, NamedTuple

from scutch.raw import RawDocument, media_type_of
from scutch.raw.media_type import HTML, MARKDOWN, TEXT

from .block import Block, Kind, as_text
from .configuration import DEFAULT, Configuration
from .decode import decode
from .document import Document, Found, Removal, Repair
from .front_matter import split_front_matter
from .metadata.language import identify
from .repair import repair_line, split_lines
from .rules import apply_rules
from .rules.title import title_of
from .text import LETTERS, blocks_of_text


class _Parsed(NamedTuple):
    """Blocks in the normal form and what is known before a rule is asked."""

    blocks: list[Block]
    fields: dict[str, Found]
    extra: dict[str, Any]
    removals: tuple[Removal, ...]
    mended: tuple[Repair, ...]
    repairs: Counter[str]
    flags: tuple[str, ...]


def clean_document(raw: RawDocument, configuration: Configuration = DEFAULT) -> Document:
    """Clean one document. Depends on nothing but its two arguments; raises nothing on purpose."""
    media_type = _media_type(raw)
    decoded = decode(raw.body, charset=raw.charset, is_html=media_type in HTML)
    if media_type in HTML:
        parsed = _parse_html(decoded.text, raw)
    else:
        parsed = _parse_text(decoded.text, raw, markdown=media_type == MARKDOWN)
    known = parsed.fields.get("title") if media_type in HTML else None  # in Markdown, the title stands in the text too
    applied = apply_rules(parsed.blocks, configuration.rules, title=known.value if known else None)
    fields = _merge(parsed.fields, applied.fields, applied.blocks)
    text = as_text(applied.blocks)
    if configuration.language:
        fields |= _language(text, configuration.language, fields.get("language"))
    return Document(
        id=raw.identifier,
        source=raw.source,
        text=text,
        removals=(*_of_reading(raw), *parsed.removals, *map(_changed, parsed.mended), *applied.removals),
        repairs=dict(sorted(parsed.repairs.items())),
        flags=(*raw.flags, *decoded.flags, *parsed.flags, *applied.flags),
        extra={**parsed.extra, **raw.extra},
        blocks=tuple(applied.blocks),
        provenance={field: found.provenance for field, found in sorted(fields.items())},
        **({field: found.value for field, found in fields.items()} | ({"url": raw.url} if raw.url else {})),
    )


def _media_type(raw: RawDocument) -> str:
    """The declared type, where it is one that we know; else what the content looks like."""
    declared = (raw.media_type or "").partition(";")[0].strip().lower()
    return declared if declared in (*HTML, MARKDOWN, TEXT) else media_type_of(raw.body)


def _parse_text(text: str, raw: RawDocument, *, markdown: bool) -> _Parsed:
    front = split_front_matter("\n".join(split_lines(text))) if markdown else None
    lines = blocks_of_text(front.rest, first_line=front.first_line) if front else blocks_of_text(text)
    if front is None:
        return _Parsed(lines.blocks, {}, {}, (), lines.mended, lines.repairs, ())
    late = {name: front.fields[name].value for name in _days_after(raw.fetched_at, front.fields)}
    fields = {name: found for name, found in front.fields.items() if name not in late}
    return _Parsed(lines.blocks, fields, front.extra | late, front.removals, lines.mended, lines.repairs, ())


def _days_after(fetched_at: str | None, fields: dict[str, Found]) -> list[str]:
    """Which dates lie after the day of fetching: they cannot be."""
    days = [name for name in ("date", "modified") if name in fields]
    return [name for name in days if fetched_at and fields[name].value > fetched_at[:10]]


def _parse_html(html: str, raw: RawDocument) -> _Parsed:
    from .html import extract  # lxml loads with the first page: a text does not need it

    page = extract(html, url=raw.url, fetched_at=raw.fetched_at)
    blocks: list[Block] = []
    mended: list[Repair] = []
    repairs: Counter[str] = Counter()
    for block in page.blocks:
        text, kinds = _repair_block(block)
        repairs.update(kinds)
        if not LETTERS.isdisjoint(kinds):
            mended.append(Repair(block.line, block.text, text, kinds))
        if text:
            blocks.append(block._replace(text=text))
    return _Parsed(blocks, dict(page.fields), {}, page.removals, tuple(mended), repairs, page.flags)


def _repair_block(block: Block) -> tuple[str, tuple[str, ...]]:
    """A block of HTML in the normal form; code keeps its lines, between fences that tell a second run what it is."""
    keep_spaces = block.kind in (Kind.CODE, Kind.TABLE)
    repaired = [repair_line(line, keep_spaces=keep_spaces) for line in block.text.split("\n")]
    kinds = tuple(sorted({kind for line in repaired for kind in line.kinds}))
    lines = [line.text for line in repaired]
    if block.kind is not Kind.CODE:
        return " ".join(line for line in lines if line), kinds
    return _fenced([line for line, before in zip(lines, ["", *lines], strict=False) if line or before]), kinds


def _fenced(lines: list[str]) -> str:
    longest = max((len(line) - len(line.lstrip("`")) for line in map(str.strip, lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence, *lines[: -1 if lines and not lines[-1] else None], fence])


def _merge(page: dict[str, Found], rules: dict[str, Found], left: list[Block]) -> dict[str, Found]:
    """The page's own word, and what rules moved out of the text behind it; where no title is known, the first line."""
    fields = dict(page)
    for field, found in rules.items():
        known = page[field].value if field in page else ()
        values = (*known, *(value for value in found.value if value not in known))
        fields[field] = Found(values, page[field].provenance if known else found.provenance)
    if "title" not in fields and (title := title_of(left)):
        fields["title"] = Found(title, "first line")
    return fields


def _language(text: str, identifier: str, declared: Found | None) -> dict[str, Found]:
    """What the text is written in; what the page declares only where the text is too short to tell."""
    language, confidence = identify(text, identifier)
    if language is None:
        return {"language": declared} if declared else {}
    return {"language": Found(language, "text"), "language_confidence": Found(confidence, "text")}


def _changed(repair: Repair) -> Removal:
    kind = next(kind for kind in repair.kinds if kind in LETTERS)
    reason = _REASONS[kind]
    return Removal(f"repair.{kind}", reason, repair.text, repair.line, repair.line, "changed", new=repair.new)


_REASONS = {
    "mojibake": "text that was once decoded by the wrong charset, mended",
    "surrogate": "half of a character, replaced",
}


def _of_reading(raw: RawDocument) -> tuple[Removal, ...]:
    if "limit.bytes" not in raw.flags:
        return ()
    size = f" of {raw.size:,}" if raw.size is not None else ""
    reason = f"beyond the limit: the first {len(raw.body):,}{size} bytes were read"
    return (Removal("limit.bytes", reason, "", 0, 0),)
