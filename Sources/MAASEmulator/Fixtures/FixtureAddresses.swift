import Addresses

/// Addresses in fixtures: read strictly, stored as the C library writes them.
extension FixtureObject {
    /// A network without host bits.
    func network(_ key: String) throws -> IPNetwork {
        let value = try required(key)
        let text = try value.text()
        guard let network = IPNetwork(text), network.prefixLength > 0 else {
            throw value.error("must be a network such as 10.0.0.0/24, not \(text)")
        }
        guard text.hasPrefix(network.base.description + "/") || IPAddress(text.prefix { $0 != "/" }) == network.base
        else {
            throw value.error("has host bits: the network is \(network)")
        }
        return network
    }

    /// An address, inside `network` where one is given.
    func optionalAddress(_ key: String, in network: IPNetwork? = nil) throws -> IPAddress? {
        guard let value = self[key] else { return nil }
        let text = try value.text()
        guard let address = IPAddress(text) else { throw value.error("must be an IP address, not \(text)") }
        if let network, !network.contains(address) { throw value.error("\(address) is not in \(network)") }
        return address
    }

    /// A gateway: in the network, or link-local for IPv6.
    func gateway(_ key: String, of network: IPNetwork) throws -> IPAddress? {
        let address = try optionalAddress(key)
        if let address, network.family == .v6, address.family == .v6, address.isLinkLocal { return address }
        return try optionalAddress(key, in: network)
    }

    /// A MAC address, in small letters.
    func optionalMAC(_ key: String) throws -> String? {
        guard let value = self[key] else { return nil }
        let text = try value.text()
        guard MACAddress.isStorable(text) else {
            throw value.error("must be a MAC address such as 00:16:3e:00:00:01, not \(text)")
        }
        return text.lowercased()
    }
}
