import Formats

/// Says for a fixture what it leaves out and MAAS would have: users, a network with DHCP, a rack controller, and the
/// machines and hypervisors behind VM hosts. What a single machine leaves out is the loader's business.
struct FixtureStandards {
    var members: [String: JSONValue]
    /// Every MAC address that the fixture names.
    var macs: Set<String> = []
    private var nextMAC = 0

    /// The network of a region that names none.
    static let cidr = "10.0.0.0/16"
    static let fabric = "fabric-0"
    private static let rack = "10.0.0.2"

    init(_ fixture: JSONValue) {
        guard case .object(let members) = fixture else {
            self.members = [:]
            return
        }
        self.members = members
        collect(fixture)
        addUsers()
        addNetworks()
        addControllers()
        addVMHosts()
    }

    var fixture: JSONValue { .object(members) }

    /// The elements of a list; of what is no list none.
    func list(_ key: String) -> [JSONValue] {
        if case .array(let elements)? = members[key] { elements } else { [] }
    }

    func isMissing(_ key: String) -> Bool { (members[key] ?? .null) == .null }

    private mutating func addUsers() {
        guard isMissing("users") else { return }
        func user(_ name: String, _ key: String, isSuperuser: Bool) -> JSONValue {
            .object([
                "username": .string(name), "email": .string("\(name)@example.com"), "password": .string(name),
                "is_superuser": .bool(isSuperuser), "api_key": .string(key),
            ])
        }
        members["users"] = .array([
            user("admin", "admConsumer0000000:admTokenKey0000000:admTokenSecret000000000000000000", isSuperuser: true),
            user("user1", "usrConsumer0000000:usrTokenKey0000000:usrTokenSecret000000000000000000", isSuperuser: false),
        ])
    }

    private mutating func addNetworks() {
        guard isMissing("fabrics") else { return }
        let hasSubnets = !isMissing("subnets")
        let vlan = JSONValue.object([
            "vid": .integer(0), "name": .string("untagged"),
            "dhcp_on": .bool(!hasSubnets && members["controllers"] != .array([])),
        ])
        members["fabrics"] = .array([.object(["name": .string(Self.fabric), "vlans": .array([vlan])])])
        guard !hasSubnets else { return }
        members["subnets"] = .array([
            .object([
                "cidr": .string(Self.cidr), "gateway_ip": .string("10.0.0.1"),
                "dns_servers": .array([.string(Self.rack)]),
                "vlan": .object(["fabric": .string(Self.fabric), "vid": .integer(0)]),
            ])
        ])
        let range = JSONValue.object([
            "type": .string("dynamic"), "start_ip": .string("10.0.240.1"), "end_ip": .string("10.0.255.254"),
            "subnet": .string(Self.cidr),
        ])
        members["ip_ranges"] = .array(list("ip_ranges") + [range])
    }

    private mutating func addControllers() {
        guard isMissing("controllers") else { return }
        var interface: [String: JSONValue] = ["name": .string("eth0")]
        if list("subnets").contains(where: { $0["cidr"]?.string == Self.cidr }) {
            let link: [String: JSONValue] = [
                "mode": .string("static"), "subnet": .string(Self.cidr), "ip_address": .string(Self.rack),
            ]
            interface["links"] = .array([.object(link)])
        }
        members["controllers"] = .array([
            .object([
                "hostname": .string("maas"), "cpu_count": .integer(4), "memory": .integer(8192),
                "interfaces": .array([.object(interface)]),
            ])
        ])
    }

    // MARK: MAC addresses

    private static let macKeys: Set = ["mac_address", "mac", "macs"]

    private mutating func collect(_ value: JSONValue, isMAC: Bool = false) {
        switch value {
        case .string(let text): if isMAC { macs.insert(text.lowercased()) }
        case .array(let elements): for element in elements { collect(element, isMAC: isMAC) }
        case .object(let members):
            for (key, member) in members { collect(member, isMAC: Self.macKeys.contains(key)) }
        default: break
        }
    }

    /// A MAC address that the fixture does not name.
    mutating func unusedMAC() -> String {
        while true {
            nextMAC += 1
            let digits = [nextMAC >> 16, nextMAC >> 8, nextMAC].map { number in
                let text = String(number & 0xff, radix: 16)
                return text.count == 1 ? "0" + text : text
            }
            // The locally administered addresses of hypervisors.
            let mac = "52:54:00:\(digits.joined(separator: ":"))"
            if macs.insert(mac).inserted { return mac }
        }
    }
}
