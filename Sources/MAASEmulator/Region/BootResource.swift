import CGnuTLS
import Formats
import SQLite

/// An image that machines boot or are deployed with.
struct BootResource {
    let id: Int
    let type: String
    let name: String
    let architecture: String
    let subarches: String
    let kflavor: String?
    /// Further keys, as the image streams name them.
    let extra: JSONValue
    /// Milliseconds since 1970, region time.
    let lastDeployed: RegionTime?

    init(_ row: Row) throws {
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
    static func all(_ db: Connection, type: String? = nil) throws -> [BootResource] {
        try db.query(
            "SELECT * FROM boot_resources WHERE ?1 IS NULL OR type = ?1 ORDER BY type, name, architecture", type,
            row: BootResource.init)
    }

    static func find(_ db: Connection, id: Int) throws -> BootResource? {
        try db.first("SELECT * FROM boot_resources WHERE id = ?", id, row: BootResource.init)
    }

    func write(_ state: RegionState, into json: inout JSONWriter, withSets: Bool) throws {
        try json.object { json in
            json.field("id", id)
            json.field("type", type)
            json.field("name", name)
            json.field("architecture", architecture)
            json.field("resource_uri", "\(Dispatch.root)boot-resources/\(id)/")
            // From 3.7 on the time is a field of its own, which shows no zone.
            json.field(
                "last_deployed", lastDeployed.map { Timestamp.iso($0, zoned: state.version.has(.zonedLastDeployed)) })
            if !subarches.isEmpty { json.field("subarches", subarches) }
            if let kflavor { json.field("kflavor", kflavor) }
            if case .object(let members) = extra {
                for (key, value) in members.sorted(by: { $0.key < $1.key }) { json.field(key, value) }
            }
            if withSets { try BootResourceFile.writeSets(of: self, state, into: &json) }
        }
    }
}

/// A file of a boot resource.
struct BootResourceFile {
    let id: Int
    let resourceID: Int
    let version: String
    let label: String
    let filename: String
    let filetype: String
    let sha256: String
    /// bytes
    let size: Int
    let content: [UInt8]
    let isComplete: Bool

    init(_ row: Row) throws {
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

    static func all(_ db: Connection, resource: Int) throws -> [BootResourceFile] {
        try db.query(
            "SELECT * FROM boot_resource_files WHERE boot_resource_id = ? ORDER BY id DESC", resource,
            row: BootResourceFile.init)
    }

    static func find(_ db: Connection, id: Int, resource: Int) throws -> BootResourceFile? {
        try all(db, resource: resource).first { $0.id == id }
    }

    /// The hash of a file as hexadecimal digits.
    static func sha256(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        gnutls_hash_fast(GNUTLS_DIG_SHA256, bytes, bytes.count, &digest)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Per cent of the file that is there.
    private var progress: Double { size == 0 ? 0 : Double(content.count) * 100 / Double(size) }

    /// `sets`: the files by version, newest first.
    static func writeSets(of resource: BootResource, _ state: RegionState, into json: inout JSONWriter) throws {
        let files = try all(state.db, resource: resource.id)
        var versions: [String] = []
        for file in files where !versions.contains(file.version) { versions.append(file.version) }
        json.object("sets") { json in
            for version in versions {
                let members = files.filter { $0.version == version }
                let isComplete = members.allSatisfy(\.isComplete)
                json.object(version) { json in
                    json.field("version", version)
                    json.field("label", members.first?.label)
                    json.field("size", members.reduce(0) { $0 + $1.size })
                    json.field("complete", isComplete)
                    if !isComplete {
                        json.field("progress", members.reduce(0) { $0 + $1.progress } / Double(members.count))
                    }
                    json.object("files") { json in
                        for file in members { file.write(resource, state, into: &json) }
                    }
                }
            }
        }
    }

    private func write(_ resource: BootResource, _ state: RegionState, into json: inout JSONWriter) {
        json.object(filename) { json in
            json.field("filename", filename)
            json.field("filetype", filetype)
            json.field("sha256", sha256)
            if state.version.has(.filenameOnDisk) { json.field("filename_on_disk", String(sha256.prefix(7))) }
            json.field("size", size)
            json.field("complete", isComplete)
            if !isComplete {
                json.field("progress", progress)
                if resource.type == "Uploaded" {
                    json.field("upload_uri", "\(Dispatch.root)boot-resources/\(resource.id)/upload/\(id)/")
                }
            }
        }
    }
}
