import SQLite

/// What the things of a region are called, by their ids: fixtures name things and do not number them.
struct RegionNames {
    let users: [Int: String]
    let zones: [Int: String]
    let pools: [Int: String]
    let domains: [Int: String]
    let spaces: [Int: String]
    /// Host names, of nodes of any kind.
    let nodes: [Int: String]
    /// Networks, as two subnets may share a name.
    let subnets: [Int: String]
    let vmHosts: [Int: String]
    let vlans: [Int: (fabric: String, vid: Int)]

    init(_ db: Connection) throws {
        func names(_ columns: String, _ table: String) throws -> [Int: String] {
            let rows = try db.query("SELECT id, \(columns) FROM \(table)") { (try $0[0] as Int, try $0[1] as String) }
            return Dictionary(rows) { first, _ in first }
        }
        users = try names("username", "users")
        zones = try names("name", "zones")
        pools = try names("name", "resource_pools")
        domains = try names("name", "domains")
        spaces = try names("name", "spaces")
        nodes = try names("hostname", "nodes")
        subnets = try names("cidr", "subnets")
        vmHosts = try names("name", "vm_hosts")
        let rows = try db.query(
            """
            SELECT vlans.id, COALESCE(fabrics.name, 'fabric-' || fabrics.id), vid FROM vlans
            JOIN fabrics ON fabrics.id = fabric_id
            """
        ) { (try $0[0] as Int, (fabric: try $0[1] as String, vid: try $0[2] as Int)) }
        vlans = Dictionary(rows) { first, _ in first }
    }
}
