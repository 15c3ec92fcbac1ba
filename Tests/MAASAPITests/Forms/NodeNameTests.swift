import RegionTesting
import Testing

@testable import Formats

/// Machines and devices get their names by one rule.
@Suite struct NodeNameTests {
    @Test(arguments: [
        ("../x", ["DNS name contains an empty label.", "Nonexistant domain."]),
        ("-a.nowhere", ["Label cannot start or end with hyphen: '-a'.", "Nonexistant domain."]),
        ("x_.nowhere", ["Host label cannot contain underscore: 'x_'.", "Nonexistant domain."]),
        ("a.nowhere", ["Nonexistant domain."]), ("node02.nowhere", ["Nonexistant domain."]),
        ("-.maas", ["Label cannot start or end with hyphen: '-'."]),
        ("node02", ["Node with this Hostname already exists."]),
        (
            String(repeating: "a", count: 256),
            [
                "Hostname is too long.  Maximum allowed is 255 characters.",
                "Ensure this value has at most 255 characters (it has 256).",
            ]
        ),
    ])
    func wrongNames(name: String, messages: [String]) throws {
        let maas = try TestRegion()
        let machine = try maas.put("machines/\(maas.systemID("node01"))/", ["hostname": name])
        #expect(machine.status == 400)
        #expect(try machine.value("hostname").strings == messages)
        let device = try maas.post(
            "devices/", op: nil, ["hostname": name, "mac_addresses": "00:16:3e:00:bb:01"])
        #expect(device.status == 400)
        #expect(try device.value("hostname").strings == messages)
    }

    @Test func blanksAroundANameGo() throws {
        let maas = try TestRegion()
        let machine = try maas.put("machines/\(maas.systemID("node01"))/", ["hostname": " new.maas "])
        #expect(try machine.string("fqdn") == "new.maas")
    }
}
