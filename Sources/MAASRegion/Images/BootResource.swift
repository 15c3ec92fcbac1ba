import Formats
import SQLite

/// An image that machines boot or are deployed with.
package struct BootResource {
    /// Where an image comes from.
    package enum Kind: String, SQLReadable, SQLBindable, CaseIterable {
        case synced = "Synced"
        case uploaded = "Uploaded"

        package init?(sqlValue: SQLValue) {
            guard case .text(let text) = sqlValue else { return nil }
            self.init(rawValue: text)
        }

        package var sqlValue: SQLValue { .text(rawValue) }
    }

    package let id: Int
    package let type: Kind
    /// `ubuntu/noble`; uploaded images of no known operating system by their own names.
    package let name: String
    /// Another name, such as `ubuntu/24.04`.
    package let alias: String?
    /// What a custom image is built on, such as `ubuntu/noble`; empty for others.
    package let baseImage: String
    /// An architecture and a subarchitecture or kernel: `amd64/generic`, `amd64/hwe-24.04`.
    package let architecture: String
    package let kflavor: String?
    /// `uefi` and the like; `nil` for what is no boot loader.
    package let bootloaderType: String?
    /// Further keys, as the image streams name them.
    package let extra: JSONValue
    /// Milliseconds since 1970, region time.
    package let lastDeployed: RegionTime?

    package init(_ row: Row) throws {
        id = try row["id"]
        type = try row["type"]
        name = try row["name"]
        alias = try row["alias"]
        baseImage = try row["base_image"]
        architecture = try row["architecture"]
        kflavor = try row["kflavor"]
        bootloaderType = try row["bootloader_type"]
        extra = try JSONValue(column: "extra", of: row)
        lastDeployed = try row["last_deployed"]
    }

    /// By type, name and architecture; of one type only when it is given.
    package static func all(_ db: Connection, type: Kind? = nil) throws -> [BootResource] {
        try db.query(
            "SELECT * FROM boot_resources WHERE ?1 IS NULL OR type = ?1 ORDER BY type, name, architecture", type,
            row: BootResource.init)
    }

    /// The one with this id.
    package static func find(_ db: Connection, id: Int) throws -> BootResource? {
        try db.first("SELECT * FROM boot_resources WHERE id = ?", id, row: BootResource.init)
    }

    /// The image of this type, name and architecture.
    package static func find(_ db: Connection, _ type: Kind, name: String, architecture: String) throws
        -> BootResource?
    {
        try db.first(
            "SELECT * FROM boot_resources WHERE type = ? AND name = ? AND architecture = ? ORDER BY id", type, name,
            architecture, row: BootResource.init)
    }

    /// Every image, in the order in which MAAS looks for the one that it takes.
    static func inOrder(_ db: Connection) throws -> [BootResource] {
        try db.query("SELECT * FROM boot_resources ORDER BY touched, id", row: BootResource.init)
    }

    /// The images of a name, in the same order.
    static func inOrder(_ db: Connection, named name: String) throws -> [BootResource] {
        try db.query("SELECT * FROM boot_resources WHERE name = ? ORDER BY touched, id", name, row: BootResource.init)
    }

    /// The name of the images of a release; those of no known system have their own.
    static func name(_ osystem: String, _ series: String) -> String {
        osystem == OperatingSystem.custom.rawValue ? series : "\(osystem)/\(series)"
    }

    /// The image, of those in order, that machines of an architecture can run of a release
    /// (`BootResource.objects.get_resource_for`).
    static func chosen(
        from images: some Sequence<BootResource>, _ osystem: String, _ series: String, architecture: String
    ) -> BootResource? {
        let halves = architecture.split(separator: "/", maxSplits: 1).map(String.init)
        let isCustom = osystem == OperatingSystem.custom.rawValue
        let name = name(osystem, series)
        return images.first { image in
            image.name == name && (!isCustom || image.type == .uploaded)
                && image.architecture.hasPrefix(halves.first ?? "") && image.supports(halves.last ?? "")
        }
    }

    /// Removes the image with its files.
    package func delete(_ db: Connection) throws { try db.execute("DELETE FROM boot_resources WHERE id = ?", id) }

    /// A deployment with a system on an architecture has ended well.
    static func noteDeployment(_ state: RegionState, _ osystem: String, _ series: String, architecture: String) throws {
        let primary = String(architecture.prefix { $0 != "/" })
        try state.db.execute(
            "UPDATE boot_resources SET last_deployed = ? WHERE name = ? AND substr(architecture, 1, ?) = ?",
            try state.now, "\(osystem)/\(series)", primary.count, primary)
    }

    /// The part of the architecture before the slash.
    package var primaryArchitecture: String { String(architecture.prefix { $0 != "/" }) }

    /// The part of the architecture behind the slash: a subarchitecture or a kernel.
    package var subarchitecture: String { String(architecture.drop { $0 != "/" }.dropFirst()) }

    /// What else than its own subarchitecture the image supports; `nil` where the stream does not say.
    package var subarches: [String]? { words("subarches") }

    /// The platforms that the image supports beside its own; `nil` where the stream does not say.
    package var supportedPlatforms: [String]? { words("supported_platforms") }

    /// The platform that the image is made for; `nil` where the stream does not say.
    package var platform: String? { extra["platform"]?.string }

    /// What the user who uploaded it calls it, or the stream.
    package var title: String? { extra["title"]?.string }

    private func words(_ key: String) -> [String]? {
        extra[key]?.string?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether machines of a subarchitecture or a platform can run the image.
    func supports(_ platform: String) -> Bool {
        platform == subarchitecture || platform == self.platform
            || (subarches ?? []).contains(platform) || (supportedPlatforms ?? []).contains(platform)
    }

    /// The operating system and the release that the image is known by: uploaded ones of no known system are `custom`.
    package var system: (name: String, release: String) {
        let halves = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return halves.count > 1 ? (halves[0], halves[1]) : (OperatingSystem.custom.rawValue, name)
    }
}
