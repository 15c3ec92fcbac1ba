import MAASClient
import Synchronization

/// The seed's mock: hosts that never change, and VMs that are made up. It checks nothing, and nothing is used up;
/// `docs/mock-to-live.md` shows case by case what a MAAS does instead.
public final class MockBackend: VMHostBackend {
    /// `mock`.
    public let name = "mock"
    private let hosts: [LXDHost]
    private let state = Mutex(State())

    private struct State {
        var composed: [Int: Int] = [:]
        var networks: [String: VMNetworkConfig] = [:]
    }

    /// Makes up VMs on these hosts.
    public init(hosts: [LXDHost] = MockBackend.sampleHosts) { self.hosts = hosts }

    /// Seed: getMockVMHosts.
    public func queryVMHosts(_ params: VMHostQueryParams) async throws -> [LXDHost] {
        hosts.filter { host in
            (params.type ?? host.type) == host.type && (params.zone ?? host.availabilityZone) == host.availabilityZone
                && (params.resourcePool ?? host.resourcePool) == host.resourcePool
                && params.tags.allSatisfy(host.tags.contains)
        }
    }

    /// Seed: getMockComposedVM. The system id is `vm-<system id of the host>-001`, then `-002`, …
    public func composeVM(_ params: ComposeVMParams) async throws -> ComposedVM {
        guard let host = hosts.first(where: { $0.id == params.vmHostID }) else {
            throw LXDError(.hostUnavailable, "there is no VM host \(params.vmHostID)")
        }
        let systemID = state.withLock { state in
            state.composed[host.id, default: 0] += 1
            let number = String(state.composed[host.id, default: 1])
            let padded = String(repeating: "0", count: max(0, 3 - number.count)) + number
            let systemID = "vm-\(host.systemID ?? host.name)-\(padded)"
            state.networks[systemID] = params.spec.networkConfig
            return systemID
        }
        return ComposedVM(
            systemID: systemID, hostname: params.spec.hostname ?? systemID, vmHostID: host.id,
            availabilityZone: params.zone ?? host.availabilityZone,
            resourcePool: params.resourcePool ?? host.resourcePool,
            status: "Deployed", tags: params.spec.tags)
    }

    /// Seed: buildNetworkStatus, since a mock has nothing to read.
    public func networkStatus(of systemID: String) async throws -> VMNetworkStatus {
        VMNetworkStatus(requested: state.withLock { $0.networks[systemID] })
    }

    /// `nil`: the mock's hosts have no projects.
    public func hosts(_ host: LXDHost, project: String) async throws -> Bool? { nil }

    /// Forgets the VM's network, which is all that there is of it.
    public func deleteVM(_ systemID: String) async throws { state.withLock { $0.networks[systemID] = nil } }

    /// Three hosts in three zones.
    public static let sampleHosts: [LXDHost] = [
        sample(1, zone: "az1", pool: "pool-a", cores: 32, memory: 131_072, used: 2, 4096),
        sample(2, zone: "az2", pool: "pool-b", cores: 16, memory: 65_536, used: 2, 2048),
        sample(3, zone: "az3", pool: "default", cores: 4, memory: 8_192, used: 0, 0),
    ]

    private static func sample(
        _ id: Int, zone: String, pool: String, cores: Int, memory: Int, used usedCores: Int, _ usedMemory: Int
    ) -> LXDHost {
        let storage = 500_000_000_000
        return LXDHost(
            id: id, systemID: "mock-host-\(id)", name: "lxd-host-\(id)", availabilityZone: zone, resourcePool: pool,
            tags: ["virtual"], total: VMHostResources(cores: cores, memory: memory, localStorage: storage),
            used: VMHostResources(cores: usedCores, memory: usedMemory, localStorage: 0),
            storagePools: [.init(name: "default", total: storage, available: storage, isDefault: true)])
    }
}
