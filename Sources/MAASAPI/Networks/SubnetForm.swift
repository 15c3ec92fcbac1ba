import Addresses
import Formats
import MAASRegion
import SQLite

/// Creating and changing subnets: what MAAS's `forms/subnet.py` and `Subnet.clean` demand.
struct SubnetForm {
    private let context: Context
    private var form: Form
    private let name: FormField<String>
    private let description: FormField<String>
    private var vlan: FormField<VLAN>
    private let cidr: FormField<IPNetwork>
    private let gateway: FormField<IPAddress>
    private let rdnsMode: FormField<String>
    private var dnsServers: [String]?
    private var architectures: [String]?

    /// The ways to boot that DHCP can be told to leave out, and the codes of their architectures in its option 93.
    private static let bootArchitectures = [
        "ipxe": "", "pxe": "00:00", "uefi_amd64_tftp": "00:07", "uefi_amd64_http": "00:10", "uefi_ebc_tftp": "00:09",
        "uefi_arm64_tftp": "00:0B", "uefi_arm64_http": "00:13", "open-firmware_ppc64el": "00:0C", "powernv": "00:0E",
        "s390x": "00:1F", "s390x_partition": "00:20",
    ]

    /// The name of a way to boot, given by it or by its code: `00:07`, `0x07`.
    private static func bootArchitecture(_ word: String) -> String? {
        if bootArchitectures[word] != nil { return word }
        let code = word.replacing("0x", with: "00:")
        return bootArchitectures.first { !$0.value.isEmpty && $0.value == code }?.key
    }

    init(_ context: Context, _ old: Subnet?) throws {
        self.context = context
        let db = context.db
        var form = Form(context.form)
        // `models/subnet.py`'s SUBNET_NAME_VALIDATOR: unlike other names it may be a CIDR, as it is by default.
        name = form.pattern("name", required: false, maxLength: 255, Self.isName)
        description = form.text("description")
        vlan = try form.reference("vlan", db) { try VLAN.find($0, id: $1) }
        cidr = try Self.network(&form, isNew: old == nil)
        gateway = form.address("gateway_ip")
        rdnsMode = form.choice("rdns_mode", of: ["0", "1", "2"])
        if form.isSent("space") {
            form.add("space", "Spaces may no longer be set on subnets. Set the space on the underlying VLAN.")
        }
        dnsServers = Self.servers(&form)
        let ways = form.commaList("disabled_boot_architectures")
        if ways.isSent, !form.errors.contains("disabled_boot_architectures") {
            let words = ways.or([])
                .flatMap { $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
            architectures = words.compactMap { word in
                if let name = Self.bootArchitecture(word) { return name }
                form.add("disabled_boot_architectures", "Unknown boot architecture \(word)")
                return nil
            }
        }
        let fabric = try form.reference("fabric", db) { try Fabric.find($0, id: $1) }
        let vid = form.integer("vid", min: 0, max: 4094)
        if old == nil, !form.errors.contains("vlan") {
            vlan = try Self.chosenVLAN(&form, db, vlan, fabric, vid: vid.value ?? 0)
        }
        self.form = form
        try check(old)
    }

    private static func isName(_ text: String) -> Bool {
        text.allSatisfy { $0.isWordCharacter || ".: /-".contains($0) }
    }

    private static func network(_ form: inout Form, isNew: Bool) throws(Refusal) -> FormField<IPNetwork> {
        let text = form.text("cidr", required: isNew || form.isSent("cidr"))
        guard let value = text.value else { return .absent }
        if IPNetwork.hasMaskWithPrefix(value) {
            throw .unexpected(
                "IPAddress() does not support netmasks or subnet prefixes! See documentation for details.", .valueError)
        }
        guard let network = IPNetwork(loose: value) else {
            form.add("cidr", "Required format: <network>/<prefixlen>.")
            return .absent
        }
        if network.prefixLength == 0 {
            form.add("cidr", "Prefix length must be greater than 0.")
            return .absent
        }
        return .value(network)
    }

    private static func servers(_ form: inout Form) -> [String]? {
        guard form.isSent("dns_servers") else { return nil }
        var servers: [String] = []
        for text in form.parameters.all("dns_servers").flatMap({ $0.split { $0 == " " || $0 == "," } }) {
            guard let address = IPAddress(text) else {
                form.addToAll(
                    "Invalid IP address: \(text); provide a list of space-separated IP addresses")
                return nil
            }
            servers.append(address.description)
        }
        return servers
    }

    /// A new subnet's VLAN: the one named, or found by fabric and VID, which default to the first.
    private static func chosenVLAN(
        _ form: inout Form, _ db: Connection, _ named: FormField<VLAN>, _ fabric: FormField<Fabric>, vid: Int
    ) throws -> FormField<VLAN> {
        if let vlan = named.value {
            if let fabric = fabric.value, vlan.fabricID != fabric.id {
                let label = "\(vlan.fabricName).\(vlan.name ?? "None")"
                form.add("vlan", "VLAN \(label) is not in fabric name=\(fabric.name).")
            }
            return named
        }
        let owner = try fabric.value?.id ?? Fabric.standard(db)?.id ?? 0
        let found = vid == 0 ? try VLAN.standard(db, ofFabric: owner) : try VLAN.find(db, fabric: owner, vid: vid)
        guard let found else {
            let place = fabric.value.map { "fabric name=\($0.name)" } ?? "default fabric"
            form.add("vid", "No VLAN with vid \(vid) in \(place).")
            return .absent
        }
        return .value(found)
    }

    private mutating func check(_ old: Subnet?) throws {
        let db = context.db
        let network = cidr.value ?? old.flatMap { IPNetwork($0.cidr) }
        guard let network else {
            // MAAS looks for the gateway in a network that is not there.
            if gateway.value != nil { throw Refusal.unexpected("invalid IPNetwork ", .addrFormatError) }
            return try form.check()
        }
        // A subnet without a name is called after its network as it was sent, and the model looks at that.
        if old == nil, name.value == nil, !form.errors.contains("name"), let sent = context.form["cidr"],
            !Self.isName(sent.strippedOfBlanks)
        {
            form.add("name", "Enter a valid value.")
        }
        if cidr.value != nil, let old {
            for kept in try ReservedIP.all(db) where kept.subnetID == old.id {
                if let address = IPAddress(kept.ip), !network.contains(address) {
                    form.add(
                        "cidr",
                        "The new subnet CIDR would exclude the reserved ip \(kept.ip). Please remove it first.")
                }
            }
        }
        let gateway = self.gateway.orKeep(old?.gatewayIP.flatMap { IPAddress($0) })
        var gatewayIsWrong = false
        if let gateway, !network.contains(gateway), !(network.family == .v6 && gateway.isLinkLocal) {
            form.add("gateway_ip", "Gateway IP must be within CIDR range.")
            gatewayIsWrong = true
        }
        let others = try Subnet.all(db).filter { $0.id != old?.id }
        // The model stops at the first thing that is wrong; uniqueness is checked beside it.
        if context.version.has(.overlappingSubnetsRefused), !gatewayIsWrong, !form.errors.contains("cidr"),
            others.contains(where: { IPNetwork($0.cidr)?.overlaps(network) ?? false })
        {
            form.addToAll("Subnet \(network) would overlap with existing subnets.")
        }
        if others.contains(where: { $0.cidr == network.description }), !form.errors.contains("cidr") {
            form.add("cidr", Uniqueness.message("Subnet", "Cidr"))
        }
        try form.check()
    }

    private func flag(_ name: String, _ old: Bool) -> Bool { form.checkbox(name).or(old) }

    /// What MAAS takes for true where Go clients send small letters.
    private func switched(_ name: String, _ old: Bool) -> Bool {
        form.parameters[name].map { ["true", "t", "1"].contains($0.lowercased()) } ?? old
    }

    package mutating func create() throws -> Int {
        let network = cidr.value?.description ?? ""
        return try Subnet.insert(
            context.db,
            Subnet.Values(
                name: name.or(context.form["cidr"]?.strippedOfBlanks ?? network), description: description.or(""),
                vlanID: vlan.value?.id, cidr: network, gatewayIP: gateway.value?.description,
                dnsServers: .array((dnsServers ?? []).map(JSONValue.string)),
                rdnsMode: rdnsMode.value.flatMap { Int($0) } ?? 2, allowDNS: switched("allow_dns", true),
                allowProxy: switched("allow_proxy", true), activeDiscovery: flag("active_discovery", false),
                managed: flag("managed", true),
                disabledBootArchitectures: .array((architectures ?? []).map(JSONValue.string))))
    }

    package mutating func update(_ old: Subnet) throws {
        let network = cidr.value?.description ?? old.cidr
        // Without a name, a subnet is called after its network, as it was sent.
        let sent = cidr.value == nil ? network : context.form["cidr"]?.strippedOfBlanks ?? network
        let isNamedAfterIt = old.name == old.cidr && self.name.value ?? old.name == old.name
        let name = isNamedAfterIt ? sent : self.name.value ?? (self.name.isSent ? network : old.name)
        try old.update(
            context.db,
            Subnet.Values(
                name: name, description: description.orKeep(old.description) ?? "",
                vlanID: vlan.value?.id ?? old.vlanID, cidr: network,
                gatewayIP: gateway.map(\.description).orKeep(old.gatewayIP),
                dnsServers: dnsServers.map { .array($0.map(JSONValue.string)) } ?? old.dnsServers,
                rdnsMode: rdnsMode.value.flatMap { Int($0) } ?? old.rdnsMode,
                allowDNS: switched("allow_dns", old.allowDNS), allowProxy: switched("allow_proxy", old.allowProxy),
                activeDiscovery: flag("active_discovery", old.activeDiscovery), managed: flag("managed", old.managed),
                disabledBootArchitectures: architectures.map { .array($0.map(JSONValue.string)) }
                    ?? old.disabledBootArchitectures))
    }
}
