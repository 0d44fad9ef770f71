"""Problems of plans, agencies and the office's calendar: L200 to L299."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

PLANS: dict[str, Entry] = {
    "L201": error(
        "không tìm thấy cơ quan “{name}” trong danh mục cơ quan ({where})",
        "sửa thành “{meant}”, hoặc khai cơ quan mới trong agencies.yaml.",
        "Tên trong tệp phải đúng với tên, cách viết khác (aliases) hoặc mã trong agencies.yaml, để không giao nhầm "
        "việc và không bỏ sót ai.",
        "khai cơ quan này trong agencies.yaml, hoặc kiểm tra lại tên.",
    ),
    "L202": error(
        "mã “{id}” đã dùng ở dòng {first}",
        "đặt mã khác cho một trong hai.",
        "Mỗi cơ quan, mỗi nhóm có một mã riêng; tệp báo cáo được đặt tên theo mã.",
    ),
    "L203": error(
        "tên “{name}” chỉ hai mục khác nhau: {first} và {second}",
        "bỏ tên này ở một trong hai mục.",
        "Một tên mà chỉ hai cơ quan thì không biết nhiệm vụ giao cho ai.",
    ),
    "L204": error(
        "nhóm “{group}” có thành viên “{name}” chưa khai",
        "sửa thành “{meant}”.",
        "Thành viên của nhóm phải là mã hoặc tên của một cơ quan hay một nhóm có trong agencies.yaml.",
        "khai thành viên này ở phần agencies, hoặc xóa dòng.",
    ),
    "L205": error(
        "các nhóm chứa lẫn nhau thành vòng: {circle}",
        "bỏ một trong các nhóm khỏi phần members hoặc possible.",
        "Nhóm A có nhóm B, nhóm B lại có nhóm A thì không biết ai thuộc nhóm.",
    ),
    "L206": warning(
        "nhóm “{group}” chưa có thành viên nào và cũng không ghi “open: true”",
        "khai members, hoặc ghi open: true nếu kế hoạch không nêu rõ.",
        "Nhiệm vụ giao cho một nhóm rỗng sẽ không đến được cơ quan nào.",
    ),
    "L207": error(
        "hai nhiệm vụ cùng mang số {ref} (dòng {first} và dòng {second})",
        "sửa số của một nhiệm vụ.",
        "Báo cáo của các cơ quan nhắc đến nhiệm vụ bằng số mục, nên mỗi số chỉ dùng một lần trong một kế hoạch.",
    ),
    "L208": error(
        "nhiệm vụ {ref} chưa có cơ quan chủ trì",
        "thêm dòng lead với tên cơ quan như trong kế hoạch.",
        "Nhiệm vụ không ai chủ trì thì không ai chịu trách nhiệm báo cáo. Cơ quan «nếu có» (optional) không thay được.",
    ),
    "L209": error(
        "hai mục liền nhau “{first}” và “{second}” ghép lại là một tên: “{whole}” ({where})",
        "viết mỗi tên một dòng, không dùng ngoặc [ ]: - {whole}",
        "Dấu phẩy trong tên cơ quan (Văn hóa, Khoa học và Thông tin) làm tên bị tách đôi khi viết trong ngoặc [ ].",
    ),
    "L210": warning(
        "{what} khác văn bản gốc từ chữ “{from_word}”",
        "chép lại theo source.md: “{original}”.",
        "plan.yaml phải đúng từng chữ với văn bản gốc trong source.md (bỏ qua khác nhau về dấu cách và xuống dòng).",
        "chép lại theo source.md.",
    ),
    "L211": warning(
        "“{name}” không có trong văn bản gốc ({where})",
        "viết tên như in trong kế hoạch; cách viết chuẩn để trong agencies.yaml.",
        "Tên trong plan.yaml là tên như in, để đối chiếu được với văn bản.",
    ),
    "L212": warning(
        "cơ quan “{name}” không được nêu trong văn bản gốc của kế hoạch nào",
        "kiểm tra tên; thêm cách viết trong văn bản vào aliases, hoặc bỏ cơ quan này.",
        "Danh mục có cơ quan mà không kế hoạch nào nhắc đến (trực tiếp hay qua nhóm) thường là do tên viết khác.",
    ),
    "L213": warning(
        "{name} {duties} nhưng không có trong Nơi nhận của kế hoạch",
        "gửi bổ sung văn bản cho cơ quan này.",
        "Cơ quan chủ trì mà không có tên ở Nơi nhận có thể chưa được gửi kế hoạch.",
    ),
    "L214": warning(
        "hạn “{limit}” có ngày cuối {last} là {weekday}",
        "nhắc các đơn vị gửi chậm nhất {earlier_weekday}, {earlier}.",
        "Hạn không tự lùi khi rơi vào ngày nghỉ; kehoach tính đúng như văn bản và chỉ báo để nhắc sớm.",
    ),
    "L215": warning(
        "ngày ghi trong hạn “{limit}” là {weekday}; ngày cuối đúng hạn là {last_weekday}, {last}",
        "ghi cả hai ngày khi nhắc các đơn vị, để không ai hiểu là còn hạn đến hết ngày {day}.",
        "«Trước ngày» rơi vào ngày nghỉ dễ bị hiểu là được gửi vào ngày làm việc kế tiếp.",
    ),
    "L216": error(
        "kỳ “{period}” có hai hạn báo cáo (dòng {first} và dòng {second})",
        "giữ một hạn; gia hạn cho riêng cơ quan nào thì ghi ở extended.",
        "Mỗi kỳ của một kế hoạch chỉ có một hạn; hai hạn thì không biết ai đúng hạn.",
    ),
    "L217": warning(
        "hạn báo cáo kỳ {period} chưa có cơ quan nào phải báo cáo",
        "khai danh sách ở reporters.",
        "Không có danh sách thì không theo dõi được ai đã gửi, ai chưa gửi.",
    ),
    "L218": error(
        "{name} không có trong danh sách phải báo cáo kỳ {period}, nên không {what} được",
        "kiểm tra tên cơ quan hoặc danh sách reporters.",
        "Miễn báo cáo và gia hạn chỉ áp dụng cho cơ quan có trong danh sách phải báo cáo.",
    ),
    "L219": warning(
        "chưa hiểu thời gian thực hiện “{timing}” của nhiệm vụ {ref}; giữ nguyên lời văn, không suy ra ngày",
        "để nguyên nếu đúng như văn bản; nhiệm vụ này sẽ không được sắp theo thời gian.",
        "kehoach chỉ suy ra khoảng thời gian khi chắc chắn; không bao giờ đoán.",
    ),
    "L220": warning(
        "nhóm “{name}” chưa xác định thành phần; chưa tính vào số báo cáo phải nhận kỳ {period}",
        "khai members, hoặc ghi tên từng cơ quan ở reporters.",
        "Nhóm mở không bao giờ được tính là một cơ quan phải báo cáo, vì không biết gồm những ai.",
    ),
    "L221": warning(
        "gia hạn cho {name} đến {until} không muộn hơn hạn chung {last}",
        "kiểm tra lại ngày gia hạn.",
        "Gia hạn phải dài hơn hạn chung mới có tác dụng.",
    ),
    "L222": warning(
        "chưa khai ngày chốt số liệu của kỳ {period}; báo cáo sẽ để trống",
        "thêm cutoff vào hạn báo cáo.",
        "Báo cáo ghi «số liệu thực hiện tính đến ngày …»; thiếu ngày này thì phải bổ sung trước khi trình ký.",
    ),
    "L223": warning(
        "ngày chốt số liệu {cutoff} không trước hạn cuối {last} ít nhất một ngày làm việc",
        "chọn ngày chốt sớm hơn.",
        "Từ ngày chốt số liệu đến hạn gửi phải có ít nhất 01 ngày làm việc (Nghị định 09/2019/NĐ-CP, Điều 8).",
    ),
    "L224": warning(
        "{name} được ghi hai lần ở nhiệm vụ {ref}: {parts}",
        "giữ một lần, theo đúng văn bản.",
        "Một cơ quan vừa chủ trì vừa phối hợp, hoặc ghi hai lần, thường do chép nhầm; khi tính, chủ trì được ưu tiên.",
    ),
    "L225": warning(
        "kế hoạch chưa có nhiệm vụ nào",
        "thêm nhiệm vụ vào phần tasks.",
        "Kế hoạch không có nhiệm vụ thì các lệnh sẽ trả lời trống.",
    ),
    "L226": error(
        "“{name}” là tên một nhóm, ở đây phải là một cơ quan ({where})",
        "ghi tên từng cơ quan của nhóm.",
        "Gửi báo cáo, được miễn, được gia hạn, tổng hợp báo cáo là việc của từng cơ quan, không phải của cả nhóm.",
    ),
    "L227": warning(
        "không nội dung nhiệm vụ nào của plan.yaml có trong văn bản gốc này",
        "kiểm tra source.md có đúng là văn bản của kế hoạch này không.",
        "source.md có thể là văn bản của kế hoạch khác, hoặc chép từ bản quét bị sai chữ. Khi đó việc đối chiếu từng "
        "câu không có ích nên được bỏ qua.",
    ),
    "L228": warning(
        "nội dung nhiệm vụ {ref} thiếu phần cuối so với văn bản gốc: “{rest}”",
        "chép thêm phần còn thiếu theo source.md; nếu cố ý tách thì ghi phần đó thành một nhiệm vụ khác.",
        "Đoạn văn trong source.md còn tiếp mà plan.yaml đã dừng, thường do chép thiếu dòng cuối.",
    ),
    "L229": error(
        "ngày {day} vừa ghi là ngày nghỉ (dòng {first}) vừa ghi là ngày làm việc (dòng {second})",
        "giữ một chỗ, theo thông báo nghỉ lễ của năm đó.",
        "Một ngày vừa nghỉ vừa làm việc thì không tính được còn mấy ngày làm việc đến hạn.",
    ),
    "L230": warning(
        "{what} {day} được ghi hai lần (dòng {first} và dòng {second})",
        "giữ một dòng; kiểm tra xem có phải ngày khác bị gõ nhầm không.",
        "Ghi hai lần không sai khi tính, nhưng thường là gõ nhầm một ngày khác.",
    ),
    "L231": warning(
        "ngày {day} vốn đã là ngày nghỉ ({why})",
        "bỏ mục này, hoặc sửa lại ngày.",
        "Thứ Bảy, Chủ nhật và các ngày lễ theo Điều 112 Bộ luật Lao động đã được tính là ngày nghỉ; calendar.yaml chỉ "
        "cần ghi ngày nghỉ bù, nghỉ hoán đổi và ngày làm bù.",
    ),
    "L232": warning(
        "ngày {day} là {weekday}, vốn đã là ngày làm việc",
        "bỏ mục này, hoặc sửa lại ngày.",
        "Phần working chỉ ghi ngày làm việc rơi vào thứ Bảy, Chủ nhật hoặc ngày lễ, như ngày làm bù.",
    ),
}
