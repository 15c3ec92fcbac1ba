import Foundation
import MAASAPI
import MAASClient
import MAASRegion
import Testing

/// A typed call of the client, and the operation that it is.
struct EveryCall: Sendable {
    let method: String
    let path: String
    let op: String?
    let make: @Sendable (MAASClient) async throws -> Void

    init(_ method: String, _ path: String, _ op: String?, _ make: @escaping @Sendable (MAASClient) async throws -> Void)
    {
        self.method = method
        self.path = path
        self.op = op
        self.make = make
    }
}

@Suite("Every operation")
struct EveryOperationTests {
    /// Paths that MAAS has for what another path has too, and the one that the client asks.
    static let aliases = [
        "pods/": "vm-hosts/", "pods/{id}/": "vm-hosts/{id}/", "vlans/{id}/": "fabrics/{fabric_id}/vlans/{vid}/",
        "nodes/{system_id}/blockdevices/{device_id}/partitions/{id}":
            "nodes/{system_id}/blockdevices/{device_id}/partition/{id}",
        "nodes/{system_id}/volume-groups/{id}/": "nodes/{system_id}/volume-group/{id}/",
    ]

    /// Those of MAAS 3.7, and what later versions have besides.
    private static let resources: [Resource] = {
        let now = OperationTable(.v3_7).resources
        let paths = Set(now.map(\.path.text))
        return now + OperationTable(.v3_8).resources.filter { !paths.contains($0.path.text) }
    }()

    @Test("there is a typed call for every operation of the table")
    func complete() {
        for resource in Self.resources {
            let path = Self.aliases[resource.path.text] ?? resource.path.text
            for operation in resource.operations {
                let calls = EveryCall.all.filter {
                    ($0.method, $0.path, $0.op) == (operation.method, path, operation.op)
                }
                #expect(calls.count == 1, "\(operation.method) \(path) \(operation.op ?? "")")
            }
        }
        #expect(EveryCall.all.count > 350)
    }

    @Test("every call goes where MAAS has it, with parameters that MAAS knows, and with all of them")
    func places() async throws {
        let resources = Self.resources
        let everywhere = MAASVersion.allCases.flatMap { OperationTable($0).resources }
        for call in EveryCall.all {
            let stub = StubTransport(.json("null"))
            // The answer is none that fits: what was sent is looked at.
            do { try await call.make(MAASClient(transport: stub)) } catch is MAASError {}
            let place = "\(call.method) \(call.path) \(call.op ?? "")"
            let sent = try #require(stub.requests.first, "\(place): nothing was sent")
            let resource = try #require(resources.first { $0.path.text == call.path }, "\(place)")
            let operation = try #require(resource.operations.first { ($0.method, $0.op) == (call.method, call.op) })
            #expect(sent.method == call.method && sent.op == call.op, "\(place): \(sent.line)")
            #expect(Self.fits(sent.path, call.path), "\(place): \(sent.path)")
            var names = Set(sent.form.items.map(\.name)).union(sent.query.items.map(\.name)).subtracting(["op"])
            if names.remove("power_parameters_x") != nil { names.insert("power_parameters") }
            let known = Set(operation.parameters.map(\.name))
            // What only another version reads may be there, too.
            let ever =
                everywhere
                .filter { $0.path.text == call.path }.flatMap(\.operations)
                .filter { ($0.method, $0.op) == (call.method, call.op) }.flatMap(\.parameters).map(\.name)
            #expect(names.isSubset(of: Set(ever).union(["KEY"])), "\(place): \(names.subtracting(ever).sorted())")
            let files: Set = ["content", "file", "keyring_data"]
            let left = known.subtracting(names).subtracting(files).subtracting(Self.left[place] ?? [])
            #expect(left.isEmpty, "\(place): no parameter of the call is \(left.sorted())")
        }
    }

    @Test("the generated files are what the description says")
    func fresh() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", root.appending(path: "script/generate-client.py").path, "--check"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
    }

    /// Parameters that no typed call has, by operation: older names of others, and what MAAS takes and does not use.
    static let left: [String: Set<String>] = [
        "POST machines/{system_id}/ mark_broken": ["error_description"],
        // Whatever the scripts declare, by the name that they give it.
        "POST machines/ ": ["parameters"],
        "POST machines/{system_id}/ release": ["parameters"],
        // Read and always refused, or said by the path already.
        "POST subnets/ ": ["space"], "PUT subnets/{cidr}/ ": ["space"],
        "PUT license-key/{osystem}/{distro_series} ": ["osystem", "distro_series"],
        // Another spelling of what the call has.
        "POST nodes/{system_id}/interfaces/ create_physical": ["parents"],
        "POST nodes/{system_id}/interfaces/ create_vlan": ["parents"],
        "GET commissioning-results/ ": ["system_id", "name"],
    ]

    private static func fits(_ path: String, _ pattern: String) -> Bool {
        let (parts, wanted) = (path.split(separator: "/"), pattern.split(separator: "/"))
        return parts.count == wanted.count && path.hasSuffix("/") == pattern.hasSuffix("/")
            && zip(parts, wanted).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
}
