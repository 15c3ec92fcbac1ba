import Formats
import SQLite

/// What of a source's images the region wants.
package struct BootSourceSelection {
    /// What is selected: one release, with a list each of which `*` takes all.
    package struct Values: Equatable {
        package var os: String
        package var release: String
        package var arches: [String]
        package var subarches: [String]
        package var labels: [String]

        package init(os: String, release: String, arches: [String], subarches: [String], labels: [String]) {
            self.os = os
            self.release = release
            self.arches = arches
            self.subarches = subarches
            self.labels = labels
        }

        /// Whether the selection takes an image (`image_passes_filter`).
        func takes(os: String, release: String, arch: String, subarches: Set<String>, label: String) -> Bool {
            func takes(_ list: [String], _ values: Set<String>) -> Bool {
                list.contains("*") || list.contains(where: values.contains)
            }
            return ["*", os].contains(self.os) && ["*", release].contains(self.release) && takes(arches, [arch])
                && takes(self.subarches, subarches) && takes(labels, [label])
        }
    }

    package let id: Int
    package let sourceID: Int
    package let values: Values

    package init(_ row: Row) throws {
        id = try row["id"]
        sourceID = try row["boot_source_id"]
        values = Values(
            os: try row["os"], release: try row["release"],
            arches: try row.strings("arches"),
            subarches: try row.strings("subarches"),
            labels: try row.strings("labels"))
    }

    /// The selections of a source; of all sources without one.
    package static func all(_ db: Connection, source: Int? = nil) throws -> [BootSourceSelection] {
        try db.query(
            "SELECT * FROM boot_source_selections WHERE ?1 IS NULL OR boot_source_id = ?1 ORDER BY id", source,
            row: BootSourceSelection.init)
    }

    package static func find(_ db: Connection, id: Int, source: Int) throws -> BootSourceSelection? {
        try db.first(
            "SELECT * FROM boot_source_selections WHERE id = ? AND boot_source_id = ?", id, source,
            row: BootSourceSelection.init)
    }

    /// Changes the selection `old` of a source, or makes a new one.
    /// - Throws: `Refusal` when the source has another one of that release.
    @discardableResult
    package static func save(
        _ db: Connection, _ values: Values, of source: BootSource, over old: BootSourceSelection?
    ) throws -> BootSourceSelection {
        let other: Int? = try db.scalar(
            "SELECT id FROM boot_source_selections WHERE boot_source_id = ? AND os = ? AND release = ? AND id <> ?",
            source.id, values.os, values.release, old?.id ?? 0)
        if other != nil {
            throw Refusal.duplicate("Boot source selection", "Boot source, Os and Release")
        }
        func list(_ words: [String]) -> String { JSONValue.array(words.map { .string($0) }).text }
        let id =
            try old?.id
            ?? db.insert(
                into: "boot_source_selections",
                ["boot_source_id": source.id, "os": values.os, "release": values.release])
        try db.update(
            "boot_source_selections", id: id,
            [
                "os": values.os, "release": values.release, "arches": list(values.arches),
                "subarches": list(values.subarches), "labels": list(values.labels),
            ])
        guard let saved = try find(db, id: id, source: source.id) else {
            throw Refusal.notFound("BootSourceSelection")
        }
        return saved
    }

    /// Removes the selection; its images go at the next import.
    /// - Throws: `Refusal` for that of the release that machines are commissioned with.
    package func delete(_ state: RegionState) throws {
        let series = try Configuration.value("commissioning_distro_series", state)?.string ?? ""
        if values.os == OperatingSystem.ubuntu.rawValue, values.release == series {
            throw Refusal.field(
                "__all__",
                "Unable to delete \(values.os) \(values.release). It is the operating system used for commissioning.",
                by: .model)
        }
        try state.db.execute("DELETE FROM boot_source_selections WHERE id = ?", id)
    }
}
