import Formats
import HTTPServer
import RegionTesting
import TestSupport
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Numbers at the ends of what integers and floating-point numbers hold end no request's process, nor that of whoever
/// looks at the region afterwards. What traps ends the test run; the line that it prints last says where.
@Suite struct NumbersAtTheirLimitsTests {
    private static let greatest = "9223372036854775807"
    private static let least = "-9223372036854775808"
    private static let numbers = [
        greatest, least, "9223372036854775806", "-9223372036854775807", "9223372036854775808",
        "1000000000000000000000000000000", "2147483647", "2147483648", "-2147483649", "-1", "1e300", "-1e300", "inf",
        "-inf", "nan", "1e19", "\(greatest)T", "99999999999999999999%", "P99999999999999D", "999999999 days, 23:59:59",
        "root:\(greatest)", "root:1e300", "\(greatest):\(greatest)", "1-\(greatest)", ":",
    ]

    /// Parameters that hold text whatever it is.
    private static let texts: Set = [
        "KEY", "name", "hostname", "description", "comment", "comments", "message", "password", "content", "data",
        "serial", "model", "id_path", "title", "label", "filename", "script", "value", "fqdn", "username", "email",
    ]

    /// What gets a handler past its first checks.
    private static let plausible: [String: String] = [
        "name": "limits", "hostname": "limits", "mac_addresses": "00:16:3e:00:bb:09", "architecture": "amd64/generic",
        "power_type": "manual", "cidr": "10.77.0.0/24", "type": "reserved", "id_path": "/dev/limits", "serial": "s",
        "model": "m", "block_size": "512", "size": "100000000", "storage_layout": "flat", "fqdn": "limits.maas",
        "rrtype": "TXT", "rrdata": "x", "url": "http://a.example/", "message": "x", "vid": "77", "script": "#!/bin/sh",
        "source": "1", "destination": "2", "gateway_ip": "10.10.0.1", "subnet": "1", "value": "x",
    ]

    private static func encode(_ pairs: [(String, String)]) -> String {
        pairs.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    }

    /// A request of a row, below the path of something that is there.
    private func request(
        _ driver: OperationDriver, _ row: OperationDriver.Row, _ pairs: [(String, String)]
    ) throws -> HTTPRequest {
        var path = row.resource.path.text
        for (name, value) in try driver.maas.region.withState({ try driver.path(of: row, $0.db) }) {
            path = path.replacing("{\(name)}", with: PercentEncoding.encode(value))
        }
        var request = HTTPRequest(method: row.operation.method, path: Dispatch.root + path)
        var query = row.operation.op.map { [("op", $0)] } ?? []
        if row.sendsForm {
            request.headers["Content-Type"] = "application/x-www-form-urlencoded"
            request.body = Array(Self.encode(pairs).utf8)
        } else {
            query += pairs
        }
        if !query.isEmpty { request.query = Self.encode(query) }
        return request
    }

    /// Everything that can be looked at.
    private func lookAround(_ driver: OperationDriver) throws {
        for row in driver.rows where row.operation.method == "GET" && !row.isAnonymous {
            _ = try driver.maas.send(request(driver, row, []))
        }
    }

    @Test func noParameterEndsTheProcess() throws {
        var generator = SeededGenerator()
        let driver = try OperationDriver()
        let region = driver.maas.region
        try region.takeSnapshot("before")
        // A third of the table in each run.
        for row in driver.rows where !row.isAnonymous && Int.random(in: 0..<3, using: &generator) == 0 {
            let names = row.operation.parameters.map(\.name).filter { !Self.texts.contains($0) }
            let likely = row.operation.parameters.compactMap { parameter in
                Self.plausible[parameter.name].map { (parameter.name, $0) }
            }
            var isChanged = false
            for name in names {
                guard let number = Self.numbers.randomElement(using: &generator) else { continue }
                let others = row.sendsForm ? likely.filter { $0.0 != name } : []
                let answer = try driver.maas.send(request(driver, row, others + [(name, number)]))
                #expect(answer.status >= 200, "\(row) \(name)=\(number)")
                isChanged = isChanged || (answer.status < 300 && row.operation.method != "GET")
            }
            guard isChanged else { continue }
            if Int.random(in: 0..<10, using: &generator) == 0 { try lookAround(driver) }
            #expect(try region.restoreSnapshot("before"))
        }
    }

    @Test func twoDisksBeyondEverySumAreShownAndGrouped() throws {
        let maas = try TestRegion()
        let node = "nodes/\(try maas.systemID("node01"))/"
        var ids: [String] = []
        for name in ["limits1", "limits2"] {
            let answer = try maas.post(
                node + "blockdevices/",
                ["name": name, "id_path": "/dev/\(name)", "size": Self.greatest, "block_size": "512"])
            #expect(answer.status == 200, "\(answer.text)")
            ids.append(String(try #require(try answer.integer("id"))))
        }
        for (path, more) in [("raids/", [("level", "raid-0")]), ("volume-groups/", [])] {
            let pairs = [("name", "limits")] + more + ids.map { ("block_devices", $0) }
            #expect(try maas.post(node + path, urlencoded: [Self.encode(pairs)]).status < 500)
        }
        for path in ["machines/", node + "blockdevices/", node + "raids/", node + "volume-groups/"] {
            #expect(try maas.get(path).status == 200, "\(path)")
        }
    }

    @Test func settingsAtTheirLimitsLetMachinesLive() throws {
        let maas = try TestRegion()
        let id = try maas.systemID("node01")
        for (name, value) in [("node_timeout", Self.greatest), ("hardware_sync_interval", "\(Self.greatest)h")] {
            _ = try maas.post("maas/", op: "set_config", ["name": name, "value": value])
        }
        try maas.region.withState { state in
            _ = try LifecycleFailure.add(
                state, .deploy, systemID: nil, script: nil, count: 1, reason: "stalls", stalls: true)
        }
        #expect(try maas.post("machines/", op: "allocate", ["system_id": id]).status == 200)
        #expect(try maas.post("machines/\(id)/", op: "deploy", ["enable_hw_sync": "true"]).status == 200)
        for _ in 0..<3 { try maas.advance(1e300) }
        #expect(try maas.get("machines/\(id)/").status == 200)
        #expect(try maas.post("machines/\(id)/", op: "release").status < 500)
    }

    @Test func timestampsOfSignaturesAreOnlyCompared() throws {
        let maas = try TestRegion()
        for (stamp, status) in [
            (Self.greatest, 200), ("9223372036854775808", 200), (Self.least, 401), ("-9223372036854775809", 401),
            ("-1", 401), ("1e300", 500), ("nan", 500),
        ] {
            var request = HTTPRequest(method: "GET", path: Dispatch.root + "machines/")
            let real = try maas.authorization(.admin)
            request.headers["Authorization"] = real.replacing(
                /oauth_timestamp="[0-9]+"/, with: "oauth_timestamp=\"\(stamp)\"")
            let answer = try maas.send(request)
            #expect(answer.status == status, "\(stamp): \(answer.text)")
        }
    }
}
