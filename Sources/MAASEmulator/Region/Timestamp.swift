import Foundation

/// Moments as MAAS writes them.
enum Timestamp {
    /// ISO 8601 in UTC with milliseconds, `2026-11-23T18:41:22.782`, with a `Z` when `zoned`.
    static func iso(_ time: RegionTime, zoned: Bool) -> String {
        let seconds = time / 1000
        var moment = tm()
        var clock = time_t(seconds)
        gmtime_r(&clock, &moment)
        func padded(_ number: some BinaryInteger, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
        }
        let date = "\(moment.tm_year + 1900)-\(padded(moment.tm_mon + 1, 2))-\(padded(moment.tm_mday, 2))"
        let clockTime = "\(padded(moment.tm_hour, 2)):\(padded(moment.tm_min, 2)):\(padded(moment.tm_sec, 2))"
        return "\(date)T\(clockTime).\(padded(time % 1000, 3))" + (zoned ? "Z" : "")
    }

    /// The day as image streams name their versions, `20261123`.
    static func day(_ time: RegionTime) -> String {
        String(iso(time, zoned: false).prefix(10)).replacing("-", with: "")
    }

    /// As mails date themselves, `Mon, 23 Nov 2026 18:41:03 +0000`. Before 3.6 MAAS did not know that it is UTC.
    static func mail(_ time: RegionTime, in version: MAASVersion) -> String {
        var moment = tm()
        var clock = time_t(time / 1000)
        gmtime_r(&clock, &moment)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = days[Int(moment.tm_wday)]
        let month = months[Int(moment.tm_mon)]
        let text = iso(time, zoned: false)
        return "\(day), \(text.dropFirst(8).prefix(2)) \(month) \(text.prefix(4)) \(text.dropFirst(11).prefix(8)) "
            + (version >= .v3_6 ? "+0000" : "-0000")
    }
}
