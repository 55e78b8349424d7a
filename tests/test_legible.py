"""Which texts read as Vietnamese: what tells a sound text layer from a broken one."""

from __future__ import annotations

import pytest

from kehoach.readers.paged.legible import shares, sound

SOUND = [
    "Căn cứ Quyết định số 12/QĐ-TTg, Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung chủ yếu sau đây",
    "Tuyên truyền, khuyến khích nghiên cứu, chuyển giao khoa học; quy hoạch nghiệp vụ nguồn nước, huyện, phường, xoong",
    "Trồng cây",  # too little to say
    "12/5 34 56 78 90 | 100 | 200",
]
BROKEN = [
    "Uû ban nh©n d©n tØnh ban hµnh KÕ ho¹ch thùc hiÖn c¸c nhiÖm vô träng t©m n¨m 2010 nh­ sau, c¸c së ban ngµnh",
    "UBND tænh ban haønh Keá hoaïch thöïc hieän caùc nhieäm vuï troïng taâm naêm nhö sau, caùc sôû, ban, ngaønh cuøng",
    "Uy ban nhan dan tinh ban hanh Ke hoach thuc hien cac nhiem vu trong tam nam nay nhu sau cac so ban nganh",
    "Wkh surylqfldo frpplwwhh lvvxhv wkh sodq zlwk wkh iroorzlqj pdlq frqwhqwv iru wkh qhaw bhdu dqg dovr pruh",
    "\ufffd\ufffd \ufffd\ufffd\ufffd \ufffd\ufffd",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound(text: str) -> None:
    assert sound(text)


@pytest.mark.parametrize("text", BROKEN)
def test_broken(text: str) -> None:
    assert not sound(text)


def test_shares_count_words_of_letters() -> None:
    assert shares("") == (0, 0.0, 0.0)
    assert shares("Sở xzqk UBND 15") == (2, 0.5, 0.5)
