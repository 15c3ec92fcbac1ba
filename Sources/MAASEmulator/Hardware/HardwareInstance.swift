import Formats
import SQLite

/// A VM that lives on a hypervisor.
struct HardwareInstance {
    struct Disk {
        var label: String
        /// bytes
        var size: Int
        var tags: [String]
        /// The id of the storage pool it is in.
        var pool: String?

        var json: JSONValue {
            .object([
                "label": .string(label), "size": .integer(size), "tags": .array(tags.map(JSONValue.string)),
                "pool": pool.map(JSONValue.string) ?? .null,
            ])
        }
    }

    struct NIC {
        var mac: String
        var attachName: String
        var attachType: String
        var vid: Int

        var json: JSONValue {
            .object([
                "mac": .string(mac), "attach_name": .string(attachName), "attach_type": .string(attachType),
                "vid": .integer(vid),
            ])
        }
    }

    var project: String
    var name: String
    var cores: Int
    var pinnedCores: [Int]
    /// MiB
    var memory: Int
    var hugepages: Bool
    var disks: [Disk]
    var nics: [NIC]
    var power: String

    init(
        project: String, name: String, cores: Int, pinnedCores: [Int] = [], memory: Int, hugepages: Bool = false,
        disks: [Disk], nics: [NIC], power: String
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

    init(_ row: Row) throws {
        project = try row["project"]
        name = try row["name"]
        cores = try row["cores"]
        pinnedCores = try JSONValue(column: "pinned_cores", of: row).integers
        memory = try row["memory"]
        hugepages = try row["hugepages"]
        power = try row["power"]
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

    static func all(_ db: Connection, host: Int) throws -> [HardwareInstance] {
        try db.query("SELECT * FROM hardware_instances WHERE host_id = ? ORDER BY id", host, row: HardwareInstance.init)
    }

    func save(_ db: Connection, host: Int) throws {
        try db.insert(
            into: "hardware_instances",
            [
                "host_id": host, "project": project, "name": name, "cores": cores,
                "pinned_cores": JSONValue.array(pinnedCores.map(JSONValue.integer)).text, "memory": memory,
                "hugepages": hugepages, "disks": JSONValue.array(disks.map(\.json)).text,
                "nics": JSONValue.array(nics.map(\.json)).text, "power": power,
            ])
    }

    static func remove(_ db: Connection, host: Int, project: String, name: String) throws {
        try db.execute(
            "DELETE FROM hardware_instances WHERE host_id = ? AND project = ? AND name = ?", host, project, name)
    }
}
