"""Who speaks: each kind of wording in several languages, speakers told by other sentences, and who is no speaker."""

import pytest

from storyreader.fact import Fact
from storyreader.facts import extract_article_facts


def facts_of(language: str, sentences: tuple[str, ...], *kinds: str) -> list[Fact]:
    return [fact for own in extract_article_facts(sentences, language=language) for fact in own if fact.kind in kinds]


def quoted(language: str, *sentences: str) -> list[tuple[str, str | None]]:
    return [(str(fact.value), fact.speaker) for fact in facts_of(language, sentences, "quote")]


def cited(language: str, *sentences: str) -> list[str | None]:
    return [fact.speaker for fact in facts_of(language, sentences, "attribution")]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("en", '"The lock held all night,” Rita Hale wrote.', "The lock held all night,", "Rita Hale"),
        ("en", '“It was the last one," said Tom Reid.', "It was the last one,", "Tom Reid"),
        ("en", "‘Nobody slept,’ Rita Hale said.", "Nobody slept,", "Rita Hale"),
        ("en", '“The word "safe" is wrong,” Reid said.', 'The word "safe" is wrong,', "Reid"),
        ("fr", "« Le mot “sûr” est faux », a dit Odile Ferrand.", "Le mot “sûr” est faux", "Odile Ferrand"),
        ("de", '„Wir bleiben hier", sagte Ada Voss.', "Wir bleiben hier", "Ada Voss"),
        ("de", "»Wir gehen nicht fort«, sagte Tom Reid.", "Wir gehen nicht fort", "Tom Reid"),
        ("es", '“No queda agua", dijo Rita Salas.', "No queda agua", "Rita Salas"),
    ],
)
def test_one_kind_of_mark_closes_another(language: str, text: str, words: str, speaker: str) -> None:
    assert quoted(language, text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ('Reid told the crew: "The lock held.', "Nobody slept.", 'We were lucky."', "They left at noon.")),
        ("en", ("“The lock held.", "Nobody slept.", "We were lucky,” sailor Reid said.", "They left at noon.")),
        ("fr", ("« La digue a tenu.", "Personne ne dormait.", "Quelle chance », a dit Reid.", "Ils sont partis.")),
        ("de", ("„Die Brücke hielt.", "Niemand schlief.", "Wir hatten Glück“, sagte Reid.", "Alle gingen.")),
        ("zh", ("“桥没有倒。", "没有人睡觉。", "我们很幸运，”李强说。", "他们中午离开了。")),
    ],
)
def test_a_quotation_over_sentences_has_the_speaker_named_at_either_end(
    language: str, sentences: tuple[str, ...]
) -> None:
    found = quoted(language, *sentences)
    assert len(found) == 3
    (speaker,) = {speaker for _, speaker in found}
    assert "Reid" in str(speaker) or speaker == "李强"


def test_a_quotation_opened_anew_by_each_paragraph_goes_on() -> None:
    assert [speaker for _, speaker in quoted("en", "“The lock held.", "“We were lucky,” Tom Reid said.")] == [
        "Tom Reid",
        "Tom Reid",
    ]


def test_nobody_is_cited_inside_a_quotation() -> None:
    sentences = ("Reid said: “We waited.", "The pilot said the lock would hold.", "It did.”")
    assert cited("en", *sentences) == ["Reid"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“It leaks,” Rita Hale, a diver from Sarn, Orrin, and head of the club there, said.", "Rita Hale"),
        ("en", "“It leaks,” Sen. Rita Hale, R-Ky., who sits on the board, told reporters.", "Sen. Rita Hale"),
        ("en", "“It leaks,” the Rev. Tom Reid of Holy Well, told the Courier.", "the Rev. Tom Reid of Holy Well"),
        ("en", "“It leaks,” said the harbour master, Rita Hale.", "the harbour master, Rita Hale"),
        ("en", "“It leaks,” said the harbour's second diver, Rita Hale.", "the harbour's second diver, Rita Hale"),
        ("en", "“It leaks,” said Orn's diver Rita Hale.", "Orn's diver Rita Hale"),
        (
            "en",
            "“It leaks,” lead diver Rita Hale — a member of the club and of the guild — told reporters.",
            "Rita Hale",
        ),
        ("de", "„Es leckt“, kritisierte die Taucherin Rita Hale.", "die Taucherin Rita Hale"),
        ("de", "„Es leckt“, erinnerte sich der Taucher Tom Reid.", "der Taucher Tom Reid"),
        ("es", "«Hay una fuga», se quejó la buza Rita Hale.", "la buza Rita Hale"),
        ("es", "«Hay una fuga», dijo el martes la buza Rita Hale.", "la buza Rita Hale"),
        ("en", "“It leaks,” said the head of the club that runs the wall, Sir Tom Reid.", "Sir Tom Reid"),
        ("de", '"Es leckt“, sagte Rita Hale.', "Rita Hale"),
        (
            "en",
            "On 3 May the keeper of the town's old mill, Dr. Rita Hale, told the board: “It leaks.”",
            "Dr. Rita Hale",
        ),
        ("en", "Rita Hale, a painter, wrote a letter to the board saying “it leaks.”", "Rita Hale"),
        ("en", "The wall was called “a sieve” by two divers.", "two divers"),
        ("fr", "« Ça fuit », a déclaré la maire, Odile Ferrand.", "la maire, Odile Ferrand"),
        ("fr", "« Ça fuit », se lamente le pêcheur Luc Marin.", "le pêcheur Luc Marin"),
        ("fr", "« Ça fuit », selon le préfet.", "le préfet"),
        ("fr", "« Ça fuit », affirme-t-elle.", "elle"),
        ("fr", "« Ça fuit », a-t-il expliqué.", "il"),
        ("de", "„Es leckt“, sagte Bürgermeisterin Ada Voss am Montag.", "Bürgermeisterin Ada Voss"),
        ("de", "„Es leckt“, hat Tom Reid gesagt.", "Tom Reid"),
        ("de", "„Es leckt“, so die Sprecherin der Feuerwehr.", "die Sprecherin der Feuerwehr"),
        ("es", "«Hay una fuga», ha explicado el portavoz del puerto.", "el portavoz del puerto"),
        ("es", "Añadió el pescador Luis Mora: «Hay una fuga».", "el pescador Luis Mora"),
        ("ar", "وقال المدير سامي حداد: «خسرنا كل شيء».", "المدير سامي حداد"),
        ("ar", "«الماء وصل ليلا»، قالت المتحدثة باسم البلدية.", "المتحدثة باسم البلدية"),
        ("zh", "市长王明周一在会议上说：“我们失去了一切。”", "市长王明"),
        ("zh", "“水在夜里来了，”消防员李强告诉记者。", "消防员李强"),
        ("zh", "但科瑞·林恩指出：“水在夜里来了。”", "科瑞·林恩"),
    ],
)
def test_the_speaker_is_found_beside_the_quotation(language: str, text: str, speaker: str) -> None:
    ((_, found),) = quoted(language, text)
    assert str(found) in speaker or speaker in str(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A second leak was reported on Friday."),
        ("en", "Core samples confirmed the leak."),
        ("en", "The club told the council nothing."),
        ("de", "Das Urteil wird am 17. September verkündet."),
        ("en", "Fresh mud adds to the weight on the wall."),
        ("en", "The show goes on in Orn."),
        ("en", "The diver was admitted to hospital."),
        ("en", "Tom Reid is accused of selling the boat."),
        ("en", "The festival continues in June."),
        ("en", "The crew was told on Friday."),
        ("en", "The firm has not announced a date."),
        ("en", "Others posted photos of the wall."),
        ("en", "The law protects a diver who denied help."),
        ("en", "It happened in nine other states."),
        ("en", "The wall fell after repeated claims."),
        ("en", "Rita Hale left after critical comments she made at the wall."),
        ("en", "The only announced diver is Tom Reid, who has no boat."),
        ("en", "The paper ran a story about that cover called “a sieve.”"),
        ("fr", "Un cas a été signalé à Brune."),
        ("fr", "Luc Marin est accusé de vol."),
        ("de", "Ein zweiter Fall wurde gemeldet."),
        ("es", "Un caso fue confirmado ayer."),
        ("es", "Luis Mora es acusado de robo."),
    ],
)
def test_passives_and_other_senses_make_no_speaker(language: str, text: str) -> None:
    assert not cited(language, text)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Asked by two divers, “Does it leak?”, Hale nodded.", "two divers"),
        ("en", "Rita Hale, a diver, left the room, saying it was “a sieve.”", "Rita Hale"),
        ("en", "The board met on Friday, but Rita Hale stayed away and called it “a sieve.”", "Rita Hale"),
        ("en", "Hale told “Harbour Hour” that it was “a sieve.”", "Hale"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_on_which_the_other_depends(
    language: str, text: str, speaker: str
) -> None:
    assert [found for _, found in quoted(language, text)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The union representing the divers said the wall leaks.", "The union representing the divers"),
        ("en", "According to Orn's Harbour Commission the wall leaks.", "Orn's Harbour Commission"),
        ("en", "The divers confirmed that the wall leaks.", "The divers"),
        ("en", "Hale, too, suggested the wall leaks.", "Hale"),
        ("en", "Letters seen by the Courier show that the wall leaks.", "Letters seen by the Courier"),
        ("en", "The wall has leaked for years, court records show.", "court records"),
        ("de", "In Orn starben nach Angaben der Polizei mindestens sechs Taucher.", "Polizei"),
        ("de", "Nach Angaben der Feuerwehr 6 Menschen aus Orn.", "Feuerwehr"),
        ("en", "Local divers and painters said the wall leaks.", "Local divers and painters"),
        ("en", "Rita Hale left the room, saying the wall leaks.", "Rita Hale"),
        ("en", "Rita Hale thanked the crew and warned that the wall leaks.", "Rita Hale"),
        ("en", "But Rita Hale in December argued that the wall leaks.", "Rita Hale"),
        ("en", "Rita Hale, on Monday, said the wall leaks.", "Rita Hale"),
        ("en", "Rita Hale, a candidate in the club's vote on June 3, said the wall leaks.", "Rita Hale"),
        ("en", "Rita Hale even acknowledged that the wall leaks.", "Rita Hale"),
        ("en", "Mr. Hale's apology noted that the wall leaks.", "Mr. Hale"),
        ("en", "Police said the wall leaks.", "Police"),
        ("en", "The head of NOW confirmed that the wall leaks.", "The head of NOW"),
        ("fr", "Le mur fuit, a dit la maire.", "la maire"),
        ("de", "Trotz des Regens sagt die Polizei, dass die Mauer hält.", "die Polizei"),
        ("de", "Die Mauer hält, sagte Tom Reid.", "Tom Reid"),
        ("es", "El muro resiste, afirmó un vecino de Sarn.", "un vecino de Sarn"),
    ],
)
def test_reported_speech_has_its_source(language: str, text: str, speaker: str) -> None:
    assert cited(language, text) == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Rita Hale, a diver, told the harbour board that the wall leaks.", "Rita Hale"),
        ("en", "Rita Hale, a diver and painter, condemned the board's silence in a letter.", "Rita Hale"),
        ("en", "The wall leaks, told the board.", None),
        ("fr", "Le préfet a expliqué au conseil que la route était coupée.", "Le préfet"),
        ("es", "La alcaldesa dijo al consejo que el puente resiste.", "La alcaldesa"),
        ("de", "Voss sagte dem Rat, dass die Brücke hält.", "Voss"),
        ("zh", "李强对记者表示，道路已经开放。", "李强"),
        ("ar", "أعلنت الوزارة أن الجسر مغلق.", "الوزارة"),
    ],
)
def test_who_is_told_or_criticised_is_no_speaker(language: str, text: str, speaker: str | None) -> None:
    found = cited(language, text)
    assert [str(name).split(",")[0] for name in found] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The choir sang “Grey Harbour” and “Last Train Home.”"),
        ("en", "According to the club, Hale, who wrote “Grey Harbour”, “Two Winters” and “Last Train”, is ill."),
        ("en", "Her publisher said that “The Grey Harbour” had sold well."),
        ("en", "It showed two films, ‘Grey Harbour’ and ‘Two Winters’, manager Rita Hale said."),
        ("en", "According to the band, it will play “Grey Harbour” first."),
        ("en", "The film “Salt” opens on Friday."),
        ("en", "She has what is called “diver's ear,” a rare illness."),
        ("en", "The so-called “night tax” ends in May."),
        ("fr", "Selon le chanteur, il jouera « Rivière grise »."),
        ("fr", "Le film « sel » sort vendredi."),
        ("es", "Cantaron la canción «río negro»."),
        ("de", "Sie sangen das Lied „Schwarzer Fluss“."),
    ],
)
def test_names_in_quotation_marks_are_no_speech(language: str, text: str) -> None:
    assert not quoted(language, text)


@pytest.mark.parametrize(
    "text", ["“Never Again,” Reid said.", "Reid shouted “Long Live Sarn” from the roof.", "Reid said: “Not Us.”"]
)
def test_capitals_that_somebody_says_are_speech(text: str) -> None:
    ((_, speaker),) = quoted("en", text)
    assert speaker == "Reid"


@pytest.mark.parametrize(
    ("language", "sentences", "speaker"),
    [
        ("en", ("Prime Minister Rita Hale came.", "“It leaks,” the prime minister said."), "Prime Minister Rita Hale"),
        ("en", ("Gov. Rita Hale came.", "“It leaks,” the governor said."), "Gov. Rita Hale"),
        ("en", ("The harbour master, Rita Hale, came.", "“It leaks,” the harbour master said."), "Rita Hale"),
        ("en", ("Rita Hale is a diver.", "Painter Tom Reid came.", "“It leaks,” the diver said."), "Rita Hale"),
        ("en", ("Diver Rita Hale met diver Tom Reid.", "“It leaks,” the diver said."), "the diver"),
        ("en", ("Minister Rita Hale came.", "“It leaks,” the former minister said."), "the former minister"),
        ("en", ("Former mayor Rita Hale came.", "“It leaks,” the mayor said."), "the mayor"),
        ("en", ("Defence Minister Rita Hale came.", "“It leaks,” the minister said."), "Defence Minister Rita Hale"),
        ("fr", ("L'ancien maire Luc Marin est venu.", "« Ça fuit », a dit le maire."), "le maire"),
        ("fr", ("Le maire Luc Marin est venu.", "« Ça fuit », a dit le maire."), "Luc Marin"),
        ("es", ("La alcaldesa Rita Salas vino.", "«Hay una fuga», afirmó la alcaldesa."), "Rita Salas"),
    ],
)
def test_an_office_stands_for_the_one_person_who_has_it(
    language: str, sentences: tuple[str, ...], speaker: str
) -> None:
    assert quoted(language, *sentences)[-1][1] == speaker


@pytest.mark.parametrize(
    ("language", "sentences", "speaker"),
    [
        (
            "fr",
            ("Odile Ferrand, la sœur de Luc Marin, a critiqué le refus.", "« Qui paie ? », a-t-elle dit."),
            "Odile",
        ),
        ("es", ("Rita Salas, hermana de Luis Mora, criticó el plan.", "«¿Quién paga?», preguntó ella."), "Rita Salas"),
        ("en", ("Rita Hale condemned the plan of the board.", "“Who pays?” she went on."), "Rita Hale"),
        ("en", ("Rita Hale condemned the plan of the board.", "“You pay,” she growled."), "Rita Hale"),
    ],
)
def test_who_criticises_is_who_goes_on(language: str, sentences: tuple[str, ...], speaker: str) -> None:
    assert str(quoted(language, *sentences)[-1][1]).startswith(speaker)
    assert all(str(name).startswith(speaker) for name in cited(language, *sentences))


@pytest.mark.parametrize(
    "text", ["After calling it “a sieve,” Tom Reid left.", "“The wall,” which Tom Reid built, fell."]
)
def test_who_acts_behind_a_fragment_does_not_speak_it(text: str) -> None:
    assert [speaker for _, speaker in quoted("en", text)] == [None]


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (("Rita Hale saw the wall in Tom Reid's film.", "“It leaks,” she said."), "Rita Hale"),
        (("Rita Hale spoke first, she said.", "A neighbour said nobody came.", "“It leaks,” he said."), "A neighbour"),
        (("Rita Hale wrote that it leaks.", "The neighbour said nobody came.", "“It leaks,” he said."), "he"),
        (("Rita Hale, a niece of old farmer Tom Reid, left early.", "“It leaks,” she said."), "Rita Hale"),
        (("Rita Hale attacked the plan, the Sarn Post reports.", "“It leaks,” she said."), "Rita Hale"),
        (("Rita Hale attacked the plan, the Sarn Beacon reports.", "“It leaks,” she said."), "Rita Hale"),
        (("Rita Hale and Tom Reid said it leaks.", "“It leaks,” they said."), "Rita Hale and Tom Reid"),
        (("Rita Hale said it leaks.", "“It leaks,” they said."), "they"),
    ],
)
def test_pronouns_stand_for_who_can_be_meant(sentences: tuple[str, ...], speaker: str) -> None:
    assert quoted("en", *sentences)[-1][1] == speaker
