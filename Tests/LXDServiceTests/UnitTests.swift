import MAASClient
import Testing

@testable import LXDService

@Suite("Disks")
struct DiskTests {
    @Test(
        "sizes people write become GB as MAAS counts",
        arguments: [
            ("20", "20"), ("20GB", "20"), ("20 gb", "20"), ("8.5", "8.5"), ("1.5TB", "1500"), ("20GiB", "21.47483648"),
            ("512MiB", "0.536870912"), ("2T", "2000"), ("0.000000001", "0.000000001"),
        ])
    func sizes(written: String, gigabytes: String) {
        #expect(DiskSize(written).map { "\(StorageSize(bytes: $0.bytes))" } == gigabytes)
    }

    @Test(
        "what is no size is none",
        arguments: [
            "", "0", "-5", "abc", "1.2.3", "GB", ".5", "5.", "1e3", "20XB", "99999999999999999999", "9999999999TB", "٣",
        ])
    func noSizes(written: String) {
        #expect(DiskSize(written) == nil)
    }

    @Test("disks become a storage constraint: the first is root, pools and tags go in brackets")
    func constraint() throws {
        let disks = [
            DiskSpec(size: "20GB", pool: "fast"), DiskSpec(size: "8.5"),
            DiskSpec(size: "1TB", pool: "big", tags: ["ssd"]),
        ]
        #expect(try DiskSpec.storage(of: disks)?.description == "root:20(fast),disk1:8.5,disk2:1000(big,ssd)")
        #expect(try DiskSpec.storage(of: []) == nil)
    }

    @Test(
        "a disk that cannot be written down is refused by its number",
        arguments: [
            DiskSpec(size: "lots"), DiskSpec(size: "5", pool: "a,b"), DiskSpec(size: "5", tags: ["(x"]),
            DiskSpec(size: "5", pool: ""),
        ])
    func badDisk(disk: DiskSpec) {
        let error = #expect(throws: LXDError.self) { try DiskSpec.storage(of: [DiskSpec(size: "5"), disk]) }
        #expect(error?.kind == .invalidSpec && error?.message.hasPrefix("disk 1: ") == true)
    }
}

@Suite("Host selection")
struct HostSelectorTests {
    private func host(
        _ id: Int, cores: Int = 16, memory: Int = 65536, used: (Int, Int) = (0, 0), ratios: (Double, Double) = (1, 1),
        pools: [LXDHost.Pool] = [.init(name: "default", total: 1000, available: 500_000_000_000, isDefault: true)],
        healthProblem: String? = nil
    ) -> LXDHost {
        LXDHost(
            id: id, systemID: "sys\(id)", name: "h\(id)", total: .init(cores: cores, memory: memory, localStorage: 0),
            used: .init(cores: used.0, memory: used.1, localStorage: 0), cpuOverCommitRatio: ratios.0,
            memoryOverCommitRatio: ratios.1, storagePools: pools, healthProblem: healthProblem)
    }

    private let selector = HostSelector()

    @Test("the least loaded host comes first, by the larger of its shares; ties go to the lower id")
    func order() throws {
        let hosts = [
            host(4), host(1, used: (8, 0)), host(2, used: (0, 60000)), host(3),
            host(5, cores: 64, memory: 262144, used: (8, 8192)),
        ]
        let spec = VMSpec(cores: 2, memory: 4096)
        #expect(try selector.rank(hosts, for: spec).map(\.id) == [3, 4, 5, 1, 2])
        #expect(try selector.rank(hosts.reversed(), for: spec).map(\.id) == [3, 4, 5, 1, 2])
    }

    @Test("repeated choices spread over the hosts")
    func spread() throws {
        var hosts = [host(1), host(2), host(3)]
        var chosen: [Int] = []
        for _ in 0..<6 {
            let best = try selector.rank(hosts, for: VMSpec(cores: 2, memory: 2048))[0]
            chosen.append(best.id)
            hosts = hosts.map { old in
                var new = old
                if old.id == best.id {
                    new.used = .init(cores: old.used.cores + 2, memory: old.used.memory + 2048, localStorage: 0)
                }
                return new
            }
        }
        #expect(chosen == [1, 2, 3, 1, 2, 3])
    }

    @Test("over-commit makes room, and takes it")
    func overCommit() throws {
        let full = host(1, used: (16, 0))
        #expect(selector.obstacle(full, VMSpec(cores: 1, memory: 1024)) == "0 cores free, 1 wanted")
        #expect(selector.obstacle(host(1, used: (16, 0), ratios: (2, 1)), VMSpec(cores: 16, memory: 1024)) == nil)
        #expect(selector.obstacle(host(1, used: (16, 0), ratios: (2, 1)), VMSpec(cores: 17, memory: 1024)) != nil)
        #expect(
            selector.obstacle(host(1, ratios: (1, 0)), VMSpec(cores: 1, memory: 1024))
                == "0 MiB of memory free, 1024 wanted")
    }

    @Test("storage counts by pool, all disks of a pool together")
    func storage() {
        let pools = [
            LXDHost.Pool(name: "default", total: 0, available: 20_000_000_000, isDefault: true),
            LXDHost.Pool(name: "fast", total: 0, available: 50_000_000_000, isDefault: false),
        ]
        func obstacle(_ disks: [DiskSpec]) -> String? {
            var spec = VMSpec(cores: 1, memory: 1024)
            spec.disks = disks
            return selector.obstacle(host(1, pools: pools), spec)
        }
        #expect(obstacle([]) == nil)
        #expect(obstacle([DiskSpec(size: "20"), DiskSpec(size: "50", pool: "fast")]) == nil)
        #expect(
            obstacle([DiskSpec(size: "15"), DiskSpec(size: "6", pool: "default")])?.contains("storage pool 'default'")
                == true)
        #expect(obstacle([DiskSpec(size: "1", pool: "slow")]) == "no storage pool 'slow'")
    }

    @Test("unhealthy hosts are passed over, and each refusal has its reason")
    func reasons() {
        let error = #expect(throws: LXDError.self) {
            try selector.rank(
                [host(1, healthProblem: "it is off"), host(2, cores: 1)], for: VMSpec(cores: 2, memory: 1024))
        }
        #expect(error?.kind == .insufficientResources)
        #expect(error?.message == "no host can take the VM: h1: it is off; h2: it has 1 cores, 2 wanted")
        #expect(throws: LXDError.self) { try selector.rank([], for: VMSpec(cores: 1, memory: 1024)) }
    }
}

@Suite("The mock")
struct MockTests {
    @Test("hosts are filtered by the scope; the failure domain falls back to the machine's")
    func scope() async throws {
        func names(_ scope: LXDScope) async throws -> [String] {
            try await LXDService(backend: MockBackend(), scope: scope).getAvailableLXDHosts().map(\.name)
        }
        #expect(try await names(LXDScope()) == ["lxd-host-1", "lxd-host-2", "lxd-host-3"])
        #expect(try await names(LXDScope(machineFailureDomain: "az2")) == ["lxd-host-2"])
        #expect(try await names(LXDScope(failureDomain: "az3", machineFailureDomain: "az2")) == ["lxd-host-3"])
        #expect(try await names(LXDScope(resourcePool: "pool-a", tags: ["virtual"])) == ["lxd-host-1"])
        #expect(try await names(LXDScope(tags: ["gpu"])) == [])
    }

    @Test("a VM has the seed's made-up id, and the network that was asked for")
    func compose() async throws {
        let service = LXDService(backend: MockBackend())
        var spec = VMSpec(cores: 2, memory: 4096, hostname: "a")
        spec.networkConfig = VMNetworkConfig(.static(StaticIPConfig(ipAddress: "10.0.0.5", gateway: "10.0.0.1")))
        let vm = try await service.composeVM(spec)
        #expect(vm.systemID == "vm-mock-host-1-001" && vm.failureDomain == "az1" && vm.hostname == "a")
        #expect(
            vm.networkStatus == VMNetworkStatus(assignedIP: "10.0.0.5", gateway: "10.0.0.1", configMethod: .static))
        #expect(try await service.composeVM(spec).systemID == "vm-mock-host-1-002")
        await #expect(throws: LXDError.self) { try await service.composeVM(VMSpec(cores: 64, memory: 1024)) }
    }
}
