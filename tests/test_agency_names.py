"""Names out of lists: commas and «và» inside them, shared heads, groups, asides, sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.agency_names import Named, names_in
from kehoach_cli.model.agency_tokens import plain_word
from test_register import REAL

if TYPE_CHECKING:
    from collections.abc import Sequence

# A value as documents print it, and the names in it.
LISTS: list[tuple[str, list[str]]] = [
    ("Trạm Y tế phường, các tổ dân phố", ["Trạm Y tế phường", "các tổ dân phố"]),
    ("UBND các xã, các phường", ["UBND các xã, các phường"]),
    ("Công an xã, Viễn thông khu vực", ["Công an xã", "Viễn thông khu vực"]),
    (
        "Cục Quản lý đê điều và Phòng, chống thiên tai; Cục Nhà giáo và Cán bộ quản lý giáo dục",
        ["Cục Quản lý đê điều và Phòng, chống thiên tai", "Cục Nhà giáo và Cán bộ quản lý giáo dục"],
    ),
    (
        "Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"],
    ),
    (
        "Các Phòng: Giáo dục và Đào tạo, Tư pháp, Văn hóa, Khoa học và Thông tin, Dân tộc và Tôn giáo, Huyện đoàn",
        [
            "Phòng Giáo dục và Đào tạo",
            "Phòng Tư pháp",
            "Phòng Văn hóa, Khoa học và Thông tin",
            "Phòng Dân tộc và Tôn giáo",
            "Huyện đoàn",
        ],
    ),
    (
        "các Bộ: Quốc phòng, Xây dựng, Khoa học và Công nghệ, Nông nghiệp và Môi trường",
        ["Bộ Quốc phòng", "Bộ Xây dựng", "Bộ Khoa học và Công nghệ", "Bộ Nông nghiệp và Môi trường"],
    ),
    ("Các sở: Tài chính, Y tế; Công an tỉnh", ["Sở Tài chính", "Sở Y tế", "Công an tỉnh"]),
    (
        "UBND các xã Bát Xát, Trịnh Tường, Hợp Thành",
        ["UBND xã Bát Xát", "UBND xã Trịnh Tường", "UBND xã Hợp Thành"],
    ),
    ("Sở Nội vụ, Tài chính, Y tế", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
    (
        "Các Cục: Di sản văn hóa, Bản quyền tác giả và Điện ảnh",
        ["Cục Di sản văn hóa", "Cục Bản quyền tác giả", "Cục Điện ảnh"],
    ),
    (
        "Sở Khoa học và Công nghệ Sở Công Thương; UBND các phường, xã",
        ["Sở Khoa học và Công nghệ", "Sở Công Thương", "UBND các phường, xã"],
    ),
    (
        "các sở, ban, ngành, đoàn thể cấp tỉnh; UBND các xã, phường, thị trấn",
        ["các sở, ban, ngành, đoàn thể cấp tỉnh", "UBND các xã, phường, thị trấn"],
    ),
    ("các cơ quan, đơn vị, địa phương có liên quan", ["các cơ quan, đơn vị, địa phương có liên quan"]),
    ("Sở Y tế và các cơ quan liên quan", ["Sở Y tế", "các cơ quan liên quan"]),
    (
        "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội",
        ["Ủy ban MTTQ Việt Nam tỉnh", "các tổ chức chính trị - xã hội"],
    ),
    (
        "Sở KH&CN, Sở TT&TT, Sở NN&MT, CA tỉnh, VP UBND tỉnh, Ban QLDA ĐTXD",
        ["Sở KH&CN", "Sở TT&TT", "Sở NN&MT", "CA tỉnh", "VP UBND tỉnh", "Ban QLDA ĐTXD"],
    ),
    (
        "MTTQ, LĐLĐ, Hội LHPN, Đoàn TNCSHCM, BHXH, NHCSXH",
        ["MTTQ", "LĐLĐ", "Hội LHPN", "Đoàn TNCSHCM", "BHXH", "NHCSXH"],
    ),
    (
        "Kho bạc Nhà nước, Viettel, VNPT, Điện lực, doanh nghiệp, bệnh viện, báo, đài",
        ["Kho bạc Nhà nước", "Viettel", "VNPT", "Điện lực", "doanh nghiệp", "bệnh viện", "báo, đài"],
    ),
    (
        "Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát",
        ["Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Giám sát"],
    ),
    ("Sở Sở Công thương; Sở Tài Chính", ["Sở Sở Công thương", "Sở Tài Chính"]),
    (
        "Sở KH&CN (nhiệm vụ KH&CN); Sở NN&MT (chất thải, quan trắc); UBND xã",
        ["Sở KH&CN", "Sở NN&MT", "UBND xã"],
    ),
    ("Văn phòng HĐND và UBND huyện, Phòng Nội vụ", ["Văn phòng HĐND và UBND huyện", "Phòng Nội vụ"]),
    (
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh; Văn phòng UBND tỉnh",
        ["Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng UBND tỉnh"],
    ),
    (
        "Báo và Đài Phát thanh - Truyền hình tỉnh, Sở VHTT&DL",
        ["Báo và Đài Phát thanh - Truyền hình tỉnh", "Sở VHTT&DL"],
    ),
    (
        "Hội Liên hiệp Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Đoàn Thanh niên Cộng sản Hồ Chí Minh và Liên đoàn Lao động tỉnh",
        [
            "Hội Liên hiệp Phụ nữ",
            "Hội Nông dân",
            "Hội Cựu chiến binh",
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            "Liên đoàn Lao động tỉnh",
        ],
    ),
    (
        "Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội",
        ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội"],
    ),
    (
        "Phòng Kinh tế, Phòng Văn hóa - Xã hội, Trung tâm Phục vụ hành chính công, Công an xã, Ban Chỉ huy Quân sự xã",
        [
            "Phòng Kinh tế",
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công",
            "Công an xã",
            "Ban Chỉ huy Quân sự xã",
        ],
    ),
    (
        "Ban Quản lý các khu công nghiệp, khu kinh tế tỉnh; Sở Xây dựng",
        ["Ban Quản lý các khu công nghiệp, khu kinh tế tỉnh", "Sở Xây dựng"],
    ),
    (
        "Ban Chỉ huy Phòng thủ dân sự và Tìm kiếm cứu nạn tỉnh; Sở Y tế",
        ["Ban Chỉ huy Phòng thủ dân sự và Tìm kiếm cứu nạn tỉnh", "Sở Y tế"],
    ),
    (
        "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn huyện, Phòng Nông nghiệp và Môi trường",
        ["Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn huyện", "Phòng Nông nghiệp và Môi trường"],
    ),
    (
        "Trung tâm Văn hóa, Thể thao và Truyền thông; Đài Truyền thanh xã",
        ["Trung tâm Văn hóa, Thể thao và Truyền thông", "Đài Truyền thanh xã"],
    ),
    (
        "Sở Lao động - Thương binh và Xã hội, Sở Tài nguyên và Môi trường và Sở Y tế",
        ["Sở Lao động - Thương binh và Xã hội", "Sở Tài nguyên và Môi trường", "Sở Y tế"],
    ),
    (
        "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố; các doanh nghiệp, hợp tác xã",
        ["Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố", "các doanh nghiệp, hợp tác xã"],
    ),
    ("Các sở, ban, ngành tỉnh và UBND cấp xã", ["Các sở, ban, ngành tỉnh", "UBND cấp xã"]),
    ("Các Sở, ngành, đơn vị, UBND cấp xã", ["Các Sở, ngành, đơn vị", "UBND cấp xã"]),
    (
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        [
            "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
            "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        ],
    ),
    (
        "Sở Tài chính, các sở, ban, ngành, đoàn thể tỉnh, UBND các xã, phường",
        ["Sở Tài chính", "các sở, ban, ngành, đoàn thể tỉnh", "UBND các xã, phường"],
    ),
    ("Các sở, ngành, địa phương và đơn vị liên quan", ["Các sở, ngành, địa phương và đơn vị liên quan"]),
    (
        "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"],
    ),
    (
        "Thanh tra tỉnh; Cục Thuế tỉnh; Chi cục Thống kê; Tòa án nhân dân tỉnh; Viện kiểm sát nhân dân tỉnh",
        [
            "Thanh tra tỉnh",
            "Cục Thuế tỉnh",
            "Chi cục Thống kê",
            "Tòa án nhân dân tỉnh",
            "Viện kiểm sát nhân dân tỉnh",
        ],
    ),
    (
        "Ngân hàng Nhà nước chi nhánh tỉnh, Bảo hiểm xã hội tỉnh",
        ["Ngân hàng Nhà nước chi nhánh tỉnh", "Bảo hiểm xã hội tỉnh"],
    ),
    (
        "Thường trực HĐND các xã, phường; Tổ đại biểu HĐND tỉnh nơi Ban tổ chức giám sát trực tiếp",
        ["Thường trực HĐND các xã, phường", "Tổ đại biểu HĐND tỉnh nơi Ban tổ chức giám sát trực tiếp"],
    ),
    (
        "Sở Nông nghiệp và Phát triển nông thôn; UBND các xã, phường nơi Ban tổ chức khảo sát trực tiếp",
        ["Sở Nông nghiệp và Phát triển nông thôn", "UBND các xã, phường nơi Ban tổ chức khảo sát trực tiếp"],
    ),
    (
        "Các Ban của HĐND tỉnh; Văn phòng Đoàn ĐBQH và HĐND tỉnh.",
        ["Các Ban của HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh"],
    ),
    ("Các khoa, phòng ban liên quan", ["Các khoa, phòng ban liên quan"]),
    ("các bộ, ngành, địa phương", ["các bộ, ngành, địa phương"]),
    (
        "Bộ Tài chính và các bộ, ngành, địa phương liên quan",
        ["Bộ Tài chính", "các bộ, ngành, địa phương liên quan"],
    ),
    ("Các Sở: Công Thương; Tài chính; Xây dựng", ["Sở Công Thương", "Sở Tài chính", "Sở Xây dựng"]),
    (
        "các Sở Tài chính, Xây dựng, Nông nghiệp và Môi trường; các cơ quan liên quan",
        ["Sở Tài chính", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "các cơ quan liên quan"],
    ),
    ("Các sở, ngành: Tài chính, Y tế, Công an tỉnh", ["Sở Tài chính", "Sở Y tế", "Công an tỉnh"]),
    ("Các đơn vị: Sở Y tế, Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    (
        "Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh, Hiệp hội Doanh nghiệp tỉnh",
        ["Hội Nông dân tỉnh", "Liên minh Hợp tác xã tỉnh", "Hiệp hội Doanh nghiệp tỉnh"],
    ),
    ("Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh", ["Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"]),
    (
        "Trường Đại học Đồng Tháp, Trường Cao đẳng Cộng đồng; các trường đại học, cao đẳng trên địa bàn",
        [
            "Trường Đại học Đồng Tháp",
            "Trường Cao đẳng Cộng đồng",
            "các trường đại học, cao đẳng trên địa bàn",
        ],
    ),
    ("Sở GD&ĐT; Sở VH,TT&DL; Sở LĐ-TB&XH", ["Sở GD&ĐT", "Sở VH,TT&DL", "Sở LĐ-TB&XH"]),
    ("Phòng VH,KH&TT, Phòng GD&ĐT", ["Phòng VH,KH&TT", "Phòng GD&ĐT"]),
    (
        "Văn phòng Đảng ủy, các cơ quan tham mưu giúp việc Đảng ủy; VPĐU xã",
        ["Văn phòng Đảng ủy", "các cơ quan tham mưu giúp việc Đảng ủy", "VPĐU xã"],
    ),
    (
        "Ủy ban Kiểm tra Đảng ủy; Ban Xây dựng Đảng; Ủy ban MTTQ Việt Nam xã",
        ["Ủy ban Kiểm tra Đảng ủy", "Ban Xây dựng Đảng", "Ủy ban MTTQ Việt Nam xã"],
    ),
    ("Trạm Y tế xã, các trường học, các thôn", ["Trạm Y tế xã", "các trường học", "các thôn"]),
    ("Sở Xây dựng chủ trì, phối hợp với Sở Tài chính", ["Sở Xây dựng"]),
    (
        "Sở Nội vụ, Sở Tài chính, Kho bạc Nhà nước Khu vực X",
        ["Sở Nội vụ", "Sở Tài chính", "Kho bạc Nhà nước Khu vực X"],
    ),
    (
        "Ban Dân tộc và Tôn giáo; Sở Dân tộc và Tôn giáo",
        ["Ban Dân tộc và Tôn giáo", "Sở Dân tộc và Tôn giáo"],
    ),
    ("- Sở Y tế\n- Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
    (
        "Các cơ quan, đơn vị trực thuộc Sở; UBND các phường xã",
        ["Các cơ quan, đơn vị trực thuộc Sở", "UBND các phường xã"],
    ),
    ("Công an Thành phố, Thành đoàn, Đài Hà Nội", ["Công an Thành phố", "Thành đoàn", "Đài Hà Nội"]),
    (
        "Sở Thông tin và Truyền thông/Sở Khoa học và Công nghệ",
        ["Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"],
    ),
    (
        "Cục Viễn thông, Cục Chuyển đổi số quốc gia (Bộ Khoa học và Công nghệ)",
        ["Cục Viễn thông", "Cục Chuyển đổi số quốc gia (Bộ Khoa học và Công nghệ)"],
    ),
    (
        "Văn phòng Chính phủ, Bộ Công an, Bộ Tư pháp và các bộ, cơ quan có liên quan",
        ["Văn phòng Chính phủ", "Bộ Công an", "Bộ Tư pháp", "các bộ, cơ quan có liên quan"],
    ),
    ("Sở Y tế, Quỹ Bảo trợ trẻ em (nếu có)", ["Sở Y tế", "Quỹ Bảo trợ trẻ em"]),
    (
        "Sở Công Thương, Chi cục Quản lý thị trường, các doanh nghiệp viễn thông, công nghệ thông tin",
        ["Sở Công Thương", "Chi cục Quản lý thị trường", "các doanh nghiệp viễn thông, công nghệ thông tin"],
    ),
    (
        "UBND xã Sơn Mùa, xã Sơn Liên; UBND phường Trương Quang Trọng",
        ["UBND xã Sơn Mùa", "UBND xã Sơn Liên", "UBND phường Trương Quang Trọng"],
    ),
    (
        "Chi cục Chăn nuôi và Thú y, Chi cục Trồng trọt và Bảo vệ thực vật",
        ["Chi cục Chăn nuôi và Thú y", "Chi cục Trồng trọt và Bảo vệ thực vật"],
    ),
    (
        "Hội Văn học nghệ thuật, Hội Nhà báo, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
        ["Hội Văn học nghệ thuật", "Hội Nhà báo", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh"],
    ),
    (
        "Trung tâm Khuyến nông và Dịch vụ nông nghiệp; Hạt Kiểm lâm",
        ["Trung tâm Khuyến nông và Dịch vụ nông nghiệp", "Hạt Kiểm lâm"],
    ),
    (
        "Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Tổ chức Tỉnh ủy, Văn phòng Tỉnh ủy",
        ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Văn phòng Tỉnh ủy"],
    ),
    (
        "Đảng ủy UBND tỉnh, Đảng ủy các cơ quan Đảng tỉnh",
        ["Đảng ủy UBND tỉnh", "Đảng ủy các cơ quan Đảng tỉnh"],
    ),
    (
        "Các sở, ban, ngành, UBND các xã, phường, Ủy ban MTTQ Việt Nam và các đoàn thể tỉnh",
        ["Các sở, ban, ngành", "UBND các xã, phường", "Ủy ban MTTQ Việt Nam", "các đoàn thể tỉnh"],
    ),
    ("Sở Nội vụ; các cơ quan, đơn vị, địa phương", ["Sở Nội vụ", "các cơ quan, đơn vị, địa phương"]),
    (
        "Thủ trưởng các cơ quan, đơn vị; Chủ tịch UBND các xã, phường",
        ["Thủ trưởng các cơ quan, đơn vị", "Chủ tịch UBND các xã, phường"],
    ),
    (
        "Giám đốc các Sở: Tài chính, Nội vụ; Chánh Văn phòng UBND tỉnh",
        ["Giám đốc Sở Tài chính", "Giám đốc Sở Nội vụ", "Chánh Văn phòng UBND tỉnh"],
    ),
    ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", ["Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh"]),
    ("Cơ quan chủ trì soạn thảo văn bản", ["Cơ quan chủ trì soạn thảo văn bản"]),
    ("Các cơ quan được giao chủ trì nhiệm vụ", ["Các cơ quan được giao chủ trì nhiệm vụ"]),
    ("Sở Khoa học và\nCông nghệ, Sở\nNội vụ", ["Sở Khoa học và Công nghệ", "Sở Nội vụ"]),
    (
        "Tổ công tác Đề án 06 cấp xã; Tổ công nghệ số cộng đồng",
        ["Tổ công tác Đề án 06 cấp xã", "Tổ công nghệ số cộng đồng"],
    ),
    (
        "Các cơ quan báo chí, Báo và phát thanh, truyền hình Đồng Tháp",
        ["Các cơ quan báo chí", "Báo và phát thanh, truyền hình Đồng Tháp"],
    ),
    (
        "Sở Du lịch, Sở Văn hóa và Thể thao, Sở An toàn thực phẩm",
        ["Sở Du lịch", "Sở Văn hóa và Thể thao", "Sở An toàn thực phẩm"],
    ),
    ("Sở Giao thông vận tải - Xây dựng", ["Sở Giao thông vận tải - Xây dựng"]),
    (
        "Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất khu vực, UBND xã",
        ["Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất khu vực", "UBND xã"],
    ),
    (
        "Viện Nghiên cứu phát triển kinh tế - xã hội, Trường Chính trị tỉnh",
        ["Viện Nghiên cứu phát triển kinh tế - xã hội", "Trường Chính trị tỉnh"],
    ),
    (
        "Ủy ban nhân dân các quận, huyện, thành phố Thủ Đức và các phường, xã, thị trấn",
        ["Ủy ban nhân dân các quận, huyện, thành phố Thủ Đức và các phường, xã, thị trấn"],
    ),
    ("Tất cả các sở, ban, ngành", ["Tất cả các sở, ban, ngành"]),
    ("Toàn thể cán bộ, công chức", ["Toàn thể cán bộ, công chức"]),
    (
        "Sở Tư pháp, Hội Luật gia, Đoàn Luật sư và các tổ chức hành nghề luật sư",
        ["Sở Tư pháp", "Hội Luật gia", "Đoàn Luật sư", "các tổ chức hành nghề luật sư"],
    ),
    (
        "Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội xã",
        ["Mặt trận Tổ quốc", "các đoàn thể chính trị - xã hội xã"],
    ),
    ("Đề nghị Tòa án nhân dân tỉnh", ["Tòa án nhân dân tỉnh"]),
    ("Cấp ủy, chính quyền các xã, phường", ["Cấp ủy, chính quyền các xã, phường"]),
    ("Sở Y tế TP. Hồ Chí Minh, UBND TP. Thủ Đức", ["Sở Y tế TP. Hồ Chí Minh", "UBND TP. Thủ Đức"]),
    ("Công an, Quân sự xã", ["Công an, Quân sự xã"]),
    (
        "Phòng Kinh tế (hoặc Phòng Kinh tế, Hạ tầng và Đô thị)",
        ["Phòng Kinh tế (hoặc Phòng Kinh tế, Hạ tầng và Đô thị)"],
    ),
    (
        "Bưu điện tỉnh, Viettel Đồng Tháp, VNPT Đồng Tháp, MobiFone",
        ["Bưu điện tỉnh", "Viettel Đồng Tháp", "VNPT Đồng Tháp", "MobiFone"],
    ),
    ("Thuế tỉnh, Hải quan khu vực XX, Kho bạc", ["Thuế tỉnh", "Hải quan khu vực XX", "Kho bạc"]),
    ("Sở Tài chính; nhà đầu tư; người dân", ["Sở Tài chính", "nhà đầu tư", "người dân"]),
    ("UBND tỉnh, thành phố trực thuộc Trung ương", ["UBND tỉnh, thành phố trực thuộc Trung ương"]),
    ("Ủy ban nhân dân thành phố Hà Nội, Sở Xây dựng", ["Ủy ban nhân dân thành phố Hà Nội", "Sở Xây dựng"]),
    (
        "Sở Tài chính, Sở Nội vụ, các cơ quan, đơn vị có liên quan và Ủy ban nhân dân cấp xã",
        ["Sở Tài chính", "Sở Nội vụ", "các cơ quan, đơn vị có liên quan", "Ủy ban nhân dân cấp xã"],
    ),
    (
        "Các cơ quan, tổ chức, đơn vị thuộc UBND Thành phố",
        ["Các cơ quan, tổ chức, đơn vị thuộc UBND Thành phố"],
    ),
    (
        "Các sở, ban, ngành thành phố; UBND các phường, xã, đặc khu",
        ["Các sở, ban, ngành thành phố", "UBND các phường, xã, đặc khu"],
    ),
    ("Các sở, ban, ngành Thành phố, Đài Hà Nội", ["Các sở, ban, ngành Thành phố", "Đài Hà Nội"]),
    ("Sở Y tế, Sở Tài chính và cơ quan có liên quan", ["Sở Y tế", "Sở Tài chính", "cơ quan có liên quan"]),
    ("Sở Công Thương, đơn vị liên quan", ["Sở Công Thương", "đơn vị liên quan"]),
    ("Đảng ủy, HĐND, UBND các xã, phường", ["Đảng ủy", "HĐND", "UBND các xã, phường"]),
    (
        "các Hội, đoàn thể; Trường THCS Lê Lợi, các trường Tiểu học, Mầm non",
        ["các Hội, đoàn thể", "Trường THCS Lê Lợi", "các trường Tiểu học, Mầm non"],
    ),
    (
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
        ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"],
    ),
    ("Tổ chức chính trị - xã hội các cấp", ["Tổ chức chính trị - xã hội các cấp"]),
    (
        "Công đoàn, Đoàn Thanh niên, Hội Phụ nữ cơ quan",
        ["Công đoàn", "Đoàn Thanh niên", "Hội Phụ nữ cơ quan"],
    ),
    (
        "Phòng Cảnh sát quản lý hành chính về trật tự xã hội, Công an các xã, phường",
        ["Phòng Cảnh sát quản lý hành chính về trật tự xã hội", "Công an các xã, phường"],
    ),
    (
        "Cục Thống kê tỉnh; Kho bạc Nhà nước; các Ngân hàng thương mại trên địa bàn",
        ["Cục Thống kê tỉnh", "Kho bạc Nhà nước", "các Ngân hàng thương mại trên địa bàn"],
    ),
    (
        "Liên đoàn Lao động tỉnh; Ban Dân vận Tỉnh ủy; Hội Người cao tuổi tỉnh; Hội Khuyến học tỉnh",
        ["Liên đoàn Lao động tỉnh", "Ban Dân vận Tỉnh ủy", "Hội Người cao tuổi tỉnh", "Hội Khuyến học tỉnh"],
    ),
    (
        "Bộ Nông nghiệp và Môi trường, Bộ Văn hóa, Thể thao và Du lịch, Bộ Giáo dục và Đào tạo, Bộ Ngoại giao, Ngân hàng Nhà nước Việt Nam, Thanh tra Chính phủ, Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam",
        [
            "Bộ Nông nghiệp và Môi trường",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "Bộ Giáo dục và Đào tạo",
            "Bộ Ngoại giao",
            "Ngân hàng Nhà nước Việt Nam",
            "Thanh tra Chính phủ",
            "Đài Truyền hình Việt Nam",
            "Đài Tiếng nói Việt Nam",
            "Thông tấn xã Việt Nam",
        ],
    ),
    ("Bộ Tư pháp phối hợp với các bộ, ngành, địa phương", ["Bộ Tư pháp"]),
    (
        "Cục Công nghệ thông tin, Vụ Pháp chế, Văn phòng Bộ",
        ["Cục Công nghệ thông tin", "Vụ Pháp chế", "Văn phòng Bộ"],
    ),
    ("Các Cục, Vụ, đơn vị thuộc Bộ", ["Các Cục, Vụ, đơn vị thuộc Bộ"]),
    ("Các đơn vị thuộc, trực thuộc Sở", ["Các đơn vị thuộc, trực thuộc Sở"]),
    (
        "Phòng Kế hoạch - Tài chính, Thanh tra Sở, Văn phòng Sở",
        ["Phòng Kế hoạch - Tài chính", "Thanh tra Sở", "Văn phòng Sở"],
    ),
    ("Các phòng chuyên môn, đơn vị sự nghiệp", ["Các phòng chuyên môn, đơn vị sự nghiệp"]),
    (
        "Các phòng, ban, ngành, đoàn thể xã; các thôn, bản",
        ["Các phòng, ban, ngành, đoàn thể xã", "các thôn, bản"],
    ),
    (
        "Các ban, ngành, đoàn thể xã, các trường học, trạm y tế",
        ["Các ban, ngành, đoàn thể xã", "các trường học, trạm y tế"],
    ),
    (
        "Ban Chỉ huy Quân sự xã, Công an xã và các ban, ngành, đoàn thể",
        ["Ban Chỉ huy Quân sự xã", "Công an xã", "các ban, ngành, đoàn thể"],
    ),
    (
        "Sở Nông nghiệp và Môi trường (Chi cục Kiểm lâm, Chi cục Thủy lợi)",
        ["Sở Nông nghiệp và Môi trường (Chi cục Kiểm lâm, Chi cục Thủy lợi)"],
    ),
    (
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các tổ chức chính trị - xã hội tỉnh (Hội Nông dân, Hội LHPN)",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các tổ chức chính trị - xã hội tỉnh"],
    ),
    ("Trưởng Ban Chỉ đạo, Phó Trưởng ban Thường trực", ["Trưởng Ban Chỉ đạo", "Phó Trưởng ban Thường trực"]),
    (
        "Chủ tịch UBND tỉnh; Phó Chủ tịch UBND tỉnh Nguyễn Văn A",
        ["Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh Nguyễn Văn A"],
    ),
    ("Sở GTVT, Công an tỉnh, Ban ATGT tỉnh", ["Sở GTVT", "Công an tỉnh", "Ban ATGT tỉnh"]),
    ("Sở KHCN, NN&MT, Công Thương", ["Sở KHCN", "Sở NN&MT", "Sở Công Thương"]),
    (
        "Sở Văn hoá, Thể thao và Du lịch; Uỷ ban nhân dân các xã, phường",
        ["Sở Văn hoá, Thể thao và Du lịch", "Uỷ ban nhân dân các xã, phường"],
    ),
    (
        "Tỉnh đoàn; Các Sở: GD&ĐT, Y tế, VHTT&DL; Báo Tuyên Quang",
        ["Tỉnh đoàn", "Sở GD&ĐT", "Sở Y tế", "Sở VHTT&DL", "Báo Tuyên Quang"],
    ),
    (
        "Trung tâm Phục vụ hành chính công tỉnh, Trung tâm Chuyển đổi số, VNPT, Viettel",
        ["Trung tâm Phục vụ hành chính công tỉnh", "Trung tâm Chuyển đổi số", "VNPT", "Viettel"],
    ),
    (
        "Sở Xây dựng, Ban Quản lý Khu kinh tế, Ban Quản lý các khu công nghiệp",
        ["Sở Xây dựng", "Ban Quản lý Khu kinh tế", "Ban Quản lý các khu công nghiệp"],
    ),
    (
        "Văn phòng UBND tỉnh, Văn phòng Tỉnh ủy, Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        [
            "Văn phòng UBND tỉnh",
            "Văn phòng Tỉnh ủy",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        ],
    ),
    (
        "Các Phòng Kinh tế, Văn hóa - Xã hội; Công an xã",
        ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"],
    ),
    (
        "Phòng Kinh tế; Phòng VH-XH; Văn phòng HĐND&UBND",
        ["Phòng Kinh tế", "Phòng VH-XH", "Văn phòng HĐND&UBND"],
    ),
    ("Các cơ quan Trung ương đóng trên địa bàn tỉnh", ["Các cơ quan Trung ương đóng trên địa bàn tỉnh"]),
    ("Sở Tư pháp (chủ trì)", ["Sở Tư pháp"]),
    ("Sở Nội vụ (Phòng Bình đẳng giới)", ["Sở Nội vụ (Phòng Bình đẳng giới)"]),
    ("Ủy ban nhân dân xã, phường nơi có dự án", ["Ủy ban nhân dân xã, phường nơi có dự án"]),
    ("Sở Y tế; Sở Y tế các tỉnh lân cận", ["Sở Y tế", "Sở Y tế các tỉnh lân cận"]),
    (
        "Cơ quan thường trực Ban Chỉ đạo; Cơ quan TT BCĐ 57 xã",
        ["Cơ quan thường trực Ban Chỉ đạo", "Cơ quan TT BCĐ 57 xã"],
    ),
    (
        "Các Trung tâm: Kiểm soát bệnh tật, Pháp y; Bệnh viện đa khoa tỉnh",
        ["Trung tâm Kiểm soát bệnh tật", "Trung tâm Pháp y", "Bệnh viện đa khoa tỉnh"],
    ),
    ("Hội Cựu chiến binh, Cựu thanh niên xung phong", ["Hội Cựu chiến binh, Cựu thanh niên xung phong"]),
    (
        "Công ty Điện lực Đồng Tháp, Công ty TNHH MTV Cấp nước",
        ["Công ty Điện lực Đồng Tháp", "Công ty TNHH MTV Cấp nước"],
    ),
    (
        "Sở Tài chính, Thuế tỉnh Đồng Tháp, Chi cục Hải quan khu vực XX",
        ["Sở Tài chính", "Thuế tỉnh Đồng Tháp", "Chi cục Hải quan khu vực XX"],
    ),
    (
        "Các cơ quan, đơn vị: Sở Y tế; Công an tỉnh; các địa phương",
        ["Sở Y tế", "Công an tỉnh", "các địa phương"],
    ),
    (
        "Sở Nội vụ, Sở Tài chính cùng các sở, ngành liên quan",
        ["Sở Nội vụ", "Sở Tài chính", "các sở, ngành liên quan"],
    ),
    ("Doanh nghiệp, hợp tác xã, hộ kinh doanh", ["Doanh nghiệp", "hợp tác xã", "hộ kinh doanh"]),
    (
        "các viện nghiên cứu, trường đại học, doanh nghiệp công nghệ",
        ["các viện nghiên cứu, trường đại học, doanh nghiệp công nghệ"],
    ),
    (
        "Sở Khoa học và Công nghệ, các Hội nghề nghiệp, Liên hiệp Hội",
        ["Sở Khoa học và Công nghệ", "các Hội nghề nghiệp", "Liên hiệp Hội"],
    ),
    ("Ban Chỉ đạo 35 tỉnh, Ban Tuyên giáo Tỉnh ủy", ["Ban Chỉ đạo 35 tỉnh", "Ban Tuyên giáo Tỉnh ủy"]),
    ("Toàn bộ các sở, ban, ngành", ["Toàn bộ các sở, ban, ngành"]),
    ("Quỹ Bảo vệ môi trường, Quỹ Đầu tư phát triển", ["Quỹ Bảo vệ môi trường", "Quỹ Đầu tư phát triển"]),
    ("Sở Dân tộc và Tôn giáo, Ban Tôn giáo", ["Sở Dân tộc và Tôn giáo", "Ban Tôn giáo"]),
    ("UBND thành phố Thủ Đức, các quận, huyện", ["UBND thành phố Thủ Đức, các quận, huyện"]),
    (
        "UBND các xã: Tân Hồng, Thường Phước, Long Khánh",
        ["UBND xã Tân Hồng", "UBND xã Thường Phước", "UBND xã Long Khánh"],
    ),
    (
        "Sở Giáo dục và Đào tạo; UBND các xã, phường; các cơ sở giáo dục",
        ["Sở Giáo dục và Đào tạo", "UBND các xã, phường", "các cơ sở giáo dục"],
    ),
    ("Sở Nội vụ tham mưu", ["Sở Nội vụ"]),
    (
        "Các sở, ban, ngành, địa phương; các tổ chức, cá nhân có liên quan",
        ["Các sở, ban, ngành, địa phương", "các tổ chức, cá nhân có liên quan"],
    ),
    (
        "Sở Xây dựng, Sở Giao thông vận tải, Sở Tài nguyên và Môi trường, Ủy ban nhân dân các huyện, thành phố, thị xã và các đơn vị có liên quan",
        [
            "Sở Xây dựng",
            "Sở Giao thông vận tải",
            "Sở Tài nguyên và Môi trường",
            "Ủy ban nhân dân các huyện, thành phố, thị xã",
            "các đơn vị có liên quan",
        ],
    ),
    ("Công an tỉnh, Sở TTTT", ["Công an tỉnh", "Sở TTTT"]),
    ("Bộ Công an (C06), Bộ TT&TT", ["Bộ Công an (C06)", "Bộ TT&TT"]),
    ("Trung tâm CNTT&TT thuộc Sở KH&CN", ["Trung tâm CNTT&TT thuộc Sở KH&CN"]),
    (
        "Sở Tư pháp, các cơ quan chuyên môn thuộc UBND tỉnh, UBND cấp huyện",
        ["Sở Tư pháp", "các cơ quan chuyên môn thuộc UBND tỉnh", "UBND cấp huyện"],
    ),
    ("Các cơ quan thông tin đại chúng, Báo Lai Châu", ["Các cơ quan thông tin đại chúng", "Báo Lai Châu"]),
    (
        "Đài PT-TH tỉnh, Báo Lào Cai, Cổng Thông tin điện tử tỉnh",
        ["Đài PT-TH tỉnh", "Báo Lào Cai", "Cổng Thông tin điện tử tỉnh"],
    ),
    (
        "Hội đồng phối hợp PBGDPL tỉnh; các sở, ban, ngành",
        ["Hội đồng phối hợp PBGDPL tỉnh", "các sở, ban, ngành"],
    ),
    ("Ban ATTP, Ban Thi đua - Khen thưởng", ["Ban ATTP", "Ban Thi đua - Khen thưởng"]),
    (
        "Sở Ngoại vụ và các sở, ban, ngành, địa phương liên quan",
        ["Sở Ngoại vụ", "các sở, ban, ngành, địa phương liên quan"],
    ),
    (
        "Các sở, ban, ngành tỉnh; các doanh nghiệp bưu chính, viễn thông",
        ["Các sở, ban, ngành tỉnh", "các doanh nghiệp bưu chính, viễn thông"],
    ),
    ("Ban Quản lý dự án; Chủ đầu tư; Nhà thầu", ["Ban Quản lý dự án", "Chủ đầu tư", "Nhà thầu"]),
    (
        "Sở Y tế, Trung tâm Kiểm soát bệnh tật tỉnh, Trung tâm Y tế các huyện, thị xã, thành phố",
        ["Sở Y tế", "Trung tâm Kiểm soát bệnh tật tỉnh", "Trung tâm Y tế các huyện, thị xã, thành phố"],
    ),
    (
        "Công an phường, Trạm Y tế phường, các trường học trên địa bàn phường, các tổ dân phố",
        ["Công an phường", "Trạm Y tế phường", "các trường học trên địa bàn phường", "các tổ dân phố"],
    ),
    (
        "Phòng Kinh tế, Hạ tầng và Đô thị, Phòng Văn hóa - Xã hội, Văn phòng HĐND và UBND phường",
        ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND phường"],
    ),
    ("Các cơ quan, đơn vị, UBND các xã, phường", ["Các cơ quan, đơn vị", "UBND các xã, phường"]),
    (
        "Các cơ quan, ban, ngành, đoàn thể, UBND các xã, phường, đặc khu",
        ["Các cơ quan, ban, ngành, đoàn thể", "UBND các xã, phường, đặc khu"],
    ),
    (
        "Các đơn vị sự nghiệp trực thuộc; Phòng Quản lý đô thị",
        ["Các đơn vị sự nghiệp trực thuộc", "Phòng Quản lý đô thị"],
    ),
    ("Lãnh đạo UBND xã; công chức Văn hóa - Xã hội", ["Lãnh đạo UBND xã", "công chức Văn hóa - Xã hội"]),
    (
        "Sở Công Thương, Sở Xây dựng, UBND các xã, phường, Công ty Điện lực",
        ["Sở Công Thương", "Sở Xây dựng", "UBND các xã, phường", "Công ty Điện lực"],
    ),
    (
        "Trung tâm Dịch vụ việc làm, Quỹ Hỗ trợ nông dân",
        ["Trung tâm Dịch vụ việc làm", "Quỹ Hỗ trợ nông dân"],
    ),
    (
        "Tòa án nhân dân, Viện kiểm sát nhân dân hai cấp",
        ["Tòa án nhân dân", "Viện kiểm sát nhân dân hai cấp"],
    ),
    (
        "Bảo hiểm xã hội khu vực XXX, Chi nhánh Ngân hàng Chính sách xã hội",
        ["Bảo hiểm xã hội khu vực XXX", "Chi nhánh Ngân hàng Chính sách xã hội"],
    ),
    (
        "Ban Chỉ đạo, các thành viên Ban Chỉ đạo, Tổ giúp việc",
        ["Ban Chỉ đạo", "các thành viên Ban Chỉ đạo", "Tổ giúp việc"],
    ),
    (
        "Sở Nội vụ; Thanh tra thành phố; các sở, ban, ngành; UBND phường, xã",
        ["Sở Nội vụ", "Thanh tra thành phố", "các sở, ban, ngành", "UBND phường, xã"],
    ),
    (
        "Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh và các sở, ngành, UBND các xã, phường",
        ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh", "các sở, ngành", "UBND các xã, phường"],
    ),
    (
        "Sở Văn hóa, Thể thao và Du lịch, Hiệp hội Du lịch, các doanh nghiệp du lịch, lữ hành",
        ["Sở Văn hóa, Thể thao và Du lịch", "Hiệp hội Du lịch", "các doanh nghiệp du lịch, lữ hành"],
    ),
    (
        "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam", "các tổ chức thành viên"],
    ),
    (
        "Sở Nội vụ (cơ quan thường trực), các thành viên Tổ công tác",
        ["Sở Nội vụ", "các thành viên Tổ công tác"],
    ),
    (
        "các Bộ: Tài chính, Tư pháp; Văn phòng Chính phủ; UBND các tỉnh, thành phố",
        ["Bộ Tài chính", "Bộ Tư pháp", "Văn phòng Chính phủ", "UBND các tỉnh, thành phố"],
    ),
    ("Ban Nội chính Tỉnh ủy, Đảng ủy Công an tỉnh", ["Ban Nội chính Tỉnh ủy", "Đảng ủy Công an tỉnh"]),
    (
        "Ban Kinh tế - Ngân sách HĐND tỉnh, Ban Pháp chế HĐND tỉnh",
        ["Ban Kinh tế - Ngân sách HĐND tỉnh", "Ban Pháp chế HĐND tỉnh"],
    ),
    ("Sở Tài chính (nếu có), Sở Y tế", ["Sở Tài chính", "Sở Y tế"]),
    ("Cơ quan, địa phương liên quan", ["Cơ quan, địa phương liên quan"]),
    ("Cơ quan liên quan", ["Cơ quan liên quan"]),
    ("Hội, đoàn thể", ["Hội, đoàn thể"]),
    ("Các Hội: Nông dân, Phụ nữ, Cựu chiến binh", ["Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh"]),
    ("Hội Nông dân, Phụ nữ, Cựu chiến binh xã", ["Hội Nông dân, Phụ nữ, Cựu chiến binh xã"]),
    ("Đồng chí Nguyễn Văn A - Phó Chủ tịch UBND xã", ["Đồng chí Nguyễn Văn A - Phó Chủ tịch UBND xã"]),
    ("Đ/c Trần Văn B, Phó Chủ tịch UBND xã", ["Đ/c Trần Văn B, Phó Chủ tịch UBND xã"]),
    (
        "Trung tâm Phát triển quỹ đất; Văn phòng Đăng ký đất đai tỉnh, Chi nhánh Văn phòng Đăng ký đất đai",
        [
            "Trung tâm Phát triển quỹ đất",
            "Văn phòng Đăng ký đất đai tỉnh",
            "Chi nhánh Văn phòng Đăng ký đất đai",
        ],
    ),
    ("1. Sở Y tế; 2. Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("a) Sở Y tế\nb) Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("- Sở Y tế - Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    (
        "Lĩnh vực y tế: Sở Y tế; lĩnh vực giáo dục: Sở Giáo dục và Đào tạo",
        ["Sở Y tế", "Sở Giáo dục và Đào tạo"],
    ),
    (
        "Giám đốc các Sở: Lao động\n- Thương binh và Xã hội, Nội vụ; Chủ tịch UBND các huyện, thị\nxã, thành phố",
        [
            "Giám đốc Sở Lao động - Thương binh và Xã hội",
            "Giám đốc Sở Nội vụ",
            "Chủ tịch UBND các huyện, thị xã, thành phố",
        ],
    ),
    (
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh, Sở Tư pháp",
        ["Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Sở Tư pháp"],
    ),
    (
        "các đơn vị cung cấp dịch vụ viễn thông; Trung tâm chuyển đổi số tỉnh",
        ["các đơn vị cung cấp dịch vụ viễn thông", "Trung tâm chuyển đổi số tỉnh"],
    ),
    ("Sở Văn hóa, Thể thao, Du lịch; Sở Y tế", ["Sở Văn hóa, Thể thao, Du lịch", "Sở Y tế"]),
    ("Sở Văn hóa và Thể thao, Du lịch", ["Sở Văn hóa và Thể thao", "Sở Du lịch"]),
    ("", []),
    (" ,; ", []),
]


def names(text: str) -> list[str]:
    return [named.name for named in names_in(text)]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_are_cut_into_names(text: str, expected: list[str]) -> None:
    assert expected == names(text)


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_full_stop_and_wide_blanks_change_nothing(text: str, expected: list[str]) -> None:
    assert expected == names(f" {text.replace(' ', chr(0xA0) + ' ')} .")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Sở Y tế tiến hành rà soát văn bản thuộc thẩm quyền; các sở, ngành liên quan và UBND các xã, phường rà"
                " soát văn bản do cơ quan mình tham mưu, gửi về Sở Y tế để tổng hợp. Đồng thời, các sở, ngành liên quan"
                " tiếp tục cập nhật."
            ),
            ["Sở Y tế", "các sở, ngành liên quan", "UBND các xã, phường"],
        ),
        (
            (
                "Sở Nội vụ chủ trì tham mưu UBND tỉnh ban hành kế hoạch; Sở Tư pháp và các sở, ban, ngành tỉnh chủ động"
                " triển khai trong phạm vi của cơ quan, đơn vị và địa phương."
            ),
            ["Sở Nội vụ", "Sở Tư pháp", "các sở, ban, ngành tỉnh"],
        ),
        (
            "Sở Y tế, các sở, ngành tỉnh trong phạm vi chức năng, nhiệm vụ của mình và các tổ chức khác có liên quan",
            ["Sở Y tế", "các sở, ngành tỉnh", "các tổ chức khác có liên quan"],
        ),
        (
            "Các sở, ngành có liên quan theo chức năng, nhiệm vụ quản lý được giao.",
            ["Các sở, ngành có liên quan"],
        ),
    ],
)
def test_of_sentences_only_who_acts(text: str, expected: list[str]) -> None:
    assert expected == names(text)


def test_what_is_known_of_a_name() -> None:
    text = (
        "(Quỹ Bảo trợ trẻ em – Nếu có), các tổ chức chính trị - xã hội (Hội Nông dân, Hội LHPN), UBND các xã"
    )
    assert names_in(text) == (
        Named("Quỹ Bảo trợ trẻ em", "Quỹ Bảo trợ trẻ em", optional=True),
        Named(
            "các tổ chức chính trị - xã hội",
            "các tổ chức chính trị - xã hội",
            is_group=True,
            members=("Hội Nông dân", "Hội LHPN"),
        ),
        Named("UBND các xã", "UBND các xã", is_group=True),
    )
    assert names_in("Các Phòng: Tư pháp, Nội vụ và các cơ quan liên quan") == (
        Named("Phòng Tư pháp", "Tư pháp"),
        Named("Phòng Nội vụ", "Nội vụ"),
        Named("các cơ quan liên quan", "các cơ quan liên quan", is_group=True, is_open=True),
    )


def test_names_of_the_register_come_first() -> None:
    text = "Phòng Văn hóa, Khoa học, TTYT huyện, Các cơ quan, ban, ngành, hội đoàn thể liên quan; Công an xã"
    found = names_in(text, REAL)
    assert [named.name for named in found] == [
        "Phòng Văn hóa, Khoa học",
        "TTYT huyện",
        "Các cơ quan, ban, ngành, hội đoàn thể liên quan",
        "Công an xã",
    ]
    assert all(REAL.find(named.name) for named in found)
    assert [named.is_group for named in found] == [False, False, True, True]
    assert [named.is_open for named in found] == [False, False, True, False]


def test_tone_marks_stand_where_the_newer_spelling_has_them() -> None:
    assert [plain_word(word) for word in ("Uỷ", "hoá", "Hoà", "quý", "thuỷ", "hoàn")] == [
        "ủy", "hóa", "hòa", "quý", "thủy", "hoàn",
    ]  # fmt: skip


HEADED = re.compile(
    r"Sở |Công an|Hội |Liên |Bộ |Trung tâm|Văn phòng|UBND (?:tỉnh|cấp|các xã, phường)|Ban Chỉ|Ngân hàng"
)
PARTS = sorted(
    {n for text, expected in LISTS for n in expected if HEADED.match(n) and n in text and "(" not in n}
)
# what takes the words behind it into itself, or ends in a place that another may follow
ALONE = {"Báo", "Bộ", "Công an, Quân sự xã"}


@given(st.lists(st.sampled_from([p for p in PARTS if p not in ALONE]), min_size=1, max_size=7), st.data())
def test_names_joined_by_any_separator_come_back(parts: list[str], data: st.DataObject) -> None:
    separators = st.sampled_from([", ", "; ", " và ", ",\n", "\n", " cùng với "])
    text = parts[0]
    for part in parts[1:]:
        text += data.draw(separators) + part
    assert parts == names(text)


WORDS = [
    "Sở",
    "Phòng",
    "các",
    "Các",
    "sở,",
    "ban,",
    "ngành",
    ";",
    ",",
    ".",
    ":",
    "(",
    ")",
    "-",
    "/",
    "&",
    "và",
    "cùng",
    "với",
    "UBND",
    "xã",
    "phường",
    "tỉnh",
    "Tân",
    "An",
    "Nội",
    "vụ",
    "Tài",
    "chính",
    "có",
    "liên",
    "quan",
    "được",
    "giao",
    "(Sở",
    "Y",
    "tế)",
    "Giám",
    "đốc",
    "cơ",
    "quan",
    "đơn",
    "vị",
    "BHXH",
    "Hội",
    "Viện",
    "Trường",
    "Đề",
    "nghị",
    "Giao",
    "Báo",
    "Văn",
    "phòng",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_what_is_read_stands_in_the_text_in_its_order(text: str) -> None:
    at = 0
    squeezed = " ".join(text.split())
    for named in names_in(text):
        assert named.name.endswith(named.printed)
        at = squeezed.index(named.printed, at) + len(named.printed)


@pytest.mark.parametrize(
    ("text", "expected"), [row for row in LISTS if not re.search(r"[:(]|^1|^a\)", row[0])]
)
def test_between_the_names_stand_only_separators(text: str, expected: Sequence[str]) -> None:
    rest = " ".join(text.split())
    for named in names_in(text):
        before, found, rest = rest.partition(named.printed)
        assert found, expected
        assert not re.sub(r"[\s,;/-]|và|cùng|Đề nghị|UBND các xã|các Sở|Các Phòng", "", before), before
    assert not re.sub(r"chủ trì.*|phối hợp.*|tham mưu.*|[\s.,;]", "", rest), rest


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_any_text_is_read(text: str) -> None:
    assert all(named.name and named.printed for named in names_in(text))
