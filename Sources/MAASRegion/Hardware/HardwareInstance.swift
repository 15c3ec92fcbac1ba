import Formats
import SQLite

/// A VM that lives on a hypervisor.
package struct HardwareInstance {
    package struct Disk {
        package var label: String
        /// bytes
        package var size: Int
        package var tags: [String]
        /// The id of the storage pool it is in.
        package var pool: String?

        package var json: JSONValue {
            .object([
                "label": .string(label), "size": .integer(size), "tags": .array(tags.map(JSONValue.string)),
                "pool": pool.map(JSONValue.string) ?? .null,
            ])
        }
    }

    package struct NIC {
        package var mac: String
        var attachName: String
        var attachType: String
        package var vid: Int

        package init(mac: String, attachName: String, attachType: String, vid: Int) {
            self.mac = mac
            self.attachName = attachName
            self.attachType = attachType
            self.vid = vid
        }

        package var json: JSONValue {
            .object([
                "mac": .string(mac), "attach_name": .string(attachName), "attach_type": .string(attachType),
                "vid": .integer(vid),
            ])
        }
    }

    package var project: String
    package var name: String
    package var cores: Int
    package var pinnedCores: [Int]
    /// MiB
    package var memory: Int
    package var hugepages: Bool
    package var disks: [Disk]
    package var nics: [NIC]
    package var power: PowerState

    package init(
        project: String, name: String, cores: Int, pinnedCores: [Int] = [], memory: Int, hugepages: Bool = false,
        disks: [Disk], nics: [NIC], power: PowerState
    ) {
        self.project = project
        self.name = name
        self.cores = cores
        self.pinnedCores = pinnedCores
        self.memory = memory
        self.hugepages = hugepages
        self.disks = disks
        self.nics = nics
        self.power = power
    }

    package init(_ row: Row) throws {
        project = try row["project"]
        name = try row["name"]
        cores = try row["cores"]
        pinnedCores = try JSONValue(column: "pinned_cores", of: row).integers
        memory = try row["memory"]
        hugepages = try row["hugepages"]
        power = try row.stored("power")
        guard case .array(let disks) = try JSONValue(column: "disks", of: row),
            case .array(let nics) = try JSONValue(column: "nics", of: row)
        else {
            self.disks = []
            self.nics = []
            return
        }
        self.disks = disks.enumerated().map { index, disk in
            Disk(
                label: disk["label"]?.string ?? "disk\(index)", size: disk["size"]?.integer ?? 0,
                tags: disk["tags"]?.strings ?? [], pool: disk["pool"]?.string)
        }
        self.nics = nics.map { nic in
            NIC(
                mac: nic["mac"]?.string ?? "", attachName: nic["attach_name"]?.string ?? "",
                attachType: nic["attach_type"]?.string ?? "bridge", vid: nic["vid"]?.integer ?? 0)
        }
    }

    package static func all(_ db: Connection, host: Int) throws -> [HardwareInstance] {
        try db.query("SELECT * FROM hardware_instances WHERE host_id = ? ORDER BY id", host, row: HardwareInstance.init)
    }

    package func save(_ db: Connection, host: Int) throws {
        try db.insert(
            into: "hardware_instances",
            [
                "host_id": host, "project": project, "name": name, "cores": cores,
                "pinned_cores": JSONValue.array(pinnedCores.map(JSONValue.integer)).text, "memory": memory,
                "hugepages": hugepages, "disks": JSONValue.array(disks.map(\.json)).text,
                "nics": JSONValue.array(nics.map(\.json)).text, "power": power,
            ])
    }

    package static func remove(_ db: Connection, host: Int, project: String, name: String) throws {
        try db.execute(
            "DELETE FROM hardware_instances WHERE host_id = ? AND project = ? AND name = ?", host, project, name)
    }

    /// Switches the VM off.
    package func powerOff(_ db: Connection, host: Int) throws {
        try db.execute(
            "UPDATE hardware_instances SET power = 'off' WHERE host_id = ? AND project = ? AND name = ?", host, project,
            name)
    }
}
