import Formats
import Foundation
import HTTPServer
import MAASAPI
import MAASRegion
import Synchronization

/// Further regions in the same process, each reached by its own API keys at the same URL.
final class Sandboxes: Sendable {
    /// One test at a time uses a sandbox, and opening a connection takes as long as a request.
    private static let readers = 2
    private let version: MAASVersion
    private let delays: Delays
    private let state = Mutex<(tenants: [String: Tenant], next: Int)>(([:], 1))

    init(version: MAASVersion, delays: Delays) {
        self.version = version
        self.delays = delays
    }

    var all: [Tenant] { state.withLock { $0.tenants.values.sorted { ($0.id ?? "") < ($1.id ?? "") } } }

    func find(_ id: String) -> Tenant? { state.withLock { $0.tenants[id] } }

    /// The sandbox that a request is for: whose key or session it carries, or whose user logs in with a password.
    ///
    /// A log-in goes to the sandbox that its query names; without one to the main region, unless only a sandbox has
    /// such a user.
    func tenant(of request: HTTPRequest, main: Region) throws -> Tenant? {
        guard state.withLock({ !$0.tenants.isEmpty }) else { return nil }
        if let key = Caller.consumerKey(request) ?? Caller.session(request) { return owner(of: key) }
        guard let name = Caller.loginName(request) else { return nil }
        if let id = request.query.flatMap({ Parameters(urlencoded: $0)["sandbox"] }) { return find(id) }
        if try main.hasUser(name) { return nil }
        return try all.first { try $0.region.hasUser(name) }
    }

    /// Keys of sandboxes begin with the sandbox's id.
    private func owner(of key: String) -> Tenant? {
        let parts = key.split(separator: "-", maxSplits: 2)
        return parts.count == 3 ? find("\(parts[0])-\(parts[1])") : nil
    }

    /// Makes a region with the same users as its inventory names, and keys of its own. What the inventory gives is
    /// copied where the process has made it before.
    func make(inventory: [UInt8]?, clock: Region.ClockMode, seed: UInt64) throws -> Tenant {
        let id = state.withLock { state in
            defer { state.next += 1 }
            return "sandbox-\(state.next)"
        }
        var options = Region.Options()
        options.version = version
        options.clock = clock
        options.seed = seed
        options.inventory = inventory
        options.keyPrefix = "\(id)-"
        options.readers = Self.readers
        let tenant = Tenant(id: id, region: try Region(options), delays: delays)
        state.withLock { $0.tenants[id] = tenant }
        return tenant
    }

    func remove(_ id: String) -> Bool { state.withLock { $0.tenants.removeValue(forKey: id) != nil } }
}
