import Formats
import Foundation
import HTTPServer
import RegionTesting
import TestSupport
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Every kind of wrong value in every parameter: nothing fails with 500 but by a rule that MAAS has, and no number,
/// choice, switch, address or object is taken from what is none.
@Suite struct StatusClassTests {
    /// A kind of wrong value.
    private enum Kind: String, CaseIterable {
        case empty, blank, padded, word, beyondInt32, beyondInt64, fraction, negative, nul, badUTF8, long, repeated
        case object, list, number, null

        /// As it stands in a form; `nil` for kinds that JSON alone has.
        func form(_ likely: String) -> [String]? {
            switch self {
            case .empty: [""]
            case .blank: ["%20%20"]
            case .padded: ["%20" + PercentEncoding.encode(likely) + "%20"]
            case .word: ["zz"]
            case .beyondInt32: ["2147483648"]
            case .beyondInt64: ["99999999999999999999"]
            case .fraction: ["1.5"]
            case .negative: ["-1"]
            case .nul: ["a%00b"]
            case .badUTF8: ["%FF%FE"]
            case .long: [String(repeating: "a", count: 5000)]
            case .repeated: [PercentEncoding.encode(likely), "zz"]
            case .object, .list, .number, .null: nil
            }
        }

        /// As it stands in a JSON body.
        func json(_ likely: String) -> JSONValue {
            switch self {
            case .object: .object(["a": .integer(1)])
            case .list: .array([.string(likely), .integer(1)])
            case .number: .integer(7)
            default: .null
            }
        }
    }

    /// What MAAS says where it fails, and why it does: one of these must be the beginning of every 500.
    private static let failures: [(text: String, reason: String)] = [
        ("A string literal cannot contain NUL", "the database adapter refuses what no field looked at"),
        ("value too long for type character varying(", "the column is shorter than its field"),
        ("bigint out of range", "the column is narrower than its field"),
        ("integer out of range", "the column is narrower than its field"),
        ("invalid input syntax for type inet", "the database knows fewer spellings than the library"),
        ("RESTART value (", "the sequence begins with 1"),
        ("Field 'id' expected a number but got ", "a path or a parameter is looked up as an id"),
        ("invalid literal for int()", "Python reads a number that nobody checked"),
        ("could not convert string to float", "Python reads a number that nobody checked"),
        ("cannot convert float ", "Python reads a number that nobody checked"),
        ("failed to detect a valid IP address from ", "an address that nobody checked"),
        ("IPAddress() does not support netmasks", "an address that nobody checked"),
        ("invalid IPNetwork ", "a network that was refused is looked into"),
        ("lower bound IP greater than upper bound", "a range that nobody checked"),
        ("'NoneType' object has no attribute ", "what was refused, or is not there, is used"),
        ("cannot unpack non-iterable NoneType object", "a name without a domain"),
        ("Cannot resolve keyword ", "a specifier of what has no such field"),
        ("argument of type ", "JSON of another kind than an object"),
        ("Expecting value: ", "JSON that is none"), ("Expecting property name", "JSON that is none"),
        ("Extra data: ", "JSON that is none"), ("Invalid control character", "JSON that is none"),
        ("string indices must be integers", "JSON of another kind than an object"),
        ("the JSON object must be str", "JSON of another kind than text"),
        ("'int' object ", "a body of JSON"), ("'bool' object ", "a body of JSON"),
        ("'float' object ", "a body of JSON"),
        ("'list' object ", "a body of JSON"), ("'str' object ", "a body of JSON"), ("'dict' object ", "a body of JSON"),
        ("unhashable type: ", "a body of JSON"), ("expected string or bytes-like object", "a body of JSON"),
        ("'>' not supported between ", "an empty number"), ("'<' not supported between ", "an empty number"),
        ("string index out of range", "an empty list of servers"),
        ("not enough values to unpack", "a text without its parts"),
        ("too many values to unpack", "a text with too many parts"),
        ("Domain matching query does not exist.", "an id of no domain"),
        ("get() returned more than one ", "several objects where one was meant"),
        ("The given username must be set", "a user without a name"),
        ("Not a valid Boolean value (0 or 1): ", "a switch that is no field"),
        ("Unconfigured power type.", "a machine without power"),
        ("Not enough space in default storage pool", "a VM that does not fit"),
        ("'ValidationError' object has no attribute 'message'", "its own refusal of an address"),
        ("No resources found from commissioning output", "a machine that nobody looked at"),
        ("too many SQL variables", "a list without end"), ("''", "a key that is missing"),
        ("Cannot connect to host ", "keys are fetched from the Internet"), ("Unknwon protocol ", "keys of nobody"),
        ("User has no userprofile.", "the system's own user"),
        ("maximum recursion depth exceeded", "a RAID that is a part of itself"),
        ("'VLAN' instance needs to have a primary key", "ranges of a VLAN that is not there yet"),
    ]

    /// Keys that Python misses, as it writes them.
    private static func isKeyError(_ text: String) -> Bool { text.wholeMatch(of: /'[\w.\/-]*'/) != nil }

    private static func isKnown(_ text: String) -> Bool {
        isKeyError(text) || failures.contains { text.hasPrefix($0.text) }
    }

    /// Parameters that take no wrong value wherever they stand, by what they are.
    private static let strict: [String: Set<String>] = [
        "whole numbers": [
            "vid", "cpu_count", "ttl", "address_ttl", "metric", "block_size", "interface_speed", "link_speed",
            "numa_node",
        ],
        "choices": [
            "architecture", "category", "default_macvlan_mode", "filetype", "fstype", "hardware_type", "level", "mode",
            "parallel", "power_type", "rdns_mode", "rrtype", "storage_layout", "type",
        ],
        "switches": ["bootable", "install_kvm", "install_rackd", "is_superuser", "register_vmhost"],
        "addresses": ["cidr", "dns_servers", "end_ip", "gateway_ip", "ip", "mac_address", "start_ip"],
        "other objects": [
            "backing_device", "backing_partition", "cache_partition", "cache_set", "default_storage_pool",
            "destination",
            "domain", "fabric", "iprange", "machines", "node", "nodes", "pool", "primary_rack", "relay_vlan",
            "secondary_rack", "source", "space", "subnet", "user", "vlan", "zone",
        ],
        "names and spellings": ["mount_point", "sha256", "url"],
    ]
    private static let strictNames = strict.values.reduce(into: Set()) { $0.formUnion($1) }
    private static let wrong: Set<Kind> = [.word, .nul, .long, .beyondInt64, .fraction, .badUTF8]
    /// Operations that read such a parameter otherwise, or not at all where the rest is as it is here.
    private static let otherwise: Set = [
        "POST machines/ op=allocate", "POST machines/{system_id}/ op=deploy", "POST machines/{system_id}/ op=power_on",
        "POST ipaddresses/ op=reserve", "POST discovery/ op=clear",
    ]

    /// The likely values of a row's parameters that get a handler past its first checks.
    private static let plausible: [String: String] = [
        "name": "zz9", "hostname": "zz9", "mac_address": "00:16:3e:00:bb:01", "mac_addresses": "00:16:3e:00:bb:01",
        "architecture": "amd64/generic", "power_type": "manual", "cidr": "10.77.0.0/24", "type": "reserved",
        "start_ip": "10.20.0.230", "end_ip": "10.20.0.231", "ip": "10.20.0.233", "subnet": "1", "vlan": "5001",
        "url": "http://a.example/", "size": "100000000", "fstype": "ext4", "mount_point": "/srv", "fqdn": "zz.maas",
        "rrtype": "TXT", "rrdata": "x", "username": "zz", "email": "z@z.example", "password": "x", "vid": "77",
        "is_superuser": "0", "block_size": "512", "id_path": "/dev/zz", "source": "1", "destination": "2",
        "gateway_ip": "10.10.0.1", "message": "x", "value": "x", "script": "#!/bin/sh", "commission": "false",
    ]

    private func request(
        _ driver: OperationDriver, _ row: OperationDriver.Row, _ path: [String: String], _ name: String, _ kind: Kind
    ) throws -> HTTPRequest? {
        var text = row.resource.path.text
        for (part, value) in path { text = text.replacing("{\(part)}", with: PercentEncoding.encode(value)) }
        var request = HTTPRequest(method: row.operation.method, path: Dispatch.root + text)
        request.query = row.operation.op.map { "op=\($0)" } ?? ""
        let likely = Self.plausible[name] ?? "1"
        let others = row.operation.parameters.map(\.name)
            .filter { $0 != name && $0 != "KEY" && row.sendsForm && row.operation.method == "POST" }
            .compactMap { other in Self.plausible[other].map { (other, $0) } }
        guard let sent = kind.form(likely) else {
            guard row.sendsForm else { return nil }
            var body = Dictionary(others.map { ($0.0, JSONValue.string($0.1)) }) { $1 }
            body[name] = kind.json(likely)
            request.headers["Content-Type"] = "application/json"
            request.body = Array(JSONValue.object(body).text.utf8)
            return request
        }
        let pairs =
            others.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }
            + sent.map { "\(PercentEncoding.encode(name))=\($0)" }
        if row.sendsForm {
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array(pairs.joined(separator: "&").utf8)
        } else {
            request.query = ([request.query ?? ""] + pairs).filter { !$0.isEmpty }.joined(separator: "&")
        }
        return request
    }

    /// Every parameter with one kind in each run, and the kinds by turns of the seed.
    @Test func wrongValuesAreRefusedAsMAASRefusesThem() throws {
        var generator = SeededGenerator()
        let driver = try OperationDriver()
        let region = driver.maas.region
        try region.takeSnapshot("before")
        for row in driver.rows where !row.isAnonymous {
            let path = try region.withState { try driver.path(of: row, $0.db) }
            var isChanged = false
            for name in row.operation.parameters.map(\.name) {
                let kinds = Kind.allCases.shuffled(using: &generator).prefix(Self.kindsInARun)
                for kind in kinds {
                    guard let request = try request(driver, row, path, name, kind) else { continue }
                    let answer = try driver.maas.send(request)
                    #expect(
                        answer.status < 500 || [501, 503].contains(answer.status)
                            || answer.status == 500 && Self.isKnown(answer.text),
                        "\(row) \(name) \(kind): \(answer.status) \(answer.text.prefix(200))")
                    let isTaken = answer.status < 300 && row.operation.method != "GET"
                    if Self.strictNames.contains(name), Self.wrong.contains(kind),
                        !Self.otherwise.contains(row.description)
                    {
                        #expect(!isTaken, "\(row) takes \(kind) for \(name)")
                    }
                    isChanged = isChanged || isTaken
                }
                if isChanged, row.operation.method != "PUT" {
                    #expect(try region.restoreSnapshot("before"))
                    isChanged = false
                }
            }
            if isChanged { #expect(try region.restoreSnapshot("before")) }
        }
    }

    /// One in a usual run; `EVERY_KIND=1` in the environment asks for all of them.
    private static let kindsInARun =
        ProcessInfo.processInfo.environment["EVERY_KIND"] == nil ? 1 : Kind.allCases.count
}
