import Formats
import SQLite

/// An archive that deployed machines take packages from.
package struct PackageRepository: Entity {
    package static let table = "package_repositories"
    package static let model = "PackageRepository"

    package static let mainArches = ["amd64", "i386"]
    package static let portsArches = ["armhf", "arm64", "ppc64el", "s390x"]
    package static let pockets = ["updates", "security", "backports"]
    package static let components = ["restricted", "universe", "multiverse"]

    package let id: Int
    package let name: String
    package let url: String
    package let distributions: [String]
    package let disabledPockets: [String]
    package let disabledComponents: [String]
    package let disableSources: Bool
    package let components: [String]
    package let arches: [String]
    package let key: String
    /// One of the two of Ubuntu that every region has.
    package let isDefault: Bool
    package let enabled: Bool

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        url = try row["url"]
        distributions = try row.strings("distributions")
        disabledPockets = try row.strings("disabled_pockets")
        disabledComponents = try row.strings("disabled_components")
        disableSources = try row["disable_sources"]
        components = try row.strings("components")
        arches = try row.strings("arches")
        key = try row["key"]
        isDefault = try row["is_default"]
        enabled = try row["enabled"]
    }

    package static func all(_ db: Connection) throws -> [PackageRepository] {
        try db.query("SELECT * FROM package_repositories ORDER BY changed", row: PackageRepository.init)
    }

    package static func find(_ db: Connection, name: String) throws -> PackageRepository? {
        try db.first("SELECT * FROM package_repositories WHERE name = ?", name, row: PackageRepository.init)
    }

    /// What can be said of a repository.
    package struct Values {
        package var name = ""
        package var url = ""
        package var distributions: [String] = []
        package var disabledPockets: [String] = []
        package var disabledComponents: [String] = []
        package var disableSources = false
        package var components: [String] = []
        package var arches: [String] = []
        package var key = ""
        package var enabled = true

        package init() {}

        fileprivate var columns: KeyValuePairs<String, (any SQLBindable)?> {
            [
                "name": name, "url": url, "distributions": JSONValue.text(of: distributions),
                "disabled_pockets": JSONValue.text(of: disabledPockets),
                "disabled_components": JSONValue.text(of: disabledComponents), "disable_sources": disableSources,
                "components": JSONValue.text(of: components), "arches": JSONValue.text(of: arches), "key": key,
                "enabled": enabled,
            ]
        }
    }

    /// Adds a repository; answers its id.
    package static func insert(_ db: Connection, _ values: Values) throws -> Int {
        try db.insert(into: table, values.columns)
    }

    package func update(_ db: Connection, _ values: Values) throws {
        try db.update(Self.table, id: id, values.columns)
    }

    package func update(_ db: Connection, url: String) throws { try db.update(Self.table, id: id, ["url": url]) }

    /// The archive that MAAS takes for these architectures: the first enabled default one that has any of them.
    package static func archive(_ db: Connection, for arches: [String]) throws -> PackageRepository? {
        try all(db).first { $0.isDefault && $0.enabled && !Set($0.arches).isDisjoint(with: arches) }
    }

    /// Whether MAAS depends on it: the first enabled default archive for the main architectures, or for the others.
    package func isNeeded(_ db: Connection) throws -> Bool {
        try [Self.mainArches, Self.portsArches].contains { try Self.archive(db, for: $0)?.id == id }
    }
}
