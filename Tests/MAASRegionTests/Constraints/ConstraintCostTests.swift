import Formats
import RegionTesting
import TestSupport
import Testing

@testable import MAASRegion

/// Reading constraints costs as much as they are long.
@Suite struct ConstraintCostTests {
    private func expectLinear(_ what: String, _ body: (Int) throws -> Void) throws {
        let times = try growth(of: { $0 }, body: body)
        #expect(times <= mostGrowth, "\(what): \(times) times as long for 16 times as much")
    }

    @Test func manyLabels() throws {
        try expectLinear("labels") { count in
            let text = (0..<count).map { "n\($0):id=1" }.joined(separator: ";")
            let labels = try InterfaceConstraints(text).labels
            #expect(labels.count == count)
        }
    }

    @Test func manyKeysOfOneLabel() throws {
        try expectLinear("keys") { count in
            let text = "n:" + (0..<count).map { "k\($0)=1" }.joined(separator: ",")
            let label = try InterfaceConstraints(text).labels.first
            #expect(label?.constraints.count == count)
        }
    }

    @Test func manyUnknownParameters() throws {
        let maas = try TestRegion()
        try maas.region.withState { state in
            try expectLinear("unknown parameters") { count in
                let parameters = Parameters((0..<count).map { (name: "p\($0)", value: "1") })
                #expect(throws: Refusal.self) { _ = try NodeConstraints(parameters, scope: .allocation, state) }
            }
        }
    }

    @Test func manyValuesOfOneConstraint() throws {
        let maas = try TestRegion()
        try maas.region.withState { state in
            let parameters = Parameters((0..<40_000).map { (name: "system_id", value: "n\($0)") })
            let constraints = try NodeConstraints(parameters, scope: .allocation, state)
            #expect(try constraints.nodes(state.db, kinds: [.machine]).isEmpty)
        }
    }
}
