import LXDService
import MAASClient

/// Cases through `LXDService`; most run on the seed's mock too.
enum ServiceCases {
    static let all: [Case] = [
        make(
            "service.hosts.available", "the service finds LXD hosts, and only those", "vm-hosts/ with type lxd",
            needs: [.vmHost], hosts),
        make(
            "service.hosts.scope", "zone and pool of the scope narrow the hosts; a zone without hosts has none",
            "zone and pool of vm-hosts/{id}/", needs: [.vmHost], scope),
        make(
            "service.hosts.insufficient", "a VM that no host can hold is refused before anything is created",
            "total and used of vm-hosts/{id}/ with the over-commit ratios", needs: [.vmHost], insufficient),
        make(
            "service.compose.result", "a composed VM has a system id, a host and that host's zone",
            "compose's zone is MAAS's default zone unless it is given", needs: [.vmHost, .admin], writes: true, compose),
        make(
            "service.compose.network-static", "a static address is on the VM when the compose is over",
            "link_subnet with mode static", needs: [.vmHost, .admin, .subnet], writes: true, onMock: false,
            staticNetwork),
        make(
            "service.compose.network-invalid", "a network that does not fit is refused, and no VM is created",
            "subnets/ and their reserved ranges", needs: [.vmHost, .admin, .subnet], writes: true, onMock: false,
            invalidNetwork),
        make(
            "service.hosts.tags", "tags of the scope must all be on a host", "tags of vm-hosts/{id}/", needs: [.vmHost],
            tags),
        make(
            "service.hosts.selection", "hosts are ranked the same way every time, and each has the room",
            "total, used and over-commit ratios of vm-hosts/{id}/", needs: [.vmHost], selection),
        make(
            "service.hosts.unknown", "composing on a host that is not there is hostUnavailable",
            "GET vm-hosts/{id}/ is 404",
            needs: [.vmHost, .admin], writes: true, unknownHost),
        make(
            "service.compose.disks", "disks become storage: sizes in GB, the first one boots", "storage of compose",
            needs: [.vmHost, .admin], writes: true, onMock: false, disks),
        make(
            "service.compose.project", "the host's own project is accepted", "op=parameters of the VM host",
            needs: [.vmHost, .admin], writes: true, onMock: false, project),
        make(
            "service.compose.tags", "the tags that were asked for are on the machine", "tags/{name}/?op=update_nodes",
            needs: [.vmHost, .admin], writes: true, onMock: false, machineTags),
    ]

    static func make(
        _ id: String, _ title: String, _ source: String, needs: [Capability] = [], writes: Bool = false,
        alone: Bool = false,
        onMock: Bool = true, _ body: @escaping @Sendable (CaseContext) async throws -> Void
    ) -> Case {
        ClientCases.make(
            id, title, source, needs: needs, versions: .withVMHosts, writes: writes, alone: alone, onMock: onMock,
            layer: .service, body)
    }

    /// A service whose VMs go to the host that the run may use.
    static func service(_ context: CaseContext) throws -> LXDService {
        let host = context.surroundings.vmHost
        return LXDService(
            backend: try allowedBackend(context),
            scope: LXDScope(resourcePool: host?.resourcePool.name, failureDomain: host?.zone.name))
    }

    /// The backend, narrowed to the VM host that the run may use; the mock's hosts may all be used.
    static func allowedBackend(_ context: CaseContext) throws -> any VMHostBackend {
        let backend = try context.backend()
        guard let host = context.surroundings.vmHost else { return backend }
        return AllowedHostBackend(backend: backend, hostID: host.id)
    }

    /// Composes, and removes the VM at the case's end.
    static func compose(_ context: CaseContext, _ service: LXDService, _ spec: VMSpec) async throws -> LXDVMResult {
        let vm = try await service.composeVM(spec)
        context.undo("VM \(vm.systemID)") { try await service.deleteVM(vm.systemID) }
        return vm
    }

    @Sendable private static func hosts(_ context: CaseContext) async throws {
        let hosts = try await LXDService(backend: try context.backend()).getAvailableLXDHosts()
        context.expect(!hosts.isEmpty, "there are no hosts")
        context.expect(hosts.allSatisfy { $0.type == "lxd" }, "a host is not of type lxd")
        context.expect(
            hosts.allSatisfy { $0.total.cores > 0 || $0.healthProblem != nil }, "a healthy host has no cores")
    }

    @Sendable private static func scope(_ context: CaseContext) async throws {
        let backend = try context.backend()
        let all = try await LXDService(backend: backend).getAvailableLXDHosts()
        let first = try context.require(all.first, "there are no hosts")
        let same = try await LXDService(
            backend: backend, scope: LXDScope(resourcePool: first.resourcePool, failureDomain: first.availabilityZone)
        ).getAvailableLXDHosts()
        context.expect(same.contains { $0.id == first.id }, "host \(first.name) is not found in its own zone and pool")
        context.expect(same.allSatisfy { $0.availabilityZone == first.availabilityZone }, "a host is of another zone")
        let none = try await LXDService(
            backend: backend, scope: LXDScope(machineFailureDomain: "\(context.prefix)none")
        )
        .getAvailableLXDHosts()
        context.expect(none.isEmpty, "a zone that does not exist has \(none.count) hosts")
    }

    @Sendable private static func insufficient(_ context: CaseContext) async throws {
        do {
            _ = try await compose(context, try service(context), VMSpec(cores: 100_000, memory: 1024))
            context.fail("a VM with 100,000 cores was composed")
        } catch let error as LXDError {
            context.expectEqual(error.kind, .insufficientResources, "the error's kind")
        }
    }

    @Sendable private static func compose(_ context: CaseContext) async throws {
        let service = try service(context)
        var spec = VMSpec(cores: 1, memory: 1024, hostname: context.prefix + "vm")
        spec.disks = [DiskSpec(size: "8GB")]
        let vm = try await compose(context, service, spec)
        context.expect(!vm.systemID.isEmpty, "the system id is empty")
        let host = try await service.getAvailableLXDHosts().first { $0.id == vm.hostID }
        context.expectEqual(vm.failureDomain, host?.availabilityZone ?? "", "the failure domain")
        context.expectEqual(vm.hostname, context.prefix + "vm", "the hostname")
    }

    @Sendable private static func staticNetwork(_ context: CaseContext) async throws {
        let subnet = try context.require(context.surroundings.subnet, "no subnet")
        let address = try context.freeAddress()
        var spec = VMSpec(cores: 1, memory: 1024, hostname: context.prefix + "vm")
        spec.networkConfig = VMNetworkConfig(
            .static(StaticIPConfig(ipAddress: address, subnet: subnet.cidr, gateway: subnet.gatewayIP)))
        let vm = try await compose(context, try service(context), spec)
        context.expectEqual(vm.networkStatus.assignedIP, address, "the assigned address")
        context.expectEqual(vm.networkStatus.gateway, subnet.gatewayIP, "the gateway")
        context.expectEqual(vm.networkStatus.configMethod, .static, "the method")
        context.expect(vm.networkStatus.macAddress != nil, "the MAC address is missing")
        context.expectEqual(vm.networkStatus.dnsServers, subnet.dnsServers, "the DNS servers")
    }

    @Sendable private static func invalidNetwork(_ context: CaseContext) async throws {
        let subnet = try context.require(context.surroundings.subnet, "no subnet")
        var spec = VMSpec(cores: 1, memory: 1024, hostname: context.prefix + "vm")
        spec.networkConfig = VMNetworkConfig(
            .static(StaticIPConfig(ipAddress: subnet.gatewayIP ?? "", subnet: subnet.cidr)))
        do {
            _ = try await compose(context, try service(context), spec)
            context.fail("a VM was composed with the gateway's address")
        } catch let error as LXDError {
            context.expectEqual(error.kind, .networkConfigInvalid, "the error's kind")
        }
        let left = try await context.client().machines.list(["hostname": context.prefix + "vm"])
        context.expect(left.isEmpty, "a machine was left")
    }

    @Sendable private static func tags(_ context: CaseContext) async throws {
        let backend = try context.backend()
        let hosts = try await LXDService(backend: backend).getAvailableLXDHosts()
        guard let tagged = hosts.first(where: { !$0.tags.isEmpty }) else { try context.skip("no VM host has a tag") }
        let same = try await LXDService(backend: backend, scope: LXDScope(tags: tagged.tags)).getAvailableLXDHosts()
        context.expect(same.contains { $0.id == tagged.id }, "host \(tagged.name) is not found by its tags")
        let none = try await LXDService(
            backend: backend, scope: LXDScope(tags: tagged.tags + ["\(context.prefix)none"])
        )
        .getAvailableLXDHosts()
        context.expect(none.isEmpty, "a tag that no host has finds \(none.count)")
    }

    @Sendable private static func selection(_ context: CaseContext) async throws {
        let service = LXDService(backend: try context.backend())
        let spec = VMSpec(cores: 1, memory: 1024)
        let ranked = try await service.selectHosts(for: spec)
        context.expect(!ranked.isEmpty, "no host was selected")
        context.expect(
            ranked.allSatisfy { $0.healthProblem == nil && $0.freeCores >= 1 && $0.freeMemory >= 1024 },
            "a host lacks room"
        )
        let hosts = try await service.getAvailableLXDHosts()
        let selector = HostSelector()
        context.expectEqual(
            try selector.rank(hosts, for: spec).map(\.id), try selector.rank(hosts.reversed(), for: spec).map(\.id),
            "the order")
    }

    @Sendable private static func unknownHost(_ context: CaseContext) async throws {
        do {
            let vm = try await VMHostExtension(backend: try context.backend())
                .composeVM(ComposeVMParams(vmHostID: 999_999_999, spec: VMSpec(cores: 1, memory: 1024)))
            context.fail("VM \(vm.systemID) was composed on a host that is not there")
        } catch let error as LXDError {
            context.expectEqual(error.kind, .hostUnavailable, "the error's kind")
        }
    }

    @Sendable private static func disks(_ context: CaseContext) async throws {
        let spec = VMSpec(
            cores: 1, memory: 1024, disks: [DiskSpec(size: "8GB"), DiskSpec(size: "1GiB", tags: ["data"])],
            hostname: context.prefix + "vm")
        let vm = try await compose(context, try service(context), spec)
        let disks = try await context.client().machines.machine(vm.systemID).get().physicalBlockDevices
        context.expectEqual(disks.map(\.size).sorted(), [1_073_741_824, 8_000_000_000], "the disks' sizes")
        context.expectEqual(disks.first { $0.size == 1_073_741_824 }?.tags ?? [], ["data"], "the second disk's tags")
    }

    @Sendable private static func project(_ context: CaseContext) async throws {
        let host = try context.require(context.surroundings.vmHost, "no VM host")
        let project = try await context.client().vmHosts.vmHost(host.id).parameters().project
        var spec = VMSpec(cores: 1, memory: 1024, hostname: context.prefix + "vm")
        spec.project = try context.require(project, "the host has no project")
        let vm = try await compose(context, try service(context), spec)
        context.expectEqual(vm.project, project, "the project")
    }

    @Sendable private static func machineTags(_ context: CaseContext) async throws {
        let client = try context.client()
        let name = context.prefix + "tag"
        _ = try await client.tags.create(name: name)
        context.undo("tag \(name)") { try await client.tags.delete(name) }
        var spec = VMSpec(cores: 1, memory: 1024, hostname: context.prefix + "vm")
        spec.tags = [name]
        let vm = try await compose(context, try service(context), spec)
        let machine = try await client.machines.machine(vm.systemID).get()
        context.expect(machine.tagNames.contains(name), "tag_names is \(machine.tagNames)")
    }
}
