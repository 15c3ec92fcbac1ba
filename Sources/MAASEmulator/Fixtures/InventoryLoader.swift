import Formats
import MAASRegion
import SQLite

/// Reads a fixture into an empty region. The format is in `docs/fixture-format.md`.
struct InventoryLoader {
    package let state: RegionState
    let numbers: FixtureNumbers
    let runs = FixtureRuns()
    private let fixture: JSONValue
    package var db: Connection { state.db }

    init(_ state: RegionState, _ fixture: JSONValue) {
        self.state = state
        self.fixture = fixture
        numbers = FixtureNumbers(fixture)
    }

    /// Reads everything, in an order in which references point back.
    /// - Throws: `FixtureError` with the place of the first thing that is wrong.
    package func load() throws {
        let root = try FixtureValue(value: fixture, path: "").object(
            "users", "zones", "resource_pools", "tags", "domains", "spaces", "fabrics", "subnets", "ip_ranges",
            "boot_resources", "boot_sources", "image_streams", "controllers", "hardware", "vm_hosts", "machines",
            "events", "discoveries", "timings")
        try addSystemUser()
        try BuiltinScripts.load(state)
        for user in try root.list("users") { try guarded(user) { try addUser($0) } }
        try addPlacement(root)
        for value in try root.list("spaces") { try guarded(value) { try addSpace($0) } }
        for value in try root.list("fabrics") { try guarded(value) { try addFabric($0) } }
        for value in try root.list("subnets") { try guarded(value) { try addSubnet($0) } }
        for value in try root.list("ip_ranges") { try guarded(value) { try addRange($0) } }
        for value in try root.list("boot_resources") { try guarded(value) { try addBootResource($0) } }
        try addImagesOfStandardRelease()
        try addImageSources(root)
        for value in try root.list("controllers") { try guarded(value) { try addController($0) } }
        try connectRacks(try root.list("fabrics"))
        if let hardware = root["hardware"] { try addHardware(hardware) }
        for value in try root.list("machines") { try guarded(value) { try addMachine($0) } }
        for value in try root.list("vm_hosts") { try guarded(value) { try addVMHost($0) } }
        try connectVirtualMachines(try root.list("machines"))
        for value in try root.list("discoveries") { try guarded(value) { try addDiscovery($0) } }
        try runs.addResults(state)
        for value in try root.list("events") { try guarded(value) { try addEvent($0) } }
        for machine in try Node.all(db, .machine) where machine.usesAcquiredFilesystems {
            try Filesystem.acquire(db, node: machine.id)
        }
        try addTimings(root["timings"])
    }

    /// Turns what the database refuses into an error at the place that caused it.
    func guarded(_ value: FixtureValue, _ body: (FixtureValue) throws -> Void) throws {
        do {
            try body(value)
        } catch let error as DatabaseError {
            throw value.error(error.isUniqueViolation ? "is there twice (\(error.message))" : error.message)
        }
    }

    /// The users that MAAS keeps for itself and for machines that boot.
    private func addSystemUser() throws {
        try db.insert(
            into: "users",
            [
                "username": "MAAS", "email": "maas@localhost",
                "is_superuser": state.version.has(.systemUserIsAdministrator),
                "is_system": true,
            ])
        try db.insert(
            into: "users",
            ["username": "maas-init-node", "email": "node-init-user@localhost", "is_system": true])
    }

    private func addUser(_ value: FixtureValue) throws {
        let user = try value.object("username", "email", "is_superuser", "api_key", "password")
        let id = try db.insert(
            into: "users",
            [
                "username": try user.text("username"), "email": try user.text("email", default: ""),
                "password": try user.text("password", default: ""),
                "is_superuser": try user.flag("is_superuser", default: false),
            ])
        guard let key = user["api_key"] else { return }
        let parts = try key.text().split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw key.error("must have the form consumer:token:secret")
        }
        try db.insert(
            into: "tokens",
            [
                "user_id": id, "name": "MAAS consumer", "consumer_key": parts[0], "key": parts[1], "secret": parts[2],
            ])
    }

    private func addPlacement(_ root: FixtureObject) throws {
        // Zone 1, pool 0 and domain 0 exist in every region; a fixture may call them otherwise.
        try db.insert(into: "zones", ["id": Zone.defaultID, "name": "default"])
        try db.insert(
            into: "resource_pools", ["id": ResourcePool.defaultID, "name": "default", "description": "Default pool"])
        try db.insert(into: "domains", ["id": 0, "name": "maas", "is_default": true])
        for value in try root.list("zones") {
            try guarded(value) { try addNamed($0, "zones", standard: Zone.defaultID) }
        }
        for value in try root.list("resource_pools") {
            try guarded(value) { try addNamed($0, "resource_pools", standard: ResourcePool.defaultID) }
        }
        for value in try root.list("tags") {
            try guarded(value) { value in
                let tag = try value.object("name", "comment", "definition", "kernel_opts")
                try db.insert(
                    into: "tags",
                    [
                        "name": try tag.text("name"), "comment": try tag.text("comment", default: ""),
                        "definition": try tag.text("definition", default: ""),
                        "kernel_opts": try tag.text("kernel_opts", default: ""),
                    ])
            }
        }
        for value in try root.list("domains") { try guarded(value) { try addDomain($0) } }
    }

    private func addNamed(_ value: FixtureValue, _ table: String, standard: Int) throws {
        let object = try value.object("id", "name", "description")
        let id = try numbers.id(table, object)
        let name = try object.text("name")
        let description = try object.text("description", default: "")
        if id == standard {
            try db.update(table, id: standard, ["name": name, "description": description])
        } else {
            try db.insert(into: table, ["id": id, "name": name, "description": description])
        }
    }

    private func addDomain(_ value: FixtureValue) throws {
        let object = try value.object("id", "name", "authoritative", "ttl", "is_default")
        let id = try numbers.id("domains", object)
        let name = try object.text("name")
        let authoritative = try object.flag("authoritative", default: true)
        let ttl = try object.optionalInteger("ttl", 1...604_800)
        if id == 0 {
            try db.update("domains", id: 0, ["name": name, "authoritative": authoritative, "ttl": ttl])
        } else {
            try db.insert(
                into: "domains", ["id": id, "name": name, "authoritative": authoritative, "ttl": ttl])
        }
        if try object.flag("is_default", default: false) {
            try db.execute("UPDATE domains SET is_default = (name = ?)", name)
        }
    }

    private func addEvent(_ value: FixtureValue) throws {
        let object = try value.object("id", "hostname", "level", "type", "description", "username")
        let hostname = try object.text("hostname")
        guard
            let node = try db.first(
                Node.select + " WHERE hostname = ? ORDER BY nodes.id LIMIT 1", hostname, row: Node.init)
        else { throw FixtureError(path: object.place("hostname"), reason: "no node is called \(hostname)") }
        let word = try object.word("level", of: Event.Level.allCases.map(\.label), default: "INFO")
        let level = Event.Level.allCases.first { $0.label == word } ?? .info
        try db.insert(
            into: "events",
            [
                "id": try numbers.id("events", object), "node_id": node.id, "node_system_id": node.systemID,
                "node_hostname": hostname, "username": try object.text("username", default: "unknown"),
                "level": level.rawValue, "type": try object.text("type"),
                "description": try object.text("description", default: ""), "created": try state.now,
            ])
    }

    /// Durations of the machine's life, seconds of region time.
    private func addTimings(_ value: FixtureValue?) throws {
        for (name, duration) in try value?.dictionary() ?? [] {
            guard Timings.names.contains(name) else {
                throw duration.error("unknown key; known here are \(Timings.names.sorted().joined(separator: ", "))")
            }
            try state.set(setting: "timing.\(name)", String(try duration.number(0...31_536_000)))
        }
    }
}
