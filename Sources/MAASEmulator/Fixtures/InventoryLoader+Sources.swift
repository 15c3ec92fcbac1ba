import Formats
import MAASRegion
import SQLite

extension InventoryLoader {
    /// The streams that images come from, and the sources that the region has: without a word about them MAAS's
    /// standard source, of which the releases of the synced images are selected.
    func addImageSources(_ root: FixtureObject) throws {
        for value in try root.list("image_streams") { try guarded(value) { try addStream($0) } }
        if root["boot_sources"] != nil {
            for value in try root.list("boot_sources") { try guarded(value) { try addSource($0) } }
            return
        }
        var selected: [String: Set<String>] = [:]
        for image in try BootResource.all(db, type: .synced) where image.bootloaderType == nil {
            selected[image.name, default: []].insert(image.primaryArchitecture)
        }
        try BootSource.createStandard(state, selecting: selected)
    }

    /// A source under the number that the fixture has for it.
    private func numbered(_ source: BootSource, _ object: FixtureObject) throws -> BootSource {
        guard let wanted = try object.optionalInteger("id", FixtureValue.ids), wanted != source.id else {
            return source
        }
        try source.renumber(db, to: wanted)
        return try BootSource.find(db, id: wanted) ?? source
    }

    private func addStream(_ value: FixtureValue) throws {
        let stream = try value.object(.imageStream)
        let url = try stream.text("url")
        let label = try stream.text("label", default: "stable")
        for value in try stream.list("images") {
            let image = try value.object(.streamedImage)
            let os = try image.text("os", default: "ubuntu")
            for arch in try image.texts("arches") {
                try ImageProduct(
                    os: os, release: try image.text("release"), version: try image.optionalText("version"),
                    title: try image.optionalText("title"), arch: arch, label: label,
                    kernels: try image.texts("kernels")
                ).store(db, at: url)
            }
        }
    }

    private func addSource(_ value: FixtureValue) throws {
        let object = try value.object(.bootSource)
        let url = try object.text("url")
        let saved = try BootSource.save(
            state,
            BootSource.Values(
                url: url, keyringFilename: try object.text("keyring_filename", default: ""),
                keyringData: try object.text("keyring_data", default: ""),
                name: try object.text("name", default: url),
                priority: try object.integer("priority", default: BootSource.highestPriority(db).addingSaturating(1)),
                enabled: try object.flag("enabled", default: true),
                skipsVerification: try object.flag("skip_keyring_verification", default: false)), over: nil)
        let source = try numbered(saved, object)
        for value in try object.list("selections") {
            let selection = try value.object(.bootSourceSelection)
            func list(_ key: String) throws -> [String] {
                let words = try selection.texts(key)
                return words.isEmpty ? ["*"] : words
            }
            let made = try BootSourceSelection.save(
                db,
                BootSourceSelection.Values(
                    os: try selection.text("os", default: "ubuntu"), release: try selection.text("release"),
                    arches: try list("arches"), subarches: try list("subarches"), labels: try list("labels")),
                of: source, over: nil)
            try give("boot_source_selections", made.id, selection)
        }
    }
}
