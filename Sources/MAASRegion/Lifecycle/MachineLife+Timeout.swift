import Formats
import SQLite

/// Steps that never end: a machine that hangs, and MAAS that gives up on it in the end (`status_monitor.py`).
extension MachineLife {
    /// Whether a step was told to stall; nothing then happens to the machine until MAAS's patience is over.
    package func stalls(at step: LifecycleFailure.Step) throws -> Bool {
        guard try LifecycleFailure.take(state, step, node, stalls: true) != nil else { return false }
        try expireLater()
        return true
    }

    /// Lets MAAS give up when its patience is over.
    func expireLater() throws {
        guard let patience else { return }
        try lifecycle.cancel(of: node.id, [.timedOut])
        try lifecycle.schedule(
            .timedOut, of: node.id, after: try minutes(patience).multipliedSaturating(by: 60_000))
    }

    private enum Patience { case configured, doubled, fiveMinutes }

    /// How long MAAS waits for the end of what the machine does; `nil` where it waits for ever.
    private var patience: Patience? {
        switch node.status {
        case .commissioning, .testing, .enteringRescueMode: .configured
        // Since 3.6 a deployment is a workflow, which has twice the time.
        case .deploying: state.version.has(.deploymentWorkflow) ? .doubled : .configured
        case .releasing, .exitingRescueMode: .fiveMinutes
        default: nil
        }
    }

    private func minutes(_ patience: Patience) throws -> Int {
        let configured = try Configuration.value("node_timeout", state)?.integer ?? 30
        return switch patience {
        case .configured: configured
        case .doubled: configured.multipliedSaturating(by: 2)
        case .fiveMinutes: 5
        }
    }

    /// MAAS gives up on the machine.
    mutating func timeOut() throws {
        guard let patience else { return }
        try abortScripts()
        try fail(
            patience == .doubled
                ? "time-out during deployment"
                : "Node operation '\(node.status.label)' timed out after \(try minutes(patience)) minutes.")
    }
}
