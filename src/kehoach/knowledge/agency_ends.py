"""How an agency's name goes on behind its first words, and what ends it, as rows; those words are in ``agency_words``."""

from __future__ import annotations

# Lower-case words that may stand behind a finished name and belong to it.
TAIL: tuple[str, ...] = tuple(w.strip() for w in """
    tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thủ đô|hai cấp|trung ương|việt nam|nhà nước|khu vực|cấp tỉnh|cấp huyện|cấp xã|cấp thành phố|
    cấp cơ sở|cấp trên|cấp ủy|các cấp|cùng cấp|nhà trường|trường|sở|bộ|ngành|công ty|địa phương|cơ sở|nơi|trên địa bàn|trên địa bàn toàn tỉnh|tại|thuộc|trực thuộc|
    của|liên quan|có liên quan|hữu quan|khác|các|thôn|bản|ấp|khu phố|khóm|tổ dân phố|buôn|làng|khối|lớp|liên xã|liên huyện|đơn vị|cơ quan|toàn tỉnh|toàn huyện|toàn xã|
    số|chi nhánh|trung tâm|phụ trách|chuyên trách|phía|miền|đa khoa|dự phòng|nước|nhân dân|ngoài công lập|công lập|ban|phòng|quân khu|thành viên|đóng chân|đóng|
    hai|ba|tuyến|khu|cụm|vùng|quốc gia|hội|đoàn|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|chuyên|ở cơ sở|ở địa phương|thủy nông|đô thị|điều trị|cai nghiện|lên|dưới|kiêm|
    trang thiết bị|đồng bằng|đồng bằng sông|trung du|duyên hải""".replace("\n", "").split("|"))  # fmt: skip

# Words that carry a group on behind a comma or "và": "Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố".
GROUP_GOES_ON: tuple[str, ...] = tuple(w.strip() for w in """
    sở|ban|ngành|ban ngành|đoàn thể|hội|hội đoàn thể|hội, đoàn thể|phòng|đơn vị|địa phương|cơ quan|tổ chức|thị xã|thành phố|tp|phường|thị trấn|xã|huyện|quận|đặc khu|cá nhân|
    tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|mầm non|mẫu giáo|trung học|cao đẳng|đại học|khu phố|ấp|bản|thôn|buôn|làng|tổ dân phố|khóm|doanh nghiệp|viện|khoa|trung tâm|
    tổ|đội|phân xưởng|chi nhánh|đảng bộ|chi bộ|thị ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|thị đoàn|thành đoàn|huyện đoàn|cơ quan ngang bộ|cơ quan thuộc chính phủ|cục|vụ|chi cục|
    hộ gia đình|cộng đồng|hợp tác xã|tổ hợp tác|nhóm|trường|trạm|bệnh viện|đoàn|mttq|hội quần chúng|nghề nghiệp|tổ chức xã hội - nghề nghiệp|công ty|nhà máy|xí nghiệp|khối|tỉnh|
    viên chức|công chức|người lao động|giáo viên|nhân viên|phó phòng|phó trưởng phòng|tổ trưởng|chữa bệnh|cơ sở|các huyện|trật tự|cựu học sinh|chế biến|kinh doanh|
    thủ trưởng|người đứng đầu|tổng cục|nhà trường|đảng|chính quyền|tổ dân cư|điểm trường|cấp huyện|cấp xã|cấp tỉnh|trung cấp|học viện|công chúng|huyện, thị|xã, phường|viện nghiên cứu""".replace("\n", "").split("|"))  # fmt: skip

# Modifiers that look like verbs right behind a generic noun: "cơ sở kinh doanh", "lực lượng tuần tra".
MODIFIERS: tuple[str, ...] = tuple(w.strip() for w in """
    cung cấp|cung cấp dịch vụ bảo vệ trẻ em|cung cấp dịch vụ trợ giúp xã hội|sản xuất|kinh doanh|khám bệnh|khám chữa bệnh|chữa bệnh|khám, chữa bệnh|có hoạt động|có hoạt động về|có giường bệnh|quản lý|quản lý nhà nước|tham gia|chế biến|vận chuyển|
    tuyển dụng|điều tra|báo chí|truyền thông|thông tin đại chúng|được giao|được phân công|được thanh tra|được kiểm tra|sử dụng|sử dụng lao động|sử dụng đất|tư vấn|thi công|giám sát|
    thanh tra|kiểm tra|giáo dục|đào tạo|dạy nghề|nghiên cứu|bảo trợ|bảo vệ|khai thác|nuôi trồng|chăn nuôi|giết mổ|thu gom|xử lý|lưu trú|dịch vụ|thẩm quyền|có thẩm quyền|có liên quan|
    tổ chức|hoạt động|thường trực|chủ quản|chuyên môn|chức năng|tham mưu|tiếp công dân|giúp việc|phối hợp|có nguy cơ|có chức năng|thực thi|vận tải|phục vụ|kiểm soát|xuất bản|phát hành|
    cứu nạn|tuần tra|xung kích|ngoài công lập|trợ giúp|bán buôn|bán lẻ|cho vay|phòng cháy|có vốn|làm nhiệm vụ|làm công tác|quản trị|viễn thông|chủ trì|phòng chống|phòng, chống|hiệp thương|coi thi|chấm thi|nghiệm thu|chủ rừng|thuê|công tác|có uy tín|có công|hòa giải|hoà giải|có rừng|có biển|có đê|có đường biên giới|có dự án""".replace("\n", "").split("|"))  # fmt: skip

# What begins the action behind a name.  Single words count only as printed, with their marks.
VERBS: tuple[str, ...] = tuple(w.strip() for w in """
    chủ trì|chủ động|phối hợp|tham mưu|triển khai|tổ chức|xây dựng|hướng dẫn|chỉ đạo|lãnh đạo|kiểm tra|giám sát|thanh tra|theo dõi|đôn đốc|tổng hợp|báo cáo|đề xuất|bố trí|cân đối|
    thẩm định|thẩm tra|lồng ghép|tăng cường|đẩy mạnh|nâng cao|tiếp tục|thường xuyên|kịp thời|rà soát|thống kê|tuyên truyền|phổ biến|vận động|huy động|hỗ trợ|bảo đảm|đảm bảo|thực hiện|
    tiến hành|quản lý|cung cấp|cập nhật|công khai|công bố|chuẩn bị|phân công|phân bổ|quán triệt|cụ thể hóa|ban hành|nghiên cứu|xem xét|quyết định|trình|tiếp nhận|xử lý|giải quyết|
    phát hiện|ngăn chặn|phòng ngừa|đấu tranh|tuần tra|điều tra|điều trị|khám|cấp phát|chi trả|thanh toán|quyết toán|kiểm soát|thu thập|quan tâm|tạo điều kiện|tạo mọi điều kiện|khuyến khích|
    duy trì|phát huy|phát động|ký kết|đăng ký|tập huấn|bồi dưỡng|định hướng|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|căn cứ|trên cơ sở|theo chức năng|theo nhiệm vụ|
    theo thẩm quyền|theo lĩnh vực|trong phạm vi|trong quá trình|có kế hoạch|có biện pháp|có giải pháp|có văn bản|có nhiệm vụ|cần|phải|sẽ|là cơ quan|là đơn vị|là đầu mối|làm đầu mối|giúp|
    vận hành|kết nối|đối soát|làm sạch|số hóa|tái cấu trúc|bàn giao|điều hành|phụ trách|tích cực|khẩn trương|sớm phê duyệt|sớm ban hành|sớm bố trí|sớm triển khai|cho phép|nghiêm túc|nghiêm chỉnh|trực tiếp|quan trắc|khoanh vùng|kiến nghị|góp ý|tham gia|
    nắm tình hình|nắm chắc|nắm bắt|phản ánh|đưa tin|đưa|đăng tải|mở chuyên|mở|lập|cử|mời|gửi|tăng|giảm|lấy|chấp hành|tuân thủ|khai thác|sử dụng|thông tin|thông báo|thành lập|kiện toàn|
    sắp xếp|hoàn thiện|hoàn thành|chịu|phê duyệt|ưu tiên|tiếp cận|thu|nộp|giao|gắn|lựa chọn|đánh giá|sơ kết|tổng kết|tìm|xác định|xác minh|làm việc|làm tốt|làm cơ quan|giữ|tháo gỡ|dự trù|
    dự toán|hạch toán|trang bị|mua sắm|sửa chữa|đầu tư|quy hoạch|cải tạo|hạ ngầm|khắc phục|khảo sát|in ấn|niêm yết|lập danh sách|cấp giấy|cấp|phát sóng|phát|phân tích|phân loại|phân luồng|
    chuyển|nhân rộng|biểu dương|khen thưởng|đề nghị|yêu cầu|nhắc nhở|xử phạt|truy tố|xét xử|bắt|trực|ứng dụng|cải cách|đơn giản|số hoá|kêu gọi|thu hút|xúc tiến|quảng bá|giới thiệu|tư vấn|
    trợ giúp|chăm sóc|bảo vệ|nuôi|giảng dạy|giáo dục|đào tạo|tuyển|lấy mẫu|tiêm|phun|diệt|vệ sinh|giám định|kê khai|ghi|kiểm đếm|bồi thường|thu hồi|di dời|sơ tán|cứu|trồng|ươm|giữ gìn|
    đề ra|đề cao|đặt|thiết lập|củng cố|chấn chỉnh|nhận|tự|cùng có trách nhiệm|khi|nếu|tùy|dựa|ký|soạn|dự thảo|tham dự|phòng chống|phòng, chống|quyên góp|chia sẻ|trích|trao|tặng|thăm|
    động viên|đồng hành|đón|đối chiếu|ghép|vượt|lan tỏa|khoán|hợp đồng|đấu thầu|thuê|lắp đặt|vẽ|trang trí|cung ứng|điều tiết|vận chuyển|dự báo|cảnh báo|phát hành|đăng|thi công|thúc đẩy|
    đặc biệt|nghiêm cấm|không để|không được|không bố trí|thay mặt|cụ thể|đồng thời|cam kết|từng bước|mỗi năm|mỗi quý|mỗi tháng|mỗi tuần|chấm điểm|tuyên dương|hoà giải|hòa giải|lấy ý kiến|thẩm tra|kiểm kê|đóng góp|
    học tập|rèn luyện|quan sát|hình thành|liên hệ|tìm kiếm|trả lời|hoạt động|dẫn|dọn|ra quân|tận dụng|bảo quản|chi|kiểm sát|thi hành|nhập|đổi mới|phát triển|khai báo|cài đặt|khởi công|
    dành|trả|cắt giảm|ghi nhận|thay thế|viết|thiết kế|sản xuất|tập trung|nhanh chóng|lưu|lưu trữ|lưu ý|tránh|giới hạn|tôn trọng|phục vụ|thỏa thuận|truyền thông|đối thoại|nghe|liên kết|kết hợp|xã hội hóa|
    điều chỉnh|tổng duyệt|thử nghiệm|kiểm định|trưng bày|biên soạn|biên tập|chỉnh lý|lắp|phản biện|phủ sóng|ngầm hóa|nâng cấp|giải phóng|tổng rà soát|thí điểm|phúc tra|phúc khảo|hiệu chỉnh|
    diễn tập|thực tập|huấn luyện|giao lưu|biểu diễn|cắm|dựng|treo|rải|thả|nạo vét|khơi thông|cưỡng chế|giải tỏa|tháo dỡ|truy vết|sàng lọc|xét nghiệm|khử khuẩn|tiêu hủy|bảo trì|bảo dưỡng|
    mở rộng|bổ sung|sửa đổi|áp dụng|làm mới|hưởng ứng|kích hoạt|làm chủ đầu tư|làm thường trực|làm nòng cốt|khởi kiện|triệu tập|chú trọng|đặt hàng|chọn|buộc|gộp|nâng|xây mới|siết chặt|chỉnh sửa|
    cắt tỉa|chặt tỉa|đáp ứng|tạm dừng|gia hạn|chăm lo|dò tìm|tiếp âm|luân phiên|dồn điền đổi thửa|hiện đại hóa|
    đẩy nhanh|đẩy lùi|rút ngắn|rút kinh nghiệm|trao đổi|tham vấn|tọa đàm|bình xét|xếp loại|xếp hạng|công nhận|chứng nhận|nghiệm thu|khánh thành|khai giảng|khai mạc|tích hợp|sao lưu|cấp đổi|
    quay|ghi hình|tường thuật|điều động|luân chuyển|giải ngân|cho vay|thông quan|thu nợ|tìm hiểu|tham quan|chấm|ra đề|cân nhắc|bảo tồn|tôn tạo|trùng tu|khôi phục|phục hồi|tái đàn|xóa|
    giải thích|giải đáp|đo đạc|đo vẽ|sưu tầm|tập kết|đón tiếp|hội chẩn|khoanh định|chiếu phim|dạy bơi|dạy chữ|gieo|đào|đắp|bắc cầu|lợp|quét dọn|thu dọn|tiêu độc|đồng bộ|thay|tẩy giun|truy quét|tiếp công dân|chiếu sáng|dự giờ|nhắc nợ|thu nợ|thụ lý|thăm hỏi|nhận đỡ đầu|đỡ đầu|giải trình|khoanh nuôi|tỉa thưa|phát dọn|bãi bỏ|bình chọn|bình cử|bổ nhiệm|canh gác|canh phòng|chốt chặn|chốt quân số|chứng thực|dâng hương|dập dịch|gọi nhập ngũ|giải thể|hậu kiểm|hiệp thương|họp|kết nạp|kiểm điểm|phân hạng|phân khai|
    phục dựng|quy tập|rà phá|rà quét|sáp nhập|sơ tuyển|thâm nhập|thắp nến|tiêu úng|tinh giản|tôn vinh|triệt phá|triệt xóa|trấn áp|truy thu|truyền dạy|trám lấp|trưng dụng|tu sửa|gia cố|xác nhận|xét duyệt|tịch thu|
    niêm phong|phê bình|miễn giảm|ứng trực|khử trùng|tạm ứng|làm đất|dạy học|kèm cặp|cấy|khởi tố|tiễn|căng|tưới|truy cứu|truy bắt|giành|lắp mới|
    lo|lo liệu|gom|gỡ|khơi dậy|góp phần|góp sức|góp công|đi đầu|đi cơ sở|gương mẫu|nêu gương|bám sát|bám nắm|soát xét|ngăn|ngăn ngừa|chặn|lên tiếng|lên kế hoạch|lên phương án|làm cầu nối|làm hạt nhân|
    làm mẫu|làm gương|làm rõ|bàn bạc|chỉ định|chung tay|chung sức|chú ý|đảm nhiệm|đảm nhận|đảm trách|đốc thúc|hiến kế|hoạch định|kéo giảm|khai thông|kích cầu|kiềm chế|loại bỏ|nhân giống|
    nhắn tin|nhắc|phân cấp|phân lịch|phân tuyến|san lấp|sẵn sàng|theo sát|thuyết phục|thuyết minh|tiên phong|tiết giảm|tính toán|truyền đạt|túc trực|ủng hộ|vào cuộc|
    yểm trợ|dán|sửa|sao gửi|thấm nhuần|phác thảo|kiên cố hóa|cứng hóa|bê tông hóa|nhựa hóa|tu bổ|ra mắt|phấn đấu|khai trương|thanh thải|kết nghĩa|vinh danh|phân phát|xét tặng|phỏng vấn|chỉnh trang|
    tái canh|chuẩn hóa|phủ xanh|điều chuyển|hoán đổi|chăm|khuyên|dạy nghề|thao giảng|gọi hỏi|răn đe|bóc gỡ|đấu nối""".replace("\n", "").split("|"))  # fmt: skip

# Verbs that end a name even where they are printed with a capital letter ("MTTQ Phối hợp với …").
STRONG_VERBS: frozenset[str] = frozenset(w.strip() for w in """
    chủ trì|chủ động|phối hợp|tham mưu|triển khai|hướng dẫn|theo dõi|đôn đốc|đề xuất|bố trí|cân đối|lồng ghép|tăng cường|đẩy mạnh|nâng cao|tiếp tục|thường xuyên|kịp thời|rà soát|
    tuyên truyền|vận động|huy động|bảo đảm|đảm bảo|thực hiện|tiến hành|chuẩn bị|phân công|căn cứ|trên cơ sở|chịu trách nhiệm|có trách nhiệm|khẩn trương|tích cực|trực tiếp|tham gia|quán triệt""".replace("\n", "").split("|"))  # fmt: skip

# Words after which a clause is no longer the name: they end it without beginning an action of its own.
ENDERS: tuple[str, ...] = tuple(w.strip() for w in """
    trong việc|trong công tác|trong quá trình|trong tham mưu|trong thời gian|trong dịp|trong lĩnh vực|trong tổ chức|trong thực hiện|trong triển khai|trong phân bổ|trong quản lý|trong xử lý|
    về|để|nhằm|theo|thông qua|bằng|với|vào|từ|đến|trước|sau|là|được|bị|đã|đang|có|còn|chưa|không|gồm|bao gồm|đạt|như|nên|do|làm|nhất là|đặc biệt|cho|mà|thì|nào|này|nêu|ra|lên|đi|ngay|việc|sớm|
    khi|nếu|hằng|hàng|dự kiến|kịp|cùng tham gia""".replace("\n", "").split("|"))  # fmt: skip

# Of MODIFIERS those that are far more often the action: they count as modifiers only where a verb follows them.
DOUBTFUL_MODIFIERS: frozenset[str] = frozenset("""
    tổ chức|tham gia|giám sát|kiểm tra|thanh tra|phối hợp|xử lý|bảo vệ|giáo dục|đào tạo|nghiên cứu|sử dụng|khai thác|chủ trì|kiểm soát|tham mưu|phục vụ|thu gom|vận chuyển|quản lý|
    hoạt động|thuê|tư vấn|xuất bản|phát hành|tuần tra|trợ giúp|cứu nạn|thực thi|quản trị|thi công|nghiệm thu|phòng chống|phòng, chống|tuyển dụng""".replace("\n", "").replace("    ", "").split("|"))  # fmt: skip

# Verbs that proper names are made of as well: "Chi cục An toàn vệ sinh thực phẩm", "Văn phòng Đăng ký đất đai".
NOUNISH_VERBS: frozenset[str] = frozenset("""
    ứng dụng|phát triển|vệ sinh|nhập|đăng ký|khai thác|quản lý|bảo vệ|giáo dục|đào tạo|hỗ trợ|xây dựng|đầu tư|kiểm soát|điều hành|giám sát|chăm sóc|xử lý|cứu|phòng chống|phòng, chống|
    tư vấn|cấp|thu|giới thiệu|xúc tiến|sản xuất|cung ứng|dự báo|cảnh báo|vận chuyển|thông tin|truyền thông|trợ giúp|sửa chữa|lưu trữ|thi công|quy hoạch|trồng|nuôi|bảo quản|kết nối|trình|
    kiểm tra|thi hành|giữ gìn|quảng bá|phục vụ|nghiên cứu|vận hành|phát hành|thẩm định|thanh toán|hoạt động|quan trắc|phân tích|đấu giá|cung cấp|thiết kế|dạy nghề|mua sắm|kiểm định|huấn luyện|bảo tồn|xét nghiệm|biểu diễn|phục hồi|bảo trì|bảo dưỡng|bồi dưỡng|khảo sát|kiểm điểm|xét duyệt|khử trùng|xác nhận|chứng thực""".replace("\n", "").replace("    ", "").split("|"))  # fmt: skip

# Phrases that begin like a verb and are none: "tổ chức chính trị", "phát thanh", "chi nhánh".
NOT_VERBS: tuple[str, ...] = tuple(w.strip() for w in """
    phát thanh|phát triển nông thôn|chi nhánh|chi cục|chi bộ|chi đoàn|chi hội|chi đội|thông tin đại chúng|giao thông|thông tin và truyền thông|giáo dục và đào tạo|
    xây dựng đảng|bảo vệ thực vật|tổ chức chính trị|tổ chức thành viên|tổ chức xã hội|tổ chức đoàn thể|tổ chức đảng|tổ chức tín dụng|tổ chức tôn giáo|tổ chức công đoàn|
    tổ chức kinh tế|tổ chức liên quan|tổ chức có|tổ chức khác|tổ chức cá nhân|tổ chức, cá nhân|tổ chức quốc tế|tổ chức phi|tổ chức quần chúng|tổ chức cơ sở|tổ chức trong|
    tổ chức trên|tổ chức tại|tổ chức hội|lãnh đạo sở|lãnh đạo các|lãnh đạo đơn vị|trực thuộc|đưa đón|trồng trọt|cấp xã|cấp huyện|cấp tỉnh|cấp trên|cấp ủy|
    cấp cơ sở|khám bệnh|cấp nước|đầu tư công|kiểm sát nhân dân|thanh tra sở|thanh tra tỉnh|thanh tra huyện|thông tin cơ sở|phát thanh truyền hình|đặc biệt khó khăn|
    chuyển đổi số|bầu cử|ký túc xá|nuôi trồng thủy sản|giữ trẻ|quản lý nhà nước|tự quản|trực tuyến|phụ trách|tự vệ|thu nhập|đặt hàng|mở rộng|đầu tư xây dựng|đầu tư phát triển|xây dựng nông thôn mới|in ấn|thuê bao|tăng trưởng|
    sử dụng công nghệ cao|giáo dục thường xuyên|phục hồi chức năng""".replace("\n", "").split("|"))  # fmt: skip

# Longer phrases that are the verb again: "tổ chức hội nghị" against "tổ chức hội".
VERBS_AFTER_ALL: tuple[str, ...] = ("tổ chức hội nghị", "tổ chức hội thảo", "tổ chức hội thi", "tổ chức hội chợ", "tổ chức hội diễn", "tổ chức hội trại", "tổ chức hội thao", "tổ chức hội khỏe", "tổ chức hội xuân", "tổ chức hội báo")
