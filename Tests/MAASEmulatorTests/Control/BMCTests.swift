import Formats
import MAASRegion
import RegionTesting
import Testing

@testable import MAASEmulator

/// BMCs that are not well.
@Suite struct BMCTests {
    private let maas: TestRegion
    private let id: String

    init() throws {
        maas = try TestRegion(
            inventory: #"""
                {"timings": {"deploying": 600}, "machines": [{"hostname": "a", "bmc": {"failing": ["query"], "reason": "no route"}}, {"hostname": "b"}]}
                """#)
        id = try maas.systemID("a")
    }

    private func behave(_ change: (inout BMCBehaviour) -> Void) throws {
        try maas.region.withState { state in
            var behaviour = BMCBehaviour()
            change(&behaviour)
            let node = try #require(try Node.find(state.db, systemID: id))
            try BMCBehaviour.set(state.db, node: node.id, behaviour)
        }
    }

    private func machine(_ key: String) throws -> String? { try maas.get("machines/\(id)/").string(key) }

    @Test func aQueryThatFailsIsAnError() throws {
        #expect(try maas.get("machines/\(id)/", query: ["op": "query_power_state"]).string("state") == "error")
        #expect(try machine("power_state") == "error")
        let other = try maas.systemID("b")
        #expect(try maas.get("machines/\(other)/", query: ["op": "query_power_state"]).string("state") == "off")
    }

    @Test func aMachineThatCannotBeSwitchedOnFailsToDeploy() throws {
        try behave { $0.failing = [.on] }
        _ = try maas.post("machines/", op: "allocate", ["name": "a"])
        _ = try maas.post("machines/\(id)/", op: "deploy")
        try maas.advance(60)
        #expect(try machine("status_name") == "Failed deployment")
        #expect(try machine("error_description")?.hasPrefix("Power on for the node failed: ") == true)
    }

    @Test func aSlowOneTakesItsTime() throws {
        try behave { $0.responseTime = 100 }
        _ = try maas.post("machines/", op: "allocate", ["name": "a"])
        _ = try maas.post("machines/\(id)/", op: "deploy")
        try maas.advance(50)
        #expect(try machine("power_state") == "off")
        try maas.advance(60)
        #expect(try machine("power_state") == "on")
    }

    @Test func otherCredentialsAreRefusedUntilTheyAreTold() throws {
        try behave { $0.credentials = ["power_pass": .string("right")] }
        #expect(try maas.get("machines/\(id)/", query: ["op": "query_power_state"]).string("state") == "error")
        #expect(try maas.put("machines/\(id)/", ["power_parameters_power_pass": "right"]).status == 200)
        #expect(try maas.get("machines/\(id)/", query: ["op": "query_power_state"]).string("state") == "off")
    }
}
