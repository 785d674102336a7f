extension Vietnamese {
  /// Messages about what expressions and declarations mean.
  static let checking: [String: String] = [
    " ({1})": " ({1})",
    " and {1} more": " và {1} nữa",
    ", where {1}": ", trong đó {1}",
    ".": ".",
    ": is it a part of the figure, or points?": ": đó là một phần của số liệu hay là điểm phần trăm?",
    "A claim": "Số liệu công bố",
    "A claim is about a figure of some indicator, and this reads none.":
      "Số liệu công bố nói về một chỉ tiêu, còn đây không đọc chỉ tiêu nào.",
    "A claim is about one figure, and this is a series or a range.":
      "Số liệu công bố nói về một số, còn đây là một chuỗi hoặc một khoảng.",
    "A claim speaks of the whole, and this is a part of it.":
      "Số liệu công bố nói về toàn bộ, còn đây là một phần.",
    "A condition and a figure meet here; they have no operation in common.":
      "Ở đây điều kiện gặp số liệu; hai thứ không có phép tính chung.",
    "A rule is about figures, and no indicator stands in this condition.":
      "Quy tắc nói về số liệu, mà trong điều kiện này không có chỉ tiêu nào.",
    "name an indicator, at one period or at all: `gdp > 0 USD`":
      "hãy nêu một chỉ tiêu, ở một kỳ hoặc mọi kỳ: `gdp > 0 USD`",
    "A condition is needed here, and this is {1}.": "Ở đây cần một điều kiện, còn đây là {1}.",
    "A definition file holds declarations; this is a statement.":
      "Tệp định nghĩa chỉ chứa khai báo; đây là câu lệnh.",
    "A figure is needed here, and this is {1}.": "Ở đây cần một số liệu, còn đây là {1}.",
    "A function": "Hàm",
    "A period is needed here, and `{1}` is none.": "Ở đây cần một kỳ, mà `{1}` không phải là kỳ.",
    "A pipe leads into a function: a name or a call.": "Dấu |> dẫn vào một hàm: một tên hoặc một lời gọi.",
    "A share of {1} and a share of {2} have different bases and cannot meet in `{3}`.":
      "Tỷ trọng của {1} và tỷ trọng của {2} có gốc khác nhau, không thể gặp nhau trong `{3}`.",
    "A share of {1} and a plain number do not add up: is the number in points, or is the share a factor?":
      "Tỷ trọng của {1} và số thường không cộng được với nhau: số ấy tính bằng điểm, hay tỷ trọng là một hệ số?",
    "A share of {1} and a plain number do not meet in `{2}`: is the number a percentage, or is the share a factor?":
      "Tỷ trọng của {1} và số thường không gặp nhau trong `{2}`: số ấy là phần trăm, hay tỷ trọng là một hệ số?",
    "Points and a plain number do not meet in `{1}`: is the number in points, or are the points a rate?":
      "Điểm phần trăm và số thường không gặp nhau trong `{1}`: số ấy tính bằng điểm, hay điểm là một tỷ lệ?",
    "for a percentage: `… {1}`": "nếu là phần trăm: `… {1}`",
    "for a factor, as in `1 + 5 %`: `(… to ratio)`": "nếu là hệ số, như trong `1 + 5 %`: `(… to ratio)`",
    "`{1}` is a unit and a name here: which is meant behind the number?":
      "`{1}` ở đây vừa là đơn vị vừa là tên: sau con số là cái nào?",
    "for what is named so: `… {1} ({2})`": "nếu là cái mang tên đó: `… {1} ({2})`",
    "for the unit: `… {1} 1 {2}`": "nếu là đơn vị: `… {1} 1 {2}`",
    "`{1}` is an indicator: a unit stands here; put what is converted in parentheses":
      "`{1}` là một chỉ tiêu, còn ở đây là chỗ của đơn vị; hãy đặt phần được đổi trong ngoặc",
    "`{1}` was an indicator of this session, and nothing can name that now; `:undo` shows it again":
      "`{1}` từng là một chỉ tiêu của phiên này, nay không gọi được nữa; `:undo` cho thấy lại",
    "`{1}` was a function, which is now called as `{2}`": "`{1}` từng là một hàm, nay được gọi là `{2}`",
    "`{1}` was an indicator, which is now named `{2}`": "`{1}` từng là một chỉ tiêu, nay mang tên `{2}`",
    "`{1}` goes on to mean what `let` gave that name, and hides the indicator":
      "`{1}` vẫn là thứ mà `let` đã đặt tên, và che chỉ tiêu này",
    "in the body `{1}` is the parameter; the indicator is named `{2}` there":
      "trong thân hàm `{1}` là tham số; chỉ tiêu ở đó mang tên `{2}`",
    "`{1}` is a unit too: behind `/` and `*` after a quantity write `({2})` for what is named so":
      "`{1}` cũng là một đơn vị: sau `/` và `*` đứng sau một đại lượng hãy viết `({2})` cho cái mang tên đó",
    "behind a number `{1}` is the unit now, elsewhere what it was: `10 USD / ({2})`":
      "sau con số `{1}` nay là đơn vị, ở chỗ khác vẫn như cũ: `10 USD / ({2})`",
    "A source": "Nguồn",
    "A status is a letter: it can only be compared.": "Trạng thái là một chữ cái: chỉ có thể so sánh.",
    "A supposed value is one figure, and this is a series.":
      "Giá trị giả định là một số, còn đây là một chuỗi.",
    "A unit": "Đơn vị",
    "Amounts at {1} and at {2} prices do not add up.":
      "Số tiền theo giá {1} và theo giá {2} không cộng được với nhau.",
    "Amounts in {1} and in {2} cannot meet without an exchange rate.":
      "Số tiền bằng {1} và bằng {2} không thể gặp nhau nếu không có tỷ giá.",
    "An exchange rate is of a period, and this amount has none.":
      "Tỷ giá là của một kỳ, mà số tiền này không có kỳ.",
    "An exponent is a plain number, and here it is {1}.": "Số mũ phải là số thường, còn ở đây là {1}.",
    "An indicator": "Chỉ tiêu",
    "Here {1} series meets {2} one.": "Ở đây chuỗi {1} gặp chuỗi {2}.",
    "No exchange rate between {1} and {2} is known at all.": "Không biết tỷ giá nào giữa {1} và {2}.",
    "No source `{1}` is declared, so its claims cannot be kept.":
      "Chưa khai báo nguồn `{1}`, nên không thể giữ số liệu của nguồn đó.",
    "Nobody says anything about {1}.": "Không ai nói gì về {1}.",
    "In square brackets stands a period, or a code behind its dimension; \"{1}\" is neither.":
      "Trong ngoặc vuông là một kỳ, hoặc một mã đứng sau tên chiều của nó; \"{1}\" không phải cả hai.",
    "One period or range is enough in square brackets.": "Trong ngoặc vuông chỉ cần một kỳ hoặc một khoảng.",
    "Points and a plain number do not add up: is the number in points, or are the points a rate?":
      "Điểm và số thường không cộng được: số đó tính theo điểm, hay điểm là một tỷ lệ?",
    "The code of the dimension `{1}` is written in quotes.": "Mã của chiều `{1}` viết trong ngoặc kép.",
    "The indicator `{1}` says no `kind`, and its unit does not tell whether it adds up over time.":
      "Chỉ tiêu `{1}` không có `kind`, và đơn vị không cho biết nó có cộng theo thời gian không.",
    "The indicator `{1}` says no `{2}`.": "Chỉ tiêu `{1}` không có `{2}`.",
    "The names and functions used here lead through too many others.":
      "Các tên và hàm dùng ở đây dẫn qua quá nhiều tên và hàm khác.",
    "The parameter `{1}` takes {2}.": "Tham số `{1}` nhận {2}.",
    "The range begins with {1} and ends with {2} period.":
      "Khoảng bắt đầu bằng kỳ {1} và kết thúc bằng kỳ {2}.",
    "The range runs backward: {1} is after {2}.": "Khoảng chạy ngược: {1} sau {2}.",
    "The source `{1}` is already declared with other fields.":
      "Nguồn `{1}` đã được khai báo với các trường khác.",
    "The unit of this has an exponent beyond {1}, which no unit has.":
      "Đơn vị của biểu thức này có số mũ vượt quá {1}, không đơn vị nào có.",
    "The unit `{1}` is declared differently by `{2}`.": "Đơn vị `{1}` được `{2}` khai báo khác.",
    "There is no figure for {1}.": "Không có số liệu cho {1}.",
    "There is no function `{1}`.": "Không có hàm `{1}`.",
    "There is no indicator or name `{1}`.": "Không có chỉ tiêu hay tên `{1}`.",
    "There is no last value yet.": "Chưa có giá trị trước đó.",
    "There is no period `{1}` in the calendar.": "Trong lịch không có kỳ `{1}`.",
    "There is no unit `{1}`.": "Không có đơn vị `{1}`.",
    "These arguments do not fit `{1}`: it is called as {2}.":
      "Các đối số này không hợp với `{1}`: hàm được gọi là {2}.",
    "These {1}, whatever is given: one is in `{2}` and the other in `{3}`{4}.":
      "Hai bên {1}, dù đưa vào gì: một bên tính bằng `{2}`, bên kia bằng `{3}`{4}.",
    "This is a difference of percentages, which is in points, and what is said of it is a percentage.":
      "Đây là hiệu của hai phần trăm, tính bằng điểm, mà điều được nói lại là phần trăm.",
    "This is a percentage, and points are what lies between two of them.":
      "Đây là phần trăm, còn điểm là khoảng giữa hai phần trăm.",
    "This is a rank": "Đây là một thứ hạng",
    "This is already a single figure; there are no periods in it to choose from.":
      "Đây đã là một số; trong đó không có kỳ nào để chọn.",
    "Two parameters are called `{1}`.": "Hai tham số cùng tên `{1}`.",
    "What a claim says is a number with its unit, as it was printed.":
      "Số liệu công bố là một số với đơn vị, đúng như đã in.",
    "`:describe {1}` shows what is known of it": "`:describe {1}` cho biết những gì đã có",
    "`:find {1}` searches names and labels, accents or not":
      "`:find {1}` tìm trong tên và nhãn, có dấu hay không",
    "`:help {1}` shows an example": "`:help {1}` cho xem một ví dụ",
    "`:help {1}` shows what it takes": "`:help {1}` cho xem hàm nhận gì",
    "`:list functions` shows what there is": "`:list functions` cho xem những gì hiện có",
    "`:list units` shows the units there are": "`:list units` cho xem các đơn vị hiện có",
    "`_` is another value after every answer, and a name keeps its expression.":
      "`_` đổi sau mỗi câu trả lời, còn tên thì giữ biểu thức của nó.",
    "`_` is the value of the expression that was answered last":
      "`_` là giá trị của biểu thức được trả lời gần nhất",
    "`given` supposes one figure: an indicator at one period.":
      "`given` giả định một số: một chỉ tiêu ở một kỳ.",
    "`{1}` has no body.": "`{1}` không có thân hàm.",
    "`{1}` has no definition to compute it by; it is only observed.":
      "`{1}` không có định nghĩa để tính; chỉ được quan sát.",
    "`{1}` has no parameter `{2}`: it is called as {3}.":
      "`{1}` không có tham số `{2}`: hàm được gọi là {3}.",
    "`{1}` is a form of the kernel and cannot be defined anew.":
      "`{1}` là dạng của nhân, không thể định nghĩa lại.",
    "`{1}` is a function and needs arguments: `{2}`.": "`{1}` là hàm và cần đối số: `{2}`.",
    "`{1}` is a period, and a period is no number.": "`{1}` là một kỳ, mà kỳ không phải là số.",
    "`{1}` is a range of periods; it belongs in square brackets.":
      "`{1}` là một khoảng kỳ; phải đặt trong ngoặc vuông.",
    "`{1}` is a rank": "`{1}` là thứ hạng",
    "`{1}` is a source: `:sources {2}` shows what it says":
      "`{1}` là một nguồn: `:sources {2}` cho xem nguồn đó nói gì",
    "`{1}` is a unit: write a number before it, `1 {2}`": "`{1}` là đơn vị: viết một số ở trước, `1 {2}`",
    "`{1}` is about a figure of some indicator, and this is a number.":
      "`{1}` nói về số liệu của một chỉ tiêu, còn đây là một số.",
    "`{1}` is asked of a series that is {2} already.": "`{1}` được áp dụng cho chuỗi đã là {2}.",
    "`{1}` is too small to be told from zero.": "`{1}` quá nhỏ, không phân biệt được với số không.",
    "ask it of the series itself: `{1}(x)`": "hãy áp dụng cho chính chuỗi gốc: `{1}(x)`",
    "This claim cannot be true.": "Số liệu công bố này không thể đúng.",
    "`{1}` is defined by itself.": "`{1}` được định nghĩa bằng chính nó.",
    "define it by other indicators; the figure of the period before is `lag(x)` of a series that is observed":
      "hãy định nghĩa bằng các chỉ tiêu khác; số kỳ trước là `lag(x)` của một chuỗi được quan sát",
    "`{1}` is about the whole, and this is a part of it.": "`{1}` nói về toàn bộ, còn đây là một phần.",
    "nothing follows for a part: what is known of it stands in tables, and `claims` lists it":
      "không suy ra được gì cho một phần: những gì biết về nó nằm trong bảng, và `claims` liệt kê chúng",
    "`{1}` is about one figure, and this is a series.": "`{1}` nói về một số, còn đây là một chuỗi.",
    "`{1}` is already declared.": "`{1}` đã được khai báo.",
    "`{1}` is an indicator, and a pipe leads into a function.":
      "`{1}` là chỉ tiêu, còn dấu |> dẫn vào một hàm.",
    "`{1}` is an indicator, not a function.": "`{1}` là chỉ tiêu, không phải hàm.",
    "`{1}` is declared in {2}, but its definition yields {3}.":
      "`{1}` được khai báo là {2}, nhưng định nghĩa cho ra {3}.",
    "`{1}` is no day of the calendar.": "`{1}` không phải là ngày trong lịch.",
    "`{1}` is no kind of parameter.": "`{1}` không phải là loại tham số.",
    "`{1}` is no number that can be computed with.": "`{1}` không phải là số tính được.",
    "`{1}` is not one of {2}.": "`{1}` không phải là một trong {2}.",
    "`{1}` is the name of several things: {2}.": "`{1}` là tên của nhiều thứ: {2}.",
    "`{1}` is the unit of `{2}`": "`{1}` là đơn vị của `{2}`",
    "`{1}` looks at other periods, and this is a single figure.":
      "`{1}` xét các kỳ khác, còn đây chỉ là một số.",
    "`{1}` needs `{2}` in `{3}`, and here it is in `{4}`, whatever is given{5}.":
      "`{1}` cần `{2}` tính bằng `{3}`, còn ở đây tính bằng `{4}`, dù đưa vào gì{5}.",
    "`{1}` {2}; functions of the language do not call themselves.":
      "`{1}` {2}; hàm của ngôn ngữ này không gọi chính nó.",
    "a compound rate leads from one figure above zero to another":
      "tốc độ kép đi từ một số dương đến một số dương khác",
    "a condition": "một điều kiện",
    "a condition holds or does not, and has no {1}.": "điều kiện đúng hoặc sai, không có {1}.",
    "a condition is needed second.": "thứ hai cần một điều kiện.",
    "a count may be a share of another: `share(a, b)`":
      "một số đếm có thể là tỷ trọng của số đếm khác: `share(a, b)`",
    "a count of `{1}`": "số đếm theo `{1}`",
    "a flow": "chỉ tiêu thời kỳ",
    "a percentage": "phần trăm",
    "a percentage needs what it is a share of: `share(a, b)`":
      "phần trăm cần biết là phần của gì: `share(a, b)`",
    "a period goes in square brackets: `{1}[2024]`": "kỳ viết trong ngoặc vuông: `{1}[2024]`",
    "a period or a range": "một kỳ hoặc một khoảng",
    "a period says when: `gdp[{1}]`": "kỳ cho biết khi nào: `gdp[{1}]`",
    "a plain number": "số thường",
    "a range is written with two dots": "khoảng viết bằng hai dấu chấm",
    "a range is written with two dots: `gdp[2021..2025]`": "khoảng viết bằng hai dấu chấm: `gdp[2021..2025]`",
    "a rank": "thứ hạng",
    "a rank meets only ranks: the places gained or lost are `change(x, 2022, 2024)`":
      "thứ hạng chỉ gặp thứ hạng: số bậc tăng hay giảm là `change(x, 2022, 2024)`",
    "a rate is of a period: name it, as in `x * rate[2023]`":
      "tỷ giá là của một kỳ: hãy nêu kỳ, như `x * rate[2023]`",
    "a ratio": "tỷ lệ",
    "a series is computed as a whole: use `lag`, `cumulative` or a window":
      "chuỗi được tính trọn: dùng `lag`, `cumulative` hoặc cửa sổ",
    "a series moves by a million periods at most.": "chuỗi dịch nhiều nhất một triệu kỳ.",
    "a series moves by whole periods, and so their number is a whole number.":
      "chuỗi dịch theo kỳ trọn, nên số kỳ là số nguyên.",
    "a single figure": "một số đơn lẻ",
    "a status is compared with its letter: `status(x) <= \"E\"`":
      "trạng thái so với chữ cái của nó: `status(x) <= \"E\"`",
    "a stock": "chỉ tiêu thời điểm",
    "a target and a starting figure in one unit are needed.":
      "cần một mục tiêu và một số ban đầu cùng đơn vị.",
    "a text in quotes": "một văn bản trong ngoặc kép",
    "a text stands for a code, as in `x[area: \"VN\"]`, or for a status":
      "văn bản là một mã, như `x[area: \"VN\"]`, hoặc một trạng thái",
    "a unit stands behind a number, and behind `to`": "đơn vị đứng sau một số, và sau `to`",
    "a way ends after it begins": "đường đi kết thúc sau khi bắt đầu",
    "a year has four digits: `2024`": "năm có bốn chữ số: `2024`",
    "a {1}": "{1}",
    "add up what it is a quotient of and divide, or take the mean: `mean(x)`":
      "cộng từng vế của thương rồi chia, hoặc lấy trung bình: `mean(x)`",
    "added": "cộng",
    "an index": "chỉ số",
    "an {1}": "{1}",
    "annual": "theo năm",
    "are never the same": "không bao giờ là một",
    "are never the two sides of one choice": "không bao giờ là hai nhánh của một lựa chọn",
    "as it is now": "như hiện nay",
    "ask how far the figure is from the target now: `gap(x, by:)`; or start earlier":
      "hãy hỏi số liệu còn cách mục tiêu bao xa: `gap(x, by:)`; hoặc bắt đầu sớm hơn",
    "at the start the figure is {1}, and so had reached the target of {2} already: there is no way to it that could be measured.":
      "lúc đầu số liệu là {1}, tức đã đạt mục tiêu {2}: không có đường nào để đo.",
    "best ones": "các số tốt nhất",
    "both sides need one unit; ask for each on a line of its own":
      "hai bên cần cùng một đơn vị; hãy hỏi từng bên ở dòng riêng",
    "bring it to that unit with a figure, or with the unit itself: `… {1}`":
      "đưa về đơn vị đó bằng một số liệu, hoặc bằng chính đơn vị: `… {1}`",
    "calls `{1}`, which leads back to it": "gọi `{1}`, hàm này dẫn trở lại nó",
    "calls itself": "gọi chính nó",
    "can never be compared": "không bao giờ so sánh được",
    "can never be subtracted": "không bao giờ trừ được",
    "choose a period: `x[2024]`": "chọn một kỳ: `x[2024]`",
    "choose another name": "hãy chọn tên khác",
    "choose by a condition: `if a > b then c else d`": "chọn theo điều kiện: `if a > b then c else d`",
    "choose the periods of the series, before one figure is made of it":
      "hãy chọn các kỳ của chuỗi trước khi từ đó lập một số",
    "compare it with something: `x > 0`": "hãy so với một thứ: `x > 0`",
    "convert one of them at the rate of its period: `… to {1}`":
      "đổi một bên theo tỷ giá của kỳ đó: `… to {1}`",
    "days": "ngày",
    "days are written year first: `2024-10-12`": "ngày viết năm trước: `2024-10-12`",
    "declare it alike in every file, or give it another name":
      "khai báo giống nhau trong mọi tệp, hoặc đặt tên khác",
    "declare it alike, or give it another name": "khai báo giống nhau, hoặc đặt tên khác",
    "declare it as what is needed: `{1}: {2}`": "hãy khai báo đúng loại cần: `{1}: {2}`",
    "declare it first: `source {1} { title: \"…\"  published: 2025-01-31 }`":
      "hãy khai báo trước: `source {1} { title: \"…\"  published: 2025-01-31 }`",
    "declare one: `indicator my_rate { unit: {1}/{2}  kind: ratio  timing: period }`":
      "hãy khai báo một tỷ giá: `indicator my_rate { unit: {1}/{2}  kind: ratio  timing: period }`",
    "declare the unit that the definition has, or convert with `to`":
      "khai báo đơn vị của định nghĩa, hoặc đổi bằng `to`",
    "deflate one of them, or compare growth rates instead of levels":
      "giảm phát một bên, hoặc so tốc độ tăng thay vì mức",
    "divide by the unit first, so that it is a plain number: `(x / 1 USD) ^ 100`":
      "hãy chia cho đơn vị trước để thành số thuần: `(x / 1 USD) ^ 100`",
    "did you mean \"{1}\"?": "có phải ý bạn là \"{1}\"?",
    "did you mean `:{1}`?": "có phải ý bạn là `:{1}`?",
    "did you mean `{1}:`?": "có phải ý bạn là `{1}:`?",
    "did you mean `{1}`?": "có phải ý bạn là `{1}`?",
    "divided": "chia",
    "figures by area come from a table; the part can be an indicator of its own":
      "số liệu theo địa bàn lấy từ bảng; phần đó có thể là một chỉ tiêu riêng",
    "folder": "thư mục",
    "for a level at a moment: `kind: stock`": "nếu là mức tại một thời điểm: `kind: stock`",
    "for a number against a base period: `kind: index`": "nếu là số so với kỳ gốc: `kind: index`",
    "for a number of points: `… {1}`": "nếu là số điểm: `… {1}`",
    "for a rate, as in `1 + 5 %`: `(… to percent)`": "nếu là tỷ lệ, như `1 + 5 %`: `(… to percent)`",
    "for example `= 152 billion USD`": "ví dụ `= 152 billion USD`",
    "for example `gdp[2010..2023] |> growth |> mean`": "ví dụ `gdp[2010..2023] |> growth |> mean`",
    "for example `gdp[{1}]`": "ví dụ `gdp[{1}]`",
    "for example `indicator {1} { unit: USD  kind: flow }`":
      "ví dụ `indicator {1} { unit: USD  kind: flow }`",
    "for example `lag(x, 1)`; a half of a year is a period of a half-yearly series":
      "ví dụ `lag(x, 1)`; nửa năm là một kỳ của chuỗi nửa năm",
    "for example `required(x, x > 0, …)`": "ví dụ `required(x, x > 0, …)`",
    "for example `{1}: \"VN\"`": "ví dụ `{1}: \"VN\"`",
    "for example `{1}: previous`": "ví dụ `{1}: previous`",
    "for example `… given gdp[2025] = 510 billion USD`": "ví dụ `… given gdp[2025] = 510 billion USD`",
    "for points added to a percentage: `x {1} 10 pp`": "nếu là điểm thêm vào phần trăm: `x {1} 10 pp`",
    "for the amount that a percentage is: the share times what it is a share of":
      "muốn có lượng ứng với phần trăm: nhân tỷ trọng với cái tổng của nó",
    "for the difference of two numbers: `{1}`": "nếu là hiệu của hai số: `{1}`",
    "for the figure changed by a part of itself: `x * (1 {1} 10 %)`":
      "nếu số liệu thay đổi theo một phần của chính nó: `x * (1 {1} 10 %)`",
    "for the part that one is of another: `share(a, b) > 20 %`":
      "nếu là phần của thứ này trong thứ kia: `share(a, b) > 20 %`",
    "for what happens in a period and adds up: `kind: flow`":
      "nếu xảy ra trong kỳ và cộng được: `kind: flow`",
    "from the strongest to the weakest: `status(x) <= \"E\"`":
      "từ chắc nhất đến yếu nhất: `status(x) <= \"E\"`",
    "give a name to a value with `_`, or write the expression in fewer steps":
      "đặt tên cho một giá trị bằng `_`, hoặc viết biểu thức ít bước hơn",
    "give both in `%`, or both in `pp`": "hãy cho cả hai bằng `%`, hoặc cả hai bằng `pp`",
    "What is supposed of one cell cannot all be true.": "Những giả định về cùng một ô không thể cùng đúng.",
    "What is supposed cannot be: a rule or a definition around {1} rules it out.":
      "Điều giả định không thể có: một quy tắc hoặc định nghĩa quanh {1} loại trừ nó.",
    "numbers go down to 4.9e-324; write 0 where nothing is meant, or take a smaller unit":
      "số nhỏ nhất là 4.9e-324; hãy viết 0 nếu muốn nói là không có gì, hoặc dùng đơn vị nhỏ hơn",
    "suppose another figure; nothing that is counted or paid is below zero":
      "hãy giả định một số khác; không gì được đếm hay được trả lại nhỏ hơn không",
    "`:describe {1}` shows what it depends on": "`:describe {1}` cho thấy nó phụ thuộc vào đâu",
    "suppose bounds that meet, or one figure": "hãy giả định các giới hạn giao nhau, hoặc một số",
    "give each a name of its own": "đặt cho mỗi thứ một tên riêng",
    "give the number its unit: `… {1}`": "hãy cho số một đơn vị: `… {1}`",
    "give the series, `gdp` and not `gdp[2024]`, and choose the period behind: `{1}(…)[2024]`":
      "hãy đưa cả chuỗi, `gdp` chứ không phải `gdp[2024]`, rồi chọn kỳ ở sau: `{1}(…)[2024]`",
    "give the series: `gdp`, not `gdp[2024]`": "hãy đưa cả chuỗi: `gdp`, không phải `gdp[2024]`",
    "half-yearly": "nửa năm",
    "halves are S1 and S2, quarters Q1 to Q4, months M01 to M12, days as in `2024-10-12`":
      "nửa năm là S1 và S2, quý Q1 đến Q4, tháng M01 đến M12, ngày như `2024-10-12`",
    "how often it holds is `count(x)`": "số lần đúng là `count(x)`",
    "in `{1}`": "trong `{1}`",
    "instant": "thời điểm",
    "it chooses figures of a series: `x[p]`": "nó chọn số liệu của một chuỗi: `x[p]`",
    "its fields are {1}": "các trường là {1}",
    "kinds are {1}, or words joined by `|`": "các loại là {1}, hoặc các từ nối bằng `|`",
    "leave the last argument out": "hãy bỏ đối số cuối",
    "leave the square brackets out": "hãy bỏ ngoặc vuông",
    "monthly": "theo tháng",
    "multiplied": "nhân",
    "multiply or divide first, until both measure the same thing":
      "hãy nhân hoặc chia trước, cho đến khi hai bên đo cùng một thứ",
    "name a period of the length that its figures have, for example `to: 2026`":
      "nêu một kỳ cùng độ dài với số liệu, ví dụ `to: 2026`",
    "numbers go up to 1.7e308; scale words make large ones short: `3 million billion`":
      "số lớn nhất là 1.7e308; từ chỉ bậc viết gọn số lớn: `3 million billion`",
    "name the indicator and a period: `{1}(gdp, 2024)`": "nêu chỉ tiêu và một kỳ: `{1}(gdp, 2024)`",
    "name a period: `{1}(x, 2024)`": "nêu một kỳ: `{1}(x, 2024)`",
    "name one period: `gdp[2024] = …`": "nêu một kỳ: `gdp[2024] = …`",
    "name the indicator and its period: `gdp[2024] = …`": "nêu chỉ tiêu và kỳ: `gdp[2024] = …`",
    "name the rate: `{1}`": "nêu tỷ giá: `{1}`",
    "name the unit as well: `to {1}`": "nêu cả đơn vị: `to {1}`",
    "never add up": "không bao giờ cộng được",
    "nine-month": "chín tháng",
    "no period has figures for all that is asked": "không kỳ nào có đủ số liệu cho mọi thứ được hỏi",
    "no time lies between periods that end on the same day":
      "giữa các kỳ kết thúc cùng một ngày không có thời gian",
    "nobody says anything about {1}": "không ai nói gì về {1}",
    "of no single period": "không thuộc một kỳ nào",
    "one of {1}": "một trong {1}",
    "percentage points": "điểm phần trăm",
    "periods are written `2025`, `2024-S1`, `2024-Q3`, `2024-M06`, `2024-10-12`":
      "kỳ viết là `2025`, `2024-S1`, `2024-Q3`, `2024-M06`, `2024-10-12`",
    "places": "vị trí",
    "points belong to percentages; for a part of the figure write `x * (1 + 2 %)`":
      "điểm đi với phần trăm; nếu là một phần của số liệu, viết `x * (1 + 2 %)`",
    "put the earlier period first: `from: 2023, by: 2025`": "viết kỳ sớm hơn trước: `from: 2023, by: 2025`",
    "quarterly": "theo quý",
    "raised to a power": "lũy thừa",
    "rank": "thứ hạng",
    "running sum": "tổng lũy kế",
    "say it in its unit: `… {1}`": "hãy viết theo đơn vị của nó: `… {1}`",
    "say it in the unit of the figure, or name the rate: `x * rate[2023]`":
      "hãy viết theo đơn vị của số liệu, hoặc nêu tỷ giá: `x * rate[2023]`",
    "say it in the unit of the figure: `… {1}`": "hãy viết theo đơn vị của số liệu: `… {1}`",
    "share of {1}": "tỷ trọng của {1}",
    "statements belong in a script or at the prompt": "câu lệnh thuộc về kịch bản hoặc dấu nhắc",
    "take a quotient first: `(a / b) ^ 0.5`": "hãy lấy thương trước: `(a / b) ^ 0.5`",
    "the figure cannot be used": "số liệu không dùng được",
    "the growth from the first period to the last may be meant: `growth(x, from, to)`":
      "có lẽ cần mức tăng từ kỳ đầu đến kỳ cuối: `growth(x, from, to)`",
    "the name of a dimension": "tên của một chiều",
    "the name of a function": "tên của một hàm",
    "the places gained or lost: `change({1}, 2022, 2024)`": "số bậc tăng hay giảm: `change({1}, 2022, 2024)`",
    "the places to gain until a target: `required_pace({1}, by: 2030, per: year)`":
      "số bậc cần tăng để đạt mục tiêu: `required_pace({1}, by: 2030, per: year)`",
    "the quotient makes sense: `a / b` is in `{1}`": "thương thì có nghĩa: `a / b` tính bằng `{1}`",
    "the series has no figure of the length of {1} to go on from.":
      "chuỗi không có số cùng độ dài với {1} để tính tiếp.",
    "the share times what it is a share of is an amount: `share * whole`":
      "tỷ trọng nhân với cái tổng của nó là một lượng: `share * whole`",
    "the time to halve is `ln(2) / -ln(1 + rate)` years":
      "thời gian giảm một nửa là `ln(2) / -ln(1 + rate)` năm",
    "there is a command `:{1}`, which stands at the beginning of a line": "có lệnh `:{1}`, viết ở đầu dòng",
    "there is a function `{1}`": "có hàm `{1}`",
    "there is no figure for {1}, which counts as nothing in the sum":
      "không có số liệu cho {1}, được tính là không trong tổng",
    "there is no rate {1} for {2}, which is left out": "không có tỷ giá {1} cho {2}, nên bỏ ra",
    "this is {1} in {2}: what {3} holds beside {4}": "đây là {1} trong {2}: phần của {3} ngoài {4}",
    "to divide by it write `{1} / {2}`; a function is `… |> latest`":
      "muốn chia, viết `{1} / {2}`; hàm thì viết `… |> latest`",
    "to set the numbers side by side, ask for each on a line of its own":
      "muốn đặt các số cạnh nhau, hãy hỏi từng số ở dòng riêng",
    "turn both into counts first, each share times what it is a share of, and compare those":
      "hãy đổi cả hai thành số đếm, mỗi tỷ trọng nhân với cái tổng của nó, rồi so các số đó",
    "units convert only where they measure the same thing": "chỉ đổi được đơn vị đo cùng một thứ",
    "use the number of the answer, `_1` for the first, or the expression itself":
      "dùng số thứ tự của câu trả lời, `_1` là câu đầu, hoặc chính biểu thức",
    "where the figures are by area, one is chosen so: `area: \"{1}\"`":
      "khi số liệu theo địa bàn, chọn một địa bàn như sau: `area: \"{1}\"`",
    "weekly": "theo tuần",
    "what does not grow never doubles": "cái gì không tăng thì không bao giờ gấp đôi",
    "whether there is a figure is asked with `missing(x)`":
      "muốn hỏi có số liệu hay không, dùng `missing(x)`",
    "write an exponent of at most {1}": "viết số mũ không quá {1}",
    "write `def {1}(x) = x * 2`": "viết `def {1}(x) = x * 2`",
    "write `{1}..{2}`": "viết `{1}..{2}`",
    "write `{1}`": "viết `{1}`",
    "write both ends in the same length: `2023..2024` or `2023-Q1..2024-Q4`":
      "viết hai đầu cùng độ dài: `2023..2024` hoặc `2023-Q1..2024-Q4`",
    "{1} and {2}": "{1} và {2}",
    "{1} and {2} cannot be compared.": "{1} và {2} không so sánh được với nhau.",
    "{1} and {2} cannot be the two sides of one choice.":
      "{1} và {2} không thể là hai nhánh của một lựa chọn.",
    "{1} and {2} do not add up.": "{1} và {2} không cộng được với nhau.",
    "{1} can be raised to a whole number only.": "{1} chỉ có thể lũy thừa với số nguyên.",
    "{1} cannot be added to {2}{3}": "{1} không cộng được vào {2}{3}",
    "{1} cannot be subtracted from {2}.": "{1} không trừ được khỏi {2}.",
    "{1} cannot be taken from {2}{3}": "{1} không trừ được khỏi {2}{3}",
    "{1} cannot be turned into {2}.": "{1} không đổi được thành {2}.",
    "{1} has no field `{2}`.": "{1} không có trường `{2}`.",
    "{1} is expected here, and this is {2}.": "Ở đây cần {1}, còn đây là {2}.",
    "{1} is needed": "cần {1}",
    "{1} is needed here, and this is {2}.": "ở đây cần {1}, còn đây là {2}.",
    "{1} is published as {2} figures, which say nothing of {3} one":
      "{1} công bố {2}, không cho biết gì về kỳ {3}",
    "{1} or {2}": "{1} hoặc {2}",
    "{1} prices": "giá {1}",
    "{1} says {2}{3}": "{1} nói {2}{3}",
    "{1}, a place in a list: it cannot be {2}, and has no mean, growth or compound rate.":
      "{1}, tức vị trí trong một danh sách: không thể {2}, và không có trung bình, tăng trưởng hay tốc độ kép.",
    "{1}, {2}": "{1}, {2}",
    "{1}-day": "{1} ngày",
    "{1}-month": "{1} tháng",
    "{1}: {2}": "{1}: {2}",
  ]
}
