"""Problems of indicators, figures and funds: L240 to L249 in plans, L340 to L349 in reports."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

FIGURES: dict[str, Entry] = {
    "L240": error(
        "hai chỉ tiêu cùng mã “{id}” (dòng {first} và dòng {second})",
        "đặt mã khác cho một trong hai.",
        "Số liệu trong báo cáo và biểu mẫu nhắc đến chỉ tiêu bằng mã, nên mỗi mã chỉ dùng một lần trong một kế hoạch.",
    ),
    "L241": error(
        "chỉ tiêu “{id}” lấy quyền số là “{weight}”, nhưng kế hoạch không có chỉ tiêu này",
        "sửa thành “{meant}”.",
        "Bình quân theo quyền số cần số liệu của một chỉ tiêu khác trong cùng kế hoạch, ví dụ tỷ lệ của từng xã nhân "
        "với số trẻ em của xã.",
        "khai chỉ tiêu làm quyền số ở phần indicators, hoặc kiểm tra lại mã.",
    ),
    "L242": error(
        "chỉ tiêu “{id}” tính chung bằng bình quân (“weighted”) nhưng chưa ghi chỉ tiêu làm quyền số",
        "thêm dòng weight với mã của một chỉ tiêu, hoặc chọn cách tính khác: “sum”, “latest”, “none”.",
        "Tỷ lệ của các xã đông dân và ít dân không được cộng rồi chia đều; phải biết tính theo số nào.",
    ),
    "L243": error(
        "{name} vừa cung cấp vừa đối chiếu số liệu của chỉ tiêu “{id}”",
        "bỏ tên này ở một trong hai phần, givers hoặc compare.",
        "Số liệu để đối chiếu không bao giờ được cộng thêm; một cơ quan ở cả hai phần thì không biết có cộng hay không.",
    ),
    "L244": warning(
        "chỉ tiêu “{id}” là tỷ lệ nhưng số chung được tính bằng phép cộng (“sum”)",
        "chọn “weighted” (bình quân theo quyền số), “latest” (số mới nhất) hoặc “none” (không tính).",
        "Cộng tỷ lệ của các cơ quan không cho tỷ lệ chung.",
    ),
    "L245": error(
        "chỉ tiêu “{id}” lấy quyền số là “{weight}”, nhưng đó không phải số đếm hay đại lượng khác",
        "sửa weight thành mã của một chỉ tiêu loại count hoặc amount.",
        "Quyền số là số để chia, ví dụ số trẻ em; tỷ lệ, hay chính chỉ tiêu đó, không làm quyền số được.",
    ),
    "L246": warning(
        "{name} cung cấp chỉ tiêu “{id}” nhưng không cung cấp quyền số “{weight}”",
        "thêm cơ quan này vào givers của “{weight}”, hoặc bỏ khỏi givers của “{id}”.",
        "Cơ quan thiếu quyền số không được tính vào bình quân, nên số chung sẽ luôn thiếu cơ quan đó.",
    ),
    "L247": warning(
        "chỉ tiêu “{id}” chưa có cơ quan nào chắc chắn phải cung cấp số liệu",
        "ghi tên cơ quan, hoặc nhóm đã khai thành viên, vào givers.",
        "Nhóm chưa xác định thành phần thì không biết thiếu số liệu của ai, và không số liệu nào được tính.",
    ),
    "L340": error(
        "kế hoạch không có chỉ tiêu “{id}”",
        "sửa thành “{meant}”.",
        "Mã chỉ tiêu trong báo cáo phải là mã của một chỉ tiêu ở phần indicators của plan.yaml.",
        "kiểm tra lại mã, hoặc khai chỉ tiêu này ở phần indicators của plan.yaml.",
    ),
    "L341": warning(
        "{name} báo cáo số liệu “{id}” nhưng kế hoạch không giao cơ quan này cung cấp hay đối chiếu",
        "kiểm tra lại mã chỉ tiêu; số liệu này không được tính vào số chung.",
        "Mỗi số liệu chỉ lấy từ một nguồn, để không cộng hai lần một việc.",
    ),
    "L342": error(
        "chỉ tiêu “{id}” được ghi hai lần (dòng {first} và dòng {second})",
        "giữ một mục.",
        "Hai số liệu cho một chỉ tiêu thì không biết số nào đúng.",
    ),
    "L343": warning(
        "số thực hiện {value} lớn hơn số ước cả kỳ {estimate} (chỉ tiêu “{id}”)",
        "kiểm tra lại hai số.",
        "Số ước cả kỳ gồm cả phần đã thực hiện, nên không thể nhỏ hơn; thường do ghi nhầm cột.",
    ),
    "L344": warning(
        "kinh phí đã sử dụng {used} đồng lớn hơn dự toán giao {planned} đồng",
        "kiểm tra lại hai số; nếu đúng, ghi lý do vào note.",
        "Chi vượt dự toán là việc cần giải trình; cũng có thể do ghi nhầm cột hoặc thừa chữ số.",
    ),
}
