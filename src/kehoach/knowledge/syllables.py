"""Pairs of syllables, and syllables that need no second, by which marks that OCR lost are restored.

Made by ``tools/build_syllables.py``.  A row is one pair's forms, the most frequent first; letters without marks that
stand for several pairs as often have none.
"""

from __future__ import annotations

ROWS = """
an các,ân các
an huyện
an phường,án phường
an quận
an toàn
an tỉnh,án tỉnh
an xã
anh hùng
ban bí
ban bầu
ban chấp
ban chỉ,bản chỉ
ban dân
ban giám
ban hành
ban mặt,bản mật
ban nhân
ban quản,bàn quận
ban thường
ban tuyên,bản tuyên
ban tổ
ban đại
bcđ
binh và,bình và
biên bản,biên ban
biên giới
biên phòng
biên soạn
biểu
biểu dương
biểu hội
biểu quốc
biện pháp,biến pháp
biệt khó
buôn
buổi sáng
buổi,bưởi
bài viết
bàn giao,bản giao
bàn tỉnh
bào các
bác sĩ
bám sát
bán hàng
bán lẻ
bán người
báo chí
báo cáo
bãi bỏ
bình chọn
bình quân
bình xét
bình đẳng
bí thư
bơm
bưu
bưu điện
bạo lực
bản quy
bản tin,bán tín
bản đồ,bản do
bảo dưỡng
bảo hiểm
bảo quản
bảo trợ
bảo tồn
bảo vệ,báo về
bảo đảm
bầu
bầu cử
bắt buộc
bắt giữ
bắt đầu
bằng văn
bế mạc
bến xe
bếp
bếp ăn
bệnh
bệnh nhân
bệnh tật
bệnh viện
bệnh động
bố trí
bồi dưỡng
bổ kinh
bổ sung
bộ chuyên
bộ chính
bộ chỉ,bổ chi,bổ chỉ
bộ công,bố công,bổ công
bộ luật
bộ máy
bộ phận,bộ phân
bộ phụ
bộ quản
bộ tham
bộ tiêu
bộ trưởng,bộ trường
bộ tài,bổ tại
bộ tư
bộ y
bộ đội
cai nghiện
cam kết
cao chất,cáo chất
cao nhận
cao trách
cao tuổi
cao đẳng
cha mẹ
chi bộ,chỉ bố
chi cục
chi hội
chi nhánh
chi phí
chi thường
chi tiết,chí tiết
chi trả
chi đoàn
chia sẻ
chiếm
chiến binh
chiến dịch
chiến lược
chiến,chiên
chiếu sáng
cho các
cho cán
cho hộ,cho hồ
cho người
chuyên gia
chuyên môn
chuyên mục
chuyên trách
chuyên đề
chuyển biến
chuyển giao
chuyển đổi
chuẩn
chuẩn bị
chuẩn đo
chuồng trại
chào
chào cờ
chào mừng
chánh thanh
chánh văn
châu
chí minh
chính công
chính của
chính kế
chính phủ,chỉnh phụ
chính quyền
chính sách
chính trị
chăm lo
chăm sóc
chăn nuôi
chưa có
chưa được
chương trình
chấm điểm
chấp hành
chất lượng,chất lương
chậm nhất
chặt chẽ
chế biến
chế độ
chỉ huy
chỉ số,chí so
chỉ thị,chí thi
chỉ tiêu,chi tiêu
chỉ đạo
chỉnh lý
chỉnh trang
chịu
chịu trách
chọn,chôn
chống thiên
chống tội
chốt
chồng chéo
chờ khám
chủ nghĩa
chủ nhiệm
chủ nhật
chủ quan
chủ thể
chủ trì
chủ trương
chủ tịch
chủ yếu
chủ đề
chủ động
chức bộ
chức chính
chức các
chức cán
chức hành
chức hội
chức kiểm
chức lễ
chức ngày
chức năng
chức tham
chức thành
chức thực
chức tín
chức tập
chức tỉnh
chức và
chức vào
chức văn
chức xã
chức đảng
chức,chúc
chứng chỉ
chứng nhận,chung nhan
chữ thập
chữa bệnh
chữa cháy
cp ngày
cung ứng
cuối năm
cuộc thi
cá nhân
các
các bước
các bộ
các chương
các chợ
các chủ
các công
các cơ
các cấp
các doanh
các hoạt
các huyện
các hộ
các hội
các khoa
các khu
các khối
các làng
các lớp
các nguồn
các ngành
các nhiệm
các năm
các nội
các pct
các phòng,các phong
các phó
các sở
các thành
các thôn
các trung
các trường,các trưởng
các trạm
các tỉnh,các tình
các tổ
các xã
các điểm
các đoàn,các đoạn
các đơn,các đồn
các địa
các đồng
các ấp
cách
cách hành
cán bộ
cáo kết
cân đối
câu hỏi
câu lạc
cây trồng
cây xanh
còn lại
có công
có dịch
có hiệu
có liên
có nguy
có thẩm
có trách
có việc
có vướng
có ít
có đường
công an
công bố
công chức
công dân
công khai
công lập
công nghiệp
công nghệ
công nhiệm
công suất
công thương,công thường
công thực
công trung
công trách
công trình
công ty
công tác,cộng tác
công việc
công và
công văn
công điện
công đoàn
cùng kỳ
căn cứ
cơ chế,có che
cơ cấu
cơ quan
cơ sở,cơ số,có sổ,cò số,có số
cư tự
cường công
cả các
cải cách
cải thiện
cải tạo
cảnh báo
cảnh sát
cấp chứng
cấp dịch
cấp giấy
cấp huyện
cấp hội
cấp kinh
cấp nước
cấp phát
cấp trên
cấp tỉnh
cấp xã
cấp độ,cấp do
cấp ủy
cần thiết
cầu các
cầu của
cầu vốn
cập nhật
cắm mốc
cắt giảm
cố định
cổng thông
cộng hòa
cộng sản
cộng đồng,công đồng
cụ thể
cục kiểm
cục quản
cục thuế
cục thú
cục thống
cục trưởng
cục,cực,cúc
cụm công
của ban
của chính
của chủ
của các,cửa các
của cơ
của cấp,cửa cấp
của huyện
của hđnd
của hội
của luật
của người
của nhà
của sở
của tỉnh
của từng
của ubnd
của đơn
của,cửa
củng cố
cứ kế
cứ luật
cứu hộ
cứu nạn
cứu trợ
cử cán,cư căn
cử tri
cử xã
cửa hàng
cựu chiến,cứu chiến
danh hiệu
danh mục
danh sách
di cư
di dời,đi đôi
di tích
diễn tập
diện cha
diện tích
doanh nghiệp
du lịch
dung kiểm
dung sau,dựng sau
duy trì
duyệt
duyệt trước
dân chủ,dẫn chủ
dân cư
dân huyện
dân phố,dân phổ
dân sự
dân tỉnh
dân tộc
dân vận
dân xã,dẫn xã
dân đạt
dây nóng
dõi việc
dưỡng nghiệp
dạy bơi
dạy học
dạy nghề
dịch bệnh
dịch covid
dịch vụ
dịp
dục nghề
dục pháp
dục thường
dục và
dục đại
dụng đất
dứt
dứt điểm
dữ liệu
dự báo
dự kiến
dự phòng
dự thi
dự thảo
dự toán
dự án
dựng kế,dung kế
dựng nông
dựng đảng
ghi chú
ghép
gia bảo
gia các
gia hội
gia đình,giả định
giai đoạn
gian hoàn
gian thực
gian,gián,giản,giãn
giao chỉ,giao chi
giao dịch
giao nhận
giao sở
giao thông
giá kết
giá trị
giám hiệu
giám sát
giám đốc
giáo dục
giáo tỉnh
giáo viên
giúp
giúp pháp
giúp việc
giúp xã
giúp đỡ
giải ngân
giải pháp
giải quyết
giải tỏa
giảm nghèo
giảm số
giảm ít
giảng dạy
giấy chứng
giấy phép
giới thiệu
giới,giỏi
giờ,gió
giữ
giữ gìn
giữa
gây phiền
gìn
góp của
góp phần
góp,gộp
gồm các
gửi báo
gửi sở,gửi số
gửi trước
gửi,gũi
ha lúa
hai trăm
hiến máu
hiểm thất
hiểm xã
hiểm y
hiểm,hiếm
hiện chính
hiện các
hiện có
hiện công
hiện kế
hiện luật
hiện mục
hiện nghị
hiện trạng
hiện đại
hiện,hiến,hiền,hiển
hiệp
hiệp hội
hiệp phụ
hiệu lực
hiệu quả
hiệu trưởng
hoàn thiện
hoàn thành
hoàn,hoan,hoãn,hoán
hoạch
hoạch công
hoạch hành
hoạch liên
hoạch này
hoạch năm
hoạch phòng
hoạch số
hoạch thực
hoạch trước
hoạch tổng
hoạch và
hoạt
hoạt động
hoặc
huy bộ
huy phòng
huy quân
huy động,hủy động
huy,hủy
huyện
huyện đoàn
huyện ủy
huấn
huấn cho
huấn luyện
hà giang
hà nội
hà tĩnh
hàng chính
hàng hải
hàng không
hàng nhà
hành chính
hành chương
hành kèm
hành kế,hành kể
hành nghề
hành động
hình dịch
hình sự
hình tỉnh,hình tính
hình,hinh
hòa xã,hóa xã,hòa xá
hóa đơn
hđnd
hđnd huyện
hđnd tỉnh
hđnd và
hđnd xã
hư hỏng
hướng dẫn
hưởng ứng
hạ tầng
hạn chế
hạnh phúc
hải phòng
hậu cần
hằng năm,hàng năm
hằng quý,hàng quý
hằng tháng,hàng tháng
hằng tuần,hàng tuần
hằng,hàng,hạng,hãng
hết
hết năm
hệ thống
học công
học nghề,học nghệ
học phổ
học sinh
học tập
học và
học,hộc
hồ chí,hộ chỉ
hồ sơ
hỗ trợ
hộ gia
hộ nghèo
hội chi
hội chủ,hội chữ
hội các
hội cựu
hội du
hội hóa,hội hoa
hội khóa
hội lhpn
hội liên
hội nghị
hội nông
hội phụ
hội trước
hội tỉnh
hội đoàn
hội đảng
hội để
hội đồng
hợp kết
hợp nhất
hợp pháp
hợp thời
hợp tác
hợp với,họp với
hợp đồng
hữu nghị
hữu,hưu
iii năm
iv năm
khai kế
khai mạc
khai thác
khai thực
khai,khải,khái
khen thưởng
khi có
khiếu nại
khoa học,khóa học
khoa tỉnh
khoảng
khu công
khu dân
khu phố
khu vực
khu,khử
khuyến công
khuyến học
khuyến khích
khuyến nông
khuyến,khuyên
khuyết tật
khuẩn
khách
khách hàng
khách quan
khám bệnh
khám sức
khám,khăm
khánh
khí tượng
khó khăn
khôi phục
không có
không dưới
không gây
không quá,không qua
không được
không để
không,khống,khổng
khả năng
khảo
khảo sát
khẩn trương
khẩu hiệu
khắc phục
khỏe
khối lượng
khống chế
khởi công
khởi nghiệp
khởi tố
khử khuẩn
kinh nghiệm
kinh phí
kinh tế
kinh,kính
kiến nghị
kiềm chế
kiểm kê
kiểm lâm
kiểm nghiệm
kiểm soát
kiểm tra
kiểm điểm
kiểm định
kiện toàn
kèm theo
kèm,kém
kéo
kéo dài
kê khai
kênh
kênh mương
kêu gọi
kích hoạt
ký cam
ký số,ký sở
kế hoạch
kế toán,kê toàn
kết
kết hợp
kết luận
kết năm
kết nạp
kết nối
kết quả
kết trong
kết vào
kết với
kể từ
kịch bản
kịp thời
kịp,kíp
kỳ hằng,kỳ hàng
kỷ niệm
kỹ năng
kỹ thuật
lao động
lao,lão,lào
lhpn việt
liên hiệp
liên hệ
liên kết
liên minh
liên ngành
liên quan
liên tịch
liên tục
liên đoàn
liên,liền
liệt
liệu,liều,liêu,liêụ
loại văn
loại,loài
luyện
luân chuyển
luân phiên
luận số
luật
luật an
luật ngân
luật phòng
luật quản
luật số
luật sửa
luật thanh
luật tổ
luật đất
là cơ
là kế
là ngày
là đơn
là đầu
làm cho
làm chủ
làm công
làm mới
làm sạch
làm trưởng
làm tốt
làm việc
làm đầu
lái xe
lâm nghiệp
lãng phí
lãnh đạo
lên
lý các
lý dứt
lý dự
lý hành
lý khu
lý nhà
lý thuế
lý thị
lý vi
lý đối
lý,ly
lđlđ
lĩnh vực
lưu
lưu động
lường chất
lược,luộc
lượng công
lượt
lượt khách
lượt người
lượt xem
lạc
lạc bộ
lấy mẫu
lần thứ
lập danh
lập dự
lập hồ
lập kế
lập mới
lập tổ
lập đoàn
lắp đặt
lễ ra
lệ tuân
lệnh
lịch
lồng ghép
lộ trình
lớp học
lớp tập
lớp,lốp
lựa chọn
lực lượng
ma túy
minh bạch
minh hợp
miền núi
mttq việt
mua sắm
máu tình
mã số
mét giá
mít tinh
mô hình
môi trường,mỗi trường
mùa khô
mùa mưa
mùa vụ
mưa bão
mưu
mưu sơ
mưu tổ
mươi triệu
mạnh
mầm non
mắc phản
mặt bằng
mặt trận
mẹ học
mẹ,mê
mềm
mỗi năm,mối năm
mỗi quý,mới quy
mỗi tháng
mỗi tuần
mỗi tổ
mỗi xã
một cửa
một lần
một số
một,mốt
mới được
mời đại
mở chuyên
mở lớp
mục tiêu
mục đích
mức hỗ
mức độ,mức do
mỹ,mỳ
nam xã
ngay từ
nghiêm túc
nghiên cứu
nghiệm thu
nghiệp
nghiệp công
nghiệp nông
nghiệp thủy
nghiệp và
nghiệp vụ
nghèo
nghĩa
nghĩa việt
nghĩa vụ
nghề cho,nghệ cho
nghề nghiệp
nghề nông
nghệ an
nghệ nhân
nghệ số
nghệ thuật
nghệ thông
nghị của
nghị hiệp
nghị hội
nghị lần
nghị quyết
nghị tổng
nghị định
nghị,nghỉ,nghi
nguy cơ
nguyên nhân
nguyên tắc
nguyên và
nguồn
nguồn chi
nguồn hợp
nguồn kinh
nguồn lực
nguồn nước
nguồn thu
nguồn vốn
nguồn xã
ngành
ngành tỉnh
ngày ban
ngày bầu
ngày công
ngày hội
ngày kể
ngày làm
ngày thành
ngày,ngay
ngân hàng
ngân sách
ngăn chặn
người
người cao
người có
người dân
người học
người khuyết
người ký
người lao
người phụ
người thực
người đứng,người đúng
ngắn thời
ngừa
nhiên
nhiệm của
nhiệm kỳ
nhiệm vụ
nhu cầu
nhà nước
nhà trường
nhà văn
nhà ở
nhà,nha,nhã
nhân dân,nhân dẫn
nhân lực
nhân rộng
nhân viên
nhìn đến
nhóm
như sau
nhất là
nhận thức,nhận thực
nhập
nhắc nhở
ninh mạng
ninh trật
niêm yết
niên
nuôi
nuôi dưỡng
nuôi và
nâng cao
nâng cấp
nông dân
nông nghiệp
nông thôn
nông,nóng,nồng,nòng
năm hằng,năm hàng
năm học
năm mươi
năm một
năm ngày
năm trước,nam trước
năng lượng
năng lực
năng suất
nđ
nơi ban
nơi nhận
nước
nước ngoài
nước sạch
nạn
nạn nhân
nạo vét
nắm chắc
nếu có
nồng độ
nội dung
nội trú
nội vụ
nội địa
nộp
nộp hồ
nữ
phiếu
phiền hà
phong trào
phá
pháp
pháp chế
pháp luật
pháp lý
pháp lệnh
phát hiện
phát huy
phát hành
phát kinh
phát sinh
phát sóng
phát thanh
phát triển
phát động
phát,phạt
phân bổ
phân công
phân loại
phân luồng
phép
phê duyệt
phê,phế
phí dự
phí hỗ
phí kinh
phí thực
phí từ
phòng an
phòng bộ
phòng chuyên
phòng cháy
phòng chống
phòng hành
phòng hđnd
phòng học
phòng hộ
phòng kinh
phòng kế,phòng kê
phòng nghiệp
phòng ngừa
phòng nông
phòng quản
phòng sở
phòng tham
phòng thanh,phòng thành
phòng thủ
phòng tỉnh
phòng tổ
phòng ubnd
phòng văn,phỏng vấn
phòng y
phòng điều
phòng ủy
phó bí
phó chủ
phó giám
phó hiệu
phóng sự
phù hợp
phúc tra
phút
phương châm
phương tiện
phương án,phường an
phạm hành
phạm pháp
phạm vi,phẩm vi
phạm về
phải
phản biện
phản ánh
phấn đấu
phần i
phần ii
phần thứ
phẩm ocop
phố tổ
phối hợp
phối,phơi
phổ biến
phổ thông
phụ huynh
phụ lục
phụ nữ
phụ trách
phục hồi
phục vụ
quan chủ,quân chu
quan phối
quan thường
quan trắc
quan tâm
quan điểm
quy chế
quy hoạch
quy mô
quy phạm
quy trình
quy định
quyết
quyết dứt
quyết số
quyết toán
quyết việc
quyết đúng
quyết định
quyền số
quyền địa
quyền,quyển,quyên
quá trình
quán triệt
quân sự
quý i
quý ii
quý iii
quý một
quả năm
quả thực
quả về
quản lý
quản trị
quảng bá
quảng nam
quảng trường
quần chúng
quốc
quốc gia
quốc hội
quốc phòng
quốc tế
quốc việt
quỹ đất
qđ
ra quân
riêng
rà soát
rác
rác thải
rèn luyện
rõ người
rõ ràng
rõ trách
rõ việc
rút
rút kinh
rút ngắn
rừng
rừng phòng
sao lưu
sao trở
sau ngày
sau đây
sau đại
sinh hoạt
sinh viên
so với,số với,sở với
soát
soát bệnh
soạn
sung một
suất
syt ngày
sàng lọc
sách cấp
sách huyện
sách nhà,sạch nhà
sách trung
sách tỉnh
sách xã
sách địa
sáng tạo
sát công
sát giao
sát hạch
sáu mươi
sóng phát
sĩ,si
sơ kết,sở kết
sơ tán
sơn
sư phạm
sản lượng
sản phẩm
sản việt
sản xuất
sắp xếp
sẵn sàng
số hóa
số liệu,số liêụ
số lượng
số điều
số điện
sổ tay
sở kinh
sở kế
sở lao,số lao
sở nông,số nông
sở nội,số nơi,số nội
sở tài,sở tái
sở văn,số vấn,sở vận
sở vật
sở xây,sơ xây
sở y,số y,sở ý
sức khỏe
sử dụng,sự dựng
sửa chữa
sửa đổi
sửa,sữa
sự cố,sự có
sự nghiệp
sự xã
sự đảng
tham mưu
thanh niên,thành niên
thanh toán
thanh và,thành và
thanh xã
thao và
thay thế
theo chức
theo dõi
theo kế
theo luật
theo phương
theo quyết
theo đề
thi công
thi hành,thị hạnh
thi đua
thi đấu
thiên tai
thiết bị
thiết kế
thiết thực
thiếu nhi
thiếu niên
thiệt hại
thoát
thoại
thu hút
thu hồi
thu nhận
thu nhập
thu phí
thu sự
thu thập
thuận lợi
thuận,thuẫn
thuật
thuế tỉnh
thuốc lá
thuộc bộ
thuộc trung
thành công
thành lập
thành phần
thành phố
thành tiền
thành trước
thành tích
thành viên
thành đoàn
thành ủy
thác,thắc
thái nguyên
tháng báo
tháng đầu
tháng,thang,thắng
tháo dỡ
tháo gỡ
thêm
thí nghiệm
thí điểm
thôn
thôn mới
thông minh
thông qua
thông tin
thông tư
thông tỉnh
thông vận,thống văn
thông điệp
thú y
thăm hỏi
thư viện
thương binh
thương mại
thường trực
thường vụ
thường xuyên
thất nghiệp
thất thoát
thẩm quyền
thẩm tra
thẩm định
thập đỏ
thế giới
thể hóa
thể như
thể thao
thị số
thị trường
thị trấn
thị xã
thống kê
thống nhất
thời gian
thời hạn
thời kỳ
thời,thới,thói,thổi
thủ dân
thủ tướng
thủ tục
thủ vệ,thư về
thủy lợi
thủy nông
thủy sản
thứ ba
thứ bảy
thứ hai
thức của
thử nghiệm
thực hiện
thực hành
thực phẩm
thực trạng
thực tập
thực tế
tin bài
tin học
tin liên
tin và
tin điện
tinh thần
tiêm chủng
tiêm phòng
tiêu chung
tiêu chuẩn
tiêu chí
tiêu chủ
tiêu cụ
tiêu hủy
tiêu quốc
tiêu thụ,tiểu thủ
tiêu tổng
tiêu úng
tiêu đến
tiến hành
tiến độ,tiện đo
tiếng
tiếng anh
tiếp
tiếp công
tiếp cận
tiếp nhận
tiếp tục
tiết kiệm
tiết,tiệt
tiền ăn
tiểu ban
tiểu học
toàn ban
toàn bộ,toàn bờ,toán bố
toàn giao
toàn huyện
toàn quốc
toàn thông
toàn thực
toàn tỉnh
toàn tổ
toàn đội
toán chi
toán kinh
toán ngân
tra bộ,tra bổ
tra cơ
tra phải
tra tỉnh,tra tình
tra viên
tra việc
tra ít
trang bị
trang chủ
trang thiết
trang trí
trao giải
trao đổi
triển
triển công
triển du
triển khai
triển nông
triệt,triết
triệu đồng
triệu,triều
trong các
trong dự,trong du
trong ngày
trong năm,trong nam,trồng nấm
trong quá
trong quý
trong quản
trong tháng
trong thời
trong việc
trong vòng
trong đợt
trung hạn
trung học
trung tâm
trung ương
truyền hình
truyền nhiễm
truyền thanh
truyền tại
truyền,truyện
trách nhiệm
trách đội
trách,trạch
trên
trên cơ
trên mạng
trên đây
trên địa
trì kiểm
trì phối
trình hành
trình mục
trình số,trình sở
trình thực
trình đào
trình,trịnh
trí kinh
trí việc
trí vốn
trăm mười
trăm năm
trăm triệu
trưng bày
trước
trước khi
trước ngày
trước năm
trước tháng
trường cao
trường học
trường hợp
trường mầm
trường phổ
trường ptdtbt
trường thcs
trường thpt
trường tiểu
trường tỉnh
trường xây
trường đại
trưởng ban,trường ban,trưởng bản
trưởng bộ,trường bố
trưởng các,trường các
trưởng phòng
trưởng đoàn
trạm y
trả lời
trấn có
trận tổ,trấn tổ
trật
trật tự
trắc
trẻ em
trị giá
trị sản
trọng tâm
trồng cây
trồng rừng
trồng thủy
trở lên
trợ cấp
trợ giúp
trợ phát
trợ xã
trực ban,trực bán
trực huyện
trực hội
trực thuộc
trực tiếp
trực tuyến
trực tỉnh
trực đảng
trực ủy
trực,trục,trúc
tt nội
tuy nhiên
tuyên giáo,tuyến giao
tuyên truyền
tuyến đường
tuyển chọn
tuyển dụng
tuyển sinh
tuyệt đối
tuần cuối
tuần lễ
tuần tra
tuần đầu
tuổi trẻ
tw ngày
ty cổ
ty điện
tài chính
tài khoản
tài liệu
tài nguyên
tài trợ
tác tuyên,tác tuyến,tác tuyển
tác viên
tác xã,tác xa
tâm công
tâm của
tâm dịch
tâm học
tâm khuyến
tâm kiểm
tâm phục
tâm văn
tâm y
tâm điều
tên
tìm hiểu
tìm kiếm
tình hình
tình nguyện
tình trạng
tích cực
tín dụng
tôn giáo
tôn vinh
túc triển
tăng cường
tăng trưởng
tư liên
tư pháp
tư số
tư tưởng
tư vấn,từ văn
tương đương
tướng chính
tượng thủy
tại các,tải các
tại tờ
tạo việc
tạo,tảo
tất cả
tầm nhìn
tầng và
tập cộng
tập huấn
tập thể
tập trung
tập,tạp
tật tỉnh
tặng quà
tế các
tế dự
tế huyện
tế và
tế xã
tế,tễ,tệ,tẻ
tết,tét
tỉnh ban
tỉnh có
tỉnh hà
tỉnh nghệ
tỉnh quảng
tỉnh về
tỉnh đoàn
tỉnh ủy
tịch phó
tịch số
tịch ubnd
tọa đàm
tố cáo
tốc độ
tối thiểu
tối đa
tốt
tồn tại
tổ bầu
tổ chức
tổ công,tô công,tô cộng
tổ dân
tổ hợp
tổ kiểm
tổ quốc
tổ trưởng
tổng cục
tổng duyệt
tổng hợp
tổng kinh
tổng kết
tổng nhu
tổng phụ
tổng quát
tổng rà
tổng số
tổng thể
tổng vốn
tổng đàn
tổng,tông,tòng
tội phạm
tờ gấp
tờ rơi
tờ trình
tục hành
từ khi
từ nguồn
từ ngân
từ năm
từ tháng
từng bước
từng dân
từng năm
tự an
tự chi
tự do,tự đô,từ đó,tử đo
tự nguyện
tự nhiên
tự quản
tỷ hai
tỷ lệ
tỷ số
tỷ đồng
ubnd các
ubnd huyện
ubnd ngày
ubnd phường
ubnd tỉnh
ubnd xã
vay vốn
vi phạm
viên ban,viên bản
viên chủ
viên chức
viên phụ
viên y
viễn thông
việc
việc chấp
việc của
việc kiểm
việc làm
việc sử
việc thực
việt nam
và an
và chủ
và các
và công,và cộng
và hạ
và kế
và môi
và ngày
và phát
và ptnt
và sau
và thông
và truyền
và trách
và ubnd
và xã
và đào
và đô
và đại,và đài
và đầu
và ủy
và,va
vào
vào các
vào hoạt
vào tháng
vào thứ
văn bản
văn bằng
văn hóa
văn phòng,vấn phòng
văn số
vướng mắc
vấn đề
vận chuyển
vận hành
vận tải
vận động,văn đồng
vật
vật chất
vật liệu
vật nuôi
vật tư
vắc xin
vắc,vạc
về an,vệ an
về kinh
về ma
về phát
về quản
về sở,về số
về trật
về việc
về văn
về xã
vệ rừng
vệ sinh,về sinh
vệ và
vị chủ
vị gửi
vị liên
vị phối
vị thuộc
vị thường
vị thực
vị trí
vị trực
vốn
vốn doanh
vốn sự
vốn vay
vốn đầu
với các
với cùng
với những
với năm
với sở,với sổ
với tổng
với,voi
vụ cho
vụ cháy
vụ chủ
vụ công
vụ cụ
vụ của
vụ huyện
vụ hành
vụ khoa
vụ kế
vụ pháp
vụ số
vụ thu
vụ trọng,vụ trong
vụ tỉnh
vụ việc
vụ và
vụ đông
vụ đảng
vụ,vũ,vừ
vực
vực bỏ
xem xét
xin,xín
xong trước
xung kích
xuyên
xuân
xuất
xuất khẩu
xuống còn
xuống dưới
xác
xác minh
xác nhận
xác định
xây dựng
xây mới
xã có
xã hội
xã phối
xã tân
xã tỉnh
xã tổ
xã và
xã được
xã đạt
xã,xa,xá,xà,xả
xét
xét nghiệm
xét đề
xí nghiệp
xóa bỏ
xóa,xoa
xóm
xúc
xúc tiến
xảy ra
xếp
xếp loại
xử lý
xử phạt
xử,xứ
y tế
yên
yêu cầu
yết
án đầu
ánh về,ảnh vệ
áp dụng
ít
ít nhất
ý kiến
ý thức
đa dạng
đa khoa
điều chỉnh
điều của
điều dưỡng
điều kiện
điều lệ
điều phối
điều tra
điều trị
điều độ
điều,diễu,diệu,điếu,điểu,điệu
điểm trường
điểm tình
điểm,diễm,diệm
điện lực
điện thoại
điện tử,điện từ
đo lường
đo đạc
đoàn công
đoàn giám
đoàn kiểm
đoàn lao
đoàn thanh,đoàn thành
đoàn thể
đoàn tncs
đoàn trường
đoàn viên
đài phát
đài truyền
đào tạo
đánh giá
đáp ứng
đây là
đã ký
đã được
đính kèm
đóng góp
đô thị
đôn đốc
đăng kiểm
đăng ký
đăng nhập
đăng tải
đơn giá
đơn vị
đưa tin
đưa vào
đưa đón
đường biên
đường bộ
đường chính
đường dây
đường sắt
được công
được cấp
được giao
được giải
được hướng,được hưởng
được kiểm
được kế
được phát
được phân
được tiêm
đại biểu
đại diện
đại học
đại hội
đạo các
đạo công
đạo của
đạo điều
đạt được
đảm an
đảm bảo
đảm kinh
đảng bộ
đảng ủy
đất đai
đấu giá
đấu thầu
đấu tranh
đấu đến
đầu hằng,đầu hàng
đầu tư,đầu từ,đậu từ
đầy đủ,dạy đủ
đẩy mạnh
đẳng giới
đặc biệt
đặc khu
đặc điểm
đến cuối
đến các
đến hết
đến nay
đến ngày
đến năm
đến tháng
đề cương
đề nghị
đề xuất
đề án
để xảy
địa bàn
địa chính
địa phương
địa điểm
địa,đĩa
định ban
định chất
định hướng
định kỳ
định mức
định rõ
định số
định tại
đỏ tỉnh,do tỉnh
đốc các,đọc các
đốc sở
đối chiếu
đối ngân
đối thoại
đối tượng
đối với,đổi với,đôi với
đồn biên
đồng chí,đồng chỉ
đồng quản
đồng trường
đổi mới
đổi quy
đổi số,dõi số,đổi sổ
độ báo
độ hoàn
độ tuổi
đội biên
đội ngũ
động của,đóng cửa
động giám
động nguồn
động quốc
động tỉnh
động viên
động xã
đột xuất
đứng đầu
ưu
ưu tiên
ưu tú
ưu đãi
ương hội
ước
ảnh hưởng
ổn định
ở cơ
ở mức
ủy ban
ủy khối
ủy viên
ủy,uy
ứng dụng
"""
