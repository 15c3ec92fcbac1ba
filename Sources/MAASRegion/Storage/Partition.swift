import Formats
import SQLite

/// A partition of a disk.
package struct Partition {
    package let id: Int
    package let deviceID: Int
    /// Its number in the table; the first one is kept for GRUB on disks that a BIOS boots from.
    package let number: Int
    package let uuid: String
    /// bytes
    package let size: Int
    package let bootable: Bool
    package let tags: [String]
    package let filesystem: Filesystem?
    package let usedFor: String
    /// The name of the disk and its number: `sda-part1`.
    package let name: String

    /// bytes; partitions start and end on whole 4 MiB
    static let alignment = 4 << 20
    /// bytes
    package static let leastSize = alignment
    /// bytes: 2 TiB, whole alignment steps
    static let greatestSizeForMBR = aligned(((1 << 32) - 1) * 512 - (1 << 20))

    package init(_ row: Row, of device: String, filesystem: Filesystem?, usedFor: String?) throws {
        id = try row["id"]
        deviceID = try row["block_device_id"]
        number = try row["number"]
        uuid = try row["uuid"]
        size = try row["size"]
        bootable = try row["bootable"]
        tags = try row.strings("tags")
        self.filesystem = filesystem
        self.usedFor = usedFor ?? "Unused"
        name = "\(device)-part\(number)"
    }

    /// The greatest whole number of alignment steps in so many bytes.
    package static func aligned(_ size: Int) -> Int {
        let rest = size % alignment
        return size - (rest < 0 ? rest + alignment : rest)
    }

    /// The number after `last` (0: none yet). The fourth of an MBR is the extended one, and where firmware needs a
    /// partition of its own the first of a GPT is kept for it.
    package static func number(after last: Int, isMBR: Bool, keepsFirst: Bool) -> Int {
        switch last {
        case 0: keepsFirst && !isMBR ? 2 : 1
        case 3 where isMBR: 5
        default: last + 1
        }
    }
}
