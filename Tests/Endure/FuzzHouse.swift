import Foundation
import HTTPClient
import ProgramTesting

/// The region that is fuzzed: what there is to ask for, and what must be well after each batch.
struct FuzzHouse {
    /// By key, such as `cidr`, and by collection and key, such as `vm-hosts/id`.
    let known: [String: [String]]
    let inventory: [UInt8]
    private let emulator: RunningEmulator

    private static let lists = [
        "machines", "devices", "rackcontrollers", "regioncontrollers", "vm-hosts", "zones", "resourcepools", "tags",
        "fabrics",
        "spaces", "subnets", "ipranges", "static-routes", "domains", "dnsresources", "dnsresourcerecords", "users",
        "boot-resources", "boot-sources", "package-repositories", "dhcp-snippets", "notifications", "reservedips",
        "ipaddresses",
        "scripts", "discovery", "commissioning-scripts", "license-keys", "virtual-machines", "vm-clusters", "files",
        "nodes",
        "networks", "node-scripts", "raids",
    ]

    /// Where MAAS fails, too, and with what words: the list of DHCP snippets once one names a node that scripts ran on.
    private static let failuresOfMAAS = ["dhcp-snippets": "'ScriptSet' object has no attribute 'filters'"]

    init(_ emulator: RunningEmulator) async throws {
        self.emulator = emulator
        var found: [String: Set<String>] = [:]
        for list in Self.lists {
            let answer = try await emulator.admin("GET", "\(list)/")
            guard answer.status == 200 else { continue }
            for element in answer.list { Self.collect(element, list, &found) }
        }
        // What is under a node is asked for below `nodes/`.
        for (list, name) in [
            ("interface_set", "interfaces"), ("blockdevice_set", "blockdevices"), ("partitions", "partition"),
        ] {
            found["\(name)/id"] = found["\(list)/id"]
        }
        found["nodes/id"] = (found["interface_set/id"] ?? []).union(found["blockdevice_set/id"] ?? [])
        found["nodes/system_id"] = found["machines/system_id"]
        found["nodes/device_id"] = found["blockdevice_set/id"]
        known = found.mapValues { $0.sorted() }
        inventory = Array(
            try Data(contentsOf: Programs.repository.appending(path: "fixtures/lab.json")))
    }

    private static let keys: Set = [
        "id", "system_id", "name", "hostname", "fqdn", "cidr", "ip", "mac_address", "vid", "username", "filename",
        "key",
    ]

    private static func collect(_ value: Any, _ list: String, _ found: inout [String: Set<String>]) {
        for (key, inner) in value as? [String: Any] ?? [:] {
            if keys.contains(key), let text = (inner as? String) ?? (inner as? Int).map(String.init) {
                found[key, default: []].insert(text)
                found["\(list)/\(key)", default: []].insert(text)
            }
            for element in inner as? [Any] ?? [inner] where element is [String: Any] { collect(element, key, &found) }
        }
    }

    /// Asks for everything that there is, and puts it back to what it was.
    /// - Returns: what was not as it must be.
    func lookAround() async throws -> [String] {
        var findings: [String] = []
        for list in Self.lists {
            let answer = try await emulator.admin("GET", "\(list)/")
            guard answer.status >= 500, Self.failuresOfMAAS[list] != answer.text else { continue }
            findings.append("GET \(list)/: \(answer.status) \(answer.text.prefix(300))")
        }
        for path in [
            "health", "snapshots", "clock", "faults", "failures", "hardware", "machines", "addresses",
            "journal?limit=1",
        ] {
            let answer = try await control("GET", path)
            if answer.status != 200 {
                findings.append("GET /emulator/\(path): \(answer.status) \(answer.text.prefix(300))")
            }
            if path == "health", let given = answer.object["given_up"] as? [String], !given.isEmpty {
                findings.append("given up: \(given.joined(separator: "; "))")
            }
        }
        for (path, key) in [("sandboxes", "id"), ("snapshots", "name")] {
            for element in try await control("GET", path).list {
                guard let name = element[key] as? String else { continue }
                let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? name
                _ = try await control("DELETE", "\(path)/\(encoded)")
            }
        }
        let answer = try await control("POST", "reset")
        if answer.status != 204 { findings.append("reset: \(answer.status) \(answer.text.prefix(300))") }
        if try await !emulator.stillServes() { findings.append("it does not serve after a reset") }
        return findings
    }

    private func control(_ method: String, _ path: String) async throws -> HTTPClient.Response {
        try await emulator.client.send(.init(method: method, url: "\(emulator.origin)/emulator/\(path)"))
    }
}
