"""The language of a text."""

import subprocess
import sys

import pytest

from scutch.clean.metadata.language import UNKNOWN, identify

TEXTS = {
    "en": "The heron comes back to the pond every winter.",
    "de": "Der Reiher kommt jeden Winter an den Teich zurück.",
    "fr": "Le héron revient chaque hiver au bord de l'étang.",
    "es": "La garza vuelve todos los inviernos al estanque.",
    "pl": "Czapla wraca nad staw każdej zimy i stoi tam godzinami.",
    "ru": "Цапля возвращается к пруду каждую зиму и стоит там часами.",
    "el": "Ο ερωδιός επιστρέφει στη λίμνη κάθε χειμώνα.",
    "zh": "苍鹭每年冬天都会回到村子边上的池塘，一站就是几个小时。",
    "ja": "青鷺は毎年冬になると村の池に戻ってきて、何時間も立っている。",
    "ko": "왜가리는 겨울마다 마을 연못으로 돌아와 몇 시간씩 서 있다.",
    "th": "นกกระสากลับมาที่บึงทุกฤดูหนาวและยืนอยู่หลายชั่วโมง",
    "ar": "يعود مالك الحزين إلى البركة كل شتاء ويقف هناك لساعات.",
    "vi": "Con diệc trở lại cái ao mỗi mùa đông và đứng đó hàng giờ.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS)
def test_a_sentence_is_enough(code: str, text: str) -> None:
    assert identify(text).code == code


@pytest.mark.parametrize(
    "text", ["", " ", "12.50 € (+3 %)", "https://", "🎉🎉🎉", "Hello there", "今天天气很好", "\ud800\x00"]
)
def test_too_few_letters_give_nothing(text: str) -> None:
    assert identify(text) == UNKNOWN


def test_the_whole_text_counts_not_its_first_line() -> None:
    assert identify("Home\nNews\nSport\n" + "\n".join([TEXTS["de"]] * 20)).code == "de"


def test_confidence_is_a_share_of_one_with_four_digits() -> None:
    confidence = identify(TEXTS["en"]).confidence
    assert confidence is not None
    assert 0.5 < confidence <= 1
    assert confidence == round(confidence, 4)


def test_no_order_of_calls_changes_an_answer() -> None:
    first = {code: identify(text) for code, text in TEXTS.items()}
    assert {code: identify(text) for code, text in reversed(TEXTS.items())} == first


def test_nobody_else_narrows_the_languages() -> None:
    import py3langid

    py3langid.set_languages(["fr", "es"])
    try:
        assert identify(TEXTS["de"]).code == "de"
    finally:
        py3langid.set_languages(None)


def test_half_a_character_in_a_text_is_no_trouble() -> None:
    assert identify(TEXTS["en"] + " \ud800").code == "en"


def test_it_is_loaded_when_it_is_asked() -> None:
    program = (
        "import sys; from scutch.clean.metadata import identify; identify('no'); print('py3langid' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_langdetect_answers_when_it_is_asked_the_same_at_every_call() -> None:
    answers = {code: {identify(text, "langdetect") for _ in range(5)} for code, text in TEXTS.items()}
    assert all(len(found) == 1 for found in answers.values())
    assert sum(found.pop().code == code for code, found in answers.items()) >= len(TEXTS) - 1
    assert identify("\u1681\u1682\u1683" * 20, "langdetect") == UNKNOWN  # Ogham, which it has no letters of
