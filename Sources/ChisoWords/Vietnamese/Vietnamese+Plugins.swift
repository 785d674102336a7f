extension Vietnamese {
  /// Messages about plugins, their files and their libraries.
  static let plugins: [String: String] = [
    "`{1}` is what other plugins call {2}, and beside `{3}.{4}` they would not know which is meant.":
      "`{1}` là tên mà các phần mở rộng khác dùng cho {2}; có thêm `{3}.{4}` thì chúng không biết cái nào là đúng.",
    "choose another name, as `{1}_{2}`":
      "hãy chọn tên khác, như `{1}_{2}`",
    "returned 1 cell for {1}":
      "trả về 1 ô cho {1} ô",
    "returned a value without end":
      "trả về một giá trị vô hạn",
    "A plugin cannot be called `{1}`.": "Phần mở rộng không thể tên là `{1}`.",
    "The library `{1}` cannot be loaded: {2}.": "Không nạp được thư viện `{1}`: {2}.",
    "The library `{1}` holds no plugin: it has no function `{2}`.":
      "Thư viện `{1}` không chứa phần mở rộng nào: nó không có hàm `{2}`.",
    "The library `{1}` needs something that this program lacks: `{2}`.":
      "Thư viện `{1}` cần một thứ mà chương trình này không có: `{2}`.",
    "The library `{1}` was asked for its plugin and handed none over.":
      "Thư viện `{1}` được hỏi phần mở rộng nhưng không đưa ra gì.",
    "The library `{1}` was made for another program.": "Thư viện `{1}` được làm cho một chương trình khác.",
    "The plugin `{1}` cannot be read: {2}.": "Không đọc được phần mở rộng `{1}`: {2}.",
    "The plugin `{1}` could not be tried in a process of its own: {2}.":
      "Không thử được phần mở rộng `{1}` trong một tiến trình riêng: {2}.",
    "The library `{1}` was built anew since it was loaded, and what is loaded stays until the program ends.":
      "Thư viện `{1}` đã được dựng lại sau khi nạp, và những gì đã nạp ở lại đến khi chương trình kết thúc.",
    "The plugin `{1}` crashed while it was tried in a process of its own ({2}).":
      "Phần mở rộng `{1}` đổ vỡ khi được thử trong một tiến trình riêng ({2}).",
    "The plugin `{1}` did not come back within {2} s of being tried.":
      "Phần mở rộng `{1}` không trả lời trong {2} giây khi được thử.",
    "The plugin `{1}` did not return in time.": "Phần mở rộng `{1}` không trả lời kịp.",
    "The plugin `{1}` speaks version {2} of the interface of plugins, and this program version {3}.":
      "Phần mở rộng `{1}` dùng phiên bản {2} của giao diện phần mở rộng, còn chương trình này dùng phiên bản {3}.",
    "The plugin `{1}` was built against other sources of Chiso than this program.":
      "Phần mở rộng `{1}` được dựng với mã nguồn Chiso khác với chương trình này.",
    "The plugin `{1}` was built against version {2} of Chiso, and this is version {3}.":
      "Phần mở rộng `{1}` được dựng với phiên bản {2} của Chiso, còn đây là phiên bản {3}.",
    "The plugin `{1}` was built by another Swift compiler ({2}) than this program ({3}).":
      "Phần mở rộng `{1}` được dựng bằng trình biên dịch Swift ({2}) khác với chương trình này ({3}).",
    "The plugin `{1}` {2}.": "Phần mở rộng `{1}` {2}.",
    "There is a plugin `{1}` already.": "Đã có phần mở rộng `{1}`.",
    "With `{1}` the files of the plugin hold more than {2} MiB, which are kept in memory.":
      "Cùng với `{1}`, các tệp của phần mở rộng lớn hơn {2} MiB, mà tất cả được giữ trong bộ nhớ.",
    "`--trusted` loads it without being tried": "`--trusted` nạp nó mà không thử trước",
    "`chiso plugin new NAME` writes a package with the two functions that hand a plugin over":
      "`chiso plugin new NAME` viết một gói có hai hàm trao phần mở rộng",
    "`chiso_plugin_register` calls `PluginReceiver.hand(…, to: receiver)`":
      "`chiso_plugin_register` gọi `PluginReceiver.hand(…, to: receiver)`",
    "`{1}` holds nothing that a plugin is made of.": "Trong `{1}` không có gì làm nên một phần mở rộng.",
    "`{1}` is a package in Swift, and only its library is a plugin.":
      "`{1}` là một gói Swift, mà chỉ thư viện của nó mới là phần mở rộng.",
    "`{1}` is no file but a pipe, a device or a socket, of which no plugin is made.":
      "`{1}` không phải là tệp mà là ống, thiết bị hoặc socket, không làm nên phần mở rộng được.",
    "build it first: `{1}`": "hãy dựng nó trước: `{1}`",
    "then give the library: `{1}`": "rồi đưa đường dẫn thư viện: `{1}`",
    "a code of `{1}` twice": "một mã của `{1}` lặp lại",
    "a plugin is a folder or file of definitions (.chiso) and observations (.csv), or a library (.so)":
      "phần mở rộng là một thư mục hoặc tệp gồm định nghĩa (.chiso) và số liệu (.csv), hoặc một thư viện (.so)",
    "a library has the name that its plugin gives itself in Swift (`name`): build it with another one; to load it instead of the first, take that one back with `:undo`":
      "thư viện mang tên mà phần mở rộng tự đặt trong Swift (`name`): hãy dựng lại với tên khác; muốn nạp nó thay cho phần trước thì bỏ phần trước bằng `:undo`",
    "a lower bound above the upper one": "một giới hạn dưới lớn hơn giới hạn trên",
    "a value outside of its bounds": "một giá trị nằm ngoài khoảng của nó",
    "a value without end": "một giá trị vô hạn",
    "build the plugin again, against the sources that this program was built from":
      "dựng lại phần mở rộng với mã nguồn mà chương trình này được dựng từ đó",
    "build the plugin again, against the version of Chiso that loads it ({1})":
      "dựng lại phần mở rộng với phiên bản Chiso sẽ nạp nó ({1})",
    "build the plugin again, against version {1}": "dựng lại phần mở rộng với phiên bản {1}",
    "build the plugin again, with Swift {1}, which this program was built with":
      "dựng lại phần mở rộng bằng Swift {1}, bản đã dựng chương trình này",
    "it returned a figure of a source that none of its inputs has.":
      "kết quả trả về có số liệu của một nguồn mà không đầu vào nào có.",
    "chose the cell {1} of {2}": "đã chọn ô {1} trong {2} ô",
    "chose the place {1} of {2}": "đã chọn chỗ {1} trong {2} chỗ",
    "columns that do not fit its grid": "các cột không vừa với lưới",
    "give the folder or file another name; to load it anew, take the first one back with `:undo`":
      "đặt tên khác cho thư mục hoặc tệp; muốn nạp lại thì bỏ phần trước bằng `:undo`",
    "give the path of a folder, or of a .chiso or .csv file":
      "hãy đưa đường dẫn của một thư mục, hoặc của một tệp .chiso hay .csv",
    "give the path of a library that was built against Chiso":
      "hãy đưa đường dẫn của một thư viện được dựng với Chiso",
    "give the path of a shared library that was built for this machine":
      "hãy đưa đường dẫn của một thư viện dùng chung được dựng cho máy này",
    "it ended the process": "nó kết thúc tiến trình",
    "it ended with status {1}": "nó kết thúc với trạng thái {1}",
    "it is not called again; leave and begin anew to try it once more":
      "nó không được gọi nữa; muốn thử lại, hãy thoát và mở lại chương trình",
    "it returned {1}.": "kết quả trả về có {1}.",
    "leave and begin anew, with `--plugin`": "hãy thoát và mở lại chương trình, với `--plugin`",
    "leave and begin anew to try it once more": "muốn thử lại, hãy thoát và mở lại chương trình",
    "leave out what is not asked for, or serve the observations from Swift: `chiso plugin new NAME --kind swift`":
      "bỏ những gì không được hỏi, hoặc cung cấp số liệu từ Swift: `chiso plugin new NAME --kind swift`",
    "nothing was made of it; tell whoever wrote the plugin":
      "kết quả đó không được dùng; hãy báo cho người viết phần mở rộng",
    "periods out of order": "các kỳ không đúng thứ tự",
    "rename the folder or file: letters, digits and `_`, a letter first":
      "đổi tên thư mục hoặc tệp: chữ cái, chữ số và `_`, chữ cái đứng đầu",
    "returned a value outside of its bounds": "trả về một giá trị nằm ngoài khoảng của nó",
    "returned {1} cells for {2}": "trả về {1} ô cho {2} ô",
    "run its tests; nothing of it was loaded here": "hãy chạy các phép thử của nó; ở đây không nạp gì từ nó",
    "signal {1}, {2}": "tín hiệu {1}, {2}",
    "the last it said was: {1}": "điều cuối cùng nó nói là: {1}",
    "the observations of `{1}` have {2}": "số liệu của `{1}` có {2}",
    "the plugin `{1}` did not return in time and is not called again.":
      "phần mở rộng `{1}` không trở về kịp và không được gọi nữa.",
    "the plugin `{1}` says: {2}": "phần mở rộng `{1}` nói: {2}",
    "the plugin was built for a later Chiso; take that one, or build the plugin for this one":
      "phần mở rộng được dựng cho Chiso mới hơn; hãy dùng bản đó, hoặc dựng phần mở rộng cho bản này",
    "the `name` that it gives itself in Swift is letters, digits and `_`, a letter first":
      "`name` mà nó tự đặt trong Swift gồm chữ cái, chữ số và `_`, chữ cái đứng đầu",
    "what it does while it registers must end; nothing of it was loaded here":
      "việc nó làm khi đăng ký phải kết thúc; ở đây không nạp gì từ nó",
    "write what it yields into a file first, and give the path of that one":
      "trước hết ghi nội dung đó vào một tệp, rồi đưa đường dẫn của tệp",
  ]
}
