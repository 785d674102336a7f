extension Vietnamese {
  /// Messages about figures that are or are not there, and findings.
  static let evaluation: [String: String] = [
    "1 more is too large to be held": "thêm 1 số quá lớn",
    "There is no base to measure on: {1}.": "Không có gốc để so: {1}.",
    "There is no outcome of {1} yet: target {2}.": "Chưa có kết quả của {1}: mục tiêu {2}.",
    "`:describe {1}` shows what there is": "`:describe {1}` cho xem những gì hiện có",
    "choose another base": "hãy chọn gốc khác",
    "no source sets a target for it; `:describe` shows what there is":
      "không nguồn nào đặt mục tiêu; `:describe` cho xem những gì hiện có",
    "numbers go up to 1.7e308: name an earlier period": "số lớn nhất là 1.7e308: hãy nêu một kỳ sớm hơn",
    "of {1}, which ends later than {2}": "của {1}, kết thúc sau {2}",
    "some figures are missing: {1}": "một số số liệu bị thiếu: {1}",
    "the base {1} is the mean of all its parts, and there is no figure for {2}":
      "gốc {1} là trung bình của mọi phần, mà không có số liệu cho {2}",
    "the base {1} is the mean of its {2} figures": "gốc {1} là trung bình của các số {2}",
    "the base {1} is the mean of the days in it that have figures":
      "gốc {1} là trung bình của những ngày có số liệu",
    "the figure for {1} is too large to be held": "số liệu cho {1} quá lớn",
    "the target itself is `target({1}, {2})`": "chính mục tiêu là `target({1}, {2})`",
    "there is a later figure for {1}, which is not compared: {2} is as long as what is asked for":
      "có số mới hơn cho {1}, không đem so: {2} mới cùng độ dài với kỳ được hỏi",
    "there is no {1} figure to compare: {2} is taken, which is not as long":
      "không có số {1} để so: lấy số của {2}, không cùng độ dài",
    "there is no figure in {1}": "không có số liệu trong {1}",
    "weeks do not fill {1}: {2} lies only in part in it":
      "các tuần không lấp kín {1}: {2} chỉ nằm một phần trong đó",
    "without a period: {1}": "không nêu kỳ: {1}",
    "{1} and {2} more": "{1} và {2} nữa",
    "{1} has no sum: there is no figure for {2}": "{1} không có tổng: không có số liệu cho {2}",
    "{1} more are too large to be held": "thêm {1} số quá lớn",
    "Nothing in the question reads what is supposed: `{1}`.":
      "Câu hỏi không dùng đến điều được giả định: `{1}`.",
    "`infer(…) given {1}` asks what follows from it and all that is claimed":
      "`infer(…) given {1}` hỏi điều gì suy ra được từ đó và từ mọi số liệu đã có",
    "suppose a figure that the question is computed from, at the period that it reads":
      "hãy giả định một số liệu mà câu hỏi được tính từ đó, ở kỳ mà nó dùng",
    "what is supposed changes nothing: with `{1}` alone {2} cannot be computed, and what is claimed of it stands":
      "điều được giả định không làm thay đổi gì: chỉ với `{1}` thì chưa tính được {2}, nên số liệu đã công bố về nó vẫn giữ nguyên",
    "{1} needs more than {2}, the limit that was set.":
      "{1} cần hơn {2}, giới hạn đã đặt.",
    "{1} rests on more than {2}, the limit that was set.":
      "{1} dựa trên hơn {2}, giới hạn đã đặt.",
    "{1} was not done within {2}, the limit that was set.":
      "{1} không xong trong {2}, giới hạn đã đặt.",
    "This":
      "Phép tính này",
    "1 cell":
      "1 ô",
    "{1} cells":
      "{1} ô",
    "1 byte":
      "1 byte",
    "{1} bytes":
      "{1} byte",
    "1 call of a function of a plugin":
      "1 lần gọi hàm của phần mở rộng",
    "{1} calls of functions of plugins":
      "{1} lần gọi hàm của phần mở rộng",
    "1 step":
      "1 bước",
    "{1} steps, one on the other":
      "{1} bước nối tiếp nhau",
    " as known on {1}": " như đã biết vào {1}",
    " for {1}": " cho {1}",
    " in {1}": " trong {1}",
    " on {1}": " vào {1}",
    "A figure comes back later unchanged, with the same change since the same base.":
      "Một số liệu lặp lại y nguyên về sau, với cùng mức thay đổi so với cùng gốc.",
    "By these figures {1} fell in {2}, though the year and its beginning grew.":
      "Theo các số này, {1} giảm trong {2}, dù cả năm và đầu năm đều tăng.",
    "By these figures {1} rose in {2}, though the year and its beginning fell.":
      "Theo các số này, {1} tăng trong {2}, dù cả năm và đầu năm đều giảm.",
    "From what is claimed nothing follows for {1}.": "Từ các số liệu công bố không suy ra được gì cho {1}.",
    "One figure is said to be beyond {1}.": "Một số được nói là vượt {1}.",
    "The evaluation was stopped.": "Phép tính đã dừng.",
    "The observations of `{1}` could not be fetched: {2}": "Không lấy được quan sát của `{1}`: {2}",
    "The result is no real number.": "Kết quả không phải là số thực.",
    "The series has no dimension `{1}`.": "Chuỗi không có chiều `{1}`.",
    "There is no exchange rate {1}{2}.": "Không có tỷ giá {1}{2}.",
    "There is no expression to evaluate.": "Không có biểu thức để tính.",
    "There is no figure for {1} on {2}{3}.": "Không có số liệu {1} cho ngày {2}{3}.",
    "There is no figure for {1} in {2}{3}.": "Không có số liệu {1} cho {2}{3}.",
    "The rules about these figures cannot all hold, whatever the figures are.":
      "Các quy tắc về những số liệu này không thể cùng đúng, dù số liệu là gì.",
    "These 2 claims cannot both be true, unless a figure was rounded.":
      "Hai số liệu này không thể cùng đúng, trừ khi có số đã được làm tròn.",
    "and 1 more contradiction; `:check` shows it": "và 1 mâu thuẫn nữa; `:check` cho xem",
    "and 1 more figure": "và 1 số liệu nữa",
    "and {1} more contradictions; `:check` shows them": "và {1} mâu thuẫn nữa; `:check` cho xem",
    "and {1} more cells": "và {1} ô nữa",
    "and 1 more cell": "và 1 ô nữa",
    "and {1} more figures": "và {1} số liệu nữa",
    "both can be right only where {1} was rounded: {2}":
      "cả hai chỉ có thể đúng nếu {1} đã được làm tròn: {2}",
    "by the rules and definitions, this cannot be true: {1}":
      "theo các quy tắc và định nghĩa, số này không thể đúng: {1}",
    "one says {1}, and the other leaves out just that": "một bên nói {1}, bên kia loại trừ đúng số đó",
    "the bounds meet at {1}, and have nothing else in common": "các cận chỉ gặp nhau tại {1}",
    "unless a figure was rounded, these cannot both be true: {1}":
      "trừ khi có số đã được làm tròn, các số này không thể cùng đúng: {1}",
    "unless a figure was rounded, {1} cannot be true together with {2}":
      "trừ khi có số đã được làm tròn, {1} không thể đúng cùng với {2}",
    "{1} cannot be true together with {2}": "{1} không thể đúng cùng với {2}",
    "“{1}” could not be looked at: {2}": "không xét được “{1}”: {2}",
    "“{1}” does not hold in {2} cells: {3}.": "“{1}” không đúng ở {2} ô: {3}.",
    "“{1}” does not hold in {2}.": "“{1}” không đúng trong {2}.",
    "These {1} claims cannot all be true.": "{1} số liệu này không thể cùng đúng.",
    "This divides by zero.": "Ở đây chia cho không.",
    "This should not happen: {1}.": "Điều này không được xảy ra: {1}.",
    "What is claimed about {1} cannot all be true, and nothing else follows.":
      "Các số liệu công bố về {1} không thể cùng đúng, và không suy ra được gì khác.",
    "`:list claims` shows what the sources say": "`:list claims` cho xem các nguồn nói gì",
    "`infer({1}[{2}])` gives {3}": "`infer({1}[{2}])` cho {3}",
    "`{1}` is no code of `{2}`.": "`{1}` không phải là mã của `{2}`.",
    "a figure that divides is zero: ask for each part on a line of its own":
      "số chia bằng không: hãy hỏi từng phần ở dòng riêng",
    "a rule": "một quy tắc",
    "a target too: {1}": "cũng là mục tiêu: {1}",
    "all can be true: each is a bound, and the tighter one says more":
      "tất cả có thể đúng: mỗi số là một cận, cận chặt hơn nói nhiều hơn",
    "ask for fewer periods or areas": "hãy hỏi ít kỳ hoặc ít địa bàn hơn",
    "at least {1}": "ít nhất {1}",
    "at most {1}": "nhiều nhất {1}",
    "bring both to the same length: `{1}(x)`, or choose a period":
      "đưa cả hai về cùng độ dài: `{1}(x)`, hoặc chọn một kỳ",
    "but {1} say {2}": "nhưng {1} nói {2}",
    "but {1} says {2}": "nhưng {1} nói {2}",
    "by then nobody had said anything about it; `as of` a later day there may be more":
      "đến khi đó chưa ai nói gì; `as of` một ngày sau có thể có thêm",
    "choose periods of one length on both sides": "chọn kỳ cùng độ dài ở hai bên",
    "computed from its definition, {1} would be {2}, which does not agree with {3}":
      "tính theo định nghĩa, {1} sẽ là {2}, không khớp với {3}",
    "follows from {1}": "suy ra từ {1}",
    "for {1}": "cho {1}",
    "it has periods only": "chuỗi chỉ có kỳ",
    "it has {1} and periods": "chuỗi có {1} và kỳ",
    "a root or logarithm is asked of what has none": "lấy căn hay lôgarit của số không có căn hay lôgarit",
    "The result is too large: numbers go up to 1.79e308.": "Kết quả quá lớn: số lớn nhất là 1,79e308.",
    "compute in a larger unit, for example in `billion USD`, or with fewer figures":
      "hãy tính bằng đơn vị lớn hơn, ví dụ `billion USD`, hoặc với ít số liệu hơn",
    "where the result is too large to be held it is missing": "nơi kết quả quá lớn thì không có số",
    "it would be {1}": "sẽ là {1}",
    "left of `{1}`: {2}": "bên trái `{1}`: {2}",
    "left out, since they cannot all be true: {1}": "bỏ ra, vì không thể cùng đúng: {1}",
    "nobody says anything about it for a single day; `:describe` shows what there is":
      "không ai nói gì về một ngày riêng; `:describe` cho xem những gì hiện có",
    "nobody says anything about it for {1} period; `:describe` shows what there is":
      "không ai nói gì về kỳ {1}; `:describe` cho xem những gì hiện có",
    "of {1} alone, as `{2}` is set": "chỉ của {1}, như `{2}` đã đặt",
    "of {1}, the last observation of {2} in {3}": "của {1}, số quan sát cuối của {2} trong {3}",
    "right of it: {1}": "bên phải: {1}",
    "so {1} changed by {2}": "vậy {1} thay đổi {2}",
    "suppose a figure: `infer(…) given x[2024] = …`": "hãy giả định một số: `infer(…) given x[2024] = …`",
    "suppose one: `… given {1}[{2}] = 25_000 {3}`":
      "hãy giả định một tỷ giá: `… given {1}[{2}] = 25_000 {3}`",
    "the columns of `{1}` do not fit its grid": "các cột của `{1}` không vừa với lưới",
    "the later figure may be the earlier one repeated, not a new observation":
      "số sau có thể là số trước lặp lại, không phải quan sát mới",
    "the others together: {1} = {2}": "các số còn lại cùng cho: {1} = {2}",
    "the periods of `{1}` are not of one length": "các kỳ của `{1}` không cùng độ dài",
    "the plan has no result": "kế hoạch không có kết quả",
    "the same level and the same change since the same day, {1}, for two days":
      "cùng mức và cùng thay đổi từ cùng một ngày, {1}, cho hai ngày",
    "there is a rate for {1}": "có tỷ giá cho {1}",
    "there is no figure for {1} in {2}; `[{3}]` has all there are":
      "không có số liệu {1} trong {2}; `[{3}]` có mọi số liệu",
    "there is no indicator `{1}`": "không có chỉ tiêu `{1}`",
    "there is no source `{1}` for `{2}`": "không có nguồn `{1}` cho `{2}`",
    "there is {1}": "có {1}",
    "unbounded": "không giới hạn",
    "what is claimed around it: {1}": "số liệu công bố xung quanh: {1}",
    "what is known of the figures leaves it open: the opposite may hold as well":
      "những gì đã biết chưa quyết định được: điều ngược lại cũng có thể đúng",
    "where the divisor is zero the result is missing": "chỗ số chia bằng không, kết quả bị thiếu",
    "where the result is no real number it is missing": "chỗ kết quả không phải số thực, kết quả bị thiếu",
    "{1} by {2}": "{1} theo {2}",
    "over {1}": "trên {1}",
    "there is no outcome for {1}, only a target of {2}{3}; `target(…)` compares the target":
      "chưa có kết quả {1}, chỉ có mục tiêu {2}{3}; `target(…)` so sánh mục tiêu",
    "; the latest is {1}": "; mới nhất là {1}",
    "{1} for {2}": "{1} ({2})",
    "{1} has targets alone for {2}, which a comparison leaves out; `target(…)` compares them":
      "{1} chỉ có mục tiêu cho {2}, phép so sánh bỏ qua; `target(…)` so sánh chúng",
    "by the rule “{1}”": "theo quy tắc “{1}”",
    "`{1}`{2} leaves out {3}: no figure": "`{1}`{2} bỏ qua {3}: không có số liệu",
    "1 more is without some of its parts": "thêm 1 ô thiếu một số phần",
    "{1} more are without some of their parts": "thêm {1} ô thiếu một số phần",
    "“{1}” holds only because bounds are open, in {2}.": "“{1}” chỉ đúng vì các cận còn mở, ở {2}.",
    "computed from ends of figures: what is known of them does not bound it":
      "tính từ các cận của số liệu: những gì đã biết không giới hạn được nó",
    "what is known of the figures does not decide it": "những gì đã biết về số liệu chưa đủ để kết luận",
    "under {1}": "dưới {1}",
    "{1} and beyond {2}": "{1} và vượt {2}",
    "{1} billion": "{1} tỷ",
    "{1} counts up and cannot fall, but falls from {2} to {3}.":
      "{1} là số lũy kế, không thể giảm, nhưng giảm từ {2} đến {3}.",
    "{1} is preferred here, as it was set; other sources say something too":
      "ưu tiên {1} như đã đặt; các nguồn khác cũng nói đến",
    "{1} it is {2} ({3})": "{1} là {2} ({3})",
    "{1} measures {2} and {3} {4}: the one is no part of the other":
      "{1} đo {2} còn {3} đo {4}: cái này không phải là phần của cái kia",
    "{1} million": "{1} triệu",
    "{1} says {2}, which does not agree": "{1} nói {2}, không khớp",
    "{1} to {2}": "{1} đến {2}",
    "{1} trillion": "{1} nghìn tỷ",
    "{1}, without a period": "{1}, không nêu kỳ",
    "{1}[{2}] {3}, a year before {4}": "{1}[{2}] {3}, một năm trước {4}",
    "“{1}” does not hold{2}.": "“{1}” không đúng{2}.",
    "“{1}” holds only because bounds are open: for the printed figures it does not.":
      "“{1}” chỉ đúng vì các cận còn mở: với số đã in thì không.",
  ]
}
