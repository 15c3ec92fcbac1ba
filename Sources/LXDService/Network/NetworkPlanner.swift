import Addresses
import MAASClient

/// Checks a network configuration before anything is created.
struct NetworkPlanner {
    let client: MAASClient

    /// - Throws: `LXDError` of kind `networkConfigInvalid` that names what does not fit; `MAASError`.
    func plan(_ config: VMNetworkConfig) async throws -> NetworkPlan {
        let subnets = try await client.subnets.list()
        var plan: NetworkPlan
        switch config.method {
        case .dhcp: plan = NetworkPlan(mode: .dhcp)
        case .auto(let wanted):
            plan = NetworkPlan(mode: .auto, subnet: try wanted.map { try subnet($0, in: subnets) })
        case .static(let address): plan = try await planStatic(address, subnets)
        }
        plan.bridge = try config.bridge.map(checkedName)
        plan.attachTo = plan.subnet
        if let vid = config.vlan {
            try add(vid, to: &plan, subnets)
            // A tagged VLAN stands on an interface in the untagged VLAN of the same fabric.
            plan.attachTo = subnets.first { $0.vlan.vid == 0 && $0.vlan.fabricID == plan.vlan?.fabricID }
        }
        if plan.mode == .dhcp { try checkDHCP(plan, subnets) }
        return plan
    }

    private func planStatic(_ config: StaticIPConfig, _ subnets: [Subnet]) async throws -> NetworkPlan {
        guard let address = IPAddress(config.ipAddress) else {
            throw invalid("ipAddress", "'\(config.ipAddress)' is not an IPv4 or IPv6 address")
        }
        let chosen: Subnet
        if let wanted = config.subnet {
            chosen = try subnet(wanted, in: subnets)
        } else {
            // The narrowest one that holds it: older MAAS allows subnets to overlap.
            let holding = subnets.compactMap { subnet in IPNetwork(subnet.cidr).map { (subnet: subnet, network: $0) } }
                .filter { $0.network.contains(address) }
            guard let narrowest = holding.max(by: { $0.network.prefixLength < $1.network.prefixLength }) else {
                throw invalid("ipAddress", "\(config.ipAddress) is in no subnet that MAAS knows")
            }
            chosen = narrowest.subnet
        }
        guard let network = IPNetwork(chosen.cidr), network.contains(address) else {
            throw invalid("ipAddress", "\(config.ipAddress) is not in subnet \(chosen.cidr)")
        }
        guard network.hosts.contains(address) else {
            throw invalid("ipAddress", "\(config.ipAddress) is the network or broadcast address of \(chosen.cidr)")
        }
        if let gateway = config.gateway,
            IPAddress(gateway) == nil || IPAddress(gateway) != chosen.gatewayIP.flatMap({ IPAddress($0) })
        {
            throw invalid(
                "gateway",
                "'\(gateway)' is not the gateway of \(chosen.cidr), which is \(chosen.gatewayIP ?? "unset");"
                    + " MAAS keeps the gateway on the subnet")
        }
        for server in config.dnsServers where !chosen.dnsServers.contains(server) {
            throw invalid(
                "dnsServers",
                "\(server) is not among the DNS servers of \(chosen.cidr)"
                    + " (\(chosen.dnsServers.joined(separator: ", "))); MAAS keeps them on the subnet")
        }
        for range in try await client.subnets.reservedRanges(chosen.id) {
            guard IPSpan(range.start, range.end)?.contains(address) == true else { continue }
            // MAAS lets a fixed address stand in a range that is merely reserved.
            if let purpose = (range.purpose ?? []).first(where: { $0 != "reserved" }) {
                throw invalid("ipAddress", "\(config.ipAddress) is not free in \(chosen.cidr): \(purpose)")
            }
        }
        return NetworkPlan(
            mode: .static, subnet: chosen, ipAddress: config.ipAddress, defaultGateway: config.gateway != nil)
    }

    private func add(_ vid: Int, to plan: inout NetworkPlan, _ subnets: [Subnet]) throws {
        guard (1...4094).contains(vid) else { throw invalid("vlan", "\(vid) is not a VID from 1 to 4094") }
        if let subnet = plan.subnet {
            guard subnet.vlan.vid == vid else {
                throw invalid("vlan", "subnet \(subnet.cidr) is on VID \(subnet.vlan.vid), not \(vid)")
            }
            plan.vlan = subnet.vlan
            return
        }
        guard let subnet = subnets.first(where: { $0.vlan.vid == vid }) else {
            throw invalid("vlan", "no subnet is on VID \(vid)")
        }
        plan.vlan = subnet.vlan
        plan.subnet = subnet
    }

    private func checkDHCP(_ plan: NetworkPlan, _ subnets: [Subnet]) throws {
        let served = subnets.contains { $0.vlan.dhcpOn && (plan.vlan == nil || plan.vlan?.id == $0.vlan.id) }
        guard served else {
            throw invalid(
                "method", plan.vlan.map { "MAAS serves no DHCP on VID \($0.vid)" } ?? "MAAS serves DHCP on no VLAN")
        }
    }

    private func subnet(_ wanted: String, in subnets: [Subnet]) throws -> Subnet {
        if let found = subnets.first(where: { $0.cidr == wanted }) { return found }
        let named = subnets.filter { $0.name == wanted }
        if named.count > 1 { throw invalid("subnet", "\(named.count) subnets are named '\(wanted)'; give the CIDR") }
        guard let found = named.first ?? subnets.first(where: { String($0.id) == wanted }) else {
            throw invalid("subnet", "MAAS has no subnet '\(wanted)'")
        }
        return found
    }

    private func checkedName(_ name: String) throws -> String {
        guard (1...15).contains(name.count),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
        else { throw invalid("bridge", "'\(name)' is not an interface name of 1 to 15 characters") }
        return name
    }

    private func invalid(_ field: String, _ reason: String) -> LXDError {
        LXDError(.networkConfigInvalid, "\(field): \(reason)")
    }
}
