import Formats
import SQLite

/// A disk of a node with what is on it: a physical one, or a virtual one that a group provides.
package struct BlockDevice {
    package enum Kind: String, SQLReadable, SQLBindable { case physical, virtual }

    package let id: Int
    package let node: Node
    package let kind: Kind
    /// As it was named; a logical volume's without its group's.
    package let name: String
    package let uuid: String?
    package let model: String
    package let serial: String
    package let idPath: String?
    /// bytes
    package let size: Int
    package let blockSize: Int
    package let tags: [String]
    package let firmwareVersion: String?
    package let numaNode: Int?
    package let storagePool: String?
    package let partitionTableType: String?
    /// The group that provides it, when it is virtual.
    package let groupID: Int?
    /// Its name as the operating system has it: a logical volume's begins with that of its group.
    package let fullName: String
    package let filesystem: Filesystem?
    package let partitions: [Partition]
    private let purpose: String?

    package init(
        _ row: Row, node: Node, fullName: String, filesystem: Filesystem?, purpose: String?, partitions: [Partition]
    ) throws {
        id = try row["id"]
        self.node = node
        kind = try row["type"]
        name = try row["name"]
        uuid = try row["uuid"]
        model = try row["model"]
        serial = try row["serial"]
        idPath = try row["id_path"]
        size = try row["size"]
        blockSize = try row["block_size"]
        tags = try row.strings("tags")
        firmwareVersion = try row["firmware_version"]
        numaNode = try row["numa_node"]
        storagePool = try row["storage_pool"]
        partitionTableType = try row["partition_table_type"]
        groupID = try row["group_id"]
        self.fullName = fullName
        self.filesystem = filesystem
        self.purpose = purpose
        self.partitions = partitionTableType == nil ? [] : partitions
    }

    /// bytes
    package static let leastSize = 4 << 20
    /// bytes
    package static let leastBlockSize = 512
    /// bytes; what MAAS's column holds
    package static let greatestBlockSize = Int(Int32.max)

    /// Bytes that a partition table takes: 4 MiB before the first partition, 1 MiB for the backup at the end, and
    /// what the firmware of the machine needs.
    var partitionTableOverhead: Int {
        let mebibyte = 1 << 20
        let firmware = node.isPPC ? 8 : node.architecture.hasPrefix("amd64/") && node.biosBootMethod != "uefi" ? 1 : 0
        return (5 + firmware) * mebibyte
    }

    /// Bytes of the partitions and their table; as many as an integer holds where there are more.
    private var partitioned: Int {
        Int(clamping: partitions.reduce(Int128(partitionTableOverhead)) { $0 + Int128($1.size) })
    }

    /// Bytes beside the table and the partitions, whatever file system the disk itself may have; negative when they
    /// are too many.
    var roomForPartition: Int { Partition.aligned(Int(clamping: Int128(size) - Int128(partitioned))) }

    /// Bytes in partitions and the table itself, or all of it under a file system.
    package var usedSize: Int {
        if filesystem != nil { return size }
        return partitionTableType == nil ? 0 : partitioned
    }

    /// Bytes that another partition could have.
    package var availableSize: Int { filesystem == nil ? roomForPartition : 0 }

    package var usedFor: String {
        if filesystem != nil { return purpose ?? "Unused" }
        guard let partitionTableType else { return "Unused" }
        return "\(partitionTableType) partitioned with \(partitions.count) partition"
            + (partitions.count > 1 ? "s" : "")
    }
}

extension Node {
    /// Whether it is a machine that boots from a PReP partition.
    var isPPC: Bool { Self.isPPC(architecture) }
    package static func isPPC(_ architecture: String) -> Bool { architecture.hasPrefix("ppc64el/") }

    /// How it boots, for MAAS (`get_bios_boot_method`): what commissioning found, else what its BMC is told to do,
    /// else PXE by a BIOS.
    package func bootMethod(_ db: Connection) throws -> String {
        try Self.bootMethod(found: biosBootMethod, power: powerType) {
            try bmcID.flatMap { bmc -> String? in
                try db.scalar("SELECT power_parameters ->> '$.power_boot_type' FROM bmcs WHERE id = ?", bmc)
            }
        }
    }

    /// The same of what is known of a machine.
    /// - Parameters:
    ///   - found: what commissioning found.
    ///   - power: the type of its BMC; empty for none.
    ///   - bootType: what its BMC is told to do.
    package static func bootMethod(found: String?, power: String, _ bootType: () throws -> String?) rethrows -> String {
        let known: Set<String> = ["pxe", "uefi", "powernv", "powerkvm", "s390x_partition"]
        if let found, known.contains(found) { return found }
        return try power == "ipmi" && bootType() == "efi" ? "uefi" : "pxe"
    }
}
