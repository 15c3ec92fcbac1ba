import RegionTesting
import TestSupport
import Testing

@testable import MAASRegion

/// Random sequences of operations: whatever is asked, no machine leaves MAAS's table of statuses and nothing is given
/// out twice.
@Suite struct LifecyclePropertyTests {
    private static let operations = [
        "deploy", "release", "commission", "test", "abort", "mark_broken", "mark_fixed", "override_failed_testing",
        "lock", "unlock", "rescue_mode", "exit_rescue_mode", "power_on", "power_off",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func randomSequences(seed: UInt64) throws {
        let lab = try TestRegion(seed: seed)
        var random = SeededGenerator(seed: seed)
        let machines = try ["node01", "node02", "node04", "node05", "node07"].map { try lab.systemID($0) }
        for step in 0..<150 {
            let systemID = machines[random.next(below: machines.count)]
            let who: TestRegion.Who = random.next(below: 4) == 0 ? .user : .admin
            switch random.next(below: 10) {
            case 0: try lab.advance(Double(random.next(below: 8)))
            case 1: try lab.post("machines/", op: "allocate", ["system_id": systemID], as: who)
            case 2:
                try lab.region.withState { state in
                    let steps = LifecycleFailure.Step.allCases
                    _ = try LifecycleFailure.add(state, steps[random.next(below: steps.count)])
                }
            default:
                let operation = Self.operations[random.next(below: Self.operations.count)]
                let answer = try lab.post("machines/\(systemID)/", op: operation, as: who)
                #expect(answer.status < 500, "seed \(seed), step \(step): \(operation): \(answer.text)")
            }
            try check(lab, machines, "seed \(seed), step \(step)")
        }
        try checkHistory(lab, machines, "seed \(seed)")
    }

    private func check(_ lab: TestRegion, _ machines: [String], _ place: String) throws {
        try lab.region.withState { state in
            for systemID in machines {
                let node = try #require(try Node.find(state.db, systemID: systemID))
                let isFree = [NodeStatus.new, .ready].contains(node.status)
                #expect(!isFree || node.ownerID == nil, "\(place): \(node.hostname) is \(node.status.label) and owned")
                let isHeld = [NodeStatus.allocated, .deploying, .deployed, .failedDeployment].contains(node.status)
                #expect(!isHeld || node.ownerID != nil, "\(place): \(node.hostname) is \(node.status.label), nobody's")
            }
            let twice: [String] = try state.db.query(
                "SELECT ip FROM ip_addresses WHERE ip IS NOT NULL GROUP BY ip HAVING COUNT(*) > 1"
            ) { try $0[0] }
            #expect(twice.isEmpty, "\(place): held twice: \(twice)")
        }
    }

    /// Every change of status that was recorded is one of MAAS's table, or the end of testing or rescue mode.
    private func checkHistory(_ lab: TestRegion, _ machines: [String], _ place: String) throws {
        let events = try lab.region.withState { state in
            try state.db.query("SELECT * FROM events WHERE type = 'Node changed status' ORDER BY id", row: Event.init)
        }
        var current: [String: NodeStatus] = [:]
        #expect(!events.isEmpty)
        for event in events where machines.contains(event.systemID ?? "") {
            let labels = event.description.split(separator: "'").map(String.init)
            let from = try #require(labels.count > 3 ? NodeStatus(label: labels[1]) : nil, "\(event.description)")
            let to = try #require(NodeStatus(label: labels[3]))
            #expect(StatusTransitions.allows(from, to: to), "\(place): \(event.description)")
            if let known = current[event.hostname] { #expect(known == from, "\(place): \(event.description)") }
            current[event.hostname] = to
        }
    }
}
