import LXDService
import MAASClient

/// Service cases that show where the seed's mock and a MAAS part: each notes what it saw, and a MAAS must show what
/// is written here. `docs/mock-to-live.md` is made of them.
enum MockToLiveCases {
    static let all: [Case] = [
        make(
            "service.difference.system-id", "a VM's system id is MAAS's, not made of the host's",
            "compose answers the new machine's system_id", systemID),
        make(
            "service.difference.status", "a VM is Ready after compose, and not deployed",
            "compose with skip_commissioning", status),
        make(
            "service.difference.resources", "a VM uses up the host's cores and memory", "used of vm-hosts/{id}/",
            alone: true, resources),
        make(
            "service.difference.duplicate-hostname", "a hostname is given once", "ComposeMachineForm.clean_hostname",
            duplicate),
        make("service.difference.memory", "less than 1024 MiB is refused", "ComposeMachineForm.memory", memory),
        make(
            "service.difference.storage-pool", "a storage pool that the host lacks is refused",
            "MAAS would quietly take the default pool", storagePool),
        make("service.difference.profile", "an LXD profile is refused", "compose has no profile parameter", profile),
        make("service.difference.project", "a project must be the host's", "op=parameters of the VM host", project),
        make(
            "service.difference.tags", "a tag must exist, and is on the machine then", "tags/{name}/?op=update_nodes",
            tags),
        make(
            "service.difference.user-data", "user data means that the VM is deployed with it",
            "user_data belongs to op=deploy", needs: [.images], userData),
        make(
            "service.difference.rollback", "a VM that cannot be finished is removed again",
            "DELETE machines/{system_id}/",
            needs: [.images], rollback),
        make(
            "service.difference.address-outside", "an address outside every subnet is refused", "subnets/",
            addressOutside),
        make(
            "service.difference.gateway", "a gateway that is not the subnet's is refused", "gateway_ip of the subnet",
            needs: [.subnet], gateway),
        make(
            "service.difference.static-status", "the status of a static address names interface and MAC",
            "nodes/{id}/interfaces/", needs: [.subnet], staticStatus),
        make(
            "service.difference.dhcp-status", "the status with DHCP names the interface, and no address yet",
            "a dhcp link has an address once there is a lease", needs: [.subnet], dhcpStatus),
        make(
            "service.difference.bridge", "a bridge carries the address", "create_bridge, then link_subnet",
            needs: [.subnet], bridge),
        make(
            "service.difference.deleted", "a deleted VM has no network status", "GET machines/{system_id}/ is 404",
            deleted),
    ]

    private static func make(
        _ id: String, _ title: String, _ source: String, needs: [Capability] = [], alone: Bool = false,
        _ body: @escaping @Sendable (CaseContext) async throws -> Void
    ) -> Case {
        // What only a MAAS must have does not keep the case from the mock.
        ServiceCases.make(id, title, source, needs: [.vmHost, .admin], writes: true, alone: alone) { context in
            for need in needs where context.target.maas != nil {
                if let reason = context.surroundings.missing[need] { try context.skip(reason) }
            }
            try await body(context)
        }
    }

    private static func spec(_ context: CaseContext, _ change: (inout VMSpec) -> Void = { _ in }) -> VMSpec {
        var spec = VMSpec(cores: 1, memory: 1024, disks: [DiskSpec(size: "8")], hostname: context.prefix + "vm")
        change(&spec)
        return spec
    }

    /// `composed`, or the kind of the refusal.
    private static func outcome(_ context: CaseContext, _ spec: VMSpec) async throws -> String {
        do {
            _ = try await ServiceCases.compose(context, try ServiceCases.service(context), spec)
            return "composed"
        } catch let error as LXDError {
            return "refused: \(error.kind.rawValue)"
        }
    }

    @Sendable private static func systemID(_ context: CaseContext) async throws {
        let vm = try await ServiceCases.compose(context, try ServiceCases.service(context), spec(context))
        let isMAAS = vm.systemID.count == 6 && vm.systemID.allSatisfy { $0.isLowercase || $0.isNumber }
        context.observe("system id", isMAAS ? "six letters and digits" : "vm-HOST-001", live: "six letters and digits")
    }

    @Sendable private static func status(_ context: CaseContext) async throws {
        let vm = try await ServiceCases.compose(context, try ServiceCases.service(context), spec(context))
        context.observe("status after compose", vm.status, live: "Ready")
    }

    @Sendable private static func resources(_ context: CaseContext) async throws {
        let service = try ServiceCases.service(context)
        let before = try await service.getAvailableLXDHosts()
        let vm = try await ServiceCases.compose(context, service, spec(context))
        let after = try await service.getAvailableLXDHosts()
        func used(_ hosts: [LXDHost]) -> Int { hosts.first { $0.id == vm.hostID }?.used.memory ?? 0 }
        context.observe("memory that the host has less", "\(used(after) - used(before)) MiB", live: "1024 MiB")
    }

    @Sendable private static func duplicate(_ context: CaseContext) async throws {
        if context.surroundings.vmHost != nil, context.surroundings.vmHostRoom < 2 {
            try context.skip("the VM host has no room for a second small VM")
        }
        _ = try await ServiceCases.compose(context, try ServiceCases.service(context), spec(context))
        context.observe(
            "a second VM of that hostname", try await outcome(context, spec(context)), live: "refused: vmCreationFailed"
        )
    }

    @Sendable private static func memory(_ context: CaseContext) async throws {
        let seen = try await outcome(context, spec(context) { $0.memory = 512 })
        context.observe("a VM with 512 MiB", seen, live: "refused: invalidSpec")
    }

    @Sendable private static func storagePool(_ context: CaseContext) async throws {
        let backend = try ServiceCases.allowedBackend(context)
        let host = try context.require(try await backend.queryVMHosts(.init(type: "lxd")).first, "no host")
        let wanted = spec(context) { $0.disks = [DiskSpec(size: "8", pool: "no-such-pool")] }
        var seen = "composed"
        do {
            let vm = try await VMHostExtension(backend: backend).composeVM(.init(vmHostID: host.id, spec: wanted))
            context.undo("VM") { try await backend.deleteVM(vm.systemID) }
        } catch let error as LXDError {
            seen = "refused: \(error.kind.rawValue)"
        }
        context.observe("a disk in a pool that the host lacks", seen, live: "refused: invalidSpec")
    }

    @Sendable private static func profile(_ context: CaseContext) async throws {
        let seen = try await outcome(context, spec(context) { $0.profile = "gpu" })
        context.observe("a VM with an LXD profile", seen, live: "refused: invalidSpec")
    }

    @Sendable private static func project(_ context: CaseContext) async throws {
        let seen = try await outcome(context, spec(context) { $0.project = context.prefix + "project" })
        context.observe("a VM in another LXD project than the host's", seen, live: "refused: invalidSpec")
    }

    @Sendable private static func tags(_ context: CaseContext) async throws {
        let seen = try await outcome(context, spec(context) { $0.tags = [context.prefix + "tag"] })
        context.observe("a tag that does not exist", seen, live: "refused: invalidSpec")
    }

    @Sendable private static func userData(_ context: CaseContext) async throws {
        let wanted = spec(context) {
            $0.userData = "#cloud-config\n{}\n"
            $0.distroSeries = context.surroundings.series
        }
        let vm = try await ServiceCases.compose(context, try ServiceCases.service(context), wanted)
        context.observe("status after compose with user data", vm.status, live: "Deploying")
    }

    @Sendable private static func rollback(_ context: CaseContext) async throws {
        let wanted = spec(context) {
            $0.userData = "#cloud-config\n{}\n"
            $0.distroSeries = "no-such-series"
        }
        let seen = try await outcome(context, wanted)
        context.observe("a VM whose deployment is refused", seen, live: "refused: vmCreationFailed")
        if context.target.maas != nil {
            let left = try await context.client().machines.list(["hostname": context.prefix + "vm"])
            context.expect(left.isEmpty, "the VM is still there")
        }
    }

    @Sendable private static func addressOutside(_ context: CaseContext) async throws {
        // 192.0.2.0/24 is reserved for documentation: no network has it.
        let seen = try await outcome(
            context,
            spec(context) { $0.networkConfig = VMNetworkConfig(.static(StaticIPConfig(ipAddress: "192.0.2.7"))) })
        context.observe("an address in no subnet", seen, live: "refused: networkConfigInvalid")
    }

    @Sendable private static func gateway(_ context: CaseContext) async throws {
        let address = context.target.maas == nil ? "10.0.0.5" : try context.freeAddress()
        let config = StaticIPConfig(ipAddress: address, gateway: "192.0.2.1")
        let seen = try await outcome(context, spec(context) { $0.networkConfig = VMNetworkConfig(.static(config)) })
        context.observe("a gateway that is not the subnet's", seen, live: "refused: networkConfigInvalid")
    }

    private static func network(_ context: CaseContext, bridge: String? = nil) async throws -> VMNetworkStatus {
        let address = context.target.maas == nil ? "10.0.0.5" : try context.freeAddress()
        let config = VMNetworkConfig(
            .static(StaticIPConfig(ipAddress: address, gateway: context.surroundings.subnet?.gatewayIP)), bridge: bridge
        )
        let service = try ServiceCases.service(context)
        let vm = try await ServiceCases.compose(context, service, spec(context) { $0.networkConfig = config })
        context.expectEqual(vm.networkStatus.assignedIP, address, "the address")
        return vm.networkStatus
    }

    private static func shown(_ status: VMNetworkStatus) -> String {
        let mac = status.macAddress == nil ? "no MAC" : "a MAC"
        return "\(status.configMethod.rawValue) on \(status.interface ?? "no interface") with \(mac)"
    }

    @Sendable private static func staticStatus(_ context: CaseContext) async throws {
        context.observe(
            "status of a static address", shown(try await network(context)), live: "static on eth0 with a MAC")
    }

    @Sendable private static func dhcpStatus(_ context: CaseContext) async throws {
        let service = try ServiceCases.service(context)
        let vm = try await ServiceCases.compose(
            context, service, spec(context) { $0.networkConfig = VMNetworkConfig(.dhcp) })
        context.observe("status with DHCP", shown(vm.networkStatus), live: "dhcp on eth0 with a MAC")
    }

    @Sendable private static func bridge(_ context: CaseContext) async throws {
        context.observe(
            "status of a static address on a bridge", shown(try await network(context, bridge: "br0")),
            live: "static on br0 with a MAC")
    }

    @Sendable private static func deleted(_ context: CaseContext) async throws {
        let service = try ServiceCases.service(context)
        let vm = try await service.composeVM(spec(context))
        try await service.deleteVM(vm.systemID)
        var seen = "answered"
        do {
            _ = try await service.networkStatus(of: vm.systemID)
        } catch let error as LXDError {
            seen = "refused: \(error.kind.rawValue)"
        }
        context.observe("network status of a deleted VM", seen, live: "refused: networkStatusUnavailable")
    }
}
