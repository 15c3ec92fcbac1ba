import Formats
import SQLite

/// An image that a user brings, with its file or with what the file will be.
package struct UploadedImage {
    package var name: String
    package var architecture: String
    package var title: String
    package var baseImage: String
    package var filetype: BootResourceFile.FileType
    package var sha256: String
    /// bytes
    package var size: Int
    /// Whether the file is there already.
    package var isComplete: Bool
    /// Whether the files of earlier versions stay.
    package var keepsOld: Bool

    package init(
        name: String, architecture: String, title: String, baseImage: String, filetype: BootResourceFile.FileType,
        sha256: String, size: Int, isComplete: Bool, keepsOld: Bool
    ) {
        self.name = name
        self.architecture = architecture
        self.title = title
        self.baseImage = baseImage
        self.filetype = filetype
        self.sha256 = sha256
        self.size = size
        self.isComplete = isComplete
        self.keepsOld = keepsOld
    }

    /// Adds a set to the image of this name and architecture, which is made when there is none.
    /// - Throws: `Refusal` for a hash that is already that of a file of another size.
    package func save(_ state: RegionState) throws -> BootResource {
        let db = state.db
        let old = try BootResource.find(db, .uploaded, name: name, architecture: architecture)
        let subarch = String(architecture.drop { $0 != "/" }.dropFirst())
        let extra = JSONValue.object(["subarches": .string(subarch), "title": .string(title)]).text
        let id =
            try old?.id
            ?? db.insert(
                into: "boot_resources",
                [
                    "type": BootResource.Kind.uploaded, "name": name, "architecture": architecture,
                    "created": try state.now,
                ])
        let base = old.flatMap { $0.baseImage.isEmpty ? nil : $0.baseImage } ?? baseImage
        try db.update("boot_resources", id: id, ["extra": extra, "base_image": base])
        if !isComplete {
            let other: Int? = try db.scalar(
                "SELECT id FROM boot_resource_files WHERE sha256 = ? AND size <> ?", sha256, size)
            if other != nil {
                throw Refusal.invalid("File already exists with sha256 that is of different size.")
            }
        }
        let set = try BootResourceSet.create(
            db, resource: id, version: try BootResourceSet.nextVersion(state, resource: id), label: "uploaded")
        try BootResourceFile.create(
            db, set: set, filename: filetype.uploadedName, filetype: filetype, sha256: sha256, size: size,
            received: isComplete ? size : 0)
        if !keepsOld {
            // MAAS forgets the files and leaves their sets.
            try db.execute(
                """
                DELETE FROM boot_resource_files WHERE set_id <> ?1 AND set_id IN
                    (SELECT id FROM boot_resource_sets WHERE boot_resource_id = ?2)
                """, set, id)
        }
        guard let saved = try BootResource.find(db, id: id) else { throw Refusal.notFound("BootResource") }
        return saved
    }
}
