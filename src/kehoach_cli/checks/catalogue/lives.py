"""Problems of agencies that begin, end and follow one another: L270 to L279."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

LIVES: dict[str, Entry] = {
    "L270": error(
        "cơ quan kế thừa “{name}” của {agency} chưa có trong danh mục cơ quan",
        "sửa thành “{meant}”.",
        "Nhiệm vụ và báo cáo của cơ quan đã kết thúc chuyển sang cơ quan kế thừa, nên cơ quan kế thừa phải được khai "
        "như mọi cơ quan khác.",
        "khai cơ quan này ở phần agencies, kèm from và basis.",
    ),
    "L271": error(
        "{agency} kết thúc hoạt động ({until}) trước ngày bắt đầu ({from})",
        "kiểm tra lại from và until.",
        "from là ngày đầu, until là ngày cuối còn hoạt động; until không thể ở trước from.",
    ),
    "L272": error(
        "các cơ quan kế thừa lẫn nhau thành vòng: {circle}",
        "bỏ một trong các dòng successors.",
        "Cơ quan A do B kế thừa, B lại do A kế thừa thì không biết ai làm nhiệm vụ.",
    ),
    "L273": warning(
        "{heir} kế thừa {agency} nhưng hoạt động từ ngày {from}, trong khi {agency} không còn từ ngày {day}",
        "kiểm tra lại until của cơ quan cũ và from của cơ quan kế thừa.",
        "Trong những ngày ở giữa không cơ quan nào làm nhiệm vụ; báo cáo đến hạn lúc đó ghi là chưa xác định cơ quan "
        "kế thừa.",
    ),
    "L274": warning(
        "{heir} kế thừa {agency} từ ngày {day} nhưng đã hết hoạt động ngày {until}",
        "ghi cơ quan còn hoạt động vào successors.",
        "Cơ quan đã kết thúc trước đó không nhận thêm nhiệm vụ được.",
    ),
    "L275": warning(
        "{agency} có cơ quan kế thừa ({names}) nhưng chưa có ngày kết thúc",
        "thêm until (ngày cuối còn hoạt động), hoặc bỏ successors.",
        "Cơ quan kế thừa chỉ nhận nhiệm vụ từ sau ngày kết thúc của cơ quan cũ; chưa có ngày đó thì successors chưa có "
        "tác dụng.",
    ),
}
