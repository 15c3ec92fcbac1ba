import Foundation
import LXDService
import MAASClient

/// Cases through `MAASClient`, and through the service's client half, which runs on the mock too.
enum ClientCases {
    static let all: [Case] = [
        make(
            "client.version.whoami", "version and whoami answer what logins check", "version/ and users/?op=whoami",
            whoami),
        make(
            "client.vmhosts.query-filters", "the client filters VM hosts, since MAAS does not",
            "GET vm-hosts/ ignores every query parameter", needs: [.vmHost], query),
        make(
            "client.vmhosts.accessors", "every accessor of the seed has a value on a VM host",
            "vm-hosts/{id}/: total, used, available, zone, pool, storage_pools, host", needs: [.vmHost], accessors),
        make(
            "client.vmhosts.on-machine", "a VM host is found by the system id of its machine, as the seed keys it",
            "host.system_id of vm-hosts/{id}/", needs: [.vmHost], onMachine),
        make(
            "client.vmhosts.not-found", "a VM host that is not there is a typed 404 that keeps MAAS's words",
            "GET vm-hosts/{id}/ answers 404 with a text", needs: [.vmHosts], versions: .withVMHosts,
            notFound),
        make(
            "client.compose.read-back", "a composed VM is read back as it was asked for, and its host lists it",
            "vm-hosts/{id}/?op=compose answers a system id; machines/?pod=NAME lists the host's VMs",
            needs: [.vmHost, .admin],
            writes: true, composeAndRead),
        make(
            "client.compose.refusal", "a refused compose keeps status and fields, and is not tried again",
            "form validation answers 400 with messages by field", needs: [.vmHost, .admin], writes: true, composeRefused
        ),
        make(
            "client.interfaces.static-ip", "unlink every link, link static, read back: as real clients do it",
            "nodes/{system_id}/interfaces/{id}/ link_subnet and unlink_subnet", needs: [.vmHost, .admin, .subnet],
            writes: true,
            staticIP),
        make(
            "client.tags.update-nodes", "a tag is put on a machine and taken off again",
            "tags/{name}/?op=update_nodes with repeated add and remove", needs: [.admin, .architecture], writes: true,
            tagMachine),
    ]

    static func make(
        _ id: String, _ title: String, _ source: String, needs: [Capability] = [], versions: VersionRange = .all,
        writes: Bool = false, alone: Bool = false, onMock: Bool = false, layer: Layer = .client,
        _ body: @escaping @Sendable (CaseContext) async throws -> Void
    ) -> Case {
        Case(
            id: id, title: title, layer: layer, area: layer == .service ? .service : .client, source: source,
            versions: versions, needs: needs, writes: writes, alone: alone, onMock: onMock, body: .swift(body))
    }

    @Sendable private static func whoami(_ context: CaseContext) async throws {
        let client = try context.client()
        let version = try await client.version()
        context.expect(version.series != nil, "version is '\(version.version)', expected major.minor")
        context.expect(
            version.capabilities.contains("network-deployment-ubuntu"), "capabilities lack network-deployment-ubuntu")
        context.expect(!(try await client.whoami().username.isEmpty), "username is empty")
    }

    @Sendable private static func query(_ context: CaseContext) async throws {
        let hosts = try context.client().vmHosts
        let host = try context.require(context.surroundings.vmHost, "no VM host")
        let all = try await hosts.list().map(\.id)
        for (params, field) in [
            (["type": host.type] as Params, "type"), (["zone": host.zone.name], "zone"),
            (["pool": host.resourcePool.name], "pool"),
        ] {
            let found = try await hosts.query(params)
            context.expect(found.contains { $0.id == host.id }, "the host is not found by its \(field)")
            context.expect(found.count <= all.count, "the filter \(field) found more than there is")
        }
        let none = try await hosts.query(["zone": "\(context.prefix)nowhere"])
        context.expect(none.isEmpty, "a zone that does not exist has \(none.count) hosts")
    }

    @Sendable private static func accessors(_ context: CaseContext) async throws {
        let known = try context.require(context.surroundings.vmHost, "no VM host")
        let host = try await context.client().vmHosts.vmHost(known.id).get()
        context.expectEqual(host.id, known.id, "id")
        context.expect(
            !host.name.isEmpty && !host.zone.name.isEmpty && !host.resourcePool.name.isEmpty, "a name is empty")
        context.expectEqual(host.availableCores, host.totalCores - host.usedCores, "available cores")
        context.expectEqual(host.availableMemory, host.totalMemory - host.usedMemory, "available memory")
        context.expectEqual(host.storagePools.filter(\.isDefault).count, 1, "the number of default storage pools")
        context.expect(host.systemID != nil, "the host machine's system id is missing")
        context.expect(host.isComposable, "capabilities lack composable")
    }

    @Sendable private static func onMachine(_ context: CaseContext) async throws {
        let host = try context.require(context.surroundings.vmHost, "no VM host")
        let systemID = try context.require(host.systemID, "the host has no machine")
        let found = try await context.client().vmHosts.vmHost(onMachine: systemID)
        context.expectEqual(found?.systemID, systemID, "the found host's system id")
    }

    @Sendable private static func notFound(_ context: CaseContext) async throws {
        do {
            _ = try await context.client().vmHosts.vmHost(999_999_999).get()
            context.fail("a VM host with id 999999999 was answered")
        } catch let error as MAASError {
            context.expectEqual(error.status ?? 0, 404, "status")
            context.expect(!(error.refusal?.message ?? "").isEmpty, "the refusal has no message")
        }
    }

    /// A small VM with a name of the case's, removed at its end.
    static func compose(_ context: CaseContext, _ name: String, _ extra: Params = [:]) async throws -> ComposedMachine {
        let client = try context.client()
        let host = try context.require(context.surroundings.vmHost, "no VM host")
        var params: Params = [
            "cores": 1, "memory": 1024, "hostname": context.prefix + name, "skip_commissioning": true,
        ]
        for item in extra.items { params.set(item.name, item.value) }
        let composed = try await client.vmHosts.vmHost(host.id).composer.compose(params)
        context.undo("machine \(composed.systemID)") { try await composed.resource.delete() }
        return composed
    }

    @Sendable private static func composeAndRead(_ context: CaseContext) async throws {
        let composed = try await compose(context, "vm", ["storage": "root:8"])
        let machine = try await composed.resource.get()
        context.expectEqual(machine.hostname, context.prefix + "vm", "hostname")
        context.expectEqual(machine.cpuCount, 1, "cpu_count")
        context.expectEqual(machine.memory, 1024, "memory")
        context.expectEqual(machine.storage, 8000, "storage")
        context.expectEqual(machine.status, .ready, "status")
        context.expectEqual(machine.powerType, "lxd", "power_type")
        let host = try context.require(context.surroundings.vmHost, "no VM host")
        context.expectEqual(machine.pod?.id, host.id, "pod.id")
        context.expectEqual(machine.parent?.systemID, host.systemID, "parent.system_id")
        let listed = try await context.client().vmHosts.vmHost(host.id).machines.list()
        context.expect(listed.contains { $0.systemID == machine.systemID }, "the host's machines lack the VM")
    }

    @Sendable private static func composeRefused(_ context: CaseContext) async throws {
        do {
            _ = try await compose(context, "vm", ["memory": 512])
            context.fail("a VM with 512 MiB was composed")
        } catch let error as MAASError {
            context.expectEqual(error.status ?? 0, 400, "status")
            context.expectEqual(
                error.refusal?.fields["memory"] ?? [], ["Ensure this value is greater than or equal to 1024."], "memory"
            )
        }
        context.expectEqual(
            context.exchanges.filter { $0.name.hasPrefix("POST") }.count, 1, "the number of compose requests")
    }

    @Sendable private static func staticIP(_ context: CaseContext) async throws {
        let composed = try await compose(
            context, "vm", ["interfaces": "eth0:subnet=\(context.surroundings.subnet?.id ?? 0)"])
        let subnet = try context.require(context.surroundings.subnet, "no subnet")
        let address = try context.freeAddress()
        let interfaces = composed.resource.interfaces
        let boot = try context.require(try await composed.resource.get().bootInterface, "the VM has no boot interface")
        let linked = try await interfaces.setStaticIP(address, subnet: subnet.id, on: boot.id)
        context.expectEqual(linked.links.map(\.mode), [.static], "the links' modes")
        let read = try await interfaces.interface(boot.id).get()
        context.expectEqual(read.ipAddresses, [address], "the addresses")
        context.expectEqual(read.gateway, subnet.gatewayIP, "the gateway")
    }

    @Sendable private static func tagMachine(_ context: CaseContext) async throws {
        let client = try context.client()
        let name = context.prefix + "tag"
        let tag = try await client.tags.create(name: name)
        context.undo("tag \(name)") { try await client.tags.delete(name) }
        context.expectEqual(tag.name, name, "name")
        let machine = try await createMachine(context, client)
        let added = try await client.tags.updateNodes(name, add: [machine])
        context.expectEqual(added.added, 1, "added")
        context.expectEqual(try await client.tags.machines(name).map(\.systemID), [machine], "the tag's machines")
        let removed = try await client.tags.updateNodes(name, remove: [machine])
        context.expectEqual(removed.removed, 1, "removed")
        let left = try await client.machines.machine(machine).get().tagNames
        context.expect(!left.contains(name), "tag_names is \(left)")
    }

    /// A machine without power control, which every MAAS takes; removed at the case's end.
    static func createMachine(_ context: CaseContext, _ client: MAASClient) async throws -> String {
        struct Answer: Decodable { let system_id: String }
        let variables = Variables(prefix: context.prefix, number: context.number, runNumber: context.runNumber)
        let form: Params = [
            "hostname": context.prefix + "m", "architecture": context.surroundings.architecture ?? "",
            "power_type": "manual",
            "mac_addresses": variables["mac:1"]?.plain ?? "", "commission": false,
        ]
        let answer = try await client.send(APICall("POST", "machines/", form: form, mayRetry: false))
        let systemID = try JSONDecoder().decode(Answer.self, from: answer.body).system_id
        context.undo("machine \(systemID)") { try await client.machines.machine(systemID).delete() }
        return systemID
    }
}
