extension Vietnamese {
  /// Messages about tables of observations.
  static let tables: [String: String] = [
    "1 column": "1 cột",
    "A normal, P provisional, E estimated, I imputed, F forecast, M missing; B break, D definition differs":
      "A bình thường, P sơ bộ, E ước tính, I quy gán, F dự báo, M thiếu; B gián đoạn, D khác định nghĩa",
    "A table holds what is reported, and this is a target.": "Bảng chứa số thực hiện, còn đây là mục tiêu.",
    "LOWER is at most OBS_VALUE, and UPPER at least": "LOWER không lớn hơn OBS_VALUE, UPPER không nhỏ hơn",
    "No indicator `{1}` is declared.": "Chưa khai báo chỉ tiêu `{1}`.",
    "No source `{1}` is declared.": "Chưa khai báo nguồn `{1}`.",
    "Something stands between the closing quote and the comma.":
      "Giữa dấu ngoặc kép đóng và dấu phẩy còn có chữ.",
    "The column `{1}` is read as `{2}`, which is there already.":
      "Cột `{1}` được đọc là `{2}`, mà cột đó đã có.",
    "The columns are separated by {1}, and commas are needed.":
      "Các cột cách nhau bằng {1}, mà cần dấu phẩy.",
    "The quote that opens here is never closed.": "Dấu ngoặc kép mở ở đây không được đóng.",
    "The row does not say who says it.": "Dòng này không cho biết ai nói.",
    "The row has no period.": "Dòng này không có kỳ.",
    "The row has {1}, and the header names {2}.": "Dòng này có {1}, còn dòng đầu nêu {2}.",
    "The table has no column `{1}`, which says {2}.": "Bảng không có cột `{1}`, cột cho biết {2}.",
    "The table is empty.": "Bảng trống.",
    "The value does not lie between its bounds.": "Giá trị không nằm giữa hai cận của nó.",
    "The {1} rows of `{2}` would need {3} cells.": "{1} dòng của `{2}` sẽ cần {3} ô.",
    "There is no row of figures in the table.": "Trong bảng không có dòng số liệu nào.",
    "Two columns are called `{1}`.": "Hai cột cùng tên `{1}`.",
    "`{1}` in {2} is no number.": "`{1}` trong {2} không phải là số.",
    "`{1}` is a share, and `{2}` is not between 0 % and 100 %.":
      "`{1}` là tỷ trọng, mà `{2}` không nằm giữa 0 % và 100 %.",
    "`{1}` is counted in `{2}`, and the row says `{3}`.": "`{1}` tính bằng `{2}`, còn dòng này ghi `{3}`.",
    "`{1}` is no role.": "`{1}` không phải là vai trò.",
    "`{1}` is no status of an observation.": "`{1}` không phải là trạng thái của quan sát.",
    "`{1}` is no unit.": "`{1}` không phải là đơn vị.",
    "`{1}` is not the day on which `{2}` was published.": "`{1}` không phải là ngày công bố của `{2}`.",
    "`{1}` is the name of several indicators: {2}.": "`{1}` là tên của nhiều chỉ tiêu: {2}.",
    "a dimension is written in capitals: `SEX`; leave other columns out":
      "chiều viết bằng chữ hoa: `SEX`; bỏ các cột khác",
    "a field with a comma in it stands in quotes; an empty one still needs its comma":
      "ô có dấu phẩy thì đặt trong ngoặc kép; ô trống vẫn cần dấu phẩy",
    "a target is a claim: `from SOURCE { target x[2030] >= 30 % }`":
      "mục tiêu là một công bố: `from SOURCE { target x[2030] >= 30 % }`",
    "add it to the header and to every row": "thêm cột vào dòng đầu và mọi dòng",
    "close it, and write a quote inside of it twice": "đóng lại, và viết đôi dấu ngoặc kép ở bên trong",
    "declare a source of its own for each publication, and leave the column out":
      "khai báo một nguồn riêng cho mỗi lần công bố, và bỏ cột này",
    "declare it first: `indicator {1} { label: \"…\"  unit: …  kind: … }`":
      "hãy khai báo trước: `indicator {1} { label: \"…\"  unit: …  kind: … }`",
    "declare it first: `source {1} { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`":
      "hãy khai báo trước: `source {1} { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`",
    "declare it in a .chiso file: `indicator {1} { label: \"…\"  unit: …  kind: … }`":
      "khai báo trong một tệp .chiso: `indicator {1} { label: \"…\"  unit: …  kind: … }`",
    "declare it in a .chiso file: `source {1} { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`":
      "khai báo trong một tệp .chiso: `source {1} { title: \"…\"  publisher: \"…\"  published: 2025-01-31 }`",
    "give each a name of its own": "đặt cho mỗi cột một tên riêng",
    "give the figure in a unit that can be converted to `{1}`":
      "ghi số liệu theo một đơn vị đổi được sang `{1}`",
    "give the row a code of its own, or the indicator of the whole another name":
      "cho dòng này một mã riêng, hoặc đặt tên khác cho chỉ tiêu của toàn bộ",
    "is the column shifted, or the unit another one? UNIT_MEASURE and UNIT_MULT say which":
      "cột bị lệch, hay đơn vị khác? UNIT_MEASURE và UNIT_MULT cho biết đơn vị nào",
    "its first line names the columns, and each further one says a figure: `INDICATOR,TIME_PERIOD,OBS_VALUE`":
      "dòng đầu nêu tên các cột, mỗi dòng sau ghi một số liệu: `INDICATOR,TIME_PERIOD,OBS_VALUE`",
    "its first line names the columns: `INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE`":
      "dòng đầu nêu tên các cột: `INDICATOR,TIME_PERIOD,OBS_VALUE,SOURCE`",
    "keep one, or give each its own source": "giữ một dòng, hoặc cho mỗi dòng một nguồn riêng",
    "leave it empty where nothing is known": "để trống nơi không biết",
    "leave one of them out, or give it a name of its own": "bỏ một cột, hoặc đặt cho nó một tên riêng",
    "save the table with commas between the columns and points as decimal marks":
      "lưu bảng với dấu phẩy giữa các cột và dấu chấm cho phần thập phân",
    "split the table into indicators that fill most combinations of their dimensions":
      "tách bảng thành các chỉ tiêu lấp đầy phần lớn tổ hợp các chiều của chúng",
    "the columns are {1}": "các cột là {1}",
    "the first one": "cận đầu",
    "the second one": "cận sau",
    "units are written as in the language: `billion USD`, `percent`, `person`":
      "đơn vị viết như trong ngôn ngữ: `billion USD`, `percent`, `person`",
    "write 2024, 2024-S1, 2024-Q3, 2024-M06, 2024-W05 or 2024-10-12":
      "viết 2024, 2024-S1, 2024-Q3, 2024-M06, 2024-W05 hoặc 2024-10-12",
    "write a decimal point, and nothing between thousands: 1084.5":
      "viết dấu chấm thập phân, không viết gì giữa hàng nghìn: 1084.5",
    "write a quote inside of a field twice: `\"a \"\"word\"\"\"`":
      "trong ô viết đôi dấu ngoặc kép: `\"a \"\"word\"\"\"`",
    "write targets as claims in a .chiso file: `from SOURCE { target x[2030] >= 30 % }`":
      "viết mục tiêu thành công bố trong một tệp .chiso: `from SOURCE { target x[2030] >= 30 % }`",
    "write the full name: `{1}`": "viết tên đầy đủ: `{1}`",
    "{1} columns": "{1} cột",
    "{1} has two rows.": "{1} có hai dòng.",
    "{1} is empty here, and other rows of the indicator fill it in.":
      "{1} trống ở đây, còn các dòng khác của chỉ tiêu thì có.",
  ]
}
