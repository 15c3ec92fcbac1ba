import Addresses
import Formats
import SQLite

/// An interface that a VM is to have, and what it is attached to.
package struct RequestedInterface {
    /// The name inside the VM.
    package var name: String
    /// `nil` when the host machine is unknown and the hypervisor's own network is meant.
    package var host: HostInterface?
    /// Addresses that were asked for with `ip=`.
    package var addresses: [String] = []
    /// `mode=unconfigured`: up, but without an address.
    var isUnconfigured = false
}

extension RequestedInterface {
    /// What constraints mean on a host (`_get_requested_machine_interfaces_via_constraints`).
    /// - Throws: `Refusal` with MAAS's text when they cannot be met.
    package static func resolve(
        _ constraints: InterfaceConstraints, on host: VMHost, _ interfaces: [HostInterface], _ state: RegionState
    ) throws -> [RequestedInterface] {
        guard let node = try host.hostNode(state.db) else {
            throw Refusal.invalid("Pod must be on a known host if interfaces are specified.")
        }
        let specifiers = Specifiers(db: state.db, interfacesOf: [node])
        var found: [(InterfaceConstraints.Label, [HostInterface])] = []
        for label in constraints.labels {
            let wanted = try onNetworks(label.constraints, state.db)
            let ids = try specifiers.ids(.interface, matching: wanted)
            found.append((label, interfaces.filter { ids.contains($0.id) }))
        }
        let requested = try found.map { label, candidates in
            guard let chosen = HostInterface.pick(candidates) else {
                throw Refusal.invalid("This pod does not match the specified networks.")
            }
            return RequestedInterface(
                name: InterfaceConstraints.interfaceName(label: label.name), host: chosen,
                addresses: label.values("ip").compactMap { IPAddress($0)?.description },
                isUnconfigured: label.values("mode").last == "unconfigured")
        }
        guard requested.contains(where: { $0.host?.hasDHCP ?? false }) else {
            throw Refusal.invalid(
                "MAAS DHCP must be enabled on at least one VLAN attached to the specified interfaces.")
        }
        return requested
    }

    /// Constraints on a machine that is yet to be made: an address asks for the VLAN of its subnet, and the mode is
    /// no constraint at all.
    private static func onNetworks(
        _ constraints: [InterfaceConstraints.Constraint], _ db: Connection
    ) throws -> [InterfaceConstraints.Constraint] {
        var rest = constraints.filter { $0.key != "ip" && $0.key != "mode" }
        guard let addresses = constraints.first(where: { $0.key == "ip" })?.values else { return rest }
        var vlans = rest.first { $0.key == "vlan" }?.values ?? []
        rest.removeAll { $0.key == "vlan" }
        for text in addresses {
            guard let address = IPAddress(text) else {
                throw Refusal.unexpected("failed to detect a valid IP address from \(pythonQuoted(text))")
            }
            guard let subnet = try Subnet.best(db, for: address) else {
                throw Refusal.unexpected("'NoneType' object has no attribute 'vlan'")
            }
            vlans.append("id:\(subnet.vlanID)")
        }
        rest.append(InterfaceConstraints.Constraint(key: "vlan", values: vlans))
        return rest
    }
}
