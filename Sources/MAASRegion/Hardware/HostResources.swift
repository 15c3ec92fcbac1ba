import Formats
import SQLite

/// What the machine below an LXD host is like, which reaches MAAS after the host itself: until then the host's totals
/// are 0 (`request_commissioning_results`, `Pod.sync_hints_from_nodes`).
struct HostResources {
    /// The kind of the transition that brings it.
    package static let transition = "vm_host_resources"

    package let state: RegionState
    private var db: Connection { state.db }

    init(_ state: RegionState) { self.state = state }

    /// The commissioning data of a host's machine arrives.
    func arrive(host id: Int) throws {
        guard let host = try VMHost.find(db, id: id),
            let hardware = try HardwareHost.find(db, powerAddress: host.powerAddress, type: host.type),
            hardware.isReachable
        else { return }
        for mac in hardware.macs {
            let node: Int? = try db.scalar(
                "SELECT node_id FROM interfaces WHERE mac_address = ? AND node_id IS NOT NULL ORDER BY id", mac)
            guard let node else { continue }
            try update(node, hardware)
            break
        }
        try total(host: id)
    }

    /// A host has what all its machines have.
    package func total(host id: Int) throws {
        let nodes = try db.query(
            "SELECT node_id FROM vm_host_nodes WHERE vm_host_id = ? ORDER BY node_id", id
        ) { try $0["node_id"] as Int }
        var (cores, memory) = (0, 0)
        var speeds: [Int] = []
        for node in nodes {
            for numa in try NUMANode.all(db, node: node) {
                cores += numa.cores.count
                memory = memory.addingSaturating(numa.memory)
            }
            if let speed = try Node.find(db, id: node)?.cpuSpeed, speed > 0 { speeds.append(speed) }
        }
        try db.update(
            "vm_hosts", id: id,
            [
                "cores": cores, "memory": memory,
                "cpu_speed": speeds.isEmpty ? 0 : speeds.saturatedSum / speeds.count,
            ])
    }

    private func update(_ node: Int, _ hardware: HardwareHost) throws {
        // MAAS deployed this machine and knows what it is like.
        guard hardware.installedOn == nil else { return }
        try NUMANode.replace(db, node: node, cores: hardware.cores, memory: hardware.memory)
        try db.update(
            "nodes", id: node,
            [
                "cpu_count": hardware.cores, "cpu_speed": hardware.cpuSpeed, "memory": hardware.memory,
                "power_state": PowerState.on,
            ])
        for interface in try hardware.interfaces(db) { try update(interface, of: node) }
        let disks: Int = try db.scalar("SELECT COUNT(*) FROM block_devices WHERE node_id = ?", node) ?? 0
        guard disks == 0 else { return }
        for disk in hardware.disks { try BlockDevice.create(db, node: node, disk) }
    }

    /// An interface gets the name, the network and the bridge that the hardware says; what is right already stays. A
    /// physical one of the same name and another MAC address goes, and one of this address on another machine
    /// (`update_physical_interface`).
    private func update(_ found: HardwareHost.Interface, of node: Int) throws {
        for old in try Interface.all(db, node: node)
        where old.type == .physical && old.name == found.name && old.macAddress != found.mac { try old.delete(state) }
        let elsewhere = try db.query(
            "SELECT * FROM interfaces WHERE mac_address = ? AND type = 'physical' AND node_id <> ?", found.mac, node,
            row: Interface.init)
        for other in elsewhere { try other.delete(state) }
        let known = try Interface.all(db, node: node)
        let subnet = try found.cidr.flatMap { try Subnet.find(db, cidr: $0) }
        let physical: Int
        if let same = known.first(where: { $0.macAddress == found.mac && $0.type == .physical }) {
            physical = same.id
            if same.name != found.name, !known.contains(where: { $0.name == found.name }) {
                try db.execute("UPDATE interfaces SET name = ? WHERE id = ?", found.name, same.id)
            }
            if same.vlanID == nil, let subnet {
                try db.execute("UPDATE interfaces SET vlan_id = ? WHERE id = ?", subnet.vlanID, same.id)
            }
        } else {
            // MAAS's task ends there when something that is not physical has the name.
            guard !known.contains(where: { $0.name == found.name }) else { return }
            physical = try Interface.create(
                db, node: node, NewMachine.NIC(name: found.name, macAddress: found.mac, vlanID: subnet?.vlanID))
        }
        var top = physical
        if let bridge = found.bridge {
            if let same = known.first(where: { $0.name == bridge }) {
                top = same.id
            } else {
                top = try db.insert(
                    into: "interfaces",
                    [
                        "node_id": node, "name": bridge, "type": Interface.Kind.bridge, "mac_address": found.mac,
                        "vlan_id": subnet?.vlanID,
                    ])
                try db.insert(into: "interface_parents", ["child_id": top, "parent_id": physical])
            }
        }
        guard let ip = found.ip, let subnet else { return }
        let holder: Int? = try db.scalar(
            "SELECT 1 FROM ip_addresses WHERE ip = ? AND alloc_type <> \(Link.AllocationType.discovered.rawValue)", ip)
        if holder == nil { try Link.add(state, interface: top, .sticky, ip: ip, subnet: subnet.id) }
    }
}
