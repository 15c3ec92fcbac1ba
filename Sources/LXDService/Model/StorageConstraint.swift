/// Turns disks into MAAS's `storage` constraint: `label:size(tag,tag),…`, size in GB, the pool as a tag.
enum StorageConstraint {
    /// - Throws: `LXDError` of kind `invalidSpec` that names the disk.
    static func text(for disks: [DiskSpec]) throws(LXDError) -> String? {
        guard !disks.isEmpty else { return nil }
        var constraints: [String] = []
        for (index, disk) in disks.enumerated() {
            guard let size = DiskSize(disk.size) else {
                throw LXDError(.invalidSpec, "disk \(index): '\(disk.size)' is not a size such as 20GB or 20GiB")
            }
            let tags = (disk.pool.map { [$0] } ?? []) + disk.tags
            for tag in tags where tag.isEmpty || tag.contains(where: { ",() ".contains($0) }) {
                throw LXDError(.invalidSpec, "disk \(index): '\(tag)' cannot be written in MAAS's storage constraint")
            }
            let label = index == 0 ? "root" : "disk\(index)"
            constraints.append("\(label):\(size.gigabytes)" + (tags.isEmpty ? "" : "(\(tags.joined(separator: ",")))"))
        }
        return constraints.joined(separator: ",")
    }
}
