"""What bytes are that are not text."""

import codecs
import re
from collections import Counter

HEAD_BYTES = 4096
"""Enough for every mark below, and for a share that means something."""

# Marks from the formats' own documents, as in the `file` command's magic(5). A mark that could begin a text (`BM`,
# `MZ`, `ID3`) is left out, or goes with a byte that a text does not have.
_MARKS = (
    (rb"%PDF-", "a PDF"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (rb"\xff\xd8\xff", "a JPEG picture"),
    (rb"GIF8[79]a", "a GIF picture"),
    (rb"RIFF....WEBP", "a WebP picture"),
    (rb"RIFF....(?:WAVE|AVI )", "a recording (RIFF)"),
    (rb"(?:II\*\0|MM\0\*)", "a TIFF picture"),
    (rb"\0\0\x01\0[\x01-\x40]\0", "an icon"),
    (rb"....ftyp", "a film or picture (MP4 family)"),
    (rb"\x1a\x45\xdf\xa3", "a film (Matroska)"),
    (rb"OggS\0", "a recording (Ogg)"),
    (rb"fLaC\0", "a recording (FLAC)"),
    (rb"ID3[\x02-\x04][\0-\x0a]", "a recording (MP3)"),
    (rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|word/|xl/|ppt/)", "an Office document"),
    (rb"PK\x03\x04.{26}mimetypeapplication/epub", "an e-book"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", "an OpenDocument file"),
    (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (rb"\{\\rtf\d", "a rich text (RTF)"),
    (rb"%!PS-Adobe", "a PostScript document"),
    (rb"PAR1[\0-\x1f]", "a Parquet table"),
    (rb"ARROW1\0", "an Arrow table"),
    (rb"SQLite format 3\0", "a SQLite database"),
    (rb"WARC/\d\.\d\r?\nWARC-", "a WARC archive"),
    (rb".{257}ustar[\0 ]", "a tar archive"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"Rar!\x1a\x07", "a RAR archive"),
    (rb"\xfd7zXZ\0", "an xz archive"),
    (rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38)", "a bzip2 archive"),
    (rb"\x1f\x8b\x08", "a gzip archive"),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (rb"\x7fELF", "a program (ELF)"),
    (rb"(?:\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe)", "a program"),
    (rb"\0asm", "a program (WebAssembly)"),
    (rb"wOF[F2](?:\0\x01\0\0|OTTO|true)", "a font"),
)
_MARK_RES = tuple((re.compile(pattern, re.DOTALL), name) for pattern, name in _MARKS)

_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\a\b\t\n\v\f\r\x1b") + b"\x7f"
# Bell to return and escape stand in logs, manual pages and ISO-2022-JP. 0x80-0x9f are letters in legacy charsets.

MAX_CONTROLS = 0.1
"""The share of control bytes in a text; broken pages have a few."""

MAX_CONTROLS_IN_LEGACY = 0.05
"""The same for what is not UTF-8: there, bytes that are packed or encrypted have 9.8 %, and texts none."""

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

_MIN_COMMON = 0.7
"""In UTF-16 the high bytes of a text are those of its script and of ASCII: two values; in a binary file they vary."""

_LARGE_SCRIPT_RE = re.compile(r"[\x00-\x7f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")

_MIN_LARGE_SCRIPT = 0.9
"""Chinese, Japanese and Korean fill many high bytes; half of all pairs of random bytes fall into theirs."""


def binary_kind(head: bytes) -> str | None:
    """What the first bytes of a file show it to be, when that is no text.

    >>> binary_kind(b"%PDF-1.7"), binary_kind("Grüße".encode("utf-16-le")), binary_kind(bytes(range(64)))
    ('a PDF', None, 'a binary file')
    """
    head = head[:HEAD_BYTES]
    for pattern, name in _MARK_RES:
        if pattern.match(head):
            return name
    allowed = MAX_CONTROLS if _decoded(head, "utf-8") is not None else MAX_CONTROLS_IN_LEGACY
    if head.startswith(_BOMS) or _share_of_controls(head) <= allowed or _is_wide_text(head):
        return None
    return "a binary file"


def _share_of_controls(head: bytes) -> float:
    return (len(head) - len(head.translate(None, _CONTROLS))) / max(len(head), 1)


def _is_wide_text(head: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32 without a mark: most of their NULs are halves of letters."""
    return (
        _is_text(_decoded(head, "utf-32-le"))
        or _is_text(_decoded(head, "utf-32-be"))
        or _is_utf_16(head[1::2], _decoded(head, "utf-16-le"))
        or _is_utf_16(head[::2], _decoded(head, "utf-16-be"))
    )


def _is_utf_16(high_bytes: bytes, text: str | None) -> bool:
    if not text or not _is_text(text):
        return False
    common = sum(count for _, count in Counter(high_bytes).most_common(2))
    in_large_script = len(_LARGE_SCRIPT_RE.findall(text))
    return common >= _MIN_COMMON * len(high_bytes) or in_large_script >= _MIN_LARGE_SCRIPT * len(text)


def _is_text(text: str | None) -> bool:
    """Whether nearly all characters are of the kind that people write."""
    if not text:
        return False
    strange = sum(not (character.isprintable() or character in "\b\t\n\f\r\x1b") for character in text)
    return strange <= MAX_CONTROLS * len(text)


def _decoded(head: bytes, encoding: str) -> str | None:
    """The text, less what a character that is cut at the end would have been; None where it is not in the encoding."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return None
