"""Problems of keys and values against the record types: L100 to L199."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error

SCHEMA: dict[str, Entry] = {
    "L101": error(
        "khóa “{key}” không có trong mẫu dữ liệu ({where})",
        "sửa thành {meant}.",
        "Khóa gõ sai mà được bỏ qua thì nội dung của nó mất mà không ai biết, nên mọi khóa lạ đều là lỗi.",
        "xem các khóa được dùng bằng lệnh kehoach schema; nếu không cần thì xóa dòng này.",
    ),
    "L102": error(
        "ở {where} thiếu khóa {keys}",
        "thêm dòng {lines}.",
        "Khóa này bắt buộc phải có.",
    ),
    "L103": error(
        "một mục của “{key}”{meaning} còn để trống ({where})",
        "điền nội dung sau dấu gạch, hoặc xóa dòng.",
        "Một mục trống trong danh sách thường là dòng viết dở.",
    ),
    "L104": error(
        "giá trị của “{key}” phải là một dòng chữ, đang là {shape} ({where})",
        "đặt cả câu trong dấu nháy, vì trong câu có dấu “{sign}”.",
        "Chỗ này cần một giá trị đơn. Câu có dấu hai chấm kèm dấu cách, hoặc bắt đầu bằng [ hay {{, phải đặt trong "
        "dấu nháy, nếu không YAML hiểu thành nhiều khóa hoặc danh sách.",
        "viết thành một dòng, không có dấu gạch đầu dòng hay ngoặc [ ].",
    ),
    "L105": error(
        "giá trị của “{key}” phải là danh sách, đang là {shape} ({where})",
        "xuống dòng, viết mỗi mục một dòng, bắt đầu bằng “- ”.",
        "Danh sách luôn viết mỗi mục một dòng, vì tên cơ quan có dấu phẩy bên trong.",
    ),
    "L106": error(
        "chỗ này phải gồm các dòng “khóa: giá trị”, đang là {shape} ({where})",
        "viết từng khóa một dòng, thụt vào thẳng cột.",
        "Mục này gồm nhiều thông tin, mỗi thông tin một khóa.",
    ),
    "L107": error(
        "khóa “{key}”{meaning} còn để trống ({where})",
        "điền giá trị sau dấu hai chấm.",
        "Khóa bắt buộc phải có giá trị; để trống không có nghĩa là không có.",
    ),
    "L108": error(
        "“{value}” không phải là giá trị của “{key}” ({where})",
        "sửa thành “{meant}”. Các giá trị được dùng: {allowed}.",
        "Khóa này chỉ nhận một trong các giá trị đã định.",
        "chọn một trong các giá trị: {allowed}.",
    ),
    "L109": error(
        "“{value}” không phải là ngày ({where})",
        "viết {iso} hoặc {nearest}.",
        "Ngày được viết theo một trong hai cách: năm-tháng-ngày hoặc ngày/tháng/năm, năm đủ bốn chữ số.",
        "viết ngày như 2025-05-15 hoặc 15/5/2025.",
    ),
    "L110": error(
        "ngày “{value}” không có trong lịch ({where})",
        "kiểm tra lại ngày trong văn bản; ngày gần nhất là {iso} ({nearest}).",
        "Tháng đó không có ngày này, hoặc không có tháng này.",
        "kiểm tra lại ngày và tháng; viết như 2025-05-15 hoặc 15/5/2025.",
    ),
    "L111": error(
        "ngày “{value}” chưa rõ năm ({where})",
        "viết {nearest}.",
        "Năm phải có bốn chữ số và nằm trong khoảng 1900–2200.",
        "viết đủ bốn chữ số của năm, ví dụ 15/5/2025.",
    ),
    "L112": error(
        "“{value}” không phải là số nguyên ({where})",
        "viết bằng chữ số, ví dụ 1.",
        "Số được viết bằng chữ số thường, không có dấu chấm, dấu phẩy hay đơn vị.",
    ),
    "L113": error(
        "“{value}” không phải là true hoặc false ({where})",
        "viết true (có) hoặc false (không).",
        "YAML cũ hiểu yes, on, no theo nhiều cách khác nhau, nên ở đây chỉ dùng true và false.",
    ),
    "L114": error(
        "“{value}” không phải là kỳ báo cáo ({where})",
        "dùng 6thang, nam, 9thang, quy1 … quy4, thang01 … thang12.",
        "Tên kỳ được viết thống nhất để tệp báo cáo và hạn báo cáo khớp với nhau.",
    ),
    "L115": error(
        "mã “{value}” phải là chữ thường không dấu, số và dấu gạch nối ({where})",
        "sửa thành “{meant}”.",
        "Mã dùng để đặt tên tệp và để các chỗ khác nhắc đến, nên chỉ gồm a–z, 0–9 và dấu -.",
        "dùng chữ thường không dấu, ví dụ trung-tam-y-te.",
    ),
    "L116": error(
        "số mục “{value}” có dấu cách hoặc dấu gạch chéo ({where})",
        "viết liền, ví dụ “{meant}”.",
        "Số mục là cách người ta viện dẫn nhiệm vụ (II.5), phải viết liền để gõ được trong lệnh và tệp.",
        "viết liền, ví dụ “II.5”.",
    ),
    "L117": error(
        "tệp do phiên bản kehoach mới hơn tạo ra (schema {found}, bản này đọc đến {known})",
        "cài bản kehoach mới hơn, đọc được schema {found}.",
        "Cấu trúc tệp đã thay đổi ở bản mới; bản cũ không đoán nội dung của cấu trúc mới.",
    ),
    "L118": error(
        "{where} phải có đúng một trong hai khóa “before” (trước ngày) và “by” (chậm nhất ngày)",
        "giữ khóa đúng với lời văn của kế hoạch.",
        "«Trước ngày 15/5» hết hạn vào 14/5, «chậm nhất ngày 15/5» hết hạn vào 15/5; ghi cả hai hoặc không ghi thì "
        "không biết hạn nào đúng.",
    ),
    "L119": error(
        "{where} phải có đúng một trong hai khóa “text” (lời văn) và “later: true” (báo cáo bổ sung sau)",
        "viết lời văn ở “text”, hoặc ghi “later: true”.",
        "Lời của Văn phòng cho một nhiệm vụ hoặc là đoạn văn đã biên tập, hoặc là quyết định sẽ báo cáo bổ sung.",
    ),
    "L120": error(
        "“schema: {value}” không đọc được",
        "viết “schema: {known}” ở dòng đầu tệp.",
        "Dòng đầu của mỗi tệp cho biết tệp viết theo cấu trúc phiên bản nào.",
    ),
    "L121": error(
        "giá trị “{value}” của “{key}” chưa đúng ({where})",
        "xem mẫu bằng lệnh kehoach schema.",
        "Giá trị không khớp với mẫu dữ liệu.",
    ),
    "L122": error(
        "“{value}” không phải là năm ({where})",
        "viết đủ bốn chữ số, ví dụ 2025.",
        "Năm của kế hoạch quyết định «trong năm» là từ ngày nào đến ngày nào.",
    ),
    "L123": error(
        "khóa “{key}”{meaning} đứng không đúng chỗ ({where})",
        "xem lại mức thụt dòng: khóa này thuộc {owners}.",
        "Thụt dòng sai làm một khóa rơi ra ngoài mục của nó; nội dung của khóa khi đó không thuộc về ai.",
    ),
    "L124": error(
        "{where} có các khóa của {owner}",
        "thêm lại dòng “{section}:” ở trên mục này, nếu dòng đó đã mất; nếu không thì chuyển mục về phần {section}.",
        "Mất dòng mở đầu một phần thì các mục của phần đó dính vào phần trên.",
    ),
    "L125": error(
        "“{value}” không phải là số (khóa “{key}”)",
        "viết bằng chữ số, phần lẻ sau dấu phẩy, không dùng dấu chấm; ví dụ 1234 hoặc 12,5.",
        "Dấu chấm có thể là phần nghìn hoặc phần lẻ, nên không được dùng; phần chữ thì ghi ở note.",
    ),
    "L126": error(
        "“{value}” không phải là số tiền (khóa “{key}”)",
        "viết số đồng chẵn, ví dụ 125500000 hoặc 125.500.000.",
        "Tiền được tính chính xác đến đồng; không viết triệu đồng, không viết phần lẻ.",
    ),
}
