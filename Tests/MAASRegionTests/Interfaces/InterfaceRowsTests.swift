import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct InterfaceRowsTests {
    private func bond(_ state: RegionState, _ node: Node) throws -> Int {
        try Interface.insert(
            state.db, node: node.id,
            .init(
                name: "bond7", type: .bond, macAddress: nil, vlanID: nil, enabled: true, linkConnected: true,
                interfaceSpeed: 0, linkSpeed: 0, tags: ["t"], numaNode: nil))
    }

    @Test func parentsReplaceThoseOfBefore() throws {
        try TestRegion().region.withState { state in
            let node = try #require(
                try Node.all(state.db, .machine).first { try Interface.all(state.db, node: $0.id).count >= 2 })
            let nics = try Interface.all(state.db, node: node.id)
            let id = try bond(state, node)
            try Interface.setParents(state.db, of: id, [nics[0]])
            try Interface.setParents(state.db, of: id, [nics[1]])
            #expect(try Interface.parents(state.db, of: id).map(\.id) == [nics[1].id])
            #expect(try Interface.children(state.db, of: nics[1].id).map(\.id).contains(id))
            #expect(try Interface.parentIDs(state.db).contains(nics[1].id))
            #expect(try Interface.find(state.db, id: id)?.tags == ["t"])
        }
    }

    @Test func aLinkIsHandedOnAndAMACAddressHasAHolder() throws {
        try TestRegion().region.withState { state in
            let node = try #require(try Node.all(state.db, .machine).first)
            let nic = try #require(try Interface.all(state.db, node: node.id).first)
            let mac = try #require(nic.macAddress)
            #expect(try Interface.exists(state.db, macAddress: mac))
            #expect(
                try Interface.holder(state.db, ofMAC: mac, besides: nil) == "\(nic.name) (physical) on \(node.hostname)"
            )
            #expect(try Interface.holder(state.db, ofMAC: mac, besides: nic.id) == nil)
            #expect(try Node.all(state.db, macAddress: mac).map(\.id) == [node.id])

            let id = try bond(state, node)
            let link = try Link.add(state, interface: nic.id, .auto)
            let added = try #require(try nic.links(state.db).first { $0.id == link })
            try added.move(state.db, to: id)
            #expect(try Link.all(state.db, interface: id).map(\.id) == [link])
            #expect(try !nic.links(state.db).contains { $0.id == link })
        }
    }
}
