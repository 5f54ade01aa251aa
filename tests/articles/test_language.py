"""The language of a text: English by its small words, all others by the model."""

from __future__ import annotations

import subprocess
import sys

import pytest

from twosource.articles.language import language_of

ENGLISH = (
    "The council said that it would close the swimming pool after an inspector found cracks in the roof. "
    "Parents who had gathered outside were told about the plan before the meeting."
)
SHORT = "Two men were hurt when the roof of a hall in Aber came down, the fire service said on Monday."
OTHERS = {
    "nl": "De gemeente zei dat het zwembad dicht gaat omdat er scheuren in het dak zitten. Ouders die buiten stonden "
    'hoorden het pas na de vergadering. "This is not what we have been told," riep een van hen in het Engels.',
    "de": "Die Stadt teilte mit, dass das Schwimmbad schließt, weil das Dach Risse hat. Eltern, die draußen warteten, "
    "erfuhren davon erst nach der Sitzung. Die Not ist groß, und das Land soll helfen.",
    "af": "Die stadsraad het gesê dat die swembad gaan sluit omdat daar krake in die dak is. Ouers wat buite gewag "
    "het, is eers ná die vergadering daarvan vertel. Dit was nie wat hulle wou hoor nie.",
    "fr": "La ville a annoncé la fermeture de la piscine, dont le toit est fissuré. The Guardian et The New York Times "
    "en ont parlé, tandis que les parents attendaient dehors. Le but est de rouvrir en mai.",
    "es": "El ayuntamiento dijo que cerrará la piscina porque el techo tiene grietas. Los padres que esperaban fuera "
    "lo supieron después de la reunión. La banda The Who iba a tocar allí con The Cure.",
    "it": "Il comune ha detto che la piscina chiuderà perché il tetto ha delle crepe. I genitori che aspettavano fuori "
    "lo hanno saputo solo dopo la riunione.",
    "pt": "A câmara disse que a piscina vai fechar porque o telhado tem fendas. Os pais que esperavam lá fora só "
    "souberam disso depois da reunião.",
    "sv": "Kommunen sade att simhallen stängs eftersom taket har sprickor. Föräldrar som väntade utanför fick veta det "
    "först efter mötet. Det var inte vad de ville höra.",
    "da": "Kommunen sagde, at svømmehallen lukker, fordi taget har revner. Forældre, som ventede udenfor, hørte det "
    "først efter mødet. Byen er by for by og har over to baner.",
    "id": "Pemerintah kota mengatakan bahwa kolam renang akan ditutup karena atapnya retak. Para orang tua yang "
    "menunggu di luar baru mengetahuinya setelah rapat.",
    "pl": "Miasto poinformowało, że basen zostanie zamknięty, bo dach jest popękany. Rodzice, którzy czekali na "
    "zewnątrz, dowiedzieli się o tym dopiero po zebraniu.",
}
ONE_SENTENCE = {
    "nl": "Ze have en goed verloren, zei de burgemeester, en een man brak zijn been toen het dak instortte.",
    "da": "En and blev fundet død i en have ved åen, og byens borgere vil have svar, siger borgmesteren efter mødet.",
    "no": "En and ble funnet død ved elva, og byens borgere vil ha svar før møtet på torsdag, sier ordføreren.",
    "sq": "Kryetari i bashkisë tha se ura do të mbyllet të hënën, dhe she e the që them se uji është i pastër.",
    "de": "»That was what they said«, zitierte der Sender den Minister, der am Dienstag zurücktrat und schwieg.",
    "fr": "Selon The Guardian et The New York Times, trois personnes ont été tuées mardi dans l'effondrement du pont.",
    "vi": "Thi truong noi rang cay cau se dong cua vao thu hai, that su la nhu the, va moi nguoi phai cho den thu sau.",
    "fy": "De boargemaster sei dat de brêge moandei ticht giet, om't der twa minsken ferwûne rekke binne.",
    "sv": "Bron stängs på måndag sedan två skadats, sade borgmästaren, och bandet The Who ställer in sin konsert.",
    "tr": "Belediye başkanı köprünün pazartesi günü kapanacağını söyledi, her gün binlerce kişi oradan geçiyor.",
}
"""With words that are small ones in English, too, and with English that is quoted."""


@pytest.mark.parametrize(("language", "text"), [*OTHERS.items(), *ONE_SENTENCE.items()])
def test_no_other_language_is_taken_for_english(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", [ENGLISH, SHORT])
def test_english_is_told_without_the_model(text: str) -> None:
    code = (
        "import sys; from twosource.articles.language import language_of;"
        f"assert language_of({text!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_short_english_is_told_by_the_model() -> None:
    assert language_of("Firefighters rescued twelve people from the burning warehouse on Tuesday.") == "en"


@pytest.mark.parametrize("text", ["", "12 345", "Ha!", "😀" * 400])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert language_of(text) == "und"
