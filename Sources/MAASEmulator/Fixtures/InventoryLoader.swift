import Formats
import MAASRegion
import SQLite

/// Reads a fixture into an empty region. The format is in `docs/fixture-format.md`.
struct InventoryLoader {
    package let state: RegionState
    let numbers: FixtureNumbers
    let runs = FixtureRuns()
    let complaints = FixtureComplaints()
    let lookups = FixtureLookups()
    /// The names that the fixture's lists give, for those who refer to them.
    let declared: FixtureNames
    /// Who plays the machines that say nothing of it.
    let played: String
    /// Whether the fixture was written by a region, and not by a person.
    let isCaptured: Bool
    private let expansion: FixtureExpansion
    private let fixture: JSONValue
    package var db: Connection { state.db }

    /// - Parameter fixture: as it is written.
    init(_ state: RegionState, _ fixture: JSONValue) {
        self.state = state
        expansion = FixtureExpansion(fixture)
        if case .object = fixture {
            self.fixture = FixtureStandards(expansion.fixture).fixture
        } else {
            self.fixture = fixture
        }
        played = self.fixture["plays"]?.string ?? "clock"
        isCaptured = self.fixture["captured"] == .bool(true)
        numbers = FixtureNumbers(self.fixture)
        declared = FixtureNames(self.fixture)
    }

    /// Reads everything, in an order in which references point back.
    /// - Throws: `FixtureError` with everything that is wrong, each with its place.
    package func load() throws {
        guard case .object(var members) = fixture else {
            throw FixtureError(path: "", reason: "must be an object, not \(fixture.kind)")
        }
        let misshapen = FixtureShapeCheck(fixture).errors
        var errors = try misshapen + FixtureRules(fixture, state.version).errors
        // What is of the wrong shape is left out: the rest may have mistakes too.
        for key in members.keys where FixtureKind.fixture.key(key) == nil { members[key] = nil }
        for (key, value) in members {
            let places = misshapen.map(\.path).filter { $0 == key || $0.hasPrefix(key + ".") }
            if !places.isEmpty || value == .null { members[key] = nil }
        }
        complaints.misshapen = Set(
            misshapen.compactMap { error in error.path.firstIndex(of: "]").map { String(error.path[...$0]) } })
        try load(FixtureObject(members: members))
        errors += complaints.all.filter { new in !errors.contains { $0.path == new.path } }
        if let error = FixtureError(expansion.errors + errors.map(expansion.located)) { throw error }
    }

    private func load(_ root: FixtureObject) throws {
        try numbers.keep(db)
        if played != "clock" { try state.set(setting: "plays", played) }
        try addSystemUser()
        try BuiltinScripts.load(state)
        try each(root, "users", addUser)
        try each(root, "user_groups", addUserGroup)
        try addPlacement(root)
        try each(root, "spaces", addSpace)
        try each(root, "fabrics", addFabric)
        try each(root, "subnets", addSubnet)
        try each(root, "ip_ranges", addRange)
        try each(root, "static_routes", addStaticRoute)
        try addImages(root)
        try addSettings(root)
        try each(root, "controllers", addController)
        try connectVLANs(try root.list("fabrics").filter { !complaints.misshapen.contains($0.path) })
        if let hardware = root["hardware"] { try addHardware(hardware) }
        let hosts = Set(try root.list("vm_hosts").compactMap { $0.value["host"]?.string })
        try each(root, "machines") { try addMachine($0, runsVMHost: hosts) }
        try each(root, "vm_hosts", addVMHost)
        try connectVirtualMachines(try root.list("machines"))
        try connectMachines(try root.list("machines"), root["hardware"])
        try each(root, "devices", addDevice)
        try each(root, "ip_addresses", addHeldAddress)
        try each(root, "reserved_ips", addReservedIP)
        try each(root, "dns_resources", addDNSResource)
        try each(root, "discoveries", addDiscovery)
        try each(root, "dhcp_snippets", addDHCPSnippet)
        try each(root, "scripts", addScript)
        try each(root, "package_repositories", addPackageRepository)
        try each(root, "notifications", addNotification)
        try each(root, "license_keys", addLicenseKey)
        try runs.addResults(state)
        try Tag.populateNewRegion(db)
        try each(root, "events", addEvent)
        for machine in try Node.usingAcquiredFilesystems(db) { try Filesystem.acquire(db, node: machine) }
        try addTimings(root["timings"])
    }

    /// Reads every element of a list, whatever becomes of the others.
    private func each(_ root: FixtureObject, _ key: String, _ body: (FixtureValue) throws -> Void) throws {
        for value in try root.list(key) where !complaints.misshapen.contains(value.path) { try guarded(value, body) }
    }

    /// Notes what is wrong in a part, and goes on. What MAAS's rules and the database refuse becomes an error at the
    /// place that caused it.
    func guarded(_ value: FixtureValue, _ body: (FixtureValue) throws -> Void) throws {
        do {
            try body(value)
        } catch let error as FixtureError {
            complaints.add(error)
        } catch let refusal as Refusal {
            complaints.add(value.error(refusal.text))
        } catch let error as DatabaseError where error.isUniqueViolation {
            complaints.add(value.error("is there twice (\(error.message))"))
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
        let user = try value.object(.user)
        let id = try db.insert(
            into: "users",
            [
                "username": try user.text("username"), "email": try user.text("email", default: ""),
                "password": try user.text("password", default: ""),
                "is_superuser": try user.flag("is_superuser", default: false),
            ])
        for (key, isValid, insert) in [
            ("ssh_keys", SSHKey.isValid, SSHKey.insert), ("ssl_keys", SSLKey.isValid, SSLKey.insert),
        ] {
            for value in try user.list(key) {
                let text = try value.text()
                guard isValid(text) else { throw value.error("is no public \(key.prefix(3).uppercased()) key") }
                _ = try insert(db, text, id)
            }
        }
        if let key = user["api_key"] { try addToken(key, name: Token.standardName, user: id) }
        for value in try user.list("tokens") {
            let token = try value.object(.token)
            try addToken(token.required("api_key"), name: token.text("name"), user: id)
        }
    }

    private func addToken(_ key: FixtureValue, name: String, user id: Int) throws {
        let parts = try key.text().split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw key.error("must have the form consumer:token:secret")
        }
        try db.insert(
            into: "tokens",
            [
                "user_id": id, "name": name, "consumer_key": parts[0], "key": parts[1], "secret": parts[2],
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
                let tag = try value.object(.tag)
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
        let object = try value.object(table == "zones" ? .zone : .resourcePool)
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
        let object = try value.object(.domain)
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
        let object = try value.object(.event)
        let hostname = try object.text("hostname")
        guard
            let node = try db.first(
                Node.select + " WHERE hostname = ? ORDER BY nodes.id LIMIT 1", hostname, row: Node.init)
        else { throw FixtureError(path: object.place("hostname"), reason: "no node is called \(hostname)") }
        let level = try object.choice("level", of: Event.Level.allCases, by: \.label, default: .info)
        try db.insert(
            into: "events",
            [
                "id": try numbers.id("events", object), "node_id": node.id, "node_system_id": node.systemID,
                "node_hostname": try object.text("known_as", default: hostname),
                "username": try object.text("username", default: "unknown"),
                "level": level.rawValue, "type": try object.text("type"),
                "description": try object.text("description", default: ""),
                "action": try object.text("action", default: ""), "created": try state.now,
            ])
    }

    /// Durations of the machine's life, seconds of region time.
    private func addTimings(_ value: FixtureValue?) throws {
        for (name, duration) in try value?.dictionary() ?? [] {
            guard Timings.names.contains(name) else {
                complaints.add(
                    duration.error(
                        "unknown key; known here are \(Timings.names.sorted().joined(separator: ", "))\(FixtureLikeness.hint(name, among: Timings.names))"
                    ))
                continue
            }
            try state.set(setting: "timing.\(name)", String(try duration.number(0...31_536_000)))
        }
    }
}
