import Addresses
import SQLite

/// Which addresses of a subnet are taken, and by what: MAAS's `get_ipranges_in_use` and
/// `get_ipranges_not_in_use`.
///
/// Hosts of a managed subnet may have every address that nothing else has. In an unmanaged one MAAS gives out only
/// what lies in reserved ranges.
package struct SubnetUsage {
    package let db: Connection
    package let subnet: Subnet
    package let network: IPNetwork

    /// - Throws: `Refusal` for a subnet whose network cannot be read, which validation keeps out.
    package init(_ db: Connection, _ subnet: Subnet) throws {
        guard let network = IPNetwork(subnet.cidr) else {
            throw Refusal.unexpected("invalid IPNetwork \(subnet.cidr)")
        }
        self.db = db
        self.subnet = subnet
        self.network = network
    }

    /// What IPv6 networks keep back for the router and for MAAS's own numbering.
    private var builtIn: [IPSpan] {
        guard network.family == .v6 else { return [] }
        var spans: [IPSpan] = []
        if network.prefixLength == 64, let first = network.base.advanced(by: 1),
            let last = network.base.advanced(by: 0xFFFF_FFFF)
        {
            spans.append(IPSpan(first, last, ["reserved"]))
        }
        if network.prefixLength < 127 { spans.append(IPSpan(network.base, "rfc-4291-2.6.1")) }
        return spans
    }

    /// The subnet's gateway and its DNS servers, as far as they lie within.
    private var infrastructure: [IPSpan] {
        let servers = subnet.dnsServers.strings.compactMap { IPAddress($0) }.filter(network.contains)
        let gateway = subnet.gatewayIP.flatMap { IPAddress($0) }
        return servers.map { IPSpan($0, "dns-server") } + (gateway.map { [IPSpan($0, "gateway-ip")] } ?? [])
    }

    private func routeGateways() throws -> [IPSpan] {
        let texts: [String] = try db.query("SELECT gateway_ip FROM static_routes WHERE source_id = ?", subnet.id) {
            try $0["gateway_ip"]
        }
        return texts.compactMap { IPAddress($0) }.filter(network.contains).map { IPSpan($0, "gateway-ip") }
    }

    private func assigned(withDiscovered: Bool = true) throws -> [IPSpan] {
        let texts: [String] = try db.query(
            """
            SELECT ip FROM ip_addresses WHERE subnet_id = ? AND ip IS NOT NULL AND (? OR alloc_type <> \(Link.AllocationType.discovered.rawValue))
            """, subnet.id, withDiscovered
        ) { try $0["ip"] }
        let powered = try PowerAddress.all(db).map(\.address).filter(network.contains)
        return (texts.compactMap { IPAddress($0) } + powered).map { IPSpan($0, "assigned-ip") }
    }

    /// The ranges of one type, or of both.
    package func ranges(_ type: String? = nil, except id: Int? = nil) throws -> [IPSpan] {
        try db.query(
            """
            SELECT * FROM ip_ranges WHERE subnet_id = ?1 AND (?2 IS NULL OR type = ?2) AND (?3 IS NULL OR id <> ?3)
            """, subnet.id, type, id
        ) { row -> IPSpan? in
            var span = IPSpan(try row["start_ip"] as String, try row["end_ip"] as String)
            span?.purposes = [try row["type"]]
            return span
        }.compactMap(\.self)
    }

    /// Everything that is taken.
    package func inUse() throws -> IPSpanSet {
        IPSpanSet(try builtIn + infrastructure + assigned() + routeGateways() + ranges())
    }

    /// Everything that is free.
    package func free() throws -> [IPSpan] {
        if subnet.managed { return try inUse().gaps(in: network.hosts) }
        let taken = IPSpanSet(try builtIn + infrastructure + assigned() + routeGateways() + ranges("dynamic"))
        return taken.gaps(in: try ranges("reserved"))
    }

    /// What is taken and what is not, in order: every address of hosts once.
    package func everything() throws -> IPSpanSet {
        let used = try inUse()
        return used.union(used.gaps(in: network.hosts))
    }

    /// Where a new reserved range may lie.
    package func roomForReservedRange(except id: Int?) throws -> [IPSpan] {
        IPSpanSet(try builtIn + ranges(subnet.managed ? nil : "reserved", except: id)).gaps(in: network.hosts)
    }

    /// Where a new dynamic range may lie.
    package func roomForDynamicRange(except id: Int?) throws -> [IPSpan] {
        let others = try builtIn + infrastructure + assigned(withDiscovered: false) + routeGateways()
        if subnet.managed { return IPSpanSet(try others + ranges(except: id)).gaps(in: network.hosts) }
        return IPSpanSet(try others + ranges("dynamic", except: id)).gaps(in: try ranges("reserved"))
    }

    /// The dynamic range that an address lies in.
    package func dynamicRange(of address: IPAddress) throws -> IPSpan? {
        try IPSpanSet(ranges("dynamic")).span(containing: address)
    }

    /// The next address to give out: the first of the smallest free run, the lowest such run, so that large runs stay
    /// whole.
    /// - Throws: `Refusal` when there is none.
    package func nextFree(excluding: Set<IPAddress> = []) throws -> IPAddress {
        let kept: [String] = try db.query("SELECT ip FROM reserved_ips WHERE subnet_id = ?", subnet.id) {
            try $0["ip"]
        }
        let avoided = excluding.filter(network.contains).union(kept.compactMap { IPAddress($0) })
        let runs =
            avoided.isEmpty
            ? try free()
            : IPSpanSet(avoided.map { IPSpan($0, "excluded") }).gaps(in: try free())
        guard let best = runs.min(by: { ($0.distance, $0.first) < ($1.distance, $1.first) }) else {
            throw Refusal.unavailable("No more IPs available in subnet: \(subnet.cidr).")
        }
        return best.first
    }
}
