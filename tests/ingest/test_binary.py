"""What is no text, and what looks like it and is one."""

import gzip
import io
import random
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from scutch.ingest.read.binary import binary_kind


def zipped(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return written.getvalue()


def png() -> bytes:
    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"")


RUSSIAN = "Съешь же ещё этих мягких французских булок, да выпей чаю. "
CHINESE = "我能吞下玻璃而不伤身体。天地玄黄,宇宙洪荒。\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (png(), "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"GIF89a\x01\0", "a GIF picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"\0\0\0\x20ftypisom", "a film or picture (MP4 family)"),
        (zipped("a.txt"), "a ZIP archive"),
        (zipped(), "a ZIP archive"),
        (zipped("[Content_Types].xml", "word/document.xml"), "an Office document"),
        (zipped("mimetype"), "a ZIP archive"),
        (b"PAR1\x15\x04\x15", "a Parquet table"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a WARC archive"),
        (b"{\\rtf1\\ansi Hello}", "a rich text (RTF)"),
        (gzip.compress(b"x"), "a gzip archive"),
        (Path(sys.executable).read_bytes()[:4096], "a program (ELF)"),
        (random.Random(1).randbytes(4096), "a binary file"),
        (random.Random(2).randbytes(300), "a binary file"),
        (struct.pack("<500i", *range(500)), "a binary file"),
        (struct.pack("<500h", *random.Random(3).choices(range(-99, 99), k=500)), "a binary file"),
        (bytes(4096), "a binary file"),
        (b"\0", "a binary file"),
        (b"\x01\x02\x03 abc", "a binary file"),
    ],
)
def test_it_is_named(head: bytes, kind: str) -> None:
    assert binary_kind(head) == kind


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize(
    "text", ["Hello, world.\n" * 400, "a", "Grüße 😀 x\n" * 300, RUSSIAN * 50, CHINESE * 99, "<p>ok</p>"]
)
def test_text_in_unicode_is_text(text: str, encoding: str) -> None:
    assert binary_kind(text.encode(encoding)) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN * 9, "cp1251"),
        (RUSSIAN * 9, "koi8-r"),
        (RUSSIAN * 9, "cp866"),
        (CHINESE * 9, "gb18030"),
        ("我能吞下玻璃" * 9, "big5"),
        ("私はガラスを食べられます。" * 9, "shift_jis"),
        ("私はガラスを食べられます。" * 9, "iso-2022-jp"),
        ("나는 유리를 먹을 수 있어요. " * 9, "euc-kr"),
    ],
)
def test_text_in_a_legacy_charset_is_text(text: str, encoding: str) -> None:
    assert binary_kind(text.encode(encoding)) is None


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"One \0 NUL, and \0 another, in a text that is long enough.",
        b"N\bNA\bAM\bME\bE\n       ls - list\n",
        b"\x1b[1mbold\x1b[0m\n" * 9,
        b"PK is a name. MZ too. GIF89 is not a picture.",
        b"ID3 tags are explained here.",
        b"WARC/1.0 is a format; this text is about it.",
        b"BZh is short for Bolzhausen.",
        b"PAR1 is how a Parquet file begins.",
    ],
)
def test_what_only_looks_guilty_is_text(head: bytes) -> None:
    assert binary_kind(head) is None
