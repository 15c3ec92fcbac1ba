import RegionTesting
import Testing

@testable import MAASRegion

/// Every (status, operation) pair, asked over the API, against what MAAS's `api/machines.py` and `models/node.py` allow.
@Suite struct LifecycleTableTests {
    /// From which statuses each operation is taken up, written down again from the page, not from the table.
    private static let accepted: [String: Set<String>] = [
        "deploy": ["Allocated", "Ready"],
        "release": [
            "Allocated", "Reserved", "Broken", "Deploying", "Deployed", "Failed deployment", "Failed disk erasing",
            "Releasing failed", "Ready", "Releasing",
        ],
        "commission": ["New", "Failed commissioning", "Ready", "Broken", "Failed testing"],
        "test": [
            "New", "Ready", "Allocated", "Deployed", "Broken", "Missing", "Retired", "Reserved", "Rescue mode",
            "Failed commissioning", "Failed deployment", "Failed disk erasing", "Failed to enter rescue mode",
            "Failed to exit rescue mode", "Releasing failed", "Failed testing",
        ],
        "abort": ["Commissioning", "Deploying", "Disk erasing", "Testing"],
        "mark_fixed": ["Broken"],
        "override_failed_testing": ["Failed testing"],
        "lock": ["Deployed", "Deploying"],
        "rescue_mode": [
            "New", "Ready", "Allocated", "Deployed", "Broken", "Missing", "Retired", "Reserved",
            "Failed commissioning", "Failed deployment", "Failed disk erasing", "Failed testing",
            "Failed to enter rescue mode", "Entering rescue mode",
        ],
        "exit_rescue_mode": [
            "Rescue mode", "Entering rescue mode", "Failed to enter rescue mode", "Failed to exit rescue mode",
            "Exiting rescue mode",
        ],
        "allocate": ["Ready"],
        // Whoever owns the machine may; New and Ready ones have no owner.
        "mark_broken": owned,
        "power_on": owned,
        "power_off": labels,
        "query_power_state": labels,
    ]

    private static let labels = Set(NodeStatus.allCases.map(\.label))
    private static let owned = labels.subtracting(["New", "Ready"])

    /// The refusal of an operation in a status it is not for.
    private static func refusal(_ operation: String, _ label: String, _ systemID: String) -> (Int, String) {
        switch operation {
        case "deploy": (409, "Can't deploy a machine that is in the '\(label)' state")
        case "release": (409, "Machine cannot be released in its current state ('\(label)').")
        case "commission", "test":
            (
                400,
                "{\"__all__\": [\"\(operation == "test" ? "Test" : "Commission") is not available because of the "
                    + "current state of the node.\"]}"
            )
        case "abort": (409, "Cannot abort in current state: node \(systemID) is in state \(label).")
        case "mark_fixed": (409, "Can't mark a non-broken node as 'Ready'.")
        case "override_failed_testing":
            (409, "Unable to override node status. Node is not in 'Failed testing' status.")
        case "lock": (409, "Can't lock, node is not deployed or deploying")
        case "rescue_mode": (409, "Invalid transition: \(label) -> Entering rescue mode.")
        case "allocate": (409, "No machine with system ID \(systemID) available.")
        case "mark_broken": (403, "")
        case "power_on": (409, "Can't start node: it hasn't been allocated.")
        default: (409, "Invalid transition: \(label) -> Exiting rescue mode.")
        }
    }

    /// What a machine shows right after an operation was taken up.
    private static func after(_ operation: String, from label: String) -> String? {
        switch (operation, label) {
        case ("power_on", "Allocated"): "Deploying"
        case ("power_on", _), ("power_off", _), ("lock", _): label
        default: after[operation]
        }
    }

    private static let after: [String: String] = [
        "deploy": "Deploying", "commission": "Commissioning", "test": "Testing", "rescue_mode": "Entering rescue mode",
        "exit_rescue_mode": "Exiting rescue mode", "mark_fixed": "Ready", "override_failed_testing": "Ready",
        "allocate": "Allocated", "mark_broken": "Broken",
    ]

    @Test func everyPair() throws {
        let lab = try TestRegion()
        let systemID = try lab.systemID("node01")
        try lab.region.withState { try $0.set(setting: "test", "kept") }
        for operation in Self.accepted.keys.sorted() {
            for status in NodeStatus.allCases {
                try put(lab, systemID, into: status)
                let answer = try ask(lab, systemID, operation)
                let pair = "\(operation) in \(status.label): \(answer.status) \(answer.text.prefix(120))"
                if Self.accepted[operation]?.contains(status.label) == true {
                    #expect(answer.status == 200, "\(pair)")
                    if let label = Self.after(operation, from: status.label), answer.status == 200 {
                        #expect(try answer.string("status_name") == label, "\(pair)")
                    }
                } else {
                    let (code, text) = Self.refusal(operation, status.label, systemID)
                    #expect(answer.status == code && answer.text == text, "\(pair)")
                    let now = try lab.get("machines/\(systemID)/").string("status_name")
                    #expect(now == status.label, "a refusal changed the status: \(pair)")
                }
            }
        }
    }

    private func ask(_ lab: TestRegion, _ systemID: String, _ operation: String) throws -> Answer {
        switch operation {
        case "allocate": try lab.post("machines/", op: operation, ["system_id": systemID])
        case "query_power_state": try lab.get("machines/\(systemID)/", query: ["op": operation])
        default: try lab.post("machines/\(systemID)/", op: operation)
        }
    }

    /// A locked machine lets itself be unlocked in whatever status, and be looked at, and nothing else.
    @Test func everyPairOfALockedMachine() throws {
        let lab = try TestRegion()
        let systemID = try lab.systemID("node01")
        for status in NodeStatus.allCases {
            for operation in Self.accepted.keys.sorted() where operation != "query_power_state" {
                try put(lab, systemID, into: status, locked: true)
                let answer = try ask(lab, systemID, operation)
                let pair = "\(operation) in locked \(status.label): \(answer.status) \(answer.text.prefix(120))"
                switch operation {
                case "allocate":
                    #expect(answer.text == "No machine with system ID \(systemID) available.", "\(pair)")
                case "lock": #expect(answer.text == "Machine is already locked", "\(pair)")
                default: #expect(answer.status == 403 && answer.text.isEmpty, "\(pair)")
                }
                let now = try lab.get("machines/\(systemID)/").string("status_name")
                #expect(now == status.label, "a refusal changed the status: \(pair)")
            }
            try put(lab, systemID, into: status, locked: true)
            let unlocked = try lab.post("machines/\(systemID)/", op: "unlock")
            #expect(try unlocked.value("locked") == .bool(false), "unlock in \(status.label)")
            #expect(try unlocked.string("status_name") == status.label)
            let again = try lab.post("machines/\(systemID)/", op: "unlock")
            #expect(again.status == 409 && again.text == "Machine is not locked", "unlock in \(status.label)")
        }
    }

    /// Puts a machine into a status as if it had got there, owned by the admin where it must be.
    private func put(
        _ lab: TestRegion, _ systemID: String, into status: NodeStatus, locked: Bool = false
    ) throws {
        try lab.region.withState { state in
            let node = try #require(try Node.find(state.db, systemID: systemID))
            try Lifecycle(state).cancel(of: node.id)
            let admin = try #require(try User.find(state.db, username: "admin"))
            let isFree = [NodeStatus.new, .ready].contains(status)
            try state.db.update(
                "nodes", id: node.id,
                [
                    "status": status.rawValue, "previous_status": NodeStatus.ready.rawValue,
                    "owner_id": isFree ? nil : admin.id, "power_state": "off", "osystem": "", "locked": locked,
                ])
            // Commissioning takes links and file systems away; each pair starts with what a Ready machine has.
            var life = try #require(try MachineLife(state, node: node.id))
            try life.restoreNetwork()
            try StorageLayout(state, node: node.id).applyDefault()
            try Filesystem.acquire(state.db, node: node.id)
        }
    }

    @Test(arguments: [
        (NodeStatus.commissioning, NodeStatus.new), (.deploying, .allocated), (.diskErasing, .failedDiskErasing),
    ])
    func abortFinishesRightAfterTheAnswer(from: NodeStatus, to: NodeStatus) throws {
        let lab = try TestRegion()
        let systemID = try lab.systemID("node02")
        try put(lab, systemID, into: from)
        let answer = try lab.post("machines/\(systemID)/", op: "abort")
        #expect(try answer.string("status_name") == from.label)
        let later = try lab.get("machines/\(systemID)/")
        #expect(try later.string("status_name") == to.label)
        #expect(try later.string("power_state") == "off")
    }
}
