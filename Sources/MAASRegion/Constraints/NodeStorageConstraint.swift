import Formats
import SQLite

/// The constraint `root:400(ssd),data:900(rotary)` on the disks of existing machines: sizes in decimal GB
/// (MAAS: `nodes_by_storage`).
package struct NodeStorageConstraint {
    package struct Disk {
        package let label: String
        /// bytes
        package let size: Int
        package let tags: [String]
    }

    package let text: String
    /// The root disk first, then the pickiest.
    package let disks: [Disk]

    /// - Throws: `ConstraintError` for anything that is not of the grammar, `Refusal` for a size that is no number.
    package init(_ text: String) throws {
        guard let constraints = StorageConstraints(text) else {
            let malformed = "Malformed storage constraint, \"\(text)\"."
            throw text.unicodeScalars.contains("\0")
                ? ConstraintError(malformed, ConstraintError.nullCharacters) : ConstraintError(malformed)
        }
        self.text = text
        disks = try constraints.ordered.map { Disk(label: $0.label, size: try $0.bytes(), tags: $0.tags) }
    }

    /// A disk or partition, and the label that it satisfies.
    package struct Match {
        package let key: String
        package let label: String
    }

    private struct Candidate {
        let id: Int
        let node: Int
    }

    /// The nodes that satisfy every part, each with what was found for the labelled ones.
    /// - Parameter nodes: The only ones that are of interest, if not all are.
    package func matches(_ db: Connection, among nodes: [Int]? = nil) throws -> [Int: [Match]] {
        var taken: [Int: Set<String>] = [:]
        var found: [Int: [Match]] = [:]
        for (index, disk) in disks.enumerated() {
            let wantsPartition = disk.tags.contains("partition")
            let tags = Set(disk.tags).subtracting(["partition"])
            // Who has no disk for an earlier part is out.
            let left = index == 0 ? nodes : taken.filter { $0.value.count == index }.map(\.key)
            var seen: Set<Int> = []
            let candidates = try Self.candidates(
                db, root: index == 0, partition: wantsPartition, size: disk.size, tags: tags, among: left)
            for one in candidates {
                let key = wantsPartition ? "partition:\(one.id)" : String(one.id)
                guard !seen.contains(one.node), taken[one.node, default: []].insert(key).inserted else { continue }
                seen.insert(one.node)
                if !disk.label.isEmpty { found[one.node, default: []].append(Match(key: key, label: disk.label)) }
            }
        }
        let complete = taken.filter { $0.value.count == disks.count }.keys
        return Dictionary(uniqueKeysWithValues: complete.map { ($0, found[$0] ?? []) })
    }

    /// The root part looks at what holds `/`; the others at disks and partitions without any use.
    ///
    /// Begins with what is big enough, by the index of sizes, or with the disks of the nodes that are of interest.
    private static func candidates(
        _ db: Connection, root: Bool, partition: Bool, size: Int, tags: Set<String>, among nodes: [Int]?
    ) throws -> [Candidate] {
        let what = partition ? "partitions" : "block_devices"
        var conditions = ["\(what).size >= ?1"]
        var arguments: [(any SQLBindable)?] = [size]
        if let nodes {
            let ids = nodes.ids
            conditions.append("block_devices.node_id IN \(ids.list("?2"))")
            arguments.append(ids)
        }
        // In this order: CROSS JOIN is SQLite's word for it.
        let ofDisks = "block_devices CROSS JOIN partitions ON partitions.block_device_id = block_devices.id"
        let partitions =
            nodes == nil
            ? "partitions CROSS JOIN block_devices ON block_devices.id = partitions.block_device_id" : ofDisks
        let columns = "\(what).id AS id, block_devices.node_id AS node_id, \(what).tags AS tags"
        func select(_ from: String, _ order: String, _ more: String...) -> String {
            "SELECT \(columns), \(order) AS place FROM \(from) WHERE \((conditions + more).joined(separator: " AND "))"
        }
        let isRoot = "+mount_point = '/' AND acquired = 0"
        let onPartition = "CROSS JOIN filesystems ON filesystems.partition_id = partitions.id"
        let onDisk = "CROSS JOIN filesystems ON filesystems.block_device_id = block_devices.id"
        let sql =
            switch (root, partition) {
            case (true, true): select("\(partitions) \(onPartition)", "filesystems.id", isRoot)
            case (true, false):
                select("block_devices \(onDisk)", "filesystems.id", isRoot) + " UNION ALL "
                    + select("\(ofDisks) \(onPartition)", "filesystems.id", isRoot)
            case (false, true):
                select(
                    partitions, "partitions.size",
                    "NOT EXISTS (SELECT 1 FROM filesystems WHERE partition_id = partitions.id)")
            case (false, false):
                select(
                    "block_devices", "block_devices.size", "partition_table_type IS NULL",
                    "NOT EXISTS (SELECT 1 FROM filesystems WHERE block_device_id = block_devices.id)")
            }
        return try db.query(sql + " ORDER BY place", arguments: arguments) { row in
            let has = tags.isEmpty ? [] : Set(try row.strings("tags"))
            guard tags.isSubset(of: has) else { return nil }
            return Candidate(id: try row["id"], node: try row["node_id"])
        }.compactMap { $0 }
    }
}
