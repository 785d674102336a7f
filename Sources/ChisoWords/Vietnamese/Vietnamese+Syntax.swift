extension Vietnamese {
  /// Messages about how a text is written.
  static let syntax: [String: String] = [
    " after “{1}”": " sau “{1}”",
    "A choice is written if a then b else c.": "Lựa chọn viết là if a then b else c.",
    "A choice is written whole: if a > b then c else d.": "Lựa chọn phải viết đủ: if a > b then c else d.",
    "A currency stands behind the number, by its code: 152 billion USD.":
      "Tiền tệ đứng sau số, viết bằng mã: 152 billion USD.",
    "A field is a key, a colon and a value, but there is “=”.":
      "Một trường gồm tên, dấu hai chấm và giá trị, nhưng ở đây là “=”.",
    "A field is a key, a colon and a value: kind: flow.":
      "Một trường gồm tên, dấu hai chấm và giá trị: kind: flow.",
    "A field was expected, but there is “{1}”.": "Ở đây cần một trường, nhưng lại là “{1}”.",
    "A figure or a number belongs there.": "Chỗ đó phải là một số liệu hoặc một số.",
    "A function is declared with def, not with let.": "Hàm khai báo bằng def, không phải bằng let.",
    "A name is a word of letters, digits and _: digital_share.":
      "Tên là một từ gồm chữ cái, chữ số và _: digital_share.",
    "`{1}` is a word of the language and cannot be a name.": "`{1}` là từ của ngôn ngữ, không thể làm tên.",
    "A name that is declared has no dot: the plugin gives what stands before it.":
      "Tên khi khai báo không có dấu chấm: phần đứng trước là của phần mở rộng.",
    "A number takes no plus sign in front.": "Trước số không viết dấu cộng.",
    "A period or a range stands in square brackets: 2024, 2021..2025.":
      "Trong ngoặc vuông là một kỳ hoặc một khoảng: 2024, 2021..2025.",
    "A period stands in square brackets: gdp[2024].": "Kỳ viết trong ngoặc vuông: gdp[2024].",
    "A pipe is sliced as a whole: put parentheses around it.":
      "Muốn lấy kỳ của cả chuỗi |>, hãy đặt nó trong ngoặc đơn.",
    "A pipe leads into a function: gdp[2010..2023] |> growth |> mean.":
      "Dấu |> dẫn vào một hàm: gdp[2010..2023] |> growth |> mean.",
    "A range is written with two dots.": "Khoảng viết bằng hai dấu chấm.",
    "A relation was expected, but {1}.": "Ở đây cần một dấu quan hệ, nhưng {1}.",
    "A single = is no comparison; it stands in let, def, given and claims.":
      "Một dấu = không phải là so sánh; nó chỉ dùng trong let, def, given và số liệu công bố.",
    "A text knows \\\", \\\\, \\n, \\t and \\u{1EF7}, but not this.":
      "Văn bản hiểu \\\", \\\\, \\n, \\t và \\u{1EF7}, nhưng không hiểu dấu này.",
    "A text stands in straight quotation marks.": "Văn bản viết trong ngoặc kép thẳng.",
    "A unit was expected, but {1}.": "Ở đây cần một đơn vị, nhưng {1}.",
    "An argument is labelled with a colon.": "Nhãn của đối số viết với dấu hai chấm.",
    "An expression was expected{1}, but {2}.": "Ở đây cần một biểu thức{1}, nhưng {2}.",
    "At least is written >=.": "Ít nhất viết là >=.",
    "Close it with a quotation mark.": "Đóng lại bằng dấu ngoặc kép.",
    "Close it with {1}.": "Đóng lại bằng {1}.",
    "Comparisons cannot be chained: each compares two things.":
      "Không thể nối các phép so sánh: mỗi phép chỉ so hai thứ.",
    "Declarations begin with let, def, unit, source, indicator, from or rule.":
      "Khai báo bắt đầu bằng let, def, unit, source, indicator, from hoặc rule.",
    "Did you mean {1}?": "Có phải ý bạn là {1}?",
    "For a backslash itself write \\\\.": "Muốn có dấu gạch chéo ngược, viết \\\\.",
    "For a day as known on, write as of.": "Muốn số liệu như đã biết vào một ngày, viết as of.",
    "For a part of it, multiply.": "Muốn lấy một phần, hãy nhân.",
    "For one period write {1}[{2}].": "Với một kỳ, viết {1}[{2}].",
    "Give parts a name with let.": "Hãy đặt tên cho từng phần bằng let.",
    "If it is one name, write {1}.": "Nếu là một tên, viết {1}.",
    "It is one of = > >= < <= ~ and a quantity: gdp[2024] = 476 billion USD.":
      "Đó là một trong = > >= < <= ~ và một lượng: gdp[2024] = 476 billion USD.",
    "Leave it out.": "Hãy bỏ đi.",
    "One period stands in square brackets: 2024, 2024-S1, 2024-Q3.":
      "Trong ngoặc vuông là một kỳ: 2024, 2024-S1, 2024-Q3.",
    "Remove it.": "Hãy xóa đi.",
    "Separate arguments with a comma.": "Ngăn các đối số bằng dấu phẩy.",
    "Something is missing between “{1}” and “{2}”.": "Giữa “{1}” và “{2}” thiếu một thứ.",
    "The bracket that is opened here is never closed.": "Dấu ngoặc mở ở đây không được đóng.",
    "The character {1} has no meaning here.": "Ký tự {1} không có nghĩa ở đây.",
    "The name of {1} was expected, but {2}.": "Ở đây cần tên của {1}, nhưng {2}.",
    "The sign “{1}” has no meaning here.": "Dấu “{1}” không có nghĩa ở đây.",
    "The text ends here": "Văn bản hết ở đây",
    "The text is not UTF-8 here.": "Chỗ này của văn bản không phải UTF-8.",
    "The text is too long: more than {1} bytes.": "Văn bản quá dài: hơn {1} byte.",
    "The text that begins here is never closed.": "Văn bản bắt đầu ở đây không được đóng.",
    "The year comes first: {1}.": "Năm đứng trước: {1}.",
    "There is no expression to read here.": "Ở đây không có biểu thức nào để đọc.",
    "There is no statement to read here.": "Ở đây không có câu lệnh nào để đọc.",
    "This chain is too long: more than {1} terms.": "Chuỗi phép tính quá dài: hơn {1} số hạng.",
    "This is nested too deeply: more than {1} levels.": "Lồng nhau quá sâu: hơn {1} tầng.",
    "To compare, write ==.": "Muốn so sánh, viết ==.",
    "To convert, write to percent.": "Muốn đổi đơn vị, viết to percent.",
    "To convert, write to {1}.": "Muốn đổi đơn vị, viết to {1}.",
    "To convert, write to.": "Muốn đổi đơn vị, viết to.",
    "To give a name, write let in front.": "Muốn đặt tên, viết let ở trước.",
    "To multiply, write * between them.": "Muốn nhân, viết * ở giữa.",
    "To suppose a figure, write given.": "Muốn giả định một số liệu, viết given.",
    "Units are names, with scale words in front: percent, billion USD, VND/USD.":
      "Đơn vị là tên, có thể có từ chỉ bậc ở trước: percent, billion USD, VND/USD.",
    "Whether there is a figure is asked with missing(x).": "Muốn hỏi có số liệu hay không, dùng missing(x).",
    "Write \" on both sides.": "Viết \" ở hai bên.",
    "Another claim begins here, on the line of the one before it.":
      "Một số liệu khác bắt đầu ở đây, trên cùng dòng với số liệu trước.",
    "Begin a new line, or write a semicolon between them.":
      "Hãy xuống dòng, hoặc viết dấu chấm phẩy ở giữa.",
    "Write =.": "Viết =.",
    "Write a colon.": "Viết dấu hai chấm.",
    "Write a range as two claims: x[2024] >= 8 % on one line, x[2024] <= 10 % on the next.":
      "Viết khoảng thành hai dòng: x[2024] >= 8 % ở một dòng, x[2024] <= 10 % ở dòng sau.",
    "Write def.": "Viết def.",
    "Write it anew, or convert its file: iconv -f WINDOWS-1252 -t UTF-8 FILE.":
      "Hãy viết lại, hoặc đổi mã của tệp: iconv -f WINDOWS-1252 -t UTF-8 TỆP.",
    "Write two dots.": "Viết hai dấu chấm.",
    "Write {1} and {2} …": "Viết {1} and {2} …",
    "Write {1}.": "Viết {1}.",
    "a figure": "một số liệu",
    "a function": "một hàm",
    "a kind": "một loại",
    "a parameter": "một tham số",
    "a period": "một kỳ",
    "a range of periods": "một khoảng kỳ",
    "a source": "một nguồn",
    "a text": "một văn bản",
    "a unit": "một đơn vị",
    "a value": "một giá trị",
    "a word": "một từ",
    "an indicator": "một chỉ tiêu",
    "and this stand side by side": "và chỗ này đứng cạnh nhau",
    "opened here": "mở ở đây",
    "suspicious, note or nothing": "suspicious, note hoặc không có gì",
    "the second comparison": "phép so sánh thứ hai",
    "the text ends": "văn bản đã hết",
    "there is “{1}”": "lại là “{1}”",
    "Is “{1}” raised to a power here, or its unit alone?":
      "Ở đây “{1}” được nâng lên lũy thừa, hay chỉ đơn vị của nó?",
    "number and unit": "số và đơn vị",
    "To raise all of it, write ({1}) ^ …": "Để nâng tất cả lên lũy thừa, hãy viết ({1}) ^ …",
    "The exponent of a unit is a number: 2 km^2.": "Số mũ của đơn vị là một con số: 2 km^2.",
    "this": "chỗ này",
    "this text runs over several lines": "văn bản này kéo dài qua nhiều dòng",
    "what is declared": "thứ được khai báo",
    "{1} was expected here": "ở đây cần {1}",
    "{1}.": "{1}.",
    "{1}: {2} was expected.": "{1}: cần {2}.",
    "“%” is a unit: it stands behind a number, or behind to.":
      "“%” là đơn vị: nó đứng sau một số hoặc sau to.",
    "“{1}” begins no declaration.": "“{1}” không mở đầu khai báo nào.",
    "“{1}” cannot stand here": "“{1}” không thể đứng ở đây",
    "“{1}” cannot stand here: a claim has one relation and one quantity.":
      "“{1}” không thể đứng ở đây: một số liệu công bố có một quan hệ và một lượng.",
    "“{1}” closes nothing: no such bracket is open.":
      "“{1}” không đóng gì cả: không có ngoặc nào như vậy đang mở.",
    "“{1}” is not a number.": "“{1}” không phải là số.",
    "“{1}” is not how a number is written here: a point marks decimals, _ may separate thousands.":
      "Ở đây số không viết như “{1}”: dấu chấm ngăn phần thập phân, _ có thể ngăn hàng nghìn.",
  ]
}
