/// A disk that is wanted: one to allocate a machine by, or to compose a VM with.
public struct DiskConstraint: Sendable, Hashable {
    /// Letters and digits; MAAS names the disk by it in what it answers. `nil` leaves it nameless.
    public var label: String?
    /// At least so large, for an allocation; just so large, for a VM.
    public var size: StorageSize
    /// For a VM, the name of the storage pool that the disk goes to. MAAS takes the default pool, without a word, where
    /// the host has none of this name.
    public var pool: String?
    /// For an allocation: all of them must be there, such as `ssd`; `partition` takes a partition instead of a disk.
    public var tags: [String]

    /// A disk of this size, and whatever else is said.
    public init(_ size: StorageSize, label: String? = nil, pool: String? = nil, tags: [String] = []) {
        self.label = label
        self.size = size
        self.pool = pool
        self.tags = tags
    }

    var text: String {
        let tags = (pool.map { [$0] } ?? []) + tags
        return (label.map { "\($0):" } ?? "") + "\(size)" + (tags.isEmpty ? "" : "(\(tags.joined(separator: ",")))")
    }
}

/// MAAS's `storage` constraint: `label:size(tag,tag),…`, sizes in GB, the first one for the disk that is booted from.
///
///     let storage: StorageConstraint = [DiskConstraint(.gigabytes(20), label: "root", pool: "fast")]
public struct StorageConstraint: Sendable, Hashable, ParamValue, ExpressibleByArrayLiteral, CustomStringConvertible {
    /// In MAAS's order: the first one is the boot disk.
    public var disks: [DiskConstraint]

    /// These disks.
    public init(_ disks: [DiskConstraint]) { self.disks = disks }

    /// These disks.
    public init(arrayLiteral disks: DiskConstraint...) { self.disks = disks }

    /// As MAAS reads it.
    public var description: String { disks.map(\.text).joined(separator: ",") }

    /// As MAAS reads it.
    public var paramText: String { description }

    /// Looks for what MAAS's grammar has no way to say. MAAS would refuse it, or read something else.
    /// - Throws: `MAASError.invalidArgument` that names the disk.
    public func check() throws(MAASError) {
        for (index, disk) in disks.enumerated() {
            func wrong(_ reason: String) -> MAASError {
                .invalidArgument(name: "storage", reason: "disk \(index): \(reason)")
            }
            if disk.size.bytes <= 0 { throw wrong("its size is \(disk.size.bytes) bytes") }
            if let label = disk.label,
                label.isEmpty || !label.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
            {
                throw wrong("label '\(label)' is not of letters and digits")
            }
            for tag in (disk.pool.map { [$0] } ?? []) + disk.tags
            where tag.isEmpty || tag.contains(where: { ",() ".contains($0) }) {
                throw wrong("'\(tag)' cannot be written in MAAS's storage constraint")
            }
        }
    }
}
