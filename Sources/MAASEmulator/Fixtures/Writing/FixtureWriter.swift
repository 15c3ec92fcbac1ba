import Formats
import MAASRegion
import SQLite

/// Writes a region as a fixture that makes it again: with every key of the format that has something to say of it.
///
/// What a fixture cannot hold is counted, and named under `about`.
struct FixtureWriter {
    let state: RegionState
    let names: RegionNames
    var db: Connection { state.db }

    init(_ state: RegionState) throws {
        self.state = state
        names = try RegionNames(state.db)
    }

    /// The region as JSON text.
    static func text(of state: RegionState) throws -> [UInt8] {
        FixturePrinter.text(of: try FixtureWriter(state).fixture())
    }

    /// The region as a fixture.
    func fixture() throws -> JSONValue {
        let facts = try FactsByNode(db)
        return .fixture([
            "about": try about(), "captured": true, "users": try users(), "user_groups": try userGroups(),
            "zones": try Zone.all(db).map(named), "resource_pools": try ResourcePool.all(db).map(named),
            "tags": try tags(), "domains": try domains(), "spaces": try Space.all(db).map(named),
            "fabrics": try fabrics(), "subnets": try subnets(), "static_routes": try staticRoutes(),
            "ip_ranges": try ranges(), "reserved_ips": try reservedIPs(), "ip_addresses": try heldAddresses(),
            "dns_resources": try dnsResources(), "boot_resources": try bootResources(),
            "boot_sources": try bootSources(), "image_streams": try imageStreams(),
            "controllers": try controllers(), "hardware": try hardware(facts), "machines": try machines(facts),
            "devices": try devices(), "vm_hosts": try vmHosts(), "discoveries": try discoveries(),
            "dhcp_snippets": try snippets(), "scripts": try scripts(),
            "package_repositories": try packageRepositories(), "notifications": try notifications(),
            "license_keys": try licenseKeys(), "settings": try settings(), "events": try events(),
            "timings": try timings(), "plays": try state.setting("plays"),
        ])
    }

    private func about() throws -> JSONValue {
        .fixture([
            "of": "a region of MAAS \(state.version.release)", "left_out": try FixtureOmissions(db).counts,
        ])
    }

    private func named(_ object: some NamedObject) -> JSONValue {
        .fixture(["id": object.id, "name": object.name, "description": object.description.unlessEmpty])
    }

    private func tags() throws -> [JSONValue] {
        try Tag.all(db).map { tag in
            .fixture([
                "name": tag.name, "comment": tag.comment.unlessEmpty, "definition": tag.definition.unlessEmpty,
                "kernel_opts": tag.kernelOptions.unlessEmpty,
            ])
        }
    }

    private func domains() throws -> [JSONValue] {
        try Domain.all(db).map { domain in
            .fixture([
                "id": domain.id, "name": domain.name, "authoritative": domain.authoritative.unless(true),
                "ttl": domain.ttl, "is_default": domain.isDefault.unless(false),
            ])
        }
    }

    /// The settings that are not what MAAS begins with.
    private func settings() throws -> [String: JSONValue] {
        let known = Set(Configuration.settings(state.version).map(\.name))
        let rows = try db.query("SELECT name, value FROM config") { row in
            (try row["name"] as String, try JSONValue(column: "value", of: row))
        }
        return Dictionary(rows.filter { known.contains($0.0) }) { first, _ in first }
    }

    private func timings() throws -> [String: Double]? {
        let rows = try Timings.names.compactMap { name in
            try state.setting("timing.\(name)").flatMap { Double($0) }.map { (name, $0) }
        }
        return Dictionary(rows) { first, _ in first }.unlessEmpty
    }
}
