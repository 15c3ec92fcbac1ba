import Formats
import RegionTesting
import Testing

@testable import Addresses
@testable import MAASRegion

/// Subnets, fabrics, spaces, snippets and discoveries when they are changed and deleted.
@Suite struct NetworkRowsTests {
    @Test func aSpaceWithoutANameIsCalledAfterItsID() throws {
        try TestRegion().region.withState { state in
            let id = try Space.create(state.db, name: nil, description: "")
            #expect(try Space.find(state.db, id: id)?.name == "space-\(id)")
            let named = try Space.create(state.db, name: "dmz", description: "d")
            #expect(try Space.find(state.db, name: "dmz")?.id == named)
        }
    }

    @Test func aFabricComesWithItsUntaggedVLANAndGoesWhenNothingIsOnIt() throws {
        try TestRegion().region.withState { state in
            let id = try Fabric.insert(state.db, name: nil, description: "", classType: nil)
            let fabric = try #require(try Fabric.find(state.db, id: id))
            #expect(fabric.name == "fabric-\(id)")
            #expect(try VLAN.all(state.db, ofFabric: id).map(\.vid) == [0])
            try fabric.remove(state.db)
            #expect(try Fabric.find(state.db, id: id) == nil)
            let used = try #require(
                try Fabric.all(state.db).first { fabric in
                    try Subnet.all(state.db).contains {
                        try VLAN.find(state.db, id: $0.vlanID)?.fabricID == fabric.id
                    }
                })
            #expect(throws: Refusal.self) { try used.remove(state.db) }
        }
    }

    @Test func aSubnetInUseGoesOnlyByForceAndOneThatServesDHCPNotEvenThen() throws {
        try TestRegion().region.withState { state in
            let served = try #require(
                try Subnet.all(state.db).first { try VLAN.find(state.db, id: $0.vlanID)?.dhcpOn == true })
            #expect(throws: Refusal.self) { try served.remove(state.db, force: true) }
            for range in try IPRange.all(state.db) where range.subnetID == served.id { try range.delete(state.db) }
            let node = try #require(try Node.all(state.db, .machine).first)
            let interface = try #require(try Interface.all(state.db, node: node.id).first)
            let free = try SubnetUsage(state.db, served).nextFree()
            try Link.add(state, interface: interface.id, .sticky, ip: free.description, subnet: served.id)
            #expect(try served.isInUse(state.db))
            #expect(throws: Refusal.self) { try served.remove(state.db, force: false) }
            try served.remove(state.db, force: true)
            #expect(try Subnet.find(state.db, id: served.id) == nil)
        }
    }

    @Test func whatDHCPGaveOutOrWasOnlySeenDoesNotKeepASubnet() throws {
        try TestRegion().region.withState { state in
            let vlan = try #require(try Subnet.all(state.db).first?.vlanID)
            let added = try Subnet.insert(
                state.db,
                .init(
                    name: "n", description: "", vlanID: vlan, cidr: "192.0.2.0/24", gatewayIP: nil,
                    dnsServers: .array([]),
                    rdnsMode: 2, allowDNS: true, allowProxy: true, activeDiscovery: false, managed: true,
                    disabledBootArchitectures: .array([])))
            let subnet = try #require(try Subnet.find(state.db, id: added))
            let node = try #require(try Node.all(state.db, .machine).first)
            let interface = try #require(try Interface.all(state.db, node: node.id).first)
            let network = try #require(IPNetwork(subnet.cidr))
            for (offset, type) in [Link.AllocationType.dhcp, .discovered].enumerated() {
                let address = IPAddress(network.family, network.base.value + 9 + UInt128(offset))
                try Link.add(state, interface: interface.id, type, ip: address.description, subnet: subnet.id)
            }
            #expect(try !subnet.isInUse(state.db))
            #expect(try node.hasAddress(state.db, in: subnet))
            #expect(try node.subnets(state.db).count { $0.id == subnet.id } == 2)
            #expect(try subnet.interfaces(state.db).map(\.id) == [interface.id])
        }
    }

    @Test func aSnippetReturnsToOlderTexts() throws {
        try TestRegion().region.withState { state in
            let db = state.db
            let first = try DHCPSnippet.addValue("one\r\n", after: nil, state)
            let id = try DHCPSnippet.insert(
                db,
                .init(
                    name: "s", valueID: first, description: "", enabled: true, nodeID: nil, subnetID: nil,
                    ipRangeID: nil))
            func snippet() throws -> DHCPSnippet { try #require(try DHCPSnippet.find(db, id: id)) }
            func texts() throws -> [String] { try snippet().versions(db).map(\.data) }
            var last = first
            for text in ["two", "three"] {
                last = try DHCPSnippet.addValue(text, after: last, state)
                try db.update("dhcp_snippets", id: id, ["value_id": last])
            }
            #expect(try texts() == ["three", "two", "one\n"])
            try snippet().revert(db, to: 0)
            #expect(try texts() == ["three", "two", "one\n"])
            for wrong in [-3, Int.min, last + 100] {
                #expect(throws: Refusal.self) { try snippet().revert(db, to: wrong) }
            }
            try snippet().revert(db, to: -1)
            #expect(try texts() == ["two", "one\n"])
            try snippet().revert(db, to: first)
            #expect(try texts() == ["one\n"])
        }
    }

    @Test func discoveriesAreForgottenByKindAndOneByOne() throws {
        try TestRegion().region.withState { state in
            let rack = try #require(try Node.all(state.db, .rackController, .regionAndRackController).first)
            let interface = try #require(try Interface.all(state.db, node: rack.id).first { $0.vlanID != nil })
            for number in 1...2 {
                try state.db.insert(
                    into: "neighbours",
                    [
                        "ip": "10.10.0.18\(number)", "mac_address": "52:54:00:00:00:0\(number)",
                        "interface_id": interface.id, "updated": try state.now,
                    ])
            }
            let one = try #require(try Discovery.all(state.db).first)
            #expect(try Discovery.clear(state.db, ip: one.ip, macAddress: one.macAddress))
            #expect(try !Discovery.clear(state.db, ip: one.ip, macAddress: one.macAddress))
            #expect(try Discovery.all(state.db).map(\.id).count == 1)
            #expect(try !Discovery.all(state.db).contains { $0.id == one.id })
            try Discovery.clear(state.db, announced: false, neighbours: true)
            #expect(try Discovery.all(state.db).isEmpty)
        }
    }
}
