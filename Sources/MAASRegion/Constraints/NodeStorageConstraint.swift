import Formats
import SQLite

/// The constraint `root:400(ssd),data:900(rotary)` on the disks of existing machines: sizes in decimal GB
/// (`maas/20-machines.md` section 4; MAAS's `nodes_by_storage`).
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
            throw ConstraintError("Malformed storage constraint, \"\(text)\".")
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
        let size: Int
        let tags: Set<String>
    }

    /// The nodes that satisfy every part, each with what was found for the labelled ones.
    package func matches(_ db: Connection) throws -> [Int: [Match]] {
        var taken: [Int: [String]] = [:]
        var found: [Int: [Match]] = [:]
        for (index, disk) in disks.enumerated() {
            let wantsPartition = disk.tags.contains("partition")
            let tags = Set(disk.tags).subtracting(["partition"])
            let candidates = try Self.candidates(db, root: index == 0, partition: wantsPartition)
            var seen: Set<Int> = []
            for one in candidates where one.size >= disk.size && tags.isSubset(of: one.tags) {
                let key = wantsPartition ? "partition:\(one.id)" : String(one.id)
                guard !seen.contains(one.node), !taken[one.node, default: []].contains(key) else { continue }
                seen.insert(one.node)
                taken[one.node, default: []].append(key)
                if !disk.label.isEmpty { found[one.node, default: []].append(Match(key: key, label: disk.label)) }
            }
        }
        let complete = taken.filter { $0.value.count == disks.count }.keys
        return Dictionary(uniqueKeysWithValues: complete.map { ($0, found[$0] ?? []) })
    }

    /// The root part looks at what holds `/`; the others at disks and partitions without any use.
    private static func candidates(_ db: Connection, root: Bool, partition: Bool) throws -> [Candidate] {
        let sql =
            switch (root, partition) {
            case (true, true):
                """
                SELECT partitions.*, block_devices.node_id FROM partitions
                JOIN block_devices ON block_devices.id = partitions.block_device_id
                JOIN filesystems ON partition_id = partitions.id WHERE mount_point = '/' AND acquired = 0
                ORDER BY filesystems.id
                """
            case (true, false):
                """
                SELECT block_devices.* FROM block_devices JOIN filesystems
                ON filesystems.block_device_id = block_devices.id OR partition_id IN
                (SELECT id FROM partitions WHERE partitions.block_device_id = block_devices.id)
                WHERE mount_point = '/' AND acquired = 0 ORDER BY filesystems.id
                """
            case (false, true):
                """
                SELECT partitions.*, block_devices.node_id FROM partitions
                JOIN block_devices ON block_devices.id = partitions.block_device_id
                WHERE partitions.id NOT IN (SELECT partition_id FROM filesystems WHERE partition_id IS NOT NULL)
                ORDER BY partitions.size
                """
            case (false, false):
                """
                SELECT * FROM block_devices WHERE partition_table_type IS NULL AND id NOT IN
                (SELECT block_device_id FROM filesystems WHERE block_device_id IS NOT NULL) ORDER BY size
                """
            }
        return try db.query(sql) { row in
            Candidate(
                id: try row["id"], node: try row["node_id"], size: try row["size"],
                tags: Set(try JSONValue(column: "tags", of: row).strings))
        }
    }
}
