// What follows from MAAS's objects and is asked for often.

extension Version {
    /// Major and minor, such as (3, 7).
    public var series: (major: Int, minor: Int)? {
        let parts = version.split(separator: ".").prefix(2).compactMap { Int($0.prefix { $0.isNumber }) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}

extension Interface {
    /// Addresses configured on it; when there are none, those that were seen.
    public var ipAddresses: [String] {
        let configured = links.compactMap(\.ipAddress)
        return configured.isEmpty ? (discovered ?? []).compactMap(\.ipAddress) : configured
    }

    /// The gateway of the first linked subnet that has one. MAAS keeps gateways on subnets, not on interfaces.
    public var gateway: String? { links.lazy.compactMap { $0.subnet?.gatewayIP }.first }

    /// The DNS servers of the linked subnets, each once, in order.
    public var dnsServers: [String] {
        links.flatMap { $0.subnet?.dnsServers ?? [] }.reduce(into: []) { seen, server in
            if !seen.contains(server) { seen.append(server) }
        }
    }
}

extension DefaultGateways {
    /// The gateway for one family of addresses.
    public typealias Gateway = DefaultGateway
}

extension VMHost {
    /// The system id of the machine or controller that the host runs on; `nil` when MAAS does not know it.
    public var systemID: String? { host.systemID }
    /// What the hardware has.
    public var totalCores: Int { total.cores }
    /// MiB.
    public var totalMemory: Int { total.memory }
    /// What MAAS's machines there were promised.
    public var usedCores: Int { used.cores }
    /// MiB.
    public var usedMemory: Int { used.memory }
    /// Without over-commit; negative when more is used than there is.
    public var availableCores: Int { available.cores }
    /// MiB, without over-commit.
    public var availableMemory: Int { available.memory }
    /// True when MAAS can create VMs there.
    public var isComposable: Bool { capabilities.contains("composable") }
}
