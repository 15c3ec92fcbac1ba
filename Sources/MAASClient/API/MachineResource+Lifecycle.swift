/// How to power off.
public enum StopMode: String, Sendable {
    /// At once, as by pulling the plug, or by asking the operating system.
    case hard, soft
}

extension MachineResource {
    /// Takes this machine, which must be Ready; 409 when it cannot be had.
    public func allocate(comment: String? = nil) async throws -> Machine {
        let constraints = ParamsBuilder().set("system_id", systemID).set("comment", comment).build()
        return try await Machines(connection: connection).allocate(constraints)
    }

    /// Installs and boots the operating system; the answer is Deploying, see `wait(for:…)`.
    public func deploy(_ options: DeployOptions = DeployOptions()) async throws -> Machine {
        try await operate("deploy", options.params)
    }

    /// Gives the machine back. Already Ready is no error.
    public func release(erase: Bool = false, force: Bool = false, comment: String? = nil) async throws -> Machine {
        try await operate(
            "release",
            ParamsBuilder().set("erase", erase ? true : nil).set("force", force ? true : nil).set("comment", comment)
                .build())
    }

    /// Inspects the machine's hardware anew. Its links are cleared.
    public func commission(_ params: Params = [:]) async throws -> Machine { try await operate("commission", params) }

    /// Ends what is under way: commissioning (then New), testing (then what it was before), a deployment (then
    /// Allocated) or the erasing of disks (then Failed disk erasing). The answer still has the old status.
    public func abort(comment: String? = nil) async throws -> Machine {
        try await operate("abort", ParamsBuilder().set("comment", comment).build())
    }

    /// Keeps a machine that is Deployed or Deploying from being released, deleted or switched off until it is unlocked.
    public func lock(comment: String? = nil) async throws -> Machine {
        try await operate("lock", ParamsBuilder().set("comment", comment).build())
    }

    /// Lets a locked machine be released again.
    public func unlock(comment: String? = nil) async throws -> Machine {
        try await operate("unlock", ParamsBuilder().set("comment", comment).build())
    }

    /// Takes the machine out of use until someone has looked at it; its status becomes `broken`.
    public func markBroken(comment: String? = nil) async throws -> Machine {
        try await operate("mark_broken", ParamsBuilder().set("comment", comment).build())
    }

    /// Puts a broken machine back into use, as Ready; Deployed, when it was.
    public func markFixed(comment: String? = nil) async throws -> Machine {
        try await operate("mark_fixed", ParamsBuilder().set("comment", comment).build())
    }

    /// Switches on. On an allocated machine this deploys it.
    public func powerOn(comment: String? = nil) async throws -> Machine {
        try await operate("power_on", ParamsBuilder().set("comment", comment).build())
    }

    /// Switches off. `nil` when MAAS cannot control this machine's power, and answers `null`.
    public func powerOff(_ mode: StopMode = .hard, comment: String? = nil) async throws -> Machine? {
        let form = ParamsBuilder().set("stop_mode", mode.rawValue).set("comment", comment).build()
        return try await connection.decode(APICall("POST", path, op: "power_off", form: form), as: Machine?.self)
    }

    /// Asks the power driver: `on`, `off`, `unknown` or `error`.
    public func queryPowerState() async throws -> String {
        struct Answer: Decodable { let state: String }
        return try await connection.decode(APICall("GET", path, op: "query_power_state"), as: Answer.self).state
    }

    /// Sets the owner's data; an empty value removes its key.
    public func setOwnerData(_ data: [String: String]) async throws -> Machine {
        var form = Params()
        for (key, value) in data.sorted(by: { $0.key < $1.key }) { form.set(key, value) }
        return try await operate("set_owner_data", form)
    }

    /// Looks at the machine until it has one of these statuses.
    /// - Parameters:
    ///   - statuses: the awaited ones.
    ///   - timeout: how long to look, by the client's clock.
    ///   - backoff: the pauses between looks.
    /// - Returns: the machine as it was then.
    /// - Throws: `MAASError.waitTimedOut`; `.waitFailed` when it has come to a failed status that was not awaited.
    public func wait(
        for statuses: [MachineStatus], timeout: Duration = .seconds(1800), backoff: Backoff = Backoff()
    ) async throws -> Machine {
        let start = connection.clock.now
        var pause = backoff.first
        while true {
            let machine = try await get()
            if statuses.contains(machine.status) { return machine }
            if machine.status.isFailure {
                throw MAASError.waitFailed(
                    systemID: systemID, awaited: statuses, status: machine.status,
                    message: machine.errorDescription.flatMap { $0.isEmpty ? nil : $0 } ?? machine.statusMessage)
            }
            let waited = connection.clock.now - start
            guard waited < timeout else {
                throw MAASError.waitTimedOut(
                    systemID: systemID, awaited: statuses, last: machine.status, waited: waited)
            }
            // The last look happens when the time is up, not a pause later.
            try await connection.clock.sleep(for: min(pause, timeout - waited))
            pause = backoff.next(after: pause)
        }
    }
}
