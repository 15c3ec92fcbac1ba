extension NodeConstraint {
    /// The constraints that a list, or an allocation, can be narrowed by.
    package static func all(in scope: Scope) -> [NodeConstraint] {
        all.filter { $0.scope == .everywhere || $0.scope == scope }
    }

    /// A line for those who use it.
    package var about: String {
        guard name.hasPrefix("not_") else { return text(name) }
        let rest = String(name.dropFirst("not_".count))
        return "none of these: " + text(rest.hasPrefix("in_") ? String(rest.dropFirst("in_".count)) : rest)
    }

    private func text(_ name: String) -> String {
        switch name {
        case "arch": "architecture, such as amd64"
        case "tags": "tags, all of them"
        case "fabrics": "fabrics of an interface"
        case "fabric_classes": "classes of an interface's fabric"
        case "subnets": "subnets of the interfaces"
        case "vlans": "VLANs of an interface"
        case "link_speed": "Mbit/s at least of an interface"
        case "zone": "physical zone"
        case "system_id", "id": "system id"
        case "pool": "resource pool"
        case "storage": "disks, as label:size(tags)"
        case "interfaces": "interfaces, as label:key=value"
        case "devices": "hardware, as label:key=value"
        case "cpu_count": "cores at least"
        case "cpu_speed": "MHz at least"
        case "mem": "MiB of memory at least"
        case "pod": "VM host"
        case "pod_type": "kind of VM host"
        case "owner": "user"
        case "power_state": "on, off, unknown or error"
        case "deployment_target": "disk or memory"
        case "hostname", "name": "host name"
        case "mac_address": "MAC address"
        case "domain": "DNS domain"
        case "agent_name": "agent name"
        case "status": "status, such as ready"
        case "simple_status": "status in few words"
        default: name
        }
    }
}
