"""Types of documents and the abbreviations of their numbers.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục III (types and their abbreviations in a number), Luật Ban hành văn bản
quy phạm pháp luật (legal documents), and the practice of the Party (Hướng dẫn 36-HD/VPTW: "35-NQ/TU").
"""

from __future__ import annotations

from kehoach.records import NamedTuple


class DocumentType(NamedTuple):
    """One type of document.

    ``symbols``: how a number says it ("QĐ" in ``12/QĐ-UBND``); ``spoken``: what stands for the word itself before a
    number ("QĐ số 12"); ``bare``: may be named by a number alone, without "số" and symbol ("Chỉ thị 11").
    ``example`` is found as one citation of this type, nothing in ``never`` is.
    """

    name: str
    symbols: tuple[str, ...]
    example: str
    spoken: tuple[str, ...] = ()
    bare: bool = False
    never: tuple[str, ...] = ()


TYPES: tuple[DocumentType, ...] = (
    DocumentType("Nghị quyết liên tịch", ("NQLT",), "Nghị quyết liên tịch số 12/2019/NQLT-CP-ĐCTUBTWMTTQVN"),
    DocumentType("Nghị quyết", ("NQ",), "Nghị quyết số 17-NQ/TU", ("NQ",), True,
                 ("Nghị quyết Đại hội Đảng bộ lần thứ XV", "nghị quyết chuyên đề 6 tháng đầu năm")),
    DocumentType("Nghị định", ("NĐ",), "Nghị định 71/2016/NĐ-CP", ("NĐ",), True, ("Nghị định thư Kyoto",)),
    DocumentType("Quyết định", ("QĐ",), "Quyết định số 2045/QĐ-UBND ngày 5/6/2019", ("QĐ",), True,
                 ("quyết định số lượng đại biểu", "Quyết định 3 nội dung sau", "quyết định thành lập Tổ công tác")),
    DocumentType("Quy định", ("QyĐ", "QĐi", "QĐ"), "Quy định số 61-QĐ/TU", (), False, ("quy định 3 mức hỗ trợ",)),
    DocumentType("Quy chế", ("QC", "QCPH"), "Quy chế số 04-QC/HU", (), False, ("Quy chế làm việc của Ban Chỉ đạo",)),
    DocumentType("Quy trình", ("QT",), "Quy trình số 21/QT-SYT", (), False, ("quy trình 5 bước",)),
    DocumentType("Chỉ thị", ("CT",), "Chỉ thị số 33/CT-TTg", ("CT",), True, ("Chỉ thị năm học mới",)),
    DocumentType("Kết luận", ("KL",), "Kết luận số 52-KL/TW ngày 7/6/2019", ("KL",), True, ("kết luận 3 nội dung",)),
    DocumentType("Kế hoạch liên tịch", ("KHLT",), "Kế hoạch liên tịch số 8/KHLT-CA-GDĐT"),
    DocumentType("Kế hoạch liên ngành", ("KHLN",), "Kế hoạch liên ngành số 81/KHLN-SYT-SNN"),
    DocumentType("Kế hoạch", ("KH",), "Kế hoạch số 31 /KH - UBND", ("KH",), False,
                 ("Kế hoạch 5 năm 2021 - 2025", "Kế hoạch năm 2024", "Kế hoạch số    /KH-UBND")),
    DocumentType("Chương trình hành động", ("CTHĐ", "CTr"), "Chương trình hành động số 18/CTHĐ-UBND"),
    DocumentType("Chương trình", ("CTr", "CTHĐ", "CTPH"), "Chương trình số 14-CTr/TU", (), False,
                 ("Chương trình 135", "Chương trình mục tiêu quốc gia")),
    DocumentType("Thông tư liên tịch", ("TTLT",), "Thông tư liên tịch số 9/2012/TTLT-BNV-BTC", ("TTLT",), True),
    DocumentType("Thông tư", ("TT",), "Thông tư số 18/2020/TT-BTC", ("TT",), True),
    DocumentType("Thông tri", ("TT",), "Thông tri số 7-TT/HU"),
    DocumentType("Thông báo", ("TB", "TBKL"), "Thông báo số 88/TB-VPCP", ("TB",), False,
                 ("thông báo số điện thoại đường dây nóng",)),
    DocumentType("Thông cáo", ("TC",), "Thông cáo số 2/TC-UBND"),
    DocumentType("Hướng dẫn liên ngành", ("HDLN",), "Hướng dẫn liên ngành số 45/HDLN-SYT-BHXH"),
    DocumentType("Hướng dẫn liên tịch", ("HDLT",), "Hướng dẫn liên tịch số 45/HDLT-SNV-STC"),
    DocumentType("Hướng dẫn", ("HD",), "Hướng dẫn số 19-HD/BTCTW", (), False, ("hướng dẫn 12 trường",)),
    DocumentType("Công văn", ("CV",), "Công văn số 410/SYT-NVY", ("CV",), True, ("công văn đến trong ngày",)),
    DocumentType("Công điện", ("CĐ",), "Công điện số 6/CĐ-TTg", (), False),
    DocumentType("Tờ trình", ("TTr",), "Tờ trình số 31/TTr-SNV", ("TTr",), False),
    DocumentType("Báo cáo", ("BC",), "Báo cáo số 77/BC-UBND", ("BC",), False, ("báo cáo 6 tháng", "Báo cáo quý I/2024")),
    DocumentType("Phương án", ("PA",), "Phương án số 15/PA-UBND", (), False, ("phương án 4 tại chỗ",)),
    DocumentType("Đề án", ("ĐA",), "Đề án số 3-ĐA/TU", (), False, ("Đề án 06", "Đề án phát triển du lịch")),
    DocumentType("Dự án", ("DA",), "Dự án số 2/DA-UBND", (), False, ("Dự án 7 thuộc Chương trình",)),
    DocumentType("Mệnh lệnh", ("ML",), "Mệnh lệnh số 1/ML-QK"),
    DocumentType("Lệnh", ("L",), "Lệnh số 8/2016/L-CTN", (), False, ("lệnh gọi nhập ngũ",)),
    DocumentType("Sắc lệnh", ("SL",), "Sắc lệnh số 14/SL"),
    DocumentType("Văn bản hợp nhất", ("VBHN",), "Văn bản hợp nhất số 6/VBHN-BYT"),
    DocumentType("Văn bản", (), "văn bản số 230/UBND-VX", (), False, ("văn bản chỉ đạo điều hành",)),
    DocumentType("Pháp lệnh", ("PL",), "Pháp lệnh số 4/2012/UBTVQH13"),
    DocumentType("Bộ luật", (), "Bộ luật số 45/2019/QH14"),
    DocumentType("Luật", (), "Luật số 11/2022/QH15", (), False, ("luật sư tư vấn", "Luật pháp quốc tế", "pháp luật")),
)  # fmt: skip
"""Longer names before those they begin with."""

BODIES: dict[str, str] = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "CTN": "Chủ tịch nước", "VPCP": "Văn phòng Chính phủ", "VPQH": "Văn phòng Quốc hội",
}  # fmt: skip
"""Bodies that the end of a number names beyond doubt, though the words may not be printed: ``NĐ-CP``, ``QĐ-TTg``."""

MINISTRIES = frozenset("CP TTg BTC BYT BNV BXD BCT BCA BQP BTP BNG NHNN TTCP".split())
"""Short abbreviations of those who sign for the government, which are told by what stands before them alone."""
SIGNERS = frozenset(
    "UBND HĐND UBTVQH TTLT TTLB BGDĐT BLĐTBXH BVHTTDL BVHTT BNNPTNT BNNMT BTNMT BTTTT BGTVT BKHCN BKHĐT BCĐTW BCĐTƯ BCĐTU"
    " SGDĐT SLĐTBXH SVHTTDL SVHTT SNNPTNT SNNMT STNMT STTTT SGTVT SKHCN SKHĐT BHXH TLĐLĐ TWĐTN VPCP VPQH KHCN KHĐT"
    " LĐTBXH VHTTDL NNPTNT GDĐT TNMT TTTT GTVT".split()
)
"""Abbreviations of who signs documents, or of what these are, from four letters on: a misread one is told by them."""
