"""Problems of files and of YAML text: L001 to L099."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.entry import Entry, error, warning

FILES: dict[str, Entry] = {
    "L001": error(
        "không đọc được tệp này: {reason}",
        "kiểm tra tệp còn ở đó và có quyền đọc, rồi chạy lại.",
        "Hệ thống không cho đọc tệp: tệp bị khóa, thiếu quyền, hoặc liên kết trỏ đến tệp đã xóa. "
        "kehoach không bỏ qua tệp nào trong thư mục plan, nên dừng lại để khỏi trả lời thiếu.",
    ),
    "L002": error(
        "tệp không phải mã UTF-8 nên đọc sai tiếng Việt",
        "lưu lại bằng mã UTF-8 (trong Notepad: Save As, chọn UTF-8).",
        "Tệp được lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258, UTF-16 …). Mọi tệp của kehoach dùng UTF-8; "
        "có dấu BOM ở đầu cũng được.",
    ),
    "L003": error(
        "tệp có ký tự điều khiển không được phép",
        "xóa ký tự lạ ở chỗ này (thường dính vào khi chép từ PDF).",
        "YAML không nhận các ký tự điều khiển vô hình. Chúng thường lẫn vào khi chép chữ từ PDF hoặc từ "
        "phần mềm cũ.",
    ),
    "L004": error(
        "không hiểu cấu trúc của tệp từ chỗ này",
        "xem lại cách thụt dòng (dùng dấu cách, các khóa cùng cấp thẳng cột), dấu gạch và dấu hai chấm ở dòng này "
        "và dòng ngay trên.",
        "Tệp phải là YAML: mỗi dòng một «khóa: giá trị», phần con thụt vào hai dấu cách, mỗi mục của danh sách "
        "bắt đầu bằng «- ».",
    ),
    "L005": error(
        "tệp lớn quá {most}",
        "tách bớt nội dung; tệp kế hoạch bình thường chỉ vài chục KB.",
        "Giới hạn kích thước giữ cho chương trình không bị treo vì một tệp chép nhầm vào thư mục plan.",
    ),
    "L006": error(
        "tệp lồng nhau quá {most} cấp",
        "xem lại các dấu ngoặc [ {{ hoặc mức thụt dòng ở đây.",
        "Tệp của kehoach không cần quá năm, sáu cấp. Lồng sâu hơn giới hạn thường do gõ nhầm ngoặc hoặc tệp hỏng.",
    ),
    "L007": error(
        "tệp có quá {most} mục",
        "tách thành nhiều kế hoạch.",
        "Giới hạn số mục giữ cho chương trình không bị treo vì một tệp hỏng hoặc cố ý phá.",
    ),
    "L008": error(
        "tệp “{name}” nằm ở chỗ kehoach không đọc",
        "đổi thành {meant}.",
        "Một tệp YAML trong thư mục plan mà không ai đọc thì dễ bị tưởng là đã tính. Thường gặp: plan.yml, "
        "bản sao «(2)», thư mục kỳ báo cáo viết sai (đúng là 6thang, nam, quy1 …).",
        "đổi tên hoặc chuyển tệp về đúng chỗ (agencies.yaml, office.yaml, <kế hoạch>/plan.yaml, "
        "<kế hoạch>/reports/<kỳ>/<cơ quan>.yaml), hoặc đưa ra ngoài thư mục plan.",
    ),
    "L009": error(
        "tệp còn dấu xung đột khi ghép hai bản sửa (“{mark}”, {lines})",
        "chọn một trong hai bản, xóa các dòng dấu.",
        "Hai người cùng sửa một tệp, git không tự ghép được và để lại cả hai bản giữa các dòng "
        "<<<<<<<, ======= và >>>>>>>.",
    ),
    "L010": error(
        "dòng này thụt vào bằng phím Tab",
        "thay bằng dấu cách, thẳng cột với dòng trên.",
        "YAML chỉ nhận dấu cách để thụt dòng, vì độ rộng của Tab mỗi máy một khác.",
    ),
    "L011": error(
        "khóa “{key}” ghi hai lần (dòng {first} và dòng {second})",
        "giữ một dòng.",
        "Cùng một chỗ không thể có hai giá trị; kehoach không tự chọn giá trị nào.",
    ),
    "L012": error(
        "dấu “{mark}” (tham chiếu trong YAML) không được dùng",
        "chép đầy đủ nội dung vào đây; nếu là chữ bình thường thì đặt trong dấu nháy.",
        "Tham chiếu (&, *, <<) làm người đọc khó thấy giá trị thật và có thể bị lợi dụng để làm tràn bộ nhớ.",
    ),
    "L013": error(
        "nhãn kiểu “{tag}” không được dùng",
        "bỏ nhãn này; nếu là chữ bình thường bắt đầu bằng “!” thì đặt trong dấu nháy.",
        "kehoach tự biết mỗi khóa là chữ, ngày hay số; nhãn kiểu của YAML chỉ gây nhầm.",
    ),
    "L014": error(
        "tệp có hai tài liệu (dòng “---” thứ hai)",
        "tách thành hai tệp, hoặc xóa dòng “---”.",
        "Mỗi tệp chỉ chứa một nội dung; phần sau dấu --- sẽ bị bỏ sót.",
    ),
    "L015": error(
        "khóa ở đây không phải là chữ",
        "viết khóa là một từ, rồi dấu hai chấm.",
        "YAML cho phép dùng cả danh sách làm khóa, nhưng tệp của kehoach không dùng đến; thường do gõ thừa "
        "dấu ngoặc hoặc dấu hỏi ở đầu dòng.",
    ),
    "L016": error(
        "dấu hai chấm ở đây làm hỏng cấu trúc",
        "đặt cả câu trong dấu nháy nếu dấu này là một phần của câu, hoặc viết “>-” rồi xuống dòng, thụt vào.",
        "«Khóa: giá trị: nữa» không rõ đâu là giá trị. Câu có dấu hai chấm kèm dấu cách phải đặt trong dấu nháy.",
    ),
    "L017": error(
        "dấu {sign} mở ở đây không có dấu đóng",
        "thêm dấu đóng cùng loại ở cuối, hoặc bỏ dấu mở.",
        "Dấu nháy ' và \", ngoặc [ và {{ đứng đầu một giá trị phải có dấu đóng ở cuối giá trị đó.",
    ),
    "L018": error(
        "giá trị không bắt đầu được bằng ký tự “{sign}”",
        "đặt cả giá trị trong dấu nháy (bên trong có nháy kép thì dùng nháy đơn '…').",
        'Một số ký tự (@ ` % [ {{ " > | …) có nghĩa riêng trong YAML khi đứng đầu giá trị; muốn dùng như chữ bình '
        "thường thì đặt cả giá trị trong dấu nháy. Trong giá trị đã có nháy kép thì dùng nháy đơn ở ngoài.",
    ),
    "L019": warning(
        "tệp “{name}” không được đọc",
        "đưa tệp ra ngoài thư mục plan nếu không thuộc kế hoạch.",
        "Mọi tệp trong thư mục plan đều được kể ra để không có gì bị bỏ qua mà không ai biết.",
    ),
    "L020": error(
        "thiếu tệp {file}",
        "tạo tệp này (kehoach init làm mẫu trong một thư mục mới).",
        "agencies.yaml là danh mục cơ quan; mỗi thư mục kế hoạch phải có plan.yaml.",
    ),
    "L021": error(
        "tệp chưa có nội dung",
        "điền nội dung, hoặc xóa tệp.",
        "Một tệp trống có thể là bản lưu dở dang, nên không được coi là không có.",
    ),
    "L022": error(
        "thư mục plan chưa có kế hoạch nào",
        "tạo thư mục cho kế hoạch, trong đó có tệp plan.yaml.",
        "Mỗi kế hoạch là một thư mục con của plan, ví dụ plan/61-kh-ubnd-2025/plan.yaml.",
    ),
    "L023": warning(
        "kế hoạch không kèm văn bản gốc ({file}), nên không đối chiếu được lời văn",
        "chép nguyên văn kế hoạch vào source.md.",
        "source.md giữ văn bản gốc từng chữ; kehoach đối chiếu nội dung nhiệm vụ với tệp này.",
    ),
    "L025": error(
        "dòng này thiếu dấu hai chấm (và dấu cách sau đó) để thành “khóa: giá trị”",
        "thêm “: ” sau khóa; nếu là một mục của danh sách thì thêm “- ” ở đầu dòng.",
        "Mỗi dòng là «khóa: giá trị», có dấu cách sau dấu hai chấm, hoặc là «- giá trị» của một danh sách.",
    ),
    "L026": error(
        "danh sách không viết cùng dòng với khóa",
        "xuống dòng rồi viết “- …”, thụt vào; nếu dấu gạch là một phần của câu thì đặt cả câu trong dấu nháy.",
        "Mỗi mục của danh sách đứng một dòng riêng, dưới khóa của danh sách.",
    ),
    "L027": error(
        "dấu \\ trong nháy kép phải đi với một chữ mà YAML hiểu",
        "dùng nháy đơn '…' thay cho nháy kép, hoặc viết hai dấu \\\\.",
        "Trong nháy kép, dấu \\ bắt đầu một ký hiệu riêng (\\n là xuống dòng). Trong nháy đơn thì không.",
    ),
    "L028": error(
        "khóa “{key}” thụt vào không thẳng cột với các khóa cùng mục",
        "thụt dòng này thẳng cột với khóa ở dòng trên.",
        "Khóa thụt sâu hơn khóa ở dòng trên bị hiểu là phần tiếp theo của giá trị ở dòng đó.",
    ),
    "L029": error(
        "dòng này không thụt vào như các dòng trên của đoạn văn",
        "thụt dòng này thẳng cột với các dòng trên của đoạn văn.",
        "Một đoạn văn sau «>-» hay «|» kết thúc ở dòng đầu tiên thụt vào ít hơn; phần còn lại khi đó không thuộc "
        "về khóa nào.",
    ),
    "L030": error(
        "sau dấu “{sign}” phải xuống dòng",
        "xuống dòng ngay sau dấu này, viết đoạn văn thụt vào ở các dòng dưới.",
        "Dấu «>-» hay «|» ở đầu giá trị báo rằng đoạn văn bắt đầu từ dòng dưới; cùng dòng chỉ được có lời giải thích "
        "sau dấu #.",
    ),
    "L031": error(
        "từ dòng này các khóa của mục ở trên lặp lại (“{key}” …)",
        "thêm “- ” mở đầu mục mới nếu đây là một mục khác; nếu không thì xóa các dòng lặp.",
        "Mỗi mục của danh sách mở đầu bằng «- ». Mất dấu gạch (hay mất cả dòng đầu) thì mục này dính vào mục trên.",
    ),
    "L032": error(
        "dòng này thụt vào quá sâu nên bị nối vào dòng ở trên",
        "thụt dấu gạch thẳng cột với dấu gạch ở dòng trên; nếu là một câu thì đặt cả câu trong dấu nháy.",
        "Các mục của một danh sách phải thẳng cột; mục thụt sâu hơn bị hiểu là phần tiếp theo của mục ở trên.",
    ),
    "L024": warning(
        "thiếu tệp {file}: báo cáo sẽ không biết tên cơ quan, nơi ký",
        "tạo tệp này theo mẫu của kehoach init.",
        "office.yaml cho biết tên cơ quan ban hành, địa danh, người ký, nơi lưu. Lệnh report cần tệp này.",
    ),
}
