"""Problems of difficulties outside the calendar and of closed periods: L350 to L369."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

CLOSING: dict[str, Entry] = {
    "L350": error(
        "tên tệp và nội dung không khớp: nội dung ghi {agency}, ngày đến {received}",
        "đổi tên tệp thành {path}, hoặc sửa nội dung.",
        "Tệp trong thư mục dot-xuat được đặt theo ngày đến và mã cơ quan; hai chỗ khác nhau thì không biết chỗ nào đúng.",
    ),
    "L351": warning(
        "ngày xử lý {date} ở trước ngày đến {received}",
        "kiểm tra lại hai ngày.",
        "Không thể trả lời trước khi nhận được; thường do gõ nhầm.",
    ),
    "L352": warning(
        "đã có ý kiến chỉ đạo nhưng chưa ghi văn bản hay nội dung chỉ đạo",
        "thêm document (số, ký hiệu văn bản) hoặc text (nội dung).",
        "Báo cáo tổng hợp nêu ý kiến chỉ đạo đã có ở văn bản nào; không ghi thì cấp trên không đối chiếu được.",
    ),
    "L353": warning(
        "ngày phát sinh {since} ở sau ngày đến {received}",
        "kiểm tra lại hai ngày.",
        "Khó khăn phải có trước khi được báo cáo; thường do gõ nhầm.",
    ),
    "L360": error(
        "thiếu bản sao đã chốt của {file}",
        "tìm lại tệp {copy} trong bản lưu dự phòng; nếu không còn thì dùng kehoach reopen rồi kehoach close.",
        "Báo cáo tổng hợp của kỳ đã chốt dùng đúng các bản sao lúc chốt; thiếu một bản thì số liệu không còn như đã chốt.",
    ),
    "L361": error(
        "bản sao đã chốt của {file} không còn như lúc chốt",
        "tìm lại tệp {copy} trong bản lưu dự phòng; nếu không còn thì dùng kehoach reopen rồi kehoach close.",
        "Mã băm ghi lúc chốt cho biết bản sao đã bị sửa; sửa báo cáo của cơ quan thì sửa tệp gốc, không sửa bản sao.",
    ),
    "L362": warning(
        "báo cáo đã thay đổi sau khi chốt số liệu kỳ {period} (tính đến ngày {date})",
        "để nguyên thì báo cáo tổng hợp vẫn dùng bản đã chốt; muốn dùng bản mới thì chạy kehoach reopen rồi kehoach close.",
        "Số liệu đã chốt không đổi theo tệp báo cáo; phần thay đổi được nêu là bổ sung sau khi chốt.",
    ),
    "L363": warning(
        "tệp báo cáo {file} đã chốt nhưng không còn trong thư mục của kỳ",
        "chép lại từ bản sao {copy} nếu xóa nhầm.",
        "Báo cáo tổng hợp vẫn dùng bản sao lúc chốt, nhưng bảng theo dõi coi cơ quan này là chưa gửi.",
    ),
    "L364": error(
        "kỳ {period} có hai lần chốt số liệu đang dùng (lần kia: {file})",
        "giữ một lần chốt; ở lần kia ghi reopened với date và reason.",
        "Hai lần chốt cùng có giá trị thì không biết báo cáo tổng hợp dùng số liệu nào.",
    ),
    "L365": error(
        "tên thư mục và nội dung không khớp: nội dung ghi chốt kỳ {period} ngày {date}",
        "đổi tên thư mục thành {path}, hoặc sửa lại nội dung như lúc chốt.",
        "Thư mục chốt số liệu được đặt theo kỳ và ngày chốt; hai chỗ khác nhau thì không biết chỗ nào đúng.",
    ),
    "L366": error(
        "thư mục chốt số liệu {folder} không có tệp chot.yaml",
        "tìm lại tệp chot.yaml trong bản lưu dự phòng; nếu không còn thì xóa cả thư mục này rồi chạy kehoach close.",
        "Không có chot.yaml thì không biết các bản sao trong thư mục được chốt ngày nào và có đủ hay không.",
    ),
    "L367": warning(
        "kế hoạch đã sửa (phiên bản {now}) sau khi chốt số liệu (phiên bản {version})",
        "kiểm tra nhiệm vụ đã thay đổi; nếu cần tính lại thì chạy kehoach reopen rồi kehoach close.",
        "Báo cáo đã chốt trả lời các nhiệm vụ của phiên bản cũ.",
    ),
    "L368": error(
        "báo cáo đã chốt {file} của “{name}”: tên này không còn trong danh mục cơ quan",
        "thêm tên này vào aliases của cơ quan đó trong agencies.yaml.",
        "Báo cáo đã chốt của cơ quan không có trong danh mục sẽ rơi khỏi báo cáo tổng hợp.",
    ),
}
