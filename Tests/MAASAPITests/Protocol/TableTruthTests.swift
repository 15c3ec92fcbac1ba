import RegionTesting
import TestSupport
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// The operation table names what handlers read, and nothing else.
@Suite struct TableTruthTests {
    /// Read of every request, whatever it asks for.
    private static let everywhere: Set = ["op", "format", "callback"]

    /// A value that gets a handler past its first checks, by the parameter's name.
    private static let plausible: [String: String] = [
        "name": "zz", "hostname": "zz", "mac_address": "00:16:3e:00:bb:01", "mac_addresses": "00:16:3e:00:bb:01",
        "architecture": "amd64/generic", "power_type": "manual", "cidr": "10.77.0.0/24", "type": "reserved",
        "start_ip": "10.20.0.230", "end_ip": "10.20.0.231", "ip": "10.20.0.233", "subnet": "1", "vlan": "1",
        "url": "http://a.example/", "size": "100000000", "fstype": "ext4", "mount_point": "/srv", "fqdn": "zz.maas",
        "rrtype": "TXT", "rrdata": "x", "username": "zz", "email": "z@z.example", "password": "x",
        "is_superuser": "0", "message": "x", "value": "x", "domain": "maas", "zone": "default", "pool": "default",
        "system_id": "", "filename": "zz", "to": "1", "tag": "zz", "mode": "link_up", "force": "false",
        "source": "1", "destination": "2", "gateway_ip": "10.10.0.1", "vid": "77", "storage_layout": "flat",
        "state": "on", "kernel": "x", "release": "jammy", "os": "ubuntu", "script": "#!/bin/sh",
        "osystem": "windows", "distro_series": "jammy", "license_key": "x", "keysource": "lp:x",
    ]

    private static let hosts: [[String: String?]] = ["lxd", "virsh"].map {
        ["type": $0, "power_address": "10.0.0.9", "default_storage_pool": nil, "default_macvlan_mode": nil]
    }

    /// What gets rows further, beside what is likely; `nil` leaves a parameter out.
    private static let further: [(row: String, sent: [[String: String?]])] = [
        ("POST vm-hosts/", hosts), ("POST pods/", hosts),
        ("PUT vm-hosts/{id}/", [["type": nil]]), ("PUT pods/{id}/", [["type": nil]]),
        (
            "POST machines/ op=add_chassis",
            [
                ["chassis_type": "vmware", "hostname": "10.0.0.1", "power_control": nil, "domain": nil],
                ["chassis_type": "proxmox", "hostname": "10.0.0.1", "power_control": nil, "port": nil],
                ["chassis_type": "vmware", "hostname": "10.0.0.1", "power_control": nil, "protocol": "http"],
            ]
        ),
        ("POST dnsresourcerecords/", [["name": nil, "domain": nil]]),
        (
            "POST machines/",
            [
                [
                    "deployed": nil, "commission": "true", "is_dpu": nil, "power_parameters": nil, "hwe_kernel": nil,
                    "min_hwe_kernel": nil, "subarchitecture": nil, "swap_size": "1G", "disable_ipv4": nil,
                    "enable_hw_sync": nil, "osystem": nil, "distro_series": nil, "license_key": nil,
                ]
            ]
        ),
        (
            "POST machines/{system_id}/ op=set_storage_layout",
            [
                ["storage_layout": "lvm", "boot_size": nil, "root_size": nil, "root_device": nil],
                ["storage_layout": "bcache", "boot_size": nil, "root_size": nil, "root_device": nil],
            ]
        ),
        (
            "POST machines/{system_id}/ op=deploy",
            [
                [
                    "install_rackd": nil, "distro_series": "esxi/7.0", "hwe_kernel": nil, "license_key": nil,
                    "enable_hw_sync": nil, "ephemeral_deploy": nil, "install_kvm": nil, "register_vmhost": nil,
                    "bridge_type": nil,
                ]
            ]
        ),
    ]

    private func declared(_ row: OperationDriver.Row) -> [String] { row.operation.parameters.map(\.name) }

    /// A name that no table has: what reads it reads any.
    private static let any = "anything"

    /// What a row's handler asks for, whatever is sent and whatever it is about.
    private static func read(
        _ driver: OperationDriver, _ row: OperationDriver.Row, _ facts: [String: String]
    ) throws -> Set<String> {
        let names = row.operation.parameters.map(\.name).filter { $0 != "KEY" }
        let takesAny = names.count < row.operation.parameters.count
        let plausible = plausible.merging(facts) { $1 }
        let likely = names.map { ($0, plausible[$0] ?? "1") } + (takesAny ? [(any, "1")] : [])
        let more = further.first { $0.row == row.description }?.sent ?? []
        let variants: [[(String, String)]] = more.map { changes in
            likely.filter { changes[$0.0] != .some(nil) }.map { ($0.0, (changes[$0.0] ?? nil) ?? $0.1) }
        }
        let sent = [[], likely, names.map { ($0, "1") }, names.map { ($0, "") }] + variants
        var read = try driver.call(row, likely, as: .user).read
        for (index, path) in try driver.paths(of: row).enumerated() {
            // One that is there, one of another kind and one more will do where nothing is left to be read.
            if index > 2, read.isSuperset(of: likely.map(\.0)) { break }
            for pairs in sent { read.formUnion(try driver.call(row, pairs, path: path).read) }
        }
        // What is read only beside another, or only without it.
        for name in names {
            read.formUnion(try driver.call(row, likely.filter { $0.0 == name }).read)
            read.formUnion(try driver.call(row, likely.filter { $0.0 != name }).read)
        }
        return read
    }

    @Test(arguments: [MAASVersion.v3_7]) func handlersReadWhatTheTableNames(_ version: MAASVersion) throws {
        let driver = try OperationDriver(version)
        let facts = try driver.facts()
        let ofScripts = try driver.scriptParameters()
        for row in driver.rows {
            var named = Set(declared(row))
            var read = try Self.read(driver, row, facts)
            // One word stands for whatever scripts take.
            if named.remove("parameters") != nil {
                #expect(!read.isDisjoint(with: ofScripts), "\(row) reads no parameters of scripts")
                read.subtract(ofScripts.subtracting(named))
            }
            if named.remove("KEY") != nil {
                #expect(read.remove(Self.any) != nil, "\(row) does not read any name")
            }
            let unread = named.subtracting(read)
            #expect(unread.isEmpty, "\(row) does not read \(unread.sorted()), which the table names")
            let unnamed = read.subtracting(named).subtracting(Self.everywhere)
            #expect(unnamed.isEmpty, "\(row) reads \(unnamed.sorted()), which the table does not name")
        }
    }

    @Test func constraintsAreParametersOfTheVersionsThatHaveThem() throws {
        func names(_ version: MAASVersion, _ path: String, _ op: String?) -> Set<String> {
            let resource = OperationTable(version).resources.first { $0.path.text == path }
            let operation = resource?.operations.first { $0.op == op && ($0.method == "GET" || op != nil) }
            return Set(operation?.parameters.map(\.name) ?? [])
        }
        let collections: [(path: String, op: String?, scope: NodeConstraint.Scope)] = [
            ("machines/", nil, .list), ("machines/", "allocate", .allocation),
        ]
        for (path, op, scope) in collections {
            for version in MAASVersion.allCases {
                let known = NodeConstraint.all(in: scope).filter { $0.versions.contains(version) }.map(\.name)
                #expect(names(version, path, op).isSuperset(of: known))
            }
        }
        #expect(!names(.v3_4, "machines/", nil).contains("deployment_target"))
    }

    /// Kinds of input that no operation may trip over, in every parameter and every part of a path.
    private static let kinds = [
        "", " ", "\t", "0", "-1", "1.5", "1e3", "99999999999999999999", "-9223372036854775808", "9223372036854775807",
        "2147483648", "true", "null", "[]", "{\"a\":1}", "a\0b", "'\"", "ünï ☃", "a/b", "a,b", "10.0.0.300", "::1",
        "00:16:3e:00:00:0g", "P1D", String(repeating: "x", count: 300),
    ]

    @Test func nothingTripsOverAnyKindOfInput()
        throws
    {
        var generator = SeededGenerator()
        let driver = try OperationDriver()
        for row in driver.rows {
            let names = declared(row)
            var calls: [(pairs: [(String, String)], path: [String: String])] = []
            for name in names {
                let kind = Self.kinds.randomElement(using: &generator) ?? ""
                calls.append((names.map { ($0, $0 == name ? kind : Self.plausible[$0] ?? "1") }, [:]))
            }
            for _ in 0..<4 {
                calls.append((names.map { ($0, Self.kinds.randomElement(using: &generator) ?? "") }, [:]))
            }
            for name in row.resource.path.names {
                for _ in 0..<3 { calls.append(([], [name: Self.kinds.randomElement(using: &generator) ?? ""])) }
            }
            for call in calls {
                let failure = try driver.call(row, call.pairs, path: call.path).failure
                #expect(failure == nil, "\(row) \(call)")
            }
        }
    }
}
