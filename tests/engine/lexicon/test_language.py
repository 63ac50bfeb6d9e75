"""Which language a text is in, and silence when that cannot be said."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from storyreader.lexicon import detect_language, identifying
from storyreader.segmenting import split_sentences

LINES = (Path(__file__).parent / "languages.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in LINES if not line.startswith("#")]

TEXTS = {
    "en": "The harbour was closed for the winter and nobody has said when it will open again.",
    "es": "El puerto se cerró durante el invierno y nadie ha dicho cuándo se abrirá de nuevo.",
    "fr": "Le port a été fermé pour l’hiver et personne ne dit quand il sera de nouveau ouvert.",
    "de": "Der Hafen wurde für den Winter geschlossen und niemand sagt, wann er wieder geöffnet wird.",
    "pt": "O porto foi fechado durante o inverno e ninguém disse quando será aberto de novo, mas não há pressa.",
    "it": "Il porto è stato chiuso per l’inverno e nessuno dice quando sarà aperto di nuovo per gli ospiti.",
    "nl": "De haven is voor de winter gesloten en niemand zegt wanneer het weer open gaat voor de mensen.",
    "ru": "Порт закрыли на зиму, и никто не сказал, когда его откроют.",
    "uk": "Порт зачинили на зиму, і ніхто не сказав, коли його відчинять.",
    "tr": "Liman kış için kapatıldı ve ne zaman açılacağı konusunda kimse bir şey söylemedi, ancak çok geç değil.",
    "ar": "أغلق الميناء لفصل الشتاء ولم يقل أحد متى سيفتح.",
    "fa": "بندر برای زمستان بسته شد و هیچ‌کس نگفت کی باز می‌شود و چه کسی پول می‌دهد.",
    "he": "הנמל נסגר לחורף ואיש לא אמר מתי ייפתח.",
    "hi": "बंदरगाह सर्दियों के लिए बंद कर दिया गया।",
    "zh": "港口因冬季关闭，没有人说何时重新开放。",
    "ja": "港は冬のあいだ閉鎖され、いつ開くかは誰も言わなかった。",
    "ko": "항구는 겨울 동안 폐쇄되었고 언제 열릴지 아무도 말하지 않았다.",
    "th": "ท่าเรือปิดในช่วงฤดูหนาว",
    "pl": "Port został zamknięty na zimę i nikt nie powiedział, kiedy będzie otwarty, ale nie jest za późno.",
    "cs": "Přístav byl na zimu uzavřen a nikdo neřekl, kdy se znovu otevře, ale není pozdě a bude dost času.",
    "sv": "Hamnen stängdes för vintern och ingen har sagt när den ska öppnas, men det är inte för sent.",
    "no": "Havnen ble stengt for vinteren, og ingen har sagt når den skal åpnes, men det er ikke for sent etter noe.",
    "da": "Havnen blev lukket for vinteren, og ingen har sagt, hvornår den bliver åbnet efter hvad vi ved af noget.",
    "fi": "Satama on suljettu talveksi, eikä kukaan ole sanonut, että se olisi auki, mutta nyt on myös kevät.",
    "id": "Pelabuhan itu ditutup untuk musim dingin dan tidak ada yang mengatakan kapan akan dibuka oleh mereka.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_each_language_is_told_from_the_others(language: str) -> None:
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_single_sentence_is_enough(language: str, sentence: str) -> None:
    assert detect_language(sentence) == language


def test_there_are_two_sentences_of_each_language() -> None:
    languages = [language for language, _ in SENTENCES]
    assert len(set(languages)) == 70
    assert min(languages.count(language) for language in languages) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ca", "La reunió es farà demà al matí a l'ajuntament."),
        ("bg", "Мостът остава затворен до понеделник."),
        ("sr", "Most je zatvoren do ponedeljka, rekla je predsednica opštine, a deca idu u školu čamcem."),
        ("no", "Brua er stengd fram til måndag, seier ordføraren, og ungane må reise med båt til skulen."),
        ("zh", "條橋要封到星期一，啲細路要搭船返學。"),
        ("ru", "Компания Aldersea Ferries и Orrin Mills объявили, что рейсы отменены до понедельника."),
        ("hi", "Aldersea Ferries ने कहा कि पुल सोमवार तक बंद रहेगा और बच्चे नाव से स्कूल जाएंगे।"),
        ("ja", "Aldersea Ferriesは橋が閉鎖されたと述べた。"),
        ("en", "The Порт was closed, the company said, and it will not be open before the end of the week."),
        ("en", "THE BRIDGE WILL STAY CLOSED UNTIL MONDAY, THE MAYOR SAID."),
    ],
)
def test_short_texts_neighbours_and_mixed_scripts(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_half_of_each_of_two_scripts_is_no_language_of_a_third() -> None:
    mixed = "Порт зачинили на зиму. The port is closed."
    assert detect_language(mixed) in {"uk", "en", None}


def test_a_language_without_a_code_of_two_letters_is_unknown() -> None:
    pidgin = "Di govnor don tok say dem go close di bridge till Monday, and di pikin dem go use boat go school."
    assert detect_language(pidgin) is None


@pytest.mark.parametrize(
    "text", ["", "42", "Ok", "Voss", "— … —", "Orrin Mills Harbour News", "Harbour closed", "Порт."]
)
def test_too_little_is_unknown(text: str) -> None:
    assert detect_language(text) is None


@given(st.text(max_size=100))
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = detect_language(text)
    assert code is None or len(code) == 2


def test_plain_texts_do_not_load_the_library() -> None:
    plain = [sentence for language, sentence in SENTENCES if language in {"en", "de", "fr", "ar", "ja"}]
    code = (
        "import sys; from storyreader.segmenting import detect_language\n"
        f"assert all(detect_language(text) for text in {plain!r})\n"
        "print('py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]


def test_threads_that_ask_at_once_load_the_model_once(monkeypatch: pytest.MonkeyPatch) -> None:
    identifying._loaded.cache_clear()
    before = identifying._loaded.cache_info().misses
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(identifying.identified, [dict(SENTENCES)["eo"]] * 4))
    assert found == ["eo"] * 4
    assert identifying._loaded.cache_info().misses == before + 1


NEIGHBOURS = {
    "bg": ["През 1904 г. София беше малка.", "Днес в нея живеят 1,2 млн. души.", "Проф. Петров каза това вчера."],
    "sr": ["Победила је 3. Београдска гимназија.", "Проф. Петровић је то рекао јуче."],
    "ca": ["El Sr. Puig va arribar tard amb la Dra. Vila.", "Va dir que l'obra costa 1,5 milions d'euros."],
    "mr": ["महापौर म्हणाले की पूल बंद आहे.", "दुरुस्ती उद्या सुरू होईल.", "डॉ. पाटील तेथे होते."],
    "ne": ["मेयरले भने कि पुल बन्द छ।", "मर्मत भोलि सुरु हुनेछ।", "डा. शर्मा त्यहाँ थिए।"],
    "et": ["Võistluse võitis 3. Tallinna kool.", "Keegi ei saanud seal viga."],
}


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_a_language_without_tables_is_cut_with_its_neighbours(language: str) -> None:
    text = " ".join(NEIGHBOURS[language])
    assert detect_language(text) == language
    assert [text[span.start : span.end].strip() for span in split_sentences(text)] == NEIGHBOURS[language]
