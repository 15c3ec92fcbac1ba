/// Spans of time as Django and Python write them.
package enum TimeSpan {
    /// Reads `30`, `5:00`, `1:30:00`, `2 days, 0:00:30` and ISO 8601's `PT5M` (`parse_duration`).
    /// - Returns: milliseconds; `nil` for what is none of them.
    package static func parse(_ text: String) -> Int? {
        let clock = #/(?:(-?\d+) (?:days?, )?)?(-?)(?:(\d+):(?=\d+:\d+))?(?:(\d+):)?(\d+)(?:[.,](\d{1,6})\d{0,6})?/#
        if let match = text.wholeMatch(of: clock)?.output {
            let days = match.1.flatMap { Int($0) } ?? 0
            let sign = match.2.isEmpty ? 1 : -1
            let hours = match.3.flatMap { Int($0) } ?? 0
            let minutes = match.4.flatMap { Int($0) } ?? 0
            let seconds = (hours * 60 + minutes) * 60 + (Int(match.5) ?? 0)
            let fraction = match.6.flatMap { Int(($0 + "000").prefix(3)) } ?? 0
            return days * 86_400_000 + sign * (seconds * 1000 + fraction)
        }
        let iso = #/([-+]?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?/#
        guard let match = text.wholeMatch(of: iso)?.output, text.count > 1 else { return nil }
        func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
        let seconds = ((number(match.2) * 24 + number(match.3)) * 60 + number(match.4)) * 60 + number(match.5)
        return (match.1 == "-" ? -1 : 1) * seconds * 1000
    }

    /// `0:05:00`, with days before it where there are any, as Python prints a span without its fraction.
    package static func text(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let days = seconds / 86_400
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(seconds % 86_400 / 3600):\(padded(seconds % 3600 / 60)):\(padded(seconds % 60))"
        return days == 0 ? clock : "\(days) day\(days == 1 ? "" : "s"), \(clock)"
    }
}
