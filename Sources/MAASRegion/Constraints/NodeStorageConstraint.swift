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
        let tags: Set<String>
    }

    /// The nodes that satisfy every part, each with what was found for the labelled ones.
    /// - Parameter node: the only one that is of interest, if there is one.
    package func matches(_ db: Connection, node: Int? = nil) throws -> [Int: [Match]] {
        var taken: [Int: Set<String>] = [:]
        var found: [Int: [Match]] = [:]
        for (index, disk) in disks.enumerated() {
            let wantsPartition = disk.tags.contains("partition")
            let tags = Set(disk.tags).subtracting(["partition"])
            let candidates = try Self.candidates(
                db, root: index == 0, partition: wantsPartition, size: disk.size, readsTags: !tags.isEmpty, node: node)
            var seen: Set<Int> = []
            for one in candidates where tags.isSubset(of: one.tags) {
                // Who has no disk for an earlier part is out.
                if index > 0, taken[one.node]?.count != index { continue }
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
    private static func candidates(
        _ db: Connection, root: Bool, partition: Bool, size: Int, readsTags: Bool, node: Int?
    ) throws -> [Candidate] {
        let (what, from, order) =
            switch (root, partition) {
            case (true, true):
                (
                    "partitions",
                    """
                    filesystems JOIN partitions ON partitions.id = partition_id
                    JOIN block_devices ON block_devices.id = partitions.block_device_id
                    WHERE mount_point = '/' AND acquired = 0
                    """, "filesystems.id"
                )
            case (true, false):
                (
                    "block_devices",
                    """
                    filesystems LEFT JOIN partitions ON partitions.id = partition_id JOIN block_devices
                    ON block_devices.id = COALESCE(filesystems.block_device_id, partitions.block_device_id)
                    WHERE mount_point = '/' AND acquired = 0
                    """, "filesystems.id"
                )
            case (false, true):
                (
                    "partitions",
                    """
                    partitions JOIN block_devices ON block_devices.id = partitions.block_device_id
                    WHERE NOT EXISTS (SELECT 1 FROM filesystems WHERE partition_id = partitions.id)
                    """, "partitions.size"
                )
            case (false, false):
                (
                    "block_devices",
                    """
                    block_devices WHERE partition_table_type IS NULL
                    AND NOT EXISTS (SELECT 1 FROM filesystems WHERE block_device_id = block_devices.id)
                    """, "block_devices.size"
                )
            }
        var arguments: [(any SQLBindable)?] = [size]
        var ofNode = ""
        if let node {
            arguments.append(node)
            ofNode = "AND block_devices.node_id = ?"
        }
        return try db.query(
            """
            SELECT \(what).id, block_devices.node_id, \(what).tags FROM \(from) AND \(what).size >= ? \(ofNode)
            ORDER BY \(order)
            """, arguments: arguments
        ) { row in
            Candidate(
                id: try row["id"], node: try row["node_id"],
                tags: readsTags ? Set(try JSONValue(column: "tags", of: row).strings) : [])
        }
    }
}
