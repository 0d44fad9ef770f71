"""Problems of the answers in filled-in report forms, told by the cell of the workbook: L430 to L499."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

FORM_CELLS: dict[str, Entry] = {
    "L430": error(
        "chưa chọn tình trạng thực hiện (nhiệm vụ {ref})",
        "chọn tình trạng ở ô này rồi nhập lại.",
        "Có kết quả mà không có tình trạng thì không tổng hợp được; kehoach không đoán.",
    ),
    "L431": error(
        "không có tình trạng thực hiện “{value}” (nhiệm vụ {ref})",
        "sửa thành “{meant}”.",
        "Tình trạng thực hiện là một trong các lựa chọn của biểu mẫu.",
        "chọn một trong: {known}.",
    ),
    "L432": warning(
        "đã chọn “{status}” nhưng chưa nêu lý do (nhiệm vụ {ref})",
        "ghi lý do ở cột Kết quả, hoặc hỏi lại đơn vị.",
        "Chưa triển khai, tạm dừng và không thuộc nhiệm vụ đều phải có lý do để báo cáo lên cấp trên.",
    ),
    "L433": error(
        "dòng “Các nhiệm vụ còn lại” ghi “{value}”; dòng này chỉ nhận “Không phát sinh trong kỳ”",
        "ghi tình trạng cho từng nhiệm vụ, hoặc chọn “Không phát sinh trong kỳ”.",
        "Một câu trả lời chung chỉ đúng khi các nhiệm vụ đó đều không phát sinh.",
    ),
    "L434": warning(
        "còn {count} nhiệm vụ chưa trả lời: {refs}",
        "kiểm tra với đơn vị, hoặc để nguyên nếu chấp nhận.",
        "Không trả lời không phải là không phát sinh; các nhiệm vụ này được ghi là chưa có báo cáo.",
    ),
    "L435": error(
        "kế hoạch không có nhiệm vụ “{ref}”",
        "sửa thành {meant}.",
        "Cột Mục phải là số mục của một nhiệm vụ trong kế hoạch.",
        "xem các số mục bằng lệnh kehoach tasks.",
    ),
    "L436": warning(
        "nhiệm vụ {ref} không còn trong kế hoạch; {taken}",
        "xem lại phần này với đơn vị; nếu còn dùng thì ghi vào nhiệm vụ khác.",
        "Kế hoạch đã được sửa đổi sau khi phát hành biểu mẫu.",
    ),
    "L437": error(
        "nhiệm vụ {ref} được trả lời hai lần, khác nhau (ở đây và ở {first})",
        "giữ một câu trả lời.",
        "Hai câu trả lời khác nhau cho một nhiệm vụ thì không biết câu nào đúng.",
    ),
    "L438": error(
        "không rõ “{value}” là trả lời cho nhiệm vụ nào",
        "ghi số mục của nhiệm vụ (như II.5) ở cột Mục cùng dòng.",
        "Mỗi dòng được nhận theo cột Mục, không theo thứ tự; dòng không có số mục thì không biết thuộc nhiệm vụ nào.",
    ),
    "L439": error(
        "không có nhiệm vụ “{value}” trong kế hoạch",
        "sửa thành {meant}, hoặc để trống nếu là chung cho kế hoạch.",
        "Cột này ghi số mục của một nhiệm vụ trong kế hoạch, mỗi dòng một nhiệm vụ.",
        "ghi một số mục (như II.5), hoặc để trống nếu là chung cho kế hoạch.",
    ),
    "L440": error(
        "ô trả lời chứa công thức ({value})",
        "chép ô này rồi dán lại dạng giá trị.",
        "Kết quả còn lưu của công thức có thể đã cũ hoặc lấy từ tệp khác nên không được dùng thay câu trả lời.",
    ),
    "L441": error(
        "ô trả lời đang báo lỗi {value}",
        "ghi lại nội dung của ô này.",
        "Công thức hoặc liên kết trong ô đã hỏng nên không còn nội dung.",
    ),
    "L442": error(
        "ô này phải là số, đang ghi “{value}”",
        "ghi {meant}, phần chữ đưa sang cột Ghi chú.",
        "Số liệu được cộng nên ô chỉ có số: 12, 1.234 hoặc 12,5.",
        "ghi số, như 12 hoặc 12,5; chưa có số liệu thì để trống.",
    ),
    "L443": error(
        "chưa rõ “{value}” là bao nhiêu: {choices}",
        "ghi lại cho rõ; số thập phân dùng dấu phẩy, như 12,5.",
        "Dấu chấm, dấu phẩy hay dấu gạch ở đây có thể hiểu hai cách; kehoach không đoán.",
    ),
    "L444": error(
        "ô này phải là số nguyên, đang ghi “{value}”",
        "sửa lại số.",
        "Số người, số việc đếm từng đơn vị; tiền ghi tròn đồng.",
    ),
    "L445": error(
        "ô này phải là số không âm, đang ghi “{value}”",
        "sửa lại số.",
        "Số liệu báo cáo không có số âm.",
    ),
    "L446": error(
        "không hiểu ngày “{value}”",
        "viết lại như {meant}.",
        "Ngày viết đủ ngày, tháng, năm, như 12/5/2025.",
        "viết đủ ngày, tháng, năm, như 12/5/2025.",
    ),
    "L447": warning(
        "ô này là ngày {value}; có thể bảng tính đã tự đổi chữ thành ngày",
        "kiểm tra lại với đơn vị.",
        "Gõ 12/5 vào một ô, Excel đổi thành ngày 12 tháng 5; số hiệu, tỷ số cũng bị đổi như vậy.",
    ),
    "L448": warning(
        "ô này được gộp cho nhiều dòng nên được tính cả cho nhiệm vụ {ref}",
        "kiểm tra lại với đơn vị nếu câu trả lời chỉ dành cho dòng đầu.",
        "Ô gộp trùm lên dòng nào thì người đọc hiểu là trả lời cho cả dòng đó.",
    ),
    "L449": warning(
        "không hiểu ngày “{value}” của văn bản; được giữ nguyên như đã ghi",
        "sửa lại trong tệp báo cáo, phần directives.",
        "Ngày của văn bản đã ban hành chỉ để dẫn lại trong báo cáo nên vẫn được nhận.",
    ),
    "L450": warning(
        "kế hoạch không có chỉ tiêu “{indicator}”; số liệu không được nhập: {values}",
        "kiểm tra mã chỉ tiêu ở cột Mã.",
        "Chỉ số liệu của chỉ tiêu khai ở phần indicators của plan.yaml mới tổng hợp được.",
    ),
    "L451": warning(
        "kế hoạch không giao {name} cung cấp chỉ tiêu “{indicator}”; số liệu không được nhập: {values}",
        "xem lại với đơn vị; nếu đúng thì thêm đơn vị vào givers hoặc compare của chỉ tiêu.",
        "Số liệu của nơi không được giao mà cộng vào thì tính hai lần.",
    ),
    "L452": warning(
        "số thực hiện ({value}) lớn hơn số ước cả kỳ ({estimate})",
        "kiểm tra lại với đơn vị.",
        "Số ước cả kỳ gồm cả phần đã thực hiện nên thường không nhỏ hơn.",
    ),
    "L453": error(
        "ô này đang là tỷ lệ phần trăm ({value}), nhưng chỉ tiêu không tính bằng phần trăm",
        "ghi lại số, bỏ dấu %.",
        "Ô định dạng phần trăm lưu 98,5% thành 0,985; đem cộng với số đếm thì sai.",
    ),
    "L454": error(
        "chỉ tiêu “{indicator}” có hai dòng số liệu khác nhau",
        "giữ một dòng.",
        "Hai số khác nhau cho một chỉ tiêu thì không biết số nào đúng.",
    ),
    "L460": error(
        "chưa chọn nguồn kinh phí",
        "chọn một trong: {known}.",
        "Kinh phí được cộng theo nguồn nên dòng nào cũng phải có nguồn.",
    ),
    "L461": error(
        "không có nguồn kinh phí “{value}”",
        "chọn một trong: {known}.",
        "Kinh phí được cộng theo nguồn nên nguồn là một trong các lựa chọn của biểu mẫu.",
    ),
    "L462": error(
        "chưa ghi kiến nghị này với ai: “{value}”",
        "chọn ở cột Kiến nghị với: UBND huyện, Sở Y tế, hoặc UBND tỉnh, sở, ngành khác.",
        "Kiến nghị với UBND huyện được xử lý nội bộ, với cấp trên thì đưa vào báo cáo gửi đi.",
    ),
    "L463": warning(
        "đã đánh dấu “{label}” nhưng vẫn ghi {count} nội dung; các nội dung này được nhập",
        "kiểm tra lại với đơn vị.",
        "Hai chỗ trong biểu mẫu nói ngược nhau; phần viết ra được giữ.",
    ),
    "L464": error(
        "cột Vượt thẩm quyền ghi “{value}”",
        "chọn Có hoặc Không.",
        "Khó khăn vượt thẩm quyền được nêu riêng trong báo cáo gửi cấp trên.",
    ),
    "L465": warning(
        "đã chọn kiến nghị với “{value}” nhưng chưa ghi nội dung kiến nghị",
        "kiểm tra với đơn vị, hoặc để nguyên nếu không có kiến nghị.",
        "Không có nội dung thì không có gì để đưa vào báo cáo.",
    ),
    "L466": error(
        "báo cáo chung ghi “{value}”, không rõ là cơ quan nào trong danh mục",
        "sửa lại tên, mỗi tên cách nhau bằng dấu chấm phẩy; gần nhất: {meant}.",
        "Cơ quan có tên ở đây được tính là đã báo cáo nên phải rõ là cơ quan nào.",
        "sửa lại tên, mỗi tên cách nhau bằng dấu chấm phẩy.",
    ),
    "L470": warning(
        "{count} ô có nội dung nhưng không thuộc chỗ nào của biểu mẫu, không được nhập: {cells}",
        "xem các ô này; nội dung nào cần thì ghi vào tệp báo cáo.",
        "Mọi ô đã điền đều được kể ra: hoặc được nhập, hoặc được nêu ở đây.",
    ),
    "L471": warning(
        "trang này đang ẩn và có {count} ô có nội dung, không được nhập",
        "bỏ ẩn trang rồi nhập lại nếu đó là phần trả lời.",
        "Trang ẩn thường là bản cũ để lại; người gửi không nhìn thấy nên không lấy nội dung ở đó.",
    ),
    "L472": warning(
        "tệp có hình ảnh hoặc hộp văn bản; phần này không đọc được",
        "xem phần này trong tệp; nội dung nào cần thì ghi vào tệp báo cáo.",
        "Bản chụp dán vào bảng tính chỉ người xem mới đọc được.",
    ),
    "L474": warning(
        "ô này nằm quá xa, ngoài phạm vi của biểu mẫu; không đọc các ô từ đây",
        "xem ô này (bấm Ctrl+End trong Excel); nội dung nào cần thì chép về bảng.",
        "Chỉ đọc 5.000 dòng và 100 cột đầu của mỗi trang.",
    ),
}
