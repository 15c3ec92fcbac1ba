import Formats
import SQLite

/// The key that a release of an operating system is deployed with.
package struct LicenseKey: Entity {
    package static let table = "license_keys"
    package static let model = "LicenseKey"

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

    package static func insert(_ db: Connection, osystem: String, series: String, key: String) throws {
        try db.insert(
            into: table, ["osystem": osystem, "distro_series": series, "license_key": key])
    }

    package func update(_ db: Connection, osystem: String, series: String, key: String) throws {
        try db.update(
            Self.table, id: id, ["osystem": osystem, "distro_series": series, "license_key": key])
    }

    /// Whether a text is five groups of five letters and digits.
    package static func isValid(_ key: String) -> Bool {
        let groups = key.split(separator: "-", omittingEmptySubsequences: false)
        return groups.count == 5
            && groups.allSatisfy { $0.utf8.count == 5 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    }
}
