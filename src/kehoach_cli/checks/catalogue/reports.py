"""Problems of reports received and of documents issued: L300 to L399."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

REPORTS: dict[str, Entry] = {
    "L302": error(
        "{name} không phải báo cáo kỳ này ({period})",
        "kiểm tra tên cơ quan hoặc danh sách reporters.",
        "Báo cáo của cơ quan ngoài danh sách sẽ không có chỗ trong bảng theo dõi; cơ quan tổng hợp thì được.",
    ),
    "L303": error(
        "kế hoạch không có nhiệm vụ {ref}",
        "sửa thành {meant}.",
        "Số mục trong báo cáo phải là số mục của một nhiệm vụ trong kế hoạch.",
        "xem các số mục bằng lệnh kehoach tasks.",
    ),
    "L304": warning(
        "{name} báo cáo nhiệm vụ {ref} nhưng kế hoạch không giao cơ quan này chủ trì hay phối hợp",
        "kiểm tra lại số mục; nếu đúng, nội dung vẫn được đưa vào báo cáo tổng hợp.",
        "Có thể nhập nhầm số mục của nhiệm vụ khác.",
    ),
    "L305": warning(
        "ngày đến {received} ở sau ngày đang xét {as_of}",
        "kiểm tra ngày đến, hoặc thêm --as-of.",
        "Báo cáo đến sau ngày đang xét được coi là chưa nhận.",
    ),
    "L306": error(
        "tên tệp và nội dung không khớp: {what}",
        "đổi tên tệp thành {path}, hoặc sửa nội dung.",
        "Mỗi tệp báo cáo được đặt theo kỳ và mã cơ quan; hai chỗ khác nhau thì không biết chỗ nào đúng.",
    ),
    "L307": warning(
        "báo cáo này ghi là báo cáo chung với {name}, nhưng {name} cũng có báo cáo riêng ({file})",
        "bỏ {name} khỏi covers, hoặc xóa báo cáo riêng nếu nhập nhầm.",
        "Khi tính, báo cáo riêng của cơ quan được dùng trước báo cáo chung.",
    ),
    "L309": warning(
        "nhiệm vụ {ref} ghi “{status}” nhưng chưa nêu lý do",
        "ghi lý do vào result.",
        "Chưa triển khai, tạm dừng và không thuộc nhiệm vụ đều phải có lý do để báo cáo lên cấp trên.",
    ),
    "L310": error(
        "nhiệm vụ {ref} được trả lời hai lần (dòng {first} và dòng {second})",
        "gộp thành một mục.",
        "Hai câu trả lời cho một nhiệm vụ thì không biết tình trạng nào đúng.",
    ),
    "L311": warning(
        "ngày đến {received} ở trước ngày văn bản {dated}",
        "kiểm tra lại hai ngày.",
        "Báo cáo không thể đến trước ngày ký; thường do gõ nhầm.",
    ),
    "L312": error(
        "kế hoạch không có hạn báo cáo kỳ “{period}”",
        "dùng một trong các kỳ: {known}.",
        "Báo cáo, công văn phải thuộc một kỳ mà kế hoạch có hạn.",
        "khai hạn báo cáo ở phần deadlines của plan.yaml.",
    ),
    "L314": warning(
        "{name} được miễn báo cáo kỳ này nhưng có gửi báo cáo",
        "bỏ cơ quan khỏi exempt nếu muốn tính báo cáo này.",
        "Báo cáo vẫn được tổng hợp nội dung, nhưng không tính vào số phải gửi và số đã gửi.",
    ),
    "L315": warning(
        "ngày trả lại {returned} ở trước ngày đến {received}",
        "kiểm tra lại hai ngày; nếu cơ quan đã gửi lại thì xóa phần returned hoặc để nguyên làm dấu vết.",
        "Báo cáo trả lại trước ngày đến được hiểu là bản gửi lại đã nhận.",
    ),
    "L316": error(
        "tên tệp và nội dung không khớp: nội dung ghi văn bản số {number} ngày {dated}",
        "đổi tên tệp thành {path}, hoặc sửa nội dung.",
        "Tệp trong thư mục issued được đặt theo ngày và số của văn bản; hai chỗ khác nhau thì không biết chỗ nào đúng.",
    ),
    "L317": error(
        "số {number} đã dùng trong năm {year} cho một văn bản khác ({file})",
        "kiểm tra lại số và ngày ở cả hai tệp; xóa tệp ghi nhầm.",
        "Văn thư cấp mỗi số một lần trong một năm. Một công văn nhắc nhiều kế hoạch thì mỗi kế hoạch ghi một tệp, cùng "
        "số và cùng ngày.",
    ),
    "L318": error(
        "công văn chưa ghi {keys}",
        "thêm phần còn thiếu; stage là 1 (yêu cầu báo cáo), 2 (đôn đốc) hoặc 3 (đôn đốc lần 2), agencies là tên các cơ quan nhận.",
        "Phải biết công văn thuộc giai đoạn nào và gửi cơ quan nào thì lần sau mới biết ai đã được đôn đốc.",
    ),
    "L319": error(
        "báo cáo tổng hợp không có phần “{key}” ({said})",
        "xóa phần này, hoặc sửa document thành cong-van.",
        "Giai đoạn, hạn mới và cơ quan nhận chỉ có ở công văn yêu cầu báo cáo, đôn đốc.",
    ),
    "L320": warning(
        "công văn đôn đốc chưa ghi hạn mới",
        "thêm before với ngày ghi trong công văn (cơ quan phải gửi trước ngày đó).",
        "Hạn mới cho biết khi nào cần đôn đốc lần sau; để trống nếu công văn không nêu ngày.",
    ),
    "L321": warning(
        "văn bản ghi ngày {dated}, trước ngày ban hành Kế hoạch số {number} ({issued})",
        "kiểm tra lại ngày, và xem tệp có ở đúng thư mục của kế hoạch không.",
        "Công văn, báo cáo về một kế hoạch không thể có trước kế hoạch đó; thường do gõ nhầm năm.",
    ),
    "L322": warning(
        "hạn mới {before} không sau ngày công văn {dated}",
        "kiểm tra lại hai ngày.",
        "Công văn đôn đốc phải cho các cơ quan thời gian sau ngày ban hành.",
    ),
    "L323": error(
        "_tong-hop.yaml của kỳ này ghi khác: báo cáo tổng hợp {said}",
        "sửa số, ngày ở một trong hai tệp; ghi ở một tệp là đủ.",
        "Số và ngày của báo cáo tổng hợp ghi ở hai nơi mà khác nhau thì không biết in số nào.",
    ),
    "L324": warning(
        "ngày văn bản {dated} ở sau ngày đang xét {as_of}",
        "kiểm tra ngày văn bản, hoặc thêm --as-of.",
        "Văn bản có ngày sau ngày đang xét được coi là chưa phát hành.",
    ),
    "L326": warning(
        "báo cáo đến ngày {received} nêu nhiệm vụ {ref}, nhưng {document} đã bãi bỏ từ ngày {effective}",
        "xem lại với cơ quan gửi; nội dung đã báo cáo vẫn được giữ khi tổng hợp.",
        "Cơ quan có thể chưa nhận được văn bản sửa đổi, bổ sung, hoặc ghi nhầm số mục.",
    ),
    "L325": warning(
        "nhiệm vụ {ref} ghi “sẽ báo cáo bổ sung” nhưng {names} đã báo cáo; câu này không được in",
        "bỏ mục này, hoặc thay later bằng text với lời văn của Văn phòng.",
        "Câu “chưa có số liệu … và sẽ báo cáo bổ sung” chỉ đúng khi cơ quan chủ trì chưa báo cáo; đã có báo cáo thì dự thảo "
        "in nội dung báo cáo.",
    ),
}
