"""Lines in the normal form: what is mended, what looks guilty and stays, and the laws on mangled text."""

import re
import unicodedata

import pytest
from ftfy.badness import MOJIBAKE_CATEGORIES, is_bad
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scutch.clean import repair
from scutch.clean.repair import repair_line, split_lines

ci = settings(derandomize=True, deadline=None, max_examples=300, database=None)

MENDED = [
    # before, after, kinds
    ("schÃ¶n", "schön", "mojibake"),
    ("donâ€™t", "don’t", "mojibake"),
    ("Itâ€™s Â£5", "It’s £5", "mojibake"),
    ("PeopleвЂ™s Choice", "People’s Choice", "mojibake"),
    ("l\x92analyse", "l’analyse", "mojibake"),
    ("Ã\x85land", "Åland", "mojibake"),
    ("voilÃ  le travail", "voilà le travail", "mojibake"),
    ("business,â\x80¨not your stress", "business, not your stress", "mojibake space"),
    ("a\u2028b\u2029c\x0bd\x0ce", "a b c d e", "space"),
    ("a\x85b", "a b", "space"),
    ("a\nb\r\nc\rd", "a b c d", "space"),
    ("1\u00a0000\u202f000\u3000\u2009x", "1 000 000 x", "space"),
    (" two  spaces ", "two spaces", "space"),
    ("a\tb", "a b", "space"),
    ("a\x00b\x07c\x7fd", "abcd", "control"),
    ("\x1b[1;31mred\x1b[0m", "red", "control"),
    ("\x1b]8;;https://a.example\x07link\x1b]8;;\x07", "link", "control"),
    ("co\u00adoperate zero\u200bwidth \ufeffmark\u2060", "cooperate zerowidth mark", "invisible"),
    ("Auf\u200clage", "Auflage", "invisible"),
    ("\u200eleft to right\u202c", "left to right", "invisible"),
    ("a\ufffcb\ufff9c\ufdd0d\uffffe\U0001fffff", "abcdef", "invisible"),
    ("hidden\U000e0068\U000e0069", "hidden", "invisible"),
    ("ک\u200c\u200cی", "ک\u200cی", "invisible"),
    ("Vie\u0323\u0302t Nam", "Việt Nam", "unicode"),
    ("\u212bngström", "Ångström", "unicode"),
    ("\ud83d\ude00 from JSON", "😀 from JSON", "surrogate"),
    ("alone \ud83d here", "alone \ufffd here", "surrogate"),
    ("a\u200b\u0301", "á", "invisible unicode"),
    ("a \u200b b", "a b", "invisible space"),
    ("\x00Ã\x00©", "é", "control mojibake"),
]
INNOCENT = [
    "« L’été dernier », dit-il, à Évry : « c’est là ! »",
    "»Nein«, sagte er, „ganz sicher“ – und ging …",
    "SÃO PAULO, PÃO DE AÇÚCAR, NÃO, IRMÃ",
    "ÂM NHẠC, Âu Lạc, phố Âu Cơ",
    pytest.param("le Â est une lettre", marks=pytest.mark.xfail(strict=True, reason="ftfy: “Â ” is a lost U+00A0")),
    "ÎNTÂMPLARE, ROMÂNIA, Ârâmă",
    "ﬁne ﬂuﬃest œuvre Œdipe",
    "他说：“你好，世界！”（２０２４年）",
    "ＦＵＬＬ ＷＩＤＴＨ ｶﾀｶﾅ",
    "می\u200cخواهم کتاب\u200cها را بخوانم",
    "क्\u200dष और क्\u200cष",
    "ന്\u200d",
    "ᠮᠣᠩᠭᠣᠯ\u180b",
    "👨\u200d👩\u200d👧\u200d👦 ❤️\u200d🔥 🏳️\u200d🌈 👩🏽\u200d💻 1️⃣",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "שָׁלוֹם עֲלֵיכֶם",
    "\u200fשלום (hello)\u200f",
    "\u2067مرحبا\u2069 world",
    "12 °C, 5 × 3, ±2, €20, £5, ½ cup, 10³, № 5",
    "Señor Muñoz ¿qué tal? ¡Olé!",
    "ΑΒΓ ’Αθήνα «καλημέρα»",
    "ГРАМОТА «ВЕСТНИК» №5",
    "private \ue000 use",
    "R&amp;D &nbsp; stays as it is",
    'it\'s "straight" -- said. , an expert',
    "",
]


@pytest.mark.parametrize(("line", "text", "kinds"), MENDED)
def test_it_mends_and_says_what(line: str, text: str, kinds: str) -> None:
    assert repair_line(line) == (text, tuple(kinds.split()))


@pytest.mark.parametrize("line", INNOCENT)
def test_it_leaves_the_innocent_alone(line: str) -> None:
    line = unicodedata.normalize("NFC", line)  # Hebrew points: the order of typing is not the canonical one
    assert repair_line(line) == (line, ())
    assert repair_line(line, keep_spaces=True) == (line, ())


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("    if x:  # a\u00a0comment", "    if x:  # a comment"),
        ("\tcell\t\tcell\t", "\tcell\t\tcell"),
        ("a  |  b   ", "a  |  b"),
        ("  donâ€™t\x00", "  don’t"),
        ("\u3000\u3000x", "  x"),
    ],
)
def test_code_and_tables_keep_their_spaces(line: str, text: str) -> None:
    assert repair_line(line, keep_spaces=True).text == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb\r\nc\rd\r\r\ne", ["a", "b", "c", "d", "e"]),
        ("a\n\r\nb", ["a", "", "b"]),
        ("a\r\rb", ["a", "", "b"]),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg", ["a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg"]),
        ("end\n", ["end", ""]),
    ],
)
def test_only_line_feeds_and_carriage_returns_break(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


def assert_laws(line: str) -> None:
    for keep_spaces in (False, True):
        text, kinds = repair_line(line, keep_spaces=keep_spaces)
        assert repair_line(text, keep_spaces=keep_spaces) == (text, ()), "a second repair changes nothing"
        assert (text == line) == (kinds == ())
        assert list(kinds) == sorted(set(kinds))
        assert unicodedata.is_normalized("NFC", text)
        assert text == text.rstrip()
        allowed = " \t" if keep_spaces else " "
        assert not [c for c in text if (unicodedata.category(c) == "Cc" or c.isspace()) and c not in allowed]
        assert not re.search("[\ud800-\udfff\u200b\ufeff\xad\u2028\u2029]", text)
        if not keep_spaces:
            assert text == " ".join(text.split(" ")).strip(" ")
            assert "  " not in text


@ci
@given(st.text(st.characters(categories=None)))
@example("\x1b\x1b[0m[0m")
@example("\u200c\u200b\u200d")
@example("Ã\u200b©\u0301")
@example("\ud83d\u200b\ude00")
def test_the_laws_hold_on_any_text(line: str) -> None:
    assert_laws(line)


ENCODINGS = ["latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp437", "mac-roman"]
READABLE = st.text(st.sampled_from("aeé üß“”’…—€ñéñΩжЖ中عא́\u2028\u0085\xa0 ."), max_size=20)


@ci
@given(READABLE, st.lists(st.sampled_from(ENCODINGS), min_size=1, max_size=3))
def test_the_laws_hold_on_mojibake(text: str, encodings: list[str]) -> None:
    for encoding in encodings:
        text = text.encode("utf-8").decode(encoding, "replace")
    assert_laws(text)


INTERLEAVED = st.text(
    st.sampled_from(
        "aÃ©â€™\x85\x80\x99\xa0\xad\u200b\u200c\u200d\u200e\u202a\u2066\u0301\u0323\u0344\u05b8שकक\u094dی👩💻🏴"
        "\U000e0067\U000e007f\ufe0f\ufeff\ufffc\ufffe\x1b[0m;\x00\x1a\t \n\r\u2028\u1100\u1161\ud83d\ude00�"
    ),
    max_size=25,
)


@settings(ci, max_examples=1_000)
@given(INTERLEAVED)
def test_the_laws_hold_where_repairs_meet(line: str) -> None:
    assert_laws(line)


@ci
@given(st.text(st.characters(categories=None)))
def test_no_break_is_added(text: str) -> None:
    lines = split_lines(text)
    repaired = "\n".join(repair_line(line).text for line in lines)
    assert len(split_lines(repaired)) == len(lines)
    assert len(repaired.splitlines() or [""]) <= len(lines)


CATEGORIES = [
    [chr(i) for i in range(0x80, 0x10000) if re.match(f"[{members}]", chr(i))]
    for members in MOJIBAKE_CATEGORIES.values()
]
BADNESS = st.sampled_from([*CATEGORIES, list("aZ .1"), list("ВГРСвЂΒΓΞΟβ"), list("ÂÃÎÐØÙà×√≈‚ÄâóœŒ")])


@settings(ci, max_examples=1_500)
@given(st.lists(BADNESS.flatmap(st.sampled_from), min_size=2, max_size=5).map("".join))
@example("”é")
@example("вЂ")
@example("É§")
def test_the_quick_look_misses_nothing_that_is_bad(line: str) -> None:
    alone, common, pair = repair._suspects()
    assert alone.search(line) or (common.search(line) and pair.search(line)) or not is_bad(line)


@pytest.mark.parametrize(
    "line",
    ["a" + "\u0301\u0316" * 50_000, "\x1b[1;" * 50_000, "\u200c" * 100_000, "Ã©" * 100_000, "â€œ中" * 20_000],
    ids=["marks", "escapes", "joiners", "mojibake", "mixed"],
)
def test_long_lines_take_linear_time(line: str) -> None:
    """100,000 marks would take Python's own normalisation half a minute."""
    repaired = repair_line(line).text
    assert len(repaired) <= len(line)
    assert unicodedata.is_normalized("NFC", repaired[:4_000])
