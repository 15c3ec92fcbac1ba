import Formats
import SQLite

/// A partition of a disk.
struct Partition {
    let id: Int
    let deviceID: Int
    /// Its number in the table; the first one is kept for GRUB on disks that a BIOS boots from.
    let number: Int
    let uuid: String
    /// bytes
    let size: Int
    let bootable: Bool
    let tags: [String]
    let filesystem: Filesystem?
    let usedFor: String
    /// The name of the disk and its number: `sda-part1`.
    let name: String

    /// bytes; partitions start and end on whole 4 MiB
    static let alignment = 4 << 20
    /// bytes
    static let leastSize = alignment
    /// bytes: 2 TiB, whole alignment steps
    static let greatestSizeForMBR = aligned(((1 << 32) - 1) * 512 - (1 << 20))

    init(_ row: Row, of device: String, filesystem: Filesystem?, usedFor: String?) throws {
        id = try row["id"]
        deviceID = try row["block_device_id"]
        number = try row["number"]
        uuid = try row["uuid"]
        size = try row["size"]
        bootable = try row["bootable"]
        tags = try JSONValue(column: "tags", of: row).strings
        self.filesystem = filesystem
        self.usedFor = usedFor ?? "Unused"
        name = "\(device)-part\(number)"
    }

    /// The greatest whole number of alignment steps in so many bytes.
    static func aligned(_ size: Int) -> Int {
        let rest = size % alignment
        return size - (rest < 0 ? rest + alignment : rest)
    }

    /// The number after `last` (0: none yet). The fourth of an MBR is the extended one, and where firmware needs a
    /// partition of its own the first of a GPT is kept for it.
    static func number(after last: Int, isMBR: Bool, keepsFirst: Bool) -> Int {
        switch last {
        case 0: keepsFirst && !isMBR ? 2 : 1
        case 3 where isMBR: 5
        default: last + 1
        }
    }
}
