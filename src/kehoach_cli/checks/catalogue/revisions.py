"""Problems seen against the last version that git keeps: L500 to L599."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, warning

REVISIONS: dict[str, Entry] = {
    "L501": warning(
        "phân công khác bản đã ghi lại ({revision}) mà version vẫn là {version}: {what}",
        "sửa version thành {next}; thay đổi do văn bản sửa đổi, bổ sung thì khai ở amendments, giữ nguyên phần "
        "như ban hành.",
        "version cho biết báo cáo, biểu mẫu, số liệu đã chốt theo phân công nào. Phân công là nhiệm vụ (số mục, "
        "nội dung, chủ trì, phối hợp, thời gian), hạn báo cáo và văn bản sửa đổi, bổ sung; so với bản git ghi lại "
        "gần nhất.",
    ),
}
