import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    /// A region that deploys focal unless told otherwise, and has Ubuntu images, has those of focal: as many as
    /// of jammy, under the kernels of its own.
    func addImagesOfStandardRelease() throws {
        guard state.version.standardRelease == "focal" else { return }
        let names = try BootImages.releases(db)
        guard names.contains("ubuntu/jammy"), !names.contains("ubuntu/focal") else { return }
        let templates: [(String, String)] = try db.query(
            "SELECT architecture, subarches FROM boot_resources WHERE name = 'ubuntu/jammy' ORDER BY id"
        ) { (try $0["architecture"], try $0["subarches"]) }
        for (architecture, subarches) in templates {
            try insertImage(
                [
                    "type": "Synced", "name": "ubuntu/focal",
                    "architecture": architecture.replacing("22.04", with: "20.04"), "subarches": subarches,
                    "extra": "{}", "created": try state.now,
                ], isSynced: true, name: "ubuntu/focal", architecture: architecture.replacing("22.04", with: "20.04"))
        }
    }

    /// An image. One that is synced has a kernel, an initial RAM disk and a root file system.
    func addBootResource(_ value: FixtureValue) throws {
        let object = try value.object("id", "type", "name", "architecture", "subarches", "kflavor", "extra")
        let type = try object.word("type", of: ["Synced", "Uploaded"], default: "Synced")
        let extra = object["extra"]?.value ?? .object([:])
        guard case .object = extra else {
            throw FixtureError(path: object.place("extra"), reason: "must be an object, not \(extra.kind)")
        }
        let name = try object.text("name")
        let architecture = try object.text("architecture")
        try insertImage(
            [
                "id": try numbers.id("boot_resources", object), "type": type, "name": name,
                "architecture": architecture,
                "subarches": try object.text("subarches", default: ""),
                "kflavor": try object.optionalText("kflavor"), "extra": extra.text, "created": try state.now,
            ], isSynced: type == "Synced", name: name, architecture: architecture)
    }

    private func insertImage(
        _ columns: KeyValuePairs<String, (any SQLBindable)?>, isSynced: Bool, name: String, architecture: String
    ) throws {
        let id = try db.insert(into: "boot_resources", columns)
        let files = isSynced ? ["boot-kernel", "boot-initrd", "squashfs"] : ["root-tgz"]
        for file in files {
            let content = Array("\(file) of \(name) \(architecture)\n".utf8)
            try db.insert(
                into: "boot_resource_files",
                [
                    "boot_resource_id": id, "version": Timestamp.day(try state.now),
                    "label": isSynced ? "stable" : "uploaded", "filename": file, "filetype": file,
                    "sha256": BootResourceFile.sha256(content), "size": content.count, "content": content,
                    "is_complete": true,
                ])
        }
    }
}
