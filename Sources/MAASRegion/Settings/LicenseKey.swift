import Formats
import SQLite

/// The key that a release of an operating system is deployed with.
package struct LicenseKey {
    package let id: Int
    package let osystem: String
    package let distroSeries: String
    package let licenseKey: String

    package init(_ row: Row) throws {
        id = try row["id"]
        osystem = try row["osystem"]
        distroSeries = try row["distro_series"]
        licenseKey = try row["license_key"]
    }

    package static func all(_ db: Connection) throws -> [LicenseKey] {
        try db.query("SELECT * FROM license_keys ORDER BY osystem, distro_series", row: LicenseKey.init)
    }

    package static func find(_ db: Connection, osystem: String, series: String) throws -> LicenseKey? {
        try db.first(
            "SELECT * FROM license_keys WHERE osystem = ? AND distro_series = ?", osystem, series,
            row: LicenseKey.init)
    }

    /// The releases of Windows that need one, with MAAS's titles of them.
    private static let windows = [
        "win10ent": "10 Enterprise", "win2008r2": "Server 2008 R2", "win2012": "Server 2012",
        "win2012r2": "Server 2012 R2", "win2016": "Server 2016", "win2016nano": "Nano Server 2016",
        "win2016-core": "Server 2016 Core", "win2016dc": "Server 2016 Datacenter",
        "win2016dc-core": "Server 2016 Datacenter Core", "win2019": "Server 2019", "win2019-core": "Server 2019 Core",
        "win2019dc": "Server 2019 Datacenter", "win2019dc-core": "Server 2019 Datecenter Core",
    ]

    /// What the region's images offer that needs a key, as `windows/win2019`, in the order of their titles: those of
    /// uploaded images are what they were called at the upload.
    package static func series(_ db: Connection) throws -> [String] {
        var titles: [String: String] = [:]
        for image in try BootResource.all(db) where image.name.hasPrefix("windows/") {
            let release = String(image.name.dropFirst("windows/".count))
            guard let known = windows[release], titles[image.name] == nil else { continue }
            let own = image.extra["title"]?.string ?? release
            titles[image.name] = image.type == "Uploaded" ? own : "Windows \"\(known)\""
        }
        return titles.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }

    /// Whether a text is five groups of five letters and digits.
    package static func isValid(_ key: String) -> Bool {
        let groups = key.split(separator: "-", omittingEmptySubsequences: false)
        return groups.count == 5
            && groups.allSatisfy { $0.utf8.count == 5 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    }
}
