"""Names of the sections of a plan: which words at the start of a heading say what stands below it.

Patterns match the *bare* form of a heading's part (lower case, no diacritics): what is left of a heading
after bad OCR, and what "MỤC ĐÍCH" and "Mục đích" share. Vietnamese puts the head noun first, so a part is judged by
its beginning: "Nội dung kiểm tra, giám sát" is about content, "Kiểm tra, giám sát" about reporting.
"""

from __future__ import annotations

from kehoach.records import NamedTuple


class Heading(NamedTuple):
    """``kind``: the section; ``pattern``: of the bare heading part; ``examples``/``others``: what it must and must not match."""

    kind: str
    pattern: str
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()


HEADINGS: tuple[Heading, ...] = (
    Heading("purpose", r"m[uụ]c d[ii]ch\b|y nghia\b", ("Mục đích", "Ý nghĩa", "MỤC ĐÍCH CHUNG"), ("Mục tiêu",)),
    Heading(
        "requirements",
        r"yeu c.u\b|quan diem\b|nguyen tac\b|phuong cham\b|tu tuong chi dao\b|quan triet\b",
        ("Yêu cầu", "Quan điểm chỉ đạo", "Nguyên tắc thực hiện"),
        ("Mục đích",),
    ),
    Heading(
        "objectives",
        r"(?:dinh huong )?m.{0,2}c ti.{1,2}[ou]\b|(?:cac )?chi tieu\b|ket qua (?:can dat|mong doi)\b|dau ra\b|tam nhin\b",
        ("Mục tiêu", "Mục tiêu tổng quát", "Kết quả mong đợi", "Tầm nhìn đến năm 2030", "Các chỉ tiêu chủ yếu", "Chỉ tiêu cụ thể", "Định hướng mục tiêu"),
        ("Mục đích", "Mục lục"),
    ),
    Heading(
        "scope",
        r"d.i tuong\b|pham vi\b|(?:moc )?thoi (?:gian|han|diem|ky|luong)\b(?! (?:bieu|khoa bieu|(?:gui |nop )?bao cao)\b)|dia (?:diem|ban)\b|thanh phan\b|chu de\b|thong diep\b|khau hieu\b|quy mo\b"
        r"|so luong(?=\W*$|\s*[,:;(]|\W+(?:va|co cau|thanh phan|dai bieu|nguoi|hoc vien|thanh vien|thi sinh|tham|doi|lop|hoc sinh)\b)"
        r"|ten goi\b|(?:lua tuoi|do tuoi|nien do)\b|don vi (?:dang cai|to chuc|tham gia)\b|ngay (?:bau cu|to chuc)\b|khach moi\b",
        ("Đối tượng", "Phạm vi điều chỉnh", "Thời gian, địa điểm", "Thành phần tham dự", "Chủ đề", "Địa bàn triển khai", "Mốc thời gian kiểm tra", "Số lượng, thành phần", "Số lượng đại biểu", "Lứa tuổi dự thi", "Niên độ kiểm tra"),
        ("Thời sự", "Mốc giới", "Số lượng cấp ủy viên", "Thời gian biểu trong ngày", "Thời gian báo cáo"),
    ),
    Heading(
        "situation",
        r"(?:khai quat |danh gia |nhan dinh )?(?:tinh hinh|thuc trang|hien trang|boi canh|dac diem)\b|ket qua (?:thuc hien|dat duoc|cong tac|nam|giai doan)\b"
        r"|su can thiet\b|(?:phan |loi )?mo dau\W*$|dat van de\b|(?:nhung )?(?:ton tai|han che|kho khan)\b|nguyen nhan\b|bai hoc\b|du bao\b|co so thuc tien\b|thuan loi\b"
        r"|dac diem\b|uu diem\b|danh gia (?:chung|ket qua)\b|khai quat\b|tong quan(?: ve)? (?:tinh hinh|thuc trang)\b"
        r"|ket qua (?!can|mong|du kien|phan dau|den).{0,40}\b(?:nam|vu \w{2,5}(?: nam)?|giai doan|nhiem ky) 20\d\d\b"
        r"|(?:phan tich |danh gia )?(?:moi truong|boi canh) ben (?:trong|ngoai)\b|phan tich (?:tinh hinh|moi truong|boi canh)\b"
        r"|gioi thieu (?:tong quat|tong quan|chung|khai quat|ve (?:nha )?truong)\b|(?:cac )?(?:diem (?:manh|yeu)|thoi co|thach thuc)\W*$",
        ("Môi trường bên trong", "Giới thiệu tổng quát về trường", "Điểm mạnh", "Phân tích môi trường", "Tình hình dịch bệnh", "Thực trạng", "Đánh giá thực trạng", "Sự cần thiết ban hành", "Kết quả thực hiện năm 2020",
         "Tổng quan về thực trạng rác thải", "Kết quả sản xuất vụ đông năm 2021", "Hiện trạng cấp nước", "Nhận định tình hình", "Đặt vấn đề", "Phần mở đầu"),
        ("Kết quả cần đạt", "Kết quả phấn đấu đến năm 2030", "Giới thiệu sản phẩm OCOP", "Môi trường, vệ sinh", "Mở đầu năm học"),
    ),
    Heading("basis", r"(?:cac |nhung )?can cu\b|co so (?:phap ly|(?:de )?xay dung)\b", ("Căn cứ pháp lý", "Cơ sở để xây dựng kế hoạch", "Căn cứ xây dựng kế hoạch"), ("Cơ sở vật chất",)),
    Heading(
        "duties",
        r"t.{1,2} ch.{1,3}c (?:th.{1,2}c hi.{1,2}n|trien khai|chi dao)\b|phan cong\b|trach nhiem\b|trien khai thuc hien\b|to chuc va phan cong\b"
        r"|nhiem vu (?:va trach nhiem )?(?:cua (?:cac )?|cac )(?:co quan|don vi|so|phong|ban|nganh)\b|nhiem vu cu the cua\b|giao nhiem vu\b|to chuc, (?:trien khai|phan cong|thuc hien|chi dao (?:viec )?thuc hien)\b"
        r"|chi dao(?:, | va )to chuc thuc hien\b|cong tac to chuc(?= thuc hien| trien khai|,? (?:va )?phan cong|\W*$)|chi dao thuc hien\b|thuc hien\b|(?:bien phap|giai phap) to chuc thuc hien\b|to chuc dieu hanh\b"
        r"|(?:don vi|co quan) (?:chu tri|thuc hien)\W*$",
        ("Tổ chức thực hiện", "Đơn vị chủ trì", "Phân công nhiệm vụ", "Trách nhiệm của các cơ quan, đơn vị", "TÔ CHỨC THỰC HIỆN", "Phân công chuẩn bị", "Biện pháp tổ chức thực hiện", "Tổ chức điều hành", "Tổ chức, chỉ đạo thực hiện", "Nhiệm vụ các cơ quan, đơn vị"),
        ("Nhiệm vụ trọng tâm", "Tổ chức bộ máy"),
    ),
    Heading(
        "funding",
        r"(?:nguon |du toan |khai toan |tong |tong nhu cau |(?:cong tac )?(?:bao|dam) bao |bao dam |phan bo |kinh phi va |che do )?k.nh ph.\b|von(?: dau tu| thuc hien)?\W*$|tong muc dau tu\b|nguon (?:von|luc|tai chinh|kinh phi)\b|du toan\b|tai chinh\b|ngan sach\b|kinh phi\b|nhu cau (?:kinh phi|von)\b|co che tai chinh\b",
        ("Kinh phí thực hiện", "Nguồn kinh phí", "Dự toán kinh phí", "Nguồn lực thực hiện", "Vốn", "Khái toán kinh phí", "Bảo đảm kinh phí", "Công tác đảm bảo kinh phí"),
        ("Kiểm tra", "Công tác bảo đảm an toàn", "Vốn hóa các công trình", "Tổng hợp kết quả"),
    ),
    Heading(
        "reporting",
        r"(?:thuc hien )?che do (?:thong tin,? )?(?:bao cao|thong tin|hop|giao ban|so ket|lam viec)\b|(?:cong tac )?(?:thong tin,? )?bao cao\b|theo doi\b|(?:cong tac )?(?:kiem tra|giam sat)\b"
        r"|(?:to chuc )?(?:so ket|tong ket)\b|danh gia(?:$|, | ket qua thuc hien| viec thuc hien)|(?:cong tac )?(?:thi dua|khen thuong)\b|don doc\b|thong ke\b|(?:thoi gian|thoi han) (?:bao cao|gui bao cao)\b",
        ("Chế độ báo cáo", "Kiểm tra, giám sát", "Sơ kết, tổng kết", "Theo dõi, đánh giá", "Công tác thi đua, khen thưởng", "Tổ chức tổng kết", "Thời gian báo cáo"),
        ("Nội dung kiểm tra",),
    ),
    Heading(
        "tasks",
        r"n?hiem v.\b|(?:cac |nhom |mot so |nhung )?(?:nhiem vu|giai phap|hoat dong|bien phap)\b|(?:cac )?n.i dung\b|bien phap\b|tien do\b|lo trinh\b|hinh thuc\b"
        r"|(?:phuong|cach) (?:phap|thuc|an)\b|quy trinh\b|trinh tu\b|cac buoc\b|ke hoach (?:trien khai|thuc hien|cu the|chi tiet|hanh dong)\b|chuong trinh\b|lich (?:trinh|kiem tra|cong tac|lam viec|to chuc)\b"
        r"|trong tam\b|co che\b|chinh sach\b|cong (?:viec|tac (?!to chuc(?: thuc hien| trien khai|,? (?:va )?phan cong|\W*$)|kiem tra|giam sat|thi dua|khen|thong tin|bao cao))|dinh huong\b|cach lam\b|phuong huong\b|the le\b|noi dung\b|khoi luong\b|danh muc\b"
        r"|(?:to chuc|ban hanh|xay dung|tang cuong|nang cao|day manh|trien khai)\b(?! thuc hien)",
        ("Nhiệm vụ và giải pháp", "Nội dung thực hiện", "Các nhiệm vụ trọng tâm", "Tiến độ thực hiện", "Hình thức kiểm tra", "Lịch trình", "Phương hướng, nhiệm vụ", "Kế hoạch hành động"),
        ("Tổ chức thực hiện",),
    ),
    # The second halves of names whose first half lies under a stain; nothing else is called so.
    Heading("purpose", r"d.ch,? yeu cau\W*$", ("ĐÍCH, YÊU CẦU",), ("Địch vận",)),
    Heading("tasks", r"vu(?:,| va)? giai phap\W*$", ("VỤ, GIẢI PHÁP", "VỤ VÀ GIẢI PHÁP"), ("Vụ đông",)),
    Heading("duties", r"chuc thuc hien\W*$", ("CHỨC THỰC HIỆN",), ("Chức năng, nhiệm vụ",)),
    Heading("funding", r"phi thuc hien\W*$", ("PHÍ THỰC HIỆN",), ("Phí và lệ phí", "Chi phí thực hiện")),
    Heading("reporting", r"do bao cao\W*$", ("ĐỘ BÁO CÁO",), ("Đo lường", "Độ bao phủ")),
)

KINDS = ("basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "duties", "funding", "reporting")
