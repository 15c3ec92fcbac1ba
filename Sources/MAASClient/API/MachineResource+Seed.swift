extension MachineResource {
    /// Changes fields, by MAAS's names: `hostname`, `description`, `zone` and `pool` (names), `domain`, …
    @discardableResult
    public func update(_ params: Params) async throws -> Machine {
        try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Inspects the machine's hardware anew, with parameters by MAAS's names. Its links are cleared.
    @discardableResult
    public func commission(_ params: Params) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "commission", form: params))
    }

    /// Takes this machine, which must be Ready; 409 when it cannot be had.
    @discardableResult
    public func allocate(comment: String? = nil) async throws -> Machine {
        try await Machines(connection: connection, path: "machines/").allocate(
            MachineAllocation(systemID: [systemID], comment: comment))
    }

    /// Gives the machine back. Already Ready is no error.
    @discardableResult
    public func release(erase: Bool = false, force: Bool = false, comment: String? = nil) async throws -> Machine {
        try await release(
            ReleaseOptions(comment: comment, erase: erase ? true : nil, force: force ? true : nil))
    }

    /// Switches on. On an allocated machine this deploys it.
    @discardableResult
    public func powerOn(comment: String? = nil) async throws -> Machine {
        try await powerOn(PowerOnOptions(comment: comment))
    }

    /// Switches off. `nil` when MAAS cannot control this machine's power, and answers `null`.
    @discardableResult
    public func powerOff(_ mode: StopMode = .hard, comment: String? = nil) async throws -> Machine? {
        let form = ParamsBuilder().set("stop_mode", mode).set("comment", comment).build()
        return try await connection.decode(APICall("POST", path, op: "power_off", form: form), as: Machine?.self)
    }

    /// Asks the power driver: `on`, `off`, `unknown` or `error`.
    public func queryPowerState() async throws -> PowerState {
        try await connection.decode(APICall("GET", path, op: "query_power_state"), as: PowerStateAnswer.self).state
    }
}
