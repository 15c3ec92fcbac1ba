/// Networks, addresses and names.
extension FixtureKind {
    static let domain = FixtureKind(
        "domain", "A DNS domain",
        [
            .key("id", .id), .needed("name", .text), .key("authoritative", .flag), .key("ttl", .ttl),
            .key("is_default", .flag),
        ])

    static let fabric = FixtureKind(
        "fabric", "A fabric with its VLANs",
        [
            .key("id", .id), .key("name", .text), .key("description", .text), .key("class_type", .text),
            .key("vlans", .list(.object(.vlan))),
        ])

    static let vlan = FixtureKind(
        "vlan", "A VLAN",
        [
            .key("id", .id), .needed("vid", .vid), .key("name", .text), .key("description", .text),
            .key("mtu", .integer(552...65535)), .key("dhcp_on", .flag), .key("external_dhcp", .text),
            .key("space", .text), .key("primary_rack", .text), .key("secondary_rack", .text),
            .key("relay_vlan", .object(.vlanName)),
        ])

    static let vlanName = FixtureKind(
        "vlan_name", "A VLAN, by fabric and vid", [.needed("fabric", .text), .key("vid", .vid)])

    static let subnet = FixtureKind(
        "subnet", "A subnet",
        [
            .key("id", .id), .key("name", .text), .key("description", .text), .needed("cidr", .network),
            .key("gateway_ip", .address), .key("dns_servers", .list(.address)), .key("vlan", .object(.vlanName)),
            .key("managed", .flag), .key("rdns_mode", .integer(0...2)), .key("allow_dns", .flag),
            .key("allow_proxy", .flag), .key("active_discovery", .flag), .key("disabled_boot_architectures", .texts),
        ])

    static let staticRoute = FixtureKind(
        "static_route", "A route from one subnet to another",
        [
            .key("id", .id), .needed("source", .text), .needed("destination", .text), .needed("gateway_ip", .address),
            .key("metric", .integer(0...Int(Int32.max))),
        ])

    static let ipRange = FixtureKind(
        "ip_range", "A range of addresses",
        [
            .key("id", .id), .needed("type", .words(["dynamic", "reserved"])), .needed("start_ip", .address),
            .needed("end_ip", .address), .key("subnet", .text), .key("comment", .text), .key("user", .text),
        ])

    static let reservedIP = FixtureKind(
        "reserved_ip", "An address that is kept for one MAC address",
        [
            .key("id", .id), .needed("ip", .address), .needed("mac_address", .macAddress), .key("subnet", .text),
            .key("comment", .text),
        ])

    static let heldAddress = FixtureKind(
        "held_address", "An address that a user has set aside",
        [
            .key("id", .id), .needed("ip", .address), .key("user", .text), .key("subnet", .text),
            .key("mac_address", .macAddress),
        ])

    static let dnsResource = FixtureKind(
        "dns_resource", "A name in a domain",
        [
            .key("id", .id), .needed("name", .text), .key("domain", .text), .key("address_ttl", .ttl),
            .key("ip_addresses", .list(.address)), .key("user", .text), .key("records", .list(.object(.dnsRecord))),
        ])

    static let dnsRecord = FixtureKind(
        "dns_record", "A record that is no address",
        [
            .key("id", .id), .needed("rrtype", .words(["SRV", "SSHFP", "MX", "CNAME", "NS", "TXT"])),
            .needed("rrdata", .text), .key("ttl", .ttl),
        ])

    static let dhcpSnippet = FixtureKind(
        "dhcp_snippet", "A piece of the DHCP server's configuration",
        [
            .key("id", .id), .needed("name", .text), .needed("value", .text), .key("description", .text),
            .key("enabled", .flag), .key("node", .text), .key("subnet", .text), .key("ip_range", .address),
        ])

    static let discovery = FixtureKind(
        "discovery", "A host that answers on a network of a rack controller",
        [
            .needed("ip", .address), .needed("mac_address", .macAddress), .needed("observer", .text),
            .needed("interface", .text), .key("vid", .vid), .key("hostname", .text), .key("mdns_hostname", .text),
            .key("mac_organization", .text), .key("seen", .flag),
        ])
}
