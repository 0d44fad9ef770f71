"""Problems of personal data in what agencies send: L370 to L379."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

_LAW = "Luật Trẻ em 2016, khoản 1 Điều 21; Nghị định 56/2017/NĐ-CP, Điều 33"
_OR = "nếu buộc phải giữ: ghi lý do ở personal_data, lúc nhập thì thêm --allow-personal-data LÝ_DO"
_KEPT = (
    "Nếu buộc phải giữ lại: ghi lý do (reason) và ngày (date) ở phần personal_data của tệp, hoặc thêm "
    "--allow-personal-data LÝ_DO khi nhập; lỗi khi đó thành cảnh báo."
)

PRIVACY: dict[str, Entry] = {
    "L370": error(
        "có số định danh của một người (“{value}”)",
        f"bỏ số này, chỉ nêu số lượng ({_LAW}); {_OR}.",
        "Số căn cước, số định danh cá nhân, số chứng minh nhân dân cho biết đúng một người; báo cáo chỉ cần số liệu "
        f"tổng hợp. {_KEPT}",
    ),
    "L371": error(
        "nêu tên một trẻ em hoặc cha mẹ của trẻ (“{value}”)",
        f"bỏ họ tên, chỉ nêu số lượng ({_LAW}); {_OR}.",
        "Họ tên, tuổi, nơi ở, trường lớp, người trong gia đình là bí mật cá nhân của trẻ em. Tên viết tắt kèm ngày sinh "
        f"hay thôn, xóm vẫn cho biết là ai. {_KEPT}",
    ),
    "L372": error(
        "có {what} của trẻ em hoặc gia đình trẻ (“{value}”)",
        f"bỏ phần này, chỉ nêu số lượng ({_LAW}); {_OR}.",
        f"Số điện thoại, địa chỉ thư, ngày sinh của trẻ em và gia đình là bí mật cá nhân của trẻ em. {_KEPT}",
    ),
    "L373": warning(
        "có {what} của một người (“{value}”)",
        "bỏ nếu không cần cho người đọc báo cáo; đầu mối liên hệ thì ghi ở contact trong agencies.yaml.",
        "Báo cáo được tổng hợp, gửi lên cấp trên và lưu lâu dài; cách liên hệ với cán bộ nên để ở danh mục cơ quan.",
    ),
    "L374": warning(
        "nêu tên người được đề nghị khen thưởng (“{value}”)",
        "bỏ họ tên nếu đã có tờ trình, danh sách riêng; giữ thì kiểm tra lại họ tên, chức vụ.",
        "Đề nghị khen thưởng cần họ tên, nhưng báo cáo tổng hợp gửi nhiều nơi; danh sách thường kèm tờ trình riêng.",
    ),
    "L375": warning(
        "còn {what} (“{value}”), được giữ lại với lý do: {reason}",
        f"bỏ khi không còn cần giữ ({_LAW}).",
        "Lý do ở phần personal_data cho biết ai đã xem xét việc này. Trước khi trình ký vẫn phải xem lại từng chỗ.",
    ),
}
