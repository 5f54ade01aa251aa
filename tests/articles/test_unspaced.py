"""Reports in scripts that are written without spaces: a sentence is no single word there."""

import pytest

from tests.articles.made import plain, roles

CASES = [
    (
        "港口城市一座桥梁周一倒塌\n\n一座跨越河流的桥梁周一上午倒塌，造成三人死亡。\n\n警方表示，救援人员仍在搜寻失踪者。",
        ["headline", "lead", "body"],
    ),
    ("市长周一辞职。\n\n议会将在周五选出新市长。", ["lead", "body"]),
    (
        "港で橋が崩落、3人死亡\n\n月曜日の朝、港の橋が崩落し、3人が死亡した。\n\n警察は行方不明者を捜していると発表した。",
        ["headline", "lead", "body"],
    ),
    ("市長は「橋は来年建て替える」と述べた。\n\n工事は春に始まる予定だった。", ["lead", "body"]),
    ("สะพานถล่มริมแม่น้ำ\n\nสะพานข้ามแม่น้ำถล่มเมื่อเช้าวันจันทร์ ทำให้มีผู้เสียชีวิตสามคน", ["headline", "lead"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_short_report_is_read(text: str, expected: list[str]) -> None:
    assert [role for role, _ in roles(plain(text))] == expected


def test_the_headline_is_the_title_above_the_report_and_no_teaser_below_it() -> None:
    text = (
        "HOME\n\nサイトマップ\n\nお問い合わせ\n\n古い橋の改修が始まる！？\n\n2024.05.06\n\n"
        "市は今週、川にかかる古い橋の改修工事を始めたと発表した。工事は来年の春まで続く予定である。\n\n"
        "担当者によると、橋は五十年前に造られ、柱の一部にひびが見つかっていたという。\n\n"
        "関連記事\n\n「新しい橋」計画 －川のまちシリーズ\n\n港の歴史 －川のまちシリーズ\n\n人気記事"
    )
    assert dict(roles(plain(text)))["headline"] == "古い橋の改修が始まる！？"
