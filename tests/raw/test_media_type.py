"""What a text is, by its first bytes."""

import pytest

from scutch.raw import media_type_of


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE html>\n<title>x",
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        "  \n<html lang=en>",
        "<HTML>",
        "<head>",
        "<body class=x>",
        "<!-- saved from url --><!-- again -->\n<html>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "x">',
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        "<meta charset=utf-8><p>x",
        "<p>One paragraph.</p>",
        "<div class='a'><p>Fragment</p></div>",
        "Words first. " + "<p>and <b>tags</b></p>" * 5,
        "\r\n\t" * 3000 + "<!DOCTYPE html><p>x",
        "<script>f()</script>\n<html><p>x",
        '<text id="https://example.org/" encoding="utf-8">\n<!DOCTYPE html PUBLIC "x">',
        "<br />\n<b>Warning</b>: mysql_connect() in <b>/www/index.php</b>\n<html>",
        "<style>" + "p { color: red }\n" * 500 + "</style><p>x</p>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_it_is_html(head: str, encoding: str) -> None:
    assert media_type_of(head.encode(encoding)) == "text/html"


@pytest.mark.parametrize(
    "head",
    [
        "",
        "A sentence about the <html> element and the </html> tag.",
        "Write <p>text</p> for a paragraph and <b>text</b> for bold.",
        "<3 is a heart",
        "<p is not a tag",
        "<html-like things are not html",
        "<?xml version='1.0'?><rss><channel></channel></rss>",
        "# Markdown\n\n<https://example.com>",
        "<Alice> hi\n<Bob> hello",
        "a < b and c > d",
        "<?xml version='1.0'?><rss><item>&lt;p><![CDATA[<html><body>quoted]]></item></rss>",
        "<!-- a -->" * 300 + "only comments",
    ],
)
def test_it_is_text(head: str) -> None:
    assert media_type_of(head.encode()) == "text/plain"
