// What the functions and plugins that come along are for, by their English summary.
extension Vietnamese {
  static let summaries: [String: String] = [
    // Forms.
    "The index, with a note where it is below zero.": "Chỉ số, kèm ghi chú khi dưới không.",
    "The latest figure that has been reported, of a flow the latest that is as long as a period.":
      "Số mới nhất đã công bố; với số thời kỳ, số mới nhất dài bằng một kỳ.",
    "The series without targets and forecasts.": "Chuỗi không gồm mục tiêu và dự báo.",
    "The target, which the latest figure must not have reached before its time is past; else an error.":
      "Mục tiêu mà số mới nhất chưa đạt khi còn thời hạn; nếu không là lỗi.",
    "What a series is measured on: its figure at a period, or the mean of its figures inside.":
      "Gốc để so một chuỗi: số của một kỳ, hoặc trung bình các số trong kỳ đó.",
    "What the definition gives, whatever a source says.": "Kết quả theo định nghĩa, bất kể nguồn nào nói gì.",
    "The target alone; without a period, all of them.": "Riêng mục tiêu; không nêu kỳ thì mọi mục tiêu.",
    "What follows for a figure from all that the sources say.":
      "Điều suy ra được về một số liệu từ tất cả các nguồn.",
    "What each source says, side by side.": "Từng nguồn nói gì, đặt cạnh nhau.",
    "How a figure changed from one publication to the next.":
      "Số liệu thay đổi thế nào qua các lần công bố.",
    "How far the claims about a figure lie apart.": "Các nguồn cách xa nhau bao nhiêu về một số liệu.",
    // Plugins.
    "Shares, change, targets, time, aggregation and numbers":
      "Tỷ trọng, biến động, mục tiêu, thời gian, tổng hợp và số",
    "GDP, the digital economy, the ICT industry, e-commerce":
      "GDP, kinh tế số, công nghiệp CNTT, thương mại điện tử",
    "Fibre, mobile subscribers, speeds, data centres":
      "Cáp quang, thuê bao di động, tốc độ, trung tâm dữ liệu",
    "Electronic identity, chip cards, the population database":
      "Định danh điện tử, thẻ căn cước gắn chíp, cơ sở dữ liệu dân cư",
    "Procedures, online services, e-government ranks, plans":
      "Thủ tục hành chính, dịch vụ công trực tuyến, xếp hạng chính phủ điện tử, kế hoạch",
    // Economy.
    "Value of the digital economy that its share of GDP implies.":
      "Giá trị kinh tế số suy từ tỷ trọng trong GDP.",
    "Points of GDP between the share of a year and the target of another.":
      "Số điểm phần trăm GDP giữa tỷ trọng của một năm và mục tiêu của năm khác.",
    "Growth of the digital economy that takes its share from a year to a target, if GDP grows by a given rate.":
      "Mức tăng của kinh tế số để tỷ trọng đi từ một năm đến mục tiêu, nếu GDP tăng theo tốc độ cho trước.",
    "What is left of a year's flow after a part that began with it.":
      "Phần còn lại của cả năm sau một phần tính từ đầu năm.",
    // Identity.
    "Activated accounts as a share of the chip cards issued.":
      "Tài khoản đã kích hoạt so với số thẻ gắn chíp đã cấp.",
    "Points of the applications received that are not yet activated accounts.":
      "Số điểm phần trăm hồ sơ đã nhận mà tài khoản chưa kích hoạt.",
    "Verification requests a day that the population database received between two days.":
      "Số yêu cầu xác thực mỗi ngày mà cơ sở dữ liệu dân cư nhận giữa hai ngày.",
    "Visits to VNeID for each activated account.": "Số lượt truy cập VNeID trên mỗi tài khoản đã kích hoạt.",
    // Infrastructure.
    "Number of households that a rise in count and a rise in share imply together.":
      "Số hộ gia đình suy từ mức tăng số hộ và mức tăng tỷ lệ.",
    "Points that are missing until every household has fibre.":
      "Số điểm phần trăm còn thiếu để mọi hộ có cáp quang.",
    "Months until every household has fibre, at the pace between two days.":
      "Số tháng đến khi mọi hộ có cáp quang, theo nhịp giữa hai ngày.",
    // Public services.
    "Share of the Committee's plan that is not completed.": "Phần kế hoạch của Ủy ban chưa hoàn thành.",
    "Points between the share of end-to-end procedures on a day and a target.":
      "Số điểm phần trăm giữa tỷ lệ thủ tục toàn trình của một ngày và mục tiêu.",
    "Points of the eligible procedures that are online but not end to end.":
      "Số điểm phần trăm thủ tục đủ điều kiện đã trực tuyến nhưng chưa toàn trình.",
    "Least number of Project 06 tasks counted both as completed or running and as not completed.":
      "Số nhiệm vụ Đề án 06 ít nhất bị tính cả là đã hoàn thành hoặc đang làm, cả là chưa hoàn thành.",
    // Numbers.
    "The figure without its sign.": "Giá trị tuyệt đối của số liệu.",
    "The next whole number above, in the unit of the figure.":
      "Số nguyên liền trên, theo đơn vị của số liệu.",
    "The next whole number below, in the unit of the figure.":
      "Số nguyên liền dưới, theo đơn vị của số liệu.",
    "The nearest whole number, in the unit of the figure.": "Số nguyên gần nhất, theo đơn vị của số liệu.",
    "The power of e.": "Lũy thừa của e.",
    "The natural logarithm of a plain number.": "Lôgarit tự nhiên của một số thuần.",
    "The logarithm to base ten of a plain number.": "Lôgarit cơ số mười của một số thuần.",
    "The square root of a plain number.": "Căn bậc hai của một số thuần.",
    // Bounds and quality.
    "What the figure can be at least; missing where it is unbounded.":
      "Số liệu ít nhất là bao nhiêu; thiếu nếu không có chặn.",
    "What the figure can be at most; missing where it is unbounded.":
      "Số liệu nhiều nhất là bao nhiêu; thiếu nếu không có chặn.",
    "The middle of what a figure can be.": "Điểm giữa của khoảng số liệu.",
    "Whether the figure is missing.": "Số liệu có thiếu hay không.",
    "How good a figure is: A normal, P provisional, E estimated, I imputed, F forecast, M missing.":
      "Chất lượng số liệu: A chính thức, P sơ bộ, E ước tính, I suy ra, F dự báo, M thiếu.",
    "The first series, and the second one where the first is missing.":
      "Chuỗi thứ nhất, và chuỗi thứ hai ở chỗ thứ nhất thiếu.",
    "The figure that a growth is measured on, which must be above zero; else an error.":
      "Con số làm gốc để tính tăng trưởng, phải lớn hơn không; nếu không thì báo lỗi.",
    "The figure, which must be above zero; else an error that says why, and a way out.":
      "Số liệu, phải lớn hơn không; nếu không thì báo lỗi kèm lý do và cách sửa.",
    "The figure, where a condition holds; else an error that says why, and a way out.":
      "Số liệu khi điều kiện đúng; nếu không thì báo lỗi kèm lý do và cách sửa.",
    // Shares.
    "How things stand with a target: reached, on track, late, past or unknown.":
      "Tình trạng của mục tiêu: đã đạt, đúng tiến độ, chậm, quá hạn hay chưa rõ.",
    "How things stand with a target, from it, the figure of its own period, the latest and the first one.":
      "Tình trạng của mục tiêu, từ nó, số liệu của kỳ ấy, số mới nhất và số đầu tiên.",
    "What part of the whole the part is, in percent.":
      "Tỷ trọng của phần trong toàn bộ, tính bằng phần trăm.",
    "The quotient of two like things, as a plain number.": "Thương của hai thứ cùng loại, là một số thuần.",
    "For each person of the population.": "Bình quân đầu người.",
    "What a part contributed to the growth of the whole, in points.":
      "Đóng góp của một phần vào tăng trưởng của toàn bộ, theo điểm phần trăm.",
    // Change.
    "The change on the period of the same length a year before; points for percentages.":
      "Thay đổi so với cùng kỳ năm trước; điểm phần trăm đối với tỷ lệ.",
    "The change on another period: on: previous is the one just before.":
      "Thay đổi so với kỳ khác: on: previous là kỳ liền trước.",
    "The change between two periods; points for percentages, places for ranks.":
      "Thay đổi giữa hai kỳ; điểm phần trăm đối với tỷ lệ, số bậc đối với thứ hạng.",
    "The growth on the period of the same length a year before.": "Tăng trưởng so với cùng kỳ năm trước.",
    "The growth on another period: on: previous is the one just before.":
      "Tăng trưởng so với kỳ khác: on: previous là kỳ liền trước.",
    "The growth between two periods, over the whole span.": "Tăng trưởng giữa hai kỳ, tính cho cả khoảng.",
    "The compound annual growth rate between two periods.":
      "Tốc độ tăng trưởng bình quân hằng năm (kép) giữa hai kỳ.",
    "How long a thing takes to double at a yearly rate.": "Thời gian để tăng gấp đôi theo tốc độ hằng năm.",
    "The series with its figure at the base period set to 100.": "Chuỗi với số liệu kỳ gốc đặt bằng 100.",
    "The change between two periods for each unit of time.":
      "Thay đổi giữa hai kỳ trên mỗi đơn vị thời gian.",
    // Targets.
    "What is missing between the latest figure and a target.":
      "Khoảng còn thiếu giữa số liệu mới nhất và mục tiêu.",
    "The share of the way from a starting figure to a target that is done.":
      "Phần đã đi được trên đường từ số xuất phát đến mục tiêu.",
    "Whether at least as much of the way to a target is done as of the time.":
      "Tiến độ đến mục tiêu có kịp thời gian đã qua hay không.",
    "The share of the time between two periods that has passed at a third.":
      "Phần thời gian giữa hai kỳ đã trôi qua ở kỳ thứ ba.",
    "The compound yearly rate that leads from the latest figure to a target.":
      "Tốc độ tăng kép hằng năm đưa số liệu mới nhất đến mục tiêu.",
    "The change for each unit of time that leads from the latest figure to a target.":
      "Thay đổi trên mỗi đơn vị thời gian đưa số liệu mới nhất đến mục tiêu.",
    "The target, which the starting figure must not have reached; else an error that points to `gap`.":
      "Mục tiêu mà số xuất phát chưa đạt; nếu đã đạt thì báo lỗi và chỉ sang `gap`.",
    // Time.
    "The series by years.": "Chuỗi theo năm.",
    "The series by half-years.": "Chuỗi theo nửa năm.",
    "The series by quarters.": "Chuỗi theo quý.",
    "The series by months.": "Chuỗi theo tháng.",
    "The figure of a period; the same as x[p].": "Số liệu của một kỳ; giống x[p].",
    "The series as it is at the period of a figure; the whole series beside a series.":
      "Chuỗi tại kỳ của một số liệu; cả chuỗi khi đặt cạnh một chuỗi.",
    "The earliest figure that is not missing.": "Số liệu sớm nhất không thiếu.",
    "The last figure that is not missing, be it a target.": "Số liệu cuối cùng không thiếu, kể cả mục tiêu.",
    "The latest figure that has been reported, with its period.":
      "Số liệu đã báo cáo mới nhất, kèm kỳ của nó.",
    "The figure n periods earlier.": "Số liệu n kỳ trước.",
    "The figure n periods later.": "Số liệu n kỳ sau.",
    "The figure of the period just before.": "Số liệu của kỳ liền trước.",
    "The figure of the period of the same length a year before.": "Số liệu cùng kỳ năm trước.",
    "The days from the end of one period to the end of another.":
      "Số ngày từ cuối kỳ này đến cuối kỳ khác.",
    "The time between two periods, in a unit of time.": "Thời gian giữa hai kỳ, theo một đơn vị thời gian.",
    "The time from the period of a figure to another period, in a unit of time.":
      "Thời gian từ kỳ của một số liệu đến kỳ khác, theo một đơn vị thời gian.",
    "The years between two periods, as a plain number.": "Số năm giữa hai kỳ, là một số thuần.",
    "The years from one period to a later one, as a plain number.":
      "Số năm từ một kỳ đến một kỳ sau, là một số thuần.",
    "The years between two periods that differ, as a plain number.":
      "Số năm giữa hai kỳ khác nhau, là một số thuần.",
    "The years from the period of a figure to another period, or to the day in it that y is of.":
      "Số năm từ kỳ của một số liệu đến một kỳ khác, hoặc đến ngày trong kỳ đó mà y thuộc về.",
    "The years from a period, or from the day in it that y is of, to that of a figure.":
      "Số năm từ một kỳ, hoặc từ ngày trong kỳ đó mà y thuộc về, đến kỳ của một số liệu.",
    "The years between two figures that stand for two periods: from and to the days that they are of.":
      "Số năm giữa hai số liệu đại diện cho hai kỳ: tính từ ngày và đến ngày của chúng.",
    "The time from the period of a figure to another period, or to the day in it that y is of, in a unit of time.":
      "Thời gian từ kỳ của một số liệu đến một kỳ khác, hoặc đến ngày trong kỳ đó mà y thuộc về, theo một đơn vị thời gian.",
    "The time between two figures that stand for two periods, in a unit of time: from and to the days that they are of.":
      "Thời gian giữa hai số liệu đại diện cho hai kỳ, theo một đơn vị thời gian: tính từ ngày và đến ngày của chúng.",
    "The years between two figures of different days that stand for two periods, as a plain number.":
      "Số năm giữa hai số liệu khác ngày đại diện cho hai kỳ, là một số thường.",
    "The years from one figure to a later one, which stand for two periods, as a plain number.":
      "Số năm từ một số liệu đến một số liệu sau, đại diện cho hai kỳ, là một số thường.",
    "The target, which the latest figure must not have reached before its time is past; else an error. The first figure tells which way leads there where nothing else does.":
      "Mục tiêu mà số liệu mới nhất không được đạt trước hạn; nếu không thì báo lỗi. Số liệu đầu tiên cho biết hướng đi khi không có gì khác cho biết.",
    "The years from a period to that of a figure.": "Số năm từ một kỳ đến kỳ của một số liệu.",
    "The years from the period of a figure to another period.": "Số năm từ kỳ của một số liệu đến kỳ khác.",
    // Windows, gaps and projections.
    "The running sum along time.": "Tổng cộng dồn theo thời gian.",
    "For each period what f makes of the n periods that end with it.":
      "Với mỗi kỳ, kết quả của f trên n kỳ kết thúc ở kỳ đó.",
    "The series with its gaps closed: by the figure before, the one after, or a straight line between.":
      "Chuỗi đã lấp chỗ thiếu: bằng số trước, số sau, hoặc đường thẳng nối giữa.",
    "The series with its gaps closed by straight lines.": "Chuỗi đã lấp chỗ thiếu bằng đường thẳng.",
    "The series, carried on to a period behind its last figure, whatever its figures are.":
      "Chuỗi kéo dài đến một kỳ sau số liệu cuối, bất kể số liệu là gì.",
    "What has been reported, carried on to a period: by the compound rate or the change from the first figure to the last, or by the line closest to all of them.":
      "Số đã báo cáo, kéo dài đến một kỳ: theo tốc độ kép hoặc mức thay đổi từ số đầu đến số cuối, hoặc theo đường thẳng gần mọi số nhất.",
    // Aggregation.
    "The sum.": "Tổng.",
    "How many figures are not missing; of a condition, how often it holds.":
      "Có bao nhiêu số liệu không thiếu; với điều kiện, bao nhiêu lần đúng.",
    "The mean of what is not missing.": "Trung bình của các số không thiếu.",
    "The median of what is not missing.": "Trung vị của các số không thiếu.",
    "The greatest of what is not missing.": "Lớn nhất trong các số không thiếu.",
    "The least of what is not missing.": "Nhỏ nhất trong các số không thiếu.",
    "The figure below which a part q of what is not missing lies.":
      "Mức mà một phần q của các số không thiếu nằm dưới.",
    "The place of each figure among all, the best being 1.":
      "Thứ hạng của mỗi số liệu, tốt nhất là 1.",
    "The n best figures of a dimension, the best first; or of time.":
      "n số liệu tốt nhất của một chiều, tốt nhất đứng đầu; hoặc theo thời gian.",
    "The mean in which each figure counts as much as its weight.": "Trung bình có trọng số.",
  ]
}
