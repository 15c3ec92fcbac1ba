import Formats
import SQLite

/// A VM that MAAS knows to be on a VM host.
package struct VirtualMachine {
    package struct Disk {
        package let name: String
        /// bytes
        package let size: Int
        package let storagePool: String?
    }

    package let id: Int
    package let hostID: Int
    package let machineID: Int?
    /// The name of the instance on the hypervisor.
    package let identifier: String
    package let project: String
    package let unpinnedCores: Int
    package let pinnedCores: [Int]
    /// MiB
    package let memory: Int
    package let hugepagesBacked: Bool

    package init(_ row: Row) throws {
        id = try row["id"]
        hostID = try row["vm_host_id"]
        machineID = try row["machine_id"]
        identifier = try row["identifier"]
        project = try row["project"]
        (unpinnedCores, pinnedCores) = try Self.readCores(row)
        memory = try row["memory"]
        hugepagesBacked = try row["hugepages_backed"]
    }

    package var cores: Int { Self.sum(unpinnedCores, pinnedCores) }

    /// How many cores the VM of a row has.
    static func cores(_ row: Row) throws -> Int {
        let (unpinned, pinned) = try readCores(row)
        return sum(unpinned, pinned)
    }

    private static func readCores(_ row: Row) throws -> (unpinned: Int, pinned: [Int]) {
        (try row["unpinned_cores"], try JSONValue(column: "pinned_cores", of: row).integers)
    }

    private static func sum(_ unpinned: Int, _ pinned: [Int]) -> Int { [unpinned, pinned.count].saturatedSum }

    /// Every VM that MAAS knows of, in any project of any host.
    package static func all(_ db: Connection) throws -> [VirtualMachine] {
        try db.query("SELECT * FROM virtual_machines ORDER BY id", row: VirtualMachine.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> VirtualMachine? {
        try db.first("SELECT * FROM virtual_machines WHERE id = ?", id, row: VirtualMachine.init)
    }

    package static func all(_ db: Connection, host: Int) throws -> [VirtualMachine] {
        try db.query("SELECT * FROM virtual_machines WHERE vm_host_id = ? ORDER BY id", host, row: VirtualMachine.init)
    }

    /// The VM behind a machine.
    package static func find(_ db: Connection, machine: Int) throws -> VirtualMachine? {
        try db.first("SELECT * FROM virtual_machines WHERE machine_id = ?", machine, row: VirtualMachine.init)
    }

    /// In the order of creation.
    package func disks(_ db: Connection) throws -> [Disk] {
        try db.query("SELECT * FROM virtual_machine_disks WHERE virtual_machine_id = ? ORDER BY id", id) { row in
            Disk(name: try row["name"], size: try row["size"], storagePool: try row["storage_pool"])
        }
    }
}
