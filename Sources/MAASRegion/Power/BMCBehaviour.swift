import Formats
import SQLite

/// How a machine's BMC answers, where it is not well: orders that fail, answers that take long, credentials of its own.
package struct BMCBehaviour {
    package enum Order: String, CaseIterable, Sendable {
        case on, off, query
    }

    /// The orders that fail.
    package var failing: Set<Order> = []
    /// Why; the driver's word for it.
    package var reason = "Connection timeout while performing power action."
    /// Seconds that an order takes beyond what it usually takes.
    package var responseTime = 0
    /// What MAAS has to know to be let in: power parameters with their values.
    package var credentials: [String: JSONValue] = [:]

    package init() {}

    /// What is said of the BMC of a machine; `nil` for one that is well.
    package static func find(_ db: Connection, node: Int) throws -> BMCBehaviour? {
        try db.first("SELECT * FROM bmc_behaviours WHERE node_id = ?", node, row: BMCBehaviour.init)
    }

    private init(_ row: Row) throws {
        let words = try row.strings("failing")
        failing = Set(words.compactMap(Order.init(rawValue:)))
        reason = try row["reason"]
        responseTime = try row["response_time"]
        if case .object(let members) = try JSONValue(column: "credentials", of: row) { credentials = members }
    }

    /// What is said of every machine whose BMC is not well, by the machines' ids.
    package static func all(_ db: Connection) throws -> [Int: BMCBehaviour] {
        let rows = try db.query("SELECT * FROM bmc_behaviours") { (try $0["node_id"] as Int, try BMCBehaviour($0)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// Lets a machine's BMC behave so; `nil` makes it well.
    package static func set(_ db: Connection, node: Int, _ behaviour: BMCBehaviour?) throws {
        try db.execute("DELETE FROM bmc_behaviours WHERE node_id = ?", node)
        guard let behaviour else { return }
        try db.insert(
            into: "bmc_behaviours",
            [
                "node_id": node, "failing": JSONValue.text(of: behaviour.failing.map(\.rawValue).sorted()),
                "reason": behaviour.reason, "response_time": behaviour.responseTime,
                "credentials": JSONValue.object(behaviour.credentials).text,
            ])
    }
}

extension MachineLife {
    /// Why the BMC does not do what it is told; `nil` where it does.
    func refusalOfBMC(_ order: BMCBehaviour.Order) throws -> String? {
        guard let behaviour = try BMCBehaviour.find(db, node: node.id) else { return nil }
        let known = try behaviour.credentials.isEmpty ? [:] : node.powerParameters(db)
        if behaviour.credentials.contains(where: { known[$0.key] != $0.value }) {
            return "Incorrect credentials; check the user name and the password of the BMC."
        }
        return behaviour.failing.contains(order) ? behaviour.reason : nil
    }

    /// Milliseconds that the BMC takes for an order.
    func delayOfBMC() throws -> Int {
        try (BMCBehaviour.find(db, node: node.id)?.responseTime ?? 0).multipliedSaturating(by: 1000)
    }

    /// MAAS does not know the power any more, whatever it is.
    mutating func losePower() throws {
        guard node.powerState != .error else { return }
        try update(["power_state": PowerState.error, "power_before_error": node.powerState])
    }

    /// An order that comes to nothing: MAAS notes it, and gives up on what needed the machine (`power_change_failure`).
    mutating func failPower(_ order: BMCBehaviour.Order, _ reason: String) throws {
        let word = order == .on ? "on" : "off"
        try losePower()
        try event("Failed to power \(word) node", "Power \(word) for the node failed: \(reason)", level: .error)
        if StatusTransitions.failure(of: node.status) != nil {
            try fail("Power \(word) for the node failed: \(reason)")
        }
    }
}
