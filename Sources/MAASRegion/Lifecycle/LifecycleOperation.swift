/// What can be asked of a machine in its life, and from which statuses: the one table of MAAS's
/// `api/machines.py` and `models/node.py`.
package enum LifecycleOperation: String, CaseIterable, Sendable {
    case allocate, deploy, release, erase, commission, test, abort
    case markBroken = "mark_broken"
    case markFixed = "mark_fixed"
    case overrideFailedTesting = "override_failed_testing"
    case lock, unlock
    case rescueMode = "rescue_mode"
    case exitRescueMode = "exit_rescue_mode"

    package enum Outcome: Equatable {
        /// Goes on to this status.
        case next(NodeStatus)
        /// Is done at once and leaves the status.
        case unchanged
        case refused(Refusal)
    }

    /// Statuses that a machine can be released from.
    package static let releasable: Set<NodeStatus> = [
        .allocated, .reserved, .broken, .deploying, .deployed, .failedDeployment, .failedDiskErasing,
        .failedReleasing,
    ]

    static let commissionable: Set<NodeStatus> = [
        .new, .failedCommissioning, .ready, .broken, .failedTesting,
    ]

    static let testable: Set<NodeStatus> = [
        .allocated, .broken, .deployed, .failedCommissioning, .failedDeployment, .failedDiskErasing,
        .failedEnteringRescueMode, .failedExitingRescueMode, .failedReleasing, .failedTesting, .missing, .new,
        .ready, .rescueMode, .reserved, .retired,
    ]

    /// What happens to a machine in `status`, before anything that depends on more than its status.
    package func outcome(from status: NodeStatus, systemID: String, previous: NodeStatus = .new) -> Outcome {
        switch self {
        case .allocate:
            status == .ready
                ? .next(.allocated)
                : .refused(.conflict("No machine with system ID \(systemID) available."))
        case .deploy:
            [.ready, .allocated].contains(status)
                ? .next(.deploying)
                : .refused(.conflict("Can't deploy a machine that is in the '\(status.label)' state"))
        case .release, .erase:
            if [.ready, .releasing].contains(status) {
                .unchanged
            } else if Self.releasable.contains(status) {
                .next(self == .erase ? .diskErasing : .releasing)
            } else {
                .refused(.conflict("Machine cannot be released in its current state ('\(status.label)')."))
            }
        case .commission:
            Self.commissionable.contains(status) ? .next(.commissioning) : Self.unavailable("Commission")
        case .test: Self.testable.contains(status) ? .next(.testing) : Self.unavailable("Test")
        case .abort: abort(status, systemID, previous)
        case .markBroken: checked(status, .broken)
        case .markFixed:
            status == .broken
                ? .next(previous == .deployed ? .deployed : .ready)
                : .refused(.conflict("Can't mark a non-broken node as 'Ready'."))
        case .overrideFailedTesting:
            status == .failedTesting
                ? .next(.ready)
                : .refused(.conflict("Unable to override node status. Node is not in 'Failed testing' status."))
        case .lock:
            [.deployed, .deploying].contains(status)
                ? .unchanged : .refused(.conflict("Can't lock, node is not deployed or deploying"))
        case .unlock: .unchanged
        case .rescueMode: checked(status, .enteringRescueMode)
        case .exitRescueMode: checked(status, .exitingRescueMode)
        }
    }

    private func abort(_ status: NodeStatus, _ systemID: String, _ previous: NodeStatus) -> Outcome {
        switch status {
        case .commissioning: .next(.new)
        case .deploying: .next(.allocated)
        case .diskErasing: .next(.failedDiskErasing)
        case .testing: .next(previous == .commissioning ? .ready : previous)
        default:
            .refused(.conflict("Cannot abort in current state: node \(systemID) is in state \(status.label)."))
        }
    }

    private func checked(_ from: NodeStatus, _ to: NodeStatus) -> Outcome {
        StatusTransitions.allows(from, to: to)
            ? .next(to)
            : .refused(.conflict("Invalid transition: \(from.label) -> \(to.label)."))
    }

    private static func unavailable(_ action: String) -> Outcome {
        .refused(
            .field(FieldErrors.all, "\(action) is not available because of the current state of the node."))
    }

    /// Refuses when the table does.
    /// - Returns: The status that the table names; the present one when nothing changes.
    @discardableResult
    package func require(of node: Node) throws(Refusal) -> NodeStatus {
        switch outcome(from: node.status, systemID: node.systemID, previous: node.previousStatus) {
        case .next(let status): return status
        case .unchanged: return node.status
        case .refused(let refusal): throw refusal
        }
    }
}
