import SQLite

extension InventoryLoader {
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
        let id = try db.insert(
            into: "boot_resources",
            [
                "id": try numbers.id("boot_resources", object), "type": type, "name": name,
                "architecture": architecture,
                "subarches": try object.text("subarches", default: ""),
                "kflavor": try object.optionalText("kflavor"), "extra": extra.text, "created": try state.now,
            ])
        let files = type == "Synced" ? ["boot-kernel", "boot-initrd", "squashfs"] : ["root-tgz"]
        for file in files {
            let content = Array("\(file) of \(name) \(architecture)\n".utf8)
            try db.insert(
                into: "boot_resource_files",
                [
                    "boot_resource_id": id, "version": Timestamp.day(try state.now),
                    "label": type == "Synced" ? "stable" : "uploaded", "filename": file, "filetype": file,
                    "sha256": BootResourceFile.sha256(content), "size": content.count, "content": content,
                    "is_complete": true,
                ])
        }
    }
}
