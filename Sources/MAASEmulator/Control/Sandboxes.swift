import Foundation
import HTTPServer
import MAASAPI
import MAASRegion
import Synchronization

/// Further regions in the same process, each reached by its own API keys at the same URL.
final class Sandboxes: Sendable {
    private let version: MAASVersion
    private let delays: Delays
    private let state = Mutex<(tenants: [String: Tenant], consumers: [String: String], next: Int)>(([:], [:], 1))

    init(version: MAASVersion, delays: Delays) {
        self.version = version
        self.delays = delays
    }

    var all: [Tenant] { state.withLock { $0.tenants.values.sorted { ($0.id ?? "") < ($1.id ?? "") } } }

    func find(_ id: String) -> Tenant? { state.withLock { $0.tenants[id] } }

    /// The sandbox that a request's API key belongs to.
    func tenant(of request: HTTPRequest) -> Tenant? {
        guard state.withLock({ !$0.consumers.isEmpty }),
            let consumer = OAuthHeader(request.headers["Authorization"])?.consumer
        else { return nil }
        return state.withLock { state in state.consumers[consumer].flatMap { state.tenants[$0] } }
    }

    /// Makes a region with the same users as its inventory names, and keys of its own.
    func make(inventory: [UInt8]?, clock: Region.ClockMode, seed: UInt64) throws -> Tenant {
        var options = Region.Options()
        options.version = version
        options.clock = clock
        options.seed = seed
        options.inventory = inventory
        let region = try Region(options)
        let id = state.withLock { state in
            defer { state.next += 1 }
            return "sandbox-\(state.next)"
        }
        let consumers = try region.renewKeys(prefix: id)
        let tenant = Tenant(id: id, region: region, delays: delays)
        state.withLock { state in
            state.tenants[id] = tenant
            for consumer in consumers { state.consumers[consumer] = id }
        }
        return tenant
    }

    func remove(_ id: String) -> Bool {
        state.withLock { state in
            state.consumers = state.consumers.filter { $0.value != id }
            return state.tenants.removeValue(forKey: id) != nil
        }
    }
}

extension Region {
    /// Gives every user a new key, so that requests tell whose region they mean; answers the consumer keys. The
    /// keys are drawn from the system's generator, since the seeded one would give each sandbox the same.
    fileprivate func renewKeys(prefix: String) throws -> [String] {
        try withState { state in
            let ids: [Int] = try state.db.query("SELECT id FROM tokens ORDER BY id") { try $0["id"] }
            return try ids.map { id in
                let word = UUID().uuidString.replacing("-", with: "").lowercased()
                let consumer = "\(prefix)-\(word.prefix(12))"
                try state.db.execute(
                    "UPDATE tokens SET consumer_key = ?, key = ?, secret = ? WHERE id = ?", consumer,
                    String(word.suffix(18)), UUID().uuidString.replacing("-", with: ""), id)
                return consumer
            }
        }
    }
}
