extension Vietnamese {
  /// Messages about functions that refuse or fail.
  static let functions: [String: String] = [
    "one is in `{1}` and the other a plain number: they are not alike.":
      "một bên tính bằng `{1}` còn bên kia là số thường: hai bên không cùng loại.",
    "give both in `%`, or write the quotient as `a / b`":
      "hãy cho cả hai theo `%`, hoặc viết thương là `a / b`",
    "`{1}` does not make one figure of many.": "`{1}` không gộp nhiều số thành một.",
    "`{1}` failed: {2}": "`{1}` không tính được: {2}",
    "`{1}` is no unit of time.": "`{1}` không phải là đơn vị thời gian.",
    "`{1}` is {2}, published as {3} figures: it neither adds up nor is read at the end.":
      "`{1}` là {2}, công bố {3}: không cộng được, cũng không đọc ở cuối kỳ.",
    "a compound rate leads from one figure above zero to another.":
      "tốc độ kép đi từ một số dương đến một số dương khác.",
    "a figure is needed.": "cần một số liệu.",
    "a function is needed.": "cần một hàm.",
    "a level is read at the end: `last(x)`": "mức thì đọc ở cuối kỳ: `last(x)`",
    "a period is needed.": "cần một kỳ.",
    "a plain number is needed, and this is in `{1}`.": "cần số thường, còn đây tính bằng `{1}`.",
    "a series along time is needed, and this is a single figure.":
      "cần một chuỗi theo thời gian, còn đây là một số.",
    "a series is needed first.": "trước hết cần một chuỗi.",
    "a series is needed.": "cần một chuỗi.",
    "a target and a figure in one unit are needed.": "cần một mục tiêu và một số liệu cùng đơn vị.",
    "a unit of time is needed last.": "cuối cùng cần một đơn vị thời gian.",
    "a weight is below zero.": "có trọng số âm.",
    "all weights are zero.": "mọi trọng số đều bằng không.",
    "an index is measured on a base above zero": "chỉ số so với một gốc dương",
    "both must measure the same thing": "cả hai phải đo cùng một thứ",
    "bring them into one currency: `share(part to {1}, whole)`":
      "đổi về cùng một tiền tệ: `share(part to {1}, whole)`",
    "choose one: `x[2024]`, or `latest(x)`": "chọn một kỳ: `x[2024]`, hoặc `latest(x)`",
    "compare ranks with `change(x, from, to)`": "so thứ hạng bằng `change(x, from, to)`",
    "compound rate, line or trend": "tốc độ kép, đường thẳng hay xu hướng",
    "compute it from what it is a quotient of, or take the mean: `mean({1})`":
      "tính từ các vế của thương, hoặc lấy trung bình: `mean({1})`",
    "count": "số phần tử",
    "divide the counts instead": "hãy chia các số đếm",
    "for example `0.9` or `90 %`": "ví dụ `0.9` hoặc `90 %`",
    "for example `day`, `month` or `year`": "ví dụ `day`, `month` hoặc `year`",
    "for example `mean`": "ví dụ `mean`",
    "for example `mean`, `sum`, `median`, `min`, `max` or `count`":
      "ví dụ `mean`, `sum`, `median`, `min`, `max` hoặc `count`",
    "from a base above zero to a figure below it": "từ gốc dương đến số âm",
    "from a figure above zero to one below it: a fall by more than all there was":
      "từ số dương đến số âm: giảm nhiều hơn cả số đã có",
    "growth is measured on a base above zero": "tăng trưởng so với một gốc dương",
    "how far the figure is from the target is `gap(x, by:)`": "khoảng cách đến mục tiêu là `gap(x, by:)`",
    "keep the place before: `fill(x, method: previous)`": "giữ bậc trước đó: `fill(x, method: previous)`",
    "leave the period out, or take a range: `x[2020..2024]`":
      "bỏ kỳ đi, hoặc lấy một khoảng: `x[2020..2024]`",
    "max": "giá trị lớn nhất",
    "mean": "trung bình",
    "median": "trung vị",
    "min": "giá trị nhỏ nhất",
    "name a period of the same length as {1}": "nêu một kỳ cùng độ dài với {1}",
    "name one: {1}": "nêu một chiều: {1}",
    "name two periods that end on different days": "hãy nêu hai kỳ kết thúc khác ngày",
    "only flows add up over time.": "chỉ chỉ tiêu thời kỳ mới cộng theo thời gian.",
    "periods can be chosen of one series along time only.": "chỉ chọn được kỳ của một chuỗi theo thời gian.",
    "quantiles": "phân vị",
    "ranks are places in a list and have no {1}.": "thứ hạng là vị trí trong danh sách, không có {1}.",
    "statuses are letters and have no {1}.": "trạng thái là chữ cái, không có {1}.",
    "straight line between them": "đường thẳng ở giữa",
    "sum": "tổng",
    "take a quotient first: `{1}(a / b)`": "hãy lấy thương trước: `{1}(a / b)`",
    "take the difference: `change(part)`": "lấy hiệu: `change(part)`",
    "take the difference: `change` takes the same arguments":
      "lấy hiệu: `change` nhận cùng các đối số",
    "take the difference: `x - x[base]`": "lấy hiệu: `x - x[base]`",
    "take the figure: `x[{1}]`": "lấy chính số đó: `x[{1}]`",
    "the best is `min(x)`, the latest `last(x)`": "tốt nhất là `min(x)`, mới nhất là `last(x)`",
    "the best is `min(x)`, the worst `max(x)`": "tốt nhất là `min(x)`, kém nhất là `max(x)`",
    "the count of cards is needed.": "cần số thẻ.",
    "the figure has no single period.": "số liệu không thuộc một kỳ.",
    "the first is in `{1}` and the second in `{2}`.": "thứ nhất tính bằng `{1}`, thứ hai bằng `{2}`.",
    "the latest figure, {1} in {2}, has reached the target of {3} for {4}: nothing is required":
      "số mới nhất, {1} của {2}, đã đạt mục tiêu {3} cho {4}: không cần thêm gì",
    "the latest figure, {1}, has reached the target of {2}: nothing is required":
      "số mới nhất, {1}, đã đạt mục tiêu {2}: không cần thêm gì",
    "the latest place is `latest({1})`": "bậc mới nhất là `latest({1})`",
    "the number of figures": "số lượng số liệu",
    "the number of periods": "số kỳ",
    "the part is a plain number or a percentage.": "phần phải là số thường hoặc phần trăm.",
    "the part is a share of {1} and the whole a share of {2}: their bases differ.":
      "phần là tỷ trọng của {1}, tổng là tỷ trọng của {2}: gốc khác nhau.",
    "the part is a single number.": "phần phải là một số.",
    "the part is in `{1}` and the whole in `{2}`: they are not alike.":
      "phần tính bằng `{1}`, tổng bằng `{2}`: không cùng loại.",
    "the part is in {1} and the whole in {2}.": "phần tính bằng {1}, tổng bằng {2}.",
    "the part lies between 0 and 1.": "phần nằm giữa 0 và 1.",
    "the places gained each year: `pace(x, 2022, 2024, per: year)`":
      "số bậc tăng mỗi năm: `pace(x, 2022, 2024, per: year)`",
    "the quotient of unlike things is written `a / b`": "thương của hai thứ khác loại viết là `a / b`",
    "the rank and the number of countries are needed, by years.": "cần thứ hạng và số quốc gia theo năm.",
    "the series has figures up to {1}, and {2} is not behind it.":
      "chuỗi có số liệu đến {1}, mà {2} không ở sau đó.",
    "the series has no dimension `{1}`.": "chuỗi không có chiều `{1}`.",
    "the series has several dimensions.": "chuỗi có nhiều chiều.",
    "the series is {1} and {2} is {3}.": "chuỗi {1} còn {2} là {3}.",
    "the share of households is needed.": "cần tỷ lệ hộ gia đình.",
    "the share of the digital economy is needed, by years.": "cần tỷ trọng kinh tế số theo năm.",
    "the target of {1} is for {2}, which is past: the latest figure, {3}, is of {4}":
      "mục tiêu {1} là cho {2}, đã qua: số mới nhất, {3}, là của {4}",
    "the weakest is `max(x)`": "yếu nhất là `max(x)`",
    "the weights are amounts, counts or plain numbers.": "trọng số là lượng, số đếm hoặc số thường.",
    "there is no unit `{1}`.": "không có đơn vị `{1}`.",
    "two figures at least are needed to go on from, and there is none.":
      "cần ít nhất hai số để tính tiếp, mà không có số nào.",
    "two figures at least are needed to go on from, and there is one.":
      "cần ít nhất hai số để tính tiếp, mà chỉ có một.",
    "two figures or series are needed": "cần hai số hoặc hai chuỗi",
    "two figures or series are needed.": "cần hai số hoặc hai chuỗi.",
    "two periods are needed.": "cần hai kỳ.",
    "use the change each year: `pace(x, from, to, per: year)`":
      "dùng mức thay đổi mỗi năm: `pace(x, from, to, per: year)`",
    "use the change each year: `required_pace(x, by:, per: year)`":
      "dùng mức thay đổi mỗi năm: `required_pace(x, by:, per: year)`",
    "without weights it is `mean(x)`": "không có trọng số thì là `mean(x)`",
    "write `by: linear` or `by: trend`": "viết `by: linear` hoặc `by: trend`",
    "write `{1}(x to ratio)`": "viết `{1}(x to ratio)`",
    "{1} does not add up over time; only flows do.":
      "{1} không cộng theo thời gian; chỉ chỉ tiêu thời kỳ mới cộng.",
    "{1} is a rank, a place in a list, and has no share.":
      "{1} là thứ hạng, vị trí trong danh sách, không có tỷ trọng.",
    "{1} is a whole number from 1 to 10,000.": "{1} là số nguyên từ 1 đến 10.000.",
  ]
}
