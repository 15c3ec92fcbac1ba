import RegionTesting
import Testing

@testable import MAASRegion

@Suite struct DNSRecordTests {
    private func name(_ state: RegionState) throws -> DNSResource {
        let domain = try #require(try Domain.standard(state.db))
        let id = try DNSResource.insert(state.db, name: "mail", domain: domain.id, addressTTL: nil)
        return try #require(try DNSResource.find(state.db, id: id))
    }

    @Test func aNameGoesWithItsLastRecord() throws {
        try TestRegion().region.withState { state in
            let name = try name(state)
            let records = try ["a", "b"].map { text in
                try #require(
                    try DNSRecord.find(
                        state.db,
                        id: DNSRecord.insert(
                            state.db, resource: name.id, rrtype: "TXT", rrdata: text, ttl: nil)))
            }
            try records[0].delete(state.db)
            #expect(try DNSResource.find(state.db, id: name.id) != nil)
            try records[1].delete(state.db)
            #expect(try DNSResource.find(state.db, id: name.id) == nil)
        }
    }

    @Test func aNameWithAddressesOutlivesItsRecords() throws {
        try TestRegion().region.withState { state in
            let name = try name(state)
            let address = try #require(try HeldAddress.all(state.db).first)
            try DNSResource.setAddresses(state.db, of: name.id, [address.id, address.id])
            #expect(try HeldAddress.all(state.db, dnsResource: name.id).map(\.id) == [address.id])
            let id = try DNSRecord.insert(state.db, resource: name.id, rrtype: "TXT", rrdata: "x", ttl: 30)
            try #require(try DNSRecord.find(state.db, id: id)).delete(state.db)
            #expect(try DNSResource.find(state.db, id: name.id) != nil)
        }
    }

    @Test func aDomainGoesOnlyWhenNothingIsInIt() throws {
        try TestRegion().region.withState { state in
            let standard = try #require(try Domain.standard(state.db))
            #expect(throws: Refusal.self) { try standard.remove(state.db) }
            let id = try Domain.insert(state.db, name: "lab", authoritative: true, ttl: nil)
            let domain = try #require(try Domain.find(state.db, id: id))
            let held = try DNSResource.insert(state.db, name: "www", domain: id, addressTTL: nil)
            #expect(throws: Refusal.self) { try domain.remove(state.db) }
            try #require(try DNSResource.find(state.db, id: held)).delete(state.db)
            try domain.remove(state.db)
            #expect(try Domain.find(state.db, name: "lab") == nil)
        }
    }
}
