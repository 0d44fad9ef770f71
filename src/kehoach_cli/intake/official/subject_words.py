"""The words by which a sentence tells who acts: what names begin with, and verbs.

To teach a new word, add it to the table it belongs to; words are in lower case.
"""

from __future__ import annotations


def _phrases(table: str) -> tuple[str, ...]:
    """The phrases of a table, between «·»."""
    return tuple(" ".join(phrase.split()) for phrase in table.split("·"))


HEADS = _phrases("""
sở · phòng · ban · bộ · cục · vụ · chi cục · tổng cục · ubnd · ủy ban · hđnd · hội đồng · công an ·
văn phòng · vp · trung tâm · hội · đoàn · huyện đoàn · tỉnh đoàn · thành đoàn · đảng ủy · huyện ủy ·
tỉnh ủy · thành ủy · quận ủy · thị ủy · chi bộ · mặt trận · mttq · ubmttq · liên đoàn · liên minh ·
liên hiệp · hiệp hội · kho bạc · bảo hiểm · ngân hàng · tòa án · toà án · viện · trường · bệnh viện ·
trạm · đài · báo · thanh tra · chi nhánh · tổ công tác · tổ · công ty · doanh nghiệp · thủ trưởng ·
giám đốc · chủ tịch · phó chủ tịch · chánh · người đứng đầu · đồng chí · trưởng · cơ quan · tập đoàn ·
thường trực · điện lực · bưu điện · thuế · hải quan · quỹ · đảng bộ · cấp ủy · lãnh đạo · xã · phường ·
thôn · hạt kiểm lâm · đơn vị · địa phương · btv · ban thường vụ · bhxh · lđlđ · tand · vksnd ·
nhà trường · bch · bchqs · viettel · vnpt · từng · mỗi · hợp tác xã · chính quyền · tổng công ty ·
học viện · câu lạc bộ · ubmttqvn ·
thư viện · bảo tàng · nhà hát · nhà văn hóa · nhà thiếu nhi · nhà xuất bản · đội · hạt · kho · cảng · khoa ·
vườn quốc gia · khu bảo tồn · đồn biên phòng · bộ đội · quân khu · ttyt · chủ đầu tư · nhà đầu tư · bql ·
bcđ · liên hội · cụm · tạp chí · kiểm toán · cơ sở giáo dục · chi hội
""")
"""What a name of an agency, a group or an office begins with."""

NO_HEADS = _phrases("""
tổ chức · báo cáo · ban hành · trường hợp · hội nghị · hội thảo · hội thi · bộ tiêu chí · đoàn kết ·
xã hội · bộ máy · bộ chỉ số · bộ tài liệu · lãnh đạo, chỉ đạo · lãnh đạo chỉ đạo · bảo hiểm y tế ·
trường học an · quỹ đất · bộ thủ tục · đoàn viên · đơn vị tính · hội viên · từng bước · báo động ·
bộ luật · thuế giá · vụ việc · vụ án · cơ quan hệ · hội nhập · tổ hợp · bộ câu hỏi · trạm biến ·
đơn vị nào · cơ quan nào
""")
"""What begins alike and names nobody."""

HEADS_OF_MANY = _phrases("""
ngành · tổ chức · đoàn thể · huyện · thành phố · tỉnh · cấp · thành viên · chủ · nhà · cơ sở · ấp ·
khu phố · đảng · ban, ngành · đài · cụm · khối · quận · thị xã · đặc khu · thị trấn · lực lượng · hộ ·
nhóm · làng · bản · ông · bà · đội · phó · nhà máy · nông · chi hội · khoa · tiểu ban · cán bộ
""")
"""What names somebody only after «các»: «các ngành», «các cấp»."""

NAME_VERBS = _phrases("""
giao · xây dựng · phát triển · điều tra · quản lý · khai thác · giám sát · kiểm tra · hỗ trợ · thông tin ·
tổng hợp · đổi mới · phòng ngừa · xử lý · thanh tra · đăng ký · cung cấp
""")
"""Verbs that stand inside names as well: «Ban Quản lý dự án đầu tư xây dựng»; see `subjects`."""

VERBS = _phrases("""
chủ trì · phối hợp · chịu trách nhiệm · có trách nhiệm · có nhiệm vụ · chủ động · căn cứ · trên cơ sở ·
tiến hành · rà soát · tham mưu · theo dõi · đôn đốc · hướng dẫn · triển khai · thực hiện · đẩy mạnh ·
tăng cường · tiếp tục · chỉ đạo · quán triệt · tuyên truyền · vận động · bố trí · tổng hợp · thẩm định ·
cân đối · báo cáo · đề xuất · nghiên cứu · lồng ghép · kịp thời · thường xuyên · định kỳ · đảm bảo ·
bảo đảm · phát huy · cung cấp · cử · lập · gửi · là · làm · giúp · theo chức năng · theo nhiệm vụ ·
theo phân công · trong phạm vi · tùy theo · khẩn trương · tập trung · kiện toàn · tích cực · nghiêm túc
· xây dựng · tổ chức · kiểm tra · giám sát · quản lý · ban hành · cụ thể hóa · phổ biến · tham gia ·
hỗ trợ · đăng tải · đưa tin · phản ánh · được giao · được phân công · dự toán · hằng năm · hàng năm ·
sử dụng · xem xét · đánh giá · cập nhật · thông tin · phê duyệt · trình · khai thác · huy động ·
nâng cao · thành lập · chuẩn bị · kiến nghị · thống nhất · chấp hành · chấn chỉnh · phân công · giao ·
duy trì · ưu tiên · đưa · tạo điều kiện · quan tâm · khuyến khích · tập huấn · mở · cắm · khảo sát ·
lấy ý kiến · phát động · phát hiện · củng cố · công bố · tiếp nhận · giải quyết · vận hành · thu thập ·
thu hút · rút kinh nghiệm · nắm · chăm sóc · khắc phục · phòng ngừa · ngăn chặn · điều tra · tuần tra ·
sửa đổi · bổ sung · hoàn thành · hoàn thiện · chuyển · để · nhằm · khi · cùng · đề nghị · yêu cầu ·
kết nối · nộp · xác minh · lựa chọn · quy định · sắp xếp · trồng · trang bị · lắp đặt · sửa chữa ·
nâng cấp · cải tạo · có thể · phải · được · đã · sẽ · đang · tham vấn · soạn thảo · gắn · dành · chi trả
· tạo lập · xác định · phân bổ · thanh tra · xử lý · đăng ký · bám sát · công khai · chia sẻ ·
định hướng ·
phát triển · hình thành · đẩy nhanh · mở rộng · nhân rộng · đổi mới · tôn vinh · biểu dương · khen thưởng
""")
"""What a subject does."""

# the same letters are part of a name or a group after these: «các tổ chức chính trị», «Ban quản lý»
NOUN_AFTER = {
    "tổ chức": "các|những|và|hoặc|,|từng|mỗi|người đứng đầu|phó thủ trưởng",
    "làm": "việc",
    "phát triển": "ban|quỹ|trung tâm|viện|ngân hàng|nghiên cứu|hỗ trợ|công ty|và",
    "quản lý": "ban|cơ quan|hạt|đội|chi cục|quỹ|phòng|cán bộ|đơn vị|công tác|trung tâm|bql",
    "kiểm tra": "ban|đoàn|tổ|công tác|thanh tra,|văn phòng",
    "thông tin": "và|công nghệ|,|cổng|trung tâm|cơ quan|phương tiện",
    "xây dựng": "ban|phòng|sở|bộ|đội|đầu tư|dự án",
    "điều tra": "cảnh sát|cơ quan",
    "hỗ trợ": "trung tâm|quỹ|tổ|ban|nhóm",
    "thực hiện": "tổ chức|ban",
    "là": "nhất|gọi|tức|trước hết",
    "giao": "được|bàn|ngoại|cảnh sát",
    "trình": "chương|công",
    "lập": "công|thành|độc|đơn vị sự nghiệp công",
    "sử dụng": "đơn vị|cơ quan|tổ chức|người",
}
NOUN_AFTER_ANY = (
    "công tác|hội đồng|viện|tổ|ban|đoàn|văn phòng|trung tâm|chế độ|cơ sở|ban chỉ đạo|đội|phòng|nhóm|quỹ"
)
NOUNS = _phrases("""
báo cáo · chỉ đạo · giám sát · hướng dẫn · khai thác · khảo sát · nghiên cứu · phối hợp · tham mưu ·
thanh tra · theo dõi · thẩm định · tuyên truyền · tập huấn · tổng hợp · vận động · đào tạo · đánh giá
""")
"""Verbs that are nouns after one of NOUN_AFTER_ANY: «công tác tuyên truyền», «Viện nghiên cứu»."""
