import HTTPServer
import RegionTesting
import SQLite

@testable import Formats
@testable import MAASAPI
@testable import MAASEmulator
@testable import MAASRegion

/// Calls the handler of any row of the operation table, with what a test makes up, and undoes what it did.
struct OperationDriver {
    /// A row of the table, as somebody may call it.
    struct Row: CustomStringConvertible {
        let resource: Resource
        let operation: Operation
        let isAnonymous: Bool

        var sendsForm: Bool { operation.method == "POST" || operation.method == "PUT" }
        var description: String {
            "\(operation.method) \(resource.path.text)\(operation.op.map { " op=\($0)" } ?? "")"
        }
    }

    /// What became of a call.
    struct Outcome {
        /// The names of parameters that the handler asked for.
        let read: Set<String>
        let status: Int?
        /// An error that is neither a refusal nor an answer.
        let failure: (any Error)?
    }

    let maas: TestRegion
    private let version: MAASVersion

    init(_ version: MAASVersion = .v3_7) throws {
        self.version = version
        maas = try TestRegion(version: version)
        try furnish()
    }

    /// Every row that is served.
    var rows: [Row] {
        OperationTable(version).resources.flatMap { resource in
            resource.operations.filter(\.isServed).map { Row(resource: resource, operation: $0, isAnonymous: false) }
                + (resource.anonymous ?? []).map { Row(resource: resource, operation: $0, isAnonymous: true) }
        }
    }

    /// The lab lacks some kinds of objects; here is one of each.
    private func furnish() throws {
        for (path, form) in [
            ("devices/", "hostname=dev&mac_addresses=00:16:3e:00:aa:01"), ("tags/", "name=t1"),
            ("dhcp-snippets/", "name=s1&value=x"), ("notifications/", "message=hello"),
            ("dnsresources/", "fqdn=a.maas"), ("dnsresourcerecords/", "fqdn=b.maas&rrtype=TXT&rrdata=x"),
            ("ipranges/", "type=reserved&start_ip=10.20.0.240&end_ip=10.20.0.241"),
            ("reservedips/", "ip=10.20.0.244&mac_address=00:16:3e:00:aa:02"),
            ("static-routes/", "source=mgmt-net&destination=storage-net&gateway_ip=10.10.0.1"),
            (
                "boot-resources/",
                "name=custom/i1&architecture=amd64/generic&title=i&sha256=\(String(repeating: "0", count: 64))&size=1&base_image=ubuntu/jammy"
            ),
            ("boot-sources/", "url=http://images.example/&keyring_filename=x"),
            ("groups/", "name=g1"), ("scripts/", "name=sc1&script=%23!/bin/sh"),
        ] {
            var request = HTTPRequest(method: "POST", path: Dispatch.root + path)
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array(form.utf8)
            _ = try maas.send(request)
        }
    }

    /// The tables whose first row a path's `{id}` stands for, by the beginning of the path.
    private static let tables: [(path: String, sql: String)] = [
        (
            "nodes/{system_id}/blockdevices/{device_id}",
            "SELECT id FROM partitions WHERE block_device_id = (SELECT id FROM block_devices WHERE node_id = @ ORDER BY id LIMIT 1)"
        ),
        ("nodes/{system_id}/blockdevices/", "SELECT id FROM block_devices WHERE node_id = @"),
        ("nodes/{system_id}/interfaces/", "SELECT id FROM interfaces WHERE node_id = @"),
        ("nodes/{system_id}/results/", "SELECT id FROM script_sets WHERE node_id = @"),
        ("nodes/{system_id}/", "SELECT id FROM filesystem_groups WHERE node_id = @"),
        ("vm-hosts/", "SELECT id FROM vm_hosts"), ("pods/", "SELECT id FROM vm_hosts"),
        ("vm-clusters/", "SELECT id FROM vm_clusters"), ("virtual-machines/", "SELECT id FROM virtual_machines"),
        ("account/prefs/sshkeys/", "SELECT id FROM ssh_keys"), ("account/prefs/sslkeys/", "SELECT id FROM ssl_keys"),
        ("fabrics/", "SELECT id FROM fabrics"), ("vlans/", "SELECT id FROM vlans"),
        ("spaces/", "SELECT id FROM spaces"),
        ("ipranges/", "SELECT id FROM ip_ranges"), ("static-routes/", "SELECT id FROM static_routes"),
        ("dnsresourcerecords/", "SELECT id FROM dns_records"), ("dnsresources/", "SELECT id FROM dns_resources"),
        ("domains/", "SELECT id FROM domains"), ("boot-resources/", "SELECT id FROM boot_resources"),
        ("package-repositories/", "SELECT id FROM package_repositories"),
        ("dhcp-snippets/", "SELECT id FROM dhcp_snippets"), ("notifications/", "SELECT id FROM notifications"),
        ("reservedips/", "SELECT id FROM reserved_ips"), ("resourcepool/", "SELECT id FROM resource_pools"),
        ("boot-sources/{boot_source_id}/", "SELECT id FROM boot_source_selections"),
        ("boot-sources/", "SELECT id FROM boot_sources"), ("groups/", "SELECT id FROM user_groups"),
    ]

    /// Values for the variable parts of a row's path that name something that is there.
    func path(of row: Row, _ db: Connection) throws -> [String: String] {
        let path = row.resource.path.text
        let kind: Node.Kind =
            if path.hasPrefix("devices/") { .device } else if path.contains("controllers/") {
                .regionAndRackController
            } else { .machine }
        let node: Int =
            try db.scalar(
                "SELECT id FROM nodes WHERE node_type = ? ORDER BY hostname <> 'node1', status <> 4, id LIMIT 1",
                kind.rawValue) ?? 0
        var values: [String: String] = [:]
        for name in row.resource.path.names {
            let sql: String? =
                switch name {
                case "system_id": "SELECT system_id FROM nodes WHERE id = @"
                case "device_id": "SELECT id FROM block_devices WHERE node_id = @"
                case "fabric_id": "SELECT id FROM fabrics"
                case "vid": "SELECT vid FROM vlans"
                case "cidr": "SELECT id FROM subnets"
                case "boot_source_id": "SELECT id FROM boot_sources"
                case "file_id": "SELECT id FROM boot_resource_files"
                case "username": "SELECT username FROM users WHERE NOT is_superuser"
                case "name" where path.hasPrefix("zones/"): "SELECT name FROM zones"
                case "name" where path.hasPrefix("tags/"): "SELECT name FROM tags"
                case "name" where path.hasPrefix("networks/"): "SELECT 'subnet-' || id FROM subnets"
                case "name": "SELECT name FROM scripts WHERE NOT is_default"
                case "id": Self.tables.first { path.hasPrefix($0.path) }?.sql
                default: nil
                }
            values[name] =
                try sql.flatMap { sql in
                    try db.first(sql.replacing("@", with: String(node)) + " ORDER BY 1 LIMIT 1") { row in
                        switch try row[0] as SQLValue {
                        case .integer(let id): String(id)
                        case .text(let text): text
                        default: ""
                        }
                    }
                } ?? "1"
        }
        return values
    }

    private struct Undo: Error {}

    /// Calls a row's handler. `path` takes the place of what is there in the variable parts of its path.
    func call(
        _ row: Row, _ pairs: [(String, String)], path replaced: [String: String] = [:], as who: TestRegion.Who = .admin
    ) throws -> Outcome {
        var outcome = Outcome(read: [], status: nil, failure: nil)
        do {
            try maas.region.withState { state in
                let user = try User.find(state.db, username: who == .admin ? "admin" : "user1")
                let values = try path(of: row, state.db).merging(replaced) { $1 }
                var request = HTTPRequest(method: row.operation.method, path: Dispatch.root)
                request.headers["Host"] = "maas.test"
                let sent = Parameters(pairs.map { (name: $0.0, value: $0.1) })
                var body = RequestBody(request)
                if row.sendsForm { body.form = sent }
                let query = row.sendsForm ? Parameters() : sent
                let context = Context(
                    state: state, request: request, path: values, query: query, body: body,
                    user: row.isAnonymous ? nil : user)
                var status: Int?
                var failure: (any Error)?
                do {
                    status = try row.operation.handle(context).status
                } catch let error as APIError {
                    status = error.status
                } catch let refusal as Refusal {
                    status = APIError(refusal).status
                } catch let error as DatabaseError where error.isNULInText {
                    status = 500
                } catch {
                    failure = error
                }
                outcome = Outcome(read: query.read.union(context.form.read), status: status, failure: failure)
                throw Undo()
            }
        } catch is Undo {}
        return outcome
    }
}
