import CGnuTLS
import Formats
import SQLite

/// An image that machines boot or are deployed with.
package struct BootResource {
    package let id: Int
    package let type: String
    package let name: String
    package let architecture: String
    package let subarches: String
    package let kflavor: String?
    /// Further keys, as the image streams name them.
    package let extra: JSONValue
    /// Milliseconds since 1970, region time.
    package let lastDeployed: RegionTime?

    package init(_ row: Row) throws {
        id = try row["id"]
        type = try row["type"]
        name = try row["name"]
        architecture = try row["architecture"]
        subarches = try row["subarches"]
        kflavor = try row["kflavor"]
        extra = try JSONValue(column: "extra", of: row)
        lastDeployed = try row["last_deployed"]
    }

    /// By type, name and architecture; of one type only when it is given.
    package static func all(_ db: Connection, type: String? = nil) throws -> [BootResource] {
        try db.query(
            "SELECT * FROM boot_resources WHERE ?1 IS NULL OR type = ?1 ORDER BY type, name, architecture", type,
            row: BootResource.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> BootResource? {
        try db.first("SELECT * FROM boot_resources WHERE id = ?", id, row: BootResource.init)
    }
}

/// A file of a boot resource.
package struct BootResourceFile {
    package let id: Int
    package let resourceID: Int
    package let version: String
    package let label: String
    package let filename: String
    package let filetype: String
    package let sha256: String
    /// bytes
    package let size: Int
    package let content: [UInt8]
    package let isComplete: Bool

    package init(_ row: Row) throws {
        id = try row["id"]
        resourceID = try row["boot_resource_id"]
        version = try row["version"]
        label = try row["label"]
        filename = try row["filename"]
        filetype = try row["filetype"]
        sha256 = try row["sha256"]
        size = try row["size"]
        content = try row["content"]
        isComplete = try row["is_complete"]
    }

    package static func all(_ db: Connection, resource: Int) throws -> [BootResourceFile] {
        try db.query(
            "SELECT * FROM boot_resource_files WHERE boot_resource_id = ? ORDER BY id DESC", resource,
            row: BootResourceFile.init)
    }

    package static func find(_ db: Connection, id: Int, resource: Int) throws -> BootResourceFile? {
        try all(db, resource: resource).first { $0.id == id }
    }

    /// The hash of a file as hexadecimal digits.
    package static func sha256(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        gnutls_hash_fast(GNUTLS_DIG_SHA256, bytes, bytes.count, &digest)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Per cent of the file that is there.
    package var progress: Double { size == 0 ? 0 : Double(content.count) * 100 / Double(size) }
}
