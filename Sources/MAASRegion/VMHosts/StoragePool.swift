import Formats
import SQLite

/// A storage pool of a VM host.
package struct StoragePool {
    package let id: String
    package let name: String
    package let type: String
    package let path: String
    /// bytes
    package let total: Int
    /// bytes taken by the disks of VMs in the tracked project
    package let used: Int
    package let isDefault: Bool

    package var available: Int { total.saturatedMinus(used) }

    /// The pools of a host, in the order of discovery. The first one is the default unless another was chosen.
    package static func all(_ db: Connection, host: VMHost) throws -> [StoragePool] {
        let disks = try VirtualMachine.all(db, host: host.id)
            .filter { host.project == nil || $0.project == host.project }.flatMap { try $0.disks(db) }
        let first: String? = try db.scalar(
            "SELECT pool_id FROM storage_pools WHERE vm_host_id = ? ORDER BY id LIMIT 1", host.id)
        let chosen = host.defaultStoragePool ?? first
        return try db.query("SELECT * FROM storage_pools WHERE vm_host_id = ? ORDER BY id", host.id) { row in
            let id: String = try row["pool_id"]
            return StoragePool(
                id: id, name: try row["name"], type: try row["type"], path: try row["path"], total: try row["total"],
                used: disks.filter { $0.storagePool == id }.map(\.size).saturatedSum, isDefault: id == chosen)
        }
    }
}
