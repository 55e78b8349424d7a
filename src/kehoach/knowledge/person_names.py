"""Family names of Vietnam, in bare form: what tells a signer's name in capitals from an office's."""

from __future__ import annotations

from kehoach.folding import bare

FAMILY_NAMES = frozenset(
    "bach bui cam chau chu cu dam dang danh diep dinh do duong giang giap hau ho hoang hua huynh khau khong khuat"
    " khuc kieu kpa ksor lam le lieu lo lu luc luu ly ma mac mua nay ngan nghiem ngo nguyen ninh nong pham phan"
    " phung quach quang rahlan rcom rmah siu sung ta tang thach thai thao thieu tieu tong tran trieu trinh uong"
    " vang vi vo vuong".split()
)
_AMBIGUOUS = frozenset(
    "an ban bo cao dao dieu doan ha hoa la luong mai phu quan son to truong tu van vu".split()
)
"""Family names that offices, places or other words begin with, too; a middle name must follow."""
_MIDDLE_NAMES = frozenset(
    "anh ba bich cong dang dinh duc gia hai hoang hong huu khac kim manh minh my ngoc nhu phuong quang quoc si sy"
    " the thi thu tien trong tuan van viet vinh xuan".split()
)


def in_capitals(text: str) -> bool:
    """Whether a text in capitals is a person's name by its family name.

    >>> in_capitals("LÊ THỊ HOA"), in_capitals("ĐOÀN VĂN HẬU"), in_capitals("ĐOÀN THANH TRA"), in_capitals("SỞ Y TẾ")
    (True, True, False, False)
    """
    words = bare(text).split()
    if not 2 <= len(words) <= 5 or not all(map(str.isalpha, words)) or not text.isupper():
        return False
    if words[0] in _AMBIGUOUS:
        return len(words) > 2 and words[1] in _MIDDLE_NAMES
    return words[0] in FAMILY_NAMES
