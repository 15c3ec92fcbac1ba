import Foundation
import ProgramTesting
import Testing

/// A VM host as a client sees it.
struct VMHostView: Equatable {
    var id: Int
    var usedCores: Int
    var usedMemory: Int
    var usedStorage: Double
}

extension RunningEmulator {
    /// The VM host called so, or by its number.
    func host(_ id: Int) async throws -> VMHostView { try Self.view(try await admin("GET", "vm-hosts/\(id)/").object) }

    /// The LXD host with the most free memory.
    func hostWithRoom() async throws -> VMHostView {
        let hosts = try await admin("GET", "vm-hosts/").list.filter { $0["type"] as? String == "lxd" }
        func freeMemory(_ host: [String: Any]) -> Int { (host["available"] as? [String: Any])?["memory"] as? Int ?? 0 }
        return try Self.view(try #require(hosts.max { freeMemory($0) < freeMemory($1) }))
    }

    private static func view(_ host: [String: Any]) throws -> VMHostView {
        let used = try #require(host["used"] as? [String: Any])
        return VMHostView(
            id: try #require(host["id"] as? Int), usedCores: try #require(used["cores"] as? Int),
            usedMemory: try #require(used["memory"] as? Int),
            usedStorage: try #require(used["local_storage"] as? Double))
    }
}
