"""What Vietnamese agency names are made of: type words, fields of work, collective nouns, levels, verbs.

Words are in lower case with their marks, tone marks in the newer style (hóa, ủy). To teach a new name, add
it to the table it belongs to.
"""

from __future__ import annotations

import re

Phrase = tuple[str, ...]
Table = dict[str, tuple[Phrase, ...]]


def _table(text: str) -> Table:
    """Phrases (between commas or line ends) by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in {tuple(part.split()) for part in re.split(r"[,\n]", text) if part.strip()}:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(some, key=lambda p: (-len(p), p))) for first, some in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in re.split(r"[,\n]", text) if part.strip())


# A name begins with one of these, whatever its case.
HEADS = _table(
    """
    sở, ubnd, ủy ban, ủy ban nhân dân, ủy nhân dân, ủy ban nhân, hđnd, hội đồng nhân dân, hội đồng
    thường trực, mttq, mttqvn, ubmttq, ubmttqvn, ubmt, mặt trận, mặt trận tổ quốc, liên đoàn, lđlđ
    liên minh, liên hiệp, hiệp hội, ban chấp hành, ban thường vụ, ban thường trực, btv, btt, tỉnh đoàn
    thành đoàn, huyện đoàn, thị đoàn, quận đoàn, xã đoàn, hội liên hiệp, hội nông dân, hội phụ nữ
    hội cựu chiến binh, hội người cao tuổi, hội chữ thập đỏ, hội khuyến học, hội lhpn, hội ccb, hội nd
    đoàn thanh niên, đoàn tncs, đoàn tncshcm, đoàn tn, công đoàn, công an, ca, bộ chỉ huy, bộ chqs
    bộ tư lệnh, ban chỉ huy, ban chqs, ban chỉ đạo, ban quản lý, bql, bqlda, bch, bcđ, bchqs, bđbp
    bộ đội biên phòng, văn phòng, vp, vpđu, trung tâm, tt, ttyt, chi cục, tổng cục, cục, thanh tra, kho bạc
    kbnn, ngân hàng, nhnn, nhcsxh, bảo hiểm xã hội, bhxh, thuế tỉnh, thuế cơ sở, thuế thành phố, tòa án
    tand, viện kiểm sát, vksnd, bệnh viện, trạm y tế, trạm, đài truyền thanh, đài phát thanh, đài ptth
    bưu điện, bưu chính, điện lực, công ty, tổng công ty, tập đoàn, đảng ủy, tỉnh ủy, huyện ủy, thành ủy
    thị ủy, quận ủy, đảng bộ, chi nhánh, hạt kiểm lâm, vườn quốc gia, thông tấn xã, học viện, đại học
    trường đại học, trường cao đẳng, trường trung cấp, trường mầm non, trường tiểu học, trường thcs
    trường thpt, chính phủ, quốc hội, đoàn đbqh, đoàn đại biểu quốc hội, thi hành án dân sự, hải quan
    quân khu, đồn biên phòng, tổ công tác, tổ chuyên gia, tổ giúp việc, tổ công nghệ, cơ quan thường trực
    cơ quan tt, báo và đài, báo và phát thanh, báo và ptth, cổng thông tin, trang thông tin, tạp chí, cấp ủy
    chính quyền, ủy viên, câu lạc bộ, vnpt, viettel, mobifone, vinaphone, fpt, evn, vietnam post, vnpost
    vcci, agribank, vietcombank, bidv, vietinbank
    """
)
# These begin a name only in capitals or before a capital: «Phòng Tư pháp», not «phòng, chống».
CAPITAL_HEADS = _words(
    "phòng ban bộ hội đoàn đài báo viện trường trạm tổ đội vụ quỹ khu nhà thuế cụm khối viễn"
)
# These begin like a name and are none.
NOT_HEADS = _table(
    """
    báo cáo, ban hành, bộ tiêu chí, bộ chỉ số, bộ máy, bộ luật, bộ tài liệu, bộ câu hỏi, hội nghị, hội thảo
    hội thi, hội viên, hội nhập, đoàn kết, đoàn viên, đội ngũ, trường hợp, vụ việc, vụ án, quỹ đất, nhà nước
    nhà ở, khu vực, khu dân cư, tổ chức thực hiện, tổ chức triển khai, tổ chức các, tổ chức tốt
    tổ chức rà soát, tổ chức kiểm tra, tổ hợp, báo động, đài thọ, thanh tra kiểm tra, khối lượng, cụm từ
    tổ chức sự kiện, viện dẫn, thuế suất, phòng chống
    """
)
# Whoever holds an office, as in «Đồng chí Phó Chủ tịch Thường trực, phụ trách …».
PERSONS = _table(
    """
    đồng chí, các đồng chí, đ / c, đc, ông, bà, chủ tịch, phó chủ tịch, phó chỉ tịch, giám đốc, phó giám đốc
    trưởng phòng, phó trưởng phòng, trưởng ban, phó trưởng ban, chánh văn phòng, phó chánh văn phòng
    thủ trưởng, người đứng đầu, lãnh đạo, chánh thanh tra, bí thư, phó bí thư, hiệu trưởng, tổ trưởng
    cán bộ, chi cục trưởng, cục trưởng, bộ trưởng, đại diện, đại diện lãnh đạo
    """
)
GROUP_WORDS = _table("các, những, mọi, mỗi, từng, toàn thể, tất cả các, tất cả, toàn bộ các, một số")
# Before a name, whose office may follow behind a comma.
ADDRESSES = _names("đồng chí, đ / c, đc, ông, bà")
# Nouns of a group, «các sở, ban, ngành, đoàn thể»: by themselves they name nobody.
NOUNS = _table(
    """
    sở, ban, ngành, ban ngành, sở ngành, sở ban ngành, bộ, bộ ngành, đoàn thể, hội, hội đoàn thể, cơ quan
    đơn vị, cơ quan tham mưu, cơ quan tham mưu giúp việc, cơ quan chủ trì, cơ quan phối hợp, đơn vị chủ trì
    đơn vị phối hợp, cơ quan thực hiện, đơn vị thực hiện, địa phương, tổ chức, cá nhân, viện, trường, khoa
    báo, đài, phòng, doanh nghiệp, hợp tác xã, htx, hộ kinh doanh, hộ gia đình, hộ sản xuất, hộ dân
    người dân, nhân dân, nhà trường, nhà khoa học, nhà đầu tư, nhà thầu, chủ đầu tư, chuyên gia, phòng ban
    lực lượng, thành viên, cơ sở, hiệp hội, trung tâm, chi cục, công ty, ngân hàng, bệnh viện, trường học
    học viện, cao đẳng, đại học, viện nghiên cứu, văn phòng, huyện ủy, thành ủy, đảng ủy, đảng bộ, mặt trận
    ban quản lý, trạm y tế, cục, vụ, tổ, quỹ, đảng đoàn, khu công nghiệp, cụm công nghiệp, tập đoàn
    tổng công ty, cán bộ, công chức, viên chức, trường đại học, trường cao đẳng, hội nghề nghiệp
    hội quần chúng, đơn vị sự nghiệp, chi bộ, dân quân, chủ rừng
    """
)
# Nouns that name somebody by themselves: «Doanh nghiệp, Sở, ban, ngành» are two.
ALONE = _names(
    """
    doanh nghiệp, hợp tác xã, htx, hộ kinh doanh, hộ gia đình, hộ sản xuất, hộ dân, người dân, nhân dân
    nhà trường, nhà khoa học, nhà đầu tư, nhà thầu, chủ đầu tư, chuyên gia, hiệp hội, trung tâm, công ty
    ngân hàng, bệnh viện, trường học, viện nghiên cứu, trường đại học, trường cao đẳng, trạm y tế, tập đoàn
    tổng công ty, mặt trận, chủ rừng
    """
)
UNITS = _table(
    """
    tỉnh, thành phố, tp, huyện, thị xã, quận, xã, phường, thị trấn, đặc khu, thôn, bản, ấp, khu phố
    tổ dân phố, phường xã, xã phường, trung ương, cấp tỉnh, cấp huyện, cấp xã, khối phố, buôn
    """
)
# Below the commune: nobody governs there, so no name goes on with them.
HAMLETS = _table("thôn, bản, ấp, khu phố, tổ dân phố, khối phố, buôn, khu dân cư")
CITY = "phố"
# Whoever works for a place: «UBND các xã Tân An, Bình Hòa» are two of them.
PLACE_HEADS = _words(
    "ubnd ủy công ca trạm đảng hđnd hội mttq ubmttq mặt ttyt trung ban đoàn thường bchqs btv btt thanh cấp"
)
# What follows a noun of a group without describing it.
AFTER_NOUNS = _words(
    "và cùng hoặc có liên khác trên thuộc của cấp trực trong nơi tại ở ngoài hữu tương nêu được"
)

# Fields of work, without «và», commas and dashes. A name with one of them is complete.
FIELDS = _table(
    """
    công thương, công nghiệp, dân tộc, dân tộc tôn giáo, du lịch, giáo dục đào tạo, giao thông vận tải
    giao thông vận tải xây dựng, giao thông công chánh, kế hoạch đầu tư, khoa học công nghệ
    khoa học công nghệ môi trường, xây dựng, lao động thương binh xã hội, ngoại vụ, ngoại giao, nội vụ
    nông nghiệp, nông nghiệp môi trường, nông nghiệp phát triển nông thôn, quy hoạch kiến trúc, tài chính
    tài chính kế hoạch, tài nguyên môi trường, thông tin truyền thông, tư pháp, văn hóa thể thao
    văn hóa thể thao du lịch, văn hóa thông tin, văn hóa khoa học thông tin, văn hóa xã hội
    văn hóa thông tin thể thao, văn hóa thông tin thể thao du lịch, y tế, an toàn thực phẩm, quốc phòng
    công an, kinh tế, kinh tế hạ tầng, kinh tế hạ tầng đô thị, quản lý đô thị, hành chính, tổng hợp
    y tế dân số, tôn giáo, văn hóa du lịch, thương mại, lao động việc làm, nội chính, dân tộc miền núi
    kinh tế đối ngoại, y tế an toàn thực phẩm, gtvt, tnmt, tn mt, nnmt, nn mt, nnptnt, nn ptnt, khcn, kh cn
    khđt, kh đt, tttt, tt tt, gdđt, gd đt, vhttdl, vhtt dl, vh tt dl, vhtt, vh tt, lđtbxh, lđtb xh, lđ tb xh
    dttg, dt tg, vhxh, vh xh, vh kh tt, kt ht, kt ht đt, tc kh, tckh, xd, ct, nv, tp, tc, yt
    """
)
FIELD_HEADS = _words("sở phòng bộ")
# Pairs that «và» or a comma holds together in other names.
PAIRS = _table(
    """
    khoa học kỹ thuật, phát thanh truyền hình, văn học nghệ thuật, chăn nuôi thú y
    trồng trọt bảo vệ thực vật, văn hóa nghệ thuật, phòng chống, thể dục thể thao, tuyên giáo dân vận
    bảo tồn phát triển, khoa học công nghệ, nhà giáo cán bộ quản lý, đê điều phòng, quản lý giám sát
    """
)

_LINKED = r"(?:, | và )(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|lĩnh vực|trách nhiệm|địa bàn)"
QUALIFIER = re.compile(
    r"\b(?:theo|trong phạm vi|trong|thuộc phạm vi|trên cơ sở|căn cứ(?: vào| theo)?|tùy theo|phù hợp với)"
    r"(?: phạm vi| đúng| các)? (?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|trách nhiệm|lĩnh vực|phân cấp"
    rf"|(?:sự )?phân công|quy định)(?:{_LINKED})*"
    r"(?: (?:chuyên môn|quản lý(?: nhà nước)?|được (?:giao|phân công)|phụ trách|hiện hành"
    r"|của (?:mình|(?:ngành|đơn vị|cơ quan|địa phương) mình|pháp luật|cơ quan, đơn vị|ngành|(?:từng|mỗi) "
    r"(?:cơ quan, )?(?:đơn vị|cơ quan|ngành))))*",
    re.IGNORECASE,
)
OPTIONAL = re.compile(r"\(\s*nếu có\s*\)|[-–,]?\s*\bnếu có\b(?!\s+\w)", re.IGNORECASE)

# A verb ends the name before it. These are part of no name:
VERBS = _table(
    """
    chủ trì, phối hợp, tiến hành, rà soát, tham mưu, chủ động, triển khai, thực hiện, căn cứ, có trách nhiệm
    chịu trách nhiệm, tiếp tục, tăng cường, đẩy mạnh, báo cáo, đề xuất, thẩm định, được giao, được phân công
    đôn đốc, tổ chức triển khai, tổ chức thực hiện, tổ chức tuyên truyền, tổ chức rà soát, tổ chức kiểm tra
    làm đầu mối, là cơ quan, là đơn vị, là đầu mối, cử cán bộ, cử người, tuyên truyền, phổ biến, hướng dẫn
    theo dõi, lồng ghép, giúp ubnd, giúp chủ tịch, giúp ủy ban, quán triệt, khẩn trương, nghiêm túc
    kịp thời, thường xuyên, xây dựng kế hoạch, ban hành, trình ubnd, trình cấp, trình chủ tịch, trình hđnd
    trình ủy ban, trình hội đồng, bố trí, cân đối, chỉ đạo, giám sát, nghiên cứu, trên cơ sở, định kỳ, gửi
    để, nhằm, khi, trong quá trình, trong việc, trong công tác, thống nhất, lập dự toán, tổ chức tốt
    tổ chức đánh giá, tổ chức tập huấn, vận động, đề nghị, tập trung, bảo đảm, đảm bảo, phê duyệt
    tổng hợp báo cáo, tích cực, huy động, tạo điều kiện, tổng hợp tham mưu, phản ánh, kết quả, hằng năm
    hàng năm, hoàn thành, đăng tải, nâng cao
    """
)
# These may be: they end a name that is complete («Sở Y tế hướng dẫn», not «Ban quản lý dự án xây dựng»).
OTHER_VERBS = _table(
    """
    xây dựng, kiểm tra, quản lý, tổ chức, hỗ trợ, tổng hợp, thông tin, xem xét, lập, tham gia, làm, tạo
    chi trả, đưa, giao, là, thu thập, khảo sát, đào tạo, bồi dưỡng, đánh giá, soạn thảo, lấy ý kiến
    tập huấn, phát động, khai thác, sử dụng, mở, duy trì, phát hiện, ưu tiên, chuẩn bị, vận hành, kết nối
    chia sẻ, đầu tư, ký, thực thi, giải quyết, củng cố, kiện toàn, thành lập, công bố, công khai, tiếp nhận
    khuyến khích, cung cấp, cập nhật, xử lý, phát huy, trình, cử, giúp, chuyển
    """
)
# Verbs behind any type word.
ACTING = _table("chủ trì, có trách nhiệm, chịu trách nhiệm, được giao, được phân công, căn cứ")
# As the whole name so far these want more, and the verb is it: «Hội đồng phối hợp», «Ban kiểm tra».
WANTING = _names(
    """
    hội, ban, đoàn, tổ, trung tâm, ủy ban, cục, chi cục, phòng, văn phòng, liên hiệp, hội đồng, ban chỉ đạo
    ban quản lý, ban chỉ huy, liên minh, cụm, đội, tổ công tác, viện, quỹ, câu lạc bộ, thanh tra, công ty
    trạm, bộ, vụ, khối, học viện, trường, hiệp hội, nhà
    """
)
# «các cơ quan được giao chủ trì nhiệm vụ»: words that tell which group it is.
CHARGED = _words("được giao phân công chủ trì nhiệm vụ thực hiện phối hợp")
# Names with a bare «HĐND», «UBND» in their second half.
OFFICES = frozenset((
    "văn phòng hđnd", "văn phòng hội đồng nhân dân", "văn phòng đoàn đbqh", "vp hđnd", "vp đoàn đbqh",
    "văn phòng đoàn đại biểu quốc hội", "văn phòng đoàn đbqh và hđnd", "phòng hđnd",
))  # fmt: skip
# Words of an order that stand before a name.
ORDERS = _table(
    """
    đề nghị, kính đề nghị, giao, giao cho, yêu cầu, phân công, đồng thời, ngoài ra, riêng, trong đó
    """
)
JOINERS = frozenset(("và", "cùng", "với", "hoặc"))
# A type word behind these belongs to their name: «Thanh tra Sở», «Văn phòng Bộ», «Hải Phòng».
BEFORE_HEADS = _words("của thuộc các tra đốc phòng đạo văn biên quốc hải bộ trực công chi hội")
# With these a name is complete: «các sở, ngành», «UBND các xã».
LAST_WORDS = _words("ngành phương xã phường khu trấn tỉnh huyện phố thể")
# What opens a sentence before its subject: «Căn cứ Kế hoạch này, các sở …».
CIRCUMSTANCES = _words("căn trên trong sau để nhằm thực")
# A line that ends so goes on in the next.
OPEN_ENDS = _words("với và cùng của các cho về thuộc theo do từ là tại qua hoặc")
