import Foundation

/// Moments, in milliseconds since 1970, in the spellings that MAAS's answers have. All are UTC.
package struct Timestamp {
    private let parts: tm
    private let milliseconds: Int

    /// A moment beyond the calendar of the C library reads as its first day.
    package init(_ moment: Int) {
        var seconds = time_t(moment >= 0 ? moment / 1000 : (moment + 1) / 1000 - 1)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        self.parts = parts
        milliseconds = moment - moment / 1000 * 1000
    }

    /// ISO 8601 with milliseconds, `2026-11-23T18:41:22.782`, with a `Z` when `zoned`.
    package static func iso(_ moment: Int, zoned: Bool) -> String {
        let time = Timestamp(moment)
        return "\(time.date)T\(time.clock).\(padded(abs(time.milliseconds), 3))" + (zoned ? "Z" : "")
    }

    /// The day as image streams name their versions, `20261123`.
    package static func day(_ moment: Int) -> String { Timestamp(moment).date.replacing("-", with: "") }

    /// As mails date themselves (RFC 2822), `Mon, 23 Nov 2026 18:41:03 +0000`.
    /// - Parameter zone: `-0000` says that nobody knows the zone.
    package static func mail(_ moment: Int, zone: String) -> String {
        let time = Timestamp(moment)
        return "\(time.weekday), \(time.monthDay) \(time.month.prefix(3)) \(time.year) \(time.clock) \(zone)"
    }

    /// As people are told, `Mon, 23 Nov. 2026 18:41:01`, with months abbreviated as the Associated Press does.
    package static func long(_ moment: Int) -> String {
        let time = Timestamp(moment)
        let isShort = time.month.count <= 5
        let month = isShort ? time.month : String(time.month.prefix(time.month == "September" ? 4 : 3)) + "."
        return "\(time.weekday), \(time.monthDay) \(month) \(time.year) \(time.clock)"
    }

    /// As events show it, `Mon, 23 Nov. 2026 18:41:22`, every month cut to three letters.
    package static func event(_ moment: Int) -> String {
        let time = Timestamp(moment)
        return "\(time.weekday), \(time.monthDay) \(time.month.prefix(3)). \(time.year) \(time.clock)"
    }

    private var year: Int { Int(parts.tm_year) + 1900 }
    private var month: String { Self.months[Int(parts.tm_mon)] }
    private var monthDay: String { Self.padded(Int(parts.tm_mday), 2) }
    private var weekday: String { Self.days[Int(parts.tm_wday)] }
    private var date: String { "\(year)-\(Self.padded(Int(parts.tm_mon) + 1, 2))-\(monthDay)" }
    private var clock: String {
        "\(Self.padded(Int(parts.tm_hour), 2)):\(Self.padded(Int(parts.tm_min), 2)):\(Self.padded(Int(parts.tm_sec), 2))"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return digits.count < width ? String(repeating: "0", count: width - digits.count) + digits : digits
    }
}
