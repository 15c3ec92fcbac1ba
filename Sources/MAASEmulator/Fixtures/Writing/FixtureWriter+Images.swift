import Formats
import MAASRegion
import SQLite

/// Images, and where they come from.
extension FixtureWriter {
    func bootResources() throws -> [JSONValue] {
        try db.query("SELECT * FROM boot_resources ORDER BY touched, id", row: BootResource.init).map { image in
            var extra: [String: JSONValue] = [:]
            if case .object(let members) = image.extra { extra = members }
            let title = extra.removeValue(forKey: "title")
            return .fixture([
                "id": image.id, "type": image.type.rawValue, "name": image.name, "architecture": image.architecture,
                "alias": image.alias, "base_image": image.baseImage.unlessEmpty,
                "subarches": JSONValue.orNull(extra.removeValue(forKey: "subarches")),
                "kflavor": JSONValue.orNull(image.kflavor), "bootloader_type": image.bootloaderType,
                "title": title, "extra": extra.unlessEmpty,
            ])
        }
    }

    func bootSources() throws -> [JSONValue] {
        let selections = Dictionary(grouping: try BootSourceSelection.all(db), by: \.sourceID)
        return try BootSource.all(db).map { source in
            .fixture([
                "id": source.id, "url": source.url, "keyring_filename": source.keyringFilename.unlessEmpty,
                "keyring_data": source.keyringData.unlessEmpty, "name": source.name, "priority": source.priority,
                "enabled": source.enabled.unless(true),
                "skip_keyring_verification": source.skipsVerification.unless(false),
                "selections": (selections[source.id] ?? []).map(selection),
            ])
        }
    }

    private func selection(_ selection: BootSourceSelection) -> JSONValue {
        let values = selection.values
        return .fixture([
            "id": selection.id, "os": values.os, "release": values.release, "arches": values.arches,
            "subarches": values.subarches, "labels": values.labels,
        ])
    }

    /// What streams offer that somebody has described.
    func imageStreams() throws -> [JSONValue]? {
        let rows = try db.query("SELECT * FROM image_products ORDER BY id") { row in
            (
                stream: [try row["url"] as String, try row["label"] as String],
                image: JSONValue.fixture([
                    "os": try row["os"] as String, "release": try row["release"] as String,
                    "version": try row["version"] as String?, "title": try row["title"] as String?,
                    "arches": [try row["arch"] as String],
                    "kernels": try row.strings("kernels").unlessEmpty,
                ])
            )
        }
        let images = Dictionary(grouping: rows, by: \.stream)
        return images.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { stream, rows in
            .fixture(["url": stream[0], "label": stream[1], "images": rows.map(\.image)])
        }.unlessEmpty
    }
}
