import Formats
import SQLite

/// The files of one version of an image.
package struct BootResourceSet {
    package let id: Int
    package let version: String
    package let label: String
    package let files: [BootResourceFile]

    /// The sets of an image, newest first.
    package static func all(_ db: Connection, resource: Int) throws -> [BootResourceSet] {
        let files = Dictionary(
            grouping: try BootResourceFile.all(db, resource: resource), by: \.setID)
        return try db.query(
            "SELECT * FROM boot_resource_sets WHERE boot_resource_id = ? ORDER BY id DESC", resource
        ) { row in
            let id: Int = try row["id"]
            return BootResourceSet(
                id: id, version: try row["version"], label: try row["label"], files: files[id] ?? [])
        }
    }

    /// The sets of every image, newest first, by the images' ids: two statements, however many images there are.
    static func all(_ db: Connection) throws -> [Int: [BootResourceSet]] {
        let files = Dictionary(
            grouping: try db.query("SELECT * FROM boot_resource_files ORDER BY id", row: BootResourceFile.init),
            by: \.setID)
        let rows = try db.query("SELECT * FROM boot_resource_sets ORDER BY id DESC") { row in
            let id: Int = try row["id"]
            let set = BootResourceSet(
                id: id, version: try row["version"], label: try row["label"], files: files[id] ?? [])
            return (resource: try row["boot_resource_id"] as Int, set: set)
        }
        return Dictionary(grouping: rows, by: \.resource).mapValues { $0.map(\.set) }
    }

    /// bytes
    package var size: Int { files.reduce(0) { $0 + $1.size } }

    /// Per cent of the files that are there.
    package var progress: Double {
        size > 0 ? 100 * Double(files.reduce(0) { $0 + $1.received }) / Double(size) : 0
    }

    package var isComplete: Bool { progress == 100 }

    /// Whether a machine can be commissioned with it: a kernel, an initial RAM disk and a root file system.
    var isCommissionable: Bool {
        let types = Set(files.map(\.filetype))
        return types.isSuperset(of: [.bootKernel, .bootInitrd])
            && (types.contains(.squashfs) || types.contains(.rootImage))
    }

    /// Whether a machine can be deployed with it.
    var isInstallable: Bool { files.contains { $0.filetype.isInstallable } }

    /// Makes a set of a version.
    @discardableResult
    package static func create(_ db: Connection, resource: Int, version: String, label: String) throws -> Int {
        try db.insert(
            into: "boot_resource_sets", ["boot_resource_id": resource, "version": version, "label": label])
    }

    /// The version of an image's next upload: the day, with a counter from its second upload on.
    package static func nextVersion(_ state: RegionState, resource: Int) throws -> String {
        let day = Timestamp.day(try state.now)
        let versions: [String] = try state.db.query(
            "SELECT version FROM boot_resource_sets WHERE boot_resource_id = ? AND substr(version, 1, ?) = ?",
            resource, day.count, day
        ) { try $0[0] }
        guard !versions.isEmpty else { return day }
        let last = versions.compactMap { $0.split(separator: ".").dropFirst().first.flatMap { Int($0) } }.max() ?? 0
        return "\(day).\(last + 1)"
    }
}
