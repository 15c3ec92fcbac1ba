import RegionTesting
import Testing

import Formats

/// Every place that takes a MAC address, with every spelling, as a running MAAS 3.7.3 answers.
@Suite struct MACAddressEndpointsTests {
    private static let normal = "52:54:00:aa:bb:0c"
    /// Spellings that forms for MAC addresses take and normalise.
    private static let spellings = [
        "52:54:00:aa:bb:0c", "52:54:00:AA:BB:0C", "52-54-00-aa-bb-0c", "5254.00aa.bb0c", " 52:54:00:aa:bb:0c ",
        "52:54:0:aa:bb:c", "525400aabb0c",
    ]
    private static let wrong = ["zzz", "52:54:00:aa:bb", "10.10.0.5"]

    @Test(arguments: spellings)
    func formsNormalise(_ text: String) throws {
        let lab = try TestRegion()
        let device = try lab.post("devices/", ["mac_addresses": text])
        #expect(try device.string("interface_set", 0, "mac_address") == Self.normal)
        let machine = try lab.post(
            "machines/", ["architecture": "amd64", "power_type": "manual", "mac_addresses": text])
        #expect(machine.status == 400)
        let name = try #require(try device.string("hostname"))
        let message = "MAC address \(Self.normal) already in use on \(name)."
        #expect(try machine.json["mac_addresses"] == .array([.string(message)]))
        let reserved = try lab.post("reservedips/", ["ip": "10.10.0.77", "mac_address": text])
        #expect(try reserved.string("mac_address") == Self.normal)
        let again = try lab.post("reservedips/", ["ip": "10.10.0.78", "mac_address": Self.normal])
        #expect(
            try again.json["__all__"]
                == .array([.string("Reserved IP with this MAC address and Subnet already exists.")]))
    }

    @Test(arguments: wrong)
    func whatIsNone(_ text: String) throws {
        let lab = try TestRegion()
        let message = JSONValue.array([.string("'\(text)' is not a valid MAC address.")])
        #expect(try lab.post("devices/", ["mac_addresses": text]).json["mac_addresses"] == message)
        #expect(try lab.post("machines/", ["mac_addresses": text]).json["mac_addresses"] == message)
        #expect(try lab.post("reservedips/", ["ip": "10.10.0.77", "mac_address": text]).json["mac_address"] == message)
        #expect(
            try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.77", "mac": text]).json["mac_address"]
                == message)
        #expect(try lab.get("machines/", query: ["mac_address": text]).json["mac_address"] == message)
        #expect(try lab.post("machines/", op: "allocate", ["mac_address": text]).status == 400)
        #expect(try lab.get("events/", query: ["op": "query", "mac_address": text]).status == 400)
    }

    /// Interfaces keep an address as it was sent, and take one spelling only.
    @Test(arguments: spellings)
    func interfacesTakeOneSpelling(_ text: String) throws {
        let lab = try TestRegion()
        let device = try #require(try lab.post("devices/", ["mac_addresses": "52:54:00:00:00:01"]).string("system_id"))
        let made = try lab.post("nodes/\(device)/interfaces/", op: "create_physical", ["mac_address": text])
        let bare = text.strippedOfBlanks
        if bare.split(separator: ":").count == 6 {
            #expect(try made.string("mac_address") == bare)
        } else {
            #expect(
                try made.json["mac_address"] == .array([.string("'\(bare)' is not a valid MAC address.")]), "\(text)")
        }
    }

    /// An address that is set aside for a MAC address belongs to an interface of no node.
    @Test func reservingForAMACAddress() throws {
        let lab = try TestRegion()
        let made = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.77", "mac": Self.normal])
        #expect(made.status == 200)
        #expect(try made.string("interface_set", 0, "type") == "unknown")
        #expect(try made.string("interface_set", 0, "name") == "eth0")
        #expect(try made.string("interface_set", 0, "mac_address") == Self.normal)
        #expect(try made.json["interface_set"]?.elements.first?["links"] == nil)
        let second = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.78", "mac": Self.normal])
        #expect(try second.integer("interface_set", 0, "id") == made.integer("interface_set", 0, "id"))
        #expect(try lab.post("ipaddresses/", op: "release", ["ip": "10.10.0.77"]).status == 204)
        #expect(try lab.get("ipaddresses/").list.count == 1)
        #expect(try lab.post("ipaddresses/", op: "release", ["ip": "10.10.0.78"]).status == 204)
        // The interface went with its last address: the next one is new.
        let third = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.79", "mac": Self.normal])
        #expect(try third.integer("interface_set", 0, "id") != made.integer("interface_set", 0, "id"))
        let padded = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.80", "mac": " \(Self.normal) "])
        #expect(
            try padded.json["mac_address"] == .array([.string("' \(Self.normal) ' is not a valid MAC address.")]))
        let device = try lab.post("devices/", ["hostname": "d1", "mac_addresses": "52:54:00:00:00:01"])
        #expect(device.status == 200)
        let taken = try lab.post("ipaddresses/", op: "reserve", ["ip": "10.10.0.80", "mac": "52:54:00:00:00:01"])
        #expect(taken.status == 400)
        #expect(taken.text.hasPrefix("MAC address 52:54:00:00:00:01 already belongs to d1. Use of the interface API"))
    }
}
