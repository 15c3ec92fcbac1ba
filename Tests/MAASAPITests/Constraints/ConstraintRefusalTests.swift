import RegionTesting
import Testing

@testable import MAASAPI

/// Constraints that MAAS cannot read, on lists and on allocations.
@Suite struct ConstraintRefusalTests {
    private let maas: TestRegion
    init() throws { maas = try TestRegion() }

    private static let device = "Unknown devices constraint: '"

    @Test(arguments: [
        ("devices", "14", 400, "\(device)14"), ("devices", "vendor_id=1,", 400, device),
        ("devices", "Vendor_id=1", 400, "\(device)Vendor_id"),
        ("storage", "8;9", 400, "Malformed storage constraint, \"8;9\"."),
        ("cpu_count", "0x10", 400, "Invalid CPU count: number required."),
        ("cpu_count", "1__0", 400, "Invalid CPU count: number required."),
        ("mem", "", 400, "Invalid memory: number of MiB required."),
        ("not_in_zone", " az1", 400, "Enter a valid value."), ("not_in_pool", "=x", 400, "Enter a valid value."),
        ("not_in_zone", "x", 400, "No such zone(s): x."), ("zone", " az1", 400, "No such zone(s):  az1."),
        ("power_state", "=ready", 400, "Select a valid choice. ready is not one of the available choices."),
        ("vlans", "99999999999999999999", 400, "VLAN tag (VID) out of range (0-4094; 0 for untagged.)"),
        ("subnets", "id:99999999999999999999", 400, "No matching subnets found."),
        ("vlans", "id:99999999999999999999", 400, "No matching VLANs found."),
    ])
    func fieldsSayWhatIsWrong(_ name: String, _ value: String, _ status: Int, _ message: String) throws {
        for call in [
            Call("GET", "machines/?\(name)=\(Self.encoded(value))", status, ""),
            Call("POST", "machines/?op=allocate", [name: value], status, ""),
        ] {
            let answer = try maas.answer(call)
            #expect(answer.status == status, "\(call)")
            #expect(try answer.string(name, 0) == message, "\(call)")
        }
    }

    @Test(arguments: [
        ("cpu_count", "inf", 500, "cannot convert float infinity to integer"),
        ("mem", "-Infinity", 500, "cannot convert float infinity to integer"),
        ("link_speed", "inf", 500, "cannot convert float infinity to integer"),
        ("devices", "vendor_id", 500, "not enough values to unpack (expected 2, got 1)"),
        ("pod", "a\0b", 500, "A string literal cannot contain NUL (0x00) characters."),
        ("fabrics", "a\0b", 500, "A string literal cannot contain NUL (0x00) characters."),
    ])
    func someAreMoreThanMAASExpects(_ name: String, _ value: String, _ status: Int, _ text: String) throws {
        for call in [
            Call("GET", "machines/?\(name)=\(Self.encoded(value))", status, text),
            Call("POST", "machines/?op=allocate", [name: value], status, text),
        ] {
            let answer = try maas.answer(call)
            #expect(answer.status == status, "\(call)")
            #expect(answer.text == text, "\(call)")
        }
    }

    @Test(arguments: ["1e300", "1e19", "9223372036854775808", "1e18", "2147483648"])
    func nobodyHasSoMuch(_ value: String) throws {
        for name in ["cpu_count", "mem", "cpu_speed", "link_speed"] {
            #expect(try maas.answer(Call("GET", "machines/?\(name)=\(value)", 200, "[]")).list.isEmpty)
        }
        for name in ["cpu_count", "mem"] {
            let answer = try maas.answer(Call("POST", "machines/?op=allocate", [name: value], 409, ""))
            #expect(answer.status == 409)
            #expect(answer.text.hasPrefix("No available machine matches constraints: [('\(name)', ['\(value)'])]"))
        }
    }

    @Test func blanksAroundStorageAndDevicesDoNotCount() throws {
        #expect(try maas.get("machines/", query: ["devices": " "]).list.count == 15)
        #expect(try maas.get("machines/", query: ["storage": "\t"]).list.count == 15)
        #expect(try maas.get("machines/", query: ["devices": " vendor_id=1 "]).list.isEmpty)
        let sized = try maas.get("machines/", query: ["storage": " 8 "]).list.count
        #expect(try maas.get("machines/", query: ["storage": "8"]).list.count == sized)
        #expect(sized > 0)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { String($0, radix: 16) }.map { "%" + ($0.count == 1 ? "0" + $0 : $0) }.joined()
    }
}
