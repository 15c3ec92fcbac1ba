import Formats
import SQLite

/// A file of an image. Its bytes are hashed and counted as they come, and not kept: nothing ever reads them.
package struct BootResourceFile {
    /// What a file is for.
    package enum FileType: String, CaseIterable, SQLReadable, SQLBindable {
        case bootKernel = "boot-kernel"
        case bootInitrd = "boot-initrd"
        case bootDTB = "boot-dtb"
        case squashfs
        case rootImage = "root-image.gz"
        case archiveTarXZ = "archive.tar.xz"
        case rootTGZ = "root-tgz"
        case rootTBZ = "root-tbz"
        case rootTXZ = "root-txz"
        case rootDD = "root-dd"
        case rootDDTAR = "root-dd.tar"
        case rootDDRaw = "root-dd.raw"
        case rootDDTBZ = "root-dd.tar.bz2"
        case rootDDTXZ = "root-dd.tar.xz"
        case rootDDBZ2 = "root-dd.bz2"
        case rootDDGZ = "root-dd.gz"
        case rootDDXZ = "root-dd.xz"

        package init?(sqlValue: SQLValue) {
            guard case .text(let text) = sqlValue else { return nil }
            self.init(rawValue: text)
        }

        package var sqlValue: SQLValue { .text(rawValue) }

        /// The words that an upload may call its type, each with the type, in MAAS's order.
        package static let uploads: KeyValuePairs<String, FileType> = [
            "tgz": .rootTGZ, "tbz": .rootTBZ, "txz": .rootTXZ, "ddtgz": .rootDD, "ddtbz": .rootDDTBZ,
            "ddtxz": .rootDDTXZ, "ddtar": .rootDDTAR, "ddbz2": .rootDDBZ2, "ddgz": .rootDDGZ, "ddxz": .rootDDXZ,
            "ddraw": .rootDDRaw,
        ]

        /// What an uploaded file of the type is called. Archives of a root file system have an ending that a
        /// deployment to memory knows.
        package var uploadedName: String {
            switch self {
            case .rootTGZ: "root.tgz"
            case .rootTBZ: "root.tbz"
            case .rootTXZ: "root.txz"
            default: rawValue
            }
        }

        /// Whether a machine can be deployed with a file of the type.
        var isInstallable: Bool {
            switch self {
            case .bootKernel, .bootInitrd, .bootDTB, .rootImage, .archiveTarXZ: false
            default: true
            }
        }
    }

    package let id: Int
    let setID: Int
    package let filename: String
    package let filetype: FileType
    package let sha256: String
    /// As few digits of the hash as tell it from others.
    package let filenameOnDisk: String
    /// bytes
    package let size: Int
    /// bytes that have come
    package let received: Int

    package init(_ row: Row) throws {
        id = try row["id"]
        setID = try row["set_id"]
        filename = try row["filename"]
        filetype = try row["filetype"]
        sha256 = try row["sha256"]
        filenameOnDisk = try row["filename_on_disk"]
        size = try row["size"]
        received = try row["received"]
    }

    /// Per cent of the file that is there.
    package var progress: Double { received == 0 ? 0 : 100 * Double(received) / Double(size) }

    package var isComplete: Bool { progress == 100 }

    /// The files of an image, of all its sets.
    package static func all(_ db: Connection, resource: Int) throws -> [BootResourceFile] {
        try db.query(
            """
            SELECT boot_resource_files.* FROM boot_resource_files
            JOIN boot_resource_sets ON boot_resource_sets.id = set_id WHERE boot_resource_id = ? ORDER BY
            boot_resource_files.id
            """, resource, row: BootResourceFile.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> BootResourceFile? {
        try db.first("SELECT * FROM boot_resource_files WHERE id = ?", id, row: BootResourceFile.init)
    }

    /// Puts a file into a set.
    package static func create(
        _ db: Connection, set: Int, filename: String, filetype: FileType, sha256: String, size: Int, received: Int
    ) throws {
        try db.insert(
            into: "boot_resource_files",
            [
                "set_id": set, "filename": filename, "filetype": filetype, "sha256": sha256,
                "filename_on_disk": try nameOnDisk(db, sha256: sha256), "size": size, "received": received,
            ])
    }

    /// The name under which a file of this hash is stored: that of another one with the same hash, else the fewest
    /// digits, seven at least, that no other file's name begins with.
    private static func nameOnDisk(_ db: Connection, sha256: String) throws -> String {
        let same: String? = try db.scalar(
            "SELECT filename_on_disk FROM boot_resource_files WHERE sha256 = ? ORDER BY id", sha256)
        if let same { return same }
        let short = String(sha256.prefix(7))
        let others: [String] = try db.query(
            "SELECT filename_on_disk FROM boot_resource_files WHERE substr(filename_on_disk, 1, ?) = ?", short.count,
            short
        ) { try $0[0] }
        guard !others.isEmpty else { return short }
        let count = (8..<64).first { count in !others.contains { $0.hasPrefix(sha256.prefix(count)) } }
        return String(sha256.prefix(count ?? 64))
    }

    /// Takes the next piece of an uploaded file. A piece that is refused leaves what came before it.
    package func append(_ db: Connection, _ piece: [UInt8]) throws {
        guard received != size else { throw Refusal.invalid("Cannot upload to a complete file.") }
        // MAAS makes room for the whole file first.
        guard size > 0 else { throw Refusal.unexpected("[Errno 22] Invalid argument") }
        guard piece.count <= size - received else { throw Refusal.invalid("Too much data received.") }
        let stored: [UInt8]? = try db.scalar("SELECT hash_state FROM boot_resource_files WHERE id = ?", id)
        guard var hash = stored.map(SHA256.init(stored:)) ?? SHA256() else {
            throw Refusal.unexpected("the hash of boot resource file \(id) cannot be taken up")
        }
        hash.update(piece)
        let isLast = received + piece.count == size
        if isLast, hash.hexDigest != sha256 {
            throw Refusal.invalid("Saved content does not match given SHA256 value.")
        }
        try db.update(
            "boot_resource_files", id: id,
            ["received": received + piece.count, "hash_state": isLast ? nil : hash.stored])
    }
}
