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
        unpinnedCores = try row["unpinned_cores"]
        pinnedCores = try JSONValue(column: "pinned_cores", of: row).integers
        memory = try row["memory"]
        hugepagesBacked = try row["hugepages_backed"]
    }

    package var cores: Int { [unpinnedCores, pinnedCores.count].saturatedSum }

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

    package func disks(_ db: Connection) throws -> [Disk] {
        try db.query("SELECT * FROM virtual_machine_disks WHERE virtual_machine_id = ? ORDER BY id", id) {
            Disk(name: try $0["name"], size: try $0["size"], storagePool: try $0["storage_pool"])
        }
    }
}
