from training.language.labelled import Labelled
from training.language.sets.held import is_held


def _sentence(name: str, text: str) -> Labelled:
    return Labelled(set=name, genre="news", text=text, words=("x",))


def test_development_parts_are_held_as_a_whole_and_five_news_documents() -> None:
    assert is_held(_sentence("ewt-dev", "anything"))
    assert is_held(_sentence("gum-dev", "GUM_bio_byron"))
    assert is_held(_sentence("gum-train", "GUM_news_soccer"))
    assert not is_held(_sentence("gum-train", "GUM_news_korea"))
    assert not is_held(_sentence("own", "GUM_news_soccer"))
