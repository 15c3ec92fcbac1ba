import Formats
import Foundation
import MAASEmulator

/// The lab with so many more of everything that a region can have many of.
enum GrownLab {
    static func inventory(_ count: Int) throws -> String { try inventory(with: more(count)) }

    /// The lab with what another inventory has.
    static func inventory(with more: String) throws -> String {
        guard case .object(var lab) = try JSONValue(parsing: Region.lab),
            case .object(let more) = try JSONValue(parsing: Array(more.utf8))
        else { return "" }
        for (key, value) in more { lab[key] = .array((lab[key]?.elements ?? []) + value.elements) }
        return JSONValue.object(lab).text
    }

    private static func more(_ count: Int) -> String {
        let each = "{1..\(count)}"
        let hex = "{0x01..0x\(String(count, radix: 16))}"
        return """
            {"users": [{"username": "z-user\(each)"}],
             "zones": [{"name": "z-zone\(each)"}], "resource_pools": [{"name": "z-pool\(each)"}],
             "tags": [{"name": "z-tag\(each)"}], "domains": [{"name": "z-domain\(each)"}],
             "spaces": [{"name": "z-space\(each)"}],
             "fabrics": [{"name": "z-fabric\(each)", "vlans": [
                {"vid": 0, "space": "z-space\(each)"}, {"vid": 10, "space": "z-space\(each)"}]}],
             "subnets": [{"cidr": "10.100.\(each).0/24", "vlan": {"fabric": "z-fabric\(each)", "vid": 0}}],
             "ip_ranges": [{"type": "reserved", "start_ip": "10.100.\(each).10", "end_ip": "10.100.\(each).20"}],
             "static_routes": [
                {"source": "10.100.\(each).0/24", "destination": "mgmt-net", "gateway_ip": "10.100.\(each).1"}],
             "reserved_ips": [{"ip": "10.100.\(each).30", "mac_address": "06:00:00:00:00:\(hex)"}],
             "ip_addresses": [{"ip": "10.100.\(each).31", "user": "user1"}],
             "dns_resources": [{"name": "z-name\(each)", "domain": "z-domain\(each)",
                "ip_addresses": ["10.100.\(each).32"], "records": [{"rrtype": "TXT", "rrdata": "x"}]}],
             "devices": [{"hostname": "z-device\(each)", "domain": "z-domain\(each)", "zone": "z-zone\(each)",
                "owner": "z-user\(each)",
                "interfaces": [{"name": "eth0", "mac_address": "06:00:00:00:01:\(hex)", "fabric": "z-fabric\(each)"}]}],
             "dhcp_snippets": [{"name": "z-snippet\(each)", "value": "x", "subnet": "10.100.\(each).0/24"}],
             "scripts": [{"name": "z-script\(each)", "script": "#!/bin/sh"}],
             "package_repositories": [{"name": "z-archive\(each)", "url": "http://archive.example/\(each)"}],
             "notifications": [{"message": "z \(each)", "user": "z-user\(each)"}],
             "license_keys": [{"osystem": "windows", "distro_series": "z\(each)", "license_key": "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"}],
             "boot_resources": [
                {"name": "custom/z\(each)", "architecture": "amd64/generic", "type": "Uploaded"}],
             "boot_sources": [{"url": "http://images.example/\(each)", "selections": [{"release": "noble"}]}],
             "controllers": [{"hostname": "z-rack\(each)", "node_type_name": "Rack controller", "interfaces": [
                {"name": "eth0", "mac_address": "06:00:00:00:02:\(hex)", "fabric": "z-fabric\(each)"}]}],
             "discoveries": [{"ip": "10.100.\(each).40", "mac_address": "06:00:00:00:03:\(hex)",
                "observer": "z-rack\(each)", "interface": "eth0"}],
             "vm_hosts": [{"name": "z-host\(each)", "zone": "z-zone\(each)", "pool": "z-pool\(each)"}],
             "events": [{"hostname": "z-machine\(each)", "type": "Deploying"}],
             "machines": [
                {"hostname": "z-vm\(each)", "vm_host": "z-host\(each)"},
                {"hostname": "z-machine\(each)", "status_name": "Deployed", "owner": "z-user\(each)",
                 "zone": "z-zone\(each)", "pool": "z-pool\(each)", "domain": "z-domain\(each)",
                 "tags": ["z-tag\(each)", "fast"], "owner_data": {"key": "\(each)"},
                 "interfaces": [
                    {"name": "eth0", "mac_address": "06:00:00:00:04:\(hex)", "fabric": "z-fabric\(each)"},
                    {"name": "eth1", "mac_address": "06:00:00:00:05:\(hex)", "fabric": "z-fabric\(each)"},
                    {"name": "bond0", "type": "bond", "parents": ["eth0", "eth1"],
                     "mac_address": "06:00:00:00:04:\(hex)", "fabric": "z-fabric\(each)"},
                    {"name": "br0", "type": "bridge", "parents": ["bond0"],
                     "mac_address": "06:00:00:00:04:\(hex)", "fabric": "z-fabric\(each)", "links": [
                        {"mode": "static", "subnet": "10.100.\(each).0/24", "ip_address": "10.100.\(each).50"}]}],
                 "block_devices": [
                    {"name": "sda", "size": 100000000000, "partitions": [
                        {"size": 90000000000, "filesystem": {"fstype": "ext4", "mount_point": "/"}}]},
                    {"name": "sdb", "size": 100000000000}, {"name": "sdc", "size": 100000000000},
                    {"name": "sdd", "size": 100000000000}],
                 "volume_groups": [{"name": "vg0", "devices": ["sdb"],
                    "logical_volumes": [{"name": "lv0", "size": 10000000000}]}],
                 "raids": [{"name": "md0", "level": "raid-1", "devices": ["sdc", "sdd"]}]}]}
            """
    }
}
