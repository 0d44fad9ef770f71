"""Problems of official documents as files: what they are, why they cannot be read: L600 to L619."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error

IMPORTS: dict[str, Entry] = {
    "L601": error(
        "đây là {what}, không đọc được trực tiếp",
        "lưu lại thành .docx bằng Word hoặc LibreOffice (Tệp → Lưu thành…), rồi nhập tệp .docx đó.",
        "Văn bản được đọc từ tệp Word (.docx), tệp PDF có chữ, tệp Markdown (.md) và tệp văn bản thường (.txt). "
        "Các loại tệp văn bản khác đều mở được bằng Word hoặc LibreOffice để lưu lại thành .docx.",
    ),
    "L602": error(
        "tệp đặt mật khẩu nên không đọc được",
        "bỏ mật khẩu mở tệp rồi lưu lại, hoặc xin tệp không đặt mật khẩu.",
        "Tệp có mật khẩu mở được mã hóa toàn bộ. Tệp PDF chỉ cấm in, cấm sửa thì vẫn đọc được.",
    ),
    "L603": error(
        "tệp hỏng hoặc chưa tải về hết ({what})",
        "tạo lại tệp bằng cách mở rồi lưu, hoặc tải lại từ nơi ban hành.",
        "Một phần cần thiết của tệp bị thiếu hoặc không đọc được.",
    ),
    "L604": error(
        "tệp lớn khác thường, không thể là một văn bản ({what})",
        "chép phần chữ sang một tệp Word mới rồi nhập tệp đó.",
        "Một văn bản vài trăm trang cũng chỉ vài MB. Tệp giải nén ra hàng trăm MB có thể làm treo máy nên không mở "
        "tiếp.",
    ),
    "L605": error(
        "tệp có phần khai báo (DOCTYPE) mà phần mềm văn phòng không bao giờ ghi",
        "đưa tệp cho người phụ trách công nghệ thông tin kiểm tra; không mở bằng Word.",
        "Khai báo loại này có thể được dùng để đọc trộm tệp khác trên máy hoặc làm treo máy.",
    ),
    "L606": error(
        "văn bản không có chữ nào",
        "kiểm tra lại tệp; nếu trong tệp chỉ có ảnh chụp thì xin bản Word của văn bản.",
        "Chữ nằm trong ảnh, trong đầu trang, chân trang thì không đọc được.",
    ),
    "L607": error(
        "tệp PDF này là ảnh chụp (bản quét), không có chữ để đọc",
        "xem lại nơi gửi có bản Word không; nếu không, nhận dạng chữ (OCR) rồi lưu thành .docx để nhập.",
        "Bản quét chỉ là hình các trang giấy. Đọc chữ trong hình cần phần mềm nhận dạng, và kết quả nhận dạng phải "
        "được soát lại.",
    ),
    "L608": error(
        "đây là {what}, không phải văn bản",
        "chọn tệp văn bản của kế hoạch: .docx, .pdf có chữ, .md hoặc .txt.",
        "Lệnh import đọc một văn bản kế hoạch đã ban hành; ảnh, bảng tính, tệp nén thì không có gì để đọc.",
    ),
    "L609": error(
        "tệp văn bản không ghi theo bảng mã UTF-8",
        "lưu lại tệp theo bảng mã UTF-8 (Notepad: Lưu thành…, chọn Mã hóa là UTF-8), rồi nhập lại.",
        "Tệp .txt, .md phải ghi theo UTF-8 (hoặc Unicode của Notepad) thì dấu tiếng Việt mới đọc đúng.",
    ),
    "L610": error(
        "chữ trong tệp không đọc được thành tiếng Việt ({what})",
        "lưu lại văn bản bằng phông chữ Unicode (Times New Roman; Unikey chuyển mã được), hoặc nhập từ bản Word.",
        "Văn bản gõ bằng phông .VnTime, VNI-Times, hoặc tệp PDF không kèm bảng chữ, in ra thì đúng nhưng chữ bên trong "
        "là ký tự khác.",
    ),
}
