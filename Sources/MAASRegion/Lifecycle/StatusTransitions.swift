/// Which status may follow which: MAAS's own table (`node_status.py`). A change that is not in it does not happen.
enum StatusTransitions {
    package static func allows(_ from: NodeStatus, to: NodeStatus) -> Bool {
        from == to || following(from).contains(to)
    }

    /// - Throws: `Refusal` for a change that the table does not have.
    package static func check(_ from: NodeStatus, to: NodeStatus) throws(Refusal) {
        guard allows(from, to: to) else {
            throw .conflict("Invalid transition: \(from.label) -> \(to.label).")
        }
    }

    package static func following(_ status: NodeStatus) -> Set<NodeStatus> {
        switch status {
        case .new: [.commissioning, .testing, .missing, .ready, .retired, .broken, .enteringRescueMode]
        case .commissioning: [.failedCommissioning, .ready, .retired, .missing, .new, .broken, .testing]
        case .failedCommissioning: [.commissioning, .missing, .retired, .broken, .enteringRescueMode, .testing]
        case .missing: [.new, .ready, .allocated, .commissioning, .broken, .enteringRescueMode, .testing]
        case .ready:
            [.enteringRescueMode, .commissioning, .allocated, .reserved, .retired, .missing, .broken, .testing]
        case .reserved:
            [
                .ready, .allocated, .retired, .missing, .broken, .diskErasing, .releasing, .enteringRescueMode,
                .testing,
            ]
        case .deployed:
            [.allocated, .missing, .broken, .ready, .diskErasing, .releasing, .enteringRescueMode, .testing]
        case .retired: [.new, .ready, .missing, .broken, .enteringRescueMode, .testing]
        case .broken: [.commissioning, .ready, .diskErasing, .releasing, .enteringRescueMode, .testing, .deployed]
        case .deploying:
            [.allocated, .missing, .broken, .failedDeployment, .deployed, .ready, .diskErasing, .releasing]
        case .allocated:
            [
                .ready, .retired, .missing, .broken, .deploying, .diskErasing, .releasing, .enteringRescueMode,
                .testing,
            ]
        case .failedDeployment:
            [.allocated, .missing, .broken, .ready, .diskErasing, .releasing, .enteringRescueMode, .testing]
        case .releasing:
            [
                .new, .allocated, .reserved, .deployed, .ready, .broken, .missing, .failedDeployment,
                .failedDiskErasing, .failedReleasing,
            ]
        case .failedReleasing: [.releasing, .diskErasing, .ready, .broken, .testing]
        case .diskErasing: [.broken, .failedDiskErasing, .ready, .releasing]
        case .failedDiskErasing:
            [.diskErasing, .releasing, .broken, .allocated, .ready, .enteringRescueMode, .testing]
        case .rescueMode: [.broken, .exitingRescueMode, .testing]
        case .enteringRescueMode:
            [.ready, .broken, .deployed, .rescueMode, .failedEnteringRescueMode, .exitingRescueMode]
        case .failedEnteringRescueMode: [.broken, .enteringRescueMode, .exitingRescueMode, .testing]
        case .exitingRescueMode:
            [
                .new, .broken, .failedCommissioning, .ready, .reserved, .allocated, .failedDeployment, .deployed,
                .missing, .retired, .failedReleasing, .failedDiskErasing, .rescueMode, .failedEnteringRescueMode,
                .failedExitingRescueMode, .failedTesting,
            ]
        case .failedExitingRescueMode: [.broken, .exitingRescueMode, .testing]
        case .testing:
            [
                .broken, .new, .ready, .reserved, .allocated, .deployed, .commissioning, .failedDeployment, .missing,
                .retired, .failedReleasing, .failedDiskErasing, .failedEnteringRescueMode, .failedExitingRescueMode,
                .failedTesting, .failedCommissioning, .rescueMode,
            ]
        case .failedTesting: [.commissioning, .broken, .missing, .enteringRescueMode, .testing, .ready, .deployed]
        }
    }

    /// What an active status becomes when it fails.
    package static func failure(of status: NodeStatus) -> NodeStatus? {
        switch status {
        case .commissioning: .failedCommissioning
        case .deploying: .failedDeployment
        case .releasing: .failedReleasing
        case .diskErasing: .failedDiskErasing
        case .enteringRescueMode: .failedEnteringRescueMode
        case .exitingRescueMode: .failedExitingRescueMode
        case .testing: .failedTesting
        default: nil
        }
    }
}
