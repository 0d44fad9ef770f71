"""Problems of amendments: L250 to L269."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

AMENDMENTS: dict[str, Entry] = {
    "L250": error(
        "{document} nêu nhiệm vụ “{name}” mà kế hoạch không có",
        "sửa thành “{meant}”; nhiệm vụ mới thì ghi ở add.",
        "Văn bản sửa đổi, bổ sung chỉ sửa đổi, bãi bỏ được mục, khoản mà kế hoạch hoặc văn bản trước đó có; "
        "khóa “after” cũng nêu một mục, khoản đã có.",
        "kiểm tra số mục; nhiệm vụ mới thì ghi ở add.",
    ),
    "L251": error(
        "{document} nêu kỳ “{name}” mà kế hoạch không có hạn báo cáo",
        "ghi một trong các kỳ: {known}; kỳ mới thì ghi ở add.",
        "Chỉ sửa đổi, bãi bỏ được hạn báo cáo mà kế hoạch hoặc văn bản trước đó có.",
        "kiểm tra kỳ báo cáo; kỳ mới thì ghi ở add.",
    ),
    "L252": error(
        "{document} nêu {what}, nhưng {earlier} đã bãi bỏ",
        "kiểm tra số mục và ngày có hiệu lực của hai văn bản; giao lại việc đã bãi bỏ thì ghi ở add với số khác.",
        "Các văn bản được tính theo thứ tự ngày có hiệu lực; việc đã bãi bỏ thì không còn gì để sửa đổi.",
    ),
    "L253": error(
        "{document} bổ sung {what}, nhưng kế hoạch đã có (dòng {first})",
        "đổi số mục, kỳ của phần bổ sung; muốn thay nội dung đang có thì ghi ở replace.",
        "Báo cáo của các cơ quan nhắc đến nhiệm vụ bằng số mục, nên mỗi số chỉ dùng một lần, kể cả số đã bãi bỏ; "
        "mỗi kỳ cũng chỉ có một hạn.",
    ),
    "L254": error(
        "{document} nêu {what} hai lần (dòng {first} và dòng {second})",
        "gộp thành một mục; vừa sửa đổi vừa bãi bỏ thì giữ một.",
        "Hai lời của một văn bản về một việc thì không biết lời nào là đúng.",
    ),
    "L255": warning(
        "{document} có hiệu lực từ ngày {effective}, trước ngày ban hành {issued}",
        "kiểm tra lại hai ngày; nếu đúng như văn bản thì để nguyên.",
        "Văn bản hành chính có hiệu lực từ ngày ký hoặc sau đó; ngày sớm hơn làm nhiệm vụ của những ngày đã qua "
        "thay đổi theo, thường là do ghi nhầm.",
    ),
    "L256": warning(
        "{document} ban hành ngày {issued}, trước ngày ban hành kế hoạch {plan}",
        "kiểm tra lại ngày ban hành.",
        "Văn bản sửa đổi, bổ sung không thể có trước kế hoạch; thường là do ghi nhầm năm.",
    ),
    "L257": warning(
        "{document} ghi tệp lời văn “{file}”, nhưng không có tệp đó trong {folder}",
        "chép văn bản vào tệp đó, hoặc bỏ dòng source.",
        "Có lời văn của văn bản sửa đổi thì nội dung mới trong plan.yaml được đối chiếu từng chữ.",
    ),
    "L258": warning(
        "không văn bản sửa đổi, bổ sung nào ở plan.yaml nêu tệp này, nên không dùng đến nó",
        "ghi “source: {file}” ở văn bản của nó, hoặc xóa tệp.",
        "Tệp trong thư mục amendments là lời văn của một văn bản khai ở amendments trong plan.yaml.",
    ),
    "L259": warning(
        "{what} khác lời văn của {document} từ chữ “{from_word}”",
        "chép lại theo {file}: “{original}”.",
        "Nội dung mới phải đúng từng chữ với văn bản sửa đổi, bổ sung (bỏ qua khác nhau về dấu cách và xuống dòng).",
        "chép lại theo tệp lời văn.",
    ),
    "L260": warning(
        "{what}: chưa ghi thay đổi gì",
        "ghi phần bổ sung ở add, phần sửa đổi ở replace, phần bãi bỏ ở repeal.",
        "Văn bản không ghi thay đổi gì vẫn được nêu khi viện dẫn kế hoạch, nhưng không nhiệm vụ nào đổi.",
    ),
    "L261": warning(
        "{document} có hiệu lực từ ngày {effective}, khi hạn báo cáo kỳ {period} (hết ngày {last}) đã qua; "
        "hạn này giữ như cũ",
        "kiểm tra kỳ báo cáo và ngày có hiệu lực.",
        "Văn bản có hiệu lực sau hạn cuối không làm thay đổi kỳ đã qua, trừ khi nó lùi chính hạn đó.",
    ),
}
