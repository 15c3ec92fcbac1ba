import MAASEmulator
import RegionTesting
import SQLite
import Testing

@testable import MAASRegion

/// What lists show of nodes is read as sets.
@Suite struct NodeDetailsTests {
    private func statements(_ db: Connection, _ body: () throws -> Void) rethrows -> Int {
        let before = db.statementCount
        try body()
        return db.statementCount - before
    }

    @Test func theNumberOfStatementsDoesNotDependOnTheNumberOfMachines() throws {
        try TestRegion().region.withState { state in
            let machines = try Node.all(state.db, .machine)
            #expect(machines.count > 10)
            let one = try statements(state.db) { _ = try NodeDetails(state.db, [machines[0]]) }
            let all = try statements(state.db) { _ = try NodeDetails(state.db, machines) }
            #expect(one == all)
            #expect(all <= 15)
        }
    }

    @Test func devicesNeedFewerStatements() throws {
        try TestRegion().region.withState { state in
            let devices = try Node.all(state.db, .device)
            #expect(try statements(state.db) { _ = try NodeDetails(state.db, devices) } <= 10)
        }
    }

    @Test func whatIsReadForAllIsWhatIsReadForOne() throws {
        try TestRegion().region.withState { state in
            let machines = try Node.all(state.db, .machine)
            let all = try NodeDetails(state.db, machines)
            for machine in machines {
                let alone = try NodeDetails(state.db, [machine])
                #expect(alone.tags(of: machine) == all.tags(of: machine))
                #expect(alone.annotations(of: machine) == all.annotations(of: machine))
                #expect(all.domain(of: machine)?.id == machine.domainID)
                #expect(all.zone(of: machine)?.id == machine.zoneID)
                #expect(all.pool(of: machine)?.id == machine.poolID)
                #expect(alone.storage(of: machine)?.devices.map(\.id) == all.storage(of: machine)?.devices.map(\.id))
                #expect(alone.interfaces.addresses(of: machine.id) == all.interfaces.addresses(of: machine.id))
                try check(all.interfaces, of: machine, state.db)
            }
        }
    }

    private func check(_ details: InterfaceDetails, of machine: Node, _ db: Connection) throws {
        let interfaces = try Interface.all(db, node: machine.id)
        #expect(details.interfaces(of: machine.id).map(\.id) == interfaces.map(\.id))
        for interface in interfaces {
            #expect(try details.links(of: interface).map(\.id) == Link.all(db, interface: interface.id).map(\.id))
            #expect(
                try details.children(of: interface) == Interface.names(db, childrenOf: interface.id))
        }
    }
}
