"""The tree of the main text becomes blocks: what stands apart, what joins, what keeps its lines."""

import pytest
from lxml import etree

from scutch.clean.block import Kind, as_text
from scutch.clean.html.blocks import read_blocks

CASES = {
    "paragraphs stand apart": ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    "a line break is one break": ("<p>A verse,<lb/>and another.</p>", "A verse,\nand another."),
    "inline words join": ('<p>It is <hi rend="#b">very</hi> <ref>well</ref>-known.</p>', "It is very well-known."),
    "inline code stays in its line": ("<p>Call <code>run()</code> now.</p>", "Call run() now."),
    "items stand one break apart": ("<p>So:</p><list><item>a</item><item>b</item></list>", "So:\n\n- a\n- b"),
    "a paragraph in an item goes on with it": ("<list><item><p>a</p><p>b</p></item></list>", "- a b"),
    "an item of items has no mark of its own": (
        "<list><item>a<list><item>b</item></list>c</item></list>",
        "- a\n- b\nc",
    ),
    "code keeps lines and spaces": ("<code>if x:\n    y()\n\n\n\nz</code>", "if x:\n    y()\n\nz"),
    "code in an item stands in its own lines": ("<list><item>Run<code>a\n b</code></item></list>", "- Run\na\n b"),
    "a row is a line": (
        '<table><row><cell role="head">A</cell><cell>B</cell></row><row><cell>1</cell><cell/></row></table>',
        "| A | B |\n|---|---|\n| 1 |  |",
    ),
    "a pipe in a cell is no border": ("<table><row><cell>a|b</cell><cell>c</cell></row></table>", "| a\\|b | c |"),
    "a layout of one cell is text": ("<table><row><cell><p>a</p><p>b</p></cell></row></table>", "a\n\nb"),
    "a layout of columns is text": (
        "<table><row><cell>menu</cell><cell><p>a</p><p>b</p></cell></row></table>",
        "menu\n\na\n\nb",
    ),
    "words behind a block stand apart": ("<p>a</p>loose<p>b</p>", "a\n\nloose\n\nb"),
    "an unknown tag does not glue words": ("<p>a<my-icon>b</my-icon>c</p>", "a b c"),
    "no-break spaces, runs and entities": ("<p>a\u00a0 \n b &amp;nbsp;c &amp;lt;b&amp;gt;</p>", "a b c &lt;b&gt;"),
    "entities in code stay": ("<code>a &amp;amp; b</code>", "a &amp; b"),
    "nothing gives nothing": ("<p> </p><list/>", ""),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES)
def test_blocks_join_to_the_text(body: str, text: str) -> None:
    assert as_text(read_blocks(etree.fromstring(f"<body>{body}</body>"))) == text


def test_a_block_knows_its_kind_level_and_number() -> None:
    tree = '<body><head rend="h3">T</head><quote><p>q</p></quote><list><item>i</item></list><code>a\nb</code></body>'
    blocks = read_blocks(etree.fromstring(tree))
    assert [(block.line, block.kind, block.level) for block in blocks] == [
        (1, Kind.HEADING, 3),
        (2, Kind.QUOTE, 0),
        (3, Kind.ITEM, 0),
        (4, Kind.CODE, 0),
    ]
    assert [block.gap for block in blocks] == [False, True, True, True]


def test_a_tree_deeper_than_the_stack_gives_its_words() -> None:
    body = inner = etree.Element("body")
    for _ in range(3000):
        inner = etree.SubElement(inner, "quote")
    inner.text = "deep"
    assert [block.text for block in read_blocks(body)] == ["deep"]
