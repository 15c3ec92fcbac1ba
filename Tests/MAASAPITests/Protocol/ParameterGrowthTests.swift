import Foundation
import RegionTesting
import TestSupport
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// Whatever a parameter takes of a list, what it costs grows with the list's length and not faster: the region is held
/// meanwhile. Fields are bounded in number (`FieldLimitTests`), values are not.
@Suite struct ParameterGrowthTests {
    /// Lists as the values of parameters have them: of so many elements.
    static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
        ("numbers", { list($0, ",") { "\($0)" } }),
        ("names", { list($0, ",") { "n\($0)" } }),
        ("words", { list($0, " ") { "w\($0)" } }),
        ("addresses", { list($0, " ") { "10.\($0 >> 16).\($0 >> 8 & 255).\($0 & 255)" } }),
        ("addresses of IPv6", { list($0, ",") { "2001:db8::\(String($0, radix: 16))" } }),
        ("MACs", { list($0, ",") { "02:00:00:00:\(hex($0 >> 8)):\(hex($0 & 255))" } }),
        ("labels", { list($0, ";") { "l\($0):name=e\($0)" } }),
        ("constraints", { "l:" + list($0, ",") { "name=e\($0)" } }),
        ("networks", { list($0, ";") { "l\($0):subnet_cidr=10.10.0.0/24" } }),
        ("disks", { list($0, ",") { "d\($0):1(t\($0))" } }),
        ("tags", { "root:1(" + list($0, ",") { "t\($0)" } + ")" }),
        ("specifiers", { list($0, ",") { "name:n\($0)" } }),
        ("lines", { list($0, "\n") { "k\($0)=v" } }),
        ("members", { "{" + list($0, ",") { "\"k\($0)\": \($0)" } + "}" }),
        ("pairs", { list($0, ",") { "\($0):\($0)" } }),
        ("brackets", { String(repeating: "[", count: $0) }),
        ("parentheses", { String(repeating: "(", count: $0) }),
        ("digits", { String(repeating: "9", count: $0) }),
        ("colons", { String(repeating: ":", count: $0) }),
        ("dots", { String(repeating: "a.", count: $0) }),
        ("blanks", { String(repeating: " ", count: $0) + "x" }),
    ]

    private static func list(_ count: Int, _ separator: String, _ element: (Int) -> String) -> String {
        (0..<count).map(element).joined(separator: separator)
    }

    private static func hex(_ number: Int) -> String { String(number >> 4, radix: 16) + String(number & 15, radix: 16) }

    /// What gets a handler to the parameter that is looked at.
    private static let plausible: [String: String] = [
        "name": "growth", "hostname": "growth", "mac_addresses": "00:16:3e:00:bb:09", "architecture": "amd64/generic",
        "power_type": "manual", "cidr": "10.77.0.0/24", "type": "reserved", "id_path": "/dev/growth", "serial": "s",
        "model": "m", "block_size": "512", "size": "100000000", "storage_layout": "flat", "fqdn": "growth.maas",
        "rrtype": "TXT", "rrdata": "x", "url": "http://a.example/", "message": "x", "vid": "77", "script": "#!/bin/sh",
        "source": "1", "destination": "2", "gateway_ip": "10.10.0.1", "subnet": "1", "value": "x",
    ]

    /// One of so many combinations is tried in each run; `TEST_SHARE=1` tries all of them, which takes long.
    private static let share = ProcessInfo.processInfo.environment["TEST_SHARE"].flatMap { Int($0) } ?? 400

    @Test func noValueCostsMoreThanItsLength() throws {
        var generator = SeededGenerator()
        let driver = try OperationDriver()
        for row in driver.rows where !row.isAnonymous {
            let likely = row.operation.parameters.compactMap { parameter in
                Self.plausible[parameter.name].map { (parameter.name, $0) }
            }
            for parameter in row.operation.parameters.map(\.name) + ["unknown"] {
                for shape in Self.shapes where generator.next(below: Self.share) == 0 {
                    let others = row.sendsForm ? likely.filter { $0.0 != parameter } : []
                    func ask(_ value: String) { _ = try? driver.call(row, others + [(parameter, value)]) }
                    let large = shape.make(16_000)
                    // Most refuse a value at its first element, and what is quick at once cannot have grown much.
                    guard seconds({ ask(large) }) > 0.05 else { continue }
                    let times = growth(of: shape.make, body: ask)
                    #expect(times < mostGrowth, "\(row) \(parameter): \(shape.name)")
                }
            }
        }
    }

    /// What cost the square of it once, or the product of it and all interfaces there are.
    @Test(arguments: [
        ("machines/?op=allocate", "interfaces", "labels"), ("vm-hosts/{id}/?op=compose", "interfaces", "labels"),
        ("vm-hosts/{id}/?op=compose", "interfaces", "networks"), ("domains/", "forward_dns_servers", "addresses"),
    ])
    func whatWasSlowOnce(path: String, parameter: String, shape: String) throws {
        let driver = try OperationDriver()
        let shape = try #require(Self.shapes.first { $0.name == shape })
        let row = try #require(
            driver.rows.first {
                $0.operation.method == "POST"
                    && $0.resource.path.text + ($0.operation.op.map { "?op=\($0)" } ?? "") == path
            })
        // More than the host has, so that what is looked at is what was sent, and no VM of thousands of interfaces.
        let others = [("name", "growth"), ("authoritative", "false"), ("storage", "9000000")]
        let times = growth(of: shape.make) { _ = try? driver.call(row, others + [(parameter, $0)]) }
        #expect(times < mostGrowth)
    }
}
