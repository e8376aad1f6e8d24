"""Bytes to str: every order of evidence, wrong and unknown names, and bytes that are nothing."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scutch.clean.decode import SAMPLE_SIZE, Decoded, _sample, decode

ci = settings(derandomize=True, deadline=None, max_examples=200, database=None)

RUSSIAN = "Это обычный русский текст, в котором нет ничего особенного. Завтра будет новый день, и мы пойдём гулять."
JAPANESE = "これは普通の日本語の文章です。明日は新しい日で、散歩に行きます。カタカナも少しあります。"
CHINESE = "这是一段普通的中文文字，里面没有什么特别的内容。明天是新的一天，我们去散步。"
KOREAN = "이것은 특별한 내용이 없는 평범한 한국어 글입니다. 내일은 새로운 날이고 우리는 산책을 갑니다."
FRENCH = "L'été dernier, les élèves étaient très fatigués à la fin de l'année ; ça dérange beaucoup le maître."


@pytest.mark.parametrize(
    ("body", "charset", "text", "codec", "provenance", "flags"),
    [
        (b"", None, "", "utf-8", "utf-8", ()),
        (b"plain", None, "plain", "utf-8", "utf-8", ()),
        (b"plain", "latin-1", "plain", "cp1252", "declared", ()),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "latin-1", "café", "utf-8", "bom", ()),
        (b"\xff\xfea\0\xe9\0", "utf-8", "aé", "utf-16-le", "bom", ()),
        (b"\0\0\xfe\xff\0\0\0a", None, "a", "utf-32-be", "bom", ()),
        (b"caf\xe9", "ISO-8859-1", "café", "cp1252", "declared", ()),
        (b"caf\xe9", " 'Latin1' ", "café", "cp1252", "declared", ()),
        (b"\x93quoted\x94", "latin-1", "“quoted”", "cp1252", "declared", ()),
        (b"caf\xc3\xa9", "latin-1", "café", "utf-8", "utf-8", ("charset.wrong",)),
        ("wie schön".encode(), "utf-8", "wie schön", "utf-8", "declared", ()),
        (CHINESE.encode("gb18030"), "gb2312", CHINESE, "gb18030", "declared", ()),
        (CHINESE.encode(), "gb2312", CHINESE, "utf-8", "utf-8", ("charset.wrong",)),
        ("漏".encode("gbk"), "gbk", "漏", "gb18030", "declared", ()),  # two bytes that are valid UTF-8 too
        (JAPANESE.encode("cp932"), "Shift_JIS", JAPANESE, "cp932", "declared", ()),
        ("①㈱です".encode("euc_jis_2004"), "euc-jp", "①㈱です", "euc_jp", "declared", ()),
        (RUSSIAN.encode("cp1251"), "x-cp1251", RUSSIAN, "cp1251", "declared", ()),
        (b"caf\xe9 " * 30, "utf-8", "café " * 30, None, "detector", ("charset.wrong",)),
        (b"a\0b\0c\0\xe9\0", None, "abcé", "utf-16-le", "detector", ()),
        ("<p>день</p>".encode("utf-16-be"), "utf-16", "<p>день</p>", "utf-16-be", "detector", ("charset.wrong",)),
        ("<p>abc</p>".encode("utf-32-le"), None, "<p>abc</p>", "utf-32-le", "detector", ()),
        (b"only ascii", "utf-16", "only ascii", "utf-8", "utf-8", ("charset.wrong",)),
        (b"nul\0in the text", None, "nul\0in the text", "utf-8", "utf-8", ()),
        (JAPANESE.encode("iso2022_jp"), None, JAPANESE, "iso2022_jp_ext", "detector", ()),
        (KOREAN.encode("iso2022_kr"), None, KOREAN, "iso2022_kr", "detector", ()),
        (CHINESE.encode("hz"), None, CHINESE, "hz", "detector", ()),
        (b"echo ~{a,b}~ and ~{x", None, "echo ~{a,b}~ and ~{x", "utf-8", "utf-8", ()),
        (b"a\xed\xa0\x80\xc3\xa9", None, "a\ud800é", "utf-8", "utf-8", ()),
        (b"\xed\xa0\xbd\xed\xb8\x80", None, "😀", "utf-8", "utf-8", ()),  # CESU-8
        ("é".encode() * 40 + b"\xe2\x80", None, "é" * 40 + "\ufffd", "utf-8", "utf-8", ("charset.undecodable",)),
        ("\ufffd ist da".encode(), None, "\ufffd ist da", "utf-8", "utf-8", ()),
        (b"\x80uro", "gbk", "€uro", "gb18030", "declared", ()),
        ("De ideeën \x81".encode("latin-1"), None, "De ideeën \x81", "cp1252", "fallback", ()),
    ],
)
def test_evidence_is_taken_in_order(
    body: bytes, charset: str | None, text: str, codec: str | None, provenance: str, flags: tuple[str, ...]
) -> None:
    decoded = decode(body, charset=charset)
    assert decoded == Decoded(text, codec or decoded.charset, provenance, flags)


@pytest.mark.parametrize(
    ("head", "encoding", "outside", "provenance"),
    [
        ('<meta charset="gb2312">', "gb18030", None, "meta"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", None, "meta"),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8-r", None, "meta"),
        ('<meta charset="windows-1252">', "cp1251", "windows-1251", "declared"),
        ('<meta charset="windows-1251">', "utf-8", None, "utf-8"),
        ('<meta charset="utf-16">', "utf-8", None, "utf-8"),
        ('<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">', "cp1251", None, "meta"),
        ('<meta charset="rot13">', "utf-8", None, "utf-8"),
    ],
)
def test_a_page_may_say_its_charset(head: str, encoding: str, outside: str | None, provenance: str) -> None:
    page = f"<html><head>{head}</head><body>{RUSSIAN}</body></html>"
    decoded = decode(page.encode(encoding), charset=outside, is_html=True)
    assert (decoded.text, decoded.provenance) == (page, provenance)


def test_a_text_is_not_asked_for_its_meta() -> None:
    text = '<meta charset="gb2312"> ' + FRENCH
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "name",
    [
        *("x-foo", "none", "rot13", "zip", "base64", "hex", "idna", "punycode", "unicode_escape", "raw_unicode_escape"),
        *("utf-7", "undefined", "mbcs", "cp037", "charmap", "uu", "bz2", "../../etc", "a\0b", "é", "x" * 10_000, " "),
    ],
)
def test_a_name_that_is_no_charset_is_ignored_and_flagged(name: str) -> None:
    assert decode(b"+ADw- caf\xc3\xa9", charset=name) == ("+ADw- café", "utf-8", "utf-8", ("charset.unknown",))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (CHINESE, "gb18030")),
        *((KOREAN, "cp949"), (FRENCH, "cp1252")),
    ],
)
def test_the_detector_reads_what_says_nothing_of_itself(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.provenance) == (text, "detector")


def test_the_sample_is_bounded_and_starts_where_the_letters_are() -> None:
    body = b"<p>" * 400_000 + RUSSIAN.encode("cp1251") * 1_000
    assert len(_sample(body)) == SAMPLE_SIZE
    assert decode(body).text.endswith(RUSSIAN)
    assert _sample(b"a" * 1_000_000) == b""


@ci
@given(
    st.binary() | st.text(st.characters(categories=None)).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.none() | st.text() | st.sampled_from(["gbk", "utf-16", "utf-32", "hz", "iso-2022-kr", "big5", "cp1255"]),
    st.booleans(),
)
@example(codecs.BOM_UTF32_LE + b"\xff", None, False)
@example(codecs.BOM_UTF16_LE + b"\x00\xd8", None, False)
@example(b"\x00\xd8\x00", "utf-16", True)
@example(b"<meta charset='\xe9\x00'>", None, True)
def test_it_never_fails_and_always_says_the_same(body: bytes, charset: str | None, is_html: bool) -> None:
    decoded = decode(body, charset=charset, is_html=is_html)
    assert decoded == decode(body, charset=charset, is_html=is_html)
    assert decoded.provenance in {"bom", "declared", "meta", "utf-8", "detector", "fallback"}


@ci
@given(st.text(st.characters(categories=None)))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    """Also with surrogates; two that make a pair become the character."""
    expected = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass").removeprefix("\ufeff")
    if expected.isascii() or "\0" in expected:
        return
    assert decode(text.encode("utf-8", "surrogatepass"), charset="utf-8").text == expected
