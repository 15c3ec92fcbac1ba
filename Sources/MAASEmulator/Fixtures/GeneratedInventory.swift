import Formats

/// A region of some size, in which every machine can be deployed and every VM host can compose.
public struct GeneratedInventory: Sendable {
    /// How many machines, all of them Ready.
    public var machines: Int
    /// How many LXD VM hosts.
    public var vmHosts: Int
    /// How many availability zones.
    public var zones: Int
    /// How many rack controllers.
    public var racks: Int

    /// The most of each that can be asked for.
    public static let most = (machines: 50_000, vmHosts: 1000, zones: 1000, racks: 250)

    /// - Parameters: how many of each; what is not asked for is there once, or not at all.
    public init(machines: Int = 0, vmHosts: Int = 0, zones: Int = 1, racks: Int = 1) {
        self.machines = machines
        self.vmHosts = vmHosts
        self.zones = zones
        self.racks = racks
    }

    /// The fixture: the same numbers give the same text, and with the same seed the same region.
    public var fixture: [UInt8] {
        let zoneNames = zones > 1 ? (1...zones).map { "zone-\($0)" } : ["default"]
        var members: [String: JSONValue] = [
            "about": .string("Made of --machines \(machines) --vm-hosts \(vmHosts) --zones \(zones) --racks \(racks)."),
            "controllers": .array((1...max(racks, 1)).map { rack($0) }),
            "machines": .array(spread(machines, over: zoneNames) { machine($0, $1, $2) }),
            "vm_hosts": .array(spread(vmHosts, over: zoneNames) { host($0, $1, $2) }),
        ]
        if zones > 1 { members["zones"] = .array(zoneNames.map { .object(["name": .string($0)]) }) }
        return Array(JSONValue.object(members).text.utf8)
    }

    /// Deals things out to zones, one after the other in each.
    private func spread(
        _ count: Int, over zones: [String], _ make: (ClosedRange<Int>, Int, String) -> JSONValue
    ) -> [JSONValue] {
        let width = String(count).count
        return zones.enumerated().compactMap { index, zone in
            let (first, last) = (count * index / zones.count + 1, count * (index + 1) / zones.count)
            return first <= last ? make(first...last, width, zone) : nil
        }
    }

    private func pattern(_ prefix: String, _ numbers: ClosedRange<Int>, _ width: Int) -> JSONValue {
        func padded(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return .string("\(prefix)-{\(padded(numbers.lowerBound))..\(padded(numbers.upperBound))}")
    }

    private func machine(_ numbers: ClosedRange<Int>, _ width: Int, _ zone: String) -> JSONValue {
        .object([
            "hostname": pattern("node", numbers, width), "zone": .string(zone), "cpu_count": .integer(8),
            "memory": .integer(32768), "cpu_speed": .integer(2400),
        ])
    }

    private func host(_ numbers: ClosedRange<Int>, _ width: Int, _ zone: String) -> JSONValue {
        .object(["name": pattern("vm-host", numbers, width), "zone": .string(zone)])
    }

    private func rack(_ number: Int) -> JSONValue {
        let link: [String: JSONValue] = [
            "mode": .string("static"), "subnet": .string(FixtureStandards.cidr),
            "ip_address": .string("10.0.0.\(number + 1)"),
        ]
        let interface: [String: JSONValue] = ["name": .string("eth0"), "links": .array([.object(link)])]
        return .object([
            "hostname": .string("rack-\(number)"), "cpu_count": .integer(4), "memory": .integer(8192),
            "interfaces": .array([.object(interface)]),
        ])
    }
}
