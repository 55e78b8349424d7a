"""Provinces and districts of Viet Nam.

Made by tools/build_places.py; edit that, not this.
"""

# fmt: off

# Before 1 July 2025: name|kind|the province it is part of since.
PROVINCES_BEFORE = """\
An Giang|tỉnh|An Giang
Bà Rịa - Vũng Tàu|tỉnh|Hồ Chí Minh
Bình Dương|tỉnh|Hồ Chí Minh
Bình Phước|tỉnh|Đồng Nai
Bình Thuận|tỉnh|Lâm Đồng
Bình Định|tỉnh|Gia Lai
Bạc Liêu|tỉnh|Cà Mau
Bắc Giang|tỉnh|Bắc Ninh
Bắc Kạn|tỉnh|Thái Nguyên
Bắc Ninh|tỉnh|Bắc Ninh
Bến Tre|tỉnh|Vĩnh Long
Cao Bằng|tỉnh|Cao Bằng
Cà Mau|tỉnh|Cà Mau
Cần Thơ|thành phố|Cần Thơ
Gia Lai|tỉnh|Gia Lai
Huế|thành phố|Huế
Hà Giang|tỉnh|Tuyên Quang
Hà Nam|tỉnh|Ninh Bình
Hà Nội|thành phố|Hà Nội
Hà Tĩnh|tỉnh|Hà Tĩnh
Hòa Bình|tỉnh|Phú Thọ
Hưng Yên|tỉnh|Hưng Yên
Hải Dương|tỉnh|Hải Phòng
Hải Phòng|thành phố|Hải Phòng
Hậu Giang|tỉnh|Cần Thơ
Hồ Chí Minh|thành phố|Hồ Chí Minh
Khánh Hòa|tỉnh|Khánh Hòa
Kiên Giang|tỉnh|An Giang
Kon Tum|tỉnh|Quảng Ngãi
Lai Châu|tỉnh|Lai Châu
Long An|tỉnh|Tây Ninh
Lào Cai|tỉnh|Lào Cai
Lâm Đồng|tỉnh|Lâm Đồng
Lạng Sơn|tỉnh|Lạng Sơn
Nam Định|tỉnh|Ninh Bình
Nghệ An|tỉnh|Nghệ An
Ninh Bình|tỉnh|Ninh Bình
Ninh Thuận|tỉnh|Khánh Hòa
Phú Thọ|tỉnh|Phú Thọ
Phú Yên|tỉnh|Đắk Lắk
Quảng Bình|tỉnh|Quảng Trị
Quảng Nam|tỉnh|Đà Nẵng
Quảng Ngãi|tỉnh|Quảng Ngãi
Quảng Ninh|tỉnh|Quảng Ninh
Quảng Trị|tỉnh|Quảng Trị
Sóc Trăng|tỉnh|Cần Thơ
Sơn La|tỉnh|Sơn La
Thanh Hóa|tỉnh|Thanh Hóa
Thái Bình|tỉnh|Hưng Yên
Thái Nguyên|tỉnh|Thái Nguyên
Tiền Giang|tỉnh|Đồng Tháp
Trà Vinh|tỉnh|Vĩnh Long
Tuyên Quang|tỉnh|Tuyên Quang
Tây Ninh|tỉnh|Tây Ninh
Vĩnh Long|tỉnh|Vĩnh Long
Vĩnh Phúc|tỉnh|Phú Thọ
Yên Bái|tỉnh|Lào Cai
Điện Biên|tỉnh|Điện Biên
Đà Nẵng|thành phố|Đà Nẵng
Đắk Lắk|tỉnh|Đắk Lắk
Đắk Nông|tỉnh|Lâm Đồng
Đồng Nai|tỉnh|Đồng Nai
Đồng Tháp|tỉnh|Đồng Tháp
"""

# Since 1 July 2025: name|kind.
PROVINCES_SINCE = """\
An Giang|tỉnh
Bắc Ninh|tỉnh
Cao Bằng|tỉnh
Cà Mau|tỉnh
Cần Thơ|thành phố
Gia Lai|tỉnh
Huế|thành phố
Hà Nội|thành phố
Hà Tĩnh|tỉnh
Hưng Yên|tỉnh
Hải Phòng|thành phố
Hồ Chí Minh|thành phố
Khánh Hòa|tỉnh
Lai Châu|tỉnh
Lào Cai|tỉnh
Lâm Đồng|tỉnh
Lạng Sơn|tỉnh
Nghệ An|tỉnh
Ninh Bình|tỉnh
Phú Thọ|tỉnh
Quảng Ngãi|tỉnh
Quảng Ninh|tỉnh
Quảng Trị|tỉnh
Sơn La|tỉnh
Thanh Hóa|tỉnh
Thái Nguyên|tỉnh
Tuyên Quang|tỉnh
Tây Ninh|tỉnh
Vĩnh Long|tỉnh
Điện Biên|tỉnh
Đà Nẵng|thành phố
Đắk Lắk|tỉnh
Đồng Nai|tỉnh
Đồng Tháp|tỉnh
"""

# Districts up to 30 June 2025, those merged away before with them: province: kind name, …
DISTRICTS = """\
An Giang: h An Phú, h Châu Phú, h Châu Thành, h Chợ Mới, h Phú Tân, h Thoại Sơn, h Tri Tôn, tp Châu Đốc, tp Long Xuyên, tx Tân Châu, tx Tịnh Biên
Bà Rịa - Vũng Tàu: h Châu Đức, h Côn Đảo, h Long Điền, h Long Đất, h Xuyên Mộc, h Đất Đỏ, tp Bà Rịa, tp Phú Mỹ, tp Vũng Tàu
Bình Dương: h Bàu Bàng, h Bắc Tân Uyên, h Dầu Tiếng, h Phú Giáo, tp Bến Cát, tp Dĩ An, tp Thuận An, tp Thủ Dầu Một, tp Tân Uyên
Bình Phước: h Bù Gia Mập, h Bù Đăng, h Bù Đốp, h Hớn Quản, h Lộc Ninh, h Phú Riềng, h Đồng Phú, tp Đồng Xoài, tx Bình Long, tx Chơn Thành, tx Phước Long
Bình Thuận: h Bắc Bình, h Hàm Thuận Bắc, h Hàm Thuận Nam, h Hàm Tân, h Phú Quí, h Tuy Phong, h Tánh Linh, h Đức Linh, tp Phan Thiết, tx La Gi
Bình Định: h An Lão, h Hoài Ân, h Phù Cát, h Phù Mỹ, h Tuy Phước, h Tây Sơn, h Vân Canh, h Vĩnh Thạnh, tp Quy Nhơn, tx An Nhơn, tx Hoài Nhơn
Bạc Liêu: h Hòa Bình, h Hồng Dân, h Phước Long, h Vĩnh Lợi, h Đông Hải, tp Bạc Liêu, tx Giá Rai
Bắc Giang: h Hiệp Hòa, h Lạng Giang, h Lục Nam, h Lục Ngạn, h Sơn Động, h Tân Yên, h Yên Dũng, h Yên Thế, tp Bắc Giang, tx Chũ, tx Việt Yên
Bắc Kạn: h Ba Bể, h Bạch Thông, h Chợ Mới, h Chợ Đồn, h Na Rì, h Ngân Sơn, h Pác Nặm, tp Bắc Kạn
Bắc Ninh: h Gia Bình, h Lương Tài, h Tiên Du, h Yên Phong, tp Bắc Ninh, tp Từ Sơn, tx Quế Võ, tx Thuận Thành
Bến Tre: h Ba Tri, h Bình Đại, h Châu Thành, h Chợ Lách, h Giồng Trôm, h Mỏ Cày Bắc, h Mỏ Cày Nam, h Thạnh Phú, tp Bến Tre
Cao Bằng: h Bảo Lâm, h Bảo Lạc, h Hà Quảng, h Hòa An, h Hạ Lang, h Nguyên Bình, h Phục Hòa, h Quảng Hòa, h Thông Nông, h Thạch An, h Trà Lĩnh, h Trùng Khánh, tp Cao Bằng
Cà Mau: h Cái Nước, h Ngọc Hiển, h Năm Căn, h Phú Tân, h Thới Bình, h Trần Văn Thời, h U Minh, h Đầm Dơi, tp Cà Mau
Cần Thơ: h Cờ Đỏ, h Phong Điền, h Thới Lai, h Vĩnh Thạnh, q Bình Thủy, q Cái Răng, q Ninh Kiều, q Thốt Nốt, q Ô Môn
Gia Lai: h Chư Prông, h Chư Păh, h Chư Pưh, h Chư Sê, h Ia Grai, h Ia Pa, h KBang, h Krông Pa, h Kông Chro, h Mang Yang, h Phú Thiện, h Đak Đoa, h Đăk Pơ, h Đức Cơ, tp Pleiku, tx An Khê, tx Ayun Pa
Huế: h A Lưới, h Nam Đông, h Phú Lộc, h Phú Vang, h Quảng Điền, q Phú Xuân, q Thuận Hóa, tx Hương Thủy, tx Hương Trà, tx Phong Điền
Hà Giang: h Bắc Mê, h Bắc Quang, h Hoàng Su Phì, h Mèo Vạc, h Quang Bình, h Quản Bạ, h Vị Xuyên, h Xín Mần, h Yên Minh, h Đồng Văn, tp Hà Giang
Hà Nam: h Bình Lục, h Lý Nhân, h Thanh Liêm, tp Phủ Lý, tx Duy Tiên, tx Kim Bảng
Hà Nội: h Ba Vì, h Chương Mỹ, h Gia Lâm, h Hoài Đức, h Mê Linh, h Mỹ Đức, h Phú Xuyên, h Phúc Thọ, h Quốc Oai, h Sóc Sơn, h Thanh Oai, h Thanh Trì, h Thường Tín, h Thạch Thất, h Từ Liêm, h Đan Phượng, h Đông Anh, h Ứng Hòa, q Ba Đình, q Bắc Từ Liêm, q Cầu Giấy, q Hai Bà Trưng, q Hoàn Kiếm, q Hoàng Mai, q Hà Đông, q Long Biên, q Nam Từ Liêm, q Thanh Xuân, q Tây Hồ, q Đống Đa, tx Sơn Tây
Hà Tĩnh: h Can Lộc, h Cẩm Xuyên, h Hương Khê, h Hương Sơn, h Kỳ Anh (Huyện), h Lộc Hà, h Nghi Xuân, h Thạch Hà, h Vũ Quang, h Đức Thọ, tp Hà Tĩnh, tx Hồng Lĩnh, tx Kỳ Anh (Thị xã)
Hòa Bình: h Cao Phong, h Kim Bôi, h Kỳ Sơn, h Lương Sơn, h Lạc Sơn, h Lạc Thủy, h Mai Châu, h Tân Lạc, h Yên Thủy, h Đà Bắc, tp Hòa Bình
Hưng Yên: h Khoái Châu, h Kim Động, h Phù Cừ, h Tiên Lữ, h Văn Giang, h Văn Lâm, h Yên Mỹ, h Ân Thi, tp Hưng Yên, tx Mỹ Hào
Hải Dương: h Bình Giang, h Cẩm Giàng, h Gia Lộc, h Kim Thành, h Nam Sách, h Ninh Giang, h Thanh Hà, h Thanh Miện, h Tứ Kỳ, tp Chí Linh, tp Hải Dương, tx Kinh Môn
Hải Phòng: h An Lão, h Bạch Long Vĩ, h Cát Hải, h Kiến Thụy, h Tiên Lãng, h Vĩnh Bảo, q An Dương, q Dương Kinh, q Hải An, q Hồng Bàng, q Kiến An, q Lê Chân, q Ngô Quyền, q Đồ Sơn, tp Thủy Nguyên
Hậu Giang: h Châu Thành, h Châu Thành A, h Long Mỹ (Huyện), h Phụng Hiệp, h Vị Thủy, tp Ngã Bảy, tp Vị Thanh, tx Long Mỹ (Thị xã)
Hồ Chí Minh: h Bình Chánh, h Cần Giờ, h Củ Chi, h Hóc Môn, h Nhà Bè, q Bình Thạnh, q Bình Tân, q Gò Vấp, q Phú Nhuận, q Quận 1, q Quận 10, q Quận 11, q Quận 12, q Quận 2, q Quận 3, q Quận 4, q Quận 5, q Quận 6, q Quận 7, q Quận 8, q Quận 9, q Thủ Đức, q Tân Bình, q Tân Phú, tp Thủ Đức
Khánh Hòa: h Cam Lâm, h Diên Khánh, h Khánh Sơn, h Khánh Vĩnh, h Trường Sa, h Vạn Ninh, tp Cam Ranh, tp Nha Trang, tx Ninh Hòa
Kiên Giang: h An Biên, h An Minh, h Châu Thành, h Giang Thành, h Giồng Riềng, h Gò Quao, h Hòn Đất, h Kiên Hải, h Kiên Lương, h Tân Hiệp, h U Minh Thượng, h Vĩnh Thuận, tp Hà Tiên, tp Phú Quốc, tp Rạch Giá
Kon Tum: h Ia H'Drai, h Kon Plông, h Kon Rẫy, h Ngọc Hồi, h Sa Thầy, h Tu Mơ Rông, h Đăk Hà, h Đắk Glei, h Đắk Tô, tp Kon Tum
Lai Châu: h Mường Tè, h Nậm Nhùn, h Phong Thổ, h Sìn Hồ, h Tam Đường, h Than Uyên, h Tân Uyên, tp Lai Châu
Long An: h Bến Lức, h Châu Thành, h Cần Giuộc, h Cần Đước, h Mộc Hóa, h Thạnh Hóa, h Thủ Thừa, h Tân Hưng, h Tân Thạnh, h Tân Trụ, h Vĩnh Hưng, h Đức Huệ, h Đức Hòa, tp Tân An, tx Kiến Tường
Lào Cai: h Bát Xát, h Bảo Thắng, h Bảo Yên, h Bắc Hà, h Mường Khương, h Si Ma Cai, h Văn Bàn, tp Lào Cai, tx Sa Pa
Lâm Đồng: h Bảo Lâm, h Di Linh, h Lâm Hà, h Lạc Dương, h Đam Rông, h Đơn Dương, h Đạ Huoai, h Đức Trọng, tp Bảo Lộc, tp Đà Lạt
Lạng Sơn: h Bình Gia, h Bắc Sơn, h Cao Lộc, h Chi Lăng, h Hữu Lũng, h Lộc Bình, h Tràng Định, h Văn Lãng, h Văn Quan, h Đình Lập, tp Lạng Sơn
Nam Định: h Giao Thủy, h Hải Hậu, h Mỹ Lộc, h Nam Trực, h Nghĩa Hưng, h Trực Ninh, h Vụ Bản, h Xuân Trường, h Ý Yên, tp Nam Định
Nghệ An: h Anh Sơn, h Con Cuông, h Diễn Châu, h Hưng Nguyên, h Kỳ Sơn, h Nam Đàn, h Nghi Lộc, h Nghĩa Đàn, h Quế Phong, h Quỳ Châu, h Quỳ Hợp, h Quỳnh Lưu, h Thanh Chương, h Tân Kỳ, h Tương Dương, h Yên Thành, h Đô Lương, tp Vinh, tx Cửa Lò, tx Hoàng Mai, tx Thái Hòa
Ninh Bình: h Gia Viễn, h Hoa Lư, h Kim Sơn, h Nho Quan, h Yên Khánh, h Yên Mô, tp Hoa Lư, tp Tam Điệp
Ninh Thuận: h Bác Ái, h Ninh Hải, h Ninh Phước, h Ninh Sơn, h Thuận Bắc, h Thuận Nam, tp Phan Rang - Tháp Chàm
Phú Thọ: h Cẩm Khê, h Hạ Hòa, h Lâm Thao, h Phù Ninh, h Tam Nông, h Thanh Ba, h Thanh Sơn, h Thanh Thủy, h Tân Sơn, h Yên Lập, h Đoan Hùng, tp Việt Trì, tx Phú Thọ
Phú Yên: h Phú Hòa, h Sông Hinh, h Sơn Hòa, h Tuy An, h Tây Hòa, h Đồng Xuân, tp Tuy Hòa, tx Sông Cầu, tx Đông Hòa
Quảng Bình: h Bố Trạch, h Lệ Thủy, h Minh Hóa, h Quảng Ninh, h Quảng Trạch, h Tuyên Hóa, tp Đồng Hới, tx Ba Đồn
Quảng Nam: h Bắc Trà My, h Duy Xuyên, h Hiệp Đức, h Nam Giang, h Nam Trà My, h Nông Sơn, h Núi Thành, h Phú Ninh, h Phước Sơn, h Quế Sơn, h Thăng Bình, h Tiên Phước, h Tây Giang, h Đông Giang, h Đại Lộc, tp Hội An, tp Tam Kỳ, tx Điện Bàn
Quảng Ngãi: h Ba Tơ, h Bình Sơn, h Lý Sơn, h Minh Long, h Mộ Đức, h Nghĩa Hành, h Sơn Hà, h Sơn Tây, h Sơn Tịnh, h Trà Bồng, h Tây Trà, h Tư Nghĩa, tp Quảng Ngãi, tx Đức Phổ
Quảng Ninh: h Ba Chẽ, h Bình Liêu, h Cô Tô, h Hoành Bồ, h Hải Hà, h Tiên Yên, h Vân Đồn, h Đầm Hà, tp Cẩm Phả, tp Hạ Long, tp Móng Cái, tp Uông Bí, tp Đông Triều, tx Quảng Yên
Quảng Trị: h Cam Lộ, h Cồn Cỏ, h Gio Linh, h Hướng Hóa, h Hải Lăng, h Triệu Phong, h Vĩnh Linh, h Đa Krông, tp Đông Hà, tx Quảng Trị
Sóc Trăng: h Châu Thành, h Cù Lao Dung, h Kế Sách, h Long Phú, h Mỹ Tú, h Mỹ Xuyên, h Thạnh Trị, h Trần Đề, tp Sóc Trăng, tx Ngã Năm, tx Vĩnh Châu
Sơn La: h Bắc Yên, h Mai Sơn, h Mường La, h Phù Yên, h Quỳnh Nhai, h Sông Mã, h Sốp Cộp, h Thuận Châu, h Vân Hồ, h Yên Châu, tp Sơn La, tx Mộc Châu
Thanh Hóa: h Bá Thước, h Cẩm Thủy, h Hoằng Hóa, h Hà Trung, h Hậu Lộc, h Lang Chánh, h Mường Lát, h Nga Sơn, h Ngọc Lặc, h Như Thanh, h Như Xuân, h Nông Cống, h Quan Hóa, h Quan Sơn, h Quảng Xương, h Thiệu Hóa, h Thường Xuân, h Thạch Thành, h Thọ Xuân, h Triệu Sơn, h Vĩnh Lộc, h Yên Định, h Đông Sơn, tp Sầm Sơn, tp Thanh Hóa, tx Bỉm Sơn, tx Nghi Sơn
Thái Bình: h Hưng Hà, h Kiến Xương, h Quỳnh Phụ, h Thái Thụy, h Tiền Hải, h Vũ Thư, h Đông Hưng, tp Thái Bình
Thái Nguyên: h Phú Bình, h Phú Lương, h Võ Nhai, h Đại Từ, h Định Hóa, h Đồng Hỷ, tp Phổ Yên, tp Sông Công, tp Thái Nguyên
Tiền Giang: h Cai Lậy (Huyện), h Châu Thành, h Chợ Gạo, h Cái Bè, h Gò Công Tây, h Gò Công Đông, h Tân Phú Đông, h Tân Phước, tp Gò Công, tp Mỹ Tho, tx Cai Lậy (Thị xã)
Trà Vinh: h Châu Thành, h Càng Long, h Cầu Kè, h Cầu Ngang, h Duyên Hải (Huyện), h Tiểu Cần, h Trà Cú, tp Trà Vinh, tx Duyên Hải (Thị xã)
Tuyên Quang: h Chiêm Hóa, h Hàm Yên, h Lâm Bình, h Na Hang, h Sơn Dương, h Yên Sơn, tp Tuyên Quang
Tây Ninh: h Bến Cầu, h Châu Thành, h Dương Minh Châu, h Gò Dầu, h Tân Biên, h Tân Châu, tp Tây Ninh, tx Hòa Thành, tx Trảng Bàng
Vĩnh Long: h Bình Tân, h Long Hồ, h Mang Thít, h Tam Bình, h Trà Ôn, h Vũng Liêm, tp Vĩnh Long, tx Bình Minh
Vĩnh Phúc: h Bình Xuyên, h Lập Thạch, h Sông Lô, h Tam Dương, h Tam Đảo, h Vĩnh Tường, h Yên Lạc, tp Phúc Yên, tp Vĩnh Yên
Yên Bái: h Lục Yên, h Mù Căng Chải, h Trạm Tấu, h Trấn Yên, h Văn Chấn, h Văn Yên, h Yên Bình, tp Yên Bái, tx Nghĩa Lộ
Điện Biên: h Mường Chà, h Mường Nhé, h Mường Ảng, h Nậm Pồ, h Tuần Giáo, h Tủa Chùa, h Điện Biên, h Điện Biên Đông, tp Điện Biên Phủ, tx Mường Lay
Đà Nẵng: h Hoàng Sa, h Hòa Vang, q Cẩm Lệ, q Hải Châu, q Liên Chiểu, q Ngũ Hành Sơn, q Sơn Trà, q Thanh Khê
Đắk Lắk: h Buôn Đôn, h Cư Kuin, h Cư M'gar, h Ea H'leo, h Ea Kar, h Ea Súp, h Krông A Na, h Krông Bông, h Krông Búk, h Krông Năng, h Krông Pắc, h Lắk, h M'Đrắk, tp Buôn Ma Thuột, tx Buôn Hồ
Đắk Nông: h Cư Jút, h Krông Nô, h Tuy Đức, h Đăk Glong, h Đắk Mil, h Đắk R'Lấp, h Đắk Song, tp Gia Nghĩa
Đồng Nai: h Cẩm Mỹ, h Long Thành, h Nhơn Trạch, h Thống Nhất, h Trảng Bom, h Tân Phú, h Vĩnh Cửu, h Xuân Lộc, h Định Quán, tp Biên Hòa, tp Long Khánh
Đồng Tháp: h Cao Lãnh (Huyện), h Châu Thành, h Hồng Ngự (Huyện), h Lai Vung, h Lấp Vò, h Tam Nông, h Thanh Bình, h Tháp Mười, h Tân Hồng, tp Cao Lãnh (Thành phố), tp Hồng Ngự (Thành phố), tp Sa Đéc
"""
