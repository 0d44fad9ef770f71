"""Problems of plans taken from an official document, and of what it left open: L620 to L639."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

IMPORTED: dict[str, Entry] = {
    "L620": error(
        "không tìm thấy nhiệm vụ, hạn báo cáo nào trong văn bản",
        "kiểm tra đây có đúng là kế hoạch có giao việc không.",
        "Lệnh import tìm các câu, các bảng giao việc (chủ trì, phối hợp, thời gian thực hiện) và chế độ báo cáo; "
        "văn bản không có chỗ nào như vậy thì không lập kế hoạch rỗng.",
    ),
    "L621": error(
        "không đọc được tệp: {reason}",
        "kiểm tra đường dẫn; nếu tệp đang mở trong Word thì đóng lại.",
        "Hệ thống không cho đọc tệp này.",
    ),
    "L622": error(
        "không thêm được cơ quan của văn bản vào agencies.yaml vì cách trình bày của tệp đó",
        "viết mỗi cơ quan, mỗi cách viết khác một dòng có dấu gạch, không dùng ngoặc [ ], rồi chạy lại.",
        "Lệnh import chỉ thêm dòng mới, không sửa dòng đang có; tệp trình bày khác thường thì không biết thêm vào đâu.",
    ),
    "L630": warning(
        "nhiệm vụ {ref} chưa rõ ai chủ trì",
        "ghi cơ quan chủ trì vào lead và bỏ dòng open khi đã rõ.",
        "Kế hoạch không nêu ai chủ trì nhiệm vụ này (open: true); không cơ quan nào được tính là phải báo cáo về nó.",
    ),
    "L631": warning(
        "{what} của kế hoạch còn ghi “CHƯA RÕ”",
        "ghi đúng như văn bản đã ban hành.",
        "Văn bản được nhập vào không có điều này, mà tệp thì phải có; lời “CHƯA RÕ” sẽ in ra trong báo cáo, công văn.",
    ),
}
