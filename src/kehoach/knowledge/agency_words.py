"""The words that agencies' names begin with and are made of, as rows. How they go on and end: :mod:`kehoach.knowledge.agency_ends`.

Each :class:`Head` is a way a name begins.  Its ``follow`` says what must come next for it to be a name:

* ``field``: a field of work ("Sở" + "Y tế"), a proper name ("Sở An toàn thực phẩm") or a number; never a bare verb;
* ``unit``: a place or a body it belongs to ("Thanh tra" + "tỉnh", "Văn phòng" + "Sở");
* ``whole``: nothing, it is a name in itself ("Công an", "Tỉnh đoàn"), a place may follow;
* ``open``: any words up to the verb ("các đơn vị có liên quan");
* ``name``: a person's name ("Đồng chí" + "Nguyễn Văn A");
* ``titled``: the same behind a degree or a rank, which may stand for something else: a family name must begin it.

Every row names itself once in ``example`` and, where it is easily mistaken, a counter-example in ``never``; a test runs
each row against both.
"""

from __future__ import annotations

from kehoach.records import NamedTuple

NAMED = frozenset({"name", "titled"})
"""What follows a head that a person's own name stands behind."""


class Head(NamedTuple):
    """A way a name begins; see the module's text for ``follow``."""

    words: str
    follow: str
    kind: str
    """organisation | group | person"""
    example: str
    level: str | None = None
    weak: bool = False
    """Counts as the one who is given a duty only where the duty is plain ("có trách nhiệm", or a verb behind it)."""
    never: str = ""
    """Text beginning with the same words that is no name; its word behind the head vetoes the head."""


def _rows(follow: str, kind: str, text: str, *, level: str | None = None, weak: bool = False) -> tuple[Head, ...]:
    """Rows ``words = example ! counter-example | ...``; the example is optional where the words are one."""
    rows = []
    for row in text.replace("\n", " ").split("|"):
        row, _, never = row.partition("!")
        words, _, example = row.partition("=")
        for one in words.split("/"):
            rows.append(Head(one.strip(), follow, kind, example.strip() or one.strip(), level, weak, never.strip()))
    return tuple(rows)


HEADS: tuple[Head, ...] = (
    # bodies named after their field of work
    *_rows("field", "organisation", "sở = Sở Y tế ! Sở hữu trí tuệ", level="province"),
    *_rows("field", "organisation", """
        bộ = Bộ Tài chính ! Bộ tiêu chí số 2 | tổng cục = Tổng cục Thủy lợi |
        vụ = Vụ Pháp chế ! Vụ Đông Xuân""", level="central"),
    *_rows("field", "organisation", """
        phòng = Phòng Tư pháp ! Phòng chống thiên tai | cục = Cục Thống kê ! Cục bộ một số nơi |
        chi cục = Chi cục Kiểm lâm | ban = Ban Dân tộc ! Ban hành kế hoạch |
        trung tâm/tt = Trung tâm Khuyến nông ! Trung tâm của huyện |
        viện = Viện Nghiên cứu lúa ! Viện trợ nhân đạo | hội = Hội Nông dân ! Hội nghị tổng kết |
        liên đoàn = Liên đoàn Lao động | liên minh = Liên minh Hợp tác xã | hiệp hội = Hiệp hội Du lịch |
        liên hiệp hội = Liên hiệp Hội Khoa học và Kỹ thuật | liên hiệp các = Liên hiệp các Hội Văn học Nghệ thuật |
        đoàn = Đoàn Thanh niên ! Đoàn kết thống nhất | quỹ = Quỹ Bảo vệ môi trường ! Quỹ đất sạch |
        công ty = Công ty Cấp nước ! Công ty có 20 công nhân | công ty cổ phần/công ty tnhh = Công ty cổ phần Cấp nước |
        tổng công ty = Tổng công ty Điện lực | tập đoàn = Tập đoàn Dầu khí |
        ngân hàng = Ngân hàng Chính sách xã hội | hợp tác xã/htx = Hợp tác xã Tân Tiến |
        doanh nghiệp tư nhân = Doanh nghiệp tư nhân Hòa Phát | nhà máy = Nhà máy Đạm ! Nhà máy đã vận hành |
        xí nghiệp = Xí nghiệp Môi trường | phân xưởng = Phân xưởng Cơ khí | khoa = Khoa Nội ! Khoa học công nghệ |
        bệnh viện/bv = Bệnh viện Đa khoa ! Bệnh viện đã được nâng cấp |
        trường = Trường Cao đẳng nghề ! Trường hợp đặc biệt | trạm = Trạm Y tế ! Trạm biến áp quá tải |
        đài = Đài Phát thanh và Truyền hình ! Đài tưởng niệm liệt sĩ | báo = Báo Nhân dân ! Báo cáo kết quả |
        tạp chí = Tạp chí Cộng sản | đại học = Đại học Huế ! Đại học và sau đại học |
        học viện = Học viện Nông nghiệp | đội = Đội Quản lý thị trường số 2 ! Đội ngũ giáo viên |
        tổ = Tổ công tác ! Tổ chức hội nghị | đồn = Đồn Biên phòng ! Đồn đại trong dân | hạt = Hạt Kiểm lâm ! Hạt giống lúa | vườn quốc gia = Vườn Quốc gia Ba Bể |
        hải đội = Hải đội 2 | vùng cảnh sát biển = Vùng Cảnh sát biển 2 | tòa soạn = Tòa soạn Tạp chí Y học | ban chỉ huy = Ban Chỉ huy phòng, chống thiên tai | trung ương hội = Trung ương Hội Nông dân | trung ương đoàn = Trung ương Đoàn Thanh niên | ngành = Ngành Y tế ! Ngành nghề nông thôn | chi nhánh = Chi nhánh Ngân hàng |
        hội đồng = Hội đồng giám sát xổ số ! Hội đồng của huyện | tiểu ban = Tiểu ban Hậu cần | ban quản trị = Ban Quản trị nhà chung cư |
        công đoàn = Công đoàn Công ty | nhà xuất bản = Nhà xuất bản Trẻ | câu lạc bộ/clb = Câu lạc bộ Thơ | bảo tàng = Bảo tàng tỉnh |
        thư viện = Thư viện tỉnh | điện lực = Điện lực Tam Nông | văn phòng = Văn phòng Đăng ký đất đai ! Văn phòng phẩm |
        lực lượng = Lực lượng Cảnh sát giao thông ! Lực lượng lao động | khối = Khối Thi đua ! Khối lượng công việc |
        khu quản lý/ban quản lý/bql = Ban Quản lý dự án | tiểu đoàn = Tiểu đoàn 3 | trung đoàn = Trung đoàn 88 |
        nhà hát = Nhà hát Chèo tỉnh | nhà khách = Nhà khách Tỉnh ủy | cảng vụ = Cảng vụ Hàng hải Nghệ An | cảng hàng không = Cảng hàng không Pleiku |
        khu bảo tồn = Khu bảo tồn thiên nhiên Kim Hỷ | khu di tích = Khu di tích Tân Trào | bến xe = Bến xe Trung tâm | trại giam = Trại giam Xuân Hà |
        trại tạm giam = Trại tạm giam số 2 | cơ sở cai nghiện = Cơ sở cai nghiện ma túy tỉnh | phân viện = Phân viện Chăn nuôi | phân hiệu = Phân hiệu Đại học Thái Nguyên |
        lâm trường = Lâm trường Con Cuông | đại đội = Đại đội 1 | trung đội = Trung đội Dân quân cơ động |
        sư đoàn = Sư đoàn 9 | lữ đoàn = Lữ đoàn 101 | quân khu = Quân khu 4 | quân đoàn = Quân đoàn 34"""),
    # bodies that need the unit they belong to
    *_rows("unit", "organisation", """
        thanh tra = Thanh tra tỉnh ! Thanh tra việc chấp hành | văn phòng/vp = Văn phòng UBND tỉnh ! Văn phòng làm việc |
        thường trực = Thường trực HĐND xã ! Thường trực tại chỗ | cơ quan thường trực ban/cơ quan thường trực của ban = Cơ quan Thường trực Ban Chỉ đạo | chính quyền = Chính quyền địa phương ! Chính quyền số |
        cơ quan = Cơ quan Ủy ban Mặt trận Tổ quốc xã ! Cơ quan nào chậm | mặt trận = Mặt trận xã ! Mặt trận nào cũng có |
        quân sự = Quân sự xã | tòa án = Tòa án khu vực 3 | viện kiểm sát = Viện kiểm sát tỉnh |
        kiểm sát = Kiểm sát khu vực 2 | biên phòng = Biên phòng tỉnh | hải quan = Hải quan khu vực VI ! Hải quan điện tử |
        thuế = Thuế tỉnh ! Thuế thu nhập | kiểm toán = Kiểm toán Nhà nước | thống kê = Thống kê tỉnh ! Thống kê số liệu |
        đảng đoàn = Đảng đoàn Hội đồng nhân dân tỉnh | y tế các = Y tế các Bộ, ngành | ban cán sự đảng = Ban cán sự đảng UBND tỉnh |
        liên đội = Liên đội trường | bộ phận = Bộ phận Một cửa ! Bộ phận nhỏ nhân dân |
        đảng bộ = Đảng bộ xã | chi bộ = Chi bộ thôn | chi đoàn = Chi đoàn Công an xã | chi hội = Chi hội Phụ nữ thôn |
        đội tuyển = Đội tuyển tỉnh"""),
    # bodies whose name needs nothing more
    *_rows("whole", "organisation", """
        ủy ban nhân dân/ubnd = UBND xã | cảnh sát biển = Cảnh sát biển | hội đồng nhân dân/hđnd = HĐND huyện | thường trực ủy ban = Thường trực Ủy ban MTTQ |
        ban thường trực = Ban Thường trực Ủy ban MTTQ Việt Nam xã | ban thường vụ = Ban Thường vụ Huyện ủy |
        ban chấp hành = Ban Chấp hành Đoàn trường | ban chấp hành công đoàn/bch công đoàn = Ban Chấp hành Công đoàn | bch đoàn/bch chi đoàn/bch hội = BCH Đoàn trường | ủy ban mặt trận tổ quốc/ubmttq/ub mttq/mttq/mặt trận tổ quốc = MTTQ xã | ubmttqvn/ub mttqvn/mttqvn = UBMTTQVN huyện |
        ủy ban mttq = Ủy ban MTTQ huyện | ủy ban bầu cử = Ủy ban bầu cử xã | ủy ban kiểm tra/ubkt = Ủy ban Kiểm tra Huyện ủy |
        ủy ban dân tộc = Ủy ban Dân tộc | ủy ban thường vụ quốc hội = Ủy ban Thường vụ Quốc hội | quốc hội = Quốc hội |
        chính phủ = Chính phủ | văn phòng chính phủ = Văn phòng Chính phủ | thanh tra chính phủ = Thanh tra Chính phủ |
        văn phòng hội đồng nhân dân/văn phòng hđnd/vp hđnd = Văn phòng HĐND và UBND xã |
        văn phòng ủy ban nhân dân/văn phòng ubnd/vp ubnd = Văn phòng UBND huyện |
        công an = Công an tỉnh | công an nhân dân = Công an nhân dân | công an các = Công an các đơn vị, địa phương |
        bộ chỉ huy quân sự/bchqs/bch quân sự/ban chỉ huy quân sự/bộ chqs/ban chqs = Ban Chỉ huy Quân sự xã |
        bộ chỉ huy bộ đội biên phòng/bộ chỉ huy biên phòng/bộ chỉ huy bđbp/bộ đội biên phòng/ban chỉ huy bộ đội biên phòng = Bộ đội Biên phòng tỉnh |
        ban chỉ huy phòng thủ khu vực = Ban Chỉ huy phòng thủ khu vực 2 | bộ tư lệnh = Bộ Tư lệnh Thủ đô |
        bộ đội = Bộ đội Biên phòng | bộ chính trị = Bộ Chính trị | ban bí thư = Ban Bí thư |
        tỉnh ủy/thành ủy/huyện ủy/quận ủy/thị ủy = Tỉnh ủy | đảng ủy = Đảng ủy xã | chi ủy = Chi ủy | đảng ủy khối = Đảng ủy Khối |
        tỉnh đoàn/thành đoàn/huyện đoàn/quận đoàn/thị đoàn = Tỉnh đoàn |  xã đoàn = Xã đoàn | đoàn xã/đoàn phường = Đoàn xã | đoàn trường = Đoàn trường |
        viện kiểm sát nhân dân/viện ksnd/vksnd/vksnd = Viện Kiểm sát nhân dân tỉnh | tòa án nhân dân/tand = Tòa án nhân dân huyện |
        viện kiểm sát nhân dân cấp cao = Viện kiểm sát nhân dân cấp cao | tòa án nhân dân cấp cao = Tòa án nhân dân cấp cao |
        ban điều hành = Ban điều hành Chương trình | ban đại diện hội đồng quản trị = Ban đại diện Hội đồng quản trị |
        ban đại diện hội đồng quản trị ngân hàng chính sách xã hội/ban đại diện hđqt ngân hàng chính sách xã hội/ban đại diện hđqt nhcsxh = Ban đại diện Hội đồng quản trị Ngân hàng Chính sách xã hội tỉnh |
        cảng vụ hàng không/cảng vụ hàng hải = Cảng vụ hàng không | ban quản lý rừng phòng hộ/bql rừng phòng hộ = Ban Quản lý rừng phòng hộ huyện |
        ban giám sát đầu tư của cộng đồng = Ban Giám sát đầu tư của cộng đồng xã |
        viện kiểm sát nhân dân tối cao/vksnd tối cao/vksndtc = Viện kiểm sát nhân dân tối cao |
        tòa án nhân dân tối cao/tand tối cao/tandtc = Tòa án nhân dân tối cao |
        kho bạc nhà nước/kho bạc/kbnn = Kho bạc Nhà nước | bảo hiểm xã hội/bhxh = Bảo hiểm xã hội tỉnh ! Bảo hiểm xã hội tự nguyện |
        ngân hàng nhà nước/nhnn = Ngân hàng Nhà nước | ngân hàng chính sách xã hội/nhcsxh/ngân hàng csxh = Ngân hàng Chính sách xã hội |
        bưu điện = Bưu điện tỉnh | viễn thông = Viễn thông tỉnh | vnpt = VNPT Lào Cai | viettel = Viettel Lào Cai | mobifone = MobiFone tỉnh |
        thông tấn xã việt nam = Thông tấn xã Việt Nam | kiểm toán nhà nước = Kiểm toán Nhà nước |
        hạt kiểm lâm = Hạt Kiểm lâm | cục thuế/chi cục thuế = Chi cục Thuế | cdc = CDC tỉnh | cục thống kê/chi cục thống kê = Cục Thống kê |
        đoàn đại biểu quốc hội/đoàn đbqh = Đoàn đại biểu Quốc hội tỉnh | đoàn luật sư = Đoàn Luật sư tỉnh |
        đoàn thanh niên/đoàn tn/đtn/đoàn tncs/đoàn thanh niên cộng sản = Đoàn Thanh niên | hội liên hiệp phụ nữ/hội lhpn/hội phụ nữ/lhpn = Hội LHPN xã |
        hội lhtn/hội liên hiệp thanh niên = Hội LHTN | hội nông dân/hnd = Hội Nông dân | hội cựu chiến binh/hội ccb/ccb = Hội CCB xã |
        hội người cao tuổi/hội nct = Hội Người cao tuổi | hội chữ thập đỏ/hội ctđ = Hội Chữ thập đỏ | hội khuyến học = Hội Khuyến học |
        hội luật gia = Hội Luật gia | hội cựu thanh niên xung phong = Hội Cựu thanh niên xung phong | hội đông y = Hội Đông y |
        đội tntp/đội thiếu niên tiền phong = Đội TNTP | liên đoàn lao động/lđlđ = Liên đoàn Lao động tỉnh |
        ban giám hiệu/bgh = Ban Giám hiệu nhà trường | ban giám đốc/bgđ = Ban Giám đốc Sở | ban lãnh đạo = Ban lãnh đạo Bệnh viện | ban chỉ đạo/bcđ = Ban Chỉ đạo xã | ban chỉ đạo vận động hiến máu tình nguyện/bcđ vận động hiến máu tình nguyện = Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh | ban tổ chức/btc = Ban Tổ chức hội thi |
        ban công tác mặt trận/ban ctmt = Ban công tác Mặt trận thôn | ban nhân dân = Ban nhân dân ấp | ban tuyên giáo = Ban Tuyên giáo Tỉnh ủy |
        ban dân tộc = Ban Dân tộc | ban dân vận = Ban Dân vận Huyện ủy | ban nội chính = Ban Nội chính Tỉnh ủy | ban bầu cử = Ban bầu cử số 2 |
        ban đại diện cha mẹ học sinh/ban đdcmhs = Ban đại diện cha mẹ học sinh | ban phát triển thôn = Ban phát triển thôn |
        ban an toàn giao thông/ban atgt = Ban An toàn giao thông huyện | ban quản lý các = Ban Quản lý các khu công nghiệp |
        ban quản lý dự án = Ban Quản lý dự án huyện | ban giám sát = Ban giám sát cộng đồng | ban biên tập = Ban Biên tập |
        tổ bầu cử = Tổ bầu cử số 4 | tổ công nghệ số cộng đồng = Tổ công nghệ số cộng đồng | tổ chuyên môn = Tổ chuyên môn |
        tổ công tác = Tổ công tác | tổ hòa giải = Tổ hòa giải | tổ bảo vệ an ninh/tổ bảo vệ an ninh, trật tự = Tổ bảo vệ an ninh, trật tự ở cơ sở |
        tổ dân phố = Tổ dân phố 3 | tổ văn phòng = Tổ Văn phòng | tổ giúp việc = Tổ giúp việc | tổ thư ký = Tổ thư ký |
        trung tâm y tế/ttyt = Trung tâm Y tế huyện | trung tâm kiểm soát bệnh tật = Trung tâm Kiểm soát bệnh tật tỉnh |
        trung tâm dịch vụ nông nghiệp/ttdvnn = Trung tâm Dịch vụ nông nghiệp | trung tâm bồi dưỡng chính trị = Trung tâm bồi dưỡng chính trị |
        trung tâm chính trị = Trung tâm Chính trị huyện | trung tâm học tập cộng đồng = Trung tâm học tập cộng đồng |
        trung tâm phục vụ hành chính công = Trung tâm Phục vụ hành chính công |
        trung tâm dịch vụ việc làm = Trung tâm Dịch vụ việc làm |
        trung tâm khuyến nông = Trung tâm Khuyến nông | bệnh viện đa khoa/bvđk = Bệnh viện đa khoa tỉnh | trạm y tế/tyt = Trạm Y tế | trạm thú y = Trạm Thú y | trạm khuyến nông = Trạm Khuyến nông |
        trạm bvtv/trạm bảo vệ thực vật = Trạm BVTV | đài truyền thanh = Đài Truyền thanh xã | đài phát thanh = Đài Phát thanh tỉnh | đài ptth = Đài PTTH |
        đài khí tượng thủy văn = Đài Khí tượng thủy văn | báo và đài/báo, đài = Báo và Đài Phát thanh, Truyền hình |
        báo và phát thanh, truyền hình/báo và phát thanh - truyền hình/báo và phát thanh truyền hình/báo và phát thanh và truyền hình/báo và ptth = Báo và Phát thanh, truyền hình tỉnh |
        trường thpt/trường thcs/trường th/trường mầm non/trường tiểu học/trường trung học/trường mn = Trường THCS Nguyễn Du |
        trường phổ thông/trường ptdtnt/trường ptdtbt = Trường Phổ thông Dân tộc nội trú | trường chính trị = Trường Chính trị tỉnh |
        bộ phận một cửa = Bộ phận Một cửa | hội đồng thi đua = Hội đồng Thi đua | hội đồng nghĩa vụ quân sự/hội đồng nvqs/hội đồng khám sức khỏe/hội đồng tuyển sinh/hội đồng y khoa/hội đồng bồi thường/hội đồng tư vấn thuế/hội đồng xét tuyển/hội đồng kỷ luật = Hội đồng nghĩa vụ quân sự xã | agribank/vietinbank/vietcombank/bidv = Agribank Chi nhánh tỉnh | hợp tác xã dịch vụ nông nghiệp/htx dịch vụ nông nghiệp/htx dvnn = HTX dịch vụ nông nghiệp Tân Hòa | hội đồng trường = Hội đồng trường |
        hội đồng giáo dục quốc phòng và an ninh = Hội đồng giáo dục quốc phòng và an ninh | dân quân/lực lượng dân quân = Dân quân xã | đoàn kiểm tra liên ngành/tổ kiểm tra liên ngành/đội kiểm tra liên ngành/đoàn liên ngành/tổ liên ngành = Đoàn kiểm tra liên ngành | nhà thiếu nhi = Nhà Thiếu nhi | nhà văn hóa = Nhà Văn hóa Thanh niên |
        hội đồng phối hợp phổ biến, giáo dục pháp luật = Hội đồng phối hợp phổ biến, giáo dục pháp luật | lực lượng bảo vệ an ninh/lực lượng bảo vệ an ninh, trật tự/lực lượng bảo vệ an ninh trật tự = Lực lượng bảo vệ an ninh, trật tự ở cơ sở |
        cơ quan cảnh sát điều tra/cơ quan csđt = Cơ quan Cảnh sát điều tra | phòng giao dịch = Phòng giao dịch Ngân hàng Chính sách xã hội | thi hành án dân sự = Thi hành án dân sự tỉnh |
        cơ sở cai nghiện/cơ sở cai nghiện ma túy = Cơ sở cai nghiện ma túy tỉnh | bưu điện văn hóa = Bưu điện văn hóa xã |
        đội tình nguyện = Đội tình nguyện | đội dân quân = Đội dân quân | liên hiệp các tổ chức = Liên hiệp các tổ chức hữu nghị tỉnh | cảnh sát = Cảnh sát khu vực |
        cảnh sát giao thông = Cảnh sát giao thông tỉnh | cảnh sát môi trường = Cảnh sát môi trường | cảnh sát cơ động = Cảnh sát cơ động tỉnh |
        cảnh sát phòng cháy và chữa cháy/cảnh sát phòng cháy, chữa cháy/cảnh sát pccc = Cảnh sát phòng cháy và chữa cháy tỉnh | chủ đầu tư = Chủ đầu tư"""),
    *_rows("whole", "organisation", "đoàn kiểm tra = Đoàn kiểm tra | đoàn giám sát = Đoàn giám sát | đoàn thanh tra = Đoàn thanh tra | "
           "đoàn công tác = Đoàn công tác | tổ kiểm tra = Tổ kiểm tra | nhà trường = Nhà trường | gia đình = Gia đình | "
           "tổ giám sát = Tổ giám sát | địa phương = Địa phương | hai sở = Hai Sở | hai bên = Hai bên", weak=True),
    # groups
    *_rows("open", "group", """
        các sở = Các sở, ban, ngành ! Các số liệu | các ban = Các ban, ngành | các ngành = Các ngành ! Các ngành nghề | các bộ = Các Bộ ! Các bộ tiêu chí |
        các đơn vị = Các đơn vị liên quan ! Các đơn vị bầu cử được chia | các cơ quan = Các cơ quan ! Các cơ quan nào | các phòng = Các phòng, ban | các địa phương = Các địa phương |
        các huyện = Các huyện, thành phố | các xã = Các xã, phường | các phường = Các phường | các thị xã = Các thị xã | các thành phố = Các thành phố |
        các tỉnh = Các tỉnh | các quận = Các quận | các thôn/các bản/các ấp/các khóm/các khu phố/các tổ dân phố/các buôn/các khối = Các thôn |
        các trường = Các trường tiểu học ! Các trường hợp | các đoàn thể = Các đoàn thể | các hội = Các hội đặc thù ! Các hội nghị | các trung tâm = Các trung tâm |
        các bệnh viện = Các bệnh viện | các trạm = Các trạm y tế ! Các trạm biến áp | các chi cục = Các chi cục | các cục = Các Cục | các vụ = Các Vụ ! Các vụ án | các viện = Các viện | các viện nghiên cứu = Các Viện nghiên cứu |
        các khoa = Các khoa, phòng ! Các khoá học | các tổ chuyên môn = Các tổ chuyên môn | các tổ công tác = Các tổ công tác |
        các chi bộ = Các chi bộ | các đảng bộ = Các đảng bộ | các đảng ủy = Các đảng ủy | các huyện ủy = Các huyện ủy | các cấp ủy/cấp ủy = Cấp ủy các cấp |
        các ban đảng = Các ban Đảng | các phân xưởng = Các phân xưởng | các phòng ban = Các phòng ban | các đội = Các đội ! Các đội tuyển bóng đá |
        các ban quản lý/các bql = Các ban quản lý chợ | các chủ đầu tư = Các chủ đầu tư | các nhà trường = Các nhà trường | các chi đoàn = Các chi đoàn |
        các cơ sở giáo dục = Các cơ sở giáo dục | các cơ sở y tế = Các cơ sở y tế | các cơ sở = Các cơ sở sản xuất | các doanh nghiệp = Các doanh nghiệp |
        các công ty = Các công ty | các ngân hàng = Các ngân hàng | các khách hàng = Các khách hàng | các hợp tác xã/các htx = Các hợp tác xã | các tổ chức chính trị = Các tổ chức chính trị - xã hội |
        các tổ chức đoàn thể = Các tổ chức đoàn thể | các tổ chức thành viên = Các tổ chức thành viên | các tổ chức xã hội = Các tổ chức xã hội |
        các tổ chức hội = Các tổ chức hội ! Các tổ chức hội nghị | các tổ chức đảng = Các tổ chức đảng | các tổ chức tín dụng = Các tổ chức tín dụng |
        các tổ chức cơ sở = Các tổ chức cơ sở đảng | các tổ chức công đoàn = Các tổ chức công đoàn | các đồn = Các đồn biên phòng |
        các công đoàn = Các công đoàn cơ sở | các phòng chức năng = Các phòng chức năng | các chi hội = Các chi hội | các chi nhánh = Các chi nhánh |
        các lực lượng = Các lực lượng chức năng | gvcn/các gvcn/gvbm/gv bộ môn/gv chủ nhiệm = GVCN các lớp | các đài = Các đài truyền thanh | các báo = Các báo ! Các báo cáo | các sở ngành = Các sở ngành |
        các chủ rừng = Các chủ rừng | chủ các = Chủ các cơ sở kinh doanh | các chủ đầu tư = Các chủ đầu tư | các chủ cơ sở = Các chủ cơ sở sản xuất | các chủ hộ = Các chủ hộ kinh doanh | các bên = Các bên liên quan | các cấp công đoàn = Các cấp công đoàn | các cấp hội = Các cấp Hội | các cấp bộ đoàn = Các cấp bộ Đoàn | các thành viên = Các thành viên Ban Chỉ đạo |
        các khu dân cư = Các khu dân cư | các khu = Các khu bảo tồn ! Các khu vực miền núi | các ban chỉ đạo = Các Ban Chỉ đạo | các ủy ban = Các Ủy ban | các tòa soạn = Các tòa soạn | các đơn vị trực thuộc = Các đơn vị trực thuộc |
        toàn thể = Toàn thể cán bộ | tất cả các = Tất cả các đơn vị | sở, ban, ngành = Sở, ban, ngành tỉnh | sở, ngành = Sở, ngành | ban, ngành = Ban, ngành | phòng, ban = Phòng, ban |
        đoàn thể = Đoàn thể các cấp | khối đảng = Khối Đảng | tổ chức thành viên = Tổ chức thành viên | tổ chức chính trị = Tổ chức chính trị - xã hội |
        đảng đoàn các = Đảng đoàn các tổ chức chính trị - xã hội | cấp huyện/cấp xã/cấp tỉnh = Cấp xã"""),
    *_rows("open", "group", """
        các tổ chức = Các tổ chức, cá nhân | tổ chức = Tổ chức, cá nhân | cá nhân = Cá nhân | các cá nhân = Các cá nhân | cơ quan = Cơ quan chuyên môn | đơn vị = Đơn vị liên quan |
        cơ sở = Cơ sở kinh doanh | doanh nghiệp = Doanh nghiệp | các hộ = Các hộ gia đình | hộ gia đình = Hộ gia đình | người dân = Người dân | nhân dân = Nhân dân | các gia đình = Các gia đình |
        chủ cơ sở = Chủ cơ sở | chủ rừng = Chủ rừng | chủ hộ = Chủ hộ | chủ phương tiện = Chủ phương tiện | học sinh = Học sinh | cha mẹ học sinh/cmhs/phụ huynh = Cha mẹ học sinh |
        nhà thầu = Nhà thầu | đơn vị tư vấn/các đơn vị tư vấn/đơn vị thi công/các đơn vị thi công = Đơn vị tư vấn | lực lượng = Lực lượng chức năng | các đoàn kiểm tra = Các đoàn kiểm tra | các đoàn = Các đoàn | các tổ = Các tổ | các nhóm = Các nhóm | các nhà = Các nhà mạng |
        phòng chuyên môn = Phòng chuyên môn | phòng nghiệp vụ = Phòng nghiệp vụ Công an tỉnh | ngành chức năng = Ngành chức năng | các lớp = Các lớp | các điểm = Các điểm bưu điện |
        xã = Xã, phường | thôn/bản/ấp = Thôn""", weak=True),
    *_rows("open", "person", "tổ trưởng/tổ phó/nhóm trưởng/khối trưởng = Tổ trưởng", weak=True),
    # persons and posts
    Head("đ/c", "name", "person", "Đ/c Lê Văn B"),
    Head("đ.c", "name", "person", "Đ.c Lê Văn B"),
    Head("các đ/c", "open", "person", "Các đ/c trong Ban Chỉ đạo"),
    *_rows("name", "person", "đồng chí = Đồng chí Lê Văn B ! Đồng chí hướng cách mạng | ông = Ông Lê Văn B ! Ông bà, cha mẹ | bà = Bà Lê Thị C ! Bà con nhân dân | "
           "thầy/thầy giáo/cô/cô giáo = Thầy Trần Văn D ! Thầy thuốc ưu tú | anh = Anh Lê Văn B ! Anh hùng lao động | chị = Chị Lê Thị C ! Chị em phụ nữ"),
    *_rows("titled", "person", """
        bác sĩ = Bác sĩ Lê Văn B ! Bác sĩ gia đình | dược sĩ = Dược sĩ Lê Thị C ! Dược sĩ đại học | kỹ sư = Kỹ sư Lê Văn B ! Kỹ sư xây dựng | thạc sĩ = Thạc sĩ Lê Văn B ! Thạc sĩ kinh tế | tiến sĩ = Tiến sĩ Lê Văn B |
        bs/bscki/bsckii/bs.cki/bs.ckii/bs.ck1/bs.ck2/bsck1/bsck2/ths.bs/bs.ths/ts.bs = BS. Lê Văn B ! BS 9001 | ds/dscki/dsckii/ds.cki/ds.ckii = DS. Lê Thị C ! DS học sinh | ths/ts/pgs/gs/pgs.ts/gs.ts/tskh = ThS. Lê Văn B ! TS Mầm non |
        cn/cnđd/ks = CN. Lê Văn B ! CN Văn phòng | thiếu tướng/đại tá/thượng tá/trung tá/thiếu tá/đại úy/thượng úy/trung úy/thiếu úy = Đại tá Lê Văn B ! Đại tá công an"""),
    *_rows("open", "person", """
        các đồng chí = Các đồng chí đảng ủy viên | hiệu trưởng = Hiệu trưởng | phó hiệu trưởng/pht = Phó Hiệu trưởng | giám đốc = Giám đốc Sở Y tế | phó giám đốc = Phó Giám đốc |
        tổng giám đốc = Tổng Giám đốc | viện trưởng = Viện trưởng | cục trưởng = Cục trưởng | chi cục trưởng = Chi cục trưởng | vụ trưởng = Vụ trưởng | chánh văn phòng = Chánh Văn phòng | phó chánh văn phòng = Phó Chánh Văn phòng |
        chánh thanh tra = Chánh Thanh tra | chánh án/phó chánh án = Chánh án Tòa án nhân dân huyện | chánh tòa/các chánh tòa = Các Chánh tòa chuyên trách | thẩm phán/các thẩm phán = Các Thẩm phán | kiểm sát viên = Kiểm sát viên | trưởng phòng = Trưởng phòng Nội vụ | trưởng các = Trưởng các phòng | trưởng ban = Trưởng ban | phó trưởng ban/phó trưởng phòng/phó trưởng công an = Phó Trưởng ban | trưởng công an = Trưởng Công an xã | trưởng thôn/trưởng bản/trưởng ấp/trưởng khóm/trưởng khu phố/trưởng khu = Trưởng thôn |
        trưởng trạm = Trưởng Trạm Y tế | trưởng khoa = Trưởng khoa | trưởng đoàn = Trưởng đoàn | tổ trưởng tổ dân phố = Tổ trưởng tổ dân phố | tổ trưởng chuyên môn/ttcm = Tổ trưởng chuyên môn | các tổ trưởng = Các tổ trưởng |
        đội trưởng = Đội trưởng | cụm trưởng = Cụm trưởng các cụm thi đua | quản đốc = Quản đốc phân xưởng | chủ tịch = Chủ tịch UBND xã | phó chủ tịch/các phó chủ tịch = Phó Chủ tịch | bí thư = Bí thư chi bộ | phó bí thư = Phó Bí thư | chỉ huy trưởng = Chỉ huy trưởng |
        thủ trưởng = Thủ trưởng các đơn vị | người đứng đầu = Người đứng đầu các cơ quan | thành viên ban = Thành viên Ban Chỉ đạo | thành viên tổ = Thành viên Tổ công tác |
        các phó hiệu trưởng = Các Phó Hiệu trưởng | bộ trưởng = Bộ trưởng | thủ tướng = Thủ tướng Chính phủ | tổng phụ trách/tpt = Tổng phụ trách Đội | các pct/pct/các phó = Các PCT UBND huyện | giáo viên/các giáo viên = Giáo viên chủ nhiệm |
        chuyên viên = Chuyên viên phụ trách | công chức = Công chức Văn hóa - Xã hội | cán bộ phụ trách/cán bộ chuyên trách = Cán bộ phụ trách | nhân viên = Nhân viên y tế | kế toán = Kế toán | văn thư = Văn thư | y sĩ = Y sĩ | y tá = Y tá | thủ quỹ = Thủ quỹ |
        thư ký = Thư ký Hội đồng | bảo vệ = Bảo vệ | y tế trường học = Y tế trường học | tư pháp - hộ tịch = Tư pháp - Hộ tịch xã | địa chính - xây dựng = Địa chính - Xây dựng | địa chính - nông nghiệp = Địa chính - Nông nghiệp | tài chính - kế toán = Tài chính - Kế toán xã | báo cáo viên = Báo cáo viên | tuyên truyền viên = Tuyên truyền viên | cộng tác viên = Cộng tác viên | chính trị viên = Chính trị viên xã đội | hạt trưởng = Hạt trưởng Hạt Kiểm lâm | đồn trưởng = Đồn trưởng | trạm trưởng = Trạm trưởng Trạm Y tế"""),
    *_rows("unit", "person", "lãnh đạo = Lãnh đạo Sở ! Lãnh đạo công tác | cán bộ = Cán bộ các phòng | kế toán trưởng = Kế toán trưởng đơn vị"),
)  # fmt: skip

# Words behind a head that make it something else, in bare letters: "phòng cháy", "ban hành", "tổ chức", "báo cáo".
NOT_AFTER: dict[str, str] = {
    "so": "huu lieu luong thu tien tay",
    "phong": "chong chay ngua tranh trao ve benh dich ho hoc lam luc trừ an tru khong khi xa",
    "ban": "hanh dau ngay giao tin do chat sac hang be quyen do",
    "bo": "tieu chi thu tuc cau sung tri mon phan nhiem may mat luat quy du cong doi",
    "vu": "dong xuan mua he thu an viec chiem lua nghiep",
    "cuc": "bo",
    "hoi": "nghi thao thi cho truong nhap phuc vien cho dien thoai xuan dua trại trai",
    "doan": "ket vien the duong tu so phi tham vu nghe",
    "quy": "dat dinh che trinh mo hoach luong phep thoi nha 1 2 3 4 i ii iii iv uoc",
    "khoa": "hoc hoa tu",
    "truong": "hop hoc",
    "tram": "bien bom tro thu bts",
    "dai": "tuong dien hoi bieu han da",
    "bao": "cao ve dam gom hanh hiem quan luc ton tri chi ket mat",
    "dai hoc": "va hoac",
    "doi": "ngu moi tuyen voi tuong song thoai chieu chung ung hinh",
    "to": "chuc chat quoc giac cao khai",
    "don": "gia vi dai doc duc",
    "hat": "giong gao",
    "nganh": "nghe hoc hang dao",
    "khoi": "luong phuc tao dong phat thi nghia nguon to",
    "vien": "tro dan phi chuc thong",
    "trung tam": "huyen ly chinh",
    "van phong": "pham",
    "bao hiem xa hoi": "tu bat mot",
    "cong ty": "co",
    "benh vien": "",
    "luc luong": "lao san ta",
    "hoi dong": "",
    "nha may": "",
    "mat tran": "nao",
    "co so": "vat ha du ly phap nay do de nao dang",
    "don vi": "chu nao phoi thuc hanh tinh bau khong dau tu tien san",
    "co quan": "chu nao phoi thuc thuong",
    "to truong": "",
    "tong phu trach": "",
    "doanh nghiep": "nho",
    "ong": "ba",
    "ba": "con me",
    "anh": "hung em",
    "chi": "em",
    "co": "so quan cau che",
    "thay": "thuoc doi the co",
    "cac bo": "tieu mon thu luat quy phan",
    "cac so": "lieu hong",
    "cac don vi": "bau hanh",
    "cac nganh": "nghe hang",
    "cac truong": "hop",
    "cac hoi": "nghi thao thi cho",
    "cac tram": "bien bom bts",
    "cac vu": "an viec vi",
    "cac khoa": "hoc dao tap",
    "cac doi": "tuong tuyen",
    "cac bao": "cao",
    "cac ban": "chat ve du ghi",
    "cac khu": "vuc dan",
    "cac to chuc hoi": "nghi thao thi",
    "cac xa": "hoi",
    "cac to": "chat giac",
    "to chuc": "",
    "xa": "hoi",
    "ban do": "",
    "thon": "",
    "ap": "dung luc",
    "cac phong": "trao benh",
    "cac don": "vi thu",
    "bo phan": "nho dan quan",
    "khoa hoc": "",
    "cac dai": "bieu hoi",
    "cac co so": "vat du phap ly ha",
    "cac dia phuong": "",
    "cac thanh pho": "",
    "giam doc": "",
    "bi thu": "",
    "cong an nhan dan": "",
    "cac nhom": "giai tieu chi",
    "cac diem": "den du yeu",
    "cac tinh": "tiet",
    "cac bien": "phap",
    "cac cap": "",
    "cac vien": "chuc",
    "cac hộ": "",
    "thue": "thu gia khoan",
    "can bo": "cong",
    "lanh dao": "chi cong",
    "bao ve": "moi rung tre quyen va chu an suc nguoi thuc ket di",
    "nhan vien": "",
    "ke toan": "",
    "van thu": "luu",
    "thong ke": "so",
    "dai truyen thanh": "",
    "tat ca cac": "chi truong van hoat",
    "cac nha": "may van khoa dau hang thau",
    "gia dinh": "van",
    "chinh quyen": "so dien",
    "cong chuc": "vien",
    "nhan dan": "",
    "cap xa": "",
    "kiem sat": "viec",
}

# Two-syllable words of proper names that print a capital on the first syllable only.
COMPOUNDS: tuple[str, ...] = tuple("""
    Tổ quốc|Trung ương|Trung tâm|Truyền hình|Truyền thanh|Nhà nước|Quân sự|Biên phòng|Công ty|Quốc hội|Chính phủ|Nhân dân|Cộng sản|Cán sự|Cổ phần|Đại học|Thanh niên|Thiếu niên|
    Phụ nữ|Nông dân|Phổ thông|Dự phòng|Truyền thông|Kiểm tra|Điều độ|Chính trị|Hành chính|Công nghiệp|Năng lượng|Thương mại|Môi trường|Kỹ thuật|An toàn|Nghiệp vụ|Tổng hợp|
    Quản lý|Dịch vụ|Điện lực|Cấp nước|Vệ sinh|Đa khoa|Nhi đồng|Tâm thần|Y học|Cổ truyền|Dân quân|Tự vệ|Hợp tác|Thương binh|Bảo trợ|Xã hội|Công nghệ|Thông tin|Phát thanh|Kế toán|
    Công nghệ thông tin|Khoa học công nghệ|Cảnh sát giao thông|Cảnh sát phòng cháy|Giáo dục nghề nghiệp|Đăng ký đất đai|Kiểm soát bệnh tật|Phòng cháy chữa cháy|Thi hành án|Xây lắp|
    Dịch vụ tổng hợp|Thể thao|Du lịch|Giáo dục Thường xuyên|Tôn giáo|Dân vận|Nội chính|Bệnh viện|Nhà văn|Nhà báo|Khoa học|Cơ quan|Liên hiệp|Từ thiện|Mồ côi|Khuyết tật|Cao tuổi|Cựu chiến|Giáo chức|Lao động|Nông nghiệp|Thiết bị""".replace("\n", "").split("|"))  # fmt: skip

# Whole names that go on to say what they are for: "Ban Chỉ đạo các chương trình mục tiêu quốc gia".
TITLED: frozenset[str] = frozenset("ban chỉ đạo|bcđ|ban tổ chức|btc|ban quản lý dự án|tổ công tác|tổ giúp việc|tổ thư ký|ban giám sát|ban quản lý các".split("|"))
