import Formats
import SQLite

/// Bringing in the images that are selected. It takes a while of region time; nothing is fetched, the region has the
/// images as soon as the time is over.
package struct ImageImport {
    /// The kind of the transition that ends it.
    static let transition = "images_imported"

    package let state: RegionState
    private var db: Connection { state.db }

    package init(_ state: RegionState) { self.state = state }

    /// Whether one is under way.
    package var isRunning: Bool {
        get throws {
            let count: Int = try db.scalar("SELECT COUNT(*) FROM transitions WHERE kind = ?", Self.transition) ?? 0
            return count > 0
        }
    }

    /// Begins, unless one is under way.
    package func start() throws {
        guard try !isRunning else { return }
        try db.insert(
            into: "transitions",
            [
                "due": try state.now.addingSaturating(Timings(state: state).milliseconds("image_import")),
                "kind": Self.transition, "payload": "{}",
            ])
    }

    /// Ends the one that is under way, without new images.
    package func stop() throws { try db.execute("DELETE FROM transitions WHERE kind = ?", Self.transition) }

    /// The images are there: what is selected and offered comes or stays, what is no longer selected goes.
    package func finish() throws {
        if try BootSource.all(db).isEmpty { try BootSource.createStandard(state) }
        let before = Set(try BootResource.all(db, type: .synced).map(\.id))
        var kept: Set<Int> = []
        var brought = false
        for source in try BootSource.all(db) {
            try source.cache(db)
            guard source.enabled else { continue }
            let selections = try BootSourceSelection.all(db, source: source.id).map(\.values)
            for product in try source.offers(db) {
                let subarches = product.subarches
                let isWanted = selections.contains {
                    $0.takes(
                        os: product.os, release: product.release, arch: product.arch, subarches: subarches,
                        label: product.label)
                }
                guard isWanted || product.isBootloader else { continue }
                for image in images(of: product, selections) {
                    let (id, isNew) = try save(product, image)
                    kept.insert(id)
                    brought = brought || isNew
                }
            }
        }
        // Without a stream that answers, or where nothing at all would be left, MAAS keeps what it has.
        guard !kept.isEmpty, brought || before.isEmpty || !kept.isDisjoint(with: before) else { return }
        try clean(before.subtracting(kept), kept)
    }

    /// The subarchitectures of the images that a product becomes.
    private func images(of product: ImageProduct, _ selections: [BootSourceSelection.Values]) -> [String] {
        guard !product.kernels.isEmpty else { return ["generic"] }
        return product.kernels.filter { kernel in
            selections.contains {
                $0.takes(
                    os: product.os, release: product.release, arch: product.arch,
                    subarches: Set(ImageProduct.levels(of: kernel)), label: product.label)
            }
        }
    }

    /// Makes or renews an image.
    /// - Returns: its id, and whether it was not there.
    private func save(_ product: ImageProduct, _ subarch: String) throws -> (id: Int, isNew: Bool) {
        let (name, architecture) = ("\(product.os)/\(product.release)", "\(product.arch)/\(subarch)")
        if let old = try BootResource.find(db, .synced, name: name, architecture: architecture) {
            return (old.id, false)
        }
        var extra: [String: JSONValue] = [:]
        let hasKernel = subarch != "generic"
        if hasKernel {
            extra["subarches"] = .string(ImageProduct.levels(of: subarch).joined(separator: ","))
            extra["platform"] = .string("generic")
            extra["supported_platforms"] = .string("generic")
        }
        if let title = product.title {
            extra["title"] = .string("\(OperatingSystem(rawValue: product.os)?.title ?? product.os) \(title)")
        }
        let id = try db.insert(
            into: "boot_resources",
            [
                "type": BootResource.Kind.synced, "name": name, "architecture": architecture,
                "alias": product.version.map { "\(product.os)/\($0)" },
                "kflavor": hasKernel ? (subarch.contains("lowlatency") ? "lowlatency" : "generic") : nil,
                "bootloader_type": product.isBootloader ? product.release : nil,
                "extra": JSONValue.object(extra).text, "created": try state.now,
            ])
        let files: [BootResourceFile.FileType] =
            product.isBootloader
            ? [.archiveTarXZ] : hasKernel ? [.bootKernel, .bootInitrd, .squashfs] : [.rootTGZ]
        try Self.addFiles(state, files, to: id, label: product.label, of: "\(name) \(architecture)")
        return (id, true)
    }

    /// Puts a set of whole files into an image; their content is made up.
    package static func addFiles(
        _ state: RegionState, _ files: [BootResourceFile.FileType], to resource: Int, label: String, of what: String,
        isUploaded: Bool = false
    ) throws {
        let set = try BootResourceSet.create(
            state.db, resource: resource, version: Timestamp.day(try state.now), label: label)
        for file in files {
            let content = Array("\(file.rawValue) of \(what)\n".utf8)
            try BootResourceFile.create(
                state.db, set: set, filename: isUploaded ? file.uploadedName : file.rawValue, filetype: file,
                sha256: SHA256.hexDigest(content), size: content.count, received: content.count)
        }
    }

    /// Removes images that no stream brought: those that are not selected, and kernels that a release has no more.
    private func clean(_ gone: Set<Int>, _ kept: Set<Int>) throws {
        let selections = try BootSourceSelection.all(db).map(\.values)
        let present = try kept.compactMap { try BootResource.find(db, id: $0) }
        for id in gone.sorted() {
            guard let image = try BootResource.find(db, id: id) else { continue }
            let (os, release) = image.system
            let label = try BootResourceSet.all(db, resource: id).first?.label ?? ""
            let isSelected = selections.contains {
                $0.takes(
                    os: os, release: release, arch: image.primaryArchitecture, subarches: [image.subarchitecture],
                    label: label)
            }
            let hasOthers = present.contains {
                $0.name == image.name && $0.primaryArchitecture == image.primaryArchitecture
            }
            if !isSelected || hasOthers { try image.delete(db) }
        }
    }
}
