extension Vietnamese {
  /// Messages about tables of observations, and what is noted of their figures.
  static let tables: [String: String] = [
    "The status `{1}` says that there is no figure, and the row gives one. It is read as missing.":
      "Trạng thái `{1}` nói rằng không có số liệu, nhưng dòng này lại có một số. Ô này được đọc là không có số liệu.",
    "`{1}` in OPEN_ENDS is no bound.": "`{1}` trong OPEN_ENDS không phải là giới hạn.",
    "`{1}` is too small to be told from zero. It is read as missing.":
      "`{1}` quá nhỏ, không phân biệt được với số không. Ô này được đọc là không có số liệu.",
    "and 1 more cell of both":
      "và 1 ô nữa của cả hai",
    "1 more is missing since some of its parts have no figure":
      "1 số nữa bị thiếu vì một vài phần không có số liệu",
    "and line {1}": "và dòng {1}",
    "and {1} more lines: {2}": "và {1} dòng nữa: {2}",
    "give the figure in a smaller unit": "hãy ghi số liệu theo đơn vị nhỏ hơn",
    "leave OBS_VALUE empty, or give the figure another status":
      "hãy để trống OBS_VALUE, hoặc ghi trạng thái khác cho số liệu",
    "of the figures that it is made of, 1 is not what another source or table says; ask for it, or for `claims`":
      "trong các số liệu tạo nên nó, 1 số khác với nguồn hoặc bảng khác; hãy hỏi riêng số đó, hoặc hỏi `claims`",
    "1 more figure is not what another source or table says; ask for it, or for `claims`":
      "1 số liệu nữa khác với nguồn hoặc bảng khác; hãy hỏi riêng số đó, hoặc hỏi `claims`",
    "there is no `{1}`{2}: {3} has no figure": "không có `{1}`{2}: {3} không có số liệu",
    "there is no `{1}`{2}: {3} have no figure": "không có `{1}`{2}: {3} không có số liệu",
    "{1} and {2} are of different periods": "{1} và {2} thuộc các kỳ khác nhau",
    "{1} and {2} are of periods of different length": "{1} và {2} thuộc các kỳ dài ngắn khác nhau",
    "{1} and {2} are of different days": "{1} và {2} thuộc các ngày khác nhau",
    "{1} and {2} overlap: what lies in both is counted twice":
      "{1} và {2} chồng lên nhau: phần chung bị tính hai lần",
    "{1} stands beside every period of {2}": "{1} được dùng cho mọi kỳ của {2}",
    "{1} is by {2}, and {3} of the whole": "{1} chia theo {2}, còn {3} là của toàn thể",
    "{1} and {2} differ in {3}": "{1} và {2} khác nhau về {3}",
    "{1} is a share of {2}, and is applied to {3}": "{1} là tỷ trọng trong {2}, và được áp vào {3}",
    "{1} is a share of {2}, and {3} is not known to be that part of it":
      "{1} là tỷ trọng trong {2}, và không rõ {3} có phải là phần ấy không",
    "{1} is a share of {2} and {3} of {4}: neither is a share of the other":
      "{1} là tỷ trọng trong {2} và {3} trong {4}: không cái nào là tỷ trọng trong cái kia",
    "{1} has no total along `{2}` to set \"{3}\" against.":
      "{1} không có tổng theo `{2}` để so với \"{3}\".",
    "{1} has no total along {2} to set \"{3}\" against; `sum(…, over: {4})` adds up its parts":
      "{1} không có tổng theo {2} để so với \"{3}\"; `sum(…, over: {4})` cộng các phần của nó",
    "add up its parts: `sum({1}, over: {2})`": "hãy cộng các phần: `sum({1}, over: {2})`",
    "from {1} to {2} by way of {3}": "từ {1} sang {2} qua {3}",
    "by {1} the rate{2} is {3} {4}, which does not agree with {5} {6} by {7}":
      "theo {1} tỷ giá{2} là {3} {4}, không khớp với {5} {6} theo {7}",
    "write `LOWER`, `UPPER` or both with a space between: the figure is never that bound itself":
      "hãy viết `LOWER`, `UPPER` hoặc cả hai cách nhau một dấu cách: số liệu không bao giờ bằng chính giới hạn đó",
    "write `reported` or `target`, or leave the column out: all is reported then":
      "hãy viết `reported` hoặc `target`, hoặc bỏ cột này: khi đó mọi số liệu là thực hiện",
    "{1} is of the whole, and {2} by {3}: each {4} has the whole of the one beside its own of the other":
      "{1} là của toàn bộ, còn {2} chia theo {3}: mỗi {4} đặt toàn bộ của số trước cạnh phần riêng của số sau",
    "{1} more are missing since some of their parts have no figure":
      "{1} số nữa bị thiếu vì một vài phần không có số liệu",
    "1 claim": "1 số liệu công bố",
    "1 column": "1 cột",
    "1 figure": "1 số liệu",
    "A normal, P provisional, E estimated, I imputed, F forecast, M missing; B break, D definition differs":
      "A bình thường, P sơ bộ, E ước tính, I quy gán, F dự báo, M thiếu; B gián đoạn, D khác định nghĩa",
    "LOWER is at most OBS_VALUE, and UPPER at least": "LOWER không lớn hơn OBS_VALUE, UPPER không nhỏ hơn",
    "No indicator `{1}` is declared.": "Chưa khai báo chỉ tiêu `{1}`.",
    "No source `{1}` is declared.": "Chưa khai báo nguồn `{1}`.",
    "Of {1}, {2} and {3} cannot both be right about 1 cell.": "Về {1}, {2} và {3} không thể cùng đúng ở 1 ô.",
    "Of {1}, {2} and {3} cannot both be right about {4} cells.":
      "Về {1}, {2} và {3} không thể cùng đúng ở {4} ô.",
    "Something stands between the closing quote and the comma.":
      "Giữa dấu ngoặc kép đóng và dấu phẩy còn có chữ.",
    "The column `{1}` is read as `{2}`, which is there already.":
      "Cột `{1}` được đọc là `{2}`, mà cột đó đã có.",
    "The column `{1}` means nothing here.": "Cột `{1}` không có nghĩa ở đây.",
    "The quote that opens here is never closed.": "Dấu ngoặc kép mở ở đây không được đóng.",
    "The row does not say who says it.": "Dòng này không cho biết ai nói.",
    "The row has no period.": "Dòng này không có kỳ.",
    "The row has {1}, and the header names {2}.": "Dòng này có {1}, còn dòng đầu nêu {2}.",
    "The row names no indicator.": "Dòng này không nêu chỉ tiêu.",
    "The table has no column `{1}`, which says {2}.": "Bảng không có cột `{1}`, cột cho biết {2}.",
    "The value does not lie between its bounds.": "Giá trị không nằm giữa hai cận của nó.",
    "The {1} rows of `{2}` would need {3} cells.": "{1} dòng của `{2}` sẽ cần {3} ô.",
    "There is no row of figures in the table.": "Trong bảng không có dòng số liệu nào.",
    "These observations cannot be kept: {1}.": "Không giữ được các số liệu này: {1}.",
    "Two columns are called `{1}`.": "Hai cột cùng tên `{1}`.",
    "`{1}` in {2} is no number.": "`{1}` trong {2} không phải là số.",
    "`{1}` is a rank, and `{2}` is no whole number from 1 on.":
      "`{1}` là thứ hạng, mà `{2}` không phải số nguyên từ 1 trở lên.",
    "`{1}` is counted, and `{2}` is below zero.": "`{1}` là số đếm, mà `{2}` nhỏ hơn không.",
    "`{1}` is a share, and `{2}` is not between 0 % and 100 %.":
      "`{1}` là tỷ trọng, mà `{2}` không nằm giữa 0 % và 100 %.",
    "`{1}` is counted in `{2}`, and the row says `{3}`.": "`{1}` tính bằng `{2}`, còn dòng này ghi `{3}`.",
    "`{1}` is no period.": "`{1}` không phải là kỳ.",
    "`{1}` is no power of ten.": "`{1}` không phải là lũy thừa của mười.",
    "`{1}` is no role.": "`{1}` không phải là vai trò.",
    "`{1}` is no status of an observation.": "`{1}` không phải là trạng thái của quan sát.",
    "`{1}` is no unit.": "`{1}` không phải là đơn vị.",
    "`{1}` is the name of several indicators: {2}.": "`{1}` là tên của nhiều chỉ tiêu: {2}.",
    "a dimension is written in capitals: `SEX`; leave other columns out":
      "chiều viết bằng chữ hoa: `SEX`; bỏ các cột khác",
    "a field with a comma in it stands in quotes; an empty one still needs its comma":
      "ô có dấu phẩy thì đặt trong ngoặc kép; ô trống vẫn cần dấu phẩy",
    "add it to the header and to every row": "thêm cột vào dòng đầu và mọi dòng",
    "and 1 more row": "và 1 dòng nữa",
    "and {1} more rows": "và {1} dòng nữa",
    "and {1} more cells of both": "và {1} ô nữa của cả hai",
    "another source or table says another figure here; ask for the cell alone, or for `claims`":
      "nguồn hoặc bảng khác nói số khác ở đây; hãy hỏi riêng ô đó, hoặc hỏi `claims`",
    "close it, and write a quote inside of it twice": "đóng lại, và viết đôi dấu ngoặc kép ở bên trong",
    "columns as long as the grid, periods of one length, and dimensions as others have them":
      "cột dài bằng lưới, kỳ cùng độ dài, và cùng các chiều như bảng khác",
    "declare it first: `indicator {1} { label: \"…\"  unit: …  kind: … }`":
      "hãy khai báo trước: `indicator {1} { label: \"…\"  unit: …  kind: … }`",
    "declare it first: `source {1} { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`":
      "hãy khai báo trước: `source {1} { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`",
    "figures that another source or table gives otherwise: {1}; answers say which, and `claims`":
      "số liệu mà nguồn hoặc bảng khác nói khác: {1}; câu trả lời nói rõ, và `claims` cũng vậy",
    "give the figure in a unit that can be converted to `{1}`":
      "ghi số liệu theo một đơn vị đổi được sang `{1}`",
    "how much it was": "là bao nhiêu",
    "in place of what was read from it before: {1} changed, {2} gone":
      "thay cho số liệu đã đọc từ tệp này trước đó: {1} thay đổi, {2} không còn",
    "is the column shifted, or the unit another one? UNIT_MEASURE and UNIT_MULT say which":
      "cột bị lệch, hay đơn vị khác? UNIT_MEASURE và UNIT_MULT cho biết đơn vị nào",
    "its first line names the columns, and each further one says a figure: `INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE`":
      "dòng đầu nêu tên các cột, mỗi dòng sau ghi một số liệu: `INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE`",
    "keep one, or give each its own source": "giữ một dòng, hoặc cho mỗi dòng một nguồn riêng",
    "leave it empty where nothing is known": "để trống nơi không biết",
    "leave one of them out, or give it a name of its own": "bỏ một cột, hoặc đặt cho nó một tên riêng",
    "name it as `:list indicators` does, or give the file of a plugin the name of the indicator":
      "hãy nêu tên như `:list indicators`, hoặc đặt tên tệp của phần mở rộng theo chỉ tiêu",
    "of the figures that it is made of, {1} are not what another source or table says; ask for one of them, or for `claims`":
      "trong các số liệu tạo nên nó, {1} số khác với nguồn hoặc bảng khác; hãy hỏi riêng một số, hoặc hỏi `claims`",
    "say the level in percent: points are what lies between two levels":
      "hãy nêu mức bằng phần trăm: điểm phần trăm là hiệu của hai mức",
    "split the table into indicators that fill most combinations of their dimensions":
      "tách bảng thành các chỉ tiêu lấp đầy phần lớn tổ hợp các chiều của chúng",
    "the columns are {1}": "các cột là {1}",
    "the figures of `{1}` that are there are by {2}, and these by {3}":
      "số liệu hiện có của `{1}` theo {2}, còn các số này theo {3}",
    "the first one": "cận đầu",
    "the second one": "cận sau",
    "units are written as in the language: `billion USD`, `percent`, `person`":
      "đơn vị viết như trong ngôn ngữ: `billion USD`, `percent`, `person`",
    "what it is a figure of": "là số liệu của chỉ tiêu nào",
    "when it was": "là khi nào",
    "who says so": "ai công bố",
    "write 2024, 2024-S1, 2024-Q3, 2024-M06, 2024-W05 or 2024-10-12":
      "viết 2024, 2024-S1, 2024-Q3, 2024-M06, 2024-W05 hoặc 2024-10-12",
    "write a decimal point, and nothing between thousands: 1084.5":
      "viết dấu chấm thập phân, không viết gì giữa hàng nghìn: 1084.5",
    "write a power of ten: 6 stands for millions": "hãy viết một lũy thừa của mười: 6 là triệu",
    "write a quote inside of a field twice: `\"a \"\"word\"\"\"`":
      "trong ô viết đôi dấu ngoặc kép: `\"a \"\"word\"\"\"`",
    "write the code of the row; `_T` is the total of all":
      "hãy viết mã của dòng này; `_T` là tổng của tất cả",
    "write the day of publication as 2024-12-31, or leave it empty for that of the source":
      "hãy viết ngày công bố như 2024-12-31, hoặc để trống nếu là ngày của nguồn",
    "write the full name: `{1}`": "viết tên đầy đủ: `{1}`",
    "{1} claims": "{1} số liệu công bố",
    "{1} columns": "{1} cột",
    "{1} figures": "{1} số liệu",
    "{1} has two rows.": "{1} có hai dòng.",
    "{1} in {2}": "{1} trong {2}",
    "{1} is empty here, and other rows of the indicator fill it in.":
      "{1} trống ở đây, còn các dòng khác của chỉ tiêu thì có.",
    "{1} more figures are not what another source or table says; ask for one of them, or for `claims`":
      "{1} số liệu nữa khác với nguồn hoặc bảng khác; hãy hỏi riêng một số, hoặc hỏi `claims`",
    "{1} says {2} for {3}": "{1} nói {2} cho {3}",
    "{1}, beside {2}": "{1}, bên cạnh {2}",
    "{1}, which does not agree with {2}": "{1}, không khớp với {2}",
  ]
}
