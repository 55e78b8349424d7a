"""Laws, codes and ordinances of 2000-2026: their names, numbers and dates.

Rows are text, one a law::

    name | number date; number date | other name; other name

Numbers and dates (ISO) of each version are given where they are certain; a row without is a name alone.  Commas and
"và" in names are not compared, abbreviations are spelt out first, so "Luật PCCC và CNCH" needs no row of its own.
"""

from __future__ import annotations

LAWS = """
An ninh mạng | 24/2018/QH14 2018-06-12
An ninh quốc gia | 32/2004/QH11 2004-12-03
An toàn thông tin mạng | 86/2015/QH13 2015-11-19 | An toàn thông tin
An toàn thực phẩm | 55/2010/QH12 2010-06-17 | An toàn vệ sinh thực phẩm; Vệ sinh an toàn thực phẩm
An toàn, vệ sinh lao động | 84/2015/QH13 2015-06-25
Ban hành văn bản quy phạm pháp luật | 17/2008/QH12 2008-06-03; 80/2015/QH13 2015-06-22; 64/2025/QH15 2025-02-19
Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân | 31/2004/QH11 2004-12-03
Báo chí | 103/2016/QH13 2016-04-05
Bảo hiểm tiền gửi | 06/2012/QH13 2012-06-18
Bảo hiểm xã hội | 71/2006/QH11 2006-06-29; 58/2014/QH13 2014-11-20; 41/2024/QH15 2024-06-29
Bảo hiểm y tế | 25/2008/QH12 2008-11-14
Bảo vệ bí mật nhà nước | 29/2018/QH14 2018-11-15
Bảo vệ công trình quốc phòng và khu quân sự | 25/2023/QH15 2023-11-24
Bảo vệ dữ liệu cá nhân | 91/2025/QH15 2025-06-26
Bảo vệ môi trường | 52/2005/QH11 2005-11-29; 55/2014/QH13 2014-06-23; 72/2020/QH14 2020-11-17
Bảo vệ quyền lợi người tiêu dùng | 59/2010/QH12 2010-11-17; 19/2023/QH15 2023-06-20
Bảo vệ sức khỏe nhân dân
Bảo vệ và kiểm dịch thực vật | 41/2013/QH13 2013-11-25
Bảo vệ và phát triển rừng | 29/2004/QH11 2004-12-03
Bảo vệ, chăm sóc và giáo dục trẻ em | 25/2004/QH11 2004-06-15
Bầu cử đại biểu Hội đồng nhân dân | 12/2003/QH11 2003-11-26
Bầu cử đại biểu Quốc hội
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân | 85/2015/QH13 2015-06-25 | Bầu cử; Bầu cử đại biểu Quốc hội và Hội đồng nhân dân
Biên giới quốc gia | 06/2003/QH11 2003-06-17
Biên phòng Việt Nam | 66/2020/QH14 2020-11-11 | Biên phòng
Biển Việt Nam | 18/2012/QH13 2012-06-21
Bình đẳng giới | 73/2006/QH11 2006-11-29
Bưu chính | 49/2010/QH12 2010-06-17
Các công cụ chuyển nhượng | 49/2005/QH11 2005-11-29
Các tổ chức tín dụng | 47/2010/QH12 2010-06-16; 32/2024/QH15 2024-01-18
Cán bộ, công chức | 22/2008/QH12 2008-11-13; 80/2025/QH15 2025-06-24
Cạnh tranh | 23/2018/QH14 2018-06-12
Căn cước | 26/2023/QH15 2023-11-27
Căn cước công dân | 59/2014/QH13 2014-11-20
Cảnh sát biển Việt Nam | 33/2018/QH14 2018-11-19 | Cảnh sát biển
Cảnh sát cơ động | 04/2022/QH15 2022-06-14
Cảnh vệ | 13/2017/QH14 2017-06-20
Chăn nuôi | 32/2018/QH14 2018-11-19
Chất lượng sản phẩm, hàng hóa | 05/2007/QH12 2007-11-21
Chứng khoán | 54/2019/QH14 2019-11-26
Chuyển đổi số
Chuyển giao công nghệ | 80/2006/QH11 2006-11-29; 07/2017/QH14 2017-06-19
Công an nhân dân | 73/2014/QH13 2014-11-27; 37/2018/QH14 2018-11-20
Công chứng | 53/2014/QH13 2014-06-20; 46/2024/QH15 2024-11-26
Công đoàn | 12/2012/QH13 2012-06-20; 50/2024/QH15 2024-11-27
Công nghệ cao | 21/2008/QH12 2008-11-13
Công nghệ thông tin | 67/2006/QH11 2006-06-29
Công nghiệp công nghệ số | 71/2025/QH15 2025-06-14
Công nghiệp quốc phòng, an ninh và động viên công nghiệp | 38/2024/QH15 2024-06-27
Cơ yếu | 05/2011/QH13 2011-11-26
Cư trú | 81/2006/QH11 2006-11-29; 68/2020/QH14 2020-11-13
Dạy nghề | 76/2006/QH11 2006-11-29
Dân quân tự vệ | 43/2009/QH12 2009-11-23; 48/2019/QH14 2019-11-22
Dân số
Dầu khí | 12/2022/QH15 2022-11-14
Di sản văn hóa | 28/2001/QH10 2001-06-29; 45/2024/QH15 2024-11-23
Doanh nghiệp | 60/2005/QH11 2005-11-29; 68/2014/QH13 2014-11-26; 59/2020/QH14 2020-06-17
Doanh nghiệp nhà nước
Du lịch | 44/2005/QH11 2005-06-14; 09/2017/QH14 2017-06-19
Dữ liệu | 60/2024/QH15 2024-11-30
Dự trữ quốc gia | 22/2012/QH13 2012-11-20
Dược | 34/2005/QH11 2005-06-14; 105/2016/QH13 2016-04-06
Đa dạng sinh học | 20/2008/QH12 2008-11-13
Đặc xá | 30/2018/QH14 2018-11-19
Đất đai | 13/2003/QH11 2003-11-26; 45/2013/QH13 2013-11-29; 31/2024/QH15 2024-01-18
Đấu giá tài sản | 01/2016/QH14 2016-11-17
Đấu thầu | 61/2005/QH11 2005-11-29; 43/2013/QH13 2013-11-26; 22/2023/QH15 2023-06-23
Đầu tư | 59/2005/QH11 2005-11-29; 67/2014/QH13 2014-11-26; 61/2020/QH14 2020-06-17
Đầu tư công | 49/2014/QH13 2014-06-18; 39/2019/QH14 2019-06-13; 58/2024/QH15 2024-11-29 | ĐTC
Đầu tư theo phương thức đối tác công tư | 64/2020/QH14 2020-06-18 | PPP
Đê điều | 79/2006/QH11 2006-11-29
Địa chất và khoáng sản | 54/2024/QH15 2024-11-29
Điện ảnh | 05/2022/QH15 2022-06-15
Điện lực | 28/2004/QH11 2004-12-03; 61/2024/QH15 2024-11-30
Điều ước quốc tế | 108/2016/QH13 2016-04-09
Đo đạc và bản đồ | 27/2018/QH14 2018-06-14
Đo lường | 04/2011/QH13 2011-11-11
Đường bộ | 35/2024/QH15 2024-06-27
Đường sắt | 35/2005/QH11 2005-06-14; 06/2017/QH14 2017-06-16; 95/2025/QH15 2025-06-27
Giá | 11/2012/QH13 2012-06-20; 16/2023/QH15 2023-06-19
Giám định tư pháp | 13/2012/QH13 2012-06-20
Giao dịch điện tử | 51/2005/QH11 2005-11-29; 20/2023/QH15 2023-06-22
Giao thông đường bộ | 26/2001/QH10 2001-06-29; 23/2008/QH12 2008-11-13
Giao thông đường thủy nội địa | 23/2004/QH11 2004-06-15
Giáo dục | 38/2005/QH11 2005-06-14; 43/2019/QH14 2019-06-14
Giáo dục đại học | 08/2012/QH13 2012-06-18
Giáo dục nghề nghiệp | 74/2014/QH13 2014-11-27
Giáo dục quốc phòng và an ninh | 30/2013/QH13 2013-06-19 | Giáo dục quốc phòng - an ninh; Giáo dục quốc phòng an ninh
Hải quan | 29/2001/QH10 2001-06-29; 54/2014/QH13 2014-06-23
Hàng không dân dụng Việt Nam | 66/2006/QH11 2006-06-29 | Hàng không dân dụng
Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác | 75/2006/QH11 2006-11-29
Hòa giải ở cơ sở | 35/2013/QH13 2013-06-20 | Hòa giải cơ sở
Hòa giải, đối thoại tại Tòa án | 58/2020/QH14 2020-06-16
Hóa chất | 06/2007/QH12 2007-11-21; 69/2025/QH15 2025-06-14
Hoạt động chữ thập đỏ | 11/2008/QH12 2008-06-03 | Chữ thập đỏ
Hoạt động giám sát của Quốc hội và Hội đồng nhân dân | 87/2015/QH13 2015-11-20
Hộ tịch | 60/2014/QH13 2014-11-20
Hôn nhân và gia đình | 22/2000/QH10 2000-06-09; 52/2014/QH13 2014-06-19 | Hôn nhân gia đình
Hỗ trợ doanh nghiệp nhỏ và vừa | 04/2017/QH14 2017-06-12
Hợp tác xã | 18/2003/QH11 2003-11-26; 23/2012/QH13 2012-11-20; 17/2023/QH15 2023-06-20
Kế toán | 03/2003/QH11 2003-06-17; 88/2015/QH13 2015-11-20
Khám bệnh, chữa bệnh | 40/2009/QH12 2009-11-23; 15/2023/QH15 2023-01-09 | Khám, chữa bệnh
Khí tượng thủy văn | 90/2015/QH13 2015-11-23
Khiếu nại | 02/2011/QH13 2011-11-11
Khiếu nại, tố cáo | 09/1998/QH10 1998-12-02
Khoa học và công nghệ | 21/2000/QH10 2000-06-09; 29/2013/QH13 2013-06-18
Khoa học, công nghệ và đổi mới sáng tạo | 93/2025/QH15 2025-06-27
Khoáng sản | 60/2010/QH12 2010-11-17
Kiểm toán độc lập | 67/2011/QH12 2011-03-29
Kiểm toán nhà nước | 37/2005/QH11 2005-06-14; 81/2015/QH13 2015-06-24
Kiến trúc | 40/2019/QH14 2019-06-13
Kinh doanh bảo hiểm | 24/2000/QH10 2000-12-09; 08/2022/QH15 2022-06-16
Kinh doanh bất động sản | 63/2006/QH11 2006-06-29; 66/2014/QH13 2014-11-25; 29/2023/QH15 2023-11-28
Lâm nghiệp | 16/2017/QH14 2017-11-15
Luật sư | 65/2006/QH11 2006-06-29
Lực lượng dự bị động viên | 53/2019/QH14 2019-11-26
Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở | 30/2023/QH15 2023-11-28
Lưu trữ | 01/2011/QH13 2011-11-11; 33/2024/QH15 2024-06-21
Lý lịch tư pháp | 28/2009/QH12 2009-06-17
Mặt trận Tổ quốc Việt Nam | 14/1999/QH10 1999-06-12; 75/2015/QH13 2015-06-09 | Mặt trận Tổ quốc
Năng lượng nguyên tử | 18/2008/QH12 2008-06-03; 94/2025/QH15 2025-06-27
Ngân hàng Nhà nước Việt Nam | 46/2010/QH12 2010-06-16
Ngân sách nhà nước | 01/2002/QH11 2002-12-16; 83/2015/QH13 2015-06-25; 89/2025/QH15 2025-06-25 | Ngân sách
Nghĩa vụ quân sự | 78/2015/QH13 2015-06-19
Người cao tuổi | 39/2009/QH12 2009-11-23
Người khuyết tật | 51/2010/QH12 2010-06-17
Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng | 72/2006/QH11 2006-11-29; 69/2020/QH14 2020-11-13
Nhà giáo | 73/2025/QH15 2025-06-16
Nhà ở | 56/2005/QH11 2005-11-29; 65/2014/QH13 2014-11-25; 27/2023/QH15 2023-11-27
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam | 47/2014/QH13 2014-06-16
Nuôi con nuôi | 52/2010/QH12 2010-06-17
Phá sản | 51/2014/QH13 2014-06-19
Phí và lệ phí | 97/2015/QH13 2015-11-25
Phổ biến, giáo dục pháp luật | 14/2012/QH13 2012-06-20
Phòng bệnh
Phòng cháy và chữa cháy | 27/2001/QH10 2001-06-29
Phòng cháy, chữa cháy và cứu nạn, cứu hộ | 55/2024/QH15 2024-11-29 | Phòng cháy, chữa cháy và cứu hộ, cứu nạn
Phòng không nhân dân | 49/2024/QH15 2024-11-27
Phòng thủ dân sự | 18/2023/QH15 2023-06-20
Phòng, chống bạo lực gia đình | 02/2007/QH12 2007-11-21; 13/2022/QH15 2022-11-14
Phòng, chống bệnh truyền nhiễm | 03/2007/QH12 2007-11-21
Phòng, chống khủng bố | 28/2013/QH13 2013-06-12
Phòng, chống ma túy | 23/2000/QH10 2000-12-09; 73/2021/QH14 2021-03-30
Phòng, chống mua bán người | 66/2011/QH12 2011-03-29; 53/2024/QH15 2024-11-28
Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) | 64/2006/QH11 2006-06-29 | Phòng, chống HIV/AIDS; Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người
Phòng, chống rửa tiền | 07/2012/QH13 2012-06-18; 14/2022/QH15 2022-11-15
Phòng, chống tác hại của rượu, bia | 44/2019/QH14 2019-06-14 | Phòng, chống tác hại rượu, bia
Phòng, chống tác hại của thuốc lá | 09/2012/QH13 2012-06-18 | Phòng, chống tác hại thuốc lá
Phòng, chống tham nhũng | 55/2005/QH11 2005-11-29; 36/2018/QH14 2018-11-20
Phòng, chống thiên tai | 33/2013/QH13 2013-06-19
Quản lý ngoại thương | 05/2017/QH14 2017-06-12
Quản lý nợ công | 20/2017/QH14 2017-11-23
Quản lý thuế | 78/2006/QH11 2006-11-29; 38/2019/QH14 2019-06-13
Quản lý và đầu tư vốn nhà nước tại doanh nghiệp | 68/2025/QH15 2025-06-14
Quản lý, sử dụng tài sản công | 15/2017/QH14 2017-06-21 | Tài sản công
Quản lý, sử dụng tài sản nhà nước | 09/2008/QH12 2008-06-03
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp | 69/2014/QH13 2014-11-26
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ | 14/2017/QH14 2017-06-20; 42/2024/QH15 2024-06-29
Quảng cáo | 16/2012/QH13 2012-06-21
Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng | 98/2015/QH13 2015-11-26
Quốc phòng | 39/2005/QH11 2005-06-14; 22/2018/QH14 2018-06-08
Quốc tịch Việt Nam | 24/2008/QH12 2008-11-13 | Quốc tịch
Quy hoạch | 21/2017/QH14 2017-11-24
Quy hoạch đô thị | 30/2009/QH12 2009-06-17
Quy hoạch đô thị và nông thôn | 47/2024/QH15 2024-11-26
Sĩ quan Quân đội nhân dân Việt Nam | 16/1999/QH10 1999-12-21
Sở hữu trí tuệ | 50/2005/QH11 2005-11-29
Sử dụng năng lượng tiết kiệm và hiệu quả | 50/2010/QH12 2010-06-17
Tài nguyên nước | 17/2012/QH13 2012-06-21; 28/2023/QH15 2023-11-27
Tài nguyên, môi trường biển và hải đảo | 82/2015/QH13 2015-06-25
Tần số vô tuyến điện | 42/2009/QH12 2009-11-23
Tham gia lực lượng gìn giữ hòa bình của Liên hợp quốc | 92/2025/QH15 2025-06-27
Thanh niên | 53/2005/QH11 2005-11-29; 57/2020/QH14 2020-06-16
Thanh tra | 22/2004/QH11 2004-06-15; 56/2010/QH12 2010-11-15; 11/2022/QH15 2022-11-14; 84/2025/QH15 2025-06-25
Thể dục, thể thao | 77/2006/QH11 2006-11-29
Thi đua, khen thưởng | 15/2003/QH11 2003-11-26; 06/2022/QH15 2022-06-15
Thi hành án dân sự | 26/2008/QH12 2008-11-14
Thi hành án hình sự | 53/2010/QH12 2010-06-17; 41/2019/QH14 2019-06-14
Thi hành tạm giữ, tạm giam | 94/2015/QH13 2015-11-25
Thỏa thuận quốc tế | 70/2020/QH14 2020-11-13
Thống kê | 04/2003/QH11 2003-06-17; 89/2015/QH13 2015-11-23
Thủ đô | 25/2012/QH13 2012-11-21; 39/2024/QH15 2024-06-28
Thú y | 79/2015/QH13 2015-06-19
Thuế bảo vệ môi trường | 57/2010/QH12 2010-11-15
Thuế giá trị gia tăng | 13/2008/QH12 2008-06-03; 48/2024/QH15 2024-11-26
Thuế sử dụng đất phi nông nghiệp | 48/2010/QH12 2010-06-17
Thuế tài nguyên | 45/2009/QH12 2009-11-25
Thuế thu nhập cá nhân | 04/2007/QH12 2007-11-21
Thuế thu nhập doanh nghiệp | 14/2008/QH12 2008-06-03; 67/2025/QH15 2025-06-14
Thuế tiêu thụ đặc biệt | 27/2008/QH12 2008-11-14; 66/2025/QH15 2025-06-14
Thuế xuất khẩu, thuế nhập khẩu | 107/2016/QH13 2016-04-06
Thủy lợi | 08/2017/QH14 2017-06-19
Thủy sản | 17/2003/QH11 2003-11-26; 18/2017/QH14 2017-11-21
Thư viện | 46/2019/QH14 2019-11-21
Thực hành tiết kiệm, chống lãng phí | 48/2005/QH11 2005-11-29; 44/2013/QH13 2013-11-26 | Tiết kiệm, chống lãng phí
Thực hiện dân chủ ở cơ sở | 10/2022/QH15 2022-11-10 | Dân chủ ở cơ sở
Thương mại | 36/2005/QH11 2005-06-14
Thương mại điện tử
Tiếp cận thông tin | 104/2016/QH13 2016-04-06
Tiếp công dân | 42/2013/QH13 2013-11-25
Tiêu chuẩn và quy chuẩn kỹ thuật | 68/2006/QH11 2006-06-29
Tín ngưỡng, tôn giáo | 02/2016/QH14 2016-11-18
Tình trạng khẩn cấp
Tổ chức Chính phủ | 32/2001/QH10 2001-12-25; 76/2015/QH13 2015-06-19; 63/2025/QH15 2025-02-18
Tổ chức chính quyền địa phương | 77/2015/QH13 2015-06-19; 65/2025/QH15 2025-02-19; 72/2025/QH15 2025-06-16
Tổ chức cơ quan điều tra hình sự | 99/2015/QH13 2015-11-26
Tổ chức Hội đồng nhân dân và Ủy ban nhân dân | 11/2003/QH11 2003-11-26
Tổ chức Quốc hội | 57/2014/QH13 2014-11-20
Tổ chức Tòa án nhân dân | 33/2002/QH10 2002-04-02; 62/2014/QH13 2014-11-24; 34/2024/QH15 2024-06-24
Tổ chức Viện kiểm sát nhân dân | 63/2014/QH13 2014-11-24
Tố cáo | 03/2011/QH13 2011-11-11; 25/2018/QH14 2018-06-12
Tố tụng hành chính | 64/2010/QH12 2010-11-24; 93/2015/QH13 2015-11-25
Trách nhiệm bồi thường của Nhà nước | 35/2009/QH12 2009-06-18; 10/2017/QH14 2017-06-20
Trật tự, an toàn giao thông đường bộ | 36/2024/QH15 2024-06-27
Trẻ em | 102/2016/QH13 2016-04-05
Trí tuệ nhân tạo
Trọng tài thương mại | 54/2010/QH12 2010-06-17
Trồng trọt | 31/2018/QH14 2018-11-19
Trợ giúp pháp lý | 69/2006/QH11 2006-06-29; 11/2017/QH14 2017-06-20
Trưng cầu ý dân | 96/2015/QH13 2015-11-25
Trưng mua, trưng dụng tài sản | 15/2008/QH12 2008-06-03
Tư pháp người chưa thành niên | 59/2024/QH15 2024-11-30
Tương trợ tư pháp | 08/2007/QH12 2007-11-21
Việc làm | 38/2013/QH13 2013-11-16; 74/2025/QH15 2025-06-16
Viên chức | 58/2010/QH12 2010-11-15
Viễn thông | 41/2009/QH12 2009-11-23; 24/2023/QH15 2023-11-24
Xây dựng | 16/2003/QH11 2003-11-26; 50/2014/QH13 2014-06-18
Xuất bản | 30/2004/QH11 2004-12-03; 19/2012/QH13 2012-11-20
Xuất cảnh, nhập cảnh của công dân Việt Nam | 49/2019/QH14 2019-11-22
Xử lý vi phạm hành chính | 15/2012/QH13 2012-06-20 | Xử phạt vi phạm hành chính
"""

CODES = """
Dân sự | 33/2005/QH11 2005-06-14; 91/2015/QH13 2015-11-24
Hàng hải Việt Nam | 40/2005/QH11 2005-06-14; 95/2015/QH13 2015-11-25 | Hàng hải
Hình sự | 15/1999/QH10 1999-12-21; 100/2015/QH13 2015-11-27
Lao động | 10/2012/QH13 2012-06-18; 45/2019/QH14 2019-11-20
Tố tụng dân sự | 24/2004/QH11 2004-06-15; 92/2015/QH13 2015-11-25
Tố tụng hình sự | 19/2003/QH11 2003-11-26; 101/2015/QH13 2015-11-27
"""

ORDINANCES = """
Án phí, lệ phí Tòa án
Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia
Bảo vệ và kiểm dịch thực vật
Bưu chính, viễn thông
Cán bộ, công chức
Cảnh sát cơ động
Cảnh sát môi trường
Công an xã | 06/2008/PL-UBTVQH12 2008-11-21
Dân quân tự vệ
Dân số | 06/2003/PL-UBTVQH11 2003-01-09
Đê điều
Giá
Giống cây trồng | 15/2004/PL-UBTVQH11 2004-03-24
Giống vật nuôi | 16/2004/PL-UBTVQH11 2004-03-24
Hành nghề y, dược tư nhân
Hợp nhất văn bản quy phạm pháp luật | 01/2012/UBTVQH13 2012-03-22
Khai thác và bảo vệ công trình thủy lợi | 32/2001/PL-UBTVQH10 2001-04-04
Lực lượng dự bị động viên
Lưu trữ quốc gia
Ngoại hối
Người cao tuổi
Người tàn tật
Pháp điển hệ thống quy phạm pháp luật | 03/2012/UBTVQH13 2012-04-16
Phí và lệ phí
Phòng, chống lụt, bão
Phòng, chống mại dâm | 10/2003/PL-UBTVQH11 2003-03-17
Quản lý thị trường | 11/2016/UBTVQH13 2016-03-08
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ | 16/2011/UBTVQH12 2011-06-30
Thể dục, thể thao
Thú y | 18/2004/PL-UBTVQH11 2004-04-29
Thực hành tiết kiệm, chống lãng phí
Thực hiện dân chủ ở xã, phường, thị trấn | 34/2007/PL-UBTVQH11 2007-04-20 | Dân chủ cơ sở; Thực hiện dân chủ ở xã, phường
Tín ngưỡng, tôn giáo | 21/2004/PL-UBTVQH11 2004-06-18
Ưu đãi người có công với cách mạng | 26/2005/PL-UBTVQH11 2005-06-29; 02/2020/UBTVQH14 2020-12-09 | Ưu đãi người có công
Vệ sinh an toàn thực phẩm | 12/2003/PL-UBTVQH11 2003-07-26
Xử lý vi phạm hành chính | 44/2002/PL-UBTVQH10 2002-07-02
"""
