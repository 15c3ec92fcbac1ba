import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    /// The images and where they come from. Without a word about images those are there that the sources have and that
    /// are selected of them: in a new region those of MAAS's standard release.
    func addImages(_ root: FixtureObject) throws {
        for value in try root.list("boot_resources") { try guarded(value) { try addBootResource($0) } }
        try addImagesOfStandardRelease()
        try addImageSources(root)
        if root["boot_resources"] == nil, try !BootSource.all(db).isEmpty { try ImageImport(state).finish() }
    }

    /// A region that deploys focal unless told otherwise, and has Ubuntu images, has those of focal: as many as
    /// of jammy, under the kernels of its own.
    func addImagesOfStandardRelease() throws {
        guard state.version.standardRelease == "focal" else { return }
        let images = try BootResource.all(db, type: .synced)
        guard !images.contains(where: { $0.name == "ubuntu/focal" }) else { return }
        for image in images where image.name == "ubuntu/jammy" {
            let architecture = image.architecture.replacing("22.04", with: "20.04")
            try insertImage(
                [
                    "type": image.type, "name": "ubuntu/focal", "architecture": architecture,
                    "alias": image.alias.map { _ in "ubuntu/20.04" }, "kflavor": image.kflavor,
                    "extra": image.extra.text, "created": try state.now,
                ], image.type, "ubuntu/focal", architecture)
        }
    }

    /// An image. One that is synced has a kernel, an initial RAM disk and a root file system.
    func addBootResource(_ value: FixtureValue) throws {
        let object = try value.object(.bootResource)
        let type = try object.choice("type", default: BootResource.Kind.synced)
        guard case .object(var extra) = object["extra"]?.value ?? .object([:]) else {
            throw FixtureError(path: object.place("extra"), reason: "must be an object")
        }
        let name = try object.text("name")
        let architecture = try object.text("architecture")
        guard architecture.contains("/") else {
            throw FixtureError(path: object.place("architecture"), reason: "must be like amd64/generic")
        }
        let kernel = String(architecture.drop { $0 != "/" }.dropFirst())
        let isKernel = kernel.contains("ga-") || kernel.contains("hwe-")
        let levels = isKernel ? ImageProduct.levels(of: kernel).joined(separator: ",") : kernel
        if let title = try object.optionalText("title") { extra["title"] = .string(title) }
        // It may say that there are none.
        if object["subarches"] != nil || !object.says("subarches") {
            extra["subarches"] = .string(try object.text("subarches", default: extra["subarches"]?.string ?? levels))
        }
        // What is synced always has one, whatever a fixture leaves open.
        let hasFlavor = isKernel && (type == .synced || !object.says("kflavor"))
        try insertImage(
            [
                "id": try numbers.id("boot_resources", object), "type": type, "name": name,
                "architecture": architecture, "alias": try object.optionalText("alias"),
                "base_image": try object.text("base_image", default: ""),
                "kflavor": try object.optionalText("kflavor") ?? (hasFlavor ? "generic" : nil),
                "bootloader_type": try object.optionalText("bootloader_type"),
                "extra": JSONValue.object(extra).text, "created": try state.now,
            ], type, name, architecture, isBootloader: object["bootloader_type"] != nil)
    }

    private func insertImage(
        _ columns: KeyValuePairs<String, (any SQLBindable)?>, _ type: BootResource.Kind, _ name: String,
        _ architecture: String, isBootloader: Bool = false
    ) throws {
        let id = try db.insert(into: "boot_resources", columns)
        let isSynced = type == .synced
        // Other systems bring their kernels in their file systems.
        let hasKernel = isSynced && (name.hasPrefix("ubuntu/") || !architecture.hasSuffix("/generic"))
        try ImageImport.addFiles(
            state, isBootloader ? [.archiveTarXZ] : hasKernel ? [.bootKernel, .bootInitrd, .squashfs] : [.rootTGZ],
            to: id,
            label: isSynced ? "stable" : "uploaded", of: "\(name) \(architecture)", isUploaded: !isSynced)
    }
}
