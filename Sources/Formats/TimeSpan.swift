/// Spans of time as Django reads them and Python prints them.
package enum TimeSpan {
    /// Days that Python's spans reach, either way.
    private static let greatestDays = 999_999_999

    /// Why a text is no span of time, in Django's words.
    package struct Invalid: Error, Equatable {
        package let message: String

        static let unreadable = Invalid(message: "Enter a valid duration.")
        static let beyond = Invalid(
            message: "The number of days must be between \(-greatestDays) and \(greatestDays).")
    }

    /// Reads `30`, `5:00`, `1:30:00`, `2 days, 0:00:30`, `2 days` and ISO 8601's `PT5M` (`parse_duration`).
    /// - Returns: milliseconds
    package static func read(_ text: String) throws(Invalid) -> Int {
        let clock = #/(?:(-?\d+) (?:days?, )?)?(-?)(?:(\d+):(?=\d+:\d+))?(?:(\d+):)?(\d+)(?:[.,](\d{1,6})\d{0,6})?/#
            .asciiOnlyDigits()
        if let match = text.wholeMatch(of: clock)?.output {
            let seconds = "\(match.5).\(match.6 ?? "0")"
            return try span(
                days: match.1, hours: match.3, minutes: match.4, seconds: seconds[...], isNegative: match.2 == "-")
        }
        let iso =
            #/([-+]?)P(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?/#
            .asciiOnlyDigits()
        if let match = text.wholeMatch(of: iso)?.output {
            let sign = match.1 == "-" ? "-" : ""
            return try span(
                days: match.2.map { "\(sign)\($0)" }, hours: match.3, minutes: match.4, seconds: match.5,
                isNegative: match.1 == "-")
        }
        if let match = text.wholeMatch(of: #/(-?\d+) days? ?/#.asciiOnlyDigits())?.output {
            return try span(days: match.1, hours: nil, minutes: nil, seconds: nil, isNegative: false)
        }
        throw .unreadable
    }

    private static func span(
        days: Substring?, hours: Substring?, minutes: Substring?, seconds: Substring?, isNegative: Bool
    ) throws(Invalid) -> Int {
        func number(_ text: Substring?) -> Double { text.flatMap { Double($0.replacing(",", with: ".")) } ?? 0 }
        let clock = (number(hours) * 60 + number(minutes)) * 60 + number(seconds)
        let total = number(days) * 86_400 + (isNegative ? -clock : clock)
        guard total.isFinite, abs(total) < Double(greatestDays) * 86_400 else { throw .beyond }
        return Int(saturating: (total * 1000).rounded())
    }

    /// `0:05:00`, with days before it where there are any, as Python prints a span; its fraction where it is asked for.
    package static func text(_ milliseconds: Int, withFraction: Bool = false) -> String {
        let day = 86_400_000
        let rest = (milliseconds % day + day) % day
        let days = (milliseconds - rest) / day
        func padded(_ number: Int, _ width: Int = 2) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        let clock = "\(rest / 3_600_000):\(padded(rest / 60_000 % 60)):\(padded(rest / 1000 % 60))"
        let fraction = !withFraction || rest % 1000 == 0 ? "" : ".\(padded(rest % 1000, 3))000"
        return days == 0 ? clock + fraction : "\(days) day\(abs(days) == 1 ? "" : "s"), \(clock)\(fraction)"
    }
}
