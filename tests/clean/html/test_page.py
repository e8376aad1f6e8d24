"""A page in; its text, its fields and its flags out: for good pages, poor ones and hostile ones."""

import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from scutch.clean.block import Kind, as_text
from scutch.clean.html import engine, extract, limits
from scutch.clean.html import page as page_module

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head>
<meta charset="utf-8"><title>The heron of Ashby pond | The Weir Post</title>
<meta property="og:title" content="The heron of Ashby pond"><meta property="og:site_name" content="The Weir Post">
<meta property="article:published_time" content="2023-05-06T07:08:09+01:00">
<meta name="author" content="By Ada Finch and Tom Reed">
<link rel="canonical" href="/news/heron">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/shop">Shop</a></li></ul></nav>
<article><h1>The heron of Ashby pond</h1>
<p>For eleven winters a grey heron has come back to the same post at the edge of Ashby pond, and the village counts
the days from the first frost until somebody sees it standing there again in the mist of the morning.</p>
<h2>A patient guest</h2>
<p>It stands for hours without a movement. Children on their way to school stop and try to stand as still as the bird,
and none of them has ever won; the heron does not seem to notice the match that it wins every time.</p>
<ul><li>It eats carp and the odd frog that the pond still holds in a mild winter.</li>
<li>It sleeps in the alder behind the old mill, well above the reach of the cats.</li></ul>
<pre><code>seen:  3
  missed: 1</code></pre>
<p>When the pond froze over last January, the fire brigade cut a hole in the ice for it, and somebody wrote to the
paper that this was a waste of the taxpayer's money. The brigade answered that they had needed the exercise.</p>
</article>
<footer><p>Copyright The Weir Post. All rights reserved. Contact us, subscribe, and follow us.</p></footer>
</body></html>"""


def test_an_article_gives_its_text_in_blocks() -> None:
    page = extract(PAGE, url="https://weir.example/2023/heron?x=1")
    kinds = [block.kind for block in page.blocks]
    assert kinds.count(Kind.ITEM) == 2
    assert Kind.CODE in kinds
    assert [(block.text, block.level) for block in page.blocks if block.kind is Kind.HEADING][-1] == (
        "A patient guest",
        2,
    )
    assert "\n- It sleeps in the alder" in as_text(page.blocks)
    assert "seen:  3\n  missed: 1" in as_text(page.blocks)
    assert "Copyright" not in as_text(page.blocks)
    assert [block.line for block in page.blocks] == list(range(1, len(page.blocks) + 1))
    assert page.flags == ()


def test_an_article_gives_its_fields_with_provenance() -> None:
    fields = extract(PAGE, url="https://weir.example/2023/heron?x=1").fields
    assert fields["title"] == ("The heron of Ashby pond", "h1")
    assert fields["authors"] == (("Ada Finch", "Tom Reed"), "meta author")
    assert fields["date"] == ("2023-05-06", "meta article:published_time")
    assert fields["site_name"] == ("The Weir Post", "og:site_name")
    assert fields["canonical_url"] == ("https://weir.example/news/heron", "link canonical")
    assert fields["language"] == ("en", "html lang")


def test_what_is_left_out_is_counted() -> None:
    (removal,) = extract(PAGE).removals
    assert (removal.rule, removal.text, removal.line, removal.end) == ("html.extract", "", 0, 0)
    visible, dropped = 3 + 12, 3 + 12  # the menu and the footer
    assert removal.reason.startswith("not main text (")
    assert dropped <= int(removal.reason.split("(")[1].split()[0]) <= visible + 5


def test_no_date_lies_after_the_day_of_fetching() -> None:
    assert "date" not in extract(PAGE, fetched_at="2023-05-05T23:59:59Z").fields
    assert extract(PAGE, fetched_at="2023-05-06").fields["date"].value == "2023-05-06"
    assert extract(PAGE, fetched_at="last Tuesday").fields["date"].value == "2023-05-06"


SMALL = {
    "a fragment": ("<p>Hello</p>", "Hello", ()),
    "a declaration of an encoding": (
        '<?xml version="1.0" encoding="latin-1"?><html><p>Hällo there</p></html>',
        "Hällo there",
        (),
    ),
    "half a character": ("<html><body><p>a \ud800 b</p></body></html>", "a \ufffd b", ()),
    "a NUL": ("<html><body><p>a\0b c</p></body></html>", "ab c", ()),
    "items only": ("<ul><li>a<li>b</ul>", "- a\n- b", ("html.fallback",)),
    "a frame set": ("<html><frameset>only frames</frameset></html>", "only frames", ("html.fallback",)),
    "JSON": ('{"a": [1]}', '{"a": [1]}', ("html.fallback",)),
    "a text": ("One line.\nAnother.", "One line.\nAnother.", ("html.fallback",)),
    "an unclosed comment": ("<html><body><p>seen</p><!-- lost <p>unseen</p>", "seen", ()),
    "empty": ("", "", ("html.fallback",)),
    "blank": (" \n ", "", ("html.fallback",)),
    "nothing visible": ("<html><head><script>x</script></head></html>", "", ("html.fallback",)),
    "binary": ("\x00\x01\x02\xff", "ÿ", ("html.fallback",)),
}


@pytest.mark.parametrize(("html", "text", "flags"), SMALL.values(), ids=SMALL)
def test_small_and_odd_pages(html: str, text: str, flags: tuple[str, ...]) -> None:
    page = extract(html)
    assert (as_text(page.blocks), page.flags) == (text, flags)


HOSTILE = {
    "nested": "<html><body>" + "<div>" * 100_000 + "deep" + "</div>" * 100_000,
    "attributes": "<html><body><p " + " ".join(f"a{n}=v" for n in range(100_000)) + ">deep</p>",
    "breaks": "<html><body><p>deep" + "<br>x" * 200_000,
    "bold": "<html><body><p>deep" + "<b>x</b> " * 50_000,
    "plaintext": "<html><body><plaintext>deep<p>",
    "json": '<html><script type="application/ld+json">' + "[" * 100_000 + "</script><p>deep</p>",
}


@pytest.mark.slow
@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_have_an_answer(html: str) -> None:
    page = extract(html)
    assert "deep" in as_text(page.blocks)[:100]
    assert len(page.blocks) <= limits.MAX_ELEMENTS


def test_a_cut_is_flagged_and_counted(monkeypatch) -> None:
    monkeypatch.setattr(page_module, "MAX_HTML_CHARACTERS", 400)
    page = extract("<html><body>" + "<p>word word word</p>" * 30)
    assert "limit.html" in page.flags
    assert page.removals[0].rule == "limit.html"
    assert "(242 characters cut)" in page.removals[0].reason


def test_results_do_not_depend_on_caches_or_order() -> None:
    other = PAGE.replace("heron", "otter").replace("2023-05-06", "2019-01-02")
    engine.reset_caches()
    first = extract(PAGE)
    for _ in range(4):
        extract(other)
        assert extract(PAGE) == first
    engine.reset_caches()
    assert extract(PAGE) == first


def test_a_month_without_a_day_is_not_filled_from_the_clock() -> None:
    html = "<html><body><article><time datetime='2021-03'>March</time><p>" + "A quiet month in the hills. " * 20
    assert extract(html).fields["date"].value == "2021-03-01"


def test_an_engine_that_fails_costs_no_page(monkeypatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    monkeypatch.setattr("trafilatura.metadata.extract_metadata", fail)
    page = extract(PAGE)
    assert page.flags == ("html.fallback",)
    assert "eleven winters" in as_text(page.blocks)
    assert page.fields["title"].value == "The heron of Ashby pond"


def test_pages_leave_no_trace_in_the_log(capfd, recwarn) -> None:
    extract("<html><body><time datetime='2021-03-04 10:00 EST'>x</time></body></html>")
    extract("no page at all")
    assert capfd.readouterr() == ("", "")
    assert not recwarn.list


def test_the_engine_is_loaded_with_the_first_page() -> None:
    program = "import sys, scutch.clean.html; print('trafilatura' in sys.modules, 'numpy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]


def test_what_was_set_in_lines_keeps_its_lines() -> None:
    paragraph = "<p>The heron comes back to the pond every winter, and stands there for hours in the shallow water.</p>"
    page = extract(
        f"<article>{paragraph}<pre>Two roads diverged\n   in a <i>yellow</i> wood,</pre>{paragraph * 3}</article>"
    )
    assert "Two roads diverged\n   in a yellow wood," in [
        block.text for block in page.blocks if block.kind is Kind.CODE
    ]


def test_threads_get_what_one_thread_gets_and_leave_nothing_changed() -> None:
    import htmldate.extractors

    before = (htmldate.extractors.dateutil_parse, logging.getLogger("trafilatura").level)
    pages = [
        f"<article><h1>Page {n}</h1><p>{'The heron comes back to the pond every winter. ' * n}</p></article>"
        for n in range(4, 24)
    ]
    alone = [extract(page) for page in pages]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extract, pages)) == alone
    assert (htmldate.extractors.dateutil_parse, logging.getLogger("trafilatura").level) == before
