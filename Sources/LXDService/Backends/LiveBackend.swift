import Foundation
import MAASClient

/// The backend that asks a MAAS.
public struct LiveBackend: VMHostBackend {
    /// `live`.
    public let name = "live"
    let client: MAASClient

    /// Asks the region that `client` is of, with its key.
    public init(client: MAASClient) { self.client = client }

    /// The VM hosts that match, each with the machine it runs on; that takes two requests, however many there are.
    public func queryVMHosts(_ params: VMHostQueryParams) async throws -> [LXDHost] {
        let hosts = try await client.vmHosts.query(
            VMHostFilter(type: params.type, zone: params.zone, pool: params.resourcePool, tags: params.tags))
        // One request for all the machines below; controllers, which may be hosts too, are not among them.
        let wanted = hosts.compactMap(\.systemID)
        let machines = wanted.isEmpty ? [] : try await client.machines.list(NodeFilter(id: wanted))
        return hosts.map { host in LXDHost(host, machine: machines.first { $0.systemID == host.systemID }) }
    }

    /// Read from the machine's interfaces; 404 is passed on as it comes.
    public func networkStatus(of systemID: String) async throws -> VMNetworkStatus {
        let machine = client.machines.machine(systemID)
        return NetworkStatusReader.status(of: try await machine.get(), interfaces: try await machine.interfaces.list())
    }

    /// Compares with the project that MAAS keeps among the host's parameters, which only administrators may read.
    public func hosts(_ host: LXDHost, project: String) async throws -> Bool? {
        try await client.vmHosts.vmHost(host.id).parameters().project.map { $0 == project }
    }

    /// Deletes the machine, with which MAAS destroys the VM.
    public func deleteVM(_ systemID: String) async throws {
        do {
            try await client.machines.machine(systemID).delete()
        } catch let error as MAASError where error.isNotFound {
            return
        }
    }

    /// Checks everything that can be checked, composes, and then brings network, tags and user data about one by one.
    /// What cannot be brought about ends in the VM's removal.
    public func composeVM(_ params: ComposeVMParams) async throws -> ComposedVM {
        let order = try await ComposeOrder(params, client: client)
        // In a task of its own: whoever is cancelled here would lose the answer, which alone names the new VM.
        let composing = Task { try await client.vmHosts.vmHost(params.vmHostID).composer.compose(order.composition) }
        let composed = try await composing.value
        do {
            try Task.checkCancellation()
            return try await finish(composed, order, params)
        } catch {
            try await removeUnfinished(composed.systemID, because: error)
            throw error
        }
    }

    private func finish(_ composed: ComposedMachine, _ order: ComposeOrder, _ params: ComposeVMParams) async throws
        -> ComposedVM
    {
        let machine = composed.resource
        if case .wait(let timeout) = params.spec.commissioning {
            _ = try await machine.wait(for: [.ready], timeout: timeout)
        }
        if let plan = order.network {
            try await NetworkApplier(client: client, systemID: composed.systemID).apply(plan)
        }
        for tag in params.spec.tags { try await client.tags.updateNodes(tag, add: [composed.systemID]) }
        if let userData = params.spec.userData {
            _ = try await machine.deploy(
                DeployOptions(distroSeries: params.spec.distroSeries, userData: Data(userData.utf8)))
        }
        let result = try await machine.get()
        return ComposedVM(
            systemID: result.systemID, hostname: result.hostname, vmHostID: params.vmHostID,
            availabilityZone: result.zone.name, resourcePool: result.pool?.name ?? "", status: result.statusName,
            tags: result.tagNames)
    }
}
