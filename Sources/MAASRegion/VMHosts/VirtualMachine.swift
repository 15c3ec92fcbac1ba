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
        try Self.disks(db, of: [id])[id] ?? []
    }

    /// The disks of some VMs, by the VMs' ids.
    package static func disks(_ db: Connection, of machines: some Sequence<Int>) throws -> [Int: [Disk]] {
        let ids = machines.ids
        let rows = try db.query(
            "SELECT * FROM virtual_machine_disks WHERE virtual_machine_id IN \(ids.list) ORDER BY id", ids
        ) { row in
            (
                machine: try row["virtual_machine_id"] as Int,
                disk: Disk(name: try row["name"], size: try row["size"], storagePool: try row["storage_pool"])
            )
        }
        return Dictionary(grouping: rows, by: \.machine).mapValues { $0.map(\.disk) }
    }
}
