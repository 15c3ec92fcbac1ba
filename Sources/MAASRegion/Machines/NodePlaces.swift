import SQLite

/// The zones, resource pools and domains that nodes are in, read with one statement.
struct NodePlaces {
    private(set) var zones: [Int: Zone] = [:]
    private(set) var pools: [Int: ResourcePool] = [:]
    private(set) var domains: [Int: Domain] = [:]

    private enum Kind: Int, SQLReadable {
        case zone = 0
        case pool = 1
        case domain = 2
    }

    private static let ofNodes = ListSQL { list in
        """
        SELECT \(Kind.zone.rawValue) AS kind, id, name, description, NULL AS ttl, NULL AS authoritative, NULL AS is_default,
            NULL AS record_count
        FROM zones WHERE id IN \(list("?1"))
        UNION ALL
        SELECT \(Kind.pool.rawValue), id, name, description, NULL, NULL, NULL, NULL FROM resource_pools
        WHERE id IN \(list("?2"))
        UNION ALL
        SELECT \(Kind.domain.rawValue), id, name, NULL, ttl, authoritative, is_default, \(Domain.countOfRecords) FROM domains
        WHERE id IN \(list("?3"))
        """
    }

    init(_ db: Connection, of nodes: [Node]) throws {
        let (zoneIDs, poolIDs, domainIDs) = (
            nodes.map(\.zoneID).ids, nodes.compactMap(\.poolID).ids, nodes.map(\.domainID).ids
        )
        _ = try db.query(Self.ofNodes[zoneIDs, poolIDs, domainIDs], zoneIDs, poolIDs, domainIDs) { row in
            switch try row["kind"] as Kind {
            case .zone:
                let zone = try Zone(row)
                zones[zone.id] = zone
            case .pool:
                let pool = try ResourcePool(row)
                pools[pool.id] = pool
            case .domain:
                let domain = try Domain(row)
                domains[domain.id] = domain
            }
        }
    }
}
