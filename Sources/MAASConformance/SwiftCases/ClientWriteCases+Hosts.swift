import MAASClient

extension ClientWriteCases {
    static let hosts: [Case] = [
        make(
            "client.vmhosts.life", "a VM host is registered, changed, tagged and removed",
            "VmHostsHandler, VmHostHandler",
            needs: [.vmHosts, .admin], versions: .withVMHosts, hostLife),
        make(
            "client.vmhosts.clusters", "a cluster that is not there is not found", "VmClusterHandler",
            needs: [.vmHosts, .admin], versions: .withVMHosts, clusters),
    ]

    @Sendable private static func hostLife(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.vmHosts.create(
            VMHostRegistration(
                type: "lxd", powerAddress: "192.0.2.10", project: context.prefix + "project",
                name: context.prefix + "host"))
        let host = client.vmHosts.vmHost(made.id)
        context.undo("VM host \(made.name)") { try await host.delete() }
        context.expectEqual(made.type, "lxd", "type")
        let changed = try await host.update(
            VMHostRegistration(name: context.prefix + "other", cpuOverCommitRatio: 2.5))
        context.expectEqual(changed.name, context.prefix + "other", "name")
        context.expectEqual(try await host.get().cpuOverCommitRatio, 2.5, "cpu_over_commit_ratio")
        context.expectEqual(try await host.addTag("suite").tags.contains("suite"), true, "the tag is there")
        context.expectEqual(try await host.removeTag("suite").tags.contains("suite"), false, "the tag is left")
        let parameters = try await host.parameters()
        context.expectEqual(parameters.powerAddress, "192.0.2.10", "power_address")
        context.expectEqual(parameters.project, context.prefix + "project", "project")
        try await context.expectRefusal("looking at nobody's hardware", 404, 503) {
            try await client.vmHosts.vmHost(nobody).refresh()
        }
        try await host.delete()
        try await context.expectRefusal("a VM host that is gone", 404) { try await host.get() }
    }

    @Sendable private static func clusters(_ context: CaseContext, _ client: MAASClient) async throws {
        for cluster in try await client.vmClusters.list() {
            context.expect(!cluster.name.isEmpty, "a cluster has no name")
        }
        let cluster = client.vmClusters.vmCluster(nobody)
        try await context.expectRefusal("no cluster", 404) { try await cluster.get() }
        try await context.expectRefusal("a change of no cluster", 404) { try await cluster.update(name: "x") }
        try await context.expectRefusal("the end of no cluster", 404) { try await cluster.delete() }
        _ = try await client.virtualMachines.list()
        try await context.expectRefusal("no virtual machine", 404) {
            try await client.virtualMachines.virtualMachine(nobody).get()
        }
        // MAAS has the operation, and nothing behind it.
        try await context.expectRefusal("making a virtual machine", 500) { try await client.virtualMachines.create() }
    }
}
