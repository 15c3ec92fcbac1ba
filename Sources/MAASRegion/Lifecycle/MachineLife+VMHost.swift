import Formats
import SQLite

/// Deployments that make a VM host of a machine (`metadataserver/api_twisted.py`, `_create_vmhost_for_deployment`).
extension MachineLife {
    private static let refusal = "Internal error while creating VM host. (See regiond.log for details.)"

    /// Installs the hypervisors that were asked for and tells MAAS of them.
    /// - Returns: Why that failed, as the machine's error says; `nil` when it did not.
    func becomeVMHost() throws -> String? {
        guard let owner = try node.ownerID.flatMap({ try User.find(db, id: $0) }), let ip = try hypervisorIP() else {
            return Self.refusal
        }
        let types = try installedTypes()
        for type in types {
            let hypervisor = InstalledHypervisor(state: state, node: node, type: type, ip: ip)
            try hypervisor.install()
            do {
                try db.transaction {
                    let name = types.count > 1 ? "\(node.hostname)-\(type.rawValue)" : node.hostname
                    try register(hypervisor, name: name, for: owner)
                }
            } catch is Refusal {
                return Self.refusal
            }
        }
        return nil
    }

    private func installedTypes() throws -> [VMHostType] {
        let asked = try db.first("SELECT register_vmhost, install_kvm FROM nodes WHERE id = ?", node.id) {
            (lxd: try $0["register_vmhost"] as Bool, virsh: try $0["install_kvm"] as Bool)
        }
        return [asked?.lxd == true ? .lxd : nil, asked?.virsh == true ? .virsh : nil].compactMap { $0 }
    }

    private func register(_ hypervisor: InstalledHypervisor, name: String, for owner: User) throws {
        let isLXD = hypervisor.type == .lxd
        var settings = VMHostSettings(
            type: hypervisor.type,
            power: isLXD
                ? [
                    "power_address": .string(hypervisor.powerAddress), "project": .string("maas"),
                    "password": .string(""), "certificate": .string(""), "key": .string(""),
                ]
                : [
                    "power_address": .string(hypervisor.powerAddress),
                    "power_pass": .string(try state.random.hex(bytes: 16)),
                ])
        settings.name = .value(name)
        if let zone = try Zone.find(db, id: node.zoneID) { settings.zone = .value(zone) }
        if let pool = try node.poolID.flatMap({ try ResourcePool.find(db, id: $0) }) { settings.pool = .value(pool) }
        guard let host = try VMHost.find(db, id: try settings.create(state)) else { return }
        try VMHostDiscovery(state).run(host, for: owner)
    }

    /// The address of the boot interface, or of what was put on top of it.
    private func hypervisorIP() throws -> String? {
        let interfaces = try Interface.all(db, node: node.id)
        guard let boot = interfaces.first(where: { $0.id == node.bootInterfaceID }) ?? interfaces.first else {
            return nil
        }
        var family = [boot]
        var index = 0
        while index < family.count {
            let known = Set(family.map(\.id))
            family += try Interface.children(db, of: family[index].id).filter { !known.contains($0.id) }
            index += 1
        }
        return try InterfaceDetails(db, family).addresses(of: family).first
    }
}
