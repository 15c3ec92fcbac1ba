import Formats
import RegionTesting
import TestSupport
import Testing

@testable import MAASEmulator
@testable import MAASRegion

/// A region that is written as a fixture comes back when that is loaded.
@Suite struct InventoryTests {
    private func inventory(_ maas: TestRegion) throws -> String {
        String(decoding: try maas.region.read(FixtureWriter.text), as: UTF8.self)
    }

    /// Writes, loads and writes again; says where the two regions and the two fixtures differ.
    private func roundTrip(_ maas: TestRegion, _ what: String, hasLived: Bool = false, omitted: String = "{}") throws {
        let text = try inventory(maas)
        let copy = try TestRegion(inventory: text, version: maas.region.version, seed: 77)
        let again = try inventory(copy)
        let omissions = try JSONValue(parsing: text.utf8)["about"]
        #expect(lines(of: text).elementsEqual(lines(of: again)), "\(what): \(firstDifferences(text, again))")
        if !hasLived { #expect(omissions?["left_out"]?.text == omitted, "\(what)") }
        let differences = RegionAnswers.differences(
            try RegionAnswers(maas, hasLived: hasLived), try RegionAnswers(copy, hasLived: hasLived))
        let isEqual = differences.isEmpty
        #expect(isEqual, "\(what): \(differences.count)\n\(differences.prefix(60).joined(separator: "\n"))")
    }

    /// A fixture's lines from the users on: before them it says what it has left out.
    private func lines(of text: String) -> ArraySlice<Substring> {
        text.split(separator: "\n").drop { $0 != "    \"users\": [" }
    }

    private func firstDifferences(_ one: String, _ other: String) -> String {
        zip(lines(of: one), lines(of: other)).filter { $0 != $1 }.prefix(8).map { "\($0) != \($1)" }
            .joined(separator: "\n")
    }

    @Test func theLabComesBack() throws { try roundTrip(TestRegion(), "the lab") }

    @Test func everyKeyComesBack() throws {
        try roundTrip(
            TestRegion(inventory: try FullFixture.text), "everything", omitted: #"{"contents of uploaded images": 1}"#)
    }

    @Test func whatWasMadeOverTheAPIComesBack() throws {
        var random = SeededGenerator()
        let version = MAASVersion.allCases[random.next(below: MAASVersion.allCases.count)]
        let maas = try TestRegion(version: version)
        try RandomRegion.grow(maas, &random)
        try roundTrip(maas, "a random region of \(version)", hasLived: true)
    }

    /// What nobody may write in a fixture, and a region may become all the same.
    @Test func whatMAASLetsComeAboutComesBack() throws {
        let maas = try TestRegion()
        let id = try maas.systemID("node01")
        let bmc: KeyValuePairs = [
            "power_type": "ipmi", "power_parameters_skip_check": "true", "power_parameters_power_address": "",
        ]
        #expect(try maas.put("machines/\(id)/", bmc).status == 200)
        let interface = try #require(try maas.get("machines/\(id)/").integer("interface_set", 0, "id"))
        let bond: KeyValuePairs = ["bond_mode": "802.3ad", "mtu": "9000"]
        #expect(try maas.put("nodes/\(id)/interfaces/\(interface)/", bond).status == 200)
        for range in try maas.get("ipranges/").list where range["type"] == .string("dynamic") {
            #expect(try maas.delete("ipranges/\(range["id"]?.integer ?? 0)/").status == 204)
        }
        let vlans = try maas.get("fabrics/").list.flatMap { $0["vlans"]?.elements ?? [] }
        #expect(vlans.contains { $0["dhcp_on"] == .bool(true) })
        try roundTrip(maas, "a region that has lived", hasLived: true)
    }

    @Test func everyKeyOfTheFormatIsWritten() throws {
        let maas = try TestRegion(inventory: try FullFixture.text)
        let fixture = try JSONValue(parsing: try inventory(maas).utf8)
        #expect(FixtureShapeCheck(fixture).errors.map(\.description) == [])
        var written: Set<String> = []
        var known: Set<String> = []
        collect(fixture, .object(.fixture), &written)
        list(.object(.fixture), &known)
        #expect(known.subtracting(written).sorted() == [], "never written")
    }

    @Test func manyMachinesAreReadWithAsManyStatementsAsFew() throws {
        let counts = try [2, 40].map { count in
            let maas = try TestRegion(
                inventory:
                    #"{"machines": [{"hostname": "m-{1..\#(count)}"}], "vm_hosts": [{"name": "k-{1..\#(count / 2)}"}]}"#
            )
            return try maas.region.read { state in
                let before = state.db.statementCount
                _ = try FixtureWriter(state).fixture()
                return state.db.statementCount - before
            }
        }
        #expect(counts[0] == counts[1])
    }

    private func collect(_ value: JSONValue, _ shape: FixtureShape, _ keys: inout Set<String>) {
        switch (shape, value) {
        case (.list(let element), .array(let elements)): for one in elements { collect(one, element, &keys) }
        case (.members(let element), .object(let members)): for one in members.values { collect(one, element, &keys) }
        case (.object(let kind), .object(let members)):
            for key in kind.keys {
                guard let member = members[key.name], member != .null else { continue }
                keys.insert("\(kind.name).\(key.name)")
                collect(member, key.shape, &keys)
            }
        default: break
        }
    }

    private func list(_ shape: FixtureShape, _ keys: inout Set<String>) {
        switch shape {
        case .list(let element), .members(let element): list(element, &keys)
        case .object(let kind):
            for key in kind.keys where key.isWritten && keys.insert("\(kind.name).\(key.name)").inserted {
                list(key.shape, &keys)
            }
        default: break
        }
    }
}
