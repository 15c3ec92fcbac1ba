import Formats
import MAASRegion

/// The fields of an interface's form as they were sent.
struct InterfaceFields {
    static let blank = "This field cannot be blank."

    package var name: FormField<String>
    var macAddress: FormField<String>
    package var vlan: FormField<VLAN>
    package var tags: FormField<[String]>
    package var enabled: Bool?
    var numaNode: Int?
    var linkConnected: Bool?
    /// Mbit/s
    var interfaceSpeed: Int?
    /// Mbit/s
    var linkSpeed: Int?
    /// What goes into `params`: a value, or `nil` to drop it.
    private var params: [(key: String, value: JSONValue?)] = []

    static let bondModes = [
        "balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb",
    ]
    private static let bondDefaults: [(String, JSONValue)] = [
        ("bond_mode", .string("balance-rr")), ("bond_miimon", .integer(100)), ("bond_downdelay", .integer(0)),
        ("bond_updelay", .integer(0)), ("bond_num_grat_arp", .integer(1)), ("bond_lacp_rate", .string("fast")),
        ("bond_xmit_hash_policy", .string("layer2")),
    ]
    private static let bridgeDefaults: [(String, JSONValue)] = [
        ("bridge_type", .string("standard")), ("bridge_stp", .bool(false)), ("bridge_fd", .integer(15)),
    ]

    init(_ owner: inout InterfaceForm) throws {
        let isNew = owner.old == nil
        let mtu = owner.form.integer("mtu", min: 552)
        vlan = try owner.vlanField()
        tags = owner.form.commaList("tags")
        linkConnected = owner.form.checkbox("link_connected").value
        interfaceSpeed = owner.form.integer("interface_speed", min: 0, max: Int(Int32.max)).value
        linkSpeed = owner.form.integer("link_speed", min: 0, max: Int(Int32.max)).value
        let isPhysical = owner.kind == .physical
        name = owner.name(required: owner.kind == .bond || owner.kind == .bridge)
        macAddress = .absent
        if owner.kind != .vlan {
            let isNeeded = isPhysical && (isNew || owner.form.isSent("mac_address"))
            macAddress = owner.form.storedMAC("mac_address", required: isNeeded)
        }
        if isPhysical {
            enabled = owner.form.nullableFlag("enabled").value
            numaNode = owner.form.integer("numa_node", min: 0).value
        }
        params.append(contentsOf: Self.param("mtu", mtu.map { .integer($0) }))
        if let flag = owner.form.nullableFlag("accept_ra").value { params.append(("accept-ra", .bool(flag))) }
        if owner.form.parameters["accept_ra"] == "" { params.append(("accept-ra", nil)) }
        if owner.kind == .bond { readBond(&owner.form) }
        if owner.kind == .bridge { readBridge(&owner.form) }
    }

    private static func param(_ key: String, _ field: FormField<JSONValue>) -> [(String, JSONValue?)] {
        switch field {
        case .absent: []
        case .empty: [(key, nil)]
        case .value(let value): [(key, value)]
        }
    }

    private mutating func readBond(_ form: inout Form) {
        var words: [(String, [String])] = [("bond_mode", Self.bondModes), ("bond_lacp_rate", ["fast", "slow"])]
        words.append(("bond_xmit_hash_policy", ["layer2", "layer2+3", "layer3+4", "encap2+3", "encap3+4"]))
        for (key, choices) in words {
            if let word = form.listedChoice(key, of: choices).value { params.append((key, .string(word))) }
        }
        for key in ["bond_miimon", "bond_downdelay", "bond_updelay"] {
            if let number = form.integer(key, min: 0).value { params.append((key, .integer(number))) }
        }
        if let number = form.integer("bond_num_grat_arp", min: 0, max: 255).value {
            params.append(("bond_num_grat_arp", .integer(number)))
        }
    }

    private mutating func readBridge(_ form: inout Form) {
        if let word = form.listedChoice("bridge_type", of: ["standard", "ovs"]).value {
            params.append(("bridge_type", .string(word)))
        }
        if let flag = form.nullableFlag("bridge_stp").value { params.append(("bridge_stp", .bool(flag))) }
        if let number = form.integer("bridge_fd", min: 0).value { params.append(("bridge_fd", .integer(number))) }
    }

    /// The parameters with what was sent; a new bond or bridge has all of its kind's.
    package func merge(into old: JSONValue, creating kind: Interface.Kind?) -> JSONValue {
        var merged = old
        let defaults = kind == .bond ? Self.bondDefaults : kind == .bridge ? Self.bridgeDefaults : []
        for (key, value) in defaults { merged = merged.setting(key, value) }
        for (key, value) in params { merged = merged.setting(key, value) }
        return merged
    }
}
