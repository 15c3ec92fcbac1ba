import MAASClient

extension DiskSpec {
    /// Disks as MAAS's `storage` constraint; `nil` for none.
    /// - Throws: `LXDError` of kind `invalidSpec` that names the disk.
    static func storage(of disks: [DiskSpec]) throws(LXDError) -> StorageConstraint? {
        guard !disks.isEmpty else { return nil }
        var wanted: [DiskConstraint] = []
        for (index, disk) in disks.enumerated() {
            guard let size = DiskSize(disk.size) else {
                throw LXDError(.invalidSpec, "disk \(index): '\(disk.size)' is not a size such as 20GB or 20GiB")
            }
            wanted.append(
                DiskConstraint(
                    StorageSize(bytes: size.bytes), label: index == 0 ? "root" : "disk\(index)", pool: disk.pool,
                    tags: disk.tags))
        }
        let constraint = StorageConstraint(wanted)
        do {
            try constraint.check()
        } catch {
            throw LXDError(.invalidSpec, error.invalidReason, cause: error)
        }
        return constraint
    }
}

extension MAASError {
    /// What is wrong with an argument, without its name.
    fileprivate var invalidReason: String {
        if case .invalidArgument(_, let reason) = self { reason } else { description }
    }
}
