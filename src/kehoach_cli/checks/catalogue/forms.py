"""Problems of filled-in report forms as files: what they are, whose they are, what is filed already: L400 to L429."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

FORMS: dict[str, Entry] = {
    "L401": error(
        "đây là {what}, không phải biểu mẫu Excel (.xlsx)",
        "dùng đúng tệp biểu mẫu; bảng tính loại khác thì mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.",
        "Biểu mẫu được đọc từ tệp .xlsx (cả .xlsm, nhưng macro trong đó không bao giờ được chạy).",
    ),
    "L402": error(
        "tệp đặt mật khẩu nên không đọc được",
        "bỏ mật khẩu mở tệp rồi lưu lại, hoặc đề nghị đơn vị gửi tệp không đặt mật khẩu.",
        "Tệp có mật khẩu mở được mã hóa toàn bộ. Mật khẩu chỉ khóa trang tính thì vẫn đọc được.",
    ),
    "L403": error(
        "tệp hỏng hoặc chưa tải về hết ({what})",
        "tạo lại tệp bằng cách mở rồi lưu, hoặc đề nghị đơn vị gửi lại.",
        "Bên trong tệp .xlsx là nhiều phần nén lại; một phần cần thiết bị thiếu hoặc không đọc được.",
    ),
    "L404": error(
        "tệp lớn khác thường, không thể là một biểu mẫu đã điền ({what})",
        "chép phần đã điền sang một biểu mẫu mới rồi nhập lại.",
        "Một biểu mẫu chỉ vài chục kB. Tệp giải nén ra hàng trăm MB có thể làm treo máy nên không mở tiếp.",
    ),
    "L405": error(
        "tệp có phần khai báo (DOCTYPE) mà phần mềm văn phòng không bao giờ ghi",
        "đưa tệp cho người phụ trách công nghệ thông tin kiểm tra; không mở bằng Excel.",
        "Khai báo loại này có thể được dùng để đọc trộm tệp khác trên máy hoặc làm treo máy.",
    ),
    "L406": error(
        "không ghi được tệp báo cáo {file}: {reason}",
        "kiểm tra ổ đĩa và quyền ghi; nếu tệp đang mở trong chương trình khác thì đóng lại.",
        "Nội dung biểu mẫu đã đọc xong nhưng chưa được lưu; các biểu mẫu khác không bị ảnh hưởng.",
    ),
    "L407": error(
        "không đọc được tệp: {reason}",
        "kiểm tra đường dẫn; nếu tệp đang mở trong Excel thì đóng lại.",
        "Hệ thống không cho đọc tệp này.",
    ),
    "L410": error(
        "không tìm thấy bảng nào của biểu mẫu báo cáo",
        "kiểm tra lại tệp; nếu đơn vị báo cáo bằng tệp riêng thì ghi nhận bằng kehoach receive rồi nhập nội dung.",
        "Bảng được nhận ra theo tên các cột (Mục, Tình trạng thực hiện, Kết quả thực hiện trong kỳ, …), ở trang nào "
        "và cột nào cũng được.",
    ),
    "L411": error(
        "không rõ “{value}” là cơ quan nào trong danh mục",
        "thêm --agency với tên đúng; gần nhất: {meant}.",
        "Tên sau chữ «Đơn vị báo cáo:» phải là tên, cách viết khác hay ký hiệu của một cơ quan trong agencies.yaml.",
        "thêm --agency với tên cơ quan như trong danh mục.",
    ),
    "L412": error(
        "biểu mẫu không ghi đơn vị báo cáo",
        "thêm --agency với tên cơ quan gửi biểu mẫu.",
        "Trang ẩn của biểu mẫu và dòng «Đơn vị báo cáo:» đều không còn, hoặc ghi mã mà danh mục không có.",
    ),
    "L413": error(
        "biểu mẫu ghi của {names}, nhưng --agency ghi {asked}",
        "bỏ --agency, hoặc kiểm tra lại tệp.",
        "Biểu mẫu phát cho cơ quan nào thì hỏi đúng nhiệm vụ của cơ quan đó; lấy nhầm tệp của nơi khác thì nội dung "
        "sai chỗ.",
    ),
    "L414": error(
        "biểu mẫu của kế hoạch khác ({plan})",
        "chọn đúng kế hoạch bằng --plan, hoặc kiểm tra lại tệp.",
        "Nhiệm vụ của hai kế hoạch khác nhau có thể trùng số mục nên không nhập lẫn được.",
    ),
    "L415": error(
        "không rõ biểu mẫu của kế hoạch nào",
        "thêm --plan với một trong các kế hoạch: {known}.",
        "Trang ẩn của biểu mẫu không còn và tiêu đề không cho biết kế hoạch.",
    ),
    "L416": error(
        "biểu mẫu của kỳ {period}, nhưng --period ghi {asked}",
        "bỏ --period, hoặc kiểm tra lại tệp.",
        "Báo cáo của kỳ nào phải nhập vào kỳ đó.",
    ),
    "L417": error(
        "trang ẩn và tiêu đề của biểu mẫu ghi hai kỳ khác nhau: {periods}",
        "thêm --period với kỳ đúng.",
        "Thường do sửa tiêu đề của biểu mẫu kỳ trước để dùng lại.",
    ),
    "L418": error(
        "không rõ biểu mẫu của kỳ báo cáo nào",
        "thêm --period với một trong các kỳ: {known}.",
        "Trang ẩn của biểu mẫu không còn và tiêu đề không cho biết kỳ báo cáo.",
    ),
    "L419": error(
        "biểu mẫu ghi của hai cơ quan khác nhau: {names}",
        "thêm --agency với cơ quan đúng.",
        "Trang ẩn và dòng «Đơn vị báo cáo:» (hoặc hai trang) ghi khác nhau, thường do dùng lại tệp của đơn vị khác.",
    ),
    "L420": error(
        "biểu mẫu chưa điền",
        "kiểm tra lại tệp, hoặc đề nghị đơn vị gửi biểu mẫu đã điền.",
        "Không có câu trả lời nào trong các ô để điền. Không phát sinh cũng phải chọn “Không phát sinh trong kỳ”.",
    ),
    "L421": warning(
        "biểu mẫu phát hành trước khi kế hoạch thay đổi: {changes}",
        "xem lại các nội dung này với đơn vị.",
        "Biểu mẫu cũ vẫn được nhận; câu trả lời cho nhiệm vụ đã sửa có thể không còn đúng.",
    ),
    "L422": warning(
        "biểu mẫu theo mẫu phiên bản {version}, khác phiên bản mà bản kehoach này tạo ra",
        "kiểm tra lại nội dung vừa nhập.",
        "Các bảng vẫn được nhận ra theo tên cột, nhưng mẫu mới hơn có thể có chỗ mà bản này không biết.",
    ),
    "L423": error(
        "báo cáo kỳ {period} của {name} còn có ở tệp khác trong cùng lần nhập: {other}",
        "giữ tệp đúng rồi nhập lại.",
        "Hai tệp cho cùng một cơ quan, cùng một kỳ thì không biết tệp nào là bản cuối; chưa tệp nào được nhập.",
    ),
    "L424": error(
        "đã có báo cáo kỳ {period} của {name} (nhận ngày {received})",
        "dùng --replace; bản cũ được giữ lại.",
        "Báo cáo đã nhập không bao giờ bị ghi đè nếu không được yêu cầu.",
    ),
    "L425": warning(
        "{what} trong biểu mẫu là “{value}”, khác “{known}” đã ghi khi nhận; giữ bản đã ghi",
        "kiểm tra lại; nếu biểu mẫu đúng thì sửa trong tệp báo cáo.",
        "Số, ngày và người ký đã ghi khi nhận báo cáo được lấy từ văn bản chính thức nên được giữ.",
    ),
    "L426": error(
        "{why} (báo cáo đến ngày {received})",
        "kiểm tra ngày đến (--received); sau ngày sắp xếp thì cơ quan kế thừa điền và gửi biểu mẫu của mình.",
        "Từ ngày một cơ quan kết thúc hoạt động, cơ quan kế thừa gửi báo cáo thay; báo cáo đến trước ngày đó vẫn nhận "
        "được của cơ quan cũ.",
    ),
}
