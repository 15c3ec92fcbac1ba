import Formats
import SQLite

/// Where the region has its images from.
package struct BootSource {
    /// The one that every region starts with.
    package static let standardURL = "http://images.maas.io/ephemeral-v3/stable/"
    /// The keyring of the standard one.
    package static let standardKeyring = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"

    package let id: Int
    package let url: String
    package let keyringFilename: String
    /// base64
    package let keyringData: String
    package let name: String
    package let priority: Int
    package let enabled: Bool
    package let skipsVerification: Bool
    package let created: RegionTime
    package let updated: RegionTime

    package init(_ row: Row) throws {
        id = try row["id"]
        url = try row["url"]
        keyringFilename = try row["keyring_filename"]
        keyringData = try row["keyring_data"]
        name = try row["name"]
        priority = try row["priority"]
        enabled = try row["enabled"]
        skipsVerification = try row["skip_keyring_verification"]
        created = try row["created"]
        updated = try row["updated"]
    }

    package static func all(_ db: Connection) throws -> [BootSource] {
        try db.query("SELECT * FROM boot_sources ORDER BY changed", row: BootSource.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> BootSource? {
        try db.first("SELECT * FROM boot_sources WHERE id = ?", id, row: BootSource.init)
    }

    package static func find(_ db: Connection, url: String) throws -> BootSource? {
        try db.first("SELECT * FROM boot_sources WHERE url = ?", url, row: BootSource.init)
    }

    package static func find(_ db: Connection, name: String) throws -> BootSource? {
        try db.first("SELECT * FROM boot_sources WHERE name = ?", name, row: BootSource.init)
    }

    /// The priority of the source that goes before all others; 0 without any.
    package static func highestPriority(_ db: Connection) throws -> Int {
        try db.scalar("SELECT MAX(priority) FROM boot_sources") ?? 0
    }

    /// What a source is made of, or changed to.
    package struct Values {
        package var url: String
        package var keyringFilename: String
        package var keyringData: String
        package var name: String
        package var priority: Int
        package var enabled: Bool
        package var skipsVerification: Bool

        package init(
            url: String, keyringFilename: String, keyringData: String, name: String, priority: Int, enabled: Bool,
            skipsVerification: Bool
        ) {
            self.url = url
            self.keyringFilename = keyringFilename
            self.keyringData = keyringData
            self.name = name
            self.priority = priority
            self.enabled = enabled
            self.skipsVerification = skipsVerification
        }
    }

    /// Changes the source `old`, or makes a new one.
    package static func save(_ state: RegionState, _ values: Values, over old: BootSource?) throws -> BootSource {
        let db = state.db
        let now = try state.now
        let id =
            try old?.id
            ?? db.insert(into: "boot_sources", ["url": values.url, "created": now, "updated": now])
        try db.update(
            "boot_sources", id: id,
            [
                "url": values.url, "keyring_filename": values.keyringFilename, "keyring_data": values.keyringData,
                "updated": now, "name": values.name, "priority": values.priority, "enabled": values.enabled,
                "skip_keyring_verification": values.skipsVerification,
            ])
        guard let saved = try find(db, id: id) else { throw Refusal.notFound("BootSource") }
        // The first source of a region is looked at when images are imported, every other one at once.
        if id != 1 { try saved.cache(db) }
        return saved
    }

    /// Gives a source that nothing is selected of yet another number.
    package func renumber(_ db: Connection, to id: Int) throws {
        try db.execute("DELETE FROM boot_source_cache WHERE boot_source_id = ?", self.id)
        try db.update("boot_sources", id: self.id, ["id": id])
        if id != 1 { try BootSource.find(db, id: id)?.cache(db) }
    }

    /// The source that a region starts with, and what is selected of it: the release that machines are commissioned
    /// with, for PCs, unless other releases are named (as `ubuntu/noble`, with their architectures).
    package static func createStandard(_ state: RegionState, selecting images: [String: Set<String>] = [:]) throws {
        let source = try save(
            state,
            Values(
                url: standardURL, keyringFilename: standardKeyring, keyringData: "", name: standardURL, priority: 1,
                enabled: true, skipsVerification: false), over: nil)
        let selected = images.isEmpty ? ["ubuntu/\(state.version.standardRelease)": ["amd64"]] : images
        for (name, arches) in selected.sorted(by: { $0.key < $1.key }) {
            let halves = name.split(separator: "/", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { continue }
            try BootSourceSelection.save(
                state.db,
                BootSourceSelection.Values(
                    os: halves[0], release: halves[1], arches: arches.sorted(), subarches: ["*"], labels: ["*"]),
                of: source, over: nil)
        }
    }

    /// What the source's stream offers.
    package func offers(_ db: Connection) throws -> [ImageProduct] { try ImageProduct.offered(db, at: url) }

    /// Remembers the names of what the source offers: from then on uploads may not be called so.
    func cache(_ db: Connection) throws {
        try db.execute("DELETE FROM boot_source_cache WHERE boot_source_id = ?", id)
        for product in try offers(db) {
            try db.execute(
                "INSERT OR IGNORE INTO boot_source_cache (boot_source_id, os, release) VALUES (?, ?, ?)", id,
                product.os, product.release)
        }
    }

    /// The names that no upload may have, since the sources offer what is called so.
    package static func reservedNames(_ db: Connection) throws -> Set<String> {
        let pairs = try db.query("SELECT os, release FROM boot_source_cache") { row in
            (try row["os"] as String, try row["release"] as String)
        }
        return Set(pairs.flatMap { os, release in ["\(os)/\(release)", os, release] })
    }

    /// Removes the source with its selections.
    package func delete(_ db: Connection) throws { try db.execute("DELETE FROM boot_sources WHERE id = ?", id) }
}
