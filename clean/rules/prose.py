"""What a line of running text looks like, in any script."""

import re

_TOKEN_RE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+(?:['’\-][^\W_]+)*")
_UNSPACED_RE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SENTENCE_END_RE = re.compile(r"[.!?…。！？؟।։።][\"'”’»)\]」』]*$")

PROSE_WORDS = 20
"""A line of so many words is a paragraph, whatever it ends with."""

SENTENCE_WORDS = 8
"""So many words with a full stop behind them are a paragraph too; labels and titles have neither."""


COUNTED = 1_000
"""Characters of a line that are counted: no rule asks whether a line has more than 60 words."""


def count_words(text: str) -> int:
    """How many words a line has, or its start; of scripts without spaces two characters count as one.

    >>> count_words("Who is IS-K?"), count_words("塔利班面临挑战")
    (3, 3)
    """
    start = text[:COUNTED]
    tokens = len(_TOKEN_RE.findall(start))
    return tokens if start.isascii() else tokens - (len(_UNSPACED_RE.findall(start)) + 1) // 2


def ends_a_sentence(text: str) -> bool:
    return _SENTENCE_END_RE.search(text) is not None


def is_prose(text: str, words: int) -> bool:
    """Whether a line of so many words is a paragraph of running text rather than a label, a title, or a stump."""
    ends = ends_a_sentence(text) or text.endswith((":", "："))  # what introduces a list is text too
    return words >= PROSE_WORDS or (words >= SENTENCE_WORDS and ends)
