"""Which language a text is in, and silence when that cannot be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreader.lexicon import detect_language

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


@pytest.mark.parametrize("text", ["", "42", "Ok", "Voss", "— … —", "Orrin Mills Harbour News"])
def test_too_little_is_unknown(text: str) -> None:
    assert detect_language(text) is None


@given(st.text(max_size=100))
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = detect_language(text)
    assert code is None or len(code) == 2
