/// A look at a machine that is waited for.
public struct WaitProgress: Sendable {
    /// The machine as it was then.
    public let machine: Machine
    /// How long it has been waited for, by the client's clock.
    public let waited: Duration
}

extension MachineResource {
    /// Looks at the machine until it has this status.
    /// - Returns: the machine as it was then.
    /// - Throws: as the other one does.
    @discardableResult
    public func wait(
        for status: MachineStatus, timeout: Duration = .seconds(1800), backoff: Backoff = Backoff(),
        progress: (@Sendable (WaitProgress) -> Void)? = nil
    ) async throws -> Machine {
        try await wait(for: [status], timeout: timeout, backoff: backoff, progress: progress)
    }

    /// Looks at the machine until it has one of these statuses. Cancelling the task ends it.
    /// - Parameters:
    ///   - statuses: the awaited ones.
    ///   - timeout: how long to look, by the client's clock.
    ///   - backoff: the pauses between looks.
    ///   - progress: told of every look.
    /// - Returns: the machine as it was then.
    /// - Throws: `MAASError.waitTimedOut`; `.waitFailed` as soon as the machine has come to a failed status that was not
    ///   awaited, or what it was doing was given up, with MAAS's reason: its error text, the scripts that failed, the last
    ///   errors among its events.
    @discardableResult
    public func wait(
        for statuses: [MachineStatus], timeout: Duration = .seconds(1800), backoff: Backoff = Backoff(),
        progress: (@Sendable (WaitProgress) -> Void)? = nil
    ) async throws -> Machine {
        let start = connection.clock.now
        var pause = backoff.first
        var before: MachineStatus?
        while true {
            let machine = try await get()
            let waited = connection.clock.now - start
            progress?(WaitProgress(machine: machine, waited: waited))
            if statuses.contains(machine.status) { return machine }
            if machine.status.isFailure || before?.isGivenUp(as: machine.status) == true {
                throw MAASError.waitFailed(
                    systemID: systemID, awaited: statuses, status: machine.status, message: try await reason(machine))
            }
            before = machine.status
            guard waited < timeout else {
                throw MAASError.waitTimedOut(
                    systemID: systemID, awaited: statuses, last: machine.status, waited: waited)
            }
            // The last look happens when the time is up, not a pause later.
            try await connection.clock.sleep(for: min(pause, timeout - waited))
            pause = backoff.next(after: pause)
        }
    }

    /// Why a machine failed, in MAAS's words; `nil` when it says nothing. What cannot be read is left out: a reason that
    /// is lacking is no reason to hide that the machine failed.
    private func reason(_ machine: Machine) async throws -> String? {
        var parts: [String] = []
        for text in [machine.errorDescription, machine.statusMessage] {
            if let text, !text.isEmpty, !parts.contains(text) { parts.append(text) }
        }
        do {
            let failed = try await scriptResults.list().flatMap(\.results).filter { $0.status.isFailure }
            if !failed.isEmpty {
                parts.append(
                    "failed scripts: " + failed.map { "\($0.name) (\($0.statusName))" }.joined(separator: ", "))
            }
            let errors = try await Events(connection: connection, path: "events/")
                .query(EventFilter(id: [systemID], level: "ERROR", limit: 3)).events
            for error in errors {
                let text = error.description.isEmpty ? error.type : "\(error.type): \(error.description)"
                if !parts.contains(text) { parts.append(text) }
            }
        } catch is MAASError {
            // Said above.
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension MachineStatus {
    /// True when a machine that was doing this and is now `next` was stopped by somebody: it is back where it began.
    fileprivate func isGivenUp(as next: MachineStatus) -> Bool {
        switch self {
        case .deploying: [.allocated, .ready, .new].contains(next)
        case .commissioning: next == .new
        case .enteringRescueMode: ![.rescueMode, .enteringRescueMode].contains(next)
        default: false
        }
    }
}
