// Written by script/generate-client.py; change Description/operations.json instead.

/// The machines of a region (MAAS: machines/).
public struct Machines: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Machines {
    /// List machines (MAAS: `GET machines/`).
    public func list(_ parameters: NodeFilter = NodeFilter()) async throws -> [Machine] {
        try await connection.decode(APICall("GET", path, query: parameters.params))
    }

    /// Add a machine (MAAS: `POST machines/`).
    @discardableResult
    public func create(_ parameters: MachineCreation) async throws -> Machine {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }

    /// Whether a MAC address belongs to a node (MAAS: `GET machines/?op=is_registered`).
    /// - Parameter macAddress: MAC address.
    public func isRegistered(_ macAddress: String) async throws -> Bool {
        var params = Params()
        params.set("mac_address", macAddress)
        return try await connection.decode(APICall("GET", path, op: "is_registered", query: params))
    }

    /// Put nodes into a zone (MAAS: `POST machines/?op=set_zone`).
    /// - Parameters:
    ///   - nodes: system id.
    ///   - zone: the zone's name.
    public func setZone(nodes: [String], zone: String) async throws {
        var params = Params()
        params.add("nodes", each: nodes)
        params.set("zone", zone)
        try await connection.perform(APICall("POST", path, op: "set_zone", form: params))
    }

    /// Machines that the caller has allocated (MAAS: `GET machines/?op=list_allocated`).
    /// - Parameter id: system id.
    public func listAllocated(id: [String]? = nil) async throws -> [Machine] {
        var params = Params()
        params.add("id", each: id)
        return try await connection.decode(APICall("GET", path, op: "list_allocated", query: params))
    }

    /// Power parameters of machines, secrets included (MAAS: `GET machines/?op=power_parameters`).
    /// - Parameter id: system id.
    public func powerParameters(_ id: [String]) async throws -> [String: PowerParameters] {
        var params = Params()
        params.add("id", each: id)
        return try await connection.decode(APICall("GET", path, op: "power_parameters", query: params))
    }

    /// Accept enlisted machines (MAAS: `POST machines/?op=accept`).
    /// - Parameter machines: system id.
    @discardableResult
    public func accept(machines: [String]? = nil) async throws -> [Machine] {
        var params = Params()
        params.add("machines", each: machines)
        return try await connection.decode(APICall("POST", path, op: "accept", form: params))
    }

    /// Accept every enlisted machine (MAAS: `POST machines/?op=accept_all`).
    @discardableResult
    public func acceptAll() async throws -> [Machine] {
        try await connection.decode(APICall("POST", path, op: "accept_all", form: Params()))
    }

    /// Give machines back (MAAS: `POST machines/?op=release`).
    /// - Parameters:
    ///   - machines: system id.
    ///   - comment: for the event log.
    @discardableResult
    public func release(machines: [String], comment: String? = nil) async throws -> [String] {
        var params = Params()
        params.add("machines", each: machines)
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "release", form: params))
    }

    /// Take a machine that satisfies constraints (MAAS: `POST machines/?op=allocate`).
    @discardableResult
    public func allocate(_ parameters: MachineAllocation = MachineAllocation()) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "allocate", form: parameters.params, mayRetry: false))
    }

    /// Add the machines of a chassis (MAAS: `POST machines/?op=add_chassis`).
    public func addChassis(_ parameters: Chassis) async throws -> String {
        try await connection.text(APICall("POST", path, op: "add_chassis", form: parameters.params, mayRetry: false))
    }

    /// Copy a machine's storage and networks to others (MAAS: `POST machines/?op=clone`).
    /// - Parameters:
    ///   - source: system id or host name.
    ///   - destinations: system ids or host names, parted by commas.
    ///   - storage: copy the disks' layout.
    ///   - interfaces: copy the networks.
    public func clone(source: String, destinations: [String], storage: Bool, interfaces: Bool) async throws {
        var params = Params()
        params.set("source", source)
        params.set("destinations", joined: destinations)
        params.set("storage", storage)
        params.set("interfaces", interfaces)
        try await connection.perform(APICall("POST", path, op: "clone", form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Physical machines and VMs alike: `machines/`.
    public var machines: Machines { Machines(connection: connection, path: "machines/") }
}
