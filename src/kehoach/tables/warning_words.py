"""What a plan's warnings say in Vietnamese: a sentence for each code, with the details of the English message.

The plan format has ``{code, message, span}`` with ``message`` in English; what is particular to a warning - a section,
an encoding, pages - stands in the message only and is taken from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.records import NamedTuple
from kehoach.tables.words import SECTIONS

_FIELDS = {
    "issuer": "cơ quan ban hành", "province": "tỉnh, thành phố", "signer": "người ký", "title": "trích yếu nội dung",
    "number": "số, ký hiệu",
}  # fmt: skip
_HINDRANCES = {
    "libraries to recognise them are missing": "thiếu thư viện nhận dạng",
    "Tesseract, which recognises them, is not installed": "chưa cài Tesseract",
    "Tesseract has no Vietnamese model": "Tesseract thiếu dữ liệu tiếng Việt",
}
_PAGES = r"pages? [\d, ]+"
_SOME_PAGES = (
    r"the text was recognised on (?P<some>\d+) of (?P<all>\d+) pages, with a mean confidence of (?P<text>\d+) percent"
)


class Sentence(NamedTuple):
    """What a warning says: ``general``, or ``vi`` with the groups of the English message that ``en`` matches."""

    general: str
    forms: tuple[tuple[str, str], ...] = ()


SENTENCES = {
    # the parser's
    "section-heading-missing": Sentence(
        "Thiếu đề mục; đọc theo nội dung.",
        ((r"no headings; read by content", "Kế hoạch không có đề mục; đọc theo nội dung."),
         (r"heading lost before this; read as (?P<section>\w+)", "Thiếu đề mục phía trước; đọc là phần “{section}”.")),
    ),
    "inferred": Sentence(
        "Không ghi ở phần đầu văn bản; lấy từ nội dung.",
        ((r"type: not printed, taken from the parts of the text",
          "Không ghi tên loại văn bản; suy ra từ các phần của văn bản."),
         (r"(?P<field>\w+): not in the letterhead, taken from the text",
          "Phần đầu văn bản không ghi {field}; lấy từ nội dung.")),
    ),
    "from-record": Sentence(
        "Văn bản không ghi; lấy từ phần thuộc tính của trang đăng văn bản.",
        ((r"(?P<field>\w+): taken from the catalogue record",
          "Văn bản không ghi {field}; lấy từ phần thuộc tính của trang đăng văn bản."),),
    ),
    "unplaced-text": Sentence("Đoạn này không thuộc phần nào của kế hoạch."),
    "row-torn": Sentence("Một dòng của bảng nhòe, rách, không đọc được."),
    "duty-without-agency": Sentence("Nhiệm vụ không nêu cơ quan thực hiện."),
    "facts-unread": Sentence(
        "Lỗi của kehoach: không đọc được một số thông tin của đoạn này.",
        ((r"a rule failed \((?P<text>.+)\), (?P<field>\w+) not read here; please report it",
          "Lỗi của kehoach ({text}): không đọc được {field} của đoạn này; xin báo lỗi."),),
    ),
    "amount-disagrees": Sentence(
        "Số tiền bằng số và bằng chữ khác nhau.",
        ((r"figures and words disagree: (?P<text>.+)", "Số tiền bằng số và bằng chữ khác nhau: {text}"),),
    ),
    "sum-mismatch": Sentence("Các khoản cộng lại không bằng tổng số."),
    "empty": Sentence("Văn bản không có chữ nào."),
    "no-plan": Sentence("Không thấy phần nào của một kế hoạch trong văn bản."),
    # the readers'
    "legacy-encoding": Sentence(
        "Văn bản dùng bảng mã cũ; chọn bảng mã khác bằng --encoding.",
        ((r"read as (?P<text>\S+); say another encoding with --encoding",
          "Đọc theo bảng mã {text}; chọn bảng mã khác bằng --encoding."),
         (r"letters of fonts from before Unicode were read as (?P<text>.+)",
          "Chữ dùng phông có trước Unicode, đọc theo bảng mã {text}.")),
    ),
    "lone-surrogates": Sentence("Ký tự Unicode bị khuyết một nửa đã được thay bằng U+FFFD."),
    "attachment": Sentence(
        "Đọc từ tệp đính kèm.", ((r"read from the attachment (?P<text>.+)", "Đọc từ tệp đính kèm {text}"),)
    ),
    "cut-short": Sentence("Tệp bị cắt giữa chừng; thiếu phần sau chỗ bị cắt."),
    "contents-left-out": Sentence("Đã bỏ mục lục."),
    "notes-left-out": Sentence(
        "Đã bỏ chú thích cuối trang, cuối văn bản.",
        ((r"footnotes and endnotes left out: (?P<text>\d+)", "Đã bỏ {text} chú thích cuối trang, cuối văn bản."),),
    ),
    "part-left-out": Sentence(
        "Không đọc được một phần nhúng trong tệp.",
        ((r"an embedded part could not be read: (?P<text>.+)", "Không đọc được một phần nhúng trong tệp: {text}"),),
    ),
    "symbol-left-out": Sentence(
        "Không đọc được một ký hiệu đặc biệt.",
        ((r"a symbol could not be read: (?P<text>.+)", "Không đọc được một ký hiệu đặc biệt: {text}"),),
    ),
    "read-by-ocr": Sentence(
        "Văn bản được nhận dạng từ ảnh.",
        ((rf"the text layer of (?P<pages>{_PAGES}) was recognised by another program",
          "Lớp chữ của {pages} do chương trình khác nhận dạng."),
         (r"the text was recognised, with a mean confidence of (?P<text>\d+) percent",
          "Văn bản được nhận dạng từ ảnh, độ tin cậy trung bình {text}%."),
         (rf"the text was recognised, with a mean confidence of (?P<text>\d+) percent; low on (?P<pages>{_PAGES})",
          "Văn bản được nhận dạng từ ảnh, độ tin cậy trung bình {text}%; thấp ở {pages}."),
         (_SOME_PAGES,
          "{some}/{all} trang được nhận dạng từ ảnh, độ tin cậy trung bình {text}%."),
         (rf"{_SOME_PAGES}; low on (?P<pages>{_PAGES})",
          "{some}/{all} trang được nhận dạng từ ảnh, độ tin cậy trung bình {text}%; thấp ở {pages}.")),
    ),
    "pages-not-read": Sentence(
        "Có trang chưa được nhận dạng.",
        ((rf"(?P<pages>{_PAGES}) hold pictures of text, which was not recognised",
          "Chữ trong ảnh ở {pages} chưa được nhận dạng."),
         (rf"(?P<pages>{_PAGES}) could not be recognised: (?P<hindrance>[^;]+); (?P<text>.+)",
          "Không nhận dạng được {pages}: {hindrance}; {text}")),
    ),
    "text-layer-broken": Sentence(
        "Lớp chữ của tệp không đọc được thành tiếng Việt.",
        ((rf"the text layer of (?P<pages>{_PAGES}) does not read as Vietnamese",
          "Lớp chữ của {pages} không đọc được thành tiếng Việt."),),
    ),
}  # fmt: skip
"""By code; texts that a message quotes stand at a sentence's end, without a full stop."""

_NAMES: dict[str, Callable[[str], str]] = {
    "section": lambda code: SECTIONS.get(code, code),
    "field": lambda code: _FIELDS.get(code, code),
    "hindrance": lambda words: _HINDRANCES.get(words, words),
    "pages": lambda words: re.sub("pages?", "trang", words),
}


def in_vietnamese(code: str, message: str) -> str:
    """A warning of a plan in Vietnamese; ``message`` itself where nothing is known of its code.

    >>> in_vietnamese("inferred", "issuer: not in the letterhead, taken from the text")
    'Phần đầu văn bản không ghi cơ quan ban hành; lấy từ nội dung.'
    >>> in_vietnamese("pages-not-read", "pages 3, 5 hold pictures of text, which was not recognised")
    'Chữ trong ảnh ở trang 3, 5 chưa được nhận dạng.'
    """
    if code not in SENTENCES:
        return message
    for en, vi in SENTENCES[code].forms:
        if match := re.fullmatch(en, message, re.DOTALL):
            return vi.format(**{name: _NAMES.get(name, str)(words) for name, words in match.groupdict().items()})
    return SENTENCES[code].general
